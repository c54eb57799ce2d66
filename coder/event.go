package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/when"
)

// deed is an event under construction with what the later passes need.
type deed struct {
	event nuncio.Event
	at    doc.Ref // the predicate
}

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
		e, reason := w.event(i, m)
		if reason != "" {
			w.miss(i, m.Tok, reason)
			continue
		}
		index[k] = len(w.deeds) + 1
		w.deeds = append(w.deeds, e)
	}
	for k := range matches {
		if p := matches[k].Parent; index[k] > 0 && p >= 0 && index[p] > 0 {
			w.inside(&w.deeds[index[k]-1], &w.deeds[index[p]-1])
		}
	}
	w.facing(first)
	for k := range matches {
		if index[k] > 0 {
			w.implied(&matches[k], index[k]-1)
			w.denied(i, &matches[k], index[k]-1)
			w.besides(i, &matches[k], index[k]-1)
			w.uttered(i, &matches[k], index[k]-1)
		}
	}
	for k := range relations {
		w.relation(i, &relations[k])
	}
	for _, m := range w.book.Misses() {
		if !w.told(first, m.Tok) {
			w.miss(i, m.Tok, m.Reason)
		}
	}
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
		d.event.When.Start = w.doc.Report.Published
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
		return x != "VBD" && x != "VBN" || !makes(m.Event, r.Rule.Rel) || since(s, m.Tok)
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
func since(s *doc.Sentence, verb int) bool {
	for c := range s.Children(verb) {
		if t := &s.Tokens[c]; t.Deprel == "advmod" {
			switch t.Lemma {
			case "long", "always", "traditionally", "still", "historically":
				return true
			}
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

// needsRecipient are the classes that are nothing without somebody at the other
// end. What is demanded, refused, threatened or done by force may name nobody.
func needsRecipient(class string) bool {
	switch class {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID":
		return true
	}
	return false
}

// event joins a match with its parties, status, chain and time; or says why it cannot.
func (w *Worker) event(sent int, m *codebook.Match) (deed, string) {
	d := &w.doc
	s := &d.Sentences[sent]
	at := doc.Ref{Sent: sent, Tok: m.Tok}
	actor := w.slotParties(sent, m.Actor, true, false)
	if len(actor) == 0 {
		actor = w.sender(sent, m.Actor)
	}
	if m.Doerless && (m.Event == "ACCUSE" || m.Event == "REQUEST") && doc.IsRel(s.Tokens[m.Tok].Deprel, "acl") {
		return deed{}, "no actor: nobody is named" // "a man accused of theft" says who he is
	}
	if len(actor) == 0 && !m.Doerless {
		return deed{}, "no actor: " + w.unresolved(sent, m.Actor)
	}
	toward := w.slotParties(sent, m.Recipient, true, true)
	reciprocal := m.Reciprocal
	if len(actor) == 2 && len(toward) == 2 && sameParties(actor, toward) && sameParties(toward, actor) { // "each side accused the other"
		actor, toward, reciprocal = actor[:1:1], actor[1:], true
	}
	recipient := notOwn(without(toward, actor), actor)
	if w.hosts(sent, m.Recipient) {
		if who := notOwn(without(w.understood(at, m, actor), actor), actor); len(who) > 0 {
			recipient = who
		}
	}
	if len(recipient) == 0 && m.Content >= 0 && spoken(m.Event) {
		recipient = notOwn(without(w.doerOf(sent, m.Content), actor), actor) // "told reporters that Lima must pay"
	}
	w.acrossBorders(m.Event, actor, recipient)
	if m.Reciprocal && len(recipient) == 0 && len(actor) > 1 {
		actor, recipient = actor[:1], actor[1:]
	}
	if len(recipient) == 0 && m.Event == "CONSULT" && m.Mode == "visit" && len(m.Recipient) > 0 {
		recipient = notOwn(without(w.within(at), actor), actor)
	}
	if len(recipient) == 0 && !m.Doerless && !w.filled(sent, m.Recipient) {
		recipient = notOwn(without(w.understood(at, m, actor), actor), actor)
	}
	if len(recipient) == 0 {
		switch {
		case m.Doerless:
			return deed{}, "no actor: nobody is named"
		case len(m.Recipient) > 0 && needsRecipient(m.Event) && !w.towardsUnknown(sent, m):
			return deed{}, "no recipient: " + w.unresolved(sent, m.Recipient)
		case m.Reciprocal && !w.several(actor) && !(m.Mode == "multilateral" && len(m.Trigger) > 1) && m.Event != "AGREE":
			return deed{}, "no recipient: nobody on the other side"
		case needsRecipient(m.Event) && !w.lonely(m) && len(m.Recipient) == 0:
			return deed{}, "no recipient"
		}
	}
	if m.Proposed != nil && len(recipient) == 0 {
		return deed{}, "no rule, and nobody at the other end to propose one for"
	}
	if w.onlyReports(at, actor) {
		return deed{}, "an outlet that only reports"
	}
	via := without(without(w.slotParties(sent, m.Via, false, false), actor), recipient)
	if len(via) == 0 {
		via = without(without(w.through(sent, m.Tok), actor), recipient)
	}
	status := w.Voice.Status(d, at)
	chain, further, claim := w.chain(at)
	if m.Doerless && status.Status == nuncio.Planned {
		actor = w.announced(chain) // "announced that they would be barred"
	}
	if spoken(m.Event) {
		actor, chain = w.speaker(actor, chain)
		chain = ownWord(chain, actor)
		for i := range further {
			further[i] = ownWord(further[i], actor)
		}
		recipient = notOwn(without(recipient, actor), actor) // the speaker may only now be known
	}
	e := nuncio.Event{
		Event: m.Event, Mode: m.Mode, Context: m.Context, CAMEO: m.CAMEO, Quad: w.Codebook.Quad(m.Event),
		Goldstein: w.Codebook.Goldstein(m.CAMEO), Actor: actor, Recipient: recipient, Via: via,
		Reciprocal: reciprocal && !(m.Event == "AGREE" && len(recipient) == 0 && !w.several(actor)), Status: status.Status, Chain: chain, Chains: further, Rule: m.Rule.ID,
		Claim: claim, In: in(s.Part),
	}
	if m.Rule.Negated {
		e.Status = nuncio.Asserted // that it is not done is the act: "would not comment"
	}
	if m.Status != "" && e.Status == nuncio.Asserted {
		e.Status = m.Status
	}
	if e.Status != nuncio.Asserted {
		e.StatusText = w.phrase(status.Words)
	}
	if i := w.callBefore(at, m, actor); i >= 0 {
		e.Status, e.StatusText = w.deeds[i].event.Status, nil
	}
	e.Condition = w.phrase(status.Condition)
	if e.Status == nuncio.Possible && e.Condition != nil && spoken(m.Event) && !m.Clause.Modal && !m.Clause.Future && finite(w.doc.Token(at)) {
		// What is threatened or promised depends; that it was said does not.
		e.Status, e.StatusText = nuncio.Asserted, nil
	}
	e.When = w.time(at, &e)
	if m.Rule.Negated && e.When.Basis == nuncio.WhenTense || w.background(at, &e.When) {
		e.When = nuncio.When{Interval: nuncio.Interval{End: d.Report.Published}, Basis: nuncio.WhenTense}
	}
	if w.When.Telling(d, at, e.When) == when.Anniversary {
		return deed{}, "remembered on its anniversary, not news"
	}
	if pub := d.Report.Published; e.Status == nuncio.Asserted && !pub.IsZero() && w.ahead(at, &e.When, pub) {
		e.Status = nuncio.Planned
	}
	if w.where != nil {
		e.Where = w.where.ForEvent(d, at)
	}
	e.Evidence = w.evidence(sent, m.Trigger)
	e.Confidence = w.confidence(sent, m, &e)
	if m.Doerless {
		e.Confidence = max(0, e.Confidence-unnamedDoer)
	}
	return deed{event: e, at: at}, ""
}

// unnamedDoer is what an event loses in confidence when nobody is named who did it.
const unnamedDoer = 0.1

// background reports whether a deed told by a noun is what the clause is about or in
// spite of, and the time that it got is the clause's own: "met on Monday over the
// invasion of".
func (w *Worker) background(at doc.Ref, t *nuncio.When) bool {
	s := &w.doc.Sentences[at.Sent]
	if s.Tokens[at.Tok].UPOS != "NOUN" || t.Basis != nuncio.WhenExpression && t.Basis != nuncio.WhenContext || !doc.IsRel(s.Tokens[at.Tok].Deprel, "obl") {
		return false
	}
	switch w.prep(at) {
	case "over", "about", "despite", "amid", "since":
	default:
		return false
	}
	if t.Basis == nuncio.WhenContext {
		return true
	}
	first, end := s.Subtree(at.Tok)
	return t.Span.Start < s.Tokens[first].Start || t.Span.End > s.Tokens[end-1].End
}

// ahead reports whether what is told as a fact lies after publication: it
// starts on a later day, or later that day in the present tense ("she leaves
// for Oslo this evening").
func (w *Worker) ahead(at doc.Ref, t *nuncio.When, pub nuncio.Date) bool {
	if t.Basis != nuncio.WhenExpression && t.Basis != nuncio.WhenContext {
		return false
	}
	if t.Start.After(pub) {
		return true
	}
	if t.Start != pub || t.Granularity != nuncio.GranularityTime {
		return false
	}
	x := w.doc.Token(at).XPOS
	return x == "VBZ" || x == "VBP"
}

// announced is who does what a government says will be done.
func (w *Worker) announced(chain []nuncio.Link) []nuncio.Party {
	if len(chain) == 0 || chain[0].Kind != nuncio.LinkGovernment && chain[0].Kind != nuncio.LinkOfficial {
		return nil
	}
	i := w.entity(chain[0].Entity)
	if i < 0 || w.doc.Entities[i].Country == "" {
		return nil
	}
	for k := range w.doc.Mentions {
		if mn := &w.doc.Mentions[k]; mn.Entity == i {
			return w.addParty(nil, i, mn)
		}
	}
	return nil
}

// doerOf is who does what a clause says.
func (w *Worker) doerOf(sent, tok int) []nuncio.Party {
	p := w.doc.Sentences[sent].Predicate(tok)
	if p == nil {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok || w.doc.Sentences[sent].Tokens[a.Tok].UPOS == "PRON" {
		return nil
	}
	return w.slotParties(sent, []int{a.Tok}, true, true)
}

// several reports whether a lone party is made of several that can meet or
// fight each other: ministers, a union of states.
func (w *Worker) several(actor []nuncio.Party) bool {
	for _, p := range actor {
		if i := w.entity(p.Entity); i >= 0 && (w.doc.Entities[i].Plural || p.Sector == "IGO") {
			return true
		}
	}
	return false
}

// lonely reports whether a rule is content without a recipient: it has no slot
// for one, so that the act is whole without.
func (w *Worker) lonely(m *codebook.Match) bool { return len(m.Recipient) == 0 }

// within is where a verb says that something is: "flew to the stricken zone in
// Chile".
func (w *Worker) within(at doc.Ref) []nuncio.Party {
	if p := w.doc.Sentences[at.Sent].Predicate(at.Tok); p != nil {
		for _, a := range p.Args {
			if a.Role == doc.Obl && a.Case == "in" {
				if who := w.slotParties(at.Sent, []int{a.Tok}, false, true); len(who) > 0 {
					return who
				}
			}
		}
	}
	return nil
}

// filled reports whether a slot holds a noun: one that nobody knows is no reason
// to think of somebody else.
func (w *Worker) filled(sent int, toks []int) bool {
	for _, t := range toks {
		if u := w.doc.Sentences[sent].Tokens[t].UPOS; u == "PROPN" || u == "NOUN" {
			return true
		}
	}
	return false
}

// hosts reports whether a slot is filled by "his hosts" or "her guests": whose guest
// one is, the visit tells.
func (w *Worker) hosts(sent int, toks []int) bool {
	if len(toks) != 1 {
		return false
	}
	s := &w.doc.Sentences[sent]
	switch s.Tokens[toks[0]].Lemma {
	case "host", "guest", "interlocutor":
		c := s.Child(toks[0], "nmod:poss")
		return c >= 0 && s.Tokens[c].UPOS == "PRON"
	}
	return false
}

// towardsUnknown reports whether an act is whole though nobody knows the one at
// its other end: aid told with its goods ("flew medicine to the camps"), support
// with its object ("welcomed the step in a statement").
func (w *Worker) towardsUnknown(sent int, m *codebook.Match) bool {
	if len(m.Trigger) < 2 {
		return false
	}
	if m.Event == "AID" {
		return true
	}
	return m.Event == "SUPPORT" && !m.Reciprocal && w.doc.Sentences[sent].Tokens[m.Recipient[0]].UPOS == "NOUN"
}

// through is the go-between whom a verb names behind "through" or "via": a
// person, or an organ, never a place on the way.
func (w *Worker) through(sent, tok int) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	first, end := s.Subtree(tok)
	for c := max(first, tok+1); c < end; c++ {
		t := &s.Tokens[c]
		if t.Lemma != "through" && t.Lemma != "via" || t.Deprel != "case" || t.Head < 0 {
			continue
		}
		// The phrase hangs from the verb, or from what the verb moves.
		if up := s.Tokens[t.Head].Head; up == tok || up >= 0 && s.Tokens[up].Head == tok {
			return w.slotParties(sent, []int{t.Head}, false, false)
		}
	}
	return nil
}

// unresolved quotes the words of a slot that stand for nobody.
func (w *Worker) unresolved(sent int, toks []int) string {
	if len(toks) == 0 {
		return "nobody is named"
	}
	return "“" + w.doc.Sentences[sent].Tokens[toks[0]].Form + "” is no party that is known"
}

// onlyReports reports whether the act is an outlet's saying: the outlet stands
// in the chain then, not in the event.
func (w *Worker) onlyReports(at doc.Ref, actor []nuncio.Party) bool {
	for _, p := range actor {
		if i := w.entity(p.Entity); i < 0 || w.doc.Entities[i].Kind != nuncio.KindOutlet {
			return false
		}
	}
	for i := range w.doc.Attributions {
		if w.doc.Attributions[i].Cue.Has(at) {
			return len(actor) > 0
		}
	}
	return false
}

func (w *Worker) entity(id string) int {
	for i := range w.doc.Entities {
		if w.doc.Entities[i].ID == id {
			return i
		}
	}
	return -1
}

// evidence is the sentence's span and the words from the first to the last that
// fired the rule, when they stand together; else the predicate alone.
func (w *Worker) evidence(sent int, trigger []int) nuncio.Evidence {
	d := &w.doc
	s := &d.Sentences[sent]
	first, last := trigger[0], trigger[0]
	for _, t := range trigger {
		first, last = min(first, t), max(last, t)
	}
	if last-first > 4 {
		first, last = trigger[0], trigger[0]
	}
	words := doc.Range{Sent: sent, First: first, End: last + 1}
	return nuncio.Evidence{
		Sentence: s.Number, Span: s.Span(),
		Trigger: nuncio.Phrase{Text: d.Words(words), Span: d.Span(words)},
	}
}
