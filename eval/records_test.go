package eval

import (
	"testing"

	"nuncio"
)

func TestPartiesMatch(t *testing.T) {
	peru := []nuncio.Party{{Entity: "PER", Name: "Peru", Country: "PER"}}
	for _, c := range []struct {
		want string
		got  []nuncio.Party
		ok   bool
	}{
		{"PER", peru, true},
		{"CHL|PER", peru, true},
		{"PER; CHL", peru, false},
		{"-", nil, true},
		{"-", peru, false},
		{"CHL|-", nil, true}, // nobody is among the alternatives
		{"CHL|-", peru, false},
		{"CHL", nil, false},
		{"", nil, true},
	} {
		if got := partiesMatch(c.want, c.got); got != c.ok {
			t.Errorf("partiesMatch(%q, %v) = %v", c.want, c.got, got)
		}
	}
}
