package voice

import "nuncio/doc"

// slot names the place of a predicate under its head; "" where it stands for itself.
func (a *ascent) slot(i int) string {
	s := a.s
	t := &s.Tokens[i]
	verb := t.UPOS == "VERB" || t.UPOS == "AUX" || s.Child(i, "cop") >= 0
	to := false
	prep := ""
	for c := range s.Children(i) {
		k := &s.Tokens[c]
		if k.Deprel == "mark" || k.Deprel == "case" {
			if f := lower(k.Form); f == "to" && (k.UPOS == "PART" || k.Deprel == "mark") {
				to = true
			} else if prep == "" {
				prep = f
			}
		}
	}
	switch d := t.Deprel; {
	case d == "acl:relcl" && prep == "that" && s.Child(i, "nsubj", "nsubj:pass") >= 0:
		return "clause" // "the claim that soldiers had crossed"
	case doc.IsRel(d, "acl:relcl"), doc.IsRel(d, "parataxis"), d == "appos", d == "root", d == "list", d == "vocative":
		return ""
	case d == "xcomp" || d == "ccomp" || doc.IsRel(d, "csubj"):
		if to {
			return "inf"
		}
		if t.XPOS == "VBG" && s.Child(i, "aux") < 0 {
			if prep != "" && prep != "that" {
				return "+" + prep
			}
			return "ing"
		}
		if d == "xcomp" {
			return "inf"
		}
		return "clause"
	case doc.IsRel(d, "acl"):
		switch {
		case to:
			return "inf"
		case t.XPOS == "VBG" && prep != "" && prep != "that":
			return "+" + prep
		case prep == "that" || s.Child(i, "nsubj") >= 0:
			return "clause"
		}
		return ""
	case doc.IsRel(d, "advcl"):
		if to && a.lookup("v", t.Head, "inf") != none && a.takesObject(t.Head, i) {
			return "inf"
		}
		if t.XPOS == "VBG" && prep != "" {
			return "+" + prep
		}
		if t.XPOS == "VBG" && t.Head < i && i <= t.Head+2 && s.Tokens[i-1].UPOS != "PUNCT" {
			return "ing" // "ruled out sending"
		}
		return ""
	case d == "obj" || d == "iobj" || d == "nsubj:pass":
		if verb && t.UPOS == "VERB" && to {
			return "inf"
		}
		return "np"
	case doc.IsRel(d, "nsubj"):
		if passive(s, t.Head) {
			return "np"
		}
		return "subj"
	case doc.IsRel(d, "obl") || doc.IsRel(d, "nmod"):
		if d == "nmod:poss" || prep == "" {
			if to {
				return "+to"
			}
			return ""
		}
		return "+" + prep
	case d == "compound" && t.Head > i:
		return "+of" // "invasion plans" are plans of invasion
	}
	return ""
}

// takesObject reports whether the head has the one who is to act: "urged X to go".
func (a *ascent) takesObject(h, i int) bool {
	for c := range a.s.Children(h) {
		if d := a.s.Tokens[c].Deprel; c != i && (d == "obj" || d == "iobj" || doc.IsRel(d, "obl") || d == "nsubj:pass") {
			return true
		}
	}
	return false
}

func governorPos(s *doc.Sentence, h int) string {
	switch s.Tokens[h].UPOS {
	case "NOUN", "PROPN":
		return "n"
	case "ADJ":
		return "a"
	}
	return "v"
}

// lookup finds the governor's effect, with its particle first.
func (a *ascent) lookup(pos string, h int, slot string) effect {
	lemma := lower(a.s.Tokens[h].Lemma)
	if c := a.s.Child(h, "compound:prt"); c >= 0 {
		if e := a.t.status[statusKey{pos, lemma + "_" + lower(a.s.Tokens[c].Form), slot}]; e != none {
			return e
		}
	}
	if e := a.t.status[statusKey{pos, lemma, slot}]; e != none {
		return e
	}
	if pos == "a" || pos == "v" {
		// participles are tagged either way: "scheduled to", "expected to"
		other := "a"
		if pos == "a" {
			other = "v"
		}
		if e := a.t.status[statusKey{other, lower(a.s.Tokens[h].Form), slot}]; e != none {
			return e
		}
	}
	return none
}

// isCue reports whether the governor is a word of saying.
func (a *ascent) isCue(h int) bool {
	c := a.t.verbs[lower(a.s.Tokens[h].Lemma)]
	return c != nil && c.say
}

// governor is the governing word, with the words up to its infinitive marker
// when they stand side by side ("refused to").
func (a *ascent) governor(h, i int) doc.Range {
	r := a.word(h)
	for k := h - 1; k >= 0; k-- {
		t := &a.s.Tokens[k]
		if t.Head != h || !doc.IsRel(t.Deprel, "aux") && t.UPOS != "PART" && t.Deprel != "cop" {
			break
		}
		r.First = k
	}
	if c := a.s.Child(h, "compound:prt"); c == r.End {
		r.End++
	}
	if m := a.s.Child(i, "mark", "case"); i > h && (m == r.End || m == r.End+1 && a.s.Tokens[r.End].UPOS == "ADV") {
		r.End = m + 1
	}
	return r
}
