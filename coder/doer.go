package coder

import (
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
