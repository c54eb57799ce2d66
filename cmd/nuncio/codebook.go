package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nuncio"
	"nuncio/clause"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/nlp"
)

// codebookCmd holds what is done with the codebook itself.
type codebookCmd struct {
	Test   codebookTestCmd   `cmd:"" help:"Run the examples of every rule."`
	Lint   codebookLintCmd   `cmd:"" help:"Find rules that shadow or contradict each other, unused words, rules without examples."`
	Import codebookImportCmd `cmd:"" help:"Turn a PETRARCH or CAMEO verb dictionary into rule files."`
}

type codebookTestCmd struct {
	coding
	Verbose bool `short:"v" help:"Show also the examples that another rule coded."`
}

// Help is shown by nuncio codebook test --help.
func (codebookTestCmd) Help() string {
	return `Every rule has sentences that it must code ("yes") and, where it is easily overdone, sentences that it must not ("no").
Each that fails is named by file and line, with what came out instead.

Examples:
  nuncio codebook test
  nuncio codebook test --codebook my-rules/

Exit status: 0 when all hold, 1 when some fail.`
}

func (c *codebookTestCmd) Run(std streams) error {
	parts, err := c.parts()
	if err != nil {
		return err
	}
	read := sentenceReader(parts.Engine, parts.Clause)
	n, failed, others := 0, 0, 0
	parts.Codebook.Check(read, func(v codebook.Verdict) {
		n++
		switch {
		case !v.OK:
			failed++
			must := "must be coded"
			if !v.Want {
				must = "must not be coded"
			}
			fmt.Fprintf(std.out, "%s:%d: %s %s: %s\n    got %s\n", v.Rule.File, v.Example.Line, v.Rule.ID, must, v.Example.Sentence, v.Got)
		case v.Other != "":
			others++
			if c.Verbose {
				fmt.Fprintf(std.out, "%s:%d: coded by %s instead: %s\n", v.Rule.File, v.Example.Line, v.Other, v.Example.Sentence)
			}
		}
	})
	fmt.Fprintf(std.out, "%d examples of %d rules: %d hold (%d by another rule of the same class), %d fail\n", n, len(parts.Codebook.Rules), n-failed, others, failed)
	if failed > 0 {
		return fmt.Errorf("%d of %d examples fail", failed, n)
	}
	return nil
}

// sentenceReader analyses one sentence as far as the codebook reads: language
// and clauses.
func sentenceReader(engine *nlp.Engine, words *clause.Words) func(string) *doc.Document {
	ws := engine.NewWorkspace()
	clauses := clause.New(words)
	var d doc.Document
	return func(sentence string) *doc.Document {
		d.Reset(&nuncio.Report{Text: sentence})
		if err := ws.Analyze(&d); err != nil {
			d.Sentences = d.Sentences[:0]
		}
		clauses.Read(&d)
		return &d
	}
}

type codebookLintCmd struct {
	coding
	Strict bool `help:"Fail on every finding, not on conflicts only."`
}

func (c *codebookLintCmd) Run(std streams) error {
	book, err := codebook.Load(sub("codebook"), overlays(c.Codebook)...)
	if err != nil {
		return err
	}
	counts, failed := map[string]int{}, 0
	for _, f := range book.Lint() {
		fmt.Fprintln(std.out, f)
		counts[f.Kind]++
		if c.Strict || f.Kind == "conflict" {
			failed++
		}
	}
	senses, templates := book.Senses()
	fmt.Fprintf(std.out, "%d rules, %d templates, %d word senses; %d conflicts, %d shadowed, %d unused, %d without an example\n",
		len(book.Rules), templates, senses, counts["conflict"], counts["shadowed"], counts["unused"], counts["no example"])
	if failed > 0 {
		return fmt.Errorf("%d findings", failed)
	}
	return nil
}

type codebookImportCmd struct {
	File   string `arg:"" help:"Verb dictionary: verb blocks with --- headings, patterns with * and [codes], & synonym sets." type:"existingfile"`
	Out    string `short:"o" required:"" help:"Folder to write rule files to; made if it is not there." type:"path"`
	Report string `help:"File for what could not be turned into rules; by default a summary on standard error." type:"path" placeholder:"FILE"`
}

// Help is shown by nuncio codebook import --help.
func (codebookImportCmd) Help() string {
	return `Reads the verb dictionaries of PETRARCH-1 and TABARI. Each verb with a code and each of its patterns becomes a template
of the class that the crosswalk gives the code; what has no counterpart is reported with its line.

Example:
  nuncio codebook import CAMEO.verbpatterns.txt --out my-rules --report left-over.txt`
}

func (c *codebookImportCmd) Run(std streams) error {
	src, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	book, err := codebook.Load(sub("codebook"))
	if err != nil {
		return err
	}
	imp := book.Import(string(src))
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return err
	}
	for _, f := range imp.Files {
		if err := os.WriteFile(filepath.Join(c.Out, f.Name), []byte(f.Text), 0o644); err != nil {
			return err
		}
	}
	if c.Report != "" {
		var b strings.Builder
		for _, l := range imp.Left {
			fmt.Fprintf(&b, "%s:%d: %s: %s\n", c.File, l.Line, l.Reason, l.Text)
		}
		if err := os.WriteFile(c.Report, []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	fmt.Fprintf(std.err, "%d verbs and %d patterns read, %d templates written to %s, %d not turned over\n", imp.Verbs, imp.Patterns, imp.Templates, c.Out, len(imp.Left))
	for _, k := range imp.Reasons() {
		fmt.Fprintf(std.err, "  %5d  %s\n", k.Count, k.Reason)
	}
	return nil
}
