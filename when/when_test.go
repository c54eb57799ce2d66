package when

import (
	"os"
	"strings"
	"testing"

	"nuncio"
	"nuncio/doc"
)

func load(t testing.TB) *Tagger {
	t.Helper()
	tg, err := New(os.DirFS("../data/when"))
	if err != nil {
		t.Fatal(err)
	}
	return tg
}

// plain cuts text at spaces and the signs around words: enough for rules that need no tree.
func plain(text string, pub nuncio.Date) *doc.Document {
	d := &doc.Document{Report: &nuncio.Report{Text: text, Published: pub}}
	s := doc.Sentence{End: len(text)}
	add := func(a, b int) {
		s.Tokens = append(s.Tokens, doc.Token{Form: text[a:b], Start: a, End: b, Head: -1})
	}
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		j := i
		for j < len(text) && text[j] != ' ' {
			j++
		}
		e := j
		for e > i+1 && strings.IndexByte(",;)\"?!", text[e-1]) >= 0 {
			e--
		}
		if e > i+1 && text[e-1] == '.' && (e == len(text)) && !strings.HasSuffix(text[i:e], "p.m.") && !strings.HasSuffix(text[i:e], "a.m.") {
			e--
		}
		for i < e-1 && (text[i] == '(' || text[i] == '"') {
			add(i, i+1)
			i++
		}
		add(i, e)
		for ; e < j; e++ {
			add(e, e+1)
		}
		i = j
	}
	d.Sentences = append(d.Sentences, s)
	return d
}

var monday = nuncio.Date{Year: 2018, Month: 7, Day: 9}

// TestRuleExamples runs the examples that stand beside the rules.
func TestRuleExamples(t *testing.T) {
	tg := load(t)
	rf, err := readRules(os.DirFS("../data/when"), "rules.yaml")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, r := range append(rf.Words, rf.Joins...) {
		for _, ex := range r.Examples {
			n++
			text, want, _ := strings.Cut(ex, " => ")
			clean := strings.NewReplacer("[", "", "]", "").Replace(text)
			d := plain(clean, monday)
			tg.Tag(d)
			if want == "" && !strings.Contains(text, "[") {
				if len(d.Times) > 0 {
					t.Errorf("%s: %q: found %q", r.Rule, clean, d.Words(d.Times[0].Range))
				}
				continue
			}
			if want == "" {
				continue
			}
			words := text[strings.Index(text, "[")+1 : strings.Index(text, "]")]
			ok := false
			var got []string
			for _, tm := range d.Times {
				v := strings.TrimSpace(tm.Type + " " + tm.Value + " " + tm.Mod)
				got = append(got, d.Words(tm.Range)+" => "+v)
				ok = ok || d.Words(tm.Range) == words && v == want
			}
			if !ok {
				t.Errorf("%s: %q: want %s, got %q", r.Rule, clean, want, got)
			}
		}
	}
	if n < 60 {
		t.Errorf("only %d examples", n)
	}
}
