package codebook

import (
	"strings"

	"nuncio/doc"
)

// contentFits judges the clause in the CONTENT slot of the attempt.
func (m *Matcher) contentFits(test *ContentTest, i int, p *pattern) bool {
	content, subj := -1, -1
	for e := range p.elems {
		switch p.elems[e].slot {
		case contentSlot:
			content = m.try.bound[e].tok
		case actorSlot:
			subj = m.try.bound[e].tok
		}
	}
	if content < 0 {
		return false
	}
	f := m.form(content)
	if test.Future && !f.Future || test.Must && !f.Must || test.Negated && !f.Negated || test.Plain && f.Negated || test.Past && !f.Past {
		return false
	}
	if test.Modal && !f.Modal || test.Conditional && !m.conditional(content) {
		return false
	}
	if test.Agentless && !m.agentless(content) {
		return false
	}
	if test.Subjunctive && !f.Must && m.indicative(content) {
		return false
	}
	if test.Agent && !m.acted(content) {
		return false
	}
	if test.Own || test.Other {
		own := m.own(content, subj)
		if test.Own && !own || test.Other && own {
			return false
		}
	}
	if len(test.Deeds) == 0 && !test.None && !test.Peaceful {
		return true
	}
	saved := m.save()
	deed := m.deedOf(content, 0)
	m.restore(saved)
	if test.None {
		return deed < 0
	}
	if test.Peaceful {
		return deed < 0 || f.Negated || !has(hostile, m.matches[deed].Event)
	}
	if deed < 0 {
		return false
	}
	l := &m.matches[deed].Label
	if f.Negated && !test.Negated && (harmful(l.Event) || !has(hostile, l.Event)) && has(test.Deeds, l.Event) {
		return false // "promised not to attack" is no threat, "vowed not to talk" no offer
	}
	return has(test.Deeds, l.Event) && (len(test.DeedModes) == 0 || has(test.DeedModes, l.Mode))
}

// conditional reports whether a clause depends on another: "if they go", "unless", "should
// they go".
func (m *Matcher) conditional(tok int) bool {
	for c := range m.s.Children(tok) {
		if m.s.Tokens[c].Deprel != "advcl" {
			continue
		}
		for k := range m.s.Children(c) {
			t := &m.s.Tokens[k]
			switch t.Lemma {
			case "if", "unless", "lest":
				return true
			case "should": // before its subject
				s := m.s.Child(c, "nsubj", "nsubj:pass")
				return s > k
			}
		}
	}
	return false
}

// acted reports whether a clause tells what somebody does or lets happen: its subject
// acts in politics, or it is a passive, whose doer may be anybody.
func (m *Matcher) acted(tok int) bool {
	pr := m.s.Predicate(tok)
	if pr == nil {
		return false
	}
	if a, ok := pr.Arg(doc.Subj); ok {
		t := &m.s.Tokens[a.Tok]
		if t.UPOS == "PRON" {
			switch strings.ToLower(t.Form) {
			case "it", "that", "this", "which", "there", "what":
				return false
			}
			return true
		}
		k := m.kind(a.Tok)
		return k&Party != 0 && k&Thing == 0
	}
	_, done := pr.Arg(doc.Obj)
	return done
}

// agentless reports whether a clause is a passive that names nobody who does it.
func (m *Matcher) agentless(tok int) bool {
	pr := m.s.Predicate(tok)
	if pr == nil || !pr.Passive {
		return false
	}
	_, ok := pr.Arg(doc.Subj)
	return !ok
}

// harmful reports whether a deed of a class hurts the one at its other end, so that not
// to do it is a kindness.
func harmful(class string) bool {
	switch class {
	case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT":
		return true
	}
	return false
}

// indicative reports whether a clause says what is: a past or an -s on its verb or
// auxiliary.
func (m *Matcher) indicative(tok int) bool {
	tells := func(x string) bool { return x == "VBD" || x == "VBZ" || x == "MD" }
	// A base in the form of a past is what the tagger makes of a bare subjunctive.
	if t := &m.s.Tokens[tok]; tells(t.XPOS) && (t.XPOS != "VBD" || !strings.EqualFold(t.Form, t.Lemma)) {
		return true
	}
	for c := range m.s.Children(tok) {
		if t := &m.s.Tokens[c]; (t.Deprel == "cop" || doc.IsRel(t.Deprel, "aux")) && (tells(t.XPOS) || t.XPOS == "VBP") {
			return true
		}
	}
	return false
}

// actsFor reports whether one speaks for the state at another token, by what is
// known of both: a minister for his country.
func (m *Matcher) actsFor(speaker, state int) bool {
	who, what := m.entities(speaker, state)
	if who < 0 || what < 0 {
		return false
	}
	e := &m.d.Entities[who]
	id := m.d.Entities[what].ID
	return e.Sector == "GOV" && e.Country != "" && id == e.Country || e.Role != nil && e.Role.Of == id && id != e.Country
}

// abroad reports whether a pronoun stands for somebody of another country than the
// speaker: "Chad charged that they had spied".
func (m *Matcher) abroad(speaker, pronoun int) bool {
	who, what := m.entities(speaker, pronoun)
	if who < 0 || what < 0 {
		return false
	}
	a, b := m.d.Entities[who].Country, m.d.Entities[what].Country
	return a != "" && b != "" && a != b
}

// entities are the parties that two tokens stand for; -1 where they stand for none.
func (m *Matcher) entities(a, b int) (who, what int) {
	who, what = -1, -1
	for i := range m.d.Mentions {
		mn := &m.d.Mentions[i]
		if mn.Sent != m.sent || mn.Entity < 0 {
			continue
		}
		switch mn.Head {
		case a:
			who = mn.Entity
		case b:
			what = mn.Entity
		}
	}
	return who, what
}

// another reports whether a pronoun stands for somebody named before it in the sentence
// who is not the speaker: "expelled two diplomats, charging that [they] had spied".
func (m *Matcher) another(pronoun, speaker int) bool {
	if speaker < 0 {
		return false
	}
	who, by := m.entities(pronoun, speaker)
	if who < 0 || by < 0 || who == by {
		return false
	}
	for i := range m.d.Mentions {
		mn := &m.d.Mentions[i]
		if mn.Sent == m.sent && mn.Entity == who && mn.Head < pronoun && mn.Head != speaker && m.s.Tokens[mn.Head].UPOS != "PRON" && m.s.Tokens[mn.Head].Deprel == "obj" {
			return true
		}
	}
	return false
}

// own reports whether the clause at content has the speaker for its subject.
func (m *Matcher) own(content, speaker int) bool {
	pr := m.s.Predicate(content)
	if pr == nil {
		return false
	}
	for _, role := range [...]doc.ArgRole{doc.Subj, doc.Obj} {
		a, ok := pr.Arg(role)
		if !ok {
			continue
		}
		if a.Origin == doc.Control || a.Tok == speaker {
			return true
		}
		t := &m.s.Tokens[a.Tok]
		if t.UPOS == "PRON" {
			switch t.Lemma {
			case "it": // "it will not be long, she said", but "Oslo's minister said it would strike back"
				return speaker < 0 || !m.human(speaker) || m.actsFor(speaker, a.Tok)
			case "he", "she", "they":
				return !m.another(a.Tok, speaker) && (speaker < 0 || !m.abroad(speaker, a.Tok))
			case "we", "I", "i":
				return true
			}
			return false
		}
		if c := m.s.Child(a.Tok, "nmod:poss"); c >= 0 && m.s.Tokens[c].UPOS == "PRON" {
			return true // "its forces", "his government"
		}
		if speaker >= 0 && t.Lemma == m.s.Tokens[speaker].Lemma {
			return true
		}
		if speaker >= 0 && m.actsFor(speaker, a.Tok) {
			return true
		}
		// "Turkey's president says Turkey will", "the minister said the government would"
		if speaker >= 0 {
			for c := range m.s.Children(speaker) {
				if m.s.Tokens[c].Lemma == t.Lemma {
					return true
				}
			}
			if m.book.sets.selves[m.ids[a.Tok]] && m.s.Child(a.Tok, "nmod:poss", "amod", "nmod") < 0 && m.s.Tokens[a.Tok].UPOS == "NOUN" {
				return true
			}
		}
		return false
	}
	return true // no subject of its own
}

// human reports whether a speaker is a person, who is no "it".
func (m *Matcher) human(tok int) bool {
	t := &m.s.Tokens[tok]
	if t.UPOS == "PRON" {
		return t.Lemma == "he" || t.Lemma == "she" || t.Lemma == "I" || t.Lemma == "who"
	}
	k := m.kind(tok)
	return k&Person != 0 && k&(Org|State) == 0
}
