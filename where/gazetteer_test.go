package where

import (
	"os"
	"testing"
)

func loaded(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load(os.DirFS("../data/where"))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestLoad(t *testing.T) {
	g := loaded(t)
	for _, n := range []string{"Hanoi", "Paris", "Ind.", "Rapides Parish", "Zürich", "Kiev", "Gaza", "Helmand"} {
		for i, p := range g.lookup(appendFold(nil, n), nil) {
			q, _ := g.place(p.place)
			if i < 5 {
				t.Logf("%s: %d %s %v %.3f %.3f %.1f %s %v", n, q.id, q.name, q.kind, q.lat, q.lon, q.population, g.iso(q.country), p.rank)
			}
		}
	}
}
