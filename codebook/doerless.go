package codebook

import "nuncio/doc"

// doerless reports whether a pattern holds though nobody is named who acts: the
// passive without agent of a clear act ("ten men were arrested"), towards
// somebody; or an order ("send the police"). A pattern that asks what kind of doer it is has to see him.
func (m *Matcher) doerless(p *pattern, el *elem, pr *doc.Predicate) bool {
	if el.slot != actorSlot || el.rel != relSubj || el.plural || p.kind != verbPattern || m.resting(pr.Tok) {
		return false
	}
	order := m.orders(pr.Tok) // orders are given to people
	if !order && (!pr.Passive || el.cons.want != 0 || len(el.cons.classes) > 0) {
		return false
	}
	if _, ok := pr.Arg(doc.Subj); ok {
		return false
	}
	if m.book.sets.stative[m.id(pr.Tok)] && !p.words() && !m.try.particle {
		return false // "the race is held", "is engaged in": no act
	}
	r := &m.book.Rules[p.rule]
	if order {
		return r.Rel == "" && orderable(r.Event) && (r.Inside || !p.needs[contentSlot])
	}
	if r.Rel != "" || r.Event != "" && !p.needs[recipientSlot] && !p.whole(r) {
		return false
	}
	switch r.Event {
	case "": // an idiom blocks in the passive too
		return true
	case "REQUEST":
		return !m.book.sets.plan[m.id(pr.Tok)] && m.s.Child(pr.Tok, "aux:pass") >= 0
	case "ASSAULT":
		return !p.needs[contentSlot] && !m.mishap()
	case "AID":
		return !p.needs[contentSlot] && p.words()
	case "COERCE", "SANCTION", "RETREAT", "ACCUSE":
		return !p.needs[contentSlot]
	case "REJECT":
		return p.whole(r)
	}
	return false // a meeting, a pledge or a refusal is nothing without its party
}

// orders reports whether a verb gives an order, or is what one orders: "send the police",
// "stop shelling".
func (m *Matcher) orders(tok int) bool {
	for n := 0; n < 4; n++ {
		t := &m.s.Tokens[tok]
		if t.Feat("Mood", "Imp") {
			return t.UPOS == "VERB" && m.s.Child(tok, "nsubj", "nsubj:pass", "expl") < 0
		}
		if t.Head < 0 || t.Deprel != "xcomp" && t.Deprel != "conj" || t.XPOS != "VB" && t.XPOS != "VBG" || m.s.Child(tok, "nsubj") >= 0 {
			return false
		}
		tok = t.Head
	}
	return false
}

// orderable reports whether somebody may be told to do an act of a class.
func orderable(class string) bool {
	switch class {
	case "", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT", "AID", "CONCEDE", "COOPERATE", "CONSULT", "PROTEST":
		return true
	}
	return false
}

// whole reports whether the words of a pattern tell an act that needs nobody at
// either end: "the curfew was lifted", "the crossing was reopened", "the visit was
// called off".
func (p *pattern) whole(r *Rule) bool {
	if p.needs[contentSlot] || !p.words() {
		return false
	}
	switch r.Event {
	case "RETREAT":
		return r.Mode != "resign" && r.Mode != "release"
	case "COERCE":
		return r.Mode == "curfew" || r.Mode == "martial-law" || r.Mode == "restrict" || r.Mode == "censor"
	case "SANCTION":
		return r.Mode == "withdraw"
	case "REJECT":
		return r.Mode == "meet"
	}
	return false
}

// unacted reports whether a template has no slot for who acts.
func (p *pattern) unacted() bool {
	for i := range p.elems {
		if p.elems[i].slot == actorSlot {
			return false
		}
	}
	return true
}

// resting reports whether a participle tells a state rather than an act:
// "captured soldiers", "remained closed".
func (m *Matcher) resting(tok int) bool {
	t := &m.s.Tokens[tok]
	switch t.Deprel {
	case "amod":
		return true
	case "xcomp":
		return t.Head >= 0 && (m.s.Tokens[t.Head].Lemma == "remain" || m.s.Tokens[t.Head].Lemma == "stay")
	}
	return false
}

// mishap reports whether the sentence tells of an accident or a disaster, which
// kills without anybody's doing.
func (m *Matcher) mishap() bool {
	for i := range m.ids {
		if m.book.sets.mishap[m.ids[i]] && !m.used(i) { // "scattered with tear gas" was no leak
			return true
		}
	}
	return false
}

// toNobody reports whether the recipient of words of blame can be no party: "the
// building was condemned".
func (m *Matcher) toNobody(p *pattern) bool {
	if m.book.Rules[p.rule].Event != "ACCUSE" {
		return false
	}
	for e := range p.elems {
		if p.elems[e].slot == recipientSlot && m.try.bound[e].tok >= 0 {
			return m.kind(m.try.bound[e].tok)&Party == 0
		}
	}
	return true
}

// words reports whether a pattern asks for a word beside its trigger.
func (p *pattern) words() bool {
	for i := range p.elems {
		if p.elems[i].slot == noSlot && !p.elems[i].optional {
			return true
		}
	}
	return false
}
