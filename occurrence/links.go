package occurrence

import (
	"slices"
	"strings"

	"nuncio"
)

// EventLink joins two events of one report that are not the same.
type EventLink struct {
	Kind     nuncio.OccurrenceLinkKind
	From, To string // ids within the record
	Why      string
}

// reactions are the classes of acts that answer another's deed.
var reactions = []string{"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "REQUEST", "STATEMENT", "COERCE"}

// anniversaries are the words that mark a day as the return of another.
var anniversaries = []string{"anniversary", "anniversaries", "commemorat"}

// Links reads from one record which of its events answer, deny or commemorate
// others. It looks at that record alone, so that what other reports say, and when
// they come in, changes nothing.
func Links(rec *nuncio.Record) []EventLink {
	var out []EventLink
	for i := range rec.Events {
		for k := range rec.Events {
			a, b := &rec.Events[i], &rec.Events[k]
			if i == k || a.In != b.In {
				continue
			}
			if kind, why := linked(rec, a, b); kind != "" {
				out = append(out, EventLink{kind, a.ID, b.ID, why})
			}
		}
	}
	return out
}

func linked(rec *nuncio.Record, a, b *nuncio.Event) (nuncio.OccurrenceLinkKind, string) {
	near := a.Evidence.Sentence == b.Evidence.Sentence
	switch {
	case near && slices.Contains(reactions, a.Event) && a.Status == nuncio.Asserted && speaks(a, b):
		if b.Status == nuncio.Negated {
			return nuncio.LinkDenies, "its speaker says in it that this was not so"
		}
		if b.Status == nuncio.Asserted && !startsAfter(b.When.Interval, a.When.Interval) {
			return nuncio.LinkReactsTo, "its speaker speaks of this in it"
		}
	case near && b.Status == nuncio.Asserted && yearsBefore(b.When.Interval, a.When.Interval) && mentions(rec, a, anniversaries):
		return nuncio.LinkAnniversaryOf, "the words speak of an anniversary, and the days of the year agree"
	}
	return "", ""
}

// speaks reports whether an actor of a is on whose word b stands.
func speaks(a, b *nuncio.Event) bool {
	return len(b.Chain) > 0 && b.Chain[0].Entity != "" &&
		slices.ContainsFunc(a.Actor, func(p nuncio.Party) bool { return p.Entity == b.Chain[0].Entity })
}

func startsAfter(a, b nuncio.Interval) bool {
	return !a.Start.IsZero() && !b.End.IsZero() && a.Start.After(b.End)
}

// yearsBefore reports whether a lies whole years before b: on the same days of the
// year where both are known to the week, else just in an earlier year.
func yearsBefore(a, b nuncio.Interval) bool {
	if a.Start.IsZero() || b.Start.IsZero() || a.End.IsZero() || b.End.IsZero() || a.End.Year >= b.Start.Year {
		return false
	}
	if dayNumber(a.End)-dayNumber(a.Start) >= fineDays {
		return true
	}
	moved := nuncio.NewDate(b.Start.Year, a.Start.Month, a.Start.Day)
	const slack = 3 // days by which the feast may miss the day
	d := dayNumber(moved) - dayNumber(b.Start)
	return -slack <= d && d <= slack+dayNumber(b.End)-dayNumber(b.Start)
}

func mentions(rec *nuncio.Record, e *nuncio.Event, words []string) bool {
	cut := strings.ToLower(rec.Report.Cut(e.In, e.Evidence.Span))
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(cut, w) })
}
