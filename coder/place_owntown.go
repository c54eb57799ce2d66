package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// ownTown is the place that a state's own forces attack in its own country: its people, not
// the state, are at the other end ("the army shelled Aleppo").
func (w *Worker) ownTown(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	if m.Event != "ASSAULT" || len(actor) == 0 || actor[0].Country == "" || !ofState(&actor[0]) {
		return nil
	}
	s := &w.doc.Sentences[at.Sent]
	for _, t := range m.Recipient {
		if p := w.ownPlace(at.Sent, t, actor[0].Country); p != nil {
			return []nuncio.Party{*p}
		}
		for c := range s.Children(t) { // "the outskirts of", "a market in"
			if k := w.prep(refOf(at.Sent, c)); k == "of" || k == "in" {
				if p := w.ownPlace(at.Sent, c, actor[0].Country); p != nil {
					return []nuncio.Party{*p}
				}
			}
		}
	}
	return nil
}

// ownPlace is the party of a place that lies in a country: its people.
func (w *Worker) ownPlace(sent, tok int, country string) *nuncio.Party {
	k := w.cover.Headed(refOf(sent, tok))
	if k < 0 || w.doc.Mentions[k].Entity < 0 {
		return nil
	}
	mn := &w.doc.Mentions[k]
	e := &w.doc.Entities[mn.Entity]
	if e.Kind != nuncio.KindPlace || e.Country != country {
		return nil
	}
	p := nuncio.Party{Entity: e.ID, Name: e.Name, Text: w.doc.Words(mn.Range), Span: w.doc.Span(mn.Range), Country: country, Sector: "CVL"}
	p.Code = code(&p)
	return &p
}
