package catalogue

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path"
	"slices"
	"strings"

	"nuncio"
)

// Catalogue is the whole of what is known. It does not change after Load.
type Catalogue struct {
	version  string
	entities []Entity
	byID     map[string]int32
	states   []State
	stateOf  map[string]int32 // id → states
	roles    []Role
	byOf     map[string][]int32 // body → roles in order of their beginning
	offices  []Office
	officeOf map[string]int32
	titles   []Title
	organs   []organ
	sources  []Source
	ruling   map[string][]rule

	names    index   // everything but titles and organs
	phrases  index   // titles
	organIdx index   // forms of organs without the state
	full     hashmap // sound of family and given name → first of keyed
	short    hashmap // sound of family and first given name → first of keyed
	family   hashmap // folded family name → first of keyed
	part     hashmap // folded word of a name → first of keyed
	keyed    []keyed

	honorifics map[string]bool
	vacant     []vacancy
}

// vacancy is a time when an office truly had no holder.
type vacancy struct {
	state, office string
	spell         Spell
}

// keyed is a person in a chain of those with the same key.
type keyed struct{ person, next int32 }

type rule struct {
	party string
	spell Spell
}

// Source is where rows come from.
type Source struct{ ID, Title, Licence string }

// Version is a digest of the tables that were read.
func (c *Catalogue) Version() string { return c.version }

// Len is the number of entities.
func (c *Catalogue) Len() int { return len(c.entities) }

// loader carries what only Load needs.
type loader struct {
	*Catalogue
	fsys    fs.FS
	layer   uint8
	sum     interface{ Write([]byte) (int, error) }
	errs    []error
	extra   []stateName
	things  []string
	weak    []string
	titleAt map[string]int
	tails   []int32 // of each chain's head: its last link
	file    string
}

type stateName struct {
	state, name string
	kind        NameKind
	spell       Spell
}

// maxErrors bounds the faults reported at once.
const maxErrors = 20

// Load reads the tables at the root of fsys and lays overlays over them: a row
// of an overlay replaces the row of the same id, and brings the roles of a
// person whom it replaces; all else is added. The error, if any, joins every
// fault found, each with file and line.
func Load(fsys fs.FS, overlays ...fs.FS) (*Catalogue, error) {
	digest := fnv.New64a()
	l := &loader{
		Catalogue: &Catalogue{
			entities: make([]Entity, 0, 16384), byID: make(map[string]int32, 16384), stateOf: make(map[string]int32, 256),
			byOf: make(map[string][]int32, 1024), officeOf: make(map[string]int32, 64), roles: make([]Role, 0, 16384),
			ruling: map[string][]rule{}, honorifics: map[string]bool{},
		},
		sum: digest, titleAt: make(map[string]int, 4096),
	}
	for i, f := range append([]fs.FS{fsys}, overlays...) {
		l.fsys, l.layer = f, uint8(min(i, 255))
		l.read()
	}
	l.finish()
	if len(l.errs) > 0 {
		return nil, errors.Join(l.errs...)
	}
	l.version = fmt.Sprintf("%016x", digest.Sum64())
	return l.Catalogue, nil
}

func (l *loader) fail(err error) bool {
	if err != nil && len(l.errs) < maxErrors {
		l.errs = append(l.errs, err)
	}
	return err != nil
}

// each calls row for every row of every table of a topic.
func (l *loader) each(topic string, columns string, row func(t *table, v []string) error) {
	names, err := files(l.fsys, topic)
	if l.fail(err) {
		return
	}
	want := strings.Fields(columns)
	for _, name := range names {
		b, err := fs.ReadFile(l.fsys, name)
		if l.fail(err) {
			continue
		}
		l.sum.Write(b)
		t, err := openTable(name, string(b), want...)
		if l.fail(err) {
			continue
		}
		l.file = strings.TrimSuffix(path.Base(name), ".tsv")
		for v := t.next(); v != nil; v = t.next() {
			l.fail(row(t, v))
		}
	}
}

// read takes in one layer, in the order in which tables speak of each other.
func (l *loader) read() {
	l.each("sources", "source* title* licence", func(_ *table, v []string) error {
		l.sources = append(l.sources, Source{v[0], v[1], v[2]})
		return nil
	})
	l.each("offices", "office* sector* holders phrases source", l.office)
	l.each("states", "id* name* official iso2 cameo cow gw adjective person people capital from to successor collegial without of source*", l.state)
	l.each("state_names", "state* name* kind* from to source", l.stateName)
	l.each("organizations", "id* name* aliases kind* country* sector of from to source* basis", l.organization)
	l.each("groups", "id* name* aliases kind* country* sector of from to source* basis", l.group)
	l.each("outlets", "id* name* aliases kind* country* state from to source* basis", l.outlet)
	l.each("persons", "id* name* family aliases gender country born died source*", l.person)
	l.each("roles", "person* office* title of* from to basis source*", l.role)
	l.each("ruling", "party* state* from to source", l.rules)
	l.each("organs", "id* name* forms* kind* sector* source", l.organ)
	l.each("weak_names", "name* source", func(_ *table, v []string) error {
		l.weak = append(l.weak, v[0])
		return nil
	})
	l.each("vacancies", "state* office* from* to* reason* source*", func(t *table, v []string) error {
		if err := l.country(t, v[0]); err != nil {
			return err
		}
		spell, err := t.spell(v[2], v[3])
		l.vacant = append(l.vacant, vacancy{v[0], v[1], spell})
		return err
	})
	l.each("things", "name* kind source", func(_ *table, v []string) error {
		l.things = append(l.things, v[0])
		return nil
	})
	l.each("honorifics", "word* source", func(_ *table, v []string) error {
		l.honorifics[Fold(v[0])] = true
		return nil
	})
	l.each("titles", "title* plural kind* sector office authority source", l.title)
}

// put adds an entity or replaces the one of the same id.
func (l *loader) put(t *table, e Entity) (int32, error) {
	e.layer = l.layer
	if at, ok := l.byID[e.ID]; ok {
		old := &l.entities[at]
		if old.layer == l.layer {
			return at, t.errorf("id %q stands twice", e.ID)
		}
		*old = e
		return at, nil
	}
	at := int32(len(l.entities))
	l.byID[e.ID] = at
	l.entities = append(l.entities, e)
	return at, nil
}

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

// pluralOf is the regular English plural of a phrase's last word.
func pluralOf(s string) string {
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
