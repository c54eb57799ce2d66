package clause_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"nuncio"
	"nuncio/clause"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/nlp"
	"nuncio/text"
)

// words are the built-in ones.
func words(t testing.TB) *clause.Words {
	t.Helper()
	sub, err := fs.Sub(data.FS, "clause")
	if err != nil {
		t.Fatal(err)
	}
	w, err := clause.Load(sub)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestWrongTables(t *testing.T) {
	good := fstest.MapFS{
		"words.tsv":   {Data: []byte("# A note.\nword\tuse\nsend\tgive\n")},
		"phrases.tsv": {Data: []byte("preposition\tnoun\tof\treading\non\tbehalf\tof\ton behalf of\n")},
	}
	if _, err := clause.Load(good); err != nil {
		t.Fatalf("good tables: %v", err)
	}
	for _, tt := range []struct{ name, file, content, want string }{
		{"a use that is none", "words.tsv", "word\tuse\nsend\tgift\n", `words.tsv:2: use "gift" is not known`},
		{"a column too many", "words.tsv", "word\tuse\nsend\tgive\tx\n", "words.tsv:2: 3 columns instead of 2"},
		{"a phrase without reading", "phrases.tsv", "preposition\tnoun\tof\treading\non\tbehalf\tof\n", "phrases.tsv:2: 3 columns instead of 4"},
		{"no table", "words.tsv", "", "words.tsv"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			bad := fstest.MapFS{"words.tsv": good["words.tsv"], "phrases.tsv": good["phrases.tsv"]}
			if bad[tt.file] = (&fstest.MapFile{Data: []byte(tt.content)}); tt.content == "" {
				delete(bad, tt.file)
			}
			if _, err := clause.Load(bad); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// The head of words.tsv says of every use what it is for.
func TestUsesAreExplained(t *testing.T) {
	b, err := fs.ReadFile(data.FS, "clause/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	head, used := "", map[string]bool{}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			head += line
		} else if _, use, _ := strings.Cut(strings.TrimSpace(line), "\t"); use != "use" {
			used[use] = true
		}
	}
	for use := range used {
		if !strings.Contains(head, " "+use+": ") && !strings.Contains(head, " "+use+", ") {
			t.Errorf("use %q is not explained", use)
		}
	}
}

// BenchmarkRead reads the examples; the language engine's part is not counted.
func BenchmarkRead(b *testing.B) {
	rules, err := text.LoadRules(data.FS)
	if err != nil {
		b.Fatal(err)
	}
	engine, err := nlp.Load(data.Model, rules)
	if err != nil {
		b.Fatal(err)
	}
	names, _ := filepath.Glob("../examples/199*.txt")
	var docs []*doc.Document
	tokens := 0
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		d := &doc.Document{}
		d.Reset(&nuncio.Report{Text: string(body)})
		if err := engine.NewWorkspace().Analyze(d); err != nil {
			b.Fatal(err)
		}
		for i := range d.Sentences {
			tokens += len(d.Sentences[i].Tokens)
		}
		docs = append(docs, d)
	}
	r := clause.New(words(b))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			r.Read(d)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}
