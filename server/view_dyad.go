package server

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"nuncio/store"
)

type dyadView struct {
	A, B, Here     string
	AName, BName   string
	Query          Query
	Count          store.DyadCount
	Timeline       *timeline
	Shown, Undated int
	Cut            bool
	Narrowed       bool  // by more than the two parties
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
	v.Narrowed = len(q.values()) > 1
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
	return []tab{{Name: "latest first", Href: latest, Here: !strongest}, {Name: "most sources first", Href: withQuery(u.EscapedPath(), v), Here: strongest}}
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
	out := []tab{{Name: "All years", Href: address("", ""), Here: !narrowed}}
	for _, y := range have {
		since, until := fmt.Sprintf("%04d-01-01", y), fmt.Sprintf("%04d-12-31", y)
		out = append(out, tab{Name: fmt.Sprint(y), Href: address(since, until), Here: q.Since == since && q.Until == until})
	}
	return out
}
