// Package storetest is the suite that every store passes.
//
// A store's own tests hand Run a function that makes an empty store; the suite puts
// records of its own making into it and holds what comes out against what the
// contract of package store promises.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"nuncio"
	"nuncio/store"
)

// Run puts a store through everything that the contract promises. The maker gives
// an empty store that knows no kin, and cleans up with t.
func Run(t *testing.T, make func(t *testing.T) store.Store) {
	for _, tc := range []struct {
		name string
		test func(*testing.T, store.Store)
	}{
		{"empty", empty},
		{"what goes in comes out", roundTrip},
		{"the same report twice is one", idempotent},
		{"a corrected report keeps its earlier version", corrected},
		{"coding again replaces and tells what moved", recoded},
		{"order of arrival does not matter to occurrences", anyOrder(make)},
		{"filters", filters},
		{"pages", pages},
		{"counts", counts},
		{"copies count once", copies},
		{"denials are linked, not merged", denials},
		{"actors", actors},
		{"why", why},
	} {
		t.Run(tc.name, func(t *testing.T) { tc.test(t, make(t)) })
	}
}

func empty(t *testing.T, s store.Store) {
	ctx := context.Background()
	st, err := s.Stats(ctx)
	check(t, err)
	if st.Reports+st.Events+st.Occurrences != 0 {
		t.Errorf("an empty store holds %+v", st)
	}
	for name, err := range map[string]error{
		"record":     second(s.Record(ctx, "rnone")),
		"versions":   second(s.Versions(ctx, "rnone")),
		"occurrence": second(s.Occurrence(ctx, "onone")),
		"actor":      second(s.Actor(ctx, "XXX", store.Filter{})),
		"recode":     second(s.Recode(ctx, World()[0])),
		"why":        second(s.Why(ctx, nuncio.EventRef{Report: "r", Event: "e"}, nuncio.EventRef{Report: "r", Event: "f"})),
	} {
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s of nothing: %v, want ErrNotFound", name, err)
		}
	}
	events, err := s.Events(ctx, store.Filter{Between: [2]string{"PRK", "RUS"}}, store.Page{})
	check(t, err)
	if len(events.Rows) != 0 {
		t.Error("events in an empty store")
	}
}

func second[T any](_ T, err error) error { return err }

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func fill(t *testing.T, s store.Store) []*nuncio.Record {
	t.Helper()
	world := World()
	for _, rec := range world {
		puts, err := s.Put(context.Background(), rec)
		check(t, err)
		if puts[0].Outcome != store.New {
			t.Fatalf("%s is %s, want new", rec.Report.ID, puts[0].Outcome)
		}
	}
	return world
}

func roundTrip(t *testing.T, s store.Store) {
	world := fill(t, s)
	for _, want := range world {
		got, err := s.Record(context.Background(), want.Report.ID)
		check(t, err)
		same(t, want, got)
	}
	n, last := 0, ""
	for rec, err := range s.Records(context.Background()) {
		check(t, err)
		if rec.Report.ID <= last {
			t.Errorf("%s comes after %s", rec.Report.ID, last)
		}
		last = rec.Report.ID
		n++
	}
	if n != len(world) {
		t.Errorf("%d records of %d", n, len(world))
	}
}

func same(t *testing.T, want, got *nuncio.Record) {
	t.Helper()
	if a, b := asJSON(t, want), asJSON(t, got); a != b {
		t.Errorf("stored\n%s\ncame out as\n%s", a, b)
	}
}

func idempotent(t *testing.T, s store.Store) {
	ctx := context.Background()
	world := fill(t, s)
	before, err := s.Stats(ctx)
	check(t, err)
	puts, err := s.Put(ctx, append(world, world...)...)
	check(t, err)
	for _, p := range puts {
		if p.Outcome != store.Known {
			t.Errorf("%s again is %s", p.Report, p.Outcome)
		}
	}
	after, err := s.Stats(ctx)
	check(t, err)
	if fmt.Sprint(before) != fmt.Sprint(after) {
		t.Errorf("was %+v, is %+v", before, after)
	}
	has, err := s.Has(ctx, world[0].Report.ID, "rnone")
	check(t, err)
	if !has[world[0].Report.ID] || has["rnone"] {
		t.Error(has)
	}
}

func corrected(t *testing.T, s store.Store) {
	ctx := context.Background()
	first := World()[0]
	first.Report.URL = "https://example.org/a"
	_, err := s.Put(ctx, first)
	check(t, err)
	next := World()[0]
	next.Report.ID, next.Report.URL = "r0-corrected", first.Report.URL
	next.Report.Text += " Corrects the day."
	next.Events[0].Mode = "phone"
	puts, err := s.Put(ctx, next)
	check(t, err)
	if puts[0].Outcome != store.Corrected || puts[0].Replaces != first.Report.ID {
		t.Fatalf("%+v", puts[0])
	}
	old, err := s.Record(ctx, first.Report.ID)
	check(t, err)
	same(t, first, old)
	versions, err := s.Versions(ctx, first.Report.ID)
	check(t, err)
	if len(versions) != 2 || versions[0].Latest || !versions[1].Latest || versions[1].Report != next.Report.ID {
		t.Errorf("%+v", versions)
	}
	events, err := s.Events(ctx, store.Filter{}, store.Page{})
	check(t, err)
	if len(events.Rows) != len(next.Events) || events.Rows[0].Report != next.Report.ID {
		t.Errorf("events of the earlier version are still there: %d rows", len(events.Rows))
	}
	occ, err := s.Occurrences(ctx, store.Filter{}, store.Page{})
	check(t, err)
	for _, o := range occ.Rows {
		for _, m := range o.Events {
			if m.Report != next.Report.ID {
				t.Errorf("occurrence %s holds %s", o.ID, m.EventRef)
			}
		}
	}
	puts, err = s.Put(ctx, first)
	check(t, err)
	if puts[0].Outcome != store.Known {
		t.Errorf("the earlier version again is %s", puts[0].Outcome)
	}
	// A day's page holds several reports under one URL.
	other := World()[7]
	other.Report.URL = first.Report.URL
	puts, err = s.Put(ctx, other)
	check(t, err)
	if puts[0].Outcome != store.New {
		t.Errorf("another report of the same page is %s", puts[0].Outcome)
	}
}

func recoded(t *testing.T, s store.Store) {
	ctx := context.Background()
	fill(t, s)
	again := World()[0]
	again.Coder.Codebook = "plover-next"
	again.Events[0].Event, again.Events[0].Quad = "COOPERATE", 2
	extra := again.Events[0]
	extra.ID, extra.Event = "e2", "AGREE"
	extra.Evidence.Trigger.Span = nuncio.Span{Start: 0, End: 3}
	again.Events = append(again.Events, extra)
	d, err := s.Recode(ctx, again)
	check(t, err)
	if len(d.Changed) != 1 || len(d.Added) != 1 || len(d.Removed) != 0 || !slices.Contains(d.Changed[0].Fields, "event") || d.New.Codebook != "plover-next" {
		t.Errorf("%+v", d)
	}
	got, err := s.Record(ctx, again.Report.ID)
	check(t, err)
	same(t, again, got)
	consult, err := s.Events(ctx, store.Filter{Report: again.Report.ID}, store.Page{})
	check(t, err)
	if len(consult.Rows) != 2 {
		t.Errorf("%d events, want 2", len(consult.Rows))
	}
	for _, e := range consult.Rows {
		if e.Occurrence == "" || len(e.Origins) == 0 {
			t.Errorf("%s has no occurrence or origin", e.ID)
		}
	}
	if d, err = s.Recode(ctx, again); err != nil || !d.Empty() {
		t.Errorf("coding the same again moved %+v (%v)", d, err)
	}
}

// anyOrder puts the world into stores in several orders, singly and in batches.
func anyOrder(make func(*testing.T) store.Store) func(*testing.T, store.Store) {
	return func(t *testing.T, s store.Store) {
		ctx := context.Background()
		fill(t, s)
		want := dump(t, s)
		for shift := range 3 {
			other := make(t)
			world := World()
			slices.Reverse(world)
			world = append(world[3*shift:], world[:3*shift]...)
			if shift == 2 {
				_, err := other.Put(ctx, world...)
				check(t, err)
			} else {
				for _, rec := range world {
					_, err := other.Put(ctx, rec)
					check(t, err)
				}
			}
			if got := dump(t, other); got != want {
				t.Errorf("order %d:\n%s\nwant\n%s", shift, got, want)
			}
		}
	}
}

// dump writes all occurrences with their links.
func dump(t *testing.T, s store.Store) string {
	t.Helper()
	ctx := context.Background()
	list, err := s.Occurrences(ctx, store.Filter{Status: AllStatuses}, store.Page{Limit: store.MaxPage})
	check(t, err)
	told, err := s.Told(ctx, list.Rows)
	check(t, err)
	var lines []string
	for i, o := range list.Rows {
		whole, err := s.Occurrence(ctx, o.ID)
		check(t, err)
		got, want := fmt.Sprint(asJSON(t, told[i].Rows), len(told[i].Denials)), fmt.Sprint(asJSON(t, whole.Rows), len(whole.Denials))
		if len(whole.Denials) > 0 {
			got, want = got+asJSON(t, told[i].Denials), want+asJSON(t, whole.Denials)
		}
		if got != want {
			t.Fatalf("%s is told among others by\n%s\nand alone by\n%s", o.ID, got, want)
		}
		lines = append(lines, asJSON(t, o.Occurrence)+asJSON(t, whole.Links))
	}
	slices.Sort(lines)
	return fmt.Sprint(lines)
}
