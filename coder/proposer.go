package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// proposer is who made the proposal that an act takes up without saying whose it is
// ("welcomed the proposal"): the last who offered or asked for something. "Turned it
// down" in the same sentence has the recipient of the act before.
func (w *Worker) proposer(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	if !answers(m.Event) {
		return nil
	}
	s := &w.doc.Sentences[at.Sent]
	p := s.Predicate(at.Tok)
	if p == nil {
		return nil
	}
	obj, ok := p.Arg(doc.Obj)
	if !ok {
		return nil
	}
	it := s.Tokens[obj.Tok].Lemma == "it" && s.Tokens[obj.Tok].UPOS == "PRON"
	if !it && !(w.Codebook.Among("offering", s.Tokens[obj.Tok].Lemma) && w.definite(s, []int{at.Tok, obj.Tok})) {
		return nil
	}
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= sceneSentences; i-- {
		d := &w.deeds[i]
		e := &d.event
		if e.In != in(s.Part) || d.at == at || w.sameSide(e.Actor, actor) {
			continue
		}
		if it && d.at.Sent == at.Sent && answers(e.Event) && len(e.Recipient) > 0 {
			return e.Recipient
		}
		if !it && (e.Event == "AGREE" || e.Event == "REQUEST") && len(e.Actor) > 0 && e.Status == nuncio.Asserted {
			return e.Actor
		}
	}
	return nil
}
