package score

import (
	"bytes"
	"errors"
	"math"
	"os"
	"strings"
	"testing"

	"nuncio/doc"
)

// sentence is "verb → object" under a subject.
func sentence(words ...string) *doc.Document {
	s := doc.Sentence{}
	for i, w := range words {
		t := doc.Token{Form: w, Lemma: strings.ToLower(w), UPOS: "NOUN", XPOS: "NN", Head: 1, Deprel: "obj", Feats: "_"}
		switch i {
		case 0:
			t.UPOS, t.Deprel = "PROPN", "nsubj"
		case 1:
			t.UPOS, t.XPOS, t.Head, t.Deprel = "VERB", "VBD", -1, "root"
		}
		s.Tokens = append(s.Tokens, t)
	}
	s.Predicates = []doc.Predicate{{Tok: 1, Args: []doc.Arg{{Role: doc.Subj, Tok: 0}, {Role: doc.Obj, Tok: 2}}}}
	s.Link()
	return &doc.Document{Sentences: []doc.Sentence{s}}
}

// lesson are sentences of our own with plain answers.
func lesson() []Row {
	var x Extractor
	var rows []Row
	for class, verbs := range [Classes][]string{
		{"ripens", "costs", "resembles"}, {"praised", "met", "thanked"}, {"armed", "fed", "funded"},
		{"threatened", "accused", "rejected"}, {"bombed", "raided", "shelled"},
	} {
		for _, v := range verbs {
			for _, who := range []string{"Oslo", "Lima", "Accra", "Tunis"} {
				rows = append(rows, Row{Features: clone(x.Sentence(sentence(who, v, "neighbours"), 0, nil)), Class: class})
			}
		}
	}
	return rows
}

func clone(ids []uint32) []uint32 { return append([]uint32(nil), ids...) }

func TestFitLearnsAndExplains(t *testing.T) {
	m := Fit(lesson(), Defaults)
	var x Extractor
	d := sentence("Quito", "shelled", "neighbours") // a subject that was never seen
	p := m.Classify(x.Sentence(d, 0, nil))
	if got := Best(p); got != 4 {
		t.Fatalf("class %d of %v, want 4", got, p)
	}
	sum := 0.0
	for _, v := range p {
		sum += v
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("shares sum to %g", sum)
	}
	why := m.Explain(d, 0, nil, 4, 5)
	if len(why) == 0 || len(why) > 5 || !strings.Contains(why[0].Name, "shelled") || why[0].Weight <= 0 {
		t.Errorf("explained by %v", why)
	}
	for i := 1; i < len(why); i++ {
		if math.Abs(why[i].Weight) > math.Abs(why[i-1].Weight) {
			t.Errorf("%v before %v", why[i-1], why[i])
		}
	}
	if why := m.Explain(d, 0, nil, 1, 5); len(why) > 0 && why[0].Weight > 0 && strings.Contains(why[0].Name, "shelled") {
		t.Errorf("shelling speaks for cooperation: %v", why)
	}
}

func TestActsSpeak(t *testing.T) {
	var x Extractor
	d := sentence("Oslo", "praised", "Lima")
	without := clone(x.Sentence(d, 0, nil))
	with := x.Sentence(d, 0, []Act{{Rule: "support/praise", Event: "SUPPORT", Quad: 1, Tok: 1, Actor: 0, Recipient: 2}})
	if len(with) <= len(without) {
		t.Errorf("%d features with an act, %d without", len(with), len(without))
	}
}

func TestSameFit(t *testing.T) {
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		if _, err := Fit(lesson(), Defaults).WriteTo(w); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two fits differ")
	}
	m, err := Load(a.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	m.WriteTo(&again)
	if !bytes.Equal(a.Bytes(), again.Bytes()) {
		t.Error("reading and writing changes the file")
	}
	for _, damaged := range [][]byte{nil, a.Bytes()[:20], a.Bytes()[:a.Len()-3], append(a.Bytes(), 1)} {
		if _, err := Load(damaged); !errors.Is(err, ErrFormat) {
			t.Errorf("%d bytes: %v", len(damaged), err)
		}
	}
}

func TestTrust(t *testing.T) {
	// Of events with a recipient nine in ten stand, of others three.
	var cases []Case
	for i := range 400 {
		var g Grounds
		g[One] = 1
		g[HasRecipient] = float64(i % 2)
		cases = append(cases, Case{Grounds: g, Right: i%20 < 18 && i%2 == 1 || i%20 < 6 && i%2 == 0})
	}
	tr := FitTrust(cases, 0.1)
	with, without := Grounds{One: 1, HasRecipient: 1}, Grounds{One: 1}
	if p := tr.Confidence(&with); math.Abs(p-0.9) > 0.02 {
		t.Errorf("with a recipient %g, want .9", p)
	}
	if p := tr.Confidence(&without); math.Abs(p-0.3) > 0.02 {
		t.Errorf("without %g, want .3", p)
	}
	if r := tr.Reasons(&with); len(r) != 2 {
		t.Errorf("reasons %v", r)
	}
	var b bytes.Buffer
	tr.WriteTo(&b)
	again, err := ReadTrust(&b)
	if err != nil || *again != *tr {
		t.Errorf("read again: %v %v", again, err)
	}
	sure := &Trust{weights: Grounds{One: 50}}
	if p := sure.Confidence(&without); p != Most {
		t.Errorf("certain: %g", p)
	}
	sure.weights[One] = -50
	if p := sure.Confidence(&without); p != Least {
		t.Errorf("impossible: %g", p)
	}
	for _, bad := range []string{"one", "one\tx", "luck\t1", "one\tNaN"} {
		if _, err := ReadTrust(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestScoringAllocatesNothing(t *testing.T) {
	m := Fit(lesson(), Defaults)
	d := sentence("Oslo", "praised", "Lima")
	acts := []Act{{Rule: "support/praise", Event: "SUPPORT", Quad: 1, Tok: 1, Actor: 0, Recipient: 2}}
	var x Extractor
	x.Sentence(d, 0, acts)
	if n := testing.AllocsPerRun(100, func() { m.Classify(x.Sentence(d, 0, acts)) }); n > 0 {
		t.Errorf("%g allocations a sentence", n)
	}
}

func FuzzLoad(f *testing.F) {
	var b bytes.Buffer
	Fit(lesson()[:4], Defaults).WriteTo(&b)
	f.Add(b.Bytes())
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Load(b)
		if err != nil {
			return
		}
		m.Classify([]uint32{0, 1<<Bits - 1})
	})
}

func FuzzReadTrust(f *testing.F) {
	f.Add("# note\none\t-0.5\nwords\t1\n")
	f.Fuzz(func(t *testing.T, s string) {
		tr, err := ReadTrust(strings.NewReader(s))
		if err != nil {
			return
		}
		if p := tr.Confidence(&Grounds{One: 1, Words: 3}); !(p >= Least && p <= Most) {
			t.Errorf("confidence %g", p)
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	fsys := os.DirFS("../data/score")
	for b.Loop() {
		if _, err := Open(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSentence(b *testing.B) {
	words := []string{"Oslo", "praised"}
	for range 23 {
		words = append(words, "neighbours")
	}
	d := sentence(words...)
	m := Fit(lesson(), Defaults)
	var x Extractor
	b.ReportAllocs()
	for b.Loop() {
		m.Classify(x.Sentence(d, 0, nil))
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
