package ud

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

const sample = `# newdoc id = own-1
# sent_id = own-1-1
# text = Delegates don't agree.
1	Delegates	delegate	NOUN	NNS	Number=Plur	4	nsubj	4:nsubj	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	Mood=Ind	4	aux	4:aux	_
3	n't	not	PART	RB	_	4	advmod	4:advmod	_
4	agree	agree	VERB	VB	VerbForm=Inf	0	root	0:root	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	4:punct	_

`

func TestRoundTrip(t *testing.T) {
	sents, err := ReadAll(strings.NewReader(sample))
	if err != nil || len(sents) != 1 {
		t.Fatalf("%d sentences, %v", len(sents), err)
	}
	s := sents[0]
	if got := s.Surface(); got != "Delegates don't agree." || got != s.Meta("text") {
		t.Errorf("surface %q", got)
	}
	if err := s.Check(); err != nil {
		t.Error(err)
	}
	var b bytes.Buffer
	if err := Write(&b, s); err != nil || b.String() != sample {
		t.Errorf("written %v:\n%s", err, b.String())
	}
}

func TestReadErrorsNameTheLine(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"columns":      {"1\tA\n", "line 1: a word has ten columns"},
		"id":           {"# c\n2\tA\t_\t_\t_\t_\t0\troot\t_\t_\n", `line 2: word id "2" where 1 is due`},
		"head":         {"1\tA\t_\t_\t_\t_\tx\troot\t_\t_\n", `head "x" is no number`},
		"range":        {"2-3\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", "does not start at the next word"},
		"range beyond": {"1-2\tA\t_\t_\t_\t_\t_\t_\t_\t_\n1\tA\t_\t_\t_\t_\t0\troot\t_\t_\n\n", "ends at word 2 of 1"},
		"no form":      {"1\t\t_\t_\t_\t_\t0\troot\t_\t_\n", "no form"},
	} {
		_, err := ReadAll(strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestEmptyNodesAreDropped(t *testing.T) {
	in := "1\tA\t_\t_\t_\t_\t0\troot\t_\t_\n1.1\tB\t_\t_\t_\t_\t_\t_\t0:root\t_\n2\tC\t_\t_\t_\t_\t1\tdep\t_\t_"
	s, err := ReadAll(strings.NewReader(in))
	if err != nil || len(s) != 1 || len(s[0].Words) != 2 {
		t.Fatalf("%v %v", s, err)
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		heads []int
		want  string
	}{
		{[]int{2, 0, 2}, ""},
		{[]int{0, 0}, "2 roots"},
		{[]int{2, 1}, "0 roots"},
		{[]int{0, 3, 2}, "cycle"},
		{[]int{0, 2}, "its own head"},
		{[]int{0, 9}, "no head within"},
		{[]int{2, 3, 0, 3, 4}, ""},
		{[]int{0, 3, 4, 2, 4}, "cycle"},
	} {
		s := &Sentence{}
		for _, h := range c.heads {
			s.Words = append(s.Words, Word{Head: h})
		}
		err := s.Check()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%v: %v, want %q", c.heads, err, c.want)
		}
	}
}

// What was read and written is read and written the same again.
func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n")
	f.Add("1-1\tA\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\r\n1\tA\t_\t_\t_\t_\t7\tx:y\t_\t_\n\n\n")
	f.Fuzz(func(t *testing.T, in string) {
		sents, err := ReadAll(strings.NewReader(in))
		if err != nil {
			return
		}
		write := func(list []*Sentence) string {
			var b bytes.Buffer
			for _, s := range list {
				s.Surface()
				_ = s.Check()
				if err := Write(&b, s); err != nil {
					t.Fatal(err)
				}
			}
			return b.String()
		}
		once := write(sents)
		again, err := ReadAll(strings.NewReader(once))
		if err != nil {
			t.Fatalf("cannot read what was written: %v\n%q", err, once)
		}
		if twice := write(again); once != twice {
			t.Fatalf("%q became %q", once, twice)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	in := strings.Repeat(sample, 200)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		r := NewReader(strings.NewReader(in))
		for {
			if _, err := r.Next(); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}
