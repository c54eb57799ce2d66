package coder

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
	"nuncio/voice"
)

// chain asks on whose word a predicate stands, and says what the catalogue knows
// of each hop: which outlets are whose, who is an official.
func (w *Worker) chain(at doc.Ref) (chain []nuncio.Link, further [][]nuncio.Link, claim string) {
	first, others, attribution := w.Voice.Chain(&w.doc, at)
	chain = w.hops(first)
	for _, c := range others {
		further = append(further, w.hops(c))
	}
	return chain, further, w.claimID(attribution)
}

func (w *Worker) hops(links []nuncio.Link) []nuncio.Link {
	out := make([]nuncio.Link, 0, len(links))
	for _, l := range links {
		if e := w.Catalogue.Entity(l.Entity); e != nil {
			if k := w.linkKind(e); k != "" {
				l.Kind = k
			}
			if e.State != "" {
				l.Country = e.State
			}
		} else if i := w.entity(l.Entity); i >= 0 && l.Kind != nuncio.LinkUnnamed && w.doc.Entities[i].Kind == nuncio.KindPerson && w.doc.Entities[i].Sector == "GOV" {
			l.Kind = nuncio.LinkOfficial
		}
		out = append(out, l)
	}
	return out
}

// linkKind is the kind of source that an entity of the catalogue is; "" leaves
// it to the words.
func (w *Worker) linkKind(e *catalogue.Entity) nuncio.LinkKind {
	switch e.Kind {
	case nuncio.KindOutlet:
		return catalogue.LinkKindOf(e.Type, e.State)
	case nuncio.KindState:
		return nuncio.LinkGovernment
	case nuncio.KindPerson:
		if s := w.Catalogue.SectorOn(e, w.doc.Report.Published); s == "GOV" || s == "MIL" || s == "LEG" || s == "JUD" {
			return nuncio.LinkOfficial
		}
		return nuncio.LinkPerson
	case nuncio.KindOrganization:
		switch e.Type {
		case "ministry", "bank", "military", "intelligence", "court", "police", "parliament":
			return nuncio.LinkGovernment
		case "party", "faction":
			return nuncio.LinkParty
		case "igo":
			return nuncio.LinkInternational
		}
	case nuncio.KindGroup:
		return nuncio.LinkGroup
	}
	return ""
}

// inside puts a deed that stands in a speech act on the word of its speaker, and
// then of those who passed the speech act on.
func (w *Worker) inside(d, speech *deed) {
	if t := &speech.event.When; d.event.When.Basis == nuncio.WhenTense && !t.Start.IsZero() &&
		(d.event.Status == nuncio.Planned || d.event.Status == nuncio.Demanded) {
		// What was asked or promised then lies after the asking, not after publication.
		d.event.When = nuncio.When{Interval: nuncio.Interval{Start: t.Start, Granularity: t.Granularity}, Basis: nuncio.WhenContext}
	}
	if t, v := &speech.event.When, &d.event.When; v.Basis == nuncio.WhenExpression && v.Span == t.Span && v.Interval == t.Interval && !v.End.After(w.doc.Report.Day()) &&
		d.event.Status == nuncio.Demanded {
		v.End, v.Basis = nuncio.Date{}, nuncio.WhenContext // asked for then, to be done after
	}
	if t, v, pub := &speech.event.When, &d.event.When, w.doc.Report.Day(); v.Start == pub && v.End.After(pub) && v.Span != t.Span && !t.Start.IsZero() && t.Start.Before(pub) && d.event.Status == nuncio.Planned {
		v.Start = t.Start // "promised in May to pay by the end of the year"
	}
	if len(speech.event.Actor) == 0 || w.weighs(speech.at) || speech.event.Event == "REJECT" && d.event.Status == nuncio.Negated && w.leftUndone(speech.at) {
		return
	}
	if !spoken(speech.event.Event) || speech.event.Event == "THREATEN" && w.doc.Token(speech.at).UPOS == "VERB" && w.Voice.Plans(w.doc.Token(speech.at).Lemma) { // "urged Kampala to stop shelling": on the word of whoever urges
		if len(d.event.Chain) == 0 {
			d.event.Chain, d.event.Claim = speech.event.Chain, speech.event.Claim
		}
		return
	}
	speaker := speech.event.Actor[0]
	if speech.event.Event == "REJECT" && d.event.Status == nuncio.Demanded && len(speech.event.Recipient) > 0 {
		speaker = speech.event.Recipient[0] // what is refused, the other side asked for
	}
	if len(d.event.Chain) > 0 && (d.event.Chain[0].Entity == speaker.Entity || w.speaksFor(&d.event.Chain[0], &speaker)) {
		return // voice has read it so already
	}
	first := nuncio.Link{Name: speaker.Name, Entity: speaker.Entity, Country: speaker.Country, Kind: w.speakerKind(speaker)}
	d.event.Chain = append([]nuncio.Link{first}, speech.event.Chain...)
	if d.event.Claim == "" {
		d.event.Claim = speech.event.Claim
	}
}

// speaksFor reports whether the first link of a chain is an official of the state, or the
// government, that promises or demands: he tells what his own side will do.
func (w *Worker) speaksFor(first *nuncio.Link, p *nuncio.Party) bool {
	if first.Kind != nuncio.LinkOfficial || first.Country == "" || first.Country != p.Country || p.Sector != "GOV" {
		return false
	}
	i := w.entity(p.Entity)
	return i < 0 || w.doc.Entities[i].Kind != nuncio.KindPerson
}

// weighs reports whether a predicate only turns a question over in somebody's mind
// ("is considering whether to leave"): that is no word of his.
func (w *Worker) weighs(at doc.Ref) bool {
	for i := range w.doc.Attributions {
		if a := &w.doc.Attributions[i]; a.Cue.Has(at) {
			return a.Class == voice.Think && a.Reason == "question"
		}
	}
	return false
}

// leftUndone reports whether a predicate says that something was not done without
// any words about it: "failed to withdraw", "neglected to pay".
func (w *Worker) leftUndone(at doc.Ref) bool {
	t := w.doc.Token(at)
	return t.UPOS == "VERB" && !w.Voice.Speaks(t.Lemma)
}

func (w *Worker) speakerKind(p nuncio.Party) nuncio.LinkKind {
	if e := w.Catalogue.Entity(p.Entity); e != nil {
		if k := w.linkKind(e); k != "" {
			return k
		}
	}
	i := w.entity(p.Entity)
	switch {
	case i >= 0 && w.doc.Entities[i].Kind == nuncio.KindPerson && p.Sector != "GOV":
		return nuncio.LinkPerson
	case p.Sector == "GOV":
		return nuncio.LinkOfficial
	}
	return nuncio.LinkGroup
}

// spoken reports whether acts of a class are done by speaking, so that who says
// “we thank you” does it, and does not report it.
func spoken(class string) bool {
	switch class {
	case "SUPPORT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "STATEMENT":
		return true
	}
	return false
}

// ownWord leaves the one who acts by speaking out of the chain of his own act.
func ownWord(chain []nuncio.Link, actor []nuncio.Party) []nuncio.Link {
	if len(chain) > 0 && len(actor) == 1 && chain[0].Entity == actor[0].Entity {
		return chain[1:]
	}
	return chain
}

// speaker puts the one who says "we" for a state in the place of the state, as
// the actor of what is done by saying it.
func (w *Worker) speaker(actor []nuncio.Party, chain []nuncio.Link) ([]nuncio.Party, []nuncio.Link) {
	if len(actor) != 1 || len(chain) == 0 || actor[0].Entity != actor[0].Country || chain[0].Country != actor[0].Country {
		return actor, chain
	}
	i := w.entity(chain[0].Entity)
	if i < 0 || !firstPerson(actor[0].Text) || w.doc.Entities[i].Kind != nuncio.KindPerson {
		return actor, chain
	}
	e := &w.doc.Entities[i]
	p := actor[0]
	p.Entity, p.Name, p.Country, p.Sector = e.ID, e.Name, e.Country, e.Sector
	p.Code = code(&p)
	return []nuncio.Party{p}, chain[1:]
}

func firstPerson(word string) bool {
	switch strings.ToLower(word) {
	case "we", "us", "our", "ours":
		return true
	}
	return false
}
