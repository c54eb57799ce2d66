package when

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"nuncio"
	"nuncio/doc"
)

// FuzzTag: any text, any tokens, any date; spans lie inside their sentence and do
// not overlap, and intervals do not end before they begin.
func FuzzTag(f *testing.F) {
	for _, s := range []string{benchText, "on 31/02/2018 at 25:61", "99999999999 years ago", "the 1st of Juche 9999999", "May - - 13, , 2018",
		"Ramadan 99999", "½ 2 1/0 hours", "the last last last Monday of the end of the end of 0000", "12:34:56:78.9 a.m. GMT\x00\xff", "Eid al-Fitr 1"} {
		f.Add(s, 2018, 7, 9)
	}
	tg := load(f)
	f.Fuzz(func(t *testing.T, text string, y, m, d int) {
		pub := nuncio.Date{}
		if y > 0 && y < 10000 && m > 0 && m < 13 && d > 0 && d < 29 {
			pub = nuncio.NewDate(y, monthNumber(m), d)
		}
		report := plain(text, pub)
		tg.Tag(report)
		end := 0
		for _, tm := range report.Times {
			if tm.IsZero() || tm.First < end || tm.End > len(report.Sentences[tm.Sent].Tokens) {
				t.Fatalf("range %+v after %d", tm.Range, end)
			}
			end = tm.End
			if v := tm.Interval; !v.Start.IsZero() && !v.End.IsZero() && v.End.Before(v.Start) {
				t.Fatalf("%q: %s ends before it begins", report.Words(tm.Range), v)
			}
			if tm.Type == "" || tm.Value == "" || tm.Reason == "" {
				t.Fatalf("%q: %+v", report.Words(tm.Range), tm)
			}
		}
		tg.ForEvent(report, Deed{At: doc.Ref{}}, nil)
	})
}

func FuzzRules(f *testing.F) {
	f.Add("in|since MONTH ,? ~YEAR [!of]", "X\t1\tfoo", "a b\t04-15\tx")
	f.Add("[on] month:INT UNIT=day xDATE", "MONTH\t1\tjan", "easter\teaster -2")
	f.Fuzz(func(t *testing.T, pattern, word, day string) {
		l := newLexicon()
		_, _ = parsePattern(l, pattern)
		_ = l.parseWords(strings.NewReader(word), "words")
		_, _ = parseDays(l, strings.NewReader(day), "days")
	})
}

// TestWorkersAgree: one tagger, many goroutines, the same result.
func TestWorkersAgree(t *testing.T) {
	tg := load(t)
	want, _ := benchDoc()
	tg.Tag(want)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				d, _ := benchDoc()
				tg.Tag(d)
				if !reflect.DeepEqual(d.Times, want.Times) {
					t.Error("results differ")
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestWithoutDate: relative expressions are found, and stay open.
func TestWithoutDate(t *testing.T) {
	tg := load(t)
	d := plain("They met on Monday , signed in 2015 and will return next month", nuncio.Date{})
	tg.Tag(d)
	var got []string
	for _, tm := range d.Times {
		got = append(got, d.Words(tm.Range)+" "+tm.Value+" "+tm.Interval.Start.String())
	}
	want := []string{"Monday XXXX-XX-XX ", "2015 2015 2015-01-01", "next month XXXX-XX "}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestBadData: every broken line of the data files is named.
func TestBadData(t *testing.T) {
	l := newLexicon()
	for _, c := range []struct{ words, want string }{
		{"NOSUCH\t1\tfoo", "words:1"},
		{"# fine\nMONTH\t1", "words:2"},
	} {
		if err := l.parseWords(strings.NewReader(c.words), "words"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v", c.words, err)
		}
	}
	for _, s := range []string{"", "13-45", "4 xyz 11", "hijri 9", "easter"} {
		if _, err := parseDayLine(s); err == nil {
			t.Errorf("%q is taken for a day", s)
		}
	}
	for _, s := range []string{"", "NOSUCH", "nosuch:INT", "[of]", "UNIT=furlong", "[of] in [at] on"} {
		if _, err := parsePattern(l, s); err == nil {
			t.Errorf("%q is taken for a pattern", s)
		}
	}
	b, err := os.ReadFile("../data/when/days.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if days, err := parseDays(newLexicon(), bytes.NewReader(b), "days"); err != nil || len(days) < 200 {
		t.Errorf("%d named days, %v", len(days), err)
	}
}
