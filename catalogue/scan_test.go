package catalogue_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestScan(t *testing.T) {
	c := load(t)
	s := c.NewScanner()
	for _, tt := range []struct{ words, want string }{
		{"Officials in Turkey told us that the U.S. had agreed .", "Turkey=TUR U.S.=USA"},
		{"they ate turkey in the park", ""},
		{"The Turkish Foreign Ministry summoned Georgia 's ambassador", "Turkish Foreign Ministry=org/tur-foreign-ministry Georgia=GEO"},
		{"the Ministry of Defence of Norway and Norway 's parliament", "Ministry of Defence of Norway=org/nor-defence-ministry Norway 's parliament=org/nor-parliament"},
		{"the foreign ministry said", ""},
		{"envoys of Côte d’Ivoire and D.P.R.K. met", "Côte d’Ivoire=CIV D.P.R.K.=PRK"},
		{"President Kim Jong - un left", "Kim Jong - un=person/kim-jong-un"},
		{"President Kim Jong-un left", "Kim Jong-un=person/kim-jong-un"},
		{"a ship in the South China Sea off Vietnam", "Vietnam=VNM"},
		{"under the Paris Agreement France must act", "France=FRA"},
		{"Washington , D.C. and New Jersey", "Washington , D.C.=USA"},
		{"Xinhua and the Havana Times", "Xinhua=outlet/xinhua Havana Times=outlet/havana-times"},
		{"the Workers ' Party of Korea", "Workers ' Party of Korea=org/wpk"},
		{"The Kremlin denied it", "Kremlin=RUS"},
	} {
		words := strings.Fields(tt.words)
		var got []string
		for _, h := range s.Scan(words) {
			if h.Matches[0].Entity.ID == "org/rus-presidency" {
				h.Matches[0].Entity = c.Entity("RUS") // the Kremlin is both
			}
			got = append(got, fmt.Sprintf("%s=%s", strings.Join(words[h.First:h.End], " "), h.Matches[0].Entity.ID))
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.words, g, tt.want)
		}
	}
}

func TestScanTitles(t *testing.T) {
	c := load(t)
	s := c.NewScanner()
	for _, tt := range []struct{ words, want string }{
		{"the deputy foreign minister and two fishermen", "deputy foreign minister=GOV/deputy minister of foreign affairs fishermen=LAB/"},
		{"thousands of protesters and police", "protesters=CVL/ police=COP/"},
		{"A foreign ministry spokeswoman", "foreign ministry spokeswoman=GOV/spokesperson"},
		{"rebels freed lawmakers", "rebels=REB/ lawmakers=LEG/lawmaker"},
	} {
		words := strings.Fields(tt.words)
		var got []string
		for _, h := range s.ScanTitles(words) {
			got = append(got, fmt.Sprintf("%s=%s/%s", strings.Join(words[h.First:h.End], " "), h.Title.Sector, h.Title.Office))
		}
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.words, g, tt.want)
		}
	}
}

const benchSentence = "Russian Foreign Minister Sergei Lavrov told his Turkish counterpart in Ankara on Monday that the United Nations Security Council should meet , Interfax reported ."

func BenchmarkScan(b *testing.B) {
	c := load(b)
	s := c.NewScanner()
	words := strings.Fields(benchSentence)
	b.ReportAllocs()
	for b.Loop() {
		s.Scan(words)
		s.ScanTitles(words)
	}
	b.ReportMetric(float64(b.N)*float64(len(words))/b.Elapsed().Seconds(), "words/s")
}

// TestScanDoesNotAllocate holds the hot path to its promise.
func TestScanDoesNotAllocate(t *testing.T) {
	c := load(t)
	s := c.NewScanner()
	words := strings.Fields(benchSentence)
	s.Scan(words)
	s.ScanTitles(words)
	if n := testing.AllocsPerRun(100, func() { s.Scan(words); s.ScanTitles(words) }); n > 0 {
		t.Errorf("%.0f allocations a sentence", n)
	}
}
