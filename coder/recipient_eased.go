package coder

import (
	"strings"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// eased is whom sanctions weighed on that are lifted without a word on whom: the one on whom
// the last that the report tells of were laid ("slapped an embargo on Chad … the sanctions
// were lifted in May"), by the same side where it is named who lifts them.
func (w *Worker) eased(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	if m.CAMEO != "085" || !w.ofSanctions(at.Sent, m) {
		return nil
	}
	part := in(w.doc.Sentences[at.Sent].Part)
	for i := len(w.deeds) - 1; i >= 0; i-- {
		e := &w.deeds[i].event
		if e.In != part || e.Event != "COERCE" && e.Event != "SANCTION" || !strings.HasPrefix(e.CAMEO, "16") && e.CAMEO != "191" || len(e.Recipient) == 0 || e.Status != nuncio.Asserted {
			continue
		}
		if len(actor) == 0 || w.oneSide(e.Actor, actor) {
			return e.Recipient
		}
	}
	return nil
}

// ofSanctions reports whether a match speaks of sanctions already told of: "the embargo".
func (w *Worker) ofSanctions(sent int, m *codebook.Match) bool {
	s := &w.doc.Sentences[sent]
	for _, t := range m.Trigger {
		if w.Codebook.Among("sanction", s.Tokens[t].Lemma) && w.definite(s, []int{m.Tok, t}) {
			return true
		}
	}
	return false
}
