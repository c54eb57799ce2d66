package eval

import (
	"math"
	"strings"
	"testing"

	"nuncio/doc"
	"nuncio/ud"
)

func trees(t *testing.T, rows ...string) []*ud.Sentence {
	t.Helper()
	var out []*ud.Sentence
	for _, sent := range rows {
		s := &ud.Sentence{}
		for _, line := range strings.Split(sent, "/") {
			f := strings.Fields(line)
			if len(f) == 2 { // a multiword token: its form and the number of words
				n := int(f[1][0] - '0')
				s.Tokens = append(s.Tokens, ud.Token{First: len(s.Words) + 1, Last: len(s.Words) + n, Form: f[0]})
				continue
			}
			s.Words = append(s.Words, ud.Word{Form: f[0], Lemma: strings.ToLower(f[0]), UPOS: f[1], XPOS: f[1], Feats: "_", Head: int(f[2][0] - '0'), Deprel: f[3], Misc: "_"})
		}
		out = append(out, s)
	}
	return out
}

func TestScoreUD(t *testing.T) {
	gold := trees(t, "Envoys NOUN 2 nsubj/met VERB 0 root/Ana PROPN 2 obj/in ADP 5 case/Lima PROPN 2 obl", "Talks NOUN 2 nsubj:pass/held VERB 0 root")
	got := trees(t, "Envoys NOUN 2 nsubj/met NOUN 0 root/Ana PROPN 2 nsubj/in ADV 5 case/Lima PROPN 3 obl", "Talks NOUN 2 nsubj/held VERB 0 root")
	s, err := ScoreUD(gold, got)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		measure int
		want    float64
	}{
		{Words, 1}, {Sentences, 1}, {UPOS, 5. / 7}, {UAS, 6. / 7}, {LAS, 5. / 7}, {LASSub, 4. / 7}, {Lemmas, 1},
		{CLAS, 4. / 6}, // all but "in"; Ana and Lima are wrong
		{MLAS, 3. / 6}, // and met has another tag
	} {
		if f := s.All[c.measure].F1(); math.Abs(f-c.want) > 1e-9 {
			t.Errorf("%s %.4f, want %.4f", MeasureNames[c.measure], f, c.want)
		}
	}
	if p := s.Relations["nsubj"]; p != (PRF{TP: 1, FP: 2}) {
		t.Errorf("nsubj %+v", p)
	}
	if len(s.Errors) != 3 || s.Errors[0].Form != "Ana" || s.Errors[1].GotHead != "Ana" || s.Errors[2].GoldRel != "nsubj:pass" {
		t.Errorf("errors %+v", s.Errors)
	}
	if low, high := s.Interval(LAS); low > 5./7 || high < 5./7 || low == high {
		t.Errorf("interval [%g, %g]", low, high)
	}
}

// Cut differently, words are aligned by their characters; inside a multiword token by
// their forms.
func TestScoreUDCutDifferently(t *testing.T) {
	gold := trees(t, "They PRON 4 nsubj/don't 2/do AUX 4 aux/n't PART 4 advmod/agree VERB 0 root", "Go VERB 0 root")
	got := trees(t, "They PRON 4 nsubj/do AUX 4 aux/n't PART 4 advmod/agree VERB 0 root/Go VERB 4 dep")
	s, err := ScoreUD(gold, got)
	if err != nil {
		t.Fatal(err)
	}
	if p := s.All[Tokens]; p != (PRF{TP: 3, FP: 2, FN: 1}) {
		t.Errorf("tokens %+v", p)
	}
	if p := s.All[Words]; p != (PRF{TP: 5}) {
		t.Errorf("words %+v", p)
	}
	if p := s.All[Sentences]; p != (PRF{FP: 1, FN: 2}) {
		t.Errorf("sentences %+v", p)
	}
	if p := s.All[LAS]; p != (PRF{TP: 4, FP: 1, FN: 1}) {
		t.Errorf("LAS %+v", p)
	}
	split := trees(t, "They PRON 2 nsubj/don't VERB 0 root/agree VERB 2 dep/Go VERB 2 dep")
	if s, err = ScoreUD(gold, split); err != nil || s.All[Words] != (PRF{TP: 3, FP: 1, FN: 3 - 1}) {
		t.Errorf("%v, words %+v", err, s.All[Words])
	}
	if _, err = ScoreUD(gold, trees(t, "They PRON 0 root")); err == nil || !strings.Contains(err.Error(), "texts differ from character 4") {
		t.Errorf("other text: %v", err)
	}
}

func TestScoreNames(t *testing.T) {
	r := func(first, end int) doc.Range { return doc.Range{First: first, End: end} }
	gold := []doc.Name{{Range: r(0, 2), Type: doc.PER}, {Range: r(4, 5), Type: doc.LOC}, {Range: r(6, 7), Type: doc.NORP}}
	got := []doc.Name{{Range: r(0, 2), Type: doc.PER}, {Range: r(4, 5), Type: doc.ORG}, {Range: r(8, 9), Type: doc.LOC}}
	s := ScoreNames(gold, got, []string{doc.PER, doc.LOC, doc.ORG}, func(doc.Range) string { return "" })
	if s.Types[doc.PER] != (PRF{TP: 1}) || s.Types[doc.LOC] != (PRF{FP: 1, FN: 1}) || s.Types[doc.ORG] != (PRF{FP: 1}) || s.All() != (PRF{1, 2, 1}) {
		t.Errorf("%+v", s.Types)
	}
	if len(s.Errors) != 2 || s.Errors[0].Gold != doc.LOC || s.Errors[0].Got != doc.ORG || s.Errors[1].Gold != "" {
		t.Errorf("%+v", s.Errors)
	}
}
