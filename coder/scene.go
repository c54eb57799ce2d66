package coder

import (
	"slices"

	"nuncio"
	"nuncio/doc"
)

// sceneReach is how many sentences a scene may go on without being dated again.
const sceneReach = 4

// scenes gives events without time words of their own the time of the scene
// that they belong to: the nearest dated event before them, or in the same
// sentence, with the same parties.
func (w *Worker) scenes() {
	for i := range w.deeds {
		e := &w.deeds[i]
		if !e.weak || e.event.Status == nuncio.Planned || e.event.Status == nuncio.Demanded || e.event.Status == nuncio.Possible {
			continue
		}
		if k := w.scene(i); k >= 0 {
			anchor := &w.deeds[k].event
			e.event.When = nuncio.When{Interval: anchor.When.Interval, Text: anchor.When.Text, Span: anchor.When.Span, In: anchor.When.In, Basis: nuncio.WhenContext}
		}
	}
}

// scene is the deed that dates deed i, -1 for none.
func (w *Worker) scene(i int) int {
	e := &w.deeds[i]
	best, bestFar := -1, sceneReach+1
	for k := range w.deeds {
		a := &w.deeds[k]
		if k == i || a.event.When.Basis != nuncio.WhenExpression || a.event.Status != nuncio.Asserted || a.event.In != e.event.In {
			continue
		}
		far := e.at.Sent - a.at.Sent
		if far < 0 || far > sceneReach || far > bestFar {
			continue
		}
		if !w.sharesScene(&a.event, &e.event) || w.timedBetween(a.at, e.at) {
			continue
		}
		if far < bestFar || k < i {
			best, bestFar = k, far
		}
	}
	return best
}

// timedBetween reports whether a later sentence has opened another time, up to
// and with the sentence of the event itself.
func (w *Worker) timedBetween(from, to doc.Ref) bool {
	for i := range w.doc.Times {
		t := &w.doc.Times[i]
		if t.Sent <= from.Sent || t.Sent > to.Sent || t.Type != "DATE" && t.Type != "TIME" || t.Interval.IsZero() {
			continue
		}
		return true
	}
	return false
}

// sharesScene reports whether two events have a party in common by itself, and
// no country that the other lacks.
func (w *Worker) sharesScene(a, b *nuncio.Event) bool {
	var ids, countries []string
	for _, list := range [][]nuncio.Party{a.Actor, a.Recipient, a.Via} {
		for _, p := range list {
			ids = append(ids, p.Entity)
			if p.Country != "" {
				countries = append(countries, p.Country)
			}
		}
	}
	shared := false
	for _, list := range [][]nuncio.Party{b.Actor, b.Recipient, b.Via} {
		for _, p := range list {
			shared = shared || slices.Contains(ids, p.Entity)
			if p.Country != "" && !slices.Contains(countries, p.Country) {
				return false
			}
		}
	}
	if shared {
		return true
	}
	// Both sides are the same two countries.
	return len(b.Recipient) > 0 && len(a.Recipient) > 0
}
