package clause

import "nuncio/doc"

// beforeVerb gives a verb the noun that stands right before it and has no preposition of its
// own, where the tree made it a part of a phrase that opens the sentence: "on the night of
// April 28 to 29 [soldiers] opened fire".
func (w *Words) beforeVerb(s *doc.Sentence) bool {
	moved := false
	for n := 2; n+1 < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		if t.Deprel != "nmod" && t.Deprel != "nmod:unmarked" || !isNoun(s, n) || t.Head < 0 || t.Head > n || caseOf(s, n) != "" || w.has(t.Lemma, day|month|season|measure) {
			continue
		}
		v := n + 1
		for v < len(s.Tokens) && (s.Tokens[v].UPOS == "ADV" || doc.IsRel(s.Tokens[v].Deprel, "aux")) {
			v++
		}
		if v == len(s.Tokens) || s.Tokens[v].UPOS != "VERB" || !finite(s, v) && s.Tokens[v].XPOS != "VBD" || !subjectless(s, v) || s.Dominates(n, v) {
			continue
		}
		up := t.Head
		for k := 0; up >= 0 && s.Tokens[up].Head >= 0 && s.Tokens[up].Head != v && k < len(s.Tokens); k++ {
			up = s.Tokens[up].Head
		}
		if up < 0 || up > n || s.Tokens[up].Head != v || !doc.IsRel(s.Tokens[up].Deprel, "obl") || caseOf(s, up) == "" {
			continue
		}
		t.Head, t.Deprel = v, "nsubj"
		moved = true
	}
	return moved
}

// contact makes a clause without a conjunction that begins right behind a noun, and wants an
// object, the noun's relative clause: "cut off the gas [it sells] to Peru".
func contact(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if !doc.IsRel(t.Deprel, "advcl") || t.UPOS != "VERB" || t.Head < 0 || t.Head > v || !finite(s, v) || s.Child(v, "obj", "ccomp", "xcomp", "mark", "aux:pass") >= 0 {
			continue
		}
		n := s.Child(v, "nsubj")
		f := left(s, v)
		if n < 1 || n > v || s.Tokens[n].UPOS != "PRON" || f != n || !isNoun(s, f-1) || isRelative(&s.Tokens[n]) {
			continue
		}
		if o := &s.Tokens[f-1]; o.Deprel != "obj" || o.Head != t.Head {
			continue
		}
		t.Head, t.Deprel = f-1, "acl:relcl"
		moved = true
	}
	return moved
}

// demonyms makes the subject of a verb without one out of the demonym with an article right
// before it that the tree took for an adjective of the verb: "[A Kenyan] stabbed a guard".
func demonyms(s *doc.Sentence) bool {
	moved := false
	for c := 1; c+1 < len(s.Tokens); c++ {
		t := &s.Tokens[c]
		v := t.Head
		if t.UPOS != "ADJ" || t.Deprel != "amod" || v != c+1 || !isCapital(t.Form) || s.Tokens[v].UPOS != "VERB" || s.Tokens[c-1].UPOS != "DET" || s.Child(v, "nsubj", "nsubj:pass", "csubj", "expl") >= 0 {
			continue
		}
		t.UPOS, t.Deprel = "NOUN", "nsubj"
		s.Tokens[c-1].Head = c
		moved = true
	}
	return moved
}
