package catalogue

import (
	"slices"
	"strings"

	"nuncio"
)

// Candidate is a reading of a name with what speaks for it on a day.
type Candidate struct {
	Match
	Roles   []*Role  // held on that day
	Reasons []string // in the order in which they weigh
	score   int
}

// Who gives every reading of a name, the likeliest on that day first: one who
// held office then before one who did not, the higher office first, one who lived
// then before one who did not, a sure spelling before a guess. With no day, roles of any time count. When
// nobody of the whole name held office on the day, those who did and bear part
// of the name are given. Words that are no name may describe an office: then its
// holders are given, see [Catalogue.Described].
func (c *Catalogue) Who(name string, on nuncio.Date) []Candidate {
	var out []Candidate
	for _, m := range c.Lookup(name) {
		if !slices.ContainsFunc(out, func(x Candidate) bool { return x.Entity == m.Entity }) {
			out = append(out, c.weigh(m, on))
		}
	}
	// A surname that is a whole name of somebody else ("Assad") is asked as a surname too.
	for _, m := range c.Surname(name) {
		if !slices.ContainsFunc(out, func(x Candidate) bool { return x.Entity == m.Entity }) {
			out = append(out, c.weigh(m, on))
		}
	}
	if len(out) == 0 {
		if held := c.Described(name, on); len(held) > 0 {
			return held
		}
	}
	if !on.IsZero() && !slices.ContainsFunc(out, func(x Candidate) bool { return x.Entity.Kind != nuncio.KindPerson || len(x.Roles) > 0 }) {
		whole := len(out) > 0 && strings.Contains(strings.TrimSpace(name), " ")
		for _, m := range c.loosely(name) {
			x := c.weigh(m, on)
			if len(x.Roles) > 0 && !slices.ContainsFunc(out, func(y Candidate) bool { return y.Entity == m.Entity }) {
				if whole {
					x.score -= 260 // the full name is somebody else's
				}
				out = append(out, x)
			}
		}
	}
	if len(out) == 0 && !on.IsZero() {
		for _, m := range c.misspelt(name, on) {
			out = append(out, c.weigh(m, on))
		}
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return b.score - a.score })
	return out
}

func (c *Catalogue) weigh(m Match, on nuncio.Date) Candidate {
	x := Candidate{Match: m}
	say := func(points int, reason string) {
		x.score += points
		x.Reasons = append(x.Reasons, reason)
	}
	say(-4*int(m.Kind), m.Kind.String())
	if m.Weak {
		say(-30, "these words are more often something else")
	}
	if m.Spell != (Spell{}) && !on.IsZero() {
		if m.Spell.Holds(on) {
			say(5, "the name was in use on that day")
		} else {
			say(-200, "the name was not in use on that day")
		}
	}
	e := m.Entity
	if e.Kind != nuncio.KindPerson {
		if e.Spell != (Spell{}) && !on.IsZero() && !e.Spell.Holds(on) {
			say(-200, "did not exist on that day")
		}
		return x
	}
	x.Roles = c.RolesOn(e, on)
	switch {
	case len(x.Roles) > 0:
		r := x.Roles[0]
		say(300-4*c.rank(r), "held office on that day: "+r.Name()+" ("+r.Of+")")
		for _, r := range x.Roles {
			// Where somebody rules beside the head of state, the ruler is meant.
			if slices.Contains(r.Offices, "leader") {
				say(10, "leads "+r.Of)
				break
			}
		}
	case !on.IsZero() && len(e.roles) > 0:
		if last := &c.roles[e.roles[len(e.roles)-1]]; last.To.known() && last.To.Last().Before(on) {
			say(60, "held office before that day: "+last.Name()+" ("+last.Of+")")
		} else {
			say(20, "held office only after that day")
		}
	}
	if !on.IsZero() && e.Spell != (Spell{}) && !e.Spell.Holds(on) {
		say(-250, "did not live on that day")
	}
	return x
}

// misspelt gives those who led a state on a day and whose family name is a slip
// of the pen from the last or only word of the name.
func (c *Catalogue) misspelt(name string, on nuncio.Date) []Match {
	var f, g folder
	f.add(name)
	if len(f.subs) == 0 {
		return nil
	}
	last := f.subs[len(f.subs)-1]
	word := f.buf[last.start:last.end]
	if len(word) < 5 {
		return nil
	}
	var out []Match
	for i := range c.roles {
		r := &c.roles[i]
		if c.rank(r) > 2 || !r.Holds(on) {
			continue
		}
		e := c.Entity(r.Person)
		g.reset()
		g.add(e.Family)
		for _, s := range g.subs {
			if slip(word, g.buf[s.start:s.end]) && !slices.ContainsFunc(out, func(m Match) bool { return m.Entity == e }) {
				out = append(out, Match{Entity: e, Kind: NameMisspelt})
			}
		}
	}
	return out
}

// slip reports whether two words differ by one letter put in, left out, changed or
// swapped with its neighbour.
func slip(a, b []byte) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 || len(b) < 5 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	left, right := len(a)-i-j, len(b)-i-j
	return right <= 1 || left == 2 && right == 2 && a[i] == b[i+1] && a[i+1] == b[i]
}
