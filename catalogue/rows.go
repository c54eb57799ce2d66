package catalogue

import (
	"slices"
	"strings"

	"nuncio"
)

// checkID refuses ids that are not lower-case letters, digits and hyphens.
func checkID(t *table, id string) error {
	for i := range len(id) {
		c := id[i]
		if !('a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' && i > 0) {
			return t.errorf("id %q: write lower-case letters, digits and hyphens", id)
		}
	}
	if id == "" {
		return t.errorf("no id")
	}
	return nil
}

func (l *loader) office(t *table, v []string) error {
	o := Office{Name: v[0], Sector: v[1], One: v[2] == "one", Phrases: list(v[3])}
	if v[2] != "one" && v[2] != "many" && v[2] != "" {
		return t.errorf("holders is %q; write one or many", v[2])
	}
	if at, ok := l.officeOf[o.Name]; ok {
		o.Rank = int(at)
		l.offices[at] = o
		return nil
	}
	o.Rank = len(l.offices)
	l.officeOf[o.Name] = int32(o.Rank)
	l.offices = append(l.offices, o)
	return nil
}

func (l *loader) state(t *table, v []string) error {
	if !stateID(v[0]) {
		return t.errorf("id %q: a state's id is three capitals", v[0])
	}
	spell, err := t.spell(v[11], v[12])
	if err != nil {
		return err
	}
	kind := "state"
	switch {
	case v[12] != "":
		kind = "former"
	case v[5] == "" && v[0] != "PSE" && v[0] != "VAT":
		kind = "territory"
	}
	at, err := l.put(t, Entity{ID: v[0], Kind: nuncio.KindState, Name: v[1], Type: kind, Country: v[0], Sector: "GOV", Of: v[16], Spell: spell, Source: v[17]})
	if err != nil {
		return err
	}
	s := State{Official: v[2], ISO2: v[3], CAMEO: v[4], COW: v[5], GW: v[6], Adjective: v[7], Person: v[8], People: v[9], Capital: v[10], Successor: v[13], Collegial: list(v[14]), Without: list(v[15])}
	s.Entity = &Entity{ID: l.entities[at].ID}
	if i, ok := l.stateOf[v[0]]; ok {
		l.states[i] = s
		return nil
	}
	l.stateOf[v[0]] = int32(len(l.states))
	l.states = append(l.states, s)
	return nil
}

func (l *loader) stateName(t *table, v []string) error {
	if _, ok := l.stateOf[v[0]]; !ok {
		return t.errorf("state %q is not in states.tsv", v[0])
	}
	spell, err := t.spell(v[3], v[4])
	if err != nil {
		return err
	}
	n := stateName{state: v[0], name: v[1], spell: spell}
	switch v[2] {
	case "alias":
		n.kind = NameProper
	case "former":
		n.kind = NameFormer
	case "acronym":
		n.kind = NameAcronym
	case "nickname":
		n.kind = NameNick
	case "description":
		n.kind = NameDescription
	case "adjective":
		n.kind = NameAdjective
	case "person":
		n.kind = NamePerson
	case "people":
		n.kind = NamePeople
	case "capital":
		n.kind = NameCapital
	case "seat":
		n.kind = NameSeat
	case "subdivision":
		n.kind = NameSubdivision
	default:
		return t.errorf("unknown kind of name %q", v[2])
	}
	l.extra = append(l.extra, n)
	return nil
}

// supranational are the codes that stand where a state does not.
var supranational = []string{"IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM", "REG"}

func (l *loader) country(t *table, id string) error {
	if _, ok := l.stateOf[id]; ok || slices.Contains(supranational, id) {
		return nil
	}
	return t.errorf("country %q is neither in states.tsv nor one of %s", id, strings.Join(supranational, " "))
}

func (l *loader) organization(t *table, v []string) error {
	return l.body(t, v, orgPrefix, "")
}

func (l *loader) group(t *table, v []string) error { return l.body(t, v, orgPrefix, "REB") }

func (l *loader) body(t *table, v []string, prefix, sector string) error {
	if err := checkID(t, v[0]); err != nil {
		return err
	}
	if err := l.country(t, v[4]); err != nil {
		return err
	}
	spell, err := t.spell(v[7], v[8])
	if err != nil {
		return err
	}
	if v[5] != "" {
		sector = v[5]
	}
	if sector == "" {
		sector = sectorOf[v[3]]
	}
	_, err = l.put(t, Entity{
		ID: prefix + v[0], Kind: nuncio.KindOrganization, Name: v[1], aliases: list(v[2]), Type: v[3], Country: v[4], Sector: sector,
		Of: v[6], Spell: spell, Source: v[9], Basis: v[10],
	})
	return err
}

// sectorOf is the PLOVER sector that follows from the kind of an organization.
var sectorOf = map[string]string{
	"party": "PTY", "parliament": "LEG", "ministry": "GOV", "bank": "GOV", "agency": "GOV", "military": "MIL", "intelligence": "SPY",
	"court": "JUD", "company": "BUS", "church": "REL", "police": "COP", "faction": "OPP", "university": "EDU", "union": "LAB",
	"think-tank": "EDU", "rebels": "REB", "militia": "REB", "terrorists": "REB",
}

func (l *loader) outlet(t *table, v []string) error {
	if err := checkID(t, v[0]); err != nil {
		return err
	}
	if err := l.country(t, v[4]); err != nil {
		return err
	}
	if v[5] != "" {
		if err := l.country(t, v[5]); err != nil {
			return err
		}
	}
	spell, err := t.spell(v[6], v[7])
	if err != nil {
		return err
	}
	if LinkKindOf(v[3], "") == "" {
		return t.errorf("unknown kind of outlet %q", v[3])
	}
	_, err = l.put(t, Entity{
		ID: outletPrefix + v[0], Kind: nuncio.KindOutlet, Name: v[1], aliases: list(v[2]), Type: v[3], Country: v[4], Sector: "JRN",
		State: v[5], Spell: spell, Source: v[8], Basis: v[9],
	})
	return err
}

// LinkKindOf is what an outlet of a kind is in a chain of attribution; state is
// the state whose organ it is, if any. It is "" for a kind that is not known.
func LinkKindOf(kind, state string) nuncio.LinkKind {
	var k nuncio.LinkKind
	switch kind {
	case "agency":
		k = nuncio.LinkAgency
	case "newspaper", "magazine", "site":
		k = nuncio.LinkNewspaper
	case "broadcaster":
		k = nuncio.LinkBroadcaster
	default:
		return ""
	}
	if state != "" {
		return nuncio.LinkStateMedia
	}
	return k
}

func (l *loader) person(t *table, v []string) error {
	if err := checkID(t, v[0]); err != nil {
		return err
	}
	country := v[5]
	if country == "" {
		if country = l.file; !stateID(country) || country == "INT" {
			country = ""
		}
	}
	if country != "" {
		if err := l.country(t, country); err != nil {
			return err
		}
	}
	e := Entity{
		ID: personPrefix + v[0], Kind: nuncio.KindPerson, Name: v[1], Family: v[2], aliases: list(v[3]), Country: country, Source: v[8],
	}
	if e.Name == "" {
		return t.errorf("no name")
	}
	switch v[4] {
	case "m", "f":
		e.Gender = v[4][0]
	case "":
	default:
		return t.errorf("gender is %q; write m, f or nothing", v[4])
	}
	if e.Family == "" {
		e.Family = e.Name[strings.LastIndexByte(e.Name, ' ')+1:]
	}
	if !strings.Contains(e.Name, e.Family) {
		return t.errorf("family name %q is no part of %q", e.Family, e.Name)
	}
	e.givenFirst = !strings.HasPrefix(e.Name, e.Family)
	var err error
	if e.Spell, err = t.spell(v[6], v[7]); err != nil {
		return err
	}
	_, err = l.put(t, e)
	return err
}

func (l *loader) role(t *table, v []string) error {
	id := personPrefix + v[0]
	at, ok := l.byID[id]
	if !ok {
		return t.errorf("person %q is not in persons", v[0])
	}
	r := Role{Person: l.entities[at].ID, Offices: list(v[1]), Title: v[2], Basis: v[6], Source: v[7], file: t.file, line: t.line, layer: l.layer}
	for i, o := range r.Offices {
		off, ok := l.officeOf[o]
		if !ok {
			return t.errorf("office %q is not in offices.tsv", o)
		}
		if i == 0 {
			r.Sector = l.offices[off].Sector
		}
	}
	if len(r.Offices) == 0 {
		return t.errorf("no office")
	}
	switch r.Basis {
	case "":
		r.Basis = "unverified"
	case "verified", "unverified", "disputed":
	default:
		return t.errorf("basis is %q; write verified, unverified or disputed", r.Basis)
	}
	if r.Of, ok = l.resolve(v[3]); !ok {
		return t.errorf("%q is neither a state nor an organization, group or outlet", v[3])
	}
	var err error
	if r.Spell, err = t.spell(v[4], v[5]); err != nil {
		return err
	}
	l.roles = append(l.roles, r)
	return nil
}

// resolve turns a bare id of the tables into an entity id.
func (c *Catalogue) resolve(id string) (string, bool) {
	for _, prefix := range [...]string{"", orgPrefix, outletPrefix} {
		if at, ok := c.byID[prefix+id]; ok {
			return c.entities[at].ID, true
		}
	}
	return "", false
}

func (l *loader) rules(t *table, v []string) error {
	party, ok := l.resolve(v[0])
	if !ok {
		return t.errorf("party %q is not in organizations", v[0])
	}
	if err := l.country(t, v[1]); err != nil {
		return err
	}
	spell, err := t.spell(v[2], v[3])
	if err != nil {
		return err
	}
	l.ruling[v[1]] = append(l.ruling[v[1]], rule{party, spell})
	return nil
}

func (l *loader) title(t *table, v []string) error {
	switch v[2] {
	case "person", "group", "organization":
	default:
		return t.errorf("kind is %q; write person, group or organization", v[2])
	}
	if v[4] != "" {
		if _, ok := l.officeOf[v[4]]; !ok {
			return t.errorf("office %q is not in offices.tsv", v[4])
		}
	}
	at, known := l.titleAt[v[0]]
	one := Title{Phrase: v[0], Kind: v[2], Sector: v[3], Office: v[4], Authority: v[5]}
	many := one
	many.Plural = true
	if many.Phrase = v[1]; many.Phrase == "" {
		many.Phrase = pluralOf(v[0])
	}
	if known {
		l.titles[at], l.titles[at+1] = one, many
		return nil
	}
	l.titleAt[v[0]] = len(l.titles)
	l.titles = append(l.titles, one, many)
	return nil
}

// pluralOf is the regular English plural of a phrase: of its last word, or of the
// one before a preposition ("heads of state").
func pluralOf(s string) string {
	for _, prep := range [...]string{" of ", " to ", " for ", " at ", " in "} {
		if head, rest, ok := strings.Cut(s, prep); ok {
			return pluralOf(head) + prep + rest
		}
	}
	switch {
	case strings.HasSuffix(s, "man") && !strings.HasSuffix(s, "human"):
		return s[:len(s)-2] + "en"
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		return s + "es"
	case strings.HasSuffix(s, "y") && len(s) > 1 && !vowel(s[len(s)-2]):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}
