package when

import (
	"fmt"
	"testing"

	"nuncio"
)

// TestValues reads expressions as of Monday 2018-07-09: extent, type, value, mod
// and interval (start, end, granularity).
func TestValues(t *testing.T) {
	tg := load(t)
	for _, c := range []struct{ text, words, want string }{
		// dates in all written forms
		{"He landed on 9 July 2018 in Sofia", "9 July 2018", "DATE 2018-07-09  2018-07-09 2018-07-09 day"},
		{"They signed on July 2nd , 2018", "July 2nd , 2018", "DATE 2018-07-02  2018-07-02 2018-07-02 day"},
		{"A note of 2018-06-30 says so", "2018-06-30", "DATE 2018-06-30  2018-06-30 2018-06-30 day"},
		{"It happened on Saturday , Dec. 1 , 1990", "Saturday , Dec. 1 , 1990", "DATE 1990-12-01  1990-12-01 1990-12-01 day"},
		{"It began on the fifteenth of April 1912", "the fifteenth of April 1912", "DATE 1912-04-15  1912-04-15 1912-04-15 day"},
		// weeks, months, years from publication
		{"Ministers met last week", "last week", "DATE 2018-W27  2018-07-02 2018-07-08 week"},
		{"Ministers meet this week", "this week", "DATE 2018-W28  2018-07-09 2018-07-15 week"},
		{"A trip early next month was announced", "early next month", "DATE 2018-08 START 2018-08-01 2018-08-10 month"},
		{"He came in November last year", "November last year", "DATE 2017-11  2017-11-01 2017-11-30 month"},
		{"It was founded three years ago", "three years ago", "DATE 2015  2015-01-01 2015-12-31 year"},
		{"They met a month ago", "a month ago", "DATE 2018-06  2018-06-01 2018-06-30 month"},
		{"Relations soured in late 2016", "late 2016", "DATE 2016 END 2016-09-01 2016-12-31 year"},
		{"They agreed in mid-March", "mid-March", "DATE 2018-03 MID 2018-03-11 2018-03-20 month"},
		{"They have traded since the 1990s", "the 1990s", "DATE 199  1990-01-01 1999-12-31 decade"},
		{"The fort dates from the 18th century", "the 18th century", "DATE 17  1701-01-01 1800-12-31 decade"},
		{"Sales rose in the second quarter of 2017", "the second quarter of 2017", "DATE 2017-Q2  2017-04-01 2017-06-30 season"},
		{"Trade grew in the first half of 2018", "the first half of 2018", "DATE 2018-H1  2018-01-01 2018-06-30 season"},
		{"They fought last summer", "last summer", "DATE 2017-SU  2017-06-01 2017-08-31 season"},
		{"A thaw came in the spring of 2018", "the spring of 2018", "DATE 2018-SP  2018-03-01 2018-05-31 season"},
		// named days
		{"The Day of the Sun was marked with a parade", "The Day of the Sun", "DATE 2018-04-15  2018-04-15 2018-04-15 day"},
		{"Workers marched on May Day", "May Day", "DATE 2018-05-01  2018-05-01 2018-05-01 day"},
		{"Shelling went on through Ramadan 2019", "Ramadan 2019", "DATE 2019-05-06  2019-05-06 2019-06-04 month"},
		{"They spoke on Christmas Eve", "Christmas Eve", "DATE 2017-12-24  2017-12-24 2017-12-24 day"},
		{"The pope spoke on Easter Sunday", "Easter Sunday", "DATE 2018-04-01  2018-04-01 2018-04-01 day"},
		{"India celebrated Independence Day", "Independence Day", "DATE 2017-08-15  2017-08-15 2017-08-15 day"},
		{"They celebrated Independence Day abroad", "Independence Day", "DATE XXXX-XX-XX    "},
		{"Songs were sung on Juche 106 night", "Juche 106", "DATE 2017  2017-01-01 2017-12-31 year"},
		// parts of day and clock times
		{"Shots rang out Sunday night", "Sunday night", "TIME 2018-07-08TNI  2018-07-08 2018-07-08 time"},
		{"He left this morning", "this morning", "TIME 2018-07-09TMO  2018-07-09 2018-07-09 time"},
		{"The plane took off at 10:40 p.m. on Friday", "10:40 p.m. on Friday", "TIME 2018-07-06T22:40  2018-07-06 2018-07-06 time"},
		// lengths
		{"It declared three days of mourning", "three days", "DURATION P3D    "},
		{"A two-week truce held", "two-week", "DURATION P2W    "},
		{"They have argued for years", "years", "DURATION PXY    "},
		{"Trade has shrunk over the past decade", "the past decade", "DURATION P10Y  2008-07-09 2018-07-09 decade"},
		{"More is to come in the coming days", "the coming days", "DURATION PXD  2018-07-09  "},
		{"Nearly two and a half years passed", "Nearly two and a half years", "DURATION P2.5Y APPROX   "},
		// sets
		{"They meet every Monday", "every Monday", "SET XXXX-WXX-1    "},
		{"They meet annually", "annually", "SET P1Y    "},
		{"They meet twice a week", "twice a week", "SET P1W    "},
		// references
		{"They are now allies", "now", "DATE PRESENT_REF    "},
		{"They recently made up", "recently", "DATE PAST_REF   2018-07-09 "},
		{"They may meet in the near future", "the near future", "DATE FUTURE_REF  2018-07-09  "},
	} {
		d := plain(c.text, monday)
		tg.Tag(d)
		found := false
		var all []string
		for _, tm := range d.Times {
			got := fmt.Sprintf("%s %s %s %s %s %s", tm.Type, tm.Value, tm.Mod, tm.Interval.Start, tm.Interval.End, tm.Interval.Granularity)
			all = append(all, d.Words(tm.Range)+": "+got)
			found = found || d.Words(tm.Range) == c.words && got == c.want
		}
		if !found {
			t.Errorf("%q: want %q: %s\ngot %q", c.text, c.words, c.want, all)
		}
	}
}

// TestEarlierExpressions: what refers back is read against the date spoken of.
func TestEarlierExpressions(t *testing.T) {
	tg := load(t)
	for _, c := range []struct{ text, want string }{
		{"They met on May 3 and signed the following day", "2018-05-04"},
		{"They met on May 3 and had agreed a day earlier", "2018-05-02"},
		{"In 2015 they fell out , and that year trade stopped", "2015"},
		{"He came in March 2017 and the minister at that time was ill", "2017-03"},
		{"From 1998 to 2000 he ruled alone", "2000"},
		{"From May 3 to June 10 , 2003 they toured", "2003-06-10"},
		{"The tour of May 3 to 10 , 2003 was long", "2003-05-10"},
		{"It fell to 4 percent in the third quarter from 6 percent a year earlier", "2017-Q3"},
		{"They spoke on May 3 and two weeks later he fled", "2018-W20"},
	} {
		d := plain(c.text, monday)
		tg.Tag(d)
		if n := len(d.Times); n == 0 || d.Times[n-1].Value != c.want {
			t.Errorf("%q: want %s at the end, got %+v", c.text, c.want, d.Times)
		}
	}
}

// TestNotTimes: words that look like times and are none.
func TestNotTimes(t *testing.T) {
	tg := load(t)
	for _, s := range []string{
		"The 58-year-old envoy may march on", "He came second in a second round", "The troops marched on the capital and may stay",
		"He is 41 years old", "Article 5 and Resolution 1718 hold", "The minute hand stood still", "At age 12 she left",
		"The sun set behind the mon", "Foreign ministers of the Group of Seven met", "Jan Masaryk spoke to Apr Ltd",
	} {
		d := plain(s, monday)
		tg.Tag(d)
		for _, tm := range d.Times {
			t.Errorf("%q: %q is read as %s %s", s, d.Words(tm.Range), tm.Type, tm.Value)
		}
	}
}

// TestTenseTellsWeekdays: by words alone, where no tree stands.
func TestTenseTellsWeekdays(t *testing.T) {
	tg := load(t)
	friday := nuncio.Date{Year: 2018, Month: 7, Day: 13}
	for text, want := range map[string]string{
		"They met on Monday in Vienna":                   "2018-07-09",
		"They will meet on Monday in Vienna":             "2018-07-16",
		"The two presidents are due to meet on Monday":   "2018-07-16",
		"Talks opened on Friday":                         "2018-07-13",
		"Last Friday they met":                           "2018-07-06",
		"Next Friday they meet":                          "2018-07-20",
		"The offer stands until Monday":                  "2018-07-16",
		"Ministers signed the accord in November":        "2017-11",
		"Ministers will sign the accord in November":     "2018-11",
		"The previous summit was held in April in Sochi": "2018-04",
	} {
		d := plain(text, friday)
		tg.Tag(d)
		if len(d.Times) != 1 || d.Times[0].Value != want {
			t.Errorf("%q: want %s, got %+v", text, want, d.Times)
		}
	}
}
