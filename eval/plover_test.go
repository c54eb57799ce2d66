package eval_test

import (
	"strings"
	"testing"

	"nuncio"
	"nuncio/eval"
)

const ploverSet = "sentence\tmarked_sentence\tgold_root\n" +
	"Oslo urged Juba to talk.\t<s>Oslo</s> urged <t>Juba</t> to talk.\tREQUEST\n" +
	"Oslo freed Juba's envoy.\t<s>Oslo</s> freed <t>Juba</t>'s envoy.\tYIELD\n"

func TestReadPlover(t *testing.T) {
	rows, err := eval.ReadPlover(strings.NewReader(ploverSet))
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	r := rows[0]
	if r.Sentence != "Oslo urged Juba to talk." || r.Root != "REQUEST" {
		t.Errorf("got %+v", r)
	}
	if got := r.Sentence[r.Target[0].Start:r.Target[0].End]; got != "Juba" {
		t.Errorf("target %q", got)
	}
	for _, bad := range []string{"", "a\tb\n", "sentence\tmarked_sentence\tgold_root\nx\n"} {
		if _, err := eval.ReadPlover(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestPloverChoose(t *testing.T) {
	rows, err := eval.ReadPlover(strings.NewReader(ploverSet))
	if err != nil {
		t.Fatal(err)
	}
	at := func(start, end int) []eval.PloverParty {
		sp := nuncio.Span{Start: start, End: end}
		return []eval.PloverParty{{Heads: []nuncio.Span{sp}, Whole: sp}}
	}
	oslo, juba := at(0, 4), at(11, 15)
	tests := []struct {
		name   string
		events []eval.PloverEvent
		root   string
		found  bool
	}{
		{"nothing", nil, "", false},
		{"between the marked parties", []eval.PloverEvent{
			{Event: "ACCUSE", Actor: juba, Recipient: oslo}, {Event: "REQUEST", Actor: oslo, Recipient: juba}}, "REQUEST", true},
		{"what is asked for is a request", []eval.PloverEvent{{Event: "CONSULT", Status: nuncio.Demanded, Actor: juba}}, "REQUEST", false},
		{"a plan to give is agreement", []eval.PloverEvent{{Event: "AID", Status: nuncio.Planned, Actor: oslo, Recipient: juba}}, "AGREE", true},
		{"a plan to harm is a threat", []eval.PloverEvent{{Event: "COERCE", Status: nuncio.Planned, Actor: oslo, Recipient: juba}}, "THREATEN", true},
		{"help withheld is refusal", []eval.PloverEvent{{Event: "AID", Status: nuncio.Negated, Actor: oslo, Recipient: juba}}, "REJECT", true},
		{"both sides of a meeting", []eval.PloverEvent{{Event: "CONSULT", Reciprocal: true, Actor: juba, Recipient: oslo}}, "CONSULT", true},
		{"statements do not count", []eval.PloverEvent{{Event: "STATEMENT", Actor: oslo, Recipient: juba}}, "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if root, found := rows[0].Choose(tt.events); root != tt.root || found != tt.found {
				t.Errorf("got %q %v, want %q %v", root, found, tt.root, tt.found)
			}
		})
	}
}

func TestPloverScore(t *testing.T) {
	var s eval.PloverScore
	s.Add("REQUEST", "REQUEST", true)
	s.Add("YIELD", "", false)
	if s.Accuracy() != 0.5 || s.MacroF1() != 0.5 || s.Coded != 1 || s.BothRight != 1 {
		t.Errorf("got %+v, macro-F1 %v", s, s.MacroF1())
	}
	low, high := s.Interval((*eval.PloverScore).Accuracy)
	if low < 0 || high > 1 || low > high {
		t.Errorf("interval [%v, %v]", low, high)
	}
}
