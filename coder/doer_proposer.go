package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// proposer is who made the proposal that an act takes up without saying whose it is
// ("welcomed the proposal", "turned it down"): the last who offered or asked for something,
// or the one whom another answered before ("rejected it too").
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
		if it && answers(e.Event) && (d.at.Sent == at.Sent || e.Event == "REJECT" && m.Event == "REJECT") && len(e.Recipient) > 0 {
			return e.Recipient // what another turned down before
		}
		if (!it || m.Event == "REJECT") && (e.Event == "AGREE" || e.Event == "REQUEST") && len(e.Actor) > 0 && e.Status == nuncio.Asserted {
			return e.Actor
		}
	}
	return nil
}

// onlyIt reports whether a match tells what it is about by a pronoun alone: "spurned it".
func (w *Worker) onlyIt(s *doc.Sentence, m *codebook.Match) bool {
	if len(m.Trigger) != 2 || m.Rule.ID != "reject/refuse/request" {
		return false
	}
	t := &s.Tokens[m.Trigger[1]]
	return t.UPOS == "PRON" && t.Deprel == "obj"
}
