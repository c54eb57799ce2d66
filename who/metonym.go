package who

import (
	"strings"

	"nuncio/catalogue"
	"nuncio/doc"
)

// isPlace decides whether the name of a capital or state stands for a place, by
// what governs it: where something is or goes, it is a place; where it acts, is
// addressed, owns or is bound, it is a government.
func (r *Resolver) isPlace(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	h := m.Head
	t := &s.Tokens[h]
	prep := strings.ToLower(prepositionOf(s, h))
	governor := ""
	verb := false
	if t.Head >= 0 {
		governor = strings.ToLower(s.Tokens[t.Head].Lemma)
		verb = s.Tokens[t.Head].UPOS == "VERB"
	}
	switch prep {
	case "in", "at", "near", "outside", "around", "inside", "across", "throughout", "within", "via":
		return true
	case "to", "for", "from", "into", "toward", "towards", "through":
		if h := t.Head; t.Deprel == "conj" && h >= 0 && s.Tokens[h].Head >= 0 { // "flew to Lima and to Quito"
			h = s.Tokens[h].Head
			if s.Tokens[h].UPOS != "VERB" && s.Tokens[h].Head >= 0 {
				h = s.Tokens[h].Head // "to Lima on Monday and to Quito", hung from the day
			}
			governor = strings.ToLower(s.Tokens[h].Lemma)
		}
		return r.words.has(governor, useMotion)
	case "":
	default:
		return false
	}
	switch {
	case strings.HasPrefix(t.Deprel, "obj"):
		return verb && (r.words.has(governor, useReach) || r.words.has(stem(lower(s.Tokens[t.Head].Form)), useReach))
	case t.Deprel == "nmod:poss":
		return r.words.has(governor, useLocal)
	case t.Deprel == "compound", t.Deprel == "nmod":
		return r.words.has(governor, useLocal) || r.words.has(governor, useHeld) && r.spots[i].capital()
	case t.Deprel == "appos", t.Deprel == "conj":
		if t.Head >= 0 && t.Head < h {
			if k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: t.Head}); k >= 0 && k != i {
				return r.d.Mentions[k].Place || r.spots[k].typ == doc.LOC && len(r.spots[k].readings) == 0
			}
		}
	}
	return false
}

// capital reports whether a name is read as a capital's first of all.
func (s *spot) capital() bool {
	return len(s.readings) > 0 && s.readings[0].Kind == catalogue.NameCapital
}

func prepositionOf(s *doc.Sentence, n int) string {
	for c := range s.Children(n) {
		if s.Tokens[c].Deprel == "case" && s.Tokens[c].UPOS == "ADP" {
			return s.Tokens[c].Form
		}
	}
	return ""
}

// stem is a verb's form without the ending of the past ("bombed"): lemmas are
// guessed.
func stem(form string) string {
	if strings.HasSuffix(form, "ed") && len(form) > 4 {
		return form[:len(form)-2]
	}
	return strings.TrimSuffix(form, "ing")
}
