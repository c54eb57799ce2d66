package nlp

import (
	"hash/fnv"
	"math"
	"testing"

	"nuncio/doc"
	"nuncio/nn"
)

// scoreBits are the hashes of every score that TestScoreBits makes, by the
// widths of the waists. They were written on amd64 with AVX2 and hold for every kernel and
// machine; make arm64 runs the test under qemu. They change only with the arithmetic.
var scoreBits = []struct {
	waists []int
	bits   uint64
}{{nil, 0xc3ef7042cb9d3eab}, {[]int{32, 16, 48}, 0x9e189175f30d08b2}}

// Scores are the same bits on every machine and kernel.
func TestScoreBits(t *testing.T) {
	for _, want := range scoreBits {
		e, sents := randomEngine(t, []string{"dep", "root", "x"}, want.waists...)
		for _, k := range nn.Kernels() {
			if got := hashScores(t, e.WithKernel(k), sents); got != want.bits {
				t.Errorf("%v, waists %v: scores hash to %#x, want %#x", k, want.waists, got, want.bits)
			}
		}
	}
}

func hashScores(t *testing.T, e *Engine, sents []doc.Sentence) uint64 {
	t.Helper()
	w := e.NewWorkspace()
	h := fnv.New64a()
	for i := range sents {
		d := &doc.Document{Sentences: sents[i : i+1]}
		if err := w.AnalyzeTokens(d); err != nil {
			t.Fatal(err)
		}
		b := &w.batch
		for _, list := range [][]float32{b.tags, b.score, b.rels, b.ner} {
			for _, f := range list {
				x := math.Float32bits(f)
				h.Write([]byte{byte(x), byte(x >> 8), byte(x >> 16), byte(x >> 24)})
			}
		}
		for _, tok := range sents[i].Tokens {
			h.Write([]byte{byte(tok.Head), tok.Deprel[0]})
		}
	}
	return h.Sum64()
}

// randomEngine is a small engine of numbers that are the same on every machine,
// and sentences of one to 39 words for it.
func randomEngine(t *testing.T, rels []string, waists ...int) (*Engine, []doc.Sentence) {
	t.Helper()
	c := Config{Language: "xx", D: 64, Layers: 2, Waists: waists, Tag: 24, Arc: 40, Label: 24, Name: 16, Tables: []Table{{"form", 300, 20}, {"suf3", 100, 10}, {"shape", 20, 5}}}
	n := NewNet(c, Labels{
		UPOS: []string{"A", "B", "C"}, XPOS: []string{"D", "E"}, Feats: []string{"_", "F"},
		Rels: rels, Names: []string{"O", "B-PER", "I-PER", "B-LOC", "I-LOC"},
	})
	state := uint64(42)
	for _, m := range append(n.Dense(), n.Emb...) {
		for i := range m.Data { // sums of a few powers of two: no arithmetic to differ in
			state = state*6364136223846793005 + 1442695040888963407
			m.Data[i] = float32(int32(state>>40)-1<<23) / (1 << 25)
		}
	}
	e, err := New(n, nil, &Lemmas{}, "xx")
	if err != nil {
		t.Fatal(err)
	}
	var sents []doc.Sentence
	word := uint64(7)
	for k := 1; k < 40; k++ {
		s := doc.Sentence{}
		for range k {
			word = word*6364136223846793005 + 1442695040888963407
			var b []byte
			for v := word >> 33; v > 0; v /= 26 {
				b = append(b, 'a'+byte(v%26))
			}
			s.Tokens = append(s.Tokens, doc.Token{Form: string(b[:1+k%len(b)])})
		}
		sents = append(sents, s)
	}
	return e, sents
}
