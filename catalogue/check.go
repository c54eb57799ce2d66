package catalogue

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"nuncio"
)

// Finding is something in the tables that a person should look at.
type Finding struct {
	Kind  string // overlap, gap, date, name
	About string // entity id, or state and office
	Text  string
	File  string // where to mend it, "" when it is in no one row
	Line  int
}

func (f Finding) String() string {
	s := fmt.Sprintf("%s: %s: %s", f.Kind, f.About, f.Text)
	if f.File != "" {
		s = fmt.Sprintf("%s:%d: %s", f.File, f.Line, s)
	}
	return s
}

// CheckOptions bound what Check looks for.
type CheckOptions struct {
	Since nuncio.Date // leaders leave no gap from here on
	Until nuncio.Date // and up to here
	Slack int         // days that a gap may last
}

// Check looks for overlaps in offices that only one can hold, gaps among the
// leaders of states, dates that cannot be, and names that several entities of one
// kind bear. What is wrong in form (unknown ids, bad dates, columns) never gets
// past Load. The findings are in a fixed order.
func (c *Catalogue) Check(o CheckOptions) []Finding {
	var out []Finding
	out = append(out, c.overlaps()...)
	out = append(out, c.gaps(o)...)
	out = append(out, c.unfilled(o)...)
	out = append(out, c.impossible()...)
	out = append(out, c.shared()...)
	return out
}

// overlaps finds two who surely held an office of one holder on the same day.
func (c *Catalogue) overlaps() []Finding {
	var out []Finding
	for _, of := range c.bodies() {
		for i := range c.offices {
			office := &c.offices[i]
			if !office.One || slices.Contains(c.collegial(of), office.Name) {
				continue
			}
			var held []*Role
			for _, k := range c.byOf[of] {
				if r := &c.roles[k]; r.Office(office.Name) && r.Basis != "disputed" && !r.Acting() {
					held = append(held, r)
				}
			}
			for j, a := range held {
				for _, b := range held[j+1:] {
					if day, both := bothHold(a, b); both && a.Person != b.Person {
						out = append(out, Finding{"overlap", of + " " + office.Name, fmt.Sprintf("%s (%s to %s) and %s (%s to %s) both on %s",
							a.Person, a.From, a.To, b.Person, b.From, b.To, day), b.file, b.line})
					} else if both {
						out = append(out, Finding{"overlap", of + " " + office.Name, fmt.Sprintf("%s stands twice (%s to %s, %s to %s)",
							a.Person, a.From, a.To, b.From, b.To), b.file, b.line})
					}
				}
			}
		}
	}
	return out
}

// bothHold gives a day on which both surely held.
func bothHold(a, b *Role) (nuncio.Date, bool) {
	if a.From.Unknown || b.From.Unknown || a.To.Unknown || b.To.Unknown {
		return nuncio.Date{}, false
	}
	day := a.From.Last()
	if x := b.From.Last(); x.After(day) {
		day = x
	}
	if day.IsZero() || !a.surely(day) || !b.surely(day) {
		return nuncio.Date{}, false
	}
	return day, true
}

// collegial are the offices of a state that several hold at once.
func (c *Catalogue) collegial(of string) []string {
	if s, ok := c.State(of); ok {
		return s.Collegial
	}
	return nil
}

// bodies are the ids that have roles, in order.
func (c *Catalogue) bodies() []string {
	out := make([]string, 0, len(c.byOf))
	for id := range c.byOf {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// gaps finds days on which a state had nobody as head of state or of government.
func (c *Catalogue) gaps(o CheckOptions) []Finding {
	var out []Finding
	for i := range c.states {
		s := &c.states[i]
		if s.Type == "territory" {
			continue
		}
		for _, office := range []string{"head of state", "head of government"} {
			if slices.Contains(s.Without, office) {
				continue
			}
			since, until := o.Since, o.Until
			if f := s.Spell.From.First(); f.After(since) {
				since = f
			}
			if t := s.Spell.To.First(); !t.IsZero() && t.Before(until) {
				until = t.AddDays(-1)
			}
			out = append(out, c.gapsOf(s.ID, office, since, until, o.Slack)...)
		}
	}
	return out
}

func (c *Catalogue) gapsOf(of, office string, since, until nuncio.Date, slack int) []Finding {
	var held []*Role
	for _, k := range c.byOf[of] {
		if r := &c.roles[k]; r.Office(office) {
			held = append(held, r)
		}
	}
	next := since // first day not yet covered
	var out []Finding
	gap := func(end nuncio.Date) {
		if slices.ContainsFunc(c.vacant, func(v vacancy) bool {
			return v.state == of && v.office == office && v.spell.Holds(next) && v.spell.Holds(end)
		}) {
			return
		}
		if n := int(end.Time().Sub(next.Time())/(24*time.Hour)) + 1; n > slack {
			out = append(out, Finding{Kind: "gap", About: of + " " + office, Text: fmt.Sprintf("nobody from %s to %s (%d days)", next, end, n)})
		}
	}
	for _, r := range held { // in order of their beginning
		from, to := r.From.First(), r.To.Last()
		if !r.To.known() && !r.To.Unknown {
			to = until
		}
		if from.After(until) {
			break
		}
		if from.After(next) {
			gap(from.AddDays(-1))
		}
		if !to.Before(next) {
			next = to.AddDays(1)
		}
	}
	if !next.After(until) {
		gap(until)
	}
	return out
}

// impossible finds roles outside the life of the person or the body.
func (c *Catalogue) impossible() []Finding {
	var out []Finding
	for i := range c.roles {
		r := &c.roles[i]
		p, of := c.Entity(r.Person), c.Entity(r.Of)
		say := func(format string, args ...any) {
			out = append(out, Finding{"date", r.Person, fmt.Sprintf(format, args...), r.file, r.line})
		}
		if born := p.Spell.From; born.known() && r.From.known() && int(r.From.Year)-int(born.Year) < 15 && r.Sector != "ELI" {
			say("%s from %s, but born %s", r.Name(), r.From, born)
		}
		if died := p.Spell.To; died.known() {
			if r.From.known() && r.From.First().After(died.Last()) {
				say("%s from %s, but died %s", r.Name(), r.From, died)
			} else if r.To.known() && r.To.First().After(died.Last()) {
				say("%s until %s, but died %s", r.Name(), r.To, died)
			}
		}
		if t := of.Spell.To; t.known() && r.From.known() && r.From.First().After(t.Last()) {
			say("%s of %s from %s, but that ended %s", r.Name(), r.Of, r.From, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return out
}

// shared finds names that two states, organizations or outlets bear in the same
// way: two papers called El Mundo are a fact, one body under two ids is a mistake.
func (c *Catalogue) shared() []Finding {
	type bearer struct {
		first *Entity
		said  bool
	}
	seen := map[string]*bearer{}
	var out []Finding
	look := func(e *Entity, name string) {
		key := Fold(name) + "\x00" + e.Country
		b := seen[key]
		switch {
		case b == nil:
			seen[key] = &bearer{first: e}
		case b.first != e && !b.said:
			b.said = true
			out = append(out, Finding{Kind: "name", About: e.ID, Text: fmt.Sprintf("%q is also a name of %s of the same country", name, b.first.ID)})
		}
	}
	for i := range c.entities {
		e := &c.entities[i]
		if e.Kind == nuncio.KindState || e.Kind == nuncio.KindPerson || e.Source == "" {
			continue // persons may be namesakes; organs of every state have no source of their own
		}
		look(e, e.Name)
		for _, a := range e.aliases {
			if Fold(a) != Fold(e.Name) {
				look(e, a)
			}
		}
	}
	return out
}

// Basis counts the roles by what they rest on.
func (c *Catalogue) Basis() map[string]int {
	n := map[string]int{}
	for i := range c.roles {
		n[c.roles[i].Basis]++
	}
	return n
}

// Counts says how much the catalogue holds.
type Counts struct{ States, Persons, Organizations, Groups, Outlets, Roles, Verified int }

// Counts counts what the tables give; the organs that every state has are not counted.
func (c *Catalogue) Counts() Counts {
	var n Counts
	for i := range c.entities {
		switch e := &c.entities[i]; {
		case e.Kind == nuncio.KindState:
			n.States++
		case e.Kind == nuncio.KindPerson:
			n.Persons++
		case e.Kind == nuncio.KindOutlet:
			n.Outlets++
		case e.Source == "":
		case e.Type == "rebels" || e.Type == "militia" || e.Type == "terrorists":
			n.Groups++
		default:
			n.Organizations++
		}
	}
	n.Roles, n.Verified = len(c.roles), c.Basis()["verified"]
	return n
}
