package when

import (
	"fmt"

	"nuncio"
)

// point is a resolved date: a unit of the calendar and, below the day, a time.
type point struct {
	gran           unit
	start          nuncio.Date
	known          bool // anchored; else value has X for what is not known
	bc             int  // a year before Christ
	part           string
	season         string
	hour, min, sec int
	zoned          bool
	zone           int
	aside          bool // a comparison, which later words do not refer to
	noYear         bool // month or day of an unknown year
	how            string
	length         int             // days that a feast lasts, when more than one
	fixed          nuncio.Interval // where the value does not hold the days: "a week earlier" than a day is a day
}

func (p point) isTime() bool { return p.part != "" || p.hour != unset }

// value is the TIMEX3 value.
func (p point) value() string {
	d := p.start
	if p.bc > 0 {
		return fmt.Sprintf("BC%04d", p.bc)
	}
	if !p.known {
		return p.unknown() + p.clock()
	}
	switch p.gran {
	case week, fortnight:
		y, w := isoWeek(d)
		return fmt.Sprintf("%04d-W%02d", y, w)
	case weekend:
		y, w := isoWeek(d)
		return fmt.Sprintf("%04d-W%02d-WE", y, w)
	case month:
		return fmt.Sprintf("%04d-%02d", d.Year, int(d.Month))
	case season:
		return fmt.Sprintf("%04d-%s", d.Year, p.season)
	case quarter:
		return fmt.Sprintf("%04d-Q%d", d.Year, (int(d.Month)+2)/3)
	case half:
		return fmt.Sprintf("%04d-H%d", d.Year, (int(d.Month)+5)/6)
	case year:
		return fmt.Sprintf("%04d", d.Year)
	case decade:
		return fmt.Sprintf("%03d", d.Year/10)
	case century:
		return fmt.Sprintf("%02d", d.Year/100)
	case millennium:
		return fmt.Sprintf("%d", d.Year/1000)
	}
	return d.String() + p.clock()
}

// unknown is the value's date where nothing anchors it.
func (p point) unknown() string {
	switch p.gran {
	case week, fortnight:
		return "XXXX-WXX"
	case weekend:
		return "XXXX-WXX-WE"
	case month:
		if p.noYear {
			return fmt.Sprintf("XXXX-%02d", int(p.start.Month))
		}
		return "XXXX-XX"
	case season:
		return "XXXX-" + p.season
	case quarter:
		return "XXXX-QX"
	case year, half:
		return "XXXX"
	case decade:
		return "XXX"
	case century:
		return "XX"
	}
	if p.noYear {
		return fmt.Sprintf("XXXX-%02d-%02d", int(p.start.Month), p.start.Day)
	}
	return "XXXX-XX-XX"
}

func (p point) clock() string {
	switch {
	case p.hour != unset:
		v := fmt.Sprintf("T%02d:%02d", p.hour, max(p.min, 0))
		if p.sec != unset {
			v += fmt.Sprintf(":%02d", p.sec)
		}
		return v
	case p.part != "":
		return "T" + p.part
	}
	return ""
}

// interval is the range of local days, narrowed by the mod.
func (p point) interval(mod string) nuncio.Interval {
	if !p.known || p.bc > 0 {
		return nuncio.Interval{}
	}
	v := nuncio.Interval{Start: p.start, End: lastOf(p.start, p.gran), Granularity: p.granularity()}
	n := int(v.End.Time().Sub(v.Start.Time()).Hours()/24) + 1
	switch {
	case p.gran == month || p.gran == year: // thirds: days 1-10, 11-20, 21-; January-April, May-August, September-
		one, two := 10, 20
		at := func(n int) nuncio.Date { return v.Start.AddDays(n) }
		if p.gran == year {
			one, two = 4, 8
			at = func(n int) nuncio.Date { return addMonths(p.start, n) }
		}
		switch mod {
		case "START":
			v.End = at(one).AddDays(-1)
		case "MID":
			v.Start, v.End = at(one), at(two).AddDays(-1)
		case "END":
			v.Start = at(two)
		}
	case n >= 5:
		switch mod {
		case "START":
			v.End = v.Start.AddDays((n+2)/3 - 1)
		case "MID":
			v.Start, v.End = v.Start.AddDays(n/3), v.Start.AddDays(n-n/3-1)
		case "END":
			v.Start = v.End.AddDays(-((n+2)/3 - 1))
		}
	}
	switch mod {
	case "BEFORE":
		v.Start, v.End = nuncio.Date{}, v.Start.AddDays(-1)
	case "AFTER":
		v.Start, v.End = v.End.AddDays(1), nuncio.Date{}
	case "ON_OR_BEFORE":
		v.Start = nuncio.Date{}
	case "ON_OR_AFTER":
		v.End = nuncio.Date{}
	}
	return v
}

func (p point) granularity() nuncio.Granularity {
	if p.isTime() {
		return nuncio.GranularityTime
	}
	switch p.gran {
	case week, weekend, fortnight:
		return nuncio.GranularityWeek
	case month:
		return nuncio.GranularityMonth
	case season, quarter, half:
		return nuncio.GranularitySeason
	case year:
		return nuncio.GranularityYear
	case decade, century, millennium:
		return nuncio.GranularityDecade
	}
	return nuncio.GranularityDay
}

func newPoint(g unit, d nuncio.Date, how string) point {
	return point{gran: g, start: d, known: d != nuncio.Date{}, hour: unset, min: unset, sec: unset, how: how}
}
