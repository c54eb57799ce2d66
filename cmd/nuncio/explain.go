package main

import (
	"context"
	"fmt"
	"strings"

	"nuncio"
	"nuncio/coder"
	"nuncio/doc"
)

// explainCmd shows how each sentence was read.
type explainCmd struct {
	inputs
}

// Help is shown by nuncio explain --help.
func (explainCmd) Help() string {
	return `For each sentence: tokens, tags and tree, names, time expressions, who is who and why, attributions, the
rules that fired and on what, the events that came of them, and why a political verb gave none.

Example:
  nuncio explain examples/2019-11-baku.txt`
}

func (c *explainCmd) Run(ctx context.Context, std streams) error {
	s := newShow(std.out)
	c.Workers = 1 // a trace lives in its worker until the next report
	coder, err := c.coder()
	if err != nil {
		return err
	}
	worker := coder.NewWorker()
	// The work is done where the result is used, so that the trace is still true.
	return c.eachWith(ctx, std, func() func(*nuncio.Report) result {
		return func(rep *nuncio.Report) result { return result{record: nuncio.Record{Report: *rep}} }
	}, func(res *result) error {
		rep := res.record.Report
		rec, trace := worker.Explain(&rep)
		s.explain(&rec, trace)
		return s.err
	})
}

func (s *show) explain(rec *nuncio.Record, trace *coder.Trace) {
	s.head(&rec.Report)
	d := trace.Doc
	for i := range d.Sentences {
		sent := &d.Sentences[i]
		where := ""
		if sent.Part == doc.Title {
			where = "title "
		}
		s.printf("\n%s %s\n", s.bold(fmt.Sprintf("── %s%d", where, sent.Number)), strings.Join(strings.Fields(d.Text(sent.Part)[sent.Start:sent.End]), " "))
		s.tree(sent)
		s.layers(d, i, trace.Claims)
		for _, f := range trace.Fired[i] {
			s.fired(sent, f)
		}
		in := ""
		if sent.Part == doc.Title {
			in = "title"
		}
		for k := range rec.Events {
			if e := &rec.Events[k]; e.In == in && e.Evidence.Sentence == sent.Number {
				s.event(rec, e)
			}
		}
		for _, u := range rec.Uncoded {
			if u.In == in && u.Sentence == sent.Number {
				s.printf("  %s %s: %s\n", s.dim("not coded"), u.Word, u.Reason)
			}
		}
	}
}

// tree draws the dependencies: each token with a line to its head.
func (s *show) tree(sent *doc.Sentence) {
	var walk func(i int, prefix string, last bool)
	seen := 0
	walk = func(i int, prefix string, last bool) {
		if seen++; seen > len(sent.Tokens) {
			return
		}
		t := &sent.Tokens[i]
		joint, next := "├─ ", "│  "
		if last {
			joint, next = "└─ ", "   "
		}
		feats := ""
		if t.Feats != "_" {
			feats = " " + t.Feats
		}
		s.printf("  %s %s%s%s  %s%s\n", s.dim(fmt.Sprintf("%3d", i+1)), s.dim(prefix+joint), s.bold(t.Form),
			s.dim(" "+t.Deprel), t.UPOS, s.dim(" "+t.XPOS+" "+t.Lemma+feats))
		var kids []int
		for c := range sent.Children(i) {
			kids = append(kids, c)
		}
		for k, c := range kids {
			walk(c, prefix+next, k == len(kids)-1)
		}
	}
	if root := sent.Root(); root >= 0 {
		walk(root, "", true)
	}
}

// layers lists what the readers found in a sentence.
func (s *show) layers(d *doc.Document, i int, claims []string) {
	row := func(kind, text, what string) {
		s.printf("  %s %s  %s\n", s.dim(fmt.Sprintf("%-11s", kind)), text, s.dim(what))
	}
	for k := range d.Names {
		if n := &d.Names[k]; n.Sent == i {
			row("name", d.Words(n.Range), n.Type)
		}
	}
	for k := range d.Times {
		if t := &d.Times[k]; t.Sent == i {
			row("time", d.Words(t.Range), fmt.Sprintf("%s %s, %s: %s", t.Type, t.Value, interval(t.Interval), t.Reason))
		}
	}
	for k := range d.Places {
		if p := &d.Places[k]; p.Sent == i {
			row("place", fmt.Sprintf("%s = %s", d.Words(p.Range), place(&p.Where)), p.Reason)
		}
	}
	for k := range d.Mentions {
		m := &d.Mentions[k]
		if m.Sent != i {
			continue
		}
		var who []string
		if m.Entity >= 0 {
			who = append(who, d.Entities[m.Entity].ID)
		}
		for _, e := range m.Members {
			who = append(who, d.Entities[e].ID)
		}
		if len(who) == 0 {
			who = []string{"nobody"}
		}
		what := strings.Join(who, " + ")
		if m.Place {
			what += " (place)"
		}
		row("who", d.Words(m.Range)+" = "+what, m.Reason)
	}
	for k := range d.Attributions {
		a := &d.Attributions[k]
		if a.Cue.IsZero() && (len(a.Content) == 0 || a.Content[0].Sent != i) || !a.Cue.IsZero() && a.Cue.Sent != i {
			continue
		}
		source := d.Words(a.Source)
		if source == "" {
			source = "nobody named"
		}
		var content []string
		for _, c := range a.Content {
			content = append(content, firstWords(d.Words(c), 14))
		}
		row("on word of", fmt.Sprintf("%s · %s · “%s”", source, d.Words(a.Cue), strings.Join(content, " … ")), strings.Join([]string{claims[k], string(a.Style), a.Class, a.Reason}, " "))
	}
}

// place names a place with its country, precision and spot.
func place(w *nuncio.Where) string {
	text := w.Name
	if w.Country != "" && w.Country != w.Name {
		text += ", " + w.Country
	}
	if w.Precision == "" {
		return text
	}
	text += " (" + string(w.Precision)
	if w.Lat != nil && w.Lon != nil {
		text += fmt.Sprintf(" %.2f %.2f", *w.Lat, *w.Lon)
	}
	return text + ")"
}

// why is how well a rule fitted, or what a proposal rests on.
func why(f coder.Fired) string {
	if f.Like != "" {
		return f.Like
	}
	return fmt.Sprintf("score %d", f.Score)
}

func (s *show) fired(sent *doc.Sentence, f coder.Fired) {
	words := func(name string, toks []int) string {
		if len(toks) == 0 {
			return ""
		}
		var w []string
		for _, t := range toks {
			w = append(w, sent.Tokens[t].Form)
		}
		return "  " + name + "=" + strings.Join(w, "+")
	}
	s.printf("  %s %s  on “%s”%s%s%s%s  %s\n", s.dim("rule       "), f.Rule, strings.TrimSpace(words("", f.Trigger)),
		words("actor", f.Actor), words("recipient", f.Recipient), words("via", f.Via), words("place", f.Place), s.dim(why(f)))
}
