package who

import (
	"nuncio"
	"nuncio/doc"
)

// A summit that decides, condemns or calls on somebody is those who meet at it.

// gatheringReach is how many sentences back those may be named who meet at "the summit".
const gatheringReach = 8

// spotGathering reports whether token i is a gathering that acts: "the summit called on
// Juba to". What only begins or ends there is no act of those who meet.
func (r *Resolver) spotGathering(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	if t.UPOS != "NOUN" || t.XPOS == "NNS" || t.Deprel != "nsubj" || t.Head < 0 || !r.words.has(lower(t.Lemma), useGathering) || !r.words.has(lower(s.Tokens[t.Head].Lemma), useCollegial) {
		return false
	}
	for c := range s.Children(i) {
		if c < i && s.Tokens[c].Deprel == "det" {
			return lower(s.Tokens[c].Form) == "the" || lower(s.Tokens[c].Form) == "this"
		}
	}
	return s.Part == doc.Title && s.Child(i, "compound", "amod", "nmod:poss") >= 0
}

// gathered links a gathering that acts to the body whose it is by its own words, or to
// those who were last said to meet.
func (r *Resolver) gathered(i int) {
	d := r.d
	m := &d.Mentions[i]
	if k := r.convener(m.Sent, m.Head); k >= 0 && k != i {
		r.gatherAs(i, k)
		return
	}
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= gatheringReach; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		if c.Entity < 0 && len(c.Members) == 0 {
			continue
		}
		if r.spots[k].gathering || r.meets(k) || r.convenes(k) {
			r.gatherAs(i, k)
			return
		}
	}
	m.Reason = "a gathering, but nobody was said to meet"
}

func (r *Resolver) gatherAs(i, k int) {
	m, c := &r.d.Mentions[i], &r.d.Mentions[k]
	m.Entity, m.Members, m.Link, m.Reason = c.Entity, c.Members, k, wholeReason
}

// convener is the international body that a gathering is said to be of: "the African Union
// summit", "the summit of the league"; -1 for none.
func (r *Resolver) convener(sent, noun int) int {
	s := &r.d.Sentences[sent]
	for c := range s.Children(noun) {
		switch rel := s.Tokens[c].Deprel; {
		case rel == "compound", rel == "amod", rel == "nmod:poss", rel == "nmod" && lower(prepositionOf(s, c)) == "of":
			if k := r.cover.Headed(doc.Ref{Sent: sent, Tok: c}); k >= 0 && r.assembles(k) {
				return k
			}
		}
	}
	return -1
}

// assembles reports whether a mention is of a body of states or of several persons.
func (r *Resolver) assembles(k int) bool {
	c := &r.d.Mentions[k]
	if len(c.Members) > 1 {
		return true
	}
	if c.Entity < 0 {
		return false
	}
	e := &r.d.Entities[c.Entity]
	return e.Kind == nuncio.KindOrganization && e.Sector == "IGO" || e.Plural && e.Sector == "GOV"
}

// convenes reports whether a mention says whose a gathering is.
func (r *Resolver) convenes(k int) bool {
	c := &r.d.Mentions[k]
	s := &r.d.Sentences[c.Sent]
	h := s.Tokens[c.Head].Head
	return h >= 0 && r.words.has(lower(s.Tokens[h].Lemma), useGathering) && r.convener(c.Sent, h) == k
}

// meets reports whether a mention is of those who are said to meet.
func (r *Resolver) meets(k int) bool {
	c := &r.d.Mentions[k]
	s := &r.d.Sentences[c.Sent]
	t := &s.Tokens[c.Head]
	return t.Head >= 0 && doc.IsRel(t.Deprel, "nsubj") && r.words.has(s.Tokens[t.Head].Lemma, useConvene) && r.assembles(k)
}
