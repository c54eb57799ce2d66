package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"nuncio/nlp"
)

// floor stands for the logarithm of a probability that a file of scores leaves out.
const floor = -8

// Outside is what a teacher from outside the program thinks of sentences: it
// votes beside the engines of a Teacher. train/teachers/trees writes such files.
type Outside struct {
	weight           float32
	upos, xpos, rels []int // its labels' numbers in ours, -1 for those we do not have
	sents            map[string][]byte
}

// outsideLabels is the first line of a file of scores.
type outsideLabels struct {
	UPOS []string `json:"upos"`
	XPOS []string `json:"xpos"`
	Rels []string `json:"rels"`
}

// outsideSentence is every other line: for each word a number, its log
// probability, the next number and so on; relations for each head that is named.
type outsideSentence struct {
	Words []string      `json:"w"`
	UPOS  [][]float32   `json:"u"`
	XPOS  [][]float32   `json:"x"`
	Heads [][]float32   `json:"h"`
	Rels  [][][]float32 `json:"r"`
}

// ReadOutside reads a file of scores; weight says how many engines it counts for.
func ReadOutside(r io.Reader, weight float64, labels *nlp.Labels) (*Outside, error) {
	b := bufio.NewReaderSize(r, 1<<20)
	o := &Outside{weight: float32(weight), sents: map[string][]byte{}}
	for n := 1; ; n++ {
		line, err := b.ReadBytes('\n')
		if len(line) > 0 {
			if e := o.line(n, line, labels); e != nil {
				return nil, fmt.Errorf("scores, line %d: %w", n, e)
			}
		}
		if err == io.EOF {
			return o, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func (o *Outside) line(n int, line []byte, labels *nlp.Labels) error {
	if n == 1 {
		var l outsideLabels
		if err := json.Unmarshal(line, &l); err != nil {
			return err
		}
		o.upos, o.xpos, o.rels = numbers(l.UPOS, labels.UPOS), numbers(l.XPOS, labels.XPOS), numbers(l.Rels, labels.Rels)
		return nil
	}
	var s outsideSentence
	if err := json.Unmarshal(line, &s); err != nil {
		return err
	}
	if err := o.check(&s); err != nil {
		return err
	}
	o.sents[strings.Join(s.Words, " ")] = line
	return nil
}

// check makes sure that every number points at something.
func (o *Outside) check(s *outsideSentence) error {
	n := len(s.Words)
	if len(s.UPOS) != n || len(s.XPOS) != n || len(s.Heads) != n || len(s.Rels) != n {
		return fmt.Errorf("%d words want as many rows of tags, heads and relations", n)
	}
	for i := range n {
		ok := inside(s.UPOS[i], len(o.upos)) && inside(s.XPOS[i], len(o.xpos)) && inside(s.Heads[i], n+1) && 2*len(s.Rels[i]) == len(s.Heads[i])
		for _, r := range s.Rels[i] {
			ok = ok && inside(r, len(o.rels))
		}
		if !ok {
			return fmt.Errorf("a number of word %d points nowhere", i+1)
		}
	}
	return nil
}

func inside(pairs []float32, n int) bool {
	if len(pairs)%2 != 0 {
		return false
	}
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] < 0 || int(pairs[i]) >= n {
			return false
		}
	}
	return true
}

func numbers(theirs, ours []string) []int {
	out := make([]int, len(theirs))
	for i, l := range theirs {
		out[i] = slices.Index(ours, l)
	}
	return out
}

// find gives the scores of a sentence, nil when the file has none.
func (o *Outside) find(s *Sentence) *outsideSentence {
	forms := make([]string, len(s.Tree.Words))
	for i := range forms {
		forms[i] = s.Tree.Words[i].Form
	}
	return o.seen(forms)
}

// seen is find where only the forms are known.
func (o *Outside) seen(forms []string) *outsideSentence {
	if o == nil {
		return nil
	}
	line, ok := o.sents[strings.Join(forms, " ")]
	if !ok {
		return nil
	}
	var out outsideSentence
	if json.Unmarshal(line, &out) != nil || len(out.Words) != len(forms) { // a form with a space in it
		return nil
	}
	return &out
}

// add adds one word's scores to ours; to is nil where both have the same numbers.
func (o *Outside) add(sum, pairs []float32, to []int) {
	for i := range sum {
		sum[i] += o.weight * floor
	}
	for i := 0; i < len(pairs); i += 2 {
		k := int(pairs[i])
		if to != nil {
			k = to[k]
		}
		if k >= 0 {
			sum[k] += o.weight * (max(pairs[i+1], floor) - floor)
		}
	}
}

// rel adds the scores of the relations to the head that was chosen, if it was named.
func (o *Outside) rel(sum []float32, s *outsideSentence, word, head int) {
	for i := 0; i < len(s.Heads[word]); i += 2 {
		if int(s.Heads[word][i]) == head {
			o.add(sum, s.Rels[word][i/2], o.rels)
		}
	}
}
