package catalogue_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"nuncio"
	"nuncio/catalogue"
)

// sharedFile opens a file of the optional data folder, or skips the test aloud.
func sharedFile(t *testing.T, name string) *os.File {
	t.Helper()
	root := os.Getenv("NUNCIO_SHARED")
	if root == "" {
		root = "../../shared"
	}
	f, err := os.Open(filepath.Join(root, "data", name))
	if err != nil {
		t.Skipf("the shared data is not here: %v", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestLeadersOfREIGN asks for every leader spell since 1990, by the name that
// REIGN gives, on a day in its middle.
func TestLeadersOfREIGN(t *testing.T) {
	rows, err := csv.NewReader(sharedFile(t, "actors/reign/leaderlist_3_21.csv")).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	c := load(t)
	byCOW := map[string][]string{}
	for _, s := range c.States() {
		byCOW[s.COW] = append(byCOW[s.COW], s.ID)
	}
	byCOW["260"] = append(byCOW["260"], "DEU")
	byCOW["678"] = append(byCOW["678"], "YEM")
	num := func(s string) int { n, _ := strconv.Atoi(s); return n }
	total, right, listed, unknown := 0, 0, 0, 0
	for _, r := range rows[1:] {
		from := nuncio.NewDate(num(r[6]), time.Month(num(r[5])), max(num(r[4]), 1))
		to := nuncio.NewDate(num(r[8]), time.Month(num(r[7])), 15)
		if to.Before(nuncio.NewDate(1990, 1, 1)) {
			continue
		}
		if to.Before(from) {
			to = from
		}
		day := nuncio.DateOf(from.Time().Add(to.Time().Sub(from.Time()) / 2))
		if day.Before(nuncio.NewDate(1990, 1, 2)) {
			day = nuncio.NewDate(1990, 1, 2)
			if to.Before(day) {
				continue
			}
		}
		total++
		first, any := true, true
		var found []catalogue.Candidate
		for _, name := range reignNames(r[3]) {
			found = c.Who(name, day)
			at := slices.IndexFunc(found, func(m catalogue.Candidate) bool {
				return slices.ContainsFunc(byCOW[r[1]], func(st string) bool { return c.Leads(m.Entity, st, day) })
			})
			first, any = first && at == 0, any && at >= 0
		}
		switch {
		case first:
			right++
		case any:
			listed++
			t.Logf("not first: %s %s on %s: %s first", r[0], r[3], day, found[0].Entity.ID)
		default:
			unknown++
			var led []string
			for _, st := range byCOW[r[1]] {
				for _, l := range c.LeaderOf(st, day) {
					led = append(led, l.Person)
				}
			}
			t.Logf("missing: %s %s on %s (catalogue: %v)", r[0], r[3], day, led)
		}
	}
	share := float64(right) / float64(total)
	t.Logf("%d spells: %d right and first (%.1f %%), %d right but not first, %d missing", total, right, 100*share, listed, unknown)
	if share < 0.98 {
		t.Errorf("%.1f %% of the leaders found; at least 98 %% were", 100*share)
	}
}

// reignNames takes REIGN's notes off a name: "Rosa Zafferani (f) (2nd time)" is
// one person, "Mancini and Zafferani" are two.
func reignNames(s string) []string {
	s, _, _ = strings.Cut(s, "(")
	s = strings.ReplaceAll(s, " & ", " and ")
	return strings.Split(strings.TrimSpace(s), " and ")
}
