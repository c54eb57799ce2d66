package voice

import (
	"nuncio"
	"nuncio/doc"
)

// word is one token as a range.
func (a *ascent) word(i int) doc.Range { return doc.Range{Sent: a.si, First: i, End: i + 1} }

// own applies what stands at the predicate itself.
func (a *ascent) own(i int) {
	s := a.s
	t := &s.Tokens[i]
	if t.UPOS == "NOUN" || t.UPOS == "PROPN" {
		if s.Child(i, "cop") < 0 {
			a.nounMarks(i)
			return
		}
	}
	modal, neg := -1, -1
	var modalEffect effect
	have := false
	for c := range s.Children(i) {
		k := &s.Tokens[c]
		lemma := lower(k.Lemma)
		switch {
		case c == a.from:
		case c > i && s.NegatesTo(c):
			// "asked not to": the negation is the infinitive's
		case doc.IsRel(k.Deprel, "aux"):
			if lemma == "have" {
				have = true
			}
			e := a.t.status[statusKey{"aux", lower(k.Form), "-"}]
			if e == none {
				e = a.t.status[statusKey{"aux", lemma, "-"}]
			}
			if lemma == "would" || lower(k.Form) == "'d" && k.XPOS == "MD" || lower(k.Form) == "would" {
				e = possible
				if a.said {
					e = planned
				}
			}
			if e == negated {
				neg = c
			} else if e != none {
				modal, modalEffect = c, e
			}
		case k.Deprel == "advmod" || k.UPOS == "PART" && k.Deprel != "mark":
			if a.t.status[statusKey{"aux", lower(k.Form), "-"}] == negated || a.t.status[statusKey{"aux", lemma, "-"}] == negated {
				neg = c
			} else if e := a.t.status[statusKey{"adv", lemma, "-"}]; e != none {
				a.put(e, a.word(c), "adverb")
			} else if e := a.t.status[statusKey{"adv", lemma, "verb"}]; e != none && t.UPOS == "VERB" {
				a.put(e, a.word(c), "adverb") // "almost fell", not "almost certain to fall"
			}
		case k.Deprel == "cc:preconj" && lower(k.Form) == "neither" && c < i:
			neg = c
		case k.Deprel == "cc" && lower(k.Form) == "nor" && c < i && (finite(t) || s.Child(i, "nsubj", "aux") >= 0):
			neg = c // "would neither go nor write" has its no from the first
		case lemma == "longer" && c > 0 && lower(s.Tokens[c-1].Form) == "no":
			neg = c
		case doc.IsRel(k.Deprel, "obl"):
			if f := lower(k.Form); (f == "nobody" || f == "nothing") && c > i && s.Child(c, "case") >= 0 {
				neg = c // "asked for nothing", "spoke to nobody"
			} else if x := s.Child(c, "det"); f == "one" && c > i && x >= 0 && lower(s.Tokens[x].Form) == "no" {
				neg = x // "declared war on no one"
			}
		case doc.IsRel(k.Deprel, "nsubj") || k.Deprel == "obj":
			if f := lower(k.Form); f == "nobody" || f == "none" || f == "nothing" {
				neg = c
			} else if x := s.Child(c, "cc:preconj", "cc", "advmod"); x >= 0 && x < c && lower(s.Tokens[x].Form) == "neither" {
				neg = x
			} else if x := s.Child(c, "det"); x >= 0 && (lower(s.Tokens[x].Form) == "no" || lower(s.Tokens[x].Form) == "neither") {
				neg = x
			}
		}
	}
	if m := s.Child(i, "mark"); m > 0 && neg < 0 && lower(s.Tokens[m].Form) == "to" {
		for k := m - 2; k < m; k++ {
			if s.NegatesTo(k) {
				neg = k
			}
		}
	}
	if k := a.whatItIs(i); k >= 0 {
		a.put(planned, a.word(k), "what the plan is")
	}
	if due := a.scheduled(i); !due.IsZero() {
		a.put(planned, due, "was to")
	}
	if modal >= 0 && modalEffect == demanded && doc.IsRel(t.Deprel, "advcl") && lower(s.Tokens[modal].Form) == "should" && s.Child(i, "nsubj", "nsubj:pass") > modal {
		modalEffect = possible // "Should Lima fire, …"
	}
	cond := a.condition(i) || have && modal >= 0 && a.invertedBehind(i)
	switch {
	case have && modal >= 0 && lower(s.Tokens[modal].Lemma) != "will" && cond && neg < 0 && (lower(s.Tokens[modal].Form) == "would" || lower(s.Tokens[modal].Form) == "'d"):
		a.put(negated, a.run(modal, i), "counterfactual")
	case have && modal >= 0 && modalEffect == planned && lower(s.Tokens[modal].Lemma) != "will":
		a.put(possible, a.run(modal, i), "counterfactual") // "said it would have met"
	case have && modal >= 0 && neg < 0 && (lower(s.Tokens[modal].Form) == "should" || lower(s.Tokens[modal].Form) == "ought"):
		a.put(negated, a.run(modal, i), "counterfactual") // "should have met"
	case have && modal >= 0 && modalEffect == demanded:
		a.put(possible, a.word(modal), "modal") // "must have met"
	case modal >= 0 && neg >= 0:
		if f := lower(s.Tokens[modal].Form); f == "may" || f == "might" {
			a.put(possible, a.cover(modal, neg), "modal")
		} else {
			a.put(negated, a.cover(modal, neg), "negation")
		}
	case neg >= 0:
		a.put(negated, a.word(neg), "negation")
	case modal >= 0:
		a.put(modalEffect, a.word(modal), "modal")
	}
	if cond && (a.out.Status == nuncio.Asserted || a.out.Status == nuncio.Planned) {
		a.put(possible, a.out.Condition, "condition")
	}
	a.marked(i)
}

// whatItIs is the noun of planning of which a predicate says what it is: "the [plan] is to seize
// the port", "the [aim] was for the army to seize it"; -1 for none.
func (a *ascent) whatItIs(i int) int {
	sub := a.s.Child(i, "nsubj", "nsubj:outer")
	if sub < 0 || a.s.Child(i, "cop") < 0 || a.s.Tokens[sub].UPOS != "NOUN" || a.t.status[statusKey{"n", lower(a.s.Tokens[sub].Lemma), "inf"}] != planned {
		return -1
	}
	if a.marker(i) == "to" || hasPrep(a.s, i, "for") && a.from > i {
		return sub
	}
	return -1
}

// scheduled is the words of "were to have met", "had been due to meet", by their
// order: trees take them in many ways.
func (a *ascent) scheduled(i int) doc.Range {
	t := a.s.Tokens
	k := i - 1
	if k > 1 && lower(t[k].Form) == "have" && t[i].XPOS != "VB" {
		k--
	} else if t[i].XPOS != "VB" {
		return doc.Range{}
	}
	if k < 1 || lower(t[k].Form) != "to" {
		return doc.Range{}
	}
	switch f := lower(t[k-1].Form); {
	case f == "due", k < i-1 && (f == "was" || f == "were"):
		return doc.Range{Sent: a.si, First: k - 1, End: i}
	}
	return doc.Range{}
}

// run is the tokens from an auxiliary up to its verb.
func (a *ascent) run(aux, verb int) doc.Range {
	if aux < verb {
		return doc.Range{Sent: a.si, First: aux, End: verb}
	}
	return a.word(aux)
}

func (a *ascent) cover(i, j int) doc.Range {
	if i > j {
		i, j = j, i
	}
	return doc.Range{Sent: a.si, First: i, End: j + 1}
}

// condition notes an if-clause of the predicate.
func (a *ascent) condition(i int) bool {
	for c := range a.s.Children(i) {
		if !doc.IsRel(a.s.Tokens[c].Deprel, "advcl") {
			continue
		}
		if first, end := a.s.Subtree(c); a.inverted(c, first) {
			a.out.Condition = doc.Range{Sent: a.si, First: first, End: end}
			return true
		}
		for m := range a.s.Children(c) {
			if a.s.Tokens[m].Deprel != "mark" {
				continue
			}
			f := lower(a.s.Tokens[m].Form)
			if f == "whether" || m > 0 && lower(a.s.Tokens[m-1].Form) == "even" || m > 0 && lower(a.s.Tokens[m-1].Form) == "as" && f == "if" {
				continue
			}
			if a.t.status[statusKey{"mark", f, "-"}] == possible {
				first, end := a.s.Subtree(c)
				a.out.Condition = doc.Range{Sent: a.si, First: first, End: end}
				for a.out.Condition.End > first+1 && a.s.Tokens[a.out.Condition.End-1].UPOS == "PUNCT" {
					a.out.Condition.End--
				}
				return true
			}
		}
	}
	return a.invertedStart(i)
}

// invertedStart reads "Had the talks failed, …" off the words, at the start of the
// sentence: the predicate is the first one behind its comma.
func (a *ascent) invertedStart(i int) bool {
	t := a.s.Tokens
	if len(t) < 5 || i < 4 || a.s.Child(i, "aux") < 0 || !nominal(&t[1]) {
		return false
	}
	switch lower(t[0].Form) {
	case "had", "should", "were":
	default:
		return false
	}
	comma := 2
	for comma < i && t[comma].Form != "," {
		comma++
	}
	if comma >= i {
		return false
	}
	for k := comma + 1; k < i; k++ {
		if t[k].Form == "," || t[k].UPOS == "VERB" || t[k].UPOS == "AUX" && t[k].Head != i {
			return false
		}
	}
	a.out.Condition = doc.Range{Sent: a.si, First: 0, End: comma}
	return true
}

// invertedBehind reads "would have shelled the port had the talks failed" off the words: a
// "had" without a subject before it, and behind it one with its participle.
func (a *ascent) invertedBehind(i int) bool {
	t := a.s.Tokens
	for k := i + 1; k+2 < len(t) && t[k].UPOS != "PUNCT"; k++ {
		if lower(t[k].Form) != "had" {
			continue
		}
		if t[k-1].UPOS == "PRON" || t[k+1].XPOS == "VBN" || !nominal(&t[k+1]) {
			return false
		}
		for v := k + 2; v < len(t) && t[v].UPOS != "PUNCT"; v++ {
			if t[v].UPOS == "VERB" && t[v].XPOS == "VBN" || t[v].XPOS == "VBD" {
				end := v + 1
				for end < len(t) && t[end].UPOS != "PUNCT" {
					end++
				}
				a.out.Condition = doc.Range{Sent: a.si, First: k, End: end}
				return true
			}
		}
		return false
	}
	return false
}

// inverted reports a condition without conjunction: "Had the talks failed, …".
func (a *ascent) inverted(c, first int) bool {
	switch lower(a.s.Tokens[first].Form) {
	case "had", "should", "were":
	default:
		return false
	}
	sub := a.s.Child(c, "nsubj", "nsubj:pass", "expl")
	return sub > first && sub < c && (a.s.Tokens[first].Head == c || first == c)
}

// marked applies the subordinator of the predicate's clause: "if", "without".
func (a *ascent) marked(i int) {
	d := a.s.Tokens[i].Deprel
	for m := range a.s.Children(i) {
		t := &a.s.Tokens[m]
		if t.Deprel != "mark" && t.Deprel != "case" {
			continue
		}
		f := lower(t.Form)
		e := a.t.status[statusKey{"mark", f, "-"}]
		switch {
		case e == none:
		case f == "if" && m > 0 && lower(a.s.Tokens[m-1].Form) == "even":
		case doc.IsRel(d, "advcl") || d == "ccomp" || d == "acl" || doc.IsRel(d, "csubj") || doc.IsRel(d, "obl") || d == "conj":
			a.put(e, a.word(m), "subordinator")
		}
	}
	a.counterfactual(i)
	a.awaited(i)
	if k := a.s.Child(i, "mark", "case"); k >= 0 {
		f := lower(a.s.Tokens[k].Form)
		if f == "instead" || f == "rather" {
			a.put(negated, a.word(k), "subordinator")
		}
		a.put(a.almost(i, k))
	}
}

// nounMarks applies what stands before a noun: "no talks", "a planned visit".
func (a *ascent) nounMarks(i int) {
	for c := range a.s.Children(i) {
		t := &a.s.Tokens[c]
		switch {
		case t.Deprel == "det" && (lower(t.Form) == "no" || lower(t.Form) == "neither"):
			a.put(negated, a.word(c), "negation")
		case t.Deprel == "case" && lower(t.Form) == "without":
			a.put(negated, a.word(c), "subordinator")
		case c < i && (t.Deprel == "amod" || t.Deprel == "advmod" || t.Deprel == "compound"):
			e := a.t.status[statusKey{"mod", lower(t.Form), "-"}]
			if e == none {
				e = a.t.status[statusKey{"mod", lower(t.Lemma), "-"}]
			}
			a.put(e, a.word(c), "adjective")
		}
	}
	if k := a.s.Child(i, "case"); k >= 0 {
		a.put(a.almost(i, k))
	}
}

// question makes what is asked possible.
func (a *ascent) question(from, top int) {
	t := a.s.Tokens
	if a.out.Status != nuncio.Asserted && a.out.Status != nuncio.Planned || len(t) == 0 {
		return
	}
	last := len(t) - 1
	for last > 0 && t[last].UPOS == "PUNCT" && mark(t[last].Form) != 0 {
		last--
	}
	if t[last].Form == "?" && t[top].Head < 0 && a.s.Dominates(top, from) {
		a.put(possible, a.word(last), "question")
	}
}
