//go:build !amd64 && !arm64

package nn

func available() []Kernel { return []Kernel{Generic} }

// wide does as many pairs of panels as a kernel for two takes; there is none.
func (kn Kernel) wide(m int, a []float32, rs, cs int, b *Packed, c []float32, ldc int) int { return 0 }

// column does rows i to m of one panel.
func (kn Kernel) column(i, m int, a []float32, rs, cs, k int, bp, c []float32, ldc int) {
	rows(i, m, a, rs, cs, k, bp, c, ldc)
}
