package coder

import (
	"strings"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// doneBefore is who did what a passive tells without saying by whom, where the scene
// has it: those who did violence to the same side just before, or those against whom
// the victims had turned ("threw stones at the police; ten were arrested").
func (w *Worker) doneBefore(at doc.Ref, m *codebook.Match, recipient []nuncio.Party) []nuncio.Party {
	if m.Event != "ASSAULT" && m.Event != "COERCE" {
		return nil
	}
	part := in(w.doc.Sentences[at.Sent].Part)
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= 1; i-- {
		e := &w.deeds[i].event
		if e.In != part || e.Status != nuncio.Asserted || len(e.Actor) != 1 || len(e.Recipient) == 0 || w.deeds[i].at == at {
			continue
		}
		switch {
		case e.Event == "ASSAULT" && !w.sameSide(e.Actor, recipient) && (w.sameSide(e.Recipient, recipient) || kinsmen(e.Recipient, recipient)),
			e.Event == "COERCE" && m.Event == "COERCE" && !w.sameSide(e.Actor, recipient) && kinsmen(e.Recipient, recipient):
			return e.Actor
		case (m.Event == "COERCE" || e.Mode == "riot" && w.deeds[i].at.Sent == at.Sent) && (e.Event == "ASSAULT" || e.Event == "PROTEST") && w.sameSide(e.Actor, recipient) && len(e.Recipient) == 1 && ofState(&e.Recipient[0]) && !w.Codebook.Within("embassy", strings.ToLower(e.Recipient[0].Name)):
			return e.Recipient
		}
	}
	return nil
}

// whenDone gives a violent deed that names nobody who did it the doer of the one that its own
// clause of time tells, or of which it says in a relative clause what it did: "ten were hurt
// when police broke up the march", "rebels claimed a raid which killed two".
func (w *Worker) whenDone(first int) {
	for i := first; i < len(w.deeds); i++ {
		d := &w.deeds[i]
		if d.event.Event != "ASSAULT" && d.event.Mode != "arrest" || len(d.event.Actor) > 0 || len(d.event.Recipient) == 0 {
			continue
		}
		s := &w.doc.Sentences[d.at.Sent]
		for k := first; k < len(w.deeds); k++ {
			c := &w.deeds[k]
			t := &s.Tokens[c.at.Tok]
			if c.event.Event != "ASSAULT" || len(c.event.Actor) == 0 || c.event.Status != d.event.Status || w.sameSide(c.event.Actor, d.event.Recipient) {
				continue
			}
			if doc.IsRel(s.Tokens[d.at.Tok].Deprel, "acl:relcl") && w.ofNoun(d.at) && s.Dominates(c.at.Tok, d.at.Tok) {
				d.event.Actor = c.event.Actor
				break
			}
			if !doc.IsRel(t.Deprel, "advcl") || t.Head != d.at.Tok && !besideIn(s, d.at.Tok, t.Head) {
				continue
			}
			if m := s.Child(c.at.Tok, "mark", "advmod"); m >= 0 && w.Codebook.Among("while", s.Tokens[m].Lemma) {
				d.event.Actor = c.event.Actor
				break
			}
		}
	}
}

// besideIn reports whether two verbs are joined to each other.
func besideIn(s *doc.Sentence, a, b int) bool {
	return b >= 0 && (s.Tokens[a].Deprel == "conj" && s.Tokens[a].Head == b || s.Tokens[b].Deprel == "conj" && s.Tokens[b].Head == a)
}

// kinsmen reports whether some party of one list is of the country of one of the other.
func kinsmen(a, b []nuncio.Party) bool {
	for i := range a {
		for k := range b {
			if a[i].Country != "" && a[i].Country == b[k].Country {
				return true
			}
		}
	}
	return false
}

// culprit is who did the deed that somebody condemns without saying whose it was:
// "condemned the raid".
func (w *Worker) culprit(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	for _, list := range [][]int{m.Recipient, m.Trigger[1:]} {
		for _, t := range list {
			if s.Tokens[t].UPOS != "NOUN" || !w.Codebook.Among("outrage", s.Tokens[t].Lemma) || s.Child(t, "nmod:poss") >= 0 {
				continue
			}
			mode := w.Codebook.ModeOf(s.Tokens[t].Lemma)
			for i := len(w.deeds) - 1; i >= 0 && (mode != "" || at.Sent-w.deeds[i].at.Sent <= outrageReach); i-- {
				e := &w.deeds[i].event
				if !w.deeds[i].blame && e.In == in(s.Part) && (mode == "" || mode == e.Mode) && (e.Event == "ASSAULT" || e.Event == "COERCE" || e.Event == "SANCTION" || e.Event == "MOBILIZE" && at.Sent-w.deeds[i].at.Sent <= outrageReach && !w.Codebook.Among("strike", s.Tokens[t].Lemma)) && e.Status == nuncio.Asserted && len(e.Actor) > 0 {
					if w.sameSide(e.Actor, actor) {
						return nil
					}
					return e.Actor
				}
			}
		}
	}
	return nil
}

// blamed replaces the victims of a condemned deed by who did it: "condemned Turkey's
// shelling of the town", "condemned the killing of two clerks". It reports whether a
// slot holds such victims.
func (w *Worker) blamed(at doc.Ref, m *codebook.Match) (who []nuncio.Party, victims bool) {
	s := &w.doc.Sentences[at.Sent]
	if m.Event != "ACCUSE" || w.Codebook.Among("blaming", s.Tokens[at.Tok].Lemma) { // "blamed the raid on"
		return nil, false
	}
	for _, t := range m.Recipient {
		n := s.Tokens[t].Head
		if n < 0 || n == at.Tok || s.Tokens[n].UPOS != "NOUN" || !w.Codebook.Among("outrage", s.Tokens[n].Lemma) && !w.Codebook.Among("strike", s.Tokens[n].Lemma) {
			continue
		}
		switch w.prep(refOf(at.Sent, t)) {
		case "of", "on", "against":
		default:
			continue
		}
		return w.perpetrator(at, n), true
	}
	return nil, false
}

// perpetrator is who did the deed that a noun tells, by the words at the noun.
func (w *Worker) perpetrator(at doc.Ref, noun int) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	if p := s.Predicate(noun); p != nil {
		for _, a := range p.Args {
			if a.Role == doc.Poss || a.Role == doc.Mod || a.Role == doc.Compound || a.Role == doc.Subj || a.Role == doc.Obl && a.Case == "by" {
				if who := w.slotParties(at.Sent, []int{a.Tok}, false, true); len(who) > 0 {
					return who
				}
			}
		}
	}
	first, end := s.Subtree(at.Tok)
	for k := max(first, noun+1); k < end; k++ {
		if w.prep(refOf(at.Sent, k)) == "by" {
			return w.slotParties(at.Sent, []int{k}, false, false)
		}
	}
	return nil
}

// pronounDoer is whom a pronoun at the head of what is said stands for: "they came to
// buy time".
func (w *Worker) pronounDoer(sent, tok int, actor []nuncio.Party) []nuncio.Party {
	p := w.doc.Sentences[sent].Predicate(tok)
	if p == nil {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok || w.doc.Sentences[sent].Tokens[a.Tok].UPOS != "PRON" {
		return nil
	}
	switch w.doc.Sentences[sent].Tokens[a.Tok].Lemma {
	case "he", "she", "they":
	default:
		return nil
	}
	who := w.slotParties(sent, []int{a.Tok}, false, false)
	if w.sameSide(who, actor) {
		return nil
	}
	return who
}
