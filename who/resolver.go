package who

import (
	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// Resolver links mentions; it holds scratch memory and serves one worker.
type Resolver struct {
	cat   *catalogue.Catalogue
	scan  *catalogue.Scanner
	posts *catalogue.Scanner

	d        *doc.Document
	on       nuncio.Date // the day on which roles are asked for
	forms    []string    // of the sentence at hand
	spots    []spot
	byID     map[string]int  // entity id → index in d.Entities
	families map[string]bool // words by which persons named in full may be called again
	acronyms map[string]int  // acronym introduced in the text → entity
	dateline string          // the state of the report's dateline, "" when it has none
	home     string          // the state that the report is about, for parties without one
	order    []string        // the states spoken of, in the order of their first names
	cover    Cover
	words    *Words

	former struct { // the last "the former", and the two of whom it is one
		at   doc.Ref
		pair [2]int
	}

	barred  []int // the parties that the pronoun at hand cannot stand for
	against int   // the party beside whom "they" are others, -1 for none

	parties []party // that only nouns name

	phrases []phrase // every noun phrase, party or not
	chains  []chainInfo
	topic   int32 // the largest chain so far
	near    []int32
	feats   []uint16
}

// spot is what is known of a mention before it is linked; spots run parallel to
// d.Mentions.
type spot struct {
	readings  []catalogue.Match // of a name, by the catalogue
	typ       string            // of a name, by nlp
	post      *catalogue.Title  // of a nominal, or of the words before a person's name
	title     doc.Range         // the words of that post
	pair      collective
	isPair    bool
	count     int    // of a collective that names its number: "the three", "the four governments"
	other     bool   // "the other", of the two who are the subject
	opposed   bool   // "the other side"
	busy      bool   // being linked
	nth       int    // 1: "the former", 2: "the latter"
	described bool   // "the island"
	here      bool   // "here", where the report comes from
	gathering bool   // "the summit" that acts
	organ     string // id of a body that every state has, named without its state
}

// New makes a resolver over a catalogue.
func New(words *Words, cat *catalogue.Catalogue) *Resolver {
	return &Resolver{
		words: words, cat: cat, scan: cat.NewScanner(), posts: cat.NewScanner(), byID: map[string]int{}, acronyms: map[string]int{}, families: map[string]bool{}, against: -1,
	}
}

// Resolve fills d.Mentions and d.Entities.
func (r *Resolver) Resolve(d *doc.Document) {
	r.d, r.on = d, d.Report.Published
	clear(r.acronyms)
	clear(r.byID)
	r.home = "" // not known before the names are, and not the last report's
	d.Mentions, d.Entities, r.spots = d.Mentions[:0], d.Entities[:0], r.spots[:0]
	r.parties = r.parties[:0]
	r.collectFamilies()
	for i := range d.Sentences {
		r.sentence(i)
	}
	r.cover.Index(d)
	for i := range d.Mentions { // names in full first: a headline's "Rama" may be explained below
		if d.Mentions[i].Kind == doc.Named && !r.short(i) {
			r.link(i)
		}
	}
	for i := range d.Mentions {
		if d.Mentions[i].Kind == doc.Named && r.short(i) {
			r.linkShort(i)
		}
	}
	for i := range d.Mentions {
		r.sideBySide(i)
	}
	r.collectPhrases()
	r.linkPhrases()
	r.dateline = ""
	r.former.at = doc.Ref{Sent: -1}
	r.home = r.homeState()
	r.homeOffice()
	r.homeBodies()
	for i := range d.Mentions { // what a body is, before whose spokesman somebody is: "for the Front, the main rebel group"
		m, sp := &d.Mentions[i], &r.spots[i]
		if m.Kind == doc.Nominal && sp.post != nil && !sp.isPair && m.First > 0 && d.Sentences[m.Sent].Tokens[m.First-1].Form == "," && r.words.has(lower(d.Sentences[m.Sent].Tokens[m.Head].Lemma), useBody) && r.beside(i) >= 0 {
			r.refer(i)
		}
	}
	done := 0
	for i := range d.Mentions { // "the ministers of the two countries": the countries first
		sp := &r.spots[i]
		if sp.isPair && (sp.pair == sidePair || sp.pair == parleyPair) { // "both sides" may be known by nouns alone: "the rebels"
			r.referUpTo(done, i)
			done = i
		}
		if sp.isPair && (sp.pair == statePair || sp.pair == orgPair || sp.pair == sidePair || sp.pair == parleyPair) {
			r.refer(i)
		}
	}
	r.referUpTo(done, len(d.Mentions))
	r.cataphora()
}

// referUpTo links what is no name, from one mention to another.
func (r *Resolver) referUpTo(from, to int) {
	for i := from; i < to; i++ {
		if m, sp := &r.d.Mentions[i], &r.spots[i]; (m.Kind != doc.Named || sp.organ != "") && !sp.isPair || sp.isPair && m.Members == nil {
			r.refer(i)
		}
	}
}

// sentence adds the mentions of a sentence, in the order of their words.
func (r *Resolver) sentence(i int) {
	first := len(r.d.Mentions)
	r.spotNames(i)
	r.spotFamilies(i, first)
	r.spotAcronyms(i, first)
	r.spotNominals(i, first)
	r.spotAnaphors(i, first)
	// Few and nearly in order: put each in its place.
	m, sp := r.d.Mentions, r.spots
	for a := first + 1; a < len(m); a++ {
		for k := a; k > first && (m[k].First < m[k-1].First || m[k].First == m[k-1].First && m[k].End > m[k-1].End); k-- {
			m[k], m[k-1], sp[k], sp[k-1] = m[k-1], m[k], sp[k-1], sp[k]
		}
	}
}

func (r *Resolver) add(m doc.Mention, s spot) {
	m.Entity, m.Link = -1, -1
	r.d.Mentions = append(r.d.Mentions, m)
	r.spots = append(r.spots, s)
}

// top is the token of a range whose head lies outside it.
func top(s *doc.Sentence, first, end int) int {
	for i := first; i < end; i++ {
		if h := s.Tokens[i].Head; h < first || h >= end {
			if s.Tokens[i].UPOS != "PUNCT" && s.Tokens[i].UPOS != "PART" {
				return i
			}
		}
	}
	return first
}
