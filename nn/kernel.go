package nn

// Kernel names an implementation of the inner loops. All give the same bits.
type Kernel uint8

// The kernels.
const (
	Generic Kernel = iota
	AVX2
	AVX512
	NEON
)

func (kn Kernel) String() string {
	return [...]string{"generic", "avx2", "avx512", "neon"}[kn]
}

// Kernels lists what this machine can run, the slowest first.
func Kernels() []Kernel { return available() }

// Best is the fastest kernel of this machine.
func Best() Kernel {
	k := Kernels()
	return k[len(k)-1]
}
