package voice_test

import (
	"testing"

	"nuncio"
)

func TestKindAndLevel(t *testing.T) {
	tests := []struct {
		id, cue string
		kind    nuncio.LinkKind
		level   string
	}{
		{"wire1", "said", nuncio.LinkGovernment, "ministry statement"},
		{"wire2", "told", nuncio.LinkOfficial, "spokesperson"},
		{"wire3", "said", nuncio.LinkStateMedia, "commentary"},
		{"wire4", "said", nuncio.LinkPerson, "press statement"},
		{"wire5", "said", nuncio.LinkGovernment, "government statement"},
		{"wire6", "quoted", nuncio.LinkAgency, ""},
		{"wire6", "saying", nuncio.LinkUnnamed, ""},
		{"wire8", "reported", nuncio.LinkStateMedia, ""},
		{"wire11", "citing", nuncio.LinkUnnamed, ""},
		{"wire15", "said", nuncio.LinkAgency, ""},
		{"wire16", "said", nuncio.LinkUnnamed, ""},
		{"wire17", "said", nuncio.LinkOfficial, ""},
		{"wire20", "According to", nuncio.LinkDocument, "report"},
		{"wire22", "said", nuncio.LinkUnnamed, ""},
		{"unnamed", "said", nuncio.LinkUnnamed, ""},
		{"passive", "is believed", nuncio.LinkUnnamed, ""},
	}
	r, docs := newReader(t), reports(t)
	for _, tt := range tests {
		t.Run(tt.id+"/"+tt.cue, func(t *testing.T) {
			d := docs[tt.id]
			r.Attribute(d)
			for i := range d.Attributions {
				a := &d.Attributions[i]
				if d.Words(a.Cue) != tt.cue {
					continue
				}
				if a.Kind != tt.kind || a.Level != tt.level {
					t.Errorf("%s: %q, level %q; want %q, %q", line(d, a), a.Kind, a.Level, tt.kind, tt.level)
				}
				return
			}
			t.Errorf("no attribution with cue %q", tt.cue)
		})
	}
}
