package when

import (
	"io/fs"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// readDeeds reads which words tell the deed that a noun names.
func readDeeds(fsys fs.FS, name string) (map[string][]string, error) {
	deeds := map[string][]string{}
	err := pairs(fsys, name, func(noun, words string) error {
		deeds[noun] = append(strings.Split(words, ","), noun)
		return nil
	})
	return deeds, err
}

// deedReach is how many sentences back a deed may have been told that a noun
// speaks of again.
const deedReach = 12

// anchor is the time of the deed or thing that a noun speaks of: by its own words
// ("the quake, which struck on May 6"), by those of the sentence that told it
// before, or by those of one that names it again.
func (t *Tagger) anchor(g *govern, noun int) (int, *govern) {
	if k := g.within(noun); k >= 0 {
		return k, g
	}
	lemma := g.s.Tokens[noun].Lemma
	words := t.deeds[lemma]
	if lemma == "eve" || len(words) == 0 {
		words = []string{lemma}
	}
	for sent := g.sent; sent >= max(0, g.sent-deedReach); sent-- {
		if g.d.Sentences[sent].Part != g.s.Part {
			break
		}
		from := t.govern(g.d, sent)
		if from.lo == from.hi {
			continue
		}
		for i := len(from.s.Tokens) - 1; i >= 0; i-- {
			if sent == g.sent && i >= noun || !oneOf(from.s.Tokens[i].Lemma, words) || from.s.Tokens[i].UPOS != "VERB" && from.s.Tokens[i].UPOS != "NOUN" {
				continue
			}
			if k := from.expression(i); k >= 0 {
				return k, &from
			}
		}
	}
	return -1, nil
}

// onOccasion is the time of the deed at which another was done, told before: "received
// the envoy on Monday. … At the meeting the guest thanked".
func (t *Tagger) onOccasion(g *govern, i int) (nuncio.When, bool) {
	s := g.s
	if !hasTree(s) {
		return nuncio.When{}, false
	}
	for n := range s.Tokens {
		w := &s.Tokens[n]
		if w.UPOS != "NOUN" || !doc.IsRel(w.Deprel, "obl") && w.Deprel != "nmod" || len(t.deeds[w.Lemma]) == 0 || !g.definite(n) {
			continue
		}
		top := n
		if w.Deprel == "nmod" { // "at the beginning of the meeting", "on the sidelines of the summit"
			if top = w.Head; top < 0 || !g.margin(top) || !doc.IsRel(s.Tokens[top].Deprel, "obl") {
				continue
			}
		}
		c := s.Child(top, "case")
		if c < 0 {
			continue
		}
		switch lower(&s.Tokens[c]) {
		case "at", "during", "on", "in":
		default:
			continue
		}
		if at := clauseAbove(s, top); at < 0 || !g.reaches(i, at) {
			continue
		}
		if k, from := t.anchor(g, n); k >= 0 && g.sent-from.sent <= occasionReach && from.sent < g.sent && !from.ahead(&from.d.Times[k]) {
			return from.when(k, from.before(from.d.Times[k].First), Past, nuncio.WhenContext), true
		}
	}
	return nuncio.When{}, false
}

// occasionReach is how many sentences back the deed may have been told at which another
// was done.
const occasionReach = 4

// againReach is how many sentences further on a deed may be named again.
const againReach = 2

// toldAgain is the time that a later sentence of the paragraph gives a deed by
// naming it: "Oslo and Bern have signed a pact. The signing took place on Saturday."
func (t *Tagger) toldAgain(d *doc.Document, e Deed) (nuncio.When, bool) {
	lemma := d.Token(e.At).Lemma
	for sent := e.At.Sent + 1; sent <= e.At.Sent+againReach && sent < len(d.Sentences) && sameParagraph(d, e.At.Sent, sent); sent++ {
		g := t.govern(d, sent)
		if g.lo == g.hi || d.Sentences[sent].Part != d.Sentences[e.At.Sent].Part {
			continue
		}
		for i := range g.s.Tokens {
			if n := &g.s.Tokens[i]; n.UPOS != "NOUN" || !doc.IsRel(n.Deprel, "nsubj") || !oneOf(lemma, t.deeds[n.Lemma]) || !g.definite(i) {
				continue
			}
			v := clauseAbove(g.s, i)
			if v < 0 || !t.uses.has(g.s.Tokens[v].Lemma, happen) {
				continue
			}
			if k := g.own(v); k >= 0 {
				w := g.when(k, g.before(g.d.Times[k].First), Past, nuncio.WhenContext)
				return w, true
			}
		}
	}
	return nuncio.When{}, false
}

// placeReach is how many sentences further on a deed may be spoken of again by a noun.
const placeReach = 2

// SpokenOfAgain is the noun of a sentence shortly after that speaks of the deed of a word
// again ("agreed … The deal, struck at"), where no other deed of the kind was told since.
func (t *Tagger) SpokenOfAgain(d *doc.Document, at doc.Ref) (doc.Ref, bool) {
	if !inside(d, at) {
		return doc.Ref{}, false
	}
	lemma := d.Token(at).Lemma
	for sent := at.Sent + 1; sent <= at.Sent+placeReach && sent < len(d.Sentences) && d.Sentences[sent].Part == d.Sentences[at.Sent].Part; sent++ {
		g := t.govern(d, sent)
		for i := range g.s.Tokens {
			n := &g.s.Tokens[i]
			switch {
			case n.UPOS == "NOUN" && oneOf(lemma, t.deeds[n.Lemma]) && g.definite(i):
				return doc.Ref{Sent: sent, Tok: i}, true
			case n.Lemma == lemma && (n.UPOS == "NOUN" || n.UPOS == "VERB"):
				return doc.Ref{}, false
			}
		}
	}
	return doc.Ref{}, false
}

// definite reports whether a noun has "the", "this" or "that".
func (g *govern) definite(i int) bool {
	c := g.s.Child(i, "det")
	if c < 0 {
		return false
	}
	switch lower(&g.s.Tokens[c]) {
	case "the", "this", "that", "both", "these":
		return true
	}
	return false
}

// within is the time that the words under a noun give it, those of its relative
// clause too.
func (g *govern) within(noun int) int {
	if k := g.own(noun); k >= 0 && g.s.Dominates(noun, g.top(&g.d.Times[k])) {
		return k
	}
	for c := range g.s.Children(noun) {
		if doc.IsRel(g.s.Tokens[c].Deprel, "acl") {
			if k := g.own(c); k >= 0 {
				return k
			}
		}
	}
	return -1
}

func oneOf(w string, list []string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}
