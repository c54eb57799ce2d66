package codebook

import (
	"nuncio/doc"
)

// ownerRank orders the forms that a possessor may take.
func ownerRank(a *doc.Arg) int {
	switch {
	case a.Role == doc.Poss:
		return 0
	case a.Role == doc.Obl && a.Case == "by":
		return 1
	case a.Role == doc.Mod:
		return 2
	case a.Role == doc.Compound:
		return 3
	case a.Role == doc.Obl && a.Case == "from":
		return 4
	case a.Role == doc.Obl && a.Case == "of":
		return 5
	}
	return -1
}

// bindOwner looks for who owns a noun: "Iran's", "by Iran", "Iranian", "Iran
// (talks)", "of Iran"; a light verb's subject owns its noun.
func (m *Matcher) bindOwner(p *pattern, e, i int) bool {
	el := &p.elems[e]
	n := m.head(&m.s.Predicates[i])
	if el.parent >= 0 {
		n = m.try.bound[el.parent].tok
		if n < 0 {
			return false
		}
	}
	pr := m.s.Predicate(n)
	if pr == nil {
		return m.bindOwnerChild(p, e, n)
	}
	if own := &m.s.Predicates[i]; el.parent < 0 && own.Kind == doc.Copular && !m.identified(p, own) && m.bindRole(p, e, own, doc.Subj) {
		return true
	}
	for rank := 0; rank <= 5; rank++ {
		if rank == 5 && el.parent < 0 && el.slot == actorSlot && m.bindSender(p, e, n) {
			return true
		}
		if rank == 2 && el.parent < 0 {
			// Before demonyms: who makes the visit is the verb's subject.
			if v := m.lightVerb(n); v != nil && !m.anothers(v, pr) && !(p.nominal && m.wished(n) == v.Tok) && m.bindRole(p, e, v, doc.Subj) {
				return true
			}
		}
		for k := range pr.Args {
			a := &pr.Args[k]
			if a.Conj || ownerRank(a) != rank || rank >= 2 && rank <= 3 && !m.owns(a) || rank == 0 && el.slot == recipientSlot && m.itsOwn(a.Tok) && m.book.Rules[p.rule].Rel == "" {
				continue
			}
			if m.accept(p, e, binding{tok: a.Tok, role: a.Role, pred: pr, cas: a.Case}) {
				return true
			}
		}
	}
	if c := m.besideName(p, n); c > n && m.bindPossessor(p, e, c) { // "[Oslo's] ally Bergen"
		return true
	}
	if m.bindMaker(p, e, n) || el.parent < 0 && el.slot == actorSlot && m.bindAgent(p, e, n, 0) {
		return true
	}
	if el.parent < 0 && el.slot == actorSlot && m.bindOrigin(p, e, n) {
		return true
	}
	if el.parent < 0 && !p.nominal {
		if v := m.hostVerb(n); v != nil && !m.violent(p) {
			return m.bindRole(p, e, v, doc.Subj)
		}
	}
	return false
}

// identified reports whether a clause with "be" says which deed something was, or in what state
// somebody was, so that its subject has not done it: "it was the third raid by gunmen", "the town is
// under attack". Of standing relations it is one of the sides.
func (m *Matcher) identified(p *pattern, pr *doc.Predicate) bool {
	if m.book.Rules[p.rule].Rel != "" || p.kind == copularPattern {
		return false
	}
	if a, ok := pr.Arg(doc.Subj); ok && m.s.Tokens[a.Tok].UPOS == "PRON" {
		switch m.s.Tokens[a.Tok].Lemma {
		case "it", "this", "that", "these", "those", "which", "what":
			return true
		}
	}
	for c := range m.s.Children(pr.Tok) {
		switch t := &m.s.Tokens[c]; {
		case t.Deprel == "case" && t.Lemma == "under":
			return true
		case t.Deprel == "nmod" && m.caseIs(c, "by"):
			return true
		}
	}
	return false
}

// bindPossessor takes the possessor that hangs from a noun.
func (m *Matcher) bindPossessor(p *pattern, e, n int) bool {
	c := m.s.Child(n, "nmod:poss")
	return c >= 0 && m.accept(p, e, binding{tok: c})
}

// anothers reports whether a request or offer that somebody only talks of is another's, by
// a demonym or name before it: "discussed an African Union proposal".
func (m *Matcher) anothers(v, noun *doc.Predicate) bool {
	if !m.book.sets.plan[m.id(v.Tok)] || !m.book.sets.request[m.id(noun.Tok)] {
		return false
	}
	for k := range noun.Args {
		if r := ownerRank(&noun.Args[k]); (r == 2 || r == 3) && m.owns(&noun.Args[k]) {
			return true
		}
	}
	return false
}

// bindMaker takes the owner of a noun from the participle behind it that names who
// made it: "a plan drafted by Oslo", "the ban on flights imposed by Oslo".
func (m *Matcher) bindMaker(p *pattern, e, n int) bool {
	v := m.maker(n)
	return v != nil && m.bindRole(p, e, v, doc.Subj)
}

// maker is the participle behind a noun, or behind a thing at it, that tells who made it.
func (m *Matcher) maker(n int) *doc.Predicate {
	for c := range m.s.Children(n) {
		switch t := &m.s.Tokens[c]; {
		case t.Deprel == "acl":
			if v := m.s.Predicate(c); v != nil && v.Passive {
				if _, ok := v.Arg(doc.Subj); ok {
					return v
				}
			}
		case doc.IsRel(t.Deprel, "nmod") && c > n && m.kind(c)&Party == 0:
			if v := m.maker(c); v != nil {
				return v
			}
		}
	}
	return nil
}

// bindSender takes the sender of a letter from the "from" that ends its phrase, wherever
// a tree hung it: "Message of Sympathy to the Emir [from the Maltese Premier]".
func (m *Matcher) bindSender(p *pattern, e, n int) bool {
	if !m.book.Among("paper", m.s.Tokens[n].Lemma) {
		return false
	}
	_, end := m.s.Subtree(n)
	for c := n + 1; c < end; c++ {
		if doc.IsRel(m.s.Tokens[c].Deprel, "nmod") && m.caseIs(c, "from") && m.kind(c)&Party != 0 && m.accept(p, e, binding{tok: c, role: doc.Obl, cas: "from"}) {
			return true
		}
	}
	return false
}

// bindOrigin takes who owns a noun from the verb that says from whom it came: "praise
// for the treaty came [from Oslo]".
func (m *Matcher) bindOrigin(p *pattern, e, n int) bool {
	v, role, _ := m.above(n)
	return v != nil && v.Kind == doc.Verbal && role == doc.Subj && m.book.sets.reaching[m.ids[v.Tok]] && m.bindCase(p, e, v, "from")
}

// owns reports whether an adjective or compound before a noun may own it.
func (m *Matcher) owns(a *doc.Arg) bool {
	if a.Role == doc.Mod && !capital(m.s.Tokens[a.Tok].Form) {
		return false // "military action" is not the military's
	}
	return m.kind(a.Tok)&Party != 0
}

// itsOwn reports whether a possessor is a pronoun for the clause's own subject, which one
// for another person is not: "said Israel had rejected [his] proposal".
func (m *Matcher) itsOwn(tok int) bool {
	switch m.s.Tokens[tok].Lemma {
	case "his", "her", "he", "she":
		if m.s.Tokens[tok].UPOS == "PRON" && m.othersPronoun(tok) {
			return false
		}
	}
	switch m.s.Tokens[tok].Lemma {
	case "its", "his", "her", "their", "our", "my", "it", "he", "she", "they", "we", "i", "I":
		return m.s.Tokens[tok].UPOS == "PRON"
	}
	return false
}

// othersPronoun reports whether a pronoun stands for somebody who is not the subject of
// the verb that it hangs under.
func (m *Matcher) othersPronoun(tok int) bool {
	for v := m.s.Tokens[tok].Head; v >= 0; v = m.s.Tokens[v].Head {
		pr := m.s.Predicate(v)
		if pr == nil || pr.Kind != doc.Verbal {
			continue
		}
		subj, ok := pr.Arg(doc.Subj)
		if !ok {
			return false
		}
		who, by := m.entities(tok, subj.Tok)
		return who >= 0 && by >= 0 && who != by && m.kind(subj.Tok)&State != 0
	}
	return false
}

// bindOwnerChild is bindOwner for a noun that is no predicate.
func (m *Matcher) bindOwnerChild(p *pattern, e, n int) bool {
	for c := range m.s.Children(n) {
		switch d := m.s.Tokens[c].Deprel; {
		case d == "nmod:poss",
			(d == "compound" || d == "amod") && m.kind(c)&Party != 0,
			d == "nmod" && (m.caseIs(c, "by") || m.caseIs(c, "of") || m.caseIs(c, "from")):
			if m.accept(p, e, binding{tok: c}) {
				return true
			}
		}
	}
	return false
}

// violent reports whether a pattern tells of force: who speaks or leaves after a
// killing has not done it.
func (m *Matcher) violent(p *pattern) bool {
	switch m.book.Rules[p.rule].Event {
	case "ASSAULT", "COERCE":
		return true
	}
	return false
}
