package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// givenTo is to whom, by a relative clause, the actor's gifts or wares go that a verb is done
// to: "cut off the gas that it sells to Peru".
func (w *Worker) givenTo(at doc.Ref, actor []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	p := s.Predicate(at.Tok)
	if p == nil {
		return nil
	}
	obj, ok := p.Arg(doc.Obj)
	if !ok {
		return nil
	}
	c := s.Child(obj.Tok, "acl:relcl")
	if c < 0 {
		return nil
	}
	n := s.Predicate(c)
	if n == nil {
		return nil
	}
	if subj, ok := n.Arg(doc.Subj); !ok || !w.oneSide(w.slotParties(at.Sent, []int{subj.Tok}, false, false), actor) {
		return nil
	}
	for _, a := range n.Args {
		if a.Role == doc.IObj && a.Tok > c || a.Role == doc.Obl && a.Case == "to" {
			if who := w.slotParties(at.Sent, []int{a.Tok}, false, true); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// joinedBy is the other state, or place of it, that a road or border which is shut joins to
// somewhere: "blocked the only road linking Chad with the port".
func (w *Worker) joinedBy(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	for _, t := range append(m.Trigger[1:len(m.Trigger):len(m.Trigger)], w.objects(at)...) {
		for c := range s.Children(t) {
			if c < t || !doc.IsRel(s.Tokens[c].Deprel, "acl") || !w.Codebook.Among("linking", s.Tokens[c].Lemma) {
				continue
			}
			n := s.Predicate(c)
			if n == nil {
				continue
			}
			for _, a := range n.Args {
				if a.Tok < c || a.Role != doc.Obj && (a.Role != doc.Obl || a.Case != "to" && a.Case != "with" && a.Case != "into") {
					continue
				}
				if who := w.slotParties(at.Sent, []int{a.Tok}, false, true); len(who) > 0 && !w.kinOf(who, actor) {
					return who
				}
			}
		}
	}
	return nil
}

// addressedBy is to whom a move is meant to tell something: "as a [warning] to Chad".
func (w *Worker) addressedBy(sent, noun int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	if t := &s.Tokens[noun]; t.UPOS != "NOUN" || w.prep(refOf(sent, noun)) != "as" && w.prep(refOf(sent, noun)) != "in" || !w.Codebook.Among("signals", t.Lemma) {
		return nil
	}
	return w.writtenTo(sent, noun, nil)
}

// answeredTo is whom forces rise against, or on whom somebody walks out, by the clause that says
// when, or whom to stop or warn they are sent: "scrambled jets after two Libyan bombers had crossed
// the line", "to intercept a bomber", "as a warning to Libya"; "walked out as the premier spoke".
func (w *Worker) answeredTo(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	walks := m.Event == "PROTEST" && w.Codebook.Among("walking-out", w.doc.Token(at).Lemma)
	shots := m.Event == "ASSAULT" && m.Mode == "firearms" && len(m.Recipient) == 0 // "fired warning shots after"
	if !walks && !shots && (m.Event != "MOBILIZE" || m.Mode != "troops") || len(actor) == 0 {
		return nil
	}
	s := &w.doc.Sentences[at.Sent]
	for c := range s.Children(at.Tok) {
		if !walks {
			if who := w.addressedBy(at.Sent, c); len(who) > 0 && !w.kinOf(who, actor) {
				return who
			}
		}
		if !doc.IsRel(s.Tokens[c].Deprel, "advcl") && s.Tokens[c].Deprel != "xcomp" {
			continue
		}
		mark := s.Child(c, "mark", "advmod")
		if mark < 0 || !w.Codebook.Among("while", s.Tokens[mark].Lemma) && s.Tokens[mark].Lemma != "to" {
			continue
		}
		if s.Tokens[mark].Lemma == "to" {
			if w.Codebook.Among("heading-off", s.Tokens[c].Lemma) {
				if who := w.slotParties(at.Sent, w.objects(refOf(at.Sent, c)), true, false); !walks && len(who) > 0 && !w.kinOf(who, actor) {
					return who
				}
			}
			continue
		}
		who := w.doerOf(at.Sent, c)
		if len(who) == 0 {
			who = w.undergoer(at.Sent, c)
		}
		if len(who) == 1 && who[0].Country != "" && !w.kinOf(who, actor) && (walks || who[0].Sector == "MIL") {
			return who
		}
	}
	return nil
}

// promisedTo is whom what somebody agrees to do is to be done to: "agreed to sell gas
// to Peru".
func (w *Worker) promisedTo(sent int, p *doc.Predicate, try func(doc.Arg) []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	c, ok := p.Arg(doc.Comp)
	if !ok || c.Tok == p.Tok || s.Child(c.Tok, "nsubj", "csubj") >= 0 {
		return nil
	}
	n := s.Predicate(c.Tok)
	if n == nil {
		return nil
	}
	for _, a := range n.Args {
		if a.Role == doc.IObj || a.Role == doc.Obl && (a.Case == "to" || a.Case == "with") {
			if who := try(a); len(who) > 0 {
				return who
			}
		}
	}
	if o, ok := n.Arg(doc.Obj); ok {
		return w.joinedTo(sent, o.Tok, try)
	}
	return nil
}

// joinedTo is the party that a noun is joined to by "to" or "against".
func (w *Worker) joinedTo(sent, noun int, try func(doc.Arg) []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	if n := s.Predicate(noun); n != nil {
		for _, a := range n.Args {
			if a.Role == doc.Obl && (a.Case == "to" || a.Case == "against") {
				if who := try(a); len(who) > 0 {
					return who
				}
			}
		}
	}
	return nil
}
