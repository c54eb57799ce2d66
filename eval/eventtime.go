package eval

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// GoldEventTime is an event of TimeML and the expression that holds it, or none.
type GoldEventTime struct {
	Start, End int // of the event's word
	Times      []GoldTime
}

// EventTimeDoc is a text whose events are linked to its times.
type EventTimeDoc struct {
	Name    string
	Created nuncio.Date
	Text    string
	Events  []GoldEventTime
}

var (
	tmlEvent    = regexp.MustCompile(`eid="([^"]*)"`)
	tmlTID      = regexp.MustCompile(`tid="([^"]*)"`)
	tmlInstance = regexp.MustCompile(`<MAKEINSTANCE[^>]*>`)
	tmlLink     = regexp.MustCompile(`<TLINK[^>]*>`)
)

// holds are the relations by which a time holds an event.
var holds = map[string]bool{"IS_INCLUDED": true, "DURING": true, "SIMULTANEOUS": true}

// ReadEventTimes reads TimeML files below dir: every event, with the times other
// than the date of creation that a TLINK says hold it.
func ReadEventTimes(dir string, half Half) ([]EventTimeDoc, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*", "*.tml"))
	if err != nil {
		return nil, fmt.Errorf("event times: %w", err)
	}
	sort.Strings(names)
	var docs []EventTimeDoc
	for _, name := range names {
		if half != Both && HalfOf(name) != half {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("event times: %w", err)
		}
		d, err := parseEventTimes(string(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		d.Name = filepath.Base(name)
		docs = append(docs, d)
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("event times: no .tml file one folder below %s", dir)
	}
	return docs, nil
}

func parseEventTimes(s string) (EventTimeDoc, error) {
	var d EventTimeDoc
	base, err := parseTimeML(s)
	if err != nil {
		return d, err
	}
	d.Created, d.Text = base.Created, base.Text
	a, b := strings.Index(s, "<TEXT>")+len("<TEXT>"), strings.LastIndex(s, "</TEXT>")
	body := s[a:b]
	type span struct{ start, end int }
	spans := make(map[string]span)
	times := make(map[string]GoldTime)
	var order, open []string
	at, n := 0, 0
	for _, m := range timexTag.FindAllStringIndex(body, -1) {
		n += len(html.UnescapeString(body[at:m[0]]))
		at = m[1]
		tag := body[m[0]:m[1]]
		switch {
		case strings.HasPrefix(tag, "<EVENT"), strings.HasPrefix(tag, "<TIMEX"):
			re := tmlEvent
			if tag[1] == 'T' {
				re = tmlTID
			}
			id := ""
			if k := re.FindStringSubmatch(tag); k != nil {
				id = k[1]
			}
			spans[id] = span{start: n}
			if tag[1] == 'E' {
				order = append(order, id)
			} else {
				g := GoldTime{}
				for _, kv := range timexKey.FindAllStringSubmatch(tag, -1) {
					if kv[1] == "value" {
						g.Value = kv[2]
					}
				}
				times[id] = g
			}
			open = append(open, id)
		case (strings.HasPrefix(tag, "</EVENT") || strings.HasPrefix(tag, "</TIMEX")) && len(open) > 0:
			id := open[len(open)-1]
			open = open[:len(open)-1]
			spans[id] = span{spans[id].start, n}
		}
	}
	event := make(map[string]string) // instance → event
	for _, tag := range tmlInstance.FindAllString(s, -1) {
		kv := attributes(tag)
		event[kv["eiid"]] = kv["eventID"]
	}
	linked := make(map[string][]GoldTime)
	for _, tag := range tmlLink.FindAllString(s, -1) {
		kv := attributes(tag)
		t, ok := times[kv["relatedToTime"]]
		e := event[kv["eventInstanceID"]]
		if ok && e != "" && holds[kv["relType"]] && t.Value != "" && isCalendar(t.Value) {
			sp := spans[kv["relatedToTime"]]
			t.Start, t.End = sp.start, sp.end
			linked[e] = append(linked[e], t)
		}
	}
	for _, id := range order {
		d.Events = append(d.Events, GoldEventTime{spans[id].start, spans[id].end, linked[id]})
	}
	return d, nil
}

// isCalendar reports whether a TIMEX3 value is a stretch of the calendar, which
// alone can date an event: not a length, a repetition or "now".
func isCalendar(v string) bool { return v[0] >= '0' && v[0] <= '9' }

func attributes(tag string) map[string]string {
	m := make(map[string]string)
	for _, kv := range timexKey.FindAllStringSubmatch(tag, -1) {
		m[kv[1]] = kv[2]
	}
	return m
}

// EventTimeScore counts events whose time stands in their own sentence: Right
// where the expression found to govern the event overlaps one that is linked to
// it, Other where another was taken, None where none was.
type EventTimeScore struct {
	Events, Right, Other, None int
	Errors                     []string
}

// ScoreEventTimes asks when every linked event was.
func ScoreEventTimes(docs []EventTimeDoc, analyse Analyse, ask func(d *doc.Document, at doc.Ref) nuncio.When) EventTimeScore {
	var sc EventTimeScore
	for i := range docs {
		g := &docs[i]
		d := analyse(g.Text, g.Created)
		for _, e := range g.Events {
			at, ok := tokenAt(d, e.Start)
			if !ok {
				continue
			}
			s := &d.Sentences[at.Sent]
			var near []GoldTime
			for _, t := range e.Times {
				if t.Start >= s.Start && t.End <= s.End {
					near = append(near, t)
				}
			}
			if len(near) == 0 {
				continue
			}
			sc.Events++
			w := ask(d, at)
			switch {
			case w.Basis != nuncio.WhenExpression:
				sc.None++
			case overlapsAny(w.Span, near):
				sc.Right++
				continue
			default:
				sc.Other++
			}
			sc.Errors = append(sc.Errors, fmt.Sprintf("%s: %q linked to %q, got %q (%s): %s", g.Name, d.Token(at).Form, g.Text[near[0].Start:near[0].End], w.Text, w.Basis,
				strings.Join(strings.Fields(g.Text[s.Start:s.End]), " ")))
		}
	}
	return sc
}

func overlapsAny(sp nuncio.Span, times []GoldTime) bool {
	for _, t := range times {
		if sp.Start < t.End && t.Start < sp.End {
			return true
		}
	}
	return false
}

func tokenAt(d *doc.Document, offset int) (doc.Ref, bool) {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if offset < s.Start || offset >= s.End || s.Part != doc.Body {
			continue
		}
		for k := range s.Tokens {
			if s.Tokens[k].Start <= offset && offset < s.Tokens[k].End {
				return doc.Ref{Sent: i, Tok: k}, true
			}
		}
	}
	return doc.Ref{}, false
}
