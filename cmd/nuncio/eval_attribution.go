package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"nuncio"
	"nuncio/clause"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/eval"
	"nuncio/voice"
)

// evalAttributionCmd measures whose words are found, from raw text.
type evalAttributionCmd struct {
	coding
	Dir    string `arg:"" help:"Folder with attributions/*.ann (brat) beside text/*.txt, as PolNeAR has them." type:"existingdir"`
	Errors int    `default:"0" help:"Print this many errors, spread over the texts." placeholder:"N"`
	Kind   string `default:"" help:"Only errors of this kind: missed, invented, source, cue, content." placeholder:"KIND"`
}

// Help is shown by nuncio eval attribution --help.
func (evalAttributionCmd) Help() string {
	return `Reads the raw texts, finds source, cue and content of every attribution, and compares
them with the annotators'. Only outermost attributions count, as PolNeAR has no nested
ones; all classes of cue count (speech, thought, intention). Exact: the same tokens.
Overlap: the share of common tokens, over the predicted for precision and over the
gold for recall. A triple is all three with their roles.

Example:
  nuncio eval attribution ../shared/data/attribution/polnear/dev --errors 20`
}

func (c *evalAttributionCmd) Run(ctx context.Context, std streams) error {
	engine, err := c.engine()
	if err != nil {
		return err
	}
	reader, err := voice.New(data.FS)
	if err != nil {
		return fmt.Errorf("reporting words: %w", err)
	}
	words, err := clauseWords()
	if err != nil {
		return err
	}
	files, err := eval.ReadAttributions(c.Dir)
	if err != nil {
		return err
	}
	work, clauses := engine.NewWorkspace(), clause.New(words)
	var score eval.AttributionScore
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		d := &doc.Document{Report: &nuncio.Report{Text: f.Text}}
		if err := work.Analyze(d); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		clauses.Read(d)
		reader.Attribute(d)
		score.Add(d, f.Attributions)
	}
	c.printErrors(std.out, score.Errors)
	fmt.Fprintf(std.out, "%d texts, %d attributions, %d found\n", len(files), score.Triples.Gold, score.Triples.Predicted)
	fmt.Fprintf(std.out, "%-8s  %-28s  %s\n", "", "exact  P     R     F1", "overlap P     R     F1")
	for i, name := range [...]string{"source", "cue", "content", "triples"} {
		s := score.Triples
		if i < len(score.Roles) {
			s = score.Roles[i]
		}
		fmt.Fprintf(std.out, "%-8s       %5.3f %5.3f %5.3f             %5.3f %5.3f %5.3f\n", name,
			ratio(float64(s.Exact), s.Predicted), ratio(float64(s.Exact), s.Gold), s.ExactF1(),
			ratio(s.OverlapPrecision, s.Predicted), ratio(s.OverlapRecall, s.Gold), s.OverlapF1())
	}
	return nil
}

func ratio(n float64, of int) float64 {
	if of == 0 {
		return 0
	}
	return n / float64(of)
}

// printErrors prints every n-th error, so that all texts are heard.
func (c *evalAttributionCmd) printErrors(out io.Writer, errs []eval.AttributionError) {
	if c.Errors <= 0 {
		return
	}
	var list []eval.AttributionError
	for _, e := range errs {
		if c.Kind == "" || e.Kind == c.Kind {
			list = append(list, e)
		}
	}
	for i := 0; i < c.Errors && i < len(list); i++ {
		e := list[i*len(list)/min(c.Errors, len(list))]
		fmt.Fprintln(out, e.Kind)
		for _, side := range [...]struct {
			name string
			a    *eval.GoldAttribution
		}{{"gold", e.Gold}, {"got", e.Got}} {
			if side.a != nil {
				fmt.Fprintf(out, "  %-4s [%s] [%s] [%s]\n", side.name, cut(e.Text, side.a.Source), cut(e.Text, side.a.Cue), cut(e.Text, side.a.Content))
			}
		}
	}
}

// cut is the text of spans on one line, shortened in the middle.
func cut(text string, spans []nuncio.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strings.Join(strings.Fields(text[s.Start:s.End]), " "))
	}
	r := []rune(strings.Join(parts, " | "))
	if len(r) > 160 {
		r = append(append(append([]rune{}, r[:100]...), []rune(" … ")...), r[len(r)-55:]...)
	}
	return string(r)
}
