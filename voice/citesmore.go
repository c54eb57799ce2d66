package voice

import (
	"slices"

	"nuncio/doc"
)

// citesToo reads a finite "cited X" that names where the words of somebody before
// came from: in a relative clause ("citing the channel, which quoted a memo"), or as
// a sentence of its own behind a report ("It cited two officers.").
func (w *work) citesToo(si, v, obj int) bool {
	s := &w.d.Sentences[si]
	if s.Tokens[v].XPOS == "VBG" || passive(s, v) || !w.origin(si, obj) || s.Child(v, "ccomp", "xcomp") >= 0 {
		return false
	}
	sub := s.Child(v, "nsubj")
	if sub < 0 || sub > v {
		return false
	}
	outer := -1
	if x := s.Tokens[sub].XPOS; x == "WDT" || x == "WP" {
		if _, h := antecedent(w.d, doc.Range{Sent: si, First: sub, End: sub + 1}); h >= 0 {
			outer = w.headedBy(si, h)
		}
	} else if s.Tokens[v].Head < 0 && si > 0 {
		outer = w.reportBefore(si, sub)
	}
	if outer < 0 {
		return false
	}
	for i := range w.cands {
		if w.cands[i].at == (doc.Ref{Sent: si, Tok: v}) {
			w.cands[i].dead = true
		}
	}
	c := candidate{at: doc.Ref{Sent: si, Tok: v}, class: Say, head: obj, also: -1, inside: outer, reason: "citing"}
	c.source = w.bare(w.nounPhrase(si, obj, v), obj)
	w.nameBehind(&c)
	c.cue = w.verbGroup(si, v, -1, c.source)
	c.content = slices.Clone(w.cands[outer].content)
	w.add(c)
	return true
}

// hadItFrom is the one from whom somebody has what he tells: "which had it from a
// diplomat", "The paper learned this from two officers."; -1 for nobody.
func (w *work) hadItFrom(s *doc.Sentence, v int) int {
	if !w.t.words["learning"][w.low(s.Tokens[v].Lemma)] {
		return -1
	}
	o := s.Child(v, "obj")
	if o != v+1 && o != v+2 {
		return -1
	}
	if !w.t.words["news"][w.low(s.Tokens[o].Lemma)] {
		return -1
	}
	return oblWith(s, v, "from")
}

// nameBehind takes in the name that stands right behind the noun for it, which a tree
// may hang elsewhere: "the channel VTV".
func (w *work) nameBehind(c *candidate) {
	s := &w.d.Sentences[c.source.Sent]
	end := c.source.End
	if end >= len(s.Tokens) || s.Tokens[c.head].UPOS != "NOUN" || c.head != end-1 || s.Tokens[end].UPOS != "PROPN" {
		return
	}
	for c.source.End < len(s.Tokens) && s.Tokens[c.source.End].UPOS == "PROPN" {
		c.source.End++
	}
	if h := s.Tokens[end].Head; h < end || h >= c.source.End {
		c.head = end
	}
}

// headedBy is the last candidate whose source a noun heads; -1 for none.
func (w *work) headedBy(si, head int) int {
	for i := len(w.cands) - 1; i >= 0 && w.cands[i].at.Sent == si; i-- {
		c := &w.cands[i]
		if !c.dead && c.source.Sent == si && (c.head == head || c.source.Has(doc.Ref{Sent: si, Tok: head})) && len(c.content) > 0 {
			return i
		}
	}
	return -1
}

// reportBefore is the outermost report of the sentence before, when the subject
// goes on with its source: a pronoun, or a definite word for an outlet or office.
func (w *work) reportBefore(si, sub int) int {
	s := &w.d.Sentences[si]
	t := &s.Tokens[sub]
	switch {
	case t.UPOS == "PRON" && t.XPOS == "PRP":
	case t.UPOS == "NOUN" && w.origin(si, sub):
		if d := s.Child(sub, "det"); d < 0 || w.low(s.Tokens[d].Form) != "the" {
			return -1
		}
	default:
		return -1
	}
	best := -1
	for i := range w.cands {
		c := &w.cands[i]
		if c.at.Sent != si-1 || c.dead || c.source.IsZero() || len(c.content) == 0 || c.class != Say && c.class != Show && c.class != Relay || c.weak {
			continue
		}
		if best < 0 || c.inside < 0 && w.cands[best].inside >= 0 || w.holds(c.content, w.cands[best].at) {
			best = i
		}
	}
	if best >= 0 && w.d.Sentences[si].Part != w.d.Sentences[si-1].Part {
		return -1
	}
	for n := 0; best >= 0 && w.cands[best].inside >= 0 && n < len(w.cands); n++ {
		best = w.cands[best].inside // "told Reuters": the agency
	}
	return best
}
