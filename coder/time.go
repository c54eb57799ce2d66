package coder

import (
	"slices"

	"nuncio"
	"nuncio/doc"
	"nuncio/voice"
	"nuncio/when"
)

// time asks when an event was, and keeps its answer as a scene for the events
// after it.
func (w *Worker) time(at doc.Ref, e *nuncio.Event) nuncio.When {
	parties := w.parties(e)
	placed := w.placed
	if pub := w.doc.Report.Published; e.Status == nuncio.Asserted && !pub.IsZero() { // what is still to come dates nothing that was
		placed = slices.DeleteFunc(slices.Clone(placed), func(p when.Placed) bool { return p.When.Start.After(pub) && p.At.Sent != at.Sent })
	}
	t := w.When.ForEvent(&w.doc, when.Deed{At: at, Status: e.Status, Parties: parties}, placed)
	if t.Basis == nuncio.WhenTense {
		w.toldOn(at, &t)
	}
	switch {
	case t.Basis == nuncio.WhenReport:
		if scene, ok := w.sameScene(at, parties, 0); ok {
			t = scene
		}
	case len(e.Chain) == 0 && when.LooksBack(&w.doc.Sentences[at.Sent], at.Tok): // "had accused": before the scene
	case t.Basis == nuncio.WhenTense && t.Start.IsZero() && !when.Perfect(&w.doc.Sentences[at.Sent], at.Tok) && (e.Status == nuncio.Asserted || e.Status == nuncio.Negated):
		if day, ok := w.spokeOn(at, e); ok && spoken(e.Event) {
			t = day
		} else if scene, ok := w.sameScene(at, parties, sceneReach); ok {
			t = scene
		} else if day, sent, ok := w.When.ParagraphDay(&w.doc, at); ok && (w.speaksOf(sent, doers(e, parties)) || w.When.Aside(&w.doc.Sentences[at.Sent], at.Tok)) {
			t = day
		}
		if t.Basis == nuncio.WhenTense && spoken(e.Event) {
			if day, ok := w.When.SessionDay(&w.doc, at); ok {
				t = day
			}
		}
	}
	if t.Basis == nuncio.WhenExpression || t.Basis == nuncio.WhenContext {
		w.placed = append(w.placed, when.Placed{At: at, Parties: parties, When: t})
	}
	return t
}

// toldOn bounds by the day on which its speaker spoke what he goes on to say in a sentence
// of its own: "'The army is ready,' he said on Monday. 'We will fight.'"
func (w *Worker) toldOn(at doc.Ref, t *nuncio.When) {
	k := voice.Claim(&w.doc, at)
	if k < 0 {
		return
	}
	a := &w.doc.Attributions[k]
	if a.Cue.IsZero() || a.Cue.Sent == at.Sent || a.When.Basis != nuncio.WhenExpression || !when.SameParagraph(&w.doc, a.Cue.Sent, at.Sent) || a.When.Start.After(w.doc.Report.Day()) {
		return
	}
	v := a.When
	switch {
	case t.Start.IsZero() && !v.End.IsZero():
		v.Start = nuncio.Date{}
	case !t.Start.IsZero() && !v.Start.IsZero():
		v.End = nuncio.Date{}
	default:
		return
	}
	v.Basis = nuncio.WhenReport
	*t = v
}

// doers are the parties whom a paragraph must speak of so that its day is that of an event:
// for an act of speech the speaker, since others may welcome or condemn a deed on any day.
func doers(e *nuncio.Event, parties []int) []int {
	if spoken(e.Event) && len(parties) > 1 {
		return parties[:1]
	}
	return parties
}

// spokenReach is how many sentences one who spoke on a day may go on speaking.
const spokenReach = 2

// spokeOn is the day on which whoever acts by speaking is told to have spoken shortly
// before in the paragraph: "…, the league said today. It called on Chad to".
func (w *Worker) spokeOn(at doc.Ref, e *nuncio.Event) (nuncio.When, bool) {
	s := &w.doc.Sentences[at.Sent]
	if w.When.VerbTenseAt(s, at.Tok) != when.Past || when.Perfect(s, at.Tok) || len(e.Actor) != 1 || len(e.Chain) > 0 {
		return nuncio.When{}, false
	}
	for i := len(w.doc.Attributions) - 1; i >= 0; i-- {
		a := &w.doc.Attributions[i]
		if a.Cue.IsZero() || a.Cue.Sent >= at.Sent || a.Cue.Sent < at.Sent-spokenReach || !w.by(a, e) {
			continue
		}
		if !when.SameParagraph(&w.doc, a.Cue.Sent, at.Sent) || a.When.Basis != nuncio.WhenExpression || a.When.Start.After(w.doc.Report.Day()) || w.timedBetween(doc.Ref{Sent: a.Cue.Sent}, doc.Ref{Sent: at.Sent - 1}) || w.timedOver(at) {
			break
		}
		t := a.When
		t.Basis = nuncio.WhenContext
		return t, true
	}
	return nuncio.When{}, false
}

// speaksOf reports whether a sentence has a mention of one of the parties or of
// somebody who belongs to it.
func (w *Worker) speaksOf(sent int, parties []int) bool {
	for i := range w.doc.Mentions {
		m := &w.doc.Mentions[i]
		if m.Sent != sent || m.Entity < 0 {
			continue
		}
		if slices.Contains(parties, m.Entity) || slices.Contains(parties, w.entity(w.doc.Entities[m.Entity].Country)) {
			return true
		}
	}
	return false
}

// said is the time of an act of speech that stands in its speaker's own words, told in
// the present: it was done when he spoke. "'We took note,' she said on Thursday. 'We hope
// that they keep their word.'"
func (w *Worker) said(at doc.Ref, e *nuncio.Event) (nuncio.When, bool) {
	if e.Claim == "" || e.When.Basis != nuncio.WhenTense && e.When.Basis != nuncio.WhenReport || !spoken(e.Event) || e.Status != nuncio.Asserted {
		return nuncio.When{}, false
	}
	s := &w.doc.Sentences[at.Sent]
	if w.When.VerbTenseAt(s, at.Tok) == when.Past {
		return nuncio.When{}, false
	}
	for i := range w.doc.Attributions {
		a := &w.doc.Attributions[i]
		if w.claimID(i) != e.Claim || a.When.Basis != nuncio.WhenExpression || a.When.Start.After(w.doc.Report.Day()) || a.Cue.Has(at) {
			continue
		}
		if len(e.Chain) > 0 && !w.by(a, e) {
			continue // somebody else tells that he said so
		}
		t := a.When
		t.Basis = nuncio.WhenContext
		return t, true
	}
	return nuncio.When{}, false
}

// by reports whether an attribution is of the one who acts in an event.
func (w *Worker) by(a *doc.Attribution, e *nuncio.Event) bool {
	i := w.attributionEntity(a)
	return i >= 0 && len(e.Actor) == 1 && w.doc.Entities[i].ID == e.Actor[0].Entity
}

// parties are the sides that take part in an event: the state for whom a party
// acts, where it acts for one, else the party itself; as indexes of entities.
func (w *Worker) parties(e *nuncio.Event) []int {
	var out []int
	for _, list := range [][]nuncio.Party{e.Actor, e.Recipient, e.Via} {
		for _, p := range list {
			i := w.entity(p.Country)
			if i < 0 {
				i = w.entity(p.Entity)
			}
			if i >= 0 && !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	return out
}

// sceneReach is how many sentences a scene may go on without being dated again.
const sceneReach = 3

// sameScene is the time of the last dated event, at most so many sentences back,
// with two parties of this one, unless another time was spoken of since: it
// dates the scene better than the day on which a source spoke, or the tense.
func (w *Worker) sameScene(at doc.Ref, parties []int, reach int) (nuncio.When, bool) {
	for i := len(w.placed) - 1; i >= 0; i-- {
		p := &w.placed[i]
		if at.Sent-p.At.Sent > reach || w.doc.Sentences[p.At.Sent].Part != w.doc.Sentences[at.Sent].Part {
			break
		}
		if pub := w.doc.Report.Day(); !pub.IsZero() && p.When.Start.After(pub) {
			continue // what is to come is no scene of what has been
		}
		if p.At.Sent == at.Sent && w.doc.Sentences[at.Sent].Dominates(p.At.Tok, at.Tok) {
			continue // what he accused them of has not the day on which he did
		}
		shared := 0
		for _, x := range parties {
			if slices.Contains(p.Parties, x) {
				shared++
			}
		}
		if pub := w.doc.Report.Day(); !pub.IsZero() && p.When.Start.After(pub) {
			continue // what is still to come dates nothing that was
		}
		if shared >= 2 && !w.timedBetween(p.At, at) {
			t := p.When
			t.Basis = nuncio.WhenContext
			return t, true
		}
	}
	return nuncio.When{}, false
}

// timedBetween reports whether a later sentence, up to and with that of the
// event, speaks of another time.
func (w *Worker) timedBetween(from, to doc.Ref) bool {
	for i := range w.doc.Times {
		t := &w.doc.Times[i]
		if t.Sent <= from.Sent || t.Sent > to.Sent || t.Type != "DATE" && t.Type != "TIME" || t.Interval.IsZero() {
			continue
		}
		if pub := w.doc.Report.Day(); w.aside(t) || !pub.IsZero() && t.Interval.Start.After(pub) {
			continue // what is told to come does not end a scene of what has been
		}
		switch t.Interval.Granularity {
		case nuncio.GranularitySeason, nuncio.GranularityYear, nuncio.GranularityDecade:
			// Background in passing does not end a scene.
		default:
			return true
		}
	}
	return false
}

// timedOver reports whether a time stands before the words of an act in its own sentence:
// there it may set another scene, behind them it belongs to what was said.
func (w *Worker) timedOver(at doc.Ref) bool {
	for i := range w.doc.Times {
		if t := &w.doc.Times[i]; t.Sent == at.Sent && t.First < at.Tok && !t.Interval.IsZero() && !w.aside(t) {
			return true
		}
	}
	return false
}

// aside reports whether a time only tells of something in a relative clause
// ("thanked him for the help that came in December"), or since when.
func (w *Worker) aside(t *doc.Time) bool {
	s := &w.doc.Sentences[t.Sent]
	if t.First > 0 && s.Tokens[t.First-1].Lemma == "since" {
		return true
	}
	for i, n := t.First, 0; i >= 0 && n <= len(s.Tokens); n++ {
		if doc.IsRel(s.Tokens[i].Deprel, "acl") {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}
