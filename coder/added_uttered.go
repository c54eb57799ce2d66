package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// uttered adds the act of speech that a quotation is where no verb of the report's
// own says so: what the speaker says that another must do he asks for, what he says
// that his side will do he promises or threatens.
func (w *Worker) uttered(sent int, m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	if m.Parent >= 0 || len(d.event.Chain) == 0 || len(d.event.Actor) == 0 && !m.Ordered || spoken(d.event.Event) || !m.Ordered && !modal(&w.doc.Sentences[sent], m.Tok) && !let(&w.doc.Sentences[sent], m.Tok) || d.event.Event == "CONSULT" && d.event.Status != nuncio.Demanded {
		return
	}
	_, _, k := w.Voice.Chain(&w.doc, d.at)
	if k < 0 || w.doc.Attributions[k].Style != nuncio.StyleDirect || w.cueFired(sent, &w.doc.Attributions[k]) {
		return
	}
	speaker := w.speakerOf(&w.doc.Attributions[k], sent)
	if len(speaker) == 0 {
		return
	}
	class := ""
	own := w.oneSide(d.event.Actor, speaker)
	switch {
	case m.Ordered && ownForces(speaker, d.event.Actor):
	case d.event.Status == nuncio.Demanded && (!own || m.Ordered):
		class = "REQUEST"
	case d.event.Status != nuncio.Planned && !(d.event.Status == nuncio.Possible && d.event.Condition != nil && m.Clause.Future) || !own: // "if they come we will fight" is a threat all the same
	case w.Codebook.Quad(d.event.Event) >= 3:
		class = "THREATEN"
	default:
		class = "AGREE"
	}
	label, ok := w.Codebook.Root(class)
	if class == "" || !ok {
		return
	}
	e := d.event
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, "", nil, label.CAMEO
	e.Quad, e.Goldstein, e.Reciprocal = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO), false
	if class == "REQUEST" {
		e.Recipient = notOwn(without(e.Actor, speaker), speaker)
	}
	e.Actor, e.Via = speaker, nil
	e.Status, e.StatusText, e.Condition = nuncio.Asserted, nil, nil
	e.Chain, e.Chains = e.Chain[1:], nil
	e.When = nuncio.When{Basis: nuncio.WhenTense}
	e.When.End = w.doc.Report.Day()
	if t := w.doc.Attributions[k].When; !t.IsZero() {
		e.When = t
	}
	e.Confidence = max(0, e.Confidence-unnamedDoer)
	w.deeds = append(w.deeds, deed{event: e, at: d.at})
}

// cueFired reports whether the verb of saying gave an act of its own already.
func (w *Worker) cueFired(sent int, a *doc.Attribution) bool {
	if a.Cue.IsZero() {
		return false
	}
	for i := len(w.deeds) - 1; i >= 0 && w.deeds[i].at.Sent == sent; i-- {
		if a.Cue.Has(w.deeds[i].at) && spoken(w.deeds[i].event.Event) {
			return true
		}
	}
	return false
}

// speakerOf is the source of an attribution as a party of a sentence, unless it is an
// outlet.
func (w *Worker) speakerOf(a *doc.Attribution, sent int) []nuncio.Party {
	i := w.attributionEntity(a)
	if i < 0 || w.doc.Entities[i].Kind == nuncio.KindOutlet {
		return nil
	}
	if mn := w.mentionIn(sent, i); mn != nil {
		return w.addParty(nil, i, mn)
	}
	return nil
}

// mentionIn is the first mention of an entity in the part of the report that a sentence
// stands in, else nil: a span counts in its own part only.
func (w *Worker) mentionIn(sent, entity int) *doc.Mention {
	for k := range w.doc.Mentions {
		if mn := &w.doc.Mentions[k]; mn.Entity == entity && w.doc.Sentences[mn.Sent].Part == w.doc.Sentences[sent].Part {
			return mn
		}
	}
	return nil
}

// modal reports whether a verb stands under a modal of its own: "will", "must".
func modal(s *doc.Sentence, verb int) bool {
	for c := range s.Children(verb) {
		if t := &s.Tokens[c]; doc.IsRel(t.Deprel, "aux") && t.XPOS == "MD" {
			return true
		}
	}
	return false
}

// let reports whether a verb stands under the imperative that asks a third party:
// "let Iran withdraw".
func let(s *doc.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if t.Head < 0 || t.Head > verb || t.Deprel != "xcomp" && t.Deprel != "ccomp" {
		return false
	}
	h := &s.Tokens[t.Head]
	return h.Lemma == "let" && h.XPOS == "VB" && s.Child(t.Head, "nsubj", "aux", "mark") < 0
}
