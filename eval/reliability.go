package eval

import (
	"math"
	"slices"

	"nuncio"
	"nuncio/coder"
	"nuncio/score"
)

// TrustCase is an event that is known to stand or not, and its report.
type TrustCase struct {
	Report string
	score.Case
	Confidence float64 // as the record gives it
}

// Judge turns a record's events into cases: one that fits a fact stands; one that
// is forbidden, or fits none, does not. The facts must be all that the report
// tells, or what they leave out counts as wrong.
func Judge(report string, f Facts, rec *nuncio.Record, grounds []coder.Grounded) []TrustCase {
	var out []TrustCase
	for i := range rec.Events {
		e := &rec.Events[i]
		fits := func(fact EventFact) bool { return len(fact.fails(e)) == 0 }
		k := slices.IndexFunc(grounds, func(g coder.Grounded) bool {
			return g.In == e.In && g.Rule == e.Rule && g.Sentence == e.Evidence.Sentence && g.Trigger == e.Evidence.Trigger.Text
		})
		if k < 0 {
			continue
		}
		right := slices.ContainsFunc(f.Events, fits) && !slices.ContainsFunc(f.Never, fits)
		out = append(out, TrustCase{Report: report, Case: score.Case{Grounds: grounds[k].Grounds, Right: right}, Confidence: e.Confidence})
	}
	return out
}

// CrossValidate gives each case the confidence that weights fitted on all other
// reports give it.
func CrossValidate(cases []TrustCase, ridge float64) []TrustCase {
	out := slices.Clone(cases)
	for first := 0; first < len(cases); {
		end := first
		for end < len(cases) && cases[end].Report == cases[first].Report {
			end++
		}
		var others []score.Case
		for i := range cases {
			if i < first || i >= end {
				others = append(others, cases[i].Case)
			}
		}
		t := score.FitTrust(others, ridge)
		for i := first; i < end; i++ {
			out[i].Confidence = t.Confidence(&out[i].Grounds)
		}
		first = end
	}
	return out
}

// Bin is a row of a reliability table: the events whose confidence lies in
// [From, To).
type Bin struct {
	From, To      float64
	Events, Right int
	Mean          float64 // of their confidence
}

// Reliability is how far confidence can be taken at its word.
type Reliability struct {
	Events, Right int
	Bins          []Bin
	Brier         float64 // mean square of confidence against truth, 0 is best
	Constant      float64 // the same if every event had the share that stands
	Error         float64 // mean distance of confidence and share over bins, by events
	Rank          float64 // chance that an event that stands is above one that does not
}

// NewReliability counts cases in tenths of confidence.
func NewReliability(cases []TrustCase) Reliability {
	r := Reliability{Events: len(cases)}
	r.Bins = make([]Bin, 10)
	for i := range r.Bins {
		r.Bins[i].From, r.Bins[i].To = float64(i)/10, float64(i+1)/10
	}
	var pairs, above float64
	for _, c := range cases {
		b := &r.Bins[min(int(c.Confidence*10+1e-9), 9)]
		b.Events++
		b.Mean += c.Confidence
		y := 0.0
		if c.Right {
			y = 1
			r.Right++
			b.Right++
			for _, o := range cases {
				if o.Right {
					continue
				}
				pairs++
				switch {
				case c.Confidence > o.Confidence:
					above++
				case c.Confidence == o.Confidence:
					above += 0.5
				}
			}
		}
		r.Brier += (c.Confidence - y) * (c.Confidence - y)
	}
	if r.Events == 0 {
		return r
	}
	n := float64(r.Events)
	r.Brier /= n
	base := float64(r.Right) / n
	r.Constant = base * (1 - base)
	for i := range r.Bins {
		if b := &r.Bins[i]; b.Events > 0 {
			b.Mean /= float64(b.Events)
			r.Error += math.Abs(b.Mean-float64(b.Right)/float64(b.Events)) * float64(b.Events) / n
		}
	}
	if pairs > 0 {
		r.Rank = above / pairs
	}
	return r
}
