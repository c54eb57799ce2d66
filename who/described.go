package who

import (
	"slices"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// describedReach is how many sentences back a state lies at most that is described by
// a word that few states fit, and plainReach where the word says nothing.
const (
	describedReach = 8
	plainReach     = 2
)

// description is what the words before a noun of states tell of which it is.
type description struct {
	fits  []map[string]bool // the states that each known word fits
	plain bool              // a word stands there that says nothing
	other bool              // another than those spoken of, or one of many
	host  bool              // "the host country"
	near  bool              // "the neighbouring state"
	not   []string          // the states whose neighbour or ally it is
}

// descriptionOf reads the words before a noun: "the Baltic republic", "the landlocked
// country", "its South-East Asian neighbour".
func (r *Resolver) descriptionOf(m *doc.Mention) description {
	var q description
	s := &r.d.Sentences[m.Sent]
	var words []string
	friend := r.words.has(lower(s.Tokens[m.Head].Lemma), useOther)
	for k := m.First; k < m.Head; k++ {
		t := &s.Tokens[k]
		if fits := r.statesNamed(m.Sent, k, friend); fits != nil {
			q.fits = append(q.fits, fits) // "its Azeri ally", "the EU country"
			continue
		}
		if t.UPOS == "DET" || t.UPOS == "PRON" || t.UPOS == "PART" || t.Deprel == "nmod:poss" && t.UPOS != "ADJ" {
			words = words[:0]
			continue
		}
		words = append(words, lower(t.Form))
	}
	words = strings.Fields(strings.ReplaceAll(strings.Join(words, " "), " - ", "-"))
next:
	for k := 0; k < len(words); {
		for n := min(3, len(words)-k); n > 0; n-- {
			if fits := r.words.described[strings.Join(words[k:k+n], " ")]; fits != nil {
				q.fits = append(q.fits, fits)
				k += n
				continue next
			}
		}
		switch word := words[k]; {
		case r.words.has(word, useAnother):
			q.other = true
		case word == "host":
			q.host = true
		case r.words.has(word, useNear):
			q.near = true
		case word == "former" || word == "and" || word == ",":
		default:
			q.plain = true
		}
		k++
	}
	return q
}

// statesNamed are the members of the body that a token names, or, where one state may be told
// from others by its demonym, that state; nil for none.
func (r *Resolver) statesNamed(sent, tok int, one bool) map[string]bool {
	k := r.cover.Headed(doc.Ref{Sent: sent, Tok: tok})
	if k < 0 || r.d.Mentions[k].Kind != doc.Named || r.d.Mentions[k].Entity < 0 {
		return nil
	}
	e := &r.d.Entities[r.d.Mentions[k].Entity]
	if one && e.Kind == nuncio.KindState && r.d.Mentions[k].Reason == modifierReason {
		return map[string]bool{e.ID: true}
	}
	c := r.cat.Entity(e.ID)
	if c == nil || c.Kind != nuncio.KindOrganization {
		return nil
	}
	var fits map[string]bool
	for _, state := range r.cat.Members(c.ID, r.on) {
		if fits == nil {
			fits = map[string]bool{}
		}
		fits[state.ID] = true
	}
	return fits
}

// of reports whether a state is one that the words fit.
func (q *description) of(state string) bool {
	if slices.Contains(q.not, state) {
		return false
	}
	for _, fits := range q.fits {
		if !fits[state] {
			return false
		}
	}
	return true
}

// describedState finds the state last spoken of that a description fits, another than
// the one given; the reader knows it for "the Baltic republic" by the word, for "the
// stricken country" by what was told just before. -1 for none.
func (r *Resolver) describedState(i int, q *description, but string) int {
	d := r.d
	m := &d.Mentions[i]
	reach := plainReach
	if len(q.fits) > 0 {
		reach = describedReach
	}
	if len(q.fits) > 0 && r.home != but && q.of(r.home) && !q.near && r.home != "" {
		if x := r.stateEntity(r.home); x >= 0 && !r.opposite(m, x) {
			return x
		}
	}
	weak, place, placed := -1, -1, -1
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if place >= 0 && c.Sent < placed {
			return place
		}
		if m.Sent-c.Sent > reach || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		if c.Entity < 0 || c.Sent == m.Sent && m.First <= c.First && c.End <= m.End {
			continue
		}
		e := &d.Entities[c.Entity]
		if e.Country == "" || e.Country == but || q.near && e.Country == r.home || e.Inferred || e.Kind == nuncio.KindOutlet || !q.of(e.Country) {
			continue
		}
		if q.host && !c.Place {
			continue
		}
		x := r.stateEntity(e.Country)
		if x < 0 || r.opposite(m, x) || r.asks(m, e.Country) {
			continue
		}
		strong := e.Kind == nuncio.KindState && !c.Place && c.Reason != modifierReason
		if c.Place && len(q.fits) > 0 && !q.host { // who acts in the sentence is meant before where it is
			if place < 0 {
				place, placed = x, c.Sent
			}
			continue
		}
		if strong || len(q.fits) > 0 || q.host {
			return x
		}
		if weak < 0 && (e.Kind == nuncio.KindState && c.Reason != modifierReason || e.Sector == "GOV" || c.Place) {
			weak = x
		}
	}
	if place >= 0 {
		return place
	}
	return weak
}

// asks reports whether a state, or one of its people, is the subject of a clause above m that asks
// or warns somebody: "Syria urged Iran to drop its ally" speaks of no Syria.
func (r *Resolver) asks(m *doc.Mention, state string) bool {
	d := r.d
	s := &d.Sentences[m.Sent]
	for v, n := s.Tokens[m.Head].Head, 0; v >= 0 && n < len(s.Tokens); v, n = s.Tokens[v].Head, n+1 {
		p := s.Predicate(v)
		if p == nil || p.Kind != doc.Verbal || !r.words.has(s.Tokens[v].Lemma, useAddress) {
			continue
		}
		a, ok := p.Arg(doc.Subj)
		if !ok {
			continue
		}
		if e := r.whoIs(m.Sent, a.Tok); e >= 0 && d.Entities[e].Country == state {
			return true
		}
	}
	return false
}

// onlyFitting is the one state named anywhere in the report that a description fits, else
// the one state that it fits at all; -1 where there is not just one.
func (r *Resolver) onlyFitting(i int, q *description, but string) int {
	found := ""
	for k := range r.d.Mentions {
		c := &r.d.Mentions[k]
		if c.Entity < 0 || k == i {
			continue
		}
		e := &r.d.Entities[c.Entity]
		if e.Country == "" || e.Country == but || e.Inferred || !q.of(e.Country) || e.Country == found {
			continue
		}
		if _, state := r.cat.State(e.Country); !state {
			continue
		}
		if found != "" {
			return -1
		}
		found = e.Country
	}
	if found == "" && len(q.fits) == 1 {
		for s := range q.fits[0] {
			if s == but {
				continue
			}
			if st, ok := r.cat.State(s); !ok || !st.Spell.Holds(r.on) && !r.on.IsZero() {
				continue
			}
			if found != "" {
				return -1
			}
			found = s
		}
	}
	if found == "" {
		return -1
	}
	return r.stateEntity(found)
}

// otherState links "its neighbour", "their former colony" to the state last spoken of
// that is not the owner's; without an owner it is another than the report's.
func (r *Resolver) otherState(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	noun := lower(d.Token(doc.Ref{Sent: m.Sent, Tok: m.Head}).Lemma)
	beside := noun == "neighbour" || noun == "neighbor"
	own, owner := r.home, r.ownerOf(i)
	if owner >= 0 {
		own = d.Entities[owner].Country
		if e := &d.Entities[owner]; e.Kind == nuncio.KindPerson && e.Sector != "GOV" || e.Kind == nuncio.KindGroup && !ofState(e.Sector) && !r.words.sided(&d.Sentences[m.Sent], m) {
			return false // villagers have villagers for neighbours
		}
	} else if several := r.ownersOf(i); several != nil { // "France and Britain backed their ally"
		own, beside = several[0], false
	} else if !beside || d.Sentences[m.Sent].Child(m.Head, "nmod:poss") >= 0 {
		return false
	}
	if own == "" {
		return false
	}
	q := r.descriptionOf(m)
	if q.other {
		return false
	}
	q.not = r.ownersOf(i)
	if states := r.words.borders[own]; beside && states != nil {
		q.fits, q.plain = append(q.fits, states), false
	}
	if side := r.sideOf(m, own); beside && len(side) > 0 {
		q.fits = append(q.fits, side)
	}
	if r.home != "" && r.home != own && !r.asks(m, r.home) && (noun == "colony" || noun == "protectorate" || !beside && q.of(r.home)) {
		if x := r.stateEntity(r.home); x >= 0 {
			m.Entity, m.Reason = x, "the state that the report is about"
			return true
		}
	}
	x := r.describedState(i, &q, own)
	if x < 0 && r.home != own && q.of(r.home) && !r.asks(m, r.home) {
		x = r.stateEntity(r.home)
	}
	if x < 0 && len(q.fits) > 0 {
		x = r.onlyFitting(i, &q, own)
	}
	if x < 0 {
		return false
	}
	m.Entity, m.Reason = x, "another state than "+own+", the one spoken of last"
	return true
}

// ownersOf are the states that a plural pronoun at a noun stands for; nil for one or none.
func (r *Resolver) ownersOf(i int) []string {
	k := r.possessor(i)
	if k < 0 {
		return nil
	}
	if r.d.Mentions[k].Entity < 0 && r.d.Mentions[k].Members == nil && r.d.Mentions[k].Reason == "" {
		r.refer(k)
	}
	var states []string
	for _, e := range r.d.Mentions[k].Members {
		if c := r.ifState(r.d.Entities[e].Country); c != "" {
			states = append(states, c)
		}
	}
	if len(states) < 2 {
		return nil
	}
	return states
}

// sideOf are the neighbours on the side of a state that a word before a noun tells: "its
// northern neighbour"; nil where none does.
func (r *Resolver) sideOf(m *doc.Mention, own string) map[string]bool {
	s := &r.d.Sentences[m.Sent]
	for k := m.First; k < m.Head; k++ {
		if side := r.words.lying[side{own, lower(s.Tokens[k].Form)}]; side != nil {
			return side
		}
	}
	return nil
}

// ofSubject is the state of the organ that is the subject of the clause in which "the
// country's" stands: "the foreign ministry recalled the country's consul"; -1 for none.
func (r *Resolver) ofSubject(i int) int {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if s.Tokens[m.Head].Deprel != "nmod:poss" {
		return -1
	}
	for v, n := s.Tokens[m.Head].Head, 0; v >= 0 && n < len(s.Tokens); v, n = s.Tokens[v].Head, n+1 {
		p := s.Predicate(v)
		if p == nil || p.Kind != doc.Verbal {
			continue
		}
		a, ok := p.Arg(doc.Subj)
		if !ok || a.Tok >= m.First {
			return -1
		}
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
		if k < 0 || d.Mentions[k].Entity < 0 {
			return -1
		}
		e := &d.Entities[d.Mentions[k].Entity]
		if e.Country == "" || e.Kind == nuncio.KindPerson || e.Kind == nuncio.KindState {
			return -1
		}
		switch e.Sector {
		case "GOV", "MIL", "LEG", "COP", "JUD", "SPY":
			return r.stateEntity(e.Country)
		}
		return -1
	}
	return -1
}
