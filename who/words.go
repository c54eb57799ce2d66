package who

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"nuncio/catalogue"
	"nuncio/doc"
)

// Words is what the resolver knows of words, read from tables; it is shared and
// never written to.
type Words struct {
	given   map[string]byte // given name → m, f
	nouns   map[string]nounInfo
	weights Weights

	uses                       map[string]uses
	parts                      map[use][]string            // words that are looked for within a title or phrase
	thrones                    map[string]string           // title of the one head of a state → the state
	numbers                    map[string]int              // word → how many it counts
	people                     map[string]*catalogue.Title // nouns of people that the catalogue lists no title for
	kin                        map[string]uint64           // noun → classes that it shares with its kin, one bit each
	anyone, taken, taker, rank uint64                      // bits of kin
	pairs                      map[string]collective
	sectors                    map[string]string
	titles                     map[string]byte
	described                  map[string]map[string]bool // word of description → the states that it fits
	borders                    map[string]map[string]bool // state → the states beside it
	colonizers                 map[string][]string        // state → the states that once ruled it, the last first
	lying                      map[side]map[string]bool   // side of a state → its neighbours there
}

// side is a side of a state: "northern".
type side struct{ state, word string }

type nounInfo struct {
	sort   uint8
	gender byte
}

// Load reads the tables of data/who.
func Load(fsys fs.FS) (*Words, error) {
	w := &Words{
		given: map[string]byte{}, nouns: map[string]nounInfo{}, uses: map[string]uses{}, parts: map[use][]string{}, numbers: map[string]int{}, thrones: map[string]string{},
		people: map[string]*catalogue.Title{}, kin: map[string]uint64{}, pairs: map[string]collective{}, sectors: map[string]string{}, titles: map[string]byte{},
		described: map[string]map[string]bool{}, borders: map[string]map[string]bool{}, colonizers: map[string][]string{}, lying: map[side]map[string]bool{},
	}
	if err := table(fsys, "words.tsv", 3, w.word); err != nil {
		return nil, err
	}
	sorts := map[string]uint8{"person": sortPerson, "group": sortGroup, "place": sortPlace, "time": sortTime, "animal": sortAnimal}
	err := table(fsys, "given_names.tsv", 3, func(v []string) error {
		if v[1] != "m" && v[1] != "f" {
			return fmt.Errorf("gender %q is neither m nor f", v[1])
		}
		w.given[v[0]] = v[1][0]
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = table(fsys, "nouns.tsv", 4, func(v []string) error {
		n := nounInfo{sort: sorts[v[1]]}
		if n.sort == sortUnknown {
			return fmt.Errorf("class %q is not known", v[1])
		}
		if v[2] != "" {
			n.gender = v[2][0]
		}
		w.nouns[v[0]] = n
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = table(fsys, "people.tsv", 2, func(v []string) error {
		w.people[v[0]] = &catalogue.Title{Phrase: v[0], Kind: "person", Sector: v[1]}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = table(fsys, "described.tsv", 2, func(v []string) error {
		states := map[string]bool{}
		for s := range strings.SplitSeq(v[1], "|") {
			states[s] = true
		}
		w.described[v[0]] = states
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = table(fsys, "borders.tsv", 2, func(v []string) error {
		for s := range strings.SplitSeq(v[1], "|") {
			w.beside(v[0], s)
			w.beside(s, v[0])
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = table(fsys, "directions.tsv", 5, func(v []string) error {
		for n, word := range [...]string{"northern", "eastern", "southern", "western"} {
			states := map[string]bool{}
			for s := range strings.SplitSeq(v[n+1], "|") {
				states[s] = s != ""
			}
			w.lying[side{v[0], word}] = states
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = table(fsys, "colonies.tsv", 2, func(v []string) error {
		w.colonizers[v[0]] = strings.Split(v[1], "|")
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := w.loadKin(fsys); err != nil {
		return nil, err
	}
	named := map[string]int{}
	for f := range features {
		named[featureName(f)] = f
	}
	err = table(fsys, "links.tsv", 3, func(v []string) error {
		x, err := strconv.ParseFloat(v[2], 32)
		if err != nil {
			return err
		}
		f, ok := named[v[1]]
		if !ok {
			return fmt.Errorf("no feature is called %q", v[1])
		}
		c := slices.Index(classNames[:], v[0])
		if c < 0 {
			return fmt.Errorf("no class of phrases is called %q", v[0])
		}
		w.weights[c][f] = float32(x)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return w, nil
}

func (w *Words) beside(a, b string) {
	if w.borders[a] == nil {
		w.borders[a] = map[string]bool{}
	}
	w.borders[a][b] = true
}

// word takes a row of words.tsv.
func (w *Words) word(v []string) error {
	pairs := map[string]collective{"states": statePair, "persons": personPair, "bodies": orgPair, "sides": sidePair}
	switch v[1] {
	case "pair":
		kind, ok := pairs[v[2]]
		if !ok {
			return fmt.Errorf("a pair is of states, persons, bodies or sides, not of %q", v[2])
		}
		w.pairs[v[0]] = kind
	case "sector":
		w.sectors[v[0]] = v[2]
	case "title":
		if v[2] != "m" && v[2] != "f" {
			return fmt.Errorf("gender %q is neither m nor f", v[2])
		}
		w.titles[v[0]] = v[2][0]
	case "throne":
		w.thrones[v[0]] = v[2]
	case "number":
		n, err := strconv.Atoi(v[2])
		if err != nil {
			return fmt.Errorf("%q is no number", v[2])
		}
		w.numbers[v[0]] = n
	default:
		u, ok := useNames[v[1]]
		if !ok {
			return fmt.Errorf("use %q is not known", v[1])
		}
		set := w.uses[v[0]]
		set.add(u)
		w.uses[v[0]] = set
		if lookedFor(u) {
			w.parts[u] = append(w.parts[u], v[0])
		}
	}
	return nil
}

// loadKin reads which nouns may speak of the same people.
func (w *Words) loadKin(fsys fs.FS) error {
	bits := map[string]uint64{}
	err := table(fsys, "kin.tsv", 2, func(v []string) error {
		for class := range strings.FieldsSeq(v[1]) {
			if bits[class] == 0 {
				if len(bits) == 64 {
					return fmt.Errorf("more than 64 classes of kin")
				}
				bits[class] = 1 << len(bits)
			}
			w.kin[v[0]] |= bits[class]
		}
		return nil
	})
	w.anyone, w.taken, w.taker = bits["anyone"], bits["taken"], bits["taker"]
	for _, rank := range [...]string{"gen", "col", "maj", "capt", "lt", "brig", "adm", "marshal"} {
		w.rank |= bits[rank]
	}
	return err
}

// table reads a table with tabs: lines of # are notes, the first other line
// names the columns.
func table(fsys fs.FS, name string, columns int, row func(v []string) error) error {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(b))
	head := false
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		v := strings.Split(line, "\t")
		if len(v) != columns {
			return fmt.Errorf("%s:%d: %d columns instead of %d", name, n, len(v), columns)
		}
		if !head {
			head = true
			continue
		}
		if err := row(v); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return lines.Err()
}

// appendLower appends a word in small letters, so that it can be looked up
// without new memory.
func appendLower(b []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// noun looks a noun up; names only where they are titles ("Queen").
func (w *Words) noun(lemma string, name bool) (nounInfo, bool) {
	var room [48]byte
	n, ok := w.nouns[string(appendLower(room[:0], lemma))]
	if name && ok && n.sort != sortPerson {
		return nounInfo{}, false
	}
	return n, ok
}

// genderOfName tells m or f of a person's name by a title in or before it, else by
// the given name; 0 when neither tells.
func (w *Words) genderOfName(s *doc.Sentence, first, end int) byte {
	if first > 0 {
		if g := w.titleGender(s.Tokens[first-1].Form); g != 0 {
			return g
		}
	}
	for k := first; k < end; k++ {
		if g := w.titleGender(s.Tokens[k].Form); g != 0 {
			return g
		}
		if g := w.given[s.Tokens[k].Form]; g != 0 && (k == first || k+1 < end) {
			return g
		}
	}
	return 0
}

// titleGender is the gender that a title or noun before a name gives.
func (w *Words) titleGender(form string) byte {
	var room [48]byte
	word := appendLower(room[:0], strings.TrimSuffix(form, "."))
	if g := w.titles[string(word)]; g != 0 {
		return g
	}
	if n, ok := w.nouns[string(word)]; ok && n.sort == sortPerson {
		return n.gender
	}
	return 0
}
