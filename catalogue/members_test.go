package catalogue_test

import (
	"strings"
	"testing"

	"nuncio"
	"nuncio/catalogue"
)

// TestMembers asks who belonged to a body on a day.
func TestMembers(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		body string
		on   nuncio.Date
		want string // ids, some of those there
		not  string
		n    int
	}{
		{"org/baltic-states", nuncio.NewDate(2014, 3, 1), "EST LVA LTU", "", 3},
		{"org/e3", nuncio.NewDate(2015, 7, 14), "FRA DEU GBR", "", 3},
		{"org/nato", nuncio.NewDate(1998, 1, 1), "DEU TUR", "POL SWE", 16},
		{"org/nato", nuncio.NewDate(2024, 6, 1), "POL SWE FIN", "", 32},
		{"org/european-union", nuncio.NewDate(2005, 1, 1), "GBR POL", "BGR", 25},
		{"org/european-union", nuncio.NewDate(2021, 1, 1), "HRV", "GBR", 27},
		{"org/brics", nuncio.NewDate(2012, 1, 1), "ZAF", "IRN", 5},
		{"org/gcc", nuncio.NewDate(1991, 1, 1), "KWT", "IRQ", 6},
		{"org/visegrad", nuncio.NewDate(1992, 1, 1), "CSK", "CZE SVK", 3},
		{"org/normandy-four", nuncio.NewDate(2015, 2, 12), "FRA DEU RUS UKR", "", 4},
		{"org/united-nations", nuncio.NewDate(2015, 1, 1), "SSD CHE", "XKX TWN VAT", 193},
		{"org/wpk", nuncio.NewDate(2015, 1, 1), "", "PRK", 0},
	} {
		members := c.Members(tt.body, tt.on)
		if len(members) != tt.n {
			t.Errorf("%s had %d members on %s; want %d", tt.body, len(members), tt.on, tt.n)
		}
		for id := range strings.FieldsSeq(tt.want) {
			if !c.Member(id, tt.body, tt.on) {
				t.Errorf("%s is no member of %s on %s", id, tt.body, tt.on)
			}
		}
		for id := range strings.FieldsSeq(tt.not) {
			if c.Member(id, tt.body, tt.on) {
				t.Errorf("%s is a member of %s on %s", id, tt.body, tt.on)
			}
		}
	}
}

// TestPromises sees a promised office that is not filled, and what stands in
// vacancies.tsv left out.
func TestPromises(t *testing.T) {
	files := map[string]string{
		"persons/AAA.tsv": twoPersons,
		"roles/AAA.tsv":   "person\toffice\tof\tfrom\tto\tsource\na-one\tminister\tAAA\t1990-01-01\t1993-12-31\tx\nb-two\tminister\tAAA\t1995-01-01\t\tx\n",
		"coverage.tsv":    "of\toffice\tfrom\tslack\tsource\nAAA\tminister\t1990\t31\tx\n",
	}
	options := catalogue.CheckOptions{Since: nuncio.NewDate(1990, 1, 1), Until: nuncio.NewDate(1998, 12, 31)}
	gap := func() string {
		c, err := small(t, files)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range c.Check(options) {
			if f.About == "AAA minister" {
				return f.Text
			}
		}
		return ""
	}
	if got := gap(); got != "nobody from 1994-01-01 to 1994-12-31 (365 days)" {
		t.Errorf("found %q", got)
	}
	files["vacancies.tsv"] = "state\toffice\tfrom\tto\treason\tsource\nAAA\tminister\t1994\t1994\tnone\tx\n"
	if got := gap(); got != "" {
		t.Errorf("found %q though the vacancy is known", got)
	}
	c, err := small(t, files)
	if err != nil {
		t.Fatal(err)
	}
	got := c.Coverage(options.Until)
	if len(got) != 1 || got[0].Days != got[0].Held || got[0].Spells != 2 || got[0].Verified != 0 {
		t.Errorf("coverage %+v", got)
	}
	files["coverage.tsv"] = "of\toffice\tfrom\tslack\tsource\nAAA\tbaker\t1990\t\tx\n"
	if _, err := small(t, files); err == nil {
		t.Error("an office that is not known went through")
	}
}
