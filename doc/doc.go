// Package doc is the analysed report: sentences, tokens and trees, and the
// layers that the readers (nlp, when, where, who, voice) fill in and the coder
// reads. It holds data and ways to walk it, no decisions.
//
// Spans are half-open byte ranges of the report's text or title, told apart by
// [Part]. Tokens are addressed by sentence and index ([Ref], [Range]); heads are
// indexes within the sentence.
package doc

import "nuncio"

// Part says which of the report's two texts a sentence stands in.
type Part uint8

// The parts of a report.
const (
	Body Part = iota
	Title
)

// Document is one report under analysis. Sentences of the title, if any, come
// first. A Document is filled stage by stage and can be reused by Reset.
type Document struct {
	Report    *nuncio.Report
	Sentences []Sentence

	Names        []Name        // by nlp, in text order
	Times        []Time        // by when, in text order
	Places       []Place       // by where, in text order
	Mentions     []Mention     // by who, in text order
	Entities     []Entity      // by who; Mention.Entity indexes it
	Attributions []Attribution // by voice, outer before inner
}

// Text is the text that the part's spans count in.
func (d *Document) Text(p Part) string {
	if p == Title {
		return d.Report.Title
	}
	return d.Report.Text
}

// Words are the bytes of a range as they stand in the report.
func (d *Document) Words(r Range) string {
	if r.First >= r.End {
		return ""
	}
	sp := d.Span(r)
	return d.Text(d.Sentences[r.Sent].Part)[sp.Start:sp.End]
}

// Span is the byte span that a range of tokens covers.
func (d *Document) Span(r Range) nuncio.Span {
	t := d.Sentences[r.Sent].Tokens
	return nuncio.Span{Start: t[r.First].Start, End: t[r.End-1].End}
}

// Token is the token at an address.
func (d *Document) Token(r Ref) *Token { return &d.Sentences[r.Sent].Tokens[r.Tok] }

// Reset empties the document for another report and keeps its memory.
func (d *Document) Reset(r *nuncio.Report) {
	*d = Document{
		Report: r, Sentences: d.Sentences[:0], Names: d.Names[:0], Times: d.Times[:0], Places: d.Places[:0],
		Mentions: d.Mentions[:0], Entities: d.Entities[:0], Attributions: d.Attributions[:0],
	}
}

// Ref is the address of a token.
type Ref struct{ Sent, Tok int }

// Range is a half-open run of tokens [First, End) of one sentence.
type Range struct{ Sent, First, End int }

// IsZero reports whether the range holds nothing.
func (r Range) IsZero() bool { return r.First >= r.End }

// Has reports whether the token lies in the range.
func (r Range) Has(t Ref) bool { return r.Sent == t.Sent && r.First <= t.Tok && t.Tok < r.End }

// Contains reports whether q lies inside r.
func (r Range) Contains(q Range) bool {
	return r.Sent == q.Sent && r.First <= q.First && q.End <= r.End
}
