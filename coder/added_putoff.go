package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// putOffReach is how many sentences before the one that puts a journey off it may have
// been told who was to make it.
const putOffReach = 2

// putOff adds the visit or the talks that somebody puts off: putting off is a deed of now,
// what is put off stays planned, for the day to which it was moved. "Has postponed until
// December a visit to Italy".
func (w *Worker) putOff(sent int, m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	s := &w.doc.Sentences[sent]
	if m.Event != "REJECT" || d.event.Mode != "meet" || d.event.Status != nuncio.Asserted || !w.defers(sent, m.Tok) {
		return
	}
	noun, visit := -1, false
	for _, t := range m.Trigger {
		if l := s.Tokens[t].Lemma; t != m.Tok && (w.Codebook.Among("visit", l) || w.Codebook.Among("talks", l)) {
			noun, visit = t, w.Codebook.Among("visit", l)
		}
	}
	label, ok := w.Codebook.Root("CONSULT")
	if visit {
		label, ok = w.Codebook.Mode("CONSULT", "visit")
	} else {
		label.Mode = "meeting"
	}
	if noun < 0 || !ok {
		return
	}
	e := d.event
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, label.Mode, label.Context, label.CAMEO
	e.Quad, e.Goldstein, e.Reciprocal = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO), !visit
	e.Status, e.StatusText = nuncio.Planned, w.phrase(doc.Range{Sent: sent, First: m.Tok, End: m.Tok + 1})
	if !w.putOffParties(sent, noun, visit, m, &e) {
		return
	}
	e.When = nuncio.When{Interval: nuncio.Interval{Start: w.doc.Report.Day()}, Basis: nuncio.WhenTense}
	if t, ok := w.When.Until(&w.doc, d.at); ok {
		if v := &w.deeds[i].event.When; v.Span == t.Span { // the new day is not that of the putting off
			*v = nuncio.When{Interval: nuncio.Interval{End: w.doc.Report.Day()}, Basis: nuncio.WhenTense}
		}
		e.When = t
	}
	e.Confidence = max(0, e.Confidence-unnamedDoer)
	w.deeds = append(w.deeds, deed{event: e, at: d.at})
}

// defers reports whether a verb puts off rather than calls off.
func (w *Worker) defers(sent, verb int) bool {
	s := &w.doc.Sentences[sent]
	lemma := s.Tokens[verb].Lemma
	if p := s.Predicate(verb); p != nil && p.Particle != "" {
		lemma += "_" + p.Particle
	}
	return w.Codebook.Among("deferring", lemma)
}

// putOffParties puts into an event who was to travel where, or to meet whom: by the words
// of the noun, else by the plan told just before ("was to have flown to Banjul. The trip
// was put off"). It reports whether somebody is known.
func (w *Worker) putOffParties(sent, noun int, visit bool, m *codebook.Match, e *nuncio.Event) bool {
	var by, to []nuncio.Party
	for _, t := range m.Recipient {
		switch at := refOf(sent, t); {
		case w.doc.Token(at).Head == noun && (w.prep(at) == "by" || visit && (w.prep(at) == "of" || w.doc.Token(at).Deprel == "nmod:poss")):
			by = append(by, w.slotParties(sent, []int{t}, true, false)...)
		case w.doc.Token(at).Head == noun || len(e.Actor) > 0:
			to = append(to, w.slotParties(sent, []int{t}, true, true)...)
		}
	}
	if p := w.doc.Sentences[sent].Predicate(noun); p != nil && !visit && len(by)+len(to)+len(e.Actor) == 0 {
		for _, a := range p.Args { // "talks between Oslo and Kampala were put off"
			if a.Role == doc.Obl && a.Case == "between" {
				by = append(by, w.slotParties(sent, []int{a.Tok}, true, true)...)
			}
		}
		if len(by) > 1 {
			by, to = by[:1:1], by[1:]
			e.Actor, e.Recipient, e.Via = by, to, nil
			return true
		}
	}
	switch {
	case len(by) > 0:
		to = without(e.Actor, by)
	case len(e.Actor) > 0:
		by = e.Actor
		if len(to) == 0 {
			to = e.Recipient
		}
	}
	if len(by) == 0 || visit && len(to) == 0 {
		if p := w.plannedBefore(sent, visit, by); p != nil {
			by, to = p.Actor, p.Recipient
			e.Where = owned(p.Where)
		}
	}
	e.Actor, e.Recipient, e.Via = by, notOwn(without(to, by), by), nil
	return len(by) > 0
}

// plannedBefore is the last visit, or meeting, told as planned or struck out shortly
// before, by one of the parties if some are known.
func (w *Worker) plannedBefore(sent int, visit bool, by []nuncio.Party) *nuncio.Event {
	for i := len(w.deeds) - 1; i >= 0 && sent-w.deeds[i].at.Sent <= putOffReach; i-- {
		e := &w.deeds[i].event
		if e.Event != "CONSULT" || (e.Mode == "visit") != visit || e.Status == nuncio.Asserted || len(e.Actor) == 0 {
			continue
		}
		if len(by) == 0 || w.oneSide(by, e.Actor) {
			return e
		}
	}
	return nil
}
