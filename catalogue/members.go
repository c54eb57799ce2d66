package catalogue

import "nuncio"

// membership is a spell of states in a body.
type membership struct {
	states []string
	spell  Spell
	basis  string
}

// member reads a row of members.tsv.
func (l *loader) member(t *table, v []string) error {
	body, ok := l.resolve(v[0])
	if !ok {
		return t.errorf("body %q is not in organizations", v[0])
	}
	m := membership{states: list(v[1]), basis: v[4]}
	for _, id := range m.states {
		if _, ok := l.stateOf[id]; !ok {
			return t.errorf("state %q is not in states.tsv", id)
		}
	}
	switch m.basis {
	case "":
		m.basis = "unverified"
	case "verified", "unverified":
	default:
		return t.errorf("basis is %q; write verified or unverified", m.basis)
	}
	var err error
	if m.spell, err = t.spell(v[2], v[3]); err != nil {
		return err
	}
	l.members[body] = append(l.members[body], m)
	return nil
}

// Members are the states that belonged to a body on a day, in the order of
// members.tsv; with no day, all that ever did.
func (c *Catalogue) Members(body string, on nuncio.Date) []*Entity {
	var out []*Entity
	for _, m := range c.members[body] {
		if !on.IsZero() && !m.spell.Holds(on) {
			continue
		}
		for _, id := range m.states {
			out = append(out, c.Entity(id))
		}
	}
	return out
}

// Member reports whether a state belonged to a body on a day.
func (c *Catalogue) Member(state, body string, on nuncio.Date) bool {
	for _, e := range c.Members(body, on) {
		if e.ID == state {
			return true
		}
	}
	return false
}
