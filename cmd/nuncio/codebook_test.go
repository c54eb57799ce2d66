package main

import (
	"testing"

	"nuncio/codebook"
)

// Every rule's examples hold with the built-in model.
func TestCodebookExamples(t *testing.T) {
	parts, err := new(coding).parts()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	parts.Codebook.Check(sentenceReader(parts.Engine, parts.Clause), func(v codebook.Verdict) {
		n++
		if !v.OK {
			t.Errorf("%s:%d: %s (must be coded: %v): %s\n    got %s", v.Rule.File, v.Example.Line, v.Rule.ID, v.Want, v.Example.Sentence, v.Got)
		}
	})
	if n < 300 {
		t.Errorf("only %d examples", n)
	}
}

func TestCodebookHasNoConflicts(t *testing.T) {
	parts, err := new(coding).parts()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range parts.Codebook.Lint() {
		if f.Kind == "conflict" || f.Kind == "unused" || f.Kind == "unknown context" {
			t.Error(f)
		}
	}
}
