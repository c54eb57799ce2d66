package catalogue_test

import (
	"os"
	"testing"

	"nuncio/catalogue"
)

func load(tb testing.TB) *catalogue.Catalogue {
	tb.Helper()
	c, err := catalogue.Load(os.DirFS("../data/catalogue"))
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func TestLoad(t *testing.T) {
	c := load(t)
	t.Log(c.Len(), c.Version())
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}
