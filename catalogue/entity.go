package catalogue

import (
	"strings"

	"nuncio"
)

// Entity is one party that the catalogue holds. Its fields are shared and must
// not be written to.
type Entity struct {
	ID      string // "PRK", "person/kim-jong-un", "org/wpk", "outlet/kcna"
	Kind    nuncio.EntityKind
	Name    string
	Type    string // organization: party, parliament, igo, rebels, …; outlet: agency, newspaper, …; state: "state", "territory", "former"
	Country string // id of a state, or IGO, UNO, EUR, NGO, MNC, IMG, ISM, REG
	Sector  string // PLOVER sector that it has by itself; a person's comes from the roles
	Of      string // id of the body that it belongs to
	State   string // outlets: the state whose organ it is
	Family  string // persons: the part of Name that stands alone on second mention
	Gender  byte   // persons: 'm', 'f' or 0
	Spell   Spell  // when it existed
	Source  string
	Basis   string

	aliases    []string
	roles      []int32 // into Catalogue.roles, in order of their beginning
	givenFirst bool
	layer      uint8 // the overlay that gave it
}

// Aliases are the further spellings that the tables give.
func (e *Entity) Aliases() []string { return e.aliases }

// State is what only states have.
type State struct {
	*Entity
	Official  string
	ISO2      string
	CAMEO     string
	COW       string
	GW        string
	Adjective string
	Person    string
	People    string
	Capital   string
	Successor string
	Collegial []string // offices that several hold at once
	Without   []string // of head of state and head of government: those that it does not have, or not always
}

// Role is one spell in office, or the time of a membership.
type Role struct {
	Person  string   // entity id
	Offices []string // names of offices.tsv
	Title   string   // as that state calls it, "" when it is just the office
	Of      string   // entity id: "PRK", "org/wpk"
	Sector  string   // PLOVER sector of the first office
	Spell
	Basis  string
	Source string
	file   string
	line   int
	layer  uint8
}

// Acting reports whether the holder stands in for another, or shares the office.
func (r *Role) Acting() bool {
	return strings.HasPrefix(r.Title, "acting ") || strings.HasPrefix(r.Title, "interim ") || strings.HasPrefix(r.Title, "co-")
}

// Office reports whether the office is among those of the role.
func (r *Role) Office(name string) bool {
	for _, o := range r.Offices {
		if o == name {
			return true
		}
	}
	return false
}

// Name is the title, or the first office where there is none.
func (r *Role) Name() string {
	if r.Title != "" || len(r.Offices) == 0 {
		return r.Title
	}
	return r.Offices[0]
}

// Office is a kind of post.
type Office struct {
	Name    string
	Sector  string
	One     bool // only one may hold it at a time
	Phrases []string
	Rank    int // order in offices.tsv: the higher post comes first
}

// Title is a noun or phrase that tells what a party is.
type Title struct {
	Phrase    string
	Kind      string // person, group, organization
	Sector    string // "" : that of whatever it belongs to
	Office    string
	Authority string
	Plural    bool
}

// NameKind says what sort of name led to an entity.
type NameKind uint8

// The kinds of name. The order is that of trust when several fit.
const (
	NameProper      NameKind = iota // the short or official name, or a spelling of it
	NameAcronym                     // DPRK, KCNA
	NameFormer                      // a name of the past
	NameNick                        // "the hermit kingdom"
	NameAdjective                   // Cuban
	NamePerson                      // a Cuban: one citizen
	NamePeople                      // Cubans
	NameCapital                     // Havana
	NameSeat                        // the Kremlin
	NameSubdivision                 // Gaza, Scotland
	NameDescription                 // "the island": only for what was already spoken of
	NameOrgan                       // the Turkish Foreign Ministry: a body that every state has
	NameTurned                      // a person's name in the other order
	NameSound                       // a person's name in another Romanization
	NameShort                       // a person's name with parts left out or only initials
	NameSurname                     // the family name alone
	NamePart                        // another part of the name alone
	NameMisspelt                    // one letter off
)

var nameKinds = [...]string{
	NameProper: "name", NameAcronym: "acronym", NameFormer: "former name", NameNick: "nickname", NameAdjective: "adjective",
	NamePerson: "citizen", NamePeople: "people", NameCapital: "capital", NameSeat: "seat of government",
	NameSubdivision: "part of the state", NameDescription: "description", NameOrgan: "organ of the state",
	NameTurned: "name in the other order", NameSound: "other Romanization", NameShort: "shortened name", NameSurname: "family name alone", NamePart: "part of the name", NameMisspelt: "misspelt",
}

func (k NameKind) String() string {
	if int(k) < len(nameKinds) {
		return nameKinds[k]
	}
	return "?"
}

// Match is one reading of a name.
type Match struct {
	Entity *Entity
	Kind   NameKind
	Spell  Spell // when the name was in use; open on both sides for most
	Weak   bool  // the words are more often something else ("Time", "Jordan"): needs support from the sentence
}

// prefix gives the ids of the tables their place in the record's ids.
const (
	personPrefix = "person/"
	orgPrefix    = "org/"
	outletPrefix = "outlet/"
)

// stateID reports whether an id has the form of a state's.
func stateID(id string) bool {
	if len(id) != 3 {
		return false
	}
	for i := range 3 {
		if id[i] < 'A' || id[i] > 'Z' {
			return false
		}
	}
	return true
}
