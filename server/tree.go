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
	Row  *store.EventRow
	Copy bool // repeats the text of another report
}

// Count is how many reports hang below.
func (h *hop) Count() int {
	n := len(h.Reports)
	for _, k := range h.Next {
		n += k.Count()
	}
	return n
}

// takenFrom is the tree of who took it from whom: the first links of the chains are
// the roots, reports the leaves. A report without chain hangs below its agency, or
// is its own root.
func takenFrom(rows []store.EventRow) []*hop {
	root := &hop{}
	for i := range rows {
		r := &rows[i]
		paths := append([][]nuncio.Link{r.Chain}, r.Chains...)
		for _, links := range paths {
			at := root
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
			at.Reports = append(at.Reports, leaf{r, r.CopyOf != ""})
		}
	}
	root.sort()
	return root.Next
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
