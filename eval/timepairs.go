package eval

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"nuncio"
	"nuncio/doc"
)

// TimePair is an expression by itself with the value that is right for it.
type TimePair struct {
	Text     string
	Created  nuncio.Date
	Grain    string // Second … Year
	From, To time.Time
	Interval bool
	Open     string  // After, Before
	Length   *length // dateparser: so much before or after now
	Out      string  // why it is out of scope, "" when it is in
}

// PairScore counts pairs; Out counts those left out by reason, in the order in
// which [DucklingOut] or [DateparserOut] lists the reasons.
type PairScore struct {
	All, In, Right int
	Out            map[string]int
	Wrong          []string
}

// Accuracy is the share of the pairs in scope that are right.
func (s PairScore) Accuracy() float64 { return share(s.Right, s.In) }

// OutShare is the share of all pairs that is out of scope.
func (s PairScore) OutShare() float64 { return share(s.All-s.In, s.All) }

// OutRule is a pattern of expressions that are out of scope, and why.
type OutRule struct {
	Reason  string
	Pattern *regexp.Regexp
}

// DucklingOut lists what of duckling's English pairs is out of scope for reports.
var DucklingOut = []OutRule{
	{"counts back or forth by the clock, which a report has not", regexp.MustCompile(`(?i)\b(next|last|past)\b.*(\bsec|\bmin|hour)|(second|minute|hour)s? (from now|ago)|^in 15$|from right now|today in one hour|['"]$|/[24] ?h`)},
	{"shorthand of chats (BOM, 3ish, 815, half three)", regexp.MustCompile(`(?i)\b(bom|boy)\b|ish\b|\b(815|330|730|1030)\b|\d' |half three|afternoonish|\bin the (am|pm)\b|school|lunch|at 12 15|at 3 15|at three twenty|nine fifty|seven thirty|ten thirty|all week|rest of`)},
	{"feasts of the Hindu, Sikh, Jain, Buddhist and Parsi calendars", regexp.MustCompile(`(?i)jayanti|pongal|sankrant|diwali|deepavali|puja|dhan|chaudas|dooj|chhath|surya|saptami|dussehra|dashami|navarat|karva|ratha|rakhi|shivaratri|kalyanak|pandigai|maghi|baisakhi|vai?sh?akhi|vasakhi|onam|panchami|holi\b|holika|pyre|janmashtami|gokul|dhuland|phagwah|parsi|jamshedi|vesak|vaisakha|buddha|guru|diwas|ganesh|navami|ugadi|samvat|chaitra|pargat|valmiki|raksha`)},
}

var ducklingTime = regexp.MustCompile(`\((\d+|-\d+), 0?(\d+), 0?(\d+), 0?(\d+), 0?(\d+), (\d+)\)`)

// ReadDuckling reads the English pairs of duckling's corpus (TSV: lang, section,
// expression, kind, value); their reference day is 2013-02-12.
func ReadDuckling(path string) ([]TimePair, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("duckling pairs: %w", err)
	}
	defer f.Close()
	var out []TimePair
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		col := strings.Split(sc.Text(), "\t")
		if len(col) < 5 || col[0] != "en" || col[1] == "latentCorpus" || col[1] == "diffCorpus" {
			continue // latent readings ("7", "morning") and other reference days are tests of duckling itself
		}
		p := TimePair{Text: col[2], Created: nuncio.Date{Year: 2013, Month: 2, Day: 12}, Interval: strings.HasPrefix(col[3], "datetimeInterval")}
		m := ducklingTime.FindAllStringSubmatchIndex(col[4], -1)
		if len(m) == 0 {
			continue
		}
		at := func(k int) time.Time {
			v := [6]int{}
			for i := range v {
				v[i], _ = strconv.Atoi(col[4][m[k][2+2*i]:m[k][3+2*i]])
			}
			return time.Date(v[0], time.Month(v[1]), v[2], v[3], v[4], v[5], 0, time.UTC)
		}
		p.From = at(0)
		if len(m) > 1 {
			p.To = at(1)
		}
		rest := strings.Fields(col[4][m[len(m)-1][1]:])
		if len(rest) > 0 {
			p.Grain = strings.Trim(rest[0], ")")
			if p.Grain == "" && len(rest) > 1 {
				p.Grain = rest[1]
			}
		}
		p.Open, _, _ = strings.Cut(col[4], " ")
		if p.Open != "After" && p.Open != "Before" {
			p.Open = ""
		}
		p.Out = outOf(DucklingOut, p.Text)
		out = append(out, p)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("duckling pairs: %w", err)
	}
	return out, nil
}

func outOf(rules []OutRule, s string) string {
	for _, r := range rules {
		if r.Pattern.MatchString(s) {
			return r.Reason
		}
	}
	return ""
}

// ScorePairs runs an analysis over the pairs.
func ScorePairs(pairs []TimePair, analyse Analyse) PairScore {
	sc := PairScore{Out: make(map[string]int)}
	for i := range pairs {
		p := &pairs[i]
		sc.All++
		if p.Out != "" {
			sc.Out[p.Out]++
			continue
		}
		sc.In++
		d := analyse(p.Text, p.Created)
		if p.right(d) {
			sc.Right++
			continue
		}
		var got []string
		for _, t := range d.Times {
			got = append(got, fmt.Sprintf("[%s] %s %s %s", d.Words(t.Range), t.Value, t.Mod, t.Interval))
		}
		sc.Wrong = append(sc.Wrong, fmt.Sprintf("%s: want %s..%s %s, got %s", p.Text, p.From.Format("2006-01-02T15:04"), p.To.Format("2006-01-02T15:04"), p.Grain, strings.Join(got, "; ")))
	}
	return sc
}

var countsUnits = regexp.MustCompile(`(?i)\b(ago|hence|back|from now|from today|in (a|one|two|three|\d+)|after \d+)\b`)
var sundown = regexp.MustCompile(`(?i)yom|rosh|hann?u|chan|succos|holocaust|passover|shavuot|sukkot|purim|atzeret|torah|b'av|b'omer|eid|id ul|ramadan|mawlid|laylat|isra|islamic|amun|ashura|feast|bakr|night of|hashoah|shvat`)

// right reports whether the times found in the document are the pair's value.
//
// Of days and longer the interval found is the interval wanted. TIMEX3 counts
// in units ("three weeks ago" is a week): there the day wanted must lie in the
// unit found. Of times of day the day and the clock are the ones wanted; a clock
// time without a day has only its clock compared, modulo twelve hours where
// neither a.m. nor p.m. is said. Lengths bound to now ("the past two days") are
// compared as lengths. Feasts that begin at sundown, or by sighting of the moon,
// may differ by a day.
func (p *TimePair) right(d *doc.Document) bool {
	if len(d.Times) == 0 {
		return false
	}
	if p.Length != nil {
		return p.counts(d)
	}
	a, b := d.Times[0], d.Times[len(d.Times)-1]
	if p.Interval && len(d.Times) > 2 && a.Type == "DATE" && d.Times[1].Type == "TIME" { // "Thursday from 9:30 to 11:00"
		a = d.Times[1]
	}
	from, to := nuncio.DateOf(p.From), nuncio.DateOf(p.From)
	if !p.To.IsZero() {
		to = nuncio.DateOf(p.To)
	}
	if a.Value == "PRESENT_REF" || a.Value == "FUTURE_REF" { // what is now is not counted further
		return from == p.Created
	}
	if p.Open != "" {
		return p.open(&a, from)
	}
	if strings.Contains(a.Value, "T") && a.Type == "TIME" || p.Grain == "Hour" || p.Grain == "Minute" || p.Grain == "Second" {
		return p.clock(d, &a, from)
	}
	if p.From.Year() < 0 {
		return a.Value == fmt.Sprintf("BC%04d", -p.From.Year())
	}
	if a.Type == "DURATION" && len(d.Times) == 1 && !p.Interval { // a length from now ends in the unit wanted
		return !a.Interval.End.Before(from) && !a.Interval.End.After(p.lastDay(from))
	}
	if a.Type == "DURATION" && len(d.Times) == 1 {
		return lengthOf(from, to) == lengthOf(a.Interval.Start, a.Interval.End) || strings.Contains(a.Value, "X") ||
			lengthOf(from, to)/7 == lengthOf(a.Interval.Start, a.Interval.End)/7
	}
	start, end := a.Interval.Start, b.Interval.End
	if p.Interval {
		last := to.AddDays(-1)
		if sundown.MatchString(p.Text) {
			return days(from, start) <= 1
		}
		if strings.Contains(a.Value, "-S") || strings.Contains(a.Value, "-FA") || strings.Contains(a.Value, "-WI") {
			return days(from, start) <= 31 // seasons by the month, not by the sun
		}
		return start == from && (end == last || p.Grain == "Month" && days(end, last) < 31)
	}
	if countsUnits.MatchString(p.Text) {
		return !from.Before(start) && !from.After(end)
	}
	if sundown.MatchString(p.Text) {
		return days(from, start) <= 1
	}
	return start == from && grainOf[p.Grain] == a.Interval.Granularity
}

var grainOf = map[string]nuncio.Granularity{"Day": nuncio.GranularityDay, "Week": nuncio.GranularityWeek, "Month": nuncio.GranularityMonth,
	"Quarter": nuncio.GranularitySeason, "Year": nuncio.GranularityYear}

// lastDay of the pair's unit that begins on a day.
func (p *TimePair) lastDay(d nuncio.Date) nuncio.Date {
	switch p.Grain {
	case "Week":
		return d.AddDays(6)
	case "Month":
		return nuncio.NewDate(d.Year, d.Month+1, d.Day).AddDays(-1)
	case "Quarter":
		return nuncio.NewDate(d.Year, d.Month+3, d.Day).AddDays(-1)
	case "Year":
		return nuncio.NewDate(d.Year+1, d.Month, d.Day).AddDays(-1)
	}
	return d
}

func lengthOf(a, b nuncio.Date) int { return int(b.Time().Sub(a.Time()).Hours() / 24) }

func days(a, b nuncio.Date) int {
	if n := lengthOf(a, b); n >= 0 {
		return n
	}
	return lengthOf(b, a)
}

func (p *TimePair) open(a *doc.Time, from nuncio.Date) bool {
	if _, clock, ok := strings.Cut(a.Value, "T"); ok && len(clock) >= 5 {
		return clock[:5] == p.From.Format("15:04")
	}
	return !from.Before(a.Interval.Start) && !from.After(a.Interval.End)
}

var zoneIn = regexp.MustCompile(`at UTC([+-]\d\d):(\d\d)`)

// inZone moves a clock time from the zone that the expression named to that of
// duckling's reference time, UTC-02:00.
func inZone(clock, reason string) string {
	m := zoneIn.FindStringSubmatch(reason)
	if m == nil {
		return clock
	}
	h, _ := strconv.Atoi(m[1])
	mi, _ := strconv.Atoi(m[2])
	if h < 0 {
		mi = -mi
	}
	t, err := time.Parse("15:04", clock[:5])
	if err != nil {
		return clock
	}
	return t.Add(-time.Duration(h)*time.Hour - time.Duration(mi)*time.Minute - 2*time.Hour).Format("15:04")
}

// counted reports whether a length in TIMEX3 is the time from now to then.
func counted(value string, now, then time.Time) bool {
	d, err := time.ParseDuration(strings.ToLower(strings.TrimPrefix(value, "PT")))
	return err == nil && strings.HasPrefix(value, "PT") && now.Add(d).Equal(then)
}

var halfDay = regexp.MustCompile(`(?i)\d ?[ap]\.?m|\d[ap]\b|a\.m|p\.m|noon|midnight|morning|evening|tonight|midday|afternoon`)

func (p *TimePair) clock(d *doc.Document, a *doc.Time, from nuncio.Date) bool {
	_, clock, ok := strings.Cut(a.Value, "T")
	ok = ok && a.Type != "DURATION"
	if !ok {
		if a.Type == "DURATION" {
			now := p.Created.Time().Add(4*time.Hour + 30*time.Minute)
			return counted(a.Value, now, p.From) || strings.Contains(a.Value, "X")
		}
		if countsUnits.MatchString(p.Text) || strings.HasSuffix(a.Value, "-WE") {
			return !from.Before(a.Interval.Start.AddDays(-1)) && !from.After(a.Interval.End)
		}
		if p.Interval && strings.HasPrefix(strings.ToLower(p.Text), "by ") {
			return nuncio.DateOf(p.To.Add(-time.Second)) == a.Interval.End
		}
		return false
	}
	bare := len(d.Times) == 1 && a.Interval.Start == p.Created
	if len(clock) < 5 { // a part of the day
		return p.Interval && (a.Interval.Start == from)
	}
	if p.Length == nil && p.Created == (nuncio.Date{Year: 2013, Month: 2, Day: 12}) {
		clock = inZone(clock, a.Reason)
	}
	want := p.From.Format("15:04")
	if p.Interval && strings.HasPrefix(strings.ToLower(p.Text), "by ") {
		want = p.To.Format("15:04")
	}
	if clock[:5] != want && !(clock[:5] == "24:00" && want == "00:00") {
		h1, _ := strconv.Atoi(clock[:2])
		if halfDay.MatchString(p.Text) || clock[2:5] != want[2:5] || h1%12 != p.From.Hour()%12 {
			return false
		}
	}
	return a.Interval.Start == from || bare || clock[:5] == "24:00"
}
