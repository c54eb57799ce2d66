package train

import (
	"math"
	"strings"
	"testing"

	"nuncio/nlp"
	"nuncio/ud"
)

const outsideScores = `{"upos":["NOUN","VERB"],"xpos":["NN","VBZ"],"rels":["nsubj","obj","root"]}
{"w":["Rain","falls"],"u":[[0,-0.1],[1,0]],"x":[[0,-0.1],[1,0]],"h":[[2,-0.1,0,-2],[0,0]],"r":[[[0,-0.2,1,-2],[2,0]],[[2,0]]]}
`

func TestReadOutside(t *testing.T) {
	labels := &nlp.Labels{UPOS: []string{"VERB", "NOUN"}, XPOS: []string{"NN", "VBZ"}, Rels: []string{"root", "nsubj"}}
	o, err := ReadOutside(strings.NewReader(outsideScores), 2, labels)
	if err != nil {
		t.Fatal(err)
	}
	s := &Sentence{Tree: &ud.Sentence{Words: []ud.Word{{Form: "Rain"}, {Form: "falls"}}}}
	seen := o.find(s)
	if seen == nil {
		t.Fatal("the sentence is not found")
	}
	tags := make([]float32, 2)
	o.add(tags, seen.UPOS[0], o.upos)
	if !nearly(tags[1], -0.2) || tags[0] != 2*floor {
		t.Errorf("tags of Rain: %v", tags)
	}
	rels := make([]float32, 2)
	o.rel(rels, seen, 0, 2)
	if !nearly(rels[1], -0.4) || rels[0] != 2*floor { // obj is none of our relations
		t.Errorf("relations of Rain: %v", rels)
	}
	s.Tree.Words[0].Form = "Snow"
	if o.find(s) != nil {
		t.Error("another sentence is found")
	}
}

func nearly(a, b float32) bool { return math.Abs(float64(a-b)) < 1e-4 }

func TestReadOutsideErrors(t *testing.T) {
	head, row, _ := strings.Cut(outsideScores, "\n")
	for name, bad := range map[string]string{
		"no JSON":        strings.Replace(row, "{", "", 1),
		"a word short":   strings.Replace(row, `"Rain",`, "", 1),
		"head too far":   strings.Replace(row, "[2,-0.1,", "[3,-0.1,", 1),
		"no such tag":    strings.Replace(row, `"u":[[0,`, `"u":[[2,`, 1),
		"half a pair":    strings.Replace(row, "[0,0]]", "[0]]", 1),
		"no relations":   strings.Replace(row, `,[2,0]],[[2,0]]]`, `],[[2,0]]]`, 1),
		"heads and more": strings.Replace(row, `[0,0]],"r"`, `[0,0,1,-1]],"r"`, 1),
	} {
		if _, err := ReadOutside(strings.NewReader(head+"\n"+bad), 1, &nlp.Labels{}); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
