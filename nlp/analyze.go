package nlp

import (
	"errors"
	"slices"

	"nuncio"
	"nuncio/doc"
)

// Analyze cuts title and body of the document's report into sentences and tokens,
// tags and parses them and finds names. What the document held of these before is
// lost. The report's dateline belongs to no sentence.
func (w *Workspace) Analyze(d *doc.Document) error {
	if err := w.Segment(d); err != nil {
		return err
	}
	return w.AnalyzeTokens(d)
}

// Segment does the first half of Analyze: sentences and tokens with their places.
func (w *Workspace) Segment(d *doc.Document) error {
	if w.segmenter == nil {
		return errors.New("the engine was made without segmentation rules")
	}
	if d.Report == nil {
		return errors.New("the document has no report")
	}
	d.Sentences, d.Names = d.Sentences[:0], d.Names[:0]
	r := d.Report
	w.segment(d, doc.Title, r.Title, 0, len(r.Title), 0)
	n := 0
	body := nuncio.Span{End: len(r.Text)}
	if cut := r.Dateline; !cut.IsZero() && body.Contains(cut) && cut.Start < cut.End {
		n = w.segment(d, doc.Body, r.Text, 0, cut.Start, 0)
		body.Start = cut.End
	}
	w.segment(d, doc.Body, r.Text, body.Start, body.End, n)
	return nil
}

// longestSentence bounds a sentence. What runs on longer (a table, a list
// without stops) is cut there, so that no text takes memory beyond its length.
const longestSentence = 400

// segment appends the sentences of text[start:end] and gives the next number.
func (w *Workspace) segment(d *doc.Document, part doc.Part, text string, start, end, number int) int {
	if start >= end {
		return number
	}
	for _, s := range w.segmenter.SegmentSpan(text, start, end) {
		for tokens := range slices.Chunk(s.Tokens, longestSentence) {
			k := len(d.Sentences)
			if k < cap(d.Sentences) { // take the memory of the sentence that was here
				d.Sentences = d.Sentences[:k+1]
			} else {
				d.Sentences = append(d.Sentences, doc.Sentence{})
			}
			t := d.Sentences[k].Tokens[:0]
			for _, tok := range tokens {
				t = append(t, doc.Token{Form: text[tok.Start:tok.End], Head: -1, Start: tok.Start, End: tok.End, Joined: tok.Joined})
			}
			span := nuncio.Span{Start: s.Start, End: s.End}
			if len(s.Tokens) > longestSentence {
				span = nuncio.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}
			}
			d.Sentences[k] = doc.Sentence{Part: part, Number: number, Start: span.Start, End: span.End, Tokens: t}
			number++
		}
	}
	return number
}
