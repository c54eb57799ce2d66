package eval

import (
	"math"
	"strings"
	"testing"
)

func TestEventScore(t *testing.T) {
	near := func(name string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s %.4f, want %.4f", name, got, want)
		}
	}
	var s CorefScore
	s.AddWhole([]int{0, 0, 1, 1, 2}, []int{5, 5, 6, 6, 7})
	near("perfect MUC", s.MUC.F1(), 1)
	near("perfect B³", s.BCubed.F1(), 1)
	near("perfect CEAF", s.CEAF.F1(), 1)
	near("perfect CoNLL", s.CoNLL(), 1)

	// Pradhan et al. 2014, worked by hand: gold {a b c} {d e}, got {a b} {c d e}.
	s = CorefScore{}
	s.AddWhole([]int{0, 0, 0, 1, 1}, []int{0, 0, 1, 1, 1})
	near("MUC recall", s.MUC.Recall(), 2.0/3)
	near("MUC precision", s.MUC.Precision(), 2.0/3)
	near("B³ recall", s.BCubed.Recall(), (4.0/3+1.0/3+2)/5)
	near("B³ precision", s.BCubed.Precision(), (2+1.0/3+4.0/3)/5)
	near("CEAF", s.CEAF.Recall(), (0.8+0.8)/2)
}

func TestReadECB(t *testing.T) {
	const file = `<?xml version="1.0"?><Document><token t_id="1" sentence="0">Rain</token><token t_id="2" sentence="0">fell</token>
<token t_id="3" sentence="1">It</token><token t_id="4" sentence="1">stopped</token><token t_id="5" sentence="2">Unchecked</token>
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE><ACTION_OCCURRENCE m_id="2"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<HUMAN_PART m_id="3"><token_anchor t_id="1"/></HUMAN_PART><ACTION_OCCURRENCE m_id="4"><token_anchor t_id="5"/></ACTION_OCCURRENCE></Markables>
<Relations><CROSS_DOC_COREF r_id="9" note="ACT1"><source m_id="1"/><target m_id="7"/></CROSS_DOC_COREF></Relations></Document>`
	d, err := readECB(strings.NewReader(file), "7_1ecb", map[string]bool{"7_1ecb 0": true, "7_1ecb 1": true})
	if err != nil {
		t.Fatal(err)
	}
	if d.Topic != 7 || len(d.Sentences) != 2 || len(d.Mentions) != 2 || d.Mentions[0].Event != "ACT1" || d.Mentions[1].Event != "7_1ecb/m2" || d.Mentions[1].Sentence != 1 {
		t.Errorf("%+v", d)
	}
}

func FuzzReadECB(f *testing.F) {
	f.Add(`<Document><token t_id="1" sentence="0">a</token><Markables><ACTION_X m_id="1"><token_anchor t_id="1"/></ACTION_X></Markables></Document>`)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := readECB(strings.NewReader(s), "1_1ecb", map[string]bool{"1_1ecb 0": true})
		if err != nil {
			return
		}
		for _, m := range d.Mentions {
			if m.First < 0 || m.End > len(d.Sentences[m.Sentence]) || m.First >= m.End {
				t.Fatalf("%+v", m)
			}
		}
	})
}
