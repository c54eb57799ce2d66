package when

import "math"

// op is what a rule makes of the words it matched.
type op uint8

const (
	opNone  op = iota // not a time: the words are taken out of the way
	opDate            // a date by its fields
	opUnit            // "last week", "this year", "the following day"
	opShift           // so many units from an anchor: "three years ago"
	opDur             // a length
	opSet             // a repetition
	opRef             // PRESENT_REF, PAST_REF, FUTURE_REF
	opSame            // "that day", "at the time": the date spoken of
	// For joining rules.
	opMerge  // the parts describe one date: "Monday" + "July 2"
	opWithin // the first lies inside the last: "November" + "last year"
	opInside // the last lies inside the first: "this year's" + "third quarter"
	opFrom   // a length before or after a date: "two days" + "before" + "Christmas"
	opWrap   // the expression with modifiers: "the end of" + "May"
	opEach   // the expression repeated: "every" + "Monday"
	opSum    // lengths added: "two years" + "and" + "three months"
)

var opNames = map[string]op{
	"none": opNone, "date": opDate, "unit": opUnit, "shift": opShift, "dur": opDur, "set": opSet, "ref": opRef,
	"same": opSame, "merge": opMerge, "within": opWithin, "inside": opInside, "from": opFrom, "wrap": opWrap, "each": opEach, "sum": opSum,
}

// slot is a field of a frame that a pattern can name.
type slot uint8

const (
	slotAuto slot = iota
	slotMonth
	slotDay
	slotYear
	slotHour
	slotMin
	slotSec
	slotNth
	slotN
	slotOther // a second unit that says nothing
	slotUnit
	slotDec
	slotCent
	slotJuche
	slotPast  // minutes past the hour
	slotUntil // minutes to the hour
	slotYY
	slotClock // 1630
)

var slotNames = map[string]slot{
	"month": slotMonth, "day": slotDay, "year": slotYear, "hour": slotHour, "min": slotMin, "sec": slotSec,
	"nth": slotNth, "n": slotN, "other": slotOther, "unit": slotUnit, "decade": slotDec, "century": slotCent,
	"juche": slotJuche, "past": slotPast, "to": slotUntil, "yy": slotYY, "hhmm": slotClock,
}

const unset = math.MinInt32

// frame is what the words of an expression say, before it is anchored.
type frame struct {
	op  op
	typ string // forced TIMEX3 type

	year, month, day, wday int // unset when not said
	yy                     int // year of two figures
	decade, century        int
	yearsTens              int // "the nineties"
	hour, min, sec         int
	ampm                   int
	noon                   int
	zone                   int
	zoned                  bool
	nth                    int // "third quarter", "first Monday"
	fromEnd                bool
	hol                    int
	unit, gran             unit
	n                      float64
	hasN, inexact          bool
	dir                    int
	hasDir                 bool
	prev                   bool // anchored on an earlier expression, not on publication
	off                    int  // days from publication: yesterday
	hasOff                 bool
	pluralWday, plural     bool
	keep                   bool // the result is as fine as the date that is counted from
	ahead                  bool // a length that is counted from now when the tense is future

	part, season, mod, ref, quant, set, era string
	freq                                    int
	plus                                    [5]lengthPart // smaller units on top: "two years and three months"
	outer                                   int32         // frame of the expression that this one lies within, -1
}

// lengthPart is so many of a unit.
type lengthPart struct {
	n    float64
	unit unit
}

// smallest is the last unit of a length.
func (f *frame) smallest() unit {
	u := f.unit
	for _, p := range f.plus {
		if p.unit != noUnit {
			u = p.unit
		}
	}
	return u
}

// addPart puts another length on top; false when there are too many.
func (f *frame) addPart(p lengthPart) bool {
	for i := range f.plus {
		if f.plus[i].unit == noUnit {
			f.plus[i] = p
			return true
		}
	}
	return false
}

func newFrame() frame {
	return frame{
		year: unset, month: unset, day: unset, wday: unset, yy: unset, decade: unset, century: unset,
		yearsTens: unset, hour: unset, min: unset, sec: unset, ampm: unset, noon: unset, nth: unset,
		hol: unset, n: 1, outer: -1,
	}
}

// fill reads a captured atom into the frame.
func (f *frame) fill(a *atom, c capture) {
	num := int(math.Min(a.num, 1e7))
	switch c.slot {
	case slotMonth:
		f.month = num
		return
	case slotDay:
		f.day = num
		return
	case slotYear:
		f.year = num
		return
	case slotYY:
		f.yy = num
		return
	case slotHour:
		f.setHour(a)
		return
	case slotMin:
		f.min = num
		return
	case slotSec:
		f.sec = num
		return
	case slotNth:
		f.nth = num
		return
	case slotN:
		f.n, f.hasN = a.num, true
		return
	case slotUnit:
		f.unit = unit(a.value(c.class))
		return
	case slotDec:
		f.decade = num
		return
	case slotCent:
		f.century = num
		return
	case slotJuche:
		f.year = num + 1911 // Juche 1 is 1912, the year of Kim Il Sung's birth
		return
	case slotPast:
		f.min = num
		return
	case slotUntil:
		f.min = -num
		return
	case slotClock:
		f.hour, f.min = num/100, num%100
		if a.digits != 4 {
			f.hour = 99 // no clock
		}
		return
	case slotOther:
		return
	}
	f.fillClass(a, c.class)
}

func (f *frame) fillClass(a *atom, c class) {
	s := a.sense(c)
	num := int(math.Min(a.num, 1e7))
	switch c {
	case cMonth:
		f.month = s.val
	case cWday, cWabb:
		f.wday = s.val
	case cWdays:
		f.wday, f.pluralWday = s.val, true
	case cUnit, cUnits:
		f.plural = c == cUnits
		f.unit = unit(s.val)
	case cSeason, cSeasons:
		f.season = s.str
	case cPart, cParts:
		f.part = s.str
	case cNoon:
		f.noon = s.val
	case cDayword:
		f.off, f.hasOff = s.val, true
	case cDaypart:
		f.off, f.hasOff, f.part = s.val, true, s.str
	case cNow, cCurrent, cPastref, cPastadj, cFutref, cFutadj:
		if f.ref == "" {
			f.ref = s.str
		}
	case cLast, cPast, cRecent, cNext, cFut, cThis, cPrev, cFoll, cSame, cThat, cAgo, cEarlier, cLater, cHence, cBefore, cAfter:
		if !f.hasDir {
			f.dir, f.hasDir = s.val, true
		}
	case cMod, cEarly, cLate, cPartof, cAbout, cApprox, cThan:
		f.mod = s.str
	case cCount:
		f.n, f.hasN = float64(s.val), true
	case cFew:
		f.inexact = true
	case cDozen:
		f.n, f.hasN = f.n*12, true
	case cHalf:
		f.n, f.hasN = 0.5, true
	case cEvery:
		f.quant = s.str
	case cAdvset:
		f.set = s.str
	case cTimes:
		f.freq = s.val
	case cEra:
		f.era = s.str
	case cAmpm:
		f.ampm = s.val
	case cDec:
		f.yearsTens = s.val
	case cZone:
		f.zoned, f.zone = true, s.val
		if s.str == "L" {
			f.zoned = false
		}
	case cOrd:
		f.nth = num
	case cNum, cInt, cN:
		f.n, f.hasN = a.num, true
	case cDay, cDayo:
		f.day = num
	case cYear:
		f.year = num
	case cYY:
		f.yy = num
	case cHour:
		f.setHour(a)
	case cClock:
		f.setHour(a)
	case cHol:
		f.hol = s.val
	}
}

func (f *frame) setHour(a *atom) {
	if a.mask.has(cClock) {
		f.hour, f.min = int(a.hh), int(a.mm)
		if a.ss >= 0 {
			f.sec = int(a.ss)
		}
		return
	}
	f.hour = int(a.num)
	if frac := a.num - math.Floor(a.num); frac > 0 { // 7.30 p.m.
		f.min = int(math.Round(frac * 100))
	}
}

// absorb fills what f leaves open from g.
func (f *frame) absorb(g *frame) {
	take := func(a *int, b int) {
		if *a == unset {
			*a = b
		}
	}
	take(&f.year, g.year)
	take(&f.month, g.month)
	take(&f.day, g.day)
	take(&f.wday, g.wday)
	take(&f.yy, g.yy)
	take(&f.hour, g.hour)
	take(&f.min, g.min)
	take(&f.sec, g.sec)
	take(&f.ampm, g.ampm)
	take(&f.noon, g.noon)
	take(&f.hol, g.hol)
	if f.part == "" {
		f.part = g.part
	}
	if f.mod == "" {
		f.mod = g.mod
	}
	if !f.zoned {
		f.zoned, f.zone = g.zoned, g.zone
	}
	if !f.hasOff {
		f.off, f.hasOff = g.off, g.hasOff
	}
	if f.outer < 0 {
		f.outer = g.outer
	}
}

// isTimeOfDay reports whether the frame holds nothing but a time or part of a day.
func (f *frame) isTimeOfDay() bool {
	return f.op == opDate && f.year == unset && f.month == unset && f.day == unset && f.wday == unset && f.yy == unset &&
		!f.hasOff && f.hol == unset && f.outer < 0 && f.season == "" && f.nth == unset && !f.hasDir &&
		(f.hour != unset || f.noon != unset || f.part != "")
}
