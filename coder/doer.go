package coder

import (
	"slices"
	"strings"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/voice"
)

// doers are who acts; or nobody is named who did what was done all the same. What
// only says something of somebody ("this is blackmail") is the act of whoever says
// it.
func (w *Worker) doers(sent int, m *codebook.Match) (actor []nuncio.Party, doerless bool) {
	if m.Unacted {
		if who := w.atTalks(sent, m); len(who) == 2 {
			return who, false
		}
		if who := w.boundBy(sent, m); len(who) == 2 {
			return who, false
		}
		if m.Rule.ID == "support/concluded/in-writing" {
			return nil, false
		}
		if who := w.talkedBefore(sent, m); len(who) > 1 {
			return who, false
		}
		if !spoken(m.Event) {
			return nil, m.Event != "COOPERATE"
		}
		if _, _, k := w.Voice.Chain(&w.doc, doc.Ref{Sent: sent, Tok: m.Tok}); k >= 0 {
			actor = w.speakerOf(&w.doc.Attributions[k], sent)
		}
		return actor, false
	}
	if !w.strayWeapon(sent, m) && !w.thingKills(sent, m) {
		actor = w.slotParties(sent, m.Actor, true, false)
	}
	if len(actor) == 0 {
		actor = w.sender(sent, m.Actor)
	}
	if len(actor) == 0 && spoken(m.Event) {
		actor = w.issuer(sent, m.Actor)
	}
	if len(actor) == 0 {
		if who := w.deedTold(sent, m); len(who) > 0 {
			return who, false
		}
		if w.byWeapon(sent, m) {
			return w.claimant(doc.Ref{Sent: sent, Tok: m.Tok}, m.Actor[0]), true
		}
		if n := w.deedBehind(sent, m); n >= 0 {
			return w.deedOf(doc.Ref{Sent: sent, Tok: m.Tok}, n), true
		}
	}
	return actor, m.Doerless || len(actor) == 0 && w.byWeapon(sent, m)
}

// atTalks are the two between whom the talks were, or the treaty, of which a verb tells what
// became: "the talks collapsed", "the treaty between Chad and Niger took effect".
func (w *Worker) atTalks(sent int, m *codebook.Match) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	p := s.Predicate(m.Tok)
	if p == nil || m.Event != "REJECT" && m.Event != "CONSULT" && m.Event != "COOPERATE" {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return nil
	}
	if k := w.cover.Headed(refOf(sent, a.Tok)); k >= 0 && len(w.doc.Mentions[k].Members) == 2 {
		return w.addMention(nil, k)
	}
	for _, pr := range [...]*doc.Predicate{p, s.Predicate(a.Tok)} {
		if pr == nil {
			continue
		}
		var who []nuncio.Party
		for _, x := range pr.Args {
			if x.Role == doc.Obl && x.Case == "between" {
				who = append(who, w.slotParties(sent, []int{x.Tok}, true, true)...)
			}
		}
		if len(who) > 0 {
			return who
		}
	}
	if who := w.slotParties(sent, w.ownersOf(sent, a.Tok), false, true); len(who) > 0 || m.Event != "COOPERATE" {
		return who
	}
	for i := len(w.deeds) - 1; w.definite(s, []int{m.Tok, a.Tok}) && i >= 0 && sent-w.deeds[i].at.Sent <= answerReach; i-- {
		if e := &w.deeds[i].event; e.CAMEO == "057" && e.Reciprocal { // "the treaty" that was signed
			return slices.Concat(e.Actor, e.Recipient)
		}
	}
	return nil
}

// boundBy are the two who act under, or in, what is signed by nobody named: "under a treaty
// signed in Lima, Chad and Niger will share the water".
func (w *Worker) boundBy(sent int, m *codebook.Match) []nuncio.Party {
	s := &w.doc.Sentences[sent]
	t := &s.Tokens[m.Tok]
	if m.Event != "SUPPORT" || m.CAMEO != "057" || !doc.IsRel(t.Deprel, "acl") || t.Head < 0 || !doc.IsRel(s.Tokens[t.Head].Deprel, "obl") {
		return nil
	}
	switch w.prep(refOf(sent, t.Head)) {
	case "under", "in", "by":
	default:
		return nil
	}
	p := s.Predicate(s.Tokens[t.Head].Head)
	if p == nil {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return nil
	}
	toks := []int{a.Tok}
	for c := range s.Children(a.Tok) {
		if s.Tokens[c].Deprel == "conj" {
			toks = append(toks, c)
		}
	}
	who := w.slotParties(sent, toks, false, false)
	if len(who) != 2 || w.sameSide(who[:1], who[1:]) {
		return nil
	}
	return who
}

// talkedBefore are the two who were just told to have talked or visited each other, where
// agreement is reached by nobody named: "emerged from talks with Berg and said that an
// agreement had been reached", "a visit during which six agreements will be signed".
func (w *Worker) talkedBefore(sent int, m *codebook.Match) []nuncio.Party {
	if m.Event != "SUPPORT" || m.CAMEO != "057" {
		return nil
	}
	for i := len(w.deeds) - 1; i >= 0 && sent-w.deeds[i].at.Sent <= 1; i-- {
		if e := &w.deeds[i].event; e.Event == "CONSULT" && e.Status != nuncio.Negated && e.In == in(w.doc.Sentences[sent].Part) && len(e.Actor) == 1 && len(e.Recipient) == 1 && !w.sameSide(e.Actor, e.Recipient) {
			return slices.Concat(e.Actor, e.Recipient)
		}
	}
	return nil
}

// ownersOf are the words that say whose a noun is and with whom: "Chad's treaty with Niger".
func (w *Worker) ownersOf(sent, noun int) []int {
	p := w.doc.Sentences[sent].Predicate(noun)
	if p == nil {
		return nil
	}
	var own, with []int
	for _, a := range p.Args {
		switch {
		case a.Role == doc.Poss, a.Role == doc.Mod:
			own = append(own, a.Tok)
		case a.Role == doc.Obl && a.Case == "with":
			with = append(with, a.Tok)
		}
	}
	return append(own, with...)
}

// announced is who does what a government says will be done.
func (w *Worker) announced(chain []nuncio.Link, sent int) []nuncio.Party {
	if len(chain) == 0 || chain[0].Kind != nuncio.LinkGovernment && chain[0].Kind != nuncio.LinkOfficial {
		return nil
	}
	i := w.entity(chain[0].Entity)
	if i < 0 || w.doc.Entities[i].Country == "" {
		return nil
	}
	if mn := w.mentionIn(sent, i); mn != nil {
		return w.addParty(nil, i, mn)
	}
	return nil
}

// ownWork is who did what a state's ministry, police or army tells of in the passive, to
// foreigners or to those who fight it: their own side ("Iran's police said that two Chadian
// agents had been arrested"). What was done elsewhere, or in an attack of the others, is not.
func (w *Worker) ownWork(a *draft) []nuncio.Party {
	m := a.m
	if len(a.chain) == 0 || len(a.recipient) == 0 || a.s.Tokens[m.Tok].UPOS != "VERB" || m.Event != "COERCE" && m.Event != "SANCTION" && m.Event != "ASSAULT" {
		return nil
	}
	k := w.entity(a.chain[0].Entity)
	if k < 0 || w.doc.Entities[k].Country == "" {
		return nil
	}
	e := &w.doc.Entities[k]
	by := nuncio.Party{Entity: e.ID, Country: e.Country, Sector: e.Sector}
	if !ofState(&by) {
		return nil
	}
	fight := m.Event == "ASSAULT"
	for i := range a.recipient {
		p := &a.recipient[i]
		foreign := p.Country != "" && p.Country != e.Country
		if armed := p.Sector == "REB" || foreign && (p.Sector == "MIL" || p.Entity == p.Country && m.Mode == "aerial"); fight && !armed || !armed && !foreign {
			return nil
		}
	}
	if fight && (e.Sector != "MIL" && e.Sector != "COP" && !w.ofArms(e.Name) && e.Kind != nuncio.KindState || w.deedUnder(a.at.Sent, m.Tok, "in", "by") >= 0) {
		return nil
	}
	if w.where != nil {
		if place := w.where.ForEvent(&w.doc, a.at); place != nil && place.Country != "" && place.Country != e.Country && !fight {
			return nil
		}
	}
	if mn := w.mentionIn(a.at.Sent, k); mn != nil {
		return w.addParty(nil, k, mn)
	}
	return nil
}

// jailer is the state in whose prison a foreigner is held, or in which he was arrested, where
// nobody is named who did it: "three Chadians are held in a Libyan jail", "a Chadian was arrested
// in Tripoli".
func (w *Worker) jailer(a *draft) []nuncio.Party {
	if a.m.Event != "COERCE" || a.m.Mode != "arrest" || a.s.Tokens[a.m.Tok].UPOS != "VERB" || len(a.recipient) == 0 {
		return nil
	}
	for i := range a.recipient {
		if a.recipient[i].Country == "" {
			return nil
		}
	}
	p := a.s.Predicate(a.m.Tok)
	if p == nil {
		return nil
	}
	var there []nuncio.Party
	if place := w.saidWhere(a); place != nil {
		there = append(there, *place)
	}
	for _, x := range p.Args {
		if x.Role != doc.Obl || x.Case != "in" && x.Case != "at" {
			continue
		}
		if who := w.slotParties(a.at.Sent, []int{x.Tok}, w.Codebook.Among("prisons", a.s.Tokens[x.Tok].Lemma), true); len(who) == 1 {
			there = append(there, who[0])
		}
	}
	for k := range there {
		who := there[k : k+1]
		if who[0].Country == "" || w.kinOf(who, a.recipient) || w.kinOf(a.recipient, who) {
			continue
		}
		if state, ok := w.Catalogue.State(who[0].Country); ok {
			out := nuncio.Party{Entity: state.ID, Name: state.Name, Text: who[0].Text, Span: who[0].Span, Country: state.ID, Sector: state.Sector}
			out.Code = code(&out)
			return []nuncio.Party{out}
		}
	}
	return nil
}

// onlyPlace is a place of a sentence, all of whose places lie in one state.
func (w *Worker) onlyPlace(sent int) *nuncio.Where {
	var out *nuncio.Where
	for i := range w.doc.Places {
		p := &w.doc.Places[i]
		if p.Sent != sent || p.Country == "" {
			continue
		}
		if out != nil && out.Country != p.Country {
			return nil
		}
		out = &p.Where
	}
	return out
}

// expeller is the state out of which foreigners are sent, where nobody is named who sends them:
// "were told to leave Norway", "was expelled from Chad".
func (w *Worker) expeller(a *draft) []nuncio.Party {
	m := a.m
	p := a.s.Predicate(m.Tok)
	if p == nil || m.Mode != "expel" && m.Mode != "deport" || len(a.recipient) == 0 {
		return nil
	}
	if len(m.Recipient) == 1 && w.prep(refOf(a.at.Sent, m.Recipient[0])) == "from" { // "the envoys were expelled from Chad"
		if sent := w.slotParties(a.at.Sent, w.objects(a.at), false, false); len(sent) > 0 && p.Passive && !w.kinOf(sent, a.recipient) {
			who := a.recipient
			a.recipient = sent
			return who
		}
		return nil
	}
	var out []int
	for _, x := range p.Args {
		switch {
		case x.Role == doc.Obl && x.Case == "from":
			out = append(out, x.Tok)
		case x.Role == doc.Comp:
			if w.Codebook.Among("leaving", a.s.Tokens[x.Tok].Lemma) {
				out = append(out, w.objects(refOf(a.at.Sent, x.Tok))...)
			}
		}
	}
	for _, t := range out {
		who := w.slotParties(a.at.Sent, []int{t}, false, true)
		if len(who) == 1 && who[0].Country != "" && who[0].Entity == who[0].Country && !w.kinOf(a.recipient, who) {
			return who
		}
	}
	return nil
}

// saidWhere is the state in which the words of a deed's own sentence say that it was done.
func (w *Worker) saidWhere(a *draft) *nuncio.Party {
	if w.where == nil {
		return nil
	}
	place := w.where.ForEvent(&w.doc, a.at)
	if place == nil {
		place = w.onlyPlace(a.at.Sent)
	}
	if place == nil || place.Span.Start < a.s.Tokens[0].Start || place.Span.End > a.s.Tokens[len(a.s.Tokens)-1].End {
		return nil
	}
	return &nuncio.Party{Text: place.Text, Span: place.Span, Country: place.Country}
}

// ofArms reports whether a body of state is the one that has the forces: a ministry of defence.
func (w *Worker) ofArms(name string) bool {
	return w.Codebook.Within("defending", strings.ToLower(name))
}

// strayWeapon reports whether the doer of an attack is a weapon that nothing beside it
// says whose it is: "a drone struck", not "a Russian drone struck".
func (w *Worker) strayWeapon(sent int, m *codebook.Match) bool {
	if !w.byWeapon(sent, m) {
		return false
	}
	s := &w.doc.Sentences[sent]
	for c := range s.Children(m.Actor[0]) {
		switch t := &s.Tokens[c]; t.Deprel {
		case "amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "appos", "flat":
			if w.cover.At(doc.Ref{Sent: sent, Tok: c}) >= 0 || t.UPOS == "VERB" || t.UPOS == "PROPN" {
				return false
			}
		}
	}
	return true
}

// byWeapon reports whether a weapon or a deed of arms stands where the doer would
// ("a mortar attack wounded three soldiers"): an attack by somebody not named.
func (w *Worker) byWeapon(sent int, m *codebook.Match) bool {
	if m.Event != "ASSAULT" || len(m.Actor) != 1 {
		return false
	}
	tokens := w.doc.Sentences[sent].Tokens
	if !w.Codebook.Among("instrument", tokens[m.Actor[0]].Lemma) {
		return false
	}
	for i := range tokens {
		if w.Codebook.Among("mishap", tokens[i].Lemma) {
			return false
		}
	}
	return true
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
	c := s.Child(toks[0], "nmod:poss")
	return c >= 0 && s.Tokens[c].UPOS == "PRON" && w.Codebook.Among("hosts", s.Tokens[toks[0]].Lemma)
}

// towardsUnknown reports whether an act is whole though nobody knows the one at
// its other end: aid told with its goods ("flew medicine to the camps"), support
// with its object ("welcomed the step in a statement").
func (w *Worker) towardsUnknown(sent int, m *codebook.Match) bool {
	noun := &w.doc.Sentences[sent].Tokens[m.Recipient[0]]
	if m.Event == "SUPPORT" && !m.Reciprocal && noun.UPOS == "NOUN" && w.Codebook.Among("steps", noun.Lemma) {
		return true
	}
	if len(m.Trigger) < 2 {
		return false
	}
	if m.Event == "AID" {
		return true
	}
	return m.Event == "SUPPORT" && !m.Reciprocal && noun.UPOS == "NOUN"
}

// nowhere reports whether one goes "here", and where that is the report does not say.
func (w *Worker) nowhere(s *doc.Sentence, m *codebook.Match) bool {
	return len(m.Recipient) == 1 && s.Tokens[m.Recipient[0]].Lemma == "here"
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
// in the chain then, not in the event. What it blames or threatens in a commentary is
// an act of its own.
func (w *Worker) onlyReports(at doc.Ref, class string, actor []nuncio.Party) bool {
	if len(actor) > 0 && w.toldByOutlet(at) {
		return true
	}
	for _, p := range actor {
		if i := w.entity(p.Entity); i < 0 || w.doc.Entities[i].Kind != nuncio.KindOutlet {
			return false
		}
	}
	if class == "ACCUSE" || class == "THREATEN" || class == "REQUEST" {
		for _, t := range w.doc.Sentences[at.Sent].Tokens {
			if w.Codebook.Among("commentary", t.Lemma) {
				return false
			}
		}
	}
	if (class == "ACCUSE" || class == "THREATEN") && len(actor) == 1 && w.stateOrgan(at.Sent, &actor[0]) && w.doc.Token(at).UPOS == "VERB" && !w.Codebook.Among("reporting", w.doc.Token(at).Lemma) {
		return false // "Rodong Sinmun accused Peru"
	}
	for i := range w.doc.Attributions {
		if w.doc.Attributions[i].Cue.Has(at) {
			return len(actor) > 0
		}
	}
	return false
}

// stateOrgan reports whether a party is an outlet of a state, and stands in a sentence by its
// name, not by a pronoun, which is seldom an outlet.
func (w *Worker) stateOrgan(sent int, p *nuncio.Party) bool {
	if e := w.Catalogue.Entity(p.Entity); e == nil || w.linkKind(e) != nuncio.LinkStateMedia {
		return false
	}
	for i := range w.doc.Mentions {
		if m := &w.doc.Mentions[i]; m.Sent == sent && m.Kind == doc.Named && w.doc.Span(m.Range) == p.Span {
			return true
		}
	}
	return false
}

// toldByOutlet reports whether a plain verb of saying has an outlet for its source that
// the parties do not know as one: "Russia's state-owned Rossiya channel claimed that".
func (w *Worker) toldByOutlet(at doc.Ref) bool {
	if !w.Codebook.Among("reporting", w.doc.Token(at).Lemma) {
		return false
	}
	for i := range w.doc.Attributions {
		a := &w.doc.Attributions[i]
		if !a.Cue.Has(at) || a.Source.IsZero() || a.Class == voice.Relay { // to whom it was told
			continue
		}
		switch a.Kind {
		case nuncio.LinkNewspaper, nuncio.LinkBroadcaster, nuncio.LinkAgency, nuncio.LinkStateMedia:
			return true
		}
		return false
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

// heldAgainst are the words of the recipient's slot, less an "it" that is what
// somebody said: "denied it", "rejected that".
func (w *Worker) heldAgainst(sent int, m *codebook.Match) []int {
	if m.Event != "REJECT" && m.Event != "STATEMENT" {
		return m.Recipient
	}
	for k, t := range m.Recipient {
		u := &w.doc.Sentences[sent].Tokens[t]
		if m.Rule.ID == denyClaim && m.Content >= 0 && w.doc.Sentences[sent].Dominates(m.Content, t) {
			return append(m.Recipient[:k:k], m.Recipient[k+1:]...) // whom a denied report is about
		}
		if u.Deprel == "obj" && (u.Lemma == "it" || u.Lemma == "this" || u.Lemma == "that") {
			return append(m.Recipient[:k:k], m.Recipient[k+1:]...)
		}
	}
	return m.Recipient
}

// ownObject reports whether a pronoun was taken for the very party that stands by its
// noun at the other end of the same act: then it is somebody else's.
func (w *Worker) ownObject(sent int, m *codebook.Match, actor, toward []nuncio.Party) bool {
	if len(actor) != 1 || len(toward) != 1 || actor[0].Entity != toward[0].Entity || len(m.Actor) == 0 || len(m.Recipient) == 0 || m.Reciprocal {
		return false
	}
	tokens := w.doc.Sentences[sent].Tokens
	if a := &tokens[m.Actor[0]]; a.UPOS != "PRON" || a.Feat("PronType", "Rel") {
		return false
	}
	k := w.cover.Headed(doc.Ref{Sent: sent, Tok: m.Recipient[0]})
	u := tokens[m.Recipient[0]].UPOS
	return k >= 0 && w.doc.Mentions[k].Kind != doc.Pronoun && (u == "NOUN" || u == "PROPN")
}
