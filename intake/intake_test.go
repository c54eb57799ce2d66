package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"nuncio"
	"nuncio/data"
)

func testReader(t testing.TB) *Reader {
	t.Helper()
	r, err := New(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// readAll collects the reports and errors of an input, errors as text.
func readAll(t testing.TB, name, content string, opt Options) (reps []nuncio.Report, errs []string) {
	t.Helper()
	for rep, err := range testReader(t).Read(context.Background(), name, strings.NewReader(content), opt) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		reps = append(reps, rep)
	}
	return reps, errs
}

func one(t testing.TB, content string, opt Options) nuncio.Report {
	t.Helper()
	reps, errs := readAll(t, "in", content, opt)
	if len(reps) != 1 || len(errs) > 0 {
		t.Fatalf("%d reports, errors %v", len(reps), errs)
	}
	return reps[0]
}

const story = "The foreign minister of Ghana met his Togolese colleague in Lomé to talk about fishing rights."

func TestHeaderForms(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		want     nuncio.Report
	}{
		{"date on the line before", "date 2024-03-14\n" + story, nuncio.Report{Published: date("2024-03-14"), Basis: "header", Text: story}},
		{"date before the text on its line, a space before it", " date 2024-03-14 " + story, nuncio.Report{Published: date("2024-03-14"), Basis: "header", Text: story}},
		{"date and blank line", "Date 2024-03-14\r\n\r\n" + story, nuncio.Report{Published: date("2024-03-14"), Basis: "header", Text: story}},
		{"mail-like header", "Date: Thu, 14 Mar 2024 23:10:00 -0500\nTitle: Ministers talk\n about fish\nOutlet: The Harbour Times\nUrl: https://example.org/a\n\n" + story,
			nuncio.Report{Published: date("2024-03-14"), Basis: "header", Title: "Ministers talk about fish", Outlet: "The Harbour Times", URL: "https://example.org/a", Text: story}},
		{"other names and other order", "headline: Ministers talk\nsource: Harbour Times\nX-Desk: africa\nPublished: March 14, 2024\n" + story,
			nuncio.Report{Published: date("2024-03-14"), Basis: "header", Title: "Ministers talk", Outlet: "Harbour Times", Text: story}},
		{"date header and text on one line", "Date: 2024-03-14 " + story, nuncio.Report{Published: date("2024-03-14"), Basis: "header", Text: story}},
		{"a line that is a date", "14 March 2024\n\n" + story, nuncio.Report{Published: date("2024-03-14"), Basis: "header", Text: story}},
		{"a title and a line that is a date", "Ministers talk\nMarch 14, 2024\n\n" + story, nuncio.Report{Published: date("2024-03-14"), Basis: "header", Title: "Ministers talk", Text: story}},
		{"flat date", "date: 20240314\n\n" + story, nuncio.Report{Published: date("2024-03-14"), Basis: "header", Text: story}},
		{"prose that begins with a key", "Source: a diplomat who asked not to be named because the talks were still going on. " + story,
			nuncio.Report{Outlet: "", Text: "Source: a diplomat who asked not to be named because the talks were still going on. " + story}},
		{"prose that begins with date", "Date palms are in bloom. " + story, nuncio.Report{Text: "Date palms are in bloom. " + story}},
		{"white space stays in a text without header", "\n  " + story + "\n", nuncio.Report{Text: "\n  " + story + "\n"}},
		{"byte order mark", "\ufeffdate 2024-03-14\n" + story, nuncio.Report{Published: date("2024-03-14"), Basis: "header", Text: story}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := one(t, tc.in, Options{Format: FormatText})
			got.Warnings, got.ID, got.Language = nil, "", ""
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func date(s string) nuncio.Date {
	d, err := nuncio.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func TestDatelines(t *testing.T) {
	for _, tc := range []struct{ dateline, place, agency, published string }{
		{"LIMA, July 9 (Reuters) - ", "LIMA", "Reuters", ""},
		{"LIMA, Peru, July 9, 2021 (Reuters) - ", "LIMA, Peru", "Reuters", "2021-07-09"},
		{"TAKORADI, Jan. 3 (GNA) -- ", "TAKORADI", "GNA", ""},
		{"GENEVA (AP) — ", "GENEVA", "AP", ""},
		{"Vientiane, December 1 (KPL) -- ", "Vientiane", "KPL", ""},
		{"SEOUL, March 4 (Yonhap) -- ", "SEOUL", "Yonhap", ""},
		{"PRETORIA, 12 Feb 2019 (SAPA) - ", "PRETORIA", "SAPA", "2019-02-12"},
		{"MINSK, July 9. /TASS/. ", "MINSK", "TASS", ""},
		{"DAMASCUS, SANA- ", "DAMASCUS", "SANA", ""},
		{"ST. JOHN'S, Antigua, June 2 (CMC) – ", "ST. JOHN'S, Antigua", "CMC", ""},
		{"TRENTON, N.J., May 1 - ", "TRENTON, N.J.", "", ""},
		{"UNITED NATIONS (AP) _ ", "UNITED NATIONS", "AP", ""},
		{"WINDHOEK - ", "WINDHOEK", "", ""},
		{"COTONOU/LOME, Aug 2 (AFP) - ", "COTONOU/LOME", "AFP", ""},
		{"ISLAMABAD: ", "ISLAMABAD", "", ""},
		{"(Reuters) - ", "", "Reuters", ""},
		{"Oct 5 (Reuters) - ", "", "Reuters", ""},
		{"Dec. 31, 2000 -- ", "", "", "2000-12-31"},
		{"CAPE COAST, Ghana\n-- ", "CAPE COAST, Ghana", "", ""},
	} {
		t.Run(tc.dateline, func(t *testing.T) {
			got := one(t, tc.dateline+story, Options{Format: FormatText})
			if d := got.Text[got.Dateline.Start:got.Dateline.End]; d != tc.dateline {
				t.Errorf("dateline %q", d)
			}
			if got.DatelinePlace != tc.place || got.Agency != tc.agency || got.Published.String() != tc.published {
				t.Errorf("place %q, agency %q, published %q", got.DatelinePlace, got.Agency, got.Published)
			}
			if got.Text != tc.dateline+story {
				t.Errorf("the text was changed: %q", got.Text)
			}
		})
	}
}

func TestNoDateline(t *testing.T) {
	for _, s := range []string{
		story,
		"STATE media in Chad reported - as they often do - that the envoy had left.",
		"Paris - the old city of light - woke to rain.",
		"UPDATE - The envoy has left Riga.",
		"BREAKING: The envoy has left Riga.",
		"MINISTER MEETS ENVOY - TALKS GO ON IN RIGA",
		"The United States - China talks went on.",
		"US - China talks went on in Riga.",
		"The envoy said: we are ready.",
		"He came on May 4 - a Saturday - and left.",
		"Rome (left) and Oslo (right) agreed - at last.",
	} {
		if got := one(t, s, Options{Format: FormatText}); !got.Dateline.IsZero() {
			t.Errorf("%q: dateline %q", s, got.Text[got.Dateline.Start:got.Dateline.End])
		}
	}
}

func TestDatelineAfterAHeadline(t *testing.T) {
	got := one(t, "Ministers talk fish\nBy Ama Boateng\n\nLOME, Togo (AFP) - "+story, Options{})
	if d := got.Text[got.Dateline.Start:got.Dateline.End]; d != "LOME, Togo (AFP) - " {
		t.Errorf("dateline %q", d)
	}
}

func TestAgencyFromBylineAndSignoff(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"by-line":           {"By Ama Boateng, Associated Press\n" + story, "AP"},
		"by-line below":     {"By Ama Boateng\nAssociated Press Writer\n" + story, "AP"},
		"reporting by":      {story + "\n(Reporting by Ama Boateng in Accra; Editing by Lee Woo)", "Reuters"},
		"last line":         {story + "\n REUTER\n", "Reuters"},
		"end mark":          {story + " -- Bernama\nEND\n", "Bernama"},
		"last words":        {story + " (Xinhua)", "Xinhua"},
		"no agency at all":  {story + "\nThanks to all.", ""},
		"a word in the end": {story + "\nHe opened a MAP", ""},
	} {
		if got := one(t, tc.in, Options{Format: FormatText}); got.Agency != tc.want {
			t.Errorf("%s: %q, want %q", name, got.Agency, tc.want)
		}
	}
}

func TestDatesAreNeverGuessed(t *testing.T) {
	for _, tc := range []struct {
		name, in  string
		opt       Options
		published string
		basis     nuncio.DateBasis
		warning   string
	}{
		{"flag first", "date 2024-03-14\n" + story, Options{Date: date("2020-01-02")}, "2020-01-02", "flag", ""},
		{"header before dateline", "date 2024-03-14\nLOME, March 13 (AFP) - " + story, Options{}, "2024-03-14", "header", ""},
		{"dateline with its year", "LOME, March 13, 2024 (AFP) - " + story, Options{}, "2024-03-13", "dateline", ""},
		{"dateline without year", "LOME, March 13 (AFP) - " + story, Options{}, "", "", "has no year"},
		{"none", story, Options{}, "", "", "no date"},
		{"impossible", "date 2023-02-30\n" + story, Options{}, "", "", "impossible"},
		{"two readings", "Date: 03/04/2023\n\n" + story, Options{}, "", "", "two ways"},
		{"one reading", "Date: 13/04/2023\n\n" + story, Options{}, "2023-04-13", "header", ""},
		{"future", "date 2124-03-14\n" + story, Options{Today: date("2024-03-14")}, "2124-03-14", "header", "future"},
		{"dateline against header", "date 2024-03-14\nLOME, July 2 (AFP) - " + story, Options{}, "2024-03-14", "header", "dateline says"},
		{"year's turn", "date 2024-01-01\nLOME, Dec. 31 (AFP) - " + story, Options{}, "2024-01-01", "header", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := one(t, tc.in, tc.opt)
			if got.Published.String() != tc.published || got.Basis != tc.basis {
				t.Errorf("published %q by %q", got.Published, got.Basis)
			}
			w := strings.Join(got.Warnings, "; ")
			if tc.warning == "" && w != "" || !strings.Contains(w, tc.warning) {
				t.Errorf("warnings %q, want %q", w, tc.warning)
			}
		})
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-14": "2024-03-14", "2024-03-14T23:30:00-08:00": "2024-03-14", "2024-03-14T10:00:00.123Z": "2024-03-14",
		"2024-03-14 10:00": "2024-03-14", "20240314": "2024-03-14", "20240314T100000Z": "2024-03-14", "2024/3/4": "2024-03-04",
		"Thu, 14 Mar 2024 10:00:00 GMT": "2024-03-14", "14 Mar 24 10:00 EST": "2024-03-14", "9 July 2018": "2018-07-09",
		"July 9, 2018": "2018-07-09", "July 9th 2018": "2018-07-09", "Sept. 9, 2018, 10:15 a.m. ET": "2018-09-09",
		"Monday, 9 July 2018": "2018-07-09", "9-MAR-1987 04:58:41.12": "1987-03-09", "1710410400": "2024-03-14", "1710410400000": "2024-03-14",
		"29 February 2024": "2024-02-29",
	} {
		if got, err := parseDate(in); err != nil || got.String() != want {
			t.Errorf("%q: %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "yesterday", "2024", "2024-13-01", "2024-02-30", "29 February 2023", "July 9", "May be 12, 2024", "0000-00-00", "12 people 2024", "2024-03-14abc"} {
		if got, err := parseDate(in); err == nil {
			t.Errorf("%q was read as %v", in, got)
		}
	}
}

func TestJSONLines(t *testing.T) {
	in := `{"text": "` + story + `", "date": "2024-03-14", "title": "Ministers talk", "outlet": "Harbour Times", "url": "https://example.org/a", "language": "en-GB"}
{"event_text": "` + story + `", "pub_date": "2024-03-14T10:00:00Z", "publisher": "Harbour Times", "headline": "Ministers talk", "link": "https://example.org/a"}

{"text": "broken
{"text": 7, "date": null}
{"text": {"a": 1}}
{"date": "2024-03-14"}
[1]
{"text": "LOME, March 13, 2024 (AFP) - ` + story + `", "published": 20240314}`
	reps, errs := readAll(t, "a.txt", in, Options{})
	want := nuncio.Report{Outlet: "Harbour Times", Published: date("2024-03-14"), Basis: "field", Title: "Ministers talk", URL: "https://example.org/a", Language: "en", Text: story}
	if len(reps) != 3 {
		t.Fatalf("%d reports, errors %q", len(reps), errs)
	}
	for _, got := range reps[:2] {
		got.ID = ""
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
	if reps[0].ID != reps[1].ID || !strings.HasPrefix(reps[0].ID, "r") || len(reps[0].ID) != 17 {
		t.Errorf("ids %q and %q", reps[0].ID, reps[1].ID)
	}
	if got := reps[2]; got.Published != date("2024-03-14") || got.Agency != "AFP" || got.DatelinePlace != "LOME" {
		t.Errorf("%+v", got)
	}
	if got := strings.Join(errs, "\n"); !strings.Contains(got, "a.txt:4: broken JSON") || !strings.Contains(got, "a.txt:5: ") ||
		!strings.Contains(got, "a.txt:6: field \"text\"") || !strings.Contains(got, "a.txt:7: no report") || !strings.Contains(got, "a.txt:8: broken JSON") || len(errs) != 5 {
		t.Errorf("errors:\n%s", got)
	}
}

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

func TestLanguageIsTold(t *testing.T) {
	french := "Le ministre des Affaires étrangères s'est rendu lundi à Dakar pour rencontrer son homologue sénégalais et signer un accord."
	if got := one(t, "Language: en\nDate: 2024-03-14\n\n"+french, Options{}); got.Language != "fr" || len(got.Warnings) != 1 {
		t.Errorf("%q %q", got.Language, got.Warnings)
	}
	if got := one(t, "Date: 2024-03-14\nLanguage: English\n\nEnvoy leaves.", Options{}); got.Language != "en" {
		t.Errorf("%q", got.Language)
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

func TestExpand(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt", "sub/c.jsonl", ".hidden", ".git/x", "sub/d.txt"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(story), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	short := func(names []string) (out []string) {
		for _, n := range names {
			out = append(out, strings.TrimPrefix(filepath.ToSlash(n), filepath.ToSlash(dir)+"/"))
		}
		return out
	}
	for _, tc := range []struct {
		args []string
		want []string
		bad  string
	}{
		{[]string{"-"}, []string{"-"}, ""},
		{[]string{dir}, []string{"a.txt", "b.txt", "sub/c.jsonl", "sub/d.txt"}, ""},
		{[]string{filepath.Join(dir, "*.txt")}, []string{"a.txt", "b.txt"}, ""},
		{[]string{filepath.Join(dir, "s*")}, []string{"sub/c.jsonl", "sub/d.txt"}, ""},
		{[]string{filepath.Join(dir, "b.txt"), filepath.Join(dir, "none.txt"), filepath.Join(dir, "*.x"), filepath.Join(dir, "a.txt")}, []string{"b.txt", "a.txt"}, "matches nothing"},
	} {
		got, err := Expand(tc.args)
		if diff := cmp.Diff(tc.want, short(got)); diff != "" {
			t.Errorf("%v: %s", tc.args, diff)
		}
		if (err != nil) != (tc.bad != "") || err != nil && !strings.Contains(err.Error(), tc.bad) {
			t.Errorf("%v: %v", tc.args, err)
		}
	}
}

func TestFoundingReport(t *testing.T) {
	root := os.Getenv("NUNCIO_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(root, "reports", "2018-07-09-letter.txt"))
	if err != nil {
		t.Skipf("the shared reports are not here: %v", err)
	}
	got := one(t, string(b), Options{})
	if got.Published != date("2018-07-09") || got.Basis != nuncio.DateFromHeader || !strings.HasPrefix(got.Text, "STATE media in ") || got.Language != "en" {
		t.Errorf("%s %s %q %.30q", got.Published, got.Basis, got.Language, got.Text)
	}
	if !strings.HasSuffix(string(b), got.Text) {
		t.Error("the text is not the input less its prefix")
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"date 2024-03-14\n" + story, " date 2024-03-14 " + story, "Date: 14 Mar 2024\nTitle: a\n b\n\n" + story, "LIMA, July 9 (Reuters) - " + story,
		`{"text": "` + story + `", "date": 20240314}`, "{\"text\": \"\\ud800\"}", "\xff\xfea\x00b\x00", "\x1f\x8b", "MINSK, July 9. /TASS/. x", "By A, AP\nx\n(END)",
		"date 2024-02-30 x", "\xef\xbb\xbf{}", "a\xe9b", "Title\nMay 4, 2024\n\nx", "Date:\n", ":", "(", "--", "X, (AP) --", "\u2028",
	} {
		f.Add([]byte(s))
	}
	r := testReader(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		for rep, err := range r.Read(context.Background(), "fuzz", bytes.NewReader(b), Options{Limits: Limits{Input: 1 << 20, Report: 1 << 16, Line: 1 << 14}}) {
			if err != nil {
				var ie *InputError
				if !errors.As(err, &ie) || ie.Reason == "" || ie.Name != "fuzz" {
					t.Fatalf("an error without name and reason: %v", err)
				}
				continue
			}
			if rep.Text == "" && rep.Title == "" {
				t.Fatal("a report without words")
			}
			if !strings.Contains(rep.Text, rep.DatelinePlace) && !strings.Contains(rep.Text, "\n") {
				t.Fatalf("place %q is not in the text", rep.DatelinePlace)
			}
			if d := rep.Dateline; d.Start < 0 || d.End < d.Start || d.End > len(rep.Text) {
				t.Fatalf("dateline %v of %d bytes", d, len(rep.Text))
			}
		}
	})
}
