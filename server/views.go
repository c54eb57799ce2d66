package server

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"nuncio"
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
	months, err := p.s.Store.Months(ctx, f)
	if err != nil {
		return page{}, err
	}
	for _, m := range months {
		v.Let.Events += m.Events
		v.Let.Occurrences += m.Occurrences
	}
	v.Months = drawMonths(months, &q)
	if v.Dyads, err = p.s.Store.Dyads(ctx, f, 12); err != nil {
		return page{}, err
	}
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
	out := make([]card, 0, len(rows))
	for _, row := range rows {
		o, err := p.s.Store.Occurrence(ctx, row.ID)
		if err != nil {
			return nil, fmt.Errorf("occurrence %s: %w", row.ID, err)
		}
		c := card{OccurrenceRow: row}
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
}

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
		v.Tabs = append(v.Tabs, tab{t, address(t, ""), t == v.Show})
	}
	if next != "" {
		v.Next = address(v.Show, next)
	}
	c, err := p.count(ctx, r.URL.RequestURI(), v.Show, &q, ruleDay, ruleOne, ruleSays)
	return page{template: "search.html", title: "Search", here: "search", search: q.Text, counted: c, chips: chips(r.URL), view: v}, err
}

type dyadView struct {
	A, B, Here     string
	AName, BName   string
	Query          Query
	Count          store.DyadCount
	Timeline       *timeline
	Shown, Undated int
	Cut            bool
	Years, Orders  []tab // ways to look closer
	Cards          []card
	Next           string
}

// dyad is two parties on a timeline of cooperation and conflict.
func (p *pages) dyad(r *http.Request) (page, error) {
	ctx := r.Context()
	v := dyadView{A: r.PathValue("a"), B: r.PathValue("b")}
	v.Here = dyadURL(v.A, v.B)
	in := r.URL.Query()
	in.Set("between", v.A+","+v.B)
	q, err := queryOf(in)
	if err != nil {
		return page{}, err
	}
	f, err := q.filter()
	if err != nil {
		return page{}, err
	}
	v.Query = q
	if v.AName, err = p.nameOf(r, v.A); err != nil {
		return page{}, err
	}
	if v.BName, err = p.nameOf(r, v.B); err != nil {
		return page{}, err
	}
	all, err := p.s.Store.Occurrences(ctx, f, store.Page{Limit: timelineRows})
	if err != nil {
		return page{}, err
	}
	v.Timeline, v.Shown, v.Cut = drawTimeline(all.Rows), len(all.Rows), all.Next != ""
	v.Years = years(all.Rows, &q, v.Here)
	for _, o := range all.Rows {
		if o.Day.IsZero() {
			v.Undated++
		}
		switch o.Quad {
		case 1, 2:
			v.Count.Cooperation++
		case 3, 4:
			v.Count.Conflict++
		}
	}
	listed := all.Rows[:min(listRows, len(all.Rows))]
	strongest := r.URL.Query().Get("order") == "strongest"
	if strongest {
		l, err := p.s.Store.Occurrences(ctx, f, store.Page{Limit: listRows, Order: store.Strongest})
		if err != nil {
			return page{}, err
		}
		listed = l.Rows
	}
	v.Orders = orders(r.URL, strongest)
	if v.Cards, err = p.cards(ctx, listed); err != nil {
		return page{}, err
	}
	if len(all.Rows) > listRows || v.Cut {
		more := q.values()
		if strongest {
			more.Set("order", "strongest")
		}
		v.Next = searchURL(more)
	}
	c, err := p.count(ctx, r.URL.RequestURI(), "occurrences", &q, ruleOne, ruleState, ruleDay, ruleSays)
	return page{template: "dyad.html", title: v.AName + " and " + v.BName, counted: c, chips: chips(r.URL, "between"), view: v}, err
}

// orders are the ways to sort a dyad's occurrences.
func orders(u *url.URL, strongest bool) []tab {
	v := u.Query()
	v.Del("order")
	latest := withQuery(u.EscapedPath(), v)
	v.Set("order", "strongest")
	return []tab{{"latest first", latest, !strongest}, {"most sources first", withQuery(u.EscapedPath(), v), strongest}}
}

// maxYears is how many years a dyad offers to look at alone: the latest.
const maxYears = 14

// years are tabs of the years that have something, and of all.
func years(rows []store.OccurrenceRow, q *Query, here string) []tab {
	var have []int
	for _, o := range rows {
		if y := o.Day.Year; y != 0 && !slices.Contains(have, y) {
			have = append(have, y)
		}
	}
	narrowed := q.Since != "" || q.Until != ""
	if len(have) < 2 && !narrowed {
		return nil
	}
	slices.Sort(have)
	have = have[max(0, len(have)-maxYears):]
	address := func(since, until string) string {
		other := *q
		other.Between, other.Since, other.Until = "", since, until
		return withQuery(here, other.values())
	}
	out := []tab{{"All years", address("", ""), !narrowed}}
	for _, y := range have {
		since, until := fmt.Sprintf("%04d-01-01", y), fmt.Sprintf("%04d-12-31", y)
		out = append(out, tab{fmt.Sprint(y), address(since, until), q.Since == since && q.Until == until})
	}
	return out
}

type actorView struct {
	*store.Actor
	Network *network
	Chart   *barChart
	Cards   []card
	More    string
}

// actor is a party's roles through time, and its partners as a network.
func (p *pages) actor(r *http.Request) (page, error) {
	ctx := r.Context()
	q, f, err := filtered(r)
	if err != nil {
		return page{}, err
	}
	id := r.PathValue("id")
	if err := checkWord("id", id, maxWord); err != nil {
		return page{}, err
	}
	a, err := p.s.Store.Actor(ctx, id, f)
	if err != nil {
		return page{}, err
	}
	q.Party = []string{id}
	if f, err = q.filter(); err != nil {
		return page{}, err
	}
	v := actorView{Actor: a, Network: drawNetwork(a), Chart: drawMonths(a.Months, &q), More: searchURL(q.values())}
	latest, err := p.s.Store.Occurrences(ctx, f, store.Page{Limit: overviewRows})
	if err != nil {
		return page{}, err
	}
	if v.Cards, err = p.cards(ctx, latest.Rows); err != nil {
		return page{}, err
	}
	c, err := p.count(ctx, r.URL.RequestURI(), "events", &q, ruleEvent, ruleState, ruleDay, "A role is given for the days of the reports in which the party bears it.")
	return page{template: "actor.html", title: a.Name, counted: c, chips: chips(r.URL, "party"), view: v}, err
}

type reportView struct {
	Record      *nuncio.Record
	Title, Text []piece
	Rows        []reportRow
	Said        []said
	Versions    []store.Version
	Pasted      bool
}

// reportRow is an event of the report with the occurrence it belongs to.
type reportRow struct {
	nuncio.Event
	Words         string
	Occurrence    string
	Corroboration int
}

// said is an attribution as the list beside the text shows it.
type said struct {
	nuncio.Attribution
	Who   string
	Depth int
}

// report is the text with all that was read in it.
func (p *pages) report(r *http.Request) (page, error) {
	ctx := r.Context()
	id := r.PathValue("id")
	if err := checkWord("id", id, maxWord); err != nil {
		return page{}, err
	}
	rec, err := p.s.Store.Record(ctx, id)
	if err != nil {
		return page{}, err
	}
	v := viewOf(rec)
	if v.Versions, err = p.s.Store.Versions(ctx, id); err != nil {
		return page{}, err
	}
	l, err := p.s.Store.Events(ctx, store.Filter{Report: rec.Report.ID}, store.Page{Limit: store.MaxPage})
	if err != nil {
		return page{}, err
	}
	for _, e := range l.Rows {
		for i := range v.Rows {
			if v.Rows[i].ID == e.ID {
				v.Rows[i].Occurrence, v.Rows[i].Corroboration = e.Occurrence, e.Corroboration
			}
		}
	}
	title := rec.Report.Title
	if title == "" {
		title = "Report"
	}
	q := Query{Report: rec.Report.ID}
	c, err := p.count(ctx, r.URL.RequestURI(), "events", &q, ruleSays, "Shown as coded by version "+rec.Coder.Version+", codebook "+rec.Coder.Codebook+", model "+rec.Coder.Model+".")
	return page{template: "report.html", title: title, counted: c, view: v}, err
}

func viewOf(rec *nuncio.Record) reportView {
	v := reportView{Record: rec, Title: pieces(rec, "title"), Text: pieces(rec, "")}
	for _, e := range rec.Events {
		v.Rows = append(v.Rows, reportRow{Event: e, Words: rec.Report.Cut(e.In, e.Evidence.Span)})
	}
	depth := map[string]int{}
	for _, a := range rec.Attributions {
		if a.Within != "" {
			depth[a.ID] = min(depth[a.Within]+1, 4)
		}
		v.Said = append(v.Said, said{a, sourceName(rec, &a), depth[a.ID]})
	}
	return v
}

type occurrenceView struct {
	*store.Occurrence
	Asserts, Denies []nuncio.Origin
	Tree, DenyTree  []*hop
	Merged          []nuncio.Member
	To, From        []nuncio.OccurrenceLink
}

// occurrence is who asserts, who denies, and who took it from whom.
func (p *pages) occurrence(r *http.Request) (page, error) {
	ctx := r.Context()
	id := r.PathValue("id")
	if err := checkWord("id", id, maxWord); err != nil {
		return page{}, err
	}
	o, err := p.s.Store.Occurrence(ctx, id)
	if err != nil {
		return page{}, err
	}
	v := occurrenceView{Occurrence: o, Tree: takenFrom(o.Rows), DenyTree: takenFrom(o.Denials)}
	for _, g := range o.Origins {
		if g.Denies {
			v.Denies = append(v.Denies, g)
		} else {
			v.Asserts = append(v.Asserts, g)
		}
	}
	v.Denies = append(v.Denies, deniers(o, v.Denies)...)
	for _, m := range o.Events {
		if m.Why != "" {
			v.Merged = append(v.Merged, m)
		}
	}
	for _, l := range o.Links {
		if l.From == o.ID {
			v.From = append(v.From, l)
		} else {
			v.To = append(v.To, l)
		}
	}
	q := Query{Occurrence: id}
	title := o.Event + ": " + partyNames(o.Actor)
	if len(o.Recipient) > 0 {
		title += " – " + partyNames(o.Recipient)
	}
	c, err := p.count(ctx, r.URL.RequestURI(), "events", &q, ruleOne, "Organs of one state are one origin; unnamed sources of one outlet are one; an origin that is itself a party is interested.", ruleSays)
	return page{template: "occurrence.html", title: title, counted: c, view: v}, err
}

// deniers are those who deny it in occurrences of their own, by the rows that say so.
func deniers(o *store.Occurrence, known []nuncio.Origin) []nuncio.Origin {
	var out []nuncio.Origin
	for i := range o.Denials {
		e := &o.Denials[i]
		for _, id := range e.Origins {
			named := func(g nuncio.Origin) bool { return g.ID == id }
			if slices.ContainsFunc(known, named) {
				continue
			}
			k := slices.IndexFunc(out, named)
			if k < 0 {
				g := nuncio.Origin{ID: id, Name: e.Outlet, Denies: true}
				if len(e.Chain) > 0 {
					g.Name, g.Kind, g.Country = e.Chain[0].Name, e.Chain[0].Kind, e.Chain[0].Country
				} else if e.Agency != "" {
					g.Name = e.Agency
				}
				out, k = append(out, g), len(out)
			}
			out[k].Events = append(out[k].Events, nuncio.EventRef{Report: e.Report, Event: e.ID})
		}
	}
	return out
}

func partyNames(ps []nuncio.Party) string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Name
	}
	return strings.Join(out, ", ")
}

type mapViewData struct {
	Query  Query
	Map    *worldMap
	Region region
	Tabs   []tab
	Places []store.PlaceCount
	Rest   []store.PlaceCount
}

// mapView is where events happened.
func (p *pages) mapView(r *http.Request) (page, error) {
	ctx := r.Context()
	q, f, err := filtered(r)
	if err != nil {
		return page{}, err
	}
	v := mapViewData{Query: q, Region: regionOf(r.URL.Query().Get("region"))}
	if v.Places, err = p.s.Store.Places(ctx, f, placeRows); err != nil {
		return page{}, err
	}
	v.Map, v.Rest = p.world.draw(v.Places, v.Region, &q)
	v.Places = slices.DeleteFunc(v.Places, func(c store.PlaceCount) bool { return c.Lat == nil || c.Lon == nil })
	for _, g := range regions {
		u := url.Values(q.values())
		if g.ID != "world" {
			u.Set("region", g.ID)
		}
		v.Tabs = append(v.Tabs, tab{g.Name, withQuery("/map", u), g.ID == v.Region.ID})
	}
	c, err := p.count(ctx, r.URL.RequestURI(), "places", &q, ruleEvent, rulePoint, ruleDay)
	if c != nil {
		c.CSV, c.Lines = "", ""
	}
	return page{template: "map.html", title: "Map", here: "map", counted: c, chips: chips(r.URL), view: v}, err
}
