// Command mkgazetteer makes data/where/gazetteer.bin from GeoNames tables:
//
//	go run ./where/mkgazetteer -from ../shared/data/geo/geonames -to data/where/gazetteer.bin
//
// data/where/README.md says where the tables come from and under which licence.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"nuncio/where"
)

func main() {
	from := flag.String("from", "", "folder with cities500.txt, admin1CodesASCII.txt, admin2Codes.txt and countryInfo.txt, each plain or .gz")
	tables := flag.String("tables", "data/where", "folder with classes.tsv")
	to := flag.String("to", "", "file to write")
	least := flag.Int("least", 500, "leave out settlements with fewer inhabitants, unless they are a seat of government")
	flag.Parse()
	if err := run(*from, *tables, *to, *least); err != nil {
		fmt.Fprintln(os.Stderr, "mkgazetteer:", err)
		os.Exit(1)
	}
}

func run(from, tables, to string, least int) error {
	classes, err := where.LoadClasses(os.DirFS(tables))
	if err != nil {
		return err
	}
	m := maker{classes: classes, dir: from, least: least, sums: map[string]*sum{}, seats: map[string]bool{}}
	for _, step := range []func() error{m.towns, m.countries, m.provinces, m.districts} {
		if err := step(); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	if err := where.Build(&out, m.entries); err != nil {
		return err
	}
	fmt.Printf("%d places, %d bytes\n", len(m.entries), out.Len())
	return os.WriteFile(to, out.Bytes(), 0o644)
}

// sum gathers the settlements of an area, for its middle and population.
type sum struct {
	lat, x, y, weight float64
	population        int
}

type maker struct {
	dir     string
	least   int
	entries []where.Entry
	sums    map[string]*sum // country, Admin1 or Admin2 code
	classes *where.Classes
	seats   map[string]bool // Admin2 code and name of a settlement in it: who names it so means the town
}

// rows calls row for every line of a table that is no comment.
func (m *maker) rows(name string, columns int, row func(c []string) error) error {
	var in io.Reader
	f, err := os.Open(filepath.Join(m.dir, name))
	if err == nil {
		in = f
	} else {
		if f, err = os.Open(filepath.Join(m.dir, name+".gz")); err != nil {
			return err
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		in = z
	}
	defer f.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		c := strings.Split(lines.Text(), "\t")
		if len(c) < columns {
			return fmt.Errorf("%s:%d: %d columns, not %d", name, n, len(c), columns)
		}
		if err := row(c); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return lines.Err()
}

func (m *maker) gather(code string, lat, lon float64, population int) {
	s := m.sums[code]
	if s == nil {
		s = &sum{}
		m.sums[code] = s
	}
	w := math.Log2(float64(population) + 2)
	s.lat += w * lat
	s.x += w * math.Cos(lon*math.Pi/180)
	s.y += w * math.Sin(lon*math.Pi/180)
	s.weight += w
	s.population += population
}

// middle is the middle of an area's settlements; it serves to compare places,
// and is shown for districts alone.
func (m *maker) middle(code string) (lat, lon float64, population int) {
	s := m.sums[code]
	if s == nil {
		return math.NaN(), math.NaN(), 0
	}
	return s.lat / s.weight, math.Atan2(s.y, s.x) * 180 / math.Pi, s.population
}

func (m *maker) towns() error {
	return m.rows("cities500.txt", 15, func(c []string) error {
		id, err := strconv.Atoi(c[0])
		if err != nil {
			return err
		}
		lat, err := strconv.ParseFloat(c[4], 64)
		if err != nil {
			return err
		}
		lon, err := strconv.ParseFloat(c[5], 64)
		if err != nil {
			return err
		}
		population, err := strconv.Atoi(c[14])
		if err != nil {
			return err
		}
		kind := where.Town
		switch c[7] {
		case "PPLC":
			kind = where.Capital
		case "PPLA", "PPLG":
			kind = where.Seat
		case "PPLX":
			kind = where.Quarter
		case "PPLH", "PPLQ", "PPLW", "PPLCH":
			return nil // of the past
		}
		admin1, admin2 := c[8]+"."+c[10], c[8]+"."+c[10]+"."+c[11]
		if kind != where.Quarter {
			for _, code := range []string{c[8], admin1, admin2} {
				m.gather(code, lat, lon, population)
			}
		}
		if population < m.least && kind == where.Town && c[7] == "PPL" {
			return nil
		}
		names := map[string]where.NameRank{c[1]: where.MainName, c[2]: where.MainName}
		if population >= 30000 || kind == where.Capital || kind == where.Seat {
			for n := range strings.SplitSeq(c[3], ",") {
				if _, have := names[n]; !have && readable(n) {
					names[n] = where.OtherName
				}
			}
		}
		for n := range names {
			// "City of Westminster", "Kansas City", "Fairfield Township"
			if short, ok := strings.CutPrefix(n, "City of "); ok {
				names[short] = where.OtherName
			}
		}
		m.seats[admin2+"/"+c[1]], m.seats[admin2+"/"+c[2]] = true, true
		m.entries = append(m.entries, where.Entry{
			ID: id, Name: english(c[1], c[2], c[8]), Names: names, Kind: kind, Lat: lat, Lon: lon, Population: population, Country: c[8], Admin1: admin1, Admin2: admin2,
		})
		return nil
	})
}

// transliterated are countries whose names stand in a scholarly Romanization,
// with marks that no newspaper prints.
const transliterated = " AE AF AM BD BG BH BT BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR NP OM PK PS QA RU SA SD SY TH TJ TN UA UZ YE "

// english is a name as an English newspaper would print it.
func english(name, ascii, country string) string {
	switch {
	case country == "CN":
		return strings.ReplaceAll(ascii, "’", "'")
	case strings.Contains(transliterated, " "+country+" "):
		return strings.NewReplacer("'", "", "’", "", "`", "").Replace(ascii)
	}
	return name
}

// readable reports whether a further name may stand in English text: Latin
// letters, not a code.
func readable(n string) bool {
	letters, small := 0, false
	for _, r := range n {
		switch {
		case unicode.Is(unicode.Latin, r):
			letters++
			small = small || unicode.IsLower(r)
		case r == ' ' || r == '-' || r == '\'' || r == '’' || r == '.':
		default:
			return false
		}
	}
	return letters >= 4 && small
}

func (m *maker) countries() error {
	return m.rows("countryInfo.txt", 17, func(c []string) error {
		id, err := strconv.Atoi(c[16])
		if err != nil {
			return nil // the heading, and what has ceased to be
		}
		population, err := strconv.Atoi(c[7])
		if err != nil {
			return err
		}
		lat, lon, _ := m.middle(c[0])
		m.entries = append(m.entries, where.Entry{
			ID: id, Name: c[4], Names: map[string]where.NameRank{c[4]: where.MainName}, Kind: where.Country,
			Lat: lat, Lon: lon, Population: population, Country: c[0], ISO3: c[1],
		})
		return nil
	})
}

func (m *maker) provinces() error {
	return m.rows("admin1CodesASCII.txt", 4, func(c []string) error { return m.area(c, where.Admin1) })
}

func (m *maker) districts() error {
	return m.rows("admin2Codes.txt", 4, func(c []string) error { return m.area(c, where.Admin2) })
}

func (m *maker) area(c []string, kind where.Kind) error {
	id, err := strconv.Atoi(c[3])
	if err != nil {
		return err
	}
	lat, lon, population := m.middle(c[0])
	if kind == where.Admin2 && population == 0 {
		return nil // nobody to tell of it, and no spot to show
	}
	e := where.Entry{
		ID: id, Name: english(c[1], c[2], c[0][:2]), Names: map[string]where.NameRank{}, Kind: kind, Lat: lat, Lon: lon, Population: population, Country: c[0][:2],
	}
	parts := strings.Split(c[0], ".")
	e.Admin1 = parts[0] + "." + parts[1]
	if kind == where.Admin2 {
		e.Admin2 = c[0]
	}
	for _, n := range []string{c[1], c[2]} {
		e.Names[n] = where.MainName
		if short := m.classes.Without(n); short != "" {
			if _, have := e.Names[short]; !have && !(kind == where.Admin2 && m.seats[c[0]+"/"+short]) {
				e.Names[short] = where.ShortName
			}
		}
	}
	m.entries = append(m.entries, e)
	return nil
}
