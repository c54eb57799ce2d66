package sqlite_test

import (
	"context"
	"errors"
	"testing"

	"nuncio/store"
)

// FuzzAsked lists with any words and any cursor: nothing that people type is an
// error, and a cursor of ours or of nobody is a list or ErrCursor.
func FuzzAsked(f *testing.F) {
	s := open(f, f.TempDir())
	for _, words := range []string{"border agreement", `"fishing rights" -licences`, `"`, `-"`, "a\x00b", "NEAR(a b)", "title: x*", "\xff\xfe", "-", "né 北京"} {
		f.Add(words, "")
	}
	f.Add("", "fHwx")
	f.Add("", "=")
	f.Fuzz(func(t *testing.T, words, cursor string) {
		ctx := context.Background()
		filter := store.Filter{Text: words}
		for _, order := range []store.Order{"", store.Earliest, store.Strongest} {
			page := store.Page{Cursor: cursor, Limit: 3, Order: order}
			_, one := s.Reports(ctx, filter, page)
			_, two := s.Events(ctx, filter, page)
			_, three := s.Occurrences(ctx, filter, page)
			for _, err := range []error{one, two, three} {
				if err != nil && !errors.Is(err, store.ErrCursor) {
					t.Fatalf("%q after %q: %v", words, cursor, err)
				}
			}
		}
	})
}
