package where

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
)

// Gazetteer is every place that is known. It does not change after Load and may
// be read by any number of goroutines.
type Gazetteer struct {
	data     string
	sections [sectionCount]string
	places   int
	iso3     map[string]int // alpha-3 → country

	regions []region
	shown   map[int]string       // names to show in place of the file's
	venues  map[int]bool         // towns known to diplomacy
	extra   map[string][]posting // names of regions.tsv and names.tsv, folded
	words   words
}

// Load reads a gazetteer file's bytes, which are kept as they are, and
// the tables that people edit from the root of tables.
func Load(file string, tables fs.FS) (*Gazetteer, error) {
	g, err := open(file)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	if err := g.loadTables(tables); err != nil {
		return nil, err
	}
	return g, nil
}

// open checks the frame of a gazetteer file; what lies inside is checked where
// it is read, so that nothing need be read at the start.
func open(data string) (*Gazetteer, error) {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return nil, errors.New("not a gazetteer file")
	}
	g := &Gazetteer{data: data, iso3: map[string]int{}, extra: map[string][]posting{}, shown: map[int]string{}, venues: map[int]bool{}}
	for i := range g.sections {
		at := len(magic) + 8*i
		start, size := int(u32(data, at)), int(u32(data, at+4))
		if start > len(data) || size > len(data)-start {
			return nil, fmt.Errorf("section %d ends beyond the file", i)
		}
		g.sections[i] = data[start : start+size]
	}
	g.places = len(g.sections[placeSection]) / placeSize
	for i := 0; i+5 <= len(g.sections[countrySection]) && i/5 < g.places; i += 5 {
		g.iso3[g.sections[countrySection][i+2:i+5]] = i / 5
	}
	return g, nil
}

func u32(s string, i int) uint32 {
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func u24(s string, i int) int { return int(s[i]) | int(s[i+1])<<8 | int(s[i+2])<<16 }

func u16(s string, i int) int { return int(s[i]) | int(s[i+1])<<8 }

// Len is the number of places.
func (g *Gazetteer) Len() int { return g.places + len(g.regions) }

// place is one place, taken out of the file.
type place struct {
	at             int // its number; places of regions.tsv follow those of the file
	id             int
	name           string
	kind           Kind
	lat, lon       float64 // NaN when not known
	population     float64 // as its logarithm to base 2
	country        int     // number of the country, -1 for none
	admin1, admin2 int     // numbers of places, noPlace for none
	capital        int     // of a country
}

// posting is a place that bears a name.
type posting struct {
	place int
	rank  NameRank
}

// place takes place number i out; ok is false for a number that is none's.
func (g *Gazetteer) place(i int) (p place, ok bool) {
	if i >= g.places && i-g.places < len(g.regions) {
		return g.regions[i-g.places].place, true
	}
	if i < 0 || i >= g.places {
		return p, false
	}
	s := g.sections[placeSection][i*placeSize : (i+1)*placeSize]
	p = place{
		at: i, id: u24(s, 0), lat: unpackAngle(u24(s, 3)), lon: unpackAngle(u24(s, 6)), admin1: u16(s, 12), admin2: u16(s, 14),
		country: int(s[16]), kind: Kind(s[17]), population: float64(s[18]) / 8,
	}
	names := g.sections[nameSection]
	if n := u24(s, 9); n < len(names) && n+1+int(names[n]) <= len(names) {
		p.name = names[n+1 : n+1+int(names[n])]
	}
	if n, ok := g.shown[i]; ok {
		p.name = n
	}
	if p.kind >= kindCount {
		p.kind = Town
	}
	if p.kind == Country {
		p.capital = p.admin1 | p.admin2<<16
		p.admin1, p.admin2 = noPlace, noPlace
	}
	if p.country*5+5 > len(g.sections[countrySection]) {
		p.country = -1
	}
	return p, true
}

// iso is the alpha-3 code of a country's number, "" for none.
func (g *Gazetteer) iso(country int) string {
	c := g.sections[countrySection]
	if country < 0 || country*5+5 > len(c) {
		return ""
	}
	return c[country*5+2 : country*5+5]
}

// lookup appends the bearers of a folded name.
func (g *Gazetteer) lookup(key []byte, out []posting) []posting {
	out = append(out, g.extra[string(key)]...)
	blocks, keys := g.sections[blockSection], g.sections[keySection]
	lo, hi := 0, len(blocks)/blockSize
	for lo < hi { // the first block that begins after the key
		mid := (lo + hi) / 2
		if compare(g.firstKey(mid), key) <= 0 {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return out
	}
	lo--
	at, post := int(u32(blocks, lo*blockSize)), int(u32(blocks, lo*blockSize+4))
	var word [256 * 2]byte
	for range blockKeys {
		if at < 0 || at+2 > len(keys) {
			return out
		}
		shared, rest := int(keys[at]), int(keys[at+1])
		at += 2
		if rest > len(keys)-at {
			return out
		}
		copy(word[shared:], keys[at:at+rest])
		at += rest
		count, n := uvarint(keys[at:])
		if n <= 0 {
			return out
		}
		at += n
		switch c := compare(string(word[:shared+rest]), key); {
		case c == 0:
			return g.postings(post, count, out)
		case c > 0:
			return out
		}
		post += count
	}
	return out
}

// firstKey is the key that a block begins with.
func (g *Gazetteer) firstKey(block int) string {
	keys := g.sections[keySection]
	at := int(u32(g.sections[blockSection], block*blockSize))
	if at < 0 || at+2 > len(keys) || int(keys[at+1]) > len(keys)-at-2 {
		return ""
	}
	return keys[at+2 : at+2+int(keys[at+1])]
}

func (g *Gazetteer) postings(first, count int, out []posting) []posting {
	s := g.sections[postingSection]
	for i := first; i < first+count && i >= 0 && i*4+4 <= len(s); i++ {
		if p := u24(s, i*4); p < g.places {
			out = append(out, posting{p, NameRank(s[i*4+3])})
		}
	}
	return out
}

// compare orders a string and bytes without copying either.
func compare(a string, b []byte) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return int(a[i]) - int(b[i])
		}
	}
	return len(a) - len(b)
}

func uvarint(s string) (v, n int) {
	for i := 0; i < len(s) && i < 4; i++ {
		v |= int(s[i]&0x7F) << (7 * i)
		if s[i] < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}

// within reports whether place p lies in place q, or is it.
func (g *Gazetteer) within(p, q *place) bool {
	if p.at == q.at {
		return true
	}
	switch q.kind {
	case Country:
		return p.country == q.at
	case Admin1:
		return p.admin1 == q.at
	case Admin2:
		return p.admin2 == q.at
	case Area, Province, District:
		return q.at >= g.places && g.regions[q.at-g.places].holds(p)
	case Capital, Seat, Town:
		// A part of a town, as far as the gazetteer knows it: near, and of the same district.
		return (p.kind == Quarter || p.kind == Town) && p.population < q.population && distance(p, q) < 15
	}
	return false
}

const earthRadius = 6371.0 // km

// distance is the way between two places in km, NaN when either's spot is not known.
func distance(p, q *place) float64 { return km(p.lat, p.lon, q.lat, q.lon) }

func km(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	dlat, dlon := (lat2-lat1)*rad/2, (lon2-lon1)*rad/2
	s := math.Sin(dlat)*math.Sin(dlat) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Sin(dlon)*math.Sin(dlon)
	return 2 * earthRadius * math.Asin(math.Sqrt(min(1, s)))
}
