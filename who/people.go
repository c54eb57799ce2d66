package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// spotPeople adds the nouns of people that the catalogue has no title for: "two
// road builders", "the raiders". What is but said of somebody ("she is a writer"),
// or stands beside a name, is no party of its own.
func (r *Resolver) spotPeople(i, first int, named, taken func(int) bool) {
	s := &r.d.Sentences[i]
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if r.onlyCounted(s, k) && !taken(k) {
			at := doc.Range{Sent: i, First: k, End: k + 1}
			r.add(doc.Mention{Range: at, Head: k, Kind: doc.Nominal}, spot{post: &countedTitle, title: at})
		}
		if t.UPOS != "NOUN" && (k > 0 || t.UPOS != "PROPN" || !r.commonNoun(t)) { // "Veterans", in capitals because it begins the sentence
			continue
		}
		post := r.peopleTitle(t)
		if r.colonial(s, k) || post == nil && r.stateFriend(i, first, k) {
			post = &countryTitle
		}
		if post == nil && t.Deprel == "obj" && t.Head >= 0 && r.words.has(lower(t.Lemma), useUnion) && r.words.has(s.Tokens[t.Head].Lemma, useAddress) && t.XPOS == "NN" {
			post = &bodyTitle // "thanked the world body"
		}
		if post == nil && r.throng(s, k) {
			post = r.words.people["townspeople"]
		}
		if post == nil {
			continue
		}
		if again := post.Kind == bodyKind || post.Kind == stateKind; again && (named(k) || r.headed(first, k)) || !again && taken(k) {
			continue
		}
		switch {
		case t.Deprel == "compound", t.Deprel == "amod", s.Child(k, "cop") >= 0:
			continue
		}
		from := r.phraseStart(s, k, k)
		at := doc.Range{Sent: i, First: k, End: k + 1}
		r.add(doc.Mention{Range: doc.Range{Sent: i, First: from, End: ofEnd(s, k, k+1)}, Head: k, Kind: doc.Nominal}, spot{post: post, title: at})
	}
}

// throng reports whether a number stands for people: "thousands marched", "hundreds
// were arrested".
func (r *Resolver) throng(s *doc.Sentence, k int) bool {
	t := &s.Tokens[k]
	if !r.words.has(lower(t.Form), useCrowd) || !doc.IsRel(t.Deprel, "nsubj") || t.Head < 0 || !r.words.has(s.Tokens[t.Head].Lemma, useHuman) {
		return false
	}
	c := s.Child(k, "nmod")
	if c < 0 || r.words.has(s.Tokens[c].Lemma, useTens) {
		return true
	}
	of := s.Child(c, "case")
	return of >= 0 && s.Tokens[of].Lemma != "of"
}

// countedTitle is the post of people of whom only the number is told.
var countedTitle = catalogue.Title{Phrase: "people", Kind: "person", Sector: "CVL"}

// onlyCounted reports whether a number stands for people: what is killed, wounded or seized
// ("kills 12", "arrested 14 in the raid").
func (r *Resolver) onlyCounted(s *doc.Sentence, k int) bool {
	t := &s.Tokens[k]
	if t.UPOS != "NUM" || t.Head < 0 || t.Deprel != "obj" && t.Deprel != "nsubj:pass" || s.Child(k, "nmod", "nummod", "compound", "acl:relcl") >= 0 {
		return false
	}
	verb := &s.Tokens[t.Head]
	return verb.UPOS == "VERB" && (r.words.has(verb.Lemma, useHarm) || t.Deprel == "nsubj:pass" && r.words.has(verb.Lemma, useFree) || r.words.has(verb.Lemma, useSeize) && verb.Lemma != "hold" && verb.Lemma != "seize")
}

// someOf links a bare number to the people who did what the clause before tells: "marchers
// threw stones, and two were shot".
func (r *Resolver) someOf(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	if s.Tokens[m.Head].Deprel != "nsubj:pass" || v < 0 || s.Tokens[v].Deprel != "conj" || s.Tokens[v].Head < 0 {
		return false
	}
	p := s.Predicate(s.Tokens[v].Head)
	if p == nil {
		return false
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return false
	}
	k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: a.Tok})
	if k < 0 && s.Child(a.Tok, "nmod") >= 0 {
		k = r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: s.Child(a.Tok, "nmod")}) // "some of the marchers"
	}
	if k < 0 || k >= i {
		return false
	}
	e := r.d.Mentions[k].Entity
	if e < 0 || !r.d.Entities[e].Plural || r.d.Entities[e].Kind != nuncio.KindGroup {
		return false
	}
	m.Entity, m.Link, m.Reason = e, k, "some of those who did what the clause before tells"
	return true
}

// headed reports whether a mention of this sentence, from first on, is headed by a token.
func (r *Resolver) headed(first, t int) bool {
	for k := first; k < len(r.d.Mentions); k++ {
		if r.d.Mentions[k].Head == t {
			return true
		}
	}
	return false
}

// peopleTitle is the post of a noun of people, by the word or by its last part
// ("film-maker"); nil when it is none.
func (r *Resolver) peopleTitle(t *doc.Token) *catalogue.Title {
	word := lower(t.Lemma)
	if p := r.words.people[word]; p != nil {
		return p
	}
	switch {
	case (word == "state" || word == "power") && t.XPOS == "NNS":
		return &countryTitle // "six African states"
	case r.words.has(word, useCountry):
		return &countryTitle
	case r.words.has(word, useBody), r.words.has(word, useUnion) && doc.IsRel(t.Deprel, "nsubj"): // "the league said no"
		return &bodyTitle
	}
	if h := strings.LastIndexByte(word, '-'); h >= 0 {
		if p := r.words.people[word[h+1:]]; p != nil {
			return p
		}
		if p, ok := r.cat.TitleOf(word[h+1:]); ok && p.Kind == "person" {
			return p
		}
	}
	return nil
}

// Nouns that are no people, but may speak of a party named before.
const (
	bodyKind  = "body"
	stateKind = "state"
)

var (
	bodyTitle    = catalogue.Title{Phrase: "body", Kind: bodyKind}
	countryTitle = catalogue.Title{Phrase: "country", Kind: stateKind, Sector: "GOV"}
)

// aState links "the country", "his country", "several countries": to the state of
// the one whose it is, to the state spoken of last as a party, else, where it
// speaks of many, to a party of no one country.
func (r *Resolver) aState(i int, plural bool) {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if r.colonizer(i) {
		return
	}
	q := r.descriptionOf(m)
	if !plural && r.definite(s, m) && (theOther(s, m) || comparing(s, m)) {
		if e := r.otherCountry(i); e >= 0 {
			m.Entity, m.Reason = e, "the other of the two states spoken of"
			m.Place = r.isPlace(i)
			return
		}
	}
	switch {
	case !plural && r.words.has(lower(s.Tokens[m.Head].Lemma), useOther) && r.otherState(i):
		return
	case !plural && r.owned(i):
		if e := r.stateEntity(r.ownerCountry(i)); e >= 0 {
			m.Entity, m.Link, m.Reason = e, r.possessor(i), "the state of the one whose country it is"
			return
		}
	case !plural && r.definite(s, m) && !described(s, m) && (len(q.fits) > 0 || q.plain || q.host || q.near):
		if e := r.describedState(i, &q, ""); e >= 0 && !q.other {
			m.Entity, m.Reason = e, "the state spoken of before that the words describe"
			m.Place = r.isPlace(i)
			return
		}
	case !plural && r.definite(s, m) && !described(s, m) && !q.other:
		if e := r.ofSubject(i); e >= 0 {
			m.Entity, m.Reason = e, "the state of the organ that acts"
			return
		}
		if k := r.lastStateMention(i); k >= 0 {
			m.Entity, m.Link, m.Reason = d.Mentions[k].Entity, k, "the state spoken of before"
			m.Place = r.isPlace(i)
			return
		}
		if e := r.stateEntity(r.home); e >= 0 && s.Part != doc.Title {
			m.Entity, m.Reason = e, "the state that the report is about"
			m.Place = r.isPlace(i)
			return
		}
	case plural:
		r.group(i, r.countryBeside(m), true)
		return
	}
	m.Reason = "a state that is not named"
}

// lastStateMention is the mention of the state last spoken of as a party; that of
// a state as a place serves where there is none. -1 for none.
func (r *Resolver) lastStateMention(i int) int {
	place := -1
	for k := i - 1; k >= 0; k-- {
		c := &r.d.Mentions[k]
		if r.d.Mentions[i].Sent-c.Sent > reach || r.d.Sentences[c.Sent].Part != r.d.Sentences[r.d.Mentions[i].Sent].Part {
			break
		}
		if c.Entity < 0 || c.Kind != doc.Named || c.Reason == modifierReason || r.d.Entities[c.Entity].Kind != nuncio.KindState {
			continue
		}
		if !c.Place {
			return k
		}
		if place < 0 {
			place = k
		}
	}
	return place
}

// ownsThing reports whether an organ or armed body only tells whose a thing is:
// "an army base", "rebel camps". Beside a noun of people it is part of their name.
func (r *Resolver) ownsThing(s *doc.Sentence, i int, p *catalogue.TitleHit) bool {
	h := s.Tokens[i].Head
	if p.Title.Kind == "person" && p.Title.Sector != "REB" || s.Tokens[i].Deprel != "compound" || h < 0 || s.Tokens[h].UPOS != "NOUN" || p.End-p.First > 1 {
		return false
	}
	switch p.Title.Sector {
	case "GOV", "MIL", "COP", "REB", "LEG":
	default:
		return false
	}
	if _, ok := r.cat.TitleOf(lower(s.Tokens[h].Lemma)); ok {
		return false
	}
	return r.peopleTitle(&s.Tokens[h]) == nil
}
