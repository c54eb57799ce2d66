package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// taker is who took the step that an act judges or turns down by a noun that only sums it
// up: the doer of the clause beside which the noun stands ("Lima expelled two envoys, a
// move that Quito deplored"), or of what was told just before ("Oslo welcomed the step").
func (w *Worker) taker(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	if m.Event != "ACCUSE" && m.Event != "SUPPORT" && m.Event != "REJECT" || m.Reciprocal {
		return nil
	}
	s := &w.doc.Sentences[at.Sent]
	if t := &s.Tokens[at.Tok]; t.Head >= 0 && doc.IsRel(t.Deprel, "acl") {
		if w.sums(s, t.Head) && w.besideClause(s, t.Head) {
			return w.doerAbove(at.Sent, t.Head)
		}
		return nil
	}
	p := s.Predicate(at.Tok)
	if p == nil {
		return nil
	}
	for _, a := range p.Args {
		if a.Role == doc.Obj && w.Codebook.Among("step", s.Tokens[a.Tok].Lemma) && w.definite(s, []int{at.Tok, a.Tok}) && !w.ofSomebody(at.Sent, a.Tok) {
			return w.lastDoer(at, actor)
		}
	}
	return nil
}

// sums reports whether a noun can sum up what a clause tells.
func (w *Worker) sums(s *doc.Sentence, noun int) bool {
	l := s.Tokens[noun].Lemma
	for _, class := range [...]string{"step", "asking", "offering", "claim"} {
		if w.Codebook.Among(class, l) {
			return true
		}
	}
	return false
}

// besideClause reports whether a noun with "a" stands behind a comma beside the clause
// before it, or says as what it was done: ", a move that", "in a move that".
func (w *Worker) besideClause(s *doc.Sentence, noun int) bool {
	c := s.Child(noun, "det")
	if c < 1 || s.Tokens[c].Lemma != "a" {
		return false
	}
	switch s.Tokens[c-1].Form {
	case ",", "—", "–", "-", "(":
		return true
	case "in":
		return c > 1 && s.Tokens[c-1].Deprel == "case"
	}
	return false
}

// doerAbove is who does what the nearest clause above a noun tells.
func (w *Worker) doerAbove(sent, noun int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	for v := s.Tokens[noun].Head; v >= 0 && v < noun; v = s.Tokens[v].Head {
		p := s.Predicate(v)
		if p == nil || s.Tokens[v].UPOS != "VERB" || doc.IsRel(s.Tokens[v].Deprel, "acl") {
			continue
		}
		if a, ok := p.Arg(doc.Subj); ok {
			return w.slotParties(sent, []int{a.Tok}, true, false)
		}
	}
	return nil
}

// ofSomebody reports whether words at a noun say whose it is.
func (w *Worker) ofSomebody(sent, noun int) bool {
	s := &w.doc.Sentences[sent]
	for c := range s.Children(noun) {
		switch s.Tokens[c].Deprel {
		case "nmod:poss":
			return true
		case "nmod":
			if k := w.prep(refOf(sent, c)); k == "of" || k == "by" {
				return true
			}
		case "amod", "compound", "nmod:desc":
			if w.cover.At(refOf(sent, c)) >= 0 {
				return true
			}
		}
	}
	return false
}

// lastDoer is who did the last thing told before a sentence that somebody else than the
// actor did; what was said of it since is passed over.
func (w *Worker) lastDoer(at doc.Ref, actor []nuncio.Party) []nuncio.Party {
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= answerReach; i-- {
		e := &w.deeds[i].event
		if w.deeds[i].at.Sent == at.Sent || e.In != in(w.doc.Sentences[at.Sent].Part) || len(e.Actor) == 0 || w.sameSide(e.Actor, actor) {
			continue
		}
		switch e.Event {
		case "STATEMENT", "CONSULT", "ACCUSE", "PROTEST", "REQUEST":
			continue
		}
		if e.Status == nuncio.Asserted || e.Status == nuncio.Planned {
			return e.Actor
		}
	}
	return nil
}
