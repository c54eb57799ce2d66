package train

import (
	"math"

	"nuncio/nlp"
	"nuncio/nn"
)

// initialise fills a network with random numbers of fitting sizes.
func initialise(n *nlp.Net, r *rng) {
	fill := func(m *nn.Matrix, dev float64) {
		for i := range m.Data {
			m.Data[i] = r.normal() * float32(dev)
		}
	}
	for _, e := range n.Emb {
		fill(e, 0.1)
	}
	fill(n.In, 1/math.Sqrt(float64(n.In.Rows))*2)
	fill(n.Conv, 1/math.Sqrt(3*float64(n.D)))
	h := n.D / 2
	for l := range n.Rec {
		fill(n.Rec[l], 1/math.Sqrt(float64(n.D)))
		fill(n.RecV[l], 0.1)
		b := n.RecB[l].Data
		for side := range 2 {
			for j := range h {
				b[side*3*h+h+j] = 0.5 // remember
				b[side*3*h+2*h+j] = 0 // and let half through
			}
		}
	}
	fill(n.Head, 1/math.Sqrt(float64(n.D)))
	fill(n.Tags, 1/math.Sqrt(float64(n.Tag)))
	fill(n.Bi, 1/float64(n.Arc))
	fill(n.Root, 0.1)
	fill(n.Rel, 1/math.Sqrt(float64(2*n.Label)))
	fill(n.Ner, 1/math.Sqrt(float64(n.Name)))
}
