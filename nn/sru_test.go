package nn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The recurrence gives the same bits on every kernel, in both directions.
func TestRecurAgrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		n, width := 1+rng.IntN(20), 8*(1+rng.IntN(5))+rng.IntN(2)*3
		u, x, v := random(rng, n*3*width), random(rng, n*width), random(rng, 2*width)
		for _, dir := range []int{1, -1} {
			var want []float32
			for _, kn := range Kernels() {
				c, out := random(rng, width), make([]float32, n*width)
				kn.Recur(n, width, u, 3*width, x, width, v, c, out, width, dir)
				if want == nil {
					want = out
					continue
				}
				for i := range out {
					if math.Float32bits(out[i]) != math.Float32bits(want[i]) {
						t.Fatalf("%v: element %d is %g, plain %g", kn, i, out[i], want[i])
					}
				}
			}
		}
	}
}

// One step by hand: gates at zero input let half of everything through.
func TestRecurByHand(t *testing.T) {
	u, x, v := []float32{2, 0, 0, 4, 0, 0}, []float32{1, 1}, []float32{0, 0}
	out := make([]float32, 2)
	Generic.Recur(2, 1, u, 3, x, 1, v, make([]float32, 1), out, 1, 1)
	// c1 = 2 + ½(0−2) = 1, h1 = 1 + ½(1−1) = 1; c2 = 4 + ½(1−4) = 2.5, h2 = 1 + ½·1.5
	if out[0] != 1 || out[1] != 1.75 {
		t.Errorf("got %v, want [1 1.75]", out)
	}
}

func BenchmarkRecur(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	n, width := 25, 128
	u, x, v := random(rng, n*3*width), random(rng, n*width), random(rng, 2*width)
	c, out := make([]float32, width), make([]float32, n*width)
	for _, kn := range Kernels() {
		b.Run(kn.String(), func(b *testing.B) {
			for b.Loop() {
				kn.Recur(n, width, u, 3*width, x, width, v, c, out, width, 1)
			}
		})
	}
}
