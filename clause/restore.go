package clause

import "nuncio/doc"

// A sentence that ends in a full stop has a finite verb. Where tagger and parser
// took a past tense for a participle ("The junta handed power to a council" read
// as "power handed by nobody"), the tree has none, and every argument is lost.
// restore puts the verb back on top; it touches no tree that has a finite verb
// in its main clause.
func restore(s *doc.Sentence) {
	n := len(s.Tokens)
	if n < 4 || s.Part == doc.Title || s.Tokens[n-1].Form != "." && s.Tokens[n-1].Form != "”" && s.Tokens[n-1].Form != "\"" {
		return
	}
	r := s.Root()
	if r < 0 || !isNoun(s, r) || s.Child(r, "cop", "nsubj", "aux") >= 0 || hasFinite(s) {
		return
	}
	for v := 1; v < n; v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.XPOS != "VBN" && t.XPOS != "VBD" || s.Child(v, "aux", "obl:agent") >= 0 || !isNoun(s, v-1) && !aside(s, r, v) {
			continue
		}
		h := t.Head
		switch {
		case t.Deprel == "acl" && h == r && acts(s, v):
			lift(s, v, r, -1)
			return
		case t.Deprel == "acl" && h > r && s.Tokens[v-1].Form == "," && s.Dominates(r, h) && acts(s, v):
			lift(s, v, r, -1)
			return
		case t.Deprel == "amod" && h == r && h > v:
			lift(s, v, v-1, h)
			return
		case t.Deprel == "amod" && h > v && s.Tokens[h].Head == r && r < v:
			lift(s, v, r, h)
			return
		}
	}
}

// aside reports whether a comma before v closes what is said of r between
// commas: "Croatia, a member of the bloc, imposed".
func aside(s *doc.Sentence, r, v int) bool {
	if s.Tokens[v-1].Form != "," {
		return false
	}
	for c := range s.Children(r) {
		if c <= r || c >= v-1 || s.Tokens[c].Deprel != "appos" && s.Tokens[c].Deprel != "acl:relcl" {
			continue
		}
		if f := left(s, c); s.Tokens[r+1].Form == "," || s.Tokens[f].Form == "," || f > 0 && s.Tokens[f-1].Form == "," {
			return true
		}
	}
	return false
}

// due makes the adjective the predicate of "is due in Oslo", which trees read as
// two prepositions of the place.
func due(s *doc.Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		n := t.Head
		if t.Lemma != "due" || t.Deprel != "case" || n <= i || s.Child(n, "cop") < 0 || !doc.IsRel(s.Tokens[i+1].Deprel, "case") || s.Tokens[i+1].Lemma == "to" {
			continue
		}
		t.Head, t.Deprel = s.Tokens[n].Head, s.Tokens[n].Deprel
		for c := range s.Tokens {
			if c != i && s.Tokens[c].Head == n && (c < i || c > n) {
				s.Tokens[c].Head = i
			}
		}
		s.Tokens[n].Head, s.Tokens[n].Deprel = i, "obl"
		s.Link()
		return
	}
}

// hasFinite reports whether the main clause has a finite verb.
func hasFinite(s *doc.Sentence) bool {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" && t.UPOS != "AUX" || !t.Feat("VerbForm", "Fin") {
			continue
		}
		sub := t.Deprel == "amod" || t.Deprel == "acl" // a tense there is a slip of the tree
		for k, steps := i, 0; k >= 0 && steps < len(s.Tokens); k, steps = s.Tokens[k].Head, steps+1 {
			switch d := s.Tokens[k].Deprel; {
			case d == "acl:relcl", d == "parataxis", doc.IsRel(d, "advcl"), d == "ccomp" && i > k:
				sub = true
			}
		}
		if !sub {
			return true
		}
	}
	return false
}

// acts reports whether a participle has an object or a phrase of its own.
func acts(s *doc.Sentence, v int) bool {
	if s.Child(v, "obj", "xcomp", "ccomp") >= 0 {
		return true
	}
	for c := range s.Children(v) {
		if doc.IsRel(s.Tokens[c].Deprel, "obl") && caseOf(s, c) != "by" {
			return true
		}
	}
	return false
}

// subjects gives a verb the name before it that the tree took for a part of it:
// "demanded that Ethiopia release".
func subjects(s *doc.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Deprel == "nsubj:pass" && t.Head > i && s.Tokens[t.Head].XPOS == "VBD" && s.Child(t.Head, "aux:pass") < 0 {
			t.Deprel = "nsubj" // a past tense without "was" is no passive
		}
		if t.Deprel == "compound" && t.UPOS == "PROPN" && t.Head > i && s.Tokens[t.Head].UPOS == "VERB" && s.Child(t.Head, "nsubj") < 0 {
			t.Deprel = "nsubj"
		}
	}
}

// lift makes v the root, subj its subject and obj (if any) its object; what hung
// from the old root behind v hangs from v.
func lift(s *doc.Sentence, v, subj, obj int) {
	r := s.Root()
	t := s.Tokens
	for i := range t {
		if t[i].Head != r || i == v || i == subj || i == obj {
			continue
		}
		switch {
		case i > v && r != obj:
			t[i].Head = v
			if t[i].Deprel == "nmod" {
				t[i].Deprel = "obl"
			}
		case i < v && r == obj:
			t[i].Head = subj
		case i > v && t[i].Deprel == "punct":
			t[i].Head = v
		}
	}
	for i := range t { // what a verb read as modifier held before it belongs to the subject
		if t[i].Head == v && i < v && i != subj && !doc.IsRel(t[i].Deprel, "advmod") && !doc.IsRel(t[i].Deprel, "obl") && t[i].Deprel != "punct" {
			t[i].Head = subj
		}
	}
	t[v].Head, t[v].Deprel = -1, "root"
	t[v].XPOS, t[v].Feats = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
	t[subj].Head, t[subj].Deprel = v, "nsubj"
	if obj >= 0 {
		t[obj].Head, t[obj].Deprel = v, "obj"
	}
	s.Link()
	if !sound(s) {
		// A cycle can only come of a tree that was damaged before.
		for i := range t {
			if i != v {
				t[i].Head = v
			}
		}
		s.Link()
	}
}

// sound reports whether every token reaches the root.
func sound(s *doc.Sentence) bool {
	for i := range s.Tokens {
		k, steps := i, 0
		for ; k >= 0 && steps <= len(s.Tokens); steps++ {
			k = s.Tokens[k].Head
		}
		if k >= 0 {
			return false
		}
	}
	return true
}

// counted makes the object of a verb that has none out of a counted noun which
// the tree took for an adverbial, "killed at least six people", or of one that stands
// behind what it is called: "described as absurd a claim by Peru".
func (w *Words) counted(s *doc.Sentence) {
	for v := range s.Tokens {
		if s.Tokens[v].UPOS != "VERB" || s.Child(v, "obj", "ccomp", "xcomp", "nsubj:pass") >= 0 {
			continue
		}
		for c := range s.Children(v) {
			t := &s.Tokens[c]
			if c < v || t.Deprel != "obl" && t.Deprel != "obl:unmarked" || t.UPOS != "NOUN" && t.UPOS != "PROPN" ||
				caseOf(s, c) != "" || s.Child(c, "nummod") < 0 && !behindCalled(s, v, c) || w.has(t.Lemma, month|measure) {
				continue
			}
			t.Deprel = "obj"
			break
		}
	}
}

// behindCalled reports whether a noun follows "as absurd", which says what it is called.
func behindCalled(s *doc.Sentence, v, n int) bool {
	first, _ := s.Subtree(n)
	for first > v && s.Tokens[first-1].UPOS == "PUNCT" {
		first--
	}
	k := first - 1
	return k > v+1 && s.Tokens[k].UPOS == "ADJ" && s.Tokens[k].Head == v && caseOf(s, k) == "as"
}

// weekdays gives back the subject of a verb whose tree took the day before it
// for the subject: "A federal judge Thursday approved".
func (w *Words) weekdays(s *doc.Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Deprel != "nsubj" || t.UPOS != "PROPN" || !w.has(t.Lemma, day) || t.Head <= i {
			continue
		}
		subj := -1
		for c := range s.Children(i) {
			if d := s.Tokens[c].Deprel; c < i && isNoun(s, c) && (d == "compound" || d == "nmod:desc" || d == "nmod" || d == "nmod:unmarked" || d == "flat") && caseOf(s, c) == "" {
				subj = c
			}
		}
		if subj < 0 {
			continue
		}
		s.Tokens[subj].Head, s.Tokens[subj].Deprel = t.Head, "nsubj"
		for c := range s.Tokens {
			if c != subj && s.Tokens[c].Head == i {
				s.Tokens[c].Head = subj
			}
		}
		t.Deprel = "obl:unmarked"
		s.Link()
	}
}

// auxiliaries hands what hangs from an auxiliary to its verb, which alone has
// arguments.
func auxiliaries(s *doc.Sentence) {
	moved := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 {
			continue
		}
		h := &s.Tokens[t.Head]
		if h.Head < 0 || h.Head == i || !doc.IsRel(h.Deprel, "aux") && h.Deprel != "cop" {
			continue
		}
		if doc.IsRel(t.Deprel, "nsubj") || doc.IsRel(t.Deprel, "obl") || t.Deprel == "obj" || t.Deprel == "iobj" {
			t.Head = h.Head
			moved = true
		}
	}
	if moved {
		s.Link()
	}
}
