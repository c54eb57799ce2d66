package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"nuncio"
	"nuncio/doc"
	"nuncio/eval"
	"nuncio/nlp"
	"nuncio/train"
	"nuncio/ud"
)

// evalUDCmd measures the language engine on a treebank.
type evalUDCmd struct {
	coding
	File   string   `arg:"" help:"Treebank in CoNLL-U." type:"existingfile"`
	Raw    bool     `help:"Start from the running text instead of the treebank's tokens and sentences."`
	Rel    []string `help:"Relations to list, by default those that an event stands on; all for every one." placeholder:"REL"`
	Errors int      `help:"List so many words whose head or relation is wrong." placeholder:"N"`
	Given  string   `help:"Measure this CoNLL-U file over the same text instead of the engine." type:"existingfile" placeholder:"FILE"`
}

// Help is shown by nuncio eval ud --help.
func (evalUDCmd) Help() string {
	return `The measures are those of the CoNLL 2018 shared task, in F1; LAS+sub wants subtypes of
relations right too. Behind each stands the middle 95 % over sentences drawn again.

Examples:
  nuncio eval ud dev.conllu
  nuncio eval ud --raw --rel nsubj,obj,appos --errors 20 dev.conllu`
}

var eventRels = []string{"nsubj", "obj", "nsubj:pass", "iobj", "obl", "obl:agent", "nmod", "xcomp", "ccomp", "advcl", "acl:relcl", "conj", "appos", "flat", "compound", "root"}

func (c *evalUDCmd) Run(std streams) error {
	gold, err := readTrees(c.File)
	if err != nil {
		return err
	}
	var got []*ud.Sentence
	switch {
	case c.Given != "":
		got, err = readTrees(c.Given)
	case c.Raw:
		got, err = c.raw(gold)
	default:
		got, err = c.tokens(gold)
	}
	if err != nil {
		return err
	}
	score, err := eval.ScoreUD(gold, got)
	if err != nil {
		return err
	}
	for m, name := range eval.MeasureNames {
		low, high := score.Interval(m)
		fmt.Fprintf(std.out, "%-10s %6.2f   [%.2f, %.2f]\n", name, 100*score.All[m].F1(), 100*low, 100*high)
	}
	rels := c.Rel
	if len(rels) == 0 {
		rels = eventRels
	} else if slices.Equal(rels, []string{"all"}) {
		rels = nil
		for r := range score.Relations {
			rels = append(rels, r)
		}
		slices.Sort(rels)
	}
	fmt.Fprintf(std.out, "\n%-14s %s\n", "relation", "precision, recall and F1 of head and relation, with the interval of F1 and the number in gold")
	for _, r := range rels {
		p := score.Relations[r]
		low, high := score.RelationInterval(r)
		fmt.Fprintf(std.out, "%-14s %s   [%.1f, %.1f]  %d\n", r, p, 100*low, 100*high, p.TP+p.FN)
	}
	for _, e := range score.Errors[:min(c.Errors, len(score.Errors))] {
		fmt.Fprintf(std.out, "\n%s word %d %q: %s of %q, not %s of %q\n  %s\n", e.Sentence, e.Word, e.Form, e.GoldRel, e.GoldHead, e.GotRel, e.GotHead, e.Text)
	}
	return nil
}

func readTrees(path string) ([]*ud.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := ud.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(s) == 0 {
		return nil, fmt.Errorf("%s holds no sentence", path)
	}
	return s, nil
}

// tokens analyses the treebank's own tokens.
func (c *evalUDCmd) tokens(gold []*ud.Sentence) ([]*ud.Sentence, error) {
	e, err := c.engine()
	if err != nil {
		return nil, err
	}
	d := nlp.FromUD(gold)
	if err := e.NewWorkspace().AnalyzeTokens(d); err != nil {
		return nil, err
	}
	out := make([]*ud.Sentence, len(gold))
	for i := range gold {
		out[i] = nlp.ToUD(d, i)
		out[i].Tokens = gold[i].Tokens // as given
	}
	return out, nil
}

// raw analyses the treebank's text, one document or run of paragraphs at a time.
func (c *evalUDCmd) raw(gold []*ud.Sentence) ([]*ud.Sentence, error) {
	e, err := c.engine()
	if err != nil {
		return nil, err
	}
	w := e.NewWorkspace()
	var out []*ud.Sentence
	var b strings.Builder
	flush := func() error {
		if b.Len() == 0 {
			return nil
		}
		d := &doc.Document{Report: &nuncio.Report{Text: b.String()}}
		b.Reset()
		if err := w.Analyze(d); err != nil {
			return err
		}
		for i := range d.Sentences {
			out = append(out, nlp.ToUD(d, i))
		}
		return nil
	}
	for i, s := range gold {
		if i > 0 && isNew(s, "newdoc") {
			if err := flush(); err != nil {
				return nil, err
			}
		} else if isNew(s, "newpar") && b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(s.Surface())
		if ud.SpaceAfter(lastMisc(s)) {
			b.WriteByte(' ')
		}
	}
	return out, flush()
}

func isNew(s *ud.Sentence, what string) bool {
	return slices.ContainsFunc(s.Comments, func(c string) bool {
		return c == what || strings.HasPrefix(c, what+" ") || strings.HasPrefix(c, what+"_")
	})
}

func lastMisc(s *ud.Sentence) string {
	n := len(s.Words)
	if k := len(s.Tokens); k > 0 && s.Tokens[k-1].Last == n {
		return s.Tokens[k-1].Misc
	}
	return s.Words[n-1].Misc
}

// evalNamesCmd measures names on a file with BIO tags.
type evalNamesCmd struct {
	coding
	File   string   `arg:"" help:"A word a line with its BIO tag behind a tab, an empty line between sentences." type:"existingfile"`
	Type   []string `default:"PER,ORG,LOC" help:"Types that count, in gold and in what is found." placeholder:"TYPE"`
	Errors int      `help:"List so many names missed or made up." placeholder:"N"`
}

func (c *evalNamesCmd) Run(std streams) error {
	sents, err := train.LoadNames([]string{c.File}, 0)
	if err != nil {
		return err
	}
	if len(sents) == 0 {
		return errors.New(c.File + " holds no sentence")
	}
	e, err := c.engine()
	if err != nil {
		return err
	}
	var trees []*ud.Sentence
	var gold []doc.Name
	for i, s := range sents {
		trees = append(trees, s.Tree)
		gold = append(gold, train.Spans(i, s.Names)...)
	}
	d := nlp.FromUD(trees)
	if err := e.NewWorkspace().AnalyzeTokens(d); err != nil {
		return err
	}
	score := eval.ScoreNames(gold, d.Names, c.Type, d.Words)
	for _, t := range c.Type {
		p := score.Types[t]
		fmt.Fprintf(std.out, "%-6s %s  %d\n", t, p, p.TP+p.FN)
	}
	all := score.All()
	fmt.Fprintf(std.out, "%-6s %s  %d\n", "all", all, all.TP+all.FN)
	for _, x := range score.Errors[:min(c.Errors, len(score.Errors))] {
		s := &d.Sentences[x.Sentence]
		fmt.Fprintf(std.out, "\n%q: gold %s, found %s\n  %s\n", x.Text, orNone(x.Gold), orNone(x.Got), d.Report.Text[s.Start:s.End])
	}
	return nil
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
