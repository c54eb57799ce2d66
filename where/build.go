package where

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// A gazetteer file is, after its header, five sections that are searched where
// they lie:
//
//	places    fixed records, countries first, then Admin1, Admin2, towns
//	names     display names, each with its length before it
//	countries five bytes each: ISO 3166-1 alpha-2 and alpha-3
//	blocks    for each block of keys: where its keys and its postings begin
//	keys      folded names in order, each but a block's first less what it
//	          shares with the one before; after each, the count of its postings
//	postings  place and how it bears the name, the most populous first
const (
	magic        = "nuncgaz1"
	sectionCount = 6
	headerSize   = len(magic) + sectionCount*8
	placeSize    = 19
	blockSize    = 8
	blockKeys    = 16
	maxKey       = 96
	noPlace      = 0xFFFF
)

const (
	placeSection = iota
	nameSection
	countrySection
	blockSection
	keySection
	postingSection
)

// Entry is one place on its way into a gazetteer file.
type Entry struct {
	ID         int
	Name       string
	Names      map[string]NameRank // every name it is found by, as written
	Kind       Kind
	Lat, Lon   float64 // NaN when not known
	Population int
	Country    string // ISO 3166-1 alpha-2
	Admin1     string // GeoNames codes: "US.LA"
	Admin2     string // "US.LA.079"
	ISO3       string // countries only
}

// Build writes a gazetteer file. The same entries in any order give the same bytes.
func Build(w io.Writer, entries []Entry) error {
	list := slices.Clone(entries)
	slices.SortFunc(list, func(a, b Entry) int {
		if c := int(min(a.Kind, Capital)) - int(min(b.Kind, Capital)); c != 0 {
			return c
		}
		return a.ID - b.ID
	})
	capitals := map[string]int{}
	for i := range list {
		if list[i].Kind == Capital {
			capitals[list[i].Country] = i
		}
	}
	b := builder{capitals: capitals, countries: map[string]int{}, admins: map[string]int{}, nameAt: map[string]int{}, keys: map[string]map[int]NameRank{}}
	for i := range list {
		if err := b.add(i, &list[i]); err != nil {
			return err
		}
	}
	if err := b.index(list); err != nil {
		return err
	}
	return b.write(w)
}

type builder struct {
	capitals  map[string]int // by country
	sections  [sectionCount][]byte
	countries map[string]int
	admins    map[string]int // code of Admin1 or Admin2 → place
	nameAt    map[string]int
	keys      map[string]map[int]NameRank
}

func (b *builder) add(i int, e *Entry) error {
	switch e.Kind {
	case Country:
		if len(e.Country) != 2 || len(e.ISO3) != 3 {
			return fmt.Errorf("country %q has no codes of two and three letters", e.Name)
		}
		b.countries[e.Country] = len(b.countries)
		b.sections[countrySection] = append(append(b.sections[countrySection], e.Country...), e.ISO3...)
	case Admin1:
		b.admins[e.Admin1] = i
	case Admin2:
		b.admins[e.Admin2] = i
	}
	country, ok := b.countries[e.Country]
	if !ok {
		return fmt.Errorf("%s (%d) lies in %q, which is no country", e.Name, e.ID, e.Country)
	}
	ref := func(code string) int {
		if at, ok := b.admins[code]; ok && code != "" && at < noPlace && at != i {
			return at
		}
		return noPlace
	}
	name, ok := b.nameAt[e.Name]
	if !ok {
		if len(e.Name) > 255 {
			return fmt.Errorf("name of %d bytes: %.40q…", len(e.Name), e.Name)
		}
		name = len(b.sections[nameSection])
		b.nameAt[e.Name] = name
		b.sections[nameSection] = append(append(b.sections[nameSection], byte(len(e.Name))), e.Name...)
	}
	if e.ID >= 1<<24 || name >= 1<<24 {
		return errors.New("the file has outgrown its form: ids and names have 24 bits")
	}
	p := b.sections[placeSection]
	p = put24(p, e.ID)
	p = put24(p, packAngle(e.Lat))
	p = put24(p, packAngle(e.Lon))
	p = put24(p, name)
	if e.Kind == Country {
		// A country lies in no division; its capital has their room.
		at, ok := b.capitals[e.Country]
		if !ok {
			at = i
		}
		p = binary.LittleEndian.AppendUint32(p, uint32(at))
	} else {
		p = binary.LittleEndian.AppendUint16(p, uint16(ref(e.Admin1)))
		p = binary.LittleEndian.AppendUint16(p, uint16(ref(e.Admin2)))
	}
	p = append(p, byte(country), byte(e.Kind), packPopulation(e.Population))
	b.sections[placeSection] = p
	for n, rank := range e.Names {
		k := fold(n)
		if k == "" || len(k) > maxKey {
			continue
		}
		if b.keys[k] == nil {
			b.keys[k] = map[int]NameRank{}
		}
		if have, ok := b.keys[k][i]; !ok || rank < have {
			b.keys[k][i] = rank
		}
	}
	return nil
}

func (b *builder) index(list []Entry) error {
	if len(list) >= 1<<24 {
		return errors.New("more places than 24 bits can number")
	}
	keys := make([]string, 0, len(b.keys))
	for k := range b.keys {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	posted, last := 0, ""
	for n, k := range keys {
		if n%blockKeys == 0 {
			last = ""
			block := binary.LittleEndian.AppendUint32(b.sections[blockSection], uint32(len(b.sections[keySection])))
			b.sections[blockSection] = binary.LittleEndian.AppendUint32(block, uint32(posted))
		}
		places := make([]int, 0, len(b.keys[k]))
		for i := range b.keys[k] {
			places = append(places, i)
		}
		slices.SortFunc(places, func(x, y int) int {
			if c := list[y].Population - list[x].Population; c != 0 {
				return c
			}
			return x - y
		})
		shared := 0
		for shared < min(len(last), len(k)) && last[shared] == k[shared] {
			shared++
		}
		out := append(b.sections[keySection], byte(shared), byte(len(k)-shared))
		out = append(out, k[shared:]...)
		b.sections[keySection] = binary.AppendUvarint(out, uint64(len(places)))
		for _, i := range places {
			b.sections[postingSection] = append(put24(b.sections[postingSection], i), byte(b.keys[k][i]))
		}
		posted += len(places)
		last = k
	}
	return nil
}

func (b *builder) write(w io.Writer) error {
	var head strings.Builder
	head.WriteString(magic)
	at := headerSize
	var buf []byte
	for _, s := range b.sections {
		buf = binary.LittleEndian.AppendUint32(buf, uint32(at))
		buf = binary.LittleEndian.AppendUint32(buf, uint32(len(s)))
		at += len(s)
	}
	head.Write(buf)
	if _, err := io.WriteString(w, head.String()); err != nil {
		return err
	}
	for _, s := range b.sections {
		if _, err := w.Write(s); err != nil {
			return err
		}
	}
	return nil
}

func put24(b []byte, v int) []byte { return append(b, byte(v), byte(v>>8), byte(v>>16)) }

const unknownAngle = 1<<24 - 1

// packAngle keeps an angle to about two metres.
func packAngle(deg float64) int {
	if math.IsNaN(deg) {
		return unknownAngle
	}
	return int(math.Round((deg + 180) / 360 * (1<<24 - 2)))
}

func unpackAngle(v int) float64 {
	if v == unknownAngle {
		return math.NaN()
	}
	return math.Round((float64(v)/(1<<24-2)*360-180)*1e4) / 1e4
}

// packPopulation keeps a population to about seven per cent.
func packPopulation(n int) byte { return byte(min(255, math.Round(8*math.Log2(float64(max(n, 0)+1))))) }
