package train

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nuncio/nlp"
	"nuncio/ud"
)

const own = "testdata/own.train.conllu"

func options(epochs int) Options {
	return Options{
		Config: nlp.Config{
			Language: "en", D: 32, Layers: 2, Tag: 16, Arc: 16, Label: 16, Name: 16,
			Tables: []nlp.Table{{Feature: "form", Rows: 200, Dim: 16}, {Feature: "suf3", Rows: 100, Dim: 8}, {Feature: "shape", Rows: 50, Dim: 8}},
		},
		Seed: 5, Epochs: epochs, Batch: 60, Rate: 0.01, Recase: 0.02, Jobs: 1,
	}
}

func model(t testing.TB, net *nlp.Net, sents []*Sentence) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := nlp.Write(&b, net, nil, LearnLemmas(sents, nil), nlp.Card{Name: "en"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A model learns its own treebank by heart, tags, trees, lemmas and names.
func TestLearnsByHeart(t *testing.T) {
	sents, err := LoadTrees([]string{own}, nil)
	if err != nil {
		t.Fatal(err)
	}
	tr, err := New(options(60), sents, nil)
	if err != nil {
		t.Fatal(err)
	}
	net, err := tr.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	e, err := nlp.Load(model(t, net, sents), nil)
	if err != nil {
		t.Fatal(err)
	}
	var trees []*ud.Sentence
	for _, s := range sents {
		trees = append(trees, s.Tree)
	}
	sc, err := Score(e, trees)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []string{"UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS"} {
		if sc[k] < 99 {
			t.Errorf("%s %.1f", k, sc[k])
		}
	}
	names, err := ScoreNames(e, sents, "PER", "LOC", "NORP")
	if err != nil || names["F1 names"] < 99 {
		t.Errorf("names %v, %v", names, err)
	}
}

// The same seed gives the same bytes, on one processor and on two; another seed
// gives others.
func TestSameSeedSameModel(t *testing.T) {
	run := func(jobs int, seed uint64) []byte {
		sents, err := LoadTrees([]string{own}, nil)
		if err != nil {
			t.Fatal(err)
		}
		o := options(3)
		o.Jobs, o.Seed = jobs, seed
		tr, err := New(o, sents, nil)
		if err != nil {
			t.Fatal(err)
		}
		net, err := tr.Run(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return model(t, net, sents)
	}
	a := run(1, 5)
	if !bytes.Equal(a, run(2, 5)) {
		t.Error("two processors make another model")
	}
	if bytes.Equal(a, run(1, 6)) {
		t.Error("the seed changes nothing")
	}
}

// A training that was stopped and resumed ends where an undisturbed one ends.
func TestResume(t *testing.T) {
	sents, err := LoadTrees([]string{own}, nil)
	if err != nil {
		t.Fatal(err)
	}
	start := func(o Options) *Trainer {
		tr, err := New(o, sents, nil)
		if err != nil {
			t.Fatal(err)
		}
		return tr
	}
	net, err := start(options(6)).Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := model(t, net, sents)

	o := options(6)
	o.Checkpoint = filepath.Join(t.TempDir(), "state")
	ctx, stop := context.WithCancel(context.Background())
	epochs := 0
	o.Step = func(done, all int) {
		if epochs == 3 {
			stop()
		}
	}
	o.Epoch = func(*EpochReport, *nlp.Net) error { epochs++; return nil }
	if _, err := start(o).Run(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped with %v", err)
	}
	tr := start(o)
	if err := tr.LoadCheckpoint(o.Checkpoint); err != nil {
		t.Fatal(err)
	}
	if net, err = tr.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	if len(tr.Reports()) != 6 {
		t.Errorf("%d epochs in the report", len(tr.Reports()))
	}
	if !bytes.Equal(want, model(t, net, sents)) {
		t.Error("the resumed training made another model")
	}
	other := options(6)
	other.Seed = 99
	if err := start(other).LoadCheckpoint(o.Checkpoint); err == nil || !strings.Contains(err.Error(), "other data or options") {
		t.Errorf("a checkpoint of another training: %v", err)
	}
}

func TestCurve(t *testing.T) {
	svg := string(Curve("a < b", []EpochReport{{Scores: map[string]float64{"LAS": 50}}, {Scores: map[string]float64{"LAS": 80.5}}}, "LAS"))
	for _, want := range []string{"<svg", "a &lt; b", "LAS 80.50", "</svg>"} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %q in %s", want, svg)
		}
	}
}

type engineOf = nlp.Engine

// quickEngine is a model of a few epochs.
func quickEngine(t testing.TB, sents []*Sentence) *nlp.Engine {
	t.Helper()
	tr, err := New(options(8), sents, nil)
	if err != nil {
		t.Fatal(err)
	}
	net, err := tr.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	e, err := nlp.Load(model(t, net, sents), nil)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A training that starts from a model begins where that stood, even with other labels.
func TestStartsFromModel(t *testing.T) {
	sents, err := LoadTrees([]string{own}, nil)
	if err != nil {
		t.Fatal(err)
	}
	from, _ := quickEngine(t, sents).Parts()
	extra := *sents[0]
	tree := *extra.Tree
	tree.Words = append([]ud.Word(nil), tree.Words...)
	tree.Words[0].UPOS, tree.Words[1].Deprel = "AAA", "aaa" // before all labels known so far
	extra.Tree = &tree
	o := options(1)
	o.Rate, o.From = 1e-9, from
	tr, err := New(o, append(append([]*Sentence(nil), sents...), &extra), nil)
	if err != nil {
		t.Fatal(err)
	}
	net, err := tr.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	k := len(net.UPOS) - len(from.UPOS)
	if k != 1 || net.UPOS[0] != "AAA" {
		t.Fatalf("labels %v", net.UPOS)
	}
	for i := range from.UPOS {
		if d := net.TagsB.Data[i+1] - from.TagsB.Data[i]; d > 1e-5 || d < -1e-5 {
			t.Errorf("the bias of %s moved by %g", from.UPOS[i], d)
		}
	}
	if d := net.Head.Data[5] - from.Head.Data[5]; d > 1e-5 || d < -1e-5 {
		t.Errorf("a weight moved by %g", d)
	}
}

func TestAverage(t *testing.T) {
	sents, err := LoadTrees([]string{own}, nil)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := quickEngine(t, sents).Parts()
	b := nlp.NewNet(a.Config, a.Labels)
	mid, err := Average([]*nlp.Net{a, b})
	if err != nil || mid.Head.Data[3] != a.Head.Data[3]/2 || mid.Emb[0].Data[3] != a.Emb[0].Data[3]/2 {
		t.Errorf("%v: half of %g is %g", err, a.Head.Data[3], mid.Head.Data[3])
	}
	c := a.Config
	c.Label = 24
	if _, err := Average([]*nlp.Net{a, nlp.NewNet(c, a.Labels)}); err == nil {
		t.Error("another shape is taken")
	}
}

// A network of random numbers that follows another comes nearer to it.
func TestFollow(t *testing.T) {
	sents, err := LoadTrees([]string{own}, nil)
	if err != nil {
		t.Fatal(err)
	}
	guide, _ := quickEngine(t, sents).Parts()
	o := options(8)
	o.Follow = guide
	o.Config.Waists = slices.Repeat([]int{16}, o.Config.Layers+1)
	tr, err := New(o, sents, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tr.Run(context.Background()); err != nil {
		t.Fatal(err)
	}
	r := tr.Reports()
	if first, last := r[0].Loss.Off, r[len(r)-1].Loss.Off; first <= 0 || last > 0.5*first {
		t.Errorf("the distance goes from %g to %g", first, last)
	}
	o.Config.D += 16
	if _, err := New(o, sents, nil); err == nil {
		t.Error("a network of another width is followed")
	}
}
