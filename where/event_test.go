package where_test

import (
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
	"nuncio/where"
	"nuncio/who"
)

// house is what reads a text up to its places.
type house struct {
	engine  *nlp.Engine
	cat     *catalogue.Catalogue
	gaz     *where.Gazetteer
	times   *when.Tagger
	clauses *clause.Words
	words   *who.Words
}

var built = sync.OnceValues(func() (h house, err error) {
	rules, err := text.LoadRules(data.FS)
	if err != nil {
		return h, err
	}
	if h.engine, err = nlp.Load(data.Model, rules); err != nil {
		return h, err
	}
	sub := func(dir string) fs.FS { f, _ := fs.Sub(data.FS, dir); return f }
	if h.cat, err = catalogue.Load(sub("catalogue")); err != nil {
		return h, err
	}
	if h.times, err = when.New(sub("when")); err != nil {
		return h, err
	}
	if h.clauses, err = clause.Load(sub("clause")); err != nil {
		return h, err
	}
	if h.words, err = who.Load(sub("who")); err != nil {
		return h, err
	}
	h.gaz, err = where.Load(data.Gazetteer, sub("where"))
	return h, err
})

// read gives the document of a text, its places not yet found, and a resolver.
func read(t testing.TB, rep *nuncio.Report) (*doc.Document, *where.Resolver) {
	t.Helper()
	h, err := built()
	if err != nil {
		t.Fatal(err)
	}
	d := new(doc.Document)
	d.Reset(rep)
	if err := h.engine.NewWorkspace().Analyze(d); err != nil {
		t.Fatal(err)
	}
	clause.New(h.clauses).Read(d)
	h.times.Tag(d)
	who.New(h.words, h.cat).Resolve(d)
	return d, where.New(h.gaz)
}

func verb(t testing.TB, d *doc.Document, form string) doc.Ref {
	t.Helper()
	for i := range d.Sentences {
		for k := range d.Sentences[i].Tokens {
			if d.Sentences[i].Tokens[k].Form == form {
				return doc.Ref{Sent: i, Tok: k}
			}
		}
	}
	t.Fatalf("no word %q", form)
	return doc.Ref{}
}

func TestPlaceOfTheDeed(t *testing.T) {
	for _, tc := range []struct {
		text, verb string
		want       string // name and country, "" for none
	}{
		{"The two ministers met in Geneva on Monday.", "met", "Geneva CHE"},
		{"President Lee visited Hanoi in March.", "visited", "Hanoi VNM"},
		{"Jets bombed a barracks north of Sanaa.", "bombed", "Sanaa YEM"},
		{"Soldiers shot two farmers near the village of Kupiansk.", "shot", "Kupiansk UKR"},
		{"The envoy visited Ho Chi Minh City on Tuesday.", "visited", "Ho Chi Minh City VNM"},
		{"In Lima, the foreign minister rejected the offer.", "rejected", "Lima PER"},
		{"Envoys held talks in Muscat on a truce.", "held", "Muscat OMN"},
		{"Rebels attacked the Chadian capital on Friday.", "attacked", "N'Djamena TCD"},
		{"The general fled to Saudi Arabia.", "fled", "Saudi Arabia SAU"},
		{"Mr. Sato flew to Nairobi and signed the accord.", "signed", "Nairobi KEN"},
		{"They agreed to meet in Oslo next week.", "meet", "Oslo NOR"},
		{"Police in Harare arrested eleven students.", "arrested", "Harare ZWE"},
		{"A spokesman said in Paris that rebels had killed six soldiers.", "killed", ""},
		{"A spokesman said in Paris that rebels had killed six soldiers in Gao.", "killed", "Gao MLI"},
		{"Police held two men in Surin province.", "held", "Surin THA"},
		{"Turkish jets bombed rebels on Syrian soil.", "bombed", "Syria SYR"},
		{"The rescued sailors gave thanks to the Chinese side.", "gave", ""},
		{"Russian troops entered the town of Zugdidi in western Georgia.", "entered", "Zugdidi GEO"},
		{"Both sides agreed on a framework in Lausanne.", "agreed", "Lausanne CHE"},
		{"Egyptian police fired on students outside Cairo University.", "fired", "Cairo EGY"},
		{"Gunmen shot a judge in Port Said on Sunday.", "shot", "Port Said EGY"},
		{"Gunmen attacked a convoy in Mazar-i-Sharif.", "attacked", "Mazar-e-Sharif AFG"},
		{"Cambodian troops seized the airport in the capital.", "seized", "Phnom Penh KHM"},
		{"Guerrillas besieged the garrison of Tessalit in Mali.", "besieged", "Tessalit MLI"},
		{"Seleka fighters captured the capital of the Central African Republic.", "captured", "Bangui CAF"},
		{"The two ministers met at the Canal Hotel in Baghdad.", "met", "Baghdad IRQ"},
		{"The two presidents met at the White House.", "met", "Washington USA"},
		{"The two presidents met in the Kremlin.", "met", "Moscow RUS"},
		{"The Kremlin warned the envoy.", "warned", ""},
		{"Police shot three students outside the Kenyan parliament.", "shot", "Nairobi KEN"},
		{"Kenyan police shot three students in front of the interior ministry.", "shot", "Nairobi KEN"},
		{"Kenyan police shot three students outside the regional parliament.", "shot", ""},
		{"Iran fired a missile in reply to a strike on its consulate in Damascus.", "fired", ""},
		{"Gunners shot down two planes over Kashmir.", "shot", "Kashmir "},
		{"Belarus forced an airliner to land in its capital.", "land", "Minsk BLR"},
		{"Russia and Ukraine agreed on a truce after 16 hours of talks in Minsk.", "agreed", "Minsk BLR"},
		{"Kenya recalled its envoy after talks in Minsk.", "recalled", ""},
		{"The president flew to Kabul on his way to India.", "flew", "Kabul AFG"},
		{"Soldiers stormed a Moscow theatre.", "stormed", "Moscow RUS"},
		{"Kenyan militiamen shot down a plane over the capital.", "shot", "Nairobi KEN"},
		{"Gunmen killed ten guests at the Marriott hotel in Islamabad.", "killed", "Islamabad PAK"},
		{"Tanks surrounded Government House in Bangkok on Tuesday.", "surrounded", "Bangkok THA"},
		{"The envoy visited the Soviet capital in May.", "visited", "Moscow RUS"},
		{"British jets attacked Iraq on Wednesday.", "attacked", "Iraq IRQ"},
		{"Bombers killed ten people in the Moscow metro.", "killed", "Moscow RUS"},
		{"France condemned the attack in Kidal.", "condemned", ""},
		{"Kenya accused Uganda of smuggling.", "accused", ""},
		{"Moscow urged Tehran to sign.", "urged", ""},
		{"The junta, which overthrew the president in May, walked out of talks in Abidjan.", "overthrew", ""},
	} {
		d, r := read(t, &nuncio.Report{Text: tc.text})
		r.Resolve(d)
		got := ""
		if w := r.ForEvent(d, verb(t, d, tc.verb)); w != nil {
			got = w.Name + " " + w.Country
			if words := tc.text[w.Span.Start:w.Span.End]; words != w.Text {
				t.Errorf("%s: the span cuts %q, the text is %q", tc.text, words, w.Text)
			}
		}
		if got != tc.want {
			t.Errorf("%s\n\t%s at %q, want %q", tc.text, tc.verb, got, tc.want)
		}
	}
}

func TestNoDateline(t *testing.T) {
	rep := &nuncio.Report{Text: "The two ministers met on Monday.", DatelinePlace: "GENEVA"}
	d, r := read(t, rep)
	r.Resolve(d)
	if w := r.ForEvent(d, verb(t, d, "met")); w != nil || len(d.Places) > 0 {
		t.Errorf("the dateline became a place: %+v, %+v", w, d.Places)
	}
}

// Peoples and governments are no places.
func TestWhoActsIsNoPlace(t *testing.T) {
	d, r := read(t, &nuncio.Report{Text: "Turkish officials said Ankara had warned Greece. Russians voted on Sunday."})
	r.Resolve(d)
	for _, p := range d.Places {
		t.Errorf("%q became a place: %s", d.Words(p.Range), p.Reason)
	}
}

func TestUnknownPlacesGetTheirCountry(t *testing.T) {
	d, r := read(t, &nuncio.Report{Text: "The minister visited Mombasa on Tuesday."})
	r.Resolve(d)
	for _, e := range d.Entities {
		if e.Kind == nuncio.KindPlace && e.Country != "KEN" {
			t.Errorf("%s has country %q", e.ID, e.Country)
		}
	}
	if len(d.Places) != 1 || d.Places[0].GeoNames != 186301 {
		t.Errorf("places %+v", d.Places)
	}
}

// A resolver that has read one report reads the next as if it were its first.
func TestResolverForgets(t *testing.T) {
	d, r := read(t, &nuncio.Report{Text: "Shells fell on Tripoli, Lebanon, and on Beirut."})
	r.Resolve(d)
	d, fresh := read(t, &nuncio.Report{Text: "Militias fought in Tripoli."})
	fresh.Resolve(d)
	want := d.Places[0].Country
	r.Resolve(d)
	if d.Places[0].Country != want || want != "LBY" {
		t.Errorf("Tripoli is in %s, for a fresh resolver in %s", d.Places[0].Country, want)
	}
}

func BenchmarkResolve(b *testing.B) {
	text := strings.Repeat("Rebels shelled the port of Hodeidah on Monday, and the government sent troops from Marib and Taiz, a spokesman said in Riyadh. "+
		"The United Nations envoy flew to Muscat for talks with the foreign ministers of Oman and Iran. Two ships were hit off Aden. "+
		"The council in New York will discuss the matter next week, and the ministers said that they hoped for a truce before the summer. ", 8)
	d, r := read(b, &nuncio.Report{Text: text})
	words := 0
	for i := range d.Sentences {
		words += len(d.Sentences[i].Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		r.Resolve(d)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func TestNearIsNotIn(t *testing.T) {
	for _, tc := range []struct {
		text, verb string
		want       nuncio.Precision
	}{
		{"Soldiers shot two farmers in Kupiansk.", "shot", nuncio.PrecisionCity},
		{"Soldiers shot two farmers near Kupiansk.", "shot", nuncio.PrecisionDistrict},
		{"Soldiers shot two farmers near the town of Kupiansk.", "shot", nuncio.PrecisionDistrict},
		{"Soldiers shot two farmers outside Kharkiv.", "shot", nuncio.PrecisionDistrict},
		{"Jets bombed a barracks north of Sanaa.", "bombed", nuncio.PrecisionDistrict},
	} {
		d, r := read(t, &nuncio.Report{Text: tc.text})
		r.Resolve(d)
		if w := r.ForEvent(d, verb(t, d, tc.verb)); w == nil || w.Precision != tc.want {
			t.Errorf("%s: %+v, want %s", tc.text, w, tc.want)
		}
	}
}

// "here" is where the dateline is, "there" where the place last named is.
func TestPointedPlaces(t *testing.T) {
	for _, tc := range []struct{ dateline, text, verb, want string }{
		{"NAIROBI", "The Ugandan president arrived here on Monday.", "arrived", "Nairobi KEN"},
		{"NAIROBI", "The Ugandan president arrived here on Monday for a visit to Kenya.", "visit", "Nairobi KEN"},
		{"NAIROBI", "The Ugandan president arrived here on Monday from a visit to Ghana.", "visit", "Ghana GHA"},
		{"", "The Ugandan president arrived here on Monday.", "arrived", ""},
		{"NAIROBI", "The Ugandan president met his guest on Monday.", "met", ""},
		{"", "Fighting broke out in Goma on Monday. Forty soldiers were killed there.", "killed", "Goma COD"},
		{"", "Fighting broke out in Goma on Monday. Gunmen took ten nurses hostage there.", "took", "Goma COD"},
		{"", "Gunmen freed a nurse in Beirut. A day later they seized another in the southern suburbs.", "seized", "Beirut LBN"},
		{"", "The rebels sent a delegation to Vienna, where the mediators met them on Monday.", "met", "Vienna AUT"},
		{"", "The envoy landed in Mombasa for a visit to Kenya.", "visit", "Mombasa KEN"},
		{"MOPTI", "Gunmen stormed a base on the outskirts of the city on Monday.", "stormed", "Mopti MLI"},
		{"", "Rebels entered Goma on Monday. Jets bombed a camp north of the town on Friday.", "bombed", "Goma COD"},
		{"", "Shells fell on Lubumbashi. Jets bombed the city on Tuesday.", "bombed", "Lubumbashi COD"},
		{"", "Shells fell on the island of Lesbos. Greece sent troops to the island.", "sent", "Lesbos GRC"},
		{"", "Shells fell on Goma. Greece sent troops to the island.", "sent", ""},
		{"NAIROBI", "Officials from Kenya and Uganda met their guests in the capital.", "met", "Nairobi KEN"},
	} {
		d, r := read(t, &nuncio.Report{Text: tc.text, DatelinePlace: tc.dateline})
		r.Resolve(d)
		got := ""
		if w := r.ForEvent(d, verb(t, d, tc.verb)); w != nil {
			got = w.Name + " " + w.Country
		}
		if got != tc.want {
			t.Errorf("%s\n\t%s at %q, want %q", tc.text, tc.verb, got, tc.want)
		}
	}
}
