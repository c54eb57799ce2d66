package clause

import "nuncio/doc"

// company joins to a subject those who stand beside it: "Egypt, [along with] Bahrain, severed ties",
// "France together with Germany called".
func company(s *doc.Sentence) bool {
	moved := false
	for c := 3; c < len(s.Tokens); c++ {
		t := &s.Tokens[c]
		if !isNoun(s, c) || t.Deprel != "nmod" && !doc.IsRel(t.Deprel, "obl") || t.Head < 0 || caseOf(s, c) == "" {
			continue
		}
		with := s.Child(c, "case")
		for with < c && s.Tokens[with].Lemma != "with" {
			with++
		}
		if with < 2 || with == c || s.Tokens[with-1].Lemma != "along" && s.Tokens[with-1].Lemma != "together" {
			continue
		}
		first := with - 1
		_, end := s.Subtree(c)
		if s.Tokens[first-1].Form == "," && (end >= len(s.Tokens) || s.Tokens[end].Form != "," && s.Tokens[end-1].Form != ",") {
			continue
		}
		n := t.Head
		if !isNoun(s, n) || n > c {
			if first > n && s.Child(n, "obj") >= 0 {
				continue // whether "freed ten men along with their guide" or "took the train along with" them the tree does not tell
			}
			n = subjectBefore(s, n, first)
		}
		if n < 0 || n >= first || s.Tokens[first-1].Form != "," && !isNoun(s, first-1) || !doc.IsRel(s.Tokens[n].Deprel, "nsubj") {
			continue
		}
		for k := first; k < first+2; k++ {
			s.Tokens[k].Head, s.Tokens[k].Deprel = c, "cc"
		}
		t.Head, t.Deprel = n, "conj"
		moved = true
	}
	return moved
}

// subjectBefore is the subject of verb v that stands before token i; -1 for none.
func subjectBefore(s *doc.Sentence, v, i int) int {
	for k := range s.Children(v) {
		if k < i && doc.IsRel(s.Tokens[k].Deprel, "nsubj") {
			return k
		}
	}
	return -1
}

// inverted puts behind its subject's verb what stands before it: "[among those killed] was a
// diplomat", "[also attending] was the president": a diplomat was killed, the president attended.
func inverted(s *doc.Sentence) bool {
	for n := range s.Tokens {
		if s.Tokens[n].Head >= 0 || !isNoun(s, n) {
			continue
		}
		cop := s.Child(n, "cop")
		if cop < 1 || cop > n || s.Child(n, "nsubj", "expl") >= 0 {
			return false
		}
		v := ahead(s, n, cop)
		if v < 0 {
			return false
		}
		subject, aux := "nsubj", "aux"
		if s.Tokens[v].XPOS == "VBN" {
			subject, aux = "nsubj:pass", "aux:pass"
		}
		for k := range s.Tokens {
			if s.Tokens[k].Head == n && (s.Tokens[k].UPOS == "PUNCT" || doc.IsRel(s.Tokens[k].Deprel, "obl") && k > n) {
				s.Tokens[k].Head = v
			}
		}
		s.Tokens[cop].Head, s.Tokens[cop].Deprel = v, aux
		s.Tokens[v].Head, s.Tokens[v].Deprel = -1, "root"
		s.Tokens[n].Head, s.Tokens[n].Deprel = v, subject
		return true
	}
	return false
}

// ahead is the participle before a copula of which the noun behind it is the subject; -1 for none.
func ahead(s *doc.Sentence, n, cop int) int {
	for c := range s.Children(n) {
		t := &s.Tokens[c]
		if c > cop {
			continue
		}
		if doc.IsRel(t.Deprel, "csubj") && (t.XPOS == "VBG" || t.XPOS == "VBN") && s.Child(c, "nsubj", "mark") < 0 {
			return c
		}
		if (doc.IsRel(t.Deprel, "obl") || t.Deprel == "nmod") && caseOf(s, c) == "among" && (t.Lemma == "those" || t.Lemma == "that") {
			if v := s.Child(c, "acl"); v >= 0 && (s.Tokens[v].XPOS == "VBN" || s.Tokens[v].XPOS == "VBG") {
				s.Tokens[c].Head, s.Tokens[c].Deprel = v, "obl"
				return v
			}
		}
	}
	return -1
}
