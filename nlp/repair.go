package nlp

import "nuncio/doc"

// repair corrects what no tree of Universal Dependencies holds. A later member
// of a coordination begins at its conjunction, so what stands before the
// conjunction belongs to the first member: in "met in Oslo last week and
// agreed", "last week" is not when they agreed. Hanging it from the first member,
// which is an ancestor, keeps the tree a tree.
func repair(s *doc.Sentence) {
	t := s.Tokens
	for c := range t {
		v := t[c].Head
		if v <= c || t[v].Deprel != "conj" || !doc.IsRel(t[c].Deprel, "obl") {
			continue
		}
		first := t[v].Head
		if first < 0 || first >= c {
			continue
		}
		for k := c + 1; k < v; k++ {
			if t[k].Head == v && t[k].Deprel == "cc" {
				t[c].Head = first
				break
			}
		}
	}
}
