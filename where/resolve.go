package where

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// Resolve fills d.Places, in text order, and gives the country to entities of
// kind place that have none. Names of states that act for themselves are no
// places; like demonyms they tell what the report is about.
func (r *Resolver) Resolve(d *doc.Document) {
	d.Places = d.Places[:0]
	r.begin()
	r.eachSentence(d, func(l *layers) {
		r.fresh = len(r.spots)
		for i := range l.mentions {
			r.mention(l, &l.mentions[i])
		}
		for i := range l.names {
			r.name(l, &l.names[i])
		}
		r.unnamed(l)
	})
	inOrder := len(r.spots)
	r.eachSentence(d, r.capitals)
	r.eachSentence(d, r.lands)
	r.resolve([2]string{doc.Body: d.Report.Text, doc.Title: d.Report.Title}, d.Report.DatelinePlace)
	for n, i := range r.order {
		s := &r.spots[i]
		if !s.shown {
			continue
		}
		if s.group < 0 {
			r.unknown(d, n)
			continue
		}
		c := &r.cands[r.group[s.group].best]
		d.Places = append(d.Places, doc.Place{Range: s.words, Where: r.g.where(&c.place), Reason: r.reason(s.group)})
	}
	r.countries(d, r.spots[:inOrder])
}

// unknown adds a place that the gazetteer does not hold, if the words put
// something there: its name, and the country of what it is said to lie in.
func (r *Resolver) unknown(d *doc.Document, n int) {
	s := &r.spots[r.order[n]]
	if !r.g.words.stoodAt(&d.Sentences[s.words.Sent], s.words, true) || r.g.words.common(d.Words(s.words)) {
		return
	}
	if t := &d.Sentences[s.words.Sent].Tokens[s.words.First]; s.words.End == s.words.First+1 && (t.UPOS == "ADJ" || t.Deprel == "amod") {
		return // "the Uzbek capital"
	}
	p := doc.Place{Range: s.words, Where: nuncio.Where{Name: d.Words(s.words)}, Reason: "not in the gazetteer"}
	if n+1 < len(r.order) {
		if next := &r.spots[r.order[n+1]]; next.part == s.part && next.group >= 0 && next.start >= s.end {
			if k := r.g.words.gap(d.Text(s.part)[s.end:next.start]); k == gapInside || k == gapLoose {
				p.Country = r.g.iso(r.cands[r.group[next.group].best].country)
			}
		}
	}
	d.Places = append(d.Places, p)
}

// common reports whether words that stand where a name would are none: an abbreviation
// before a name ("H.E."), a noun written large ("the Palace").
func (w *words) common(name string) bool {
	return strings.HasSuffix(name, ".") || w.has(strings.ToLower(name), common)
}

// confident is the share from which a reading's country is passed on.
const confident = 0.6

// countries gives places that who could not locate their country, so that one
// who goes there goes to that state.
func (r *Resolver) countries(d *doc.Document, spots []spot) {
	first := 0 // of the mention's sentence; both lists follow the sentences
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Entity < 0 || d.Entities[m.Entity].Kind != nuncio.KindPlace || d.Entities[m.Entity].Country != "" {
			continue
		}
		for first < len(spots) && spots[first].words.Sent < m.Sent {
			first++
		}
		for k := first; k < len(spots) && spots[k].words.Sent == m.Sent; k++ {
			s := &spots[k]
			if s.group < 0 || s.words.First >= m.End || m.First >= s.words.End {
				continue
			}
			if gr := &r.group[s.group]; r.countryShare(gr) >= confident {
				d.Entities[m.Entity].Country = r.g.iso(r.cands[gr.best].country)
			}
			break
		}
	}
}

// countryShare is the share of all readings in the best one's country.
func (r *Resolver) countryShare(gr *group) float64 {
	sum := 0.0
	for k := gr.first; k < gr.end; k++ {
		if r.cands[k].country == r.cands[gr.best].country {
			sum += r.cands[k].share
		}
	}
	return sum
}
