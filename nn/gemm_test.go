package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func random(rng *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = float32(rng.NormFloat64())
	}
	return v
}

// Every kernel gives the bits of the plain one over shapes that no tile divides.
func TestKernelsAgree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range rounds(300) {
		m, n, k := 1+rng.IntN(40), 1+rng.IntN(80), 1+rng.IntN(60)
		a, b, c := random(rng, m*k), random(rng, k*n), random(rng, m*n)
		rs, cs := k, 1
		if rng.IntN(2) == 0 {
			rs, cs = 1, m
		}
		var p Packed
		p.Pack(b, k, n, n, 1)
		want := append([]float32(nil), c...)
		Generic.Gemm(m, a, rs, cs, &p, want, n)
		for i := range m {
			for j := range n {
				sum := float64(c[i*n+j])
				for x := range k {
					sum += float64(a[i*rs+x*cs]) * float64(b[x*n+j])
				}
				if math.Abs(sum-float64(want[i*n+j])) > 1e-4*(1+math.Abs(sum)) {
					t.Fatalf("plain kernel is wrong at %d,%d: %g, want %g", i, j, want[i*n+j], sum)
				}
			}
		}
		for _, kn := range Kernels()[1:] {
			got := append([]float32(nil), c...)
			kn.Gemm(m, a, rs, cs, &p, got, n)
			for i := range got {
				if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
					t.Fatalf("%v %dx%dx%d: element %d is %g, plain %g", kn, m, n, k, i, got[i], want[i])
				}
			}
		}
	}
}

// The emulated fused product rounds once, at the edges too.
func TestFusedRoundsOnce(t *testing.T) {
	if len(Kernels()) < 2 {
		t.Skip("no hardware kernel on this machine to compare with")
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range rounds(200000) {
		a := math.Float32frombits(rng.Uint32()&0x807fffff | uint32(60+rng.IntN(130))<<23)
		b := math.Float32frombits(rng.Uint32()&0x80ff0000 | uint32(60+rng.IntN(130))<<23)
		c := math.Float32frombits(rng.Uint32()&0x807f0000 | uint32(rng.IntN(254))<<23)
		cp := make([]float32, Panel)
		cp[0] = c
		Best().column(0, 1, []float32{a}, 1, 1, 1, append([]float32{b}, make([]float32, Panel-1)...), cp, Panel)
		if got := fma(float64(a), b, c); math.Float32bits(got) != math.Float32bits(cp[0]) {
			t.Fatalf("%g*%g+%g is %g, hardware %g", a, b, c, got, cp[0])
		}
	}
}

func BenchmarkGemm(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	m, n, k := 600, 256, 384
	x, w, c := random(rng, m*k), random(rng, k*n), make([]float32, m*n)
	var p Packed
	p.Pack(w, k, n, n, 1)
	for _, kn := range Kernels() {
		b.Run(fmt.Sprint(kn), func(b *testing.B) {
			for b.Loop() {
				kn.Gemm(m, x, k, 1, &p, c, n)
			}
			b.ReportMetric(2*float64(m*n*k)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
		})
	}
}

// rounds is how often a test tries anew: seldom on an emulated machine.
func rounds(n int) int {
	if testing.Short() {
		return n / 5
	}
	return n
}
