package train

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nuncio/ud"
)

func TestReadNames(t *testing.T) {
	in := "# doc own/1\nMaria\tB-PER\nCosta\tI-PER\nleft\tO\nLima\tI-LOC\n\n0\tOslo\tB-LOC\n1\twaited\t_\n\n#\tO\n1\tO\n"
	got, err := ReadNames(strings.NewReader(in))
	if err != nil || len(got) != 3 {
		t.Fatalf("%d sentences, %v", len(got), err)
	}
	for i, want := range []string{"B-PER I-PER O B-LOC", "B-LOC _", "O O"} {
		if s := strings.Join(got[i].Names, " "); s != want {
			t.Errorf("sentence %d: %s, want %s", i, s, want)
		}
	}
	if got[1].Tree.Words[0].Form != "Oslo" {
		t.Errorf("the number in front was taken for the form")
	}
	if _, err := ReadNames(strings.NewReader("Maria\n")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a line without tag: %v", err)
	}
}

// Names are the proper nouns round the head of a mention.
func TestGUMNames(t *testing.T) {
	in := `1	The	the	DET	DT	_	3	det	_	Entity=(1-organization-new-cf1
2	United	United	VERB	NNP	_	3	amod	_	_
3	Council	Council	PROPN	NNP	_	8	nsubj	_	_
4	of	of	ADP	IN	_	5	case	_	_
5	Ports	Ports	PROPN	NNPS	_	3	nmod	_	Entity=(2-abstract-new-cf1)
6	in	in	ADP	IN	_	7	case	_	_
7	Riga	Riga	PROPN	NNP	_	3	nmod	_	Entity=(3-place-new-cf1)1)
8	thanked	thank	VERB	VBD	_	0	root	_	_
9	a	a	DET	DT	_	11	det	_	Entity=(4-person-new
10	Danish	Danish	ADJ	JJ	_	11	amod	_	_
11	envoy	envoy	NOUN	NN	_	8	obj	_	Entity=4)
`
	s, err := ud.ReadAll(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields("O B-ORG I-ORG I-ORG I-ORG O B-LOC O O ? O")
	if got := GUMNames(s[0]); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestReadVectors(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"glove.txt": "the 1 -2 0.5\nlima 0 4 0\nrare 9 9 9\n",
		"wink.json": `{"precision":8,"dimensions":3,"words":["the","lima","rare"],"vectors":{"the":[1,-2,0.5,7,0],"lima":[0,4,0,7,1],"rare":[9,9,9,7,2]}}`,
	} {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		v, err := ReadVectors(p, 2)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out := make([]float32, 3)
		if v.Find([]byte("rare")) != -1 || !v.Fill([]byte("lima"), out) || out[1] != 4 || v.Dim != 3 {
			t.Errorf("%s: %v of %v", name, out, v.Words)
		}
	}
	bad := filepath.Join(dir, "bad.txt")
	if err := os.WriteFile(bad, []byte("a 1 2\nb 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadVectors(bad, 9); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("uneven rows: %v", err)
	}
}

// A teacher of one model labels as the model itself does.
func TestTeacherLabels(t *testing.T) {
	sents, err := LoadTrees([]string{own}, nil)
	if err != nil {
		t.Fatal(err)
	}
	e := quickEngine(t, sents)
	teacher, err := NewTeacher([]*engineOf{e, e})
	if err != nil {
		t.Fatal(err)
	}
	var blank []*Sentence
	var trees []*ud.Sentence
	for _, s := range sents {
		c := &ud.Sentence{}
		for _, w := range s.Tree.Words {
			c.Words = append(c.Words, ud.Word{Form: w.Form, Head: -1})
		}
		blank = append(blank, &Sentence{Tree: c, Names: s.Names})
		trees = append(trees, c)
	}
	sure := teacher.Label(blank)
	if len(sure) != len(sents) || sure[0] > 0 {
		t.Fatalf("sureness %v", sure)
	}
	sc, err := Score(e, trees) // the engine against what the teacher wrote
	if err != nil {
		t.Fatal(err)
	}
	// The engine gives each place under a head to one dependent (nlp/frame.go) and mends
	// its trees (nlp/repair.go); the teacher writes the plain best tree, so that some words
	// of a toy model differ.
	if sc["LAS"] < 92 || sc["XPOS"] < 99.9 || sc["UFeats"] < 99.9 {
		t.Errorf("teacher and engine differ: %v", sc)
	}
}
