package clause

import (
	"strings"

	"nuncio/doc"
)

// halved gives a verb the subject that the tree hung from the verb's own first half:
// "[Iran] test-fired a missile", read as a test of Iran's that fired.
func halved(s *doc.Sentence) bool {
	moved := false
	for v := 3; v < len(s.Tokens); v++ {
		half := v - 2
		h := &s.Tokens[half]
		if s.Tokens[v].UPOS != "VERB" || s.Tokens[v-1].XPOS != "HYPH" || h.Head != v || h.Deprel != "nsubj" || h.UPOS == "PROPN" || s.Tokens[half-1].Head != half {
			continue
		}
		n := half - 1
		if d := s.Tokens[n].Deprel; !isNoun(s, n) || d != "compound" && d != "nmod:poss" && d != "nmod:unmarked" && d != "nmod:desc" {
			continue
		}
		for c := range s.Tokens {
			if c != n && c < n && s.Tokens[c].Head == half {
				s.Tokens[c].Head = n
			}
		}
		s.Tokens[n].Head, s.Tokens[n].Deprel = v, "nsubj"
		h.Deprel = "compound"
		moved = true
	}
	return moved
}

// battles makes a noun of the gerund at the head of a clause that says between whom it
// is, and has no object: "[Fighting] between the army and rebels flared".
func battles(s *doc.Sentence) bool {
	moved := false
	for g := range s.Tokens {
		t := &s.Tokens[g]
		if t.UPOS != "VERB" || t.XPOS != "VBG" || t.Deprel != "csubj" && t.Deprel != "nsubj" && t.Deprel != "csubj:pass" || s.Child(g, "obj", "nsubj", "aux") >= 0 {
			continue
		}
		between := false
		for c := range s.Children(g) {
			if c > g && doc.IsRel(s.Tokens[c].Deprel, "obl") {
				k := caseOf(s, c)
				between = between || k == "between" || k == "among"
			}
		}
		if !between {
			continue
		}
		for c := range s.Children(g) {
			if d := s.Tokens[c].Deprel; doc.IsRel(d, "obl") {
				s.Tokens[c].Deprel = "nmod"
			} else if d == "advmod" {
				s.Tokens[c].Deprel = "amod"
			}
		}
		t.UPOS, t.XPOS, t.Lemma = "NOUN", "NN", strings.ToLower(t.Form)
		t.Deprel = strings.Replace(t.Deprel, "csubj", "nsubj", 1)
		moved = true
	}
	return moved
}

// vows makes a noun of what the tree took for a verb though it has a possessor: "the
// rebels' [vow] to march".
func vows(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.XPOS == "VBG" || t.XPOS == "VBN" || s.Child(v, "nmod:poss") < 0 || s.Child(v, "obj", "nsubj", "aux") >= 0 || t.Deprel != "nsubj" && t.Deprel != "obj" {
			continue
		}
		for c := range s.Children(v) {
			if s.Tokens[c].Deprel == "xcomp" {
				s.Tokens[c].Deprel = "acl"
			}
		}
		t.UPOS, t.XPOS, t.Feats = "NOUN", "NN", "Number=Sing"
		moved = true
	}
	return moved
}

// wholes hangs from the whole noun what the tree hung from its first half: "a [Russian
// troop] build-up".
func wholes(s *doc.Sentence) bool {
	moved := false
	for i := 2; i < len(s.Tokens); i++ {
		first := i - 2
		if s.Tokens[i-1].XPOS != "HYPH" || !isNoun(s, i) || s.Tokens[first].Head != i || s.Tokens[first].UPOS == "PROPN" {
			continue
		}
		for c := first - 1; c >= 0 && c > first-4; c-- {
			t := &s.Tokens[c]
			if t.Head < c || t.Head > first || t.Deprel != "compound" && t.Deprel != "amod" && t.Deprel != "nmod:poss" {
				break
			}
			t.Head = i
			moved = true
		}
	}
	return moved
}
