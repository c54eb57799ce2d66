package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/store"
	"nuncio/store/sqlite"
	"nuncio/store/storetest"
)

// benchStoreCmd measures the store at a size: it makes up records from real ones,
// stores them, and times each query that the explorer asks.
type benchStoreCmd struct {
	Records string `arg:"" help:"Real records as JSON Lines, from nuncio code --format json." type:"existingfile"`
	Data    string `help:"Folder of the store; one that exists is measured as it is when it has the events already." required:"" placeholder:"DIR"`
	Events  int    `default:"1000000" help:"How many events." placeholder:"N"`
	Seed    uint64 `default:"1" help:"Of the made-up records."`
	Runs    int    `default:"11" help:"How often each query runs."`
}

func (c *benchStoreCmd) Run(ctx context.Context, std streams) error {
	real, err := readRecords(c.Records)
	if err != nil {
		return err
	}
	cat, err := catalogue.Load(sub("catalogue"))
	if err != nil {
		return err
	}
	s := storing{Data: c.Data}
	st, err := s.open(ctx, cat)
	if err != nil {
		return err
	}
	defer st.Close()
	if err := c.fill(ctx, std.out, st, real); err != nil {
		return err
	}
	info, err := os.Stat(filepath.Join(c.Data, sqlite.FileName))
	if err != nil {
		return err
	}
	stats, err := st.Stats(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "%d reports, %d copies, %d events, %d occurrences, %d MB\n", stats.Reports, stats.Copies, stats.Events, stats.Occurrences, info.Size()>>20)
	return c.measure(ctx, std.out, st)
}

func readRecords(name string) ([]*nuncio.Record, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []*nuncio.Record
	for dec := json.NewDecoder(f); ; {
		var rec nuncio.Record
		if err := dec.Decode(&rec); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: record %d: %w", name, len(out)+1, err)
		}
		if len(rec.Events) > 0 {
			out = append(out, &rec)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no record with events", name)
	}
	return out, nil
}

func (c *benchStoreCmd) fill(ctx context.Context, w io.Writer, st *sqlite.Store, real []*nuncio.Record) error {
	stats, err := st.Stats(ctx)
	if err != nil {
		return err
	}
	have, started, stored := stats.Events, time.Now(), 0
	var batch []*nuncio.Record
	for rec := range storetest.Multiply(real, c.Seed+uint64(stats.Reports)) {
		if have >= c.Events {
			break
		}
		rec.Report.ID = fmt.Sprintf("r%d-%s", c.Seed+uint64(stats.Reports), rec.Report.ID)
		batch = append(batch, rec)
		have += len(rec.Events)
		if len(batch) < 1000 && have < c.Events {
			continue
		}
		if _, err := st.Put(ctx, batch...); err != nil {
			return err
		}
		stored += len(batch)
		batch = batch[:0]
		if stored%10000 == 0 {
			fmt.Fprintf(w, "%8d events, %.0f reports/s\n", have, float64(stored)/time.Since(started).Seconds())
		}
	}
	if stored > 0 {
		fmt.Fprintf(w, "stored %d reports in %.0f s: %.0f reports/s, without coding\n", stored, time.Since(started).Seconds(), float64(stored)/time.Since(started).Seconds())
		return st.Optimize(ctx)
	}
	return nil
}

// measure runs each query of the explorer and prints median and slowest.
func (c *benchStoreCmd) measure(ctx context.Context, w io.Writer, st *sqlite.Store) error {
	dyads, err := st.Dyads(ctx, store.Filter{}, 1)
	if err != nil || len(dyads) == 0 {
		return err
	}
	a, b := dyads[0].A, dyads[0].B
	actors, err := st.Actors(ctx, "person/", 1)
	if err != nil {
		return err
	}
	person := a
	if len(actors) > 0 {
		person = actors[0].ID
	}
	pair := store.Filter{Between: [2]string{a, b}}
	strongest, err := st.Occurrences(ctx, store.Filter{}, store.Page{Order: store.Strongest, Limit: 1})
	if err != nil || len(strongest.Rows) == 0 {
		return err
	}
	occ := strongest.Rows[0]
	deep := store.Page{}
	for range 40 {
		list, err := st.Events(ctx, store.Filter{}, deep)
		if err != nil {
			return err
		}
		deep.Cursor = list.Next
	}
	year := store.Filter{Since: nuncio.NewDate(2010, 1, 1), Until: nuncio.NewDate(2010, 12, 31)}
	some := store.Filter{Text: "border agreement"}
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
		{"map: all places", func() error { _, err := st.Places(ctx, store.Filter{}, 500); return err }},
		{"map: places of the busiest dyad", func() error { _, err := st.Places(ctx, pair, 500); return err }},
	} {
		var took []time.Duration
		for range c.Runs {
			start := time.Now()
			if err := q.run(); err != nil {
				return fmt.Errorf("%s: %w", q.name, err)
			}
			took = append(took, time.Since(start))
		}
		slices.Sort(took)
		fmt.Fprintf(w, "%8.1f ms  %8.1f ms  %s\n", took[len(took)/2].Seconds()*1000, took[len(took)-1].Seconds()*1000, q.name)
	}
	return nil
}
