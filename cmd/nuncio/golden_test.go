package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"nuncio"
	"nuncio/coder"
	"nuncio/data"
	"nuncio/eval"
	"nuncio/intake"
)

var update = flag.Bool("update", false, "write the golden records anew")

const exampleDir = "../../examples"

// built is the coder with the built-in knowledge, made once for all tests.
var built = sync.OnceValues(func() (*coder.Coder, error) {
	c := coding{}
	return c.coder()
})

func newWorker(t testing.TB) *coder.Worker {
	t.Helper()
	c, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return c.NewWorker()
}

// readReports reads every report of a file.
func readReports(t testing.TB, name string) []nuncio.Report {
	t.Helper()
	reader, err := intake.New(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	var list []nuncio.Report
	for rep, err := range (source{reader, nil, intake.Options{}}).open(t.Context(), name) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, rep)
	}
	return list
}

func exampleFiles(t testing.TB) []string {
	t.Helper()
	var names []string
	for _, pattern := range []string{"*.txt", "*.jsonl", "echo/*.txt"} {
		found, err := filepath.Glob(filepath.Join(exampleDir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) < 6 {
		t.Fatalf("only %d example reports", len(names))
	}
	return names
}

// checker validates records against the published schema.
func checker(t testing.TB) func(t testing.TB, raw []byte) {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(nuncio.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("nuncio.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("nuncio.json")
	if err != nil {
		t.Fatal(err)
	}
	return func(t testing.TB, raw []byte) {
		t.Helper()
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(v); err != nil {
			t.Errorf("record against its schema: %v", err)
		}
	}
}

// checkRecord holds a record against the schema, reads it back, and cuts every
// span out of the text.
func checkRecord(t testing.TB, validate func(testing.TB, []byte), rec *nuncio.Record) {
	t.Helper()
	raw, err := json.Marshal(rec)
	if err != nil {
		t.Fatal(err)
	}
	validate(t, raw)
	var back nuncio.Record
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(&back)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(raw), string(again)); diff != "" {
		t.Errorf("a record read back is not the same (-written +read):\n%s", diff)
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		if got := rec.Report.Cut(e.In, e.Evidence.Trigger.Span); got != e.Evidence.Trigger.Text {
			t.Errorf("%s: trigger span cuts %q, text is %q", e.ID, got, e.Evidence.Trigger.Text)
		}
		for _, list := range [][]nuncio.Party{e.Actor, e.Recipient, e.Via} {
			for _, p := range list {
				if got := rec.Report.Cut(e.In, p.Span); got != p.Text {
					t.Errorf("%s: party span cuts %q, text is %q", e.ID, got, p.Text)
				}
			}
		}
		if !e.When.Start.IsZero() && !e.When.End.IsZero() && e.When.End.Before(e.When.Start) {
			t.Errorf("%s: ends before it starts: %v", e.ID, e.When)
		}
	}
	for i := range rec.Attributions {
		a := &rec.Attributions[i]
		if a.Source == nil {
			continue
		}
		if got := rec.Report.Cut(a.In, a.Source.Span); got != a.Source.Text {
			t.Errorf("%s: source span cuts %q, text is %q", a.ID, got, a.Source.Text)
		}
	}
}

// Each example's record, as a person is shown it, stands beside the reports.
func TestGoldenRecords(t *testing.T) {
	w := newWorker(t)
	validate := checker(t)
	for _, name := range exampleFiles(t) {
		rel, err := filepath.Rel(exampleDir, name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(rel, func(t *testing.T) {
			var out bytes.Buffer
			writer := &textWriter{show: newShow(&out)}
			for _, rep := range readReports(t, name) {
				rec := w.Code(&rep)
				checkRecord(t, validate, &rec)
				if err := writer.Write(&rec); err != nil {
					t.Fatal(err)
				}
			}
			golden := filepath.Join(exampleDir, "golden", strings.ReplaceAll(rel, "/", "-")+".golden")
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v (go test ./cmd/nuncio -run Golden -update writes it)", err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("record of %s (-golden +now):\n%s", rel, diff)
			}
		})
	}
}

// shared is the optional data folder, "" with the test skipped when absent.
func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("NUNCIO_SHARED")
	if dir == "" {
		dir = "../../../shared"
	}
	if _, err := os.Stat(filepath.Join(dir, "reports")); err != nil {
		t.Skipf("the optional data folder is absent (%v); NUNCIO_SHARED says where it is", err)
	}
	return dir
}

func TestFoundingReport(t *testing.T) {
	name := filepath.Join(shared(t), "reports", "2018-07-09-letter.txt")
	facts := readFacts(t, "../../eval/testdata/2018-07-09-letter.facts.yaml")
	rep := readReports(t, name)[0]
	rec := newWorker(t).Code(&rep)
	checkRecord(t, checker(t), &rec)
	res := eval.CheckFacts(facts, &rec)
	t.Logf("%d of %d facts", res.Found, res.Total)
	for _, line := range append(res.Misses, res.Violations...) {
		t.Error(line)
	}
}

func readFacts(t testing.TB, name string) eval.Facts {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	facts, err := eval.ReadFacts(f)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return facts
}

// The facts that a careful reader takes from the examples: a change may find
// more of them, and must not lose any or let more forbidden events out. The
// figures stand in docs/accuracy.md.
func TestExampleFacts(t *testing.T) {
	const found, forbidden = 1703, 5
	w := newWorker(t)
	var total eval.FactResult
	for _, name := range exampleFiles(t) {
		facts := strings.TrimSuffix(name, ".txt") + ".facts.yaml"
		if filepath.Ext(name) != ".txt" {
			continue
		}
		rep := readReports(t, name)[0]
		rec := w.Code(&rep)
		total.Add(eval.CheckFacts(readFacts(t, facts), &rec))
	}
	t.Logf("%d of %d facts, %d forbidden", total.Found, total.Total, total.Forbidden)
	if total.Found < found || total.Forbidden > forbidden {
		t.Errorf("%d facts found, want at least %d; %d forbidden events, want at most %d; nuncio eval records examples examples/echo names them",
			total.Found, found, total.Forbidden, forbidden)
	}
}
