package who

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// callings are the kin of the words that the report calls a person by: those of the
// role, and those that stand before the name at mention k ("Gen.").
func (r *Resolver) callings(k int, e *doc.Entity) uint64 {
	kin := uint64(0)
	if e.Role != nil {
		kin = r.roleKin(e.Role.Title)
	}
	c := &r.d.Mentions[k]
	if c.Kind != doc.Named {
		return kin
	}
	if p := r.spots[k].post; p != nil {
		kin |= r.kinOf(p.Phrase)
	}
	s := &r.d.Sentences[c.Sent]
	for t := c.First - 1; t >= max(0, c.First-4); t-- {
		if s.Tokens[t].UPOS != "PROPN" && s.Tokens[t].UPOS != "PUNCT" || s.Tokens[t].Form == "," {
			break
		}
		kin |= r.words.kin[lower(strings.TrimSuffix(s.Tokens[t].Form, "."))]
	}
	return kin
}

// roleKin are the kin of an office: of "president of the senate" those of
// "president"; a deputy's are not his chief's.
func (r *Resolver) roleKin(title string) uint64 {
	title = lower(title)
	for _, of := range [...]string{" of ", " for ", " to "} { // "special representative for Cyprus"
		if at := strings.Index(title, of); at >= 0 && r.words.kin[title] == 0 {
			title = title[:at]
		}
	}
	if kin, ok := r.words.kin[title]; ok {
		return kin
	}
	if r.words.within(title, useLesser) {
		return 0
	}
	return r.kinOf(title)
}

// epithet links a definite noun for one person that nothing before bears to the one
// person last named whom it may describe: "the dissident", "the field marshal".
// What an office-holder is called, bearer tells.
func (r *Resolver) epithet(i int, country string) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	s := &d.Sentences[m.Sent]
	if s.Part == doc.Title || sp.post.Sector == "" || sp.post.Sector == "GOV" || sp.post.Sector == "CVL" || described(s, m) || s.Child(m.Head, "nmod:poss") >= 0 {
		return false
	}
	found, several := -1, false
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= 2; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != s.Part {
			break
		}
		if c.Kind != doc.Named || c.Entity < 0 || c.Sent == m.Sent || d.Entities[c.Entity].Kind != nuncio.KindPerson {
			continue
		}
		e := &d.Entities[c.Entity]
		if country != "" && e.Country != "" && country != e.Country || !mayBe(sp.post.Sector, e.Sector) || r.deepSubject(m, c.Entity) {
			continue
		}
		if found >= 0 && d.Mentions[found].Entity != c.Entity {
			home, other := d.Entities[d.Mentions[found].Entity].Country == r.home, e.Country == r.home
			if home && other || r.home == "" {
				return false // which of them, nothing tells
			}
			several = several || !home && !other
			if !other {
				continue // the one of the report's own state, if there is one
			}
			several = false
		}
		found = k
	}
	if found < 0 && sp.post.Sector == "MIL" {
		found = r.soldierPresident(i, country)
	}
	if found < 0 || several {
		return false
	}
	m.Entity, m.Link, m.Reason = d.Mentions[found].Entity, found, "the one person named shortly before whom the noun may describe"
	return true
}

// soldierPresident is the mention of the head of state who was the subject of the sentence before,
// where the report speaks of no soldier by name: "the general"; -1 for none.
func (r *Resolver) soldierPresident(i int, country string) int {
	d := r.d
	m := &d.Mentions[i]
	if r.kinOf(r.spots[i].post.Phrase)&r.words.rank == 0 {
		return -1
	}
	found := -1
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson {
			continue
		}
		e := &d.Entities[c.Entity]
		if e.Sector == "MIL" || e.Sector == "REB" {
			return -1
		}
		if found < 0 && c.Sent == m.Sent-1 && d.Sentences[c.Sent].Part == d.Sentences[m.Sent].Part && (country == "" || e.Country == country) && subjectLike(&d.Sentences[c.Sent], c) && r.holds(e.ID, "head of state") {
			found = k
		}
	}
	return found
}

// mayBe reports whether a noun of one sector may describe a person of another.
func mayBe(noun, person string) bool {
	switch {
	case noun == person, person == "":
		return true
	case noun == "MIL", noun == "REB":
		return person == "MIL" || person == "REB"
	case noun == "PTY", noun == "OPP", noun == "LEG":
		return person == "PTY" || person == "OPP" || person == "LEG"
	}
	return false
}
