package intake

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"nuncio"
)

const petrarchFile = `<?xml version="1.0" encoding="UTF-8"?>
<Sentences>
<Sentence date="20240314" id="AFP-1" source="AFP" sentence="true">
<Text>
` + story + `
</Text>
<Parse>(ROOT (S ))</Parse>
</Sentence>
<Sentence date="20240231" id="2" source="Harbour Times" sentence="true"><Text>Marks & Sons, Ghana's harbour firm, met the minister.</Text></Sentence>
<Sentence date="20240315" id="3" source="X" sentence="true"><Wrong></Sentence>
<Sentence date="20240316" id="4" source="X" sentence="true"><Text>` + story + `</Text></Sentence>
</Sentences>`

func TestPETRARCH(t *testing.T) {
	reps, errs := readAll(t, "p.xml", petrarchFile, Options{})
	if len(reps) != 3 || len(errs) != 1 || !strings.Contains(errs[0], "p.xml at byte ") {
		t.Fatalf("%d reports, errors %q", len(reps), errs)
	}
	if a := reps[0]; a.Text != story || a.Published != date("2024-03-14") || a.Basis != nuncio.DateFromXML || a.Outlet != "AFP" {
		t.Errorf("%+v", a)
	}
	if b := reps[1]; !b.Published.IsZero() || !strings.HasPrefix(b.Text, "Marks & Sons, Ghana's") || !strings.Contains(b.Warnings[0], "impossible") {
		t.Errorf("%+v", b)
	}
	if reps[2].Published != date("2024-03-16") {
		t.Errorf("%+v", reps[2])
	}
}

func TestPETRARCHLimits(t *testing.T) {
	long := `<Sentences><Sentence date="20240314"><Text>` + strings.Repeat("word ", 5000) + `</Text></Sentence>` +
		`<Sentence date="20240314"><Text>` + story + `</Text></Sentence></Sentences>`
	reps, errs := readAll(t, "p.xml", long, Options{Limits: Limits{Report: 1000, Line: 1000}})
	if len(reps) != 1 || len(errs) != 1 || !strings.Contains(errs[0], "limit of 2000 bytes") {
		t.Errorf("%d reports, errors %q", len(reps), errs)
	}
	_, errs = readAll(t, "p.xml", "<Sentences></Sentences>", Options{})
	if len(errs) != 1 || !strings.Contains(errs[0], "no element <Sentence>") {
		t.Errorf("errors %q", errs)
	}
}

func FuzzPETRARCH(f *testing.F) {
	f.Add([]byte(petrarchFile))
	f.Add([]byte("<Sentence><Sentence ></Sentence>"))
	r := testReader(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		for rep, err := range r.Read(context.Background(), "fuzz", bytes.NewReader(b), Options{Format: FormatXML, Limits: Limits{Report: 1 << 14}}) {
			if err == nil && rep.Text == "" {
				t.Fatal("a report without words")
			}
		}
	})
}
