package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// carried adds the message that a visitor carries for somebody else: "flew to Baghdad
// with a letter from the president". It goes from who wrote it to whom the visit goes,
// through the visitor.
func (w *Worker) carried(sent int, m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	if m.Event != "CONSULT" || m.Mode != "visit" || len(d.event.Recipient) == 0 || len(m.Actor) == 0 {
		return
	}
	noun := w.letterOf(sent, m.Tok)
	if noun < 0 {
		return
	}
	from := without(without(w.writer(sent, noun), d.event.Recipient), d.event.Actor)
	if len(from) == 0 {
		return
	}
	label, ok := w.Codebook.Mode("CONSULT", "message")
	if !ok {
		if label, ok = w.Codebook.Root("CONSULT"); !ok {
			return
		}
	}
	e := d.event
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, "message", label.Context, label.CAMEO
	e.Quad, e.Goldstein, e.Reciprocal = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO), false
	e.Actor, e.Via = from, d.event.Actor
	e.Evidence = w.evidence(sent, []int{noun})
	w.deeds = append(w.deeds, deed{event: e, at: refOf(sent, noun)})
}

// letterOf is the message that one who goes somewhere has with him, -1 for none: "with a
// message", "bearing a letter".
func (w *Worker) letterOf(sent, verb int) int {
	s := &w.doc.Sentences[sent]
	for k := verb + 1; k < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		if t.UPOS != "NOUN" || t.Head < 0 || !w.Codebook.Among("message", t.Lemma) || !s.Dominates(verb, k) {
			continue
		}
		if w.prep(refOf(sent, k)) == "with" {
			return k
		}
		if t.Deprel != "obj" {
			continue
		}
		switch h := &s.Tokens[t.Head]; h.Lemma {
		case "carry", "bear", "bring", "deliver", "convey", "take":
			if h.Head == verb && (doc.IsRel(h.Deprel, "advcl") || h.Deprel == "xcomp") {
				return k
			}
		}
	}
	return -1
}

// writer is who a message is from.
func (w *Worker) writer(sent, noun int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	for c := range s.Children(noun) {
		switch rel := s.Tokens[c].Deprel; {
		case rel == "nmod:poss" && s.Tokens[c].UPOS != "PRON":
		case doc.IsRel(rel, "nmod") && (w.prep(refOf(sent, c)) == "from" || w.prep(refOf(sent, c)) == "of"):
		default:
			continue
		}
		if who := w.slotParties(sent, []int{c}, true, false); len(who) > 0 {
			return who
		}
	}
	return nil
}
