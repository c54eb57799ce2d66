package coder

import (
	"strings"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// calledHome is towards whom a state acts that calls its own envoy home: the one to whom
// he was sent ("its representative to the union"), else the other side of the scene; he
// himself is not whom it is done to.
func (w *Worker) calledHome(at doc.Ref, m *codebook.Match, actor, recipient []nuncio.Party) []nuncio.Party {
	if m.Event != "SANCTION" || m.Mode != "withdraw" || len(actor) == 0 || len(recipient) == 0 && !w.ofEnvoy(at.Sent, m.Trigger) {
		return recipient
	}
	out := recipient[:0:0]
	for _, p := range recipient {
		if k := w.entity(p.Entity); k >= 0 && p.Country == actor[0].Country && p.Sector == "GOV" && w.doc.Entities[k].Kind != nuncio.KindState {
			continue
		}
		out = append(out, p)
	}
	if len(out) > 0 {
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
	return w.posting(at, actor)
}

// posting is the state in which an envoy of the actor's may be: of the other states
// spoken of just before, the one that the report speaks of most.
func (w *Worker) posting(at doc.Ref, actor []nuncio.Party) []nuncio.Party {
	counts := map[string]int{}
	for k := range w.doc.Mentions {
		if mn := &w.doc.Mentions[k]; mn.Entity >= 0 && !w.doc.Entities[mn.Entity].Inferred && w.doc.Entities[mn.Entity].Kind != nuncio.KindOutlet {
			counts[w.doc.Entities[mn.Entity].Country]++
		}
	}
	best, most := -1, 0
	for k := range w.doc.Mentions {
		mn := &w.doc.Mentions[k]
		if mn.Sent > at.Sent || at.Sent-mn.Sent > sceneSentences || mn.Entity < 0 || mn.Kind != doc.Named || w.doc.Sentences[mn.Sent].Part != w.doc.Sentences[at.Sent].Part {
			continue
		}
		e := &w.doc.Entities[mn.Entity]
		people := e.Kind == nuncio.KindGroup && strings.HasSuffix(e.ID, "-people")
		if mn.Sent == at.Sent && mn.Head > at.Tok && doc.IsRel(w.doc.Token(doc.Ref{Sent: mn.Sent, Tok: mn.Head}).Deprel, "nsubj") {
			continue // who acts next
		}
		if n := counts[e.Country]; (e.Kind == nuncio.KindState || people) && !ofCountry(actor, e.Country) && n > most {
			best, most = k, n
		}
	}
	if best < 0 {
		return nil
	}
	mn := w.doc.Mentions[best]
	if k := w.entity(w.doc.Entities[mn.Entity].Country); k >= 0 {
		mn.Entity = k // its state, where only its people are named
	}
	return w.addParty(nil, mn.Entity, &mn)
}

// ofCountry reports whether some party is of a country.
func ofCountry(list []nuncio.Party, country string) bool {
	for i := range list {
		if list[i].Country == country {
			return true
		}
	}
	return false
}

// ofEnvoy reports whether a rule's words name an envoy or his house.
func (w *Worker) ofEnvoy(sent int, trigger []int) bool {
	for _, t := range trigger {
		if w.Codebook.Among("diplomat", w.doc.Sentences[sent].Tokens[t].Lemma) {
			return true
		}
	}
	return false
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
