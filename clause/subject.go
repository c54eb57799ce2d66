package clause

import "nuncio/doc"

// subject is the surface subject of a predicate and how it was found; -1 when
// nothing in the sentence stands for it.
func (r *Reader) subject(s *doc.Sentence, i int) (int, doc.Origin) {
	r.seen = r.seen[:0]
	return r.find(s, i)
}

func (r *Reader) find(s *doc.Sentence, i int) (int, doc.Origin) {
	for _, k := range r.seen {
		if k == i {
			return -1, doc.Own
		}
	}
	r.seen = append(r.seen, i)
	t := &s.Tokens[i]
	if c := nearestSubject(s, i); c >= 0 {
		if a := antecedent(s, i, c); a >= 0 {
			return a, doc.Relative
		}
		return c, doc.Own
	}
	if t.Head < 0 {
		return -1, doc.Own
	}
	h := t.Head
	switch {
	case t.Deprel == "conj":
		if subj, _ := r.find(s, h); subj >= 0 {
			return subj, doc.Shared
		}
	case t.Deprel == "xcomp":
		return r.controller(s, h)
	case doc.IsRel(t.Deprel, "advcl"):
		if !finite(s, i) {
			if r.words.has(s.Tokens[h].Lemma, commit) && markOf(s, i) == "to" {
				return r.controller(s, h)
			}
			if r.words.has(s.Tokens[h].Lemma, blame) || r.toTask(s, h) {
				switch markOf(s, i) {
				case "of", "for", "from", "with", "over", "into", "against", "as":
					return r.controller(s, h)
				}
			}
			if markOf(s, i) == "to" && (r.words.has(s.Tokens[h].Lemma, ask) || r.words.has(s.Tokens[h].Lemma, steer) && i > h && s.Child(h, "obj") >= 0) {
				return r.controller(s, h) // "invited the emir on Friday to visit Lima"
			}
			if s.Tokens[h].Deprel == "xcomp" && s.Tokens[h].Head >= 0 && i > h && r.words.has(t.Lemma, speech) && time(markOf(s, i)) {
				h = s.Tokens[h].Head // "ordered the army to deploy after accusing Lima"
			}
			if subj, _ := r.find(s, h); subj >= 0 {
				return subj, doc.Control
			}
		}
	case t.Deprel == "ccomp":
		if a := saidOf(s, i); a >= 0 {
			return a, doc.Relative
		}
		if !finite(s, i) && h >= 0 {
			return r.controller(s, h)
		}
	case t.Deprel == "acl:relcl", t.Deprel == "amod" && t.UPOS == "ADJ" && h < i: // "France, ready to help"
		return h, doc.Relative
	case t.Deprel == "acl":
		switch markOf(s, i) {
		case "to":
			if Ranked(s, i) {
				return r.rankedOne(s, h)
			}
			return r.nounController(s, h)
		case "of", "for", "about", "against":
			if r.words.has(s.Tokens[h].Lemma, charge) {
				return -1, doc.Own // "the charge of hiding rebels": who did is not who charges
			}
			if up := s.Tokens[h].Head; up >= 0 && r.words.has(s.Tokens[up].Lemma, blame) || s.Tokens[h].UPOS != "NOUN" {
				return h, doc.Relative
			}
			if c, origin := r.nounController(s, h); c >= 0 {
				return c, origin
			}
		}
		return h, doc.Relative
	case t.Deprel == "parataxis", t.Deprel == "dep":
		// Headlines and reports drop a subject that stands one clause up.
		if !finite(s, i) {
			if subj, _ := r.find(s, h); subj >= 0 {
				return subj, doc.Control
			}
		}
	}
	return -1, doc.Own
}

// saidOf is the noun of which a relative clause tells what somebody says of it: "a clash
// that residents say wounded three people"; -1 for none.
func saidOf(s *doc.Sentence, i int) int {
	h := s.Tokens[i].Head
	if h < 0 || h > i || s.Tokens[h].Deprel != "acl:relcl" || s.Tokens[h].Head < 0 || s.Tokens[i].XPOS == "VBG" || s.Tokens[i].XPOS == "VB" {
		return -1
	}
	subj := s.Child(h, "nsubj")
	if subj < 1 || subj > h || s.Child(i, "nsubj", "nsubj:pass", "mark") >= 0 || isRelative(&s.Tokens[subj]) {
		return -1
	}
	first, _ := s.Subtree(subj)
	if first < 1 || !isRelative(&s.Tokens[first-1]) && s.Tokens[first-1].Form != "that" {
		return -1
	}
	return s.Tokens[h].Head
}

// nearestSubject is the subject that stands next before a predicate, where the
// tree gives it several ("Armenia's neighbour, Ankara has …"), else the first
// behind it; -1 for none.
func nearestSubject(s *doc.Sentence, i int) int {
	best := -1
	for c := range s.Children(i) {
		if !doc.IsRel(s.Tokens[c].Deprel, "nsubj") || best >= 0 && c > i {
			continue
		}
		if c+2 == i && s.Tokens[c+1].XPOS == "HYPH" {
			continue // "which test-fired a missile": half of the verb
		}
		if best >= 0 && isRelative(&s.Tokens[c]) && s.Tokens[i].Deprel != "acl:relcl" {
			continue // "the bloc, which she chairs, met", its middle clause misread
		}
		best = c
	}
	return best
}

// controller is who does the infinitive under verb h.
func (r *Reader) controller(s *doc.Sentence, h int) (int, doc.Origin) {
	if !r.words.has(s.Tokens[h].Lemma, promise) && !r.words.passive(s, h) && !r.gone(s, h) {
		for _, rel := range [...]string{"iobj", "obj"} {
			if c := s.Child(h, rel); c >= 0 {
				if a := antecedent(s, h, c); a >= 0 {
					return a, doc.Control
				}
				return c, doc.Control
			}
		}
		// "called on X to stop": the person urged stands behind a preposition.
		if r.words.has(s.Tokens[h].Lemma, ask) {
			for c := range s.Children(h) {
				if c > h && doc.IsRel(s.Tokens[c].Deprel, "obl") && !r.words.has(s.Tokens[c].Lemma, day|month|season|measure) {
					switch caseOf(s, c) { // not "on Monday"
					case "on", "upon", "to", "for", "with":
						return c, doc.Control
					}
				}
			}
		}
	}
	subj, _ := r.find(s, h)
	return subj, doc.Control
}

// gone reports whether the object of a verb is whom its subject reaches or whence he goes, and does
// nothing: "rang Lima to thank it", "left Lima to visit Oslo", not "left the rebels to fight alone".
func (r *Reader) gone(s *doc.Sentence, v int) bool {
	c := s.Child(v, "obj")
	return c >= 0 && (r.words.has(s.Tokens[v].Lemma, reach) || s.Tokens[v].Lemma == "leave" && s.Tokens[c].UPOS == "PROPN")
}

// nounController is who does the infinitive at a noun: "Iran's refusal to
// talk", "made a decision to leave", "an order for troops to leave".
func (r *Reader) nounController(s *doc.Sentence, n int) (int, doc.Origin) {
	if c := s.Child(n, "nmod:poss"); c >= 0 {
		return c, doc.Control
	}
	for c := range s.Children(n) {
		if s.Tokens[c].Deprel == "nmod" {
			// "a promise from Oslo to pay": who gave it is to do it.
			if k := caseOf(s, c); k == "by" || k == "from" || k == "of" && isCapital(s.Tokens[c].Form) && s.Tokens[c].UPOS == "PROPN" && s.Tokens[n].UPOS == "NOUN" {
				return c, doc.Control // "the decision of Eritrea to expel"
			}
		}
	}
	for c := range s.Children(n) {
		if t := &s.Tokens[c]; t.Deprel == "compound" && t.UPOS == "PROPN" || t.Deprel == "amod" && c > 0 && isCapital(t.Form) && c < n {
			return c, doc.Control // "a Turkish proposal to send troops"
		}
	}
	if h := s.Tokens[n].Head; h >= 0 && (s.Tokens[n].Deprel == "obj" || s.Tokens[n].Deprel == "iobj" || s.Tokens[n].Deprel == "obl") {
		if r.words.has(s.Tokens[h].Lemma, steer) && s.Tokens[n].Deprel != "obl" || r.words.has(s.Tokens[h].Lemma, ask) && s.Tokens[n].Deprel == "obl" {
			return n, doc.Control // "urged both sides to talk", its infinitive hung from the noun
		}
		if r.words.has(s.Tokens[h].Lemma, blame) && s.Tokens[n].Deprel == "obl" {
			switch caseOf(s, n) {
			case "for", "of", "over", "with", "in":
				return r.controller(s, h) // "jailed three men for a plot to kill the king"
			}
		}
		subj, _ := r.find(s, h)
		return subj, doc.Control
	}
	return r.called(s, n), doc.Control
}

// called is what a noun says something to be: "Peru became the first country to
// sever ties"; -1 for none.
func (r *Reader) called(s *doc.Sentence, n int) int {
	if s.Child(n, "cop") >= 0 {
		return s.Child(n, "nsubj")
	}
	if h := s.Tokens[n].Head; h >= 0 && s.Tokens[n].Deprel == "xcomp" && r.words.has(s.Tokens[h].Lemma, become) {
		subj, _ := r.find(s, h)
		return subj
	}
	return -1
}

// finite reports whether a clause has a tense of its own.
func finite(s *doc.Sentence, i int) bool {
	if s.Tokens[i].Feat("VerbForm", "Fin") {
		return true
	}
	if c := s.Child(i, "aux", "cop"); c >= 0 {
		for c := range s.Children(i) {
			if (doc.IsRel(s.Tokens[c].Deprel, "aux") || s.Tokens[c].Deprel == "cop") && s.Tokens[c].Feat("VerbForm", "Fin") {
				return true
			}
		}
	}
	return false
}

// time reports whether a conjunction says when.
func time(mark string) bool { return mark == "after" || mark == "before" || mark == "while" }

// isCapital reports whether a word begins with a capital letter.
func isCapital(form string) bool { return form != "" && 'A' <= form[0] && form[0] <= 'Z' }

// toTask reports whether a verb blames somebody together with a noun or adjective: "took Lima
// to task", "held Lima responsible".
func (r *Reader) toTask(s *doc.Sentence, v int) bool {
	for c := range s.Children(v) {
		if t := &s.Tokens[c]; (t.UPOS == "NOUN" || t.UPOS == "ADJ") && r.words.has(s.Tokens[v].Lemma+" "+t.Lemma, blame) {
			return true
		}
	}
	return false
}
