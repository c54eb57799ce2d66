package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"nuncio"
	"nuncio/doc"
)

// EventPlace is a sentence with one marked verb and the words for where its
// event was, none when the sentence does not say.
type EventPlace struct {
	Text   string
	Verb   nuncio.Span // bytes
	Places []nuncio.Span
	Source string
}

// ReadEventPlaces reads JSON Lines of spans labelled VERB and LOCATION; what the
// annotators rejected is left out.
func ReadEventPlaces(r io.Reader) ([]EventPlace, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	var out []EventPlace
	for n := 1; lines.Scan(); n++ {
		var row struct {
			Text   string `json:"text"`
			Answer string `json:"answer"`
			Source string `json:"source"`
			Spans  []struct {
				Start int    `json:"start"`
				End   int    `json:"end"`
				Label string `json:"label"`
			} `json:"spans"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if row.Answer != "" && row.Answer != "accept" {
			continue
		}
		e := EventPlace{Text: row.Text, Source: row.Source}
		at := byteSpans(row.Text)
		for _, s := range row.Spans {
			span, ok := at(s.Start, s.End)
			switch {
			case !ok:
			case s.Label == "VERB":
				e.Verb = span
			case s.Label == "LOCATION":
				e.Places = append(e.Places, span)
			}
		}
		if !e.Verb.IsZero() {
			out = append(out, e)
		}
	}
	return out, lines.Err()
}

// EventPlaceScore counts places of events: a place is right when its words
// overlap those that the annotators marked.
type EventPlaceScore struct {
	PRF
	Silent int // sentences without a place of which none was said
	Events int
	Errors []EventPlaceError
}

// EventPlaceError is a place missed, invented or wrong.
type EventPlaceError struct {
	Gold EventPlace
	Got  *nuncio.Where
}

// Add scores the place found for one event.
func (s *EventPlaceScore) Add(gold *EventPlace, got *nuncio.Where) {
	s.Events++
	hit := false
	for _, g := range gold.Places {
		hit = hit || got != nil && g.Overlaps(got.Span)
	}
	switch {
	case hit:
		s.TP++
		return
	case got == nil && len(gold.Places) == 0:
		s.Silent++
		return
	}
	if got != nil {
		s.FP++
	}
	if len(gold.Places) > 0 {
		s.FN++
	}
	s.Errors = append(s.Errors, EventPlaceError{*gold, got})
}

// TokenAt is the address of the token of the body that begins a span.
func TokenAt(d *doc.Document, span nuncio.Span) (doc.Ref, bool) {
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Part != doc.Body {
			continue
		}
		for k := range s.Tokens {
			if t := (nuncio.Span{Start: s.Tokens[k].Start, End: s.Tokens[k].End}); t.Overlaps(span) {
				return doc.Ref{Sent: i, Tok: k}, true
			}
		}
	}
	return doc.Ref{}, false
}
