package when

import (
	"time"

	"nuncio"
)

// trunc is the first day of the unit that holds d. Weeks begin on Monday (ISO 8601).
func trunc(d nuncio.Date, u unit) nuncio.Date {
	switch u {
	case weekend:
		return mondayOf(d).AddDays(5)
	case week, fortnight:
		return mondayOf(d)
	case month:
		return nuncio.Date{Year: d.Year, Month: d.Month, Day: 1}
	case season:
		return seasonStart(d)
	case quarter:
		return nuncio.Date{Year: d.Year, Month: (d.Month-1)/3*3 + 1, Day: 1}
	case half:
		return nuncio.Date{Year: d.Year, Month: (d.Month-1)/6*6 + 1, Day: 1}
	case year:
		return nuncio.Date{Year: d.Year, Month: 1, Day: 1}
	case decade:
		return nuncio.Date{Year: d.Year / 10 * 10, Month: 1, Day: 1}
	case century:
		return nuncio.Date{Year: (d.Year-1)/100*100 + 1, Month: 1, Day: 1}
	case millennium:
		return nuncio.Date{Year: (d.Year-1)/1000*1000 + 1, Month: 1, Day: 1}
	}
	return d
}

func mondayOf(d nuncio.Date) nuncio.Date {
	return d.AddDays(-((int(d.Weekday()) + 6) % 7))
}

// isoDay is 1 for Monday to 7 for Sunday.
func isoDay(d nuncio.Date) int { return (int(d.Weekday())+6)%7 + 1 }

// shift moves by n units; months and longer keep the day where the month has it
// and fall back to the month's last day where it has not.
func shift(d nuncio.Date, n int, u unit) nuncio.Date {
	switch u {
	case week, weekend:
		return d.AddDays(7 * n)
	case fortnight:
		return d.AddDays(14 * n)
	case month:
		return addMonths(d, n)
	case season, quarter:
		return addMonths(d, 3*n)
	case half:
		return addMonths(d, 6*n)
	case year:
		return addMonths(d, 12*n)
	case decade:
		return addMonths(d, 120*n)
	case century:
		return addMonths(d, 1200*n)
	case millennium:
		return addMonths(d, 12000*n)
	case second, minute, hour:
		return d
	}
	return d.AddDays(n)
}

func addMonths(d nuncio.Date, n int) nuncio.Date {
	m := d.Year*12 + int(d.Month) - 1 + n
	y, mm := m/12, m%12
	if mm < 0 {
		y, mm = y-1, mm+12
	}
	return nuncio.Date{Year: y, Month: time.Month(mm + 1), Day: min(d.Day, monthDays(y, time.Month(mm+1)))}
}

func monthDays(y int, m time.Month) int {
	return nuncio.NewDate(y, m+1, 0).Day
}

// lastOf is the last day of the unit that begins on d.
func lastOf(d nuncio.Date, u unit) nuncio.Date {
	switch u {
	case second, minute, hour, day, noUnit:
		return d
	case weekend:
		return d.AddDays(1)
	}
	return shift(d, 1, u).AddDays(-1)
}

// seasonStart is the first day of the meteorological season of the northern half
// of the world that holds d: winter 2018 is December 2018 to February 2019.
func seasonStart(d nuncio.Date) nuncio.Date {
	switch m := d.Month; {
	case m < 3:
		return nuncio.Date{Year: d.Year - 1, Month: 12, Day: 1}
	default:
		return nuncio.Date{Year: d.Year, Month: m / 3 * 3, Day: 1}
	}
}

var seasonMonth = map[string]time.Month{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

// weekdayBefore is the last given weekday before d, or d itself if strict is false.
func weekdayBefore(d nuncio.Date, wday int, strict bool) nuncio.Date {
	n := (isoDay(d) - wday + 7) % 7
	if n == 0 && strict {
		n = 7
	}
	return d.AddDays(-n)
}

// weekdayAfter is the first given weekday after d, or d itself if strict is false.
func weekdayAfter(d nuncio.Date, wday int, strict bool) nuncio.Date {
	n := (wday - isoDay(d) + 7) % 7
	if n == 0 && strict {
		n = 7
	}
	return d.AddDays(n)
}

// nthWeekday is the n-th weekday of the month, counted from the end when n < 0;
// ok is false when the month has not so many.
func nthWeekday(y int, m time.Month, wday, n int) (nuncio.Date, bool) {
	var d nuncio.Date
	if n > 0 {
		d = weekdayAfter(nuncio.Date{Year: y, Month: m, Day: 1}, wday, false).AddDays(7 * (n - 1))
	} else {
		d = weekdayBefore(nuncio.Date{Year: y, Month: m, Day: monthDays(y, m)}, wday, false).AddDays(7 * (n + 1))
	}
	return d, d.Month == m && n != 0
}

// easter is Western Easter Sunday (the anonymous Gregorian computus, Meeus 1991, ch. 8).
func easter(y int) nuncio.Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return nuncio.NewDate(y, time.Month(n/31), n%31+1)
}

// orthodoxEaster is Eastern Easter in the Gregorian calendar (Meeus 1991, ch. 8;
// good for 1900 to 2099).
func orthodoxEaster(y int) nuncio.Date {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	return nuncio.NewDate(y, time.Month(n/31), n%31+1+13)
}

// hijri is the Gregorian day of a day of the tabular Islamic calendar (civil
// epoch, 30-year cycle; Reingold and Dershowitz 2018, ch. 7). Sightings of the
// moon may differ by a day.
func hijri(y, m, d int) nuncio.Date {
	days := d + 29*(m-1) + m/2 + (y-1)*354 + (3+11*y)/30 // since the epoch, 0622-07-19 Gregorian
	return nuncio.NewDate(622, time.July, 18).AddDays(days)
}

// hijriIn are the days of a given Islamic month and day that fall in Gregorian year y.
func hijriIn(y, m, d int) (nuncio.Date, bool) {
	h := (y - 622) * 33 / 32
	for k := h - 1; k <= h+2; k++ {
		if g := hijri(k, m, d); g.Year == y {
			return g, true
		}
	}
	return nuncio.Date{}, false
}

// isoWeek is ISO 8601 year and week.
func isoWeek(d nuncio.Date) (int, int) { return d.Time().ISOWeek() }

func monthNumber(m int) time.Month { return time.Month(min(max(m, 1), 12)) }
