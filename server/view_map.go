package server

import (
	"net/http"
	"net/url"
	"slices"

	"nuncio/store"
)

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
		v.Tabs = append(v.Tabs, tab{Name: g.Name, Href: withQuery("/map", u), Here: g.ID == v.Region.ID})
	}
	c, err := p.count(ctx, r.URL.RequestURI(), "places", &q, ruleEvent, rulePoint, ruleDay)
	if c != nil {
		c.CSV, c.Lines = "", ""
	}
	return page{template: "map.html", title: "Map", here: "map", counted: c, chips: chips(r.URL), view: v}, err
}
