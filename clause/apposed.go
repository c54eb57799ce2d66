package clause

import "nuncio/doc"

// apposedSubject gives a verb the name for its subject whose apposition the tree took for
// it: "On Sunday [Ana Rojas and Per Lund, the head of the league], will chair".
func (w *Words) apposedSubject(s *doc.Sentence) bool {
	moved := false
	for n := range s.Tokens {
		t := &s.Tokens[n]
		v := t.Head
		if t.Deprel != "nsubj" || v <= n || t.UPOS != "NOUN" || s.Tokens[v].UPOS != "VERB" {
			continue
		}
		first, end := s.Subtree(n)
		if s.Tokens[first].Form == "," {
			first++
		}
		if first < 2 || s.Tokens[first-1].Form != "," || end >= v || s.Tokens[end-1].Form != "," && s.Tokens[end].Form != "," {
			continue
		}
		c := -1
		for k := range s.Children(v) {
			if k < n && s.Tokens[k].Deprel == "obl" && s.Tokens[k].UPOS == "PROPN" && caseOf(s, k) == "" && !w.has(s.Tokens[k].Lemma, day|month|season|measure) {
				c = k
			}
		}
		if c < 0 {
			continue
		}
		last := c
		for k := range s.Children(c) {
			if s.Tokens[k].Deprel == "conj" && k < first && isNoun(s, k) {
				last = k
			}
		}
		s.Tokens[c].Deprel = "nsubj"
		t.Head, t.Deprel = last, "appos"
		moved = true
	}
	return moved
}

// firedOn hangs from a verb of shooting whom it hits, where the tree took them for a part of
// what was shot with: "opened fire with rifles [on the marchers]".
func firedOn(s *doc.Sentence) bool {
	moved := false
	for n := range s.Tokens {
		t := &s.Tokens[n]
		if t.Deprel != "nmod" || t.Head < 0 || !isNoun(s, n) {
			continue
		}
		if k := caseOf(s, n); k != "on" && k != "at" && k != "upon" {
			continue
		}
		with := t.Head
		v := s.Tokens[with].Head
		if v < 0 || v > with || !doc.IsRel(s.Tokens[with].Deprel, "obl") || caseOf(s, with) != "with" {
			continue
		}
		if obj := s.Child(v, "obj"); s.Tokens[v].Lemma != "fire" && s.Tokens[v].Lemma != "shoot" && (obj < 0 || s.Tokens[obj].Lemma != "fire") {
			continue
		}
		t.Head, t.Deprel = v, "obl"
		moved = true
	}
	return moved
}
