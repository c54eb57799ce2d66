package server

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"nuncio"
	"nuncio/store"
)

// funcs are what templates may call.
var funcs = template.FuncMap{
	"quadName": quadName, "quads": func() []int { return []int{1, 2, 3, 4, 0} },
	"when": whenWords, "day": dayWords, "chain": chainWords,
	"actorURL": actorURL, "dyadURL": dyadURL, "reportURL": reportURL, "occurrenceURL": occurrenceURL, "eventURL": eventURL,
	"plural": plural, "num": thousands, "lower": strings.ToLower, "join": strings.Join,
	"classes": func() []string { return classes }, "statuses": func() []string { return statuses },
	"share": func(part, all int) int { return part * 100 / max(all, 1) },
	"names": partyNames, "found": foundPieces,
	"clip": clip, "weigh": weigh, "originName": originName, "tellings": tellings, "words": wordings, "dots": dots,
	"has": func(list []string, s string) bool {
		for _, v := range list {
			if v == s {
				return true
			}
		}
		return false
	},
	"hasInt": func(list []int, n int) bool {
		for _, v := range list {
			if v == n {
				return true
			}
		}
		return false
	},
	"dict": dict, "classOf": classOf,
	"f": func(v float64) string { return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.1f", v), "0"), ".") },
}

// classOf is the PLOVER class of whatever a template shows; rows embed the event, so
// that their field of that name is the event itself.
func classOf(v any) string {
	switch v := v.(type) {
	case store.EventRow:
		return v.Event.Event
	case reportRow:
		return v.Event.Event
	case card:
		return v.Event
	case *card:
		return v.Event
	case occurrenceView:
		return v.Event
	}
	return ""
}

// dict is a map for a template that takes more than one thing: keys and values in turn.
func dict(pairs ...any) (map[string]any, error) {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		key, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: key %v is no string", pairs[i])
		}
		m[key] = pairs[i+1]
	}
	return m, nil
}

func quadName(q int) string {
	switch q {
	case 1:
		return "verbal cooperation"
	case 2:
		return "material cooperation"
	case 3:
		return "verbal conflict"
	case 4:
		return "material conflict"
	}
	return "statement"
}

func dayWords(d nuncio.Date) string {
	if d.IsZero() {
		return "no day"
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month.String()[:3], d.Year)
}

// whenWords says an interval as finely as it is known.
func whenWords(v nuncio.Interval) string {
	a, b := v.Start, v.End
	switch {
	case v.IsZero():
		return "day not known"
	case a.IsZero():
		return "by " + dayWords(b)
	case b.IsZero():
		return "from " + dayWords(a)
	case a == b:
		return dayWords(a)
	}
	last := nuncio.NewDate(a.Year, a.Month+1, 0)
	switch {
	case v.Granularity == nuncio.GranularityMonth && a.Day == 1 && b == last:
		return fmt.Sprintf("%s %d", a.Month, a.Year)
	case a == nuncio.NewDate(a.Year, 1, 1) && b == nuncio.NewDate(b.Year, 12, 31):
		if a.Year == b.Year {
			return fmt.Sprint(a.Year)
		}
		return fmt.Sprintf("%d–%d", a.Year, b.Year)
	case a.Year == b.Year && a.Month == b.Month:
		return fmt.Sprintf("%d–%d %s %d", a.Day, b.Day, a.Month.String()[:3], a.Year)
	case a.Year == b.Year:
		return fmt.Sprintf("%d %s – %s", a.Day, a.Month.String()[:3], dayWords(b))
	}
	return dayWords(a) + " – " + dayWords(b)
}

// chainWords reads from whose word it is to who passed it on last.
func chainWords(links []nuncio.Link) string {
	names := make([]string, len(links))
	for i, l := range links {
		names[i] = l.Name
	}
	return strings.Join(names, " → ")
}

// tellings counts the reports that carry an origin's word.
func tellings(o nuncio.Origin) int {
	var reports []string
	for _, e := range o.Events {
		reports = append(reports, e.Report)
	}
	slices.Sort(reports)
	return len(slices.Compact(reports))
}

// wordings are rows without those that say what the same words of the same report
// said already.
func wordings(rows []store.EventRow) []store.EventRow {
	var out []store.EventRow
	for i := range rows {
		r := &rows[i]
		if !slices.ContainsFunc(out, func(o store.EventRow) bool { return o.Report == r.Report && o.Words == r.Words }) {
			out = append(out, *r)
		}
	}
	return out
}

// originName is an origin's name; a report without outlet has none.
func originName(o nuncio.Origin) string {
	if strings.HasPrefix(o.ID, "report/") {
		return "a report without outlet"
	}
	return o.Name
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}
