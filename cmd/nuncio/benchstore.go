package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/server"
	"nuncio/store"
	"nuncio/store/sqlite"
	"nuncio/store/storetest"
)

// benchStoreCmd measures the store at a size: it makes up records from real ones,
// stores them, and times each query that the explorer asks and each of its pages.
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
	timings, err := storetest.Measure(ctx, st, c.Runs, processTime)
	if err != nil {
		return err
	}
	pages, err := c.pages(ctx, st)
	fmt.Fprintln(std.out, "     median     slowest   processor at the median")
	for _, q := range append(timings, pages...) {
		fmt.Fprintf(std.out, "%8.1f ms %8.1f ms %8.1f ms  %s\n", q.Median.Seconds()*1000, q.Slowest.Seconds()*1000, q.Processor.Seconds()*1000, q.Query)
	}
	return err
}

// pages times the explorer's pages over HTTP, from the request to the last byte.
func (c *benchStoreCmd) pages(ctx context.Context, st *sqlite.Store) ([]storetest.Timing, error) {
	var asked atomic.Int64 // each request a minute later, so that none is refused for haste
	begun := time.Now()
	now := func() time.Time { return begun.Add(time.Duration(asked.Add(1)) * time.Minute) }
	srv, err := server.New(server.Config{Store: st, Version: version, Now: now})
	if err != nil {
		return nil, err
	}
	web := httptest.NewServer(srv)
	defer web.Close()
	dyads, err := st.Dyads(ctx, store.Filter{}, 1)
	if err != nil || len(dyads) == 0 {
		return nil, err
	}
	strongest, err := st.Occurrences(ctx, store.Filter{}, store.Page{Order: store.Strongest, Limit: 1})
	if err != nil || len(strongest.Rows) == 0 {
		return nil, err
	}
	occ, a, b := strongest.Rows[0], url.PathEscape(dyads[0].A), url.PathEscape(dyads[0].B)
	var out []storetest.Timing
	for _, page := range [][2]string{
		{"overview", "/"},
		{"search", "/search"},
		{"search: words", "/search?text=border+agreement"},
		{"dyad: the busiest", "/dyad/" + a + "/" + b},
		{"actor: the busiest state", "/actor/" + a},
		{"occurrence: the strongest", "/occurrence/" + occ.ID},
		{"report: its first", "/report/" + occ.Events[0].Report},
		{"map", "/map"},
	} {
		t, err := storetest.Time("page "+page[0], c.Runs, processTime, func() error { return fetch(ctx, web.URL+page[1]) })
		if err != nil {
			return out, err
		}
		out = append(out, t)
	}
	return out, nil
}

// fetch reads a page to its end.
func fetch(ctx context.Context, address string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return errors.New(res.Status)
	}
	_, err = io.Copy(io.Discard, res.Body)
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
