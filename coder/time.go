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

// parties are the document's entities that take part in an event.
func (w *Worker) parties(e *nuncio.Event) []int {
	var out []int
	for _, list := range [][]nuncio.Party{e.Actor, e.Recipient, e.Via} {
		for _, p := range list {
			if i := w.entity(p.Entity); i >= 0 {
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
