package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	exampleBegin = "<!-- example:begin (checked against the program by a test) -->\n"
	exampleEnd   = "<!-- example:end -->"
)

// README shows what the program prints, not what it once printed.
func TestReadmeShowsWhatIsPrinted(t *testing.T) {
	const readme = "../../README.md"
	b, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(b), exampleBegin)
	shown, after, ok2 := strings.Cut(rest, exampleEnd)
	if !ok || !ok2 {
		t.Fatal("README.md has lost the marks around its example")
	}
	rep := readReports(t, exampleDir+"/2019-11-baku.txt")[0]
	rec := newWorker(t).Code(&rep)
	var out bytes.Buffer
	if err := (&textWriter{show: newShow(&out)}).Write(&rec); err != nil {
		t.Fatal(err)
	}
	want := "```\n" + out.String() + "```\n"
	if *update {
		if err := os.WriteFile(readme, []byte(before+exampleBegin+want+exampleEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, shown); diff != "" {
		t.Errorf("README's example (-program +README), -update writes it anew:\n%s", diff)
	}
}
