package occurrence

import (
	"slices"
	"strings"

	"nuncio"
)

// originsOf are the sources on whose word an event rests: the first link of each
// of its chains, or the voice of its report.
func (m *Merger) originsOf(it *item) []nuncio.Origin {
	var out []nuncio.Origin
	add := func(o nuncio.Origin) {
		if !slices.ContainsFunc(out, func(p nuncio.Origin) bool { return p.ID == o.ID }) {
			o.Denies = it.Status == nuncio.Negated
			o.Interested = slices.Contains(it.all.principals, o.ID)
			out = append(out, o)
		}
	}
	if len(it.Chain) == 0 {
		add(m.voice(it))
	} else {
		add(m.link(it, &it.Chain[0]))
	}
	for _, path := range it.Chains {
		if len(path) > 0 {
			add(m.link(it, &path[0]))
		}
	}
	return out
}

// voice is the origin of what a report tells on its own word.
func (m *Merger) voice(it *item) nuncio.Origin {
	v := it.Voice
	if v.Report == "" {
		v = Voice{it.Report, it.Published, it.Outlet, it.Agency}
	}
	switch {
	case v.Agency != "":
		return m.outlet(it, v.Agency, nuncio.LinkAgency)
	case v.Outlet != "":
		return m.outlet(it, v.Outlet, "")
	}
	return nuncio.Origin{ID: "report/" + v.Report, Name: "report " + v.Report}
}

// outlet is the origin that an agency or outlet is, by its name.
func (m *Merger) outlet(it *item, name string, kind nuncio.LinkKind) nuncio.Origin {
	id := m.kin.Outlet(name, it.day())
	if id == "" {
		return nuncio.Origin{ID: "outlet/" + slug(name), Name: name, Kind: kind}
	}
	o := nuncio.Origin{ID: m.kin.Principal(id, it.day()), Name: name, Kind: kind}
	if stateID(o.ID) {
		o.Country, o.Kind = o.ID, nuncio.LinkStateMedia
	}
	return o
}

// link is the origin that the first link of a chain is.
func (m *Merger) link(it *item, l *nuncio.Link) nuncio.Origin {
	o := nuncio.Origin{Name: l.Name, Kind: l.Kind, Country: l.Country}
	group := strings.HasPrefix(l.Entity, "group/")
	if l.Entity != "" && !group {
		o.ID = m.kin.Principal(l.Entity, it.day())
		if o.ID != l.Entity || stateID(o.ID) {
			return o
		}
	}
	speaks := l.Kind == nuncio.LinkGovernment || l.Kind == nuncio.LinkOfficial || l.Kind == nuncio.LinkStateMedia
	switch {
	case l.Kind == nuncio.LinkUnnamed:
		return m.unnamed(it, o)
	case speaks && stateID(l.Country):
		o.ID = l.Country
	case group, l.Kind == nuncio.LinkGroup && l.Entity == "":
		return m.unnamed(it, o) // "residents", "analysts": nobody can tell whether they are the same
	case o.ID == "":
		switch l.Kind {
		case nuncio.LinkAgency, nuncio.LinkStateMedia, nuncio.LinkNewspaper, nuncio.LinkBroadcaster:
			return m.outlet(it, l.Name, l.Kind)
		}
		o.ID = "name/" + slug(l.Name)
	}
	return o
}

// unnamedPrefix begins the ids of sources that nobody named.
const unnamedPrefix = "unnamed/"

// unnamed is the one origin that all unnamed sources of an outlet are.
func (m *Merger) unnamed(it *item, o nuncio.Origin) nuncio.Origin {
	o.ID = unnamedPrefix + m.voice(it).ID
	o.Kind = nuncio.LinkUnnamed
	return o
}

// slug is a name as a part of an id.
func slug(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(name)), "-")
}

// origins collects the distinct origins of an occurrence, in the order of reports.
type origins struct{ list []nuncio.Origin }

func (t *origins) add(o nuncio.Origin, ref nuncio.EventRef) {
	i := slices.IndexFunc(t.list, func(p nuncio.Origin) bool { return p.ID == o.ID })
	if i < 0 {
		i = len(t.list)
		t.list = append(t.list, o)
	}
	t.list[i].Events = append(t.list[i].Events, ref)
}

// independent counts the origins. Unnamed sources of different outlets may be the
// same person and are one together; where a named origin and unnamed ones stand
// side by side they are two.
func (t *origins) independent() int {
	n, unnamed := 0, 0
	for _, o := range t.list {
		if strings.HasPrefix(o.ID, unnamedPrefix) {
			unnamed = 1
		} else {
			n++
		}
	}
	return n + unnamed
}
