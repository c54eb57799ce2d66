package main

import (
	"fmt"
	"io"
	"strings"

	"nuncio"
	"nuncio/store"
)

// showOccurrence writes an occurrence for people: what happened, on whose word, every
// report with its words, and what was merged or kept apart and why.
func showOccurrence(w io.Writer, o *store.Occurrence) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s", span(o.When), deed(o.Event, o.Mode, o.Actor, o.Recipient))
	if o.Where != nil {
		fmt.Fprintf(&b, "  in %s", o.Where.Name)
	}
	fmt.Fprintf(&b, "  %s  %s\n", o.Status, o.ID)
	fmt.Fprintf(&b, "  %s, %s", count(o.Corroboration, "independent origin"), count(o.Reports, "report"))
	if n := len(o.DeniedBy); n > 0 {
		fmt.Fprintf(&b, ", %s", count(n, "denier"))
	}
	b.WriteString("\n")
	for _, or := range o.Origins {
		fmt.Fprintf(&b, "    %s", originLine(&or))
		if or.Interested {
			b.WriteString(", a party to it")
		}
		fmt.Fprintf(&b, ": %s\n", count(len(or.Events), "telling"))
	}
	why := map[nuncio.EventRef]string{}
	for _, m := range o.Events {
		why[m.EventRef] = m.Why
	}
	showTellings(&b, o.Rows, "+", why)
	if len(o.Denials) > 0 {
		fmt.Fprintf(&b, "  denied by %s\n", strings.Join(o.DeniedBy, ", "))
		showTellings(&b, o.Denials, "-", nil)
	}
	for _, l := range o.Links {
		if l.From == o.ID {
			fmt.Fprintf(&b, "  %s %s: %s\n", l.Kind, l.To, l.Why)
		} else {
			fmt.Fprintf(&b, "  %s %s this: %s\n", l.From, l.Kind, l.Why)
		}
	}
	for _, a := range o.Apart {
		why := strings.TrimPrefix(a.Why, "kept apart: ")
		fmt.Fprintf(&b, "  kept apart from %s %s  %s  %s: %s\n", a.Occurrence, span(a.When), deed(a.Event, a.Mode, a.Actor, a.Recipient), a.Status, why)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// showTellings writes the events that tell of an occurrence.
func showTellings(b *strings.Builder, rows []store.EventRow, mark string, why map[nuncio.EventRef]string) {
	for i := range rows {
		r := &rows[i]
		fmt.Fprintf(b, "  %s %s  %s", mark, r.Published, outletOf(r))
		if r.CopyOf != "" {
			fmt.Fprintf(b, ", copy of %s", r.CopyOf)
		}
		fmt.Fprintf(b, "  %s/%s\n      %s\n", r.Report, r.ID, inQuotes(strings.Join(strings.Fields(r.Words), " ")))
		for k, path := range append([][]nuncio.Link{r.Chain}, r.Chains...) {
			if len(path) == 0 {
				continue
			}
			by := "on the word of"
			if k > 0 {
				by = "and of"
			}
			fmt.Fprintf(b, "      %s %s\n", by, linkNames(path))
		}
		if s := why[nuncio.EventRef{Report: r.Report, Event: r.ID}]; s != "" {
			fmt.Fprintf(b, "      merged: %s\n", s)
		}
	}
}

// deed is who did what to whom.
func deed(event, mode string, actor, recipient []nuncio.Party) string {
	if mode != "" {
		event += "/" + mode
	}
	who := partyNames(actor)
	if who == "" {
		who = "somebody"
	}
	if len(recipient) > 0 {
		who += " → " + partyNames(recipient)
	}
	return event + "  " + who
}

func linkNames(path []nuncio.Link) string {
	names := make([]string, len(path))
	for i, l := range path {
		names[i] = l.Name
	}
	return strings.Join(names, " > ")
}

// originLine names an origin with its id, where the id says more.
func originLine(or *nuncio.Origin) string {
	switch {
	case strings.HasPrefix(or.ID, "report/"):
		return "a report without outlet (" + or.ID + ")"
	case or.Name == or.ID:
		return or.Name
	}
	return or.Name + " (" + or.ID + ")"
}

// inQuotes puts a text in quotation marks, unless it has some of its own.
func inQuotes(s string) string {
	if strings.ContainsAny(s, "“”\"") {
		return s
	}
	return "“" + s + "”"
}

func outletOf(r *store.EventRow) string {
	switch {
	case r.Outlet == "" && r.Agency == "":
		return "(no outlet)"
	case r.Agency == "" || r.Agency == r.Outlet:
		return r.Outlet
	case r.Outlet == "":
		return r.Agency
	}
	return r.Outlet + " (" + r.Agency + ")"
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
