package main

import (
	"os"
	"strings"
	"testing"

	"nuncio"
)

// FuzzCoder runs the whole coder over any text: it must give a valid record with
// true spans, and the same one twice.
func FuzzCoder(f *testing.F) {
	for _, name := range exampleFiles(f) {
		if b, err := os.ReadFile(name); err == nil {
			f.Add(string(b), "")
		}
	}
	f.Add("“We met,” he said. “", "Rama to visit Tirana")
	f.Add("the two (two) and both; according to according to said that that", "")
	validate := checker(f)
	w := newWorker(f)
	again := newWorker(f)
	f.Fuzz(func(t *testing.T, text, title string) {
		if len(text) > 20_000 || len(title) > 1000 {
			t.Skip("long inputs only slow the search down")
		}
		// Intake decodes everything: a report is valid UTF-8.
		text, title = strings.ToValidUTF8(text, "\uFFFD"), strings.ToValidUTF8(title, "\uFFFD")
		rep := nuncio.Report{ID: "rfuzz", Published: nuncio.NewDate(2019, 11, 11), Text: text, Title: title, Language: "en"}
		rec := w.Code(&rep)
		checkRecord(t, validate, &rec)
		if other := again.Code(&rep); !sameJSON(t, &rec, &other) {
			t.Error("two workers give two records")
		}
	})
}
