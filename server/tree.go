package server

import (
	"cmp"
	"slices"

	"nuncio"
	"nuncio/store"
)

// hop is who had it, with those who took it from there.
type hop struct {
	Name    string
	Kind    string
	Entity  string
	Reports []leaf // printed here
	Next    []*hop
}

// leaf is a report at the end of a chain.
type leaf struct {
	Row    *store.EventRow
	Copies []leaf // reports that repeat its text
}

// Count is how many reports hang below.
func (h *hop) Count() int {
	n := len(h.Reports)
	for _, k := range h.Next {
		n += k.Count()
	}
	for _, l := range h.Reports {
		n += len(l.Copies)
	}
	return n
}

// takenFrom is the tree of who took it from whom: the first links of the chains are
// the roots, reports the leaves. A report without chain hangs below its agency, or
// is its own root.
func takenFrom(rows []store.EventRow) []*hop {
	root := &hop{}
	var copies []*store.EventRow
	rows = onceEach(rows)
	for i := range rows {
		if r := &rows[i]; r.CopyOf != "" && holds(rows, r.CopyOf) {
			copies = append(copies, r)
		} else {
			root.hang(r)
		}
	}
	for _, r := range copies {
		root.eachLeaf(func(l *leaf) {
			if l.Row.Report == r.CopyOf {
				l.Copies = addLeaf(l.Copies, r)
			}
		})
	}
	root.sort()
	return root.Next
}

// onceEach keeps of the rows in which a report says it on the same word the one that
// says most of where that came from: in the text rather than the title, by the longest
// chain, else the first.
func onceEach(rows []store.EventRow) []store.EventRow {
	fuller := func(a, b *store.EventRow) bool {
		if (a.In == "") != (b.In == "") {
			return a.In == ""
		}
		return len(a.Chain) > len(b.Chain)
	}
	var out []store.EventRow
	for i := range rows {
		r := &rows[i]
		k := slices.IndexFunc(out, func(o store.EventRow) bool { return o.Report == r.Report && slices.Equal(o.Origins, r.Origins) })
		switch {
		case k < 0:
			out = append(out, *r)
		case fuller(r, &out[k]):
			out[k] = *r
		}
	}
	return out
}

// holds reports whether a report is among the rows.
func holds(rows []store.EventRow, report string) bool {
	return slices.ContainsFunc(rows, func(r store.EventRow) bool { return r.Report == report })
}

// hang puts a row at the end of each of its chains; of those that go back to one
// origin the longest says it all.
func (h *hop) hang(r *store.EventRow) {
	paths := append([][]nuncio.Link{r.Chain}, r.Chains...)
	if len(r.Origins) == 1 {
		longest := slices.MaxFunc(paths, func(a, b []nuncio.Link) int { return cmp.Compare(len(a), len(b)) })
		paths = [][]nuncio.Link{longest}
	}
	for _, links := range paths {
		at := h
		for _, l := range links {
			at = at.child(l.Name, string(l.Kind), l.Entity)
		}
		if r.Agency != "" && r.Agency != r.Outlet && (len(links) == 0 || links[len(links)-1].Name != r.Agency) {
			at = at.child(r.Agency, "news agency, by dateline or credit", "")
		}
		outlet := r.Outlet
		if outlet == "" {
			outlet = "unnamed outlet"
		}
		if n := len(links); n == 0 || links[n-1].Name != outlet {
			at = at.child(outlet, "outlet", "")
		}
		at.Reports = addLeaf(at.Reports, r)
	}
}

// addLeaf adds a report once, however many of its events say the same.
func addLeaf(list []leaf, r *store.EventRow) []leaf {
	if slices.ContainsFunc(list, func(l leaf) bool { return l.Row.Report == r.Report }) {
		return list
	}
	return append(list, leaf{Row: r})
}

func (h *hop) eachLeaf(visit func(*leaf)) {
	for i := range h.Reports {
		visit(&h.Reports[i])
	}
	for _, k := range h.Next {
		k.eachLeaf(visit)
	}
}

func (h *hop) child(name, kind, entity string) *hop {
	for _, k := range h.Next {
		if k.Name == name {
			return k
		}
	}
	k := &hop{Name: name, Kind: kind, Entity: entity}
	h.Next = append(h.Next, k)
	return k
}

// sort puts the one that most took it from first.
func (h *hop) sort() {
	slices.SortStableFunc(h.Next, func(a, b *hop) int {
		return cmp.Or(cmp.Compare(b.Count(), a.Count()), cmp.Compare(a.Name, b.Name))
	})
	for _, k := range h.Next {
		k.sort()
	}
}
