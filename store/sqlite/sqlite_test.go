package sqlite_test

import (
	"context"
	"testing"

	"nuncio/data"
	"nuncio/occurrence"
	"nuncio/store"
	"nuncio/store/sqlite"
	"nuncio/store/storetest"
)

func merger(t testing.TB) *occurrence.Merger {
	t.Helper()
	rules, err := occurrence.LoadRules(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return occurrence.New(rules, occurrence.NoKin())
}

func open(t testing.TB, dir string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), dir, merger(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestContract(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, t.TempDir()) })
}
