package coder

import (
	"slices"

	"nuncio"
	"nuncio/doc"
	"nuncio/when"
)

// time asks when an event was, and keeps its answer as a scene for the events
// after it.
func (w *Worker) time(at doc.Ref, e *nuncio.Event) nuncio.When {
	parties := w.parties(e)
	t := w.When.ForEvent(&w.doc, when.Deed{At: at, Status: e.Status, Parties: parties}, w.placed)
	if t.Basis == nuncio.WhenReport {
		if scene, ok := w.sameSentence(at, parties); ok {
			t = scene
		}
	}
	if t.Basis == nuncio.WhenExpression || t.Basis == nuncio.WhenContext {
		w.placed = append(w.placed, when.Placed{At: at, Parties: parties, When: t})
	}
	return t
}

// parties are the sides that take part in an event: the state for whom a party
// acts, where it acts for one, else the party itself; as indexes of entities.
func (w *Worker) parties(e *nuncio.Event) []int {
	var out []int
	for _, list := range [][]nuncio.Party{e.Actor, e.Recipient, e.Via} {
		for _, p := range list {
			i := w.entity(p.Country)
			if i < 0 {
				i = w.entity(p.Entity)
			}
			if i >= 0 && !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	return out
}

// sameSentence is the time of an event of the same sentence with two parties of
// this one: it dates the scene better than the day on which the source spoke.
func (w *Worker) sameSentence(at doc.Ref, parties []int) (nuncio.When, bool) {
	for i := len(w.placed) - 1; i >= 0 && w.placed[i].At.Sent == at.Sent; i-- {
		shared := 0
		for _, p := range parties {
			if slices.Contains(w.placed[i].Parties, p) {
				shared++
			}
		}
		if shared >= 2 {
			t := w.placed[i].When
			t.Basis = nuncio.WhenContext
			return t, true
		}
	}
	return nuncio.When{}, false
}
