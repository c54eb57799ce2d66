package server

import (
	"net/http"
	"slices"
	"strings"

	"nuncio"
	"nuncio/store"
)

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
