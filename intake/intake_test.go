package intake

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

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

func TestLanguageIsTold(t *testing.T) {
	french := "Le ministre des Affaires étrangères s'est rendu lundi à Dakar pour rencontrer son homologue sénégalais et signer un accord."
	if got := one(t, "Language: en\nDate: 2024-03-14\n\n"+french, Options{}); got.Language != "fr" || len(got.Warnings) != 1 {
		t.Errorf("%q %q", got.Language, got.Warnings)
	}
	if got := one(t, "Date: 2024-03-14\nLanguage: English\n\nEnvoy leaves.", Options{}); got.Language != "en" {
		t.Errorf("%q", got.Language)
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
