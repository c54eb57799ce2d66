package who_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nuncio"
	"nuncio/clause"
	"nuncio/doc"
	"nuncio/who"
)

// check finds what no document may leave: spans outside sentences, links to
// nowhere, mentions without a reason.
func check(t *testing.T, d *doc.Document) {
	t.Helper()
	for i := range d.Mentions {
		m := &d.Mentions[i]
		n := len(d.Sentences[m.Sent].Tokens)
		if m.First < 0 || m.End > n || m.First >= m.End || m.Head < 0 || m.Head >= n {
			t.Fatalf("mention %d: [%d, %d) with head %d in a sentence of %d", i, m.First, m.End, m.Head, n)
		}
		if m.Entity >= len(d.Entities) || m.Link >= len(d.Mentions) || m.Link == i {
			t.Fatalf("mention %d: entity %d, link %d", i, m.Entity, m.Link)
		}
		for _, e := range m.Members {
			if e < 0 || e >= len(d.Entities) {
				t.Fatalf("mention %d: member %d", i, e)
			}
		}
		if m.Reason == "" {
			t.Fatalf("mention %d (%q) has no reason", i, d.Words(m.Range))
		}
	}
}

// FuzzDamaged resolves documents whose trees, tags and names were damaged: heads
// moved (never into a circle), names of any type anywhere.
func FuzzDamaged(f *testing.F) {
	f.Add("Chad and Niger (BHC) met his Chinese counterpart. The former praised the latter. They left.", []byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add("\"I\" said the island, both sides, the two of them, Mr. Berg's it.", []byte{200, 0, 17, 255, 31, 9, 9, 9})
	f.Fuzz(func(t *testing.T, text string, damage []byte) {
		if len(text) > 2000 {
			return
		}
		k := load(t)
		d, w := k.read(t, "2018-05-02", text)
		rels := []string{"nsubj", "obj", "conj", "appos", "flat", "compound", "nmod:poss", "case", "amod", "det", "acl:relcl", "root"}
		tags := []string{"NOUN", "PROPN", "PRON", "VERB", "ADJ", "DET", "PUNCT", "NUM"}
		types := []string{doc.PER, doc.ORG, doc.LOC, doc.NORP, doc.EVENT}
		at := 0
		next := func() int {
			if at >= len(damage) {
				return 0
			}
			at++
			return int(damage[at-1])
		}
		for i := range d.Sentences {
			s := &d.Sentences[i]
			for j := range s.Tokens {
				if at >= len(damage) {
					break
				}
				t := &s.Tokens[j]
				t.Deprel, t.UPOS = rels[next()%len(rels)], tags[next()%len(tags)]
				if h := next() % len(s.Tokens); h < j && t.Head >= 0 && !s.Dominates(j, h) {
					t.Head = h
					s.Link()
				}
			}
		}
		d.Names = d.Names[:0]
		for i := range d.Sentences {
			for n, end := len(d.Sentences[i].Tokens), 0; end < n && at < len(damage); {
				first := end + next()%3
				end = first + 1 + next()%3
				if end <= n {
					d.Names = append(d.Names, doc.Name{Range: doc.Range{Sent: i, First: first, End: end}, Type: types[next()%len(types)]})
				}
			}
		}
		clause.New(k.clauses).Read(d)
		w.Resolve(d)
		check(t, d)
		w.Quoted(d)
		check(t, d)
	})
}

// BenchmarkResolve reads the examples over and over; the language engine's part
// is not counted.
func BenchmarkResolve(b *testing.B) {
	k := load(b)
	names, _ := filepath.Glob("../examples/*.txt")
	var docs []*doc.Document
	words := 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		d, _ := k.read(b, "2015-05-02", string(text))
		docs = append(docs, d)
		words += len(strings.Fields(string(text)))
	}
	if len(docs) == 0 {
		b.Skip("no examples beside the package")
	}
	w := who.New(k.words, k.cat)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			w.Resolve(d)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(float64(words), "words/op")
}

// TestSame resolves one document twice in one resolver, with another between:
// nothing is carried over.
func TestSame(t *testing.T) {
	k := load(t)
	text := "Chad and Niger signed the treaty. The former will host the court, its president Anna Berg said. She praised both countries."
	d, w := k.read(t, "2018-05-02", text)
	before := dump(d)
	other := &doc.Document{}
	other.Reset(&nuncio.Report{Text: "Peru recalled its envoy."})
	if err := k.engine.NewWorkspace().Analyze(other); err != nil {
		t.Fatal(err)
	}
	w.Resolve(other)
	w.Resolve(d)
	if got := dump(d); got != before {
		t.Errorf("second time\n%s\nfirst time\n%s", got, before)
	}
}
