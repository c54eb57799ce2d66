package nuncio_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nuncio"
)

func TestInCodePoints(t *testing.T) {
	r := nuncio.Record{
		Report: nuncio.Report{Text: "“Évora” hosts São Tomé.", Title: "Évora"},
		Entities: []nuncio.Entity{{
			Mentions:      []nuncio.Span{{Start: 3, End: 9}, {Start: 19, End: 29}},
			TitleMentions: []nuncio.Span{{Start: 0, End: 6}},
		}},
	}
	r.InCodePoints()
	e := r.Entities[0]
	got := []string{r.Report.Cut("", e.Mentions[0]), r.Report.Cut("", e.Mentions[1]), r.Report.Cut("title", e.TitleMentions[0])}
	if diff := cmp.Diff([]string{"Évora", "São Tomé", "Évora"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestDateIsNullWhenUnknown(t *testing.T) {
	b, err := json.Marshal(nuncio.When{Interval: nuncio.Interval{End: nuncio.NewDate(2020, 2, 30)}})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"start":null,"end":"2020-03-01"}`; string(b) != want {
		t.Errorf("got %s, want %s", b, want)
	}
	var w nuncio.When
	if err := json.Unmarshal([]byte(`{"start":"2021-02-30","end":null}`), &w); err == nil {
		t.Error("the 30th of February was read without an error")
	}
}

func TestIntervalsOverlap(t *testing.T) {
	day := func(s string) nuncio.Date {
		d, err := nuncio.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct {
		name string
		a, b nuncio.Interval
		want bool
	}{
		{"apart", nuncio.Interval{Start: day("2020-01-01"), End: day("2020-01-05")}, nuncio.Interval{Start: day("2020-01-06"), End: day("2020-01-09")}, false},
		{"touching", nuncio.Interval{Start: day("2020-01-01"), End: day("2020-01-05")}, nuncio.Interval{Start: day("2020-01-05"), End: day("2020-01-09")}, true},
		{"open end", nuncio.Interval{Start: day("2020-01-01")}, nuncio.Interval{Start: day("2024-01-05"), End: day("2024-01-09")}, true},
		{"before open start", nuncio.Interval{End: day("2020-01-01")}, nuncio.Interval{Start: day("2024-01-05")}, false},
	}
	for _, tt := range tests {
		if got := tt.a.Overlaps(tt.b); got != tt.want {
			t.Errorf("%s: got %v", tt.name, got)
		}
		if got := tt.b.Overlaps(tt.a); got != tt.want {
			t.Errorf("%s, turned round: got %v", tt.name, got)
		}
	}
}
