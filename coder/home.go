package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// calledHome is towards whom a state acts that calls its own envoy home: the one to whom
// he was sent ("its representative to the union"), else the other side of the scene; he
// himself is not whom it is done to.
func (w *Worker) calledHome(at doc.Ref, m *codebook.Match, actor, recipient []nuncio.Party) []nuncio.Party {
	if m.Event != "SANCTION" || m.Mode != "withdraw" || len(recipient) == 0 || len(actor) == 0 {
		return recipient
	}
	out := recipient[:0:0]
	for _, p := range recipient {
		if k := w.entity(p.Entity); k >= 0 && p.Country == actor[0].Country && p.Sector == "GOV" && w.doc.Entities[k].Kind != nuncio.KindState {
			continue
		}
		out = append(out, p)
	}
	if len(out) > 0 || len(out) == len(recipient) {
		return out
	}
	s := &w.doc.Sentences[at.Sent]
	for _, t := range m.Recipient {
		for c := range s.Children(t) {
			switch w.prep(refOf(at.Sent, c)) {
			case "to", "in", "at", "with", "from":
				if who := w.slotParties(at.Sent, []int{c}, false, true); len(who) > 0 {
					return notOwn(without(who, actor), actor)
				}
			}
		}
	}
	if who := w.opponent(at, actor, func(e *nuncio.Event) bool { return e.Quad > 2 }); len(who) > 0 {
		return who
	}
	return w.needy(at, actor)
}

// equals reports whether two parties may agree with each other: two persons or two
// states, of two countries, or two bodies.
func (w *Worker) equals(two []nuncio.Party) bool {
	a, b := w.entity(two[0].Entity), w.entity(two[1].Entity)
	if a < 0 || b < 0 || w.sameSide(two[:1], two[1:]) {
		return false
	}
	return w.doc.Entities[a].Kind == w.doc.Entities[b].Kind
}
