package server

import (
	"math"
	"strings"
	"testing"

	"nuncio"
	"nuncio/store"
)

func date(s string) nuncio.Date {
	d, err := nuncio.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestPiecesKeepTheText(t *testing.T) {
	text := "Ōsaka said “Tokyo agreed”, Kyodo reported."
	at := func(s string) nuncio.Span {
		i := len([]rune(text[:strings.Index(text, s)]))
		return nuncio.Span{Start: i, End: i + len([]rune(s))}
	}
	rec := &nuncio.Record{
		Report: nuncio.Report{Text: text},
		Attributions: []nuncio.Attribution{
			{ID: "a0", Source: &nuncio.Phrase{Text: "Kyodo", Span: at("Kyodo")}, Content: nuncio.Content{Span: at("Ōsaka said “Tokyo agreed”")}},
			{ID: "a1", Source: &nuncio.Phrase{Text: "Ōsaka", Span: at("Ōsaka")}, Content: nuncio.Content{Span: at("“Tokyo agreed”")}, Within: "a0"},
		},
		Events: []nuncio.Event{
			{ID: "e1", Evidence: nuncio.Evidence{Span: at("said “Tokyo agreed"), Trigger: nuncio.Phrase{Span: at("agreed")}}},
			{ID: "e2", Evidence: nuncio.Evidence{Span: at("agreed”, Kyodo"), Trigger: nuncio.Phrase{Span: at("agreed")}}}, // crosses the other
			{ID: "e3", Evidence: nuncio.Evidence{Span: nuncio.Span{Start: 30, End: 9000}}},                                // beyond the text
		},
	}
	var whole strings.Builder
	links := map[string]int{}
	for _, p := range pieces(rec, "") {
		whole.WriteString(p.Text)
		if p.Event != "" {
			links[p.Event]++
		}
		if p.Text == "agreed" && (!strings.Contains(p.Class, "d2") || p.Keys[:5] != "e1 e2") {
			t.Errorf("the event word has class %q and keys %q", p.Class, p.Keys)
		}
		if p.Text == ", " && strings.Contains(p.Class, "d") {
			t.Errorf("%q lies within somebody's words", p.Text)
		}
	}
	if whole.String() != text {
		t.Errorf("the pieces make %q", whole.String())
	}
	if links["e1"] != 1 {
		t.Errorf("the words of e1 have %d links", links["e1"])
	}
}

func TestWhenWords(t *testing.T) {
	for _, c := range []struct{ start, end, granularity, want string }{
		{"2024-03-14", "2024-03-14", "day", "14 Mar 2024"},
		{"2024-03-04", "2024-03-10", "week", "4–10 Mar 2024"},
		{"2024-02-01", "2024-02-29", "month", "February 2024"},
		{"2024-12-01", "2024-12-31", "month", "December 2024"},
		{"2024-01-01", "2024-12-31", "year", "2024"},
		{"1990-01-01", "1999-12-31", "decade", "1990–1999"},
		{"2024-02-27", "2024-03-02", "", "27 Feb – 2 Mar 2024"},
		{"", "2024-03-02", "", "by 2 Mar 2024"},
		{"2024-03-02", "", "", "from 2 Mar 2024"},
		{"", "", "", "day not known"},
	} {
		v := nuncio.Interval{Granularity: nuncio.Granularity(c.granularity)}
		if c.start != "" {
			v.Start = date(c.start)
		}
		if c.end != "" {
			v.End = date(c.end)
		}
		if got := whenWords(v); got != c.want {
			t.Errorf("%s/%s: %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

func TestMonthsChartCountsEverything(t *testing.T) {
	for name, counts := range map[string][]store.MonthCount{
		"months":  {{Month: "2024-01", Quad: 1, Events: 3}, {Month: "2024-03", Quad: 4, Events: 2}, {Month: "", Quad: 1, Events: 1}},
		"years":   {{Month: "1942-01", Quad: 1, Events: 3}, {Month: "2024-03", Quad: 4, Events: 2}, {Month: "", Quad: 1, Events: 1}},
		"decades": {{Month: "1520-01", Quad: 1, Events: 3}, {Month: "2024-03", Quad: 4, Events: 2}, {Month: "", Quad: 1, Events: 1}},
	} {
		c := drawMonths(counts, &Query{Since: "2023-12-05"})
		total := 0
		for _, r := range c.Rows {
			for _, n := range r.Quads {
				total += n
			}
		}
		if total != 5 || c.Undated != 1 || len(c.Bars) != 2 {
			t.Errorf("%s: %d dated, %d undated, %d bars", name, total, c.Undated, len(c.Bars))
		}
		for _, b := range c.Bars {
			if b.X < chartPad || b.X+b.W > chartW || b.Y < 0 || b.Y+b.H > chartH || math.IsNaN(b.Y) {
				t.Errorf("%s: a bar lies outside: %+v", name, b)
			}
			if strings.Contains(b.Href, "since=2023-11") || strings.Contains(b.Href, "since=2023-12-01") {
				t.Errorf("%s: a bar widens the filter: %s", name, b.Href)
			}
		}
	}
	if c := drawMonths(nil, &Query{}); len(c.Bars) != 0 {
		t.Error("bars of nothing")
	}
}

func TestMapIsCutAtTheDateLine(t *testing.T) {
	ring := []lonLat{{170, 60}, {-170, 60}, {-170, 65}, {170, 65}, {170, 60}}
	parts := cutAtDateLine(ring, true)
	if len(parts) != 2 && len(parts) != 3 {
		t.Fatalf("%d parts", len(parts))
	}
	for _, part := range parts {
		for i := 1; i < len(part); i++ {
			if math.Abs(part[i].lon-part[i-1].lon) > 180 {
				t.Errorf("a part runs across the map: %v", part)
			}
		}
	}
	if x, y := equalEarth(0, 0); x != mapW/2 || math.Abs(y-222) > 1e-9 {
		t.Errorf("the middle lies at %v, %v", x, y)
	}
	if x, _ := equalEarth(180, 0); math.Abs(x-mapW) > 0.5 {
		t.Errorf("the edge lies at %v", x)
	}
}

func TestCopiesHangBelowWhatTheyRepeat(t *testing.T) {
	row := func(report, outlet, copyOf string, chain ...string) store.EventRow {
		e := store.EventRow{Report: report, Outlet: outlet, CopyOf: copyOf}
		for _, name := range chain {
			e.Chain = append(e.Chain, nuncio.Link{Name: name})
		}
		return e
	}
	tree := takenFrom([]store.EventRow{row("r3", "Gamma", "r2"), row("r1", "Alpha", "", "Kabar", "Interfax"), row("r2", "Beta", ""), row("r2", "Beta", ""), row("r4", "Delta", "", "Kabar"), row("r5", "Eta", "gone")})
	var lines []string
	var walk func([]*hop, string)
	walk = func(hops []*hop, indent string) {
		for _, h := range hops {
			lines = append(lines, indent+h.Name)
			for _, l := range h.Reports {
				lines = append(lines, indent+" "+l.Row.Report)
				for _, c := range l.Copies {
					lines = append(lines, indent+"  "+c.Row.Report)
				}
			}
			walk(h.Next, indent+" ")
		}
	}
	walk(tree, "")
	want := "Beta| r2|  r3|Kabar| Delta|  r4| Interfax|  Alpha|   r1|Eta| r5"
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("the tree is\n%s, want\n%s", got, want)
	}
}

func TestSpreadsheetsRunNoText(t *testing.T) {
	for in, want := range map[string]string{"=1+1": "'=1+1", "-2": "'-2", "@x": "'@x", "plain": "plain", "": "", "a=b": "a=b"} {
		if got := plain(in); got != want {
			t.Errorf("plain(%q) = %q", in, got)
		}
	}
}

func TestSpokenBeginsWithWhatIsShown(t *testing.T) {
	for _, tt := range []struct{ shown, name, want string }{
		{"Peru", "Peru", "Peru: "},
		{"Organization for Secur…", "Organization for Security", "Organization for Secur…: Organization for Security "},
	} {
		if got := spoken(tt.shown, tt.name); got != tt.want {
			t.Errorf("spoken(%q, %q) = %q, want %q", tt.shown, tt.name, got, tt.want)
		}
	}
}
