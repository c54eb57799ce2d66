package clause

import "nuncio/doc"

// caseOf is the preposition at a noun, in lower case; words that belong
// together ("because of") are joined by a space. Common ones cost no memory.
func caseOf(s *doc.Sentence, n int) string {
	for c := range s.Children(n) {
		if s.Tokens[c].Deprel == "case" && !isPossessive(&s.Tokens[c]) {
			return joined(s, c)
		}
	}
	return ""
}

// markOf is the word that opens a clause: "that", "to", "if", "after".
func markOf(s *doc.Sentence, n int) string {
	for c := range s.Children(n) {
		if s.Tokens[c].Deprel == "mark" {
			return joined(s, c)
		}
	}
	for c := range s.Children(n) {
		if s.Tokens[c].Deprel == "case" {
			return joined(s, c)
		}
	}
	for c := range s.Children(n) {
		if s.Tokens[c].Deprel == "advmod" && (s.Tokens[c].Lemma == "when" || s.Tokens[c].Lemma == "where") {
			return s.Tokens[c].Lemma
		}
	}
	return ""
}

func joined(s *doc.Sentence, c int) string {
	word := s.Tokens[c].Lemma
	for f := range s.Children(c) {
		if s.Tokens[f].Deprel == "fixed" {
			word = join(word, s.Tokens[f].Lemma)
		}
	}
	// "out of" may stand as two words of one noun.
	if n := c + 1; word == "out" && n < len(s.Tokens) && s.Tokens[n].Lemma == "of" && s.Tokens[n].Head == s.Tokens[c].Head {
		return "out of"
	}
	return word
}

// join keeps the fixed prepositions of news as constants, so that reading them
// allocates nothing.
func join(a, b string) string {
	switch {
	case a == "because" && b == "of":
		return "because of"
	case a == "accord" && b == "to", a == "according" && b == "to":
		return "according to"
	case a == "such" && b == "as":
		return "such as"
	case a == "as" && b == "to":
		return "as to"
	case a == "as" && b == "if":
		return "as if"
	case a == "as" && b == "well":
		return "as well"
	case a == "in" && b == "order":
		return "in order"
	case a == "instead" && b == "of":
		return "instead of"
	case a == "out" && b == "of":
		return "out of"
	case a == "due" && b == "to":
		return "due to"
	case a == "prior" && b == "to":
		return "prior to"
	case a == "rather" && b == "than":
		return "rather than"
	}
	return a + " " + b
}

func isPossessive(t *doc.Token) bool {
	return t.Form == "'s" || t.Form == "’s" || t.Form == "'" || t.Form == "’"
}
