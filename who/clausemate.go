package who

import (
	"nuncio"
	"nuncio/doc"
)

// What the clause of a pronoun does with a party tells whether it may be meant: those who
// are thanked, seized or told something in it.

// countryOfIts reports whether c is a state where somebody goes, and m whose people, troops or
// the like are spoken of in the same sentence: "flew to Georgia to meet its people".
func (r *Resolver) countryOfIts(m, c *doc.Mention) bool {
	if m.Sent != c.Sent || c.Head > m.Head || r.d.Entities[c.Entity].Kind != nuncio.KindState {
		return false
	}
	t := r.d.Sentences[m.Sent].Tokens
	if t[m.Head].Deprel != "nmod:poss" || t[m.Head].Head < 0 {
		return false
	}
	noun := t[t[m.Head].Head].Lemma
	return noun == "people" || r.words.has(noun, useOwn)
}

// harms reports whether c seizes, hurts or attacks what is m's, who is rather another then:
// "Tajik troops shelled its village", "a day after Chad arrested two of its ministers".
func (r *Resolver) harms(m, c *doc.Mention) bool {
	if m.Sent != c.Sent {
		return false
	}
	p, _ := r.doneToIts(m, useHarm, useSeize, useStrike, useTrespass)
	return p != nil && subjectIs(p, c)
}

// trespasses reports whether the party of c expels, storms or violates what is m's, as states do
// with others' envoys, houses and land only: "expelled two of its diplomats".
func (r *Resolver) trespasses(m, c *doc.Mention) bool {
	p, noun := r.doneToIts(m, useTrespass)
	if p == nil || !r.words.has(noun, useAbroadOnly) {
		return false
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return false
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
	return k >= 0 && c.Entity >= 0 && r.d.Mentions[k].Entity == c.Entity
}

// doneToIts is the verb of some uses whose object is what is said to be m's, and the noun for it;
// nil for none.
func (r *Resolver) doneToIts(m *doc.Mention, uses ...use) (*doc.Predicate, string) {
	s := &r.d.Sentences[m.Sent]
	noun := s.Tokens[m.Head].Head
	if s.Tokens[m.Head].Deprel != "nmod:poss" || noun < 0 || m.Head+1 < len(s.Tokens) && s.Tokens[m.Head+1].Lemma == "own" {
		return nil, ""
	}
	word := lower(s.Tokens[noun].Lemma)
	if h := s.Tokens[noun].Head; s.Tokens[noun].Deprel == "nmod" && h >= 0 && (s.Tokens[h].UPOS == "NUM" || r.words.has(s.Tokens[h].Lemma, usePortion)) {
		noun = h // "two of its ministers"
	}
	v := s.Tokens[noun].Head
	if v < 0 || s.Tokens[noun].Deprel != "obj" || !r.words.has(s.Tokens[v].Lemma, uses...) {
		return nil, ""
	}
	p := s.Predicate(v)
	if p == nil || p.Passive {
		return nil, ""
	}
	return p, word
}

// caught reports whether c is those whom somebody seizes, hurts or fires at, in whose clause
// of time m is the subject: "detained 20 people as they gathered"; after which, or why, it
// was done does not tell.
func (r *Resolver) caught(m, c *doc.Mention) bool {
	if m.Sent != c.Sent || c.Head > m.Head {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	if v < 0 || !doc.IsRel(s.Tokens[m.Head].Deprel, "nsubj") || !doc.IsRel(s.Tokens[v].Deprel, "advcl") || s.Tokens[v].Head < 0 || s.Tokens[v].Head > v {
		return false
	}
	meanwhile := false
	for x := range s.Children(v) {
		switch f := lower(s.Tokens[x].Form); {
		case x > m.Head:
		case f == "as", f == "while":
			meanwhile = true
		case f == "when":
			meanwhile = meanwhile || s.Tokens[v].XPOS == "VBG" || s.Tokens[v].Lemma == "try" || s.Tokens[v].Lemma == "attempt"
		}
	}
	t := &s.Tokens[c.Head]
	deed := s.Tokens[v].Head
	if !meanwhile || t.Head != deed || !r.words.has(s.Tokens[deed].Lemma, useHarm, useSeize, useStrike) {
		return false
	}
	return t.Deprel == "obj" || doc.IsRel(t.Deprel, "obl") && (lower(prepositionOf(s, c.Head)) == "at" || lower(prepositionOf(s, c.Head)) == "on")
}

// addressee reports whether c is whom somebody thanks, blames or the like for what is m's:
// "grateful to Canada for its gift".
func (r *Resolver) addressee(m, c *doc.Mention) bool {
	if m.Sent != c.Sent || c.Head > m.Head {
		return false
	}
	t := r.d.Sentences[m.Sent].Tokens
	noun := t[m.Head].Head
	if t[m.Head].Deprel != "nmod:poss" || noun < 0 || t[noun].Head < 0 || t[c.Head].Head < 0 {
		return false
	}
	switch lower(prepositionOf(&r.d.Sentences[m.Sent], noun)) {
	case "for", "over":
	default:
		return false
	}
	v := t[noun].Head
	if v == c.Head {
		v = t[v].Head // "thanked Canada for its gift", hung from the name
	}
	if v < 0 || t[c.Head].Head != v || !r.words.has(t[v].Lemma, useAddress) && t[v].Lemma != "grateful" && t[v].Lemma != "thankful" {
		return false
	}
	rel := t[c.Head].Deprel
	return rel == "obj" || rel == "iobj" || doc.IsRel(rel, "obl")
}

// tellsOf reports whether c is the subject of the verb of whose content m is the subject:
// "the general told his visitor that he would go".
func (r *Resolver) tellsOf(m, c *doc.Mention) bool {
	if m.Sent != c.Sent {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	if v < 0 || !doc.IsRel(s.Tokens[m.Head].Deprel, "nsubj") || s.Tokens[v].Deprel != "ccomp" {
		return false
	}
	t := &s.Tokens[c.Head]
	return doc.IsRel(t.Deprel, "nsubj") && t.Head >= 0 && t.Head == s.Tokens[v].Head
}

// subjectIs reports whether a mention is the logical subject of a predicate.
func subjectIs(p *doc.Predicate, c *doc.Mention) bool {
	a, ok := p.Arg(doc.Subj)
	return ok && (a.Tok == c.Head || c.First <= a.Tok && a.Tok < c.End)
}
