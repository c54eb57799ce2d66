package nuncio

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a local calendar day of the proleptic Gregorian calendar. The zero
// Date is "not known" and is written as null.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDate gives the day, with months and days out of range carried over as
// [time.Date] does.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf is the calendar day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads YYYY-MM-DD and refuses days that no calendar has.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date of the form YYYY-MM-DD: %w", s, err)
	}
	return DateOf(t), nil
}

// IsZero reports whether the date is not known.
func (d Date) IsZero() bool { return d == Date{} }

// Time is midnight UTC at the start of the day.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// AddDays moves by n days.
func (d Date) AddDays(n int) Date { return NewDate(d.Year, d.Month, d.Day+n) }

// Weekday of the date.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// Before reports whether d lies before e.
func (d Date) Before(e Date) bool {
	switch {
	case d.Year != e.Year:
		return d.Year < e.Year
	case d.Month != e.Month:
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// After reports whether d lies after e.
func (d Date) After(e Date) bool { return e.Before(d) }

// String is YYYY-MM-DD, or "" when the date is not known.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalJSON writes "YYYY-MM-DD", or null when the date is not known.
func (d Date) MarshalJSON() ([]byte, error) {
	if d.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(d.String())
}

// UnmarshalJSON reads what MarshalJSON writes.
func (d *Date) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*d = Date{}
		return nil
	}
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("a date is a string: %w", err)
	}
	v, err := ParseDate(s)
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// Granularity says how fine an interval is known.
type Granularity string

// The granularities of an interval, finest first.
const (
	GranularityTime   Granularity = "time" // an hour or part of a day; the interval is that day
	GranularityDay    Granularity = "day"
	GranularityWeek   Granularity = "week"
	GranularityMonth  Granularity = "month"
	GranularitySeason Granularity = "season" // also quarters and half-years
	GranularityYear   Granularity = "year"
	GranularityDecade Granularity = "decade" // and anything longer
)

// Interval is a closed range of local days. A zero Start or End is open.
type Interval struct {
	Start       Date        `json:"start"`
	End         Date        `json:"end"`
	Granularity Granularity `json:"granularity,omitempty"`
}

// IsZero reports whether both ends are open.
func (v Interval) IsZero() bool { return v.Start.IsZero() && v.End.IsZero() }

// Overlaps reports whether some day may lie in both; open ends reach for ever.
func (v Interval) Overlaps(w Interval) bool {
	startsAfter := func(a, b Interval) bool {
		return !a.Start.IsZero() && !b.End.IsZero() && a.Start.After(b.End)
	}
	return !startsAfter(v, w) && !startsAfter(w, v)
}

// WhenBasis says where an event's time was taken from.
type WhenBasis string

// The bases of an event's time, most to least direct.
const (
	WhenExpression WhenBasis = "expression" // words in the text govern it
	WhenContext    WhenBasis = "context"    // the same scene as an event with words
	WhenReport     WhenBasis = "report"     // bounded by the day its source spoke
	WhenTense      WhenBasis = "tense"      // past, bounded by publication
	WhenNone       WhenBasis = "none"
)

// When is the time of an event or a statement.
type When struct {
	Interval
	Text  string    `json:"text,omitempty"`
	Span  Span      `json:"span,omitzero"`
	In    string    `json:"in,omitempty"` // "title" when Span counts in the title
	Basis WhenBasis `json:"basis,omitempty"`
}
