package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Products in whole numbers are the same bits on every kernel, and near the exact ones.
func TestMulAgrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 9))
	for range rounds(300) {
		m, n, k := 1+rng.IntN(40), 1+rng.IntN(80), 1+rng.IntN(70)
		ld := k + rng.IntN(5)
		x, w, bias := random(rng, m*ld), &Matrix{Rows: k, Cols: n, Data: random(rng, k*n)}, random(rng, n)
		if rng.IntN(4) == 0 {
			clear(x[:k])
		}
		q := Quantize(w, bias)
		var want []float32
		for _, kn := range Kernels() {
			var r Rounded
			kn.Round(&r, m, k, x, ld)
			c := random(rng, m*n)
			kn.Mul(&r, q, c, n)
			if want == nil {
				want = c
				continue
			}
			for i := range c {
				if math.Float32bits(c[i]) != math.Float32bits(want[i]) {
					t.Fatalf("%v %dx%dx%d: element %d is %g, plain %g", kn, m, n, k, i, c[i], want[i])
				}
			}
		}
		for i := range m {
			for j := range n {
				sum, size := float64(bias[j]), 0.0
				for p := range k {
					sum += float64(x[i*ld+p]) * float64(w.Data[p*n+j])
					size += math.Abs(float64(x[i*ld+p]))
				}
				if d := math.Abs(sum - float64(want[i*n+j])); d > 0.02*size+1e-4 {
					t.Fatalf("%d,%d: %g, exact %g", i, j, want[i*n+j], sum)
				}
			}
		}
	}
}

func TestRoundOddNumbers(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, kn := range Kernels() {
		for _, x := range [][]float32{make([]float32, 20), {inf}, {1e-45, 2e-45, 0}, {nan, 1}, {3.4e38, -3.4e38}} {
			var r Rounded
			kn.Round(&r, 1, len(x), x, len(x))
			kn.Mul(&r, Quantize(NewMatrix("", len(x), 3), nil), make([]float32, 3), 3) // must not fail
		}
	}
}

func BenchmarkMul(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	m, n, k := 384, 1152, 384
	x, w, c := random(rng, m*k), &Matrix{Rows: k, Cols: n, Data: random(rng, k*n)}, make([]float32, m*n)
	q := Quantize(w, nil)
	for _, kn := range Kernels() {
		b.Run(kn.String(), func(b *testing.B) {
			var r Rounded
			for b.Loop() {
				kn.Round(&r, m, k, x, k)
				kn.Mul(&r, q, c, n)
			}
			b.ReportMetric(2*float64(m*n*k)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GOP/s")
		})
	}
}
