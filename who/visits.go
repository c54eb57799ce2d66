package who

import (
	"nuncio"
	"nuncio/doc"
)

// visitor links "the guest" and "the host" to who came, or was at home, where the report told
// of a visit; else to the person last named who is not, or is, of the state that the report is
// about; "her guest" to the one last named who is of another state than she.
func (r *Resolver) visitor(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	country := r.countryBeside(m)
	noun := lower(s.Tokens[m.Head].Lemma)
	guest := noun == "guest" || noun == "visitor"
	owner := r.ownerOf(i)
	other := owner >= 0 && (noun == "colleague" || noun == "counterpart" || noun == "companion") && d.Entities[owner].Kind == nuncio.KindPerson
	if !guest && !other && noun != "host" && noun != "interlocutor" || described(s, m) {
		return false
	}
	another := m.Head > 0 && lower(s.Tokens[m.Head-1].Form) == "other"
	if (guest || noun == "host") && !another && r.ofVisit(i, guest, country) {
		return true
	}
	if noun == "host" && owner < 0 && country == "" && r.hostOf(i) {
		return true
	}
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= reach; k-- {
		c := &d.Mentions[k]
		if c.Kind == doc.Pronoun || c.Entity < 0 || c.Sent == m.Sent || d.Entities[c.Entity].Kind != nuncio.KindPerson || d.Entities[c.Entity].Country == "" || d.Entities[c.Entity].Inferred && c.Kind == doc.Nominal || d.Entities[c.Entity].Sector == "JRN" {
			continue
		}
		if country != "" && d.Entities[c.Entity].Country != country || r.deepSubject(m, c.Entity) {
			continue // "the Tanzanian promised the visitor money": not to himself
		}
		e := &d.Entities[c.Entity]
		right := c.Kind == doc.Named && (e.Country != r.home) == guest
		if owner >= 0 {
			right = c.Entity != owner && e.Country != d.Entities[owner].Country
		}
		if guest && another {
			right = c.Kind == doc.Named // "his host's other guest": the one beside him
		}
		if right {
			m.Entity, m.Link, m.Reason = c.Entity, k, "the "+noun+": the person last named who is of the right side"
			return true
		}
	}
	return owner >= 0 && (guest || noun == "host") && country == "" && r.metBefore(i, owner)
}

// metBefore links "his guest" to the one whom the owner met just before, be he of the same state.
func (r *Resolver) metBefore(i, owner int) bool {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= 1; k-- {
		c := &d.Mentions[k]
		two := r.metBy(c)
		if c.Sent == m.Sent || len(two) != 2 || two[0] != owner && two[1] != owner {
			continue
		}
		other := two[0]
		if other == owner {
			other = two[1]
		}
		if d.Entities[other].Kind == nuncio.KindPerson {
			m.Entity, m.Link, m.Reason = other, k, "the one whom he met before"
			return true
		}
	}
	return false
}

// ofVisit links "the visitor" to the person of whom a sentence before told that he came to
// another state, and "the host" to the person of that state named last, else to the state.
func (r *Resolver) ofVisit(i int, guest bool, country string) bool {
	d := r.d
	m := &d.Mentions[i]
	came, state := r.visit(i)
	if came < 0 {
		return false
	}
	who := d.Mentions[came].Entity
	if guest {
		if country != "" && d.Entities[who].Country != country || r.deepSubject(m, who) {
			return false
		}
		m.Entity, m.Link, m.Reason = who, came, "the one who came, as was told before"
		return true
	}
	if state == "" || country != "" && country != state {
		return false
	}
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= visitReach; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			continue
		}
		if e := &d.Entities[c.Entity]; e.Kind == nuncio.KindPerson && e.Country == state && ofState(e.Sector) && !r.deepSubject(m, c.Entity) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "the one of the state that the guest came to"
			return true
		}
	}
	if x := r.stateEntity(state); x >= 0 && !r.opposite(m, x) {
		m.Entity, m.Link, m.Reason = x, came, "the state that the guest came to"
		return true
	}
	return false
}

// visit finds, in the sentences before mention i, the person last told to have come to another
// state than his own, and that state; -1 for none.
func (r *Resolver) visit(i int) (came int, state string) {
	d := r.d
	m := &d.Mentions[i]
	for n := m.Sent - 1; n >= max(0, m.Sent-visitReach) && d.Sentences[n].Part == d.Sentences[m.Sent].Part; n-- {
		s := &d.Sentences[n]
		for k := len(s.Predicates) - 1; k >= 0; k-- {
			p := &s.Predicates[k]
			lemma := s.Tokens[p.Tok].Lemma
			if p.Kind != doc.Verbal || p.Passive || !r.words.has(lemma, useMotion) || r.words.has(lemma, useExile) {
				continue
			}
			a, ok := p.Arg(doc.Subj)
			if !ok {
				continue
			}
			c := r.cover.Headed(doc.Ref{Sent: n, Tok: a.Tok})
			if c < 0 || d.Mentions[c].Entity < 0 || d.Entities[d.Mentions[c].Entity].Kind != nuncio.KindPerson {
				continue
			}
			own := d.Entities[d.Mentions[c].Entity].Country
			for _, to := range p.Args {
				switch {
				case to.Role == doc.Obl && (to.Case == "to" || to.Case == "in" || to.Case == "at" || to.Case == "into" || to.Case == "for"):
				case to.Role == doc.Obj && lemma != "leave" && r.words.has(lemma, useReach):
				default:
					continue
				}
				x := r.cover.Headed(doc.Ref{Sent: n, Tok: to.Tok})
				if x < 0 || d.Mentions[x].Entity < 0 {
					continue
				}
				at := r.ifState(d.Entities[d.Mentions[x].Entity].Country)
				if at == "" && d.Mentions[x].Place { // a town whose state is not known yet
					return c, ""
				}
				if at != "" && own != "" && at != own && (d.Mentions[x].Place || d.Entities[d.Mentions[x].Entity].Kind == nuncio.KindState) {
					return c, at
				}
			}
		}
	}
	return -1, ""
}

// hosts links "his hosts" to the state where the guest is: the place last spoken of that
// is another state's than his, or the capital that is called by its state's demonym.
func (r *Resolver) hosts(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if s.Tokens[m.Head].Lemma != "host" || s.Tokens[m.Head].XPOS != "NNS" {
		return false
	}
	owner := r.ownerOf(i)
	if owner < 0 || d.Entities[owner].Country == "" {
		return false
	}
	if came, state := r.visit(i); came >= 0 && state != "" && d.Entities[d.Mentions[came].Entity].Country == d.Entities[owner].Country {
		if x := r.stateEntity(state); x >= 0 {
			m.Entity, m.Link, m.Reason = x, came, "the state that the guest came to"
			return true
		}
	}
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= plainReach; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Kind != doc.Named || d.Sentences[c.Sent].Part != s.Part {
			continue
		}
		e := &d.Entities[c.Entity]
		if e.Country == d.Entities[owner].Country || r.ifState(e.Country) == "" || !c.Place && !r.capitalOf(c) {
			continue
		}
		if x := r.stateEntity(e.Country); x >= 0 {
			m.Entity, m.Link, m.Reason = x, k, "the state where the guest is"
			return true
		}
	}
	return false
}

// capitalOf reports whether a demonym tells whose capital is spoken of: "the Pakistani
// capital".
func (r *Resolver) capitalOf(c *doc.Mention) bool {
	s := &r.d.Sentences[c.Sent]
	h := s.Tokens[c.Head].Head
	return c.Reason == modifierReason && h >= 0 && s.Tokens[h].Lemma == "capital"
}

// hostOf links "the host" to the person of the state where they met: "met in Kampala,
// where the host …".
func (r *Resolver) hostOf(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	country := ""
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= 1; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			continue
		}
		e := &d.Entities[c.Entity]
		if country == "" && c.Place {
			country = e.Country
		}
		if country != "" && c.Kind == doc.Named && e.Kind == nuncio.KindPerson && e.Country == country {
			m.Entity, m.Link, m.Reason = c.Entity, k, "the one of the state where they met"
			return true
		}
	}
	return false
}
