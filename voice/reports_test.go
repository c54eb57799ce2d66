package voice_test

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"nuncio"
	"nuncio/clause"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/ud"
	"nuncio/voice"
)

func newReader(t testing.TB) *voice.Reader {
	t.Helper()
	r, err := voice.New(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// reports reads testdata/reports.conllu: one document a "newdoc", a paragraph
// break before each "newpar".
func reports(t testing.TB) map[string]*doc.Document {
	t.Helper()
	f, err := os.Open("testdata/reports.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sents, err := ud.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*doc.Document{}
	var d *doc.Document
	for _, s := range sents {
		par := false
		for _, c := range s.Comments {
			par = par || strings.HasPrefix(c, "newpar")
		}
		if id := s.Meta("newdoc id"); id != "" {
			d = &doc.Document{Report: &nuncio.Report{ID: id}}
			out[id] = d
		} else if par {
			d.Report.Text += "\n\n"
		}
		d.Sentences = append(d.Sentences, sentence(d, s))
	}
	words := clauseWords(t)
	for _, d := range out {
		clause.New(words).Read(d)
	}
	return out
}

// clauseWords are the built-in words by which clauses are read.
func clauseWords(t testing.TB) *clause.Words {
	t.Helper()
	files, err := fs.Sub(data.FS, "clause")
	if err != nil {
		t.Fatal(err)
	}
	words, err := clause.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// sentence appends the words of a tree to the report's text.
func sentence(d *doc.Document, u *ud.Sentence) doc.Sentence {
	s := doc.Sentence{Number: len(d.Sentences), Start: len(d.Report.Text)}
	for i, w := range u.Words {
		space := ud.SpaceAfter(w.Misc)
		for _, m := range u.Tokens { // the words of "Lima's" stand together
			if m.First <= i+1 && i+1 < m.Last {
				space = false
			} else if m.Last == i+1 {
				space = ud.SpaceAfter(m.Misc)
			}
		}
		t := doc.Token{Form: w.Form, Lemma: w.Lemma, UPOS: w.UPOS, XPOS: w.XPOS, Feats: w.Feats, Head: w.Head - 1, Deprel: w.Deprel}
		t.Start = len(d.Report.Text)
		d.Report.Text += w.Form
		t.End = len(d.Report.Text)
		s.End = t.End
		if space {
			d.Report.Text += " "
		}
		s.Tokens = append(s.Tokens, t)
	}
	s.Link()
	return s
}

// line is "source | cue | content ; content <outer".
func line(d *doc.Document, a *doc.Attribution) string {
	var content []string
	for _, r := range a.Content {
		content = append(content, d.Words(r))
	}
	s := fmt.Sprintf("%s | %s | %s", d.Words(a.Source), d.Words(a.Cue), strings.Join(content, " ; "))
	if a.Parent >= 0 {
		s += fmt.Sprintf(" <%d", a.Parent)
	}
	if a.Also >= 0 {
		s += fmt.Sprintf(" =%d", a.Also)
	}
	return s
}

func chainText(chain []nuncio.Link) string {
	if len(chain) == 0 {
		return "-"
	}
	var out []string
	for _, l := range chain {
		k := string(l.Kind)
		if l.Authority != "" {
			k += ", " + l.Authority
		}
		out = append(out, l.Name+" ("+k+")")
	}
	return strings.Join(out, " > ")
}

func find(t *testing.T, d *doc.Document, word string) doc.Ref {
	t.Helper()
	for si := range d.Sentences {
		for i := range d.Sentences[si].Tokens {
			if d.Sentences[si].Tokens[i].Form == word {
				return doc.Ref{Sent: si, Tok: i}
			}
		}
	}
	t.Fatalf("no %q in %q", word, d.Report.Text)
	return doc.Ref{}
}
