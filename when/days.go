package when

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"nuncio"
	"nuncio/doc"
)

// reckoning is a way in which a named day is found in a year.
type reckoning uint8

const (
	byDate reckoning = iota
	byWeekday
	byEaster
	byOrthodox
	byHijri
	byHebrew
	byLunar
)

// namedDay is one line of data/when/days.tsv, or several of one name.
type namedDay struct {
	name  string
	lines []dayLine
}

type dayLine struct {
	by      reckoning
	a, b, c int
	off     int
	length  int
	where   []string // lower-cased words one of which must stand in the sentence
}

// in is the day's first date in a Gregorian year.
func (l *dayLine) in(y int) (nuncio.Date, bool) {
	switch l.by {
	case byWeekday:
		d, ok := nthWeekday(y, time.Month(l.c), l.b, l.a)
		return d.AddDays(l.off), ok
	case byEaster:
		return easter(y).AddDays(l.a), true
	case byOrthodox:
		return orthodoxEaster(y).AddDays(l.a), true
	case byHijri:
		return hijriIn(y, l.a, l.b)
	case byHebrew:
		return hebrewIn(y, l.a, l.b)
	case byLunar:
		d, ok := lunarNewYear(y)
		return d.AddDays(l.a), ok
	}
	return nuncio.Date{Year: y, Month: time.Month(l.a), Day: l.b}, true
}

// holiday anchors a named day. The year is the one said, or by direction and tense.
func (w *work) holiday(f *frame, y int, a *anchors) (point, bool) {
	nd := &w.tagger.days[f.hol]
	line := nd.line(w.sent)
	if line == nil {
		p := newPoint(day, nuncio.Date{}, "a day that differs between countries")
		return p, true
	}
	how := "year in the text"
	base := a.pub
	if y == unset {
		how = "publication"
		if a.narrative && a.hasPrev {
			base, how, y = a.prev.start, "the date spoken of", a.prev.start.Year
		}
	}
	if y == unset && base.IsZero() {
		p := newPoint(day, base, "nothing to count from")
		if line.by == byDate {
			p.noYear = true
			p.start = nuncio.Date{Year: 2000, Month: time.Month(line.a), Day: line.b}
		}
		return p, true
	}
	var d nuncio.Date
	ok := false
	if y != unset {
		d, ok = line.in(y)
	} else if f.hasDir && f.dir == 0 && !base.IsZero() {
		d, ok = line.in(base.Year)
	} else {
		d, ok = line.nearest(f, base, a.tense)
	}
	if !ok {
		return point{}, false
	}
	p := newPoint(day, d, how)
	if line.length > 20 { // a month that keeps no step with ours
		p.gran = day
		p.length = line.length
	} else if line.length > 1 {
		p.length = line.length
	}
	return p, true
}

// nearest picks the year by direction, else by tense, else the nearest one.
func (l *dayLine) nearest(f *frame, base nuncio.Date, t Tense) (nuncio.Date, bool) {
	var best nuncio.Date
	found := false
	for y := base.Year - 2; y <= base.Year+2; y++ {
		d, ok := l.in(y)
		if !ok {
			continue
		}
		end := d.AddDays(max(l.length, 1) - 1)
		past := f.hasDir && f.dir < 0
		next := f.hasDir && f.dir > 0
		switch {
		case past && !end.Before(base), next && !d.After(base),
			!f.hasDir && t == Past && d.After(base), !f.hasDir && t == Future && end.Before(base):
			continue
		}
		if !found || gap(d, base) < gap(best, base) {
			best, found = d, true
		}
	}
	return best, found
}

func gap(a, b nuncio.Date) time.Duration {
	n := a.Time().Sub(b.Time())
	if n < 0 {
		return -n
	}
	return n
}

// line is the reading that the sentence's words ask for.
func (nd *namedDay) line(s *doc.Sentence) *dayLine {
	for i := range nd.lines {
		l := &nd.lines[i]
		if len(l.where) == 0 {
			return l
		}
		if s == nil {
			continue
		}
		for _, place := range l.where {
			first, rest, _ := strings.Cut(place, " ")
			for t := range s.Tokens {
				if strings.EqualFold(s.Tokens[t].Form, first) &&
					(rest == "" || t+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[t+1].Form, rest)) {
					return l
				}
			}
		}
	}
	return nil
}

func readDays(l *lexicon, fsys fs.FS, name string) ([]namedDay, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("named days: %w", err)
	}
	defer f.Close()
	return parseDays(l, f, name)
}

func parseDays(l *lexicon, r io.Reader, name string) ([]namedDay, error) {
	var days []namedDay
	index := make(map[string]int)
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) < 2 {
			return nil, fmt.Errorf("%s:%d: want names and when between tabs", name, n)
		}
		dl, err := parseDayLine(col[1])
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if len(col) > 2 {
			for p := range strings.SplitSeq(col[2], ",") {
				if p = strings.TrimSpace(p); p != "" {
					dl.where = append(dl.where, p)
				}
			}
		}
		for nm := range strings.SplitSeq(col[0], ",") {
			nm = strings.TrimSpace(nm)
			i, ok := index[nm]
			if !ok {
				i = len(days)
				index[nm] = i
				days = append(days, namedDay{name: nm})
				l.add(nm, sense{class: cHol, val: i, cap: true})
			}
			days[i].lines = append(days[i].lines, dl)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return days, nil
}

var shortDays = map[string]int{"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}

func parseDayLine(s string) (dayLine, error) {
	f := strings.Fields(s)
	l := dayLine{length: 1}
	var err error
	num := func(i int, at *int) {
		if i < len(f) && err == nil {
			_, err = fmt.Sscanf(f[i], "%d", at)
		}
	}
	bad := fmt.Errorf("%q does not say when a day is", s)
	if len(f) == 0 {
		return l, bad
	}
	kinds := map[string]reckoning{"easter": byEaster, "orthodox": byOrthodox, "hijri": byHijri, "hebrew": byHebrew, "lunar": byLunar}
	if k, ok := kinds[f[0]]; ok {
		if len(f) < 2 || (k == byHijri || k == byHebrew) && len(f) < 3 {
			return l, bad
		}
		l.by = k
		num(1, &l.a)
		num(2, &l.b)
		num(3, &l.length)
		if k == byEaster || k == byOrthodox || k == byLunar {
			if len(f) > 2 {
				l.b, l.length = 0, l.b
			}
		}
	} else if len(f) >= 3 {
		l.by = byWeekday
		num(0, &l.a)
		l.b = shortDays[f[1]]
		num(2, &l.c)
		num(3, &l.off)
		if l.b == 0 || l.c < 1 || l.c > 12 || l.a == 0 {
			return l, bad
		}
	} else {
		t, e := time.Parse("01-02", f[0])
		if e != nil {
			return l, fmt.Errorf("%w: %w", bad, e)
		}
		l.a, l.b = int(t.Month()), t.Day()
	}
	if err != nil {
		return l, fmt.Errorf("%w: %w", bad, err)
	}
	return l, nil
}
