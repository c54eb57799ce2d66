package who

import (
	"nuncio"
	"nuncio/doc"
)

// The two sides of a civil conflict: a government and those who fight it.

// sideReach is how many sentences back the side that was spoken of before may lie.
const sideReach = 10

// otherSideNoun reports whether a token is "the other side", "the other camp".
func (r *Resolver) otherSideNoun(s *doc.Sentence, k int) bool {
	t := &s.Tokens[k]
	if t.UPOS != "NOUN" || t.XPOS == "NNS" || !r.words.has(t.Lemma, useCamp) {
		return false
	}
	return k > 1 && lower(s.Tokens[k-1].Form) == "other" && lower(s.Tokens[k-2].Form) == "the" && s.Tokens[k-1].Head == k && s.Child(k, "nmod") < 0
}

// otherSide links "the other side" to whoever stands against the one who acted last.
func (r *Resolver) otherSide(i int) {
	d := r.d
	m := &d.Mentions[i]
	m.Reason = "another side than the one that acted, but which is not told"
	one := -1
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= plainReach && d.Sentences[d.Mentions[k].Sent].Part == d.Sentences[m.Sent].Part; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Place || !subjectLike(&d.Sentences[c.Sent], c) || d.Entities[c.Entity].Kind == nuncio.KindOutlet {
			continue
		}
		one = c.Entity
		break
	}
	if one < 0 {
		return
	}
	e := &d.Entities[one]
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= pairReach; k-- {
		two := d.Mentions[k].Members
		if len(two) != 2 {
			continue
		}
		a, b := r.onSide(one, two[0]), r.onSide(one, two[1])
		if a != b {
			m.Link, m.Entity, m.Reason = k, two[1], "the other of the two sides spoken of"
			if b {
				m.Entity = two[0]
			}
			return
		}
	}
	country := e.Country
	if r.ifState(country) == "" {
		country = r.home
	}
	switch {
	case e.Sector == "REB" || e.Sector == "OPP":
		if x := r.stateEntity(country); x >= 0 {
			m.Entity, m.Reason = x, "the government, whom the ones who acted stand against"
		}
	case e.Kind == nuncio.KindState || ofState(e.Sector):
		if x := r.rebelsOf(i, country); x >= 0 {
			m.Entity, m.Reason = x, "those who stand against the government that acted"
		}
	}
}

// onSide reports whether an entity is a side or acts for it.
func (r *Resolver) onSide(entity, side int) bool {
	a, b := &r.d.Entities[entity], &r.d.Entities[side]
	if entity == side {
		return true
	}
	state := func(e *doc.Entity) bool { return e.Kind == nuncio.KindState || ofState(e.Sector) }
	return a.Country != "" && a.Country == b.Country && state(a) == state(b) && (state(a) || a.Sector == b.Sector)
}

// rebelsOf is the movement or group last spoken of that fights a state's government; a
// person of theirs where no body is; -1 for none.
func (r *Resolver) rebelsOf(i int, country string) int {
	d := r.d
	m := &d.Mentions[i]
	person := -1
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= sideReach && d.Sentences[d.Mentions[k].Sent].Part == d.Sentences[m.Sent].Part; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Reason == modifierReason {
			continue
		}
		e := &d.Entities[c.Entity]
		if e.Sector != "REB" || e.Country != country && e.Country != "" {
			continue
		}
		if p := r.partyOf(c.Entity); p >= 0 && r.kinOf(r.parties[p].post.Phrase)&r.words.kin["rebel"] == 0 {
			continue // "gunmen" are no side
		}
		if e.Kind != nuncio.KindPerson {
			return c.Entity
		}
		if person < 0 {
			person = c.Entity
		}
	}
	return person
}

// civilSides makes "both sides" the government and the rebels of the report's own state,
// where it speaks of them at least as much as of any other state.
func (r *Resolver) civilSides(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	if r.home == "" {
		return false
	}
	rebels := r.rebelsOf(i, r.home)
	if rebels < 0 {
		return false
	}
	fighting, abroad := 0, map[string]int{}
	most := 0
	for k := range d.Mentions[:i] {
		c := &d.Mentions[k]
		if post := r.spots[k].post; c.Entity < 0 && post != nil && post.Sector == "REB" { // a noun that has not had its turn
			fighting++
		}
		if c.Entity < 0 || c.Reason == modifierReason || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			continue
		}
		switch e := &d.Entities[c.Entity]; {
		case e.Sector == "REB" && (e.Country == r.home || e.Country == ""):
			fighting++
		case e.Kind == nuncio.KindOutlet || c.Place || e.Country == r.home || r.ifState(e.Country) == "":
		default:
			abroad[e.Country]++
			most = max(most, abroad[e.Country])
		}
	}
	if 2*fighting < most {
		return false
	}
	state := r.stateEntity(r.home)
	if state < 0 || r.opposite(m, state) || r.opposite(m, rebels) {
		return false
	}
	m.Entity, m.Members = -1, []int{state, rebels}
	m.Reason = "collective: the government and those who fight it, " + d.Entities[rebels].Name
	return true
}

// bodiesBefore makes "each side" the two bodies that acted together, or between which
// something was, just before: "Envoys of the army and of the Front met. Each side …".
func (r *Resolver) bodiesBefore(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= plainReach && d.Sentences[d.Mentions[k].Sent].Part == d.Sentences[m.Sent].Part; k-- {
		c := &d.Mentions[k]
		s := &d.Sentences[c.Sent]
		two := c.Members
		if c.Kind == doc.Nominal && c.Entity < 0 && two == nil && c.Reason == "" && r.spots[k].post != nil && s.Tokens[c.Head].XPOS == "NNS" && r.ofBodies(k) {
			two = c.Members
		}
		if two == nil {
			two = r.namedWith(c)
		}
		if first := r.firstOfList(c); len(two) != 2 || !subjectLike(s, c) && !doc.IsRel(s.Tokens[first].Deprel, "nsubj") && lower(prepositionOf(s, first)) != "between" {
			continue
		}
		a, b := &d.Entities[two[0]], &d.Entities[two[1]]
		if !body(a) && !body(b) || a.Kind == nuncio.KindPerson || b.Kind == nuncio.KindPerson || r.opposite(m, two[0]) || r.opposite(m, two[1]) {
			return false
		}
		m.Entity, m.Members, m.Link, m.Reason = -1, two, k, "collective: the two bodies spoken of together before"
		return true
	}
	return false
}

// setAgainst makes "the two sides" a state and a body, one of which did something to, with
// or against the other just before: "Israel accused Hamas of breaking the truce".
func (r *Resolver) setAgainst(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= plainReach && d.Sentences[d.Mentions[k].Sent].Part == d.Sentences[m.Sent].Part; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Place || d.Mentions[k].Sent == m.Sent {
			continue
		}
		o := r.acter(k)
		if o < 0 {
			continue
		}
		two := []int{d.Mentions[o].Entity, c.Entity}
		a, b := &d.Entities[two[0]], &d.Entities[two[1]]
		if a.Kind == nuncio.KindState && fights(b) || fights(a) && b.Kind == nuncio.KindState || a != b && fights(a) && fights(b) {
			m.Entity, m.Members, m.Link, m.Reason = -1, two, k, "collective: two of whom one was set against the other before"
			return true
		}
	}
	return false
}

// fights reports whether an entity is a body that may stand against a state.
func fights(e *doc.Entity) bool {
	return body(e) && (e.Sector == "REB" || e.Sector == "OPP" || e.Sector == "PTY")
}

// acter is the mention that is the subject of the verb whose object, or whose phrase of
// "with" or "against", another is; -1 for none.
func (r *Resolver) acter(k int) int {
	c := &r.d.Mentions[k]
	s := &r.d.Sentences[c.Sent]
	t := &s.Tokens[c.Head]
	if t.Head < 0 || t.Deprel != "obj" && (t.Deprel != "obl" || lower(prepositionOf(s, c.Head)) != "with" && lower(prepositionOf(s, c.Head)) != "against") {
		return -1
	}
	subj := s.Child(t.Head, "nsubj")
	if subj < 0 {
		return -1
	}
	o := r.cover.Headed(doc.Ref{Sent: c.Sent, Tok: subj})
	if o < 0 || r.d.Mentions[o].Entity < 0 || r.d.Mentions[o].Entity == c.Entity || r.d.Mentions[o].Place {
		return -1
	}
	return o
}

// samePair makes "the two delegations" those whom a word for two sides stood for before,
// unless they are states, of which others may be spoken of since.
func (r *Resolver) samePair(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= pairReach && d.Sentences[d.Mentions[k].Sent].Part == d.Sentences[m.Sent].Part; k-- {
		c := &d.Mentions[k]
		if len(c.Members) != 2 || !r.spots[k].isPair {
			continue
		}
		a, b := &d.Entities[c.Members[0]], &d.Entities[c.Members[1]]
		if !body(a) && !body(b) || r.opposite(m, c.Members[0]) || r.opposite(m, c.Members[1]) {
			return false
		}
		m.Entity, m.Members, m.Link, m.Reason = -1, c.Members, k, "collective: the two sides spoken of before"
		return true
	}
	return false
}

// body reports whether an entity is a body that is no state.
func body(e *doc.Entity) bool {
	return e.Kind == nuncio.KindOrganization && e.Sector != "IGO" || e.Kind == nuncio.KindGroup
}

// firstOfList is the first of the coordination in which a mention stands.
func (r *Resolver) firstOfList(c *doc.Mention) int {
	t := r.d.Sentences[c.Sent].Tokens
	first := c.Head
	for n := 0; t[first].Deprel == "conj" && t[first].Head >= 0 && n < len(t); n++ {
		first = t[first].Head
	}
	return first
}
