package server

// weight is what an occurrence rests on: how many sources, how many reports that add
// none, and how many deny it.
type weight struct{ Sources, Reports, Echoes, Deniers int }

// weigh weighs what a template shows an occurrence as.
func weigh(v any) weight {
	w := weight{}
	switch v := v.(type) {
	case card:
		w = weight{Sources: v.Corroboration, Reports: v.OccurrenceRow.Reports, Deniers: len(v.DeniedBy)}
	case *card:
		return weigh(*v)
	case occurrenceView:
		w = weight{Sources: v.Corroboration, Reports: v.OccurrenceRow.Reports, Deniers: len(v.DeniedBy)}
	}
	w.Echoes = max(w.Reports-w.Sources, 0)
	return w
}

// dots is a list of n things to draw, of at most so many.
func dots(n, most int) []struct{} { return make([]struct{}, max(0, min(n, most))) }
