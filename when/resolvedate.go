package when

import (
	"time"

	"nuncio"
)

// resolveDate anchors a date given by its fields.
func (w *work) resolveDate(f *frame, a *anchors) (point, bool) {
	if f.outer >= 0 {
		return w.dateWithin(f, a)
	}
	y := f.year
	if y == unset && f.yy != unset {
		y = fullYear(f.yy, a.pub)
	}
	switch {
	case f.era == "BC" && y != unset:
		p := newPoint(year, nuncio.Date{}, "year in the text")
		p.bc = y
		return p, true
	case f.hol != unset:
		return w.holiday(f, y, a)
	case f.hasOff:
		if a.pub.IsZero() {
			return newPoint(day, a.pub, "nothing to count from"), true
		}
		if a.narrative && a.hasDay && f.off == 0 && f.part != "" {
			return newPoint(day, a.prevDay.start, "the day spoken of"), true
		}
		return newPoint(day, a.pub.AddDays(f.off), "publication"), true
	case f.decade != unset && f.decade%10 != 0: // "1965's"
		return newPoint(year, nuncio.Date{Year: f.decade, Month: 1, Day: 1}, "year in the text"), true
	case f.decade != unset:
		return newPoint(decade, nuncio.Date{Year: f.decade / 10 * 10, Month: 1, Day: 1}, "decade in the text"), f.decade > 0
	case f.yearsTens != unset:
		c := fullYear(f.yearsTens, a.pub)
		if c > a.pub.Year && a.tense != Future && !a.pub.IsZero() {
			c -= 100
		}
		return newPoint(decade, nuncio.Date{Year: c, Month: 1, Day: 1}, "decade in the text"), true
	case f.century != unset:
		return newPoint(century, nuncio.Date{Year: (f.century-1)*100 + 1, Month: 1, Day: 1}, "century in the text"), f.century > 0 && f.century < 30
	case f.season != "":
		return seasonOf(f, y, a)
	case f.month != unset:
		return monthOf(f, y, a)
	case y != unset:
		if y < 1 || y > 9999 {
			return point{}, false
		}
		return newPoint(year, nuncio.Date{Year: y, Month: 1, Day: 1}, "year in the text"), true
	case f.wday != unset:
		return weekdayOf(f, a), true
	case f.day != unset:
		return dayOf(f, a)
	}
	return timeOnly(f, a)
}

func seasonOf(f *frame, y int, a *anchors) (point, bool) {
	how := "year in the text"
	if y == unset {
		base, h := f.base(a)
		if a.narrative && a.hasPrev {
			base, h = a.prev.start, "the date spoken of"
		}
		if base.IsZero() {
			p := newPoint(season, base, "nothing to count from")
			p.season = f.season
			return p, true
		}
		p := seasonFrom(f, base, a)
		p.how = h
		return p, true
	}
	p := newPoint(season, nuncio.Date{Year: y, Month: seasonMonth[f.season], Day: 1}, how)
	p.season = f.season
	return p, true
}

// monthOf reads months, and days of a month, with or without a year.
func monthOf(f *frame, y int, a *anchors) (point, bool) {
	m := f.month
	if m > 12 && f.day != unset && f.day <= 12 { // 31/10/1974
		m, f.day = f.day, m
	}
	if m < 1 || m > 12 || f.day != unset && (f.day < 1 || f.day > 31) {
		return point{}, false
	}
	g, d := month, 1
	if f.day != unset {
		g, d = day, f.day
	}
	at := func(y int) nuncio.Date {
		return nuncio.Date{Year: y, Month: time.Month(m), Day: min(d, monthDays(y, time.Month(m)))}
	}
	if y != unset {
		if y < 1 || y > 9999 || d > monthDays(y, time.Month(m)) {
			return point{}, false
		}
		return newPoint(g, at(y), "year in the text"), true
	}
	if d > monthDays(2000, time.Month(m)) {
		return point{}, false
	}
	base, how := a.pub, "publication"
	if a.hasPrev && (a.narrative || f.prev) {
		base, how = a.prev.start, "the date spoken of"
		if !f.hasDir || f.dir == 0 {
			y := base.Year
			if a.narrative && base.Month >= 10 && m <= 3 && a.prev.gran <= month {
				y++ // December, then January
			}
			return newPoint(g, at(y), how), true
		}
	}
	if a.chained && a.hasPrev && !f.hasDir && a.prev.gran <= month {
		e := at(a.prev.start.Year)
		if e.Before(a.prev.start) {
			e = at(e.Year + 1)
		}
		return newPoint(g, e, "the date before it"), true
	}
	if base.IsZero() {
		p := newPoint(g, at(2000), "nothing to count from")
		p.known, p.noYear = false, true
		return p, true
	}
	if f.wday != unset { // "Friday, July 18": the year in which it is one
		for _, k := range [...]int{0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5} {
			if e := at(base.Year + k); isoDay(e) == f.wday {
				return newPoint(g, e, "the year in which it is that weekday"), true
			}
		}
	}
	e := at(base.Year)
	switch {
	case f.hasDir && f.dir < 0:
		for !e.Before(trunc(base, g)) {
			e = at(e.Year - 1)
		}
	case f.hasDir && f.dir > 0:
		for !e.After(base) {
			e = at(e.Year + 1)
		}
	case f.hasDir: // this March
		e = at(base.Year)
	case a.limit:
		e = near(e, base, a, g, at)
	case g == day:
		// Newswire gives the year of a day that lies more than half a year off.
		e = nearestYear(e, base, at)
		off := e.Time().Sub(base.Time())
		switch {
		case a.tense == Past && off > 90*24*time.Hour:
			e = at(e.Year - 1)
		case a.tense == Future && !a.loose && off < -60*24*time.Hour:
			e = at(e.Year + 1)
		}
	default:
		e = near(e, base, a, g, at)
	}
	return newPoint(g, e, how), true
}

// weekdayOf reads a weekday: newswire means the last one (today too) in the
// past and the next one in the future.
func weekdayOf(f *frame, a *anchors) point {
	base, how := a.pub, "publication"
	if (a.narrative || f.prev) && a.hasDay {
		base, how = a.prevDay.start, "the day spoken of"
	}
	if base.IsZero() {
		p := newPoint(day, base, "nothing to count from")
		return p
	}
	var d nuncio.Date
	switch {
	case f.hasDir && f.dir < 0:
		d = weekdayBefore(base, f.wday, true)
	case f.hasDir && f.dir > 0: // "next Friday" said on a Tuesday is the one of next week
		d = weekdayAfter(base, f.wday, true)
		if mondayOf(d) == mondayOf(base) && !f.prev {
			d = d.AddDays(7)
		}
	case f.hasDir: // this Friday
		if a.tense == Past {
			d = weekdayBefore(base, f.wday, false)
		} else {
			d = weekdayAfter(base, f.wday, false)
		}
	case a.tense == Future && a.loose && !a.limit:
		d = weekdayAfter(base, f.wday, false)
		if before := weekdayBefore(base, f.wday, false); gap(before, base) < gap(d, base) {
			d = before
		}
	case a.tense == Future || a.limit || a.tense == Present && !a.loose && !a.title: // "the trial opens Monday"
		d = weekdayAfter(base, f.wday, a.strict)
	default:
		d = weekdayBefore(base, f.wday, a.strict)
	}
	return newPoint(day, d, how)
}

// dayOf reads a day of an unnamed month: "the 20th".
func dayOf(f *frame, a *anchors) (point, bool) {
	if f.day < 1 || f.day > 31 {
		return point{}, false
	}
	base, how := a.pub, "publication"
	if a.hasPrev && a.prev.gran <= month && (a.narrative || f.prev) {
		base, how = a.prev.start, "the month spoken of"
	}
	if base.IsZero() {
		return newPoint(day, base, "nothing to count from"), true
	}
	first := trunc(base, month)
	for range 3 {
		if f.day <= monthDays(first.Year, first.Month) {
			e := first
			e.Day = f.day
			if !(a.tense == Past && e.After(base) && how == "publication") && !(a.tense == Future && e.Before(base) && how == "publication") {
				if f.wday == unset || isoDay(e) == f.wday {
					return newPoint(day, e, how), true
				}
			}
		}
		if a.tense == Past {
			first = addMonths(first, -1)
		} else {
			first = addMonths(first, 1)
		}
	}
	return point{}, false
}

// timeOnly reads a clock time or part of day without a date.
func timeOnly(f *frame, a *anchors) (point, bool) {
	if f.hour == unset && f.noon == unset && f.part == "" {
		return point{}, false
	}
	base, how := a.pub, "publication"
	if a.hasDay {
		base, how = a.prevDay.start, "the day spoken of"
	}
	if f.hasDir && f.dir != 0 {
		base = base.AddDays(f.dir)
	}
	return newPoint(day, base, how), true
}

// dateWithin reads a date inside another expression: "November last year",
// "Monday of last week", "the first Monday of May 2018".
func (w *work) dateWithin(f *frame, a *anchors) (point, bool) {
	o, ok := w.resolve(&w.frames[f.outer], a)
	if !ok {
		return point{}, false
	}
	in := *f
	in.outer = -1
	if !o.known {
		b := *a
		b.pub, b.hasPrev, b.hasDay = nuncio.Date{}, false, false
		return w.resolveDate(&in, &b)
	}
	first, last := o.start, lastOf(o.start, o.gran)
	switch {
	case f.wday != unset && f.month == unset && f.hol == unset:
		return weekdayWithin(f, o, first, last)
	case f.day != unset && f.month == unset && f.hol == unset:
		if o.gran != month {
			if o.gran <= week { // "the 20th" of a week, or a day
				in.hasDir = false
				b := *a
				b.prev, b.hasPrev, b.narrative = o, true, true
				return w.resolveDate(&in, &b)
			}
			return point{}, false
		}
		if f.day > monthDays(first.Year, first.Month) {
			return point{}, false
		}
		first.Day = f.day
		return newPoint(day, first, o.how), true
	case f.isTimeOfDay():
		if o.gran != day {
			return o, true
		}
		return newPoint(day, o.start, o.how), true
	case o.gran >= year || o.gran == half || o.gran == quarter || o.gran == season:
		if o.gran == decade {
			return point{}, false
		}
		in.year, in.hasDir = first.Year, false
		p, ok := w.resolveDate(&in, a)
		p.how = o.how
		return p, ok
	}
	return point{}, false
}

func weekdayWithin(f *frame, o point, first, last nuncio.Date) (point, bool) {
	n := f.nth
	if n == unset {
		switch {
		case o.gran == week || o.gran == fortnight:
			return newPoint(day, first.AddDays(f.wday-1), o.how), true
		case o.gran == day:
			return newPoint(day, weekdayAfter(first, f.wday, false), o.how), true
		case f.hasDir && f.dir < 0:
			n = -1
		default:
			return point{}, false
		}
	}
	if f.fromEnd {
		n = -n
	}
	var d nuncio.Date
	if n > 0 {
		d = weekdayAfter(first, f.wday, false).AddDays(7 * (n - 1))
	} else {
		d = weekdayBefore(last, f.wday, false).AddDays(7 * (n + 1))
	}
	if d.Before(first) || d.After(last) {
		return point{}, false
	}
	return newPoint(day, d, o.how), true
}
