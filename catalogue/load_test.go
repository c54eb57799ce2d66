package catalogue_test

import (
	"os"
	"testing"

	"nuncio/catalogue"
)

func TestLoad(t *testing.T) {
	c, err := catalogue.Load(os.DirFS("../data/catalogue"))
	if err != nil {
		t.Fatal(err)
	}
	t.Log(c.Len(), c.Version())
}
