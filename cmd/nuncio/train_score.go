package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"nuncio"
	"nuncio/coder"
	"nuncio/eval"
	"nuncio/score"
)

// trainScoreCmd fits the scorer.
type trainScoreCmd struct {
	coding
	UN       string   `name:"un" required:"" help:"Annotated UN sentences; the fifth that is held out is not looked at." type:"existingfile" placeholder:"FILE"`
	Examples []string `required:"" help:"Folders of reports with facts beside them, for the confidence." type:"existingdir" placeholder:"DIR"`
	Out      string   `required:"" help:"Folder to write quad.bin and confidence.tsv to." type:"existingdir" placeholder:"DIR"`
}

// Help is shown by nuncio train score --help.
func (trainScoreCmd) Help() string {
	return `The same data give the same files. docs/scorer.md tells what is learnt from what.

Example:
  nuncio train score --un ../shared/data/events/un_quadclass/en_annotations_quad_multiclass.tsv.gz \
    --examples examples --out data/score`
}

func (c *trainScoreCmd) Run(ctx context.Context, std streams) error {
	rows, err := readQuad(c.UN)
	if err != nil {
		return err
	}
	parts, err := c.parts()
	if err != nil {
		return err
	}
	r := newQuadReader(parts)
	var learn []score.Row
	for i := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		if rows[i].HeldOut() {
			continue
		}
		d := r.worker.Read(&nuncio.Report{Text: rows[i].Sentence})
		learn = append(learn, score.Row{Features: slices.Clone(r.features(d)), Class: rows[i].Class})
	}
	quad := score.Fit(learn, score.Defaults)
	if err := writeWhole(filepath.Join(c.Out, "quad.bin"), quad); err != nil {
		return err
	}
	return c.trust(ctx, std, parts, quad, len(learn))
}

// trust fits the confidence on what the new sentence model says.
func (c *trainScoreCmd) trust(ctx context.Context, std streams, parts coder.Parts, quad *score.Model, rows int) error {
	parts.Score = &score.Scorer{Quad: quad, Trust: &score.Trust{}}
	cases, err := trustCases(ctx, std, parts, c.Examples)
	if err != nil {
		return err
	}
	var learn []score.Case
	for i := range cases {
		learn = append(learn, cases[i].Case)
	}
	if err := writeWhole(filepath.Join(c.Out, "confidence.tsv"), score.FitTrust(learn, trustRidge)); err != nil {
		return err
	}
	fmt.Fprintf(std.err, "%d sentences, %d events\n", rows, len(learn))
	printReliability(std.out, eval.NewReliability(eval.CrossValidate(cases, trustRidge)))
	return nil
}

// writeWhole writes a file through a temporary one, so that it is whole or not there.
func writeWhole(name string, what io.WriterTo) error {
	var b bytes.Buffer
	if _, err := what.WriteTo(&b); err != nil {
		return err
	}
	if err := os.WriteFile(name+".new", b.Bytes(), 0o644); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}
