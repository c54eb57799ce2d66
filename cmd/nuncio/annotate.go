package main

import (
	"context"
	"encoding/json"
	"fmt"

	"nuncio"
	"nuncio/coder"
)

// annotateCmd prints what lies under a record.
type annotateCmd struct {
	inputs
	Layers []string `help:"Which layers: sentences, tokens, names, times, places, entities, attributions; all when left out." placeholder:"LAYER,…"`
}

// Help is shown by nuncio annotate --help.
func (annotateCmd) Help() string {
	return `One JSON object a report; spans are [start, end) in code points of the text, or of the title where "in" says so.

Examples:
  nuncio annotate report.txt
  nuncio annotate --layers times,names --date 2024-03-14 - < report.txt`
}

func (c *annotateCmd) Run(ctx context.Context, std streams) error {
	wanted, err := coder.ParseLayers(c.Layers)
	if err != nil {
		return usageError{fmt.Errorf("--layers: %w", err)}
	}
	parts, err := c.coder()
	if err != nil {
		return err
	}
	enc := json.NewEncoder(std.out)
	enc.SetEscapeHTML(false)
	return c.eachWith(ctx, std, func() func(*nuncio.Report) result {
		w := parts.NewWorker()
		return func(rep *nuncio.Report) result { return result{layers: w.Annotate(rep, wanted), words: w.Words()} }
	}, func(res *result) error { return enc.Encode(res.layers) })
}
