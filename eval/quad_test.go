package eval

import (
	"math"
	"strings"
	"testing"

	"nuncio"
	"nuncio/coder"
	"nuncio/score"
)

func TestReadQuad(t *testing.T) {
	rows, err := ReadQuad(strings.NewReader("en\tQuadClass\nThe depot was shelled.\t1\n\"Both sides \"\"talked\"\".\"\t4\nMixed.\t-1\nPaper.\t0\nGrain came.\t2\nWarned.\t3\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []QuadRow{{"The depot was shelled.", 4}, {`Both sides "talked".`, 1}, {"Paper.", 0}, {"Grain came.", 2}, {"Warned.", 3}}
	if len(rows) != len(want) {
		t.Fatalf("%d rows, want %d", len(rows), len(want))
	}
	for i := range want {
		if rows[i] != want[i] {
			t.Errorf("row %d: %v, want %v", i, rows[i], want[i])
		}
	}
	for _, bad := range []string{"", "h\tq\nx\t5\n", "h\tq\nx\tone\n", "h\tq\nx\n"} {
		if _, err := ReadQuad(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func FuzzReadQuad(f *testing.F) {
	f.Add("en\tQuadClass\nThe depot was shelled.\t1\n")
	f.Fuzz(func(t *testing.T, s string) {
		rows, err := ReadQuad(strings.NewReader(s))
		if err != nil {
			return
		}
		for _, r := range rows {
			if r.Class < 0 || r.Class >= score.Classes {
				t.Errorf("class %d", r.Class)
			}
		}
	})
}

func TestQuadScore(t *testing.T) {
	var a, b QuadScore
	for i := range 100 {
		gold := i % 2
		a.Add(gold, gold)
		b.Add(gold, 0)
	}
	if a.MacroF1() != 1 || a.Accuracy() != 1 || b.Accuracy() != 0.5 {
		t.Errorf("macro-F1 %g, accuracies %g %g", a.MacroF1(), a.Accuracy(), b.Accuracy())
	}
	if low, high := a.Ahead(&b); low <= 0.4 || high >= 0.9 || low >= high {
		t.Errorf("ahead by [%g, %g]", low, high)
	}
}

func TestJudge(t *testing.T) {
	party := func(c string) []nuncio.Party { return []nuncio.Party{{Entity: c, Country: c, Name: c}} }
	event := func(class, trigger string) nuncio.Event {
		return nuncio.Event{Event: class, Actor: party("NOR"), Rule: "r", Evidence: nuncio.Evidence{Trigger: nuncio.Phrase{Text: trigger}}}
	}
	rec := nuncio.Record{Events: []nuncio.Event{event("AID", "sent"), event("ASSAULT", "raided"), event("CONSULT", "met"), event("REJECT", "lost")}}
	facts := Facts{Events: []EventFact{{Is: "AID", Actor: "NOR"}, {Is: "ASSAULT"}}, Never: []EventFact{{Is: "ASSAULT", Actor: "NOR"}}}
	var grounds []coder.Grounded
	for _, w := range []string{"met", "sent", "raided"} {
		grounds = append(grounds, coder.Grounded{Rule: "r", Trigger: w, Grounds: score.Grounds{score.One: 1}})
	}
	cases := Judge("report", facts, &rec, grounds)
	want := []bool{true, false, false} // fits, forbidden, fits nothing; the last has no grounds
	if len(cases) != len(want) {
		t.Fatalf("%d cases, want %d", len(cases), len(want))
	}
	for i := range want {
		if cases[i].Right != want[i] {
			t.Errorf("case %d: %v", i, cases[i].Right)
		}
	}
}

func TestReliability(t *testing.T) {
	var cases []TrustCase
	for i := range 100 {
		c := TrustCase{Report: string(rune('a' + i/10)), Confidence: 0.8}
		c.Grounds[score.One] = 1
		c.Right = i%10 < 8
		cases = append(cases, c)
	}
	r := NewReliability(cases)
	if r.Right != 80 || r.Bins[8].Events != 100 || r.Error > 1e-9 || math.Abs(r.Brier-r.Constant) > 1e-9 || r.Rank != 0.5 {
		t.Errorf("%+v", r)
	}
	for _, c := range CrossValidate(cases, 1) {
		if math.Abs(c.Confidence-0.8) > 0.011 {
			t.Fatalf("the share of all others is .8, not %g", c.Confidence)
		}
	}
	if empty := NewReliability(nil); empty.Brier != 0 {
		t.Errorf("of nothing: %+v", empty)
	}
}
