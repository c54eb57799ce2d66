package where

import (
	"bytes"
	"math"
	"nuncio/data"
	"os"
	"slices"
	"strings"
	"testing"
)

func loaded(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(data.Gazetteer, os.DirFS("../data/where"))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Zürich": "zurich", "St. John's": "saint john", "St.Louis": "saint louis", "U.S.": "us", "The Hague": "hague", "Côte d’Ivoire": "cote divoire",
		"Bangkok's": "bangkok", "Bab el-Mandeb": "bab el mandeb", "Łódź": "lodz", "Ḩalab": "halab", "": "", "The": "", "W. Va.": "w va", "Ft. Worth": "fort worth",
	} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLookup(t *testing.T) {
	g := loaded(t)
	for _, tc := range []struct {
		name string
		want int // GeoNames id that is among the bearers
	}{
		{"Hanoi", 1581130}, {"HANOI", 1581130}, {"Kiev", 703448}, {"Ind.", 4921868}, {"Bombay", 1275339}, {"Saigon", 1566083}, {"Rapides Parish", 4338356},
		{"Helmand", 1140043}, {"Zurich", 2657896}, {"N'Djamena", 2427123}, {"UAE", 290557}, {"Burma", 1327865},
	} {
		found := false
		for _, p := range g.lookup(appendFold(nil, tc.name), nil) {
			q, ok := g.place(p.place)
			found = found || ok && q.id == tc.want
		}
		if !found {
			t.Errorf("%s: %d is not among its places", tc.name, tc.want)
		}
	}
	if got := g.lookup([]byte("qwertzuiop"), nil); len(got) > 0 {
		t.Errorf("a name that nothing bears has places %v", got)
	}
}

// Every key of the file finds exactly its own places: the keys are in order and
// the binary search reaches each.
func TestEveryKeyIsReached(t *testing.T) {
	g := loaded(t)
	g.extra = nil
	last, keys := "", 0
	for block := range len(g.sections[blockSection]) / blockSize {
		k := g.firstKey(block)
		if k <= last {
			t.Fatalf("block %d begins with %q after %q", block, k, last)
		}
		last = k
		if len(g.lookup([]byte(k), nil)) == 0 {
			t.Fatalf("%q is in the file and not found", k)
		}
		keys++
	}
	if keys < 5000 {
		t.Errorf("only %d blocks of keys", keys)
	}
}

func TestLookupAllocatesNothing(t *testing.T) {
	g := loaded(t)
	out := make([]posting, 0, 1000)
	key := []byte("san antonio")
	if n := testing.AllocsPerRun(100, func() { out = g.lookup(key, out[:0]) }); n > 0 {
		t.Errorf("a lookup allocates %v times", n)
	}
}

func small() []Entry {
	return []Entry{
		{ID: 1, Name: "Norland", Names: map[string]NameRank{"Norland": MainName}, Kind: Country, Lat: math.NaN(), Lon: math.NaN(), Population: 5e6, Country: "NL", ISO3: "NOL"},
		{ID: 2, Name: "East Norland", Names: map[string]NameRank{"East Norland": MainName}, Kind: Admin1, Country: "NL", Admin1: "NL.E", Lat: 10, Lon: 20},
		{ID: 3, Name: "Käpp", Names: map[string]NameRank{"Käpp": MainName, "Old Kapp": OtherName}, Kind: Capital, Country: "NL", Admin1: "NL.E", Lat: -10.5, Lon: 179.25, Population: 70000},
	}
}

func TestBuildAndRead(t *testing.T) {
	var b, again bytes.Buffer
	if err := Build(&b, small()); err != nil {
		t.Fatal(err)
	}
	turned := small()
	slices.Reverse(turned)
	if err := Build(&again, turned); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Error("the order of the entries changes the file")
	}
	g, err := open(b.String())
	if err != nil {
		t.Fatal(err)
	}
	got := g.lookup([]byte("old kapp"), nil)
	if len(got) != 1 || got[0].rank != OtherName {
		t.Fatalf("old kapp: %v", got)
	}
	p, _ := g.place(got[0].place)
	if p.id != 3 || p.name != "Käpp" || p.kind != Capital || math.Abs(p.lat+10.5) > 1e-4 || math.Abs(p.lon-179.25) > 1e-4 || g.iso(p.country) != "NOL" {
		t.Errorf("read back %+v", p)
	}
	if c, _ := g.place(0); c.capital != p.at {
		t.Errorf("the capital of %s is place %d, want %d", c.name, c.capital, p.at)
	}
	if a, _ := g.place(p.admin1); a.name != "East Norland" || !g.within(&p, &a) {
		t.Errorf("Käpp lies in %+v", a)
	}
}

func TestBuildRefuses(t *testing.T) {
	for name, e := range map[string]Entry{
		"stateless": {ID: 9, Name: "Nowhere", Kind: Town, Country: "XX"},
		"codes":     {ID: 9, Name: "Nowhere", Kind: Country, Country: "XXX"},
		"long":      {ID: 9, Name: strings.Repeat("x", 300), Kind: Town, Country: "NL"},
	} {
		if err := Build(&bytes.Buffer{}, append(small(), e)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	var b bytes.Buffer
	if err := Build(&b, small()); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes(), "kapp")
	f.Add(b.Bytes()[:headerSize], "norland")
	f.Add([]byte(magic), "")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		g, err := open(string(data))
		if err != nil {
			return
		}
		for _, p := range g.lookup(appendFold(nil, name), nil) {
			if q, ok := g.place(p.place); ok {
				g.where(&q)
			}
		}
		r := New(g)
		s := "From " + name + ", Norland"
		r.Toponyms(s, name, spansOf(s, name, "Norland"), []string{"NOL"})
	})
}

func BenchmarkLookup(b *testing.B) {
	g := loaded(b)
	out := make([]posting, 0, 1000)
	key := []byte("bamako")
	b.ReportAllocs()
	for b.Loop() {
		out = g.lookup(key, out[:0])
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loaded(b)
	}
}
