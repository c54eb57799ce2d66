package occurrence

import (
	"slices"
	"strings"

	"nuncio"
)

// Event is a coded event with what merging must know of its report.
type Event struct {
	nuncio.Event
	Report    string
	Published nuncio.Date
	Outlet    string
	Agency    string
	Words     string // the piece of text that the event was read from
	Voice     Voice  // whose words the report's own words are: those of the text it copies
}

// Voice is the report, of all that have nearly the same text, whose word it is.
type Voice struct {
	Report    string // the earliest of the copies
	Published nuncio.Date
	Outlet    string
	Agency    string // of the first copy that names one
}

// Ref names the event.
func (e *Event) Ref() nuncio.EventRef { return nuncio.EventRef{Report: e.Report, Event: e.ID} }

// Of makes the events of a record ready for merging, each with its report's own voice.
func Of(rec *nuncio.Record) []Event {
	r := &rec.Report
	out := make([]Event, len(rec.Events))
	for i, e := range rec.Events {
		out[i] = Event{Event: e, Report: r.ID, Published: r.Published, Outlet: r.Outlet, Agency: r.Agency,
			Words: r.Cut(e.In, e.Evidence.Span), Voice: Voice{r.ID, r.Published, r.Outlet, r.Agency}}
	}
	return out
}

// Kin are the questions about parties that the catalogue answers.
type Kin struct {
	// Same reports whether two ids name one party on a day: equal, or one the state,
	// office or member of the other.
	Same func(a, b string, on nuncio.Date) bool
	// Principal is the state, or else the body, for which a party speaks on a day;
	// the id itself when nobody knows better.
	Principal func(id string, on nuncio.Date) string
	// Outlet is the id of an agency or outlet by its name; "" when nobody knows it.
	Outlet func(name string, on nuncio.Date) string
}

// NoKin knows only what the records themselves say.
func NoKin() Kin {
	return Kin{
		Same:      func(a, b string, _ nuncio.Date) bool { return a == b },
		Principal: func(id string, _ nuncio.Date) string { return id },
		Outlet:    func(string, nuncio.Date) string { return "" },
	}
}

// day is the day on which the parties' roles are looked up.
func (e *Event) day() nuncio.Date {
	switch {
	case !e.When.Start.IsZero():
		return e.When.Start
	case !e.When.End.IsZero():
		return e.When.End
	}
	return e.Published
}

// organSectors are the sectors whose bearers act for their state.
var organSectors = []string{"GOV", "MIL", "LEG", "JUD", "SPY", "COP"}

// vague reports whether a party is only described ("two villagers", "its troops"),
// so that two descriptions may well mean the same people.
func vague(p *nuncio.Party) bool {
	return p.Entity == "" || strings.HasPrefix(p.Entity, "group/") || stateID(p.Entity)
}

// principal is for whom a party of an event stands. What is done to the people of
// a country is done to the country; what they do is not done by it.
func (k *Kin) principal(e *Event, p *nuncio.Party, acting bool) string {
	if id := p.Entity; id != "" && !strings.HasPrefix(id, "group/") {
		if of := k.Principal(id, e.day()); of != id || stateID(id) {
			return of
		}
	}
	if stateID(p.Country) {
		switch {
		case slices.Contains(organSectors, p.Sector):
			return p.Country
		case !acting && vague(p) && (p.Sector == "CVL" || p.Sector == ""):
			return p.Country
		case vague(p):
			return p.Country + "/" + p.Sector
		}
	}
	if p.Entity != "" {
		return p.Entity
	}
	return "name/" + strings.ToLower(p.Name)
}

// stateID reports whether an id or country is a state's: three capitals that are
// none of the codes for bodies without a country.
func stateID(s string) bool {
	if len(s) != 3 || slices.Contains([]string{"IGO", "NGO", "MNC", "IMG", "ISM", "REG"}, s) {
		return false
	}
	for i := range 3 {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// sides are the principals of both sides, each sorted and without doubles.
func (k *Kin) sides(e *Event) (actor, recipient []string) {
	list := func(ps []nuncio.Party, acting bool) []string {
		var out []string
		for i := range ps {
			out = append(out, k.principal(e, &ps[i], acting))
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	actor, recipient = list(e.Actor, true), list(e.Recipient, e.Reciprocal)
	if e.Reciprocal { // the act has no direction: all are on one side
		actor = append(actor, recipient...)
		slices.Sort(actor)
		return slices.Compact(actor), nil
	}
	return actor, recipient
}

// Block is the key under which events are compared: those with different keys are
// never one happening.
func Block(e *Event, kin Kin) string {
	a, r := kin.sides(e)
	all := append(slices.Clone(a), r...)
	slices.Sort(all)
	return e.Event.Event + " " + strings.Join(slices.Compact(all), " ")
}
