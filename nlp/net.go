package nlp

import (
	"fmt"

	"nuncio/nn"
)

// Config fixes the shape of a network. It is stored in the model file.
type Config struct {
	Language string  `json:"language"`
	D        int     `json:"d"`                // width of the encoder
	Layers   int     `json:"layers"`           // recurrent layers
	Waists   []int   `json:"waists,omitempty"` // widths that go into the products of each layer and of the heads; none: the encoder's
	Tag      int     `json:"tag"`              // hidden units of the tagger,
	Arc      int     `json:"arc"`              // of the arcs,
	Label    int     `json:"label"`            // of their labels
	Name     int     `json:"name"`             // and of the names
	Tables   []Table `json:"tables"`
	Vectors  int     `json:"vectors"` // width of the static vectors, 0 for none
}

// Table is one table of hashed embeddings.
type Table struct {
	Feature string `json:"feature"` // form, pre3, suf2, suf3, suf4, shape
	Rows    int    `json:"rows"`
	Dim     int    `json:"dim"`
}

// In is the width of a word's features side by side.
func (c *Config) In() int {
	n := c.Vectors
	for _, t := range c.Tables {
		n += t.Dim
	}
	return n
}

// HeadWidth is the width of the hidden layers of all heads side by side, in the
// order tagger, dependents, heads, four parts of the labeller, names.
func (c *Config) HeadWidth() int { return c.Tag + 2*c.Arc + 4*c.Label + c.Name }

// Narrow is the width of what is multiplied in layer l; l = Layers stands for the heads.
func (c *Config) Narrow(l int) int {
	if len(c.Waists) > 0 {
		return c.Waists[l]
	}
	return c.D
}

// Check refuses shapes that the kernels or the memory cannot hold.
func (c *Config) Check() error {
	switch {
	case c.D < 16 || c.D > 2048 || c.D%16 != 0:
		return fmt.Errorf("encoder width %d is no multiple of 16 between 16 and 2048", c.D)
	case len(c.Waists) > 0 && len(c.Waists) != c.Layers+1:
		return fmt.Errorf("%d waists for %d layers and the heads", len(c.Waists), c.Layers)
	case c.Layers < 1 || c.Layers > 16:
		return fmt.Errorf("%d recurrent layers where 1 to 16 are allowed", c.Layers)
	case len(c.Tables) == 0 || len(c.Tables) > 16:
		return fmt.Errorf("%d embedding tables where 1 to 16 are allowed", len(c.Tables))
	case c.Vectors < 0 || c.Vectors > 1024:
		return fmt.Errorf("static vectors of width %d", c.Vectors)
	}
	for _, n := range c.Waists {
		if n < 16 || n >= c.D || n%16 != 0 {
			return fmt.Errorf("waist of width %d is no multiple of 16 below %d", n, c.D)
		}
	}
	for _, n := range []int{c.Tag, c.Arc, c.Label, c.Name} {
		if n < 8 || n > 1024 || n%8 != 0 {
			return fmt.Errorf("hidden layer of %d units; a multiple of 8 up to 1024 is due", n)
		}
	}
	for _, t := range c.Tables {
		if FeatureOf(t.Feature) < 0 || t.Rows < 1 || t.Rows > 1<<22 || t.Dim < 1 || t.Dim > 1024 {
			return fmt.Errorf("embedding table %q of %d rows by %d", t.Feature, t.Rows, t.Dim)
		}
	}
	return nil
}

// Labels are what the heads tell apart. Index 0 of Names is "O", the others are
// B- and I- tags in pairs.
type Labels struct {
	UPOS  []string `json:"upos"`
	XPOS  []string `json:"xpos"`
	Feats []string `json:"feats"`
	Rels  []string `json:"rels"`
	Names []string `json:"names"`
}

// Distance is how far apart two words may stand before all distances count the same.
const Distance = 32

// Net is the network's parameters.
type Net struct {
	Config
	Labels
	Emb []*nn.Matrix // one a table

	In, InB     *nn.Matrix   // features → 2·D, of which the greater of each pair stays
	Conv, ConvB *nn.Matrix   // left, middle, right: D → 3·D; bias D
	RecIn       []*nn.Matrix // D → Narrow, none without waists
	Rec, RecB   []*nn.Matrix // Narrow → 3·D: forwards u, f, r of D/2 each, then backwards
	RecV        []*nn.Matrix // 2·D: forwards vf, vr, backwards vf, vr
	HeadIn      *nn.Matrix   // D → Narrow, nil without waists
	Head, HeadB *nn.Matrix   // Narrow → HeadWidth
	Tags, TagsB *nn.Matrix   // Tag → UPOS, XPOS, features
	Bi, BiB     *nn.Matrix   // Arc → Arc, the biaffine matrix and the heads' own score
	Root        *nn.Matrix   // the root as a head: Arc, and Label twice
	Dist        *nn.Matrix   // score of a distance
	Rel, RelB   *nn.Matrix   // 2·Label → relations
	Ner, NerB   *nn.Matrix   // Name → name tags
}

// NewNet gives a network of zeros.
func NewNet(c Config, l Labels) *Net {
	n := &Net{Config: c, Labels: l}
	m := nn.NewMatrix
	for _, t := range c.Tables {
		n.Emb = append(n.Emb, m("emb."+t.Feature, t.Rows, t.Dim))
	}
	n.In, n.InB = m("in", c.In(), 2*c.D), m("in.b", 1, 2*c.D)
	n.Conv, n.ConvB = m("conv", c.D, 3*c.D), m("conv.b", 1, c.D)
	for i := range c.Layers {
		if len(c.Waists) > 0 {
			n.RecIn = append(n.RecIn, m(fmt.Sprintf("rec%d.in", i), c.D, c.Narrow(i)))
		}
		n.Rec = append(n.Rec, m(fmt.Sprintf("rec%d", i), c.Narrow(i), 3*c.D))
		n.RecB = append(n.RecB, m(fmt.Sprintf("rec%d.b", i), 1, 3*c.D))
		n.RecV = append(n.RecV, m(fmt.Sprintf("rec%d.v", i), 1, 2*c.D))
	}
	tags := len(l.UPOS) + len(l.XPOS) + len(l.Feats)
	if len(c.Waists) > 0 {
		n.HeadIn = m("head.in", c.D, c.Narrow(c.Layers))
	}
	n.Head, n.HeadB = m("head", c.Narrow(c.Layers), c.HeadWidth()), m("head.b", 1, c.HeadWidth())
	n.Tags, n.TagsB = m("tags", c.Tag, tags), m("tags.b", 1, tags)
	n.Bi, n.BiB = m("arc", c.Arc, c.Arc), m("arc.b", 1, c.Arc)
	n.Root = m("root", 1, c.Arc+2*c.Label)
	n.Dist = m("dist", 1, 2*Distance+1)
	n.Rel, n.RelB = m("rel", 2*c.Label, len(l.Rels)), m("rel.b", 1, len(l.Rels))
	n.Ner, n.NerB = m("ner", c.Name, len(l.Names)), m("ner.b", 1, len(l.Names))
	return n
}

// Dense lists the parameters outside the embedding tables, always in the same order.
func (n *Net) Dense() []*nn.Matrix {
	d := []*nn.Matrix{n.In, n.InB, n.Conv, n.ConvB}
	for i := range n.Rec {
		if n.HeadIn != nil {
			d = append(d, n.RecIn[i])
		}
		d = append(d, n.Rec[i], n.RecB[i], n.RecV[i])
	}
	if n.HeadIn != nil {
		d = append(d, n.HeadIn)
	}
	return append(d, n.Head, n.HeadB, n.Tags, n.TagsB, n.Bi, n.BiB, n.Root, n.Dist, n.Rel, n.RelB, n.Ner, n.NerB)
}

// DistanceAt is the index into Dist for a dependent and a head, both counted
// from 1 (the root, 0, has none).
func DistanceAt(dep, head int) int {
	return max(-Distance, min(Distance, dep-head)) + Distance
}
