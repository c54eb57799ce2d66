package sqlite_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"nuncio/store/storetest"
)

// TestQueriesOfTheGuide runs each query of docs/store.md; all must find something.
func TestQueriesOfTheGuide(t *testing.T) {
	b, err := os.ReadFile("../../docs/store.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	s := open(t, dir)
	if _, err := s.Put(context.Background(), storetest.World()...); err != nil {
		t.Fatal(err)
	}
	db, n := plain(t, dir), 0
	for i, block := range strings.Split(string(b), "```sql\n") {
		if i == 0 {
			continue
		}
		query, _, ok := strings.Cut(block, "```")
		if !ok {
			t.Fatal("a block is not closed")
		}
		n++
		rows, err := db.Query(query)
		if err != nil {
			t.Errorf("%v in\n%s", err, query)
			continue
		}
		found := 0
		for rows.Next() {
			found++
		}
		if err := rows.Err(); err != nil || found == 0 {
			t.Errorf("%d rows (%v) of\n%s", found, err, query)
		}
		rows.Close()
	}
	if n < 10 {
		t.Errorf("the guide has %d queries, want ten", n)
	}
}
