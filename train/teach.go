package train

import (
	"fmt"
	"math"
	"slices"

	"nuncio/nlp"
	"nuncio/nn"
)

// Teacher is several engines that label sentences together: the probabilities of
// tags, arcs and relations are multiplied and the best tree of the product taken.
type Teacher struct {
	passes  []*pass
	sp      []*speller
	outside *Outside
	decoder nlp.Decoder
	labels  nlp.Labels
}

// NewTeacher joins engines, which must know the same tags and relations.
func NewTeacher(engines []*nlp.Engine) (*Teacher, error) {
	if len(engines) == 0 {
		return nil, fmt.Errorf("no teacher is given")
	}
	t := &Teacher{}
	for i, e := range engines {
		net, vec := e.Parts()
		if i == 0 {
			t.labels = net.Labels
		}
		l := &net.Labels
		if !slices.Equal(l.UPOS, t.labels.UPOS) || !slices.Equal(l.XPOS, t.labels.XPOS) || !slices.Equal(l.Feats, t.labels.Feats) || !slices.Equal(l.Rels, t.labels.Rels) {
			return nil, fmt.Errorf("teacher %d knows other labels than the first", i+1)
		}
		t.passes = append(t.passes, newPass(net, vec, nn.Best(), dropout{}))
		t.sp = append(t.sp, &speller{net: net, vec: vec, known: map[string]word{}})
	}
	return t, nil
}

// Labels are what the engines know.
func (t *Teacher) Labels() *nlp.Labels { return &t.labels }

// Join lets a teacher from outside vote as well. Sentences that it has not seen
// are left to the engines.
func (t *Teacher) Join(o *Outside) { t.outside = o }

// Knows says whether the teacher from outside, if there is one, has seen a sentence.
func (t *Teacher) Knows(s *Sentence) bool { return t.outside == nil || t.outside.find(s) != nil }

// Label writes tags and trees into the sentences and gives for each the mean log
// probability of its arcs, by which doubtful ones can be left out.
func (t *Teacher) Label(sents []*Sentence) []float64 {
	const words = 600
	sure := make([]float64, 0, len(sents))
	for len(sents) > 0 {
		n, sum := 0, 0
		for n < len(sents) && (n == 0 || sum+len(sents[n].Tree.Words) <= words) {
			sum += len(sents[n].Tree.Words)
			n++
		}
		sure = append(sure, t.label(sents[:n])...)
		sents = sents[n:]
	}
	return sure
}

func (t *Teacher) label(sents []*Sentence) []float64 {
	var ex [][]*example
	for _, sp := range t.sp {
		var list []*example
		for _, s := range sents {
			e := &example{}
			for _, w := range s.Tree.Words {
				e.words = append(e.words, sp.word(w.Form))
				e.gold = append(e.gold, gold{})
			}
			list = append(list, e)
		}
		ex = append(ex, list)
	}
	var tags []float32
	width := 0
	for i, p := range t.passes {
		p.forward(ex[i], false)
		width = p.scoreTags()
		p.bendArcs()
	}
	tags = zeros(tags, len(t.passes[0].tags))
	nu, nx := len(t.labels.UPOS), len(t.labels.XPOS)
	for _, p := range t.passes {
		for i := 0; i < len(p.tags); i += width {
			for _, cut := range [][2]int{{0, nu}, {nu, nu + nx}, {nu + nx, width}} {
				addLogs(tags[i+cut[0]:i+cut[1]], p.tags[i+cut[0]:i+cut[1]])
			}
		}
	}
	sure := make([]float64, len(sents))
	seen := make([]*outsideSentence, len(sents))
	var arcs []float32
	at := 0
	for k, s := range sents {
		seen[k] = t.outside.find(s)
		n := len(s.Tree.Words)
		arcs = zeros(arcs, n*(n+1))
		for _, p := range t.passes {
			p.scoreArcs(at, n)
			for i := range n {
				addLogs(arcs[i*(n+1):(i+1)*(n+1)], p.score[i*(n+1):(i+1)*(n+1)])
			}
		}
		votes := float64(len(t.passes))
		if o := seen[k]; o != nil {
			votes += float64(t.outside.weight)
			for i := range n {
				t.outside.add(arcs[i*(n+1):(i+1)*(n+1)], o.Heads[i], nil)
				row := tags[(at+i)*width:]
				t.outside.add(row[:nu], o.UPOS[i], t.outside.upos)
				t.outside.add(row[nu:nu+nx], o.XPOS[i], t.outside.xpos)
			}
		}
		heads := t.decoder.Tree(arcs, n, n+1)
		for i, h := range heads {
			s.Tree.Words[i].Head = h
			sure[k] += float64(arcs[i*(n+1)+h]) / (votes * float64(n))
			for _, list := range ex {
				list[k].gold[i].head = int16(h)
			}
		}
		at += n
	}
	nr := len(t.labels.Rels)
	rels := make([]float32, at*nr)
	for _, p := range t.passes {
		p.scoreRels()
		for i := 0; i < len(rels); i += nr {
			addLogs(rels[i:i+nr], p.rels[i:i+nr])
		}
	}
	root := slices.Index(t.labels.Rels, "root")
	at = 0
	for k, s := range sents {
		for i := range s.Tree.Words {
			w, row, rel := &s.Tree.Words[i], tags[at*width:(at+1)*width], rels[at*nr:(at+1)*nr]
			w.UPOS, w.XPOS, w.Feats = t.labels.UPOS[best(row[:nu])], t.labels.XPOS[best(row[nu:nu+nx])], t.labels.Feats[best(row[nu+nx:])]
			if seen[k] != nil {
				t.outside.rel(rel, seen[k], i, w.Head)
			}
			if w.Head != 0 {
				rel[root] = float32(math.Inf(-1))
				w.Deprel = t.labels.Rels[best(rel)]
			} else {
				w.Deprel = "root"
			}
			w.Lemma = "_"
			at++
		}
		s.HasTags, s.HasTree = true, true
	}
	return sure
}

// addLogs adds the logarithm of the softmax of x to sum.
func addLogs(sum, x []float32) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var z float64
	for _, v := range x {
		z += float64(exp32(v - top))
	}
	l := top + float32(math.Log(z))
	for i, v := range x {
		sum[i] += v - l
	}
}

func best(x []float32) int {
	b := 0
	for i, v := range x {
		if v > x[b] {
			b = i
		}
	}
	return b
}
