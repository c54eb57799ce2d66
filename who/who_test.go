package who_test

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/clause"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/nlp"
	"nuncio/text"
	"nuncio/when"
	"nuncio/who"
)

// builtIn is the built-in knowledge, loaded once for all tests.
var builtIn = sync.OnceValues(func() (*kit, error) {
	rules, err := text.LoadRules(data.FS)
	if err != nil {
		return nil, err
	}
	engine, err := nlp.Load(data.Model, rules)
	if err != nil {
		return nil, err
	}
	sub := func(dir string) fs.FS { f, _ := fs.Sub(data.FS, dir); return f }
	cat, err := catalogue.Load(sub("catalogue"))
	if err != nil {
		return nil, err
	}
	clauses, err := clause.Load(sub("clause"))
	if err != nil {
		return nil, err
	}
	words, err := who.Load(sub("who"))
	if err != nil {
		return nil, err
	}
	tagger, err := when.New(sub("when"))
	if err != nil {
		return nil, err
	}
	return &kit{engine, cat, clauses, words, tagger}, nil
})

type kit struct {
	engine  *nlp.Engine
	cat     *catalogue.Catalogue
	clauses *clause.Words
	words   *who.Words
	when    *when.Tagger
}

func (k *kit) read(t testing.TB, date, text string) (*doc.Document, *who.Resolver) {
	t.Helper()
	return k.readReport(t, date, nuncio.Report{Text: text})
}

// readReport reads a report of a day.
func (k *kit) readReport(t testing.TB, date string, rep nuncio.Report) (*doc.Document, *who.Resolver) {
	t.Helper()
	on, err := nuncio.ParseDate(date)
	if err != nil {
		t.Fatal(err)
	}
	rep.Published = on
	d := &doc.Document{}
	d.Reset(&rep)
	if err := k.engine.NewWorkspace().Analyze(d); err != nil {
		t.Fatal(err)
	}
	clause.New(k.clauses).Read(d)
	k.when.Tag(d)
	w := who.New(k.words, k.cat)
	w.Resolve(d)
	return d, w
}

func load(t testing.TB) *kit {
	t.Helper()
	k, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// party says whom the nth mention with these words stands for: an id, ids of
// members joined by +, "place" in front for places, "-" for nobody.
func party(d *doc.Document, words string, nth int) string {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if got := d.Words(m.Range); got != words && !strings.EqualFold(got, words) {
			continue
		}
		if nth--; nth > 0 {
			continue
		}
		switch {
		case len(m.Members) > 0:
			var ids []string
			for _, e := range m.Members {
				ids = append(ids, d.Entities[e].ID)
			}
			return strings.Join(ids, "+")
		case m.Entity < 0:
			return "-"
		case m.Place:
			return "place " + d.Entities[m.Entity].Country
		}
		return d.Entities[m.Entity].ID
	}
	return "no such mention"
}

func TestResolve(t *testing.T) {
	k := load(t)
	for _, c := range []struct {
		name, date, text string
		want             map[string]string // "words" or "words#2" → party
	}{
		{"a leader by full name", "2018-05-02", "Vladimir Putin met reporters.", map[string]string{"Vladimir Putin": "person/putin-vladimir"}},
		{"surname after full name", "2018-05-02", "Norwegian diplomat Anna Berg arrived on Monday. Berg said the talks were useful.",
			map[string]string{"Berg": "person/anna-berg"}},
		{"he after one man", "2018-05-02", "Finnish minister Jan Hansen arrived on Monday. He met reporters.", map[string]string{"He": "person/jan-hansen"}},
		{"she is not the man", "2018-05-02", "Envoy Peter Hansen met Anna Berg in Bern. She thanked the hosts.", map[string]string{"She": "person/anna-berg"}},
		{"he is not the woman", "2018-05-02", "Envoy Anna Berg met Peter Hansen in Bern. He thanked the hosts.", map[string]string{"He": "person/hansen-peter"}},
		{"object is not the subject", "2018-05-02", "Jan Hansen met Peter Lund in Bern on Monday and praised him.", map[string]string{"him": "person/peter-lund"}},
		{"two of one surname", "2009-03-02", "Cuban President Raul Castro received the envoy. Former leader Fidel Castro wrote a column.",
			map[string]string{"Raul Castro": "person/castro-raul", "Fidel Castro": "person/castro-fidel"}},
		{"a president of a body", "2024-05-10", "The president of the Egyptian Football Association flew to Baku.", map[string]string{"The president of the Egyptian Football Association": "group/egy-president"}},
		{"a president of a region", "2024-05-10", "The president of Chechnya flew to Baku.", map[string]string{"The president of Chechnya": "group/rus-president"}},
		{"the president who left", "2011-02-12", "Egypt was calm. The president stepped down on Friday.", map[string]string{"The president": "person/mubarak-hosni"}},
		{"a president below a leader", "2015-05-10", "The Iranian president flew to Moscow.", map[string]string{"The Iranian president": "person/rouhani-hassan"}},
		{"a body founded", "2011-10-02", "The NTC rejected the plan.", map[string]string{"NTC": "org/ntc-libya"}},
		{"a body not yet founded", "1997-04-16", "The NTC rejected the plan.", map[string]string{"NTC": "org/ntc"}},
		{"acronym introduced", "2018-05-02", "The Baltic Harbour Council (BHC) met on Monday. The BHC rejected the plan.",
			map[string]string{"BHC#2": "org/baltic-harbour-council"}},
		{"capital acts", "2018-05-02", "Ankara rejected the offer from Athens.", map[string]string{"Ankara": "TUR"}},
		{"capital acts alone", "2018-05-02", "Chad accused its neighbour. Paris denied it.", map[string]string{"Paris": "FRA"}},
		{"a capital by which people are called", "2018-05-02", "Chad accused its neighbour. Santiago rejected the claim.", map[string]string{"Santiago": "person/santiago"}},
		{"capital is a place", "2018-05-02", "The minister flew to Ankara on Monday.", map[string]string{"Ankara": "place TUR"}},
		{"capital is a place: in", "2018-05-02", "The talks were held in Ankara.", map[string]string{"Ankara": "place TUR"}},
		{"capital is a place: bombed", "2018-05-02", "Jets bombed Damascus.", map[string]string{"Damascus": "place SYR"}},
		{"the two countries", "2018-05-02", "Chad and Niger signed the treaty on Monday. The two countries share a border.", map[string]string{"The two countries": "TCD+NER"}},
		{"both sides", "2018-05-02", "Armenia and Azerbaijan exchanged fire. Both sides blamed each other.", map[string]string{"Both sides": "ARM+AZE"}},
		{"a common name of whom nothing speaks", "2012-05-02", "Farmer John Allen sued the council in Lima.", map[string]string{"John Allen": "person/john-allen"}},
		{"a common name with its state", "2012-05-02", "U.S. General John Allen met reporters in Kabul.", map[string]string{"John Allen": "person/allen-john"}},
		{"a bloc of states", "2018-05-02", "The Baltic states condemned the vote.", map[string]string{"Baltic states": "EST+LVA+LTU"}},
		{"a body of states is one party", "2018-05-02", "The Visegrad Group rejected the plan.", map[string]string{"Visegrad Group": "org/visegrad"}},
		{"members named", "2018-05-02", "The ministers, Anna Berg and Jan Hansen, met in Bern.", map[string]string{"The ministers": "person/anna-berg+person/jan-hansen"}},
		{"it is the state", "2018-05-02", "Turkey recalled its ambassador.", map[string]string{"its": "TUR"}},
		{"the former", "2018-05-02", "Chad and Niger signed the treaty. The former will host the court.", map[string]string{"The former": "TCD"}},
		{"the latter", "2018-05-02", "Chad and Niger signed the treaty. The latter will host the court.", map[string]string{"The latter": "NER"}},
		{"the kingdom", "2018-05-02", "Saudi Arabia recalled its envoy on Monday. The kingdom accused Qatar of meddling.", map[string]string{"The kingdom": "SAU"}},
		{"the island", "2018-05-02", "Cuba rejected the demand. The island wants the embargo lifted.", map[string]string{"The island": "CUB"}},
		{"no island before", "2018-05-02", "The island wants the embargo lifted.", map[string]string{"The island": "-"}},
		{"his counterpart", "2018-05-02", "Russian Foreign Minister Sergei Lavrov met his Chinese counterpart Wang Yi in Moscow.",
			map[string]string{"his": "person/lavrov-sergei", "his Chinese counterpart": "person/wang-yi"}},
		{"counterpart without a name", "2018-05-02", "Russian Foreign Minister Sergei Lavrov telephoned his Chinese counterpart on Monday.",
			map[string]string{"his Chinese counterpart": "person/wang-yi"}},
		{"apposed role", "2018-05-02", "Anna Berg, the Norwegian foreign minister, left. The foreign minister gave no reason.",
			map[string]string{"The foreign minister": "person/anna-berg"}},
		{"they are the group", "2018-05-02", "Police arrested protesters in Lima. They used tear gas.", map[string]string{"They": "group/per-police"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := k.read(t, c.date, c.text)
			for words, want := range c.want {
				w, nth := words, 1
				if before, n, ok := strings.Cut(words, "#"); ok {
					w = before
					fmt.Sscan(n, &nth)
				}
				if got := party(d, w, nth); got != want {
					t.Errorf("%s: %q is %s, want %s\n%s", c.text, words, got, want, dump(d))
				}
			}
			for i := range d.Mentions {
				if d.Mentions[i].Reason == "" {
					t.Errorf("%q has no reason", d.Words(d.Mentions[i].Range))
				}
			}
		})
	}
}

func dump(d *doc.Document) string {
	var b strings.Builder
	for i := range d.Mentions {
		m := &d.Mentions[i]
		id := "-"
		if m.Entity >= 0 {
			id = d.Entities[m.Entity].ID
		}
		fmt.Fprintf(&b, "  %q = %s (%s)\n", d.Words(m.Range), id, m.Reason)
	}
	return b.String()
}
