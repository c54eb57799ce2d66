package storetest

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"nuncio"
	"nuncio/store"
)

func filters(t *testing.T, s store.Store) {
	ctx := context.Background()
	fill(t, s)
	for _, tc := range []struct {
		name   string
		filter store.Filter
		events string // reports, the latest first
		occurs int
	}{
		{"all", store.Filter{}, "r7 r6 r5 r4 r3 r2 r1 r0 r8", 5},
		{"between", store.Filter{Between: [2]string{"GHA", "NGA"}}, "r6 r5 r4 r3 r2 r1 r0", 3},
		{"the same, named the other way", store.Filter{Between: [2]string{"NGA", "GHA"}}, "r6 r5 r4 r3 r2 r1 r0", 3},
		{"directed", store.Filter{Between: [2]string{"GHA", "NGA"}, Directed: true}, "r5", 1},
		{"nobody's pair", store.Filter{Between: [2]string{"GHA", "CMR"}}, "", 0},
		{"party", store.Filter{Party: []string{"CMR"}}, "r7 r8", 2},
		{"either of two", store.Filter{Party: []string{"CMR", "GHA"}}, "r7 r6 r5 r4 r3 r2 r1 r0 r8", 5},
		{"an unknown party", store.Filter{Party: []string{"XXX"}}, "", 0},
		{"class", store.Filter{Class: []string{"ASSAULT", "AGREE"}}, "r7 r6", 2},
		{"quad", store.Filter{Quad: []int{3, 4}}, "r7 r8", 2},
		{"status", store.Filter{Status: []nuncio.Status{nuncio.Planned}}, "r6", 1},
		{"denials", store.Filter{Status: []nuncio.Status{nuncio.Negated}}, "r4", 1},
		{"since", store.Filter{Since: date("2015-04-01")}, "r7 r6 r5", 3},
		{"until", store.Filter{Until: date("2015-04-01")}, "r5 r4 r3 r2 r1 r0", 2},
		{"country", store.Filter{Country: "CMR"}, "r7", 1},
		{"place", store.Filter{Place: "Kousseri"}, "r7", 1},
		{"chain by name", store.Filter{Chain: "Foreign Ministry"}, "r4", 0},
		{"chain by entity", store.Filter{Chain: "outlet/ghana-wire"}, "r3", 1},
		{"origin", store.Filter{Origin: "outlet/the-lagos-ledger"}, "r6 r5 r3 r2 r1 r0", 3},
		{"corroboration", store.Filter{Corroboration: 2}, "r3 r2 r1 r0", 1},
		{"outlet", store.Filter{Outlet: "Lake News"}, "r7 r8", 2},
		{"text", store.Filter{Text: "fishing gulf"}, "r2 r1 r0", 1},
		{"text, a stem", store.Filter{Text: "attacks"}, "r7", 1},
		{"text, a phrase and a word that must not be there", store.Filter{Text: `"fishing rights" -licences`}, "r0", 1},
		{"text that is syntax", store.Filter{Text: `AND OR ( * " -`}, "", -1},
		{"everything at once", store.Filter{Between: [2]string{"NGA", "GHA"}, Class: []string{"CONSULT"}, Quad: []int{1}, Status: []nuncio.Status{nuncio.Asserted},
			Since: date("2015-01-01"), Until: date("2015-12-31"), Corroboration: 2, Text: "fishing", Origin: "outlet/ghana-wire"}, "r2 r1 r0", 1},
		{"one report", store.Filter{Report: "r7"}, "r7", 1},
	} {
		list, err := s.Events(ctx, tc.filter, store.Page{})
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
			continue
		}
		var got []string
		for _, e := range list.Rows {
			got = append(got, e.Report)
		}
		if !sameDays(got, strings.Fields(tc.events)) && tc.occurs >= 0 {
			t.Errorf("%s: events of %v, want %s", tc.name, got, tc.events)
		}
		occ, err := s.Occurrences(ctx, tc.filter, store.Page{})
		if err != nil || len(occ.Rows) != tc.occurs && tc.occurs >= 0 {
			t.Errorf("%s: %d occurrences (%v), want %d", tc.name, len(occ.Rows), err, tc.occurs)
		}
		for name, err := range map[string]error{
			"months":  second(s.Months(ctx, tc.filter)),
			"dyads":   second(s.Dyads(ctx, tc.filter, 10)),
			"places":  second(s.Places(ctx, tc.filter, 10)),
			"reports": second(s.Reports(ctx, tc.filter, store.Page{})),
		} {
			if err != nil {
				t.Errorf("%s: %s: %v", tc.name, name, err)
			}
		}
	}
	reports, err := s.Reports(ctx, store.Filter{Text: "fishing"}, store.Page{})
	check(t, err)
	if len(reports.Rows) != 3 || reports.Rows[0].ID != "r2" || reports.Rows[0].CopyOf != "r1" || !strings.Contains(reports.Rows[0].Snippet, "fishing") || reports.Rows[0].Events != 1 {
		t.Errorf("%+v", reports.Rows)
	}
}

// sameDays compares lists of reports; those of the four that tell of one day may
// come in any order.
func sameDays(got, want []string) bool {
	got, want = slices.Clone(got), slices.Clone(want)
	for _, list := range [][]string{got, want} {
		slices.SortStableFunc(list, func(a, b string) int {
			day := func(r string) int {
				if r < "r5" {
					return 1
				}
				return 0
			}
			if day(a) == 1 && day(b) == 1 {
				return strings.Compare(a, b)
			}
			return 0
		})
	}
	return slices.Equal(got, want)
}

func pages(t *testing.T, s store.Store) {
	ctx := context.Background()
	fill(t, s)
	whole, err := s.Events(ctx, store.Filter{}, store.Page{})
	check(t, err)
	for _, order := range []store.Order{store.Latest, store.Earliest} {
		p := store.Page{Limit: 2, Order: order}
		var got []string
		for {
			list, err := s.Events(ctx, store.Filter{}, p)
			check(t, err)
			for _, e := range list.Rows {
				got = append(got, e.Report)
			}
			if p.Cursor = list.Next; p.Cursor == "" {
				break
			}
		}
		if len(got) != len(whole.Rows) || len(unique(got)) != len(got) {
			t.Errorf("order %q: pages hold %v", order, got)
		}
	}
	for _, order := range []store.Order{store.Latest, store.Earliest, store.Strongest} {
		for _, f := range []store.Filter{{}, {Between: [2]string{"NGA", "GHA"}}, {Party: []string{"NGA"}}} {
			whole, err := s.Occurrences(ctx, f, store.Page{Order: order})
			check(t, err)
			var got []string
			for p := (store.Page{Limit: 1, Order: order}); ; {
				list, err := s.Occurrences(ctx, f, p)
				check(t, err)
				for _, o := range list.Rows {
					got = append(got, o.ID)
				}
				if p.Cursor = list.Next; p.Cursor == "" {
					break
				}
			}
			var want []string
			for _, o := range whole.Rows {
				want = append(want, o.ID)
			}
			if !slices.Equal(got, want) {
				t.Errorf("order %q, %+v: page by page %v, at once %v", order, f, got, want)
			}
			if order == store.Strongest && whole.Rows[0].Corroboration != 2 {
				t.Errorf("the strongest has corroboration %d", whole.Rows[0].Corroboration)
			}
		}
	}
	for _, cursor := range []string{"x", "!", "fDIwMTV8MXwx"} {
		if _, err := s.Events(ctx, store.Filter{}, store.Page{Cursor: cursor}); !errors.Is(err, store.ErrCursor) {
			t.Errorf("cursor %q: %v, want ErrCursor", cursor, err)
		}
	}
}

func unique(ss []string) []string {
	ss = slices.Clone(ss)
	slices.Sort(ss)
	return slices.Compact(ss)
}

func counts(t *testing.T, s store.Store) {
	ctx := context.Background()
	fill(t, s)
	months, err := s.Months(ctx, store.Filter{})
	check(t, err)
	want := []store.MonthCount{{Month: "", Quad: 3, Events: 1, Occurrences: 1}, {Month: "2015-03", Quad: 1, Events: 5, Occurrences: 2}, {Month: "2015-04", Quad: 1, Events: 1, Occurrences: 1},
		{Month: "2015-05", Quad: 1, Events: 1, Occurrences: 1}, {Month: "2016-01", Quad: 4, Events: 1, Occurrences: 1}}
	if !slices.Equal(months, want) {
		t.Errorf("%+v", months)
	}
	// What counts by month answer must be what rows answer.
	for _, pair := range [][2]store.Filter{
		{{Class: []string{"CONSULT"}}, {Class: []string{"CONSULT"}, Party: []string{"NGA", "GHA"}}},
		{{Since: date("2015-04-01"), Until: date("2015-05-31")}, {Since: date("2015-04-01"), Until: date("2015-05-31"), Party: []string{"NGA", "GHA"}}},
	} {
		a, err := s.Months(ctx, pair[0])
		check(t, err)
		b, err := s.Months(ctx, pair[1])
		check(t, err)
		for i := range a { // denials are left out where rows are counted
			if i >= len(b) || a[i].Events != b[i].Events || a[i].Month != b[i].Month {
				t.Errorf("%+v gives %+v, row by row %+v", pair[0], a, b)
				break
			}
		}
	}
	dyads, err := s.Dyads(ctx, store.Filter{}, 10)
	check(t, err)
	if len(dyads) != 2 || dyads[0].Events != 7 || dyads[0].Cooperation != 7 || dyads[1].Conflict != 2 {
		t.Errorf("%+v", dyads)
	}
	slow, err := s.Dyads(ctx, store.Filter{Until: date("2015-03-30")}, 10)
	check(t, err)
	fast, err := s.Dyads(ctx, store.Filter{Until: date("2015-03-31")}, 10)
	check(t, err)
	if !slices.Equal(slow, fast) || len(slow) != 1 || slow[0].Events != 5 {
		t.Errorf("%+v and %+v", slow, fast)
	}
	places, err := s.Places(ctx, store.Filter{}, 10)
	check(t, err)
	if len(places) != 1 || places[0].Name != "Kousseri" || places[0].Quads[4] != 1 || places[0].Lat == nil {
		t.Errorf("%+v", places)
	}
	st, err := s.Stats(ctx)
	check(t, err)
	if st.Reports != 10 || st.Copies != 1 || st.Events != 9 || st.Occurrences != 6 || st.First != date("2015-03-10") || st.Last != date("2016-01-04") || len(st.Coders) != 1 || st.Revision == 0 {
		t.Errorf("%+v", st)
	}
}

func copies(t *testing.T, s store.Store) {
	ctx := context.Background()
	fill(t, s)
	list, err := s.Occurrences(ctx, store.Filter{}, store.Page{Order: store.Strongest, Limit: 1})
	check(t, err)
	o := list.Rows[0]
	var ids []string
	for _, or := range o.Origins {
		ids = append(ids, or.ID)
	}
	slices.Sort(ids)
	// r1 bears the agency's name, r2 copies r1, and r3 has the agency by its chain.
	if !slices.Equal(ids, []string{"outlet/ghana-wire", "outlet/the-lagos-ledger"}) || o.Reports != 4 {
		t.Errorf("origins %v of %d reports", ids, o.Reports)
	}
}

func denials(t *testing.T, s store.Store) {
	ctx := context.Background()
	fill(t, s)
	list, err := s.Occurrences(ctx, store.Filter{}, store.Page{Order: store.Strongest, Limit: 1})
	check(t, err)
	o, err := s.Occurrence(ctx, list.Rows[0].ID)
	check(t, err)
	if !slices.Equal(o.DeniedBy, []string{"NGA"}) || len(o.Denials) != 1 || o.Denials[0].Report != "r4" || len(o.Rows) != 4 {
		t.Errorf("denied by %v in %d rows, told in %d", o.DeniedBy, len(o.Denials), len(o.Rows))
	}
	if len(o.Links) != 1 || o.Links[0].Kind != nuncio.LinkDenies || o.Links[0].To != o.ID {
		t.Errorf("%+v", o.Links)
	}
	if len(o.Apart) == 0 {
		t.Error("nothing is said of the denial, which was kept apart")
	}
}

func actors(t *testing.T, s store.Store) {
	ctx := context.Background()
	fill(t, s)
	found, err := s.Actors(ctx, "niger", 10)
	check(t, err)
	if len(found) != 1 || found[0].ID != "NGA" || found[0].Events != 7 || found[0].Kind != nuncio.KindState {
		t.Errorf("%+v", found)
	}
	for find, want := range map[string]string{"GHA": "GHA", "gha": "GHA", "Nig": "NGA", "geria": ""} {
		found, err := s.Actors(ctx, find, 10)
		check(t, err)
		if (len(found) == 0) != (want == "") || len(found) > 0 && found[0].ID != want {
			t.Errorf("%q finds %+v, not %q", find, found, want)
		}
	}
	if a, err := s.Named(ctx, "GHA"); err != nil || a.ID != "GHA" || a.Name == "" {
		t.Errorf("%+v (%v)", a, err)
	}
	if _, err := s.Named(ctx, "gh"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a party of no id: %v", err)
	}
	for _, tc := range []struct {
		kind store.Kind
		f    store.Filter
		want int
	}{
		{store.OfEvents, store.Filter{Text: "fishing rights"}, 3}, {store.OfOccurrences, store.Filter{Text: "fishing rights"}, 1}, {store.OfReports, store.Filter{Text: "fishing rights"}, 3},
		{store.OfEvents, store.Filter{Text: "fishing", Class: []string{"ASSAULT"}}, 0},
	} {
		if n, err := s.Count(ctx, tc.kind, tc.f, 100); err != nil || n != tc.want {
			t.Errorf("%d %s under %+v, not %d (%v)", n, tc.kind, tc.f, tc.want, err)
		}
	}
	for kind, want := range map[store.Kind]int{store.OfReports: 7, store.OfEvents: 7, store.OfOccurrences: 3} {
		n, err := s.Count(ctx, kind, store.Filter{Party: []string{"NGA"}}, 100)
		check(t, err)
		if n != want {
			t.Errorf("%d %s with NGA, not %d", n, kind, want)
		}
		if n, err = s.Count(ctx, kind, store.Filter{Party: []string{"NGA"}}, 2); err != nil || n != 2 {
			t.Errorf("%d %s, counted as far as 2 (%v)", n, kind, err)
		}
	}
	all, err := s.Actors(ctx, "", 10)
	check(t, err)
	if len(all) != 4 {
		t.Errorf("%+v", all)
	}
	a, err := s.Actor(ctx, "NGA", store.Filter{})
	check(t, err)
	if len(a.Partners) != 1 || a.Partners[0].ID != "GHA" || a.Partners[0].AsActor != 6 || a.Partners[0].AsRecipient != 1 || len(a.Months) != 3 || !slices.Contains(a.Names, "Nigeria") {
		t.Errorf("%+v", a)
	}
	a, err = s.Actor(ctx, "NGA", store.Filter{Class: []string{"AGREE"}})
	check(t, err)
	if len(a.Partners) != 1 || a.Partners[0].AsActor != 1 || len(a.Months) != 1 {
		t.Errorf("narrowed: %+v", a)
	}
}

func why(t *testing.T, s store.Store) {
	fill(t, s)
	ref := func(r string) nuncio.EventRef { return nuncio.EventRef{Report: r, Event: "e1"} }
	for _, tc := range []struct{ a, b, want string }{
		{"r0", "r1", "merged: "}, {"r0", "r4", "kept apart: one is asserted, the other negated"}, {"r0", "r7", "kept apart: one is CONSULT"},
	} {
		got, err := s.Why(context.Background(), ref(tc.a), ref(tc.b))
		if err != nil || !strings.HasPrefix(got, tc.want) {
			t.Errorf("%s and %s: %s (%v)", tc.a, tc.b, got, err)
		}
	}
}
