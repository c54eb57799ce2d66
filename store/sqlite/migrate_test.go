package sqlite_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"nuncio/store/sqlite"
	"nuncio/store/storetest"
)

// TestMigrations opens stores of every earlier schema that hold the same reports:
// all come to tell the same as one that was filled under the latest.
func TestMigrations(t *testing.T) {
	ctx := context.Background()
	full := t.TempDir()
	s := open(t, full)
	if _, err := s.Put(ctx, storetest.World()...); err != nil {
		t.Fatal(err)
	}
	want := contents(t, full)
	for version := range sqlite.LatestSchema() {
		t.Run(fmt.Sprintf("from %d", version), func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, sqlite.FileName)
			if err := sqlite.MakeAt(ctx, path, version); err != nil {
				t.Fatal(err)
			}
			copyTables(t, dir, filepath.Join(full, sqlite.FileName))
			migrated := open(t, dir)
			if version == 0 { // there was nothing to bring over
				if _, err := migrated.Put(ctx, storetest.World()...); err != nil {
					t.Fatal(err)
				}
			}
			if got := contents(t, dir); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			for _, query := range []string{"SELECT sum(events) FROM tally", "SELECT sum(events) FROM pair_tally", "SELECT sum(events) FROM actor",
				"SELECT sum(occurrences) FROM occurrence_tally", "SELECT count(*) FROM report_text WHERE report_text MATCH 'fishing'",
				"SELECT count(*) FROM actor_text WHERE actor_text MATCH 'nig*'", "SELECT sum(events * quad) FROM pair_kind_tally", "SELECT count(*) FROM occurrence_link"} {
				var a, b int
				if err := plain(t, full).QueryRow(query).Scan(&a); err != nil {
					t.Fatal(err)
				}
				if err := plain(t, dir).QueryRow(query).Scan(&b); err != nil || a != b || a == 0 {
					t.Errorf("%s: %d, in a store of the latest schema %d (%v)", query, b, a, err)
				}
			}
		})
	}
}

// copyTables fills the tables of an earlier schema from those of a later one, but
// for what triggers keep.
func copyTables(t *testing.T, dir, full string) {
	t.Helper()
	db := plain(t, dir)
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("ATTACH ? AS full", full); err != nil {
		t.Fatal(err)
	}
	rows, err := db.Query(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'touched'
		AND name NOT LIKE 'report_text%' AND name NOT LIKE 'actor_text%' AND name NOT LIKE '%tally' AND name <> 'pair_month'`)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	if err := rows.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		var columns string
		if err := db.QueryRow("SELECT group_concat('\"' || name || '\"') FROM pragma_table_info(?)", name).Scan(&columns); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(fmt.Sprintf("INSERT INTO main.%s (%s) SELECT %s FROM full.%s", name, columns, columns, name)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if name == "actor" { // counted by triggers, or by the migration that brings them
			if _, err := db.Exec("UPDATE actor SET events = 0"); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := db.Exec("DETACH full"); err != nil {
		t.Fatal(err)
	}
}

func TestNewerSchemaIsRefused(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if _, err := s.Stats(context.Background()); err != nil {
		t.Fatal(err)
	}
	if _, err := plain(t, dir).Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(context.Background(), dir, merger(t)); err == nil || !strings.Contains(err.Error(), "newer nuncio") {
		t.Errorf("%v", err)
	}
}
