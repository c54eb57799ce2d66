package coder

import (
	"nuncio"
	"nuncio/codebook"
)

// unwilling adds the refusal that the report's own "will not" tells: "Israel will not
// release the prisoners" refuses, and the release stays undone. What others say that
// somebody will not do is a forecast.
func (w *Worker) unwilling(m *codebook.Match, i int) {
	e := w.deeds[i].event // a copy: the list grows
	if m.Parent >= 0 || m.Rule.Negated || !m.Clause.Negated || !m.Clause.Future || e.Status != nuncio.Negated || len(e.Chain) > 0 || len(e.Actor) == 0 {
		return
	}
	if q := w.Codebook.Quad(e.Event); q != 1 && q != 2 {
		return
	}
	label, ok := w.Codebook.Root("REJECT")
	if !ok {
		return
	}
	e.Event, e.Mode, e.Context, e.CAMEO = label.Event, "", nil, label.CAMEO
	e.Quad, e.Goldstein, e.Reciprocal = w.Codebook.Quad(e.Event), w.Codebook.Goldstein(e.CAMEO), false
	e.Status, e.StatusText, e.Via = nuncio.Asserted, nil, nil
	e.When = nuncio.When{Interval: nuncio.Interval{End: w.doc.Report.Day()}, Basis: nuncio.WhenTense}
	e.Confidence = max(0, e.Confidence-unnamedDoer)
	w.deeds = append(w.deeds, deed{event: e, at: w.deeds[i].at})
}
