package who

import (
	"sort"

	"nuncio/doc"
)

// bound reports whether grammar forbids that m and c are the same: subject and
// object of one verb, or one inside the other.
func (r *Resolver) bound(m, c *doc.Mention, p pronoun) bool {
	if m.Sent != c.Sent || p.self {
		return false
	}
	if c.First <= m.First && m.End <= c.End && c.Head != m.Head {
		return true // "their ambassadors" are not they
	}
	s := &r.d.Sentences[m.Sent]
	if s.Dominates(c.Head, m.Head) && s.Tokens[m.Head].Deprel != "nmod:poss" && deprelUnder(s, c.Head, m.Head) {
		return true
	}
	if r.deepSubject(m, c.Entity) {
		return true
	}
	if thrownIn(s, m, c) {
		return true
	}
	mh, ch := s.Tokens[r.portion(s, m.Head)].Head, s.Tokens[c.Head].Head
	possessive := s.Tokens[m.Head].Deprel == "nmod:poss"
	return !possessive && mh >= 0 && mh == ch || possessive && isItsOwn(s, m.Head, c.Head)
}

// thrownIn reports whether m speaks in words thrown in between c and c's verb, which are
// another's: "Turkey, it said, is arming them".
func thrownIn(s *doc.Sentence, m, c *doc.Mention) bool {
	v, h := s.Tokens[m.Head].Head, s.Tokens[c.Head].Head
	if v < 0 || h < v || c.Head > m.Head || !doc.IsRel(s.Tokens[m.Head].Deprel, "nsubj") || !doc.IsRel(s.Tokens[c.Head].Deprel, "nsubj") {
		return false
	}
	return s.Tokens[v].Head == h && doc.IsRel(s.Tokens[v].Deprel, "parataxis") || s.Tokens[h].Head == v && s.Tokens[h].Deprel == "ccomp"
}

// isItsOwn reports whether c would be said to be its own: in "Oslo is its ally" and "Oslo
// is one of its founders" the ally and the founders are not Oslo's.
func isItsOwn(s *doc.Sentence, m, c int) bool {
	n := s.Tokens[m].Head
	if n < 0 {
		return false
	}
	if s.Child(n, "cop") < 0 {
		q := s.Tokens[n].Head
		if q < 0 || s.Tokens[q].UPOS != "NUM" || lower(prepositionOf(s, n)) != "of" {
			return false
		}
		n = q
	}
	return s.Child(n, "cop") >= 0 && s.Child(n, "case") < 0 && s.Child(n, "nsubj") == c
}

// boundElsewhere reports whether the party of c is spoken of once more in m's sentence,
// where grammar forbids that m is it: in "Duque called Blinken. Blinken thanked him" he is
// no more the Blinken of the first sentence than that of the second.
func (r *Resolver) boundElsewhere(m, c *doc.Mention, p pronoun) bool {
	if m.Sent == c.Sent || p.self {
		return false
	}
	for k := r.firstOf(m.Sent); k < len(r.d.Mentions) && r.d.Mentions[k].Sent == m.Sent; k++ {
		if b := &r.d.Mentions[k]; b.Entity == c.Entity && b != m && r.bound(m, b, p) {
			return true
		}
	}
	return false
}

// firstOf is the index of the first mention of a sentence, or of a later one where it has none.
func (r *Resolver) firstOf(sent int) int {
	return sort.Search(len(r.d.Mentions), func(k int) bool { return r.d.Mentions[k].Sent >= sent })
}

// portion is the noun that says how many of those a pronoun stands for: "beat several
// of them" is of them that verb's object; else the token itself.
func (r *Resolver) portion(s *doc.Sentence, i int) int {
	h := s.Tokens[i].Head
	if h < 0 || s.Tokens[i].Deprel != "nmod" && (s.Tokens[i].Deprel != "obl" || lower(prepositionOf(s, i)) != "of") {
		return i
	}
	if s.Tokens[h].UPOS == "NUM" || r.words.has(s.Tokens[h].Lemma, usePortion) {
		return h
	}
	return i
}

// deepSubject reports whether an entity is among those who do what m undergoes:
// "Oslo and Bern cut ties with Juba, accusing it" does not accuse Oslo.
func (r *Resolver) deepSubject(m *doc.Mention, entity int) bool {
	s := &r.d.Sentences[m.Sent]
	if s.Tokens[m.Head].Deprel == "nmod:poss" || s.Tokens[m.Head].Head < 0 {
		return false
	}
	p := s.Predicate(s.Tokens[r.portion(s, m.Head)].Head)
	if p == nil || p.Kind != doc.Verbal {
		return false
	}
	for _, a := range p.Args {
		if a.Role != doc.Subj || a.Tok == m.Head {
			continue
		}
		if k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: a.Tok}); k >= 0 && r.d.Mentions[k].Entity == entity {
			return true
		}
		if r.sentBy(s, m.Sent, a.Tok, entity) {
			return true
		}
	}
	return false
}

// sentBy reports whether a letter or note is what a party sends: what it asks, the sender asks
// of another ("Qatar sent Iran a letter asking it to free them").
func (r *Resolver) sentBy(s *doc.Sentence, sent, noun, entity int) bool {
	v := s.Tokens[noun].Head
	if v < 0 || s.Tokens[noun].Deprel != "obj" || s.Tokens[noun].UPOS != "NOUN" {
		return false
	}
	p := s.Predicate(v)
	if p == nil {
		return false
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return false
	}
	k := r.cover.At(doc.Ref{Sent: sent, Tok: a.Tok})
	return k >= 0 && r.d.Mentions[k].Entity == entity
}

// deprelUnder reports whether m hangs under c without a clause between.
func deprelUnder(s *doc.Sentence, c, m int) bool {
	for n := 0; m != c && m >= 0 && n < len(s.Tokens); n++ {
		switch s.Tokens[m].Deprel {
		case "acl:relcl", "acl", "ccomp", "advcl", "parataxis":
			return false
		}
		m = s.Tokens[m].Head
	}
	return true
}
