package catalogue_test

import (
	"testing"

	"nuncio"
)

func TestOfficeHolder(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		of, office string
		on         nuncio.Date
		want       string
	}{
		{"RUS", "minister of foreign affairs", nuncio.NewDate(2010, 1, 1), "person/lavrov-sergei"},
		{"CUB", "minister of foreign affairs", nuncio.NewDate(2017, 11, 23), "person/rodriguez-bruno"},
		{"USA", "head of state", nuncio.NewDate(1999, 3, 24), "person/clinton-bill"},
		{"USA", "head of state", nuncio.NewDate(2001, 1, 20), "person/bush-george-w"}, // the day of the hand-over: who comes
		{"united-nations", "head of organization", nuncio.NewDate(2003, 3, 1), ""},
		{"org/united-nations", "head of organization", nuncio.NewDate(2003, 3, 1), "person/annan-kofi"},
		{"GBR", "head of government", nuncio.NewDate(1995, 1, 1), "person/major-john"},
	} {
		got := ""
		if rs := c.OfficeHolder(tt.of, tt.office, tt.on); len(rs) > 0 {
			got = rs[0].Person
		}
		if got != tt.want {
			t.Errorf("%s of %s on %s is %q; want %q", tt.office, tt.of, tt.on, got, tt.want)
		}
	}
}

func TestSame(t *testing.T) {
	c := load(t)
	day := nuncio.NewDate(2010, 6, 1)
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"RUS", "RUS", true},
		{"RUS", "person/lavrov-sergei", true},
		{"person/lavrov-sergei", "person/putin-vladimir", false},
		{"RUS", "org/rus-foreign-ministry", true},
		{"org/rus-foreign-ministry", "org/rus-defence-ministry", false},
		{"PRK", "outlet/kcna", true},
		{"KOR", "outlet/yonhap", false},
		{"org/united-nations", "org/un-security-council", true},
		{"org/united-nations", "person/ban-ki-moon", true},
		{"LBN", "org/hezbollah", false},
		{"org/hamas", "org/qassam-brigades", true},
		{"GBR", "FRA", false},
		{"nobody", "GBR", false},
	} {
		if got := c.Same(tt.a, tt.b, day); got != tt.want {
			t.Errorf("Same(%s, %s) = %v", tt.a, tt.b, got)
		}
		if got := c.Same(tt.b, tt.a, day); got != tt.want {
			t.Errorf("Same(%s, %s) = %v", tt.b, tt.a, got)
		}
	}
}

func TestCode(t *testing.T) {
	c := load(t)
	for _, tt := range [][3]string{
		{"RUS", "GOV", "RUSGOV"}, {"ROU", "MIL", "ROMMIL"}, {"UNO", "IGO", "IGOUNO"}, {"IGO", "IGO", "IGO"}, {"NGO", "NGO", "NGO"},
		{"XKX", "GOV", "KSVGOV"}, {"USA", "", "USA"}, {"", "REB", "REB"},
	} {
		if got := c.Code(tt[0], tt[1]); got != tt[2] {
			t.Errorf("Code(%q, %q) = %q; want %q", tt[0], tt[1], got, tt[2])
		}
	}
}
