package train

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"nuncio/nlp"
	"nuncio/nn"
	"nuncio/ud"
)

const tiny = `1	Envoys	envoy	NOUN	NNS	Number=Plur	2	nsubj	_	_
2	met	meet	VERB	VBD	Tense=Past	0	root	_	_
3	Maria	Maria	PROPN	NNP	Number=Sing	2	obj	_	_
4	Costa	Costa	PROPN	NNP	Number=Sing	3	flat	_	_
5	.	.	PUNCT	.	_	2	punct	_	_

1	Talks	talk	NOUN	NNS	Number=Plur	2	nsubj	_	_
2	failed	fail	VERB	VBD	Tense=Past	0	root	_	_

1	Oslo	Oslo	PROPN	NNP	Number=Sing	0	root	_	_
`

func tinySentences(t testing.TB) []*Sentence {
	trees, err := ud.ReadAll(strings.NewReader(tiny))
	if err != nil {
		t.Fatal(err)
	}
	var out []*Sentence
	names := [][]string{{"O", "O", "B-PER", "I-PER", "O"}, nil, {"B-LOC"}}
	for i, s := range trees {
		out = append(out, &Sentence{Tree: s, HasTags: true, HasTree: true, Names: names[i], Weight: 1, NameWeight: 0.5})
	}
	return out
}

func tinyConfig() nlp.Config {
	return nlp.Config{
		D: 16, Layers: 2, Tag: 16, Arc: 16, Label: 8, Name: 8, Vectors: 4,
		Tables: []nlp.Table{{Feature: "form", Rows: 50, Dim: 6}, {Feature: "suf3", Rows: 20, Dim: 5}},
	}
}

// The gradients written by hand agree with differences of the loss.
func TestGradients(t *testing.T) {
	for _, waists := range [][]int{nil, {16, 32, 16}} {
		t.Run(fmt.Sprint("waists ", waists), func(t *testing.T) { gradients(t, waists) })
	}
}

func gradients(t *testing.T, waists []int) {
	sents := tinySentences(t)
	vec := nlp.NewVectors(4, []string{"talks", "oslo"}, []float32{1, -1, .5, .2, .3, .1, -.7, .4})
	c := tinyConfig()
	if c.Waists = waists; len(waists) > 0 {
		c.D = 48
	}
	net := nlp.NewNet(c, labelsOf(sents))
	r := rng(7)
	initialise(net, &r)
	for _, m := range net.Dense() { // no parameter may hide at zero, and no score grow so that the loss bends
		noise := float32(0.2)
		if m.Rows > 1 {
			noise = 0.05
		}
		for i := range m.Data {
			m.Data[i] += noise * r.normal()
		}
	}
	sp := &speller{net: net, vec: vec, known: map[string]word{}}
	ex := examples(sents, sp)
	ex[1].soft = []soft{ // a teacher that doubts one word and has no view of the other
		{upos: []share{{0, .1}, {1, .3}}, xpos: []share{{0, .5}}, head: []share{{0, .2}, {2, .4}}, rel: []share{{0, .6}}},
		{},
	}
	p := newPass(net, vec, nn.Best(), dropout{})
	loss := func() float64 {
		p.loss = Losses{}
		p.forward(ex, false)
		q := *p
		q.backward(1)
		l := q.loss
		// names count half, everything else whole
		return l.Tag + l.Arc + l.Rel + 0.5*l.Name
	}
	p.forward(ex, false)
	p.backward(1)
	var want [][]float32
	for _, m := range p.grad.Dense() {
		want = append(want, append([]float32(nil), m.Data...))
	}
	var rows []map[int32][]float32
	for i := range p.emb {
		m := map[int32][]float32{}
		for k, row := range p.emb[i].rows {
			d := p.emb[i].dim
			m[row] = append([]float32(nil), p.emb[i].data[k*d:(k+1)*d]...)
		}
		rows = append(rows, m)
	}
	check := func(name string, at int, x *float32, analytic float32) bool {
		const h = 1e-3
		old := *x
		*x = old + h
		up := loss()
		*x = old - h
		down := loss()
		*x = old
		numeric := (up - down) / (2 * h)
		return math.Abs(numeric-float64(analytic)) < 2e-2*(math.Abs(numeric)+math.Abs(float64(analytic)))+4e-3
	}
	for i, m := range net.Dense() {
		bad, tried := 0, 0
		for range 25 {
			j := r.intn(len(m.Data))
			tried++
			if !check(m.Name, j, &m.Data[j], want[i][j]) {
				bad++
			}
		}
		// A step across the corner of a rectifier spoils a difference now and then.
		if bad > 2 {
			t.Errorf("%s: %d of %d gradients are wrong", m.Name, bad, tried)
		}
	}
	for i, m := range rows {
		bad := 0
		for row, g := range m {
			for j := range g {
				if !check("emb", j, &net.Emb[i].Row(int(row))[j], g[j]) {
					bad++
				}
			}
		}
		if bad > len(m) {
			t.Errorf("table %d: %d gradients are wrong over %d rows", i, bad, len(m))
		}
	}
}
