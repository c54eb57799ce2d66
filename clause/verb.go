package clause

import "nuncio/doc"

// verbal adds the arguments of a verb, or of an adjective or noun with a copula.
func (r *Reader) verbal(s *doc.Sentence, i int, passive bool) {
	subjectRole := doc.Subj
	if passive {
		subjectRole = doc.Obj
		if r.words.has(s.Tokens[i].Lemma, give) && s.Child(i, "obj") >= 0 {
			subjectRole = doc.IObj
		}
	}
	if subj, origin := r.subject(s, i); subj >= 0 {
		r.addAll(s, subjectRole, origin, subj, "")
	}
	if passive {
		if k := r.keeper(s, i); k >= 0 {
			r.addAll(s, doc.Subj, doc.Control, k, "")
		}
	}
	hasObj := false
	for c := range s.Children(i) {
		t := &s.Tokens[c]
		filler, origin := c, doc.Own
		if a := antecedent(s, i, c); a >= 0 {
			filler, origin = a, doc.Relative
		}
		switch {
		case t.Deprel == "obj":
			hasObj = true
			r.addAll(s, doc.Obj, origin, filler, "")
		case t.Deprel == "iobj":
			r.addAll(s, doc.IObj, origin, filler, "")
		case doc.IsRel(t.Deprel, "obl"), t.Deprel == "nmod":
			prep := caseOf(s, c)
			if passive && isAgent(s, c, prep) {
				r.addAll(s, doc.Subj, origin, filler, "")
				continue
			}
			r.oblique(s, c, filler, origin, prep)
		case t.Deprel == "advmod" && t.Lemma == "here":
			r.add(doc.Obl, doc.Own, c, "in")
		case t.Deprel == "xcomp", t.Deprel == "ccomp", doc.IsRel(t.Deprel, "csubj"):
			r.complement(s, c, doc.Comp)
		case t.Deprel == "advcl", doc.IsRel(t.Deprel, "advcl"):
			r.complement(s, c, doc.Adv)
		}
	}
	r.sharedObject(s, i, hasObj || passive)
	if !hasObj && !passive {
		r.gap(s, i)
	}
}

// isAgent reports whether an oblique of a passive is the one who did it.
func isAgent(s *doc.Sentence, c int, prep string) bool {
	if s.Tokens[c].Deprel == "obl:agent" {
		return s.Tokens[c].Lemma != "force" || s.Child(c, "det", "amod", "nmod:poss", "compound") >= 0 // "thrown out by force"
	}
	return prep == "by" && (s.Tokens[c].UPOS == "PROPN" || s.Tokens[c].UPOS == "PRON") && s.Tokens[c].Deprel == "obl"
}

// oblique adds a prepositional argument; a preposition made of several phrases
// ("on behalf of X") counts as one, with X as the filler.
func (r *Reader) oblique(s *doc.Sentence, c, filler int, origin doc.Origin, prep string) {
	r.addAll(s, doc.Obl, origin, filler, prep)
	if filler != c || prep == "" {
		return
	}
	noun := s.Tokens[c].Lemma
	for n := range s.Children(c) {
		if s.Tokens[n].Deprel != "nmod" {
			continue
		}
		if whole := r.words.phrases[phrase{prep, noun, caseOf(s, n)}]; whole != "" {
			r.addAll(s, doc.Obl, doc.Own, n, whole)
		}
	}
	// "at Ri's invitation", "on Seoul's behalf"
	for n := range s.Children(c) {
		if s.Tokens[n].Deprel == "nmod:poss" {
			if whole := r.words.phrases[phrase{prep, noun, "of"}]; whole != "" {
				r.addAll(s, doc.Obl, doc.Own, n, whole)
			}
		}
	}
}

// complement adds a clause and the clauses coordinated with it.
func (r *Reader) complement(s *doc.Sentence, c int, role doc.ArgRole) {
	mark := markOf(s, c)
	r.add(role, doc.Own, c, mark)
	for k := range s.Children(c) {
		if s.Tokens[k].Deprel == "conj" && (s.Tokens[k].UPOS == "VERB" || s.Child(k, "cop") >= 0) {
			r.args = append(r.args, doc.Arg{Role: role, Conj: true, Tok: k, Case: mark})
		}
	}
}

// sharedObject gives "signed" its object in "signed and ratified the treaty",
// whichever of the two verbs the tree hangs it from.
func (r *Reader) sharedObject(s *doc.Sentence, i int, has bool) {
	if has {
		return
	}
	t := &s.Tokens[i]
	if t.Deprel == "conj" && t.Head >= 0 && s.Tokens[t.Head].UPOS == "VERB" && s.Child(i, "obl", "ccomp", "xcomp") < 0 {
		if o := s.Child(t.Head, "obj"); o > i {
			r.addAll(s, doc.Obj, doc.Shared, o, "")
		}
		return
	}
	if s.Child(i, "ccomp", "xcomp", "obl") >= 0 {
		return
	}
	for c := range s.Children(i) {
		if s.Tokens[c].Deprel == "conj" && s.Tokens[c].UPOS == "VERB" && c-i <= 3 && s.Child(c, "nsubj") < 0 {
			if o := s.Child(c, "obj"); o >= 0 {
				r.addAll(s, doc.Obj, doc.Shared, o, "")
			}
			return
		}
	}
}

// gap fills the object of a relative clause without a pronoun: "the letter Kim sent".
func (r *Reader) gap(s *doc.Sentence, i int) {
	t := &s.Tokens[i]
	if t.Deprel != "acl:relcl" || t.Head < 0 || s.Child(i, "nsubj") < 0 || s.Child(i, "ccomp") >= 0 {
		return
	}
	if antecedent(s, i, s.Child(i, "nsubj")) >= 0 {
		return
	}
	for c := range s.Children(i) {
		if p := s.Child(c, "nmod:poss"); p >= 0 && s.Tokens[p].XPOS == "WP$" {
			return // "Jordan, whose king flew to Jeddah"
		}
		if m := &s.Tokens[c]; antecedent(s, i, c) >= 0 && !(m.Deprel == "mark" && m.UPOS == "PRON" && s.Child(i, "obj") < 0) {
			return
		}
		// A preposition left behind takes the noun: "the man he met with".
		if doc.IsRel(s.Tokens[c].Deprel, "obl") && s.Tokens[c].UPOS == "ADP" {
			r.addAll(s, doc.Obl, doc.Relative, t.Head, s.Tokens[c].Lemma)
			return
		}
	}
	r.add(doc.Obj, doc.Relative, t.Head, "")
}

// antecedent is the noun that a relative pronoun stands for: the child c of the
// relative clause's verb v, or -1 when c is no relative pronoun.
func antecedent(s *doc.Sentence, v, c int) int {
	if c < 0 || !isRelative(&s.Tokens[c]) {
		return -1
	}
	for n := 0; v >= 0 && n < len(s.Tokens); n++ {
		t := &s.Tokens[v]
		switch {
		case t.Deprel == "acl:relcl":
			return t.Head
		case t.Deprel == "conj", t.Deprel == "xcomp", t.Deprel == "ccomp":
			v = t.Head
		default:
			return -1
		}
	}
	return -1
}

func isRelative(t *doc.Token) bool {
	if t.UPOS != "PRON" && t.UPOS != "DET" && t.UPOS != "SCONJ" {
		return false
	}
	switch t.Lemma {
	case "who", "whom", "which", "that":
		return t.XPOS != "IN" || t.UPOS == "PRON"
	}
	return false
}
