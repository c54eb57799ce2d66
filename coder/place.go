package coder

import (
	"slices"
	"strings"

	"nuncio"
	"nuncio/doc"
	"nuncio/when"
)

// setPlace says where it was done, as precisely as the report tells.
func (w *Worker) setPlace(a *draft) {
	if w.where == nil {
		return
	}
	at, e := a.at, &a.event
	if e.Where = w.where.ForEvent(&w.doc, at); e.Where == nil {
		e.Where = w.scenePlace(at, e)
	}
	if e.Where == nil {
		e.Where = w.spokenPlace(at, e)
	}
	if e.Where == nil {
		e.Where = w.placeAgain(a)
	}
	if e.Where == nil || w.where.Venue(e.Where) {
		if home := w.homePlace(at, e); home != nil {
			e.Where = home
		}
	}
}

// spokenPlace is where an act of speech was done that stands in its speaker's own words:
// where he spoke. "'Those who did it must answer,' she told reporters in Juba."
func (w *Worker) spokenPlace(at doc.Ref, e *nuncio.Event) *nuncio.Where {
	if !spoken(e.Event) || e.Status != nuncio.Asserted || len(e.Chain) > 0 {
		return nil
	}
	if w.doc.Token(at).UPOS == "VERB" {
		if p := w.where.Spoken(&w.doc, at); p != nil {
			return p
		}
	}
	for i := range w.doc.Attributions {
		if e.Claim == "" {
			break
		}
		a := &w.doc.Attributions[i]
		if w.claimID(i) != e.Claim || a.Cue.IsZero() || a.Cue.Has(at) {
			continue
		}
		s := &w.doc.Sentences[a.Cue.Sent]
		for k := a.Cue.First; k < a.Cue.End; k++ {
			if s.Tokens[k].UPOS == "VERB" {
				if p := w.where.Spoken(&w.doc, doc.Ref{Sent: a.Cue.Sent, Tok: k}); p != nil {
					return p
				}
			}
		}
	}
	return w.goesOnAt(at, e)
}

// goesOnAt is where one who acts by speaking is told, right after, to have said more:
// "called on the rebels to free them. Briefing journalists in Bogotá, he said".
func (w *Worker) goesOnAt(at doc.Ref, e *nuncio.Event) *nuncio.Where {
	for i := range w.doc.Attributions {
		a := &w.doc.Attributions[i]
		if a.Cue.IsZero() || a.Cue.Sent != at.Sent+1 || a.When.Basis == nuncio.WhenExpression && !a.When.Interval.Overlaps(e.When.Interval) || !w.by(a, e) || w.doc.Sentences[a.Cue.Sent].Part != w.doc.Sentences[at.Sent].Part {
			continue
		}
		s := &w.doc.Sentences[a.Cue.Sent]
		for k := a.Cue.First; k < a.Cue.End; k++ {
			if s.Tokens[k].UPOS == "VERB" {
				if p := w.where.Spoken(&w.doc, doc.Ref{Sent: a.Cue.Sent, Tok: k}); p != nil && p.Precision != nuncio.PrecisionCountry {
					return p
				}
			}
		}
	}
	return nil
}

// homeReach is how many sentences of a report its dateline speaks for.
const homeReach = 2

// homeDays is how long before the report a meeting may have been at its dateline.
const homeDays = 3

// homePlace is where a meeting was that a report leads with and for which it names no
// place: its dateline's, where one of those who met is at home there and another is
// not. "MINSK, 1 July – The president received the Latvian foreign minister on Thursday."
func (w *Worker) homePlace(at doc.Ref, e *nuncio.Event) *nuncio.Where {
	if e.Event != "CONSULT" || e.Status != nuncio.Asserted || e.Mode == "phone" || e.Mode == "message" || w.doc.Sentences[at.Sent].Part != doc.Body {
		return nil
	}
	first := slices.IndexFunc(w.doc.Sentences, func(s doc.Sentence) bool { return s.Part == doc.Body })
	if at.Sent >= first+homeReach {
		return nil
	}
	for i := range w.doc.Places {
		if p := &w.doc.Places[i]; p.Sent == at.Sent && p.Precision != nuncio.PrecisionCountry && !w.where.Venue(&p.Where) {
			return nil
		}
	}
	home := w.where.Home()
	if home == nil || home.Precision != nuncio.PrecisionCity {
		return nil
	}
	if day := w.doc.Report.Day(); day.IsZero() || e.When.End.IsZero() || e.When.End.After(day) || e.When.Start.Before(day.AddDays(-homeDays)) {
		return nil
	}
	local, guest := false, false
	for _, list := range [][]nuncio.Party{e.Actor, e.Recipient} {
		for i := range list {
			local = local || list[i].Country == home.Country
			guest = guest || list[i].Country != "" && list[i].Country != home.Country
		}
	}
	if !local || !guest {
		return nil
	}
	home.Text, home.Span = w.doc.Report.DatelinePlace, nuncio.Span{}
	return home
}

// namedAgain is the later sentence that gave an event its time by naming the deed again
// ("The signing took place in Apia on Saturday"), -1 for none.
func (w *Worker) namedAgain(at doc.Ref, e *nuncio.Event) int {
	for k := at.Sent + 1; k < len(w.doc.Sentences) && k <= at.Sent+sceneReach; k++ {
		s := &w.doc.Sentences[k]
		if s.Part == w.doc.Sentences[at.Sent].Part && e.When.Span.Start >= s.Start && e.When.Span.End <= s.End && e.When.Text != "" {
			return k
		}
	}
	return -1
}

// scenePlace is where an event was that takes its time from a scene told just
// before: where that was, unless its own sentence speaks of places. "Met him in Oslo on
// Monday. The two signed a treaty."
func (w *Worker) scenePlace(at doc.Ref, e *nuncio.Event) *nuncio.Where {
	if e.When.Basis != nuncio.WhenContext || e.Status != nuncio.Asserted || e.Event == "REJECT" || e.Event == "STATEMENT" {
		return nil // who denies or refuses is seldom at the scene
	}
	if k := w.namedAgain(at, e); k >= 0 {
		return w.where.ForEvent(&w.doc, doc.Ref{Sent: k, Tok: when.Root(&w.doc.Sentences[k])})
	}
	apart := e.Event == "ACCUSE" || e.Event == "REQUEST" || e.Event == "THREATEN" || e.Event == "SANCTION"
	for i := range w.doc.Places {
		if w.doc.Places[i].Sent == at.Sent {
			return nil
		}
	}
	parties := w.parties(e)
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= sceneReach; i-- {
		p := &w.deeds[i].event
		if p.In != e.In || p.Where == nil || p.Status != nuncio.Asserted || p.When.Interval != e.When.Interval || w.deeds[i].at.Sent == at.Sent {
			continue
		}
		for k, x := range w.parties(p) {
			if n := slices.Index(parties, x); n == 0 && k == 0 || n >= 0 && !apart {
				return owned(p.Where)
			}
		}
		if w.When.Aside(&w.doc.Sentences[at.Sent], at.Tok) {
			return owned(p.Where)
		}
	}
	return nil
}

// placeAgain is where an act was by the words of a noun that speaks of it again shortly
// after: "The two commanders agreed on a truce. The deal, struck at a border post in Surin".
func (w *Worker) placeAgain(a *draft) *nuncio.Where {
	if a.event.Status != nuncio.Asserted || a.s.Part == doc.Title {
		return nil
	}
	for _, tok := range a.m.Trigger {
		if noun, ok := w.When.SpokenOfAgain(&w.doc, doc.Ref{Sent: a.at.Sent, Tok: tok}); ok {
			return w.where.OfNoun(&w.doc, noun)
		}
	}
	return nil
}

// ownLand drops as recipient the state whose troops leave a place of its own.
func ownLand(e *nuncio.Event) {
	if e.Event != "RETREAT" || e.Mode != "withdraw" || len(e.Recipient) != 1 || len(e.Actor) == 0 {
		return
	}
	if p := &e.Recipient[0]; p.Entity == p.Country && p.Country == e.Actor[0].Country {
		e.Recipient = nil
	}
}

// locals gives people of whom no word tells the country that of the place where force was used
// on them or they took to the street: "a driver was shot in Belfast".
func (w *Worker) locals(e *nuncio.Event) {
	if e.Where == nil || e.Where.Span == (nuncio.Span{}) {
		return
	}
	slot := &e.Recipient
	switch e.Event {
	case "ASSAULT", "COERCE":
	case "PROTEST":
		slot = &e.Actor
	default:
		return
	}
	list := slices.Clone(*slot) // parties may stand in other events too
	defer func() { *slot = list }()
	s, ok := w.Catalogue.State(e.Where.Country)
	if !ok {
		return
	}
	for i := range list {
		p := &list[i]
		k := w.entity(p.Entity)
		if p.Country != "" || k < 0 || w.Catalogue.Entity(p.Entity) != nil || p.Sector == "IGO" || p.Sector == "NGO" || w.Codebook.Within("outsiders", strings.ToLower(p.Text)) {
			continue
		}
		if kind := w.doc.Entities[k].Kind; kind == nuncio.KindGroup || kind == nuncio.KindPerson && p.Sector != "" {
			p.Country = s.ID
			p.Code = code(p)
		}
	}
}

// struckLand makes the state in which force was used its recipient, where what it fell on belongs
// to nobody that the words name and the state is not the doer's own: "jets pounded targets in
// southern Lebanon".
func (w *Worker) struckLand(a *draft) {
	e := &a.event
	if e.Event != "ASSAULT" || len(e.Recipient) > 0 || len(a.m.Recipient) == 0 || e.Where == nil || e.Where.Country == "" || e.Where.Span == (nuncio.Span{}) {
		return
	}
	for i := range e.Actor {
		if c := e.Actor[i].Country; c == "" || c == e.Where.Country && e.Actor[i].Sector != "REB" {
			return
		}
	}
	s, ok := w.Catalogue.State(e.Where.Country)
	if !ok || len(e.Actor) == 0 {
		return
	}
	p := nuncio.Party{Entity: s.ID, Name: s.Name, Text: e.Where.Text, Span: e.Where.Span, Country: s.ID, Sector: s.Sector}
	p.Code = code(&p)
	e.Recipient = append(e.Recipient, p)
}
