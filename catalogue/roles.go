package catalogue

import (
	"slices"

	"nuncio"
)

// Roles are all spells in office of a person, earliest first.
func (c *Catalogue) Roles(e *Entity) []*Role {
	out := make([]*Role, 0, len(e.roles))
	for _, i := range e.roles {
		out = append(out, &c.roles[i])
	}
	return out
}

// RolesOn are the roles that a person held on a day, those that surely held first,
// then by the rank of the office. With no day, all roles.
func (c *Catalogue) RolesOn(e *Entity, on nuncio.Date) []*Role {
	var out []*Role
	for _, i := range e.roles {
		if r := &c.roles[i]; r.Holds(on) {
			out = append(out, r)
		}
	}
	c.sortRoles(out, on)
	return out
}

// sortRoles puts sure before doubtful, higher before lower, later before earlier.
func (c *Catalogue) sortRoles(rs []*Role, on nuncio.Date) {
	slices.SortStableFunc(rs, func(a, b *Role) int {
		if x, y := a.surely(on), b.surely(on); x != y && !on.IsZero() {
			if x {
				return -1
			}
			return 1
		}
		// A president of France is co-prince of Andorra too, but of France first.
		if x, y := c.atHome(a), c.atHome(b); x != y && c.isState(a.Of) && c.isState(b.Of) {
			if x {
				return -1
			}
			return 1
		}
		if x, y := c.rank(a), c.rank(b); x != y {
			return x - y
		}
		x, y := a.From.First(), b.From.First()
		switch {
		case x.After(y):
			return -1
		case y.After(x):
			return 1
		}
		return 0
	})
}

// atHome says whether an office is one of the holder's own state.
func (c *Catalogue) atHome(r *Role) bool {
	e := c.Entity(r.Person)
	return e != nil && e.Country == r.Of
}

func (c *Catalogue) rank(r *Role) int {
	best := len(c.offices)
	for _, o := range r.Offices {
		best = min(best, int(c.officeOf[o]))
	}
	return best
}

// SectorOn is the PLOVER sector of a party on a day: its own, or that of the
// highest office a person held then, "" for one who held none.
func (c *Catalogue) SectorOn(e *Entity, on nuncio.Date) string {
	if e.Kind != nuncio.KindPerson {
		return e.Sector
	}
	if rs := c.RolesOn(e, on); len(rs) > 0 {
		return rs[0].Sector
	}
	return e.Sector
}

// CountryOn is the country of a party on a day: for a person that of the highest
// office, so that a secretary-general of the United Nations is UNO, else the own.
func (c *Catalogue) CountryOn(e *Entity, on nuncio.Date) string {
	if e.Kind == nuncio.KindPerson {
		for _, r := range c.RolesOn(e, on) {
			if of := c.Entity(r.Of); of != nil && of.Country != "" {
				return of.Country
			}
		}
	}
	return e.Country
}

// Code joins country and sector as CAMEO users expect: "RUSGOV", "IGOUNO".
func (c *Catalogue) Code(country, sector string) string {
	if s, ok := c.State(country); ok && s.CAMEO != "" {
		return s.CAMEO + sector
	}
	switch country {
	case "UNO", "EUR":
		if sector == "" || sector == "IGO" || sector == "GOV" {
			return "IGO" + country
		}
	case sector:
		return country
	}
	return country + sector
}

// Offices are all kinds of post, in order of rank.
func (c *Catalogue) Offices() []Office { return c.offices }

// OfficeHolder gives those who held an office of a body (a state's id or an
// organization's) on a day, the surest first: on the day an office changes hands
// there are two, the one who comes before the one who goes.
func (c *Catalogue) OfficeHolder(of, office string, on nuncio.Date) []*Role {
	var out []*Role
	for _, i := range c.byOf[of] {
		if r := &c.roles[i]; r.Office(office) && r.Holds(on) {
			out = append(out, r)
		}
	}
	c.sortRoles(out, on)
	return out
}

// NextHolder is the role of who held an office of the same body right before another's
// spell began, or right after it ended; nil where the tables do not tell. Who stood in
// for a while does not count.
func (c *Catalogue) NextHolder(role *Role, office string, before bool) *Role {
	var best *Role
	for _, i := range c.byOf[role.Of] {
		r := &c.roles[i]
		if !r.Office(office) || r.Person == role.Person || r.Acting() || !r.From.known() || !role.From.known() {
			continue
		}
		switch {
		case before && r.From.ordinal() < role.From.ordinal():
			if best == nil || r.From.ordinal() > best.From.ordinal() {
				best = r
			}
		case !before && r.From.ordinal() > role.From.ordinal():
			if best == nil || r.From.ordinal() < best.From.ordinal() {
				best = r
			}
		}
	}
	return best
}

// leading are the offices that lead a state, the one that overrides first.
var leading = []string{"leader", "head of state", "head of government"}

// LeaderOf gives those who led a state on a day: who leads whatever the
// constitution says, then the heads of state and of government.
func (c *Catalogue) LeaderOf(state string, on nuncio.Date) []*Role {
	var out []*Role
	for _, office := range leading {
		for _, r := range c.OfficeHolder(state, office, on) {
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// Leads reports whether a person led a state on a day.
func (c *Catalogue) Leads(e *Entity, state string, on nuncio.Date) bool {
	for _, r := range c.RolesOn(e, on) {
		if r.Of == state && slices.ContainsFunc(r.Offices, func(o string) bool { return slices.Contains(leading, o) }) {
			return true
		}
	}
	return false
}

// Ruling are the parties that governed a state on a day.
func (c *Catalogue) Ruling(state string, on nuncio.Date) []*Entity {
	var out []*Entity
	for _, r := range c.ruling[state] {
		if r.spell.Holds(on) {
			out = append(out, c.Entity(r.party))
		}
	}
	return out
}

// organSectors are the sectors whose bearers act for their state.
var organSectors = []string{"GOV", "MIL", "LEG", "JUD", "SPY", "COP"}

// actsFor is the state for which a party acts on a day, "" when it acts for none.
func (c *Catalogue) actsFor(e *Entity, on nuncio.Date) string {
	switch e.Kind {
	case nuncio.KindState:
		return e.ID
	case nuncio.KindOutlet:
		return e.State
	case nuncio.KindPerson:
		for _, r := range c.RolesOn(e, on) {
			if of := c.Entity(r.Of); of != nil {
				if slices.Contains(organSectors, r.Sector) && of.Kind == nuncio.KindState {
					return of.ID
				}
				if st := c.actsFor(of, on); st != "" {
					return st
				}
			}
		}
	case nuncio.KindOrganization:
		if slices.Contains(organSectors, e.Sector) && stateID(e.Country) {
			if _, ok := c.stateOf[e.Country]; ok {
				return e.Country
			}
		}
		for _, r := range c.ruling[e.Country] {
			if r.party == e.ID && r.spell.Holds(on) {
				return e.Country
			}
		}
	}
	return ""
}

// within reports whether a is b or a part, office-holder or member of b on a day.
func (c *Catalogue) within(a, b *Entity, on nuncio.Date) bool {
	for n := 0; a != nil && n < 8; n++ {
		if a == b || b.Kind == nuncio.KindState && c.actsFor(a, on) == b.ID {
			return true
		}
		if a.Kind == nuncio.KindPerson {
			return slices.ContainsFunc(c.RolesOn(a, on), func(r *Role) bool {
				of := c.Entity(r.Of)
				return of != nil && of.Kind == nuncio.KindOrganization && c.within(of, b, on)
			})
		}
		a = c.Entity(a.Of)
	}
	return false
}

// Same reports whether two ids name one party on a day: they are equal, or one is
// the state, office, organ or member of the other. Two ministries of one state are
// not each other.
func (c *Catalogue) Same(a, b string, on nuncio.Date) bool {
	if a == b {
		return true
	}
	x, y := c.Entity(a), c.Entity(b)
	if x == nil || y == nil {
		return false
	}
	return c.within(x, y, on) || c.within(y, x, on)
}

// Principal is the state, or else the body, for which a party speaks on a day;
// the party itself when it speaks for nobody. Organs of one state have one principal.
func (c *Catalogue) Principal(id string, on nuncio.Date) string {
	e := c.Entity(id)
	if e == nil {
		return id
	}
	if st := c.actsFor(e, on); st != "" {
		return st
	}
	return id
}
