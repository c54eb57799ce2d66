package eval

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nuncio"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/nlp"
	"nuncio/text"
	"nuncio/when"
)

const sampleTML = `<?xml version="1.0" ?>
<TimeML><DOCID>sample</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2019-05-06" functionInDocument="CREATION_TIME">2019-05-06</TIMEX3></DCT>
<TEXT>
Envoys of A &amp; B <EVENT eid="e1" class="OCCURRENCE">met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2019-W18">last week</TIMEX3>
and will <EVENT eid="e2" class="OCCURRENCE">meet</EVENT> again in <TIMEX3 tid="t2" type="DATE" value="2019-06" mod="START">early June</TIMEX3>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST"/>
<MAKEINSTANCE eventID="e2" eiid="ei2" tense="FUTURE"/>
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
<TLINK lid="l2" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t2"/>
</TimeML>`

func TestParseTimeML(t *testing.T) {
	d, err := parseTimeML(sampleTML)
	if err != nil {
		t.Fatal(err)
	}
	if d.Created.String() != "2019-05-06" || len(d.Times) != 2 {
		t.Fatalf("%+v", d)
	}
	if g := d.Times[1]; d.Text[g.Start:g.End] != "early June" || g.Value != "2019-06" || g.Mod != "START" {
		t.Errorf("%+v", g)
	}
	if !strings.Contains(d.Text, "A & B met last week") {
		t.Errorf("%q", d.Text)
	}
	e, err := parseEventTimes(sampleTML)
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Events) != 2 || e.Text[e.Events[0].Start:e.Events[0].End] != "met" || len(e.Events[0].Times) != 1 || len(e.Events[1].Times) != 0 {
		t.Errorf("%+v", e.Events)
	}
	if g := e.Events[0].Times[0]; e.Text[g.Start:g.End] != "last week" {
		t.Errorf("linked to %q", e.Text[g.Start:g.End])
	}
}

// TestScoreTimex scores answers whose counts can be told by hand.
func TestScoreTimex(t *testing.T) {
	d, err := parseTimeML(sampleTML)
	if err != nil {
		t.Fatal(err)
	}
	answer := func(words, value string) func(string, nuncio.Date) *doc.Document {
		return func(s string, pub nuncio.Date) *doc.Document {
			at := strings.Index(s, words)
			out := &doc.Document{Report: &nuncio.Report{Text: s, Published: pub}, Sentences: []doc.Sentence{{End: len(s)}}}
			out.Sentences[0].Tokens = []doc.Token{{Form: words, Start: at, End: at + len(words)}}
			out.Times = []doc.Time{{Range: doc.Range{First: 0, End: 1}, Type: "DATE", Value: value}}
			return out
		}
	}
	for _, c := range []struct {
		words, value            string
		strict, relaxed, value1 PRF
	}{
		{"last week", "2019-W18", PRF{1, 0, 1}, PRF{1, 0, 1}, PRF{1, 0, 1}},
		{"last week", "2019-W17", PRF{1, 0, 1}, PRF{1, 0, 1}, PRF{0, 1, 2}},
		{"June", "2019-06", PRF{0, 1, 2}, PRF{1, 0, 1}, PRF{1, 0, 1}},
		{"again", "2019", PRF{0, 1, 2}, PRF{0, 1, 2}, PRF{0, 1, 2}},
	} {
		s := ScoreTimex([]TimexDoc{d}, answer(c.words, c.value))
		if s.Strict != c.strict || s.Relaxed != c.relaxed || s.Value != c.value1 {
			t.Errorf("%s %s: %+v %+v %+v", c.words, c.value, s.Strict, s.Relaxed, s.Value)
		}
	}
}

func TestHalvesAreStable(t *testing.T) {
	for name, want := range map[string]Half{"a.tml": HalfOf("x/y/a.tml"), "wsj_0027.tml": Tune} {
		if got := HalfOf(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// timeShared is a folder of ../shared/data/time; the test is skipped when it is absent.
func timeShared(t *testing.T, path string) string {
	t.Helper()
	root := os.Getenv("NUNCIO_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	p := filepath.Join(root, "data", "time", path)
	if _, err := os.Stat(p); err != nil {
		t.Skipf("%s is not there: time expressions are not measured", p)
	}
	return p
}

// TestTimesKeepTheirFigures holds the figures of docs/times.md against regressions.
func TestTimesKeepTheirFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("measuring takes seconds")
	}
	dir := timeShared(t, "")
	rules, err := text.LoadRules(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := nlp.Load(data.Model, rules)
	if err != nil {
		t.Fatal(err)
	}
	sub, err := fs.Sub(data.FS, "when")
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := when.New(sub)
	if err != nil {
		t.Fatal(err)
	}
	w := engine.NewWorkspace()
	analyse := func(s string, pub nuncio.Date) *doc.Document {
		d := &doc.Document{Report: &nuncio.Report{Text: s, Published: pub}}
		if err := w.Analyze(d); err != nil {
			t.Fatal(err)
		}
		tagger.Tag(d)
		return d
	}
	bare := func(toward when.Tense) Analyse {
		return func(s string, pub nuncio.Date) *doc.Document {
			d := &doc.Document{Report: &nuncio.Report{Text: s, Published: pub}}
			if err := w.Segment(d); err != nil {
				t.Fatal(err)
			}
			tagger.TagToward(d, toward)
			return d
		}
	}
	docs, err := ReadTimeML(filepath.Join(dir, "tbaq"), Tune)
	if err != nil {
		t.Fatal(err)
	}
	if s := ScoreTimex(docs, analyse); s.Strict.F1() < 0.88 || s.Value.F1() < 0.795 {
		t.Errorf("TimeBank and AQUAINT, the open half: strict %s, value %s", s.Strict, s.Value)
	}
	pairs, err := ReadDuckling(filepath.Join(dir, "duckling", "time_examples.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	if s := ScorePairs(pairs, bare(when.Future)); s.Accuracy() < 0.90 || s.OutShare() > 0.15 {
		t.Errorf("duckling: %.3f right, %.3f out of scope", s.Accuracy(), s.OutShare())
	}
	pairs, err = ReadDateparser(filepath.Join(dir, "dateparser", "params.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if s := ScorePairs(pairs, bare(when.Past)); s.Accuracy() < 0.90 || s.OutShare() > 0.15 {
		t.Errorf("dateparser: %.3f right, %.3f out of scope", s.Accuracy(), s.OutShare())
	}
}

func FuzzParseTimeML(f *testing.F) {
	f.Add(sampleTML)
	f.Add("<TEXT></TIMEX3><TIMEX3 value=\"x\"></TEXT>")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := parseTimeML(s)
		if err == nil {
			for _, g := range d.Times {
				if g.Start < 0 || g.End > len(d.Text) {
					t.Fatalf("%+v of %d bytes", g, len(d.Text))
				}
			}
		}
		_, _ = parseEventTimes(s)
	})
}
