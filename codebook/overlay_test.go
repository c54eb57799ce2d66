package codebook

import (
	"io/fs"
	"slices"
	"testing"

	"nuncio/data"
)

func TestOverlay(t *testing.T) {
	base, err := fs.Sub(data.FS, "codebook")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := Load(base)
	if err != nil {
		t.Fatal(err)
	}
	own := mapFS{
		"consult.yaml": "overlay: true\nclass: CONSULT\nrules:\n- id: brief\n  match:\n  - ACTOR hobnob with RECIPIENT\n- id: ours\n  match:\n  - ACTOR confab with RECIPIENT\n",
	}
	b, err := Load(base, own)
	if err != nil {
		t.Fatal(err)
	}
	if b.Version() == plain.Version() {
		t.Error("the version does not tell the overlay")
	}
	if len(b.Rules) != len(plain.Rules)+1 {
		t.Errorf("%d rules, want one more than %d", len(b.Rules), len(plain.Rules))
	}
	i := slices.IndexFunc(b.Rules, func(r Rule) bool { return r.ID == "consult/brief" })
	if i < 0 || b.Rules[i].Templates[0].Text != "ACTOR hobnob with RECIPIENT" {
		t.Error("the rule of a known id was not replaced")
	}

	whole := mapFS{"consult.yaml": "class: CONSULT\nrules:\n- id: only\n  match:\n  - ACTOR hobnob with RECIPIENT\n"}
	if b, err = Load(base, whole); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, r := range b.Rules {
		if r.Event == "CONSULT" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d CONSULT rules after the file was replaced, want 1", n)
	}

	if _, err := Load(base, mapFS{"bad.yaml": "class: CONSULT\nrules:\n- id: x\n  match:\n  - ACTOR see $nothing\n"}); err == nil {
		t.Error("an unknown word class was accepted")
	}
}
