package catalogue

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path"
	"strings"
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
	promises   []promise
	members    map[string][]membership // body → spells of states in it
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
			entities: make([]Entity, 0, 24576), byID: make(map[string]int32, 16384), stateOf: make(map[string]int32, 256),
			byOf: make(map[string][]int32, 1024), officeOf: make(map[string]int32, 64), roles: make([]Role, 0, 16384),
			ruling: map[string][]rule{}, honorifics: map[string]bool{}, members: map[string][]membership{},
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
		of, ok := l.resolve(v[0])
		if !ok {
			return t.errorf("%q is neither a state nor an organization", v[0])
		}
		spell, err := t.spell(v[2], v[3])
		l.vacant = append(l.vacant, vacancy{of, v[1], spell})
		return err
	})
	l.each("coverage", "of* office* from* slack source*", l.promise)
	l.each("members", "body* members* from to basis source*", l.member)
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
