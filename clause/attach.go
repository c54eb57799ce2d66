package clause

import (
	"nuncio/doc"
)

// What follows mends attachments that parsers of news get wrong in the same way
// again and again. Each touches a tree only where it cannot be right as it is.

// coordinated hangs from the noun itself what is coordinated with a title or a part
// of its name: "[Mr] Berg and his colleague", "Ana [Rojas] and the mayor".
func coordinated(s *doc.Sentence) bool {
	moved := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Deprel != "conj" || t.Head < 0 {
			continue
		}
		h := t.Head
		up := s.Tokens[h].Head
		switch s.Tokens[h].Deprel {
		case "nmod:desc", "flat", "compound", "nmod:unmarked":
			if up >= 0 && up != i && i > up && i > h && isNoun(s, h) && isNoun(s, i) {
				t.Head = up
				moved = true
			}
		}
	}
	return moved
}

// prepositions gives a noun the preposition that the tree hung from the first word
// of its name: "to [Phnom] Penh". Where a verb without subject follows, that word
// closes a phrase and the noun is the subject: "on that [avenue] soldiers shot".
func prepositions(s *doc.Sentence) bool {
	moved := false
	for p := range s.Tokens {
		if s.Tokens[p].Deprel != "case" || s.Tokens[p].UPOS != "ADP" || s.Tokens[p].Head < 0 {
			continue
		}
		k := s.Tokens[p].Head
		n := s.Tokens[k].Head
		if d := s.Tokens[k].Deprel; k < p || n <= k || d != "compound" && d != "flat" && d != "amod" && d != "nmod:desc" || !isNoun(s, n) || caseOf(s, n) != "" {
			continue
		}
		d := s.Tokens[n].Deprel
		if !doc.IsRel(d, "obl") && d != "nmod" && d != "conj" {
			continue
		}
		if v := s.Tokens[n].Head; d == "obl" && n < v && s.Tokens[k].Deprel == "compound" && s.Tokens[k].UPOS == "NOUN" && subjectless(s, v) {
			for c := range s.Tokens {
				if c < k && c != p && s.Tokens[c].Head == n {
					s.Tokens[c].Head = k
				}
			}
			s.Tokens[k].Head, s.Tokens[k].Deprel = v, "obl"
			s.Tokens[n].Deprel = "nsubj"
		} else {
			s.Tokens[p].Head = n
		}
		moved = true
	}
	return moved
}

// subjectless reports whether a verb stands in a tense and has nobody for its
// subject, of its own or of a verb that it is coordinated with.
func subjectless(s *doc.Sentence, v int) bool {
	if s.Tokens[v].UPOS != "VERB" && s.Child(v, "cop") < 0 || s.Child(v, "nsubj", "csubj", "expl", "aux:pass") >= 0 {
		return false
	}
	switch s.Tokens[v].Deprel {
	case "root", "ccomp", "parataxis":
	default:
		return false
	}
	switch x := s.Tokens[v].XPOS; {
	case finite(s, v), x == "VBD":
		return true
	case x == "VBN":
		return s.Child(v, "aux", "obl:agent") < 0
	}
	return false
}

// fronted gives a verb without subject the noun before it that the tree took into
// a phrase at the head of the sentence: "After talks in Lima, [the union] called".
func fronted(s *doc.Sentence) bool {
	if s.Part == doc.Title {
		return false
	}
	moved := false
	for v := range s.Tokens {
		if !subjectless(s, v) {
			continue
		}
		n := afterComma(s, v)
		if n < 0 {
			continue
		}
		old := s.Tokens[n].Head
		s.Tokens[n].Head, s.Tokens[n].Deprel = v, "nsubj"
		for c := n + 1; c < v; c++ { // what the tree hung beside it stands beside it still
			if t := &s.Tokens[c]; t.Head == old && isNoun(s, c) {
				t.Head = n
			}
		}
		past(s, v)
		moved = true
	}
	return moved
}

// bare makes the subject of a verb without one out of the noun before it that the
// tree took for an adverbial though no preposition opens it: "More than a [third] of
// its exports go".
func (w *Words) bare(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		if !subjectless(s, v) {
			continue
		}
		for c := range s.Children(v) {
			t := &s.Tokens[c]
			if c < v && (t.Deprel == "obl" || t.Deprel == "obj") && (t.UPOS == "NOUN" || t.UPOS == "PROPN") && caseOf(s, c) == "" &&
				!w.has(t.Lemma, day|month|season|measure) {
				t.Deprel = "nsubj"
				past(s, v)
				moved = true
				break
			}
		}
	}
	return moved
}

// afterComma is the first noun behind a comma that some phrase before verb v
// holds beside its own noun; -1 for none.
func afterComma(s *doc.Sentence, v int) int {
	for n := 1; n < v; n++ {
		t := &s.Tokens[n]
		if t.Deprel != "appos" && t.Deprel != "conj" && t.Deprel != "nmod" && t.Deprel != "list" || !isNoun(s, n) && t.UPOS != "PRON" || t.Head < 0 ||
			caseOf(s, n) != "" || s.Child(n, "cc") >= 0 || t.Head > n || s.Tokens[t.Head].Deprel == "nsubj" {
			continue
		}
		top := n
		for steps := 0; top >= 0 && s.Tokens[top].Head != v && steps < len(s.Tokens); steps++ {
			top = s.Tokens[top].Head
		}
		if top < 0 || top > n || !doc.IsRel(s.Tokens[top].Deprel, "obl") && !doc.IsRel(s.Tokens[top].Deprel, "advcl") && s.Tokens[top].Deprel != "advmod" {
			continue
		}
		if left(s, n) > 0 && s.Tokens[left(s, n)].Form == "," || left(s, n) > 0 && s.Tokens[left(s, n)-1].Form == "," {
			return n
		}
	}
	return -1
}

// left is the first token of what n governs directly, and of what that governs.
func left(s *doc.Sentence, n int) int {
	first := n
	for c := n - 1; c >= 0 && s.Dominates(n, c); c-- {
		first = c
	}
	return first
}

// past makes a verb read as a participle the past tense that it is.
func past(s *doc.Sentence, v int) {
	if t := &s.Tokens[v]; t.XPOS == "VBN" || t.XPOS == "VBD" {
		t.XPOS, t.Feats = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
	}
}

// active makes the main verb of a sentence active that was read as a passive though
// no form of "be" stands with it: "The minister, Ana Rojas, [accepted] on Friday."
func active(s *doc.Sentence) {
	n := len(s.Tokens)
	if s.Part == doc.Title || n < 4 || s.Tokens[n-1].UPOS != "PUNCT" {
		return
	}
	v := s.Root()
	if v < 0 || s.Tokens[v].XPOS != "VBN" || s.Child(v, "aux", "obl:agent", "cop") >= 0 || hasFinite(s) {
		return
	}
	for c := range s.Children(v) {
		if s.Tokens[c].Deprel == "nsubj:pass" && c < v {
			s.Tokens[c].Deprel = "nsubj"
			past(s, v)
			return
		}
	}
}

// subjectOfSaid gives a clause its subject back that the verb of saying behind it
// took for a second subject: "[Oslo and Lima] promised to pay, an official said".
func subjectOfSaid(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		first, second := -1, -1
		for c := range s.Children(v) {
			if s.Tokens[c].Deprel == "nsubj" {
				if first < 0 {
					first = c
				} else {
					second = c
				}
			}
		}
		if second < 0 {
			continue
		}
		for c := range s.Children(v) {
			if t := &s.Tokens[c]; t.Deprel == "ccomp" && first < c && c < second && s.Child(c, "nsubj", "csubj", "expl") < 0 && t.UPOS == "VERB" {
				s.Tokens[first].Head = c
				moved = true
				break
			}
		}
	}
	return moved
}

// conjunctions makes a clause of a preposition's noun and the verb without subject
// behind it: "came after [Oslo], which chairs the council, apologised".
func (w *Words) conjunctions(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.Head < 0 || t.UPOS != "VERB" || !finite(s, v) && t.XPOS != "VBD" || s.Child(v, "nsubj", "csubj", "aux:pass", "cc") >= 0 {
			continue
		}
		switch t.Deprel {
		case "parataxis", "advcl", "ccomp", "conj":
		default:
			continue
		}
		for n := v - 1; n > t.Head; n-- {
			if s.Tokens[n].Head != t.Head || !doc.IsRel(s.Tokens[n].Deprel, "obl") || !isNoun(s, n) && s.Tokens[n].UPOS != "PRON" {
				continue
			}
			k := s.Child(n, "case")
			if k < 0 || !w.has(s.Tokens[k].Lemma, open) || s.Child(n, "acl:relcl", "appos") < 0 && n != v-1 || !adjacent(s, n, v) {
				break
			}
			s.Tokens[n].Head, s.Tokens[n].Deprel = v, "nsubj"
			s.Tokens[k].Head, s.Tokens[k].Deprel = v, "mark"
			t.Deprel = "advcl"
			moved = true
			break
		}
	}
	return moved
}

// adjacent reports whether nothing but a comma and adverbs stands between what n
// governs and verb v.
func adjacent(s *doc.Sentence, n, v int) bool {
	for c := n + 1; c < v; c++ {
		if u := s.Tokens[c].UPOS; !s.Dominates(n, c) && u != "PUNCT" && u != "ADV" && u != "AUX" {
			return false
		}
	}
	return true
}

// dated splits a date at the head of a sentence from the subject that the tree took
// it for a part of: "In late [May] Kenya closed".
func (w *Words) dated(s *doc.Sentence) bool {
	moved := false
	for c := 2; c < len(s.Tokens); c++ {
		v := s.Tokens[c].Head
		if v <= c || !doc.IsRel(s.Tokens[c].Deprel, "obl") || !isNoun(s, c) || w.has(s.Tokens[c].Lemma, day|month) || caseOf(s, c) == "" || !subjectless(s, v) {
			continue
		}
		k := -1
		for d := range s.Children(c) {
			if d < c && isNoun(s, d) && w.has(s.Tokens[d].Lemma, day|month|season) {
				k = d
			}
		}
		if k < 0 {
			continue
		}
		for d := range s.Tokens {
			if d < k && s.Tokens[d].Head == c {
				s.Tokens[d].Head = k
			}
		}
		s.Tokens[k].Head, s.Tokens[k].Deprel = v, "obl"
		s.Tokens[c].Deprel = "nsubj"
		moved = true
	}
	return moved
}

// armed gives a verb the subject that a participle or adjective between the two
// took: "[police] armed with sticks broke up".
func armed(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		if s.Tokens[v].UPOS != "VERB" || !finite(s, v) && s.Tokens[v].XPOS != "VBD" || s.Child(v, "nsubj", "csubj", "expl", "aux:pass") >= 0 {
			continue
		}
		for c := range s.Children(v) {
			t := &s.Tokens[c]
			if c > v || !doc.IsRel(t.Deprel, "advcl") || finite(s, c) || t.UPOS != "ADJ" && t.XPOS != "VBN" && t.XPOS != "VBG" || s.Child(c, "mark", "aux", "cop") >= 0 {
				continue
			}
			n := s.Child(c, "nsubj")
			if n < 0 || n > c {
				continue
			}
			s.Tokens[n].Head, s.Tokens[n].Deprel = v, "nsubj"
			t.Head, t.Deprel = n, "acl"
			moved = true
			break
		}
	}
	return moved
}

// doneBy hangs whoever does what a noun tells from the noun, where the tree hung him from the
// verb before it, which has a doer of its own: "regretted the killing of a pilgrim [by Yemeni
// soldiers]".
func (w *Words) doneBy(s *doc.Sentence) bool {
	moved := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		v := t.Head
		if !doc.IsRel(t.Deprel, "obl") || v < 0 || v > i || s.Tokens[v].UPOS != "VERB" || caseOf(s, i) != "by" || !w.capitals(s, i) || w.passive(s, v) {
			continue
		}
		noun := -1
		for c := range s.Children(v) {
			if c > v && c < i && s.Tokens[c].UPOS == "NOUN" && (s.Tokens[c].Deprel == "obj" || doc.IsRel(s.Tokens[c].Deprel, "obl")) {
				noun = c
			}
		}
		if noun < 0 || !hasOf(s, noun) {
			continue
		}
		t.Head, t.Deprel = noun, "nmod"
		moved = true
	}
	return moved
}

// hasOf reports whether a phrase with "of" hangs from a noun.
func hasOf(s *doc.Sentence, noun int) bool {
	for c := range s.Children(noun) {
		if s.Tokens[c].Deprel == "nmod" && caseOf(s, c) == "of" {
			return true
		}
	}
	return false
}

// capitals reports whether a noun is a name, no time, or has one or a demonym before it.
func (w *Words) capitals(s *doc.Sentence, n int) bool {
	named := func(k int) bool {
		f := s.Tokens[k].Form
		return f != "" && f[0] >= 'A' && f[0] <= 'Z' && !w.has(s.Tokens[k].Lemma, day|month|season|measure)
	}
	if named(n) {
		return true
	}
	for c := range s.Children(n) {
		if d := s.Tokens[c].Deprel; c < n && (d == "amod" || d == "compound" || d == "nmod:poss") && named(c) {
			return s.Tokens[n].UPOS == "NOUN" && !w.has(s.Tokens[n].Lemma, day|month|season|measure)
		}
	}
	return false
}
