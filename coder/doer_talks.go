package coder

import (
	"slices"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// atTalks are the two between whom the talks were, or the treaty, of which a verb tells what
// became: "the talks collapsed", "the treaty between Chad and Niger took effect".
func (w *Worker) atTalks(sent int, m *codebook.Match) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	p := s.Predicate(m.Tok)
	if p == nil || m.Event != "REJECT" && m.Event != "CONSULT" && m.Event != "COOPERATE" {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return nil
	}
	if k := w.cover.Headed(refOf(sent, a.Tok)); k >= 0 && len(w.doc.Mentions[k].Members) == 2 {
		return w.addMention(nil, k)
	}
	for _, pr := range [...]*doc.Predicate{p, s.Predicate(a.Tok)} {
		if pr == nil {
			continue
		}
		var who []nuncio.Party
		for _, x := range pr.Args {
			if x.Role == doc.Obl && x.Case == "between" {
				who = append(who, w.slotParties(sent, []int{x.Tok}, true, true)...)
			}
		}
		if len(who) > 0 {
			return who
		}
	}
	if who := w.slotParties(sent, w.ownersOf(sent, a.Tok), false, true); len(who) > 0 || m.Event != "COOPERATE" {
		return who
	}
	for i := len(w.deeds) - 1; w.definite(s, []int{m.Tok, a.Tok}) && i >= 0 && sent-w.deeds[i].at.Sent <= answerReach; i-- {
		if e := &w.deeds[i].event; e.CAMEO == "057" && e.Reciprocal { // "the treaty" that was signed
			return slices.Concat(e.Actor, e.Recipient)
		}
	}
	return nil
}

// boundBy are the two who act under, or in, what is signed by nobody named: "under a treaty
// signed in Lima, Chad and Niger will share the water".
func (w *Worker) boundBy(sent int, m *codebook.Match) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	t := &s.Tokens[m.Tok]
	if m.Event != "SUPPORT" || m.CAMEO != "057" || !doc.IsRel(t.Deprel, "acl") || t.Head < 0 || !doc.IsRel(s.Tokens[t.Head].Deprel, "obl") {
		return nil
	}
	switch w.prep(refOf(sent, t.Head)) {
	case "under", "in", "by":
	default:
		return nil
	}
	p := s.Predicate(s.Tokens[t.Head].Head)
	if p == nil {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return nil
	}
	toks := []int{a.Tok}
	for c := range s.Children(a.Tok) {
		if s.Tokens[c].Deprel == "conj" {
			toks = append(toks, c)
		}
	}
	who := w.slotParties(sent, toks, false, false)
	if len(who) != 2 || w.sameSide(who[:1], who[1:]) {
		return nil
	}
	return who
}

// talkedBefore are the two who were just told to have talked or visited each other, where
// agreement is reached by nobody named: "emerged from talks with Berg and said that an
// agreement had been reached", "a visit during which six agreements will be signed".
func (w *Worker) talkedBefore(sent int, m *codebook.Match) []nuncio.Party {
	if m.Event != "SUPPORT" || m.CAMEO != "057" {
		return nil
	}
	for i := len(w.deeds) - 1; i >= 0 && sent-w.deeds[i].at.Sent <= 1; i-- {
		if e := &w.deeds[i].event; e.Event == "CONSULT" && e.Status != nuncio.Negated && e.In == in(w.doc.Sentences[sent].Part) && len(e.Actor) == 1 && len(e.Recipient) == 1 && !w.sameSide(e.Actor, e.Recipient) {
			return slices.Concat(e.Actor, e.Recipient)
		}
	}
	return nil
}

// ownersOf are the words that say whose a noun is and with whom: "Chad's treaty with Niger".
func (w *Worker) ownersOf(sent, noun int) []int {
	p := w.doc.Sentences[sent].Predicate(noun)
	if p == nil {
		return nil
	}
	var own, with []int
	for _, a := range p.Args {
		switch {
		case a.Role == doc.Poss, a.Role == doc.Mod:
			own = append(own, a.Tok)
		case a.Role == doc.Obl && a.Case == "with":
			with = append(with, a.Tok)
		}
	}
	return append(own, with...)
}
