package who

import (
	"slices"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// Who is meant by being the other one: "the other army", "the smaller country", "his
// opposite number", "his predecessor". Whose the one is, the subject of the clause tells.

// pairReach is how many sentences back two states must have been spoken of together.
const pairReach = 8

// subjectState is the state of the subject of the nearest clause above mention i in which
// it is something else; "" for none.
func (r *Resolver) subjectState(i int) string {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	for v, n := m.Head, 0; v >= 0 && n < len(s.Tokens); v, n = s.Tokens[v].Head, n+1 {
		p := s.Predicate(v)
		if p == nil || p.Kind != doc.Verbal {
			continue
		}
		a, ok := p.Arg(doc.Subj)
		if !ok || a.Tok == m.Head || a.Tok >= m.First && a.Tok < m.End {
			continue
		}
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
		if k < 0 || k == i {
			continue
		}
		if d.Mentions[k].Entity < 0 && k < i && d.Mentions[k].Members == nil && d.Mentions[k].Reason == "" {
			r.refer(k)
		}
		if d.Mentions[k].Entity < 0 {
			continue
		}
		if c := d.Entities[d.Mentions[k].Entity].Country; c != "" {
			if _, state := r.cat.State(c); state {
				return c
			}
		}
	}
	return ""
}

// facingState is the state that stood against another where two were last spoken of
// together ("the two sides"), else the one that acts in the sentence before; "" for none.
func (r *Resolver) facingState(i int, own string) string {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if m.Sent-c.Sent > pairReach || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		if len(c.Members) != 2 {
			continue
		}
		a, b := d.Entities[c.Members[0]].Country, d.Entities[c.Members[1]].Country
		switch {
		case a == b:
		case a == own:
			return r.ifState(b)
		case b == own:
			return r.ifState(a)
		}
	}
	return ""
}

// otherSpoken is the state, other than one's own, of which the paragraph spoke last before
// mention i, itself or some of its people; "" for none.
func (r *Resolver) otherSpoken(i int, own string) string {
	d := r.d
	m := &d.Mentions[i]
	if r.ifState(own) == "" {
		return ""
	}
	for k := i - 1; k >= 0 && (d.Mentions[k].Sent == m.Sent || r.sameParagraph(d.Mentions[k].Sent, m.Sent)); k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Place || d.Entities[c.Entity].Inferred || d.Entities[c.Entity].Kind == nuncio.KindOutlet {
			continue
		}
		if state := r.ifState(d.Entities[c.Entity].Country); state != "" && state != own {
			return state
		}
	}
	return ""
}

// ifState is an id where it is that of a state.
func (r *Resolver) ifState(id string) string {
	if _, ok := r.cat.State(id); ok {
		return id
	}
	return ""
}

// theOther reports whether "other" tells of which of two a noun in the singular is:
// "the other army".
func theOther(s *doc.Sentence, m *doc.Mention) bool {
	if s.Tokens[m.Head].XPOS == "NNS" || m.Head < 2 {
		return false
	}
	for k := m.First; k < m.Head; k++ {
		if lower(s.Tokens[k].Form) == "other" && k > 0 && lower(s.Tokens[k-1].Form) == "the" {
			return true
		}
	}
	return false
}

// comparing reports whether a noun is told from another by a comparative: "the smaller
// country".
func comparing(s *doc.Sentence, m *doc.Mention) bool {
	for k := m.First; k < m.Head; k++ {
		if s.Tokens[k].XPOS == "JJR" && s.Tokens[k].Head == m.Head {
			return true
		}
	}
	return false
}

// sided reports whether a word before a noun tells on which side, or how large, a
// neighbour is: then it is a state.
func (w *Words) sided(s *doc.Sentence, m *doc.Mention) bool {
	for k := m.First; k < m.Head; k++ {
		if w.has(lower(s.Tokens[k].Form), useSize) {
			return true
		}
	}
	return false
}

// stateFriend reports whether a noun for a friend or foe is a state's, by whose it is:
// "its small ally", "their old enemy"; a person's and one with a name are not.
func (r *Resolver) stateFriend(sent, first, k int) bool {
	s := &r.d.Sentences[sent]
	t := &s.Tokens[k]
	if t.XPOS == "NNS" || !r.words.has(t.Lemma, useOther) || s.Child(k, "appos", "flat", "acl:relcl") >= 0 {
		return false
	}
	c := s.Child(k, "nmod:poss")
	if c < 0 {
		b := s.Child(k, "compound") // "the NATO ally"
		return b > 0 && lower(s.Tokens[b-1].Form) == "the" && r.bodyOfStates(first, b)
	}
	f := lower(s.Tokens[c].Form)
	return r.words.has(t.Lemma, useFriend) && (f == "its" || f == "their")
}

// bodyOfStates reports whether a name of this sentence, whose mentions begin at first, may be
// that of a body of states.
func (r *Resolver) bodyOfStates(first, tok int) bool {
	for k := first; k < len(r.d.Mentions); k++ {
		if m := &r.d.Mentions[k]; m.Kind != doc.Named || m.Head != tok {
			continue
		}
		for _, x := range r.spots[k].readings {
			if x.Entity.Kind == nuncio.KindOrganization && len(r.cat.Members(x.Entity.ID, r.on)) > 0 {
				return true
			}
		}
	}
	return false
}

// otherCountry is the state of which "the other army" or "the smaller country" is, -1
// where the scene does not tell.
func (r *Resolver) otherCountry(i int) int {
	own := r.subjectState(i)
	if own == "" {
		return -1
	}
	if c := r.facingState(i, own); c != "" {
		return r.stateEntity(c)
	}
	return -1
}

// predecessor links "his predecessor" and "his successor" to who held the office before
// or after the one whose it is, by the catalogue.
func (r *Resolver) predecessor(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	noun := lower(d.Token(doc.Ref{Sent: m.Sent, Tok: m.Head}).Lemma)
	if noun != "predecessor" && noun != "successor" || r.on.IsZero() {
		return false
	}
	owner := r.ownerOf(i)
	if owner < 0 || d.Entities[owner].Kind != nuncio.KindPerson {
		return false
	}
	c := r.cat.Entity(d.Entities[owner].ID)
	if c == nil {
		return false
	}
	for _, role := range r.cat.RolesOn(c, r.on) {
		for _, office := range role.Offices {
			if !r.single(office) {
				continue
			}
			if next := r.cat.NextHolder(role, office, noun == "predecessor"); next != nil {
				if x := r.cat.Entity(next.Person); x != nil {
					m.Entity, m.Reason = r.known(x), "catalogue: "+office+" of "+role.Of+", "+noun+" of "+d.Entities[owner].Name
					return true
				}
			}
		}
	}
	return false
}

// directorTitle is the post of a director general of no international body.
var directorTitle = catalogue.Title{Phrase: "director general", Kind: "person", Sector: "GOV", Authority: "official"}

// headOfBody links "the director general" and "the secretary-general" without more to who
// held that office of the international body last spoken of. Where no such body is named, a
// director general is an official of the state.
func (r *Resolver) headOfBody(i int, country string) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	if sp.post.Sector != "IGO" || sp.post.Office == "" || country != "" {
		return false
	}
	s := &d.Sentences[m.Sent]
	named := false
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindOrganization || d.Entities[c.Entity].Sector != "IGO" {
			continue
		}
		named = true
		if m.Sent-c.Sent > describedReach || r.on.IsZero() || s.Child(m.Head, "nmod") >= 0 || m.First < sp.title.First-1 {
			break
		}
		for _, role := range r.cat.OfficeHolder(d.Entities[c.Entity].ID, sp.post.Office, r.on) {
			if e := r.cat.Entity(role.Person); e != nil {
				m.Entity, m.Link, m.Reason = r.known(e), k, "catalogue: "+sp.post.Office+" of "+d.Entities[c.Entity].Name+" on the report's day"
				return true
			}
		}
		break
	}
	if !named && strings.HasPrefix(sp.post.Phrase, "director") {
		sp.post = &directorTitle
	}
	return false
}

// mediator links "the mediator" to the one whom the report tells to mediate: who is the
// subject of such a verb, else the one person named who is of neither the report's state
// nor of another that is spoken of as a party.
func (r *Resolver) mediator(i int, country string) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	s := &d.Sentences[m.Sent]
	if !r.words.has(lower(s.Tokens[m.Head].Lemma), useMediator) || s.Part == doc.Title || described(s, m) || s.Child(m.Head, "nmod:poss") >= 0 || country != "" || sp.post.Kind != "person" {
		return false
	}
	var strangers []int // mentions, the nearest first, each of another person
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != s.Part {
			break
		}
		if c.Kind != doc.Named || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson {
			continue
		}
		if r.mediates(c) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "who mediates, as was told before"
			return true
		}
		e := &d.Entities[c.Entity]
		if e.Country == "" || e.Country == r.home || e.Sector == "JRN" || e.Sector == "BUS" || e.Sector == "CVL" || r.partyState(e.Country) {
			continue
		}
		if !slices.ContainsFunc(strangers, func(o int) bool { return d.Mentions[o].Entity == c.Entity }) {
			strangers = append(strangers, k)
		}
	}
	if len(strangers) != 1 || r.home == "" {
		return false
	}
	k := strangers[0]
	m.Entity, m.Link, m.Reason = d.Mentions[k].Entity, k, "the one person named who is of no side"
	return true
}

// mediates reports whether a name is the subject of a verb of mediating.
func (r *Resolver) mediates(c *doc.Mention) bool {
	s := &r.d.Sentences[c.Sent]
	for k := range s.Predicates {
		p := &s.Predicates[k]
		if p.Kind != doc.Verbal || !r.words.has(s.Tokens[p.Tok].Lemma, useMediate) {
			continue
		}
		if a, ok := p.Arg(doc.Subj); ok && a.Tok == c.Head {
			return true
		}
	}
	return false
}

// partyState reports whether the report names a state as a party: not as a place, and not
// only to say whose somebody is.
func (r *Resolver) partyState(state string) bool {
	d := r.d
	for k := range d.Mentions {
		c := &d.Mentions[k]
		if c.Entity >= 0 && !c.Place && c.Kind == doc.Named && c.Reason != modifierReason && d.Entities[c.Entity].Kind == nuncio.KindState && d.Entities[c.Entity].ID == state &&
			d.Sentences[c.Sent].Tokens[c.Head].Deprel != "nmod:poss" {
			return true
		}
	}
	return false
}

// peer reports whether "his Latvian colleague" is a counterpart: the owner holds an office and
// a demonym tells of which other state the colleague is.
func (r *Resolver) peer(i int) bool {
	m := &r.d.Mentions[i]
	if r.spots[i].post.Phrase != "colleague" {
		return false
	}
	owner := r.ownerOf(i)
	if owner < 0 || r.d.Entities[owner].Sector != "GOV" {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	for k := m.First; k < m.Head; k++ {
		if c := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: k}); c >= 0 && r.d.Mentions[c].Reason == modifierReason {
			if x := r.countryOf(c); x != "" && x != r.d.Entities[owner].Country && s.Tokens[k].UPOS != "NOUN" {
				return true
			}
		}
	}
	return false
}

// withSubject makes "the three governments" the one that acts and the two whom it turns to
// in the same sentence.
func (r *Resolver) withSubject(i, n int) bool {
	d := r.d
	m := &d.Mentions[i]
	own := r.subjectStateAbove(i)
	if own == "" {
		return false
	}
	for k := i - 1; k >= 0 && d.Mentions[k].Sent == m.Sent; k-- {
		if c := &d.Mentions[k]; c.Kind == doc.Nominal && c.Entity < 0 && c.Members == nil && c.Reason == "" && r.spots[k].post != nil {
			r.refer(k) // it has not had its turn
		}
		if len(d.Mentions[k].Members) != n-1 {
			continue
		}
		var members []int
		for _, c := range append([]string{own}, r.countriesOf(d.Mentions[k].Members)...) {
			if x := r.stateEntity(c); x >= 0 && !slices.Contains(members, x) {
				members = append(members, x)
			}
		}
		if len(members) == n {
			m.Entity, m.Members, m.Link, m.Reason = -1, members, k, "collective: the one that acts and those whom it turns to"
			return true
		}
	}
	return false
}

// countriesOf are the countries of entities.
func (r *Resolver) countriesOf(list []int) []string {
	var out []string
	for _, e := range list {
		out = append(out, r.d.Entities[e].Country)
	}
	return out
}

// subjectStateAbove is the state of the subject of the clause above that of which mention i
// is the subject: "Oslo proposed that the two governments meet"; "" for none.
func (r *Resolver) subjectStateAbove(i int) string {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	for n := 0; v >= 0 && n < len(s.Tokens); v, n = s.Tokens[v].Head, n+1 {
		p := s.Predicate(v)
		if p == nil || p.Kind != doc.Verbal {
			continue
		}
		a, ok := p.Arg(doc.Subj)
		if !ok || a.Tok == m.Head {
			continue
		}
		if k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok}); k >= 0 && d.Mentions[k].Entity >= 0 {
			return r.ifState(d.Entities[d.Mentions[k].Entity].Country)
		}
	}
	return ""
}

// oppositeNumber reports whether a token is the "number" of "his opposite number".
func oppositeNumber(s *doc.Sentence, k int) bool {
	if s.Tokens[k].UPOS != "NOUN" || s.Tokens[k].Lemma != "number" {
		return false
	}
	for c := range s.Children(k) {
		if lower(s.Tokens[c].Form) == "opposite" {
			return true
		}
	}
	return false
}

// colonial reports whether a noun speaks of the state that a colony belonged to: "the
// former colonial power", "its one-time colonial ruler".
func (r *Resolver) colonial(s *doc.Sentence, k int) bool {
	if s.Tokens[k].XPOS == "NNS" || !r.words.has(strings.ToLower(s.Tokens[k].Lemma), useOverlord) {
		return false
	}
	for c := range s.Children(k) {
		if c < k && lower(s.Tokens[c].Form) == "colonial" {
			return true
		}
	}
	return false
}

// colonizer links "the former colonial power" to the state that once ruled the one whose
// it is, else the one that the report is about.
func (r *Resolver) colonizer(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if !r.colonial(s, m.Head) {
		return false
	}
	of := r.home
	if k := r.ownerOf(i); k >= 0 && d.Entities[k].Country != "" {
		of = d.Entities[k].Country
	}
	powers := r.words.colonizers[of]
	if len(powers) == 0 {
		return false
	}
	choice := powers[0]
	for _, p := range powers { // the one of them that is spoken of
		if _, spoken := r.byID[p]; spoken {
			choice = p
			break
		}
	}
	e := r.stateEntity(choice)
	if e < 0 {
		return false
	}
	m.Entity, m.Reason = e, "the state that once ruled "+of
	return true
}

// apposedTo is the state that a noun owned by mention i is said to be: Peru in "Peru, the
// junta's ally"; "" for none.
func (r *Resolver) apposedTo(i int) string {
	m := &r.d.Mentions[i]
	t := r.d.Sentences[m.Sent].Tokens
	n := t[m.Head].Head
	if n < 0 || !doc.IsRel(t[m.Head].Deprel, "nmod") || t[n].Deprel != "appos" || t[n].Head < 0 {
		return ""
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: t[n].Head})
	if k < 0 || r.d.Mentions[k].Entity < 0 || r.d.Entities[r.d.Mentions[k].Entity].Kind != nuncio.KindState {
		return ""
	}
	return r.d.Entities[r.d.Mentions[k].Entity].Country
}
