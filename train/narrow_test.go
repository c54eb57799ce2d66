package train

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/mat"

	"nuncio/nlp"
	"nuncio/nn"
)

// A matrix of low rank comes back whole from its two factors; of any other what
// is lost is less than what random factors lose.
func TestSplit(t *testing.T) {
	r := rng(3)
	random := func(rows, cols int) *nn.Matrix {
		m := nn.NewMatrix("m", rows, cols)
		for i := range m.Data {
			m.Data[i] = r.normal()
		}
		return m
	}
	times := func(a, b *nn.Matrix) *nn.Matrix {
		m := nn.NewMatrix("m", a.Rows, b.Cols)
		product(m, a, b)
		return m
	}
	distance := func(a, b *nn.Matrix) (d float64) {
		for i := range a.Data {
			d += math.Pow(float64(a.Data[i]-b.Data[i]), 2)
		}
		return math.Sqrt(d)
	}
	in, out := nn.NewMatrix("in", 24, 8), nn.NewMatrix("out", 8, 40)
	even := mat.NewSymDense(24, nil)
	for i := range 24 {
		even.SetSym(i, i, 1)
	}
	low := times(random(24, 8), random(8, 40))
	if err := split(low, even, in, out); err != nil {
		t.Fatal(err)
	}
	if d := distance(low, times(in, out)); d > 1e-3 {
		t.Errorf("rank 8 through a waist of 8 lies %g off", d)
	}
	full := random(24, 40)
	if err := split(full, even, in, out); err != nil {
		t.Fatal(err)
	}
	if d, all := distance(full, times(in, out)), distance(full, nn.NewMatrix("", 24, 40)); d > 0.8*all || d < 0.2*all {
		t.Errorf("full rank through a waist of 8 lies %g off of %g", d, all)
	}
	// Rows that lie in eight directions alone lose nothing.
	rows := times(random(30, 8), random(8, 24))
	moments := mat.NewSymDense(24, nil)
	for i := range 24 {
		for j := range i + 1 {
			var s float64
			for k := range 30 {
				s += float64(rows.Data[k*24+i]) * float64(rows.Data[k*24+j])
			}
			moments.SetSym(i, j, s/30)
		}
	}
	if err := split(full, moments, in, out); err != nil {
		t.Fatal(err)
	}
	want := times(rows, full)
	if d, all := distance(want, times(rows, times(in, out))), distance(want, nn.NewMatrix("", 30, 40)); d > 0.02*all {
		t.Errorf("rows in eight directions through a waist of 8 lie %g off of %g", d, all)
	}
	full.Data[7] = float32(math.NaN())
	if err := split(full, even, in, out); err == nil {
		t.Error("what is no number has factors")
	}
}

// Starting from a wide network, a narrow one says nearly the same where the waist
// is nearly as wide, and has what the wide one has outside the products.
func TestNarrowed(t *testing.T) {
	sents := tinySentences(t)
	c := tinyConfig()
	c.D, c.Vectors = 32, 0
	wide := nlp.NewNet(c, labelsOf(sents))
	r := rng(5)
	initialise(wide, &r)
	ex := examples(sents, &speller{net: wide, known: map[string]word{}})
	got, err := narrowed(wide, []int{16, 16, 16}, ex, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got.RecIn[0].Cols != 16 || got.Rec[0].Rows != 16 || got.HeadIn.Cols != 16 {
		t.Errorf("waists %d, %d, %d", got.RecIn[0].Cols, got.Rec[0].Rows, got.HeadIn.Cols)
	}
	if got.RecB[1].Data[9] != wide.RecB[1].Data[9] || got.Emb[0].Data[5] != wide.Emb[0].Data[5] {
		t.Error("biases and tables changed")
	}
	if w := widened(got); len(w.Waists) != 0 || w.Rec[1].Rows != 32 || w.HeadB.Data[1] != wide.HeadB.Data[1] {
		t.Error("a network with waists does not become wide")
	}
	if same, err := narrowed(got, []int{16, 16, 16}, ex, nil); err != nil || same != got {
		t.Errorf("narrow already: %v, %v", same == got, err)
	}
	if _, err := narrowed(wide, []int{33, 16, 16}, ex, nil); err == nil {
		t.Error("a waist wider than the encoder is taken")
	}
}
