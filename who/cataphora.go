package who

import (
	"fmt"

	"nuncio"
	"nuncio/doc"
)

// namedNext is how many sentences behind the first the name may follow.
const namedNext = 2

// cataphora gives a name to the one whom the first sentence calls by office only and the
// next by name only, as reports do: "The kingdom's security chief has resigned … Anna
// Berg told reporters".
func (r *Resolver) cataphora() {
	d := r.d
	lead := 0
	for lead < len(d.Sentences) && d.Sentences[lead].Part == doc.Title {
		lead++
	}
	if lead >= len(d.Sentences) {
		return
	}
	s := &d.Sentences[lead]
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Sent != lead || m.Kind != doc.Nominal || m.Entity < 0 || r.spots[i].post == nil || r.spots[i].post.Kind != "person" {
			continue
		}
		p := r.partyOf(m.Entity)
		if p < 0 || d.Entities[m.Entity].Plural || !r.definite(s, m) || !doc.IsRel(s.Tokens[m.Head].Deprel, "nsubj") || s.Tokens[m.Head].Head != s.Root() {
			continue
		}
		if k := r.nextName(i, lead); k >= 0 {
			r.merge(m.Entity, k, fmt.Sprintf("named next: %q", d.Words(d.Mentions[k].Range)))
		}
		return
	}
}

// nextName is the mention that names in the next sentences the one of mention i: the
// first person named there as who acts or speaks, of whom nothing else is told; -1 for
// none.
func (r *Resolver) nextName(i, lead int) int {
	d := r.d
	post := r.spots[i].post
	country := d.Entities[d.Mentions[i].Entity].Country
	for k := i + 1; k < len(d.Mentions); k++ {
		c := &d.Mentions[k]
		if c.Sent > lead+namedNext {
			return -1
		}
		if c.Sent == lead && c.Kind == doc.Named && c.Entity >= 0 && d.Entities[c.Entity].Kind == nuncio.KindPerson && doc.IsRel(deprelOf(d, c), "nsubj") {
			return -1 // the sentence has a name of its own
		}
		if c.Kind != doc.Named || c.Sent == lead || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson || c.End-c.First < 2 || !doc.IsRel(deprelOf(d, c), "nsubj") {
			continue
		}
		e := &d.Entities[c.Entity]
		for b := range d.Mentions[:i] {
			if d.Mentions[b].Entity == c.Entity {
				return -1 // spoken of before
			}
		}
		if country != "" && e.Country != "" && country != e.Country {
			return -1
		}
		other := r.spots[k].post
		if other == nil {
			other, _, _ = r.apposed(k)
		}
		switch {
		case other != nil && (other.Sector != post.Sector || other.Office != "" && other.Office != post.Office):
			if d.Entities[d.Mentions[i].Entity].Sector != other.Sector && r.sectorOf(i) != e.Sector {
				return -1
			}
		case e.Role != nil && e.Role.Basis == "catalogue" && post.Office != "" && !r.holds(e.ID, post.Office):
			return -1
		}
		return k
	}
	return -1
}

// merge makes a party that only a noun names one with the person of mention k.
func (r *Resolver) merge(party, k int, reason string) {
	d := r.d
	person := d.Mentions[k].Entity
	for i := range d.Mentions {
		if d.Mentions[i].Entity == party {
			d.Mentions[i].Entity = person
			if r.spots[i].post != nil {
				d.Mentions[i].Reason = reason
			}
		}
	}
	a, e := &d.Entities[party], &d.Entities[person]
	if e.Country == "" {
		e.Country, e.Inferred = a.Country, a.Inferred
	}
	if e.Sector == "" {
		e.Sector = a.Sector
	}
	if p := r.partyOf(party); p >= 0 {
		if e.Role == nil {
			e.Role = &nuncio.Role{Title: r.parties[p].post.Phrase, Of: e.Country, Basis: "text"}
		}
		r.parties = append(r.parties[:p], r.parties[p+1:]...)
	}
}
