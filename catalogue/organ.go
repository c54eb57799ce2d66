package catalogue

import (
	"strings"

	"nuncio"
)

// organ is a body that every state has, as organs.tsv lists it.
type organ struct {
	id, name, kind, sector string
	forms                  []string
	every                  int32 // first entity of this organ; that of state i is every+i
}

func (l *loader) organ(t *table, v []string) error {
	if err := checkID(t, v[0]); err != nil {
		return err
	}
	o := organ{id: v[0], name: v[1], forms: list(v[2]), kind: v[3], sector: v[4]}
	for i := range l.organs {
		if l.organs[i].id == o.id {
			l.organs[i] = o
			return nil
		}
	}
	l.organs = append(l.organs, o)
	return nil
}

// makeOrgans makes the organs of every state: "org/tur-foreign-ministry".
func (l *loader) makeOrgans() {
	for i := range l.organs {
		o := &l.organs[i]
		o.every = int32(len(l.entities))
		for j := range l.states {
			s := &l.states[j]
			adj := s.Adjective
			if adj == "" {
				adj = s.Name
			}
			l.entities = append(l.entities, Entity{
				ID: orgPrefix + strings.ToLower(s.ID) + "-" + o.id, Kind: nuncio.KindOrganization, Name: adj + " " + o.name,
				Type: o.kind, Country: s.ID, Sector: o.sector, Of: s.ID,
			})
		}
	}
	// The slice may have moved.
	for i := range l.states {
		l.states[i].Entity = &l.entities[l.byID[l.states[i].ID]]
	}
}

// Organ is the body of a kind that a state has ("foreign-ministry"), nil when
// organs.tsv or states.tsv do not hold it. Where the tables name that state's own
// body under this id (org/usa-foreign-ministry), that is the one.
func (c *Catalogue) Organ(state, id string) *Entity {
	for i := range c.organs {
		if c.organs[i].id == id {
			return c.organOf(state, int32(i))
		}
	}
	return nil
}

func (c *Catalogue) organOf(state string, organ int32) *Entity {
	j, ok := c.stateOf[state]
	if !ok {
		return nil
	}
	switch c.organs[organ].kind {
	case "state":
		return c.states[j].Entity
	case "ruling":
		if party := c.onlyRuling(state); party != nil {
			return party
		}
	}
	e := &c.entities[c.organs[organ].every+j]
	if own, ok := c.byID[e.ID]; ok {
		return &c.entities[own]
	}
	return e
}

// onlyRuling is the party that alone ever governed a state, nil where power has
// changed hands: then the day decides, see [Catalogue.Ruling].
func (c *Catalogue) onlyRuling(state string) *Entity {
	rules := c.ruling[state]
	if len(rules) == 0 {
		return nil
	}
	for _, r := range rules {
		if r.party != rules[0].party {
			return nil
		}
	}
	return c.Entity(rules[0].party)
}

// Organs are the ids of organs.tsv.
func (c *Catalogue) Organs() []string {
	var out []string
	for i := range c.organs {
		out = append(out, c.organs[i].id)
	}
	return out
}
