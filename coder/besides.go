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
}

// refused adds the request that somebody turned down: "rejected a demand from Oslo".
func (w *Worker) refused(sent int, m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	if m.Event != "REJECT" || d.event.Status != nuncio.Asserted || len(d.event.Actor) == 0 || len(d.event.Recipient) == 0 || len(m.Trigger) < 2 {
		return
	}
	s := &w.doc.Sentences[sent]
	noun := m.Trigger[1]
	if s.Tokens[noun].UPOS != "NOUN" || !w.Codebook.Among("asking", s.Tokens[noun].Lemma) {
		return
	}
	label, ok := w.Codebook.Root("REQUEST")
	if !ok {
		return
	}
	e := d.event
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, "", nil, label.CAMEO
	e.Quad, e.Goldstein, e.Reciprocal = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO), false
	e.Actor, e.Recipient, e.Via = e.Recipient, e.Actor, nil
	e.When = nuncio.When{Basis: nuncio.WhenTense}
	e.When.End = d.event.When.End
	e.Confidence = max(0, e.Confidence-unnamedDoer)
	e.Evidence = w.evidence(sent, []int{noun})
	w.deeds = append(w.deeds, deed{event: e, at: refOf(sent, noun)})
}

// channel adds the call or letter in which something was said to somebody: "rebuked
// her in a telephone call", "complained to Berg by telephone".
func (w *Worker) channel(sent int, m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	if !spoken(m.Event) || d.event.Status != nuncio.Asserted || len(d.event.Actor) != 1 || len(d.event.Recipient) == 0 || !w.overPhone(sent, m.Tok) {
		return
	}
	for k := len(w.deeds) - 1; k >= 0 && w.deeds[k].at.Sent == sent; k-- {
		if e := &w.deeds[k].event; e.Event == "CONSULT" && sameParties(e.Actor, d.event.Actor) {
			return
		}
	}
	label, ok := w.Codebook.Mode("CONSULT", "phone")
	if !ok {
		return
	}
	e := d.event
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, label.Mode, label.Context, label.CAMEO
	e.Quad, e.Goldstein = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO)
	w.deeds = append(w.deeds, deed{event: e, at: d.at})
}

// overPhone reports whether a phrase of a verb says that it was done by telephone.
func (w *Worker) overPhone(sent, verb int) bool {
	s := &w.doc.Sentences[sent]
	p := s.Predicate(verb)
	if p == nil {
		return false
	}
	for _, a := range p.Args {
		if a.Role != doc.Obl || a.Case != "by" && a.Case != "in" && a.Case != "over" && a.Case != "on" {
			continue
		}
		t := &s.Tokens[a.Tok]
		switch {
		case t.Lemma == "telephone" || t.Lemma == "phone":
			return true
		case w.Codebook.Among("phone", t.Lemma):
			for c := range s.Children(a.Tok) {
				if l := s.Tokens[c].Lemma; l == "telephone" || l == "phone" || l == "video" {
					return true
				}
			}
		}
	}
	return false
}
