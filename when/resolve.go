package when

import (
	"math"
	"strconv"
	"time"

	"nuncio"
)

// anchors is what an expression is read against.
type anchors struct {
	pub       nuncio.Date
	tense     Tense
	fallback  Tense // where nothing shows the tense
	prev      point // the last date spoken of
	hasPrev   bool
	prevDay   point // the last date of a day
	hasDay    bool
	daySent   int   // the sentence of prevDay, where it is the one at hand
	asideDay  bool  // that day only says which thing is meant
	told      point // the last day of what the report itself tells
	hasTold   bool
	toldSent  int         // its sentence
	limit     bool        // "until", "by": the tense does not tell
	loose     bool        // the tense is that of a verb further off
	title     bool        // headlines tell the past in the present
	strict    bool        // a weekday without tense lies after today
	jump      int         // a year far from the others, which one more mention would make the story's
	quarter   nuncio.Date // the last quarter spoken of
	chained   bool        // the second of "from May 3 to June 10"
	narrative bool        // history: dates without a year go on from the last one
}

// resolve anchors a frame.
func (w *work) resolve(f *frame, a *anchors) (point, bool) {
	var p point
	var ok bool
	switch f.op {
	case opUnit:
		p, ok = w.resolveUnit(f, a)
	case opShift:
		p, ok = w.resolveShift(f, a)
	case opSame:
		p, ok = w.resolveSame(f, a)
	case opFrom:
		p, ok = w.resolveFrom(f, a)
	case opDate:
		p, ok = w.resolveDate(f, a)
	}
	if !ok {
		return p, false
	}
	return f.timeOfDay(p)
}

// timeOfDay adds the frame's clock time or part of day.
func (f *frame) timeOfDay(p point) (point, bool) {
	h := f.hour
	if f.noon != unset && h == unset {
		h = f.noon
	}
	if h == unset {
		if f.part != "" {
			p.part = f.part
			if p.gran > day {
				p.part = ""
			}
		}
		return p, true
	}
	mi := f.min
	if mi != unset && mi < 0 { // ten to three
		h, mi = h-1, mi+60
	}
	switch {
	case f.ampm == 12 && h < 12:
		h += 12
	case f.ampm == 0 && h == 12:
		h = 0
	case f.ampm == unset && h < 12 && h > 0 && f.noon == unset && (f.part == "AF" || f.part == "EV" || f.part == "NI" && h >= 5):
		h += 12
	}
	if h < 0 {
		h += 24
	}
	if h > 24 || mi > 59 || p.gran > day {
		return p, p.gran > day && h <= 24
	}
	p.hour, p.min, p.sec, p.zoned, p.zone, p.part = h, mi, f.sec, f.zoned, f.zone, ""
	return p, true
}

// base is the day that relative words count from, and its name for the reason.
func (f *frame) base(a *anchors) (nuncio.Date, string) {
	if f.prev || a.narrative && f.hasDir && f.op == opUnit {
		if a.hasPrev {
			return a.prev.start, "the date spoken of"
		}
	}
	return a.pub, "publication"
}

func (w *work) resolveUnit(f *frame, a *anchors) (point, bool) {
	u := f.unit
	if f.outer >= 0 {
		return w.unitWithin(f, a)
	}
	if u == quarter && (f.nth != unset || !f.hasDir) || u == half && f.nth != unset {
		return w.fiscal(f, a)
	}
	if f.nth != unset {
		return point{}, false
	}
	base, how := f.base(a)
	if base.IsZero() {
		return newPoint(u, base, "nothing to count from"), true
	}
	if f.season != "" {
		return seasonFrom(f, base, a), true
	}
	if u == weekend && !f.hasDir {
		base = trunc(base, weekend)
		if isoDay(a.pub) <= 4 && a.tense != Future || isoDay(a.pub) <= 2 && a.loose || isoDay(a.pub) == 5 && a.tense == Past { // told on a Friday of what was
			base = base.AddDays(-7)
		}
		return newPoint(u, base, how), true
	}
	n := int(f.n)
	if f.prev && f.dir > 0 && a.hasPrev && a.prev.gran > u {
		base = lastOf(a.prev.start, a.prev.gran) // the day after a month
	}
	d := trunc(shift(trunc(base, u), f.dir*n, u), u)
	if u <= hour {
		d = base
	}
	p := newPoint(u, d, how)
	if u == day && f.prev && f.dir == 0 && a.hasDay {
		p = newPoint(day, a.prevDay.start, how)
	}
	return p, true
}

// fiscal reads quarters and halves: "the third quarter", "the quarter".
func (w *work) fiscal(f *frame, a *anchors) (point, bool) {
	size := 3
	if f.unit == half {
		size = 6
	}
	n := f.nth
	if n == unset {
		if a.hasPrev && a.prev.gran == quarter {
			return newPoint(quarter, a.prev.start, "the quarter spoken of"), true
		}
		if a.pub.IsZero() {
			return newPoint(quarter, a.pub, "nothing to count from"), true
		}
		return newPoint(quarter, addMonths(trunc(a.pub, quarter), -3), "the quarter before publication"), true
	}
	if n < 1 || n > 12/size {
		return point{}, false
	}
	y, how := f.year, "year in the text"
	if y == unset {
		if a.pub.IsZero() {
			return point{}, false
		}
		y, how = a.pub.Year, "publication"
		if a.hasPrev && a.narrative {
			y = a.prev.start.Year
		}
		first := nuncio.Date{Year: y, Month: time.Month((n-1)*size + 1), Day: 1}
		if a.tense != Future && first.After(a.pub) {
			y--
		}
	}
	return newPoint(f.unit, nuncio.Date{Year: y, Month: time.Month((n-1)*size + 1), Day: 1}, how), true
}

func seasonFrom(f *frame, base nuncio.Date, a *anchors) point {
	m := seasonMonth[f.season]
	at := func(y int) nuncio.Date { return nuncio.Date{Year: y, Month: m, Day: 1} }
	d := at(base.Year)
	switch {
	case f.hasDir && f.dir < 0:
		for !lastOf(d, season).Before(base) {
			d = at(d.Year - 1)
		}
	case f.hasDir && f.dir > 0:
		for !d.After(base) {
			d = at(d.Year + 1)
		}
	case f.hasDir || a.narrative:
		// this season: the one that is on, or the one of this year
		if m == 12 && base.Month < 3 {
			d = at(base.Year - 1)
		}
	default:
		d = near(d, base, a, season, at)
	}
	p := newPoint(season, d, "publication")
	p.season = f.season
	return p
}

// near picks the year of a date that recurs each year, by tense: the last one
// begun by the base in the past, the next one not yet over in the future.
func near(d, base nuncio.Date, a *anchors, g unit, at func(y int) nuncio.Date) nuncio.Date {
	if a.limit && !(a.tense == Future && !a.loose) || g == month && !a.limit && (a.tense == Present || a.tense == NoTense) {
		return nearestYear(d, base, at)
	}
	switch a.tense {
	case Future:
		for lastOf(d, g).Before(base) {
			d = at(d.Year + 1)
		}
		if a.loose && gap(d, base) > 285*24*time.Hour { // "will study the February accord"
			d = at(d.Year - 1)
		}
	default:
		for d.After(base) {
			d = at(d.Year - 1)
		}
	}
	return d
}

func nearestYear(d, base nuncio.Date, at func(y int) nuncio.Date) nuncio.Date {
	for _, y := range [...]int{d.Year - 1, d.Year + 1} {
		if e := at(y); gap(e, base) < gap(d, base) {
			d = e
		}
	}
	return d
}

func (w *work) resolveShift(f *frame, a *anchors) (point, bool) {
	base, how := f.base(a)
	if f.prev && a.tense == Past && base.After(a.pub) && !a.pub.IsZero() {
		base, how = a.pub, "publication" // "said a day earlier", where what is to come was spoken of last
	}
	u := f.unit
	if f.wday != unset && !base.IsZero() { // two Thursdays ago
		n := 7 * (int(f.n) - 1)
		if f.dir < 0 {
			return newPoint(day, weekdayBefore(base, f.wday, true).AddDays(-n), how), n < 1e5
		}
		return newPoint(day, weekdayAfter(base, f.wday, true).AddDays(n), how), n < 1e5
	}
	if u == noUnit {
		return point{}, false
	}
	if base.IsZero() {
		return newPoint(u, base, "nothing to count from"), true
	}
	if f.gran == quarter && !(a.hasPrev && a.prev.gran == quarter) {
		base, how = trunc(a.pub, quarter).AddDays(-1), "the quarter before publication"
	}
	if u == year && f.n == 1 && !a.quarter.IsZero() && a.quarter.Before(a.pub) && (a.hasPrev && a.prev.start == a.quarter && a.prev.gran == quarter || w.money()) {
		p := newPoint(quarter, shift(a.quarter, f.dir, year), "the quarter spoken of")
		p.aside = true
		return p, true
	}
	g := u
	switch u {
	case second, minute, hour:
		g = day
	case fortnight:
		g = week
	}
	if f.prev && a.hasPrev && u == year && (a.prev.gran == quarter || a.prev.gran == month || a.prev.gran == half) {
		g = a.prev.gran // "a year earlier" than a quarter is a quarter
	}
	if f.prev && a.hasDay && a.hasPrev && (u <= week && a.prev.gran > week || u == day && a.prev.gran > day && a.prev.gran <= fortnight) {
		base = a.prevDay.start
	}
	whole := math.Floor(math.Abs(f.n))
	frac := math.Abs(f.n) - whole
	sign := f.dir
	if f.n < 0 {
		sign = -sign
	}
	d := shift(base, sign*int(min(whole, 1e5)), u)
	if frac > 0 {
		switch u {
		case year:
			d = shift(d, sign*int(math.Round(frac*12)), month)
		case decade:
			d = shift(d, sign*int(math.Round(frac*10)), year)
		case week:
			d = shift(d, sign*int(math.Round(frac*7)), day)
		}
	}
	if u == hour { // so many hours are the day before or after when they are most of one
		d = d.AddDays(sign * int(math.Round(min(math.Abs(f.n), 1e5)/24)))
	}
	for _, p := range f.plus {
		if p.unit != noUnit {
			d = shift(d, sign*int(min(p.n, 1e5)), p.unit)
			g = max(p.unit, day)
		}
	}
	if d.Year < 1 || d.Year > 9999 {
		return point{}, false
	}
	if f.gran != noUnit {
		g = f.gran
	}
	if f.prev && !a.hasDay && u <= week && a.hasPrev && a.prev.gran > week && base == a.prev.start {
		d, g = shift(lastOf(a.prev.start, a.prev.gran), sign*int(min(whole, 1e5)), u), a.prev.gran
		if sign > 0 {
			d = shift(a.prev.start, int(min(whole, 1e5)), u)
		}
		how += ", no day of which is known" // "two days later" than something in March
	}
	p := newPoint(g, trunc(d, g), how)
	if f.prev && g == week && a.hasDay && base == a.prevDay.start && frac == 0 {
		p.fixed = nuncio.Interval{Start: d, End: d, Granularity: nuncio.GranularityDay}
	}
	p.aside = g == quarter || g == month && u == year
	return p, true
}

// money reports whether the sentence compares sums or shares: then "a year ago"
// is the same quarter of that year.
func (w *work) money() bool {
	for t := range w.sent.Tokens {
		switch w.sent.Tokens[t].Form {
		case "$", "%", "cents", "percent":
			return true
		}
	}
	return false
}

func (w *work) resolveSame(f *frame, a *anchors) (point, bool) {
	u := f.unit
	if !a.hasPrev {
		if u == noUnit {
			return point{}, false
		}
		return newPoint(u, trunc(a.pub, u), "publication"), true
	}
	switch {
	case u == noUnit:
		return newPoint(a.prev.gran, a.prev.start, "the date spoken of"), true
	case u <= day && a.hasDay:
		return newPoint(day, a.prevDay.start, "the day spoken of"), true
	}
	return newPoint(u, trunc(a.prev.start, u), "the date spoken of"), true
}

// resolveFrom reads "two days before Christmas": outer is the date.
func (w *work) resolveFrom(f *frame, a *anchors) (point, bool) {
	o, ok := w.resolve(&w.frames[f.outer], a)
	if !ok || !o.known || o.bc > 0 || f.unit == noUnit {
		return o, false
	}
	d := o.start
	if f.dir > 0 {
		d = lastOf(d, o.gran)
	}
	g := max(f.unit, day)
	if f.keep {
		g = o.gran
	}
	d = shift(d, f.dir*int(f.n), f.unit)
	if d.Year < 1 || d.Year > 9999 {
		return point{}, false
	}
	return newPoint(g, trunc(d, g), "the date it is counted from"), true
}

// unitWithin reads "the first week of May", "the end of the last quarter of 2017".
func (w *work) unitWithin(f *frame, a *anchors) (point, bool) {
	o, ok := w.resolve(&w.frames[f.outer], a)
	if !ok || o.bc > 0 {
		return point{}, false
	}
	u := f.unit
	if !o.known {
		return newPoint(u, nuncio.Date{}, o.how), true
	}
	first, last := o.start, lastOf(o.start, o.gran)
	n := f.nth
	if n == unset {
		switch {
		case f.hasDir && f.dir < 0:
			n = -1
		case o.gran == day && u > day: // the week of March 6
			return newPoint(u, trunc(first, u), o.how), true
		default:
			return point{}, false
		}
	}
	if u == half && o.gran == month { // "the first half of September"
		p := newPoint(month, first, o.how)
		p.fixed = nuncio.Interval{Start: first, End: first.AddDays(14), Granularity: nuncio.GranularityMonth}
		if n == 2 {
			p.fixed.Start, p.fixed.End = first.AddDays(15), last
		}
		return p, n == 1 || n == 2
	}
	if f.fromEnd {
		n = -n
	}
	var d nuncio.Date
	if n > 0 {
		d = trunc(first, u)
		if d.Before(first) { // the first whole week
			d = shift(d, 1, u)
		}
		d = shift(d, n-1, u)
	} else {
		d = trunc(last, u)
		if lastOf(d, u).After(last) {
			d = shift(d, -1, u)
		}
		d = shift(d, n+1, u)
	}
	if d.Before(first) || d.After(last) {
		return point{}, false
	}
	return newPoint(u, trunc(d, u), o.how), true
}

// fullYear reads a year of two figures: the one nearest to the base.
func fullYear(yy int, base nuncio.Date) int {
	b := base.Year
	if b == 0 {
		b = 2000
	}
	y := b/100*100 + yy
	if y > b+30 {
		y -= 100
	} else if y < b-69 {
		y += 100
	}
	return y
}

func itoa(n int) string { return strconv.Itoa(n) }
