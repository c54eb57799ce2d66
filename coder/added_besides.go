package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// besides adds the acts that a deed tells of besides itself: the request that it
// refuses, the call in which it was said.
func (w *Worker) besides(sent int, m *codebook.Match, deed int) {
	w.refused(sent, m, deed)
	w.channel(sent, m, deed)
	w.invited(m, deed)
	w.carried(sent, m, deed)
}

// invited adds the invitation that somebody accepted: "accepted an invitation from
// Oslo".
func (w *Worker) invited(m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	if m.Event != "AGREE" || d.event.Status != nuncio.Asserted || len(d.event.Actor) == 0 || len(d.event.Recipient) == 0 || len(m.Trigger) < 2 {
		return
	}
	if s := &w.doc.Sentences[d.at.Sent]; s.Tokens[m.Trigger[1]].Lemma != "invitation" {
		return
	}
	e := d.event
	if c, ok := w.Codebook.Code("036"); ok {
		e.Event, e.Mode, e.Context, e.CAMEO = c.Label.Event, c.Label.Mode, c.Label.Context, "036"
	}
	e.Quad, e.Goldstein = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO)
	e.Actor, e.Recipient, e.Via = e.Recipient, e.Actor, nil
	e.When = nuncio.When{Basis: nuncio.WhenTense}
	e.When.End = d.event.When.End
	e.Confidence = max(0, e.Confidence-unnamedDoer)
	w.deeds = append(w.deeds, deed{event: e, at: d.at})
}

// refused adds the request that somebody turned down, or the charge that he rejected:
// "rejected a demand from Oslo", "dismissed Chad's accusation that he arms rebels".
func (w *Worker) refused(sent int, m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	if m.Event != "REJECT" || d.event.Status != nuncio.Asserted || len(d.event.Actor) == 0 || len(d.event.Recipient) == 0 {
		return
	}
	s := &w.doc.Sentences[sent]
	noun, class := -1, ""
	for _, t := range m.Trigger[1:] {
		if s.Tokens[t].UPOS != "NOUN" {
			continue
		}
		switch l := s.Tokens[t].Lemma; {
		case w.Codebook.Among("asking", l):
			noun, class = t, "REQUEST"
		case w.Codebook.Among("charging", l) && w.owner(sent, t, false) >= 0 && !w.charged(d.event.Recipient, sent):
			noun, class = t, "ACCUSE"
		case w.Codebook.Among("offers", l):
			noun, class = t, "AGREE"
		}
	}
	if noun < 0 {
		return
	}
	label, ok := w.Codebook.Root(class)
	if class == "ACCUSE" {
		label, ok = w.Codebook.Mode(class, "allege")
	}
	if !ok {
		return
	}
	e := d.event
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, label.Mode, label.Context, label.CAMEO
	e.Quad, e.Goldstein, e.Reciprocal = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO), false
	e.Actor, e.Recipient, e.Via = e.Recipient, e.Actor, nil
	if c := s.Child(noun, "acl"); class == "ACCUSE" && c >= 0 { // "the charge that Libya armed them" is of Libya
		if who := notOwn(without(w.doerOf(sent, c), e.Actor), e.Actor); len(who) > 0 {
			e.Recipient = who
		}
	}
	if class == "REQUEST" {
		if who := w.joins(sent, noun); len(who) > 0 {
			e.Recipient = who
		} else {
			w.calledFor(sent, noun, &e)
		}
	}
	e.Chain = ownWord(e.Chain, e.Actor) // "said Oslo had rejected his proposal"
	e.When = nuncio.When{Basis: nuncio.WhenTense}
	e.When.End = d.event.When.End
	e.Confidence = max(0, e.Confidence-unnamedDoer)
	e.Evidence = w.evidence(sent, []int{noun})
	w.deeds = append(w.deeds, deed{event: e, at: refOf(sent, noun)})
}

// calledFor makes the one who turns a call down the one who was to do what an infinitive behind
// it says: "dismissed Egypt's call to halt the works".
func (w *Worker) calledFor(sent, noun int, e *nuncio.Event) {
	s := &w.doc.Sentences[sent]
	c := s.Child(noun, "acl")
	if c < 0 || s.Tokens[c].XPOS != "VB" || !w.Codebook.Among("callings", s.Tokens[noun].Lemma) {
		return
	}
	for k := range w.deeds {
		if d := &w.deeds[k]; d.at.Sent == sent && d.at.Tok == c && sameParties(d.event.Actor, e.Actor) {
			d.event.Actor = e.Recipient
			d.event.Recipient = without(d.event.Recipient, e.Recipient)
		}
	}
}

// joins is what a bid is to join, of which it is asked whoever blocks it: "blocked Macedonia's
// bid to join [the alliance]".
func (w *Worker) joins(sent, noun int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	c := s.Child(noun, "acl")
	if c < 0 || !w.Codebook.Among("joiners", s.Tokens[c].Lemma) {
		return nil
	}
	if o := s.Child(c, "obj"); o >= 0 {
		return w.slotParties(sent, []int{o}, false, false)
	}
	return nil
}

// charged reports whether a charge of somebody's was told shortly before.
func (w *Worker) charged(by []nuncio.Party, sent int) bool {
	for i := len(w.deeds) - 1; i >= 0 && sent-w.deeds[i].at.Sent <= answerReach; i-- {
		if e := &w.deeds[i].event; e.Event == "ACCUSE" && w.oneSide(e.Actor, by) {
			return true
		}
	}
	return false
}

// channel adds the call or letter in which something was said to somebody: "rebuked
// her in a telephone call", "complained to Berg by telephone".
func (w *Worker) channel(sent int, m *codebook.Match, i int) {
	if d := &w.deeds[i].event; !spoken(m.Event) || d.Status != nuncio.Asserted || len(d.Actor) != 1 {
		return
	}
	mode := "phone"
	if !w.overPhone(sent, m.Tok) {
		mode = "message"
		letter := w.byLetter(sent, m.Tok)
		if letter < 0 {
			return
		}
		if d := &w.deeds[i].event; len(d.Recipient) == 0 {
			d.Recipient = w.writtenTo(sent, letter, d.Actor)
		}
	}
	d := w.deeds[i] // a copy: the list grows
	if len(d.event.Recipient) == 0 {
		return
	}
	for k := len(w.deeds) - 1; k >= 0 && w.deeds[k].at.Sent == sent; k-- {
		if e := &w.deeds[k].event; e.Event == "CONSULT" && sameParties(e.Actor, d.event.Actor) {
			return
		}
	}
	label, ok := w.Codebook.Mode("CONSULT", mode)
	if !ok { // a mode of ours, which no code bears
		if label, ok = w.Codebook.Root("CONSULT"); !ok {
			return
		}
	}
	e := d.event
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, mode, label.Context, label.CAMEO
	e.Quad, e.Goldstein = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO)
	if who := w.addressee(sent, m.Tok, d.event.Actor); len(who) > 0 {
		e.Recipient = who
	}
	w.deeds = append(w.deeds, deed{event: e, at: d.at})
}

// addressee is to whom something is said: "complained to Berg of".
func (w *Worker) addressee(sent, verb int, actor []nuncio.Party) []nuncio.Party {
	if p := w.doc.Sentences[sent].Predicate(verb); p != nil {
		for _, a := range p.Args {
			if a.Role == doc.Obl && a.Case == "to" && !a.Conj {
				return notOwn(without(w.slotParties(sent, []int{a.Tok}, false, false), actor), actor)
			}
		}
	}
	return nil
}

// byLetter is the letter by which a phrase of a verb's own says that it was done, or -1:
// "urged him in a letter", "in a note to the bloc she demands".
func (w *Worker) byLetter(sent, verb int) int {
	s := &w.doc.Sentences[sent]
	for c := range s.Children(verb) {
		t := &s.Tokens[c]
		if t.UPOS != "NOUN" || !doc.IsRel(t.Deprel, "obl") || !w.Codebook.Among("letters", t.Lemma) {
			continue
		}
		switch w.prep(refOf(sent, c)) {
		case "in", "by", "through", "via":
			if s.Child(c, "acl", "acl:relcl") < 0 {
				return c
			}
		}
	}
	return -1
}

// writtenTo is to whom a letter is.
func (w *Worker) writtenTo(sent, letter int, actor []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	for c := range s.Children(letter) {
		if doc.IsRel(s.Tokens[c].Deprel, "nmod") && w.prep(refOf(sent, c)) == "to" {
			return notOwn(without(w.slotParties(sent, []int{c}, false, false), actor), actor)
		}
	}
	return nil
}

// overPhone reports whether a phrase under a verb says that it was done by telephone.
func (w *Worker) overPhone(sent, verb int) bool {
	s := &w.doc.Sentences[sent]
	for c := verb + 1; c < len(s.Tokens); c++ {
		t := &s.Tokens[c]
		if t.UPOS != "NOUN" || !w.Codebook.Among("phone", t.Lemma) || !s.Dominates(verb, c) {
			continue
		}
		switch w.prep(refOf(sent, c)) {
		case "by", "over", "on", "in":
		default:
			continue
		}
		if w.Codebook.Among("telephone", t.Lemma) {
			return true
		}
		for k := range s.Children(c) {
			if w.Codebook.Among("video", s.Tokens[k].Lemma) {
				return true
			}
		}
	}
	return false
}
