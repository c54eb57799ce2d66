package who

import (
	"fmt"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// pluralPronoun links "they": to the plural party, collective or two persons
// named together that score best.
func (r *Resolver) pluralPronoun(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	if both := r.aboutToMeet(i); both != nil {
		m.Members, m.Reason = both, "the two of whom the clause tells that they meet"
		return true
	}
	if r.freed(m) && r.seized(i, 0, false) {
		return true
	}
	a := r.phraseHeaded(doc.Ref{Sent: m.Sent, Tok: m.Head})
	best, bestScore := -1, 0.0
	var together []int
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if m.Sent-c.Sent > reach || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		var with []int
		met := false
		if r.against < 0 {
			if with = r.namedWith(c); with == nil && !r.wantedBy(m, c) {
				with = r.metBy(c)
				met = with != nil
			}
		} else if c.Entity < 0 || !opposes(&d.Entities[c.Entity]) {
			continue
		}
		if with == nil && len(c.Members) == 0 && (c.Entity < 0 || r.against < 0 && !d.Entities[c.Entity].Plural && !r.manyNamed(k) || r.against < 0 && c.Reason == modifierReason) {
			continue
		}
		if contains(r.barred, c.Entity) || r.bound(m, c, pronoun{plural: true}) || r.sided(c.Entity, r.against) {
			continue
		}
		score := r.salience(m, c) + learnt*r.linkScore(a, c)
		if met {
			score++ // one of the two is the subject
		}
		if best < 0 || score > bestScore {
			best, together, bestScore = k, with, score
		}
	}
	if best < 0 {
		return false
	}
	c := &d.Mentions[best]
	m.Link = best
	switch {
	case together != nil:
		m.Members, m.Reason = together, "those named together before"
	case len(c.Members) > 0:
		m.Members, m.Reason = c.Members, "the collective before"
	default:
		m.Entity, m.Reason = c.Entity, fmt.Sprintf("the plural party before: %q", d.Words(c.Range))
	}
	return true
}

// freed reports whether "they" are said to be set free, handed over or charged: it is those
// who were seized before.
func (r *Resolver) freed(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	return r.against < 0 && t.Deprel == "nsubj:pass" && t.Head >= 0 && r.words.has(s.Tokens[t.Head].Lemma, useFree) && s.Child(t.Head, "obl:agent") < 0
}

// opposes reports whether a party is of the kind that a state's spokesman calls "they"
// beside "us": another state, its forces, an armed or political movement; no bystanders.
func opposes(e *doc.Entity) bool {
	switch e.Sector {
	case "MIL", "COP", "REB", "SPY", "OPP", "PTY", "CRM":
		return true
	}
	return e.Kind == nuncio.KindState
}

// manyNamed reports whether a force, or those in whom a body meets, are called by a plural,
// "Tajik troops", "the Heads of State", or a movement in arms is, which is many people.
func (r *Resolver) manyNamed(k int) bool {
	c := &r.d.Mentions[k]
	t := &r.d.Sentences[c.Sent].Tokens[c.Head]
	e := &r.d.Entities[c.Entity]
	if c.Reason == demonymReason {
		return true
	}
	if c.Reason == wholeReason {
		return r.spots[k].gathering || strings.HasSuffix(t.Form, "s")
	}
	if c.Kind == doc.Pronoun {
		p, ok := pronounOf(lower(t.Form))
		return ok && p.person == '3' && p.plural
	}
	if e.Kind == nuncio.KindOrganization && e.Sector == "REB" && t.Deprel != "compound" && t.Deprel != "amod" {
		return true // "the Taliban", "the movement"
	}
	return t.XPOS == "NNS" && e.Kind == nuncio.KindOrganization && (e.Sector == "MIL" || e.Sector == "COP")
}

// aboutToMeet are the two of a clause in whose own clause of time "they" meet: "he will
// show it to his counterpart when they meet on Friday".
func (r *Resolver) aboutToMeet(i int) []int {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	if v < 0 || !doc.IsRel(s.Tokens[m.Head].Deprel, "nsubj") || !doc.IsRel(s.Tokens[v].Deprel, "advcl") || s.Tokens[v].Head < 0 || s.Tokens[v].Head > m.Head {
		return nil
	}
	if !r.words.has(s.Tokens[v].Lemma, useConfer) {
		return nil
	}
	p := s.Predicate(s.Tokens[v].Head)
	if p == nil || p.Passive {
		return nil
	}
	var two []int
	for _, a := range p.Args {
		if a.Role != doc.Subj && a.Role != doc.Obj && a.Role != doc.IObj && (a.Role != doc.Obl || a.Case != "to" && a.Case != "with") {
			continue
		}
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
		if k < 0 || k >= i || d.Mentions[k].Entity < 0 || d.Mentions[k].Place || d.Entities[d.Mentions[k].Entity].Plural || contains(two, d.Mentions[k].Entity) {
			continue
		}
		two = append(two, d.Mentions[k].Entity)
	}
	if len(two) != 2 || !sameSort(&d.Entities[two[0]], &d.Entities[two[1]]) {
		return nil
	}
	return two
}

// namedWith are the parties that a coordination names, mention c being its last
// member: "Berg and Hansen", "Chad, Niger and Mali"; nil where c is none.
func (r *Resolver) namedWith(c *doc.Mention) []int {
	d := r.d
	s := &d.Sentences[c.Sent]
	t := &s.Tokens[c.Head]
	if c.Entity < 0 || c.Place || t.Deprel != "conj" || t.Head < 0 || c.Kind == doc.Pronoun || c.Reason == modifierReason {
		return nil
	}
	first := t.Head
	for n := 0; s.Tokens[first].Deprel == "conj" && s.Tokens[first].Head >= 0 && n < len(s.Tokens); n++ {
		first = s.Tokens[first].Head
	}
	var members []int
	for k := first; k < len(s.Tokens); k++ {
		if k != first && (s.Tokens[k].Deprel != "conj" || !conjoined(s, k, first)) {
			continue
		}
		if k > c.Head {
			return nil // there are more
		}
		o := r.cover.Headed(doc.Ref{Sent: c.Sent, Tok: k})
		if o < 0 || d.Mentions[o].Entity < 0 || d.Mentions[o].Place || !sameSort(&d.Entities[d.Mentions[o].Entity], &d.Entities[c.Entity]) && !r.personsBoth(d.Mentions[o].Entity, c.Entity) {
			return nil
		}
		if e := d.Mentions[o].Entity; !contains(members, e) {
			members = append(members, e)
		}
	}
	if len(members) < 2 {
		return nil
	}
	return members
}

// metBy are the two who met, mention c being the one who was met: "Berg received
// Lund. They …", "Berg held talks with Lund. They …"; nil where c is none.
func (r *Resolver) metBy(c *doc.Mention) []int {
	d := r.d
	s := &d.Sentences[c.Sent]
	t := &s.Tokens[c.Head]
	if c.Entity < 0 || c.Place || c.Kind == doc.Pronoun || c.Reason == modifierReason || t.Head < 0 {
		return nil
	}
	v, with := t.Head, lower(prepositionOf(s, c.Head)) == "with"
	switch {
	case r.words.has(s.Tokens[v].Lemma, useMeet):
		if t.Deprel != "obj" && (!doc.IsRel(t.Deprel, "obl") || !with) {
			return nil
		}
	case with && r.words.has(s.Tokens[v].Lemma, useHeld) && s.Tokens[v].Deprel == "obj" && s.Tokens[v].Head >= 0: // "held talks with Lund", hung from the noun
		v = s.Tokens[v].Head
	case with && doc.IsRel(t.Deprel, "obl") && s.Child(v, "obj") >= 0 && r.words.has(s.Tokens[s.Child(v, "obj")].Lemma, useHeld):
	default:
		return nil
	}
	p := s.Predicate(v)
	if p == nil || p.Passive {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok || s.Child(a.Tok, "conj") >= 0 { // "Berg and her aides met Lund": they are more than two
		return nil
	}
	k := r.cover.Headed(doc.Ref{Sent: c.Sent, Tok: a.Tok})
	if k < 0 || d.Mentions[k].Entity < 0 || d.Mentions[k].Entity == c.Entity || !sameSort(&d.Entities[d.Mentions[k].Entity], &d.Entities[c.Entity]) {
		return nil
	}
	return []int{d.Mentions[k].Entity, c.Entity}
}

// wantedBy reports whether a pronoun stands in the clause that tells why c was met: what
// one tells or asks the other is of others than the two ("telephoned him to demand that
// they be freed").
func (r *Resolver) wantedBy(m, c *doc.Mention) bool {
	if m.Sent != c.Sent {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	v := s.Tokens[c.Head].Head
	for k, n := m.Head, 0; k >= 0 && n < len(s.Tokens); k, n = s.Tokens[k].Head, n+1 {
		if d := s.Tokens[k].Deprel; s.Tokens[k].Head == v && (d == "xcomp" || d == "ccomp" || doc.IsRel(d, "advcl") && s.Child(k, "mark") >= 0 && s.Tokens[s.Child(k, "mark")].Lemma == "to") {
			return true
		}
	}
	return false
}

// conjoined reports whether a token is of the coordination that begins with first.
func conjoined(s *doc.Sentence, k, first int) bool {
	for n := 0; k >= 0 && n < len(s.Tokens); n++ {
		if k == first {
			return true
		}
		if s.Tokens[k].Deprel != "conj" {
			return false
		}
		k = s.Tokens[k].Head
	}
	return false
}

// personsBoth reports whether two parties are persons, one or many: "he and his colleagues".
func (r *Resolver) personsBoth(a, b int) bool {
	person := func(e int) bool {
		if r.d.Entities[e].Kind == nuncio.KindPerson {
			return true
		}
		p := r.partyOf(e)
		return p >= 0 && r.parties[p].post.Kind == "person"
	}
	return person(a) && person(b)
}

// sameSort reports whether two parties may be spoken of as one they: persons with
// persons, states and bodies with each other.
func sameSort(a, b *doc.Entity) bool {
	return (a.Kind == nuncio.KindPerson) == (b.Kind == nuncio.KindPerson) && a.Kind != nuncio.KindOutlet && b.Kind != nuncio.KindOutlet
}
