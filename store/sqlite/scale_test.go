package sqlite_test

import (
	"context"
	"encoding/json"
	"os"
	"strconv"
	"testing"
	"time"

	"nuncio"
	"nuncio/store/storetest"
)

// TestScale fills a store with made-up events and times the explorer's queries: a
// few events by default, and NUNCIO_EVENTS of them, made from the records in the
// file NUNCIO_RECORDS, in the folder NUNCIO_SCALE_DIR, when these are set. The
// times count only at a size that means something.
func TestScale(t *testing.T) {
	ctx := context.Background()
	events, dir, real := 400, t.TempDir(), storetest.World()
	if n, err := strconv.Atoi(os.Getenv("NUNCIO_EVENTS")); err == nil {
		events = n
	}
	if d := os.Getenv("NUNCIO_SCALE_DIR"); d != "" {
		dir = d
	}
	if name := os.Getenv("NUNCIO_RECORDS"); name != "" {
		real = readRecords(t, name)
	}
	st := open(t, dir)
	started := time.Now()
	stored, err := storetest.Fill(ctx, st, real, events, 1, func(events, reports int) {
		if reports%20000 == 0 {
			t.Logf("%d events, %.0f reports/s", events, float64(reports)/time.Since(started).Seconds())
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("stored %d reports in %v", stored, time.Since(started).Round(time.Millisecond))
	if err := st.Optimize(ctx); err != nil {
		t.Fatal(err)
	}
	stats, err := st.Stats(ctx)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d reports, %d copies, %d events, %d occurrences", stats.Reports, stats.Copies, stats.Events, stats.Occurrences)
	timings, err := storetest.Measure(ctx, st, 7, func() time.Duration { return 0 })
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range timings {
		t.Logf("%8.1f ms  %8.1f ms  %s", q.Median.Seconds()*1000, q.Slowest.Seconds()*1000, q.Query)
		if q.Median > 100*time.Millisecond && events >= 1000000 {
			t.Errorf("%s takes %v at the median, more than 100 ms", q.Query, q.Median)
		}
	}
}

func readRecords(t *testing.T, name string) []*nuncio.Record {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []*nuncio.Record
	for dec := json.NewDecoder(f); dec.More(); {
		var rec nuncio.Record
		if err := dec.Decode(&rec); err != nil {
			t.Fatal(err)
		}
		if len(rec.Events) > 0 {
			out = append(out, &rec)
		}
	}
	return out
}
