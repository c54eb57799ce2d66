package nn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// What is done between the products gives the same bits on every kernel.
func TestRowsAgree(t *testing.T) {
	rng := rand.New(rand.NewPCG(12, 13))
	negative := float32(math.Copysign(0, -1))
	for range rounds(500) {
		n := 1 + rng.IntN(300)
		in := make([][]float32, 6)
		for i := range in {
			in[i] = random(rng, n)
			for range rng.IntN(5) { // zeros of both signs, ties
				in[i][rng.IntN(n)] = []float32{0, negative, 1, 1, 4, 4}[rng.IntN(6)]
			}
		}
		run := func(kn Kernel) ([]float32, int) {
			relu := append([]float32(nil), in[0]...)
			window, sum, product := make([]float32, n), make([]float32, n), make([]float32, n)
			kn.Relu(relu)
			kn.Window(window, in[0], in[1], in[2], in[3], in[4])
			kn.AddRelu(sum, in[0], in[5])
			kn.Times(product, in[1], in[2])
			return append(append(append(relu, window...), sum...), product...), kn.Argmax(in[3])
		}
		want, best := run(Generic)
		for _, v := range want[:n] {
			if v < 0 || math.Signbit(float64(v)) {
				t.Fatalf("%g is left below zero", v)
			}
		}
		for i, v := range in[3] {
			if v > in[3][best] || v == in[3][best] && i < best {
				t.Fatalf("%g at %d is greater than %g at %d or before it", v, i, in[3][best], best)
			}
		}
		for _, kn := range Kernels()[1:] {
			got, at := run(kn)
			if at != best {
				t.Fatalf("%v: greatest at %d, plain %d", kn, at, best)
			}
			for i := range got {
				if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
					t.Fatalf("%v: element %d of %d is %g, plain %g", kn, i, n, got[i], want[i])
				}
			}
		}
	}
	nan := float32(math.NaN())
	for _, kn := range Kernels() {
		if got := kn.Argmax([]float32{nan, nan}); got != 0 {
			t.Errorf("%v: greatest of no numbers at %d", kn, got)
		}
		if got := kn.Argmax(slices.Repeat([]float32{nan}, 64)); got != 0 {
			t.Errorf("%v: greatest of no numbers at %d", kn, got)
		}
	}
}
