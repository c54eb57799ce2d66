package where

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// capitals enters "the Cuban capital", "the capital of Cuba", and where the
// report is about one state, "the capital".
func (r *Resolver) capitals(l *layers) {
	d, sent := l.d, l.sent
	s := &d.Sentences[sent]
	for i := range s.Tokens {
		if r.seatOf(l, i) {
			continue
		}
		if s.Tokens[i].Lemma != "capital" || s.Tokens[i].UPOS != "NOUN" || s.Tokens[i].Deprel == "compound" || s.Tokens[i].Deprel == "nmod:desc" ||
			s.Child(i, "appos", "flat") >= 0 {
			continue
		}
		w := doc.Range{Sent: sent, First: i, End: i + 1}
		gr := -1
		for k := range l.mentions {
			m := &l.mentions[k]
			if m.Entity < 0 || s.Tokens[m.Head].Head != i {
				continue
			}
			rel := s.Tokens[m.Head].Deprel
			if owned := m.Kind == doc.Pronoun && rel == "nmod:poss"; !owned && m.Kind != doc.Named || d.Entities[m.Entity].Kind != nuncio.KindState { // "landed in its capital"
				continue
			}
			if rel != "amod" && rel != "compound" && rel != "nmod:poss" && !(rel == "nmod" && prepositionOf(s, m.Head) == "of") {
				continue
			}
			w.First, w.End = min(m.First, i), max(m.End, i+1)
			gr = r.capitalOf(d.Entities[m.Entity].Country)
			break
		}
		if w.End-w.First == 1 && s.Child(i, "amod", "nmod", "nmod:poss", "compound", "acl") < 0 && (r.g.words.stoodAt(s, w, true) || prepositionOf(s, i) == "over") {
			if det := s.Child(i, "det"); det == i-1 && s.Tokens[det].Lemma == "the" {
				w.First, gr = det, r.theCapital(l)
			}
		}
		if gr >= 0 && w.End-w.First > 1 && w.End-w.First <= 8 {
			sp := d.Span(w)
			r.spots = append(r.spots, spot{start: sp.Start, end: sp.End, part: s.Part, words: w, group: gr, fixed: true, shown: true})
		}
	}
}

// seatOf enters the capital for a house of government that something was at: "outside the
// Russian parliament", "in front of the interior ministry".
func (r *Resolver) seatOf(l *layers, tok int) bool {
	s := &l.d.Sentences[l.sent]
	t := &s.Tokens[tok]
	if t.UPOS != "NOUN" || !r.g.words.has(t.Lemma, seat) || !r.g.words.outside(s, tok) {
		return false
	}
	w, iso := doc.Range{Sent: l.sent, First: tok, End: tok + 1}, ""
	for k := range l.mentions {
		if m := &l.mentions[k]; m.Sent == l.sent && m.Head == tok && m.Entity >= 0 {
			w, iso = m.Range, l.d.Entities[m.Entity].Country
		}
	}
	for c := range s.Children(tok) {
		switch rel := s.Tokens[c].Deprel; {
		case w.Has(doc.Ref{Sent: l.sent, Tok: c}) && (rel != "amod" || s.Tokens[c].Form[0] < 'a'), rel == "case", rel == "det", rel == "punct", rel == "amod" && r.g.words.has(s.Tokens[c].Lemma, office):
		default:
			return false // "the regional parliament", "the parliament in Simferopol"
		}
	}
	gr := -1
	switch {
	case iso == "":
		gr = r.theCapital(l)
	case !r.g.words.has(strings.ToLower(iso), seatless):
		gr = r.capitalOf(iso)
	}
	if gr < 0 {
		return false
	}
	sp := l.d.Span(w)
	r.spots = append(r.spots, spot{start: sp.Start, end: sp.End, part: s.Part, words: w, group: gr, fixed: true, shown: true})
	return true
}

// outside reports whether something was at a house, by its preposition: "outside", "near",
// "in front of", "inside".
func (w *words) outside(s *doc.Sentence, i int) bool {
	switch prepositionOf(s, i) {
	case "outside", "near", "inside", "around":
		return true
	case "of":
		h := s.Tokens[i].Head
		return h >= 0 && s.Tokens[h].Lemma == "front" && prepositionOf(s, h) == "in"
	case "in":
		for c := range s.Children(i) { // read as one preposition of three words
			if s.Tokens[c].Lemma == "in" && c+1 < i && s.Tokens[c+1].Lemma == "front" {
				return true
			}
		}
	}
	return false
}

// theCapital gives the group of the capital that "the capital" means: that of the state which
// the report is about; else the dateline's; else the last one named shortly before; -1 for none.
func (r *Resolver) theCapital(l *layers) int {
	if gr := r.capitalOf(r.g.iso(r.subject())); gr >= 0 {
		return gr
	}
	for part := range strings.SplitSeq(l.d.Report.DatelinePlace, ",") {
		if gr := r.capitalNamed(strings.TrimSpace(part)); gr >= 0 {
			return gr
		}
	}
	for i := len(r.spots) - 1; i >= 0; i-- {
		s := &r.spots[i]
		if s.words.Sent > l.sent || l.sent-s.words.Sent > capitalReach || s.part != l.d.Sentences[l.sent].Part || s.fixed {
			continue
		}
		if gr := r.capitalNamed(l.d.Words(s.words)); gr >= 0 {
			return gr
		}
	}
	return -1
}

// capitalNamed gives the group of the capital that bears a name, -1 for none.
func (r *Resolver) capitalNamed(name string) int {
	start := len(r.keys)
	r.keys = appendFold(r.keys, name)
	r.posts = r.g.lookup(r.keys[start:], r.posts[:0])
	r.keys = r.keys[:start]
	for _, p := range r.posts {
		if q, ok := r.g.place(p.place); ok && p.rank != OtherName && q.kind == Capital {
			return r.only(q)
		}
	}
	return -1
}

// capitalOf gives the group of a state's capital, -1 when it is not known.
func (r *Resolver) capitalOf(iso string) int {
	if now, gone := successors[iso]; gone {
		iso = now
	}
	country, ok := r.state(iso)
	if !ok {
		return -1
	}
	capital, ok := r.g.place(country.capital)
	if !ok || capital.kind != Capital {
		return -1
	}
	return r.only(capital)
}
