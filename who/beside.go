package who

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// coTitle is the person whom two titles joined by "and" stand before: "Deputy Prime
// Minister and Foreign Minister Anna Berg"; -1 for none.
func (r *Resolver) coTitle(i int) int {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if r.spots[i].post.Kind != "person" || s.Tokens[m.Head].UPOS != "PROPN" || s.Child(m.Head, "det") >= 0 {
		return -1
	}
	for k := i + 1; k < len(d.Mentions) && d.Mentions[k].Sent == m.Sent; k++ {
		c, title := &d.Mentions[k], r.spots[k].title
		if c.Kind == doc.Named && c.Entity >= 0 && !title.IsZero() && title.First == m.End+1 && s.Tokens[m.End].UPOS == "CCONJ" && s.Tokens[m.End].Lemma == "and" {
			return k
		}
	}
	return -1
}

// betweenCommas finds the person or body beside whom a noun stands between commas, on
// either side, whatever the tree makes of it: "Anna Berg, the union's mediator,"
// or "Norway's mediator, Anna Berg,".
func (r *Resolver) betweenCommas(i, first, end int) int {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	comma := func(t int) bool { return t >= 0 && t < len(s.Tokens) && s.Tokens[t].Form == "," }
	for k := range d.Mentions {
		c := &d.Mentions[k]
		if c.Sent != m.Sent || c.Kind != doc.Named || c.Entity < 0 {
			continue
		}
		switch kind := d.Entities[c.Entity].Kind; {
		case kind == nuncio.KindPerson && r.spots[i].post.Kind == "person":
		case kind == nuncio.KindOrganization && r.words.has(lower(s.Tokens[m.Head].Lemma), useBody) && c.First < m.First:
		default:
			continue
		}
		start := c.First
		if t := r.spots[k].title; !t.IsZero() {
			start = t.First
		}
		if c.End < len(s.Tokens) && comma(c.End) && c.End+1 == m.First && (comma(m.End) || comma(end)) {
			return k
		}
		if m.End+1 == start && comma(m.End) && (comma(c.End) || c.End == len(s.Tokens)-1) && m.First >= first {
			return k
		}
	}
	return -1
}

// giveRole gives the person whom a noun of office stands beside what the noun
// tells, where nothing surer is known. A counterpart has the office of the one
// whose counterpart he is.
func (r *Resolver) giveRole(i int) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	e := &d.Entities[m.Entity]
	if e.Kind == nuncio.KindOrganization && r.cat.Entity(e.ID) == nil {
		r.giveSort(i, e)
	}
	if e.Kind != nuncio.KindPerson || sp.post.Kind != "person" {
		return
	}
	former := r.once(i)
	union := false
	if beside := r.countryBeside(m); beside != "" && r.cat.Entity(e.ID) == nil {
		_, state := r.cat.State(beside)
		union = !state && beside != "" && !former
	}
	if e.Country == "" {
		if k := r.spokenFor(i); k >= 0 {
			e.Country = r.d.Entities[k].Country
			if sp.post.Sector == "GOV" && e.Sector == "" {
				e.Sector = r.d.Entities[k].Sector
			}
		}
		if e.Country == "" {
			if e.Country = r.countryBeside(m); e.Country == "" {
				e.Country = r.ownerCountry(i)
			}
		}
	}
	if former {
		return // what one was
	}
	if union && sp.post.Sector == "GOV" && (e.Sector == "" || e.Sector == "GOV") {
		e.Sector = "IGO" // "the United Nations envoy"
	}
	own := r.bodySector(i)
	if own != "" && e.Sector == "IGO" && sp.post.Sector == "IGO" {
		e.Sector = own // "the secretary-general of the party"
	}
	if e.Role != nil && e.Role.Title != "" {
		return
	}
	title, sector := strings.ToLower(strings.Join(strings.Fields(d.Words(sp.title)), " ")), sp.post.Sector
	if sp.post.Phrase == "counterpart" {
		title, sector = "", "GOV"
		if k := r.ownerOf(i); k >= 0 && d.Entities[k].Role != nil {
			title, sector = d.Entities[k].Role.Title, d.Entities[k].Sector
		}
	}
	if sector == "IGO" && own != "" || sector == "GOV" && ofSociety(own) {
		sector = own // "the secretary-general of the party", "the president of the union"
	}
	if e.Sector == "" || e.Sector == "IGO" && own != "" && r.cat.Entity(e.ID) == nil {
		e.Sector = sector
	}
	if title != "" {
		e.Role = &nuncio.Role{Title: title, Of: e.Country, Basis: "text"}
	}
}

// giveSort gives a body that the catalogue does not hold what the noun beside it tells: "the
// main rebel group", "an opposition movement".
func (r *Resolver) giveSort(i int, e *doc.Entity) {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	for k := m.First; k < m.End; k++ {
		switch w := lower(s.Tokens[k].Form); {
		case r.words.kin[w]&r.words.kin["rebel"] != 0:
			e.Sector = "REB"
		case w == "opposition":
			e.Sector = "OPP"
		}
	}
	if e.Country == "" && (e.Sector == "REB" || e.Sector == "OPP") {
		if e.Country = r.countryBeside(m); e.Country == "" {
			e.Country = r.home
		}
	}
}

// spokenFor is the party for whom somebody speaks by a pronoun: "a spokesman for them"; -1
// for none.
func (r *Resolver) spokenFor(i int) int {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	for c := range s.Children(m.Head) {
		if p := lower(prepositionOf(s, c)); s.Tokens[c].UPOS == "PRON" && (p == "for" || p == "of") {
			if k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: c}); k >= 0 {
				r.refer(k)
				return r.d.Mentions[k].Entity
			}
		}
	}
	return -1
}

// ofSociety reports whether a body with a sector is no part of a state, so that its
// presidents and officials are none either.
func ofSociety(sector string) bool {
	switch sector {
	case "BUS", "LAB", "EDU", "REL", "NGO", "JRN", "REB", "OPP":
		return true
	}
	return false
}

// bodySector is the sector of the body that a noun of office belongs to, "" where none
// is named or it is a union of states.
func (r *Resolver) bodySector(i int) string {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	for c := range s.Children(m.Head) {
		if rel := s.Tokens[c].Deprel; rel != "compound" && rel != "nmod" && rel != "nmod:poss" {
			continue
		}
		if k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: c}); k >= 0 && k != i && r.d.Mentions[k].Entity >= 0 {
			if e := &r.d.Entities[r.d.Mentions[k].Entity]; e.Kind == nuncio.KindOrganization && e.Sector != "IGO" {
				return e.Sector
			}
		}
	}
	return ""
}

// verbBetween reports whether a clause begins between two tokens: what stands behind its
// verb is beside nothing before it.
func verbBetween(s *doc.Sentence, from, to int) bool {
	for k := from + 1; k < to; k++ {
		t := &s.Tokens[k]
		if t.UPOS == "VERB" && (t.Deprel == "root" || t.Deprel == "ccomp" || t.Deprel == "conj" || doc.IsRel(t.Deprel, "acl") || doc.IsRel(t.Deprel, "advcl")) {
			return true
		}
	}
	return false
}

// beside is the named person whom a noun of office is in apposition to, -1 for none.
func (r *Resolver) beside(i int) int {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	named := func(t int) int {
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: t})
		if k < 0 || k == i || d.Mentions[k].Kind != doc.Named || d.Mentions[k].Entity < 0 || d.Mentions[k].Place {
			return -1
		}
		if (d.Entities[d.Mentions[k].Entity].Kind == nuncio.KindPerson) != (r.spots[i].post.Kind == "person") {
			return -1
		}
		return k
	}
	t := &s.Tokens[m.Head]
	if t.Deprel == "appos" && t.Head >= 0 {
		if k := named(t.Head); k >= 0 {
			return k
		}
	}
	for c := range s.Children(m.Head) {
		if rel := s.Tokens[c].Deprel; rel == "appos" || rel == "flat" {
			if k := named(c); k >= 0 {
				return k
			}
		}
	}
	if t.Deprel == "nmod:poss" {
		return -1 // "the president's aide Anna Berg"
	}
	// "the head of Norway's ruling party Anna Berg": the name ends the noun's phrase
	// or follows at once, whatever the tree hangs it from.
	first, end := m.First, m.Head+1
	for end < len(s.Tokens) && s.Dominates(m.Head, end) {
		end++ // only what follows without a break: trees err across verbs
	}
	for k := i + 1; k < len(d.Mentions) && d.Mentions[k].Sent == m.Sent; k++ {
		c := &d.Mentions[k]
		from := c.First
		if t := r.spots[k].title; !t.IsZero() {
			from = t.First
		}
		if c.Kind != doc.Named || c.First <= m.Head || from > end || verbBetween(s, m.Head, from) {
			continue
		}
		if from == end || c.End == end && first <= from && s.Tokens[c.Head].Deprel != "conj" && s.Child(c.Head, "case") < 0 && s.Tokens[from-1].Form != "," {
			if x := named(c.Head); x == k {
				return k
			}
		}
	}
	if k := r.coTitle(i); k >= 0 {
		return k
	}
	if k := r.betweenCommas(i, first, end); k >= 0 && s.Tokens[m.Head].XPOS != "NNS" {
		return k
	}
	// "Anna Berg is the foreign minister"
	if s.Child(m.Head, "cop") >= 0 {
		if subj := s.Child(m.Head, "nsubj"); subj >= 0 {
			return named(subj)
		}
	}
	return -1
}
