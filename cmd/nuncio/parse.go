package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"nuncio"
	"nuncio/doc"
	"nuncio/nlp"
	"nuncio/ud"
)

// parseCmd prints the language layer as CoNLL-U.
type parseCmd struct {
	inputs
	From string `enum:"text,conllu" default:"text" help:"What the inputs hold: text, or conllu, whose sentences and tokens are kept." placeholder:"FORM"`
}

// Help is shown by nuncio parse --help.
func (parseCmd) Help() string {
	return `Examples:
  nuncio parse report.txt
  nuncio parse --from conllu dev.conllu > parsed.conllu`
}

func (c *parseCmd) Run(ctx context.Context, std streams) error {
	engine, err := c.engine()
	if err != nil {
		return err
	}
	if c.From == "conllu" {
		for _, name := range c.Files {
			if err := c.conllu(std, engine.NewWorkspace(), name); err != nil {
				return err
			}
		}
		return nil
	}
	return c.eachWith(ctx, std, func() func(*nuncio.Report) result {
		w := engine.NewWorkspace()
		return func(rep *nuncio.Report) result {
			d := &doc.Document{Report: rep}
			if err := w.Analyze(d); err != nil {
				return result{failed: err}
			}
			return result{parsed: d, record: nuncio.Record{Report: *rep}}
		}
	}, func(res *result) error {
		if res.failed != nil {
			return res.failed
		}
		return writeDocument(std.out, res.parsed)
	})
}

// writeDocument prints a document's sentences as CoNLL-U.
func writeDocument(w io.Writer, d *doc.Document) error {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		out := nlp.ToUD(d, i)
		comments := []string{fmt.Sprintf("sent_id = %s-%s%d", d.Report.ID, titleMark(s.Part), s.Number), "text = " + firstWords(d.Text(s.Part)[s.Start:s.End], 1<<20)}
		if i == 0 {
			comments = append([]string{"newdoc id = " + d.Report.ID}, comments...)
		}
		out.Comments = comments
		if err := ud.Write(w, out); err != nil {
			return fmt.Errorf("write sentence %d of %s: %w", i, d.Report.ID, err)
		}
	}
	return nil
}

// titleMark tells sentences of the title from those of the text.
func titleMark(p doc.Part) string {
	if p == doc.Title {
		return "t"
	}
	return ""
}

// conllu tags and parses the sentences of a treebank file anew.
func (c *parseCmd) conllu(std streams, w *nlp.Workspace, name string) error {
	in := std.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	reader := ud.NewReader(in)
	for {
		s, err := reader.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if err := w.Reparse(s); err != nil {
			return fmt.Errorf("%s:%d: %w", name, s.Line, err)
		}
		if err := ud.Write(std.out, s); err != nil {
			return err
		}
	}
}
