package when

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"nuncio"
	"nuncio/doc"
	"nuncio/ud"
)

// treebank turns the trees of a file into documents, one a "newdoc".
func treebank(t *testing.T, path string) (docs []*doc.Document, sents [][]*ud.Sentence) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := ud.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	var d *doc.Document
	for _, s := range all {
		if p := s.Meta("published"); p != "" {
			day, err := nuncio.ParseDate(p)
			if err != nil {
				t.Fatal(err)
			}
			d = &doc.Document{Report: &nuncio.Report{Published: day}}
			docs, sents = append(docs, d), append(sents, nil)
		}
		if d == nil {
			t.Fatalf("%s: the first sentence has no # published", path)
		}
		text := &d.Report.Text
		if *text != "" {
			*text += " "
		}
		out := doc.Sentence{Number: len(d.Sentences), Start: len(*text)}
		for _, w := range s.Words {
			start := len(*text)
			*text += w.Form
			out.Tokens = append(out.Tokens, doc.Token{Form: w.Form, Lemma: w.Lemma, UPOS: w.UPOS, XPOS: w.XPOS, Feats: w.Feats,
				Head: w.Head - 1, Deprel: w.Deprel, Start: start, End: len(*text)})
			if ud.SpaceAfter(w.Misc) {
				*text += " "
			}
		}
		*text = strings.TrimSuffix(*text, " ")
		out.End = len(*text)
		out.Link()
		d.Sentences = append(d.Sentences, out)
		sents[len(sents)-1] = append(sents[len(sents)-1], s)
	}
	return docs, sents
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// TestEvents checks the times of events in testdata/events.conllu: a comment
// "# when WORD = START END GRANULARITY BASIS" stands above the sentence, with a
// dash for what is open.
func TestEvents(t *testing.T) {
	tg := load(t)
	docs, sents := treebank(t, "testdata/events.conllu")
	for k, d := range docs {
		tg.Tag(d)
		var scene []Placed
		for i, s := range sents[k] {
			for _, c := range s.Comments {
				rest, ok := strings.CutPrefix(c, "when ")
				if !ok {
					continue
				}
				word, want, _ := strings.Cut(rest, " = ")
				at := doc.Ref{Sent: i, Tok: -1}
				for n, tok := range d.Sentences[i].Tokens {
					if tok.Form == word {
						at.Tok = n
					}
				}
				if at.Tok < 0 {
					t.Fatalf("no %q in %q", word, s.Meta("text"))
				}
				w := tg.ForEvent(d, Deed{At: at}, scene)
				scene = append(scene, Placed{At: at, When: w})
				got := fmt.Sprintf("%s %s %s %s", orDash(w.Start.String()), orDash(w.End.String()), orDash(string(w.Granularity)), w.Basis)
				if got != want {
					t.Errorf("%s, %q: %s; want %s", s.Meta("text"), word, got, want)
				}
			}
		}
	}
}

// TestSceneByParties: a deed without words takes the time of an earlier one that shares its parties.
func TestSceneByParties(t *testing.T) {
	tg := load(t)
	docs, _ := treebank(t, "testdata/events.conllu")
	d := docs[3] // "tense": no words of time
	tg.Tag(d)
	met := nuncio.When{Interval: nuncio.Interval{Start: nuncio.Date{Year: 2021, Month: 5, Day: 3}, End: nuncio.Date{Year: 2021, Month: 5, Day: 9}, Granularity: nuncio.GranularityWeek}, Basis: nuncio.WhenExpression}
	scene := []Placed{{At: doc.Ref{Sent: 0, Tok: 0}, Parties: []int{1, 2}, When: met}}
	thanked := doc.Ref{Sent: 0, Tok: 2}
	w := tg.ForEvent(d, Deed{At: thanked, Parties: []int{2, 1}}, scene)
	if w.Basis != nuncio.WhenContext || w.Interval != met.Interval {
		t.Errorf("got %+v", w)
	}
	if w = tg.ForEvent(d, Deed{At: thanked, Status: nuncio.Planned}, scene); w.Basis != nuncio.WhenTense || w.Start != d.Report.Published {
		t.Errorf("planned: got %+v", w)
	}
}

func TestTelling(t *testing.T) {
	tg := load(t)
	docs, _ := treebank(t, "testdata/events.conllu")
	d := docs[2] // "background"
	tg.Tag(d)
	for _, c := range []struct {
		sent int
		word string
		want Telling
	}{{0, "marked", News}, {0, "massacres", Anniversary}, {1, "declared", Background}, {2, "presented", News}} {
		for n, tok := range d.Sentences[c.sent].Tokens {
			if tok.Form != c.word {
				continue
			}
			at := doc.Ref{Sent: c.sent, Tok: n}
			if got := tg.Telling(d, at, tg.ForEvent(d, Deed{At: at}, nil)); got != c.want {
				t.Errorf("%s: %s, want %s", c.word, got, c.want)
			}
		}
	}
}
