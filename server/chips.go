package server

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
)

// chip is one part of a filter, with the address of the same view without it.
type chip struct{ Label, Href string }

// chipOrder is the order in which parts of a filter are shown.
var chipOrder = []string{"text", "party", "between", "class", "quad", "status", "corroboration", "chain", "origin", "since", "until", "country", "place", "outlet", "report", "occurrence"}

// chips are the parts of the filter of a view. What else the address says stays,
// but not the page of a list.
func chips(u *url.URL, leave ...string) []chip {
	all := u.Query()
	all.Del("cursor")
	var out []chip
	for _, name := range chipOrder {
		if slices.Contains(leave, name) {
			continue
		}
		for i, v := range all[name] {
			if v == "" || name == "corroboration" && v == "1" {
				continue
			}
			rest := maps.Clone(all)
			rest[name] = slices.Delete(slices.Clone(all[name]), i, i+1)
			if name == "between" {
				rest.Del("directed")
			}
			for k, list := range rest { // forms send what is empty
				if rest[k] = slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" }); len(rest[k]) == 0 {
					delete(rest, k)
				}
			}
			out = append(out, chip{chipLabel(name, v), withQuery(u.EscapedPath(), rest)})
		}
	}
	return out
}

func chipLabel(name, v string) string {
	q := Query{}
	switch name {
	case "text":
		q.Text = v
		return "“" + clip(v, 60) + "”"
	case "party":
		q.Party = []string{v}
	case "between":
		q.Between = v
	case "class":
		return v
	case "quad":
		n, err := strconv.Atoi(v)
		if err != nil {
			return v
		}
		return quadName(n)
	case "status":
		return v
	case "corroboration":
		n, err := strconv.Atoi(v)
		if err != nil {
			return v
		}
		return "at least " + plural(n, "source", "sources")
	case "chain":
		q.Chain = v
	case "origin":
		q.Origin = v
	case "since":
		q.Since = v
	case "until":
		q.Until = v
	case "country":
		q.Country = v
	case "place":
		q.Place = v
	case "outlet":
		q.Outlet = v
	case "report":
		q.Report = v
	case "occurrence":
		q.Occurrence = v
	}
	if w := q.words(); len(w) > 0 {
		return clip(w[0], 60)
	}
	return v
}
