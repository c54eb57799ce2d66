package clause

import "nuncio/doc"

// labelled takes who speaks before a colon out of the clause that he speaks, as scripts and
// interviews print it: "Q: Did Chad attack?", "HALE: Perry flew to Kuwait". The clause is
// then a sentence of its own, and the label stands beside it.
func labelled(s *doc.Sentence) {
	r := s.Root()
	if r < 0 || r > labelReach || s.Tokens[r].UPOS == "VERB" || s.Tokens[r].UPOS == "AUX" || s.Child(r, "nsubj", "cop") >= 0 {
		return
	}
	colon := -1
	for i := r + 1; i < len(s.Tokens) && i <= r+labelReach && colon < 0; i++ {
		switch s.Tokens[i].UPOS {
		case "VERB", "AUX":
			return
		}
		if s.Tokens[i].Form == ":" {
			colon = i
		}
	}
	if colon < 0 {
		return
	}
	v := -1
	for c := range s.Children(r) {
		if c > colon && v < 0 && (s.Tokens[c].UPOS == "VERB" || s.Child(c, "nsubj", "cop") >= 0) {
			v = c
		}
	}
	if v < 0 {
		return
	}
	rehang(s.Tokens, r, v)
	s.Tokens[v].Head, s.Tokens[v].Deprel = -1, "root"
	s.Tokens[r].Head, s.Tokens[r].Deprel = v, "dep"
	s.Link()
}

// labelReach is how many words a label may have on either side of its head.
const labelReach = 8
