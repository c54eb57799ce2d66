package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"nuncio"
	"nuncio/codebook"
	"nuncio/coder"
	"nuncio/doc"
	"nuncio/eval"
)

// evalPloverCmd measures event classes on sentences with two marked parties.
type evalPloverCmd struct {
	coding
	File   string `arg:"" help:"Tab-separated file with columns sentence, marked_sentence and gold_root." type:"existingfile"`
	Errors int    `default:"0" help:"Print this many errors of the development half." placeholder:"N"`
	Whole  bool   `help:"One figure over all rows: for a set that no rule was written from."`
}

// Help is shown by nuncio eval plover --help.
func (evalPloverCmd) Help() string {
	return `The program reads each raw sentence. Of the events that come out, the one between the two marked parties counts,
else the one nearest to them: the marks only select. CONCEDE and RETREAT are one class, YIELD; a verdict is ACCUSE; what is only intended
counts as AGREE or THREATEN, what is only asked for as REQUEST, cooperation withheld as REJECT.

Rows whose sentence has an odd 64-bit FNV-1a hash are set aside: only their figure is printed, never a sentence.
"rules" are the codebook's matches before parties are resolved; "records" is what nuncio code gives.
"both found" is the share of rows whose event has both marked parties, and the right class.

Example:
  nuncio eval plover ../shared/data/events/zsp/PLV_train.tsv --errors 20`
}

func (c *evalPloverCmd) Run(ctx context.Context, std streams) error {
	f, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := eval.ReadPlover(f)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	parts, err := c.parts()
	if err != nil {
		return err
	}
	worker := coder.New(parts).NewWorker()
	matcher := parts.Codebook.NewMatcher()
	matcher.Propose(parts.Proposer)
	var rules, records [2]eval.PloverScore
	left := c.Errors
	for i := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		row := &rows[i]
		half := 0
		if row.SetAside() && !c.Whole {
			half = 1
		}
		rec := worker.Code(&nuncio.Report{Text: row.Sentence})
		d := worker.Read(&nuncio.Report{Text: row.Sentence})
		root, found := row.Choose(matchedEvents(matcher, d))
		rules[half].Add(row.Root, root, found)
		root, found = row.Choose(recordedEvents(&rec))
		records[half].Add(row.Root, root, found)
		if half == 0 && left > 0 && root != row.Root {
			left--
			fmt.Fprintf(std.out, "%s, got %q: %s\n", row.Root, root, row.Sentence)
			for k := range rec.Events {
				fmt.Fprintf(std.out, "    %s [%s]\n", eval.Line(&rec.Events[k]), rec.Events[k].Rule)
			}
			for _, u := range rec.Uncoded {
				fmt.Fprintf(std.out, "    - %s: %s\n", u.Word, u.Reason)
			}
		}
	}
	for half, name := range [...]string{"development half", "half set aside"} {
		if rules[half].Rows == 0 {
			continue
		}
		if c.Whole {
			name = "all rows"
		}
		printPlover(std.out, name+", rules", &rules[half])
		printPlover(std.out, name+", records", &records[half])
	}
	return nil
}

func printPlover(out io.Writer, name string, s *eval.PloverScore) {
	low, high := s.Interval((*eval.PloverScore).MacroF1)
	aLow, aHigh := s.Interval((*eval.PloverScore).Accuracy)
	fmt.Fprintf(out, "%s: %d rows, %d coded\n", name, s.Rows, s.Coded)
	fmt.Fprintf(out, "  root macro-F1 %.3f [%.3f, %.3f]  accuracy %.3f [%.3f, %.3f]  quad macro-F1 %.3f\n",
		s.MacroF1(), low, high, s.Accuracy(), aLow, aHigh, s.QuadMacroF1())
	fmt.Fprintf(out, "  both found %.3f, with the right class %.3f\n", float64(s.Both)/float64(s.Rows), float64(s.BothRight)/float64(s.Rows))
	for _, class := range s.Classes() {
		p := s.Class(class)
		fmt.Fprintf(out, "  %-10s P %.3f  R %.3f  F1 %.3f  (%d)\n", class, p.Precision(), p.Recall(), p.F1(), p.TP+p.FN)
	}
}

// matchedEvents are the codebook's matches with phrases for parties.
func matchedEvents(m *codebook.Matcher, d *doc.Document) []eval.PloverEvent {
	var out []eval.PloverEvent
	for i := range d.Sentences {
		s := &d.Sentences[i]
		parties := func(toks []int) []eval.PloverParty {
			var list []eval.PloverParty
			for _, t := range toks {
				first, end := s.Subtree(t)
				list = append(list, eval.PloverParty{
					Heads: []nuncio.Span{{Start: s.Tokens[t].Start, End: s.Tokens[t].End}},
					Whole: nuncio.Span{Start: s.Tokens[first].Start, End: s.Tokens[end-1].End},
				})
			}
			return list
		}
		for _, mt := range m.Sentence(d, i) {
			e := eval.PloverEvent{
				Event: mt.Event, Mode: mt.Mode, Status: mt.Status, Actor: parties(mt.Actor), Recipient: parties(mt.Recipient),
				Reciprocal: mt.Reciprocal, Inner: mt.Parent >= 0, Depth: depth(s, mt.Tok),
			}
			if len(mt.Recipient) == 0 {
				e.Recipient = withoutHeads(parties([]int{mt.Tok}))
			}
			switch {
			case e.Status != "":
			case mt.Clause.Negated:
				e.Status = nuncio.Negated
			case mt.Clause.Future:
				e.Status = nuncio.Planned
			}
			out = append(out, e)
		}
	}
	return out
}

// withoutHeads lets an act without recipient count as near to what its clause names.
func withoutHeads(p []eval.PloverParty) []eval.PloverParty {
	for i := range p {
		p[i].Heads = nil
	}
	return p
}

func depth(s *doc.Sentence, tok int) int {
	n := 0
	for tok >= 0 && n < 50 {
		tok = s.Tokens[tok].Head
		n++
	}
	return n
}

// recordedEvents are the events of a record, its spans turned back into bytes.
func recordedEvents(rec *nuncio.Record) []eval.PloverEvent {
	text := rec.Report.Text
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	bytes := func(sp nuncio.Span) nuncio.Span {
		return nuncio.Span{Start: at[min(sp.Start, len(at)-1)], End: at[min(sp.End, len(at)-1)]}
	}
	if utf8.RuneCountInString(text) == len(text) {
		bytes = func(sp nuncio.Span) nuncio.Span { return sp }
	}
	mentions := map[string][]nuncio.Span{}
	for i := range rec.Entities {
		for _, sp := range rec.Entities[i].Mentions {
			mentions[rec.Entities[i].ID] = append(mentions[rec.Entities[i].ID], bytes(sp))
		}
	}
	parties := func(list []nuncio.Party) []eval.PloverParty {
		var out []eval.PloverParty
		for _, p := range list {
			q := eval.PloverParty{Whole: bytes(p.Span), Heads: mentions[p.Entity]}
			if !p.Span.IsZero() {
				q.Heads = append([]nuncio.Span{bytes(p.Span)}, q.Heads...)
			}
			out = append(out, q)
		}
		return out
	}
	var out []eval.PloverEvent
	for i := range rec.Events {
		e := &rec.Events[i]
		out = append(out, eval.PloverEvent{
			Event: e.Event, Mode: e.Mode, Status: e.Status, Actor: parties(e.Actor), Recipient: parties(e.Recipient), Reciprocal: e.Reciprocal,
			Inner: e.Status == nuncio.Demanded,
		})
		if len(e.Recipient) == 0 {
			out[len(out)-1].Recipient = []eval.PloverParty{{Whole: bytes(e.Evidence.Span)}}
		}
	}
	return out
}
