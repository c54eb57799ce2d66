package server

import (
	"context"
	"net/http"
	"slices"

	"nuncio/store"
)

// How many rows a view shows; lists go on by page.
const (
	overviewRows = 8
	listRows     = 30
	timelineRows = 500
	placeRows    = 1000
	echoRows     = 12
)

type overviewView struct {
	Stats    store.Stats
	Query    Query
	Filtered bool
	Let      store.MonthCount // what the filter lets through, all months together
	Months   *barChart
	Dyads    []store.DyadCount
	Most     int // events of the busiest dyad
	Actors   []store.ActorCount
	Latest   []card
	Loudest  *card // of those, the one that most reports repeat
	Reports  []store.ReportRow
	More     string
}

// overview is events by month and quad class, the busiest dyads, the strongest occurrences.
func (p *pages) overview(r *http.Request) (page, error) {
	ctx := r.Context()
	q, f, err := filtered(r)
	if err != nil {
		return page{}, err
	}
	v := overviewView{Query: q, Filtered: len(q.values()) > 0, More: searchURL(q.values())}
	if v.Stats, err = p.s.stats(ctx); err != nil {
		return page{}, err
	}
	months, dyads, err := p.s.busiest(ctx, f, v.Filtered)
	if err != nil {
		return page{}, err
	}
	for _, m := range months {
		v.Let.Events += m.Events
		v.Let.Occurrences += m.Occurrences
	}
	v.Months, v.Dyads = drawMonths(months, &q), dyads
	if !v.Filtered {
		if v.Actors, err = p.s.Store.Actors(ctx, "", 16); err != nil {
			return page{}, err
		}
	}
	for _, d := range v.Dyads {
		v.Most = max(v.Most, d.Events)
	}
	strongest, err := p.s.Store.Occurrences(ctx, f, store.Page{Limit: overviewRows, Order: store.Strongest})
	if err != nil {
		return page{}, err
	}
	if v.Latest, err = p.cards(ctx, strongest.Rows); err != nil {
		return page{}, err
	}
	v.Loudest = loudest(v.Latest)
	if q.Text != "" {
		reports, err := p.s.Store.Reports(ctx, f, store.Page{Limit: overviewRows})
		if err != nil {
			return page{}, err
		}
		v.Reports = reports.Rows
	}
	c, err := p.count(ctx, r.URL.RequestURI(), "events", &q, ruleEvent, ruleDay, ruleOne, ruleSays)
	return page{template: "overview.html", title: "Overview", here: "overview", search: q.Text, counted: c, chips: chips(r.URL), view: v}, err
}

// card is an occurrence as lists show it: what happened, on whose word, and its echoes.
type card struct {
	store.OccurrenceRow
	Words   string
	Report  string
	Lead    *store.EventRow
	Deniers []string
	Echoes  []store.EventRow // reports that add no origin
	More    int              // echoes that are not shown
}

// cards adds to each occurrence the words of its first report, and its echoes.
func (p *pages) cards(ctx context.Context, rows []store.OccurrenceRow) ([]card, error) {
	told, err := p.s.Store.Told(ctx, rows)
	if err != nil {
		return nil, err
	}
	out := make([]card, 0, len(rows))
	for k := range told {
		o := &told[k]
		c := card{OccurrenceRow: o.OccurrenceRow}
		for _, g := range deniers(o, nil) {
			c.Deniers = append(c.Deniers, g.Name)
		}
		heard, told := map[string]bool{}, map[string]bool{}
		for i := range o.Rows {
			e := &o.Rows[i]
			fresh := false
			for _, origin := range e.Origins {
				fresh = fresh || !heard[origin]
				heard[origin] = true
			}
			again := told[e.Report]
			told[e.Report] = true
			switch {
			case again: // the same report says it twice
			case c.Lead == nil:
				c.Lead, c.Words, c.Report = e, e.Words, e.Report
			case (!fresh || e.CopyOf != "") && len(c.Echoes) < echoRows:
				c.Echoes = append(c.Echoes, *e)
			case !fresh || e.CopyOf != "":
				c.More++
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// loudest is the card that most reports only repeat; nil where hardly any do.
func loudest(cards []card) *card {
	var best *card
	for i := range cards {
		if w := weigh(&cards[i]); w.Echoes > 1 && (best == nil || w.Echoes > weigh(best).Echoes) {
			best = &cards[i]
		}
	}
	return best
}

type searchView struct {
	Query       Query
	Show, Order string
	Cards       []card
	Events      []store.EventRow
	Reports     []store.ReportRow
	Actors      []store.ActorCount
	Tabs        []tab
	Next        string
}

type tab struct {
	Name, Href string
	Here       bool
	Count      string // how many rows; "" where nobody counted
}

// countedTo is as far as the rows of a search are counted.
const countedTo = 1000

// search lists what a filter lets through, page by page.
func (p *pages) search(r *http.Request) (page, error) {
	ctx := r.Context()
	q, f, err := filtered(r)
	if err != nil {
		return page{}, err
	}
	in := r.URL.Query()
	v := searchView{Query: q, Show: in.Get("show"), Order: in.Get("order")}
	if !slices.Contains([]string{"occurrences", "events", "reports"}, v.Show) {
		v.Show = "occurrences"
		if q.Text != "" {
			v.Show = "reports"
		}
	}
	if !slices.Contains([]string{"", "earliest", "strongest"}, v.Order) || v.Order == "strongest" && v.Show != "occurrences" {
		v.Order = ""
	}
	cursor := in.Get("cursor")
	if err := checkWord("cursor", cursor, 1000); err != nil {
		return page{}, err
	}
	at := store.Page{Limit: listRows, Cursor: cursor, Order: store.Order(v.Order)}
	var next string
	switch v.Show {
	case "events":
		l, listErr := p.s.Store.Events(ctx, f, at)
		v.Events, next, err = l.Rows, l.Next, listErr
	case "reports":
		at.Order = ""
		l, listErr := p.s.Store.Reports(ctx, f, at)
		v.Reports, next, err = l.Rows, l.Next, listErr
	default:
		l, listErr := p.s.Store.Occurrences(ctx, f, at)
		if listErr != nil {
			return page{}, listErr
		}
		next = l.Next
		v.Cards, err = p.cards(ctx, l.Rows)
	}
	if err != nil {
		return page{}, err
	}
	if q.Text != "" && cursor == "" {
		if v.Actors, err = p.s.Store.Actors(ctx, q.Text, overviewRows); err != nil {
			return page{}, err
		}
	}
	address := func(show, cursor string) string {
		u := q.values()
		u.Set("show", show)
		if v.Order != "" {
			u.Set("order", v.Order)
		}
		if cursor != "" {
			u.Set("cursor", cursor)
		}
		return searchURL(u)
	}
	for _, t := range []string{"occurrences", "events", "reports"} {
		n, err := p.s.Store.Count(ctx, store.Kind(t), f, countedTo)
		if err != nil {
			return page{}, err
		}
		much := thousands(n)
		if n == countedTo {
			much += " and more"
		}
		v.Tabs = append(v.Tabs, tab{t, address(t, ""), t == v.Show, much})
	}
	if next != "" {
		v.Next = address(v.Show, next)
	}
	c, err := p.count(ctx, r.URL.RequestURI(), v.Show, &q, ruleDay, ruleOne, ruleSays)
	return page{template: "search.html", title: "Search", here: "search", search: q.Text, counted: c, chips: chips(r.URL), view: v}, err
}
