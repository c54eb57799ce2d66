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
		fill(n.Rec[l], 1/math.Sqrt(float64(n.Narrow(l))))
		if n.HeadIn != nil {
			fill(n.RecIn[l], 1/math.Sqrt(float64(n.D)))
		}
		fill(n.RecV[l], 0.1)
		b := n.RecB[l].Data
		for side := range 2 {
			for j := range h {
				b[side*3*h+h+j] = 0.5 // remember
				b[side*3*h+2*h+j] = 0 // and let half through
			}
		}
	}
	fill(n.Head, 1/math.Sqrt(float64(n.Narrow(n.Layers))))
	if n.HeadIn != nil {
		fill(n.HeadIn, 1/math.Sqrt(float64(n.D)))
	}
	fill(n.Tags, 1/math.Sqrt(float64(n.Tag)))
	fill(n.Bi, 1/float64(n.Arc))
	fill(n.Root, 0.1)
	fill(n.Rel, 1/math.Sqrt(float64(2*n.Label)))
	fill(n.Ner, 1/math.Sqrt(float64(n.Name)))
}

// takeOver copies what two networks have in common. Outputs go by their labels,
// everything else by name and size.
func takeOver(to, from *nlp.Net) {
	byName := map[string]*nn.Matrix{}
	for _, m := range append(from.Dense(), from.Emb...) {
		byName[m.Name] = m
	}
	tags := func(n *nlp.Net) []string {
		var out []string
		for k, list := range [][]string{n.UPOS, n.XPOS, n.Labels.Feats} {
			for _, s := range list {
				out = append(out, string(rune('u'+k))+s)
			}
		}
		return out
	}
	outputs := map[string][2][]string{
		"tags": {tags(to), tags(from)}, "rel": {to.Rels, from.Rels}, "ner": {to.Labels.Names, from.Labels.Names},
	}
	for name, l := range outputs {
		outputs[name+".b"] = l
	}
	for _, m := range append(to.Dense(), to.Emb...) {
		o := byName[m.Name]
		l, labelled := outputs[m.Name]
		switch {
		case o == nil || o.Rows != m.Rows:
		case labelled:
			at := index(l[1])
			for j, label := range l[0] {
				if k, ok := at[label]; ok {
					for i := range m.Rows {
						m.Data[i*m.Cols+j] = o.Data[i*o.Cols+int(k)]
					}
				}
			}
		case o.Cols == m.Cols:
			copy(m.Data, o.Data)
		}
	}
}
