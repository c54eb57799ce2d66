package when

import (
	"time"

	"nuncio"
)

// The Hebrew calendar after Reingold and Dershowitz, Calendrical Calculations
// (2018), ch. 8. Months count from Nisan.

func hebrewLeap(y int) bool { return (7*y+1)%19 < 7 }

// hebrewElapsed is the number of days from the epoch to the mean conjunction of
// the year, with the rules of postponement.
func hebrewElapsed(y int) int {
	months := (235*y - 234) / 19
	parts := 12084 + 13753*months
	d := 29*months + parts/25920
	if 3*(d+1)%7 < 3 {
		d++
	}
	return d
}

// hebrewNewYear is the day number of 1 Tishri, from the epoch.
func hebrewNewYear(y int) int {
	a, b, c := hebrewElapsed(y-1), hebrewElapsed(y), hebrewElapsed(y+1)
	switch {
	case c-b == 356:
		return b + 2
	case b-a == 382:
		return b + 1
	}
	return b
}

// hebrewMonthDays is the length of a month (Nisan is 1, Tishri 7, Adar 12).
func hebrewMonthDays(y, m int) int {
	length := hebrewNewYear(y+1) - hebrewNewYear(y)
	switch {
	case m == 2 || m == 4 || m == 6 || m == 10 || m == 13,
		m == 12 && !hebrewLeap(y),
		m == 8 && length%10 != 5,
		m == 9 && length%10 == 3:
		return 29
	}
	return 30
}

// hebrew is the Gregorian day of a Hebrew date.
func hebrew(y, m, d int) nuncio.Date {
	last := 12
	if hebrewLeap(y) {
		last = 13
	}
	days := hebrewNewYear(y) + d - 1
	if m >= 7 {
		for k := 7; k < m; k++ {
			days += hebrewMonthDays(y, k)
		}
	} else {
		for k := 7; k <= last; k++ {
			days += hebrewMonthDays(y, k)
		}
		for k := 1; k < m; k++ {
			days += hebrewMonthDays(y, k)
		}
	}
	// 1 Tishri 5784 was 2023-09-16.
	return nuncio.NewDate(2023, time.September, 16+days-hebrewNewYear(5784))
}

// hebrewIn is a Hebrew month and day in Gregorian year y. Adar is Adar II in a leap year.
func hebrewIn(y, m, d int) (nuncio.Date, bool) {
	for _, h := range [...]int{y + 3760, y + 3761} {
		mm := m
		if m == 12 && hebrewLeap(h) {
			mm = 13
		}
		if g := hebrew(h, mm, d); g.Year == y {
			return g, true
		}
	}
	return nuncio.Date{}, false
}

// lunarYears are the Chinese new year's days from 1990 on, as MMDD (Hong Kong
// Observatory, Gregorian-lunar calendar conversion tables).
var lunarYears = [...]int{
	127, 215, 204, 123, 210, 131, 219, 207, 128, 216,
	205, 124, 212, 201, 122, 209, 129, 218, 207, 126,
	214, 203, 123, 210, 131, 219, 208, 128, 216, 205,
	125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203,
}

func lunarNewYear(y int) (nuncio.Date, bool) {
	if y < 1990 || y >= 1990+len(lunarYears) {
		return nuncio.Date{}, false
	}
	n := lunarYears[y-1990]
	return nuncio.Date{Year: y, Month: time.Month(n / 100), Day: n % 100}, true
}
