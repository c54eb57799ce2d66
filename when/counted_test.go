package when_test

import (
	"io/fs"
	"sync"
	"testing"

	"nuncio"
	"nuncio/clause"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/nlp"
	"nuncio/text"
	"nuncio/when"
)

// reader is the built-in language engine, loaded once.
var reader = sync.OnceValues(func() (*nlp.Engine, error) {
	rules, err := text.LoadRules(data.FS)
	if err != nil {
		return nil, err
	}
	return nlp.Load(data.Model, rules)
})

// TestTimesOfDeeds reads deeds as of Wednesday 2016-09-14. The scene grows as the
// coder grows it: deed by deed, in the order of the list.
func TestTimesOfDeeds(t *testing.T) {
	engine, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Sub(data.FS, "when")
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := when.New(files)
	if err != nil {
		t.Fatal(err)
	}
	if files, err = fs.Sub(data.FS, "clause"); err != nil {
		t.Fatal(err)
	}
	words, err := clause.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	clauses := clause.New(words)
	for _, c := range []struct {
		text string
		want []string // verb, start, end …
	}{
		{"Chad declared a curfew on Monday, ten days after gunmen had stormed the palace.", []string{"declared", "2016-09-12", "2016-09-12", "stormed", "2016-09-02", "2016-09-02"}},
		{"A week after Mali freed the men, Niger thanked Mali on Tuesday.", []string{"freed", "2016-09-06", "2016-09-06", "thanked", "2016-09-13", "2016-09-13"}},
		{"Niger expelled the consul three days after Chad shelled a village on Sept. 3.", []string{"expelled", "2016-09-06", "2016-09-06", "shelled", "2016-09-03", "2016-09-03"}},
		{"Chad telephoned Niger on the day after the disaster, which struck on Sept. 6.", []string{"telephoned", "2016-09-07", "2016-09-07"}},
		{"Chad met Niger on Saturday. On the eve of the meeting Niger freed two farmers.", []string{"met", "2016-09-10", "2016-09-10", "freed", "2016-09-09", "2016-09-09"}},
		{"Mali voted on Sunday. Kenya congratulated Mali a day after the vote.", []string{"congratulated", "2016-09-12", "2016-09-12"}},
		{"The summit opened on Friday. Mali had recalled its envoy two days before the summit.", []string{"recalled", "2016-09-07", "2016-09-07"}},
		{"Chad crossed into Niger on Monday. On the eve of the attack Mali telephoned Niger.", []string{"telephoned", "2016-09-11", "2016-09-11"}},
		{"Chad freed the men on Saturday. Mali had telephoned Chad hours before.", []string{"telephoned", "2016-09-10", "2016-09-10"}},
		{"Chad freed the men on Monday. Mali is to visit Chad later in the day.", []string{"visit", "2016-09-14", "2016-09-14"}},
		{"Mali met Chad on Monday. On the eve of the talks Niger freed two farmers.", []string{"freed", "2016-09-11", "2016-09-11"}},
		{"Chad bombed Mali overnight from Friday to Saturday.", []string{"bombed", "2016-09-09", "2016-09-10"}},
		{"Niger blamed Chad for the raid and is due in Mali on Friday.", []string{"blamed", "", "2016-09-14"}},
		{"Chad announced on Monday the expulsion of Mali over the shelling of a village on September 4.", []string{"announced", "2016-09-12", "2016-09-12", "shelling", "2016-09-04", "2016-09-04"}},
		{"Mali marched on Monday, exactly one month after the murder of an envoy.", []string{"murder", "2016-08-12", "2016-08-12"}},
		{"Chad freed the men on Monday, two months to the day after the capture of a town by Mali.", []string{"capture", "2016-07-12", "2016-07-12"}},
		{"Mali criticised a meeting between Chad and Niger planned for Friday.", []string{"criticised", "", "2016-09-14", "meeting", "2016-09-16", "2016-09-16"}},
		{"Shells killed ten men in Mali on Sunday. Chad met Niger on the morning after the blast.", []string{"met", "2016-09-12", "2016-09-12"}},
		{"The raid of Monday came five days after Chad began to bomb Mali.", []string{"bomb", "2016-09-07", "2016-09-07"}},
		{"Mali freed the men on Monday. Four days earlier 300 soldiers had crossed the river.", []string{"crossed", "2016-09-08", "2016-09-08"}},
		{"Chad called for a strike on Thursday.", []string{"called", "", "2016-09-14"}},
		{"Mali signed deals worth $11 billion on Sunday.", []string{"signed", "2016-09-11", "2016-09-11"}},
		{"Four years have passed since Chad recognised Niger.", []string{"recognised", "2012-01-01", "2012-12-31"}},
		{"Chad and Mali have signed a pact. The signing took place on Thursday.", []string{"signed", "2016-09-08", "2016-09-08"}},
		{"Chad recalled its envoy two years ago last month.", []string{"recalled", "2014-08-01", "2014-08-31"}},
		{"Mali invited Chad two weeks ago today.", []string{"invited", "2016-08-31", "2016-08-31"}},
		{"Chad had fired since Monday, it said on Tuesday. Niger met Mali earlier in the day.", []string{"met", "2016-09-13", "2016-09-13"}},
		{"Berg thanked him at a reception given on Monday.", []string{"thanked", "2016-09-12", "2016-09-12"}},
		{"Chad proposed a meeting in October.", []string{"proposed", "", "2016-09-14"}},
		{"The army seized the port on Tuesday, it said on Wednesday. Mali closed the border the next morning.", []string{"closed", "2016-09-14", "2016-09-14"}},
		{"In 2009 Chad sent troops. Niger has accepted the plan.", []string{"sent", "2009-01-01", "2009-12-31", "accepted", "", "2016-09-14"}},
		{"On Tuesday Chad met Niger and signed a pact.", []string{"met", "2016-09-13", "2016-09-13", "signed", "2016-09-13", "2016-09-13"}},
		{"Chad threatened to cut aid in a speech on Tuesday.", []string{"threatened", "2016-09-13", "2016-09-13"}},
	} {
		d := &doc.Document{}
		d.Reset(&nuncio.Report{Text: c.text, Published: nuncio.Date{Year: 2016, Month: 9, Day: 14}})
		if err := engine.NewWorkspace().Analyze(d); err != nil {
			t.Fatal(err)
		}
		clauses.Read(d)
		tagger.Tag(d)
		var scene []when.Placed
		for i := 0; i+2 < len(c.want); i += 3 {
			at, ok := find(d, c.want[i])
			if !ok {
				t.Errorf("%s: no word %q", c.text, c.want[i])
				continue
			}
			w := tagger.ForEvent(d, when.Deed{At: at}, scene)
			scene = append(scene, when.Placed{At: at, When: w})
			if got := [2]string{w.Start.String(), w.End.String()}; got != [2]string{c.want[i+1], c.want[i+2]} {
				t.Errorf("%s: %q is %v (%s), want %v", c.text, c.want[i], got, w.Basis, c.want[i+1:i+3])
			}
		}
	}
}

func find(d *doc.Document, form string) (doc.Ref, bool) {
	for i := range d.Sentences {
		for k := range d.Sentences[i].Tokens {
			if d.Sentences[i].Tokens[k].Form == form {
				return doc.Ref{Sent: i, Tok: k}, true
			}
		}
	}
	return doc.Ref{}, false
}
