// Command nuncio reads dated news reports and writes the diplomatic record they
// contain: who did what to whom, through whom, when, where, and on whose word.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/alecthomas/kong"
)

// version is set by the build (-ldflags "-X main.version=…").
var version = "0.1.0"

// cli lists the verbs; each lives in a file of its own name.
type cli struct {
	Code        codeCmd        `cmd:"" help:"Code reports: who did what to whom, and on whose word."`
	Ingest      ingestCmd      `cmd:"" help:"Code reports into a store and bring its occurrences up to date."`
	Recode      recodeCmd      `cmd:"" help:"Code what a store holds again, and show what moved."`
	Occurrences occurrencesCmd `cmd:"" help:"List happenings with everyone who tells of them, the best attested first."`
	Serve       serveCmd       `cmd:"" help:"Show a store: explorer in the browser, JSON API for programs."`
	Explain     explainCmd     `cmd:"" help:"Show how each sentence was read and why it was coded, or not."`
	Annotate    annotateCmd    `cmd:"" help:"Print what lies under a record: tokens, trees, names, times, entities, attributions."`
	Parse       parseCmd       `cmd:"" help:"Print CoNLL-U."`
	Eval        evalCmd        `cmd:"" help:"Measure against gold sets: trees, names, times, attributions, codes, records."`
	Train       trainCmd       `cmd:"" help:"Train a language model from treebanks, or let models label text for others."`
	Bench       benchCmd       `cmd:"" help:"Code a folder and report rates, memory and what was not coded."`
	BenchStore  benchStoreCmd  `cmd:"" name:"bench-store" hidden:"" help:"Fill a store with records made up from real ones and time the explorer's queries."`
	Codebook    codebookCmd    `cmd:"" help:"Test, lint and import codebook rules."`
	Who         whoCmd         `cmd:"" help:"Say from the catalogue who a name is, on a day."`
	Catalogue   catalogueCmd   `cmd:"" help:"Check the catalogue, or import another's."`
	Schema      schemaCmd      `cmd:"" help:"Print the JSON Schema of a record."`
	Version     versionCmd     `cmd:"" help:"Print the versions of the program, model, codebook and catalogue."`
}

// gcPercent is how much the heap may grow before it is swept.
const gcPercent = 40

// streams are what a verb reads from and writes to.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	// Reports come and go: a smaller heap costs little time and half the memory.
	debug.SetGCPercent(gcPercent)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// usageError is a flag or argument that cannot be meant: exit status 2.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// errPartial says that some inputs were refused; each has been named already.
var errPartial = errors.New("some inputs were not coded")

// run is the whole program: 0 when all went well, 1 when something was refused
// or failed, 2 when the command line is wrong.
func run(ctx context.Context, args []string, std streams) int {
	var c cli
	exit := -1
	parser, err := kong.New(&c,
		kong.Name("nuncio"),
		kong.Description("Nuncio reads dated news reports and writes the diplomatic record they contain: who did what to whom, through whom, when, where, and on whose word.\n\nExample:\n  nuncio code report.txt\n  nuncio code --format json reports/ > records.jsonl"),
		kong.Writers(std.out, std.err),
		kong.Exit(func(code int) { exit = code }),
		kong.UsageOnError(),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(std),
	)
	if err != nil {
		fmt.Fprintln(std.err, "nuncio:", err)
		return 2
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	k, err := parser.Parse(args)
	if exit >= 0 {
		return exit
	}
	if err != nil {
		fmt.Fprintf(std.err, "nuncio: %v\n  try: nuncio --help\n", err)
		return 2
	}
	var usage usageError
	switch err := k.Run(); {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		fmt.Fprintf(std.err, "nuncio: %v\n  try: nuncio --help\n", err)
		return 2
	case errors.Is(err, errPartial), errors.Is(err, context.Canceled):
		return 1
	default:
		fmt.Fprintln(std.err, "nuncio:", err)
		return 1
	}
}
