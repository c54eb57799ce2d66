package clause

import "nuncio/doc"

// apposedSubject gives a verb the name for its subject whose apposition the tree took for
// it: "On Sunday [Ana Rojas and Per Lund, the head of the league], will chair".
func (w *Words) apposedSubject(s *doc.Sentence) bool {
	moved := false
	for n := range s.Tokens {
		t := &s.Tokens[n]
		v := t.Head
		if t.Deprel != "nsubj" || v <= n || t.UPOS != "NOUN" || s.Tokens[v].UPOS != "VERB" {
			continue
		}
		first, end := s.Subtree(n)
		if s.Tokens[first].Form == "," {
			first++
		}
		if first < 2 || s.Tokens[first-1].Form != "," || end >= v || s.Tokens[end-1].Form != "," && s.Tokens[end].Form != "," {
			continue
		}
		c := -1
		for k := range s.Children(v) {
			if k < n && s.Tokens[k].Deprel == "obl" && s.Tokens[k].UPOS == "PROPN" && caseOf(s, k) == "" && !w.has(s.Tokens[k].Lemma, day|month|season|measure) {
				c = k
			}
		}
		if c < 0 {
			continue
		}
		last := c
		for k := range s.Children(c) {
			if s.Tokens[k].Deprel == "conj" && k < first && isNoun(s, k) {
				last = k
			}
		}
		s.Tokens[c].Deprel = "nsubj"
		t.Head, t.Deprel = last, "appos"
		moved = true
	}
	return moved
}

// firedOn hangs from a verb of shooting whom it hits, where the tree took them for a part of
// what was shot with: "opened fire with rifles [on the marchers]".
func firedOn(s *doc.Sentence) bool {
	moved := false
	for n := range s.Tokens {
		t := &s.Tokens[n]
		if t.Deprel == "obj" && t.Head >= 0 && t.Head < n && isNoun(s, n) && secondObject(s, n) {
			t.Deprel, moved = "obl", true // "fired missiles at [a destroyer]"
			continue
		}
		if t.Deprel != "nmod" || t.Head < 0 || !isNoun(s, n) {
			continue
		}
		if k := caseOf(s, n); k != "on" && k != "at" && k != "upon" {
			continue
		}
		with := t.Head
		v := s.Tokens[with].Head
		if v < 0 || v > with || !doc.IsRel(s.Tokens[with].Deprel, "obl") || caseOf(s, with) != "with" {
			continue
		}
		if obj := s.Child(v, "obj"); s.Tokens[v].Lemma != "fire" && s.Tokens[v].Lemma != "shoot" && (obj < 0 || s.Tokens[obj].Lemma != "fire") {
			continue
		}
		t.Head, t.Deprel = v, "obl"
		moved = true
	}
	return moved
}

// blamedOn hangs from a verb of blame on whom it lays a deed, where the tree took him for a
// part of the deed: "blamed the shelling of the port [on Chad]".
func (w *Words) blamedOn(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		if s.Tokens[v].UPOS != "VERB" || s.Tokens[v].Lemma != "blame" && s.Tokens[v].Lemma != "pin" {
			continue
		}
		deed, last := s.Child(v, "obj", "nsubj:pass"), -1
		for c := range s.Tokens {
			if deed < 0 || c < deed || !s.Dominates(v, c) || caseOf(s, c) != "on" || w.timed(s, c) {
				continue
			}
			if s.Tokens[c].Head == v {
				last = -1
				break
			}
			if s.Dominates(deed, c) && doc.IsRel(s.Tokens[c].Deprel, "nmod") && s.Child(deed, "acl:relcl", "acl") < 0 {
				last = c
			}
		}
		if last >= 0 && s.Tokens[v].XPOS != "VBG" {
			s.Tokens[last].Head, s.Tokens[last].Deprel = v, "obl"
			moved = true
		}
	}
	return moved
}

// counterparts hangs from a noun of office the name behind it that the tree took for what
// somebody is called: "called his counterpart [Ana Rojas] to".
func (w *Words) counterparts(s *doc.Sentence) bool {
	moved := false
	for n := 1; n < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		if t.Deprel != "xcomp" || t.UPOS != "PROPN" || t.Head < 0 || w.has(t.Lemma, title) || s.Child(n, "mark", "case", "cop", "det", "amod", "nmod:desc") >= 0 {
			continue
		}
		o := n - 1
		if d := s.Tokens[o].Deprel; d != "obj" && d != "iobj" || s.Tokens[o].Head != t.Head || s.Tokens[o].Lemma != "counterpart" && s.Tokens[o].Lemma != "colleague" {
			continue
		}
		t.Head, t.Deprel = o, "appos"
		moved = true
	}
	return moved
}

// shifted gives a verb its object back that stands behind the one who gets it and that the
// tree made one phrase of both: "handed over to [the Red Cross] [nine drivers]".
func (w *Words) shifted(s *doc.Sentence) bool {
	moved := false
	for n := 3; n < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		v := t.Head
		if v < 0 || v > n || !doc.IsRel(t.Deprel, "obl") || t.UPOS != "NOUN" || s.Tokens[v].UPOS != "VERB" || s.Child(v, "obj", "ccomp", "xcomp") >= 0 || s.Child(v, "aux:pass") >= 0 {
			continue
		}
		p, num := s.Child(n, "case"), s.Child(n, "nummod")
		if p < 0 || num < 0 || s.Tokens[p].Lemma != "to" || num < p+2 || num > n || s.Tokens[num-1].UPOS != "PROPN" {
			continue
		}
		to := num - 1
		if s.Tokens[to].Head != n {
			continue
		}
		for c := p + 1; c < to; c++ { // its article, and the rest of its name
			if s.Tokens[c].Head == n {
				s.Tokens[c].Head = to
			}
		}
		s.Tokens[to].Head, s.Tokens[to].Deprel = v, "obl"
		s.Tokens[p].Head = to
		t.Deprel = "obj"
		moved = true
	}
	return moved
}

// officeHolder sets the name behind an office and its state beside the office, where the tree
// lists it with the state: "the Ambassador of Norway, [Kari Hansen]".
func (w *Words) officeHolder(s *doc.Sentence) bool {
	moved := false
	for n := 4; n < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		state := t.Head
		if t.Deprel != "conj" || t.UPOS != "PROPN" || state < 1 || state > n || s.Tokens[left(s, n)].Form != "," && s.Tokens[max(left(s, n)-1, 0)].Form != "," || s.Child(n, "cc", "flat") < 0 || s.Child(n, "cc") >= 0 {
			continue
		}
		office := s.Tokens[state].Head
		for office >= 0 && s.Tokens[office].UPOS == "PROPN" && s.Tokens[state].Deprel == "nmod" && !w.has(s.Tokens[office].Lemma, title) {
			state, office = office, s.Tokens[office].Head // "of the People's Republic of China"
		}
		if office < 0 || office > state || s.Tokens[state].Deprel != "nmod" || caseOf(s, state) != "of" || !w.has(s.Tokens[office].Lemma, title) || listedOn(s, t.Head, n) {
			continue
		}
		t.Head, t.Deprel = office, "appos"
		moved = true
	}
	return moved
}

// listedOn reports whether a list goes on behind one of its members.
func listedOn(s *doc.Sentence, head, n int) bool {
	for c := range s.Children(head) {
		if c > n && s.Tokens[c].Deprel == "conj" {
			return true
		}
	}
	return false
}

// blamed hangs whom the blame for something is put on from the verb, where the tree hung it
// from what was done: "put the blame for the killings [on officials]".
func (w *Words) blamed(s *doc.Sentence) bool {
	moved := false
	for n := range s.Tokens {
		t := &s.Tokens[n]
		if t.Deprel != "nmod" || caseOf(s, n) != "on" && caseOf(s, n) != "at" || t.Head < 0 {
			continue
		}
		deed := t.Head
		blame := s.Tokens[deed].Head
		if blame >= 0 && s.Tokens[deed].Deprel == "obl" {
			blame = s.Child(blame, "obj")
		}
		if blame < 0 || caseOf(s, deed) != "for" || s.Tokens[blame].Deprel != "obj" {
			continue
		}
		switch s.Tokens[blame].Lemma {
		case "blame", "responsibility", "onus", "guilt":
		default:
			continue
		}
		switch v := s.Tokens[blame].Head; s.Tokens[max(v, 0)].Lemma {
		case "put", "lay", "place", "pin", "assign", "heap": // not "claimed responsibility for the attack on a hotel"
			t.Head, t.Deprel = v, "obl"
			moved = true
		}
	}
	return moved
}

// answered makes the "no" or "yes" behind a verb what is said, and not the clause before a
// semicolon: "they asked Bolivia for four men; La Paz said no".
func answered(s *doc.Sentence) bool {
	moved := false
	for i := 1; i < len(s.Tokens); i++ {
		t, v := &s.Tokens[i], i-1
		if t.UPOS != "INTJ" || t.Head != v || t.Deprel != "discourse" {
			continue
		}
		switch s.Tokens[v].Lemma {
		case "say", "vote", "answer", "reply":
		default:
			continue
		}
		if c := s.Child(v, "ccomp"); c >= 0 && c < v {
			s.Tokens[c].Head, s.Tokens[c].Deprel = s.Tokens[v].Head, s.Tokens[v].Deprel
			s.Tokens[v].Head, s.Tokens[v].Deprel = c, "parataxis"
		}
		t.Deprel, t.UPOS, t.XPOS = "obj", "NOUN", "NN"
		moved = true
	}
	return moved
}

// got makes what somebody is got to do the complement of the verb: "to get [both men] to
// sign".
func got(s *doc.Sentence) bool {
	moved := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Deprel == "advcl" && t.XPOS == "VB" && t.Head >= 0 && t.Head < i && s.Tokens[t.Head].Lemma == "get" && s.Child(t.Head, "obj") >= 0 && s.Child(i, "mark") >= 0 && s.Tokens[s.Child(i, "mark")].Lemma == "to" {
			t.Deprel = "xcomp"
			moved = true
		}
	}
	return moved
}

// hoursBefore takes a name from the measure of time behind it, which the tree made one
// phrase of both: "bombed [Gori] [hours] before".
func (w *Words) hoursBefore(s *doc.Sentence) bool {
	moved := false
	for n := 1; n+1 < len(s.Tokens); n++ {
		t := &s.Tokens[n]
		k := n - 1
		if f := s.Tokens[n+1].Form; f != "before" && f != "after" && f != "later" && f != "earlier" && f != "ago" {
			continue
		}
		if !w.has(t.Lemma, measure) || t.XPOS != "NNS" || t.Head < 0 {
			continue
		}
		if v := s.Tokens[n+1].Head; t.Head == n+1 && isNoun(s, k) && v >= 0 && v < k && s.Tokens[v].UPOS == "VERB" && s.Tokens[n+1].UPOS == "ADV" {
			moved = fromTime(s, k, n, v) || moved
			continue
		}
		if t.Deprel != "obj" && !doc.IsRel(t.Deprel, "obl") || s.Tokens[k].UPOS != "PROPN" || s.Tokens[k].Head != n || s.Tokens[k].Deprel != "compound" {
			continue
		}
		for c := 0; c < k; c++ {
			if s.Tokens[c].Head == n {
				s.Tokens[c].Head = k
			}
		}
		s.Tokens[k].Head, s.Tokens[k].Deprel = t.Head, t.Deprel
		if t.Deprel == "obl:unmarked" && s.Child(t.Head, "obj") < 0 {
			s.Tokens[k].Deprel = "obj"
		}
		t.Deprel = "obl:unmarked"
		moved = true
	}
	return moved
}

// fromTime hangs on verb v the noun k that the tree hung on the time n behind it or on that time's
// adverb: "arrived in the [capital] hours later".
func fromTime(s *doc.Sentence, k, n, v int) bool {
	if h := s.Tokens[k].Head; h != n+1 && (h != n || s.Tokens[k].Deprel != "compound") {
		return false
	}
	rel := "obj"
	for c := v + 1; c < k; c++ {
		x := &s.Tokens[c]
		if x.Head == n {
			x.Head = k
		}
		if x.Head == k && x.Deprel == "case" && x.UPOS == "ADP" {
			rel = "obl"
		}
	}
	s.Tokens[k].Head, s.Tokens[k].Deprel = v, rel
	return true
}

// judged makes a word in quotation marks what somebody calls the object, not what stands
// beside a noun of it: "called the remarks about its courts ['unacceptable']".
func judged(s *doc.Sentence) bool {
	moved := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Deprel != "appos" || t.UPOS != "ADJ" || t.Head < 0 || t.Head > i || i == 0 || s.Tokens[i-1].UPOS != "PUNCT" {
			continue
		}
		v := t.Head
		for n := 0; v >= 0 && s.Tokens[v].UPOS != "VERB" && n < len(s.Tokens); n++ {
			v = s.Tokens[v].Head
		}
		if v < 0 || s.Tokens[v].Lemma != "call" || s.Child(v, "obj") < 0 || s.Child(v, "xcomp") >= 0 {
			continue
		}
		t.Head, t.Deprel = v, "xcomp"
		moved = true
	}
	return moved
}

// handed hangs from the verb the object that the tree hung from a part of the one who is
// given it: "handed the chargé d'affaires [a note]".
func (w *Words) handed(s *doc.Sentence) bool {
	moved := false
	for n := range s.Tokens {
		t := &s.Tokens[n]
		if t.Deprel != "obj" || t.Head < 0 || t.Head > n || !isNoun(s, t.Head) {
			continue
		}
		v := t.Head
		for k := 0; k < 4 && v >= 0 && s.Tokens[v].UPOS != "VERB"; k++ {
			if d := s.Tokens[v].Deprel; d != "appos" && d != "flat" && d != "compound" && d != "obj" && d != "iobj" {
				v = -1
				break
			}
			v = s.Tokens[v].Head
		}
		if v < 0 || s.Tokens[v].UPOS != "VERB" || !w.has(s.Tokens[v].Lemma, give|write) {
			continue
		}
		if o := s.Child(v, "obj"); o >= 0 {
			s.Tokens[o].Deprel = "iobj"
		}
		t.Head = v
		moved = true
	}
	return moved
}

// secondObject reports whether an object stands behind a preposition of its own and another object.
func secondObject(s *doc.Sentence, n int) bool {
	k := s.Child(n, "case")
	if k < 0 || k > n || s.Tokens[k].UPOS != "ADP" {
		return false
	}
	for c := range s.Children(s.Tokens[n].Head) {
		if c < k && s.Tokens[c].Deprel == "obj" {
			return true
		}
	}
	return false
}
