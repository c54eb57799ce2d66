package clause

import (
	"strings"

	"nuncio/doc"
)

// receivers makes the first of two objects the one who is given something: "sent
// [the emir] a letter"; and the time that somebody is given an object: "gave him [two days]",
// "gave the junta in Mali [a week] to go".
func (w *Words) receivers(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		first := -1
		if s.Tokens[v].UPOS == "VERB" && w.has(s.Tokens[v].Lemma, give) && s.Child(v, "obj", "iobj", "nsubj:pass") >= 0 {
			if c := s.Child(v, "obl:unmarked"); c > v && s.Tokens[c].UPOS == "NOUN" && w.has(s.Tokens[c].Lemma, measure) && s.Child(c, "det", "nummod") >= 0 && s.Child(v, "xcomp", "advcl") > c {
				moved = givenTime(s, v, c) || moved
			}
		}
		for c := range s.Children(v) {
			if s.Tokens[c].Deprel != "obj" || c < v {
				continue
			}
			if first < 0 {
				first = c
				if w.has(s.Tokens[v].Lemma, give) && (money(s, v, c) || w.givenTo(s, v, c)) {
					moved = true
					break
				}
				continue
			}
			if w.has(s.Tokens[v].Lemma, give|write) {
				s.Tokens[first].Deprel = "iobj"
				moved = true
			}
			break
		}
	}
	return moved
}

// givenTime makes time c the object of verb v, and of an object before it the one to whom it
// is given, with the places between the two, who is to do what stands behind it.
func givenTime(s *doc.Sentence, v, c int) bool {
	if o := s.Child(v, "obj"); o >= 0 {
		k := s.Child(v, "xcomp", "advcl")
		if o > c || s.Child(v, "iobj", "nsubj:pass") >= 0 || markOf(s, k) != "to" {
			return false
		}
		for n := o + 1; n < c; n++ {
			if s.Tokens[n].Head == v && doc.IsRel(s.Tokens[n].Deprel, "obl") {
				s.Tokens[n].Head, s.Tokens[n].Deprel = o, "nmod"
			}
		}
		s.Tokens[o].Deprel, s.Tokens[k].Deprel = "iobj", "xcomp"
	}
	s.Tokens[c].Deprel = "obj"
	return true
}

// givenTo parts the one who is given something without an article of its own from it, where the
// tree made him a word of it: "granted the ousted [dictator] asylum".
func (w *Words) givenTo(s *doc.Sentence, v, obj int) bool {
	if s.Tokens[obj].UPOS != "NOUN" {
		return false
	}
	if k := s.Child(obj, "appos"); k > obj+1 && s.Tokens[k].UPOS == "NOUN" && s.Tokens[obj+1].Head == k && s.Tokens[obj+1].Deprel == "det" { // "promised her [colleague] a battalion"
		s.Tokens[obj].Deprel = "iobj"
		s.Tokens[k].Head, s.Tokens[k].Deprel = v, "obj"
		return true
	}
	det, k := -1, -1
	for c := range s.Children(obj) {
		switch t := &s.Tokens[c]; {
		case c < v || c > obj:
			if doc.IsRel(t.Deprel, "nmod") && s.Child(c, "case") >= 0 && s.Tokens[s.Child(c, "case")].Lemma == "to" {
				return false
			}
		case (t.Deprel == "det" || t.Deprel == "nmod:poss" && t.UPOS == "PRON") && c == v+1:
			det = c
		case t.Deprel == "nmod:poss" || t.Deprel == "det" || t.Deprel == "nummod":
			return false
		case (t.Deprel == "compound" || t.Deprel == "amod") && w.has(strings.ToLower(t.Lemma), receiver):
			k = c
		}
	}
	if k >= 0 && det < 0 {
		for c := range s.Children(k) { // "[the Syrian leader] brotherly ties"
			if d := s.Tokens[c].Deprel; c == v+1 && (d == "det" || d == "nmod:poss") {
				det = c
			}
		}
	}
	if c := s.Child(v, "obl"); det < 0 || k < 0 || c > obj && s.Child(c, "case") >= 0 && s.Tokens[s.Child(c, "case")].Lemma == "to" {
		return false
	}
	for c := v + 1; c < k; c++ {
		if s.Tokens[c].Head == obj {
			s.Tokens[c].Head = k
		}
	}
	t := &s.Tokens[k]
	t.Head, t.Deprel = v, "iobj"
	if t.UPOS == "ADJ" {
		t.UPOS, t.XPOS = "NOUN", "NN"
	}
	return true
}

// money parts the one who is given a sum of money from the sum, which the tree hung from him
// or him from it: "lent the [kingdom] $250 million".
func money(s *doc.Sentence, v, obj int) bool {
	if k := obj + 1; k < len(s.Tokens) && s.Tokens[k].UPOS == "SYM" && s.Tokens[k].Head == obj && s.Tokens[k].Deprel == "appos" {
		s.Tokens[obj].Deprel = "iobj"
		s.Tokens[k].Head, s.Tokens[k].Deprel = v, "obj"
		return true
	}
	k := obj - 1
	if s.Tokens[obj].UPOS != "SYM" || k <= v || !isNoun(s, k) || s.Tokens[k].Head != obj || len(s.Tokens[k].Form) < 4 { // "US$"
		return false
	}
	s.Tokens[k].Head, s.Tokens[k].Deprel = v, "iobj"
	for c := range s.Tokens {
		if c > v && c < k && s.Tokens[c].Head == obj {
			s.Tokens[c].Head = k
		}
	}
	return true
}

// askedFor hangs from the verb of asking what is asked for, which the tree hung from the name of
// whoever is asked: "asked the World Food Programme [for milk]".
func (w *Words) askedFor(s *doc.Sentence) bool {
	moved := false
	for c := range s.Tokens {
		t := &s.Tokens[c]
		n := t.Head
		if t.Deprel != "nmod" || t.UPOS != "NOUN" || n < 0 || n > c || caseOf(s, c) != "for" || s.Tokens[n].Deprel != "obj" && s.Tokens[n].Deprel != "iobj" || s.Tokens[n].UPOS != "PROPN" {
			continue
		}
		if v := s.Tokens[n].Head; v >= 0 && v < n && w.has(s.Tokens[v].Lemma, steer) {
			t.Head, t.Deprel = v, "obl"
			moved = true
		}
	}
	return moved
}
