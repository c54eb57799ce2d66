package when

// classes is what the expression is for the joining rules.
func (f *frame) classes() mask {
	var m mask
	switch f.op {
	case opDur, opSum:
		if !f.hasDir && !f.inexact { // "the past two years" is not counted from a date
			m.add(xDur)
		}
	case opSet:
		m.add(xSet)
	case opRef:
		m.add(xRef)
	case opSame:
		m.add(xDate)
		m.add(xRel)
		f.unitClasses(&m)
	case opShift, opFrom:
		if f.op == opShift {
			m.add(xShift)
		}
		m.add(xDate)
		m.add(xRel)
		if f.unit <= day {
			m.add(xDay)
		}
	case opUnit:
		m.add(xDate)
		m.add(xRel)
		m.add(xUnit)
		f.unitClasses(&m)
		if f.season != "" {
			m.add(xSeason)
		}
	case opDate:
		f.dateClasses(&m)
	}
	return m
}

func (f *frame) dateClasses(m *mask) {
	noYear := f.year == unset && f.yy == unset && f.outer < 0
	clock := f.hour != unset || f.noon != unset
	if f.isTimeOfDay() {
		if clock {
			m.add(xTime)
		} else {
			m.add(xPart)
		}
		return
	}
	switch {
	case f.hol != unset:
		m.add(xHol)
		m.add(xDay)
	case f.hasOff:
		m.add(xOff)
		m.add(xDay)
		m.add(xRel)

	case f.decade != unset, f.yearsTens != unset, f.century != unset:
		m.add(xDecade)
	case f.season != "":
		if noYear {
			m.add(xSeason)
		}
	case f.month != unset && f.day != unset:
		m.add(xDay)
		if noYear {
			m.add(xMD)
		} else {
			m.add(xFull)
		}
	case f.month != unset:
		if noYear {
			m.add(xMonth)
		}
	case f.wday != unset:
		m.add(xDay)
		if f.outer < 0 {
			m.add(xWday)
		}
		if f.hasDir && f.dir < 0 {
			m.add(xLast)
		}
		if f.day != unset {
			m.add(xDaynum)
		}
	case f.day != unset:
		if f.outer < 0 {
			m.add(xDaynum)
			return
		}
		m.add(xDay)
	case f.year != unset || f.yy != unset:
		m.add(xYear)
	}
	m.add(xDate)
	if f.part != "" {
		m.add(xPart)
	}
	if clock {
		m.drop(xDay)
		m.drop(xWday)
		m.drop(xMD)
	}
}

func (f *frame) unitClasses(m *mask) {
	switch f.unit {
	case day:
		m.add(xDay)
	case week:
		m.add(xWeek)
	case weekend:
		m.add(xWeekend)
	case month:
		m.add(xMonth)
	case quarter, half:
		m.add(xQuarter)
	case year:
		m.add(xYear)
	}
}
