package where

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// thereReach is how many sentences back the place may stand that "there" means.
const thereReach = 2

// pointed is the place that a deed's clause points to: "here" is where the dateline
// says the report is from, "there" the place last spoken of. Known is the place that
// the words name, -1 for none; a country is made finer by what lies in it ("arrived
// here for a visit to Tanzania").
func (f *finder) pointed(tok, known int) *nuncio.Where {
	if known >= 0 && f.d.Places[known].Precision != nuncio.PrecisionCountry {
		return nil
	}
	word := f.pointer(tok)
	if word < 0 {
		return nil
	}
	var w nuncio.Where
	switch f.s.Tokens[word].Lemma {
	case "here":
		home := f.r.Home()
		if home == nil {
			return nil
		}
		w = *home
	case "there":
		k := f.lastPlace(word)
		if k < 0 {
			return nil
		}
		w = f.d.Places[k].Where
	default:
		t := f.townOf(word)
		if t == nil {
			return nil
		}
		w = *t
	}
	if known >= 0 && f.d.Places[known].Country != w.Country {
		return nil
	}
	at := doc.Range{Sent: f.sent, First: word, End: word + 1}
	w.Text, w.Span = f.d.Words(at), f.d.Span(at)
	return &w
}

// Home is the place of the report's dateline, as the last call of Resolve read it; nil
// for none.
func (r *Resolver) Home() *nuncio.Where {
	if r.home < 0 || r.home >= len(r.group) || r.group[r.home].best < 0 {
		return nil
	}
	w := r.g.where(&r.cands[r.group[r.home].best].place)
	return &w
}

// Venue reports whether a place is a building that the gazetteer does not hold: where it
// stands the words do not say ("at the Palace of Independence").
func (r *Resolver) Venue(w *nuncio.Where) bool {
	if w.Precision != "" || w.GeoNames != 0 {
		return false
	}
	for f := range strings.FieldsSeq(strings.ToLower(w.Name)) {
		if r.g.words.has(f, venue) {
			return true
		}
	}
	return false
}

// townReach is how many sentences back the town may stand that "the town" means.
const townReach = 3

// unnamedTown reports whether a noun says that something was in a town, village or district
// which it does not name: "through the town", "talks in the Saudi city", "in the latter district".
func (f *finder) unnamedTown(c int) bool {
	t := &f.s.Tokens[c]
	gone := t.Deprel == "obj" && t.Head >= 0 && f.is(t.Head, enter) // "visited the city"
	if t.UPOS != "NOUN" || !f.is(c, again) || !doc.IsRel(t.Deprel, "obl") && t.Deprel != "nmod" && !gone {
		return false
	}
	prep := prepositionOf(f.s, c)
	if prep == "against" || prep == "upon" {
		return false
	}
	if !gone && caseOf(prep)&(caseAt|caseTo) == 0 && !(prep == "of" && (f.is(t.Head, local) || f.r.g.words.aside(f.s, c))) || f.at(c) >= 0 {
		return false
	}
	if d := f.s.Child(c, "det"); d < 0 || f.s.Tokens[d].Lemma != "the" && f.s.Tokens[d].Lemma != "this" {
		return false
	}
	for k := range f.s.Children(c) {
		if d := f.s.Child(c, "det"); f.s.Tokens[d].Lemma == "this" {
			break // "in this village of farmers": where the report is from
		}
		switch rel := f.s.Tokens[k].Deprel; {
		case rel == "appos", rel == "flat", rel == "nmod", doc.IsRel(rel, "acl"):
			return false
		case rel == "amod" && (f.s.Tokens[k].Lemma == "latter" || f.s.Tokens[k].Lemma == "same" || t.XPOS == "NNS" && (t.Lemma == "suburb" || t.Lemma == "outskirt")): // "in the southern suburbs"
		case rel == "amod" && !f.demonym(k), rel == "compound" && !f.demonym(k), rel == "nmod:desc", rel == "nmod:poss":
			return false // "the port city", "the northern town": another
		}
	}
	return true
}

// demonym reports whether a token is a mention of a state.
func (f *finder) demonym(tok int) bool { return f.stateAt(tok) != "" }

// stateAt is the state whose mention a token is, "" for none.
func (f *finder) stateAt(tok int) string {
	at := doc.Ref{Sent: f.sent, Tok: tok}
	for i := range f.d.Mentions {
		if m := &f.d.Mentions[i]; m.Sent == f.sent && m.Has(at) && m.Entity >= 0 && f.d.Entities[m.Entity].Kind == nuncio.KindState {
			return f.d.Entities[m.Entity].Country
		}
	}
	return ""
}

// townOf is the town that "the town" means: the last one spoken of, of the state that
// the words name; else the dateline's.
func (f *finder) townOf(noun int) *nuncio.Where {
	state := ""
	for c := range f.s.Children(noun) {
		if s := f.stateAt(c); s != "" {
			state = s
		}
	}
	if d := f.s.Child(noun, "det"); d >= 0 && f.s.Tokens[d].Lemma == "this" && state == "" {
		if h := f.r.Home(); h != nil {
			return h
		}
	}
	switch f.s.Tokens[noun].Lemma {
	case "country", "kingdom", "republic", "emirate":
		return f.land(noun)
	}
	for k := f.end - 1; k >= 0; k-- {
		p := &f.d.Places[k]
		if p.Sent == f.sent && p.First > noun {
			continue
		}
		if f.sent-p.Sent > townReach || f.d.Sentences[p.Sent].Part != f.s.Part {
			break
		}
		if (fits(f.s.Tokens[noun].Lemma, p.Precision) || f.called(f.s.Tokens[noun].Lemma, p)) && (state == "" || p.Country == state) {
			w := p.Where
			return &w
		}
	}
	if h := f.r.Home(); h != nil && fits(f.s.Tokens[noun].Lemma, h.Precision) && h.Precision == nuncio.PrecisionCity && (state == "" || h.Country == state) {
		return h
	}
	return nil
}

// Again is the place that a noun speaks of without its name: "flew to the city", "visited the
// capital"; nil for none.
func (r *Resolver) Again(d *doc.Document, at doc.Ref) *nuncio.Where {
	f := r.finder(d, at.Sent)
	if f.s.Tokens[at.Tok].UPOS != "NOUN" {
		return nil
	}
	if k := f.at(at.Tok); k >= 0 {
		return f.where(k)
	}
	if !f.unnamedTown(at.Tok) {
		return nil
	}
	return f.townOf(at.Tok)
}

// land is the state that a noun was read as ("invaded the country"), as a place; nil for none.
func (f *finder) land(noun int) *nuncio.Where {
	iso := f.stateAt(noun)
	if iso == "" {
		return nil
	}
	if l := f.r.CountryPlace(iso); l.OK {
		return &l.Where
	}
	return nil
}

// called reports whether a noun stood with the name of a place, so that it may speak of it
// again: "the Catatumbo region", "the island of Tumbatu", "Snake Island".
func (f *finder) called(lemma string, p *doc.Place) bool {
	s := &f.d.Sentences[p.Sent]
	if p.End < len(s.Tokens) && s.Tokens[p.End].Lemma == lemma {
		return true
	}
	if h := s.Tokens[top(s, p.Range)].Head; h >= 0 && s.Tokens[h].Lemma == lemma {
		return true
	}
	last := strings.ToLower(s.Tokens[p.End-1].Form)
	return last == lemma || last == lemma+"s"
}

// fits reports whether a noun may speak again of a place that is known so precisely.
func fits(lemma string, p nuncio.Precision) bool {
	switch lemma {
	case "province", "region", "governorate":
		return p == nuncio.PrecisionProvince
	case "island", "enclave", "peninsula", "valley", "archipelago", "gorge":
		return false // only if the name was said to be of one
	case "district", "county":
		return p == nuncio.PrecisionDistrict || p == nuncio.PrecisionCity || p == nuncio.PrecisionProvince
	}
	return p == nuncio.PrecisionCity || p == ""
}

// pointer is the "here" or "there" of a predicate's own clause, or of one that it
// hangs on as a noun, a later member or an adverbial clause; -1 for none.
func (f *finder) pointer(tok int) int {
	for range 5 {
		for c := range f.s.Children(tok) {
			t := &f.s.Tokens[c]
			if t.Deprel == "advmod" && (t.Lemma == "here" || t.Lemma == "there") || f.unnamedTown(c) {
				return c
			}
			if t.Deprel == "xcomp" { // "taken 800 people hostage there"
				if k := f.s.Child(c, "advmod"); k >= 0 && f.s.Tokens[k].Lemma == "there" {
					return k
				}
			}
			if !f.is(c, local|site|beside) {
				continue
			}
			for k := range f.s.Children(c) { // "on the outskirts of the city", "the airport in the town"
				if f.unnamedTown(k) {
					return k
				}
			}
		}
		t := &f.s.Tokens[tok]
		if t.Head < 0 {
			return -1
		}
		switch d := t.Deprel; {
		case t.UPOS == "NOUN" && !doc.IsRel(d, "nsubj"), d == "conj", doc.IsRel(d, "advcl"), d == "xcomp":
		default:
			return -1
		}
		tok = t.Head
	}
	return -1
}

// lastPlace is the last place before a word that is finer than a country, in its
// sentence or shortly before.
func (f *finder) lastPlace(word int) int {
	for k := f.end - 1; k >= 0; k-- {
		p := &f.d.Places[k]
		if p.Sent == f.sent && p.First > word {
			continue
		}
		if f.sent-p.Sent > thereReach || f.d.Sentences[p.Sent].Part != f.s.Part {
			return -1
		}
		if p.Precision != nuncio.PrecisionCountry {
			return k
		}
	}
	return -1
}

// finer is what the clause around a noun names within the country that the noun
// names: "landed in Nairobi for a visit to Kenya"; else the country.
func (f *finder) finer(tok, known int) int {
	t := &f.s.Tokens[tok]
	if known < 0 || f.d.Places[known].Precision != nuncio.PrecisionCountry || t.UPOS != "NOUN" || t.Head < 0 || doc.IsRel(t.Deprel, "nsubj") {
		return known
	}
	p := f.s.Predicate(t.Head)
	if p == nil || p.Kind != doc.Verbal {
		return known
	}
	for _, cases := range [...]uint8{caseAt, caseTo} {
		if k := f.oblique(p, cases); k >= 0 && f.d.Places[k].Country == f.d.Places[known].Country && f.d.Places[k].Precision != nuncio.PrecisionCountry {
			return k
		}
	}
	return known
}
