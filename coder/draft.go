package coder

import (
	"slices"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/voice"
	"nuncio/when"
)

// draft is a match on its way to an event: what the steps of [Worker.event] have found
// so far. A step that gives a reason ends it.
type draft struct {
	m  *codebook.Match
	at doc.Ref
	s  *doc.Sentence

	actor, recipient, via []nuncio.Party
	toward                []nuncio.Party // whom the words hold it against, who may be the actors themselves
	doerless              bool           // nobody is named who did it
	reciprocal            bool

	status  voice.StatusReading
	said    bool // that it is not done, or that it will be, is the act itself
	call    int  // the call or meeting among the deeds in which it was said, -1 for none
	chain   []nuncio.Link
	further [][]nuncio.Link
	claim   string

	event nuncio.Event
}

// findActor finds who does it, or leaves it without a doer where the rule allows that.
func (w *Worker) findActor(a *draft) string {
	m, s, sent := a.m, a.s, a.at.Sent
	if named(s, m) {
		return "idiom: a word of a name"
	}
	if w.remit(s, m) {
		return "idiom: what a post is for"
	}
	if m.Event == "ASSAULT" && m.Status == nuncio.Planned && m.Clause.Past && w.deedNoun(sent, m.Tok, "") >= 0 {
		return "idiom: the plan of an attack that was made"
	}
	a.actor, a.doerless = w.doers(sent, m)
	if m.Doerless && (m.Event == "ACCUSE" || m.Event == "REQUEST") && doc.IsRel(s.Tokens[m.Tok].Deprel, "acl") {
		return "no actor: nobody is named" // "a man accused of theft" says who he is
	}
	if m.Doerless && s.Tokens[m.Tok].Deprel == "amod" {
		return "no actor: nobody is named" // "the ousted president" says who he is
	}
	if m.Ordered {
		var quoted bool
		if a.actor, quoted = w.ordered(a.at); !quoted {
			return "no actor: an order on nobody's word"
		}
		a.doerless = len(a.actor) == 0
	}
	if len(a.actor) == 0 && !a.doerless {
		return "no actor: " + w.unresolved(sent, m.Actor)
	}
	return ""
}

// faceSides finds towards whom it is done by the words of the match, and parts the two
// sides.
func (w *Worker) faceSides(a *draft) string {
	m, s, sent := a.m, a.s, a.at.Sent
	if m.Event == "REQUEST" && len(m.Recipient) > 0 && s.Tokens[m.Recipient[0]].UPOS == "PRON" && s.Tokens[m.Recipient[0]].Lemma == "what" {
		return "idiom: what somebody wants" // "decides what it wants to do"
	}
	if w.withEachOther(a) {
		return ""
	}
	a.toward = w.slotParties(sent, w.heldAgainst(sent, m), true, true)
	if w.ownObject(sent, m, a.actor, a.toward) { // "they forced the Koreans to dig": they are not the Koreans
		if spoken(m.Event) {
			return "no actor: a pronoun that stands for somebody else"
		}
		a.actor, a.doerless = nil, true
	}
	a.reciprocal = m.Reciprocal
	if len(a.actor) == 2 && len(a.toward) == 2 && sameParties(a.actor, a.toward) && sameParties(a.toward, a.actor) { // "each side accused the other"
		a.actor, a.toward, a.reciprocal = a.actor[:1:1], a.actor[1:], true
	}
	if who, victims := w.blamed(a.at, m); victims {
		a.toward = who
	}
	if spoken(m.Event) {
		a.toward = w.notPress(sent, m, a.toward)
	}
	if (m.Event == "REJECT" || m.Event == "THREATEN") && w.Codebook.Among("telling", s.Tokens[m.Tok].Lemma) && w.sameSide(a.toward, a.actor) {
		a.toward = nil // what a minister tells parliament he refuses to somebody else
	}
	a.recipient = a.others(a.toward)
	if w.metThere(a) {
		a.recipient = nil
	}
	if len(a.recipient) == 0 || len(a.recipient) == 1 && a.recipient[0].Entity == a.recipient[0].Country {
		if who := w.ownTown(a.at, m, a.actor); len(who) > 0 {
			a.recipient = who
		}
	}
	if w.hosts(sent, m.Recipient) {
		if who := a.others(w.understood(a.at, m, a.actor)); len(who) > 0 {
			a.recipient = who
		}
	}
	if len(a.recipient) == 0 && m.Content >= 0 && spoken(m.Event) && m.Rule.ID != denyClaim && !(m.Reciprocal && len(a.actor) > 1) {
		if who := w.doerOf(sent, m.Content); len(a.actor) == 0 || m.Event != "THREATEN" && ofState(&a.actor[0]) || !w.sameSide(who, a.actor) && !(m.Event == "THREATEN" && ownDoer(s, m.Content)) {
			a.recipient = a.others(who) // "told reporters that Lima must pay"
		}
	}
	return ""
}

// ownDoer reports whether the subject of a clause is said to be the speaker's own: "his men will
// fight", by whom he threatens.
func ownDoer(s *doc.Sentence, clause int) bool {
	n := s.Child(clause, "nsubj")
	if n < 0 {
		return false
	}
	p := s.Child(n, "nmod:poss")
	return p >= 0 && s.Tokens[p].UPOS == "PRON"
}

// struck is the state in which the thing lies that bombs or shells fall on: "bombed a bridge
// near Goma", where nothing says whose it is.
func (w *Worker) struck(a *draft) []nuncio.Party {
	m := a.m
	if m.Event != "ASSAULT" || len(m.Recipient) != 1 || w.where == nil || m.Mode != "aerial" && m.Mode != "heavy-weapons" && m.Mode != "drone" {
		return nil
	}
	t := m.Recipient[0]
	if a.s.Tokens[t].UPOS != "NOUN" || w.cover.Headed(doc.Ref{Sent: a.at.Sent, Tok: t}) >= 0 {
		return nil
	}
	return w.stateAround(a, w.where.ForEvent(&w.doc, a.at))
}

// placedAgain is the state of a place that the recipient's noun speaks of without its name:
// "flew to the city", "troops entered the town".
func (w *Worker) placedAgain(a *draft) []nuncio.Party {
	m := a.m
	if len(m.Recipient) != 1 || w.where == nil || m.Event != "ASSAULT" && m.Event != "MOBILIZE" && m.Event != "CONSULT" {
		return nil
	}
	return w.stateAround(a, w.where.Again(&w.doc, doc.Ref{Sent: a.at.Sent, Tok: m.Recipient[0]}))
}

// stateAround is the state in which a place lies, by the words of the recipient, where it is not the
// actor's own.
func (w *Worker) stateAround(a *draft, place *nuncio.Where) []nuncio.Party {
	if place == nil {
		return nil
	}
	state, ok := w.Catalogue.State(place.Country)
	if !ok || len(a.actor) > 0 && a.actor[0].Country == state.ID {
		return nil
	}
	at := doc.Range{Sent: a.at.Sent, First: a.m.Recipient[0], End: a.m.Recipient[0] + 1}
	p := nuncio.Party{Entity: state.ID, Name: state.Name, Text: w.doc.Words(at), Span: w.doc.Span(at), Country: state.ID, Sector: state.Sector}
	p.Code = code(&p)
	return []nuncio.Party{p}
}

// withEachOther reports whether two agree on something, which they do with each other:
// whoever stands in what they agree on is no third party to it ("the two agreed to defend
// their pact with Peru"), whoever stands before it is ("agreed with Peru to meet").
func (w *Worker) withEachOther(a *draft) bool {
	m := a.m
	if m.Event != "AGREE" || len(a.actor) != 2 || a.s.Tokens[m.Tok].Lemma != "agree" || a.s.Part == doc.Title || !w.equals(a.actor) {
		return false
	}
	return len(m.Recipient) == 0 || m.Content >= 0 && m.Recipient[0] > m.Content
}

// metThere reports whether two sides met in a place, which is no third to their talks: "the
// two sides held talks in Oslo".
func (w *Worker) metThere(a *draft) bool {
	m := a.m
	if m.Event != "CONSULT" || !a.reciprocal || len(a.actor) != 2 || len(m.Recipient) != 1 || w.sameSide(a.actor[:1], a.actor[1:]) || w.prep(refOf(a.at.Sent, m.Recipient[0])) != "in" {
		return false
	}
	k := w.cover.Headed(refOf(a.at.Sent, m.Recipient[0]))
	return k >= 0 && w.doc.Mentions[k].Place
}

// others are those of a list who are not the actors, nor their own.
func (a *draft) others(list []nuncio.Party) []nuncio.Party {
	return notOwn(without(list, a.actor), a.actor)
}

// findOtherSide finds towards whom it is done where the words of the match name nobody:
// among several actors, or in what was told before.
func (w *Worker) findOtherSide(a *draft) {
	m, at := a.m, a.at
	a.recipient = w.calledHome(at, m, a.actor, a.recipient)
	w.acrossBorders(at.Sent, m.Event, a.actor, a.recipient)
	if m.Event == "CONSULT" && m.Mode == "visit" && m.CAMEO == "042" {
		w.fromAbroad(at.Sent, a.actor, a.recipient)
	}
	if len(a.recipient) == 0 && w.withEachOther(a) {
		a.reciprocal = true
		a.actor, a.recipient = a.actor[:1:1], a.actor[1:]
	}
	if len(a.recipient) == 0 && m.Unacted && len(a.actor) == 2 { // "the talks collapsed": between whom they were
		a.reciprocal = true
		a.actor, a.recipient = a.actor[:1:1], a.actor[1:]
	}
	if t := &a.s.Tokens[m.Tok]; m.Event == "ASSAULT" && m.Reciprocal && len(a.recipient) == 0 && t.XPOS == "VB" {
		// "they had come to fight" is no fight between them
	} else if m.Reciprocal && len(a.recipient) == 0 && len(a.actor) > 1 {
		a.actor, a.recipient = a.actor[:1], a.actor[1:]
	}
	if len(a.recipient) == 0 && m.Event == "CONSULT" && m.Mode == "visit" && len(m.Recipient) > 0 {
		a.recipient = a.others(w.within(at))
	}
	if len(a.recipient) == 0 && !a.doerless {
		a.recipient = a.others(w.proposer(at, m, a.actor))
	}
	if len(a.recipient) == 0 && !a.doerless {
		a.recipient = a.others(w.taker(at, m, a.actor))
	}
	if i := w.callBefore(at, m, a.actor); len(a.recipient) == 0 && i >= 0 && m.Event == "SUPPORT" {
		a.recipient = a.others(w.deeds[i].event.Recipient) // "wrote to the king to mourn the loss of life"
	}
	if len(a.recipient) == 0 && !a.doerless && !w.filled(at.Sent, m.Recipient) {
		a.recipient = a.others(w.understood(at, m, a.actor))
	}
	if len(a.recipient) == 0 && !m.Doerless {
		a.recipient = a.others(w.implicit(at, m, a.actor))
	}
	if len(a.recipient) == 0 {
		a.recipient = a.others(w.eased(at, m, a.actor))
	}
	if len(a.recipient) == 0 {
		a.recipient = w.struck(a)
	}
	if len(a.recipient) == 0 {
		a.recipient = w.placedAgain(a)
	}
	if len(a.recipient) == 0 && (m.Event == "SANCTION" || m.Event == "COERCE" || m.Event == "RETREAT") && !w.filled(at.Sent, m.Recipient) {
		a.recipient = a.others(w.givenTo(at, a.actor))
		if len(a.recipient) == 0 && m.Event == "COERCE" {
			a.recipient = a.others(w.joinedBy(at, m, a.actor))
		}
	}
	if len(a.recipient) == 0 && !a.doerless {
		a.recipient = a.others(w.answeredTo(at, m, a.actor))
	}
}

// lacksSide says what an act has too few parties for.
func (w *Worker) lacksSide(a *draft) string {
	m, sent := a.m, a.at.Sent
	if len(a.recipient) == 0 {
		switch {
		case (m.Doerless || m.Unacted) && len(m.Recipient) == 0: // "the curfew was lifted"
		case a.doerless && w.byWeapon(sent, m) && len(m.Recipient) > 0: // "a drone struck a pumping station"
		case a.doerless:
			return "no actor: nobody is named"
		case m.Event == "SUPPORT" && !m.Reciprocal && len(a.toward) > 0: // "defended his country's policy"
		case m.Event == "REJECT" && w.onlyIt(a.s, m): // what it is, nothing told before says
			return "no recipient"
		case m.Mode == "visit" && len(m.Actor) > 0 && w.nowhere(a.s, m) && w.Codebook.Among("envoys", a.s.Tokens[m.Actor[0]].Lemma): // "a delegation arrived here"
		case len(m.Recipient) > 0 && needsRecipient(m.Event) && !w.towardsUnknown(sent, m):
			return "no recipient: " + w.unresolved(sent, m.Recipient)
		case m.Event == "AGREE" && m.Rule.ID == "agree/says-yes":
			return "no recipient: nobody whom it answers"
		case m.Rule.ID == "consult/visit/over":
			return "no recipient: where the visit was is not told"
		case m.Reciprocal && m.Event == "SUPPORT" && len(m.Recipient) == 0 && w.treaty(sent, m): // "ratified the convention"
		case m.Reciprocal && !w.several(a.actor) && !(m.Mode == "multilateral" && len(m.Trigger) > 1) && m.Event != "AGREE":
			return "no recipient: nobody on the other side"
		case needsRecipient(m.Event) && !w.lonely(m) && len(m.Recipient) == 0:
			return "no recipient"
		}
	}
	if m.Proposed != nil && len(a.recipient) == 0 {
		return "no rule, and nobody at the other end to propose one for"
	}
	if w.onlyReports(a.at, m.Event, a.actor) {
		return "an outlet that only reports"
	}
	return ""
}

// readStatus reads through whom it is done, whether it is done, and on whose word; which
// may tell who does it.
func (w *Worker) readStatus(a *draft) string {
	m, sent := a.m, a.at.Sent
	a.via = without(without(w.slotParties(sent, m.Via, false, false), a.actor), a.recipient)
	if len(a.via) == 0 {
		a.via = without(without(w.through(sent, m.Tok), a.actor), a.recipient)
	}
	a.status = w.Voice.Status(&w.doc, a.at)
	if a.status.Status != nuncio.Negated && w.performs(a.at, m) {
		a.status.Status, a.status.Words = nuncio.Asserted, doc.Range{}
	}
	if m.Ordered && a.status.Status == nuncio.Negated {
		return "an order not to do it"
	}
	if m.Ordered && a.status.Status == nuncio.Asserted {
		a.status.Status, a.status.Words = nuncio.Demanded, doc.Range{Sent: sent, First: m.Tok, End: m.Tok + 1}
	}
	a.chain, a.further, a.claim = w.chain(a.at)
	if a.call = w.callBefore(a.at, m, a.actor); a.call >= 0 {
		a.status.Status, a.status.Words = w.deeds[a.call].event.Status, doc.Range{}
	}
	if a.doerless && a.status.Status == nuncio.Planned {
		a.actor = w.announced(a.chain, sent) // "announced that they would be barred"
	}
	if m.Doerless && len(a.actor) == 0 {
		a.actor = w.inDeed(a.at, m, a.recipient)
	}
	if m.Doerless && len(a.actor) == 0 && a.status.Status == nuncio.Asserted {
		a.actor = w.doneBefore(a.at, m, a.recipient)
	}
	if m.Doerless && len(a.actor) == 0 && a.status.Status == nuncio.Asserted {
		a.actor = w.ownWork(a)
	}
	if m.Doerless && len(a.actor) == 0 {
		a.actor = w.jailer(a)
	}
	if m.Doerless && len(a.actor) == 0 {
		a.actor = w.expeller(a)
	}
	// "would not comment", "will answer in kind", "will abide by the treaty"
	a.said = m.Rule.Negated || refuses(m) || m.Event == "THREATEN" && w.unhesitating(sent, m) || m.Rule.Future && (m.Event == "THREATEN" || m.Event == "AGREE") && (a.status.Status == nuncio.Planned || a.status.Status == nuncio.Possible && a.status.Condition.IsZero())
	return ""
}

// unhesitating reports whether the "not" of a threat only says that nobody hesitates.
func (w *Worker) unhesitating(sent int, m *codebook.Match) bool {
	return slices.ContainsFunc(m.Trigger, func(t int) bool { return w.Codebook.Among("hesitating", w.doc.Sentences[sent].Tokens[t].Lemma) })
}

// findSpeaker puts the speaker of a speech act in the actor's place; his own word is no
// source of it.
func (w *Worker) findSpeaker(a *draft) {
	if !spoken(a.m.Event) {
		return
	}
	whole := a.chain
	if a.actor, a.chain = w.speaker(a.actor, a.chain); a.status.Status != nuncio.Asserted && !a.said {
		a.chain = whole // that he did not do it is the speaker's word
	}
	if a.status.Status == nuncio.Asserted || a.said {
		a.chain = ownWord(a.chain, a.actor)
		for i := range a.further {
			a.further[i] = ownWord(a.further[i], a.actor)
		}
	}
	a.recipient = a.others(a.recipient) // the speaker may only now be known
	if m := a.m; m.Event == "ACCUSE" && len(a.recipient) == 0 && len(a.toward) > 0 && len(a.actor) > 0 && a.s.Tokens[m.Tok].UPOS == "NOUN" && w.violent(a.s.Tokens[m.Tok].Lemma) && a.toward[0].Entity == a.actor[0].Entity {
		m.Event, m.Mode, m.Context, m.CAMEO = "STATEMENT", "", nil, "015" // "said that it was behind the raid" itself
	}
}

// label makes the event of what was found.
func (w *Worker) label(a *draft) {
	m := a.m
	alone := (m.Event == "AGREE" || m.Event == "SUPPORT") && len(a.recipient) == 0 && !w.several(a.actor)
	a.event = nuncio.Event{
		Event: m.Event, Mode: m.Mode, Context: m.Context, CAMEO: m.CAMEO, Quad: w.Codebook.Quad(m.Event), Goldstein: w.Codebook.Goldstein(m.CAMEO),
		Actor: a.actor, Recipient: a.recipient, Via: a.via, Reciprocal: a.reciprocal && !alone,
		Status: a.status.Status, Chain: a.chain, Chains: a.further, Rule: m.Rule.ID, Claim: a.claim, In: in(a.s.Part),
	}
}

// settleStatus sets the status that the act has, whose deed may have another.
func (w *Worker) settleStatus(a *draft) {
	m, e := a.m, &a.event
	if a.said || a.status.Status == nuncio.Negated && w.turnedDown(a.at) {
		e.Status = nuncio.Asserted
	}
	if m.Status != "" && !a.said && a.call < 0 && (e.Status == nuncio.Asserted || m.Status == nuncio.Planned && e.Status == nuncio.Demanded && m.Parent >= 0 || m.Wished && m.Status == nuncio.Demanded && e.Status == nuncio.Planned) {
		// what is accepted is no longer only asked for: "accepted an invitation to visit"
		e.Status = m.Status
	}
	if e.Status != nuncio.Asserted {
		e.StatusText = w.phrase(a.status.Words)
	}
	e.Condition = w.phrase(a.status.Condition)
	if e.Status == nuncio.Possible && e.Condition != nil && spoken(m.Event) && !m.Clause.Modal && !m.Clause.Future && (finite(w.doc.Token(a.at)) || a.s.Child(a.at.Tok, "cop") >= 0) {
		// What is threatened or promised depends; that it was said does not.
		e.Status, e.StatusText = nuncio.Asserted, nil
	}
	e.Chains = slices.DeleteFunc(e.Chains, func(c []nuncio.Link) bool { return slices.Equal(c, e.Chain) })
}

// setTime says when it was done; what lies ahead of the report is only planned.
func (w *Worker) setTime(a *draft) string {
	d, at, e := &w.doc, a.at, &a.event
	e.When = w.time(at, e)
	if e.Status == nuncio.Demanded && e.When.Basis == nuncio.WhenContext {
		e.When.End = nuncio.Date{} // asked for then, to be done after
	}
	if t, ok := w.said(at, e); ok {
		e.When = t
	}
	if a.call >= 0 && e.When.Basis == nuncio.WhenTense {
		e.When = w.deeds[a.call].event.When // said in the call
		if e.When.Basis == nuncio.WhenExpression {
			e.When.Basis = nuncio.WhenContext
		}
	}
	if a.said && e.When.Basis == nuncio.WhenTense || w.background(at, &e.When) {
		e.When = nuncio.When{Interval: nuncio.Interval{End: d.Report.Day()}, Basis: nuncio.WhenTense}
	}
	if w.When.Telling(d, at, e.When) == when.Anniversary {
		return "remembered on its anniversary, not news"
	}
	if pub := d.Report.Day(); e.Status == nuncio.Asserted && !pub.IsZero() && w.ahead(at, &e.When, pub) {
		e.Status = nuncio.Planned
	}
	return ""
}
