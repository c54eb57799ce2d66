package coder

import (
	"slices"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// answerReach is how many sentences back an answer looks for what it answers.
const answerReach = 2

// understood is a recipient that the words leave out because the reader knows:
// the one towards whom the same actor did the verb before ("met Berg in Oslo and
// promised aid"), or the one whom an answer answers ("he accepted").
func (w *Worker) understood(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	if t := &s.Tokens[at.Tok]; t.Head >= 0 && (t.Deprel == "conj" || t.Deprel == "advcl") {
		for i := len(w.deeds) - 1; i >= 0 && w.deeds[i].at.Sent == at.Sent; i-- {
			e := &w.deeds[i]
			if e.at.Tok == t.Head && towards(m.Event) && sameParties(e.event.Actor, actor) {
				return e.event.Recipient
			}
		}
	}
	if i := w.callBefore(at, m, actor); i >= 0 {
		return w.deeds[i].event.Recipient
	}
	if who := w.addressed(at); len(who) > 0 {
		return who
	}
	if who := w.wellWishedIn(at, m); len(who) > 0 {
		return who
	}
	if who := w.here(at, m.Event, actor); len(who) > 0 {
		return who
	}
	if who := w.parted(at, m, actor); len(who) > 0 {
		return who
	}
	if who := w.left(at, m, actor); len(who) > 0 {
		return who
	}
	if m.Event == "ACCUSE" && w.definite(s, m.Trigger) {
		return w.denier(at, actor)
	}
	if m.Event == "SUPPORT" {
		if who := w.mourned(at); len(who) > 0 {
			return who
		}
	}
	if !answers(m.Event) || m.CAMEO == "057" { // who signs answers nobody
		return nil
	}
	for i := len(w.deeds) - 1; i >= 0; i-- {
		e := &w.deeds[i]
		if e.event.In != in(s.Part) || at.Sent-e.at.Sent > answerReach {
			break
		}
		for _, a := range actor {
			for _, r := range e.event.Recipient {
				if sameParty(&a, &r) && !sameParties(e.event.Actor, actor) {
					return e.event.Actor
				}
			}
		}
	}
	return nil
}

// towards reports whether acts of a class are done towards somebody, whom a verb
// coordinated with the one before may leave out.
func towards(class string) bool { return needsRecipient(class) || spoken(class) }

// answers reports whether acts of a class may answer another's act.
func answers(class string) bool {
	switch class {
	case "SUPPORT", "AGREE", "REJECT", "CONCEDE":
		return true
	}
	return false
}

// mourned is the subject of a clause that gives the occasion: "when the sultan
// died, Muscat declared three days of mourning".
func (w *Worker) mourned(at doc.Ref) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	p := s.Predicate(at.Tok)
	if p == nil {
		return nil
	}
	for _, a := range p.Args {
		if a.Role != doc.Adv || a.Case != "when" && a.Case != "after" {
			continue
		}
		clause := s.Predicate(a.Tok)
		if clause == nil {
			continue
		}
		if subj, ok := clause.Arg(doc.Subj); ok {
			return w.slotParties(at.Sent, []int{subj.Tok}, false, false)
		}
	}
	return nil
}

// here is whom "here" and "there" mean: the one whom the same actor was last
// said to visit, else the state in which the report, for "here", or the place last spoken
// of lies.
func (w *Worker) here(at doc.Ref, class string, actor []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	c := -1
	for k := range s.Children(at.Tok) {
		if t := &s.Tokens[k]; t.Deprel == "advmod" && (t.Lemma == "here" || t.Lemma == "there") {
			c = k
		}
	}
	if l := s.Tokens[at.Tok].Lemma; l == "here" || l == "there" { // "is due there"
		c = at.Tok
	}
	if c < 0 {
		return nil
	}
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= answerReach; i-- {
		e := &w.deeds[i].event
		if e.Event == "CONSULT" && e.Mode == "visit" && sameParties(e.Actor, actor) {
			return e.Recipient
		}
	}
	if w.where == nil || s.Tokens[c].Lemma == "there" && class != "CONSULT" { // "fought there": not against those there
		return nil
	}
	place := w.where.ForEvent(&w.doc, at)
	if place == nil {
		return nil
	}
	if state, ok := w.Catalogue.State(place.Country); ok {
		p := nuncio.Party{Entity: state.ID, Name: state.Name, Text: s.Tokens[c].Form, Span: w.doc.Span(doc.Range{Sent: at.Sent, First: c, End: c + 1}), Country: state.ID, Sector: state.Sector}
		p.Code = code(&p)
		return []nuncio.Party{p}
	}
	return nil
}

// facing gives what is broken, refused or blamed with nobody named the other state
// that the sentence sets against the actor's ("broke off ties when Bogota accused
// Caracas"), or else the one that did something to it just before: "Kampala cut its
// ties with Pyongyang. North Korea recalled its ambassador."
func (w *Worker) facing(first int) {
	for i := first; i < len(w.deeds); i++ {
		e := &w.deeds[i].event
		breach := e.Event == "SANCTION" || e.Event == "REJECT"
		if !breach && e.Event != "ACCUSE" || len(e.Recipient) > 0 || len(e.Actor) == 0 || e.Actor[0].Country == "" {
			continue
		}
		for k := first; breach && k < len(w.deeds) && len(e.Recipient) == 0; k++ {
			if k != i {
				e.Recipient = w.opposite(e.Actor[0].Country, &w.deeds[k].event)
			}
		}
		for k := first - 1; k >= 0 && len(e.Recipient) == 0 && w.deeds[i].at.Sent-w.deeds[k].at.Sent <= answerReach; k-- {
			o := &w.deeds[k].event
			if o.In != e.In {
				break
			}
			if o.Quad >= 3 && len(o.Recipient) > 0 && o.Recipient[0].Country == e.Actor[0].Country && (breach || w.takesUp(&w.deeds[i])) {
				e.Recipient = w.opposite(e.Actor[0].Country, o)
				break
			}
		}
	}
}

// turnedOff makes whoever declines without more, and whoever offered or asked for something
// in the clause before, each other's other side: "Chad offered ships, but the generals
// declined".
func (w *Worker) turnedOff(first int) {
	for k := first; k < len(w.deeds); k++ {
		d := &w.deeds[k]
		s := &w.doc.Sentences[d.at.Sent]
		t := &s.Tokens[d.at.Tok]
		if d.event.Event != "REJECT" || len(d.event.Actor) == 0 || len(d.event.Recipient) > 0 || t.Head < 0 || t.Deprel != "conj" && t.Deprel != "parataxis" {
			continue
		}
		for i := first; i < len(w.deeds); i++ {
			o := &w.deeds[i]
			if o.event.Event != "AGREE" && o.event.Event != "REQUEST" || o.at.Tok != t.Head || len(o.event.Actor) == 0 || w.sameSide(o.event.Actor, d.event.Actor) {
				continue
			}
			d.event.Recipient = o.event.Actor
			if len(o.event.Recipient) == 0 {
				o.event.Recipient = w.stateOf(d.event.Actor)
			}
		}
	}
}

// stateOf is the state for which its officers act; else the parties themselves.
func (w *Worker) stateOf(list []nuncio.Party) []nuncio.Party {
	if len(list) != 1 || !ofState(&list[0]) {
		return list
	}
	if state, ok := w.Catalogue.State(list[0].Country); ok && list[0].Entity != state.ID {
		p := list[0]
		p.Entity, p.Name, p.Sector = state.ID, state.Name, state.Sector
		p.Code = code(&p)
		return []nuncio.Party{p}
	}
	return list
}

// takesUp reports whether a deed answers what was told before: its object is
// something told ("called the decision a betrayal"), or it has none ("Lima protested").
func (w *Worker) takesUp(d *deed) bool {
	s := &w.doc.Sentences[d.at.Sent]
	p := s.Predicate(d.at.Tok)
	if p == nil {
		return false
	}
	a, ok := p.Arg(doc.Obj)
	if !ok {
		return len(p.Args) == 1 // the actor alone
	}
	return s.Tokens[a.Tok].UPOS == "NOUN" && w.definite(s, []int{d.at.Tok, a.Tok})
}

// opposite is the state at the other end of an event that has a state at one.
func (w *Worker) opposite(own string, o *nuncio.Event) []nuncio.Party {
	if len(o.Actor) == 0 || len(o.Recipient) == 0 {
		return nil
	}
	other, by := "", &o.Recipient[0]
	switch {
	case o.Actor[0].Country == own:
		other = o.Recipient[0].Country
	case o.Recipient[0].Country == own:
		other, by = o.Actor[0].Country, &o.Actor[0]
	}
	s, ok := w.Catalogue.State(other)
	if !ok || other == own {
		return nil
	}
	p := nuncio.Party{Entity: s.ID, Name: s.Name, Text: by.Text, Span: by.Span, Country: other, Sector: s.Sector}
	p.Code = code(&p)
	return []nuncio.Party{p}
}

// callBefore is the deed of the call, visit or letter whose purpose an act of
// speech tells: "telephoned Orban to express his sympathy", "summoned the envoy to
// protest"; -1 for none. What the
// call was for is said in it, to the one whom it reached.
func (w *Worker) callBefore(at doc.Ref, m *codebook.Match, actor []nuncio.Party) int {
	t := w.doc.Token(at)
	if !spoken(m.Event) && m.Event != "SUPPORT" || !doc.IsRel(t.Deprel, "advcl") && t.Deprel != "xcomp" || t.Head < 0 {
		return -1
	}
	for i := len(w.deeds) - 1; i >= 0 && w.deeds[i].at.Sent == at.Sent; i-- {
		if e := &w.deeds[i]; e.at.Tok == t.Head && (m.Event != "AGREE" || e.event.Mode == "phone" || e.event.Mode == "message") && (e.event.Event == "CONSULT" && e.event.Mode != "visit" || e.event.Event == "REQUEST" && e.event.Mode == "meet") && sameParties(e.event.Actor, actor) {
			return i
		}
	}
	return -1
}

// definite reports whether a match's noun is one told before: "made the allegation".
func (w *Worker) definite(s *doc.Sentence, trigger []int) bool {
	for _, t := range trigger[1:] {
		if s.Tokens[t].UPOS != "NOUN" {
			continue
		}
		if c := s.Child(t, "det"); c >= 0 {
			switch s.Tokens[c].Lemma {
			case "the", "this", "that", "these", "those":
				return true
			}
		}
	}
	return false
}

// denier is who denied something shortly before: whoever makes the charge makes it
// against him.
func (w *Worker) denier(at doc.Ref, actor []nuncio.Party) []nuncio.Party {
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= answerReach; i-- {
		e := &w.deeds[i].event
		if (e.Event == "STATEMENT" && e.CAMEO == "016" || e.Event == "REJECT") && len(e.Actor) > 0 && !w.oneSide(e.Actor, actor) {
			return e.Actor
		}
	}
	return nil
}

// addressed is whom the call, letter or meeting reached in which something was said:
// "expressed his thanks in a letter to the emir", "promised an inquiry in a meeting with
// the monitors".
func (w *Worker) addressed(at doc.Ref) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	p := s.Predicate(at.Tok)
	if p == nil {
		return nil
	}
	for _, a := range p.Args {
		switch {
		case a.Role == doc.Obl:
			if who := w.inChannel(at.Sent, a.Tok); len(who) > 0 {
				return who
			}
		case a.Role == doc.Obj:
			for c := range s.Children(a.Tok) {
				if c > a.Tok && doc.IsRel(s.Tokens[c].Deprel, "nmod") {
					if who := w.inChannel(at.Sent, c); len(who) > 0 {
						return who
					}
				}
			}
		}
	}
	return nil
}

// inChannel is the party that a phrase says something was said to, or in a meeting with.
func (w *Worker) inChannel(sent, noun int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	if k := w.prep(refOf(sent, noun)); k != "in" && k != "at" && k != "during" || !w.Codebook.Among("channel", s.Tokens[noun].Lemma) {
		return nil
	}
	for c := range s.Children(noun) {
		if k := w.prep(refOf(sent, c)); k == "with" || k == "to" {
			if who := w.slotParties(sent, []int{c}, false, false); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// parted are the two between whom somebody mediates who is none of them: those who talked or
// agreed shortly before ("sat down for talks, mediated by Oman").
func (w *Worker) parted(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	if m.Event != "CONSULT" || m.CAMEO != "045" || len(m.Recipient) > 0 {
		return nil
	}
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= answerReach; i-- {
		e := &w.deeds[i].event
		if e.In != in(w.doc.Sentences[at.Sent].Part) || e.Event != "CONSULT" && e.Event != "SUPPORT" && e.Event != "AGREE" && e.Event != "RETREAT" || e.Event == "CONSULT" && e.Mode == "visit" || len(e.Actor) == 0 || len(e.Recipient) == 0 {
			continue
		}
		both := slices.Concat(e.Actor, e.Recipient)
		if e.CAMEO != "045" && e.Reciprocal && !w.sameSide(both, actor) {
			return both
		}
	}
	return nil
}

// mediated adds the talks of the two between whom somebody mediates them: "chaired the talks
// between Chad and Niger".
func (w *Worker) mediated(sent int, m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	e := d.event
	if e.Event != "CONSULT" || m.CAMEO != "045" || len(e.Actor) == 0 || len(e.Recipient) != 2 || w.sameSide(e.Recipient[:1], e.Recipient[1:]) {
		return
	}
	talks := -1
	for _, t := range m.Trigger {
		if k := &w.doc.Sentences[sent].Tokens[t]; k.UPOS == "NOUN" && w.Codebook.Among("talks", k.Lemma) {
			talks = t
		}
	}
	if talks < 0 {
		return
	}
	e.Mode, e.CAMEO, e.Reciprocal = "meeting", "040", true
	e.Goldstein = w.Codebook.Goldstein(e.CAMEO)
	e.Actor, e.Recipient, e.Via = d.event.Recipient[:1:1], d.event.Recipient[1:], nil
	e.Evidence = w.evidence(sent, []int{talks})
	w.deeds = append(w.deeds, deed{event: e, at: d.at})
}

// left is where somebody has been whose visit is told without a place: where he was told to
// be, or what he leaves ("left Chad after winding up his visit").
func (w *Worker) left(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	if m.Event != "CONSULT" || m.Mode != "visit" || m.CAMEO != "042" || len(m.Recipient) > 0 {
		return nil
	}
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= answerReach; i-- {
		if e := &w.deeds[i].event; e.Event == "CONSULT" && e.Mode == "visit" && e.CAMEO == "042" && w.oneSide(actor, e.Actor) && len(e.Recipient) > 0 {
			return e.Recipient
		}
	}
	s := &w.doc.Sentences[at.Sent]
	h := s.Tokens[at.Tok].Head
	if h < 0 || s.Tokens[h].Lemma != "leave" && s.Tokens[h].Lemma != "depart" {
		return nil
	}
	p := s.Predicate(h)
	if p == nil {
		return nil
	}
	for _, a := range p.Args {
		if a.Role == doc.Obj || a.Role == doc.Obl && a.Case == "from" {
			if who := w.slotParties(at.Sent, []int{a.Tok}, false, true); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}
