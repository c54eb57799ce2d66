package clause

import "nuncio/doc"

// perfects makes an auxiliary of a "had" that a phrase parts from its participle, where the
// tree made the participle its content: "the house [had] on Thursday set up a panel".
func perfects(s *doc.Sentence) bool {
	moved := false
	for h := range s.Tokens {
		t := &s.Tokens[h]
		if t.Lemma != "have" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" && t.XPOS != "VBN" || t.Deprel == "aux" || s.Child(h, "obj", "aux") >= 0 {
			continue
		}
		v := -1
		if t.Deprel == "acl" && t.Head >= 0 && s.Tokens[t.Head].Deprel == "nsubj" { // or described its subject by it
			v = s.Tokens[t.Head].Head
		} else if s.Child(h, "nsubj", "nsubj:pass") >= 0 {
			v = s.Child(h, "ccomp", "xcomp", "advcl")
		}
		if v < h+2 || s.Tokens[v].XPOS != "VBN" && s.Tokens[v].XPOS != "VBD" || s.Child(v, "mark", "aux", "aux:pass", "expl", "cc") >= 0 || s.Tokens[v].Head == h && s.Child(v, "nsubj", "nsubj:pass") >= 0 || !phrasesOnly(s, h, v) {
			continue
		}
		if s.Tokens[v].Head == h {
			s.Tokens[v].Head, s.Tokens[v].Deprel = t.Head, t.Deprel
		}
		for c := range s.Tokens {
			if s.Tokens[c].Head == h && c != v {
				s.Tokens[c].Head = v
			}
		}
		t.Head, t.Deprel, t.UPOS, t.XPOS = v, "aux", "AUX", finiteTag(t.Form)
		s.Tokens[v].XPOS, s.Tokens[v].UPOS = "VBN", "VERB"
		s.Link()
		moved = true
	}
	return moved
}

// finiteTag is the tag of a form of "have".
func finiteTag(form string) string {
	switch form {
	case "has":
		return "VBZ"
	case "have":
		return "VBP"
	}
	return "VBD"
}

// phrasesOnly reports whether only adverbs and phrases with a preposition stand between two
// tokens.
func phrasesOnly(s *doc.Sentence, h, v int) bool {
	for k := h + 1; k < v; k++ {
		t := &s.Tokens[k]
		switch {
		case t.UPOS == "ADV" || t.UPOS == "PUNCT" || t.UPOS == "ADP" || t.UPOS == "DET" || t.UPOS == "ADJ" || t.UPOS == "NUM":
		case isNoun(s, k) && t.Head != h && t.Head != v || isNoun(s, k) && doc.IsRel(t.Deprel, "obl"):
		default:
			return false
		}
	}
	return true
}

// dayBefore gives a verb its object back that the tree hung from "on" together with the day
// between the two: "condemned on [Thursday] Uganda's arrest of a bishop".
func (w *Words) dayBefore(s *doc.Sentence) bool {
	moved := false
	for d := 2; d+2 < len(s.Tokens); d++ {
		t := &s.Tokens[d]
		n := t.Head
		if !w.has(t.Lemma, day) || t.Deprel != "nmod:poss" && t.Deprel != "compound" || n < d+2 || s.Child(d, "case") >= 0 || !doc.IsRel(s.Tokens[n].Deprel, "obl") {
			continue
		}
		v, c := s.Tokens[n].Head, s.Child(n, "case")
		owner := s.Tokens[d+1].Deprel == "nmod:poss" || s.Tokens[d+1].UPOS == "DET"
		if c != d-1 || s.Tokens[c].Form != "on" || v < 0 || v > d || s.Tokens[v].UPOS != "VERB" || s.Child(v, "obj") >= 0 || !owner {
			continue
		}
		t.Head, t.Deprel = v, "obl"
		s.Tokens[c].Head = d
		s.Tokens[n].Deprel = "obj"
		s.Link()
		moved = true
	}
	return moved
}
