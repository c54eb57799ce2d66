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

func TestFactOfBothSides(t *testing.T) {
	met := nuncio.Event{
		Event: "CONSULT", Reciprocal: true,
		Actor: []nuncio.Party{{Entity: "PER", Country: "PER"}}, Recipient: []nuncio.Party{{Entity: "CHL", Country: "CHL"}},
	}
	oneSided := met
	oneSided.Reciprocal = false
	for _, c := range []struct {
		name string
		fact EventFact
		e    *nuncio.Event
		ok   bool
	}{
		{"turned round", EventFact{Is: "CONSULT", Actor: "CHL", Recipient: "PER"}, &met, true},
		{"both as actors", EventFact{Is: "CONSULT", Actor: "PER; CHL"}, &met, true},
		{"both as actors, somebody else towards whom", EventFact{Is: "CONSULT", Actor: "PER; CHL", Recipient: "BOL"}, &met, false},
		{"both as actors of what one did to the other", EventFact{Is: "CONSULT", Actor: "PER; CHL"}, &oneSided, false},
	} {
		if fails := c.fact.fails(c.e); (len(fails) == 0) != c.ok {
			t.Errorf("%s: fails in %v", c.name, fails)
		}
	}
}

func TestForbidden(t *testing.T) {
	rec := &nuncio.Record{Events: []nuncio.Event{
		{Event: "CONSULT", Reciprocal: true, Actor: []nuncio.Party{{Entity: "PER", Country: "PER"}}, Recipient: []nuncio.Party{{Entity: "CHL", Country: "CHL"}}},
		{Event: "ASSAULT", Actor: []nuncio.Party{{Entity: "PER", Country: "PER"}}},
	}}
	for _, c := range []struct {
		name  string
		facts Facts
		want  int
	}{
		{"what somebody does", Facts{Never: []EventFact{{Is: "*", Actor: "PER"}}}, 2},
		{"what another does with him", Facts{Never: []EventFact{{Is: "*", Actor: "CHL"}}}, 0},
		{"what a fact asks for", Facts{Events: []EventFact{{Is: "ASSAULT"}}, Never: []EventFact{{Is: "*", Actor: "PER"}}}, 1},
	} {
		if got := CheckFacts(c.facts, rec).Forbidden; got != c.want {
			t.Errorf("%s: %d forbidden, want %d", c.name, got, c.want)
		}
	}
}
