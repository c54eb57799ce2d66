package where

import (
	"strings"

	"nuncio/doc"
)

// located reports whether the name of a state or of its capital stands for the
// place here: where something is, goes to or comes from, or what an army enters.
func (w *words) located(s *doc.Sentence, head int, town bool) bool {
	t := &s.Tokens[head]
	if t.Deprel == "conj" && t.Head >= 0 && t.Head < head {
		if prepositionOf(s, head) == "" {
			return s.Tokens[t.Head].UPOS == "PROPN" && w.located(s, t.Head, town)
		}
	}
	governor, form := "", ""
	if t.Head >= 0 {
		governor, form = strings.ToLower(s.Tokens[t.Head].Lemma), s.Tokens[t.Head].Form
	}
	switch prepositionOf(s, head) {
	case "in", "inside", "near", "outside", "around", "across", "throughout", "within", "off", "along":
		return true
	case "to", "into", "from", "out", "toward", "towards", "through", "via":
		return w.has(governor, move) || w.has(form, move)
	case "of":
		return w.has(governor, local) && governor != "capital" && governor != "state" || w.aside(s, head)
	case "":
		switch t.Deprel {
		case "obj":
			return w.has(governor, enter)
		case "compound", "nmod:poss", "nmod:desc":
			if g := t.Head; g >= 0 && s.Tokens[g].Deprel == "compound" && s.Tokens[g].Head >= 0 {
				governor = s.Tokens[s.Tokens[g].Head].Lemma // "a Nairobi shopping mall"
			}
			return town && w.has(governor, site) || w.has(governor, land)
		case "appos", "flat":
			return governor == "capital" || governor == "city" || governor == "town"
		}
	}
	return false
}

// aside reports whether a direction stands before the preposition: "north of Sanaa".
func (w *words) aside(s *doc.Sentence, head int) bool {
	for c := range s.Children(head) {
		if s.Tokens[c].Deprel == "case" && c > 0 && w.has(strings.ToLower(s.Tokens[c-1].Form), beside) {
			return true
		}
	}
	return false
}
