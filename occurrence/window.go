package occurrence

import (
	"fmt"
	"time"

	"nuncio"
)

// newsDays is how many days before its report a past event without a date is
// taken to lie: news is about the last week.
const newsDays = 7

// fineDays is the longest interval, in days, that is dated no more coarsely than a week.
const fineDays = 7

// window is the time of an event as it is compared: days since 1970, both ends
// known. Assumed is set where an open end was bounded by the day of the report.
type window struct {
	start, end int
	assumed    bool
}

// windowOf is false when neither event nor report has a day.
func windowOf(e *Event) (window, bool) {
	v := e.When.Interval
	switch {
	case !v.Start.IsZero() && !v.End.IsZero():
		return window{dayNumber(v.Start), dayNumber(v.End), false}, true
	case !v.End.IsZero():
		return window{dayNumber(v.End) - newsDays, dayNumber(v.End), true}, true
	case !v.Start.IsZero():
		return window{dayNumber(v.Start), dayNumber(v.Start) + newsDays, true}, true
	case !e.Published.IsZero():
		return window{dayNumber(e.Published) - newsDays, dayNumber(e.Published), true}, true
	}
	return window{}, false
}

// Window is the first and last day, counted from 1970, between which an event is
// compared with others; false when neither it nor its report has a day. Events
// whose windows do not overlap are never one, nor does one keep the other from
// anything: what hangs together by overlaps can be merged apart from the rest of
// its block.
func Window(e *Event) (lo, hi int, ok bool) {
	w, ok := windowOf(e)
	return w.start, w.end, ok
}

func dayNumber(d nuncio.Date) int { return int(d.Time().Unix() / int64(24*time.Hour/time.Second)) }

func dateOf(n int) nuncio.Date {
	return nuncio.DateOf(time.Unix(int64(n)*24*60*60, 0).UTC())
}

func (w window) days() int { return w.end - w.start + 1 }

// coarse reports whether the window is longer than a week, or only assumed.
func (w window) coarse() bool { return w.assumed || w.days() > fineDays }

func (w window) overlaps(v window) bool { return w.start <= v.end && v.start <= w.end }

func (w window) meet(v window) window {
	return window{max(w.start, v.start), min(w.end, v.end), w.assumed && v.assumed}
}

func (w window) String() string {
	s := dateOf(w.start).String()
	if w.end != w.start {
		s += ".." + dateOf(w.end).String()
	}
	if w.assumed {
		return "undated, taken as " + s
	}
	return s
}

// Day is the day on which an event is counted: its first, else its last, else its
// report's.
func Day(v nuncio.Interval, published nuncio.Date) nuncio.Date {
	switch {
	case !v.Start.IsZero():
		return v.Start
	case !v.End.IsZero():
		return v.End
	}
	return published
}

func overlapWhy(a, b window) string {
	if a.start == b.start && a.end == b.end {
		return a.String()
	}
	return fmt.Sprintf("%s overlaps %s", a, b)
}
