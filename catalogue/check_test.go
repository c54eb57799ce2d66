package catalogue_test

import (
	"testing"

	"nuncio"
	"nuncio/catalogue"
)

func TestCheckShow(t *testing.T) {
	c := load(t)
	for _, f := range c.Check(catalogue.CheckOptions{Since: nuncio.NewDate(1990, 1, 1), Until: nuncio.NewDate(2025, 12, 31), Slack: 3}) {
		t.Log(f)
	}
	t.Log(c.Basis())
}
