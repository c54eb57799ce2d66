package who

import (
	"nuncio/doc"
)

// placeState is the country of the place that the noun, or else its clause, is
// set in, "" when none is named. Places are known once where has resolved them;
// before that only those of the catalogue.
func (r *Resolver) placeState(i int) string {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	best, nearest := "", 1<<20
	see := func(country string, head int) {
		if country == "" || head < 0 {
			return
		}
		if n := r.settingOf(s, head, m.Head); n < nearest {
			best, nearest = country, n
		}
	}
	for k := range r.d.Places {
		if p := &r.d.Places[k]; p.Sent == m.Sent {
			see(p.Country, top(s, p.First, p.End))
		}
	}
	for k := range r.d.Mentions {
		if c := &r.d.Mentions[k]; c.Sent == m.Sent && c.Entity >= 0 && c.Place {
			see(r.d.Entities[c.Entity].Country, c.Head)
		}
	}
	return best
}

// placeBefore is the country of the place that a sentence before in the paragraph is
// set in, the nearest first.
func (r *Resolver) placeBefore(i int) string {
	m := &r.d.Mentions[i]
	if p := r.spots[i].post; p != nil && p.Kind == "person" && p.Sector == "GOV" {
		return ""
	}
	for n := m.Sent - 1; n >= 0 && r.sameParagraph(n, m.Sent); n-- {
		s := &r.d.Sentences[n]
		for k := range r.d.Places {
			p := &r.d.Places[k]
			if p.Sent != n || p.Country == "" {
				continue
			}
			if at := top(s, p.First, p.End); r.words.has(lower(prepositionOf(s, at)), usePlace) && s.Tokens[at].Deprel == "obl" && !r.talking(s, s.Tokens[at].Head) {
				return p.Country
			}
		}
	}
	return ""
}

// talking reports whether a verb tells of people who meet or travel, which they do anywhere: where
// they are tells nothing of others.
func (r *Resolver) talking(s *doc.Sentence, v int) bool {
	return v >= 0 && r.words.has(s.Tokens[v].Lemma, useMeet, useConfer)
}

// settingOf tells how far the place at a token is from being where the noun at
// another is: 0 inside its own phrase, 1 in its clause, 2 in the one above; more
// than any of them when it is no setting at all.
func (r *Resolver) settingOf(s *doc.Sentence, place, noun int) int {
	const none = 1 << 20
	for s.Tokens[place].Deprel == "appos" || s.Tokens[place].Deprel == "conj" || s.Tokens[place].Deprel == "flat" || s.Tokens[place].Deprel == "compound" {
		if s.Tokens[place].Head < 0 {
			return none
		}
		place = s.Tokens[place].Head // "the town of Goma", "in Goma and Bukavu"
	}
	if t := &s.Tokens[place]; t.Deprel == "nmod" && lower(prepositionOf(s, place)) == "of" && t.Head >= 0 && !s.Dominates(noun, place) {
		place = t.Head // "in the region of Kivu"
	}
	prep := lower(prepositionOf(s, place))
	if s.Dominates(noun, place) && place != noun {
		if clauseBetween(s, place, noun) || prep != "" && !r.words.has(prep, usePlace) && prep != "of" && prep != "from" {
			return none
		}
		return 0
	}
	if !r.words.has(prep, usePlace) {
		return none
	}
	for k := range s.Predicates { // "accused the police of killing two men in Goma"
		p := &s.Predicates[k]
		if a, ok := p.Arg(doc.Subj); ok && a.Tok == noun && p.Kind == doc.Verbal && s.Dominates(p.Tok, place) && !clauseBetween(s, place, p.Tok) {
			return 1
		}
	}
	v := clauseHead(s, noun)
	for n := 1; v >= 0 && n <= 2; n++ {
		if s.Dominates(v, place) && !clauseBetween(s, place, v) {
			return n
		}
		if t := &s.Tokens[v]; (t.Deprel == "conj" || t.Deprel == "parataxis") && t.Head >= 0 && t.Head < v {
			v = t.Head
		} else if t.Deprel == "xcomp" || doc.IsRel(t.Deprel, "advcl") {
			v = t.Head
		} else {
			break
		}
	}
	return none
}

// clauseHead is the head of the clause that a token stands in.
func clauseHead(s *doc.Sentence, i int) int {
	for n := 0; i >= 0 && n <= len(s.Tokens); n++ {
		if heads(s, i) {
			return i
		}
		i = s.Tokens[i].Head
	}
	return -1
}

// clauseBetween reports whether a clause begins on the way from a token up to another.
func clauseBetween(s *doc.Sentence, from, to int) bool {
	for n := 0; from >= 0 && from != to && n <= len(s.Tokens); n++ {
		if heads(s, from) {
			return true
		}
		from = s.Tokens[from].Head
	}
	return false
}

// heads reports whether a token heads a clause.
func heads(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	switch {
	case t.Head < 0, t.Deprel == "ccomp", t.Deprel == "parataxis", doc.IsRel(t.Deprel, "advcl"), doc.IsRel(t.Deprel, "acl"), doc.IsRel(t.Deprel, "csubj"):
		return true
	}
	return t.UPOS == "VERB" && (t.Deprel == "conj" || t.Deprel == "xcomp")
}
