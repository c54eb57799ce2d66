package eval

import (
	"os"
	"strings"
	"testing"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/where"
)

const lglSample = `<articles><article docid="7"><text><![CDATA[“Fête” in Paris, Texas. Kenyan guests.]]></text><toponyms count="3">
<toponym><start>10</start><end>15</end><phrase>Paris</phrase><gaztag geonameid="4717560"><lat>33.66</lat><lon>-95.55</lon><country geonameid="1">United States</country></gaztag></toponym>
<toponym><start>17</start><end>22</end><phrase>Texas</phrase></toponym>
<toponym><start>24</start><end>30</end><phrase>Kenyan</phrase><gaztag geonameid="192950"><lat>1</lat><lon>38</lon><country geonameid="192950">Kenya</country></gaztag></toponym>
</toponyms></article></articles>`

func TestToponymsAreReadAndScored(t *testing.T) {
	texts, err := ReadLGL(strings.NewReader(lglSample))
	if err != nil {
		t.Fatal(err)
	}
	a := texts[0]
	for i, want := range []string{"Paris", "Texas", "Kenyan"} {
		if g := a.Toponyms[i]; a.Text[g.Start:g.End] != want {
			t.Errorf("toponym %d cuts %q, want %q", i, a.Text[g.Start:g.End], want)
		}
	}
	cat, err := catalogue.Load(os.DirFS("../data/catalogue"))
	if err != nil {
		t.Fatal(err)
	}
	gaz, err := where.Load(data.Gazetteer, os.DirFS("../data/where"))
	if err != nil {
		t.Fatal(err)
	}
	var s ToponymScore
	scorer := ToponymScorer{Resolver: where.New(gaz), Catalogue: cat}
	scorer.Add(&s, &a)
	if s.Located != 2 || s.Same != 2 || s.Accuracy() != 1 || s.Country != (PRF{TP: 2}) {
		t.Errorf("score %+v", s)
	}
	// A place far off and one that nothing bears are both wrong.
	a.Text = strings.Replace(a.Text, "Paris", "Qxpzk", 1)
	a.Toponyms[2].Lat, a.Toponyms[2].GeoNames = -40, 1
	s = ToponymScore{}
	scorer.Add(&s, &a)
	if s.Accuracy() != 0 || s.Resolved != 1 || len(s.Errors) != 2 {
		t.Errorf("score of wrong places %+v", s)
	}
}

func TestLGLOutOfText(t *testing.T) {
	bad := strings.Replace(lglSample, "<end>30</end>", "<end>300</end>", 1)
	if _, err := ReadLGL(strings.NewReader(bad)); err == nil || !strings.Contains(err.Error(), "article 7") {
		t.Errorf("a span beyond the text: %v", err)
	}
}

func TestGeoVirusOffsetsAreMended(t *testing.T) {
	texts, err := ReadGeoVirus(strings.NewReader(`<articles><article><source>u</source><text>Cases rose in Lima again.</text><locations>
		<location><name>Lima</name><start>15</start><end>19</end><lat>-12</lat><lon>-77</lon></location></locations></article></articles>`))
	if err != nil {
		t.Fatal(err)
	}
	if g := texts[0].Toponyms[0]; texts[0].Text[g.Start:g.End] != "Lima" {
		t.Errorf("cuts %q", texts[0].Text[g.Start:g.End])
	}
}

func TestEventPlaces(t *testing.T) {
	rows, err := ReadEventPlaces(strings.NewReader(`{"text":"Crowds marched in Lima.","answer":"accept","spans":[{"start":7,"end":14,"label":"VERB"},{"start":18,"end":22,"label":"LOCATION"}]}
{"text":"They met.","answer":"accept","spans":[{"start":5,"end":8,"label":"VERB"}]}
{"text":"No.","answer":"reject","spans":[{"start":0,"end":2,"label":"VERB"}]}`))
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	var s EventPlaceScore
	s.Add(&rows[0], &nuncio.Where{Span: nuncio.Span{Start: 18, End: 22}})
	s.Add(&rows[0], &nuncio.Where{Span: nuncio.Span{Start: 0, End: 6}})
	s.Add(&rows[0], nil)
	s.Add(&rows[1], nil)
	if s.PRF != (PRF{TP: 1, FP: 1, FN: 2}) || s.Silent != 1 || s.Events != 4 {
		t.Errorf("score %+v", s)
	}
	d := &doc.Document{Sentences: []doc.Sentence{{Tokens: []doc.Token{{Start: 0, End: 6}, {Start: 7, End: 14}}}}}
	if at, ok := TokenAt(d, rows[0].Verb); !ok || at.Tok != 1 {
		t.Errorf("the verb is at %v, %v", at, ok)
	}
}
