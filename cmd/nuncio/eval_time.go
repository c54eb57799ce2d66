package main

import (
	"fmt"
	"io"

	"nuncio"
	"nuncio/doc"
	"nuncio/eval"
	"nuncio/nlp"
	"nuncio/when"
)

// evalTimeCmd groups the measurements of time expressions.
type evalTimeCmd struct {
	TBAQ       evalTimeMLCmd     `cmd:"" name:"tbaq" help:"TimeML: extents and values in TimeBank and AQUAINT; by default the half set aside."`
	Wikiwars   evalWikiwarsCmd   `cmd:"" help:"The same on WikiWars, all of it by default."`
	Events     evalEventTimesCmd `cmd:"" help:"Each event's time against the TLINKs of TimeML, where the time stands in the event's sentence."`
	Duckling   evalDucklingCmd   `cmd:"" help:"English expressions and values of duckling's corpus (TSV)."`
	Dateparser evalDateparserCmd `cmd:"" help:"English expressions and values of dateparser's tests (JSON Lines)."`
}

// Help is shown by nuncio eval time --help.
func (evalTimeCmd) Help() string {
	return `Extents are strict (equal spans) and relaxed (overlap); the value counts when the spans overlap
and the values are equal, as in TempEval-3. Files are halved by the lowest bit of the FNV-1a hash
of their names: rules were written looking at "tune" only, "held" is measured and never read.

Examples:
  nuncio eval time tbaq ../shared/data/time/tbaq
  nuncio eval time wikiwars ../shared/data/time/wikiwars/tml
  nuncio eval time duckling ../shared/data/time/duckling/time_examples.tsv`
}

// timeAnalysis makes the analyses that the measurements need: full, and of bare
// expressions, which have no syntax, by words alone.
func (c *coding) timeAnalysis(fallback when.Tense) (full, bare eval.Analyse, err error) {
	engine, err := c.engine()
	if err != nil {
		return nil, nil, err
	}
	tagger, err := when.New(sub("when"))
	if err != nil {
		return nil, nil, err
	}
	w := engine.NewWorkspace()
	run := func(cut func(*nlp.Workspace, *doc.Document) error, tense when.Tense) eval.Analyse {
		return func(text string, published nuncio.Date) *doc.Document {
			d := &doc.Document{Report: &nuncio.Report{Text: text, Published: published}}
			if err := cut(w, d); err == nil {
				tagger.TagToward(d, tense)
			}
			return d
		}
	}
	return run((*nlp.Workspace).Analyze, when.NoTense), run((*nlp.Workspace).Segment, fallback), nil
}

// evalTimeMLCmd measures against TimeML files.
type evalTimeMLCmd struct {
	coding
	Dir    string `arg:"" help:"Folder with .tml or .key.xml files, at any depth." type:"existingdir"`
	Half   string `enum:"held,tune,both" default:"held" help:"Which half of the files: held, tune or both." placeholder:"HALF"`
	Errors int    `help:"List so many differences; never of the half set aside." placeholder:"N"`
}

func (c *evalTimeMLCmd) Run(std streams) error { return c.run(std, eval.Half(c.Half)) }

func (c *evalTimeMLCmd) run(std streams, half eval.Half) error {
	docs, err := eval.ReadTimeML(c.Dir, half)
	if err != nil {
		return err
	}
	analyse, _, err := c.timeAnalysis(when.NoTense)
	if err != nil {
		return err
	}
	s := eval.ScoreTimex(docs, analyse)
	fmt.Fprintf(std.out, "%d files (%s)\n", s.Docs, half)
	for _, row := range []struct {
		name string
		prf  eval.PRF
	}{{"extent, strict", s.Strict}, {"extent, relaxed", s.Relaxed}, {"type", s.Type}, {"value", s.Value}} {
		fmt.Fprintf(std.out, "%-16s %s\n", row.name, row.prf)
	}
	if half == eval.Held {
		return nil
	}
	for _, e := range s.Errors[:min(c.Errors, len(s.Errors))] {
		fmt.Fprintln(std.out, e)
	}
	return nil
}

// evalEventTimesCmd measures which expression dates an event.
type evalEventTimesCmd struct {
	coding
	Dir    string `arg:"" help:"Folder with folders of .tml files." type:"existingdir"`
	Half   string `enum:"held,tune,both" default:"held" help:"Which half of the files: held, tune or both." placeholder:"HALF"`
	Errors int    `help:"List so many differences; never of the half set aside." placeholder:"N"`
}

func (c *evalEventTimesCmd) Run(std streams) error {
	half := eval.Half(c.Half)
	docs, err := eval.ReadEventTimes(c.Dir, half)
	if err != nil {
		return err
	}
	analyse, _, err := c.timeAnalysis(when.NoTense)
	if err != nil {
		return err
	}
	tagger, err := when.New(sub("when"))
	if err != nil {
		return err
	}
	s := eval.ScoreEventTimes(docs, analyse, func(d *doc.Document, at doc.Ref) nuncio.When {
		return tagger.ForEvent(d, when.Deed{At: at}, nil)
	})
	fmt.Fprintf(std.out, "events with a time in their sentence %d (%s)\nright %5.1f %%  (%d)\nanother expression taken %d, none %d\n",
		s.Events, half, 100*float64(s.Right)/float64(max(s.Events, 1)), s.Right, s.Other, s.None)
	if half != eval.Held {
		for _, e := range s.Errors[:min(c.Errors, len(s.Errors))] {
			fmt.Fprintln(std.out, e)
		}
	}
	return nil
}

// evalWikiwarsCmd is evalTimeMLCmd over all files.
type evalWikiwarsCmd struct {
	coding
	Dir    string `arg:"" help:"Folder with .tml or .key.xml files." type:"existingdir"`
	Half   string `enum:"held,tune,both" default:"both" help:"Which half of the files: held, tune or both." placeholder:"HALF"`
	Errors int    `help:"List so many differences; never of the half set aside alone." placeholder:"N"`
}

func (c *evalWikiwarsCmd) Run(std streams) error {
	return (&evalTimeMLCmd{c.coding, c.Dir, c.Half, c.Errors}).run(std, eval.Half(c.Half))
}

// evalDucklingCmd measures against duckling's pairs.
type evalDucklingCmd struct {
	coding
	File   string `arg:"" help:"time_examples.tsv" type:"existingfile"`
	Errors int    `help:"List so many pairs that are wrong." placeholder:"N"`
}

func (c *evalDucklingCmd) Run(std streams) error {
	pairs, err := eval.ReadDuckling(c.File)
	if err != nil {
		return err
	}
	_, bare, err := c.timeAnalysis(when.Future)
	if err != nil {
		return err
	}
	printPairs(std.out, eval.ScorePairs(pairs, bare), eval.DucklingOut, c.Errors)
	return nil
}

// evalDateparserCmd measures against dateparser's pairs.
type evalDateparserCmd struct {
	coding
	File   string `arg:"" help:"params.jsonl" type:"existingfile"`
	Errors int    `help:"List so many pairs that are wrong." placeholder:"N"`
}

func (c *evalDateparserCmd) Run(std streams) error {
	pairs, err := eval.ReadDateparser(c.File)
	if err != nil {
		return err
	}
	_, bare, err := c.timeAnalysis(when.Past)
	if err != nil {
		return err
	}
	printPairs(std.out, eval.ScorePairs(pairs, bare), eval.DateparserOut, c.Errors)
	return nil
}

func printPairs(out io.Writer, s eval.PairScore, rules []eval.OutRule, errors int) {
	fmt.Fprintf(out, "right %5.2f %%  (%d of %d in scope)\n", 100*s.Accuracy(), s.Right, s.In)
	fmt.Fprintf(out, "out of scope %5.2f %%  (%d of %d)\n", 100*s.OutShare(), s.All-s.In, s.All)
	for _, r := range rules {
		fmt.Fprintf(out, "  %4d  %s\n", s.Out[r.Reason], r.Reason)
	}
	for _, w := range s.Wrong[:min(errors, len(s.Wrong))] {
		fmt.Fprintln(out, w)
	}
}
