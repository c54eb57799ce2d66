package catalogue_test

import (
	"testing"

	"nuncio"
)

// TestDescribed asks for the holder of an office by words that are no name.
func TestDescribed(t *testing.T) {
	c := load(t)
	for _, tt := range []struct {
		words string
		on    nuncio.Date
		first string // "" when nobody may be given
	}{
		{"the emir of Qatar", nuncio.NewDate(2017, 6, 5), "person/al-thani-tamim-bin-hamad"},
		{"the emir of Qatar", nuncio.NewDate(2001, 6, 5), "person/al-thani-hamad-bin-khalifa"},
		{"Pakistan's army chief", nuncio.NewDate(2010, 1, 15), "person/kayani-ashfaq-parvez"},
		{"the Iranian foreign minister", nuncio.NewDate(2015, 7, 14), "person/zarif-mohammad-javad"},
		{"the president of Iran", nuncio.NewDate(2015, 7, 14), "person/rouhani-hassan"},
		{"Iran's supreme leader", nuncio.NewDate(2015, 7, 14), "person/khamenei-ali"},
		{"UN secretary general", nuncio.NewDate(2003, 3, 20), "person/annan-kofi"},
		{"NATO chief", nuncio.NewDate(2022, 2, 24), "person/stoltenberg-jens"},
		{"the leader of Hamas", nuncio.NewDate(2018, 2, 1), "person/haniyeh-ismail"},
		{"EU foreign policy chief", nuncio.NewDate(2016, 2, 1), "person/mogherini-federica"},
		{"Israeli spy chief", nuncio.NewDate(2018, 2, 1), "person/cohen-yossi"},
		{"speaker of the Iranian parliament", nuncio.NewDate(2018, 2, 1), "person/larijani-ali"},
		{"Kremlin spokesman", nuncio.NewDate(2018, 2, 1), "person/peskov-dmitry"},
		{"the Russian Foreign Ministry spokeswoman", nuncio.NewDate(2018, 2, 1), "person/zakharova-maria"},
		{"China's ambassador to the U.N.", nuncio.NewDate(2016, 2, 1), "person/liu-jieyi"},
		{"the mayor of Moscow", nuncio.NewDate(2001, 2, 1), "person/luzhkov-yury"},
		{"the pope", nuncio.NewDate(2001, 2, 1), "person/john-paul-ii"},
		{"the former king of Spain", nuncio.NewDate(2010, 2, 1), ""},
		{"the prime minister", nuncio.NewDate(2010, 2, 1), ""},
		{"the emir of Nowhere", nuncio.NewDate(2010, 2, 1), ""},
		{"of", nuncio.NewDate(2010, 2, 1), ""},
	} {
		got := c.Who(tt.words, tt.on)
		switch {
		case tt.first == "" && len(got) > 0:
			t.Errorf("%q on %s is %s; want nobody", tt.words, tt.on, got[0].Entity.ID)
		case tt.first != "" && (len(got) == 0 || got[0].Entity.ID != tt.first):
			t.Errorf("%q on %s gives %v; want %s first", tt.words, tt.on, got, tt.first)
		}
	}
}

// TestSample: the same seed draws the same spells, another draws others, and a draw is part of a longer one.
func TestSample(t *testing.T) {
	c := load(t)
	since := nuncio.NewDate(1990, 1, 1)
	a, b, longer := c.Sample("one", 20, since, ""), c.Sample("two", 20, since, ""), c.Sample("one", 30, since, "")
	same := 0
	for i := range a {
		if a[i] != longer[i] {
			t.Fatalf("row %d of a longer draw is another", i)
		}
		if a[i] == b[i] {
			same++
		}
	}
	if same > 2 {
		t.Errorf("%d of 20 rows are the same under another seed", same)
	}
	for _, r := range c.Sample("one", 0, since, "verified") {
		if r.Basis != "verified" {
			t.Fatalf("drew %s, which is %s", r.Person, r.Basis)
		}
	}
}
