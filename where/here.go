package where

import (
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
		if f.r.home < 0 || f.r.home >= len(f.r.group) {
			return nil
		}
		w = f.r.g.where(&f.r.cands[f.r.group[f.r.home].best].place)
	default:
		k := f.lastPlace(word)
		if k < 0 {
			return nil
		}
		w = f.d.Places[k].Where
	}
	if known >= 0 && f.d.Places[known].Country != w.Country {
		return nil
	}
	at := doc.Range{Sent: f.sent, First: word, End: word + 1}
	w.Text, w.Span = f.d.Words(at), f.d.Span(at)
	return &w
}

// pointer is the "here" or "there" of a predicate's own clause, or of one that it
// hangs on as a noun, a later member or an adverbial clause; -1 for none.
func (f *finder) pointer(tok int) int {
	for range 5 {
		for c := range f.s.Children(tok) {
			t := &f.s.Tokens[c]
			if t.Deprel == "advmod" && (t.Lemma == "here" || t.Lemma == "there") {
				return c
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
