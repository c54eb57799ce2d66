package catalogue

import (
	"fmt"
	"time"

	"nuncio"
)

// Date is a day as finely as the tables know it: a day, a month or a year. The
// zero Date is an open end; Unknown is an end that exists but is not known.
type Date struct {
	Year    int16
	Month   uint8 // 0 when only the year is known
	Day     uint8 // 0 when only the month is known
	Unknown bool
}

// IsZero reports whether the end is open.
func (d Date) IsZero() bool { return d == Date{} }

// known reports whether there is a year to reckon with.
func (d Date) known() bool { return d.Year != 0 }

// First is the earliest day that d may be; zero when open or unknown.
func (d Date) First() nuncio.Date {
	if !d.known() {
		return nuncio.Date{}
	}
	return nuncio.Date{Year: int(d.Year), Month: time.Month(max(d.Month, 1)), Day: int(max(d.Day, 1))}
}

// ordinal orders dates by the earliest day that they may be.
func (d Date) ordinal() int { return int(d.Year)<<9 | int(max(d.Month, 1))<<5 | int(max(d.Day, 1)) }

// Last is the latest day that d may be; zero when open or unknown.
func (d Date) Last() nuncio.Date {
	switch {
	case !d.known():
		return nuncio.Date{}
	case d.Month == 0:
		return nuncio.Date{Year: int(d.Year), Month: time.December, Day: 31}
	case d.Day == 0:
		return nuncio.NewDate(int(d.Year), time.Month(d.Month)+1, 0)
	}
	return d.First()
}

// String is the date as the tables write it.
func (d Date) String() string {
	switch {
	case d.Unknown:
		return "?"
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// ParseDate reads YYYY, YYYY-MM, YYYY-MM-DD, "?" or "".
func ParseDate(s string) (Date, error) {
	bad := func() (Date, error) {
		return Date{}, fmt.Errorf("%q is not a date: write YYYY, YYYY-MM, YYYY-MM-DD, ? or nothing", s)
	}
	digits := func(s string) int {
		n := 0
		for i := range len(s) {
			if s[i] < '0' || s[i] > '9' {
				return -1
			}
			n = n*10 + int(s[i]-'0')
		}
		return n
	}
	var d Date
	switch len(s) {
	case 0:
		return d, nil
	case 1:
		if s == "?" {
			return Date{Unknown: true}, nil
		}
		return bad()
	case 4, 7, 10:
	default:
		return bad()
	}
	y := digits(s[:4])
	if y <= 0 {
		return bad()
	}
	d.Year = int16(y)
	if len(s) >= 7 {
		m := digits(s[5:7])
		if s[4] != '-' || m < 1 || m > 12 {
			return bad()
		}
		d.Month = uint8(m)
	}
	if len(s) == 10 {
		day := digits(s[8:])
		if s[7] != '-' || day < 1 || day > nuncio.NewDate(y, time.Month(d.Month)+1, 0).Day {
			return bad()
		}
		d.Day = uint8(day)
	}
	return d, nil
}

// Spell is the time for which something holds, both ends included.
type Spell struct{ From, To Date }

// Holds says whether the spell covers a day. A day that only the coarseness of an
// end lets in counts; an unknown end lets in everything on its side.
func (s Spell) Holds(on nuncio.Date) bool {
	if on.IsZero() {
		return true
	}
	if s.From.known() && on.Before(s.From.First()) {
		return false
	}
	return !s.To.known() || !on.After(s.To.Last())
}

// surely is Holds without the benefit of the doubt; the last day of a spell,
// which may already be a successor's first, does not count either.
func (s Spell) surely(on nuncio.Date) bool {
	if on.IsZero() || s.From.Unknown || s.To.Unknown {
		return false
	}
	if s.From.known() && on.Before(s.From.Last()) {
		return false
	}
	return !s.To.known() || on.Before(s.To.First())
}
