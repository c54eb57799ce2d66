package clause

import "nuncio/doc"

// participles makes a participle between a numeral and its noun a modifier of
// the noun: "handed eleven [captured] men over".
func participles(s *doc.Sentence) bool {
	moved := false
	for g := 1; g+1 < len(s.Tokens); g++ {
		t := &s.Tokens[g]
		n := g + 1
		if t.UPOS != "VERB" || t.XPOS != "VBN" && t.XPOS != "VBD" || t.Deprel == "amod" || !isNoun(s, n) || s.Tokens[n].Head == g || t.Head < 0 || s.Dominates(g, n) {
			continue
		}
		if d := &s.Tokens[g-1]; d.Head != n || d.Deprel != "nummod" && d.Deprel != "det" && d.Deprel != "nmod:poss" && d.Deprel != "amod" {
			continue
		}
		up := s.Tokens[n].Head
		if up < 0 || up == g {
			continue
		}
		for c := range s.Tokens {
			if s.Tokens[c].Head == g && c != up {
				s.Tokens[c].Head = up
			}
		}
		t.Head, t.Deprel, t.XPOS = n, "amod", "VBN"
		t.Feats = "Tense=Past|VerbForm=Part"
		moved = true
	}
	return moved
}

// describing hangs a participle from the object before it, which it describes, where the verb is
// none whose object is put into a state or seen in it: "took in villagers [wounded] in the war".
func (w *Words) describing(s *doc.Sentence) bool {
	moved := false
	for g := 2; g < len(s.Tokens); g++ {
		t := &s.Tokens[g]
		if t.UPOS != "VERB" || t.XPOS != "VBN" || t.Deprel != "xcomp" || t.Head < 0 || t.Head > g-2 || w.has(s.Tokens[t.Head].Lemma, state) {
			continue
		}
		if n := &s.Tokens[g-1]; n.Head != t.Head || n.Deprel != "obj" || !isNoun(s, g-1) || s.Child(g, "mark", "aux", "aux:pass", "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		t.Head, t.Deprel = g-1, "acl"
		moved = true
	}
	return moved
}

// acting makes an adjective of the word before a title that the tree took for a verb:
// "met acting president Jean Dupont", "the acting foreign minister".
func (w *Words) acting(s *doc.Sentence) bool {
	moved := false
	for a := 0; a+1 < len(s.Tokens); a++ {
		t := &s.Tokens[a]
		if t.UPOS != "VERB" || t.Form != "acting" && t.Form != "Acting" {
			continue
		}
		n := a + 1
		for n < len(s.Tokens) && n < a+3 && !w.has(s.Tokens[n].Lemma, title) && (s.Tokens[n].UPOS == "ADJ" || s.Tokens[n].UPOS == "NOUN" || s.Tokens[n].UPOS == "PROPN") {
			n++
		}
		if n >= len(s.Tokens) || !w.has(s.Tokens[n].Lemma, title) {
			continue
		}
		for c := range s.Tokens {
			if c != n && s.Tokens[c].Head == a {
				s.Tokens[c].Head = t.Head
			}
		}
		if s.Tokens[n].Head == a {
			s.Tokens[n].Head, s.Tokens[n].Deprel = t.Head, t.Deprel
			if t.Deprel == "xcomp" || t.Deprel == "advcl" {
				s.Tokens[n].Deprel = "obj"
			}
		}
		t.Head, t.Deprel, t.UPOS, t.XPOS = n, "amod", "ADJ", "JJ"
		moved = true
	}
	return moved
}

// hyphened makes an adjective of a participle that a hyphen joins to a noun before it and
// that the tree took for a verb of its own: "to earthquake-hit Myanmar".
func hyphened(s *doc.Sentence) bool {
	moved := false
	for v := 2; v+1 < len(s.Tokens); v++ {
		t, n := &s.Tokens[v], v+1
		if t.UPOS != "VERB" || s.Tokens[v-1].XPOS != "HYPH" || s.Tokens[v-2].Head != v || s.Tokens[v-2].Deprel != "compound" ||
			s.Tokens[n].Head != v || s.Tokens[n].Deprel != "obj" || t.Deprel != "advcl" && t.Deprel != "xcomp" && t.Deprel != "acl" {
			continue
		}
		for c := range s.Children(v) {
			if s.Tokens[c].Deprel == "mark" {
				s.Tokens[c].Head, s.Tokens[c].Deprel, s.Tokens[c].UPOS = n, "case", "ADP"
			}
		}
		s.Tokens[n].Head, s.Tokens[n].Deprel = t.Head, "obl"
		t.Head, t.Deprel, t.UPOS, t.XPOS = n, "amod", "ADJ", "JJ"
		moved = true
	}
	return moved
}

// outOf makes the noun of two joined by a hyphen out of what the tree took for a part of "out
// of": "the [pull-out] of French troops".
func outOf(s *doc.Sentence) bool {
	moved := false
	for i := 2; i+1 < len(s.Tokens); i++ {
		t, n := &s.Tokens[i], s.Tokens[i].Head
		if t.UPOS != "NOUN" || t.Deprel != "case" || n <= i+1 || s.Tokens[i-1].XPOS != "HYPH" || s.Tokens[i-2].Head != i || s.Tokens[i+1].Head != n || s.Tokens[i+1].Deprel != "case" {
			continue
		}
		t.Head, t.Deprel = s.Tokens[n].Head, s.Tokens[n].Deprel
		if t.Deprel == "obl" && t.Head >= 0 && s.Child(t.Head, "obj") < 0 {
			t.Deprel = "obj" // "began the pull-out of"
		}
		for c := range s.Tokens {
			if s.Tokens[c].Head == n && s.Tokens[c].Deprel == "nmod" && c > n {
				s.Tokens[c].Head = i
			}
		}
		s.Tokens[n].Head, s.Tokens[n].Deprel = i, "nmod"
		moved = true
	}
	return moved
}

// gerunds makes a clause of the gerund that the tree took for a part of the noun
// behind it: "accused the town of [hiding] rebels".
func (w *Words) gerunds(s *doc.Sentence) bool {
	moved := false
	for g := 1; g+1 < len(s.Tokens); g++ {
		t := &s.Tokens[g]
		n := t.Head
		if t.XPOS != "VBG" || n <= g || t.Deprel != "compound" && t.Deprel != "amod" || !isNoun(s, n) {
			continue
		}
		p, up := g-1, s.Tokens[n].Head
		if u := s.Tokens[p].UPOS; u != "ADP" && u != "SCONJ" || up < 0 || up > g || s.Tokens[p].Head != g && s.Tokens[p].Head != n {
			continue
		}
		rel := "advcl"
		switch {
		case s.Tokens[up].UPOS == "VERB" && w.has(s.Tokens[up].Lemma, blame):
		case isNoun(s, up) && w.has(s.Tokens[up].Lemma, charge):
			rel = "acl"
		default:
			continue
		}
		t.Head, t.Deprel, t.UPOS = up, rel, "VERB"
		s.Tokens[p].Head, s.Tokens[p].Deprel = g, "mark"
		s.Tokens[n].Head, s.Tokens[n].Deprel = g, "obj"
		moved = true
	}
	return moved
}

// proposals hangs an infinitive from the noun before it that says whose it is: "discuss
// the bloc's [proposal] to send monitors".
func (w *Words) proposals(s *doc.Sentence) bool {
	moved := false
	for k := 1; k < len(s.Tokens); k++ {
		if s.Tokens[k].Deprel != "mark" || s.Tokens[k].Lemma != "to" || s.Tokens[k].Head < 0 {
			continue
		}
		v, n := s.Tokens[k].Head, k-1
		t := &s.Tokens[v]
		of := s.Tokens[n].UPOS == "PROPN" && s.Tokens[n].Deprel == "nmod" && s.Tokens[n].Head >= 0 && caseOf(s, n) == "of"
		if of {
			n = s.Tokens[n].Head // "the decision of Egypt to detain them"
		}
		if t.Deprel != "advcl" && t.Deprel != "xcomp" || s.Tokens[n].Head != t.Head || s.Tokens[n].Deprel != "obj" || !w.has(s.Tokens[n].Lemma, plan) || !of && !owned(s, n) {
			continue
		}
		t.Head, t.Deprel = n, "acl"
		moved = true
	}
	return moved
}

// owned reports whether a noun says before it whose it is.
func owned(s *doc.Sentence, n int) bool {
	for c := range s.Children(n) {
		switch t := &s.Tokens[c]; {
		case t.Deprel == "nmod:poss" && t.UPOS != "PRON", t.Deprel == "compound" && t.UPOS == "PROPN", t.Deprel == "amod" && c > 0 && isCapital(t.Form):
			return true
		}
	}
	return false
}

// kept hangs from what is kept shut, or the like, the phrase behind it that the tree hung from
// the verb: "kept its border [with Chad] closed".
func (w *Words) kept(s *doc.Sentence) bool {
	moved := false
	for x := range s.Tokens {
		v := s.Tokens[x].Head
		if s.Tokens[x].Deprel != "xcomp" || v < 0 || !w.has(s.Tokens[v].Lemma, keep) || s.Tokens[x].XPOS != "VBN" && s.Tokens[x].UPOS != "ADJ" {
			continue
		}
		o := s.Child(v, "obj")
		for c := o + 1; o >= 0 && c < x; c++ {
			if t := &s.Tokens[c]; t.Head == v && doc.IsRel(t.Deprel, "obl") && isNoun(s, c) {
				t.Head, t.Deprel = o, "nmod"
				moved = true
			}
		}
	}
	return moved
}

// keeper is who keeps, or leaves, a thing so as the participle under the verb says, and so
// does to it what that says: "[Chad] kept its border closed"; -1 for none.
func (r *Reader) keeper(s *doc.Sentence, i int) int {
	t := &s.Tokens[i]
	if t.Deprel != "xcomp" || t.XPOS != "VBN" || t.Head < 0 || !r.words.has(s.Tokens[t.Head].Lemma, keep) || s.Child(t.Head, "obj") < 0 {
		return -1
	}
	r.seen = r.seen[:0]
	subj, _ := r.find(s, t.Head)
	return subj
}
