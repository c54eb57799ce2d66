package who

import (
	"nuncio"
	"nuncio/doc"
)

// Unions that are none of states, and the party that governs.

// societyOf reports whether a union or league is said to be of people: "the students'
// union", "the trade union", which are no unions of states.
func (r *Resolver) societyOf(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	for c := range s.Children(m.Head) {
		switch t := &s.Tokens[c]; t.Deprel {
		case "nmod:poss":
			if t.UPOS != "PRON" {
				return true
			}
		case "compound":
			if t.UPOS == "NOUN" && t.Form == lower(t.Form) {
				return true
			}
		}
	}
	return false
}

// ruling links "the ruling party" to the one that governed on the report's day, where the
// catalogue knows it: the party named last may be another.
func (r *Resolver) ruling(i int, country string) bool {
	m, sp := &r.d.Mentions[i], &r.spots[i]
	if sp.post.Phrase != "ruling party" && sp.post.Phrase != "governing party" || r.on.IsZero() {
		return false
	}
	if country == "" && r.owned(i) {
		country = r.ownerCountry(i)
	}
	if country == "" {
		country = r.partyCountry(m)
	}
	parties := r.cat.Ruling(country, r.on)
	if len(parties) != 1 || parties[0] == nil {
		return false
	}
	m.Entity, m.Reason = r.known(parties[0]), "the party that governed "+country+" on the report's day"
	return true
}

// partyCountry is the state of the party named last before a mention, else the report's.
func (r *Resolver) partyCountry(m *doc.Mention) string {
	for k := r.firstOf(m.Sent+1) - 1; k >= 0; k-- {
		c := &r.d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.Sent == m.Sent && c.First > m.First {
			continue
		}
		if e := &r.d.Entities[c.Entity]; e.Sector == "PTY" && r.ifState(e.Country) != "" {
			return e.Country
		}
	}
	return r.home
}

// heldBy makes a party of a group that is told only by who runs or pays it: "a group run by
// Russia's military intelligence" is of Russia, and of its sort.
func (r *Resolver) heldBy(i int, plural bool) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	v := s.Child(m.Head, "acl")
	if v < 0 || v < m.Head || s.Tokens[v].XPOS != "VBN" {
		return false
	}
	p := s.Predicate(v)
	if p == nil {
		return false
	}
	for c := range s.Children(v) {
		if !doc.IsRel(s.Tokens[c].Deprel, "obl") || lower(prepositionOf(s, c)) != "by" {
			continue
		}
		r.early(doc.Ref{Sent: m.Sent, Tok: c}, m)
		k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: c})
		if k < 0 || k == i || d.Mentions[k].Entity < 0 {
			return false
		}
		by := d.Entities[d.Mentions[k].Entity]
		if by.Country == "" {
			return false
		}
		r.group(i, by.Country, plural)
		if e := &d.Entities[m.Entity]; by.Kind != nuncio.KindState && by.Kind != nuncio.KindPerson && by.Sector != "" {
			e.Sector = by.Sector
		} else if e.Sector == "CVL" {
			e.Sector = "REB"
		}
		return true
	}
	return false
}
