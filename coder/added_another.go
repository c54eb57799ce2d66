package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// another adds the second of two deeds that share their verb: "signed a truce in Brasilia
// on Monday and another in Montevideo a week later".
func (w *Worker) another(sent int, m *codebook.Match, i int) {
	s := &w.doc.Sentences[sent]
	at := w.deeds[i].at
	p := s.Predicate(at.Tok)
	if p == nil || s.Tokens[at.Tok].UPOS != "VERB" || p.Passive {
		return
	}
	obj, ok := p.Arg(doc.Obj)
	if !ok {
		return
	}
	for k := obj.Tok + 1; k < len(s.Tokens); k++ {
		if l := s.Tokens[k].Lemma; l != "another" && l != "second" || s.Child(k, "cc") < 0 && !and(s, k) || !s.Dominates(at.Tok, k) {
			continue
		}
		if k+1 < len(s.Tokens) && s.Tokens[k+1].UPOS == "NOUN" {
			return // "another treaty" may be of another kind
		}
		w.deedAgain(i, k, s)
		return
	}
}

// and reports whether "and" stands before a token, or before what is thrown in before it.
func and(s *doc.Sentence, k int) bool {
	for n := k - 1; n >= 0 && n > k-8; n-- {
		if s.Tokens[n].UPOS == "CCONJ" {
			return true
		}
		if finite(&s.Tokens[n]) {
			return false
		}
	}
	return false
}

// deedAgain copies a deed, with the time and the place that stand behind a token.
func (w *Worker) deedAgain(i, from int, s *doc.Sentence) {
	d := w.deeds[i] // a copy: the list grows
	e := d.event
	e.Where = nil
	found := false
	for t := range w.doc.Times {
		if x := &w.doc.Times[t]; x.Sent == d.at.Sent && x.First > from && !x.Interval.IsZero() {
			e.When = nuncio.When{Interval: x.Interval, Basis: nuncio.WhenExpression, Text: w.doc.Words(x.Range), Span: w.doc.Span(x.Range), In: e.In}
			found = true
			break
		}
	}
	for k := range w.doc.Places {
		if p := &w.doc.Places[k]; p.Sent == d.at.Sent && p.First > from && s.Dominates(from, p.First) {
			where := p.Where
			e.Where = &where
			found = true
			break
		}
	}
	if !found {
		return
	}
	e.Confidence = max(0, e.Confidence-unnamedDoer)
	if first := &w.deeds[i].event; first.When.Span == e.When.Span && e.When.Text != "" {
		// The time behind belongs to the second; the first has the one before it.
		for t := range w.doc.Times {
			if x := &w.doc.Times[t]; x.Sent == d.at.Sent && x.First > d.at.Tok && x.End <= from && !x.Interval.IsZero() {
				first.When = nuncio.When{Interval: x.Interval, Basis: nuncio.WhenExpression, Text: w.doc.Words(x.Range), Span: w.doc.Span(x.Range), In: e.In}
				break
			}
		}
	}
	w.deeds = append(w.deeds, deed{event: e, at: d.at})
}

// confirmReach is how many sentences back a meeting may have been told that somebody else
// confirms without naming who met.
const confirmReach = 3

// confirmed is a talk or meeting told before that another confirms by a word that stands
// for both sides: "Ruto telephoned Museveni, KNA said. Kampala confirmed that the two had
// spoken."
func (w *Worker) confirmed(sent, verb int) (deed, bool) {
	at := doc.Ref{Sent: sent, Tok: verb}
	s := &w.doc.Sentences[sent]
	p := s.Predicate(verb)
	if p == nil || !w.Codebook.Among("conferring", s.Tokens[verb].Lemma) {
		return deed{}, false
	}
	subj, ok := p.Arg(doc.Subj)
	if !ok || !bothSides(s, subj.Tok) {
		return deed{}, false
	}
	chain, further, claim := w.chain(at)
	status := w.Voice.Status(&w.doc, at)
	if len(chain) == 0 {
		return deed{}, false
	}
	for i := len(w.deeds) - 1; i >= 0 && sent-w.deeds[i].at.Sent <= confirmReach; i-- {
		e := w.deeds[i].event
		if e.Event != "CONSULT" || e.Mode == "visit" || w.deeds[i].at.Sent == sent || len(e.Actor) == 0 || len(e.Recipient) == 0 || e.Status != nuncio.Asserted || e.In != in(s.Part) {
			continue
		}
		e.Chain, e.Chains, e.Claim, e.Status = chain, further, claim, status.Status
		e.Evidence = w.evidence(sent, []int{verb})
		if e.Status != nuncio.Asserted {
			e.StatusText = w.phrase(status.Words)
		}
		if e.When.Basis == nuncio.WhenExpression {
			e.When.Basis = nuncio.WhenContext
		}
		e.Confidence = max(0, e.Confidence-unnamedDoer)
		return deed{event: e, at: at}, true
	}
	return deed{}, false
}

// bothSides reports whether a subject stands for two told before: "the two", "they".
func bothSides(s *doc.Sentence, tok int) bool {
	switch s.Tokens[tok].Lemma {
	case "two", "they", "both", "pair":
		return true
	case "man", "leader", "side", "minister", "president":
		c := s.Child(tok, "nummod", "det")
		return c >= 0 && (s.Tokens[c].Lemma == "two" || s.Tokens[c].Lemma == "both")
	}
	return false
}
