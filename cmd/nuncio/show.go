package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/fatih/color"
	"golang.org/x/term"

	"nuncio"
)

// show writes records for people. Colours and underlining come only on a
// terminal (and not with NO_COLOR); elsewhere the trigger stands in brackets.
type show struct {
	w     io.Writer
	plain bool
	width int
	err   error
}

func newShow(w io.Writer) *show {
	s := &show{w: w, plain: !isTerminal(w) || os.Getenv("NO_COLOR") != "", width: 110}
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width >= 40 {
			s.width = min(width, 140)
		}
	}
	return s
}

func (s *show) printf(format string, args ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s.w, format, args...)
	}
}

func (s *show) blank() { s.printf("\n") }

func (s *show) paint(text string, attrs ...color.Attribute) string {
	if s.plain || text == "" {
		return text
	}
	c := color.New(attrs...)
	c.EnableColor()
	return c.Sprint(text)
}

func (s *show) dim(text string) string  { return s.paint(text, color.Faint) }
func (s *show) bold(text string) string { return s.paint(text, color.Bold) }

// record writes one record: the report, one block an event, standing relations,
// and a count of what was not coded.
func (s *show) record(rec *nuncio.Record) error {
	s.head(&rec.Report)
	if len(rec.Events) == 0 {
		s.printf("\n  no events\n")
	}
	for i := range rec.Events {
		s.event(rec, &rec.Events[i])
	}
	if len(rec.Relations) > 0 {
		s.printf("\n%s\n", s.bold("Standing relations"))
		for i := range rec.Relations {
			s.relation(rec, &rec.Relations[i])
		}
	}
	if n := len(rec.Uncoded); n > 0 {
		s.printf("\n%s\n", s.dim(fmt.Sprintf("%d political verb(s) gave no event; nuncio explain says why", n)))
	}
	return s.err
}

func (s *show) head(r *nuncio.Report) {
	var parts []string
	if r.Outlet != "" {
		parts = append(parts, r.Outlet)
	}
	if r.Published.IsZero() {
		parts = append(parts, "no date")
	} else {
		parts = append(parts, fmt.Sprintf("%s %s", r.Published.Weekday(), r.Published))
	}
	if r.Agency != "" {
		parts = append(parts, "wire: "+r.Agency)
	}
	title := r.Title
	if title == "" {
		title = firstWords(r.Text, 12)
	}
	s.printf("%s  %s\n", s.bold(title), s.dim(strings.Join(parts, " · ")))
	for _, w := range r.Warnings {
		s.printf("  %s %s\n", s.paint("warning:", color.FgYellow), w)
	}
}

var quadColor = [5]color.Attribute{color.FgWhite, color.FgCyan, color.FgGreen, color.FgYellow, color.FgRed}

func (s *show) event(rec *nuncio.Record, e *nuncio.Event) {
	what := e.Event
	if e.Mode != "" {
		what += " " + e.Mode
	}
	quad := color.FgWhite
	if e.Quad >= 0 && e.Quad < len(quadColor) {
		quad = quadColor[e.Quad]
	}
	arrow := "→"
	if e.Reciprocal {
		arrow = "↔"
	}
	line := partiesOf(e.Actor)
	if len(e.Recipient) > 0 {
		line += " " + arrow + " " + partiesOf(e.Recipient)
	}
	if len(e.Via) > 0 {
		line += " via " + partiesOf(e.Via)
	}
	s.printf("\n%s  %s  %s  %s\n", s.dim(fmt.Sprintf("%-3s", e.ID)), s.bold(interval(e.When.Interval)), s.paint(what, quad, color.Bold), line)
	status := string(e.Status)
	if e.StatusText != nil && e.Status != nuncio.Asserted {
		status += " (“" + e.StatusText.Text + "”)"
	}
	if e.Condition != nil {
		status += ", condition: “" + e.Condition.Text + "”"
	}
	s.printf("     %s · %s", status, word(e))
	if e.CAMEO != "" {
		s.printf(" · %s", s.dim("CAMEO "+e.CAMEO))
	}
	if e.Where != nil {
		s.printf(" · at %s", e.Where.Name)
	}
	s.printf("\n")
	s.quote(rec, e.In, e.Evidence)
}

// word says on whose word an event stands.
func word(e *nuncio.Event) string {
	if len(e.Chain) == 0 {
		return "reported"
	}
	text := "claimed: " + chain(e.Chain)
	for _, c := range e.Chains {
		if len(c) == 0 {
			text += "; also reported"
			continue
		}
		text += "; also " + chain(c)
	}
	return text
}

func chain(links []nuncio.Link) string {
	names := make([]string, len(links))
	for i, l := range links {
		names[i] = l.Name
		if string(l.Kind) != l.Name {
			names[i] += " (" + string(l.Kind) + ")"
		}
	}
	return strings.Join(names, " → ")
}

func partiesOf(list []nuncio.Party) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name
		if p.Code != "" && p.Code != p.Name {
			names[i] += " (" + p.Code + ")"
		}
	}
	return strings.Join(names, ", ")
}

// interval is an interval as people write it.
func interval(v nuncio.Interval) string {
	switch {
	case v.IsZero():
		return "day unknown"
	case v.Start.IsZero():
		return "until " + v.End.String()
	case v.End.IsZero():
		return "from " + v.Start.String()
	case v.Start == v.End:
		return v.Start.String()
	}
	first, last := v.Start, v.End
	monthEnd := nuncio.NewDate(last.Year, last.Month+1, 0).Day
	switch {
	case first.Day == 1 && last.Day == monthEnd && first.Year == last.Year && first.Month == last.Month:
		return fmt.Sprintf("%s %d", first.Month, first.Year)
	case first.Day == 1 && first.Month == 1 && last.Month == 12 && last.Day == 31 && first.Year == last.Year:
		return fmt.Sprintf("%d", first.Year)
	}
	return first.String() + " … " + last.String()
}

// quote shows the words behind a row with its trigger marked.
func (s *show) quote(rec *nuncio.Record, in string, ev nuncio.Evidence) {
	text := []rune(rec.Report.Text)
	if in == "title" {
		text = []rune(rec.Report.Title)
	}
	span, trigger := ev.Span, ev.Trigger.Span
	if span.End > len(text) || trigger.End > span.End || trigger.Start < span.Start {
		return
	}
	clean := func(start, end int) string {
		f := strings.Join(strings.Fields(string(text[start:end])), " ")
		if f == "" {
			return ""
		}
		if start < end && isSpace(text[start]) {
			f = " " + f
		}
		if isSpace(text[end-1]) {
			f += " "
		}
		return f
	}
	before, word, after := clean(span.Start, trigger.Start), clean(trigger.Start, trigger.End), clean(trigger.End, span.End)
	room := s.width - 9 - len([]rune(word))
	before, after = shorten(before, after, room)
	if s.plain {
		word = "[" + word + "]"
	} else {
		word = s.paint(word, color.Underline)
	}
	s.printf("     %s%s%s\n", s.dim("“"+before), word, s.dim(after+"”"))
}

func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' }

// shorten cuts what stands around the trigger to the room on one line.
func shorten(before, after string, room int) (string, string) {
	b, a := []rune(before), []rune(after)
	if len(b)+len(a) <= room {
		return before, after
	}
	half := max(room/2, 10)
	if len(b) > half {
		keep := max(half, room-len(a))
		if keep < len(b) {
			b = append([]rune("…"), b[len(b)-keep+1:]...)
		}
	}
	if len(b)+len(a) > room {
		keep := max(room-len(b)-1, 0)
		if keep < len(a) {
			a = append(a[:keep:keep], '…')
		}
	}
	return string(b), string(a)
}

func (s *show) relation(rec *nuncio.Record, r *nuncio.Relation) {
	names := make([]string, len(r.Between))
	for i, id := range r.Between {
		names[i] = id
		for k := range rec.Entities {
			if rec.Entities[k].ID == id {
				names[i] = rec.Entities[k].Name
			}
		}
	}
	what := r.Relation
	if r.Value != "" {
		what += " (" + r.Value + ")"
	}
	s.printf("%s  %s: %s · %s", s.dim(fmt.Sprintf("%-3s", r.ID)), s.bold(what), strings.Join(names, " – "), r.Status)
	if len(r.Chain) > 0 {
		s.printf(" · claimed: %s", chain(r.Chain))
	}
	s.printf("\n")
	s.quote(rec, r.In, r.Evidence)
}

func firstWords(text string, n int) string {
	f := strings.Fields(text)
	if len(f) <= n {
		return strings.Join(f, " ")
	}
	return strings.Join(f[:n], " ") + " …"
}
