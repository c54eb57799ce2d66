package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"nuncio"
)

// The written forms of a date that are read: what the machine formats of mail,
// feeds and JSON say, and the ways English writes a day. A date is the day that
// is written, in the zone that is written; no other zone is put in its place.
var (
	isoDate  = regexp.MustCompile(`^(\d{4})([-/.])(\d{1,2})([-/.])(\d{1,2})(?:$|[T ,])`)
	flatDate = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:$|[T ])`)
	dayFirst = regexp.MustCompile(`(?i)^(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})\.?,?(?:[ -](\d{4}|\d{2}\b))?(.*)$`)
	monFirst = regexp.MustCompile(`(?i)^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(.*)$`)
	numbers  = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(.*)$`)
	weekday  = regexp.MustCompile(`(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|thur|fri|sat(?:ur)?|sun)(?:day)?\.?,? +`)
	clock    = regexp.MustCompile(`(?i)^[T ,|@-]*(?:at )?(?:$|\d{1,2}[:.h]\d{2}|\d{4}\b|\d{1,2} ?[ap]\.?m|[A-Z]{2,4}$|[A-Z]{2,4} \d{4}$|[+-]\d{4})`)
	unixDate = regexp.MustCompile(`^1?\d{9}(?:\d{3})?(?:\.\d+)?$`)
)

var months = map[string]time.Month{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	"january": 1, "february": 2, "march": 3, "april": 4, "june": 6, "july": 7, "august": 8, "sept": 9, "september": 9,
	"october": 10, "november": 11, "december": 12,
}

// parseDate reads a full date.
func parseDate(s string) (nuncio.Date, error) {
	d, err := partialDate(s)
	if err == nil && d.Year == 0 {
		return nuncio.Date{}, fmt.Errorf("date %q has no year", clip(s))
	}
	return d, err
}

// partialDate reads a date whose year may be missing (0).
func partialDate(s string) (nuncio.Date, error) {
	raw := clip(s)
	s = strings.Join(strings.Fields(s), " ")
	s = strings.TrimRight(weekday.ReplaceAllString(s, ""), " .,")
	var y, m, d, rest string
	month := 0
	if g := isoDate.FindStringSubmatch(s); g != nil && g[2] == g[4] {
		y, m, d = g[1], g[3], g[5]
	} else if g := flatDate.FindStringSubmatch(s); g != nil {
		y, m, d = g[1], g[2], g[3]
	} else if g := numbers.FindStringSubmatch(s); g != nil {
		y, m, d, rest = g[3], g[1], g[2], g[4]
		first, _ := strconv.Atoi(g[1])
		second, _ := strconv.Atoi(g[2])
		switch {
		case first > 12:
			m, d = g[2], g[1]
		case second <= 12 && first != second:
			return nuncio.Date{}, fmt.Errorf("date %q may be read in two ways", raw)
		}
	} else if g := dayFirst.FindStringSubmatch(s); g != nil && months[strings.ToLower(g[2])] > 0 {
		d, month, y, rest = g[1], int(months[strings.ToLower(g[2])]), g[3], g[4]
	} else if g := monFirst.FindStringSubmatch(s); g != nil && months[strings.ToLower(g[1])] > 0 {
		month, d, y, rest = int(months[strings.ToLower(g[1])]), g[2], g[3], g[4]
	} else if unixDate.MatchString(s) {
		f, _ := strconv.ParseFloat(s, 64)
		if f > 1e11 {
			f /= 1000
		}
		return nuncio.DateOf(time.Unix(int64(f), 0).UTC()), nil
	} else {
		return nuncio.Date{}, fmt.Errorf("%q is no date that can be read", raw)
	}
	if !clock.MatchString(rest) {
		return nuncio.Date{}, fmt.Errorf("%q is no date that can be read", raw)
	}
	year, _ := strconv.Atoi(y)
	if len(y) == 2 { // RFC 822
		if year += 1900; year < 1970 {
			year += 100
		}
	}
	if month == 0 {
		month, _ = strconv.Atoi(m)
	}
	day, _ := strconv.Atoi(d)
	check := year
	if y == "" {
		check = 2000 // a leap year: 29 February may be right
	} else if year < 1000 {
		return nuncio.Date{}, fmt.Errorf("date %q is impossible: no such year of news", raw)
	}
	if t := nuncio.NewDate(check, time.Month(month), day); t.Day != day || int(t.Month) != month {
		return nuncio.Date{}, fmt.Errorf("date %q is impossible: no calendar has that day", raw)
	}
	return nuncio.Date{Year: year, Month: time.Month(month), Day: day}, nil
}

// clip shortens what a message quotes.
func clip(s string) string {
	s = strings.TrimSpace(s)
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
