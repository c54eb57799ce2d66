package who

import (
	"nuncio"
	"nuncio/doc"
)

// posted reports whether a noun speaks of diplomats of states that are not told, as those
// who talk to reporters are: "diplomats said", "a Western diplomat".
func (r *Resolver) posted(i int) bool {
	m := &r.d.Mentions[i]
	if m.Kind == doc.Named || r.spots[i].post == nil {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	switch s.Tokens[m.Head].Lemma {
	case "diplomat", "envoy":
		return !r.definite(s, m) && s.Part != doc.Title && (s.Tokens[m.Head].Lemma == "diplomat" || s.Tokens[m.Head].XPOS == "NNS")
	}
	return false
}

// administration reports whether a noun speaks of officials of "the Administration", as
// American papers call their own government.
func (r *Resolver) administration(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	if m.Kind == doc.Named {
		return false
	}
	if _, spoken := r.byID["USA"]; !spoken {
		return false
	}
	for k := m.First; k <= m.Head; k++ {
		if s.Tokens[k].Form == "Administration" {
			return true
		}
	}
	return false
}

// abroad reports whether a noun is said to be of no one country: by an adjective
// ("foreign troops", "African leaders", "Sahelian officials"), or because it
// speaks of many states at once ("four governments").
func (r *Resolver) abroad(i int) bool {
	m := &r.d.Mentions[i]
	if r.spots[i].post != nil && r.spots[i].post.Sector == "IGO" {
		return true
	}
	s := &r.d.Sentences[m.Sent]
	head := &s.Tokens[m.Head]
	own := r.spots[i].title // "foreign ministers", "Interior Ministry": words of the post itself
	if m.Kind == doc.Named {
		own = m.Range
	}
	many := head.XPOS == "NNS" && r.words.has(lower(head.Lemma), useStates)
	if many {
		return true
	}
	for c := range s.Children(m.Head) {
		t := &s.Tokens[c]
		if doc.IsRel(t.Deprel, "nmod") && lower(prepositionOf(s, c)) == "of" && (t.Lemma == "member" && s.Child(c, "nmod") >= 0 || t.Lemma == "bloc" || t.Lemma == "union") {
			return true // "the leaders of the other members of the union"
		}
		if p := lower(prepositionOf(s, c)); doc.IsRel(t.Deprel, "nmod") && (p == "of" || p == "from") && t.XPOS == "NNS" && r.words.has(lower(t.Lemma), useCountry) {
			return true // "ministers from more than 40 countries"
		}
		if doc.IsRel(t.Deprel, "nmod") && c > m.Head && lower(prepositionOf(s, c)) == "of" && r.bothOf(s, c) {
			return true // "leaders of both communities"
		}
		switch {
		case own.First <= c && c < own.End:
		case t.Deprel != "amod" && t.Deprel != "compound" && t.Deprel != "nmod:poss" && t.Deprel != "nmod":
		case r.words.has(lower(prepositionOf(s, c)), usePlace) && r.moved(m): // "landed soldiers in Chad"
		case t.Deprel == "compound" && r.house(i): // "the Moe Gaung monastery" is called so
		case r.words.has(lower(t.Form), useAbroad):
			return true
		case r.words.has(lower(t.Form), useTime): // "On Monday police …", where the tree joins them
		case t.Form != lower(t.Form) && (t.Start > s.Start || r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: c}) >= 0):
			k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: c})
			if k < 0 || r.d.Mentions[k].Entity < 0 || r.d.Entities[r.d.Mentions[k].Entity].Kind != nuncio.KindPlace {
				return true // a name that no state is known by
			}
		}
	}
	return false
}

// bothOf reports whether a plural noun that names nobody speaks of two sides: "both communities".
func (r *Resolver) bothOf(s *doc.Sentence, k int) bool {
	if s.Tokens[k].UPOS != "NOUN" || s.Tokens[k].XPOS != "NNS" || r.words.has(lower(s.Tokens[k].Lemma), useStates) {
		return false
	}
	for c := range s.Children(k) {
		switch lower(s.Tokens[c].Form) {
		case "both", "two", "three", "rival", "warring":
			return c < k
		}
	}
	return false
}

// house reports whether a noun is of a house of prayer, learning or healing, whose own name
// stands before it.
func (r *Resolver) house(i int) bool {
	post := r.spots[i].post
	if post == nil || post.Kind == "person" {
		return false
	}
	return post.Sector == "REL" || post.Sector == "EDU" || post.Sector == "MED"
}
