package nlp_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"nuncio"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/nlp"
	"nuncio/nn"
	"nuncio/text"
	"nuncio/ud"
)

// report is prose of our own in the manner of agencies.
const report = `LIMA, March 3 (Own Agency) -- Peruvian foreign minister Ana Quispe met her Chilean counterpart Pedro Rojas in Lima on Tuesday, STATE radio said.

"We will sign the fishing agreement next week," she told reporters after the talks, which lasted three hours.

Pak Chol Min, chairman of the Committee for Cultural Relations, sent a message of greetings to President Boubacar Diallo of Guinea. The message was handed over by the ambassador.
The U.N. Security Council didn't vote on the resolution that had been drafted by Norway and Kenya, diplomats said Wednesday.
`

func engine(t testing.TB) *nlp.Engine {
	t.Helper()
	rules, err := text.LoadRules(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	e, err := nlp.Load(data.Model, rules)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func analyse(t testing.TB, w *nlp.Workspace, s string) *doc.Document {
	t.Helper()
	d := &doc.Document{Report: &nuncio.Report{Text: s}}
	if err := w.Analyze(d); err != nil {
		t.Fatal(err)
	}
	return d
}

// corpus gives sentences by shuffling the words of the report, so that trees are
// odd and cycles are met.
func corpus(n int) []*ud.Sentence {
	rng := rand.New(rand.NewPCG(11, 12))
	words := strings.Fields(report)
	var out []*ud.Sentence
	for range n {
		s := &ud.Sentence{}
		for range 1 + rng.IntN(45) {
			s.Words = append(s.Words, ud.Word{Form: words[rng.IntN(len(words))], Misc: "_"})
		}
		out = append(out, s)
	}
	return out
}

func TestSpansAndTrees(t *testing.T) {
	e := engine(t)
	r := &nuncio.Report{Title: "Ministers meet in Lima", Text: report}
	r.Dateline = nuncio.Span{Start: 0, End: strings.Index(report, "Peruvian")}
	d := &doc.Document{Report: r}
	if err := e.NewWorkspace().Analyze(d); err != nil {
		t.Fatal(err)
	}
	if d.Sentences[0].Part != doc.Title || d.Sentences[1].Part != doc.Body {
		t.Fatal("the title does not come first")
	}
	number := 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Part == doc.Body {
			if s.Number != number {
				t.Errorf("sentence %d has number %d", number, s.Number)
			}
			number++
			if s.Start < r.Dateline.End {
				t.Errorf("sentence %d reaches into the dateline", i)
			}
		}
		for _, tok := range s.Tokens {
			if got := d.Text(s.Part)[tok.Start:tok.End]; got != tok.Form {
				t.Errorf("token %q stands over %q", tok.Form, got)
			}
			if tok.UPOS == "" || tok.XPOS == "" || tok.Deprel == "" || tok.Lemma == "" || tok.Feats == "" {
				t.Errorf("token %q is not filled: %+v", tok.Form, tok)
			}
		}
		if err := nlp.ToUD(d, i).Check(); err != nil {
			t.Errorf("sentence %d: %v", i, err)
		}
	}
}

// What the trees and names of plain agency prose must hold, whatever the model.
func TestReadsAgencyProse(t *testing.T) {
	d := analyse(t, engine(t).NewWorkspace(), strings.Replace(report, "LIMA, March 3 (Own Agency) -- ", "", 1))
	names := map[string]string{}
	for _, n := range d.Names {
		names[d.Words(n.Range)] = n.Type
	}
	for name, want := range map[string]string{
		"Ana Quispe": doc.PER, "Pedro Rojas": doc.PER, "Pak Chol Min": doc.PER, "Boubacar Diallo": doc.PER,
		"Lima": doc.LOC, "Peruvian": doc.NORP, "Guinea": doc.LOC, "Norway": doc.LOC, "Kenya": doc.LOC,
	} {
		if names[name] != want {
			t.Errorf("%q is %q, want %s (all: %v)", name, names[name], want, names)
		}
	}
	find := func(form string) (*doc.Sentence, int) {
		for i := range d.Sentences {
			for k := range d.Sentences[i].Tokens {
				if d.Sentences[i].Tokens[k].Form == form {
					return &d.Sentences[i], k
				}
			}
		}
		t.Fatalf("no token %q", form)
		return nil, 0
	}
	s, met := find("met")
	if k := s.Child(met, "obj"); k < 0 || s.Tokens[k].Form != "counterpart" && s.Tokens[k].Form != "Pedro" {
		t.Error("whom the minister met is not found")
	}
	if s.Tokens[met].Lemma != "meet" || s.Tokens[met].UPOS != "VERB" {
		t.Errorf("met is %+v", s.Tokens[met])
	}
	s, sent := find("sent")
	if k := s.Child(sent, "nsubj"); k < 0 || s.Tokens[k].Form != "Pak" {
		t.Error("who sent the message is not found")
	}
	s, handed := find("handed")
	if k := s.Child(handed, "nsubj:pass"); k < 0 || s.Tokens[k].Form != "message" {
		t.Error("what was handed over is not found")
	}
	s, vote := find("vote")
	if k := s.Child(vote, "advmod"); k < 0 || s.Tokens[k].Lemma != "not" || !s.Tokens[k].Joined {
		t.Error("the negation is not found")
	}
}

// A sentence comes out the same alone, among others, after others, in a used
// workspace and on every kernel.
func TestSameWhateverTheBatch(t *testing.T) {
	e := engine(t)
	size := 60
	if testing.Short() { // on an emulated machine
		size = 7
	}
	sents := corpus(size)
	all := nlp.FromUD(sents)
	if err := e.NewWorkspace().AnalyzeTokens(all); err != nil {
		t.Fatal(err)
	}
	for _, k := range nn.Kernels() {
		w := e.WithKernel(k).NewWorkspace()
		for i := len(sents) - 1; i >= 0; i-- {
			if k == nn.Generic && i%6 != 0 {
				continue // slow
			}
			one := nlp.FromUD(sents[i : i+1])
			if err := w.AnalyzeTokens(one); err != nil {
				t.Fatal(err)
			}
			same(t, fmt.Sprintf("%v sentence %d", k, i), all, i, one, 0)
		}
	}
}

func same(t *testing.T, what string, a *doc.Document, i int, b *doc.Document, j int) {
	t.Helper()
	x, y := nlp.ToUD(a, i), nlp.ToUD(b, j)
	for k := range x.Words {
		if x.Words[k] != y.Words[k] {
			t.Fatalf("%s, word %d: %+v and %+v", what, k, x.Words[k], y.Words[k])
		}
	}
}

func TestManyWorkspaces(t *testing.T) {
	e := engine(t)
	want := analyse(t, e.NewWorkspace(), report)
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			w := e.NewWorkspace()
			for range 3 {
				d := &doc.Document{Report: &nuncio.Report{Text: report}}
				if err := w.Analyze(d); err != nil || !reflect.DeepEqual(d, want) {
					t.Errorf("another analysis of the same text (%v)", err)
				}
			}
		})
	}
	wg.Wait()
}

func TestOddTexts(t *testing.T) {
	w := engine(t).NewWorkspace()
	for _, s := range []string{
		"", " ", "\n\n\n", ".", "\x00\xff\xfe", "a", "“", strings.Repeat("word ", 1200), strings.Repeat("Lima, ", 700),
		strings.Repeat("x", 20000), "İ ẞ ǅ 北京 привет 🙂", strings.Repeat("(", 300),
		"The\x00minister met\x00\x00 her.", "\ufeffThe minister", "e" + strings.Repeat("\u0301", 3000), "\u202eretsinim\u202c met", "a\u200bb \u2028 c \u0085d", "\U0010ffff \ud7ff",
	} {
		d := analyse(t, w, s)
		for i := range d.Sentences {
			if err := nlp.ToUD(d, i).Check(); err != nil {
				t.Errorf("%.20q, sentence %d: %v", s, i, err)
			}
		}
	}
	if err := w.Analyze(&doc.Document{}); err == nil {
		t.Error("a document without report is taken")
	}
}

// A text without a stop is cut, with every word in its place, and takes memory
// that grows with its length, not with its square.
func TestCutsWhatRunsOn(t *testing.T) {
	w := engine(t).NewWorkspace()
	text := strings.Repeat("minister of the table ", 1000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	d := analyse(t, w, text)
	runtime.ReadMemStats(&after)
	words := 0
	for i := range d.Sentences {
		if n := len(d.Sentences[i].Tokens); n > 400 {
			t.Errorf("sentence %d has %d words", i, n)
		}
		for _, tok := range d.Sentences[i].Tokens {
			if tok.Form != text[tok.Start:tok.End] {
				t.Fatalf("%q over %q", tok.Form, text[tok.Start:tok.End])
			}
			words++
		}
	}
	if words != 4000 {
		t.Errorf("%d words of 4000", words)
	}
	if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 40 {
		t.Errorf("took %d MB", took)
	}
}

// Analysing a text again takes no memory.
func TestNoAllocations(t *testing.T) {
	w := engine(t).NewWorkspace()
	d := &doc.Document{Report: &nuncio.Report{Text: report}}
	if err := w.Analyze(d); err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(5, func() { _ = w.Analyze(d) }); n > 0 {
		t.Errorf("%v allocations a text", n)
	}
}

func FuzzAnalyze(f *testing.F) {
	f.Add(report)
	f.Add("“Don't,” Mr. O'Neill said…\n\n- 5% of U.S. ships\t(all)")
	w := engine(f).NewWorkspace()
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 5000 {
			return
		}
		d := analyse(t, w, s)
		for i := range d.Sentences {
			if err := nlp.ToUD(d, i).Check(); err != nil {
				t.Fatal(err)
			}
			for _, tok := range d.Sentences[i].Tokens {
				if s[tok.Start:tok.End] != tok.Form {
					t.Fatalf("%q over %q", tok.Form, s[tok.Start:tok.End])
				}
			}
		}
	})
}

// The whole engine on raw text, one core; the text is repeated, so that the cache
// of word forms is as warm as it gets on a day's news.
func BenchmarkAnalyze(b *testing.B) {
	w := engine(b).NewWorkspace()
	d := &doc.Document{Report: &nuncio.Report{Text: strings.Repeat(report, 20)}}
	words := 0
	b.ReportAllocs()
	for b.Loop() {
		if err := w.Analyze(d); err != nil {
			b.Fatal(err)
		}
		for i := range d.Sentences {
			words += len(d.Sentences[i].Tokens)
		}
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

// Verbs that no treebank holds have the lemma of a word that there is.
func TestLemmasOfVerbsThatNoTreebankHolds(t *testing.T) {
	d := analyse(t, engine(t).NewWorkspace(), "Troops shelled the harbour, bombed two bridges and telephoned the rebels, who are shoring up the dam. The editor was freed. The court upheld the order, the junta withheld the names, and the mayor underwent surgery. The Estonian premier suggested that Latvia recall its ambassador and free the pilots.")
	want := map[string]string{"shelled": "shell", "bombed": "bomb", "telephoned": "telephone", "shoring": "shore", "freed": "free",
		"upheld": "uphold", "withheld": "withhold", "underwent": "undergo", "recall": "recall", "free": "free"}
	for _, s := range d.Sentences {
		for _, tok := range s.Tokens {
			if lemma, ok := want[tok.Form]; ok && tok.Lemma != lemma {
				t.Errorf("lemma of %s: %s, want %s", tok.Form, tok.Lemma, lemma)
			}
		}
	}
}
