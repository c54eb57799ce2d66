package nlp

import (
	"bytes"
	"strings"
	"testing"

	"nuncio/doc"
)

func smallNet() (*Net, *Vectors, *Lemmas) {
	c := Config{Language: "xx", D: 16, Layers: 1, Tag: 8, Arc: 8, Label: 8, Name: 8, Vectors: 3, Tables: []Table{{"form", 20, 4}, {"shape", 5, 2}}}
	n := NewNet(c, Labels{UPOS: []string{"NOUN"}, XPOS: []string{"NN"}, Feats: []string{"_"}, Rels: []string{"dep", "root"}, Names: []string{"O", "B-PER", "I-PER"}})
	for k, m := range append(n.Dense(), n.Emb...) {
		for i := range m.Data {
			m.Data[i] = float32((i*7+k*3)%11-5) / 9
		}
	}
	v := NewVectors(3, []string{"the", "lima"}, []float32{1, 2, 3, -1, .5, 0})
	return n, v, NewLemmas([]string{"ships", "ports"}, []string{"NOUN NN", "NOUN NN"}, []string{"ship", "port"})
}

func file(t testing.TB) []byte {
	n, v, l := smallNet()
	var b bytes.Buffer
	if err := Write(&b, n, v, l, Card{Name: "xx"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFileRoundTrip(t *testing.T) {
	e, err := Load(file(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(e.ID(), "xx-") || e.Card().Name != "xx" {
		t.Errorf("id %q", e.ID())
	}
	net, vec := e.Parts()
	want, wantVec, _ := smallNet()
	for i, m := range append(net.Dense(), net.Emb...) {
		w := append(want.Dense(), want.Emb...)[i]
		for j := range m.Data {
			if d := m.Data[j] - w.Data[j]; d > 0.01 || d < -0.01 {
				t.Fatalf("%s[%d] is %g, was %g", m.Name, j, m.Data[j], w.Data[j])
			}
		}
	}
	if vec.Find([]byte("lima")) != 1 || vec.Scale[0] != wantVec.Scale[0] {
		t.Error("word vectors are not the same")
	}
	d := &doc.Document{Sentences: []doc.Sentence{{Tokens: []doc.Token{{Form: "ferns"}, {Form: "Lima"}}}}}
	if err := e.NewWorkspace().AnalyzeTokens(d); err != nil || d.Sentences[0].Tokens[0].Lemma != "fern" {
		t.Errorf("%v, lemma %q", err, d.Sentences[0].Tokens[0].Lemma)
	}
}

func TestDamagedFilesAreRefused(t *testing.T) {
	good := file(t)
	for name, c := range map[string]struct {
		change func([]byte) []byte
		want   string
	}{
		"empty":       {func([]byte) []byte { return nil }, "not a language model"},
		"other file":  {func([]byte) []byte { return bytes.Repeat([]byte("zip "), 100) }, "not a language model"},
		"cut short":   {func(b []byte) []byte { return b[:len(b)-9] }, "checksum does not match"},
		"flipped bit": {func(b []byte) []byte { b[len(b)/2] ^= 4; return b }, "checksum does not match"},
		"version":     {func(b []byte) []byte { b[len(magic)] = 9; return b }, "format 9, this program reads format 2"},
	} {
		_, err := Load(c.change(bytes.Clone(good)), nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// Whatever stands in a file with a right checksum, it is refused or works.
func FuzzLoad(f *testing.F) {
	f.Add(file(f)[:len(file(f))-32])
	f.Add([]byte(magic + "\x01\x00\x00\x00\x02\x00\x00\x00{}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		sum := checksum(b)
		e, err := Load(append(bytes.Clone(b), sum[:]...), nil)
		if err != nil {
			return
		}
		d := &doc.Document{Sentences: []doc.Sentence{{Tokens: []doc.Token{{Form: "Ports"}, {Form: "opened"}}}}}
		if err := e.NewWorkspace().AnalyzeTokens(d); err != nil {
			t.Fatal(err)
		}
	})
}
