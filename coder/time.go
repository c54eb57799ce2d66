package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// time asks when an event was: by its own words, by the report that it stands
// in, or by its tense.
func (w *Worker) time(at doc.Ref, m *codebook.Match, status nuncio.Status) nuncio.When {
	return nuncio.When{Basis: nuncio.WhenNone}
}
