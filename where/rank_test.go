package where

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"nuncio"
)

// spansOf finds names in a text, each after the one before.
func spansOf(text string, names ...string) []nuncio.Span {
	var out []nuncio.Span
	from := 0
	for _, n := range names {
		i := strings.Index(text[from:], n)
		if i < 0 || n == "" {
			continue
		}
		out = append(out, nuncio.Span{Start: from + i, End: from + i + len(n)})
		from += i + len(n)
	}
	return out
}

// A name without any company means the place that a reader of world news thinks of.
func TestNamesAlone(t *testing.T) {
	r := New(loaded(t))
	for line := range strings.SplitSeq(alone, "\n") {
		name, want, _ := strings.Cut(strings.TrimSpace(line), "=")
		f := r.Toponyms(name, "", []nuncio.Span{{Start: 0, End: len(name)}}, nil)[0]
		if got := fmt.Sprintf("%s %d", f.Country, f.GeoNames); got != want {
			t.Errorf("%s: %s (%s, %s), want %s", name, got, f.Name, f.Precision, want)
		}
		shown := f.Where.Lat != nil && f.Where.Lon != nil
		coarse := f.Precision == nuncio.PrecisionCountry || f.Precision == nuncio.PrecisionProvince
		if shown == coarse {
			t.Errorf("%s: precision %s with coordinates shown: %v", name, f.Precision, shown)
		}
	}
}

const alone = `New York=USA 5128581
	Washington=USA 4140963
	Geneva=CHE 2660646
	Paris=FRA 2988507
	London=GBR 2643743
	Georgia=GEO 614540
	Jordan=JOR 248816
	Lebanon=LBN 272103
	Moscow=RUS 524901
	Delhi=IND 1273294
	Tripoli=LBY 2210247
	Alexandria=EGY 361058
	Kuwait=KWT 285570
	Panama=PAN 3703430
	Aleppo=SYR 170063
	Athens=GRC 264371
	Santiago=CHL 3871336
	Kyiv=UKR 703448
	Donetsk=UKR 709717
	Mosul=IRQ 99072
	Kandahar=AFG 1138336
	Helmand=AFG 1140043
	Hanoi=VNM 1581130
	Cambridge=GBR 2653941
	La Paz=BOL 3911925
	Lagos=NGA 2332459
	Niger=NER 2440476
	Chad=TCD 2434508
	Jerusalem=ISR 281184
	Grozny=RUS 558418
	Sevastopol=UKR 694423
	Wellington=NZL 2179537
	California=USA 5332921
	Hama=SYR 170017
	Timbuktu=MLI 2449067
	Kidal=MLI 2455290
	Dili=TLS 1645457
	Jayapura=IDN 2082600
	Poti=GEO 612366`

func TestCompanyDecides(t *testing.T) {
	r := New(loaded(t))
	for _, tc := range []struct {
		text  string
		names []string
		want  []string // name, country
	}{
		{"The mayor of Athens, Georgia, opened the fair.", []string{"Athens", "Georgia"}, []string{"Athens USA", "Georgia USA"}},
		{"Fighters shelled Tripoli, Lebanon, for an hour.", []string{"Tripoli", "Lebanon"}, []string{"Tripoli LBN", "Lebanon LBN"}},
		{"Police in Paris, Texas, closed the road to Dallas.", []string{"Paris", "Texas", "Dallas"}, []string{"Paris USA", "Texas USA", "Dallas USA"}},
		{"Talks in Tbilisi on Georgia's gas went on in Batumi.", []string{"Tbilisi", "Georgia", "Batumi"}, []string{"Tbilisi GEO", "Georgia GEO", "Batumi GEO"}},
		{"Rebels left Valencia for Caracas.", []string{"Valencia", "Caracas"}, []string{"Valencia VEN", "Caracas VEN"}},
		{"They walked from Cordoba to Seville.", []string{"Cordoba", "Seville"}, []string{"Córdoba ESP", "Seville ESP"}},
		{"Troops moved into Helmand province.", []string{"Helmand"}, []string{"Helmand AFG"}},
		{"Shells fell on Gaza after rockets left Rafah.", []string{"Gaza", "Rafah"}, []string{"Gaza Strip PSE", "Rafah PSE"}},
		{"Ships met off the Spratly Islands in the South China Sea.", []string{"Spratly Islands", "South China Sea"}, []string{"Spratly Islands ", "South China Sea "}},
		{"Crews from Richmond, Ky., and Lexington fought the fire near Berea.", []string{"Richmond", "Ky.", "Lexington", "Berea"},
			[]string{"Richmond USA", "Kentucky USA", "Lexington USA", "Berea USA"}},
	} {
		found := r.Toponyms(tc.text, "", spansOf(tc.text, tc.names...), nil)
		for i, f := range found {
			if got := f.Name + " " + f.Country; got != tc.want[i] {
				t.Errorf("%s: %s is %s (%s), want %s", tc.text, tc.names[i], got, f.Reason, tc.want[i])
			}
		}
	}
}

// The dateline tells where a report is at home, and by that which town is meant.
func TestDatelineTellsHome(t *testing.T) {
	r := New(loaded(t))
	text := "Gunmen stormed a hotel in Tripoli."
	spans := spansOf(text, "Tripoli")
	if f := r.Toponyms(text, "", spans, nil)[0]; f.Country != "LBY" {
		t.Errorf("without a dateline Tripoli is in %s", f.Country)
	}
	if f := r.Toponyms(text, "BEIRUT, Lebanon", spans, []string{"LBN", "LBN"})[0]; f.Country != "LBN" {
		t.Errorf("in a report from Beirut Tripoli is in %s", f.Country)
	}
}

func TestDistance(t *testing.T) {
	if d := Distance(52.52, 13.40, 48.86, 2.35); math.Abs(d-878) > 10 {
		t.Errorf("from Berlin to Paris it is %.0f km", d)
	}
	if d := Distance(0, 179.5, 0, -179.5); math.Abs(d-111) > 2 {
		t.Errorf("across the date line it is %.0f km", d)
	}
}

func TestEmptyGazetteer(t *testing.T) {
	g, err := open(magic + strings.Repeat("\x00", 8*sectionCount))
	if err != nil {
		t.Fatal(err)
	}
	if f := New(g).Toponyms("Paris", "LYON", []nuncio.Span{{Start: 0, End: 5}}, []string{"FRA"}); f[0].OK {
		t.Errorf("an empty gazetteer found %+v", f[0])
	}
}
