package coder

import (
	"slices"

	"nuncio"
	"nuncio/codebook"
)

// byDay parts an act that was done to several on a day each: "flew to Oslo on Monday and to
// Bern on Tuesday", "met the premier on Friday evening and the envoy the next morning".
func (w *Worker) byDay(sent int, m *codebook.Match, i int) {
	e := w.deeds[i].event
	if len(e.Recipient) < 2 || len(e.Actor) == 0 || e.When.Basis != nuncio.WhenExpression || w.doc.Sentences[sent].Tokens[m.Tok].UPOS != "VERB" {
		return
	}
	who := slices.Clone(e.Recipient)
	slices.SortStableFunc(who, func(a, b nuncio.Party) int { return a.Span.Start - b.Span.Start })
	days := make([]int, len(who))
	for k := len(who) - 1; k >= 0; k-- {
		end := w.doc.Sentences[sent].End
		if k+1 < len(who) {
			end = who[k+1].Span.Start
		}
		if days[k] = w.dayBetween(sent, who[k].Span.End, end); days[k] < 0 && k+1 < len(who) {
			days[k] = days[k+1] // "Chad and Niger on Monday"
		}
	}
	if days[0] < 0 || days[len(days)-1] < 0 || days[0] == days[len(days)-1] || who[0].Span.Start < w.doc.Sentences[sent].Tokens[m.Tok].Start {
		return
	}
	place := e.Where
	for k := 0; k < len(who); {
		n := k + 1
		for n < len(who) && days[n] == days[k] {
			n++
		}
		part := e
		part.Recipient = who[k:n:n]
		x := &w.doc.Times[days[k]]
		part.When = nuncio.When{Interval: x.Interval, Basis: nuncio.WhenExpression, Text: w.doc.Words(x.Range), Span: w.doc.Span(x.Range), In: e.In}
		if place != nil && (k > 0 && place.Span.Start < who[k].Span.Start || n < len(who) && place.Span.Start >= who[n].Span.Start) { // the other's
			part.Where = w.placeOf(sent, &who[k])
		}
		if k == 0 {
			w.deeds[i].event = part
		} else {
			w.deeds = append(w.deeds, deed{event: part, at: w.deeds[i].at})
		}
		k = n
	}
}

// dayBetween is the time that stands between two places in a sentence, with no verb before
// it; -1 for none.
func (w *Worker) dayBetween(sent, from, to int) int {
	s := &w.doc.Sentences[sent]
	for t := range w.doc.Times {
		x := &w.doc.Times[t]
		if x.Sent != sent || s.Tokens[x.First].Start < from || s.Tokens[x.End-1].End > to || x.Interval.Start.IsZero() {
			continue
		}
		if g := x.Interval.Granularity; g != nuncio.GranularityDay && g != nuncio.GranularityTime {
			return -1
		}
		for k := x.First - 1; k >= 0 && s.Tokens[k].Start >= from; k-- {
			if u := s.Tokens[k].UPOS; u == "VERB" || u == "AUX" || s.Tokens[k].Form == ";" {
				return -1
			}
		}
		return t
	}
	return -1
}

// placeOf is the place that the words for a party name, nil for none.
func (w *Worker) placeOf(sent int, p *nuncio.Party) *nuncio.Where {
	for k := range w.doc.Places {
		x := &w.doc.Places[k]
		if sp := w.doc.Span(x.Range); x.Sent == sent && p.Span.Start <= sp.Start && sp.End <= p.Span.End {
			where := x.Where
			where.Text, where.Span = w.doc.Words(x.Range), sp
			return &where
		}
	}
	if i := w.entity(p.Entity); i >= 0 && w.doc.Entities[i].Kind == nuncio.KindPlace {
		return &nuncio.Where{Name: p.Name, Country: p.Country, Text: p.Text, Span: p.Span}
	}
	return nil
}
