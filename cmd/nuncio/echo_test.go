package main

import (
	"slices"
	"testing"

	"nuncio"
	"nuncio/store"
	"nuncio/store/sqlite"
)

// Seven reports of one shelling: five that go back to one agency, by chain, dateline,
// sign-off and copied text, one with its own witness, one with a denial. As they are
// coded, not as one would wish them to be.
func TestFiveEchoesAreOneSource(t *testing.T) {
	c, err := built()
	if err != nil {
		t.Fatal(err)
	}
	code := coding{}
	parts, err := code.parts()
	if err != nil {
		t.Fatal(err)
	}
	merger, err := newMerger(parts.Catalogue)
	if err != nil {
		t.Fatal(err)
	}
	st, err := sqlite.Open(t.Context(), t.TempDir(), merger)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	w := c.NewWorker()
	for _, name := range []string{"copy", "credit", "dateline", "denial", "named", "secondhand", "witness"} {
		for _, rep := range readReports(t, exampleDir+"/echo/2016-06-"+name+".txt") {
			rec := w.Code(&rep)
			if _, err := st.Put(t.Context(), &rec); err != nil {
				t.Fatal(err)
			}
		}
	}
	list, err := st.Occurrences(t.Context(), store.Filter{Between: [2]string{"TJK", "KGZ"}, Directed: true, Class: []string{"ASSAULT"}, Status: []nuncio.Status{nuncio.Asserted}},
		store.Page{Order: store.Strongest})
	if err != nil {
		t.Fatal(err)
	}
	if len(list.Rows) != 1 {
		t.Fatalf("%d occurrences of one shelling", len(list.Rows))
	}
	o := &list.Rows[0]
	if o.Corroboration != 2 || o.Reports != 6 || !slices.Equal(o.DeniedBy, []string{"TJK"}) {
		t.Errorf("%d sources in %d reports, denied by %v; want 2 in 6, denied by TJK", o.Corroboration, o.Reports, o.DeniedBy)
	}
	for _, or := range o.Origins {
		switch {
		case or.ID == "KGZ" && or.Interested:
		case or.ID == "outlet/the-ferghana-courier" && !or.Interested:
		default:
			t.Errorf("origin %s (%s), interested %v", or.ID, or.Name, or.Interested)
		}
	}
}
