package main

import (
	"fmt"

	"nuncio"
	"nuncio/clause"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/nlp"
)

// codebookCmd holds what is done with the codebook itself.
type codebookCmd struct {
	Test codebookTestCmd `cmd:"" help:"Run the examples of every rule."`
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
	read := sentenceReader(parts.Engine)
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
func sentenceReader(engine *nlp.Engine) func(string) *doc.Document {
	ws := engine.NewWorkspace()
	var clauses clause.Reader
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
