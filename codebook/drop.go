package codebook

import (
	"nuncio/doc"
)

// drop takes out idioms and nouns that a verb's rule has used, and puts the rest
// in the order of the sentence.
func (m *Matcher) drop() {
	for k := range m.matches {
		for _, t := range m.matches[k].Trigger[1:] {
			if t >= 0 && t < len(m.taken) {
				m.taken[t] = !m.told(k, t)
			}
		}
	}
	moved := m.moved[:0]
	out := 0
	for k := range m.matches {
		if mt := &m.matches[k]; mt.Event == "THREATEN" && mt.Deed >= 0 && m.twice(mt) { // its deed is the outer threat's
			m.matches[mt.Parent].Deed, m.matches[mt.Deed].Parent = mt.Deed, mt.Parent
		}
	}
	for k := range m.matches {
		mt := &m.matches[k]
		idle := mt.Event == "" || mt.Wished && mt.Parent < 0 || m.twice(mt) || m.taken[mt.Tok] || mt.Rule.Inside && mt.Parent < 0 && !m.form(mt.Tok).Must && !mt.Ordered
		if idle {
			moved = append(moved, -1)
			if mt.Event == "" || mt.Rule.Inside && mt.Parent < 0 && !m.taken[mt.Tok] {
				m.misses = append(m.misses, Miss{mt.Tok, "idiom"})
			}
			continue
		}
		moved = append(moved, out)
		m.matches[out] = *mt
		out++
	}
	m.matches, m.moved = m.matches[:out], moved
	at := func(n int) int {
		if n < 0 || n >= len(moved) {
			return -1
		}
		return moved[n]
	}
	for k := range m.matches {
		m.matches[k].Deed, m.matches[k].Parent = at(m.matches[k].Deed), at(m.matches[k].Parent)
	}
	m.order()
}

// twice reports whether an act only says again what the one above it is: a threat inside
// a threat ("vowed that it will answer in kind"), what marchers are out for ("took to the
// streets to protest").
func (m *Matcher) twice(mt *Match) bool {
	switch mt.Event {
	case "THREATEN":
		return mt.Parent >= 0 && m.matches[mt.Parent].Event == "THREATEN"
	case "PROTEST":
		t := &m.s.Tokens[mt.Tok]
		if t.Deprel != "advcl" && t.Deprel != "xcomp" || t.XPOS != "VB" {
			return false
		}
		i := m.index(t.Head)
		return i >= 0 && m.found[i] > 0 && m.matches[m.found[i]-1].Event == "PROTEST"
	}
	return false
}

// told reports whether the verb at a token, which is one of the words of match
// k, tells a deed besides: what is asked for, promised or refused in an
// infinitive ("urged Juba to [negotiate] with the rebels"), or what marchers
// demand. The deed then stands inside the speech act.
func (m *Matcher) told(k, tok int) bool {
	i := m.index(tok)
	if i < 0 || m.found[i] == 0 {
		return false
	}
	speech, deed := &m.matches[k], &m.matches[m.found[i]-1]
	if speech.Event == "CONCEDE" && deed.Event == "RETREAT" {
		return deed.Tok != speech.Tok // "accepted the resignation of": he resigned
	}
	if speech.Event == "ASSAULT" && deed.Event == "PROTEST" {
		return deed.Tok != speech.Tok // "broke up a march by pensioners": they marched
	}
	if m.s.Predicates[i].Kind != doc.Verbal {
		if deed.Wished && deed.Parent == k {
			return true // "voted against the deployment of peacekeepers"
		}
		// "condemned the arrest of the editor by Chad": Chad arrested him
		return speech.Event == "ACCUSE" && speech.Tok < deed.Tok && (len(deed.Recipient) > 0 && m.kind(deed.Recipient[0])&(Party|Place) != 0 || deed.Event == "MOBILIZE" && !deed.Doerless) && m.s.Tokens[speech.Tok].UPOS == "VERB" && deedIsDone(deed.Event)
	}
	if deed.Tok == speech.Tok || deed.Event == "" || m.s.Tokens[speech.Tok].UPOS != "VERB" {
		return false
	}
	switch speech.Event {
	case "REQUEST", "AGREE", "THREATEN", "REJECT":
		if deed.Event == speech.Event {
			return false
		}
	case "PROTEST":
		return deed.Event == "REQUEST"
	default:
		return false
	}
	if deed.Parent < 0 {
		deed.Parent = k
		if deed.Status == "" {
			deed.Status = deedStatus(speech)
		}
	}
	if speech.Deed < 0 {
		speech.Deed = int(m.found[i]) - 1
	}
	return true
}

// deedIsDone reports whether acts of a class are done rather than said.
func deedIsDone(class string) bool {
	switch class {
	case "ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT", "AID", "COOPERATE":
		return true
	}
	return false
}

// order sorts matches by predicate; references between them follow.
func (m *Matcher) order() {
	ms := m.matches
	for i := 1; i < len(ms); i++ {
		for j := i; j > 0 && ms[j].Tok < ms[j-1].Tok; j-- {
			ms[j], ms[j-1] = ms[j-1], ms[j]
			for k := range ms {
				ms[k].Deed, ms[k].Parent = swapped(ms[k].Deed, j), swapped(ms[k].Parent, j)
			}
		}
	}
}
