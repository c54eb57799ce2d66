package coder

import (
	"slices"
	"strings"

	"nuncio"
)

// merge makes one event of an act that the report tells twice: same class, same
// parties, same status, times that may be the same. What the second telling
// knows better is kept; its chain stands beside the first one's.
func merge(events []nuncio.Event, pub nuncio.Date, same func(a, b string) bool) []nuncio.Event {
	out := events[:0]
	byClass := map[string][]int{}
next:
	for i := range events {
		e := events[i]
		earlier := byClass[e.Event]
		for _, k := range earlier[max(0, len(earlier)-mergeReach):] {
			if sameAct(&out[k], &e, same) && mayCoincide(&out[k].When, &e.When, pub) {
				join(&out[k], &e)
				continue next
			}
		}
		byClass[e.Event] = append(earlier, len(out))
		out = append(out, e)
	}
	return out
}

// mergeReach bounds how many earlier events of a class an event is compared
// with, so that a report of any length takes time in proportion.
const mergeReach = 200

func sameAct(a, b *nuncio.Event, same func(a, b string) bool) bool {
	if a.Event != b.Event || a.Status != b.Status {
		return false
	}
	if a.Mode != b.Mode && a.Mode != "" && b.Mode != "" {
		return false
	}
	if a.Reciprocal != b.Reciprocal {
		return false
	}
	if a.Where != nil && b.Where != nil && a.Where.Name != b.Where.Name && a.Evidence.Trigger == b.Evidence.Trigger {
		return false // "burned a flag in Colón and another in David"
	}
	// Two different words of one class are two acts unless they are the same kind of act.
	if a.Rule != b.Rule && a.CAMEO != b.CAMEO && (a.Mode == "" || b.Mode == "" && a.In == b.In && spoken(a.Event)) {
		return false
	}
	doers := len(a.Actor) == 0 || len(b.Actor) == 0 || partiesAre(same, a.Actor, b.Actor) && (a.In != b.In || official(a.Actor) == official(b.Actor)) // a passive may name nobody
	if len(a.Actor) != len(b.Actor) && (len(a.Actor) == 0 && suspected(a, b) || len(b.Actor) == 0 && suspected(b, a)) {
		return false
	}
	straight := doers && partiesAre(same, a.Recipient, b.Recipient)
	turned := a.Reciprocal && partiesAre(same, a.Actor, b.Recipient) && partiesAre(same, a.Recipient, b.Actor)
	if !straight && !turned {
		return false
	}
	if len(a.Via) > 0 && len(b.Via) > 0 && !partiesAre(same, a.Via, b.Via) {
		return false
	}
	return true
}

// official reports whether all of a list are states or act for one: what villagers did,
// their state did not, though a title may say so; a ruling party often is the state.
func official(list []nuncio.Party) bool {
	return !slices.ContainsFunc(list, func(p nuncio.Party) bool { return !ofState(&p) && p.Sector != "" && p.Sector != "PTY" })
}

// suspected reports whether it is only another's word who did what an event tells without a
// doer: that a town was shelled stands by itself then.
func suspected(bare, named *nuncio.Event) bool {
	return len(named.Chain) > 0 && len(bare.Chain) == 0
}

// recent is how many days before publication a dated happening may lie for words
// without a date to mean it too.
const recent = 45

// mayCoincide reports whether two times can be of one happening. Where both have
// words of their own they must overlap; a time that is only bounded means what
// is new, and so no happening of long ago.
func mayCoincide(a, b *nuncio.When, pub nuncio.Date) bool {
	if !a.Interval.Overlaps(b.Interval) {
		return false
	}
	if bounded(a) == bounded(b) || pub.IsZero() {
		return true
	}
	dated := a
	if bounded(a) {
		dated = b
	}
	return dated.End.IsZero() || !dated.End.Before(pub.AddDays(-recent))
}

// bounded reports whether only tense or the day of a report bounds a time.
func bounded(w *nuncio.When) bool {
	return w.Basis != nuncio.WhenExpression && w.Basis != nuncio.WhenContext
}

// partiesAre compares two lists of parties as sets, by entity or by same, which
// tells whether one entity is the state, office or member of the other.
func partiesAre(same func(a, b string) bool, a, b []nuncio.Party) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !slices.ContainsFunc(b, func(p nuncio.Party) bool { return sameParty(&a[i], &p) || same(a[i].Entity, p.Entity) }) {
			return false
		}
	}
	return true
}

// sameParties compares two lists of parties as sets.
func sameParties(a, b []nuncio.Party) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !slices.ContainsFunc(b, func(p nuncio.Party) bool { return sameParty(&a[i], &p) }) {
			return false
		}
	}
	return true
}

// sameParty reports whether two mentions may be one party: the same entity, or
// a state and one who acts for it.
func sameParty(a, b *nuncio.Party) bool {
	if a.Entity == b.Entity {
		return true
	}
	if a.Country == "" || a.Country != b.Country {
		return false
	}
	return a.Entity == a.Country || b.Entity == b.Country
}

// join adds what b knows to a. What the title told first is kept as the body
// tells it.
func join(a, b *nuncio.Event) {
	if a.In == "title" && b.In == "" {
		body := *b
		join(&body, a)
		*a = body
		return
	}
	if better(&b.When, &a.When) {
		a.When = b.When
	}
	if a.Mode == "" {
		a.Mode = b.Mode
		a.CAMEO, a.Goldstein = b.CAMEO, b.Goldstein
	}
	if len(a.Actor) == 0 && len(b.Actor) > 0 {
		a.Actor = b.Actor // on whose word it was he, comes first
		a.Chain, a.Chains, b.Chain, b.Chains = b.Chain, b.Chains, a.Chain, a.Chains
	}
	if a.In == b.In {
		a.Actor, a.Recipient = finer(a.Actor, b.Actor), finer(a.Recipient, b.Recipient)
	}
	if len(a.Via) == 0 && a.In == b.In {
		a.Via = b.Via
	}
	if a.Where == nil && a.In == b.In {
		a.Where = b.Where
	}
	for _, c := range append([][]nuncio.Link{b.Chain}, b.Chains...) {
		if !slices.ContainsFunc(append([][]nuncio.Link{a.Chain}, a.Chains...), func(have []nuncio.Link) bool { return slices.Equal(have, c) }) {
			a.Chains = append(a.Chains, c)
		}
	}
	a.Confidence = max(a.Confidence, b.Confidence)
}

// finer prefers the list that names persons over bodies, and bodies over states.
func finer(a, b []nuncio.Party) []nuncio.Party {
	if len(a) != len(b) {
		return a
	}
	rank := func(list []nuncio.Party) int {
		n := 0
		for _, p := range list {
			switch {
			case strings.HasPrefix(p.Entity, "person/"):
				n += 2
			case p.Entity != p.Country:
				n++
			}
		}
		return n
	}
	if rank(b) > rank(a) {
		return b
	}
	return a
}

var basisRank = map[nuncio.WhenBasis]int{
	nuncio.WhenExpression: 4, nuncio.WhenContext: 3, nuncio.WhenReport: 2, nuncio.WhenTense: 1, nuncio.WhenNone: 0,
}

func better(a, b *nuncio.When) bool { return basisRank[a.Basis] > basisRank[b.Basis] }
