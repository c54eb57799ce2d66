package who

import (
	"slices"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// onlyLeaders keeps those who lead where "leaders" are spoken of and two or more do: "the
// two leaders" are the president and the rebels' leader, not his spokesman.
func (r *Resolver) onlyLeaders(m *doc.Mention, parties []spoken) []spoken {
	if !r.words.has(strings.ToLower(r.d.Sentences[m.Sent].Tokens[m.Head].Lemma), useLeader) {
		return parties
	}
	var lead []spoken
	for _, p := range parties {
		if e := &r.d.Entities[p.entity]; r.holds(e.ID, "head of state") || r.holds(e.ID, "head of government") || r.holds(e.ID, "group leader") || r.holds(e.ID, "party leader") || e.Role != nil && r.words.leads(strings.ToLower(e.Role.Title)) {
			lead = append(lead, p)
		}
	}
	if len(lead) < 2 {
		return parties
	}
	return lead
}

// leads reports whether a post is that of a leader.
func (w *Words) leads(role string) bool {
	return w.within(role, useLead) && !strings.HasPrefix(role, "vice") && !strings.HasPrefix(role, "deputy") && !strings.Contains(role, "spokes") && !strings.Contains(role, "adviser")
}

// titled is what it counts for two states that the title speaks of both.
const titled = 0.8

// headlined reports whether the title speaks of a state or of somebody who acts for it.
func (r *Resolver) headlined(entity int) bool {
	country := r.d.Entities[entity].Country
	for k := range r.d.Mentions {
		c := &r.d.Mentions[k]
		if r.d.Sentences[c.Sent].Part != doc.Title {
			return false
		}
		if c.Kind == doc.Named && c.Entity >= 0 && r.d.Entities[c.Entity].Country == country {
			return true
		}
	}
	return false
}

// opposite reports whether an entity, or one who acts for it, is the subject of
// the clause in which m is something else: "Annan urged both sides" does not
// count him among them.
func (r *Resolver) opposite(m *doc.Mention, entity int) bool {
	d := r.d
	s := &d.Sentences[m.Sent]
	switch strings.ToLower(prepositionOf(s, m.Head)) {
	case "of":
		if n := s.Tokens[m.Head].Head; n < 0 || !r.person(m.Sent, n) {
			return false
		}
	case "between", "among":
		return false // "hailed the ties between the two nations": one is his own
	}
	if s.Tokens[m.Head].Deprel == "nmod:poss" {
		return false
	}
	for v, n := s.Tokens[m.Head].Head, 0; v >= 0 && n < len(s.Tokens); v, n = s.Tokens[v].Head, n+1 {
		p := s.Predicate(v)
		if p == nil || p.Kind != doc.Verbal {
			continue
		}
		for _, a := range p.Args {
			if a.Role != doc.Subj || a.Tok == m.Head {
				continue
			}
			k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: a.Tok})
			if c := s.Child(a.Tok, "appos", "flat"); c >= 0 && (k < 0 || d.Mentions[k].Entity < 0) { // "the Peruvian envoy, Berg," not linked yet
				k = r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: c})
			}
			if k >= 0 && d.Mentions[k].Kind == doc.Nominal && !s.Dominates(a.Tok, m.Head) && d.Mentions[k].Entity < 0 && d.Mentions[k].Members == nil && d.Mentions[k].Reason == "" && r.spots[k].post != nil && !r.spots[k].isPair {
				r.refer(k) // it has not had its turn
			}
			if k < 0 || d.Mentions[k].Entity < 0 {
				continue
			}
			subj := &d.Entities[d.Mentions[k].Entity]
			if d.Mentions[k].Entity == entity || d.Entities[entity].Kind == nuncio.KindState && subj.Country == d.Entities[entity].Country && subj.Country != "" {
				return true
			}
		}
		return false
	}
	return false
}

// person reports whether a noun is a mention of people by their office: "officials of both
// governments" whom somebody meets are none of his own.
func (r *Resolver) person(sent, tok int) bool {
	k := r.cover.Headed(doc.Ref{Sent: sent, Tok: tok})
	return k >= 0 && r.spots[k].post != nil && r.spots[k].post.Kind == "person" && r.spots[k].post.Sector == "GOV"
}

// spokenOf lists the parties of a kind before mention i, the last one first.
func (r *Resolver) spokenOf(i int, kind collective, back int) []spoken {
	d := r.d
	m := &d.Mentions[i]
	var list []spoken
	add := func(e, sent int, listed, aside bool) {
		e = r.asKind(e, kind)
		if e < 0 || slices.ContainsFunc(list, func(s spoken) bool { return s.entity == e }) || len(list) == maxPairs {
			return
		}
		s := spoken{entity: e, sent: sent, count: r.countOf(e, i)}
		if listed {
			s.listed = 1.5
		}
		if aside {
			s.aside = 1
		}
		list = append(list, s)
	}
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part || m.Sent-c.Sent > back {
			break
		}
		for _, e := range c.Members {
			add(e, c.Sent, false, false)
		}
		if c.Entity >= 0 && !(r.reporter(k) && (kind != statePair || r.ofMedia(k) || c.Reason == modifierReason && r.ofThing(k))) {
			add(c.Entity, c.Sent, inList(&d.Sentences[c.Sent], c.Head), speaksAside(&d.Sentences[c.Sent], c.Head))
		}
	}
	return list
}

// inList reports whether a token is one of three or more that are coordinated.
func inList(s *doc.Sentence, i int) bool {
	first := i
	if s.Tokens[i].Deprel == "conj" && s.Tokens[i].Head >= 0 {
		first = s.Tokens[i].Head
	}
	n := 1
	for c := range s.Children(first) {
		if s.Tokens[c].Deprel == "conj" {
			n++
		}
	}
	return n >= 3
}

// speaksAside reports whether a token is the subject of a saying that stands beside
// what is said: "…, her spokesman Steffen Seibert said".
func speaksAside(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	if t.Deprel != "nsubj" || t.Head < 0 {
		return false
	}
	v := t.Head
	return s.Tokens[v].Deprel == "parataxis" || s.Child(v, "ccomp") >= 0 && s.Child(v, "ccomp") < i
}

// asKind is the entity as a member of a pair of the kind: for states, the state
// of a people or, failing that, -1.
func (r *Resolver) asKind(e int, kind collective) int {
	x := &r.d.Entities[e]
	switch kind {
	case statePair:
		if x.Kind == nuncio.KindState || x.Kind == nuncio.KindGroup && strings.HasSuffix(x.ID, "-people") {
			return r.stateEntity(x.Country)
		}
		if x.Kind == nuncio.KindPerson && x.Sector == "GOV" || x.Kind == nuncio.KindOrganization && ofState(x.Sector) && r.ifState(x.Country) != "" {
			return r.stateEntity(x.Country)
		}
	case personPair:
		if x.Kind == nuncio.KindPerson && r.partyOf(e) < 0 { // one whom only a noun names is seldom one of two
			return e
		}
	case orgPair:
		if x.Kind == nuncio.KindOrganization || x.Kind == nuncio.KindGroup && (r.partyOf(e) < 0 || x.Sector == "REB" || x.Sector == "PTY" || x.Sector == "OPP") {
			return e // not "police" and "residents", who are no bodies
		}
	}
	return -1
}

// ofState reports whether bodies of a sector are organs and forces of states.
func ofState(sector string) bool {
	switch sector {
	case "GOV", "MIL", "COP", "LEG", "SPY", "JUD":
		return true
	}
	return false
}

// countOf is how often the report has spoken of an entity before mention i, or of
// one of its country where it is a state.
func (r *Resolver) countOf(e, i int) int {
	x := &r.d.Entities[e]
	n := 0
	for k := range r.d.Mentions[:i] {
		c := &r.d.Mentions[k]
		if c.Entity == e || c.Entity >= 0 && x.Kind == nuncio.KindState && r.d.Entities[c.Entity].Country == x.Country && r.d.Entities[c.Entity].Kind != nuncio.KindOutlet {
			n++
		}
	}
	return n
}

// joined reports whether a collective before mention i stood for just these two.
func (r *Resolver) joined(i, x, y int) bool {
	for k := i - 1; k >= 0; k-- {
		m := r.d.Mentions[k].Members
		if len(m) == 2 && (m[0] == x && m[1] == y || m[0] == y && m[1] == x) {
			return true
		}
		if len(m) == 2 && r.d.Entities[x].Kind == r.d.Entities[y].Kind && (r.d.Entities[x].Kind == nuncio.KindState || r.d.Entities[x].Kind == nuncio.KindPerson && r.d.Mentions[i].Sent-r.d.Mentions[k].Sent <= plainReach && r.spots[k].isPair) { // their leaders, or their states, were
			a, b := r.d.Entities[m[0]].Country, r.d.Entities[m[1]].Country
			if p, q := r.d.Entities[x].Country, r.d.Entities[y].Country; a == p && b == q || a == q && b == p {
				return true
			}
		}
	}
	return false
}

// ofMedia reports whether a demonym only says whose paper or agency it is.
func (r *Resolver) ofMedia(k int) bool {
	m := &r.d.Mentions[k]
	h := r.d.Sentences[m.Sent].Tokens[m.Head].Head
	if h < 0 {
		return false
	}
	x := r.cover.At(doc.Ref{Sent: m.Sent, Tok: h})
	if x < 0 || r.d.Mentions[x].Entity < 0 {
		return x >= 0 && r.spots[x].post != nil && r.spots[x].post.Sector == "JRN"
	}
	e := &r.d.Entities[r.d.Mentions[x].Entity]
	return e.Kind == nuncio.KindOutlet || e.Sector == "JRN"
}

// ofThing reports whether a demonym only says whose firm, writer or thing it is, which is
// no party of the state's: "an American oil company".
func (r *Resolver) ofThing(k int) bool {
	m := &r.d.Mentions[k]
	h := r.d.Sentences[m.Sent].Tokens[m.Head].Head
	if h < 0 {
		return false
	}
	x := r.cover.At(doc.Ref{Sent: m.Sent, Tok: h})
	if x >= 0 && x != k && r.spots[x].post != nil && !r.stateOwned(x) {
		return true
	}
	noun := &r.d.Sentences[m.Sent].Tokens[h]
	return noun.UPOS == "NOUN" && r.words.has(noun.Lemma, useCitizen)
}

// reporter reports whether a mention only tells on whose word something
// stands: an outlet, or the state that an outlet belongs to.
func (r *Resolver) reporter(k int) bool {
	m := &r.d.Mentions[k]
	return r.d.Entities[m.Entity].Kind == nuncio.KindOutlet || m.Reason == modifierReason
}
