package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/clause"
	"nuncio/doc"
	"nuncio/eval"
	"nuncio/nlp"
	"nuncio/who"
)

// evalCorefCmd groups the measurements of who is who.
type evalCorefCmd struct {
	Ontogum evalOntogumCmd  `cmd:"" help:"Chains on a folder of CoNLL coreference files: MUC, B³, CEAF-e and their mean."`
	Gap     evalGapCmd      `cmd:"" help:"Which of two names a pronoun stands for, on a GAP file."`
	Fit     evalCorefFitCmd `cmd:"" help:"Set the weights of links anew from chains and pronouns, and print the table."`
}

// corefReader reads texts as far as who.
type corefReader struct {
	work    *nlp.Workspace
	clauses *clause.Reader
	who     *who.Resolver
	doc     doc.Document
}

func (c *coding) corefReader() (*corefReader, error) {
	engine, err := c.engine()
	if err != nil {
		return nil, err
	}
	cat, err := catalogue.Load(sub("catalogue"), overlays(c.Catalogue)...)
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	words, err := who.Load(sub("who"))
	if err != nil {
		return nil, fmt.Errorf("words of parties: %w", err)
	}
	clauses, err := clauseWords()
	if err != nil {
		return nil, err
	}
	return &corefReader{work: engine.NewWorkspace(), clauses: clause.New(clauses), who: who.New(words, cat)}, nil
}

func (r *corefReader) read(text string) error {
	r.doc.Reset(&nuncio.Report{Text: text})
	if err := r.work.Analyze(&r.doc); err != nil {
		return err
	}
	r.clauses.Read(&r.doc)
	r.who.Resolve(&r.doc)
	return nil
}

func readCoref(path string) (eval.ChainText, error) {
	f, err := os.Open(path)
	if err != nil {
		return eval.ChainText{}, err
	}
	defer f.Close()
	return eval.ReadCoNLLCoref(f, strings.TrimSuffix(filepath.Base(path), ".conll"))
}

func readGAP(path string) ([]eval.GAPItem, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return eval.ReadGAP(f)
}

// evalOntogumCmd measures chains.
type evalOntogumCmd struct {
	coding
	Dir  string `arg:"" help:"Folder of .conll files." type:"existingdir"`
	Each bool   `help:"A line for each document."`
	Show string `help:"Print the chains found in this document." placeholder:"ID"`
}

// Help is shown by nuncio eval coref ontogum --help.
func (evalOntogumCmd) Help() string {
	return `Each document's tokens are joined to running text, which is read from scratch: sentences,
tokens, trees and mentions are the coder's own. Chains of one mention do not count.

Example:
  nuncio eval coref ontogum ../shared/data/coref/ontogum/dev`
}

func (c *evalOntogumCmd) Run(std streams) error {
	names, err := filepath.Glob(filepath.Join(c.Dir, "*.conll"))
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return fmt.Errorf("%s holds no .conll file", c.Dir)
	}
	reader, err := c.corefReader()
	if err != nil {
		return err
	}
	var all eval.CorefScore
	for _, name := range names {
		t, err := readCoref(name)
		if err != nil {
			return err
		}
		if err := reader.read(t.Text); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		chains := reader.who.Chains()
		if c.Show == t.ID {
			for i, ch := range chains {
				for _, m := range ch {
					fmt.Fprintf(std.out, "%d\t%d\t%s\n", i, m.Sent, reader.doc.Words(m))
				}
			}
		}
		var one eval.CorefScore
		got := t.ChainsOf(&reader.doc, chains)
		one.Add(t.Chains, got)
		all.Add(t.Chains, got)
		if c.Each {
			fmt.Fprintf(std.out, "%-32s %5.2f\n", t.ID, 100*one.CoNLL())
		}
	}
	fmt.Fprintf(std.out, "%d documents\nmentions  %s\n", len(names), all.Mentions)
	for _, m := range [...]struct {
		name string
		eval.Ratio2
	}{{"MUC", all.MUC}, {"B³", all.BCubed}, {"CEAF-e", all.CEAF}} {
		fmt.Fprintf(std.out, "%-9s P %5.2f  R %5.2f  F1 %5.2f\n", m.name, 100*m.Precision(), 100*m.Recall(), 100*m.F1())
	}
	fmt.Fprintf(std.out, "CoNLL F1  %5.2f\n", 100*all.CoNLL())
	return nil
}

// evalGapCmd measures pronouns.
type evalGapCmd struct {
	coding
	File   string `arg:"" help:"Tab-separated GAP file." type:"existingfile"`
	Errors int    `help:"Print this many errors." placeholder:"N"`
}

// Help is shown by nuncio eval coref gap --help.
func (evalGapCmd) Help() string {
	return `The two names are given; the answer is one of them or neither.

Example:
  nuncio eval coref gap ../shared/data/coref/gap/gap-development.tsv`
}

func (c *evalGapCmd) Run(std streams) error {
	items, err := readGAP(c.File)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	reader, err := c.corefReader()
	if err != nil {
		return err
	}
	var score eval.GAPScore
	errs := 0
	for i := range items {
		g := &items[i]
		if err := reader.read(g.Text); err != nil {
			return err
		}
		n := reader.who.StandsFor(g.Pronoun, []nuncio.Span{g.A, g.B})
		score.Add(g, n == 0, n == 1)
		if wrong := (n == 0) != g.IsA || (n == 1) != g.IsB; wrong && errs < c.Errors {
			errs++
			fmt.Fprintf(std.out, "%s A %t B %t, got %d\n  %s\n", g.ID, g.IsA, g.IsB, n, cut(g.Text, []nuncio.Span{g.A, g.B, g.Pronoun})+" | "+g.Text)
		}
	}
	fmt.Fprintf(std.out, "%d pronouns\nall        %s\nmasculine  %s\nfeminine   %s\n", len(items), score.All, score.Masculine, score.Feminine)
	return nil
}

// evalCorefFitCmd learns the weights of links.
type evalCorefFitCmd struct {
	coding
	Dir    string   `arg:"" help:"Folder of .conll files." type:"existingdir"`
	Gap    string   `help:"GAP file whose pronouns are learnt from too." type:"existingfile" placeholder:"FILE"`
	Genre  []string `help:"Only documents with one of these in their name." placeholder:"NAME"`
	Rounds int      `default:"15" help:"Passes over the decisions."`
	Repeat int      `default:"4" help:"How often each GAP pronoun counts."`
	L2     float64  `name:"l2" default:"0.001" help:"Weight of the penalty."`
}

// Help is shown by nuncio eval coref fit --help.
func (evalCorefFitCmd) Help() string {
	return `Prints the table data/who/links.tsv.

Example:
  nuncio eval coref fit ../shared/data/coref/ontogum/train --genre academic,bio,court,interview,news,voyage \
    --gap ../shared/data/coref/gap/gap-validation.tsv > links.tsv`
}

func (c *evalCorefFitCmd) Run(std streams) error {
	names, err := filepath.Glob(filepath.Join(c.Dir, "*.conll"))
	if err != nil {
		return err
	}
	reader, err := c.corefReader()
	if err != nil {
		return err
	}
	var decisions []who.Decision
	use := func(d who.Decision) { decisions = append(decisions, d) }
	docs := 0
	for _, name := range names {
		if len(c.Genre) > 0 && !slices.ContainsFunc(c.Genre, func(g string) bool { return strings.Contains(name, "_"+g+"_") }) {
			continue
		}
		docs++
		t, err := readCoref(name)
		if err != nil {
			return err
		}
		if err := reader.read(t.Text); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		reader.who.Decisions(goldChain(&t, &reader.doc), use)
	}
	if docs == 0 {
		return errors.New("no document to learn from")
	}
	if c.Gap != "" {
		items, err := readGAP(c.Gap)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Gap, err)
		}
		for i := range items {
			g := &items[i]
			if err := reader.read(g.Text); err != nil {
				return err
			}
			right := -1
			if g.IsA {
				right = 0
			} else if g.IsB {
				right = 1
			}
			if d, ok := reader.who.GivenDecision(g.Pronoun, []nuncio.Span{g.A, g.B}, right); ok {
				for range max(c.Repeat, 1) {
					use(d)
				}
			}
		}
	}
	return writeLinks(std.out, eval.FitLinks(decisions, c.Rounds, c.L2))
}

func writeLinks(out io.Writer, w *who.Weights) error {
	b := bufio.NewWriter(out)
	fmt.Fprintln(b, "# What speaks for linking a phrase to an earlier one, and for leaving it alone (\"alone\"), by class of phrase: the sum decides.")
	fmt.Fprintln(b, "# Set by nuncio eval coref fit on OntoGUM (train; genres academic, bio, court, interview, news, voyage; CC BY) and GAP (validation; Apache-2.0).")
	fmt.Fprintln(b, "class\tfeature\tweight")
	w.Rows(func(class, feature string, x float32) { fmt.Fprintf(b, "%s\t%s\t%g\n", class, feature, x) })
	return b.Flush()
}

// goldChain gives the annotators' chain of a phrase: of the same words, else of
// the shortest annotated stretch that holds its head and begins or ends with it.
func goldChain(t *eval.ChainText, d *doc.Document) func(doc.Range, int) int {
	exact := map[eval.TokenSpan]int{}
	for i, c := range t.Chains {
		for _, m := range c {
			exact[m] = i
		}
	}
	return func(m doc.Range, head int) int {
		at := t.TokensAt(d.Span(m))
		if k, ok := exact[at]; ok {
			return k
		}
		h := t.TokensAt(d.Span(doc.Range{Sent: m.Sent, First: head, End: head + 1}))
		best, size := -1, 1<<30
		for i, c := range t.Chains {
			for _, g := range c {
				if g.First <= h.First && h.End <= g.End && (g.First == at.First || g.End == at.End) && g.End-g.First < size {
					best, size = i, g.End-g.First
				}
			}
		}
		return best
	}
}
