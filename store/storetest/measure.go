package storetest

import (
	"context"
	"fmt"
	"slices"
	"time"

	"nuncio"
	"nuncio/store"
)

// batchSize is how many made-up records are stored at a time.
const batchSize = 4000

// Fill stores made-up records until the store has so many events, and gives the
// number of reports stored. Progress, which may be nil, hears of every batch.
func Fill(ctx context.Context, st store.Store, real []*nuncio.Record, events int, seed uint64, progress func(events, reports int)) (int, error) {
	stats, err := st.Stats(ctx)
	if err != nil {
		return 0, err
	}
	have, stored := stats.Events, 0
	seed += uint64(stats.Reports) // what is there already is not made again
	var batch []*nuncio.Record
	for rec := range Multiply(real, seed) {
		if have >= events {
			break
		}
		rec.Report.ID = fmt.Sprintf("r%d-%s", seed, rec.Report.ID)
		batch = append(batch, rec)
		have += len(rec.Events)
		if len(batch) < batchSize && have < events {
			continue
		}
		if _, err := st.Put(ctx, batch...); err != nil {
			return stored, err
		}
		stored += len(batch)
		batch = batch[:0]
		if progress != nil {
			progress(have, stored)
		}
	}
	return stored, nil
}

// Timing is how long a query took, and at the median how much of the processor it
// had: on a busy machine the one says little and the other much.
type Timing struct {
	Query           string
	Median, Slowest time.Duration
	Processor       time.Duration
}

// Clock is the processor time that the program has had so far.
type Clock func() time.Duration

// Time runs something so many times.
func Time(name string, runs int, clock Clock, run func() error) (Timing, error) {
	var took, had []time.Duration
	for range runs {
		start, before := time.Now(), clock()
		if err := run(); err != nil {
			return Timing{}, fmt.Errorf("%s: %w", name, err)
		}
		took, had = append(took, time.Since(start)), append(had, clock()-before)
	}
	slices.Sort(took)
	slices.Sort(had)
	return Timing{name, took[len(took)/2], took[len(took)-1], had[len(had)/2]}, nil
}

// Measure runs each query that the explorer asks so many times.
func Measure(ctx context.Context, st store.Store, runs int, clock Clock) ([]Timing, error) {
	dyads, err := st.Dyads(ctx, store.Filter{}, 1)
	if err != nil || len(dyads) == 0 {
		return nil, err
	}
	a, b := dyads[0].A, dyads[0].B
	actors, err := st.Actors(ctx, "person/", 1)
	if err != nil {
		return nil, err
	}
	person := a
	if len(actors) > 0 {
		person = actors[0].ID
	}
	pair := store.Filter{Between: [2]string{a, b}}
	strongest, err := st.Occurrences(ctx, store.Filter{}, store.Page{Order: store.Strongest, Limit: 1})
	if err != nil || len(strongest.Rows) == 0 {
		return nil, err
	}
	occ := strongest.Rows[0]
	deep := store.Page{}
	for range 40 {
		list, err := st.Events(ctx, store.Filter{}, deep)
		if err != nil {
			return nil, err
		}
		if deep.Cursor = list.Next; deep.Cursor == "" {
			break
		}
	}
	year := store.Filter{Since: nuncio.NewDate(2010, 1, 1), Until: nuncio.NewDate(2010, 12, 31)}
	some := store.Filter{Text: "border agreement"}
	var out []Timing
	for _, q := range []struct {
		name string
		run  func() error
	}{
		{"overview: events and occurrences by month and quad", func() error { _, err := st.Months(ctx, store.Filter{}); return err }},
		{"overview: the same, one class", func() error { _, err := st.Months(ctx, store.Filter{Class: []string{"CONSULT"}}); return err }},
		{"overview: busiest dyads", func() error { _, err := st.Dyads(ctx, store.Filter{}, 20); return err }},
		{"overview: busiest dyads of a year", func() error { _, err := st.Dyads(ctx, year, 20); return err }},
		{"overview: what the store holds", func() error { _, err := st.Stats(ctx); return err }},
		{"search: latest events", func() error { _, err := st.Events(ctx, store.Filter{}, store.Page{}); return err }},
		{"search: page 41", func() error { _, err := st.Events(ctx, store.Filter{}, deep); return err }},
		{"search: one class and status", func() error {
			_, err := st.Events(ctx, store.Filter{Class: []string{"ASSAULT"}, Status: []nuncio.Status{nuncio.Negated}}, store.Page{})
			return err
		}},
		{"search: words, reports", func() error { _, err := st.Reports(ctx, some, store.Page{}); return err }},
		{"search: words, events", func() error { _, err := st.Events(ctx, some, store.Page{}); return err }},
		{"search: words, occurrences", func() error { _, err := st.Occurrences(ctx, some, store.Page{}); return err }},
		{"search: strongest occurrences", func() error {
			_, err := st.Occurrences(ctx, store.Filter{}, store.Page{Order: store.Strongest})
			return err
		}},
		{"search: on the word of one origin", func() error {
			_, err := st.Occurrences(ctx, store.Filter{Origin: occ.Origins[0].ID}, store.Page{})
			return err
		}},
		{"dyad: timeline of the busiest", func() error { _, err := st.Months(ctx, pair); return err }},
		{"dyad: its occurrences", func() error { _, err := st.Occurrences(ctx, pair, store.Page{}); return err }},
		{"dyad: its strongest occurrences", func() error {
			_, err := st.Occurrences(ctx, pair, store.Page{Order: store.Strongest})
			return err
		}},
		{"actor: the busiest state", func() error { _, err := st.Actor(ctx, a, store.Filter{}); return err }},
		{"actor: the busiest person", func() error { _, err := st.Actor(ctx, person, store.Filter{}); return err }},
		{"actor: find by name", func() error { _, err := st.Actors(ctx, "an", 20); return err }},
		{"actor: events of the busiest state", func() error {
			_, err := st.Events(ctx, store.Filter{Party: []string{a}}, store.Page{})
			return err
		}},
		{"report: its record", func() error { _, err := st.Record(ctx, occ.Events[0].Report); return err }},
		{"occurrence: the strongest with all that tells of it", func() error { _, err := st.Occurrence(ctx, occ.ID); return err }},
		{"overview: busiest dyads of a status", func() error {
			_, err := st.Dyads(ctx, store.Filter{Status: []nuncio.Status{nuncio.Asserted}}, 20)
			return err
		}},
		{"search: a rare word, occurrences", func() error {
			_, err := st.Occurrences(ctx, store.Filter{Text: "zanzibar"}, store.Page{})
			return err
		}},
		{"search: rows counted", func() error { _, err := st.Count(ctx, store.OfOccurrences, some, 1000); return err }},
		{"map: all places", func() error { _, err := st.Places(ctx, store.Filter{}, 500); return err }},
		{"map: places of the busiest dyad", func() error { _, err := st.Places(ctx, pair, 500); return err }},
	} {
		t, err := Time(q.name, runs, clock, q.run)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}
