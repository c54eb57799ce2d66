package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// wellWished reports whether an act of speech is one that goes to somebody even where
// no words say to whom: condolences, thanks and congratulations.
func wellWished(m *codebook.Match) bool {
	return m.Event == "SUPPORT" && (m.CAMEO == "018" || m.CAMEO == "051")
}

// wellWishedIn is whom the letter or the words go to in which somebody thanks, condoles or
// congratulates in the first person: "Please accept our condolences", in a letter to the
// king.
func (w *Worker) wellWishedIn(at doc.Ref, m *codebook.Match) []nuncio.Party {
	if !wellWished(m) || len(m.Actor) != 1 || !w.ownVoice(at.Sent, m.Actor[0]) {
		return nil
	}
	_, _, k := w.Voice.Chain(&w.doc, at)
	if k < 0 || w.doc.Attributions[k].To < 0 {
		return nil
	}
	mn := &w.doc.Mentions[w.doc.Attributions[k].To]
	if mn.Entity < 0 || w.doc.Entities[mn.Entity].Country == "" {
		return nil
	}
	return w.addParty(nil, mn.Entity, mn)
}

// ownVoice reports whether a token is "I" or "we".
func (w *Worker) ownVoice(sent, tok int) bool {
	return w.Codebook.Among("own-voice", w.doc.Sentences[sent].Tokens[tok].Lemma) || w.Codebook.Among("own-voice", w.doc.Sentences[sent].Tokens[tok].Form)
}

// performs reports whether a wish is only the polite way to do by speaking what it is a
// wish for: "I would like to thank you", "we wish to express our sympathy", "allow me to
// congratulate you".
func (w *Worker) performs(at doc.Ref, m *codebook.Match) bool {
	s := &w.doc.Sentences[at.Sent]
	t := &s.Tokens[at.Tok]
	if !spoken(m.Event) || m.Event == "AGREE" || m.Event == "STATEMENT" || t.Deprel != "xcomp" && t.Deprel != "ccomp" || t.Head < 0 || !w.Codebook.Among("polite", s.Tokens[t.Head].Lemma) {
		return false
	}
	if c := s.Child(t.Head, "nsubj", "iobj", "obj"); c >= 0 {
		return w.ownVoice(at.Sent, c)
	}
	c := s.Child(at.Tok, "nsubj")
	return c >= 0 && w.ownVoice(at.Sent, c) // "let me thank you"
}
