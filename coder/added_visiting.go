package coder

import (
	"sort"

	"nuncio"
	"nuncio/doc"
)

// visiting adds the visit that a phrase beside a person's name only mentions: "the premier,
// in Lima for a one-day visit, said", "who is in Lima on a state visit".
func (w *Worker) visiting(sent int) {
	s := &w.doc.Sentences[sent]
	for k := w.firstIn(sent); k < len(w.doc.Mentions) && w.doc.Mentions[k].Sent == sent; k++ {
		m := &w.doc.Mentions[k]
		if m.Entity < 0 || w.doc.Entities[m.Entity].Kind != nuncio.KindPerson || m.End+2 >= len(s.Tokens) || s.Tokens[m.End].Form != "," {
			continue
		}
		from := m.End + 1
		if s.Tokens[from].Lemma == "who" && s.Tokens[from+1].Lemma == "be" {
			from += 2
		}
		noun := w.stayIn(s, from)
		if noun < 0 {
			continue
		}
		place := w.placeAt(sent, from+1)
		if place < 0 {
			continue
		}
		actor := w.addParty(nil, m.Entity, m)
		there := notOwn(without(w.addParty(nil, w.doc.Mentions[place].Entity, &w.doc.Mentions[place]), actor), actor)
		label, ok := w.Codebook.Mode("CONSULT", "visit")
		if len(there) == 0 || !ok || w.visitTold(sent, actor, there) {
			continue
		}
		at := refOf(sent, noun)
		e := nuncio.Event{
			Event: label.Event, Mode: label.Mode, Context: label.Context, CAMEO: "042", Quad: w.Codebook.Quad(label.Event), Goldstein: w.Codebook.Goldstein("042"),
			Actor: actor, Recipient: there, Status: nuncio.Asserted, Rule: "consult/visit/visit", In: in(s.Part), Confidence: 0.6,
		}
		e.Chain, e.Chains, e.Claim = w.chain(at)
		e.Evidence = w.evidence(sent, []int{noun})
		e.When = w.time(at, &e)
		w.deeds = append(w.deeds, deed{event: e, at: at})
	}
}

// stayIn is the noun of a stay behind "in" and the name of a place: "in Lima for a one-day
// visit"; -1 for none.
func (w *Worker) stayIn(s *doc.Sentence, in int) int {
	if in+3 >= len(s.Tokens) || s.Tokens[in].Form != "in" || s.Tokens[in+1].UPOS != "PROPN" {
		return -1
	}
	for t := in + 2; t < len(s.Tokens) && t < in+12; t++ {
		switch f := s.Tokens[t].Form; {
		case f == ",", s.Tokens[t].UPOS == "VERB" && s.Tokens[t].XPOS != "VBG":
			return -1
		case s.Tokens[t].UPOS == "NOUN" && w.Codebook.Among("stays", s.Tokens[t].Lemma):
			return t
		}
	}
	return -1
}

// placeAt is the place or state whose name begins at a token, -1 for none.
func (w *Worker) placeAt(sent, tok int) int {
	for k := w.firstIn(sent); k < len(w.doc.Mentions) && w.doc.Mentions[k].Sent == sent; k++ {
		m := &w.doc.Mentions[k]
		if m.First == tok && m.Entity >= 0 && m.Kind == doc.Named && w.doc.Entities[m.Entity].Country != "" && (m.Place || w.doc.Entities[m.Entity].Kind == nuncio.KindState) {
			return k
		}
	}
	return -1
}

// firstIn is the index of the first mention of a sentence, or of a later one where it has none.
func (w *Worker) firstIn(sent int) int {
	return sort.Search(len(w.doc.Mentions), func(k int) bool { return w.doc.Mentions[k].Sent >= sent })
}

// visitTold reports whether a sentence has told a visit of somebody to somebody already.
func (w *Worker) visitTold(sent int, actor, there []nuncio.Party) bool {
	for i := len(w.deeds) - 1; i >= 0 && w.deeds[i].at.Sent == sent; i-- {
		e := &w.deeds[i].event
		if e.Event == "CONSULT" && e.Mode == "visit" && sameParties(e.Actor, actor) && len(e.Recipient) > 0 && w.sameSide(e.Recipient, there) {
			return true
		}
	}
	return false
}
