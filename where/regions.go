package where

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
)

// region is a place of regions.tsv.
type region struct {
	place
	countries []int   // in which it lies
	radius    float64 // km around its spot that it takes up
}

// holds reports whether a place lies in the region.
func (r *region) holds(p *place) bool {
	return slices.Contains(r.countries, p.country) && (math.IsNaN(r.lat) || distance(p, &r.place) <= r.radius)
}

// loadTables reads the tables that people edit.
func (g *Gazetteer) loadTables(fsys fs.FS) error {
	if err := g.words.load(fsys); err != nil {
		return err
	}
	if err := readTable(fsys, "regions.tsv", 7, g.addRegion); err != nil {
		return err
	}
	if err := readTable(fsys, "names.tsv", 3, g.addNames); err != nil {
		return err
	}
	return readTable(fsys, "venues.tsv", 2, g.addVenue)
}

func readTable(fsys fs.FS, name string, columns int, row func(cells []string) error) error {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	n := 0
	header := false
	var faults []error
	for line := range strings.Lines(string(b)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		if !header {
			header = true
			continue
		}
		cells := strings.Split(line, "\t")
		for len(cells) < columns {
			cells = append(cells, "")
		}
		if err := row(cells); err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %w", name, n, err))
		}
	}
	return errors.Join(faults...)
}

var regionKinds = map[string]Kind{"area": Area, "province": Province, "district": District, "point": Spot}

// addRegion reads name, kind, countries, lat, lon, radius, other names.
func (g *Gazetteer) addRegion(cells []string) error {
	kind, ok := regionKinds[cells[1]]
	if !ok {
		return fmt.Errorf("no kind %q; there are area, province, district and point", cells[1])
	}
	r := region{place: place{
		at: g.places + len(g.regions), name: cells[0], kind: kind, country: -1, admin1: noPlace, admin2: noPlace,
		lat: math.NaN(), lon: math.NaN(), population: 20,
	}}
	for iso := range strings.FieldsSeq(strings.ReplaceAll(cells[2], "|", " ")) {
		c, ok := g.iso3[iso]
		if !ok {
			return fmt.Errorf("no country %q", iso)
		}
		r.countries = append(r.countries, c)
	}
	if len(r.countries) == 1 {
		r.country = r.countries[0]
	}
	for i, to := range []*float64{&r.lat, &r.lon, &r.radius} {
		if cells[3+i] == "" {
			continue
		}
		v, err := strconv.ParseFloat(cells[3+i], 64)
		if err != nil || math.Abs(v) > 20000 {
			return fmt.Errorf("%q is no number of degrees or km", cells[3+i])
		}
		*to = v
	}
	g.regions = append(g.regions, r)
	g.addName(cells[0], posting{r.at, MainName})
	for n := range strings.SplitSeq(cells[6], "|") {
		g.addName(n, posting{r.at, GivenName})
	}
	return nil
}

func (g *Gazetteer) addName(name string, p posting) {
	if k := fold(name); k != "" {
		for _, have := range g.extra[k] {
			if have.place == p.place {
				return
			}
		}
		g.extra[k] = append(g.extra[k], p)
	}
}

// addNames reads a place, its further names, and the one to show. The place is an alpha-3 code
// ("GBR"), or that and a name ("IND/Mumbai", "USA/province:Ohio"), see named.
func (g *Gazetteer) addNames(cells []string) error {
	at, err := g.at(cells[0])
	if err != nil {
		return err
	}
	for n := range strings.SplitSeq(cells[1], "|") {
		g.addName(n, posting{at, GivenName})
	}
	if cells[2] != "" {
		g.shown[at] = cells[2]
		g.addName(cells[2], posting{at, GivenName})
	}
	return nil
}

// addVenue reads a place known to diplomacy.
func (g *Gazetteer) addVenue(cells []string) error {
	at, err := g.at(cells[0])
	g.venues[at] = err == nil
	return err
}

// at is the place that a table means by an alpha-3 code, or by that and a name.
func (g *Gazetteer) at(ref string) (int, error) {
	iso, name, town := strings.Cut(ref, "/")
	country, ok := g.iso3[iso]
	if !ok {
		return 0, fmt.Errorf("no country %q", iso)
	}
	if !town {
		return country, nil
	}
	at := g.named(country, name)
	if at < 0 {
		return 0, fmt.Errorf("no place %q in %s", name, iso)
	}
	return at, nil
}

// named is the place of a country with a name: an Admin1 when the name has the
// form "province:Name", else the most populous settlement, else the most
// populous district; -1 for none.
func (g *Gazetteer) named(country int, name string) int {
	name, province := strings.CutPrefix(name, "province:")
	district := -1
	for _, p := range g.lookup([]byte(fold(name)), nil) {
		q, ok := g.place(p.place)
		switch {
		case !ok || q.country != country || (q.kind == Admin1) != province:
		case province || q.kind.settlement():
			return p.place
		case district < 0 && q.kind == Admin2:
			district = p.place
		}
	}
	return district
}
