package when

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// needsTense reports whether the reading may depend on the tense.
func (f *frame) needsTense(w *work) bool {
	if f.outer >= 0 && w.frames[f.outer].needsTense(w) {
		return true
	}
	return f.ahead || (f.op == opDate || f.op == opUnit) && f.year == unset || f.op == opShift && f.prev
}

// timex reads a frame into a time with its value, and moves the anchors on.
func (w *work) timex(f *frame, e *expr, a *anchors) (doc.Time, bool) {
	t := doc.Time{Mod: f.mod}
	if f.ahead && a.tense == Future && f.op == opDur && f.unit >= day {
		f.op, f.dir, f.hasDir = opShift, 1, true
	}
	switch f.op {
	case opNone:
		return t, false
	case opDur, opSum:
		t.Type, t.Value = "DURATION", f.period()
		t.Interval = f.stretch(a)
		t.Reason = e.rule.name
	case opSet:
		t.Type, t.Value = "SET", f.set
		if t.Value == "" {
			t.Value = f.period()
		}
		t.Reason = e.rule.name
	case opRef:
		t.Type, t.Value = "DATE", f.ref
		t.Reason = e.rule.name
		if !a.pub.IsZero() {
			switch f.ref {
			case "PAST_REF":
				t.Interval.End = a.pub
			case "FUTURE_REF":
				t.Interval.Start = a.pub
			}
		}
	default:
		if f.inexact && (f.op == opShift || f.op == opFrom) {
			t.Type, t.Value = "DATE", "PAST_REF"
			if f.dir > 0 {
				t.Value = "FUTURE_REF"
			}
			t.Reason = e.rule.name
			if f.prev && f.unit < day && a.hasDay { // "hours later": within the day spoken of
				t.Interval = a.prevDay.interval("")
				break
			}
			if !f.prev && !a.pub.IsZero() {
				if f.dir > 0 {
					t.Interval.Start = a.pub
				} else {
					t.Interval.End = a.pub
				}
			}
			break
		}
		p, ok := w.resolve(f, a)
		if !ok {
			return t, false
		}
		t.Type, t.Value = "DATE", p.value()
		if p.isTime() {
			t.Type = "TIME"
		}
		t.Interval = p.interval(f.mod)
		if !p.fixed.IsZero() {
			t.Interval = p.fixed
		}
		if p.length > 1 {
			t.Interval.End = t.Interval.Start.AddDays(p.length - 1)
			t.Interval.Granularity = nuncio.GranularityWeek
			if p.length > 20 {
				t.Interval.Granularity = nuncio.GranularityMonth
			}
		}
		t.Reason = e.rule.name + ", from " + p.how
		if p.zoned {
			t.Reason += fmt.Sprintf(", at UTC%+03d:%02d", p.zone/60, (p.zone%60+60)%60)
		}
		a.note(p)
	}
	if f.typ != "" {
		t.Type = f.typ
	}
	return t, true
}

// note makes a date the one that later expressions may refer to.
func (a *anchors) note(p point) {
	if !p.known || p.bc > 0 || p.aside {
		return
	}
	if y := p.start.Year; a.narrative && a.hasPrev && (y > a.prev.start.Year+5 || y < a.prev.start.Year-5) {
		// A glance ahead or back does not move the story.
		if y > a.jump+2 || y < a.jump-2 {
			a.jump = y
			return
		}
	}
	a.prev, a.hasPrev = p, true
	if p.gran == quarter {
		a.quarter = p.start
	}
	if p.gran <= day {
		a.prevDay, a.hasDay = p, true
	}
}

// period is the ISO 8601 length.
func (f *frame) period() string {
	u := f.unit
	if u == noUnit {
		u = day
	}
	scale, letter, t := u.period()
	if u == weekend {
		if f.inexact {
			return "PXWE"
		}
		return "P" + number(f.n) + "WE"
	}
	var b strings.Builder
	b.WriteByte('P')
	if t {
		b.WriteByte('T')
	}
	switch {
	case f.inexact:
		b.WriteByte('X')
		if u == decade {
			letter = 'E'
		}
	case u == hour && f.n != math.Floor(f.n):
		if h := math.Floor(f.n); h > 0 {
			b.WriteString(number(h))
			b.WriteByte('H')
		}
		b.WriteString(number(math.Round((f.n - math.Floor(f.n)) * 60)))
		letter = 'M'
	case f.n == 0.5 && (u == year || u == day || u == decade):
		switch u {
		case year:
			return "P6M"
		case day:
			return "PT12H"
		}
		b.WriteByte('5')
	default:
		b.WriteString(number(f.n * scale))
	}
	b.WriteByte(letter)
	for _, p := range f.plus {
		if p.unit == noUnit {
			break
		}
		sc, l, pt := p.unit.period()
		if pt && !t {
			b.WriteByte('T')
			t = true
		}
		b.WriteString(number(p.n * sc))
		b.WriteByte(l)
	}
	return b.String()
}

func number(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// stretch is the interval of a length that is bound to publication: "the past
// two weeks", "the coming days".
func (f *frame) stretch(a *anchors) nuncio.Interval {
	if f.prev && f.dir > 0 && a.hasPrev { // "in the following months"
		v := nuncio.Interval{Start: lastOf(a.prev.start, a.prev.gran).AddDays(1), Granularity: newPoint(f.unit, a.pub, "").granularity()}
		switch {
		case !f.inexact:
			v.End = shift(v.Start, int(math.Min(math.Ceil(f.n), 1e3)), f.unit).AddDays(-1)
		case a.tense != Future && a.prev.start.Before(a.pub) && v.Start.Before(a.pub):
			v.End = a.pub
		}
		return v
	}
	if !f.hasDir || a.pub.IsZero() || f.dir == 0 || f.prev {
		return nuncio.Interval{}
	}
	v := nuncio.Interval{Start: a.pub, End: a.pub}
	if f.inexact {
		if f.dir < 0 {
			v.Start = nuncio.Date{}
		} else {
			v.End = nuncio.Date{}
		}
		return v
	}
	n := int(math.Min(math.Ceil(f.n), 1e4))
	u := f.unit
	if u == hour { // "the past 24 hours" began the day before
		n, u = int(math.Round(math.Min(f.n, 1e5)/24)), day
	}
	d := shift(a.pub, f.dir*n, u)
	if d.Year < 1 || d.Year > 9999 {
		return nuncio.Interval{}
	}
	if f.dir < 0 {
		v.Start = d
	} else {
		v.End = d
	}
	v.Granularity = newPoint(f.unit, a.pub, "").granularity()
	return v
}

// setValue is the value of a date that recurs.
func (f *frame) setValue() string {
	var v string
	switch {
	case f.op == opDur:
		return f.period()
	case f.wday != unset:
		v = "XXXX-WXX-" + itoa(f.wday)
	case f.month != unset && f.day != unset:
		p := newPoint(day, nuncio.Date{Year: 2000, Month: 1, Day: 1}, "")
		p.known, p.noYear = false, true
		p.start = nuncio.NewDate(2000, monthNumber(f.month), min(max(f.day, 1), 31))
		v = p.value()
	case f.month != unset:
		p := point{gran: month, noYear: true, hour: unset, start: nuncio.NewDate(2000, monthNumber(f.month), 1)}
		v = p.value()
	case f.season != "":
		return "XXXX-" + f.season
	default:
		v = "XXXX-XX-XX"
	}
	if f.part != "" {
		v += "T" + f.part
	} else if p, ok := f.timeOfDay(point{gran: day, hour: unset}); ok && p.hour != unset {
		v += p.clock()
	}
	return v
}
