package eval_test

import (
	"math"
	"testing"

	"nuncio"
	"nuncio/doc"
	"nuncio/eval"
)

const attributionText = "Ödön said the road was open . Nobody answered ."

// T2 is cut in two; the code points of "Ö" and "ö" are two bytes each.
const attributionMarks = "T1\tSource 0 4\tÖdön\n" +
	"T2\tCue 5 9\tsaid\n" +
	"T3\tContent 10 18;19 27\tthe road was open\n" +
	"broken line\n" +
	"E1\tAttribution:T2 Cue:T2 Source:T1 Content:T3\n" +
	"E2\tAttribution:T2 Cue:T9 Source:T1 Content:T3\n"

func TestParseBrat(t *testing.T) {
	got := eval.ParseBrat(attributionMarks, attributionText)
	if len(got) != 1 {
		t.Fatalf("%d attributions, want 1: one has no cue", len(got))
	}
	g := got[0]
	if s := attributionText[g.Source[0].Start:g.Source[0].End]; s != "Ödön" {
		t.Errorf("source %q", s)
	}
	if len(g.Content) != 2 || attributionText[g.Content[1].Start:g.Content[1].End] != "was open" {
		t.Errorf("content %v", g.Content)
	}
}

func attributionDoc() *doc.Document {
	d := &doc.Document{Report: &nuncio.Report{Text: attributionText}}
	s := doc.Sentence{}
	for i, start := 0, 0; i <= len(attributionText); i++ {
		if i == len(attributionText) || attributionText[i] == ' ' {
			s.Tokens = append(s.Tokens, doc.Token{Form: attributionText[start:i], Start: start, End: i, Head: -1})
			start = i + 1
		}
	}
	s.End = len(attributionText)
	d.Sentences = []doc.Sentence{s}
	return d
}

func TestAttributionScore(t *testing.T) {
	gold := eval.ParseBrat(attributionMarks, attributionText)
	perfect := doc.Attribution{Source: doc.Range{First: 0, End: 1}, Cue: doc.Range{First: 1, End: 2}, Content: []doc.Range{{First: 2, End: 4}, {First: 4, End: 6}}, Parent: -1, Also: -1}
	half := perfect
	half.Content = []doc.Range{{First: 4, End: 6}}
	invented := doc.Attribution{Cue: doc.Range{First: 8, End: 9}, Content: []doc.Range{{First: 7, End: 8}}, Parent: -1, Also: -1}
	nested := invented
	nested.Parent = 0
	tests := []struct {
		name                     string
		got                      []doc.Attribution
		exact, overlap, contents float64 // F1 of triples, triples, and overlap of content
	}{
		{"equal", []doc.Attribution{perfect}, 1, 1, 1},
		{"inner ones do not count", []doc.Attribution{perfect, nested}, 1, 1, 1},
		{"half the content", []doc.Attribution{half}, 0, 0.8, 2.0 / 3},
		{"one invented", []doc.Attribution{perfect, invented}, 2.0 / 3, 2.0 / 3, 2.0 / 3},
		{"nothing", nil, 0, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := attributionDoc()
			d.Attributions = tt.got
			var s eval.AttributionScore
			s.Add(d, gold)
			near := func(what string, got, want float64) {
				if math.Abs(got-want) > 1e-9 {
					t.Errorf("%s %.4f, want %.4f", what, got, want)
				}
			}
			near("exact", s.Triples.ExactF1(), tt.exact)
			near("overlap", s.Triples.OverlapF1(), tt.overlap)
			near("content", s.Roles[eval.RoleContent].OverlapF1(), tt.contents)
		})
	}
}
