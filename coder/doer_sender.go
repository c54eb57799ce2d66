package coder

import (
	"nuncio"
	"nuncio/doc"
)

// sender is who let loose what a slot names, where that is a thing that somebody
// must have sent: "shells fired from the Tajik side", "a rocket launched by rebels".
func (w *Worker) sender(sent int, toks []int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	for _, tok := range toks {
		if !w.Codebook.Among("ordnance", s.Tokens[tok].Lemma) {
			continue
		}
		for c := range s.Children(tok) {
			if !doc.IsRel(s.Tokens[c].Deprel, "acl") || !w.Codebook.Among("loosing", s.Tokens[c].Lemma) {
				continue
			}
			if who := w.from(sent, c); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// from is by whom, or from whose side, a participle says that something comes: the
// party of the phrase, or the state that describes it.
func (w *Worker) from(sent, participle int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	p := s.Predicate(participle)
	if p == nil {
		return nil
	}
	for _, a := range p.Args {
		if a.Role != doc.Subj && (a.Role != doc.Obl || a.Case != "from" && a.Case != "by") {
			continue
		}
		if who := w.slotParties(sent, []int{a.Tok}, true, true); len(who) > 0 {
			return who
		}
		for c := range s.Children(a.Tok) {
			if r := s.Tokens[c].Deprel; r != "amod" && r != "compound" && r != "nmod:poss" && r != "nmod" {
				continue
			}
			if who := w.slotParties(sent, []int{c}, true, true); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}
