package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"nuncio"
	"nuncio/coder"
	"nuncio/eval"
)

// evalSampleCmd draws events for a reader to judge.
type evalSampleCmd struct {
	inputs
	Seed    string `required:"" help:"Any word; the same word draws the same rows."`
	Number  int    `short:"n" default:"100" help:"How many rows; 0 for all, in the order of the draw."`
	Uncoded bool   `help:"Draw sentences with a political verb that gave no event, with the reason, in place of events."`
}

// Help is shown by nuncio eval sample --help.
func (evalSampleCmd) Help() string {
	return `The draw is by a digest of the seed, the report, and the class and words of the event, so that anybody can draw the same events again from the
same reports, and an event that is mended since leaves the others where they were. Tab-separated columns, events: report, its outlet, its day,
the sentence, the words that tell the event, class and mode, CAMEO code, actor, recipient, go-between, time and its basis, place, status, chain, rule.
Sentences without event: report, outlet, day, the sentence, the word, the reason.

Example:
  nuncio eval sample --seed spring -n 200 stories.jsonl > to-judge.tsv`
}

func (c *evalSampleCmd) Run(ctx context.Context, std streams) error {
	parts, err := c.coder()
	if err != nil {
		return err
	}
	draw := eval.Sample{Seed: c.Seed, N: c.Number}
	err = c.eachWith(ctx, std, func() func(*nuncio.Report) result {
		w := parts.NewWorker()
		return func(rep *nuncio.Report) result {
			res := result{record: w.Code(rep)}
			if c.Uncoded && len(res.record.Uncoded) > 0 {
				res.layers = w.Annotate(rep, map[string]bool{"sentences": true})
			}
			return res
		}
	}, func(res *result) error {
		if c.Uncoded {
			drawUncoded(&draw, &res.record, &res.layers)
		} else {
			drawEvents(&draw, &res.record)
		}
		return nil
	})
	for _, row := range draw.Rows() {
		fmt.Fprintln(std.out, row)
	}
	return err
}

func drawEvents(draw *eval.Sample, rec *nuncio.Record) {
	cut := cutter(rec)
	for i := range rec.Events {
		e := &rec.Events[i]
		at := e.Evidence.Trigger.Span
		draw.Add(tabbed(append(reportColumns(rec),
			cut(e.In, e.Evidence.Span), e.Evidence.Trigger.Text, strings.TrimSuffix(e.Event+"/"+e.Mode, "/"), e.CAMEO,
			partyColumn(e.Actor), partyColumn(e.Recipient), partyColumn(e.Via),
			e.When.Start.String()+".."+e.When.End.String()+" "+string(e.When.Basis), placeColumn(e.Where), string(e.Status), chainColumn(e.Chain), e.Rule)),
			rec.Report.ID, e.In, strconv.Itoa(at.Start), strconv.Itoa(at.End), e.Event)
	}
}

// drawUncoded draws among the sentences that gave no event at all, each with its
// first reason.
func drawUncoded(draw *eval.Sample, rec *nuncio.Record, layers *coder.Layers) {
	type key struct {
		in string
		n  int
	}
	done := map[key]bool{}
	for i := range rec.Events {
		done[key{rec.Events[i].In, rec.Events[i].Evidence.Sentence}] = true
	}
	spans := map[key]nuncio.Span{}
	for _, s := range layers.Sentences {
		spans[key{s.In, s.Number}] = s.Span
	}
	cut := cutter(rec)
	for _, u := range rec.Uncoded {
		k := key{u.In, u.Sentence}
		if done[k] {
			continue
		}
		done[k] = true
		draw.Add(tabbed(append(reportColumns(rec), cut(u.In, spans[k]), u.Word, u.Reason)), rec.Report.ID, u.In, strconv.Itoa(u.Sentence))
	}
}

func reportColumns(rec *nuncio.Record) []string {
	return []string{rec.Report.ID, rec.Report.Outlet, rec.Report.Published.String()}
}

// cutter cuts words out of a record's text or title, by code points.
func cutter(rec *nuncio.Record) func(in string, s nuncio.Span) string {
	text, title := []rune(rec.Report.Text), []rune(rec.Report.Title)
	return func(in string, s nuncio.Span) string {
		if in == "title" {
			return string(title[s.Start:s.End])
		}
		return string(text[s.Start:s.End])
	}
}

// tabbed joins columns; white space within one is a single space.
func tabbed(columns []string) string {
	for i, c := range columns {
		columns[i] = strings.Join(strings.Fields(c), " ")
	}
	return strings.Join(columns, "\t")
}

func partyColumn(list []nuncio.Party) string {
	names := make([]string, len(list))
	for i := range list {
		names[i] = strings.TrimSuffix(list[i].Name+" ("+list[i].Code+")", " ()")
	}
	return strings.Join(names, "; ")
}

func placeColumn(p *nuncio.Where) string {
	if p == nil {
		return ""
	}
	return p.Name
}

func chainColumn(chain []nuncio.Link) string {
	names := make([]string, len(chain))
	for i := range chain {
		names[i] = chain[i].Name + " (" + string(chain[i].Kind) + ")"
	}
	return strings.Join(names, " > ")
}
