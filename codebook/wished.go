package codebook

import (
	"slices"

	"nuncio/doc"
)

// A noun may tell the deed that is asked for, promised or refused: "demanded [the
// lifting] of the embargo", "ruled out [the deployment] of troops". It then counts
// inside that act of speech alone.

// wished is the word of asking, promising or refusing that a noun's deed stands behind,
// or -1.
func (m *Matcher) wished(tok int) int {
	for range 4 {
		t := &m.s.Tokens[tok]
		h := t.Head
		if h < 0 {
			return -1
		}
		switch {
		case t.Deprel == "conj", doc.IsRel(t.Deprel, "nmod") && m.book.sets.transparent[m.id(h)]:
			tok = h
			continue
		case t.Deprel == "obj", t.Deprel == "nsubj:pass":
		case doc.IsRel(t.Deprel, "obl"), doc.IsRel(t.Deprel, "nmod"):
			if !m.caseIs(tok, "for") && !m.caseIs(tok, "on") && !m.caseIs(tok, "to") && !m.caseIs(tok, "against") && !m.caseIs(tok, "of") {
				return -1
			}
		default:
			return -1
		}
		if m.book.sets.wishing[m.id(h)] {
			return h
		}
		return -1
	}
	return -1
}

// linkWished joins the deeds that nouns tell to the acts of speech that they stand in.
func (m *Matcher) linkWished() {
	for k := range m.matches {
		d := &m.matches[k]
		if !d.Wished || d.Event == "" || d.Parent >= 0 {
			continue
		}
		about := m.wished(d.Tok)
		for n := range m.matches {
			sp := &m.matches[n]
			if n == k || sp.Deed >= 0 || sp.Content >= 0 && sp.Content != d.Tok || !m.saysWith(sp, about) || sp.Event != "REJECT" && slices.Contains(sp.Trigger[1:], d.Tok) {
				continue
			}
			if m.wishedDoer(sp, d); len(d.Actor)+len(d.Recipient) > 0 || d.Event == "RETREAT" || d.Event == "COERCE" {
				sp.Content = d.Tok
			}
			break
		}
	}
}

// saysWith reports whether a match is an act of asking, promising or refusing told by a
// word.
func (m *Matcher) saysWith(sp *Match, word int) bool {
	switch sp.Event {
	case "REQUEST", "AGREE", "THREATEN", "REJECT":
		return slices.Contains(sp.Trigger, word)
	}
	return false
}

// wishedDoer puts who is to do a noun's deed where the noun does not say: who promises or
// refuses it, or who is asked for it.
func (m *Matcher) wishedDoer(sp, d *Match) {
	if len(d.Actor) > 0 {
		return
	}
	switch sp.Event {
	case "AGREE", "THREATEN":
		d.Actor = sp.Actor
	case "REJECT":
		if m.book.sets.declining[m.id(sp.Tok)] { // "opposed the closure": another's
			d.Actor = sp.Actor
		}
	case "REQUEST":
		if d.Event == "RETREAT" && d.Mode == "" && len(d.Recipient) == 1 && slices.Contains(d.Trigger[1:], m.s.Tokens[d.Recipient[0]].Head) && m.s.Tokens[d.Recipient[0]].Deprel != "nmod" {
			d.Actor, d.Recipient = d.Recipient, sp.Actor // "demanded the lifting of the American embargo": by those whose it is
		} else if len(sp.Recipient) > 0 && !m.under(sp.Recipient[0], d.Tok) && !slices.Contains(d.Recipient, sp.Recipient[0]) {
			d.Actor = sp.Recipient
		} else if d.Event == "CONSULT" && len(d.Recipient) > 0 {
			d.Actor = sp.Actor // "urged the resumption of talks with Chile"
		}
	}
	if len(d.Actor) == 0 {
		d.Actor = m.sentOut(d)
	}
	d.Doerless = len(d.Actor) == 0
}

// sentOut are the forces whose coming or going a noun tells, who do it themselves: "the
// deployment of [Kenyan peacekeepers]".
func (m *Matcher) sentOut(d *Match) []int {
	if d.Event != "MOBILIZE" && d.Event != "AID" && d.Mode != "withdraw" {
		return nil
	}
	for k, t := range d.Trigger[1:] {
		if m.kind(t)&Armed != 0 && !slices.Contains(d.Recipient, t) {
			return d.Trigger[k+1 : k+2]
		}
	}
	return nil
}

// under reports whether a token hangs, at whatever depth, from another.
func (m *Matcher) under(tok, top int) bool {
	for n := 0; tok >= 0 && n < len(m.s.Tokens); n++ {
		if tok == top {
			return true
		}
		tok = m.s.Tokens[tok].Head
	}
	return false
}
