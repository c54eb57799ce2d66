package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"nuncio/coder"
	"nuncio/data"
	"nuncio/eval"
	"nuncio/intake"
)

// evalReliabilityCmd measures whether confidence keeps its word.
type evalReliabilityCmd struct {
	coding
	Dirs  []string `arg:"" name:"dir" help:"Folders of reports NAME.txt with NAME.facts.yaml beside them." type:"existingdir"`
	Cross bool     `help:"Not the confidence of the record but one fitted anew for each report on all others: for the reports that the weights were fitted on."`
	Ridge float64  `default:"1" help:"Ridge of --cross." placeholder:"N"`
}

// trustRidge is the ridge of the weights that ship.
const trustRidge = 1

// Help is shown by nuncio eval reliability --help.
func (evalReliabilityCmd) Help() string {
	return `An event that fits a fact stands; one that is forbidden, or fits no fact, does not. Of the events in each tenth of
confidence as many should stand as it says.

Example:
  nuncio eval reliability examples --cross`
}

func (c *evalReliabilityCmd) Run(ctx context.Context, std streams) error {
	parts, err := c.parts()
	if err != nil {
		return err
	}
	cases, err := trustCases(ctx, std, parts, c.Dirs)
	if err != nil {
		return err
	}
	if c.Cross {
		cases = eval.CrossValidate(cases, c.Ridge)
	}
	printReliability(std.out, eval.NewReliability(cases))
	return nil
}

func printReliability(out io.Writer, r eval.Reliability) {
	fmt.Fprintf(out, "| confidence | events | mean | stand |\n|---|---|---|---|\n")
	for _, b := range r.Bins {
		if b.Events > 0 {
			fmt.Fprintf(out, "| %.1f–%.1f | %d | %.3f | %.3f |\n", b.From, b.To, b.Events, b.Mean, float64(b.Right)/float64(b.Events))
		}
	}
	fmt.Fprintf(out, "\n%d events, %d stand (%.1f %%); Brier %.4f, of a constant %.4f; calibration error %.3f; rank (AUC) %.3f\n",
		r.Events, r.Right, percent(r.Right, r.Events), r.Brier, r.Constant, r.Error, r.Rank)
}

// trustCases codes the reports of folders and holds their events against the facts.
func trustCases(ctx context.Context, std streams, parts coder.Parts, dirs []string) ([]eval.TrustCase, error) {
	reader, err := intake.New(data.FS)
	if err != nil {
		return nil, fmt.Errorf("intake: %w", err)
	}
	w := coder.New(parts).NewWorker()
	var out []eval.TrustCase
	for _, dir := range dirs {
		names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		if err != nil {
			return nil, err
		}
		slices.Sort(names)
		for _, name := range names {
			facts, err := (&evalRecordsCmd{}).facts(name)
			if errors.Is(err, os.ErrNotExist) {
				continue
			}
			if err != nil {
				return nil, err
			}
			for rep, err := range (source{reader, std.in, intake.Options{}}).open(ctx, name) {
				if err != nil {
					return nil, err
				}
				rec, trace := w.Explain(&rep)
				out = append(out, eval.Judge(name, facts, &rec, trace.Grounds)...)
			}
		}
	}
	return out, nil
}
