package when

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"nuncio"
)

// anyDate draws a day between 1900 and 2100.
func anyDate(t *rapid.T) nuncio.Date {
	return nuncio.NewDate(1900, time.January, 1).AddDays(rapid.IntRange(0, 73049).Draw(t, "day"))
}

func TestWeekdayArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t)
		w := rapid.IntRange(1, 7).Draw(t, "weekday")
		want := time.Weekday(w % 7)
		for _, strict := range []bool{false, true} {
			b, a := weekdayBefore(d, w, strict), weekdayAfter(d, w, strict)
			if b.Weekday() != want || a.Weekday() != want {
				t.Fatalf("%s: %s and %s are not %s", d, b, a, want)
			}
			// Walk a day at a time with the standard library.
			back := d.Time()
			if strict {
				back = back.AddDate(0, 0, -1)
			}
			for back.Weekday() != want {
				back = back.AddDate(0, 0, -1)
			}
			forth := d.Time()
			if strict {
				forth = forth.AddDate(0, 0, 1)
			}
			for forth.Weekday() != want {
				forth = forth.AddDate(0, 0, 1)
			}
			if b != nuncio.DateOf(back) || a != nuncio.DateOf(forth) {
				t.Fatalf("%s, strict %v: got %s and %s, want %s and %s", d, strict, b, a, back, forth)
			}
		}
		if isoDay(d)%7 != int(d.Weekday()) {
			t.Fatalf("isoDay(%s) = %d", d, isoDay(d))
		}
	})
}

func TestMonthArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t)
		n := rapid.IntRange(-600, 600).Draw(t, "months")
		got := addMonths(d, n)
		first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		if got.Year != first.Year() || got.Month != first.Month() {
			t.Fatalf("%s%+d months is %s, not in %s", d, n, got, first.Format("2006-01"))
		}
		last := first.AddDate(0, 1, -1).Day()
		if got.Day != min(d.Day, last) {
			t.Fatalf("%s%+d months is day %d", d, n, got.Day)
		}
		if d.Day <= 28 && addMonths(got, -n) != d {
			t.Fatalf("%s%+d months and back is %s", d, n, addMonths(got, -n))
		}
		if monthDays(first.Year(), first.Month()) != last {
			t.Fatalf("%s has %d days", first.Format("2006-01"), monthDays(first.Year(), first.Month()))
		}
	})
}

func TestUnitsHoldTheirDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t)
		u := rapid.SampledFrom([]unit{day, week, month, season, quarter, half, year, decade, century}).Draw(t, "unit")
		first := trunc(d, u)
		last := lastOf(first, u)
		if d.Before(first) || d.After(last) {
			t.Fatalf("%s is not in its unit %s to %s", d, first, last)
		}
		if trunc(last, u) != first || trunc(last.AddDays(1), u) == first || trunc(first.AddDays(-1), u) == first {
			t.Fatalf("unit %d of %s: %s to %s is not whole", u, d, first, last)
		}
		if shift(first, 1, u) != last.AddDays(1) {
			t.Fatalf("the unit after %s begins on %s, not %s", first, shift(first, 1, u), last.AddDays(1))
		}
	})
}

func TestNthWeekday(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := rapid.IntRange(1900, 2100).Draw(t, "year")
		m := time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
		w := rapid.IntRange(1, 7).Draw(t, "weekday")
		n := rapid.IntRange(-5, 5).Filter(func(n int) bool { return n != 0 }).Draw(t, "n")
		var all []nuncio.Date
		for d := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC); d.Month() == m; d = d.AddDate(0, 0, 1) {
			if int(d.Weekday()) == w%7 {
				all = append(all, nuncio.DateOf(d))
			}
		}
		k := n - 1
		if n < 0 {
			k = len(all) + n
		}
		got, ok := nthWeekday(y, m, w, n)
		if ok != (k >= 0 && k < len(all)) {
			t.Fatalf("weekday %d number %d of %d-%d: ok %v, there are %d", w, n, y, m, ok, len(all))
		}
		if ok && got != all[k] {
			t.Fatalf("weekday %d number %d of %d-%d: %s, want %s", w, n, y, m, got, all[k])
		}
	})
}

// TestFeasts compares movable feasts with published dates: Easter from the
// tables of the U.S. Census Bureau and the World Council of Churches, Hebrew
// days from the Hebrew calendar's own rule that Rosh Hashanah is never a Sunday,
// Wednesday or Friday, Islamic days with the tabular calendar's day of grace.
func TestFeasts(t *testing.T) {
	for y, want := range map[int]string{2000: "2000-04-23", 2008: "2008-03-23", 2011: "2011-04-24", 2018: "2018-04-01", 2024: "2024-03-31"} {
		if got := easter(y).String(); got != want {
			t.Errorf("Easter %d: %s, want %s", y, got, want)
		}
	}
	for y, want := range map[int]string{2010: "2010-04-04", 2018: "2018-04-08", 2021: "2021-05-02", 2024: "2024-05-05"} {
		if got := orthodoxEaster(y).String(); got != want {
			t.Errorf("Orthodox Easter %d: %s, want %s", y, got, want)
		}
	}
	for y, want := range map[int]string{1999: "1999-09-11", 2013: "2013-09-05", 2018: "2018-09-10", 2023: "2023-09-16"} {
		if got, ok := hebrewIn(y, 7, 1); !ok || got.String() != want {
			t.Errorf("Rosh Hashanah %d: %s, want %s", y, got, want)
		}
	}
	for y := 1950; y < 2080; y++ {
		d, ok := hebrewIn(y, 7, 1)
		if w := d.Weekday(); !ok || w == time.Sunday || w == time.Wednesday || w == time.Friday {
			t.Errorf("Rosh Hashanah %d falls on %s, a %s", y, d, w)
		}
	}
	for y, want := range map[int]string{2005: "2005-10-04", 2013: "2013-07-09", 2018: "2018-05-16", 2024: "2024-03-11"} {
		got, ok := hijriIn(y, 9, 1)
		day, _ := nuncio.ParseDate(want)
		if !ok || gap(got, day) > 24*time.Hour {
			t.Errorf("Ramadan %d: %s, want %s", y, got, want)
		}
	}
}
