package where

import (
	"math"
	"slices"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// Resolver finds the places of reports; it holds scratch memory and serves one
// worker.
type Resolver struct {
	scratch
	spots  []spot
	order  []int
	fresh  int // the first spot of the sentence at hand
	home   int // the group of the dateline's place, -1 for none
	layers layers
}

// spot is one toponym of a text.
type spot struct {
	start, end int // bytes
	part       doc.Part
	words      doc.Range // empty where only the text is given
	group      int
	fixed      bool // its group stands already
	shown      bool // stands for a place; the others only tell where the report is at home
}

// New makes a resolver over a gazetteer.
func New(g *Gazetteer) *Resolver { return &Resolver{scratch: newScratch(g), home: -1} }

// Found is what a toponym was resolved to. Lat and Lon are the spot that stands
// for it in comparisons, NaN when none is known: of a province or country they
// are some middle, which Where does not show.
type Found struct {
	nuncio.Where
	Lat, Lon float64
	Reason   string
	OK       bool
}

// Toponyms resolves given spans of a text, which need not be sorted. countries
// are states that the text speaks of otherwise (alpha-3, once a mention).
func (r *Resolver) Toponyms(text, dateline string, spans []nuncio.Span, countries []string) []Found {
	r.begin()
	for _, s := range spans {
		r.spots = append(r.spots, spot{start: s.Start, end: s.End, shown: true})
	}
	for _, iso := range countries {
		r.speaksOf(iso)
	}
	r.resolve([2]string{text, ""}, dateline)
	out := make([]Found, len(spans))
	for i := range r.spots {
		if gr := r.spots[i].group; gr >= 0 {
			c := &r.cands[r.group[gr].best]
			out[i] = Found{r.g.where(&c.place), c.lat, c.lon, r.reason(gr), true}
		}
	}
	return out
}

func (r *Resolver) begin() {
	r.reset()
	r.spots, r.home = r.spots[:0], -1
}

// speaksOf counts one mention of a country outside the toponyms.
func (r *Resolver) speaksOf(iso string) {
	if c, ok := r.g.iso3[iso]; ok && c < len(r.context) {
		r.context[c] += r.w.Norp
	}
}

// resolve gives every spot its group and ranks all readings.
func (r *Resolver) resolve(text [2]string, dateline string) {
	r.order = r.order[:0]
	for i := range r.spots {
		s := &r.spots[i]
		t := text[s.part]
		if !s.fixed {
			s.group = r.add(t[s.start:s.end], r.g.words.classAround(t, s.start, s.end), 1)
		}
		r.order = append(r.order, i)
	}
	slices.SortStableFunc(r.order, func(a, b int) int {
		x, y := &r.spots[a], &r.spots[b]
		if x.part != y.part {
			return int(y.part) - int(x.part)
		}
		return x.start - y.start
	})
	for i := 1; i < len(r.order); i++ {
		a, b := &r.spots[r.order[i-1]], &r.spots[r.order[i]]
		if a.part != b.part || a.end > b.start || a.group < 0 || b.group < 0 || a.group == b.group {
			continue
		}
		switch r.g.words.gap(text[a.part][a.end:b.start]) {
		case gapInside:
			r.links = append(r.links, link{inner: a.group, outer: b.group})
		case gapLoose:
			r.links = append(r.links, link{inner: a.group, outer: b.group, loose: true})
		case gapHolds:
			r.links = append(r.links, link{inner: b.group, outer: a.group, loose: true})
		}
	}
	if dateline != "" {
		r.dateline(dateline)
	}
	for i := range r.context {
		r.context[i] = math.Log2(1 + r.context[i])
	}
	r.rank()
}

// dateline adds the place of a dateline ("TRIPOLI, Libya"): it tells where the
// report is at home, not where its events were.
func (r *Resolver) dateline(place string) {
	last := -1
	for part := range strings.SplitSeq(place, ",") {
		gr := r.add(strings.TrimSpace(part), nil, r.w.Dateline)
		if last >= 0 && gr >= 0 && gr != last {
			r.links = append(r.links, link{inner: last, outer: gr})
		}
		if r.home < 0 && last < 0 {
			r.home = gr
		}
		last = gr
	}
}

type gapKind uint8

const (
	gapOther gapKind = iota
	gapInside
	gapLoose
	gapHolds
)

// gap reads the words between two names that follow each other.
func (w *words) gap(s string) gapKind {
	switch s {
	case ", ", ",", " , ", " (", ",  ", ",\n", ", the ":
		return gapInside
	case "'s ", "’s ", "' ", "’ ", ": ":
		return gapHolds
	}
	if w.inner[s] {
		return gapLoose
	}
	if len(s) > 40 {
		return gapOther
	}
	text := strings.TrimRight(s, " ")
	for _, of := range w.outer {
		if strings.HasSuffix(text, of) && !strings.ContainsAny(strings.TrimSuffix(text, of), ".,;:") {
			return gapHolds
		}
	}
	return gapOther
}

// classAround reads the word after a name ("Helmand province") or before it
// ("the city of Homs") that says what it names; nil for none.
func (w *words) classAround(text string, start, end int) []Kind {
	rest := text[end:]
	if len(rest) > 1 && rest[0] == ' ' {
		word := rest[1:]
		if i := strings.IndexFunc(word, func(c rune) bool { return c < 'a' || c > 'z' }); i > 0 {
			word = word[:i]
		}
		if c, ok := w.classes[word]; ok {
			return c.kinds
		}
	}
	before := strings.TrimRight(text[:start], " ")
	if b, ok := strings.CutSuffix(before, " of"); ok {
		if i := strings.LastIndexByte(b, ' '); i >= 0 {
			if c, ok := w.classes[strings.ToLower(b[i+1:])]; ok {
				return c.kinds
			}
		}
	}
	return nil
}

// reason says what spoke for a group's best reading.
func (r *Resolver) reason(gr int) string {
	g := &r.group[gr]
	c := &r.cands[g.best]
	if g.key[0] == g.key[1] {
		return "the capital of the country that is meant"
	}
	if g.end-g.first == 1 {
		return "the only place of that name"
	}
	if g.inside > 0 {
		q := &r.cands[r.group[g.inside-1].best]
		if r.g.within(&c.place, &q.place) {
			return "said to lie in " + q.name
		}
	}
	first := g.first
	for k := g.first; k < g.end; k++ {
		if r.cands[k].prior > r.cands[first].prior {
			first = k
		}
	}
	if first == g.best {
		return "the best known place of that name"
	}
	if a, ok := r.g.place(province(c)); ok && province(c) != noPlace && r.admin[province(c)] > g.share {
		return "the report is about " + a.name
	}
	if iso := r.g.iso(c.country); iso != "" {
		if q, ok := r.g.place(c.country); ok {
			return "the report is about " + q.name
		}
	}
	return "the likeliest place of that name"
}

// CountryPlace is a country by its alpha-3 code.
func (r *Resolver) CountryPlace(iso string) Found {
	c, ok := r.g.iso3[iso]
	if !ok {
		return Found{}
	}
	p, ok := r.g.place(c)
	if !ok {
		return Found{}
	}
	return Found{r.g.where(&p), p.lat, p.lon, "people of the country", true}
}

// Distance is the way between two spots in km, over the surface.
func Distance(lat1, lon1, lat2, lon2 float64) float64 { return km(lat1, lon1, lat2, lon2) }
