package clause

import "nuncio/doc"

// secondSubject gives the second verb of a sentence the subject that the tree
// coordinated with an object of the first: "the paper did not print the letter, and
// [a spokesman] for the king denied that". Where the tree made the first clause the
// content of the second verb, it is made the main one.
func secondSubject(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" && s.Child(v, "aux") < 0 ||
			s.Child(v, "nsubj", "nsubj:pass", "csubj", "expl", "mark") >= 0 {
			continue
		}
		first := firstVerb(s, v)
		if first < 0 {
			continue
		}
		n := coordinatedBefore(s, first, v)
		if n < 0 {
			continue
		}
		for c := range s.Children(n) {
			if d := s.Tokens[c].Deprel; c < n && (d == "cc" || d == "punct") {
				s.Tokens[c].Head = v
			}
		}
		s.Tokens[n].Head, s.Tokens[n].Deprel = v, "nsubj"
		if h := &s.Tokens[first]; h.Head == v {
			h.Head, h.Deprel = t.Head, t.Deprel
			t.Head, t.Deprel = first, "conj"
		}
		moved = true
	}
	return moved
}

// firstVerb is the verb whose clause stands before v beside it: its head, where v is
// a further verb, or what the tree took for its content; -1 for none.
func firstVerb(s *doc.Sentence, v int) int {
	if t := &s.Tokens[v]; t.Deprel == "conj" && t.Head >= 0 && t.Head < v && s.Tokens[t.Head].UPOS == "VERB" {
		return t.Head
	}
	if h := s.Child(v, "ccomp"); h >= 0 && h < v && s.Tokens[h].UPOS == "VERB" && s.Child(h, "mark") < 0 && s.Child(h, "nsubj") >= 0 {
		return h
	}
	return -1
}

// coordinatedBefore is the noun behind "and" that ends right before verb v, hung
// from something that verb h governs; -1 for none.
func coordinatedBefore(s *doc.Sentence, h, v int) int {
	first := v // of the verb with its auxiliaries and adverbs
	for first > h+1 && s.Tokens[first-1].Head == v && (doc.IsRel(s.Tokens[first-1].Deprel, "aux") || s.Tokens[first-1].Deprel == "advmod") {
		first--
	}
	for n := h + 1; n < first; n++ {
		t := &s.Tokens[n]
		if t.Deprel != "conj" || t.Head < 0 || t.Head > n || t.Head <= h || !isNoun(s, n) || caseOf(s, n) != "" || !s.Dominates(h, t.Head) {
			continue
		}
		and := s.Child(n, "cc")
		if own := s.Child(v, "cc"); own >= 0 {
			if and >= 0 || own > n || own < t.Head {
				continue
			}
			and = own // "and" hangs from the verb already
		}
		if and < 0 {
			continue
		}
		_, end := s.Subtree(n)
		comma := s.Tokens[first-1].Form == ","
		if end != first && !(end == first-1 && comma) {
			continue
		}
		if comma && !opened(s, n, first-1) {
			continue // "met Berg and Rojas, signed …"
		}
		return n
	}
	return -1
}

// opened reports whether a comma closes what another one opened behind a noun.
func opened(s *doc.Sentence, n, comma int) bool {
	for i := n + 1; i < comma; i++ {
		if s.Tokens[i].Form == "," {
			return true
		}
	}
	return false
}

// toldOrSaid gives a clause the subject that the verb of saying before it took for
// the one spoken to: "Lima said [the envoy], in a letter, had invited Quito".
func toldOrSaid(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		n := s.Child(v, "iobj")
		if n < v || !isNoun(s, n) || s.Child(v, "obj") >= 0 {
			continue
		}
		c := s.Child(v, "ccomp")
		if c < n || s.Child(c, "nsubj", "nsubj:pass", "csubj", "expl", "mark") >= 0 || s.Child(c, "aux") < 0 && s.Tokens[c].XPOS != "VBD" {
			continue
		}
		s.Tokens[n].Head, s.Tokens[n].Deprel = c, "nsubj"
		moved = true
	}
	return moved
}
