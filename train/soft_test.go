package train

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nuncio/nlp"
)

func TestSoften(t *testing.T) {
	path := filepath.Join(t.TempDir(), "scores")
	if err := os.WriteFile(path, []byte(outsideScores), 0o644); err != nil {
		t.Fatal(err)
	}
	labels := &nlp.Labels{UPOS: []string{"VERB", "NOUN"}, XPOS: []string{"NN", "VBZ"}, Rels: []string{"root", "nsubj"}}
	ex := []*example{
		{forms: []string{"Rain", "falls"}, gold: []gold{{upos: 1, head: 2, rel: 1}, {head: 0}}},
		{forms: []string{"Snow", "falls"}, gold: make([]gold, 2)},
	}
	if err := soften(ex, path, 0.5, labels); err != nil {
		t.Fatal(err)
	}
	if ex[1].soft != nil {
		t.Error("a sentence that the teacher has not seen is softened")
	}
	rain := ex[0].shared(0)
	for name, list := range map[string][]share{"tags": rain.upos, "heads": rain.head, "relations": rain.rel} {
		var sum float32
		for _, s := range list {
			sum += s.part
		}
		if !nearly(sum, 0.5) {
			t.Errorf("%s of Rain share %g, not a half: %v", name, sum, list)
		}
	}
	if rain.rel[0].label != 1 || len(rain.rel) != 1 { // obj is none of our relations
		t.Errorf("relations of Rain: %v", rain.rel)
	}
	if err := soften(ex, path, 1.5, labels); err == nil || !strings.Contains(err.Error(), "1.5") {
		t.Errorf("a part of more than the whole: %v", err)
	}
	if err := soften(ex, path+".no", 0.5, labels); err == nil {
		t.Error("a file that is not there is read")
	}
}

// The same sentence costs what its target costs: a share of a half is as dear as
// half of each label.
func TestSoftmaxShared(t *testing.T) {
	x := func() []float32 { return []float32{1, -1, 0.5} }
	a, b, c := x(), x(), x()
	whole := (softmax(a, 0, nil, 1) + softmax(b, 2, nil, 1)) / 2
	if got := softmax(c, 0, []share{{2, 0.5}}, 1); !nearly(float32(got), float32(whole)) {
		t.Errorf("a shared target costs %g, want %g", got, whole)
	}
	for i := range c {
		if !nearly(c[i], (a[i]+b[i])/2) {
			t.Errorf("gradient %d is %g, want %g", i, c[i], (a[i]+b[i])/2)
		}
	}
}
