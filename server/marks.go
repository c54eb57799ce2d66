package server

import (
	"cmp"
	"slices"
	"strings"

	"nuncio"
)

// piece is a stretch of a report over which nothing changes: what it is, and which
// rows of the record it belongs to.
type piece struct {
	Text  string
	Class string  // n name, t time, p place, s source, c cue, g event word, w words of an event, d1…d4 inside attributions
	Keys  string  // ids of events, attributions and entities, for highlighting both ways
	Event string  // the event whose words begin here: leads to its row
	ID    string  // the place to which that row leads back
	Whose []whose // attributions that begin here
}

// whose marks where somebody's words begin.
type whose struct{ ID, Name string }

type mark struct {
	span  nuncio.Span
	class string
	key   string
	rank  int // order of the keys: events before attributions before entities
}

// pieces cuts the text, or the title, at every edge of a mark. Spans that cross are
// cut like all others, so what comes out is always well nested.
func pieces(rec *nuncio.Record, in string) []piece {
	text := []rune(rec.Report.Text)
	if in == "title" {
		text = []rune(rec.Report.Title)
	}
	marks := marksOf(rec, in)
	marks = slices.DeleteFunc(marks, func(m mark) bool { return m.span.Start < 0 || m.span.End > len(text) || m.span.Len() <= 0 })
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.span.Start, b.span.Start) })
	edges := []int{0, len(text)}
	for _, m := range marks {
		edges = append(edges, m.span.Start, m.span.End)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	begins := beginnings(rec, in)
	shown := map[string]bool{}
	var out []piece
	var active []mark
	next := 0
	for i := range len(edges) - 1 {
		at := edges[i]
		active = slices.DeleteFunc(active, func(m mark) bool { return m.span.End <= at })
		for next < len(marks) && marks[next].span.Start == at {
			active = append(active, marks[next])
			next++
		}
		p := join(active)
		p.Text = string(text[at:edges[i+1]])
		p.Whose = begins[at]
		for _, m := range active { // one stop of Tab for the words of an event
			if m.class == "g" && !shown[m.key] && strings.TrimSpace(p.Text) != "" {
				shown[m.key] = true
				p.Event, p.ID = m.key, "w-"+m.key
				break
			}
		}
		out = append(out, p)
	}
	return out
}

// join makes one piece of the marks that lie over it.
func join(active []mark) piece {
	var p piece
	depth := 0
	var classes []string
	keys := slices.Clone(active)
	slices.SortStableFunc(keys, func(a, b mark) int { return cmp.Compare(a.rank, b.rank) })
	var ids []string
	for _, m := range keys {
		if m.class == "d" {
			depth++
		} else if !slices.Contains(classes, m.class) {
			classes = append(classes, m.class)
		}
		if m.key != "" && !slices.Contains(ids, m.key) {
			ids = append(ids, m.key)
		}
	}
	if depth > 0 {
		classes = append(classes, "d", "d"+string(rune('0'+min(depth, 4))))
	}
	p.Class, p.Keys = strings.Join(classes, " "), strings.Join(ids, " ")
	return p
}

func marksOf(rec *nuncio.Record, in string) []mark {
	var out []mark
	add := func(class, key string, rank int, spans ...nuncio.Span) {
		for _, s := range spans {
			if !s.IsZero() {
				out = append(out, mark{s, class, key, rank})
			}
		}
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		if e.When.In == in && e.When.Text != "" {
			add("t", e.ID, 0, e.When.Span)
		}
		if e.In != in {
			continue
		}
		add("g", e.ID, 0, e.Evidence.Trigger.Span)
		add("w", e.ID, 0, e.Evidence.Span)
		for _, side := range [][]nuncio.Party{e.Actor, e.Recipient, e.Via} {
			for _, p := range side {
				add("n", e.ID, 0, p.Span)
			}
		}
		if e.Where != nil {
			add("p", e.ID, 0, e.Where.Span)
		}
	}
	for i := range rec.Attributions {
		a := &rec.Attributions[i]
		if a.In != in {
			continue
		}
		add("d", a.ID, 1, a.Content.Span)
		add("d", a.ID, 1, a.Content.More...)
		if a.Source != nil {
			add("s", a.ID, 1, a.Source.Span)
		}
		if a.Cue != nil {
			add("c", a.ID, 1, a.Cue.Span)
		}
		if a.When != nil && a.When.In == in {
			add("t", a.ID, 1, a.When.Span)
		}
	}
	for i := range rec.Entities {
		e := &rec.Entities[i]
		spans := e.Mentions
		if in == "title" {
			spans = e.TitleMentions
		}
		add("n", "x/"+e.ID, 2, spans...)
	}
	return out
}

// beginnings says whose words begin where.
func beginnings(rec *nuncio.Record, in string) map[int][]whose {
	out := map[int][]whose{}
	for i := range rec.Attributions {
		a := &rec.Attributions[i]
		if a.In == in && !a.Content.Span.IsZero() {
			out[a.Content.Span.Start] = append(out[a.Content.Span.Start], whose{a.ID, clip(sourceName(rec, a), 28)})
		}
	}
	return out
}

// sourceName is who says it: the entity's name where the words are a pronoun or title.
func sourceName(rec *nuncio.Record, a *nuncio.Attribution) string {
	if a.Source == nil {
		return "unnamed"
	}
	for i := range rec.Entities {
		if e := &rec.Entities[i]; e.ID == a.Source.Entity && e.ID != "" && e.Name != "" {
			return e.Name
		}
	}
	return a.Source.Text
}
