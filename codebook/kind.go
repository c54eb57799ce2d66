package codebook

import (
	"nuncio"
	"nuncio/doc"
)

// Kind is what may be told of a filler before anybody resolves it: from its
// name type, from the entity it was linked to, and from its noun.
type Kind uint16

// The kinds that a slot may ask for with @.
const (
	Person Kind = 1 << iota
	State
	Org
	Place
	Armed
	Police
	Court
	Crowd
	Party // a noun for somebody who acts in politics, or any of the above but Place
	Thing // a noun that is nobody
)

// kindNames are the words after @ in templates and the keys of kinds in words.yaml.
func kindNames() map[string]Kind {
	return map[string]Kind{
		"person": Person, "state": State, "org": Org, "place": Place, "armed": Armed, "police": Police,
		"court": Court, "crowd": Crowd, "party": Party, "thing": Thing,
	}
}

const actingKinds = Person | State | Org | Armed | Police | Court | Crowd

func nameKind(typ string) Kind {
	switch typ {
	case doc.PER:
		return Person | Party
	case doc.ORG:
		return Org | Party
	case doc.LOC:
		return Place | State | Party
	case doc.NORP:
		return State | Crowd | Party
	}
	return 0
}

func entityKind(k nuncio.EntityKind) Kind {
	switch k {
	case nuncio.KindState:
		return State | Party | Place
	case nuncio.KindPerson:
		return Person | Party
	case nuncio.KindOrganization, nuncio.KindOutlet:
		return Org | Party
	case nuncio.KindGroup:
		return Crowd | Party
	case nuncio.KindPlace:
		return Place
	}
	return 0
}
