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

// relayed makes a verb of saying of the participle by which the tree described the source that
// closes a sentence: "recalled its envoy to Lima, the state-owned website [reported] on Monday".
func (w *Words) relayed(s *doc.Sentence) bool {
	if s.Part == doc.Title {
		return false
	}
	for n := 3; n+1 < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		if t.Deprel != "parataxis" && t.Deprel != "appos" || t.UPOS != "PROPN" && !w.has(t.Lemma, source) || t.Head < 0 || t.Head > n || s.Tokens[t.Head].UPOS != "VERB" && t.Deprel == "parataxis" {
			continue
		}
		r := s.Child(n, "acl")
		if r < n || s.Tokens[r].XPOS != "VBN" || !w.has(s.Tokens[r].Lemma, relate) || !closes(s, r) || s.Child(r, "nsubj", "aux", "aux:pass", "obj") >= 0 {
			continue
		}
		first, _ := s.Subtree(n)
		if first == 0 || s.Tokens[first].Form != "," && s.Tokens[first-1].Form != "," || w.byWhom(s, r) {
			continue
		}
		up := t.Head
		for up >= 0 && s.Tokens[up].UPOS != "VERB" {
			up = s.Tokens[up].Head
		}
		if up < 0 {
			continue
		}
		s.Tokens[r].Head, s.Tokens[r].Deprel, s.Tokens[r].XPOS = up, "parataxis", "VBD"
		t.Head, t.Deprel = r, "nsubj"
		return true
	}
	return false
}

// byWhom reports whether a participle names by whom, or where, its noun was so described.
func (w *Words) byWhom(s *doc.Sentence, r int) bool {
	for c := range s.Children(r) {
		if k := caseOf(s, c); doc.IsRel(s.Tokens[c].Deprel, "obl") && k != "on" && k != "" {
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

// thrownIn parts two subjects between which a tree found an apposition: "Until Mali pays, said
// the [minister], [Oslo] will not free the men".
func (w *Words) thrownIn(s *doc.Sentence) bool {
	for v := range s.Tokens {
		n := s.Child(v, "nsubj")
		if s.Tokens[v].UPOS != "VERB" || n < 2 || n > v {
			continue
		}
		a := s.Child(n, "appos")
		first, end := s.Subtree(n)
		u := first - 1
		if a < n || u < 1 || end > v || s.Child(a, "appos", "conj") >= 0 || s.Tokens[u].UPOS != "VERB" || s.Tokens[u].Lemma != "say" && !w.has(s.Tokens[u].Lemma, relate) || s.Child(u, "nsubj") >= 0 || s.Tokens[u-1].UPOS != "PUNCT" {
			continue
		}
		from, to := s.Subtree(a)
		if from < 1 || to != end || s.Tokens[from].Form != "," && s.Tokens[from-1].Form != "," || end < len(s.Tokens) && s.Tokens[end].Form == "," {
			continue
		}
		s.Tokens[n].Head, s.Tokens[n].Deprel = u, "nsubj"
		s.Tokens[a].Head, s.Tokens[a].Deprel = v, "nsubj"
		return true
	}
	return false
}
