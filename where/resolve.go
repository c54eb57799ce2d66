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
	for i := range d.Mentions {
		r.mention(d, &d.Mentions[i])
	}
	for i := range d.Names {
		r.name(d, &d.Names[i])
	}
	for i := range d.Sentences {
		r.unnamed(d, i)
		r.capitals(d, i)
	}
	r.resolve([2]string{doc.Body: d.Report.Text, doc.Title: d.Report.Title}, d.Report.DatelinePlace)
	for _, i := range r.order {
		s := &r.spots[i]
		if !s.shown || s.group < 0 {
			continue
		}
		c := &r.cands[r.group[s.group].best]
		d.Places = append(d.Places, doc.Place{Range: s.words, Where: r.g.where(&c.place), Reason: r.reason(s.group)})
	}
	r.countries(d)
}

// mention enters what who already knows: states and capitals that stand for a
// place here, and those that act, with their peoples and parties, for they tell
// what the report is about.
func (r *Resolver) mention(d *doc.Document, m *doc.Mention) {
	if m.Kind != doc.Named || m.Entity < 0 {
		return
	}
	e := &d.Entities[m.Entity]
	if m.Place || e.Kind == nuncio.KindState && located(&d.Sentences[m.Sent], m.Head) && !peopled(&d.Sentences[m.Sent], m.Head) {
		r.spot(d, m.Range, true)
		return
	}
	if e.Kind != nuncio.KindOutlet {
		r.speaksOf(e.Country)
	}
}

// peopled reports whether a token is a word for a people and no name of a land.
func peopled(s *doc.Sentence, tok int) bool {
	return s.Tokens[tok].UPOS == "ADJ" || s.Tokens[tok].Feat("Number", "Plur") && s.Tokens[tok].XPOS == "NNPS" && strings.HasSuffix(s.Tokens[tok].Form, "ans")
}

// name enters a name of the model's, unless who took it for something else.
func (r *Resolver) name(d *doc.Document, n *doc.Name) {
	if n.Type != doc.LOC {
		if n.Type == doc.NORP || n.Type == doc.EVENT || !stoodAt(&d.Sentences[n.Sent], n.Range) {
			return
		}
		// An unknown name in a place's stead ("near Baidoa") that the gazetteer
		// has as a settlement of some size is a place after all.
		if named(d, n.Range) || !r.settlement(d.Words(n.Range)) {
			return
		}
	}
	shown := true
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Sent != n.Sent || m.End <= n.First || m.First >= n.End || m.Kind != doc.Named {
			continue
		}
		if m.Place && m.Range == n.Range {
			return // entered already
		}
		if m.Entity >= 0 && d.Entities[m.Entity].Kind != nuncio.KindPlace && m.Contains(n.Range) {
			shown = m.Place
			if m.Range == n.Range {
				return // entered already, or counted as one that acts
			}
		}
	}
	r.spot(d, n.Range, shown)
}

// named reports whether who linked a name to somebody it knows.
func named(d *doc.Document, w doc.Range) bool {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Sent == w.Sent && m.First < w.End && w.First < m.End && m.Entity >= 0 && d.Entities[m.Entity].Kind != nuncio.KindPlace {
			return d.Entities[m.Entity].Country != "" || d.Entities[m.Entity].Role != nil
		}
	}
	return false
}

// settlement reports whether some town or district has this as its main name.
func (r *Resolver) settlement(name string) bool {
	start := len(r.keys)
	r.keys = appendFold(r.keys, name)
	r.posts = r.g.lookup(r.keys[start:], r.posts[:0])
	r.keys = r.keys[:start]
	for _, p := range r.posts {
		if q, ok := r.g.place(p.place); ok && p.rank == MainName && q.kind != Country && q.population > 13 {
			return true
		}
	}
	return false
}

// unnamed enters capitalised words in a place's stead that no reader named.
func (r *Resolver) unnamed(d *doc.Document, sent int) {
	s := &d.Sentences[sent]
	for i := range s.Tokens {
		if s.Tokens[i].UPOS != "PROPN" || !doc.IsRel(s.Tokens[i].Deprel, "obl") && s.Tokens[i].Deprel != "nmod" {
			continue
		}
		w := doc.Range{Sent: sent, First: i, End: i + 1}
		for w.First > 0 && s.Tokens[w.First-1].UPOS == "PROPN" {
			w.First--
		}
		for w.End < len(s.Tokens) && s.Tokens[w.End].UPOS == "PROPN" {
			w.End++
		}
		if stoodAt(s, w) && !r.taken(d, w) && r.settlement(d.Words(w)) {
			r.spot(d, w, true)
		}
	}
}

// capitals enters "the Cuban capital" and "the capital of Cuba".
func (r *Resolver) capitals(d *doc.Document, sent int) {
	s := &d.Sentences[sent]
	for i := range s.Tokens {
		if s.Tokens[i].Lemma != "capital" || s.Tokens[i].UPOS != "NOUN" || s.Tokens[i].Deprel == "compound" || s.Child(i, "appos", "flat") >= 0 {
			continue
		}
		for k := range d.Mentions {
			m := &d.Mentions[k]
			if m.Sent != sent || m.Kind != doc.Named || m.Entity < 0 || d.Entities[m.Entity].Kind != nuncio.KindState || s.Tokens[m.Head].Head != i {
				continue
			}
			rel := s.Tokens[m.Head].Deprel
			if rel != "amod" && rel != "compound" && rel != "nmod:poss" && !(rel == "nmod" && prepositionOf(s, m.Head) == "of") {
				continue
			}
			w := doc.Range{Sent: sent, First: min(m.First, i), End: max(m.End, i+1)}
			if gr := r.capitalOf(d.Entities[m.Entity].Country); gr >= 0 && w.End-w.First <= 5 {
				sp := d.Span(w)
				r.spots = append(r.spots, spot{start: sp.Start, end: sp.End, part: s.Part, words: w, group: gr, fixed: true, shown: true})
			}
			break
		}
	}
}

// capitalOf gives the group of a state's capital, -1 when it is not known.
func (r *Resolver) capitalOf(iso string) int {
	c, ok := r.g.iso3[iso]
	if !ok {
		return -1
	}
	country, ok := r.g.place(c)
	if !ok {
		return -1
	}
	capital, ok := r.g.place(country.capital)
	if !ok || capital.kind != Capital {
		return -1
	}
	at := len(r.cands)
	r.cands = append(r.cands, candidate{place: capital})
	r.group = append(r.group, group{first: at, end: at + 1, mentions: 1})
	return len(r.group) - 1
}

// taken reports whether some reader has said what a stretch of words is.
func (r *Resolver) taken(d *doc.Document, w doc.Range) bool {
	over := func(o doc.Range) bool { return o.Sent == w.Sent && o.First < w.End && w.First < o.End }
	for i := range r.spots {
		if over(r.spots[i].words) {
			return true
		}
	}
	for i := range d.Names {
		if over(d.Names[i].Range) {
			return true
		}
	}
	for i := range d.Mentions {
		if over(d.Mentions[i].Range) && d.Mentions[i].Entity >= 0 {
			return true
		}
	}
	for i := range d.Times {
		if over(d.Times[i].Range) {
			return true
		}
	}
	return false
}

// stoodAt reports whether a name stands behind a preposition that leads to places only.
func stoodAt(s *doc.Sentence, w doc.Range) bool {
	for i := w.First; i < w.End; i++ {
		if h := s.Tokens[i].Head; h >= w.First && h < w.End {
			continue
		}
		switch prepositionOf(s, i) {
		case "in", "near", "outside", "around":
			return true
		}
		return false
	}
	return false
}

// prepositionOf is the lemma of the first preposition at a noun, "" for none.
func prepositionOf(s *doc.Sentence, n int) string {
	for c := range s.Children(n) {
		if s.Tokens[c].Deprel == "case" && s.Tokens[c].UPOS == "ADP" {
			return s.Tokens[c].Lemma
		}
	}
	return ""
}

func (r *Resolver) spot(d *doc.Document, w doc.Range, shown bool) {
	sp := d.Span(w)
	part := d.Sentences[w.Sent].Part
	for i := range r.spots {
		if s := &r.spots[i]; s.part == part && s.start < sp.End && sp.Start < s.end && !s.fixed {
			if sp.Len() > s.end-s.start { // the longer name is the one meant
				s.start, s.end, s.words, s.shown = sp.Start, sp.End, w, shown
			}
			return
		}
	}
	r.spots = append(r.spots, spot{start: sp.Start, end: sp.End, part: part, words: w, shown: shown})
}

// confident is the share from which a reading's country is passed on.
const confident = 0.6

// countries gives places that who could not locate their country, so that one
// who goes there goes to that state.
func (r *Resolver) countries(d *doc.Document) {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Entity < 0 || d.Entities[m.Entity].Kind != nuncio.KindPlace || d.Entities[m.Entity].Country != "" {
			continue
		}
		for k := range r.spots {
			s := &r.spots[k]
			if s.group < 0 || s.words.Sent != m.Sent || s.words.First >= m.End || m.First >= s.words.End {
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
