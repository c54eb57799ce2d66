package train

import (
	"sort"
	"strings"

	"nuncio/nlp"
	"nuncio/ud"
)

// example is one sentence as the network sees it.
type example struct {
	forms                      []string
	words                      []word
	gold                       []gold
	soft                       []soft // what a teacher thinks of each word; nil where it has not seen the sentence
	hasTags, hasTree, hasNames bool
	silver                     bool
	weight, nameWeight         float32
}

// shared is what word i's gold labels share their targets with.
func (e *example) shared(i int) *soft {
	if e.soft == nil {
		return &soft{}
	}
	return &e.soft[i]
}

// word is a form's rows in the tables and its static vector, -1 for none.
type word struct {
	rows   []int32
	vector int32
}

// gold is what is known of a word; -1 where it is not.
type gold struct{ upos, xpos, feats, head, rel, name int16 }

// speller makes words and remembers them by form.
type speller struct {
	net   *nlp.Net
	vec   *nlp.Vectors
	sp    nlp.Speller
	known map[string]word
}

func (s *speller) word(form string) word {
	if w, ok := s.known[form]; ok {
		return w
	}
	w := word{vector: -1}
	s.sp.Set(form)
	for _, t := range s.net.Tables {
		a, b := s.sp.Rows(nlp.FeatureOf(t.Feature), t.Rows)
		w.rows = append(w.rows, int32(a), int32(b))
	}
	if s.net.Vectors > 0 {
		w.vector = int32(s.vec.Find(s.sp.Lower()))
	}
	s.known[form] = w
	return w
}

// labelsOf collects the labels of sentences; features that stand but once are
// left to "_".
func labelsOf(sents []*Sentence) nlp.Labels {
	var l nlp.Labels
	u, x, f, r, n := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, s := range sents {
		for i, w := range s.Tree.Words {
			if s.HasTags {
				u[w.UPOS]++
				x[w.XPOS]++
				f[w.Feats]++
			}
			if s.HasTree {
				r[w.Deprel]++
			}
			if s.Names != nil && len(s.Names[i]) > 2 {
				n[s.Names[i][2:]]++
			}
		}
	}
	l.UPOS, l.XPOS, l.Rels = keys(u, 1), keys(x, 1), keys(r, 1)
	l.Feats = keys(f, 2)
	l.Names = []string{"O"}
	for _, k := range keys(n, 1) {
		l.Names = append(l.Names, "B-"+k, "I-"+k)
	}
	return l
}

func keys(m map[string]int, least int) []string {
	var out []string
	for k, n := range m {
		if n >= least && k != "" {
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return out
}

// index gives positions by label.
func index(list []string) map[string]int16 {
	m := map[string]int16{}
	for i, s := range list {
		m[s] = int16(i)
	}
	return m
}

func at(m map[string]int16, k string) int16 {
	if i, ok := m[k]; ok {
		return i
	}
	return -1
}

// examples turns sentences into examples for the net.
func examples(sents []*Sentence, sp *speller) []*example {
	net := sp.net
	u, x, f, r, n := index(net.UPOS), index(net.XPOS), index(net.Labels.Feats), index(net.Rels), index(net.Labels.Names)
	var out []*example
	for _, s := range sents {
		if len(s.Tree.Words) == 0 || len(s.Tree.Words) > longest {
			continue
		}
		e := &example{hasTags: s.HasTags, hasTree: s.HasTree, hasNames: s.Names != nil, silver: s.Silver, weight: s.Weight, nameWeight: s.NameWeight}
		for i, w := range s.Tree.Words {
			g := gold{at(u, w.UPOS), at(x, w.XPOS), at(f, w.Feats), int16(w.Head), at(r, w.Deprel), -1}
			if s.Names != nil {
				g.name = at(n, s.Names[i])
			}
			e.forms = append(e.forms, w.Form)
			e.words = append(e.words, sp.word(w.Form))
			e.gold = append(e.gold, g)
		}
		out = append(out, e)
	}
	return out
}

// longest sentence that training looks at, in words.
const longest = 160

// shout gives a copy of the example as other writers would case it: a headline
// in capitals, a first word in capitals ("STATE media"), capitals on every
// word, or none at all. The tree and tags stay.
func (e *example) shout(r *rng, sp *speller) *example {
	c := *e
	c.forms, c.words = nil, nil
	kind := r.intn(4)
	first := 1 + r.intn(2)
	for i, f := range e.forms {
		switch {
		case kind == 0, kind == 1 && i < first:
			f = strings.ToUpper(f)
		case kind == 2 && len(f) > 3:
			f = strings.ToUpper(f[:1]) + f[1:]
		case kind == 3:
			f = strings.ToLower(f)
		}
		c.forms = append(c.forms, f)
		c.words = append(c.words, sp.word(f))
	}
	return &c
}

// Sentence is a sentence to learn from.
type Sentence struct {
	Tree               *ud.Sentence
	HasTags, HasTree   bool
	Silver             bool     // labelled by a model
	Names              []string // BIO tags, nil where names are not marked
	Weight, NameWeight float32  // how much its tags and tree, and its names, count
}
