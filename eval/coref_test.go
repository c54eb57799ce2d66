package eval

import (
	"math"
	"strings"
	"testing"
)

// letters makes chains of letters: each letter is a mention of its own.
func letters(chains ...string) []Chain {
	var out []Chain
	for _, c := range chains {
		var one Chain
		for _, m := range c {
			one = append(one, TokenSpan{int(m), int(m) + 1})
		}
		out = append(out, one)
	}
	return out
}

// The worked example of Luo (2005) and Pradhan et al. (2014), "Scoring
// coreference partitions of predicted mentions": key {a b c} {d e f g}, response
// {a b} {c d} {f g h i}.
func TestCorefScore(t *testing.T) {
	var s CorefScore
	s.Add(letters("abc", "defg"), letters("ab", "cd", "fghi"))
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"MUC recall", s.MUC.Recall(), 2.0 / 5},
		{"MUC precision", s.MUC.Precision(), 2.0 / 5},
		{"B³ recall", s.BCubed.Recall(), (4.0/3 + 1.0/3 + 1.0/4 + 4.0/4) / 7},
		{"B³ precision", s.BCubed.Precision(), (4.0/2 + 1.0/2 + 1.0/2 + 4.0/4) / 8},
		{"CEAF-e recall", s.CEAF.Recall(), (2*2.0/5 + 2*2.0/8) / 2},
		{"CEAF-e precision", s.CEAF.Precision(), (2*2.0/5 + 2*2.0/8) / 3},
		{"mention recall", s.Mentions.Recall(), 6.0 / 7},
		{"mention precision", s.Mentions.Precision(), 6.0 / 8},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s is %.4f, want %.4f", c.name, c.got, c.want)
		}
	}
}

func TestCorefScorePerfect(t *testing.T) {
	var s CorefScore
	s.Add(letters("abc", "de", "z"), letters("ed", "cab", "y"))
	if s.CoNLL() != 1 {
		t.Errorf("the same chains in another order score %v", s.CoNLL())
	}
}

func TestReadCoNLLCoref(t *testing.T) {
	in := "# begin document\n0\tHer\t(1(2)\n1\tenvoy\t1)\n2\tleft\t_\n3\t.\t_\n\n0\tShe\t(2)\n1\tthanked\t_\n2\thim\t(1)\n3\t.\t_\n"
	got, err := ReadCoNLLCoref(strings.NewReader(in), "x")
	if err != nil {
		t.Fatal(err)
	}
	if got.Text != "Her envoy left. She thanked him." || len(got.Chains) != 2 {
		t.Fatalf("%q, %v", got.Text, got.Chains)
	}
	if at := got.TokensAt(got.Spans[5]); at != (TokenSpan{5, 6}) {
		t.Errorf("token 5 is found at %v", at)
	}
	for _, bad := range []string{"0\tx\t3)\n", "0\tx\t(\n", "0\tx\t5\n"} {
		if _, err := ReadCoNLLCoref(strings.NewReader(bad), "x"); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestReadGAP(t *testing.T) {
	head := "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
	got, err := ReadGAP(strings.NewReader(head + "t-1\tÅsa met Ida. She left.\tShe\t13\tÅsa\t0\tTRUE\tIda\t8\tFALSE\tu\n"))
	if err != nil || len(got) != 1 {
		t.Fatal(got, err)
	}
	g := got[0]
	if g.Text[g.Pronoun.Start:g.Pronoun.End] != "She" || g.Text[g.B.Start:g.B.End] != "Ida" || !g.IsA || g.IsB || !g.Feminine {
		t.Errorf("%+v", g)
	}
	for _, bad := range []string{"t\tx\tShe\n", "t\tShe left\tShe\t4\tA\t0\tTRUE\tB\t1\tFALSE\tu\n", "t\tShe left\tShe\tz\tA\t0\tTRUE\tB\t1\tFALSE\tu\n"} {
		if _, err := ReadGAP(strings.NewReader(head + bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
	var s GAPScore
	s.Add(&g, false, true)
	if s.All != (PRF{FP: 1, FN: 1}) || s.Feminine != s.All || s.Masculine != (PRF{}) {
		t.Errorf("%+v", s)
	}
}

func FuzzReadCoref(f *testing.F) {
	f.Add("0\tHer\t(1(2)\n1\tenvoy\t1)\n")
	f.Add("t-1\tShe left.\tShe\t0\tA\t0\tTRUE\tB\t8\tFALSE\tu\n")
	f.Fuzz(func(t *testing.T, in string) {
		if c, err := ReadCoNLLCoref(strings.NewReader(in), "x"); err == nil {
			for _, ch := range c.Chains {
				for _, m := range ch {
					if m.First >= m.End || m.End > len(c.Tokens) {
						t.Fatalf("mention %v of %d tokens", m, len(c.Tokens))
					}
				}
			}
		}
		if g, err := ReadGAP(strings.NewReader("head\n" + in)); err == nil {
			for i := range g {
				_ = g[i].Text[g[i].Pronoun.Start:g[i].Pronoun.End]
			}
		}
	})
}
