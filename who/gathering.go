package who

import (
	"nuncio"
	"nuncio/doc"
)

// A summit that decides, condemns or calls on somebody is those who meet at it; talks that
// open or end are of those who were set against each other before.

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

// spotTalks reports whether token i is talks that begin, go on or end, where nothing says
// between whom: "talks resumed in Oslo", "the second day of talks ended"; and where the
// noun of talks stands.
func (r *Resolver) spotTalks(s *doc.Sentence, i int) (talks int, ok bool) {
	t := &s.Tokens[i]
	if t.UPOS != "NOUN" || !doc.IsRel(t.Deprel, "nsubj") || t.Head < 0 || !r.proceeds(s, t.Head) {
		return -1, false
	}
	talks = i
	if r.words.has(lower(t.Lemma), useRound) {
		if lower(t.Lemma) == "round" && s.Child(i, "nmod", "compound") < 0 && r.talksBefore(s) { // "a second round"
			return i, r.unshared(s, i) && !r.betweenSome(s, t.Head)
		}
		talks = s.Child(i, "nmod")
		if talks < 0 || lower(prepositionOf(s, talks)) != "of" || !r.unshared(s, i) {
			return -1, false
		}
	}
	u := &s.Tokens[talks]
	return talks, r.words.has(lower(u.Lemma), useParley) && u.XPOS == "NNS" && r.unshared(s, talks) && !r.betweenSome(s, t.Head)
}

// talksBefore reports whether a sentence or the one before it speaks of talks.
func (r *Resolver) talksBefore(s *doc.Sentence) bool {
	for n := range r.d.Sentences {
		if &r.d.Sentences[n] != s {
			continue
		}
		for k := max(0, n-1); k <= n; k++ {
			for _, t := range r.d.Sentences[k].Tokens {
				if t.UPOS == "NOUN" && r.words.has(lower(t.Lemma), useParley) {
					return true
				}
			}
		}
	}
	return false
}

// proceeds reports whether a verb, or what hangs from it, says that something begins, goes
// on or ends: "resumed", "are under way", "are expected to start".
func (r *Resolver) proceeds(s *doc.Sentence, verb int) bool {
	if r.words.has(lower(s.Tokens[verb].Lemma), useProceed) {
		return true
	}
	c := s.Child(verb, "xcomp")
	return c >= 0 && s.Tokens[c].UPOS == "VERB" && r.words.has(lower(s.Tokens[c].Lemma), useProceed)
}

// unshared reports whether no word beside a noun says whose it is.
func (r *Resolver) unshared(s *doc.Sentence, noun int) bool {
	for c := range s.Children(noun) {
		t := &s.Tokens[c]
		switch {
		case t.Deprel == "nmod:poss", t.Deprel == "compound", t.Deprel == "amod":
			if t.UPOS == "PRON" || t.Form != lower(t.Form) && c > 0 && !r.timed(s, c) {
				return false
			}
		case t.Deprel == "nmod":
			switch lower(prepositionOf(s, c)) {
			case "between", "with", "among", "by":
				return false
			case "of":
				if !r.words.has(lower(s.Tokens[c].Lemma), useParley) {
					return false
				}
			}
		}
	}
	return true
}

// timed reports whether a word is part of a time: "Wednesday's talks".
func (r *Resolver) timed(s *doc.Sentence, tok int) bool {
	for k := range r.d.Times {
		if x := &r.d.Times[k]; &r.d.Sentences[x.Sent] == s && x.First <= tok && tok < x.End {
			return true
		}
	}
	return false
}

// betweenSome reports whether a verb says between whom something goes on.
func (r *Resolver) betweenSome(s *doc.Sentence, verb int) bool {
	for c := range s.Children(verb) {
		if doc.IsRel(s.Tokens[c].Deprel, "obl") {
			switch lower(prepositionOf(s, c)) {
			case "between", "with", "among":
				return true
			}
		}
	}
	return false
}

// parleyReach is how many sentences back those may be named who are at "the talks".
const parleyReach = 3

// parley links talks to the two between whom they are by what was told just before.
func (r *Resolver) parley(i int) bool {
	m := &r.d.Mentions[i]
	if r.bodiesBefore(i) || r.samePair(i) || r.setAgainst(i) || r.civilSides(i) {
		return true
	}
	for _, kind := range [...]collective{statePair, orgPair} {
		if r.pairOf(i, kind, parleyReach) && r.oneSentence(i, m.Members) {
			return true
		}
		m.Members = nil
	}
	return r.noPair(i)
}

// oneSentence reports whether one sentence shortly before mention i speaks of two parties, or
// of those who act for them.
func (r *Resolver) oneSentence(i int, two []int) bool {
	var seen [parleyReach + 1][2]bool
	m := &r.d.Mentions[i]
	for k := i - 1; k >= 0 && m.Sent-r.d.Mentions[k].Sent <= parleyReach; k-- {
		c := &r.d.Mentions[k]
		at := &seen[m.Sent-c.Sent]
		for n, e := range two {
			at[n] = at[n] || c.Entity >= 0 && r.onSide(c.Entity, e) || contains(c.Members, e)
		}
		if at[0] && at[1] {
			return true
		}
	}
	return false
}
