package coder

import (
	"nuncio"
	"nuncio/doc"
)

// denials adds the negated side of what the sentence before claims, where one of
// those who are said to have done it denies it in words of his own: "The rebels said
// Chad had bombed the port. A Chadian spokesman denied it."
func (w *Worker) denials(sent int) {
	s := &w.doc.Sentences[sent]
	for v := range s.Tokens {
		if t := &s.Tokens[v]; t.UPOS != "VERB" || t.Lemma != "deny" || !w.deniesWhole(s, v) {
			continue
		}
		at := doc.Ref{Sent: sent, Tok: v}
		sub := s.Child(v, "nsubj")
		if sub < 0 || w.Voice.Status(&w.doc, at).Status != nuncio.Asserted {
			continue
		}
		if denier := w.slotParties(sent, []int{sub}, true, false); len(denier) == 1 {
			w.deny(at, denier[0])
		}
	}
}

// deniesWhole reports whether the object of a denial stands for what was said
// before: a pronoun, or a definite word for a claim with nothing behind it.
func (w *Worker) deniesWhole(s *doc.Sentence, v int) bool {
	o := s.Child(v, "obj")
	if o < v || s.Child(v, "ccomp", "xcomp", "aux:pass") >= 0 {
		return false
	}
	t := &s.Tokens[o]
	if t.UPOS == "PRON" {
		return t.Lemma == "it" || t.Lemma == "this" || t.Lemma == "that"
	}
	switch t.Lemma {
	case "claim", "charge", "report", "accusation", "allegation":
	default:
		return false
	}
	det := s.Child(o, "det")
	return det >= 0 && s.Tokens[det].Lemma != "a" && s.Tokens[det].Lemma != "any" && s.Child(o, "acl", "nmod", "compound") < 0
}

// deny copies the deeds of the nearest sentence, at most two back, that somebody
// else tells of the denier or of his state.
func (w *Worker) deny(at doc.Ref, denier nuncio.Party) {
	found := -1
	for i := len(w.deeds) - 1; i >= 0; i-- {
		d := w.deeds[i]
		if d.at.Sent > at.Sent || d.at.Sent == at.Sent && d.at.Tok >= at.Tok {
			continue
		}
		if at.Sent-d.at.Sent > 2 || found >= 0 && d.at.Sent != found || w.doc.Sentences[d.at.Sent].Part != w.doc.Sentences[at.Sent].Part {
			return
		}
		e := d.event
		if len(e.Chain) == 0 || spoken(e.Event) || e.Status != nuncio.Asserted || e.Chain[0].Country == denier.Country || !doneBy(e.Actor, denier) {
			continue
		}
		found = d.at.Sent
		chain, _, claim := w.chain(at)
		e.Status, e.StatusText = nuncio.Negated, w.phrase(doc.Range{Sent: at.Sent, First: at.Tok, End: at.Tok + 1})
		e.Chain = append([]nuncio.Link{{Name: denier.Name, Entity: denier.Entity, Country: denier.Country, Kind: w.speakerKind(denier)}}, chain...)
		e.Chains, e.Claim, e.Evidence, e.Confidence = nil, claim, w.evidence(at.Sent, []int{at.Tok}), e.Confidence-0.1
		w.deeds = append(w.deeds, deed{event: e, at: at})
	}
}

// doneBy reports whether a party, or its state, is among the actors.
func doneBy(actor []nuncio.Party, who nuncio.Party) bool {
	for _, p := range actor {
		if p.Entity == who.Entity || p.Country != "" && p.Country == who.Country {
			return true
		}
	}
	return false
}
