package coder

import (
	"nuncio"
	"nuncio/doc"
)

// orderBefore is how many sentences before somebody's quoted order it may stand to whom
// he gave orders.
const orderBefore = 1

// ordered is who is to carry out an order that a quotation gives without naming anybody
// ("“Send the police to the border,” he told the minister"): the one spoken to, else the
// one to whom the speaker gave an order just before. It reports false where the words are
// nobody's, so that they order nothing: "See the annex".
func (w *Worker) ordered(at doc.Ref) ([]nuncio.Party, bool) {
	_, _, k := w.Voice.Chain(&w.doc, at)
	if k < 0 || w.doc.Attributions[k].Style == nuncio.StyleIndirect {
		return nil, false
	}
	a := &w.doc.Attributions[k]
	if who := w.spokenTo(a); len(who) > 0 {
		return who, true
	}
	speaker := w.speakerOf(a, at.Sent)
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= orderBefore && len(speaker) > 0; i-- {
		e := &w.deeds[i].event
		if w.Codebook.Among("ordering", w.doc.Token(w.deeds[i].at).Lemma) && len(e.Actor) == 1 && e.Actor[0].Entity == speaker[0].Entity && len(e.Recipient) > 0 {
			return e.Recipient, true
		}
	}
	return nil, true
}

// spokenTo is the one to whom an attribution's words were said: "told the minister", "said
// to his hosts". Reporters are told everything.
func (w *Worker) spokenTo(a *doc.Attribution) []nuncio.Party {
	s := &w.doc.Sentences[a.Cue.Sent]
	for v := a.Cue.First; v < a.Cue.End; v++ {
		p := s.Predicate(v)
		if p == nil {
			continue
		}
		for _, x := range p.Args {
			if x.Role != doc.IObj && (x.Role != doc.Obj || !w.Voice.Addresses(s.Tokens[v].Lemma)) && (x.Role != doc.Obl || x.Case != "to") {
				continue
			}
			who := w.slotParties(a.Cue.Sent, []int{x.Tok}, true, false)
			for i := range who {
				if k := w.entity(who[i].Entity); who[i].Sector == "JRN" || k >= 0 && w.doc.Entities[k].Kind == nuncio.KindOutlet {
					return nil
				}
			}
			if len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// ownForces reports whether somebody who governs gives an order to those who serve his
// state: no request, but how a state acts.
func ownForces(speaker, to []nuncio.Party) bool {
	if len(speaker) == 0 || len(to) == 0 || speaker[0].Sector != "GOV" || speaker[0].Country != to[0].Country {
		return false
	}
	switch to[0].Sector {
	case "GOV", "MIL", "COP", "":
		return true
	}
	return false
}
