package clause

import "nuncio/doc"

// nominal adds what stands for the arguments of a noun.
func (r *Reader) nominal(s *doc.Sentence, i int) {
	owned := r.nounOwn(s, i, doc.Own)
	if who, where := abroad(s, i); who >= 0 && s.Child(i, "nmod:poss") < 0 {
		r.add(doc.Poss, doc.Shared, who, "")
		r.add(doc.Obl, doc.Shared, where, "in")
		owned = true
	}
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
		case t.Deprel == "acl", t.Deprel == "ccomp", t.Deprel == "acl:relcl" && s.Child(c, "mark") >= 0 && s.Child(c, "nsubj", "nsubj:pass") >= 0:
			r.complement(s, c, doc.Comp) // "the demand that the base be returned", called relative or not
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
		if a := whose(s, c); a >= 0 {
			r.addAll(s, doc.Poss, doc.Relative, a, "")
			break
		}
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

// whose is the noun that the possessor "whose" stands for, or -1.
func whose(s *doc.Sentence, c int) int {
	if t := &s.Tokens[c]; t.XPOS != "WP$" && t.Lemma != "whose" {
		return -1
	}
	v := s.Tokens[c].Head
	for n := 0; v >= 0 && n < 4; n++ {
		if s.Tokens[v].Deprel == "acl:relcl" {
			return s.Tokens[v].Head
		}
		v = s.Tokens[v].Head
	}
	return -1
}

// abroad are who is said to be where for what a noun says, and where: "the premier, in
// Skopje for talks, praised".
func abroad(s *doc.Sentence, i int) (who, where int) {
	t := s.Tokens
	if c := caseOf(s, i); t[i].Deprel != "nmod" && t[i].Deprel != "obl" || t[i].Head < 0 || c != "for" && c != "on" {
		return -1, -1
	}
	h := t[i].Head
	who, where = h, -1
	if doc.IsRel(t[h].Deprel, "nmod") && caseOf(s, h) == "in" {
		who, where = t[h].Head, h
	} else {
		for c := range s.Children(h) {
			if c < i && (t[c].Deprel == "nmod" || t[c].Deprel == "obl") && caseOf(s, c) == "in" {
				where = c
			}
		}
		if t[h].UPOS == "VERB" { // hung from the verb behind them: "the premier, in Oslo for talks, said"
			if who = s.Child(h, "nsubj"); h < i {
				return -1, -1
			}
		}
	}
	if who >= 0 && t[who].Deprel == "appos" && t[who].Head >= 0 && t[who].Head < who {
		who = t[who].Head // "the minister, Ann Berg, in Oslo for talks"
	}
	if who < 0 || where < who || t[where].UPOS != "PROPN" || !doc.IsRel(t[who].Deprel, "nsubj") {
		return -1, -1
	}
	for k := who + 1; k < where; k++ {
		if t[k].Form == "," {
			return who, where
		}
	}
	return -1, -1
}
