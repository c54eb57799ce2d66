package where

import (
	"math"

	"nuncio"
)

// A document's toponyms are resolved together. Each name is given to its
// candidates in shares; a candidate's share grows with its size and rank, with
// what the words beside the name say of where it lies ("Athens, Georgia"), and
// with the shares of the report's other names that lie in the same country, in
// the same province, or near by. A few rounds settle it.

// weights are the strengths of what speaks for a candidate. They were set on
// GeoVirus and one half of LGL; docs/accuracy-places.md has the figures.
type weights struct {
	Population            float64
	Kind                  [kindCount]float64
	Other, Short          float64 // for another than the main name
	Outshone              float64 // for another name where a place of some size has it as its main one
	Namesake              float64 // a division of the name of a town in it: the town is meant
	Class                 float64 // the text's own word fits the kind ("province of")
	Inside, InsideLoose   float64 // lies in the place named beside it
	Holds                 float64 // what is named beside it lies in it
	Big, BigFrom          float64 // more for towns above this size, by size: world news goes there
	Venue                 float64 // for towns known to diplomacy
	Country, Admin1, Near float64
	MaxCountry, MaxAdmin1 float64 // what company in one country, one province, adds at most
	Reach                 float64 // km at which nearness has fallen to a third
	Dateline, Norp        float64 // how often such a mention counts
}

func defaultWeights() weights {
	return weights{
		Population: 0.2,
		Kind:       [kindCount]float64{Country: 3.6, Admin1: 1.1, Admin2: 0.1, Capital: 1.8, Seat: 1, Quarter: -1, Area: 1, Province: 1.5},
		Other:      -1.5, Short: -1.5, Namesake: -3, Outshone: -2, Class: 1.1, Inside: 3.8, InsideLoose: 3, Holds: 3, Country: 1.7, Admin1: 1.5, Near: 1.2, Reach: 90,
		Venue: 3, Big: 0.5, BigFrom: 16.5, MaxCountry: 3, MaxAdmin1: 2.5,
		Dateline: 2, Norp: 1,
	}
}

// group is one name of a report, however often it stands there.
type group struct {
	key        [2]int // in scratch.keys
	first, end int    // candidates
	mentions   float64
	class      []Kind
	inside     int     // group that it is said to lie in, +1
	best       int     // candidate with the greatest share
	share      float64 // of the best
}

// candidate is one reading of a name.
type candidate struct {
	place
	rank  NameRank
	prior float64
	score float64
	share float64
}

// link says that one group is named as lying in another.
type link struct {
	inner, outer int
	loose        bool // "Nablus in the West Bank" and not "Nablus, West Bank"
}

// scratch is the memory of a ranking.
type scratch struct {
	g     *Gazetteer
	w     weights
	keys  []byte
	posts []posting
	known map[string]int // folded name → group
	group []group
	cands []candidate
	links []link

	country, admin []float64 // mass by number of country, of Admin1
	context        []float64 // mass of countries from outside the toponyms
	touched        []int
}

func newScratch(g *Gazetteer) scratch {
	countries := len(g.sections[countrySection]) / 5
	return scratch{g: g, known: map[string]int{}, w: defaultWeights(), country: make([]float64, countries), context: make([]float64, countries), admin: make([]float64, noPlace)}
}

func (r *scratch) reset() {
	r.keys, r.group, r.cands, r.links = r.keys[:0], r.group[:0], r.cands[:0], r.links[:0]
	clear(r.context)
	clear(r.known)
}

// add enters one mention of a name and gives its group, -1 when nothing bears
// that name. class are the kinds that a word of the text allows, nil for any.
func (r *scratch) add(name string, class []Kind, weight float64) int {
	start := len(r.keys)
	r.keys = appendFold(r.keys, name)
	key := r.keys[start:]
	if i, ok := r.known[string(key)]; ok {
		r.group[i].mentions += weight
		if r.group[i].class == nil {
			r.group[i].class = class
		}
		r.keys = r.keys[:start]
		return i
	}
	r.posts = r.g.lookup(key, r.posts[:0])
	if len(r.posts) == 0 {
		r.posts, class = r.relaxed(key, class)
	}
	if len(r.posts) == 0 {
		r.keys = r.keys[:start]
		return -1
	}
	gr := group{key: [2]int{start, len(r.keys)}, first: len(r.cands), mentions: weight, class: class}
	for _, p := range r.posts {
		if q, ok := r.g.place(p.place); ok {
			r.cands = append(r.cands, candidate{place: q, rank: p.rank})
		}
	}
	gr.end = len(r.cands)
	if gr.end == gr.first {
		r.keys = r.keys[:start]
		return -1
	}
	r.group = append(r.group, gr)
	r.known[string(key)] = len(r.group) - 1
	return len(r.group) - 1
}

// prior is what a candidate has before it is seen who else is there.
func (r *scratch) prior(gr *group, c *candidate) float64 {
	p := r.w.Population*c.population + r.w.Kind[c.kind]
	if c.kind.settlement() || c.rank == GivenName {
		p += r.w.Big * max(0, c.population-r.w.BigFrom)
	}
	if r.g.venues[c.at] {
		p += r.w.Venue
	}
	switch c.rank {
	case OtherName:
		p += r.w.Other
	case ShortName:
		p += r.w.Short
	}
	for _, k := range gr.class {
		if k == c.kind {
			return p + r.w.Class
		}
	}
	return p
}

// rank settles the shares of all candidates.
func (r *scratch) rank() {
	for i := range r.group {
		gr := &r.group[i]
		for k := gr.first; k < gr.end; k++ {
			r.cands[k].prior = r.prior(gr, &r.cands[k])
		}
	}
	for i := range r.group {
		r.namesakes(&r.group[i])
		r.outshone(&r.group[i])
	}
	for i := range r.links {
		r.containment(&r.links[i])
	}
	for i := range r.group {
		gr := &r.group[i]
		for k := gr.first; k < gr.end; k++ {
			r.cands[k].score = r.cands[k].prior
		}
		r.settle(gr)
	}
	for range 4 {
		r.gather()
		for i := range r.group {
			r.rescore(i)
		}
		for i := range r.group {
			r.settle(&r.group[i])
		}
	}
}

// namesakes puts divisions behind the town that they are called after, unless
// the text says what it names.
func (r *scratch) namesakes(gr *group) {
	if gr.class != nil {
		return
	}
	for k := gr.first; k < gr.end; k++ {
		c := &r.cands[k]
		if c.kind != Admin1 && c.kind != Admin2 || c.rank == GivenName {
			continue
		}
		for o := gr.first; o < gr.end; o++ {
			if q := &r.cands[o]; q.kind.settlement() && q.population > c.population-5 && r.g.within(&q.place, &c.place) {
				c.prior += r.w.Namesake
				break
			}
		}
	}
}

// outshone puts towns that have a name only besides their own behind places of some size that
// are called so, and far behind a capital: Delhi is "Dili" to some, but not where Dili is.
// Capitals go by many names themselves ("the city of Mexico").
func (r *scratch) outshone(gr *group) {
	less := 0.0
	for k := gr.first; k < gr.end; k++ {
		switch c := &r.cands[k]; {
		case c.rank == OtherName || c.rank == ShortName || c.population < outshineFrom:
		case c.kind == Capital:
			less = 2 * r.w.Outshone
		case c.kind.settlement() || c.kind == Admin1:
			less = min(less, r.w.Outshone)
		}
	}
	for k := gr.first; k < gr.end; k++ {
		if c := &r.cands[k]; c.rank == OtherName && c.kind != Capital {
			c.prior += less
		}
	}
}

// outshineFrom is how large a place must be (see place.population) that other towns' second
// names give way to its first.
const outshineFrom = 14

// containment adds to the candidates of two names that are said to lie in one another.
func (r *scratch) containment(l *link) {
	in, out := &r.group[l.inner], &r.group[l.outer]
	switch in.inside {
	case 0:
		in.inside = l.outer + 1
	case l.outer + 1:
		return // said again
	}
	gain := r.w.Inside
	if l.loose {
		gain = r.w.InsideLoose
	}
	for k := in.first; k < in.end; k++ {
		c := &r.cands[k]
		best := 0.0
		for o := out.first; o < out.end; o++ {
			q := &r.cands[o]
			if !r.g.within(&c.place, &q.place) {
				continue // "Washington, D.C." are one place and in each other
			}
			best = max(best, gain)
			q.score = 1 // holds one of them
		}
		c.prior += best
	}
	for o := out.first; o < out.end; o++ {
		if r.cands[o].score == 1 {
			r.cands[o].prior += r.w.Holds
		}
		r.cands[o].score = 0
	}
}

// settle turns scores into shares.
func (r *scratch) settle(gr *group) {
	gr.best = gr.first
	for k := gr.first; k < gr.end; k++ {
		if r.cands[k].score > r.cands[gr.best].score {
			gr.best = k
		}
	}
	top, sum := r.cands[gr.best].score, 0.0
	for k := gr.first; k < gr.end; k++ {
		r.cands[k].share = math.Exp(r.cands[k].score - top)
		sum += r.cands[k].share
	}
	for k := gr.first; k < gr.end; k++ {
		r.cands[k].share /= sum
	}
	gr.share = r.cands[gr.best].share
}

// gather sums the shares by country and province.
func (r *scratch) gather() {
	copy(r.country, r.context)
	for _, a := range r.touched {
		r.admin[a] = 0
	}
	r.touched = r.touched[:0]
	for i := range r.group {
		r.mass(&r.group[i], 1)
	}
}

// mass adds a group's shares to the sums, or with sign -1 takes them away.
func (r *scratch) mass(gr *group, sign float64) {
	weight := sign * math.Log2(1+gr.mentions)
	for k := gr.first; k < gr.end; k++ {
		c := &r.cands[k]
		if c.share < 0.01 {
			continue
		}
		if c.country >= 0 {
			r.country[c.country] += weight * c.share
		}
		if a := province(c); a != noPlace {
			r.admin[a] += weight * c.share
			if sign > 0 {
				r.touched = append(r.touched, a)
			}
		}
	}
}

// province is the Admin1 that a candidate is or lies in.
func province(c *candidate) int {
	if c.kind == Admin1 {
		return c.at
	}
	return c.admin1
}

func (r *scratch) rescore(i int) {
	gr := &r.group[i]
	r.mass(gr, -1)
	for k := gr.first; k < gr.end; k++ {
		c := &r.cands[k]
		s := c.prior
		if c.country >= 0 {
			s += min(r.w.MaxCountry, r.w.Country*math.Log2(1+max(0, r.country[c.country])))
		}
		if a := province(c); a != noPlace {
			s += min(r.w.MaxAdmin1, r.w.Admin1*math.Log2(1+max(0, r.admin[a])))
		}
		if c.kind != Country && c.kind != Area {
			s += r.w.Near * math.Log2(1+r.near(i, c))
		}
		c.score = s
	}
	r.mass(gr, 1)
}

// company is how many names before and after count as near in the text; names
// stand in the order of their first mention.
const company = 40

// near sums how near the other names' best readings are.
func (r *scratch) near(i int, c *candidate) float64 {
	sum := 0.0
	for k := max(0, i-company); k < min(len(r.group), i+company+1); k++ {
		if k == i {
			continue
		}
		q := &r.cands[r.group[k].best]
		if q.kind == Country || q.kind == Area || q.kind == Admin1 || q.country != c.country && r.group[k].share < 0.5 {
			continue
		}
		if d := math.Abs(q.lat-c.lat) * 111; d > 4*r.w.Reach {
			continue
		}
		if d := distance(&q.place, &c.place); d < 4*r.w.Reach {
			sum += r.group[k].share * math.Exp(-d/r.w.Reach)
		}
	}
	return sum
}

// where is a place as records show it.
func (g *Gazetteer) where(p *place) nuncio.Where {
	w := nuncio.Where{Name: p.name, Country: g.iso(p.country), Precision: p.kind.Precision(), GeoNames: p.id}
	switch w.Precision {
	case nuncio.PrecisionPoint, nuncio.PrecisionCity, nuncio.PrecisionDistrict:
		if !math.IsNaN(p.lat) && !math.IsNaN(p.lon) {
			lat, lon := p.lat, p.lon
			w.Lat, w.Lon = &lat, &lon
		}
	}
	return w
}
