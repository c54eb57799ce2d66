package when

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// underHead is the day that heads the paragraph or section of a chronicle, for what has no time
// of its own there: "Friday, 15 February. Baghdad offers to withdraw". One such head alone makes
// no chronicle.
func (t *Tagger) underHead(d *doc.Document, at doc.Ref) (nuncio.When, bool) {
	if d.Sentences[at.Sent].Part != doc.Body {
		return nuncio.When{}, false
	}
	head, heads := -1, 0
	for si := range d.Sentences {
		if headOf(d, si) < 0 {
			continue
		}
		heads++
		if si < at.Sent {
			head = si
		}
	}
	if head < 0 || heads < 2 {
		return nuncio.When{}, false
	}
	x := &d.Times[headOf(d, head)]
	return nuncio.When{Interval: x.Interval, Text: d.Words(x.Range), Span: d.Span(x.Range), Basis: nuncio.WhenExpression}, true
}

// headOf is the time that fills a sentence at the start of a paragraph, a day or longer and no
// later than the report; -1 for none.
func headOf(d *doc.Document, si int) int {
	s := &d.Sentences[si]
	if s.Part != doc.Body || len(s.Tokens) > headReach || si > 0 && d.Sentences[si-1].Part == s.Part && !newParagraph(d, si) {
		return -1
	}
	for i := range d.Times {
		x := &d.Times[i]
		if x.Sent != si || x.Type != "DATE" || x.Interval.Start.IsZero() || x.Interval.End.After(d.Report.Day()) {
			continue
		}
		for k := range s.Tokens {
			if s.Tokens[k].UPOS != "PUNCT" && !x.Has(doc.Ref{Sent: si, Tok: k}) {
				return -1
			}
		}
		return i
	}
	return -1
}

// headReach is how many tokens a date at the head of a paragraph has at most.
const headReach = 8

func newParagraph(d *doc.Document, si int) bool {
	text := d.Text(d.Sentences[si].Part)
	a, b := d.Sentences[si-1].End, d.Sentences[si].Start
	return a > b || b > len(text) || strings.ContainsAny(text[a:b], "\n\r\u2029")
}
