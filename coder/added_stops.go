package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// stops adds the further visits of one journey, each with its day: "will fly to Lima on
// Monday and to Quito a day later", "visited Chad on Friday and Niger on Sunday".
func (w *Worker) stops(sent int, m *codebook.Match, i int) {
	s := &w.doc.Sentences[sent]
	if e := &w.deeds[i].event; e.Event != "CONSULT" || e.Mode != "visit" || len(m.Recipient) == 0 || s.Tokens[m.Tok].UPOS != "VERB" || len(e.Actor) == 0 {
		return
	}
	first := m.Recipient[0]
	for k := w.firstIn(sent); k < len(w.doc.Mentions) && w.doc.Mentions[k].Sent == sent; k++ {
		c := &w.doc.Mentions[k]
		if c.Head <= first || c.Kind != doc.Named || c.Entity < 0 || s.Tokens[c.Head].Deprel != "conj" || s.Child(c.Head, "cc") < 0 || !under(s, m.Tok, c.Head) {
			continue
		}
		day := w.timeIn(sent, first+1, c.First)
		if kind := w.doc.Entities[c.Entity].Kind; kind != nuncio.KindState && kind != nuncio.KindPlace || day < 0 {
			continue
		}
		d := w.deeds[i] // a copy: the list grows
		there := without(w.addParty(nil, c.Entity, c), d.event.Actor)
		if len(there) == 0 || there[0].Country == "" || len(d.event.Recipient) > 0 && sameParty(&there[0], &d.event.Recipient[0]) {
			continue
		}
		w.deeds[i].event.When = w.onDay(day)
		w.deeds[i].event.Recipient = without(d.event.Recipient, there)
		d.event.Recipient, d.event.Where = there, nil
		if next := w.timeIn(sent, c.End, len(s.Tokens)); next >= 0 {
			d.event.When = w.onDay(next)
		} else { // "and then to Paris": no earlier than the first
			d.event.When = nuncio.When{Basis: nuncio.WhenContext}
			d.event.When.Start, d.event.When.Granularity = w.doc.Times[day].Interval.Start, nuncio.GranularityDay
			if d.event.Status == nuncio.Asserted {
				d.event.When.End = w.doc.Report.Day()
			}
		}
		for p := range w.doc.Places {
			if x := &w.doc.Places[p]; x.Sent == sent && x.First <= c.Head && c.Head < x.End {
				where := x.Where
				d.event.Where = &where
			}
		}
		d.event.Confidence = max(0, d.event.Confidence-unnamedDoer)
		w.deeds = append(w.deeds, d)
		first = c.Head
		i = len(w.deeds) - 1
	}
}

// timeIn is the first time that is told between two tokens of a sentence, -1 for none.
func (w *Worker) timeIn(sent, from, end int) int {
	for t := range w.doc.Times {
		if x := &w.doc.Times[t]; x.Sent == sent && x.First >= from && x.End <= end && !x.Interval.Start.IsZero() && (x.Type == "DATE" || x.Type == "TIME") {
			return t
		}
	}
	return -1
}

// onDay is the time of an event that a time expression gives.
func (w *Worker) onDay(t int) nuncio.When {
	x := &w.doc.Times[t]
	return nuncio.When{Interval: x.Interval, Basis: nuncio.WhenExpression, Text: w.doc.Words(x.Range), Span: w.doc.Span(x.Range)}
}

// under reports whether a noun is joined to a phrase of a verb's own, with no other verb
// between.
func under(s *doc.Sentence, verb, noun int) bool {
	for n := 0; noun >= 0 && noun != verb && n < len(s.Tokens); n++ {
		if u := s.Tokens[noun].UPOS; u == "VERB" || u == "AUX" {
			return false
		}
		noun = s.Tokens[noun].Head
	}
	return noun == verb
}
