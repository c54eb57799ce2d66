package clause

import "nuncio/doc"

// unlike hangs a verb in the past from the verb in a tense to which it can be joined, where
// the tree joined it to one that has none or stands under "will": "announced a panel that
// will count the dead and [demanded] an apology", "agreed to meet and [signed]". No modal and
// no "to" goes on over a past tense.
func unlike(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.Deprel != "conj" || t.Head < 0 || t.Head > v || t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" || s.Child(v, "nsubj", "nsubj:pass", "csubj", "expl", "aux:pass", "mark") >= 0 {
			continue
		}
		h := t.Head
		if !untensed(s, h) {
			continue
		}
		for n := 0; n <= len(s.Tokens); n++ {
			if h = s.Tokens[h].Head; h < 0 {
				break
			}
			if x := s.Tokens[h].XPOS; s.Tokens[h].UPOS == "VERB" && (x == "VBD" || x == "VBZ" || x == "VBP" || x == "VBN" && s.Child(h, "aux", "aux:pass") >= 0) && !untensed(s, h) {
				t.Head = h
				moved = true
				break
			}
		}
	}
	return moved
}

// untensed reports whether a verb is bare: an infinitive, one under a modal, or a gerund
// behind a preposition.
func untensed(s *doc.Sentence, v int) bool {
	if s.Tokens[v].XPOS == "VBG" && s.Tokens[v].UPOS == "VERB" {
		m := s.Child(v, "mark")
		return m >= 0 && m < v && s.Child(v, "aux", "nsubj") < 0
	}
	if s.Tokens[v].UPOS != "VERB" || s.Tokens[v].XPOS != "VB" {
		return false
	}
	for c := range s.Children(v) {
		if t := &s.Tokens[c]; c < v && (t.XPOS == "MD" || t.XPOS == "TO" && t.Deprel == "mark") {
			return true
		}
	}
	return false
}
