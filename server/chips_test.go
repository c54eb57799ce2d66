package server

import (
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestChipsTakeOnePartAway(t *testing.T) {
	u, err := url.Parse("/search?class=AID&class=CONSULT&since=2016-01-01&text=border+post&show=events&cursor=abc&quad=4&origin=")
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, c := range chips(u) {
		labels = append(labels, c.Label)
		rest, err := url.Parse(c.Href)
		if err != nil {
			t.Fatal(err)
		}
		q := rest.Query()
		if q.Get("show") != "events" || q.Has("cursor") || q.Has("origin") {
			t.Errorf("without %s: %s", c.Label, c.Href)
		}
		before, after := 0, 0
		for _, list := range u.Query() {
			before += len(list)
		}
		for _, list := range q {
			after += len(list)
		}
		if before-after != 3 { // the part, the page and what was empty
			t.Errorf("without %s: %d values of %d are left: %s", c.Label, after, before, c.Href)
		}
	}
	if want := []string{"“border post”", "AID", "CONSULT", "material conflict", "since 2016-01-01"}; !slices.Equal(labels, want) {
		t.Errorf("%s, want %s", strings.Join(labels, " | "), strings.Join(want, " | "))
	}
	if u, _ := url.Parse("/dyad/A/B?between=A,B"); len(chips(u, "between")) != 0 {
		t.Error("what the page is about can be taken away")
	}
}
