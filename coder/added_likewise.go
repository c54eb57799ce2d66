package coder

import (
	"nuncio"
	"nuncio/doc"
)

// likewiseReach is how many sentences back the deed may lie that somebody else does too.
const likewiseReach = 2

// likewise adds the deeds of those who are said to have done the same as others before:
// "Canada froze the funds of two generals. Norway followed suit on Monday", "the union
// could do the same".
func (w *Worker) likewise(sent int) {
	s := &w.doc.Sentences[sent]
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if p.Kind != doc.Verbal || p.Passive || !w.Codebook.Among("echoing", s.Tokens[p.Tok].Lemma) || !w.echoes(s, p.Tok) {
			continue
		}
		subj, ok := p.Arg(doc.Subj)
		if !ok {
			continue
		}
		var toks []int
		for _, a := range p.Args {
			if a.Role == doc.Subj {
				toks = append(toks, a.Tok)
			}
		}
		actor := w.slotParties(sent, toks, false, false)
		if len(actor) == 0 || w.cover.Headed(doc.Ref{Sent: sent, Tok: subj.Tok}) < 0 {
			continue
		}
		if i := w.before(doc.Ref{Sent: sent, Tok: p.Tok}, actor); i >= 0 {
			w.sameDeed(i, doc.Ref{Sent: sent, Tok: p.Tok}, actor)
		}
	}
}

// echoes reports whether a word under a verb says that it only stands for another:
// "suit", "the same", "likewise"; not "did the same with taxes", which is another deed.
func (w *Worker) echoes(s *doc.Sentence, verb int) bool {
	found := false
	for c := range s.Children(verb) {
		t := &s.Tokens[c]
		if c < verb {
			continue
		}
		switch {
		case (t.Deprel == "obj" || doc.IsRel(t.Deprel, "advmod")) && w.Codebook.Among("echo", t.Lemma):
			found = s.Child(c, "nmod", "acl:relcl") < 0
		case doc.IsRel(t.Deprel, "obl"):
			switch k := s.Child(c, "case"); {
			case k >= 0 && (s.Tokens[k].Lemma == "with" || s.Tokens[k].Lemma == "to" || s.Tokens[k].Lemma == "for"):
				return false
			}
		}
	}
	return found
}

// before is the last deed of somebody of the actor's sort that he too may have done; -1
// for none.
func (w *Worker) before(at doc.Ref, actor []nuncio.Party) int {
	mine := w.entity(actor[0].Entity)
	if mine < 0 {
		return -1
	}
	best := -1
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= likewiseReach; i-- {
		d := &w.deeds[i]
		e := &d.event
		if len(e.Actor) == 0 || e.Reciprocal || e.Event == "STATEMENT" || e.In != in(w.doc.Sentences[at.Sent].Part) || d.at.Sent == at.Sent && d.at.Tok > at.Tok {
			continue
		}
		if best >= 0 && d.at.Sent != w.deeds[best].at.Sent {
			break // the nearest sentence that has one; of several there the first
		}
		theirs := w.entity(e.Actor[0].Entity)
		if theirs < 0 || !alike(&w.doc.Entities[theirs], &w.doc.Entities[mine]) || w.sameSide(e.Actor, actor) {
			continue
		}
		if e.Status == nuncio.Asserted || e.Status == nuncio.Planned {
			best = i
		}
	}
	return best
}

// sameDeed copies a deed for another actor, with the status, source and time of his own
// clause; what was done to him he does back.
func (w *Worker) sameDeed(i int, at doc.Ref, actor []nuncio.Party) {
	e := w.deeds[i].event // a copy: the list grows
	if w.sameSide(e.Recipient, actor) {
		e.Recipient = e.Actor
	}
	e.Actor = actor
	if e.Recipient = notOwn(without(e.Recipient, actor), actor); len(e.Recipient) == 0 && needsRecipient(e.Event) {
		return
	}
	e.Via, e.Where = nil, nil
	status := w.Voice.Status(&w.doc, at)
	e.Status, e.StatusText, e.Condition = status.Status, nil, w.phrase(status.Condition)
	if e.Status != nuncio.Asserted {
		e.StatusText = w.phrase(status.Words)
	}
	e.Chain, e.Chains, e.Claim = w.chain(at)
	e.Evidence = w.evidence(at.Sent, []int{at.Tok})
	e.When = w.time(at, &e)
	e.Confidence = max(0, e.Confidence-unnamedDoer)
	w.deeds = append(w.deeds, deed{event: e, at: at})
}

// alike reports whether what one party did another may do too: persons what persons did,
// states and bodies what such did or those who act for a state.
func alike(a, b *doc.Entity) bool {
	person := func(e *doc.Entity) bool { return e.Kind == nuncio.KindPerson && e.Sector != "GOV" }
	return person(a) == person(b)
}
