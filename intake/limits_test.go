package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestBadInput(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		opt      Options
		reason   string
		limit    bool
	}{
		{"empty", "", Options{}, "empty", false},
		{"white space", " \n\t\n", Options{}, "empty", false},
		{"zeros", strings.Repeat("\x00\x01\x02\x00abc", 50), Options{}, "binary", false},
		{"pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Options{}, "PDF", false},
		{"zip", "PK\x03\x04\x14\x00", Options{}, "ZIP", false},
		{"numbers", "1 2 3\n4 5 6\n", Options{}, "holds no words", false},
		{"header alone", "Date: 2024-03-14\nOutlet: Harbour Times\n\n", Options{}, "no text", false},
		{"long report", strings.Repeat(story+"\n", 30), Options{Limits: Limits{Report: 1000}}, "limit of 1000 bytes for one report", true},
		{"endless line", strings.Repeat(story+" ", 30), Options{Limits: Limits{Line: 1000}}, "limit of 1000 for one line", true},
		{"long input", strings.Repeat(story+"\n", 3000), Options{Limits: Limits{Input: 70000}}, "limit of 70000 bytes for one input", true},
		{"damaged gzip", "\x1f\x8b\x08garbage", Options{}, "damaged gzip", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got error
			for rep, err := range testReader(t).Read(context.Background(), tc.name, strings.NewReader(tc.in), tc.opt) {
				if err == nil {
					t.Fatalf("a report: %q", rep.Text)
				}
				got = err
			}
			var ie *InputError
			if !errors.As(got, &ie) || ie.Name != tc.name || !strings.Contains(ie.Error(), tc.reason) || errors.Is(got, ErrLimit) != tc.limit {
				t.Errorf("%v", got)
			}
		})
	}
}

func TestLongJSONLineIsPassedOver(t *testing.T) {
	good := `{"text": "` + story + `"}`
	in := good + "\n" + `{"text": "` + strings.Repeat("x", 5000) + `"}` + "\n" + good
	reps, errs := readAll(t, "a.jsonl", in, Options{Limits: Limits{Report: 1000, Line: 1000}})
	if len(reps) != 2 || len(errs) != 1 || !strings.Contains(errs[0], "a.jsonl:2: longer than the limit of 2000 bytes for one line") {
		t.Errorf("%d reports, errors %q", len(reps), errs)
	}
}

func TestTruncatedGzipKeepsWhatCameBefore(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for range 2000 {
		_, _ = io.WriteString(z, `{"text": "`+story+`"}`+"\n")
	}
	_ = z.Close()
	reps, errs := readAll(t, "a.jsonl.gz", b.String()[:b.Len()-30], Options{})
	if len(reps) < 100 || len(errs) == 0 {
		t.Errorf("%d reports, errors %q", len(reps), errs)
	}
}

func TestCharsets(t *testing.T) {
	utf16 := func(s string, big bool) string {
		var b strings.Builder
		for _, r := range s {
			if big {
				b.WriteByte(byte(r >> 8))
				b.WriteByte(byte(r))
			} else {
				b.WriteByte(byte(r))
				b.WriteByte(byte(r >> 8))
			}
		}
		return b.String()
	}
	latin := strings.ReplaceAll("date 2024-03-14\n"+story, "é", "\xe9")
	for _, tc := range []struct{ name, in, text, warning string }{
		{"utf-16 little endian", "\xff\xfe" + utf16("date 2024-03-14\n"+story, false), story, ""},
		{"utf-16 big endian", "\xfe\xff" + utf16("date 2024-03-14\n"+story, true), story, ""},
		{"utf-16 without mark", utf16("date 2024-03-14\n"+story, false), story, ""},
		{"windows-1252", latin + " \x93We agree\x94", story + " “We agree”", "windows-1252"},
		{"declared", "Date: 2024-03-14\nContent-Type: text/plain; charset=iso-8859-2\n\n" + strings.ReplaceAll(story, "é", "\xb3"), strings.ReplaceAll(story, "é", "ł"), ""},
		{"broken utf-8", "date 2024-03-14\n" + story + " \xff\xfe", story + " \uFFFD", "2 bytes are not UTF-8"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := one(t, tc.in, Options{})
			if got.Text != tc.text || got.Published != date("2024-03-14") {
				t.Errorf("%s %q", got.Published, got.Text)
			}
			if w := strings.Join(got.Warnings, "; "); !strings.Contains(w, tc.warning) || tc.warning == "" && w != "" {
				t.Errorf("warnings %q", w)
			}
		})
	}
}

func TestReadingBreaksOff(t *testing.T) {
	r := testReader(t)
	in := io.MultiReader(strings.NewReader(`{"text": "`+story+`"}`+"\n"), iotest.ErrReader(errors.New("the line went dead")))
	var reps, errs int
	for _, err := range r.Read(context.Background(), "a.jsonl", in, Options{Format: FormatJSONL}) {
		if err != nil {
			errs++
		} else {
			reps++
		}
	}
	if reps != 1 || errs != 1 {
		t.Errorf("%d reports, %d errors", reps, errs)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for _, err := range r.Read(ctx, "a.jsonl", strings.NewReader(strings.Repeat(`{"text": "`+story+`"}`+"\n", 100)), Options{}) {
		if n++; n == 3 {
			cancel()
		}
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
	if n != 4 {
		t.Errorf("%d pairs after the third was the last wanted", n)
	}
	for range r.Read(context.Background(), "a.jsonl", strings.NewReader(strings.Repeat(`{"text": "`+story+`"}`+"\n", 100)), Options{}) {
		break // a caller that stops must not be called again
	}
}
