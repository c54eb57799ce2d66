package where

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// layers is what the readers before said of one sentence.
type layers struct {
	d        *doc.Document
	sent     int
	mentions []doc.Mention
	names    []doc.Name
	times    []doc.Time
}

// eachSentence calls use with the layers of each sentence; every layer of a
// document follows its sentences.
func (r *Resolver) eachSentence(d *doc.Document, use func(*layers)) {
	l := &r.layers
	mentions, names, times := d.Mentions, d.Names, d.Times
	for i := range d.Sentences {
		*l = layers{d: d, sent: i}
		n := 0
		for n < len(mentions) && mentions[n].Sent <= i {
			n++
		}
		l.mentions, mentions = mentions[:n], mentions[n:]
		for n = 0; n < len(names) && names[n].Sent <= i; n++ {
		}
		l.names, names = names[:n], names[n:]
		for n = 0; n < len(times) && times[n].Sent <= i; n++ {
		}
		l.times, times = times[:n], times[n:]
		use(l)
	}
}

// mention enters what who already knows: states and capitals that stand for a
// place here, and those that act, with their peoples and parties, for they tell
// what the report is about.
func (r *Resolver) mention(l *layers, m *doc.Mention) {
	d := l.d
	if m.Kind != doc.Named || m.Entity < 0 {
		return
	}
	e := &d.Entities[m.Entity]
	if m.Place {
		r.spot(d, r.lengthened(l, inTown(&d.Sentences[m.Sent], m.Range)), true)
		return
	}
	if s := &d.Sentences[m.Sent]; e.Kind == nuncio.KindState && !peopled(s, m.Range) {
		if r.g.words.located(s, m.Head, d.Words(m.Range) != e.Name && r.settlement(d.Words(m.Range))) {
			r.spot(d, m.Range, true)
			return
		}
	}
	if e.Kind == nuncio.KindOrganization && r.building(&d.Sentences[m.Sent], d.Words(m.Range), m.Range) {
		r.spot(d, m.Range, true)
		return
	}
	if e.Kind != nuncio.KindOutlet {
		r.speaksOf(e.Country)
	}
}

// inTown is what a name says that its house stands in: "Government House in Bangkok"; else the name.
func inTown(s *doc.Sentence, w doc.Range) doc.Range {
	for i := w.First + 1; i+1 < w.End; i++ {
		if s.Tokens[i].Form == "in" {
			w.First = i + 1
		}
	}
	return w
}

// building reports whether the name of an office is that of a house here, which the gazetteer's
// table of names gives its town: "met in the Kremlin", "marched outside the White House".
func (r *Resolver) building(s *doc.Sentence, name string, w doc.Range) bool {
	prep := prepositionOf(s, top(s, w))
	if prep != "at" && prep != "inside" && !r.g.words.stoodAt(s, w, false) {
		return false
	}
	start := len(r.keys)
	r.keys = appendFold(r.keys, name)
	r.posts = r.g.lookup(r.keys[start:], r.posts[:0])
	r.keys = r.keys[:start]
	for _, p := range r.posts {
		if q, ok := r.g.place(p.place); ok && p.rank == GivenName && q.kind.settlement() {
			return true
		}
	}
	return false
}

// peopled reports whether a word is one for a people and no name of a land.
func peopled(s *doc.Sentence, w doc.Range) bool {
	t := &s.Tokens[w.First]
	return w.End-w.First == 1 && (t.UPOS == "ADJ" || t.XPOS == "NNPS" && strings.HasSuffix(t.Form, "ans"))
}

// name enters a name of the model's, unless who took it for something else.
func (r *Resolver) name(l *layers, n *doc.Name) {
	d := l.d
	if n.Type != doc.LOC {
		if w := r.venueTown(d, n); w.First < w.End {
			r.spot(d, w, true)
			return
		}
		if n.Type == doc.NORP || n.Type == doc.EVENT || !r.g.words.stoodAt(&d.Sentences[n.Sent], n.Range, false) && !r.g.words.fallen(&d.Sentences[n.Sent], n.Range) {
			return
		}
		// An unknown name in a place's stead ("near Baidoa") that the gazetteer
		// has as a settlement of some size is a place after all.
		if s := &d.Sentences[n.Sent]; !l.named(n.Range) && (r.settlement(d.Words(n.Range)) || r.g.words.calledPlace(s, top(s, n.Range))) {
			r.spot(d, n.Range, true)
		}
		return
	}
	shown := true
	for i := range l.mentions {
		m := &l.mentions[i]
		if m.End <= n.First || m.First >= n.End || m.Kind != doc.Named {
			continue
		}
		if m.Place && m.Range == n.Range {
			return // entered already
		}
		if m.Entity >= 0 && d.Entities[m.Entity].Kind != nuncio.KindPlace && m.Contains(n.Range) && n.Has(doc.Ref{Sent: m.Sent, Tok: m.Head}) {
			shown = m.Place
			if m.Range == n.Range {
				return // entered already, or counted as one that acts
			}
		} else if m.Entity >= 0 && m.Range != n.Range && m.Contains(n.Range) && !r.g.words.stoodAt(&d.Sentences[n.Sent], n.Range, true) {
			shown = false // part of a party's name: "Lithuania's parliament"
		}
	}
	r.spot(d, r.lengthened(l, n.Range), shown)
}

// longestTail is how many words may follow a name that was cut off too early.
const longestTail = 4

// lengthened is a name with the words behind it that the name of a known place goes on with,
// where the reader of names stopped too early: "Port" Said, "Mazar" -i-Sharif.
func (r *Resolver) lengthened(l *layers, w doc.Range) doc.Range {
	s := &l.d.Sentences[w.Sent]
	for end := min(w.End+longestTail, len(s.Tokens)); end > w.End; end-- {
		long := doc.Range{Sent: w.Sent, First: w.First, End: end}
		if f := s.Tokens[end-1].Form; f[0] < 'A' || f[0] > 'Z' {
			continue
		}
		if r.settlement(l.d.Words(long)) {
			return long
		}
	}
	return w
}

// venueTown is the town in the name of a building that is where something was: "outside Cairo
// University", "at the University of Tripoli"; empty for none.
func (r *Resolver) venueTown(d *doc.Document, n *doc.Name) doc.Range {
	s := &d.Sentences[n.Sent]
	w := n.Range
	is := func(i int) bool { return r.g.words.has(strings.ToLower(s.Tokens[i].Form), venue) }
	switch {
	case n.Type != doc.ORG || w.End-w.First < 2 || !r.g.words.stoodAt(s, w, true):
		return doc.Range{}
	case is(w.End - 1):
		w.End--
	case w.End-w.First > 2 && strings.EqualFold(s.Tokens[w.First+1].Form, "of") && is(w.First):
		w.First += 2
	default:
		return doc.Range{}
	}
	if !r.settlement(d.Words(w)) {
		return doc.Range{}
	}
	return w
}

// named reports whether who linked a name to somebody it knows.
func (l *layers) named(w doc.Range) bool {
	for i := range l.mentions {
		m := &l.mentions[i]
		if m.First < w.End && w.First < m.End && m.Entity >= 0 && l.d.Entities[m.Entity].Kind != nuncio.KindPlace {
			e := &l.d.Entities[m.Entity]
			return e.Role != nil || e.Kind != nuncio.KindPerson && e.Country != ""
		}
	}
	return false
}

// settlement reports whether some town or district of some size has this name,
// and a single word only as its main one.
func (r *Resolver) settlement(name string) bool {
	start := len(r.keys)
	r.keys = appendFold(r.keys, name)
	r.posts = r.g.lookup(r.keys[start:], r.posts[:0])
	r.keys = r.keys[:start]
	for _, p := range r.posts {
		if q, ok := r.g.place(p.place); ok && (p.rank == MainName || p.rank == GivenName || strings.IndexByte(name, ' ') > 0) && q.kind != Country && q.population > 13 {
			return true
		}
	}
	return false
}

// unnamed enters capitalised words in a place's stead that no reader named.
func (r *Resolver) unnamed(l *layers) {
	d, sent := l.d, l.sent
	s := &d.Sentences[sent]
	for i := range s.Tokens {
		if s.Tokens[i].UPOS != "PROPN" || !doc.IsRel(s.Tokens[i].Deprel, "obl") && s.Tokens[i].Deprel != "nmod" && s.Tokens[i].Deprel != "obj" {
			continue
		}
		w := doc.Range{Sent: sent, First: i, End: i + 1}
		for w.First > 0 && s.Tokens[w.First-1].UPOS == "PROPN" {
			w.First--
		}
		for w.End < len(s.Tokens) && s.Tokens[w.End].UPOS == "PROPN" {
			w.End++
		}
		if r.g.words.stoodAt(s, w, s.Tokens[i].Deprel == "obj") && !r.taken(l, w) && (r.settlement(d.Words(w)) || r.g.words.calledPlace(s, i)) {
			r.spot(d, w, true)
		}
	}
}

// calledPlace reports whether the words before a name say that it is one of a place: "the
// village of", "the border post of".
func (w *words) calledPlace(s *doc.Sentence, i int) bool {
	h := s.Tokens[i].Head
	return h >= 0 && prepositionOf(s, i) == "of" && w.has(s.Tokens[h].Lemma, settled)
}

// capitalReach is how many sentences back a capital may be named that "the capital" means.
const capitalReach = 3

// lands enters the land of a state that its people's name describes: "on the Zambian side of
// the border", "into Libyan airspace". What lies at a border may lie on either side.
func (r *Resolver) lands(l *layers) {
	s := &l.d.Sentences[l.sent]
	for k := range l.mentions {
		m := &l.mentions[k]
		if m.Kind != doc.Named || m.Entity < 0 || l.d.Entities[m.Entity].Kind != nuncio.KindState || !peopled(s, m.Range) {
			continue
		}
		n := s.Tokens[m.Head].Head
		if rel := s.Tokens[m.Head].Deprel; n < m.End || n > m.End+2 || rel != "amod" && rel != "compound" && rel != "nmod:desc" || !r.g.words.has(s.Tokens[n].Lemma, ground) {
			continue
		}
		if into := s.Tokens[n].Deprel == "obj" && s.Tokens[n].Head >= 0 && r.g.words.has(s.Tokens[s.Tokens[n].Head].Lemma, enter); !into {
			if prep := prepositionOf(s, n); caseOf(prep) != caseAt && prep != "into" && prep != "onto" && prep != "from" {
				continue // "thanks to the Chinese side"
			}
		}
		if gr := r.countryOf(l.d.Entities[m.Entity].Country); gr >= 0 {
			w := doc.Range{Sent: l.sent, First: m.First, End: n + 1}
			sp := l.d.Span(w)
			r.spots = append(r.spots, spot{start: sp.Start, end: sp.End, part: s.Part, words: w, group: gr, fixed: true, shown: true})
		}
	}
}

// countryOf gives the group of a state as a place, -1 when it is not known.
func (r *Resolver) countryOf(iso string) int {
	if country, ok := r.state(iso); ok {
		return r.only(country)
	}
	return -1
}

// state is a state as a place.
func (r *Resolver) state(iso string) (place, bool) {
	c, ok := r.g.iso3[iso]
	if !ok {
		return place{}, false
	}
	return r.g.place(c)
}

// only gives a group that can be nothing but one place.
func (r *Resolver) only(p place) int {
	at := len(r.cands)
	r.cands = append(r.cands, candidate{place: p})
	r.group = append(r.group, group{first: at, end: at + 1, mentions: 1})
	return len(r.group) - 1
}

// subject is the country that a report is about, told by states, peoples and
// parties: the only one, or spoken of at least half as often again as any other; -1 for none.
func (r *Resolver) subject() int {
	best, second := -1, 0.0
	for i, n := range r.context {
		switch {
		case n > 0 && (best < 0 || n > r.context[best]):
			if best >= 0 {
				second = r.context[best]
			}
			best = i
		case n > second:
			second = n
		}
	}
	if best < 0 || second > 0 && (r.context[best] < 2 || r.context[best] < 1.5*second) {
		return -1
	}
	return best
}

// successors are the states of the gazetteer in which the capitals of states lie that are no more.
var successors = map[string]string{"SUN": "RUS", "YUG": "SRB", "SCG": "SRB", "CSK": "CZE", "ZAR": "COD"}

// taken reports whether some reader has said what a stretch of words is; what is
// said of a part of it ("Ho Chi Minh" City) does not count.
func (r *Resolver) taken(l *layers, w doc.Range) bool {
	over := func(o doc.Range) bool { return o.First < w.End && w.First < o.End }
	for i := range r.spots[r.fresh:] {
		if over(r.spots[r.fresh+i].words) {
			return true
		}
	}
	for i := range l.names {
		if n := l.names[i].Range; over(n) && (n == w || !w.Contains(n)) {
			return true
		}
	}
	for i := range l.mentions {
		if m := &l.mentions[i]; over(m.Range) && m.Entity >= 0 && (m.Range == w || !w.Contains(m.Range)) {
			return true
		}
	}
	for i := range l.times {
		if over(l.times[i].Range) {
			return true
		}
	}
	return false
}

// stoodAt reports whether a name stands behind a preposition that leads to
// places only, itself or with the noun that it names ("in Maarib province"),
// or is what an army enters. Of words that are surely a name of a place
// (loose) more prepositions will do.
func (ws *words) stoodAt(s *doc.Sentence, w doc.Range, loose bool) bool {
	i := top(s, w)
	t := &s.Tokens[i]
	if t.Head >= 0 && (t.Deprel == "compound" || t.Deprel == "nmod:desc" || t.Deprel == "appos" || t.Deprel == "flat") {
		if g := s.Tokens[t.Head].Lemma; ws.has(g, local) || loose && ws.has(g, site) {
			i, t = t.Head, &s.Tokens[t.Head]
		}
	}
	governor := ""
	if t.Head >= 0 {
		governor = s.Tokens[t.Head].Lemma
	}
	switch prepositionOf(s, i) {
	case "in", "near", "outside", "around":
		return true
	case "into", "to", "from":
		return loose || ws.has(governor, move)
	case "at", "inside", "across", "throughout", "on", "off", "along", "toward", "towards":
		return loose
	case "of":
		return ws.has(governor, local)
	case "":
		return loose && t.Deprel == "obj" && ws.has(governor, enter)
	}
	return false
}

// fallen reports whether a single word is what an army takes, shells or leaves, and so no name of a
// person: "overran Goma", "pulled out of Mekelle".
func (ws *words) fallen(s *doc.Sentence, w doc.Range) bool {
	if w.End-w.First != 1 {
		return false
	}
	t := &s.Tokens[w.First]
	switch prepositionOf(s, w.First) {
	case "out", "into":
		return t.Head >= 0 && s.Tokens[t.Head].UPOS == "VERB"
	case "":
		return t.Deprel == "obj" && t.Head >= 0 && ws.has(s.Tokens[t.Head].Lemma, conquer)
	}
	return false
}

// top is the token of a range whose head lies outside it.
func top(s *doc.Sentence, w doc.Range) int {
	for i := w.First; i < w.End; i++ {
		if h := s.Tokens[i].Head; h < w.First || h >= w.End {
			return i
		}
	}
	return w.First
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

// spot enters a stretch of words of the sentence at hand.
func (r *Resolver) spot(d *doc.Document, w doc.Range, shown bool) {
	for i := range r.layers.times { // "on Nowruz" is a day
		if t := &r.layers.times[i]; t.Sent == w.Sent && t.First < w.End && w.First < t.End {
			return
		}
	}
	if s := &d.Sentences[w.Sent]; w.End == w.First+1 && w.First > 0 && r.g.words.has(strings.ToLower(s.Tokens[w.First].Form), direction) && strings.EqualFold(s.Tokens[w.First-1].Form, "the") {
		return // "the sanctions of the West"
	}
	sp := d.Span(w)
	part := d.Sentences[w.Sent].Part
	for i := r.fresh; i < len(r.spots); i++ {
		if s := &r.spots[i]; s.start < sp.End && sp.Start < s.end {
			if sp.Len() > s.end-s.start { // the longer name is the one meant
				s.start, s.end, s.words, s.shown = sp.Start, sp.End, w, shown
			}
			return
		}
	}
	r.spots = append(r.spots, spot{start: sp.Start, end: sp.End, part: part, words: w, shown: shown})
}
