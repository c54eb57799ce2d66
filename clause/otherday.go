package clause

import "nuncio/doc"

// otherDay hangs what was done to, or where, on another day from what it stands beside,
// where the tree hung it from the first day or from the verb: "flew to Oslo on Monday and
// to [Bern] on Tuesday", "visited Chad on May 3 and [Niger] two days later".
func (w *Words) otherDay(s *doc.Sentence) bool {
	moved := false
	for n := 4; n < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		if !isNoun(s, n) || t.Deprel != "conj" || t.Head < 0 || t.Head > n || w.timed(s, n) || s.Child(n, "nsubj", "cop", "obj", "aux") >= 0 {
			continue
		}
		v := t.Head
		if w.timed(s, v) && (doc.IsRel(s.Tokens[v].Deprel, "obl") || s.Tokens[v].Deprel == "nmod") {
			v = s.Tokens[v].Head
		}
		if v < 0 || s.Tokens[v].UPOS != "VERB" || s.Child(n, "cc") < 0 {
			continue
		}
		first := w.likeOne(s, v, n)
		if first < 0 || !w.dayBehind(s, n) {
			continue
		}
		t.Head = first
		moved = true
	}
	return moved
}

// likeOne is the object or phrase of verb v, before n and before a day that stands between
// them, which has the preposition that n has; -1 for none.
func (w *Words) likeOne(s *doc.Sentence, v, n int) int {
	found, prep, day := -1, caseOf(s, n), -1
	for c := range s.Children(v) {
		if c < v || c > n {
			continue
		}
		t := &s.Tokens[c]
		switch {
		case w.timed(s, c):
			day = c
		case prep == "" && t.Deprel == "obj", prep != "" && doc.IsRel(t.Deprel, "obl") && caseOf(s, c) == prep:
			found = c
		}
	}
	if found < 0 || day < found {
		for c := found + 1; found >= 0 && c < n; c++ { // the tree may hang the day from the noun
			if w.timed(s, c) && s.Dominates(found, c) {
				return found
			}
		}
		return -1
	}
	return found
}

// dayBehind reports whether a time stands behind noun n, in its clause.
func (w *Words) dayBehind(s *doc.Sentence, n int) bool {
	for k := n + 1; k < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		if t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "CCONJ" || t.Form == ";" {
			return false
		}
		if w.timed(s, k) {
			return true
		}
	}
	return false
}

// timed reports whether a token is a day: its name, its number in a month, or a noun of
// time ("the next morning").
func (w *Words) timed(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	switch {
	case w.has(t.Lemma, day|month|season):
		return true
	case t.UPOS == "NUM":
		c := s.Child(i, "nmod:unmarked", "nmod", "compound", "flat")
		return c >= 0 && w.has(s.Tokens[c].Lemma, month)
	}
	return w.has(t.Lemma, partOfDay)
}
