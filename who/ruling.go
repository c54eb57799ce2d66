package who

import "nuncio/doc"

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
