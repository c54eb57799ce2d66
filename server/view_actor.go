package server

import (
	"net/http"
	"slices"

	"nuncio/store"
)

type actorView struct {
	*store.Actor
	Written []string // other names for it
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
	v.Written = slices.DeleteFunc(slices.Clone(a.Names), func(name string) bool { return name == a.Name })
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
