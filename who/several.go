package who

import (
	"slices"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// listed takes the names that a plural stands beside as its members: "the
// ministers, Anna Berg and Jan Hansen,".
func (r *Resolver) listed(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	var members []int
	add := func(t int) {
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: t})
		if k < 0 || d.Mentions[k].Kind != doc.Named || d.Mentions[k].Entity < 0 {
			return
		}
		if e := d.Mentions[k].Entity; d.Entities[e].Kind == nuncio.KindPerson && !slices.Contains(members, e) {
			members = append(members, e)
		}
	}
	for c := range s.Children(m.Head) {
		if rel := s.Tokens[c].Deprel; rel != "appos" && rel != "flat" {
			continue
		}
		add(c)
		for k := range s.Children(c) {
			if s.Tokens[k].Deprel == "conj" {
				add(k)
			}
		}
	}
	if len(members) < 2 {
		return false
	}
	m.Entity, m.Members, m.Reason = -1, members, "the names beside the noun"
	return true
}

// ofSeveral splits a plural that belongs to several states into one party a
// state: "the foreign ministers of Chile and Peru", "Greek and Turkish officers".
// Where the catalogue knows who held the office, it is that person.
func (r *Resolver) ofSeveral(i int) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	p := d.Sentences[m.Sent].Predicate(m.Head)
	if p == nil {
		return false
	}
	var countries []string
	add := func(e int) {
		c := d.Entities[e].Country
		if (d.Entities[e].Kind == nuncio.KindState || d.Entities[e].Kind == nuncio.KindOrganization && c != "") && !slices.Contains(countries, c) {
			countries = append(countries, c)
		}
	}
	for _, a := range p.Args {
		if a.Role != doc.Poss && a.Role != doc.Mod && a.Role != doc.Compound && (a.Role != doc.Obl || a.Case != "of" && a.Case != "from" && (a.Case != "in" || sp.post != &counterpartTitle)) {
			continue
		}
		k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: a.Tok})
		if a.Role == doc.Obl && (k < 0 || k == i) { // "warships of the Chilean and Peruvian navies"
			for _, e := range r.describedBy(m.Sent, a.Tok) {
				add(e)
			}
		}
		if k < 0 || k == i {
			continue
		}
		if d.Mentions[k].Kind == doc.Pronoun && a.Role == doc.Poss { // "their patrols"
			if sp.post == &counterpartTitle {
				continue
			}
			r.refer(k)
			for _, e := range d.Mentions[k].Members {
				if c := d.Entities[e].Country; c != "" && !slices.Contains(countries, c) {
					countries = append(countries, c)
				}
			}
			continue
		}
		if c := &d.Mentions[k]; a.Role == doc.Obl && c.Kind == doc.Nominal && c.Head == a.Tok && c.Entity < 0 && c.Members == nil && c.Reason == "" {
			r.refer(k) // it stands inside the noun's phrase and has not had its turn
		}
		if e := d.Mentions[k].Entity; e >= 0 {
			add(e)
		}
		for _, e := range d.Mentions[k].Members {
			add(e)
		}
	}
	if s := &d.Sentences[m.Sent]; sp.post == &counterpartTitle && len(countries) == 0 && m.End+1 < len(s.Tokens) && s.Tokens[m.End].Form == "in" {
		for k := i + 1; k < len(d.Mentions) && d.Mentions[k].Sent == m.Sent && d.Mentions[k].First <= m.End+1; k++ { // "his counterparts in both capitals", wherever it hangs
			if d.Mentions[k].First == m.End+1 {
				for _, e := range d.Mentions[k].Members {
					add(e)
				}
			}
		}
	}
	if len(countries) < 2 {
		return false
	}
	m.Entity, m.Members = -1, nil
	owner := -1
	if sp.post == &counterpartTitle {
		owner = r.ownerOf(i)
	}
	for _, c := range countries {
		x := -1
		if owner >= 0 && !r.on.IsZero() {
			x, _ = r.sameOffice(owner, c)
		}
		if x < 0 {
			x = r.officeOrGroup(sp, c)
		}
		m.Members = append(m.Members, x)
	}
	m.Reason = "one of each of the states that the noun belongs to"
	return true
}

// describedBy are the states whose a noun is by the words before it.
func (r *Resolver) describedBy(sent, tok int) []int {
	p := r.d.Sentences[sent].Predicate(tok)
	if p == nil {
		return nil
	}
	var states []int
	for _, a := range p.Args {
		if a.Role != doc.Poss && a.Role != doc.Mod && a.Role != doc.Compound {
			continue
		}
		if k := r.cover.Headed(doc.Ref{Sent: sent, Tok: a.Tok}); k >= 0 && r.d.Mentions[k].Entity >= 0 && r.d.Entities[r.d.Mentions[k].Entity].Kind == nuncio.KindState {
			states = append(states, r.d.Mentions[k].Entity)
		}
	}
	return states
}

// ofBodies makes those who stand for two bodies, named side by side, the bodies
// themselves: "envoys of the army and of the Harbour Front", "fighters from both the
// Front and the League".
func (r *Resolver) ofBodies(i int) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	if sp.post.Sector == "CVL" || sp.post.Sector == "OPP" || sp.post.Sector == "JRN" {
		return false // "supporters of" a body are not it
	}
	s := &d.Sentences[m.Sent]
	p := s.Predicate(m.Head)
	if p == nil {
		return false
	}
	var members []int
	for _, a := range p.Args {
		if a.Role != doc.Obl || a.Case != "of" && a.Case != "from" {
			continue
		}
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
		if k < 0 || k == i {
			continue
		}
		if d.Mentions[k].Entity < 0 && d.Mentions[k].Members == nil && d.Mentions[k].Kind == doc.Nominal {
			r.refer(k)
		}
		if post := r.spots[k].post; post != nil && post.Kind == "person" {
			return false // "members of the bureau and secretaries", which are no bodies
		}
		e := d.Mentions[k].Entity
		if e < 0 || slices.Contains(members, e) || d.Mentions[k].Place {
			continue
		}
		switch x := &d.Entities[e]; x.Kind {
		case nuncio.KindOrganization, nuncio.KindState:
			members = append(members, e)
		case nuncio.KindGroup:
			if ofState(x.Sector) || x.Sector == "REB" || x.Sector == "PTY" {
				members = append(members, e)
			}
		}
	}
	if len(members) < 2 {
		return false
	}
	m.Entity, m.Members, m.Reason = -1, members, "those for whom they stand, named side by side"
	return true
}

// sideBySide makes the forces of two states of a name that the catalogue reads as the last
// one's: "Chadian and [Libyan soldiers]", "U.S. and [South Korean forces]".
func (r *Resolver) sideBySide(i int) {
	d := r.d
	m := &d.Mentions[i]
	if m.Kind != doc.Named || m.Entity < 0 {
		return
	}
	e := &d.Entities[m.Entity]
	s := &d.Sentences[m.Sent]
	if e.Kind != nuncio.KindOrganization || e.Country == "" {
		return
	}
	if r.organsBehind(m) || m.First < 2 || s.Tokens[m.End-1].UPOS != "NOUN" || s.Tokens[m.First-1].Lemma != "and" {
		return
	}
	id := r.organID(e.Country, e.ID)
	if id == "" {
		return
	}
	var members []int
	for t := m.First - 1; t >= 0; t-- {
		if w := s.Tokens[t].Lemma; w == "and" || w == "," {
			continue
		}
		k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: t})
		if k < 0 || d.Mentions[k].Entity < 0 {
			break
		}
		x, rel := &d.Entities[d.Mentions[k].Entity], s.Tokens[d.Mentions[k].Head].Deprel
		if x.Kind != nuncio.KindState || x.ID == e.Country || rel != "amod" && rel != "compound" && rel != "conj" && rel != "nmod:poss" {
			break
		}
		o := r.cat.Organ(x.ID, id)
		if o == nil {
			break
		}
		members = append([]int{r.known(o)}, members...)
		t = d.Mentions[k].First
	}
	if len(members) == 0 {
		return
	}
	m.Members, m.Entity, m.Head = append(members, m.Entity), -1, m.End-1 // the tree hangs "Libyan" from "Chadian"
	m.Reason = "one of each of the states that the noun belongs to"
}

// organsBehind makes the forces of several states of a name that the catalogue reads as the
// first one's: "[troops of Mali], Niger and Chad".
func (r *Resolver) organsBehind(m *doc.Mention) bool {
	country := r.d.Entities[m.Entity].Country // entities are added below
	s := &r.d.Sentences[m.Sent]
	id := r.organID(country, r.d.Entities[m.Entity].ID)
	if id == "" || m.End-m.First < 3 || lower(s.Tokens[m.End-2].Form) != "of" && lower(s.Tokens[m.First+1].Form) != "of" {
		return false
	}
	members := []int{m.Entity}
	for c := range s.Children(m.End - 1) {
		if s.Tokens[c].Deprel != "conj" {
			continue
		}
		k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: c})
		if k < 0 || r.d.Mentions[k].Entity < 0 {
			continue
		}
		x := &r.d.Entities[r.d.Mentions[k].Entity]
		if x.Kind != nuncio.KindState || x.ID == country {
			continue
		}
		if o := r.cat.Organ(x.ID, id); o != nil {
			if n := r.known(o); !contains(members, n) {
				members = append(members, n)
			}
		}
	}
	if len(members) < 2 {
		return false
	}
	m.Members, m.Entity = members, -1
	m.Reason = "one of each of the states that the noun belongs to"
	return true
}

// organID is which organ of every state a state's body is, or "".
func (r *Resolver) organID(country, entity string) string {
	for _, id := range r.cat.Organs() {
		if o := r.cat.Organ(country, id); o != nil && o.ID == entity {
			return id
		}
	}
	return ""
}

// officeOrGroup is who held a post for a state on the report's day, else a party
// of that noun and state.
func (r *Resolver) officeOrGroup(sp *spot, country string) int {
	if sp.post.Kind == "person" && !r.on.IsZero() && r.single(sp.post.Office) {
		if roles := r.cat.OfficeHolder(country, sp.post.Office, r.on); len(roles) > 0 {
			if e := r.cat.Entity(roles[0].Person); e != nil {
				return r.known(e)
			}
		}
	}
	if sp.post.Kind == stateKind {
		if e := r.stateEntity(country); e >= 0 {
			return e
		}
	}
	name := sp.post.Phrase
	if s, ok := r.cat.State(country); ok && s.Adjective != "" {
		name = s.Adjective + " " + name
	}
	return r.entity(doc.Entity{Entity: nuncio.Entity{
		ID: "group/" + slug(strings.ToLower(country)+" "+sp.post.Phrase), Kind: nuncio.KindGroup, Name: name, Country: country, Sector: sp.post.Sector,
	}, Plural: true})
}

// homeOffice gives persons with an office but no state the report's own: "Foreign
// Minister Anna Berg" without more is the minister of where the report is at home.
func (r *Resolver) homeOffice() {
	for i := range r.d.Mentions {
		m, sp := &r.d.Mentions[i], &r.spots[i]
		if m.Kind != doc.Named || m.Entity < 0 || sp.post == nil || r.home == "" {
			continue
		}
		e := &r.d.Entities[m.Entity]
		if e.Kind == nuncio.KindPerson && e.Country == "" && e.Role != nil && e.Role.Basis == "text" && sp.post.Office != "" && !r.ownedBeside(i) {
			e.Country = r.home
			if r.toldApart(i) {
				if c := r.homeBut(r.home); c != "" {
					e.Country = c
				}
			}
			if r.sentTo(i, e.Country) || r.fledTo(i, e.Country) {
				if c := r.homeBut(e.Country); c != "" {
					e.Country = c
				}
			}
			if c := r.setIn(i); c != "" {
				e.Country = c
			}
			e.Role.Of = e.Country
		}
	}
}

// ownedBeside reports whether the noun beside a name says by a pronoun whose the person is:
// "his army chief, General Lund".
func (r *Resolver) ownedBeside(i int) bool {
	first := r.spots[i].title.First
	if r.spots[i].title.IsZero() {
		first = r.d.Mentions[i].First
	}
	for k := i - 1; k >= 0 && r.d.Mentions[k].Sent == r.d.Mentions[i].Sent; k-- {
		if c := &r.d.Mentions[k]; c.Kind == doc.Nominal && c.End+1 == first && r.owned(k) {
			return true
		}
	}
	return false
}

// sentTo reports whether a person is another state's envoy whom a state summons, receives
// or expels: "Lima summoned Ambassador Lund".
func (r *Resolver) sentTo(i int, state string) bool {
	if r.spots[i].post.Office != "ambassador" && r.spots[i].post.Office != "envoy" {
		return false
	}
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if t.Deprel != "obj" || t.Head < 0 || r.subjectState(i) != state {
		return false
	}
	for c := t.Head + 1; c < len(s.Tokens); c++ {
		if l := s.Tokens[c].Lemma; l == "home" || l == "back" { // his own government's
			return false
		}
	}
	return true
}

// fledTo reports whether a person flees to a state, which is not his own: "Information
// Minister Lund resigned and fled to Peru".
func (r *Resolver) fledTo(i int, state string) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if p.Kind != doc.Verbal || !r.words.has(s.Tokens[p.Tok].Lemma, useExile) {
			continue
		}
		a, ok := p.Arg(doc.Subj)
		if !ok || a.Tok != m.Head {
			continue
		}
		for _, to := range p.Args {
			if to.Role != doc.Obl || to.Case != "to" && to.Case != "into" {
				continue
			}
			if x := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: to.Tok}); x >= 0 && d.Mentions[x].Entity >= 0 && d.Entities[d.Mentions[x].Entity].Country == state {
				return true
			}
		}
	}
	return false
}

// toldApart reports whether another office-holder of the same sentence is said to be of the
// report's own state: then one without a state is of another. "Interior Minister Lund
// called Russian Defence Minister Ivanov."
func (r *Resolver) toldApart(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	for k := range d.Mentions {
		c := &d.Mentions[k]
		if k == i || c.Sent != m.Sent || c.Kind != doc.Named || c.Entity < 0 || c.Entity == m.Entity || r.spots[k].post == nil || r.spots[k].title.IsZero() {
			continue
		}
		if e := &d.Entities[c.Entity]; e.Kind == nuncio.KindPerson && e.Country == r.home && r.besideTitle(k) == r.home {
			return true
		}
	}
	return false
}

// setIn is the state of the capital with which the sentence of a mention begins: "In
// Khartoum, Information Minister …" is of the Sudan's; "" for none.
func (r *Resolver) setIn(i int) string {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0 && d.Mentions[k].Sent == m.Sent; k-- {
		c := &d.Mentions[k]
		if c.Kind == doc.Named && c.Place && c.Entity >= 0 && c.First == 1 && d.Sentences[m.Sent].Tokens[0].Form == "In" && c.End < m.First && c.End+1 == r.spots[i].title.First {
			return d.Entities[c.Entity].Country
		}
	}
	return ""
}
