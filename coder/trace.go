package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// Trace is how a record came about: the document with all its layers and, for
// each sentence, the rules that fired.
type Trace struct {
	Doc     *doc.Document
	Fired   [][]Fired  // by sentence
	Grounds []Grounded // of each event's confidence, before merging
	Claims  []string   // by attribution: its id in the record, or that of the one around it
}

// Fired is a rule that fired on a predicate, kept or not.
type Fired struct {
	Rule, Event                  string
	Tok                          int
	Trigger                      []int
	Actor, Recipient, Via, Place []int
	Content                      int
	Score                        int
	Like                         string // why a class was proposed, where no rule fired
}

func (t *Trace) add(sent int, matches []codebook.Match) {
	for len(t.Fired) <= sent {
		t.Fired = append(t.Fired, nil)
	}
	for i := range matches {
		m := &matches[i]
		like := ""
		if m.Proposed != nil {
			like = m.Proposed.String()
		}
		t.Fired[sent] = append(t.Fired[sent], Fired{
			Like: like,
			Rule: m.Rule.ID, Event: m.Event, Tok: m.Tok, Trigger: append([]int(nil), m.Trigger...),
			Actor: append([]int(nil), m.Actor...), Recipient: append([]int(nil), m.Recipient...), Via: append([]int(nil), m.Via...),
			Place: append([]int(nil), m.Place...), Content: m.Content, Score: m.Score,
		})
	}
}

// Explain is Code with its workings; the trace's document stays true until the
// worker's next report. Spans of the record are code points, those of the
// document bytes.
func (w *Worker) Explain(rep *nuncio.Report) (nuncio.Record, *Trace) {
	w.trace = &Trace{Doc: &w.doc}
	defer func() { w.trace = nil }()
	trace := w.trace
	w.Read(rep)
	rec := w.assemble()
	for len(trace.Fired) < len(w.doc.Sentences) {
		trace.Fired = append(trace.Fired, nil)
	}
	for i := range w.doc.Attributions {
		trace.Claims = append(trace.Claims, w.claimID(i))
	}
	rec.InCodePoints()
	return rec, trace
}

func refOf(sent, tok int) doc.Ref { return doc.Ref{Sent: sent, Tok: tok} }
