package voice

import "nuncio/doc"

// adjective adds a candidate for a predicate adjective that brings a thought or
// a wish: "Riyadh is aware that …", "was reluctant to …".
func (w *work) adjective(si, a int) {
	s := &w.d.Sentences[si]
	c := w.t.adjectives[w.low(s.Tokens[a].Form)]
	if c == nil {
		return
	}
	sub := s.Child(a, "nsubj", "nsubj:pass")
	if sub < 0 || s.Child(a, "cop", "aux:pass") < 0 && s.Tokens[a].Deprel != "xcomp" {
		return
	}
	if s.Tokens[sub].UPOS == "PRON" && (w.low(s.Tokens[sub].Form) == "it" || s.Tokens[sub].Deprel == "expl") {
		return
	}
	cand := candidate{at: doc.Ref{Sent: si, Tok: a}, head: sub, also: -1, inside: -1, reason: "adjective"}
	prep := -1
	for i := range c.frames {
		if x, p := w.adjectiveContent(s, a, &c.frames[i]); x >= 0 {
			cand.content, cand.class, prep = w.dropLeading(w.subtree(si, x), p), c.frames[i].class, p
			break
		}
	}
	if len(cand.content) == 0 {
		return
	}
	cand.source = w.nounPhrase(si, sub, a)
	cand.cue = w.verbGroup(si, a, prep, cand.source)
	w.add(cand)
}

func (w *work) adjectiveContent(s *doc.Sentence, a int, f *frame) (x, prep int) {
	for c := range s.Children(a) {
		t := &s.Tokens[c]
		if c < a {
			continue
		}
		m := s.Child(c, "mark")
		to := m >= 0 && w.low(s.Tokens[m].Form) == "to"
		switch {
		case f.kind == fClause && t.Deprel == "ccomp" && !to, f.kind == fInf && to && (t.Deprel == "xcomp" || t.Deprel == "ccomp" || doc.IsRel(t.Deprel, "advcl")):
			return c, -1
		case f.kind == fPrep && (doc.IsRel(t.Deprel, "obl") || doc.IsRel(t.Deprel, "advcl") || t.Deprel == "nmod") && hasPrep(s, c, f.prep):
			return c, s.Child(c, "case", "mark")
		}
	}
	return -1, -1
}
