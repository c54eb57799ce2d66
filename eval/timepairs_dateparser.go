package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"nuncio"
	"nuncio/doc"
)

// length is a span of the calendar and the clock.
type length struct{ months, days, seconds float64 }

// DateparserOut lists what of dateparser's English pairs is out of scope for reports.
var DateparserOut = []OutRule{
	{"sums with signs (now + 2 hours)", regexp.MustCompile(`now [-+]|\d \w+ [-+]\d|\w+ [-+]\d`)},
	{"unit letters (1d, 2y)", regexp.MustCompile(`\d[dy]\b`)},
	{"dotted dates of two-figure years", regexp.MustCompile(`^\d\d ?\. `)},
	{"not an expression but a template of the test", regexp.MustCompile(`\{\}`)},
}

// dateparserTests are the tests read, with the expression that begins another
// language (all before it is English) and the day that stands for now.
var dateparserTests = map[string]struct {
	until string
	now   time.Time
}{
	"test_relative_past_dates":     {"Aujourd'hui", time.Date(2014, 9, 1, 10, 30, 0, 0, time.UTC)},
	"test_relative_future_dates":   {"Aujourd'hui", time.Date(2014, 9, 1, 10, 30, 0, 0, time.UTC)},
	"test_dates_parsing":           {"11 Mai 2014", time.Date(2012, 11, 13, 0, 0, 0, 0, time.UTC)},
	"test_word_numbers_with_later": {"", time.Date(2014, 9, 1, 10, 30, 0, 0, time.UTC)},
	"test_word_numbers_advanced":   {"", time.Date(2014, 9, 1, 10, 30, 0, 0, time.UTC)},
	"test_preferably_past_dates":   {"", time.Date(2015, 2, 15, 15, 30, 0, 0, time.UTC)},
	"test_dateparser_should_return_tzaware_date_when_tz_info_present_in_date_string": {"", time.Date(2012, 11, 13, 0, 0, 0, 0, time.UTC)},
}

var (
	paramText  = regexp.MustCompile(`^param\((?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")`)
	paramDelta = regexp.MustCompile(`(ago|in_future)=\{([^}]*)\}`)
	paramLater = regexp.MustCompile(`timedelta\((\w+)=([\d.]+)\)`)
	paramDate  = regexp.MustCompile(`datetime\((\d+), (\d+), (\d+)(?:, (\d+), (\d+))?`)
	paramPart  = regexp.MustCompile(`'(\w+)': ([\d.]+)`)
)

// ReadDateparser reads the English pairs of dateparser's tests (JSON Lines: file, test, param).
func ReadDateparser(path string) ([]TimePair, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("dateparser pairs: %w", err)
	}
	defer f.Close()
	var out []TimePair
	ended := make(map[string]bool)
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		var row struct{ Test, Param string }
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		t, ok := dateparserTests[row.Test]
		m := paramText.FindStringSubmatch(row.Param)
		if !ok || m == nil || ended[row.Test] {
			continue
		}
		text := strings.ReplaceAll(m[1]+m[2], `\'`, "'")
		if text == t.until && t.until != "" {
			ended[row.Test] = true
			continue
		}
		if p, ok := dateparserPair(text, row.Param, t.now); ok {
			out = append(out, p)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("dateparser pairs: %w", err)
	}
	return out, nil
}

func dateparserPair(text, param string, now time.Time) (TimePair, bool) {
	p := TimePair{Text: text, Created: nuncio.DateOf(now), Out: outOf(DateparserOut, text)}
	if m := paramDelta.FindStringSubmatch(param); m != nil {
		var l length
		for _, kv := range paramPart.FindAllStringSubmatch(m[2], -1) {
			l.add(kv[1], kv[2], 1)
		}
		p.Length = &l
		sign := 1.0
		if m[1] == "ago" {
			sign = -1
		}
		p.From = l.from(now, sign)
		return p, true
	}
	if m := paramLater.FindStringSubmatch(param); m != nil {
		var l length
		l.add(m[1], m[2], 1)
		p.Length = &l
		p.From = l.from(now, 1)
		return p, true
	}
	m := paramDate.FindStringSubmatch(param)
	if m == nil {
		return p, false
	}
	v := [5]int{}
	for i := range v {
		v[i], _ = strconv.Atoi(m[i+1])
	}
	p.From = time.Date(v[0], time.Month(v[1]), v[2], v[3], v[4], 0, 0, time.UTC)
	p.Grain = "Day"
	if m[4] != "" && (v[3] != 0 || v[4] != 0 || strings.Contains(text, "midnight") || strings.Contains(text, ":")) {
		p.Grain = "Minute"
	}
	if v[2] == 15 && !strings.ContainsAny(text, "0123456789") && p.Created.Day == 15 && v[3] == 0 { // "March": the day is filled in from today
		p.Grain, p.From = "Month", time.Date(v[0], time.Month(v[1]), 1, 0, 0, 0, 0, time.UTC)
	}
	return p, true
}

func (l *length) add(unit, n string, sign float64) {
	v, _ := strconv.ParseFloat(n, 64)
	v *= sign
	switch strings.TrimSuffix(unit, "s") {
	case "decade", "E":
		l.months += 120 * v
	case "year", "Y":
		l.months += 12 * v
	case "Q":
		l.months += 3 * v
	case "month", "M":
		l.months += v
	case "week", "W":
		l.days += 7 * v
	case "day", "D":
		l.days += v
	case "hour", "TH":
		l.seconds += 3600 * v
	case "minute", "TM":
		l.seconds += 60 * v
	case "second", "TS":
		l.seconds += v
	}
}

func (l *length) from(now time.Time, sign float64) time.Time {
	return now.AddDate(0, int(sign*l.months), int(sign*math.Trunc(l.days))).Add(time.Duration(sign * (l.seconds + 86400*(l.days-math.Trunc(l.days))) * float64(time.Second)))
}

var isoPart = regexp.MustCompile(`([\d.]+)([YQMWDEHS])`)

// lengthOfTIMEX reads P1Y2M, PT2H30M.
func lengthOfTIMEX(v string) length {
	var l length
	date, clock, _ := strings.Cut(strings.TrimPrefix(v, "P"), "T")
	for _, m := range isoPart.FindAllStringSubmatch(date, -1) {
		l.add(m[2], m[1], 1)
	}
	for _, m := range isoPart.FindAllStringSubmatch(clock, -1) {
		l.add("T"+m[2], m[1], 1)
	}
	return l
}

// counts reports whether what was found is the pair's length, as a length or as
// the unit of the calendar that holds its end.
func (p *TimePair) counts(d *doc.Document) bool {
	var sum length
	all := true
	for _, t := range d.Times {
		if t.Type != "DURATION" {
			all = false
			continue
		}
		l := lengthOfTIMEX(t.Value)
		sum.months += l.months
		sum.days += l.days
		sum.seconds += l.seconds
	}
	if all {
		return math.Abs(sum.months-p.Length.months) < 0.01 && math.Abs(sum.days-p.Length.days) < 0.01 && math.Abs(sum.seconds-p.Length.seconds) < 1
	}
	a := d.Times[len(d.Times)-1]
	if a.Value == "PRESENT_REF" {
		return p.Length.seconds == 0 && p.Length.days == 0 && p.Length.months == 0
	}
	day := nuncio.DateOf(p.From)
	return len(d.Times) == 1 && !day.Before(a.Interval.Start) && !day.After(a.Interval.End)
}
