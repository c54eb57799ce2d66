package coder

import (
	"strings"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// deed is an event under construction with what the later passes need.
type deed struct {
	event nuncio.Event
	at    doc.Ref // the predicate
	// said in a call or meeting told by the verb above, not what that verb asks for
	inCall bool
	blame  bool // only whoever blames somebody says who did it
}

// needsRecipient are the classes that are nothing without somebody at the other
// end. What is demanded, refused, threatened or done by force may name nobody.
func needsRecipient(class string) bool {
	switch class {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID":
		return true
	}
	return false
}

// event joins a match with its parties, status, chain, time and place; or says why it
// cannot.
func (w *Worker) event(sent int, m *codebook.Match) (deed, string) {
	a := draft{m: m, at: doc.Ref{Sent: sent, Tok: m.Tok}, s: &w.doc.Sentences[sent]}
	if why := w.findActor(&a); why != "" {
		return deed{}, why
	}
	if why := w.faceSides(&a); why != "" {
		return deed{}, why
	}
	w.findOtherSide(&a)
	if why := w.lacksSide(&a); why != "" {
		return deed{}, why
	}
	if why := w.readStatus(&a); why != "" {
		return deed{}, why
	}
	w.findSpeaker(&a)
	w.label(&a)
	if w.private(&a.event) {
		return deed{}, "private: nobody of politics has a part in it"
	}
	if why := w.everyday(sent, m, &a.event); why != "" {
		return deed{}, why
	}
	w.settleStatus(&a)
	if why := w.setTime(&a); why != "" {
		return deed{}, why
	}
	w.setPlace(&a)
	w.struckLand(&a)
	w.locals(&a.event)
	ownLand(&a.event)
	a.event.Evidence = w.evidence(sent, m.Trigger)
	a.event.Confidence = w.confidence(sent, m, &a.event)
	if a.doerless {
		a.event.Confidence = max(0, a.event.Confidence-unnamedDoer)
	}
	return deed{event: a.event, at: a.at, inCall: a.call >= 0}, ""
}

// refuses reports whether a template has the "no" in its own words, so that the act is
// there where the deed is not: "has no plans to meet".
func refuses(m *codebook.Match) bool {
	return m.Event == "REJECT" && strings.Contains(m.Rule.Templates[m.Template].Text, " no ")
}

// treaty reports whether what is signed is a treaty, which binds others too: no contract.
func (w *Worker) treaty(sent int, m *codebook.Match) bool {
	tokens := w.doc.Sentences[sent].Tokens
	if !w.Codebook.Among("binding", tokens[m.Tok].Lemma) {
		return false
	}
	for _, t := range m.Trigger[1:] {
		if l := tokens[t].Lemma; w.Codebook.Among("treaties", strings.ToLower(l)) || w.Codebook.Among("treaties", strings.TrimSuffix(strings.ToLower(l), "s")) {
			return true
		}
	}
	return false
}

// turnedDown reports whether a request or offer told by a noun is what somebody refuses:
// it was made all the same.
func (w *Worker) turnedDown(at doc.Ref) bool {
	s := &w.doc.Sentences[at.Sent]
	t := &s.Tokens[at.Tok]
	if t.UPOS != "NOUN" || t.Head < 0 || !w.Codebook.Among("request", t.Lemma) {
		return false
	}
	h := &s.Tokens[t.Head]
	return h.UPOS == "VERB" && w.Codebook.Among("turning-down", h.Lemma)
}

// unnamedDoer is what an event loses in confidence when nobody is named who did it.
const unnamedDoer = 0.1

// background reports whether a deed told by a noun is what the clause is about or in
// spite of, or what somebody judges, and the time that it got is the clause's own: "met on
// Monday over the invasion of", "condemned the raid on Monday".
func (w *Worker) background(at doc.Ref, t *nuncio.When) bool {
	s := &w.doc.Sentences[at.Sent]
	noun := &s.Tokens[at.Tok]
	if noun.UPOS != "NOUN" || t.Basis != nuncio.WhenExpression && t.Basis != nuncio.WhenContext {
		return false
	}
	switch {
	case doc.IsRel(noun.Deprel, "obl"):
		switch w.prep(at) {
		case "over", "about", "despite", "amid", "since":
		default:
			return false
		}
	case noun.Deprel == "obj" && noun.Head >= 0 && w.Codebook.Among("judging", s.Tokens[noun.Head].Lemma):
	default:
		return false
	}
	if t.Basis == nuncio.WhenContext {
		return true
	}
	first, end := s.Subtree(at.Tok)
	return t.Span.Start < s.Tokens[first].Start || t.Span.End > s.Tokens[end-1].End
}

// ahead reports whether what is told as a fact lies after publication: it
// starts on a later day, or later that day in the present tense ("she leaves
// for Oslo this evening").
func (w *Worker) ahead(at doc.Ref, t *nuncio.When, pub nuncio.Date) bool {
	if t.Basis != nuncio.WhenExpression && t.Basis != nuncio.WhenContext {
		return false
	}
	if t.Start.After(pub) {
		return true
	}
	if t.Start != pub || t.Granularity != nuncio.GranularityTime {
		return false
	}
	x := w.doc.Token(at).XPOS
	return x == "VBZ" || x == "VBP"
}
