package eval

import (
	"encoding/xml"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"sort"
	"strconv"
	"unicode/utf8"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/where"
)

// ToponymText is an article with toponyms that annotators resolved.
type ToponymText struct {
	ID       string
	Text     string
	Toponyms []GoldToponym
}

// GoldToponym is one annotated toponym. Located is false where the annotators
// found no place for it.
type GoldToponym struct {
	nuncio.Span // bytes
	GeoNames    int
	Country     string // English name, as the annotators wrote it; "" where not given
	Lat, Lon    float64
	Located     bool
}

// ReadLGL reads the articles of the Local-Global Lexicon.
func ReadLGL(r io.Reader) ([]ToponymText, error) {
	var file struct {
		Articles []struct {
			ID       string `xml:"docid,attr"`
			Text     string `xml:"text"`
			Toponyms []struct {
				Start int `xml:"start"`
				End   int `xml:"end"`
				Tag   *struct {
					ID      int    `xml:"geonameid,attr"`
					Lat     string `xml:"lat"`
					Lon     string `xml:"lon"`
					Country string `xml:"country"`
				} `xml:"gaztag"`
			} `xml:"toponyms>toponym"`
		} `xml:"article"`
	}
	if err := xml.NewDecoder(r).Decode(&file); err != nil {
		return nil, fmt.Errorf("LGL: %w", err)
	}
	var out []ToponymText
	for _, a := range file.Articles {
		t := ToponymText{ID: a.ID, Text: a.Text}
		at := byteSpans(a.Text)
		for _, g := range a.Toponyms {
			span, ok := at(g.Start, g.End)
			if !ok {
				return nil, fmt.Errorf("LGL: article %s: toponym [%d, %d) lies outside the text", a.ID, g.Start, g.End)
			}
			gold := GoldToponym{Span: span}
			if g.Tag != nil {
				gold.GeoNames, gold.Country = g.Tag.ID, g.Tag.Country
				var err1, err2 error
				gold.Lat, err1 = strconv.ParseFloat(g.Tag.Lat, 64)
				gold.Lon, err2 = strconv.ParseFloat(g.Tag.Lon, 64)
				gold.Located = err1 == nil && err2 == nil
			}
			t.Toponyms = append(t.Toponyms, gold)
		}
		out = append(out, t)
	}
	return out, nil
}

// ReadGeoVirus reads the articles of GeoVirus.
func ReadGeoVirus(r io.Reader) ([]ToponymText, error) {
	var file struct {
		Articles []struct {
			ID        string `xml:"source"`
			Text      string `xml:"text"`
			Locations []struct {
				Name  string  `xml:"name"`
				Start int     `xml:"start"`
				End   int     `xml:"end"`
				Lat   float64 `xml:"lat"`
				Lon   float64 `xml:"lon"`
			} `xml:"locations>location"`
		} `xml:"article"`
	}
	if err := xml.NewDecoder(r).Decode(&file); err != nil {
		return nil, fmt.Errorf("GeoVirus: %w", err)
	}
	var out []ToponymText
	for _, a := range file.Articles {
		t := ToponymText{ID: a.ID, Text: a.Text}
		at := byteSpans(a.Text)
		for _, g := range a.Locations {
			if span, ok := nearest(a.Text, g.Name, at, g.Start, g.End); ok {
				t.Toponyms = append(t.Toponyms, GoldToponym{Span: span, Lat: g.Lat, Lon: g.Lon, Located: true})
			}
		}
		out = append(out, t)
	}
	return out, nil
}

// nearest mends offsets that are a few characters off the name that they mean.
func nearest(text, name string, at func(int, int) (nuncio.Span, bool), start, end int) (nuncio.Span, bool) {
	for _, off := range [...]int{0, -1, 1, -2, 2, -3, 3} {
		if s, ok := at(start+off, end+off); ok && text[s.Start:s.End] == name {
			return s, true
		}
	}
	return at(start, end)
}

// byteSpans turns spans of code points into spans of bytes.
func byteSpans(text string) func(start, end int) (nuncio.Span, bool) {
	offsets := make([]int, 0, len(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(text))
	return func(start, end int) (nuncio.Span, bool) {
		if start < 0 || end <= start || end >= len(offsets) {
			return nuncio.Span{}, false
		}
		return nuncio.Span{Start: offsets[start], End: offsets[end]}, true
	}
}

// ToponymScore is how near the resolved places lie to the annotators'.
type ToponymScore struct {
	Located   int // toponyms with a gold place
	Resolved  int
	Near      int // within 161 km (100 miles), or the very same place
	Same      int // the very same place, by GeoNames id
	Spots     PRF // of those resolved to a point, town or district: TP near, FP far
	Country   PRF
	distances []float64
	Errors    []ToponymError
}

// ToponymError is a toponym that was not found or found too far away.
type ToponymError struct {
	Article, Text, Context string
	Gold                   GoldToponym
	Got                    where.Found
	Distance               float64
}

// NearKM is 100 miles, the usual measure.
const NearKM = 161

// Accuracy is the share of located toponyms that were resolved near.
func (s *ToponymScore) Accuracy() float64 { return share(s.Near, s.Located) }

// Median and Mean are errors in km over the resolved toponyms.
func (s *ToponymScore) Median() float64 {
	if len(s.distances) == 0 {
		return 0
	}
	sort.Float64s(s.distances)
	return s.distances[len(s.distances)/2]
}

// Mean is the mean error in km over the resolved toponyms.
func (s *ToponymScore) Mean() float64 {
	sum := 0.0
	for _, d := range s.distances {
		sum += d
	}
	if len(s.distances) == 0 {
		return 0
	}
	return sum / float64(len(s.distances))
}

// ToponymScorer resolves gold mentions and scores the places.
type ToponymScorer struct {
	Resolver  *where.Resolver
	Catalogue *catalogue.Catalogue
}

// Add resolves the mentions of a text, which are given, and scores them. Names of
// peoples ("Georgian") are annotated as their country in LGL and are read so.
func (e *ToponymScorer) Add(s *ToponymScore, t *ToponymText) {
	spans := make([]nuncio.Span, 0, len(t.Toponyms))
	index := make([]int, len(t.Toponyms))
	people := make([]string, len(t.Toponyms))
	var countries []string
	for i, g := range t.Toponyms {
		index[i] = -1
		if people[i] = e.people(t.Text[g.Start:g.End]); people[i] != "" {
			countries = append(countries, people[i])
			continue
		}
		index[i] = len(spans)
		spans = append(spans, g.Span)
	}
	found := e.Resolver.Toponyms(t.Text, "", spans, countries)
	for i, g := range t.Toponyms {
		if !g.Located {
			continue
		}
		s.Located++
		var f where.Found
		if index[i] >= 0 {
			f = found[index[i]]
		} else if one := e.Resolver.CountryPlace(people[i]); one.OK {
			f = one
		}
		d := math.Inf(1)
		if f.OK {
			s.Resolved++
			d = where.Distance(g.Lat, g.Lon, f.Lat, f.Lon)
			if f.GeoNames != 0 && f.GeoNames == g.GeoNames {
				s.Same++
				d = 0
			}
			switch f.Precision {
			case nuncio.PrecisionPoint, nuncio.PrecisionCity, nuncio.PrecisionDistrict:
				if d <= NearKM {
					s.Spots.TP++
				} else {
					s.Spots.FP++
				}
			}
			if !math.IsNaN(d) {
				s.distances = append(s.distances, d)
			}
			if g.Country != "" {
				if e.sameCountry(g.Country, f.Country) {
					s.Country.TP++
				} else {
					s.Country.FP++
				}
			}
		} else if g.Country != "" {
			s.Country.FN++
		}
		if d <= NearKM {
			s.Near++
			continue
		}
		s.Errors = append(s.Errors, ToponymError{t.ID, t.Text[g.Start:g.End], around(t.Text, g.Span), g, f, d})
	}
}

// people is the country of a demonym, "" for any other name.
func (e *ToponymScorer) people(name string) string {
	found := e.Catalogue.Lookup(name)
	if len(found) == 0 {
		return ""
	}
	switch found[0].Kind {
	case catalogue.NameAdjective, catalogue.NamePerson, catalogue.NamePeople:
		return found[0].Entity.ID
	}
	return ""
}

func (e *ToponymScorer) sameCountry(name, iso string) bool {
	if st, ok := e.Catalogue.State(iso); ok && fold(st.Name) == fold(name) {
		return true
	}
	f := e.Resolver.Toponyms(name, "", []nuncio.Span{{Start: 0, End: len(name)}}, nil)
	return len(f) == 1 && f[0].Country == iso
}

// around is a name with some words on both sides.
func around(text string, s nuncio.Span) string {
	from, to := max(0, s.Start-50), min(len(text), s.End+50)
	for from < s.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to > s.End && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	return text[from:s.Start] + "[" + text[s.Start:s.End] + "]" + text[s.End:to]
}

// ToponymHalf says in which half of a set an article stands: "tuned", on which
// weights were set, or "kept", which was set aside.
func ToponymHalf(id string) string {
	h := fnv.New32a()
	h.Write([]byte(id))
	if h.Sum32()%2 == 0 {
		return "tuned"
	}
	return "kept"
}
