package coder

import (
	"slices"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// sceneSentences is how many sentences back the scene of an act reaches, in which the
// one at its other end may have been named.
const sceneSentences = 2

// outrageReach is how many sentences back a condemned deed may lie.
const outrageReach = 6

// implicit is the recipient of an act of speech or of aid that its rule found no
// words for: one whom the verb addresses all the same, the doer of the deed that is
// condemned, or the other side of the scene.
func (w *Worker) implicit(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	if !spoken(m.Event) && m.Event != "AID" && m.Event != "CONCEDE" || m.Event == "STATEMENT" {
		return nil
	}
	if who := w.beheld(at, m, actor); len(who) > 0 {
		return who
	}
	if _, victims := w.blamed(at, m); !victims && w.someone(at.Sent, m.Recipient) && len(w.notPress(at.Sent, m, w.slotParties(at.Sent, m.Recipient, false, false))) > 0 {
		return nil
	}
	switch m.Event {
	case "ACCUSE":
		if who := w.ownerOfSubject(at, m); len(who) > 0 {
			return notOwn(without(who, actor), actor)
		}
		if who := w.culprit(at, m, actor); len(who) > 0 {
			return who
		}
		if m.Content >= 0 {
			if who := w.pronounDoer(at.Sent, m.Content, actor); len(who) > 0 {
				return who
			}
		}
		for _, t := range m.Recipient {
			if l := w.doc.Sentences[at.Sent].Tokens[t].Lemma; w.Codebook.Among("asking", l) || w.Codebook.Among("claim", l) { // "called the demand absurd"
				return w.opponent(at, actor, answered)
			}
		}
		return nil
	case "REJECT":
		if who := notOwn(without(w.conditioned(at, m, actor), actor), actor); len(who) > 0 {
			return who // "will not talk unless Lima pays"
		}
		if who := w.concerned(at, m, actor); len(who) > 0 {
			return who
		}
		return w.opponent(at, actor, answered)
	case "THREATEN":
		if who := notOwn(without(w.whose(at), actor), actor); len(who) > 0 {
			return who
		}
		if who := w.conditioned(at, m, actor); len(who) > 0 {
			return who
		}
		if who := notOwn(without(w.undergoer(at.Sent, m.Content), actor), actor); len(who) > 0 {
			return who
		}
		return w.opponent(at, actor, func(e *nuncio.Event) bool {
			return answered(e) || e.Event == "SANCTION" || e.Event == "ASSAULT" || e.Event == "COERCE"
		})
	case "AID":
		if who := notOwn(without(w.reached(at), actor), actor); len(who) > 0 {
			return who
		}
		return w.needy(at, actor)
	}
	return nil
}

// ownerOfSubject is whose deed or step is called a wrong: "[Chad's] decision was a
// provocation", "the [Israeli] raid violated the truce", "[Chad's] decision drew protests from
// Niger".
func (w *Worker) ownerOfSubject(at doc.Ref, m *codebook.Match) []nuncio.Party {
	for _, t := range m.Trigger {
		p := w.doc.Sentences[at.Sent].Predicate(t)
		if p == nil {
			continue
		}
		if a, ok := p.Arg(doc.Subj); ok {
			if w.doc.Sentences[at.Sent].Tokens[a.Tok].UPOS != "NOUN" || !m.Unacted && (t != m.Tok || p.Passive || len(m.Actor) == 0 || slices.Contains(m.Actor, a.Tok) || m.Actor[0] < a.Tok) {
				return nil
			}
			return w.slotParties(at.Sent, []int{a.Tok}, true, false)
		}
	}
	return nil
}

// conditioned is on whose doing a threat hangs: "said they would march unless the
// president stepped down".
func (w *Worker) conditioned(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	for v := range s.Tokens {
		if t := &s.Tokens[v]; t.Head < 0 || !doc.IsRel(t.Deprel, "advcl") || t.Head != at.Tok && t.Head != m.Content {
			continue
		}
		c := s.Child(v, "mark")
		if c < 0 || s.Tokens[c].Lemma != "if" && s.Tokens[c].Lemma != "unless" && s.Tokens[c].Lemma != "until" {
			continue
		}
		if who := notOwn(without(w.doerOf(at.Sent, v), actor), actor); len(who) > 0 && !w.sameSide(who, actor) {
			return who
		}
	}
	return nil
}

// concerned is the one abroad whom what is refused has to do with: whose it is, or whom
// it would be done with: "would not ratify [Sweden's accession]", "ruled out mediation in
// its dispute [with Peru]".
func (w *Worker) concerned(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	if len(actor) == 0 || actor[0].Country == "" || m.Rule.ID == "reject/deny-claim" {
		return nil
	}
	s := &w.doc.Sentences[at.Sent]
	p := s.Predicate(at.Tok)
	if m.Content >= 0 {
		p = s.Predicate(m.Content)
	}
	if p == nil {
		return nil
	}
	var level, below []int
	for _, a := range p.Args {
		if a.Role == doc.Obj && (a.Origin == doc.Own || a.Tok > p.Tok) {
			level = append(level, a.Tok)
		}
	}
	for depth := 0; depth < 3 && len(level) > 0; depth++ {
		below = below[:0:0]
		for _, n := range level {
			for c := range s.Children(n) {
				if !w.belonging(at.Sent, c) {
					continue
				}
				who := notOwn(without(w.slotParties(at.Sent, []int{c}, false, false), actor), actor)
				if len(who) > 0 && who[0].Country != "" && who[0].Country != actor[0].Country {
					return who
				}
				below = append(below, c)
			}
		}
		level = below
	}
	return nil
}

// belonging reports whether a word says whose a thing is or with whom it is shared.
func (w *Worker) belonging(sent, tok int) bool {
	switch d := w.doc.Sentences[sent].Tokens[tok].Deprel; {
	case d == "nmod:poss", d == "amod", d == "compound":
		return true
	case doc.IsRel(d, "nmod"):
		switch w.prep(refOf(sent, tok)) {
		case "of", "by", "with", "from", "to", "for", "between", "in":
			return true
		}
	}
	return false
}

// undergoer is to whom a passive says that something will be done: "warned that [smugglers]
// would be shot".
func (w *Worker) undergoer(sent, content int) []nuncio.Party {
	if content < 0 {
		return nil
	}
	p := w.doc.Sentences[sent].Predicate(content)
	if p == nil || !p.Passive {
		return nil
	}
	if a, ok := p.Arg(doc.Obj); ok {
		return w.slotParties(sent, []int{a.Tok}, false, false)
	}
	return nil
}

// answered reports whether an act is one that a refusal may answer.
func answered(e *nuncio.Event) bool {
	return e.Event == "REQUEST" || e.Event == "ACCUSE" || e.Event == "AGREE" || e.Event == "THREATEN"
}

// beheld is the party that a verb, or the object of it, is joined to by "to", "for",
// "with" or "against" and that no slot of the rule took.
func (w *Worker) beheld(at doc.Ref, m *codebook.Match, actor []nuncio.Party) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	p := s.Predicate(at.Tok)
	if p == nil {
		return nil
	}
	taken := func(t int) bool {
		for _, list := range [][]int{m.Actor, m.Recipient, m.Via, m.Place} {
			for _, x := range list {
				if x == t {
					return true
				}
			}
		}
		return false
	}
	try := func(a doc.Arg) []nuncio.Party {
		if taken(a.Tok) {
			return nil
		}
		return without(notOwn(w.slotParties(at.Sent, []int{a.Tok}, false, false), actor), actor)
	}
	for _, a := range p.Args {
		if a.Role == doc.IObj || a.Role == doc.Obl && (a.Case == "to" || a.Case == "against") {
			if who := try(a); len(who) > 0 {
				return who
			}
		}
	}
	if m.Event == "AGREE" {
		if who := w.promisedTo(at.Sent, p, try); len(who) > 0 {
			return who
		}
	}
	obj, ok := p.Arg(doc.Obj)
	if !ok {
		return nil
	}
	if who := w.joinedTo(at.Sent, obj.Tok, try); len(who) > 0 {
		return who
	}
	return notOwn(without(w.givenTo(at, actor), actor), actor)
}

// objects are the direct objects of a verb.
func (w *Worker) objects(at doc.Ref) []int {
	p := w.doc.Sentences[at.Sent].Predicate(at.Tok)
	if p == nil {
		return nil
	}
	var out []int
	for _, a := range p.Args {
		if a.Role == doc.Obj {
			out = append(out, a.Tok)
		}
	}
	return out
}

// kinOf reports whether some party of one list is of the country of the other's first.
func (w *Worker) kinOf(a, b []nuncio.Party) bool {
	return len(b) > 0 && ofCountry(a, b[0].Country)
}

// notPress leaves out the journalists to whom something is told: they are not whom it
// is about.
func (w *Worker) notPress(sent int, m *codebook.Match, list []nuncio.Party) []nuncio.Party {
	if !w.Codebook.Among("telling", w.doc.Sentences[sent].Tokens[m.Tok].Lemma) {
		return list
	}
	out := list[:0:0]
	for _, p := range list {
		if p.Sector != "JRN" {
			out = append(out, p)
		}
	}
	return out
}

// someone reports whether a slot holds a noun that stands for people or a body, known
// or not: then nobody else is meant. A thing ("rejected the idea") leaves it open.
func (w *Worker) someone(sent int, toks []int) bool {
	for _, t := range toks {
		switch w.doc.Sentences[sent].Tokens[t].UPOS {
		case "PROPN":
			return true
		case "NOUN":
			if w.cover.Headed(doc.Ref{Sent: sent, Tok: t}) >= 0 {
				return true
			}
		}
	}
	return false
}

// whose is the party of whose a relative clause speaks: "the firm, whose licence she
// threatened to revoke".
func (w *Worker) whose(at doc.Ref) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	t := &s.Tokens[at.Tok]
	if t.Deprel != "acl:relcl" || t.Head < 0 {
		return nil
	}
	first, _ := s.Subtree(at.Tok)
	for k := first; k < at.Tok; k++ {
		if s.Tokens[k].Form == "whose" || s.Tokens[k].Form == "whom" {
			return w.slotParties(at.Sent, []int{t.Head}, false, false)
		}
	}
	return nil
}

// opponent is the other side of the last act of a sort, shortly before, that the actor's
// side had a part in.
func (w *Worker) opponent(at doc.Ref, actor []nuncio.Party, sort func(e *nuncio.Event) bool) []nuncio.Party {
	part := in(w.doc.Sentences[at.Sent].Part)
	for i := len(w.deeds) - 1; i >= 0 && at.Sent-w.deeds[i].at.Sent <= sceneSentences; i-- {
		e := &w.deeds[i].event
		if e.In != part || w.deeds[i].at == at || !sort(e) || len(e.Actor) == 0 || len(e.Recipient) == 0 {
			continue
		}
		switch ours, theirs := w.sameSide(e.Actor, actor), w.sameSide(e.Recipient, actor); {
		case ours == theirs:
		case theirs:
			return e.Actor
		default:
			return e.Recipient
		}
	}
	return nil
}

// reached is the land in which what carries aid arrives: "a plane carrying tents landed in
// [Amman]".
func (w *Worker) reached(at doc.Ref) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	t := &s.Tokens[at.Tok]
	if !doc.IsRel(t.Deprel, "acl") || t.Head < 0 {
		return nil
	}
	n := &s.Tokens[t.Head]
	if n.Deprel != "nsubj" || n.Head < 0 {
		return nil
	}
	p := s.Predicate(n.Head)
	if p == nil {
		return nil
	}
	for _, a := range p.Args {
		if a.Role == doc.Obj || a.Role == doc.Obl && (a.Case == "in" || a.Case == "at" || a.Case == "to" || a.Case == "into" || a.Case == "for") {
			if who := w.slotParties(at.Sent, []int{a.Tok}, false, true); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// needy is the state that aid without an address goes to: that of the scene, or of the
// official last named there, if it is another than the giver's.
func (w *Worker) needy(at doc.Ref, actor []nuncio.Party) []nuncio.Party {
	if len(actor) == 0 || actor[0].Country == "" {
		return nil
	}
	for k := len(w.doc.Mentions) - 1; k >= 0; k-- {
		mn := &w.doc.Mentions[k]
		if mn.Sent >= at.Sent || mn.Entity < 0 || mn.Kind == doc.Pronoun {
			continue
		}
		if at.Sent-mn.Sent > sceneSentences || w.doc.Sentences[mn.Sent].Part != w.doc.Sentences[at.Sent].Part {
			break
		}
		e := &w.doc.Entities[mn.Entity]
		official := e.Kind == nuncio.KindPerson && e.Sector == "GOV"
		if e.Kind != nuncio.KindState && !official || e.Country == actor[0].Country || mn.Place || mn.Kind != doc.Named || w.doc.Sentences[mn.Sent].Tokens[mn.Head].Deprel == "amod" {
			continue
		}
		if official {
			if s, ok := w.Catalogue.State(e.Country); ok {
				p := nuncio.Party{Entity: s.ID, Name: s.Name, Text: w.doc.Words(mn.Range), Span: w.doc.Span(mn.Range), Country: s.ID, Sector: s.Sector}
				p.Code = code(&p)
				return []nuncio.Party{p}
			}
			continue
		}
		return w.addParty(nil, mn.Entity, mn)
	}
	return nil
}

// sameSide reports whether some party of one list is, or belongs to, one of the other:
// two that act for one state are of one side, a government and its rebels are not.
func (w *Worker) sameSide(a, b []nuncio.Party) bool {
	for i := range a {
		for k := range b {
			if a[i].Entity == b[k].Entity || w.Catalogue.Same(a[i].Entity, b[k].Entity, w.doc.Report.Published) ||
				a[i].Country != "" && a[i].Country == b[k].Country && ofState(&a[i]) == ofState(&b[k]) && (ofState(&a[i]) || a[i].Sector == b[k].Sector) {
				return true
			}
		}
	}
	return false
}

// ofState reports whether a party is a state or one of its organs and forces.
func ofState(p *nuncio.Party) bool {
	switch p.Sector {
	case "GOV", "MIL", "COP", "LEG", "JUD", "SPY":
		return true
	}
	return p.Entity == p.Country
}
