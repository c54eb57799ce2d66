package eval

import (
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"io"
	"strconv"
)

// QuadRow is one sentence with its class: 0 for no act between parties, else
// PLOVER's quad class.
type QuadRow struct {
	Sentence string
	Class    int
}

// quadOf turns the set's numbers into PLOVER's. The set counts in the order of its
// columns: material conflict, material cooperation, verbal conflict, verbal
// cooperation; its own description has them otherwise, its sentences do not.
var quadOf = [...]int{0, 4, 2, 3, 1}

// ReadQuad reads annotated UN sentences: a heading, then sentence and class,
// parted by a tab. Sentences of several classes (-1) are left out.
func ReadQuad(r io.Reader) ([]QuadRow, error) {
	in := csv.NewReader(r)
	in.Comma, in.FieldsPerRecord, in.LazyQuotes = '\t', 2, true
	if _, err := in.Read(); err != nil {
		return nil, fmt.Errorf("quad classes: heading: %w", err)
	}
	var out []QuadRow
	for {
		f, err := in.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("quad classes: %w", err)
		}
		class, err := strconv.Atoi(f[1])
		if err != nil || class >= len(quadOf) {
			line, _ := in.FieldPos(1)
			return nil, fmt.Errorf("quad classes: line %d: class %q is none of -1 to 4", line, f[1])
		}
		if class >= 0 {
			out = append(out, QuadRow{Sentence: f[0], Class: quadOf[class]})
		}
	}
}

// HeldOut reports whether the row belongs to the fifth that nothing is fitted on.
func (r *QuadRow) HeldOut() bool {
	h := fnv.New64a()
	io.WriteString(h, r.Sentence)
	// FNV's low bits hang together; the high ones do not.
	return h.Sum64()>>32%5 == 0
}

// QuadScore counts over rows.
type QuadScore struct{ gold, got []string }

// Add counts a row.
func (s *QuadScore) Add(gold, got int) {
	s.gold, s.got = append(s.gold, strconv.Itoa(gold)), append(s.got, strconv.Itoa(got))
}

// Rows is the number of rows counted.
func (s *QuadScore) Rows() int { return len(s.gold) }

// Class is the count of one class.
func (s *QuadScore) Class(class int) PRF { return classPRF(s.gold, s.got, strconv.Itoa(class)) }

// MacroF1 is the mean of the classes' F1.
func (s *QuadScore) MacroF1() float64 { return macroF1(s.gold, s.got) }

// Accuracy is the share of rows with the right class.
func (s *QuadScore) Accuracy() float64 {
	n := 0
	for i := range s.gold {
		if s.gold[i] == s.got[i] {
			n++
		}
	}
	return share(n, len(s.gold))
}

// Interval is the central 95 % of the macro-F1 when rows are drawn anew.
func (s *QuadScore) Interval() (low, high float64) {
	return resample(len(s.gold), func(pick func() int) float64 { return s.drawn(pick).MacroF1() })
}

// Ahead is the central 95 % of how far s is ahead of t, both on the same rows,
// when rows are drawn anew.
func (s *QuadScore) Ahead(t *QuadScore) (low, high float64) {
	return resample(len(s.gold), func(pick func() int) float64 {
		var a, b QuadScore
		for range s.gold {
			k := pick()
			a.gold, a.got = append(a.gold, s.gold[k]), append(a.got, s.got[k])
			b.gold, b.got = append(b.gold, t.gold[k]), append(b.got, t.got[k])
		}
		return a.MacroF1() - b.MacroF1()
	})
}

func (s *QuadScore) drawn(pick func() int) *QuadScore {
	var t QuadScore
	for range s.gold {
		k := pick()
		t.gold, t.got = append(t.gold, s.gold[k]), append(t.got, s.got[k])
	}
	return &t
}
