package coder

import (
	"nuncio"
	"nuncio/doc"
)

// behest adds the request on which something was done: "pulled out at the request of Chad",
// "returned at the mayor's urging".
func (w *Worker) behest(sent int) {
	s := &w.doc.Sentences[sent]
	for n := range s.Tokens {
		t := &s.Tokens[n]
		if t.UPOS != "NOUN" || t.Head < 0 || !doc.IsRel(t.Deprel, "obl") || !w.Codebook.Among("behest", t.Lemma) || w.prep(refOf(sent, n)) != "at" || s.Tokens[t.Head].UPOS != "VERB" {
			continue
		}
		at := refOf(sent, n)
		if w.Voice.Status(&w.doc, refOf(sent, t.Head)).Status != nuncio.Asserted {
			continue
		}
		var actor []nuncio.Party
		for c := range s.Children(n) {
			if s.Tokens[c].Deprel == "nmod:poss" || doc.IsRel(s.Tokens[c].Deprel, "nmod") && w.prep(refOf(sent, c)) == "of" {
				actor = w.slotParties(sent, []int{c}, false, false)
			}
		}
		label, ok := w.Codebook.Root("REQUEST")
		if len(actor) == 0 || !ok {
			continue
		}
		e := nuncio.Event{
			Event: label.Event, CAMEO: label.CAMEO, Quad: w.Codebook.Quad(label.Event), Goldstein: w.Codebook.Goldstein(label.CAMEO),
			Actor: actor, Status: nuncio.Asserted, Rule: "request/appeal/to-deed", In: in(s.Part), Confidence: 0.6,
		}
		e.Recipient = notOwn(without(w.doerOf(sent, t.Head), actor), actor)
		e.Chain, e.Chains, e.Claim = w.chain(at)
		e.Evidence = w.evidence(sent, []int{n})
		e.When = nuncio.When{Interval: nuncio.Interval{End: w.doc.Report.Day()}, Basis: nuncio.WhenTense}
		w.deeds = append(w.deeds, deed{event: e, at: at})
	}
}
