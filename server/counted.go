package server

import (
	"context"
	"net/url"
	"strings"

	"nuncio/store"
)

// counted says under every view how its figures came about and how to get them again.
type counted struct {
	Filter    []string // in words; empty when everything counts
	Rules     []string
	Address   string // of this view
	JSON, CSV string // of the rows behind it
	Lines     string
	Stats     store.Stats
}

const (
	ruleDay   = "An event counts on its first day, else its last, else the day of its report."
	ruleEvent = "Events count as they are coded: one report may hold several, and two reports of one happening count twice."
	ruleOne   = "Occurrences are events merged into happenings; copies of a text count once, and so do all reports that go back to one source."
	ruleSays  = "A status is what the first link of the chain says, never that it is true."
	ruleState = "A state stands for everybody of that country."
	rulePoint = "Only places known as a point, city or district are drawn; a country or province is listed, never shown as a point."
)

// count makes the note of a view over rows of the kind that path lists.
func (p *pages) count(ctx context.Context, address, rows string, q *Query, rules ...string) (*counted, error) {
	stats, err := p.s.stats(ctx)
	if err != nil {
		return nil, err
	}
	c := &counted{Rules: rules, Address: address, Stats: stats}
	if q != nil {
		c.Filter = q.words()
	}
	if rows != "" {
		v := url.Values{}
		if q != nil {
			v = q.values()
		}
		c.JSON, c.CSV, c.Lines = withQuery("/v1/"+rows, v), withQuery("/v1/"+rows+".csv", v), withQuery("/v1/"+rows+".jsonl", v)
	}
	return c, nil
}

// words tell the filter as people would.
func (q *Query) words() []string {
	var out []string
	say := func(label string, values ...string) {
		if s := strings.Join(values, " or "); s != "" {
			out = append(out, label+" "+s)
		}
	}
	say("with", q.Party...)
	if a, b, ok := strings.Cut(q.Between, ","); ok && q.Directed {
		say("by "+a, "towards "+b)
	} else if ok {
		say("between "+a, "and "+b)
	}
	say("class", q.Class...)
	for _, n := range q.Quad {
		say("quad class", quadName(n))
	}
	say("status", q.Status...)
	say("through", q.Chain)
	say("on the word of", q.Origin)
	say("since", q.Since)
	say("until", q.Until)
	say("in", q.Country)
	say("at", q.Place)
	if q.Corroboration > 1 {
		say("from at least", plural(q.Corroboration, "independent origin", "independent origins"))
	}
	say("in reports that have the words", q.Text)
	say("in report", q.Report)
	say("printed by", q.Outlet)
	say("of occurrence", q.Occurrence)
	return out
}
