package when

import "fmt"

// class is what a word can be inside a time expression. One word can be of
// several classes: "second" is a unit and an ordinal, "May" a month.
type class uint8

// The classes that data/when/words.tsv names, and those that the lexer computes.
const (
	cMonth class = iota
	cWday
	cWabb
	cWdays
	cUnit
	cUnits
	cSeason
	cSeasons
	cPart
	cParts
	cNoon
	cDayword
	cDaypart
	cNow
	cCurrent
	cPastref
	cPastadj
	cFutref
	cFutadj
	cLast
	cPast
	cRecent
	cNext
	cFut
	cThis
	cPrev
	cFoll
	cSame
	cThat
	cAgo
	cEarlier
	cLater
	cHence
	cMod
	cEarly
	cLate
	cPartof
	cAbout
	cJust
	cMore
	cCount
	cFew
	cDozen
	cHalf
	cEvery
	cAdvset
	cTimes
	cEra
	cAmpm
	cN
	cOrd
	cDec
	cZone
	cMabb
	cBefore
	cAfter
	cApprox
	cList
	cThan
	cShort
	cComma
	// Computed by the lexer.
	cNum   // any number, in figures or words
	cInt   // a whole number in figures
	cDay   // 1 to 31 in figures or as an ordinal
	cDayo  // the same, as an ordinal only
	cYear  // four figures, or spoken ("nineteen ninety-six")
	cYY    // two figures
	cHour  // 0 to 24 in figures or words
	cClock // 7:15, 19:15:30
	cHol   // a named day
	cNoun  // tagged as a noun
	cFirst // the first word of a sentence
	// What a finished expression is, for the joining rules.
	xDay
	xWday
	xMonth
	xMD // month and day without a year
	xYear
	xWeek
	xWeekend
	xQuarter
	xSeason
	xHol
	xDecade
	xUnit // anything of the form "last week", "this year"
	xDate
	xDaynum // a day of an unnamed month ("the 20th")
	xDur
	xTime // a clock time
	xPart // a part of day
	xSet
	xRef
	xFull // month, day and year
	xShift
	xOff  // yesterday, today, tomorrow
	xLast // a weekday with "last"
	xRel  // bound to a day already ("yesterday", "last week", "two days ago")
	nClasses
)

var classNames = map[string]class{
	"MONTH": cMonth, "WDAY": cWday, "WABB": cWabb, "WDAYS": cWdays, "UNIT": cUnit, "UNITS": cUnits,
	"SEASON": cSeason, "SEASONS": cSeasons, "PART": cPart, "PARTS": cParts, "NOON": cNoon, "DAYWORD": cDayword,
	"DAYPART": cDaypart, "NOW": cNow, "CURRENT": cCurrent, "PASTREF": cPastref, "PASTADJ": cPastadj,
	"FUTREF": cFutref, "FUTADJ": cFutadj, "LAST": cLast, "PAST": cPast, "RECENT": cRecent,
	"NEXT": cNext, "FUT": cFut, "THIS": cThis, "PREV": cPrev, "FOLL": cFoll, "SAME": cSame, "THAT": cThat,
	"AGO": cAgo, "EARLIER": cEarlier, "LATER": cLater, "HENCE": cHence, "MOD": cMod, "EARLY": cEarly, "LATE": cLate,
	"PARTOF": cPartof, "ABOUT": cAbout, "JUST": cJust, "MORE": cMore, "COUNT": cCount, "FEW": cFew, "DOZEN": cDozen,
	"HALF": cHalf, "EVERY": cEvery, "ADVSET": cAdvset, "TIMES": cTimes, "ERA": cEra, "AMPM": cAmpm, "N": cN,
	"MABB": cMabb, "BEFORE": cBefore, "AFTER": cAfter, "APPROX": cApprox, "LIST": cList, "THAN": cThan, "SHORT": cShort, "COMMA": cComma,
	"ORD": cOrd, "DEC": cDec, "ZONE": cZone,
	"NUM": cNum, "INT": cInt, "DAY": cDay, "DAYO": cDayo, "YEAR": cYear, "YY": cYY, "HOUR": cHour, "CLOCK": cClock,
	"HOL": cHol, "FIRST": cFirst, "NOUN": cNoun,
	"xDAY": xDay, "xWDAY": xWday, "xMONTH": xMonth, "xMD": xMD, "xYEAR": xYear, "xWEEK": xWeek, "xWEEKEND": xWeekend,
	"xQUARTER": xQuarter, "xSEASON": xSeason, "xHOL": xHol, "xDECADE": xDecade, "xUNIT": xUnit, "xDATE": xDate,
	"xDAYNUM": xDaynum, "xDUR": xDur, "xTIME": xTime, "xPART": xPart, "xSET": xSet, "xREF": xRef, "xREL": xRel, "xFULL": xFull, "xSHIFT": xShift, "xOFF": xOff, "xLAST": xLast,
}

// mask is a set of classes.
type mask [2]uint64

func (m *mask) add(c class)      { m[c>>6] |= 1 << (c & 63) }
func (m *mask) drop(c class)     { m[c>>6] &^= 1 << (c & 63) }
func (m mask) has(c class) bool  { return m[c>>6]&(1<<(c&63)) != 0 }
func (m mask) meets(n mask) bool { return m[0]&n[0]|m[1]&n[1] != 0 }
func (m mask) empty() bool       { return m[0]|m[1] == 0 }

// unit is a length of the calendar, finest first; it is also the granularity of
// a resolved date.
type unit int8

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	season
	quarter
	half
	year
	decade
	century
	millennium
)

var unitNames = map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": day, "weekend": weekend, "week": week,
	"fortnight": fortnight, "month": month, "season": season, "quarter": quarter, "half": half, "year": year,
	"decade": decade, "century": century, "millennium": millennium,
}

func parseUnit(s string) (unit, error) {
	u, ok := unitNames[s]
	if !ok {
		return noUnit, fmt.Errorf("%q is not a unit of time", s)
	}
	return u, nil
}

// period is the ISO 8601 designator of a unit; t says that it stands after "T".
func (u unit) period() (scale float64, letter byte, t bool) {
	switch u {
	case second:
		return 1, 'S', true
	case minute:
		return 1, 'M', true
	case hour:
		return 1, 'H', true
	case day:
		return 1, 'D', false
	case week:
		return 1, 'W', false
	case weekend:
		return 1, 'W', false // written P1WE
	case fortnight:
		return 2, 'W', false
	case month:
		return 1, 'M', false
	case season:
		return 3, 'M', false
	case quarter:
		return 1, 'Q', false
	case half:
		return 6, 'M', false
	case year:
		return 1, 'Y', false
	case decade:
		return 10, 'Y', false
	case century:
		return 100, 'Y', false
	case millennium:
		return 1000, 'Y', false
	}
	return 1, 'D', false
}
