package nuncio

import (
	"encoding/json"
	"fmt"
)

// Span is a half-open range [Start, End) of a report's text or title: bytes
// inside the program, Unicode code points in a published record.
type Span struct{ Start, End int }

// IsZero reports whether the span is absent. Every present span is non-empty.
func (s Span) IsZero() bool { return s == Span{} }

// Len is the number of units that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one unit.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover is the smallest span that holds both s and t; an absent span adds nothing.
func (s Span) Cover(t Span) Span {
	switch {
	case s.IsZero():
		return t
	case t.IsZero():
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// MarshalJSON writes the span as [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return fmt.Errorf("a span is [start, end]: %w", err)
	}
	if pair[0] > pair[1] || pair[0] < 0 {
		return fmt.Errorf("span [%d, %d] ends before it starts", pair[0], pair[1])
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}
