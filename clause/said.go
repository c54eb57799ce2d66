package clause

import "nuncio/doc"

// saidBy gives a verb of saying that closes its sentence the source before it that the tree
// set beside a noun of what is said: "recalled its envoy to Lima, [the state agency], Petra,
// reported", "shelled the town, [Radio Citizen] (a private station) said".
func saidBy(s *doc.Sentence) bool {
	if s.Part == doc.Title {
		return false
	}
	for v := range s.Tokens {
		if !subjectless(s, v) || s.Tokens[v].Head >= 0 || !closes(s, v) {
			continue
		}
		c := s.Child(v, "ccomp")
		if c < 0 || c > v {
			continue
		}
		for n := c + 1; n < v; n++ {
			t := &s.Tokens[n]
			if t.Deprel != "appos" && t.Deprel != "conj" && t.Deprel != "list" || !isNoun(s, n) || t.Head > n || !s.Dominates(c, n) || s.Child(n, "cc", "case") >= 0 {
				continue
			}
			first, end := s.Subtree(n)
			if end != v || first == 0 || s.Tokens[first].Form != "," && s.Tokens[first-1].Form != "," {
				continue
			}
			t.Head, t.Deprel = v, "nsubj"
			return true
		}
	}
	return false
}

// closes reports whether nothing but the time stands behind a verb.
func closes(s *doc.Sentence, v int) bool {
	for i := v + 1; i < len(s.Tokens); i++ {
		switch s.Tokens[i].UPOS {
		case "PUNCT", "ADP", "PROPN", "NUM", "DET":
		case "NOUN":
			if s.Tokens[i].Head == v && s.Tokens[i].Deprel == "obj" {
				return false
			}
		default:
			return false
		}
	}
	return true
}
