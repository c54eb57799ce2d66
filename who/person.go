package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// unknownShort is the reason of a single name that is linked to nobody.
const unknownShort = "a person whom neither report nor catalogue names in full"

// linkPerson links a person's name in full: to one of the report, to the
// catalogue, else it enters a new person with the role that the text gives.
func (r *Resolver) linkPerson(i int, name string) {
	m := &r.d.Mentions[i]
	if m.End-m.First == 1 {
		r.linkShort(i)
		return
	}
	if k := r.samePerson(i, name); k >= 0 {
		m.Entity, m.Reason = k, "the same name before"
		r.takeRole(i)
		return
	}
	if x, ok := r.bestPerson(r.cat.Person(name), i); ok {
		m.Entity, m.Reason = r.known(x.Entity), "catalogue: "+x.Kind.String()+" of "+x.Entity.ID
		r.takeRole(i)
		return
	}
	m.Entity = r.entity(doc.Entity{
		Entity: nuncio.Entity{ID: "person/" + slug(name), Kind: nuncio.KindPerson, Name: name},
		Gender: r.words.genderOfName(&r.d.Sentences[m.Sent], m.First, m.End),
	})
	m.Reason = "a person whom the catalogue does not hold"
	r.takeRole(i)
}

// bestPerson picks among the catalogue's candidates for a full name: one in
// office on the day first. A candidate by sound or by parts alone must be of a
// country that the words beside the name allow.
func (r *Resolver) bestPerson(list []catalogue.Match, i int) (catalogue.Match, bool) {
	beside := r.besideTitle(i)
	var best catalogue.Match
	bestRank := 1 << 20
	for _, x := range list {
		if x.Kind == catalogue.NameSurname || r.unsupported(x, i) {
			continue
		}
		inOffice := len(r.cat.RolesOn(x.Entity, r.on)) > 0
		if beside != "" && x.Entity.Country != "" && beside != x.Entity.Country && beside != r.cat.CountryOn(x.Entity, r.on) {
			continue
		}
		if x.Kind > catalogue.NameTurned && x.Kind != catalogue.NameSound && !r.likely(x, i, beside) {
			continue
		}
		n := int(x.Kind)
		if !inOffice {
			n += 50
		}
		if n < bestRank {
			best, bestRank = x, n
		}
	}
	return best, bestRank < 1<<20
}

// likely reports whether a name that fits only in part may be a person of the
// catalogue: the report must speak of that person's state, and a post beside the
// name must be one that the person held.
func (r *Resolver) likely(x catalogue.Match, i int, beside string) bool {
	c := r.cat.CountryOn(x.Entity, r.on)
	if c == "" {
		c = x.Entity.Country
	}
	if _, spoken := r.byID[c]; c != "" && c != beside && !spoken && !r.willSpeak(c) {
		return false
	}
	post := r.spots[i].post
	if post == nil {
		post, _, _ = r.apposed(i)
	}
	return post == nil || post.Office == "" || r.holds(x.Entity.ID, post.Office) || len(r.cat.RolesOn(x.Entity, r.on)) == 0
}

// willSpeak reports whether some name of the report may be that of a state.
func (r *Resolver) willSpeak(state string) bool {
	for k := range r.spots {
		for _, x := range r.spots[k].readings {
			if x.Entity.ID == state {
				return true
			}
		}
	}
	return false
}

// besideTitle is the country that the words before a person's name give.
func (r *Resolver) besideTitle(i int) string {
	m, sp := &r.d.Mentions[i], &r.spots[i]
	at := *m
	if !sp.title.IsZero() {
		at.First = sp.title.First
	}
	s := &r.d.Sentences[m.Sent]
	for t := at.First; t < m.First; t++ { // a body in the title: "Federal Reserve Chairman"
		if k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: t}); k >= 0 && r.d.Mentions[k].Kind == doc.Named {
			if c := r.countryOf(k); c != "" {
				return c
			}
		}
	}
	for t := at.First - 1; t >= max(0, at.First-4); t-- {
		if u := s.Tokens[t].UPOS; u != "ADJ" && u != "PROPN" && u != "PART" && u != "NOUN" {
			return ""
		}
		if k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: t}); k >= 0 {
			return r.countryOf(k)
		}
	}
	return ""
}

// countryOf is the country of a name, linked or not yet.
func (r *Resolver) countryOf(k int) string {
	if e := r.d.Mentions[k].Entity; e >= 0 {
		return r.d.Entities[e].Country
	}
	for _, x := range r.spots[k].readings {
		if x.Entity.Kind == nuncio.KindState {
			return x.Entity.ID
		}
		if x.Entity.Country != "" {
			return x.Entity.Country
		}
	}
	return ""
}

// samePerson finds a person of the report by a name whose words hold each other.
func (r *Resolver) samePerson(i int, name string) int {
	words := strings.Fields(catalogue.Fold(name))
	for e := range r.d.Entities {
		have := &r.d.Entities[e]
		if have.Kind != nuncio.KindPerson {
			continue
		}
		other := strings.Fields(catalogue.Fold(have.Name))
		if within(words, other) || within(other, words) {
			if len(words) > 1 && len(other) > 1 {
				return e
			}
		}
	}
	return -1
}

// within reports whether every word of a stands in b, in the same order.
func within(a, b []string) bool {
	k := 0
	for _, w := range b {
		if k < len(a) && a[k] == w {
			k++
		}
	}
	return k == len(a)
}

// leading finds the one holder of a family name in high office on the day; two
// of them are told apart by the states that the report speaks of.
func (r *Resolver) leading(word string, i int) (catalogue.Match, bool) {
	country := r.besideTitle(i)
	var found []catalogue.Match
	for _, x := range r.cat.Surname(word) {
		if x.Kind != catalogue.NameSurname {
			continue
		}
		roles := r.cat.RolesOn(x.Entity, r.on)
		if r.on.IsZero() || len(roles) == 0 {
			continue
		}
		c := r.cat.CountryOn(x.Entity, r.on)
		if country != "" && country != c && country != x.Entity.Country {
			continue
		}
		if _, spoken := r.byID[c]; !spoken && country == "" && !roles[0].Office("head of state") && !roles[0].Office("head of government") && !roles[0].Office("leader") {
			continue
		}
		found = append(found, x)
	}
	// Of several, the one whose office the words before the name give, else the one
	// whose state the report speaks of, else the one who leads a state.
	tests := []func(catalogue.Match) bool{
		func(x catalogue.Match) bool {
			return r.spots[i].post != nil && r.holds(x.Entity.ID, r.spots[i].post.Office)
		},
		func(x catalogue.Match) bool {
			_, ok := r.byID[r.cat.CountryOn(x.Entity, r.on)]
			return ok
		},
		func(x catalogue.Match) bool { return r.cat.Leads(x.Entity, r.cat.CountryOn(x.Entity, r.on), r.on) },
	}
	for _, test := range tests {
		if len(found) == 1 {
			break
		}
		if kept := only(found, test); len(kept) > 0 {
			found = kept
		}
	}
	if len(found) == 1 {
		return found[0], true
	}
	return catalogue.Match{}, false
}

// only keeps the matches that pass a test.
func only(list []catalogue.Match, test func(catalogue.Match) bool) []catalogue.Match {
	var kept []catalogue.Match
	for _, x := range list {
		if test(x) {
			kept = append(kept, x)
		}
	}
	return kept
}

// takeRole gives a person the role, country and sector that the words around the
// name tell, where the catalogue knows none.
func (r *Resolver) takeRole(i int) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	e := &d.Entities[m.Entity]
	if e.Kind != nuncio.KindPerson || e.Role != nil && e.Country != "" {
		return
	}
	post, words, country := sp.post, sp.title, r.besideTitle(i)
	if post == nil {
		var behind string
		if post, words, behind = r.apposed(i); country == "" {
			country = behind
		}
	}
	if e.Country == "" {
		e.Country = country
	}
	if post == nil || e.Role != nil {
		return
	}
	if e.Country == "" && post.Sector == "GOV" {
		e.Country = r.subjectBefore(m)
		e.Inferred = e.Country != ""
	}
	if e.Sector == "" {
		e.Sector = post.Sector
	}
	e.Role = &nuncio.Role{Title: strings.ToLower(strings.Join(strings.Fields(d.Words(words)), " ")), Of: e.Country, Basis: "text"}
	if e.Gender == 0 {
		e.Gender = r.words.genderOfPost(e.Role.Title)
	}
}

// genderOfPost is the gender that the words of a post tell.
func (w *Words) genderOfPost(title string) byte {
	for f := range strings.FieldsSeq(title) {
		if g := w.titles[f]; g != 0 {
			return g
		}
	}
	return 0
}

// apposed reads the post behind a name: "Anna Berg, foreign minister of Norway,".
func (r *Resolver) apposed(i int) (*catalogue.Title, doc.Range, string) {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	for k := i + 1; k < len(d.Mentions); k++ {
		c := &d.Mentions[k]
		if c.Sent != m.Sent || c.First > m.End+6 {
			break
		}
		if c.Kind != doc.Nominal || r.spots[k].post == nil || r.spots[k].post.Kind != "person" || r.once(k) {
			continue
		}
		if s.Tokens[c.Head].Head == m.Head && s.Tokens[c.Head].Deprel == "appos" || c.First == m.End+1 && s.Tokens[m.End].Form == "," {
			return r.spots[k].post, r.spots[k].title, r.countryBeside(c)
		}
	}
	return nil, doc.Range{}, ""
}
