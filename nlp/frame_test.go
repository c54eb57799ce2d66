package nlp

import (
	"testing"

	"nuncio/doc"
	"nuncio/nn"
)

func TestPlaceOf(t *testing.T) {
	for rel, want := range map[string]place{
		"nsubj": subject, "nsubj:pass": subject, "csubj": subject, "nsubj:outer": 0, "obj": object, "iobj": receiver,
		"ccomp": object | complement, "xcomp": complement | lacking, "obl": 0, "expl": 0,
	} {
		if got := placeOf(rel); got != want {
			t.Errorf("%s: %b, want %b", rel, got, want)
		}
	}
}

// A network of random numbers hangs subjects and objects from a head as it likes;
// afterwards each place has one, the tree is a tree, and every kernel agrees.
func TestFrame(t *testing.T) {
	e, sents := randomEngine(t, []string{"ccomp", "dep", "nsubj", "nsubj:pass", "obj", "root", "xcomp"})
	free := *e
	free.places = make([]place, len(e.places))
	if n := twice(t, &free, sents); n < 20 {
		t.Errorf("%d places are taken twice before: too few to test with", n)
	}
	var want []doc.Token
	for _, k := range nn.Kernels() {
		if n := twice(t, e.WithKernel(k), sents); n > 0 {
			t.Errorf("%v: %d places are taken twice", k, n)
		}
		var got []doc.Token
		for i := range sents {
			checkTree(t, &sents[i])
			got = append(got, sents[i].Tokens...)
		}
		for i := range want {
			if got[i].Head != want[i].Head || got[i].Deprel != want[i].Deprel {
				t.Fatalf("%v: word %d is %s of %d, not %s of %d", k, i, got[i].Deprel, got[i].Head, want[i].Deprel, want[i].Head)
			}
		}
		want = got
	}
}

// twice parses the sentences and counts places with a second dependent, and
// subjects under open complements.
func twice(t *testing.T, e *Engine, sents []doc.Sentence) int {
	t.Helper()
	if err := e.NewWorkspace().AnalyzeTokens(&doc.Document{Sentences: sents}); err != nil {
		t.Fatal(err)
	}
	count := 0
	for i := range sents {
		taken := map[int]place{}
		for _, k := range sents[i].Tokens {
			p := placeOf(k.Deprel) &^ lacking
			if taken[k.Head]&p != 0 || p&subject != 0 && k.Head >= 0 && sents[i].Tokens[k.Head].Deprel == "xcomp" {
				count++
			}
			taken[k.Head] |= p
		}
	}
	return count
}

func checkTree(t *testing.T, s *doc.Sentence) {
	t.Helper()
	roots := 0
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			roots++
		}
		steps := 0
		for h := i; h >= 0 && steps <= len(s.Tokens); steps++ {
			h = s.Tokens[h].Head
		}
		if steps > len(s.Tokens) {
			t.Fatalf("word %d hangs in a circle", i)
		}
	}
	if roots != 1 {
		t.Errorf("%d roots", roots)
	}
}
