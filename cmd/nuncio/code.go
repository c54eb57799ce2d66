package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"nuncio"
	"nuncio/export"
)

// codeCmd codes reports and writes their records.
type codeCmd struct {
	inputs
	Format string `enum:"auto,text,json,csv" default:"auto" help:"What to write: text for people, json (JSON Lines), csv (one row a pair of parties); auto is text on a terminal and json elsewhere." placeholder:"FORMAT"`
}

// Help is shown by nuncio code --help.
func (codeCmd) Help() string {
	return `Files, folders (read recursively) and - (standard input) are told apart by content: plain text, one report a
file, or JSON Lines, one report a line.

Examples:
  nuncio code examples/2019-11-baku.txt
  nuncio code --date 2024-03-14 - < report.txt
  nuncio code --format json reports/ > records.jsonl
  nuncio code --format csv reports.jsonl > dyads.csv

Exit status: 0 when every input was coded, 1 when some were refused (each is named), 2 when the command line is wrong.`
}

// boundMemory makes the collector keep the heap small: model, catalogue and
// codebook take what they take, a worker needs little. It is a wish, no wall.
func boundMemory(workers int) {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(int64(130+50*workers) << 20)
	}
}

func (c *codeCmd) Run(ctx context.Context, std streams) error {
	boundMemory(c.workers())
	var w recordWriter
	switch format := c.Format; {
	case format == "text", format == "auto" && isTerminal(std.out):
		w = &textWriter{show: newShow(std.out)}
	case format == "csv":
		w = csvWriter{export.NewDyads(std.out)}
	default:
		w = newJSONWriter(std.out)
	}
	err := c.each(ctx, std, func(res *result) error { return w.Write(&res.record) })
	if closeErr := w.Close(); closeErr != nil {
		return fmt.Errorf("write records: %w", closeErr)
	}
	return err
}

// recordWriter is a form in which records leave the program.
type recordWriter interface {
	Write(*nuncio.Record) error
	Close() error
}

type jsonWriter struct{ enc *json.Encoder }

func newJSONWriter(w io.Writer) jsonWriter {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return jsonWriter{enc}
}

func (w jsonWriter) Write(rec *nuncio.Record) error { return w.enc.Encode(rec) }
func (w jsonWriter) Close() error                   { return nil }

type csvWriter struct{ dyads *export.Dyads }

func (w csvWriter) Write(rec *nuncio.Record) error { return w.dyads.Write(rec) }
func (w csvWriter) Close() error                   { return w.dyads.Close() }

type textWriter struct {
	show  *show
	count int
}

func (w *textWriter) Write(rec *nuncio.Record) error {
	if w.count > 0 {
		w.show.blank()
	}
	w.count++
	return w.show.record(rec)
}

func (w *textWriter) Close() error { return nil }
