package clause

import "nuncio/doc"

// dateline takes a town before a dash, at the head of a sentence, out of the place
// of the subject: "Washington - President Trump called". The one named behind the
// dash is the subject, whatever he is to the town in the tree, unless another dash closes what is said of the first.
func dateline(s *doc.Sentence) {
	n := len(s.Tokens)
	if n < 5 || s.Tokens[0].UPOS != "PROPN" || !doc.IsRel(s.Tokens[0].Deprel, "nsubj") {
		return
	}
	v, at := s.Tokens[0].Head, 0
	for i := 1; i < min(6, n) && at == 0; i++ {
		if isDash(s.Tokens[i].Form) {
			at = i
		}
	}
	if at == 0 || v <= at {
		return
	}
	for c := at + 1; c < v; c++ {
		if isDash(s.Tokens[c].Form) {
			return
		}
	}
	for c := range s.Children(0) {
		if c > at && c < v && s.Tokens[c].UPOS != "PUNCT" && left(s, c) == at+1 {
			s.Tokens[c].Head, s.Tokens[c].Deprel = v, s.Tokens[0].Deprel
			s.Tokens[0].Deprel = "dep"
			s.Link()
			return
		}
	}
}

func isDash(form string) bool {
	switch form {
	case "-", "--", "–", "—":
		return true
	}
	return false
}
