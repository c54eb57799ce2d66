package main

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"nuncio"
	"nuncio/codebook"
	"nuncio/coder"
	"nuncio/doc"
	"nuncio/eval"
	"nuncio/score"
)

// evalQuadCmd measures the scorer's sentence model.
type evalQuadCmd struct {
	coding
	File string `arg:"" help:"Sentences with their class, parted by a tab, as it comes or gzipped." type:"existingfile"`
}

// Help is shown by nuncio eval quad --help.
func (evalQuadCmd) Help() string {
	return `Sentences are told apart in five classes: no act between parties, verbal and material cooperation, verbal and
material conflict. Only the fifth that nothing was fitted on is counted, chosen by a hash of the sentence. Beside the
scorer stands a bag-of-words model that is fitted on the other four fifths while you wait.

Example:
  nuncio eval quad ../shared/data/events/un_quadclass/en_annotations_quad_multiclass.tsv.gz`
}

func (c *evalQuadCmd) Run(ctx context.Context, std streams) error {
	rows, err := readQuad(c.File)
	if err != nil {
		return err
	}
	parts, err := c.parts()
	if err != nil {
		return err
	}
	r := newQuadReader(parts)
	var words []score.Row
	var held [][]uint32
	var scorer, base eval.QuadScore
	for i := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		d := r.worker.Read(&nuncio.Report{Text: rows[i].Sentence})
		bag := slices.Clone(r.words(d))
		if !rows[i].HeldOut() {
			words = append(words, score.Row{Features: bag, Class: rows[i].Class})
			continue
		}
		held = append(held, bag)
		scorer.Add(rows[i].Class, score.Best(parts.Score.Quad.Classify(r.features(d))))
	}
	bags := score.Fit(words, score.Defaults)
	k := 0
	for i := range rows {
		if rows[i].HeldOut() {
			base.Add(rows[i].Class, score.Best(bags.Classify(held[k])))
			k++
		}
	}
	fmt.Fprintf(std.out, "fitted on %d sentences, counted on %d\n", len(words), scorer.Rows())
	printQuad(std.out, "scorer", &scorer)
	printQuad(std.out, "bag of words", &base)
	low, high := scorer.Ahead(&base)
	fmt.Fprintf(std.out, "scorer ahead by %.3f [%.3f, %.3f]\n", scorer.MacroF1()-base.MacroF1(), low, high)
	return nil
}

func printQuad(out io.Writer, name string, s *eval.QuadScore) {
	low, high := s.Interval()
	fmt.Fprintf(out, "%-13s macro-F1 %.3f [%.3f, %.3f]  accuracy %.3f  F1", name, s.MacroF1(), low, high, s.Accuracy())
	for class, what := range [...]string{"no act", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"} {
		p := s.Class(class)
		fmt.Fprintf(out, "  %s %.3f", what, p.F1())
	}
	fmt.Fprintln(out)
}

func readQuad(name string) ([]eval.QuadRow, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	rows, err := eval.ReadQuad(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// quadReader turns a document into the features of all its sentences.
type quadReader struct {
	book    *codebook.Codebook
	worker  *coder.Worker
	matcher *codebook.Matcher
	x       score.Extractor
	acts    []score.Act
}

func newQuadReader(p coder.Parts) *quadReader {
	return &quadReader{book: p.Codebook, worker: coder.New(p).NewWorker(), matcher: p.Codebook.NewMatcher()}
}

func (r *quadReader) features(d *doc.Document) []uint32 {
	r.x.Begin()
	for i := range d.Sentences {
		r.acts = coder.Acts(r.acts[:0], r.book, r.matcher.Sentence(d, i))
		r.x.Add(d, i, r.acts)
	}
	return r.x.Features()
}

func (r *quadReader) words(d *doc.Document) []uint32 {
	r.x.Begin()
	for i := range d.Sentences {
		r.x.AddWords(&d.Sentences[i])
	}
	return r.x.Features()
}
