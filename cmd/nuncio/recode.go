package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"nuncio"
	"nuncio/store"
)

// recodeCmd codes what a store holds again.
type recodeCmd struct {
	coding
	storing
	Diff   bool   `help:"Show what moved."`
	DryRun bool   `name:"dry-run" help:"Change nothing; only show what would move."`
	Format string `enum:"text,json" default:"text" help:"text, or json (JSON Lines, one object a report that moved)." placeholder:"FORMAT"`
}

// Help is shown by nuncio recode --help.
func (recodeCmd) Help() string {
	return `Each report is coded with the model, codebook and catalogue of this program (and what the flags lay over them); its
events are replaced in one transaction. Occurrences follow.

Examples:
  nuncio recode --diff
  nuncio recode --codebook mine/ --dry-run --diff --format json`
}

func (c *recodeCmd) Run(ctx context.Context, std streams) error {
	parts, err := c.parts()
	if err != nil {
		return err
	}
	st, err := c.openExisting(ctx, parts.Catalogue)
	if err != nil {
		return err
	}
	defer st.Close()
	cd, err := c.coder()
	if err != nil {
		return err
	}
	w := cd.NewWorker()
	enc := json.NewEncoder(std.out)
	enc.SetEscapeHTML(false)
	reports, moved, events := 0, 0, 0
	for old, err := range st.Records(ctx) {
		if err != nil {
			return err
		}
		report := old.Report
		if !report.Dateline.IsZero() {
			report.Dateline = inBytes(report.Text, report.Dateline)
		}
		rec := w.Code(&report)
		var d store.Diff
		if c.DryRun {
			d = store.Compare(old, &rec)
		} else if d, err = st.Recode(ctx, &rec); err != nil {
			return err
		}
		reports++
		if d.Empty() {
			continue
		}
		moved++
		events += len(d.Added) + len(d.Removed) + len(d.Changed)
		switch {
		case !c.Diff && !c.DryRun:
		case c.Format == "json":
			if err := enc.Encode(d); err != nil {
				return err
			}
		default:
			showDiff(std, &rec, d)
		}
	}
	fmt.Fprintf(std.err, "nuncio: %d reports coded again; %d events moved in %d of them\n", reports, events, moved)
	return nil
}

// inBytes turns a span of code points back into one of bytes, as the coder reads it.
func inBytes(text string, s nuncio.Span) nuncio.Span {
	out, n := nuncio.Span{Start: len(text), End: len(text)}, 0
	for i := range text {
		if n == s.Start {
			out.Start = i
		}
		if n == s.End {
			out.End = i
		}
		n++
	}
	return out
}

func showDiff(std streams, rec *nuncio.Record, d store.Diff) {
	fmt.Fprintf(std.out, "%s\n", label(&rec.Report))
	for i := range d.Removed {
		fmt.Fprintf(std.out, "  - %s\n", eventLine(&d.Removed[i]))
	}
	for i := range d.Added {
		fmt.Fprintf(std.out, "  + %s\n", eventLine(&d.Added[i]))
	}
	for i := range d.Changed {
		ch := &d.Changed[i]
		fmt.Fprintf(std.out, "  ~ %s\n    %s\n    (%s)\n", eventLine(&ch.Old), eventLine(&ch.New), strings.Join(ch.Fields, ", "))
	}
}

// eventLine tells an event in one line.
func eventLine(e *nuncio.Event) string {
	var b strings.Builder
	b.WriteString(e.Event)
	if e.Mode != "" {
		b.WriteString("/" + e.Mode)
	}
	fmt.Fprintf(&b, "  %s", partyNames(e.Actor))
	if len(e.Recipient) > 0 {
		fmt.Fprintf(&b, " → %s", partyNames(e.Recipient))
	}
	fmt.Fprintf(&b, "  %s  %s", span(e.When.Interval), e.Status)
	for i, l := range e.Chain {
		if i == 0 {
			b.WriteString("  by ")
		} else {
			b.WriteString(" > ")
		}
		b.WriteString(l.Name)
	}
	fmt.Fprintf(&b, "  “%s”", e.Evidence.Trigger.Text)
	return b.String()
}

func partyNames(ps []nuncio.Party) string {
	names := make([]string, len(ps))
	for i := range ps {
		names[i] = ps[i].Name
	}
	return strings.Join(names, ", ")
}

// span writes an interval.
func span(v nuncio.Interval) string {
	switch {
	case v.IsZero():
		return "no date"
	case v.Start.IsZero():
		return "by " + v.End.String()
	case v.End.IsZero():
		return "from " + v.Start.String()
	case v.Start == v.End:
		return v.Start.String()
	}
	return v.Start.String() + ".." + v.End.String()
}
