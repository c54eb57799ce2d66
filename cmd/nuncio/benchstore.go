package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"nuncio"
	"nuncio/catalogue"
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
	started := time.Now()
	rate := func(n int) float64 { return float64(n) / time.Since(started).Seconds() }
	stored, err := storetest.Fill(ctx, st, real, c.Events, c.Seed, func(events, reports int) {
		if reports%20000 == 0 {
			fmt.Fprintf(std.out, "%8d events, %.0f reports/s\n", events, rate(reports))
		}
	})
	if err != nil {
		return err
	}
	if stored > 0 {
		fmt.Fprintf(std.out, "stored %d reports in %.0f s: %.0f reports/s, without coding\n", stored, time.Since(started).Seconds(), rate(stored))
		if err := st.Optimize(ctx); err != nil {
			return err
		}
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
	timings, err := storetest.Measure(ctx, st, c.Runs)
	for _, q := range timings {
		fmt.Fprintf(std.out, "%8.1f ms  %8.1f ms  %s\n", q.Median.Seconds()*1000, q.Slowest.Seconds()*1000, q.Query)
	}
	return err
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
