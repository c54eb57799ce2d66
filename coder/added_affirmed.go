package coder

import (
	"nuncio"
	"nuncio/doc"
)

// affirmed is a deed told before on another's word that somebody confirms without telling it
// again: "Chad has expelled two diplomats, the daily reported. The ministry confirmed the
// expulsion."
func (w *Worker) affirmed(sent, verb int) (deed, bool) {
	s := &w.doc.Sentences[sent]
	at := refOf(sent, verb)
	p := s.Predicate(verb)
	if p == nil || p.Passive || !w.Codebook.Among("confirming", s.Tokens[verb].Lemma) {
		return deed{}, false
	}
	subj, ok := p.Arg(doc.Subj)
	obj, has := p.Arg(doc.Obj)
	if st := w.Voice.Status(&w.doc, at); !ok || !has || st.Status != nuncio.Asserted {
		return deed{}, false
	}
	who := w.slotParties(sent, []int{subj.Tok}, true, false)
	if len(who) == 0 {
		return deed{}, false
	}
	for i := len(w.deeds) - 1; i >= 0 && sent-w.deeds[i].at.Sent <= confirmReach; i-- {
		e := w.deeds[i].event
		if e.In != in(s.Part) || w.deeds[i].at.Sent == sent || e.Status != nuncio.Asserted || len(e.Chain) == 0 || spoken(e.Event) && sameParties(e.Actor, who) || !w.isThat(s, obj.Tok, &e) || w.onOwnWord(e.Chain, who) {
			continue
		}
		e.Chain, e.Chains, e.Claim = nil, nil, ""
		e.Evidence = w.evidence(sent, []int{verb, obj.Tok})
		if e.When.Basis == nuncio.WhenExpression {
			e.When.Basis = nuncio.WhenContext
		}
		e.Confidence = max(0, e.Confidence-unnamedDoer)
		out := deed{event: e, at: at}
		speech := deed{event: nuncio.Event{Event: "STATEMENT", Actor: who, Status: nuncio.Asserted}, at: at}
		speech.event.Chain, _, speech.event.Claim = w.chain(at)
		w.inside(&out, &speech)
		return out, true
	}
	return deed{}, false
}

// isThat reports whether the object of a verb of confirming stands for a deed: a pronoun or a
// word for a claim for any, a noun of its sort for its own. "The death of the guard" leaves
// open who killed him.
func (w *Worker) isThat(s *doc.Sentence, obj int, e *nuncio.Event) bool {
	t := &s.Tokens[obj]
	if t.UPOS == "PRON" {
		return t.Lemma == "it" || t.Lemma == "this" || t.Lemma == "that"
	}
	d := s.Child(obj, "det")
	if d < 0 || t.UPOS != "NOUN" || s.Tokens[d].Lemma != "the" && s.Tokens[d].Lemma != "this" && s.Tokens[d].Lemma != "that" || s.Child(obj, "nmod", "acl", "acl:relcl", "nmod:poss") >= 0 {
		return false
	}
	switch {
	case w.Codebook.Among("claim", t.Lemma):
		return true
	case w.Codebook.ModeOf(t.Lemma) != "":
		return e.Mode == w.Codebook.ModeOf(t.Lemma)
	case w.violent(t.Lemma):
		return e.Event == "ASSAULT"
	case w.Codebook.Among("visit", t.Lemma):
		return e.Event == "CONSULT" && e.Mode == "visit"
	case w.Codebook.Among("talks", t.Lemma):
		return e.Event == "CONSULT" && e.Mode != "visit"
	}
	return false
}
