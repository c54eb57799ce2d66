package coder

import (
	"slices"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

func (w *Worker) sentence(i int) {
	d := &w.doc
	first := len(w.deeds)
	matches := w.book.Sentence(d, i)
	if w.trace != nil {
		w.trace.add(i, matches)
	}
	relations := w.book.Relations()
	w.weigh(i, matches)
	index := make([]int, len(matches)) // match → deed, +1
	for k := range matches {
		m := &matches[k]
		if w.standing(i, m, relations) {
			continue // told as a standing fact, not as a deed
		}
		if impersonal(m) && peopled(matches, m.Event) {
			continue // "clashes broke out between the army and the rebels" is the clashes
		}
		if w.hits(matches, m) {
			continue // "was hit by a missile fired by rebels" is the hit
		}
		if w.general(i, m) {
			w.miss(i, m.Tok, "said of anybody, not of somebody")
			continue
		}
		e, reason := w.event(i, m)
		if reason != "" {
			w.miss(i, m.Tok, reason)
			continue
		}
		index[k] = len(w.deeds) + 1
		w.deeds = append(w.deeds, e)
	}
	for k := range matches {
		if p := matches[k].Parent; index[k] > 0 && p >= 0 && index[p] > 0 && !w.deeds[index[k]-1].inCall {
			w.inside(&w.deeds[index[k]-1], &w.deeds[index[p]-1])
			w.promised(&matches[k], &w.deeds[index[k]-1], &w.deeds[index[p]-1])
		}
	}
	w.blamedDoer(first)
	w.threatened(matches, index)
	w.facing(first)
	w.whenDone(first)
	w.turnedOff(first)
	for k := range matches {
		if index[k] > 0 {
			w.implied(&matches[k], index[k]-1)
			w.denied(i, &matches[k], index[k]-1)
			w.besides(i, &matches[k], index[k]-1)
			w.claimed(&matches[k], index[k]-1)
			w.uttered(i, &matches[k], index[k]-1)
			w.unwilling(&matches[k], index[k]-1)
			w.byDay(i, &matches[k], index[k]-1)
			w.gapped(i, &matches[k], index[k]-1)
			w.putOff(i, &matches[k], index[k]-1)
			w.another(i, &matches[k], index[k]-1)
			w.blamedFor(i, &matches[k], index[k]-1)
			w.stops(i, &matches[k], index[k]-1)
			w.mediated(i, &matches[k], index[k]-1)
			if matches[k].Event == "STATEMENT" {
				if d, ok := w.affirmed(i, matches[k].Tok); ok { // "admitted the attack"
					w.deeds = append(w.deeds, d)
				}
			}
		}
	}
	w.noSuch(i)
	w.likewise(i)
	w.visiting(i)
	w.behest(i)
	for k := range relations {
		w.relation(i, &relations[k])
	}
	for _, m := range w.book.Misses() {
		if w.told(first, m.Tok) {
			continue
		}
		if d, ok := w.confirmed(i, m.Tok); ok {
			w.deeds = append(w.deeds, d)
		} else if d, ok := w.affirmed(i, m.Tok); ok {
			w.deeds = append(w.deeds, d)
		} else {
			w.miss(i, m.Tok, m.Reason)
		}
	}
}

// promised puts who gave his word as the doer of what is promised or threatened in an
// infinitive or in a passive that names nobody, and the one to whom he gave it as the one who gets it: "Oslo won a pledge
// from Bern to supply oil".
func (w *Worker) promised(m *codebook.Match, d, speech *deed) {
	if speech.event.CAMEO == "036" { // whoever is invited comes
		return
	}
	if speech.event.Event == "THREATEN" && len(d.event.Actor) == 0 && d.event.Status == nuncio.Possible && d.event.Condition == nil && w.Codebook.Quad(d.event.Event) >= 3 {
		d.event.Status = nuncio.Planned // "warned that they would be shot"
	}
	if speech.event.Event != "AGREE" && speech.event.Event != "THREATEN" || d.event.Status != nuncio.Planned || len(speech.event.Actor) == 0 {
		return
	}
	if speech.event.Event == "THREATEN" && len(d.event.Actor) == 0 && !w.sameSide(d.event.Recipient, speech.event.Actor) {
		d.event.Actor = speech.event.Actor
		return
	}
	s := &w.doc.Sentences[d.at.Sent]
	if t := &s.Tokens[d.at.Tok]; t.UPOS != "VERB" || t.XPOS != "VB" || s.Child(d.at.Tok, "nsubj", "aux") >= 0 {
		return
	}
	if len(speech.event.Recipient) > 0 && sameParties(d.event.Actor, speech.event.Recipient) && !speech.event.Reciprocal {
		d.event.Actor = speech.event.Actor
		d.event.Recipient = without(d.event.Recipient, d.event.Actor)
	}
	if d.event.Event == "AID" && len(m.Recipient) == 0 && len(speech.event.Recipient) > 0 && sameParties(d.event.Actor, speech.event.Actor) && !w.sameSide(d.event.Actor, speech.event.Recipient) {
		d.event.Recipient = speech.event.Recipient
	}
}

// threatened makes those abroad to whom the deed that is threatened would be done the ones whom
// the threat is to, where its own words name nobody: "threatened to stop selling oil to Peru".
func (w *Worker) threatened(matches []codebook.Match, index []int) {
	for k := range matches {
		p := matches[k].Parent
		if index[k] == 0 || p < 0 || index[p] == 0 {
			continue
		}
		d, t := &w.deeds[index[k]-1].event, &w.deeds[index[p]-1].event
		if t.Event != "THREATEN" || len(t.Recipient) > 0 || len(t.Actor) == 0 || w.Codebook.Quad(d.Event) < 3 || !w.oneSide(d.Actor, t.Actor) {
			continue
		}
		if who := notOwn(without(d.Recipient, t.Actor), t.Actor); len(who) > 0 && who[0].Country != "" && !w.kinOf(who, t.Actor) {
			t.Recipient = who
		}
	}
}

// impersonal reports whether a match names nobody at either end.
func impersonal(m *codebook.Match) bool {
	return (m.Unacted || m.Doerless) && len(m.Recipient) == 0 && !spoken(m.Event)
}

// hits reports whether a weapon let loose, told by a participle, is what hits somebody in an
// attack of the sentence.
func (w *Worker) hits(matches []codebook.Match, m *codebook.Match) bool {
	if m.Event != "MOBILIZE" || m.Mode != "weapons" {
		return false
	}
	for k := range matches {
		if o := &matches[k]; o.Event == "ASSAULT" && slices.ContainsFunc(o.Actor, func(t int) bool { return slices.Contains(m.Trigger, t) }) {
			return true
		}
	}
	return false
}

// peopled reports whether a match of the class names somebody.
func peopled(matches []codebook.Match, class string) bool {
	for i := range matches {
		if m := &matches[i]; m.Event == class && len(m.Actor)+len(m.Recipient) > 0 {
			return true
		}
	}
	return false
}

// finite reports whether a verb has a tense of its own.
func finite(t *doc.Token) bool {
	return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VBN"
}

// implied adds the deed that a promise, a request or a threat names by a noun:
// "promised 40 million dollars", "called for talks", "threatened a boycott".
func (w *Worker) implied(m *codebook.Match, speech int) {
	s := w.deeds[speech] // a copy: the list grows
	if s.event.Status != nuncio.Asserted {
		return
	}
	label, ok := w.Codebook.Implied(m)
	if !ok {
		return
	}
	e := s.event
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, label.Mode, label.Context, label.CAMEO
	e.Quad, e.Goldstein, e.Reciprocal = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO), false
	switch s.event.Event {
	case "AGREE", "THREATEN":
		e.Status = nuncio.Planned
	case "REQUEST":
		if !w.asked(&s, m, &e) {
			return // who is to do it is not known
		}
		e.Status = nuncio.Demanded
	default:
		return
	}
	e.Via, e.Confidence = nil, e.Confidence-0.1
	d := deed{event: e, at: s.at}
	w.inside(&d, &s)
	// The day in the sentence is that of the word given; the deed is to follow it.
	d.event.When = nuncio.When{Basis: nuncio.WhenTense}
	d.event.When.Start, d.event.When.Granularity = s.event.When.Start, s.event.When.Granularity
	if d.event.When.Start.IsZero() {
		d.event.When.Start = w.doc.Report.Day()
	}
	w.deeds = append(w.deeds, d)
}

// asked puts the parties of a deed that a request names by a noun: who is to give
// or to meet, to go or to withdraw, or who is to be freed. It reports whether one of
// them is known.
func (w *Worker) asked(s *deed, m *codebook.Match, e *nuncio.Event) bool {
	if len(s.event.Recipient) == 0 {
		return false
	}
	switch {
	case e.Event == "AID" || e.Event == "CONSULT":
		for _, t := range m.Trigger[1:] {
			if w.doc.Sentences[s.at.Sent].Tokens[t].UPOS == "VERB" {
				return false // "urged Juba to negotiate": with whom stands elsewhere
			}
		}
		e.Actor, e.Recipient = s.event.Recipient, s.event.Actor
	case e.Mode == "ceasefire" && w.leaving(s.at.Sent, m.Trigger):
		if l, ok := w.Codebook.Mode("RETREAT", "withdraw"); ok {
			e.Mode, e.CAMEO, e.Context = l.Mode, l.CAMEO, l.Context
			e.Goldstein = w.Codebook.Goldstein(e.CAMEO)
		}
		e.Actor, e.Recipient = s.event.Recipient, nil
	case e.Event == "SUPPORT":
		if !w.sorry(s.at.Sent, m.Trigger) {
			return false
		}
		if c, ok := w.Codebook.Code("055"); ok {
			e.CAMEO, e.Context = "055", c.Label.Context
			e.Goldstein = w.Codebook.Goldstein(e.CAMEO)
		}
		e.Actor, e.Recipient = s.event.Recipient, s.event.Actor
	case e.Mode == "resign" || e.Mode == "withdraw" || e.Mode == "ceasefire" || e.Mode == "disarm":
		e.Actor, e.Recipient = s.event.Recipient, nil
	case e.Mode == "release":
		e.Actor = nil
		for _, t := range m.Recipient {
			switch w.prep(refOf(s.at.Sent, t)) {
			case "by", "from":
				e.Actor, e.Recipient = s.event.Recipient, nil
			}
		}
	default:
		return false
	}
	return true
}

// sorry reports whether what is asked for is an apology.
func (w *Worker) sorry(sent int, trigger []int) bool {
	for _, t := range trigger {
		if w.doc.Sentences[sent].Tokens[t].Lemma == "apology" {
			return true
		}
	}
	return false
}

// leaving reports whether the noun of a request is a withdrawal rather than a truce.
func (w *Worker) leaving(sent int, trigger []int) bool {
	for _, t := range trigger {
		switch w.doc.Sentences[sent].Tokens[t].Lemma {
		case "withdrawal", "pullout", "pull-out", "retreat", "removal", "departure":
			return true
		}
	}
	return false
}

// prep is the preposition before a noun.
func (w *Worker) prep(at doc.Ref) string {
	s := &w.doc.Sentences[at.Sent]
	if c := s.Child(at.Tok, "case"); c >= 0 {
		return s.Tokens[c].Lemma
	}
	return ""
}

// standing reports whether a predicate only tells a standing relation between
// parties that are known. What is told in the past, and is what makes such a
// relation, is a deed besides: "has imposed sanctions"; what has long been so is
// not.
func (w *Worker) standing(sent int, m *codebook.Match, relations []codebook.Match) bool {
	if m.Event == "ASSAULT" {
		return false // whoever fights does so now
	}
	s := &w.doc.Sentences[sent]
	for k := range relations {
		r := &relations[k]
		if r.Tok != m.Tok || len(w.between(sent, r)) < 2 {
			continue
		}
		if unreal(s, m.Tok) {
			return false
		}
		x := s.Tokens[m.Tok].XPOS
		if s.Part == doc.Title && x == "VBZ" && r.Rule.Rel == "sanctions" {
			return !makes(m.Event, r.Rule.Rel) // headlines tell the past so
		}
		if x == "VBG" && s.Child(m.Tok, "mark") >= 0 {
			return !makes(m.Event, r.Rule.Rel) // "joined the others in imposing sanctions"
		}
		return x != "VBD" && x != "VBN" || !makes(m.Event, r.Rule.Rel) || w.since(s, m.Tok)
	}
	return false
}

// unreal reports whether a verb tells what will or may be: it has a modal, or is an
// infinitive.
func unreal(s *doc.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	return modal(s, verb) || t.UPOS == "VERB" && t.XPOS == "VB" && s.Child(verb, "aux") < 0
}

// makes reports whether an act of a class may bring a relation about, or end it.
func makes(class, relation string) bool {
	switch relation {
	case "sanctions":
		return class == "SANCTION" || class == "COERCE" || class == "RETREAT"
	case "trade", "supply":
		return class == "COOPERATE" || class == "AID"
	}
	return true
}

// since reports whether a word says that what a verb tells has gone on for long.
func (w *Worker) since(s *doc.Sentence, verb int) bool {
	for c := range s.Children(verb) {
		if t := &s.Tokens[c]; t.Deprel == "advmod" && w.Codebook.Among("long-standing", t.Lemma) {
			return true
		}
	}
	return false
}

// told reports whether a word already fired one of the sentence's events.
func (w *Worker) told(first, tok int) bool {
	for _, e := range w.deeds[first:] {
		if e.at.Tok == tok {
			return true
		}
	}
	return false
}

func (w *Worker) miss(sent, tok int, reason string) {
	s := &w.doc.Sentences[sent]
	w.uncoded = append(w.uncoded, nuncio.Uncoded{Sentence: s.Number, In: in(s.Part), Word: s.Tokens[tok].Lemma, Reason: reason})
}
