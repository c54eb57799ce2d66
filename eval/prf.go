// Package eval measures every stage against gold sets: trees, names, times,
// places, coreference, attribution, codes, records, occurrences.
//
// In come gold files in the form that their makers publish and the stage under
// test; out go precision, recall and F ([PRF], one type everywhere) with the
// errors on demand. It promises to read gold data as it is, to count what is
// missing as missed, and never to be imported by what it measures.
package eval

import "fmt"

// PRF counts right, wrong and missed findings.
type PRF struct{ TP, FP, FN int }

// Precision is the share of the findings that are right; 0 when there are none.
func (p PRF) Precision() float64 { return share(p.TP, p.TP+p.FP) }

// Recall is the share of what there is that was found; 0 when there is nothing.
func (p PRF) Recall() float64 { return share(p.TP, p.TP+p.FN) }

// F1 is the harmonic mean of precision and recall.
func (p PRF) F1() float64 { return share(2*p.TP, 2*p.TP+p.FP+p.FN) }

// Add sums counts.
func (p *PRF) Add(q PRF) {
	p.TP += q.TP
	p.FP += q.FP
	p.FN += q.FN
}

// String is "P 81.2  R 79.0  F1 80.1" in percent.
func (p PRF) String() string {
	return fmt.Sprintf("P %5.2f  R %5.2f  F1 %5.2f", 100*p.Precision(), 100*p.Recall(), 100*p.F1())
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
