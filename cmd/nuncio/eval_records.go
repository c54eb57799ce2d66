package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nuncio/data"
	"nuncio/eval"
	"nuncio/intake"
)

// evalRecordsCmd compares records with hand-written facts.
type evalRecordsCmd struct {
	coding
	Dirs  []string `arg:"" name:"dir" help:"Folders of reports NAME.txt with NAME.facts.yaml beside them." type:"existingdir"`
	Facts string   `help:"Folder of the facts, where they do not lie beside the reports." type:"existingdir" placeholder:"DIR"`
	Quiet bool     `help:"Only the totals."`
}

// Help is shown by nuncio eval records --help.
func (evalRecordsCmd) Help() string {
	return `The form of the facts is described in docs/records.md.

Example:
  nuncio eval records examples`
}

func (c *evalRecordsCmd) Run(ctx context.Context, std streams) error {
	parts, err := c.coder()
	if err != nil {
		return err
	}
	reader, err := intake.New(data.FS)
	if err != nil {
		return fmt.Errorf("intake: %w", err)
	}
	w := parts.NewWorker()
	var total eval.FactResult
	reports := 0
	for _, dir := range c.Dirs {
		names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		if err != nil {
			return err
		}
		slices.Sort(names)
		for _, name := range names {
			facts, err := c.facts(name)
			if errors.Is(err, os.ErrNotExist) {
				continue
			}
			if err != nil {
				return err
			}
			for rep, err := range (source{reader, std.in, intake.Options{}}).open(ctx, name) {
				if err != nil {
					return err
				}
				rec := w.Code(&rep)
				res := eval.CheckFacts(facts, &rec)
				total.Add(res)
				reports++
				if c.Quiet {
					continue
				}
				fmt.Fprintf(std.out, "%s: %d of %d facts, %d forbidden\n", name, res.Found, res.Total, res.Forbidden)
				for _, line := range slices.Concat(res.Misses, res.Violations) {
					fmt.Fprintf(std.out, "  %s\n", line)
				}
			}
		}
	}
	if reports == 0 {
		return fmt.Errorf("no report with facts in %s: a report is NAME.txt with NAME.facts.yaml beside it", strings.Join(c.Dirs, ", "))
	}
	fmt.Fprintf(std.out, "%d reports: %d of %d facts found (%.1f %%), %d forbidden events\n",
		reports, total.Found, total.Total, percent(total.Found, total.Total), total.Forbidden)
	return nil
}

func (c *evalRecordsCmd) facts(report string) (eval.Facts, error) {
	name := strings.TrimSuffix(report, ".txt") + ".facts.yaml"
	if c.Facts != "" {
		name = filepath.Join(c.Facts, filepath.Base(name))
	}
	f, err := os.Open(name)
	if err != nil {
		return eval.Facts{}, err
	}
	defer f.Close()
	facts, err := eval.ReadFacts(f)
	if err != nil {
		return facts, fmt.Errorf("%s: %w", name, err)
	}
	return facts, nil
}
