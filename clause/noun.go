package clause

import "nuncio/doc"

// nominal adds what stands for the arguments of a noun.
func (r *Reader) nominal(s *doc.Sentence, i int) {
	owned := r.nounOwn(s, i, doc.Own)
	// "Ri's visit and talks": the later noun shares what stands before the first.
	if t := &s.Tokens[i]; !owned && t.Deprel == "conj" && t.Head >= 0 && s.Tokens[t.Head].UPOS == "NOUN" {
		for c := range s.Children(t.Head) {
			if c < t.Head {
				r.premodifier(s, c, doc.Shared)
			}
		}
	}
	for c := range s.Children(i) {
		t := &s.Tokens[c]
		switch {
		case t.Deprel == "nmod", t.Deprel == "obl":
			r.oblique(s, c, c, doc.Own, caseOf(s, c))
		case t.Deprel == "acl", t.Deprel == "ccomp":
			r.complement(s, c, doc.Comp)
		}
	}
}

func (r *Reader) nounOwn(s *doc.Sentence, i int, origin doc.Origin) bool {
	found := false
	for c := range s.Children(i) {
		found = r.premodifier(s, c, origin) || found
	}
	return found
}

// premodifier adds a possessor, compound or adjective and says whether it was one.
func (r *Reader) premodifier(s *doc.Sentence, c int, origin doc.Origin) bool {
	switch s.Tokens[c].Deprel {
	case "nmod:poss":
		r.addAll(s, doc.Poss, origin, c, "")
	case "compound", "nmod:desc", "nmod:unmarked":
		r.addAll(s, doc.Compound, origin, c, "")
	case "amod":
		r.addAll(s, doc.Mod, origin, c, "")
	default:
		return false
	}
	return true
}
