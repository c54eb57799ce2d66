package coder_test

import (
	"testing"

	"nuncio"
)

// TestHeadlines codes headlines and compares on whose word their first event stands, "none"
// where there is none.
func TestHeadlines(t *testing.T) {
	c, err := built()
	if err != nil {
		t.Fatal(err)
	}
	w := c.NewWorker()
	for _, tt := range []struct{ title, want string }{
		{"Peru attacked Chilean port: report", "report (document)"},
		{"Chile to expel Peruvian envoy: sources", "sources (unnamed) planned"},
		{"Chile to expel Peruvian envoy - minister", "minister (official) planned"},
		{"Peru, Chile to hold talks: Xinhua", "Xinhua News Agency (state media) planned"},
		{"Exclusive: Peru freed pilots, sources say", "sources (unnamed)"},
		{"Chad: Police beat protesters", "-"},
		{"Chad: Peru shelled our port", "Chad (government)"},
		{"Bolivia protests as Chile moves tanks to border", "-"},
		{"Peru urged to free Chilean pilots", "unnamed (unnamed) demanded"},
	} {
		rec := w.Code(&nuncio.Report{Title: tt.title, Text: "Nothing else was known.", Published: nuncio.Date{Year: 2024, Month: 5, Day: 17}, Language: "en"})
		got := "none"
		for i := range rec.Events {
			if e := &rec.Events[i]; got == "none" || e.Event == "MOBILIZE" {
				got = toldBy(e)
			}
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.title, got, tt.want)
		}
	}
}
