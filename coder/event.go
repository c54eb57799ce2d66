package coder

import (
	"slices"
	"strings"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/when"
	"nuncio/where"
)

// deed is an event under construction with what the later passes need.
type deed struct {
	event nuncio.Event
	at    doc.Ref // the predicate
	// said in a call or meeting told by the verb above, not what that verb asks for
	inCall bool
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
	if named(s, m) {
		return deed{}, "idiom: a word of a name"
	}
	if w.remit(s, m) {
		return deed{}, "idiom: what a post is for"
	}
	actor, doerless := w.doers(sent, m)
	if m.Doerless && (m.Event == "ACCUSE" || m.Event == "REQUEST") && doc.IsRel(s.Tokens[m.Tok].Deprel, "acl") {
		return deed{}, "no actor: nobody is named" // "a man accused of theft" says who he is
	}
	if m.Doerless && s.Tokens[m.Tok].Deprel == "amod" {
		return deed{}, "no actor: nobody is named" // "the ousted president" says who he is
	}
	if m.Ordered {
		var quoted bool
		if actor, quoted = w.ordered(at); !quoted {
			return deed{}, "no actor: an order on nobody's word"
		}
		doerless = len(actor) == 0
	}
	if len(actor) == 0 && !doerless {
		return deed{}, "no actor: " + w.unresolved(sent, m.Actor)
	}
	if m.Event == "REQUEST" && len(m.Recipient) > 0 && s.Tokens[m.Recipient[0]].UPOS == "PRON" && s.Tokens[m.Recipient[0]].Lemma == "what" {
		return deed{}, "idiom: what somebody wants" // "decides what it wants to do"
	}
	toward := w.slotParties(sent, w.heldAgainst(sent, m), true, true)
	if w.ownObject(sent, m, actor, toward) { // "they forced the Koreans to dig": they are not the Koreans
		if spoken(m.Event) {
			return deed{}, "no actor: a pronoun that stands for somebody else"
		}
		actor, doerless = nil, true
	}
	reciprocal := m.Reciprocal
	if len(actor) == 2 && len(toward) == 2 && sameParties(actor, toward) && sameParties(toward, actor) { // "each side accused the other"
		actor, toward, reciprocal = actor[:1:1], actor[1:], true
	}
	if who, victims := w.blamed(at, m); victims {
		toward = who
	}
	if spoken(m.Event) {
		toward = w.notPress(sent, m, toward)
	}
	recipient := notOwn(without(toward, actor), actor)
	if w.hosts(sent, m.Recipient) {
		if who := notOwn(without(w.understood(at, m, actor), actor), actor); len(who) > 0 {
			recipient = who
		}
	}
	if len(recipient) == 0 && m.Content >= 0 && spoken(m.Event) && !(m.Reciprocal && len(actor) > 1) {
		if who := w.doerOf(sent, m.Content); len(actor) == 0 || ofState(&actor[0]) || !w.sameSide(who, actor) {
			recipient = notOwn(without(who, actor), actor) // "told reporters that Lima must pay"
		}
	}
	recipient = w.calledHome(at, m, actor, recipient)
	w.acrossBorders(at.Sent, m.Event, actor, recipient)
	if m.Event == "AGREE" && len(recipient) == 0 && len(actor) == 2 && s.Tokens[m.Tok].Lemma == "agree" && s.Part != doc.Title && w.equals(actor) {
		reciprocal = true // what two agree to, they agree with each other
		actor, recipient = actor[:1:1], actor[1:]
	}
	if m.Reciprocal && len(recipient) == 0 && len(actor) > 1 {
		actor, recipient = actor[:1], actor[1:]
	}
	if len(recipient) == 0 && m.Event == "CONSULT" && m.Mode == "visit" && len(m.Recipient) > 0 {
		recipient = notOwn(without(w.within(at), actor), actor)
	}
	if len(recipient) == 0 && !doerless {
		recipient = notOwn(without(w.proposer(at, m, actor), actor), actor)
	}
	if len(recipient) == 0 && !doerless && !w.filled(sent, m.Recipient) {
		recipient = notOwn(without(w.understood(at, m, actor), actor), actor)
	}
	if len(recipient) == 0 && !m.Doerless {
		recipient = notOwn(without(w.implicit(at, m, actor), actor), actor)
	}
	if len(recipient) == 0 {
		switch {
		case (m.Doerless || m.Unacted) && len(m.Recipient) == 0: // "the curfew was lifted"
		case doerless && w.byWeapon(sent, m) && len(m.Recipient) > 0: // "a drone struck a pumping station"
		case doerless:
			return deed{}, "no actor: nobody is named"
		case m.Event == "SUPPORT" && !m.Reciprocal && len(toward) > 0: // "defended his country's policy"
		case len(m.Recipient) > 0 && needsRecipient(m.Event) && !w.towardsUnknown(sent, m):
			return deed{}, "no recipient: " + w.unresolved(sent, m.Recipient)
		case m.Reciprocal && m.Event == "SUPPORT" && len(m.Recipient) == 0 && w.treaty(sent, m): // "ratified the convention"
		case m.Reciprocal && !w.several(actor) && !(m.Mode == "multilateral" && len(m.Trigger) > 1) && m.Event != "AGREE":
			return deed{}, "no recipient: nobody on the other side"
		case needsRecipient(m.Event) && !w.lonely(m) && len(m.Recipient) == 0:
			return deed{}, "no recipient"
		}
	}
	if m.Proposed != nil && len(recipient) == 0 {
		return deed{}, "no rule, and nobody at the other end to propose one for"
	}
	if w.onlyReports(at, m.Event, actor) {
		return deed{}, "an outlet that only reports"
	}
	via := without(without(w.slotParties(sent, m.Via, false, false), actor), recipient)
	if len(via) == 0 {
		via = without(without(w.through(sent, m.Tok), actor), recipient)
	}
	status := w.Voice.Status(d, at)
	if m.Ordered && status.Status == nuncio.Negated {
		return deed{}, "an order not to do it"
	}
	if m.Ordered && status.Status == nuncio.Asserted {
		status.Status, status.Words = nuncio.Demanded, doc.Range{Sent: sent, First: m.Tok, End: m.Tok + 1}
	}
	chain, further, claim := w.chain(at)
	call := w.callBefore(at, m, actor)
	if call >= 0 {
		status.Status, status.Words = w.deeds[call].event.Status, doc.Range{}
	}
	if doerless && status.Status == nuncio.Planned {
		actor = w.announced(chain, sent) // "announced that they would be barred"
	}
	if m.Doerless && len(actor) == 0 && status.Status == nuncio.Asserted {
		actor = w.doneBefore(at, m, recipient)
	}
	// That it is not done, or that it will be, is the act itself: "would not comment",
	// "will answer in kind".
	said := m.Rule.Negated || refuses(m) || m.Rule.Future && m.Event == "THREATEN" && status.Status == nuncio.Planned
	if spoken(m.Event) {
		whole := chain
		if actor, chain = w.speaker(actor, chain); status.Status != nuncio.Asserted && !said {
			chain = whole // that he did not do it is the speaker's word
		}
		if status.Status == nuncio.Asserted || said {
			chain = ownWord(chain, actor)
			for i := range further {
				further[i] = ownWord(further[i], actor)
			}
		}
		recipient = notOwn(without(recipient, actor), actor) // the speaker may only now be known
	}
	e := nuncio.Event{
		Event: m.Event, Mode: m.Mode, Context: m.Context, CAMEO: m.CAMEO, Quad: w.Codebook.Quad(m.Event),
		Goldstein: w.Codebook.Goldstein(m.CAMEO), Actor: actor, Recipient: recipient, Via: via,
		Reciprocal: reciprocal && !((m.Event == "AGREE" || m.Event == "SUPPORT") && len(recipient) == 0 && !w.several(actor)), Status: status.Status, Chain: chain, Chains: further, Rule: m.Rule.ID,
		Claim: claim, In: in(s.Part),
	}
	if w.private(&e) {
		return deed{}, "private: nobody of politics has a part in it"
	}
	if why := w.everyday(sent, m, &e); why != "" {
		return deed{}, why
	}
	if said || status.Status == nuncio.Negated && w.turnedDown(at) {
		e.Status = nuncio.Asserted
	}
	if m.Status != "" && !said && call < 0 && (e.Status == nuncio.Asserted || m.Status == nuncio.Planned && e.Status == nuncio.Demanded && m.Parent >= 0) {
		// what is accepted is no longer only asked for: "accepted an invitation to visit"
		e.Status = m.Status
	}
	if e.Status != nuncio.Asserted {
		e.StatusText = w.phrase(status.Words)
	}
	e.Condition = w.phrase(status.Condition)
	if e.Status == nuncio.Possible && e.Condition != nil && spoken(m.Event) && !m.Clause.Modal && !m.Clause.Future && finite(w.doc.Token(at)) {
		// What is threatened or promised depends; that it was said does not.
		e.Status, e.StatusText = nuncio.Asserted, nil
	}
	e.Chains = slices.DeleteFunc(e.Chains, func(c []nuncio.Link) bool { return slices.Equal(c, e.Chain) })
	e.When = w.time(at, &e)
	if e.Status == nuncio.Demanded && e.When.Basis == nuncio.WhenContext {
		e.When.End = nuncio.Date{} // asked for then, to be done after
	}
	if t, ok := w.said(at, &e); ok {
		e.When = t
	}
	if call >= 0 && e.When.Basis == nuncio.WhenTense {
		e.When = w.deeds[call].event.When // said in the call
		if e.When.Basis == nuncio.WhenExpression {
			e.When.Basis = nuncio.WhenContext
		}
	}
	if said && e.When.Basis == nuncio.WhenTense || w.background(at, &e.When) {
		e.When = nuncio.When{Interval: nuncio.Interval{End: d.Report.Day()}, Basis: nuncio.WhenTense}
	}
	if w.When.Telling(d, at, e.When) == when.Anniversary {
		return deed{}, "remembered on its anniversary, not news"
	}
	if pub := d.Report.Day(); e.Status == nuncio.Asserted && !pub.IsZero() && w.ahead(at, &e.When, pub) {
		e.Status = nuncio.Planned
	}
	if w.where != nil {
		if e.Where = w.where.ForEvent(d, at); e.Where == nil {
			e.Where = w.scenePlace(at, &e)
		}
		if e.Where == nil {
			e.Where = w.spokenPlace(at, &e)
		}
		if e.Where == nil || where.Venue(e.Where) {
			if home := w.homePlace(at, &e); home != nil {
				e.Where = home
			}
		}
	}
	e.Evidence = w.evidence(sent, m.Trigger)
	e.Confidence = w.confidence(sent, m, &e)
	if doerless {
		e.Confidence = max(0, e.Confidence-unnamedDoer)
	}
	return deed{event: e, at: at, inCall: call >= 0}, ""
}

// refuses reports whether a template has the "no" in its own words, so that the act is
// there where the deed is not: "has no plans to meet".
func refuses(m *codebook.Match) bool {
	return m.Event == "REJECT" && strings.Contains(m.Rule.Templates[m.Template].Text, " no ")
}

// treaty reports whether what is signed is a treaty, which binds others too: no contract.
func (w *Worker) treaty(sent int, m *codebook.Match) bool {
	tokens := w.doc.Sentences[sent].Tokens
	if !w.Codebook.Among("binding", tokens[m.Tok].Lemma) {
		return false
	}
	for _, t := range m.Trigger[1:] {
		if l := tokens[t].Lemma; w.Codebook.Among("treaties", strings.ToLower(l)) || w.Codebook.Among("treaties", strings.TrimSuffix(strings.ToLower(l), "s")) {
			return true
		}
	}
	return false
}

// turnedDown reports whether a request or offer told by a noun is what somebody refuses:
// it was made all the same.
func (w *Worker) turnedDown(at doc.Ref) bool {
	s := &w.doc.Sentences[at.Sent]
	t := &s.Tokens[at.Tok]
	if t.UPOS != "NOUN" || t.Head < 0 || !w.Codebook.Among("request", t.Lemma) {
		return false
	}
	h := &s.Tokens[t.Head]
	return h.UPOS == "VERB" && w.Codebook.Among("turning-down", h.Lemma)
}

// unnamedDoer is what an event loses in confidence when nobody is named who did it.
const unnamedDoer = 0.1

// background reports whether a deed told by a noun is what the clause is about or in
// spite of, or what somebody judges, and the time that it got is the clause's own: "met on
// Monday over the invasion of", "condemned the raid on Monday".
func (w *Worker) background(at doc.Ref, t *nuncio.When) bool {
	s := &w.doc.Sentences[at.Sent]
	noun := &s.Tokens[at.Tok]
	if noun.UPOS != "NOUN" || t.Basis != nuncio.WhenExpression && t.Basis != nuncio.WhenContext {
		return false
	}
	switch {
	case doc.IsRel(noun.Deprel, "obl"):
		switch w.prep(at) {
		case "over", "about", "despite", "amid", "since":
		default:
			return false
		}
	case noun.Deprel == "obj" && noun.Head >= 0 && w.Codebook.Among("judging", s.Tokens[noun.Head].Lemma):
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
