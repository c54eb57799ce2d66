package who

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// Whence a party has its country by what its clause does: who is addressed, sent, or
// speaks of plans.

// addressed reports whether mention i is the object of a verb whose object is another
// than the state that is its subject: "Peru blamed the regime".
func (r *Resolver) addressed(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if t.Head >= 0 && doc.IsRel(t.Deprel, "nmod") && r.words.has(s.Tokens[t.Head].Lemma, useAsset) {
		t = &s.Tokens[t.Head] // "froze the assets of two commanders"
	} else if doc.IsRel(t.Deprel, "obl") && lower(prepositionOf(s, m.Head)) != "on" {
		return false
	}
	if t.Head < 0 || t.Deprel != "obj" && t.Deprel != "iobj" && !doc.IsRel(t.Deprel, "obl") || !r.words.has(s.Tokens[t.Head].Lemma, useAddress) {
		return false
	}
	p := s.Predicate(t.Head)
	if p == nil || p.Passive {
		return false
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return false
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
	return k >= 0 && r.d.Mentions[k].Entity >= 0 && r.d.Entities[r.d.Mentions[k].Entity].Kind == nuncio.KindState
}

// ofActor reports whether a demonym only tells whose minister the subject of mention i's
// clause is: "the Chadian minister urged the generals" says of no Chadian generals.
func (r *Resolver) ofActor(k, i int) bool {
	d := r.d
	a, b := &d.Mentions[k], &d.Mentions[i]
	s := &d.Sentences[a.Sent]
	if a.Sent != b.Sent {
		return false
	}
	h, v := s.Tokens[a.Head].Head, s.Tokens[b.Head].Head
	for n := 0; v >= 0 && s.Tokens[v].UPOS == "NOUN" && n < 4; n++ { // "urged the commanders of the army"
		v = s.Tokens[v].Head
	}
	if h < 0 || v < 0 {
		return false
	}
	x := r.cover.Headed(doc.Ref{Sent: a.Sent, Tok: h})
	p := s.Predicate(v)
	if x < 0 || d.Mentions[x].Entity < 0 || p == nil || d.Entities[d.Mentions[x].Entity].Kind != nuncio.KindPerson {
		return false
	}
	subj, ok := p.Arg(doc.Subj)
	if !ok || subj.Tok == b.Head {
		return false
	}
	y := r.cover.Headed(doc.Ref{Sent: a.Sent, Tok: subj.Tok})
	return y >= 0 && d.Mentions[y].Entity == d.Mentions[x].Entity
}

// isTold reports whether somebody is told something: what "the government" does that he is
// told of is another's.
func (r *Resolver) isTold(k int) bool {
	m := &r.d.Mentions[k]
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if t.Deprel != "nsubj:pass" || t.Head < 0 {
		return false
	}
	return r.words.has(s.Tokens[t.Head].Lemma, useInform)
}

// contrasted reports whether mention i is the subject of a clause that "but" sets
// against the clause of which mention k is the subject: "Washington offered ships, but
// the generals declined".
func (r *Resolver) contrasted(k, i int) bool {
	a, b := &r.d.Mentions[k], &r.d.Mentions[i]
	if a.Sent != b.Sent {
		return false
	}
	s := &r.d.Sentences[a.Sent]
	x, y := &s.Tokens[a.Head], &s.Tokens[b.Head]
	if !doc.IsRel(x.Deprel, "nsubj") || !doc.IsRel(y.Deprel, "nsubj") || x.Head < 0 || y.Head < 0 || x.Head == y.Head {
		return false
	}
	v := &s.Tokens[y.Head]
	if v.Deprel != "conj" || v.Head != x.Head {
		return false
	}
	c := s.Child(y.Head, "cc")
	return c >= 0 && (s.Tokens[c].Lemma == "but" || s.Tokens[c].Lemma == "yet")
}

// deployed reports whether a force is what a verb moves: they are the forces of the
// one who sends them.
func (r *Resolver) deployed(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if post := r.spots[i].post; post == nil || post.Sector != "MIL" && post.Sector != "COP" && post.Sector != "JUD" {
		return false
	}
	return t.Deprel == "obj" && t.Head >= 0 && r.words.has(s.Tokens[t.Head].Lemma, useDeploy)
}

// planner is the state that will do what an organ or a spokesman without a state says will
// be done: he speaks for it. "Bonn will send ships, a ministry spokesman said." "" where
// nothing is planned, or the report's own state is spoken of beside it.
func (r *Resolver) planner(i int) string {
	d := r.d
	m := &d.Mentions[i]
	if !r.tells(i) {
		return ""
	}
	s := &d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	c := s.Child(v, "ccomp")
	if c < 0 || c > m.First {
		if s.Tokens[v].Deprel != "parataxis" {
			return ""
		}
		c = s.Tokens[v].Head
	}
	if c < 0 || !r.willDo(s, c) || r.words.has(s.Tokens[c].Lemma, useHarm) {
		return ""
	}
	p := s.Predicate(c)
	if p == nil {
		return ""
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return ""
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
	if k < 0 || d.Mentions[k].Entity < 0 || d.Mentions[k].Kind != doc.Named {
		return ""
	}
	e := &d.Entities[d.Mentions[k].Entity]
	if e.Kind != nuncio.KindState && !ofState(e.Sector) || e.Country == r.home || r.home != "" && r.spokenIn(i, r.home) {
		return ""
	}
	return r.ifState(e.Country)
}

// willDo reports whether a clause tells what will be done, by its auxiliary or its verb.
func (r *Resolver) willDo(s *doc.Sentence, v int) bool {
	if r.words.has(s.Tokens[v].Lemma, usePlan) {
		return true
	}
	for c := range s.Children(v) {
		if s.Tokens[c].Deprel == "aux" {
			switch s.Tokens[c].Lemma {
			case "will", "shall", "would":
				return true
			}
		}
	}
	return false
}

// tells reports whether an organ is who says what stands before in the sentence:
// "…, the ministry said".
func (r *Resolver) tells(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if !doc.IsRel(t.Deprel, "nsubj") || t.Head < 0 || !r.words.has(s.Tokens[t.Head].Lemma, useSay) {
		return false
	}
	c := s.Child(t.Head, "ccomp", "parataxis")
	return c >= 0 && c < m.First || s.Tokens[t.Head].Deprel == "parataxis" && t.Head > m.First
}

// ownChamber is the state of an official who tells lawmakers something: without more they
// are his own; "" where no such one speaks to them.
func (r *Resolver) ownChamber(i int) string {
	d := r.d
	m, post := &d.Mentions[i], r.spots[i].post
	if post == nil || post.Sector != "LEG" {
		return ""
	}
	s := &d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if t.Head < 0 || t.Deprel != "obj" && t.Deprel != "iobj" || !r.words.has(s.Tokens[t.Head].Lemma, useInform) {
		return ""
	}
	p := s.Predicate(t.Head)
	if p == nil || p.Passive {
		return ""
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return ""
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
	if k < 0 || d.Mentions[k].Entity < 0 {
		return ""
	}
	if e := &d.Entities[d.Mentions[k].Entity]; e.Kind == nuncio.KindPerson && ofState(e.Sector) {
		return r.ifState(e.Country)
	}
	return ""
}

// ministersState is the state of the minister of whom the paragraph spoke last, whose "the
// ministry" is if no ministry was spoken of after him; "" for none.
func (r *Resolver) ministersState(i int) string {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0 && (d.Mentions[k].Sent == m.Sent || r.sameParagraph(d.Mentions[k].Sent, m.Sent)); k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 {
			continue
		}
		e := &d.Entities[c.Entity]
		if strings.Contains(lower(e.Name), "ministry") {
			return ""
		}
		if c.Kind == doc.Nominal && lower(d.Sentences[c.Sent].Tokens[c.Head].Lemma) == "minister" && e.Kind == nuncio.KindPerson {
			return r.ifState(e.Country)
		}
	}
	return ""
}
