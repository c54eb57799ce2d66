package codebook

import (
	"nuncio/doc"
	"strings"
)

func (m *Matcher) bindBare(p *pattern, e int, pr *doc.Predicate) bool {
	for _, a := range pr.Args {
		if a.Role == doc.Obl && a.Case == "" && m.accept(p, e, binding{tok: a.Tok, role: doc.Obl, pred: pr}) {
			return true
		}
	}
	return false
}

// bindNoun is bindBare for nouns alone.
func (m *Matcher) bindNoun(p *pattern, e int, pr *doc.Predicate) bool {
	for _, a := range pr.Args {
		if u := m.s.Tokens[a.Tok].UPOS; a.Role == doc.Obl && a.Case == "" && (u == "NOUN" || u == "PROPN") && m.s.Child(a.Tok, "case") < 0 && m.accept(p, e, binding{tok: a.Tok, role: doc.Obl, pred: pr}) {
			return true
		}
	}
	return false
}

func (m *Matcher) bindCase(p *pattern, e int, pr *doc.Predicate, prep string) bool {
	for _, a := range pr.Args {
		if a.Role == doc.Obl && !a.Conj && a.Case == prep && m.accept(p, e, binding{tok: a.Tok, role: doc.Obl, pred: pr, cas: prep}) {
			return true
		}
	}
	return false
}

func (m *Matcher) isPrep(preps []int32, cas string) bool {
	if cas == "" {
		return false
	}
	id, ok := m.book.ids[cas]
	if !ok {
		return false
	}
	for _, w := range preps {
		if w == id {
			return true
		}
	}
	return false
}

// bindObliques tries the prepositional arguments of one predicate.
func (m *Matcher) bindObliques(p *pattern, e int, pr *doc.Predicate) bool {
	el := &p.elems[e]
	for _, prep := range el.preps { // the likelier preposition stands first
		if el.parent >= 0 && prep == m.book.of {
			continue // "of" hangs from its noun, never from the verb
		}
		for _, a := range pr.Args {
			// "taken off the list", where the tree made a particle of the preposition
			part := a.Case == "" && a.Tok > pr.Tok && pr.Particle != "" && m.book.ids[pr.Particle] == prep && el.slot == noSlot
			if a.Role == doc.Obl && !a.Conj && (part || m.opens(a.Case, prep)) &&
				m.accept(p, e, binding{tok: a.Tok, role: doc.Obl, pred: pr, cas: a.Case}) {
				return true
			}
		}
	}
	return false
}

// opens reports whether a phrase's case is the preposition; a particle before it
// may have been read into it ("walk out" + "of" as "out of").
func (m *Matcher) opens(cas string, prep int32) bool {
	if cas == "" {
		return false
	}
	if m.book.ids[cas] == prep {
		return true
	}
	if !m.try.particle {
		return false
	}
	if m.book.ids[cas] == m.try.word { // "out" and "of" as two prepositions of one noun
		return prep == m.book.of
	}
	if i := strings.IndexByte(cas, ' '); i > 0 {
		return m.book.ids[cas[:i]] == m.try.word && m.book.ids[cas[i+1:]] == prep
	}
	return false
}

// bindOblique looks at the predicate, at the noun the phrase may hang from, at
// a light verb above a noun, and at the noun behind "of".
func (m *Matcher) bindOblique(p *pattern, e, i int) bool {
	el := &p.elems[e]
	pr := &m.s.Predicates[i]
	if el.slot == noSlot && len(el.preps) == 1 && m.dative(el.preps) && m.bindClause(p, e, pr) {
		return true // an infinitive: "agree to settle"
	}
	if el.parent >= 0 {
		if n := m.try.bound[el.parent].tok; n >= 0 && (m.bindNounOblique(p, e, n, 0) || m.bindInfinitive(p, e, n)) {
			return true
		}
	}
	if m.bindObliques(p, e, pr) {
		return true
	}
	if p.kind == verbPattern {
		// "sent Xi a letter" for "to Xi".
		if m.dative(el.preps) && m.bindRole(p, e, pr, doc.IObj) {
			return true
		}
		// A phrase that the tree hung from the object or from another phrase.
		for _, a := range pr.Args {
			if (a.Role == doc.Obj && p.object || a.Role == doc.Obl) && a.Origin == doc.Own && m.bindNounOblique(p, e, a.Tok, 1) {
				m.try.bound[e].stray = a.Role == doc.Obl && m.try.bound[e].cas != "of" && aloof(a.Case)
				return true
			}
		}
		return el.slot != noSlot && el.slot != contentSlot && m.bindAnywhere(p, e, pr.Tok)
	}
	if m.bindNounOblique(p, e, m.head(pr), 0) {
		return true
	}
	if v := m.lightVerb(pr.Tok); v != nil {
		return m.bindObliques(p, e, v)
	}
	if v := m.happens(pr.Tok); v != nil {
		return m.bindObliques(p, e, v)
	}
	// "a third of its exports go to", "a ship with food from Oslo docked in"
	if v, role, _ := m.above(pr.Tok); v != nil && v.Kind == doc.Verbal && role == doc.Subj && el.slot == recipientSlot && m.book.sets.motion[m.id(v.Tok)] {
		return m.bindObliques(p, e, v)
	}
	return false
}

// bindInfinitive looks for the verb of an infinitive at a noun: "the right [to respond]".
func (m *Matcher) bindInfinitive(p *pattern, e, n int) bool {
	el := &p.elems[e]
	if el.slot != noSlot || len(el.preps) != 1 || !m.dative(el.preps) {
		return false
	}
	pr := m.s.Predicate(n)
	return pr != nil && m.bindClause(p, e, pr)
}

// ofInfinitive reports whether a noun under a verb is a part of what an infinitive at
// a noun of asking or offering says: "rejected a proposal to send troops to Syria", but not
// of what aid is for: "announced aid to help the hungry in Syria".
func (m *Matcher) ofInfinitive(tok, verb int) bool {
	for n := 0; tok >= 0 && tok != verb && n < len(m.s.Tokens); n++ {
		if t := &m.s.Tokens[tok]; t.Deprel == "acl" && t.XPOS == "VB" && t.Head >= 0 && m.book.sets.request[m.id(t.Head)] {
			return true
		}
		tok = m.s.Tokens[tok].Head
	}
	return false
}

// bindAnywhere is the last resort against phrases hung from the wrong noun: the
// first party behind the verb and under it with the preposition ("conveyed the
// note signed by Berg, chairman of the union, to Hansen").
func (m *Matcher) bindAnywhere(p *pattern, e, verb int) bool {
	el := &p.elems[e]
	_, end := m.s.Subtree(verb)
	for c := verb + 1; c < end; c++ {
		t := &m.s.Tokens[c]
		if t.UPOS != "PROPN" || m.kind(c)&Party == 0 || !doc.IsRel(t.Deprel, "nmod") && !doc.IsRel(t.Deprel, "obl") || len(el.preps) > 2 && m.ofInfinitive(c, verb) || m.ofAgent(c, verb) {
			continue
		}
		if p.needs[contentSlot] && m.underClause(c, verb, "ccomp") {
			continue // "demanded that Chad accept the ruling [of the court]"
		}
		for k := range m.s.Children(c) {
			if m.s.Tokens[k].Deprel == "case" && m.isPrep(el.preps, m.s.Tokens[k].Lemma) &&
				m.accept(p, e, binding{tok: c, role: doc.Obl, cas: m.s.Tokens[k].Lemma, stray: m.underClause(c, verb, "acl")}) {
				return true
			}
		}
	}
	return false
}

// ofAgent reports whether a noun under a verb only says who its agent is: "congratulated by
// the head [of the party]".
func (m *Matcher) ofAgent(tok, verb int) bool {
	if !m.caseIs(tok, "of") {
		return false
	}
	for h := m.s.Tokens[tok].Head; h >= 0 && h != verb; h = m.s.Tokens[h].Head {
		if m.s.Tokens[h].Deprel == "obl:agent" && m.s.Tokens[h].Head == verb {
			return true
		}
	}
	return false
}

// underClause reports whether a noun under a verb belongs to a clause of a sort below it.
func (m *Matcher) underClause(tok, verb int, clause string) bool {
	for n := 0; tok >= 0 && tok != verb && n < len(m.s.Tokens); n++ {
		if doc.IsRel(m.s.Tokens[tok].Deprel, clause) {
			return true
		}
		tok = m.s.Tokens[tok].Head
	}
	return false
}

// aloof reports whether a phrase with a preposition says what an act is about or against what
// backdrop it was done: what stands at its noun is not whom the act reaches, as it is in
// "in league [with Chile]".
func aloof(prep string) bool {
	switch prep {
	case "for", "about", "over", "on", "against", "despite", "amid", "amidst", "after", "before", "during", "since", "following", "under":
		return true
	}
	return false
}

func (m *Matcher) isAloof(n int) bool {
	for k := range m.s.Children(n) {
		if m.s.Tokens[k].Deprel == "case" && aloof(m.s.Tokens[k].Lemma) {
			return true
		}
	}
	return false
}

func (m *Matcher) dative(preps []int32) bool {
	to := m.book.ids["to"]
	for _, w := range preps {
		if w == to {
			return true
		}
	}
	return false
}

// bindNounOblique looks for a phrase at a noun, and one noun further down
// ("a series of meetings with").
func (m *Matcher) bindNounOblique(p *pattern, e, n, depth int) bool {
	el := &p.elems[e]
	for c := range m.s.Children(n) {
		t := &m.s.Tokens[c]
		if !doc.IsRel(t.Deprel, "nmod") && !doc.IsRel(t.Deprel, "obl") || t.Deprel == "nmod:poss" {
			continue
		}
		for k := range m.s.Children(c) {
			if m.s.Tokens[k].Deprel == "case" && m.isPrep(el.preps, m.s.Tokens[k].Lemma) && (depth == 0 || m.s.Tokens[k].Lemma != "of" || p.nominal && m.caseIs(n, "by") || el.parent < 0 && m.s.Tokens[n].Deprel == "obj") &&
				m.accept(p, e, binding{tok: c, role: doc.Obl, cas: m.s.Tokens[k].Lemma, stray: depth > 0 && m.isAloof(n)}) {
				return true
			}
		}
	}
	if depth >= 1 && !(p.nominal && depth < 2 && !el.patient) {
		return false
	}
	for c := range m.s.Children(n) {
		if d := m.s.Tokens[c].Deprel; (doc.IsRel(d, "nmod") || d == "conj") && d != "nmod:poss" && m.bindNounOblique(p, e, c, depth+1) {
			return true
		}
	}
	return false
}
