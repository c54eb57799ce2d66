package sqlite_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"nuncio"
	"nuncio/data"
	"nuncio/occurrence"
	"nuncio/store"
	"nuncio/store/sqlite"
	"nuncio/store/storetest"
)

// killReports is how many reports the killed program has to store.
const killReports = 150

// TestMain runs the program that is killed when the environment asks for it.
func TestMain(m *testing.M) {
	if dir := os.Getenv("NUNCIO_TEST_FILL"); dir != "" {
		if err := fillUp(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// killWorld is always the same.
func killWorld() []*nuncio.Record {
	var out []*nuncio.Record
	for rec := range storetest.Multiply(storetest.World(), 7) {
		if out = append(out, rec); len(out) == killReports {
			break
		}
	}
	return out
}

// fillUp stores what is missing, as an interrupted ingest does when it is run again.
func fillUp(dir string) error {
	ctx := context.Background()
	rules, err := occurrence.LoadRules(data.FS)
	if err != nil {
		return err
	}
	s, err := sqlite.Open(ctx, dir, occurrence.New(rules, occurrence.NoKin()))
	if err != nil {
		return err
	}
	defer s.Close()
	world := killWorld()
	for i := 0; i < len(world); i += 3 {
		if _, err := s.Put(ctx, world[i:min(i+3, len(world))]...); err != nil {
			return err
		}
	}
	return nil
}

// TestKilledAtAnyMoment kills a program that stores reports, at random moments:
// the store opens, holds whole reports only, and running again completes it. Ten
// times, or NUNCIO_KILLS.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := 10
	if n, err := strconv.Atoi(os.Getenv("NUNCIO_KILLS")); err == nil {
		kills = n
	}
	whole := t.TempDir()
	started := time.Now()
	if err := fillUp(whole); err != nil {
		t.Fatal(err)
	}
	took := time.Since(started)
	want := contents(t, whole)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d; uninterrupted it takes %v", seed, took)
	moment := rand.New(rand.NewPCG(seed, 0))
	dir, interrupted := t.TempDir(), 0
	for i := range kills {
		if i%5 == 0 {
			dir = t.TempDir() // some are killed over and over, some from the start
		}
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "NUNCIO_TEST_FILL="+dir)
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(moment.Float64() * float64(took)))
		if err := cmd.Process.Kill(); err == nil {
			interrupted++
		}
		_ = cmd.Wait() // killed, or done before
		if _, err := os.Stat(filepath.Join(dir, sqlite.FileName)); err == nil {
			sound(t, dir)
		}
	}
	if interrupted == 0 {
		t.Error("nothing was interrupted")
	}
	if err := fillUp(dir); err != nil {
		t.Fatal(err)
	}
	if got := contents(t, dir); got != want {
		t.Error("after all interruptions and a last run the store differs from one that was filled without any")
	}
}

// sound checks that the store opens and is whole.
func sound(t *testing.T, dir string) {
	t.Helper()
	ctx := context.Background()
	s, err := sqlite.Open(ctx, dir, merger(t))
	if err != nil {
		t.Fatalf("after a kill: %v", err)
	}
	defer s.Close()
	made := map[string]int{}
	for _, rec := range killWorld() {
		made[rec.Report.ID] = len(rec.Events)
	}
	for rec, err := range s.Records(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if len(rec.Events) != made[rec.Report.ID] {
			t.Errorf("report %s has %d events of %d", rec.Report.ID, len(rec.Events), made[rec.Report.ID])
		}
	}
	db := plain(t, dir)
	for query, want := range map[string]string{
		"PRAGMA integrity_check":                                                                         "ok",
		"SELECT count(*) FROM pragma_foreign_key_check":                                                  "0",
		"SELECT count(*) FROM event WHERE n NOT IN (SELECT event FROM occurrence_event)":                 "0",
		"SELECT count(*) FROM occurrence WHERE n NOT IN (SELECT occurrence FROM occurrence_event)":       "0",
		"SELECT count(*) FROM touched":                                                                   "0",
		"SELECT coalesce(sum(events), 0) - (SELECT count(*) FROM event) FROM tally":                      "0",
		"SELECT coalesce(sum(events), 0) - (SELECT count(*) FROM involved) FROM actor":                   "0",
		"SELECT coalesce(sum(events), 0) - (SELECT count(*) FROM pair) FROM pair_tally":                  "0",
		"SELECT coalesce(sum(occurrences), 0) - (SELECT count(*) FROM occurrence) FROM occurrence_tally": "0",
		"SELECT count(*) - (SELECT count(*) FROM report WHERE latest) FROM report_text_docsize":          "0",
	} {
		var got string
		if err := db.QueryRow(query).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %q (%v), want %s", query, got, err, want)
		}
	}
}

// plain opens the file as an analyst would.
func plain(t *testing.T, dir string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(dir, sqlite.FileName))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// contents is everything that the store tells, row numbers aside.
func contents(t *testing.T, dir string) string {
	t.Helper()
	s := open(t, dir)
	var lines []string
	p := store.Page{Limit: store.MaxPage}
	for {
		list, err := s.Occurrences(context.Background(), store.Filter{Status: storetest.AllStatuses}, p)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range list.Rows {
			b, err := json.Marshal(o) // values, not addresses
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, string(b))
		}
		if p.Cursor = list.Next; p.Cursor == "" {
			break
		}
	}
	slices.Sort(lines) // those of one day come in the order of arrival
	return strings.Join(lines, "\n")
}
