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

// linkShort links a single word that names a person or body: by an acronym of
// the text, by the family name of a person of the report (the nearest before,
// else after), else by the catalogue where one holder of that family name leads.
func (r *Resolver) linkShort(i int) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	word := d.Words(m.Range)
	if r.acronym(i) {
		return
	}
	if e, ok := r.acronyms[word]; ok {
		m.Entity, m.Reason = e, "acronym that the report introduced"
		return
	}
	if r.initials(i) {
		return
	}
	folded := catalogue.Fold(word)
	if k := r.nearestByFamily(i, folded); k >= 0 {
		m.Entity, m.Link = d.Mentions[k].Entity, k
		m.Reason = "family name of " + d.Entities[m.Entity].Name
		r.takeRole(i)
		return
	}
	if sp.typ == doc.ORG && r.lastWord(i, word) {
		return
	}
	if k := r.givenBefore(i, folded); k >= 0 {
		m.Entity, m.Link = d.Mentions[k].Entity, k
		m.Reason = "the first name of " + d.Entities[m.Entity].Name
		r.takeRole(i)
		return
	}
	if sp.typ == doc.ORG {
		r.bodyOrPlace(i, word)
		return
	}
	if x, ok := r.leading(word, i); ok {
		m.Entity, m.Reason = r.known(x.Entity), "catalogue: the holder of that family name who was in office"
		r.takeRole(i)
		return
	}
	if sp.typ != doc.PER {
		m.Reason = "a name of no party"
		return
	}
	if _, ok := r.byID["place/"+slug(word)]; sp.post == nil && (ok || r.ofSite(m)) { // "near Malakal … to Malakal", once taken for a person
		r.newPlace(i, word)
		return
	}
	if sp.post == nil && r.locates(m) {
		r.newPlace(i, word)
		return
	}
	m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{ID: "person/" + slug(word), Kind: nuncio.KindPerson, Name: word}})
	m.Reason = unknownShort
	r.takeRole(i)
}

// locates reports whether a phrase of a verb puts something in, near or outside what a name
// stands for, so that it is a town of which nobody has heard: "detained a man in Brikama".
func (r *Resolver) locates(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	if s.Tokens[m.Head].UPOS == "PROPN" && r.takenTown(m) {
		return true
	}
	if !doc.IsRel(s.Tokens[m.Head].Deprel, "obl") || s.Tokens[m.Head].UPOS != "PROPN" {
		return false
	}
	switch lower(prepositionOf(s, m.Head)) {
	case "in":
		v := s.Tokens[m.Head].Head
		return v >= 0 && r.words.has(s.Tokens[v].Lemma, useSeize, useHarm, useStrike, useMeet, useReach)
	case "near", "outside", "around":
		return true
	}
	return false
}

// takenTown reports whether an army or rebels took, shelled or left what a name stands for: "Serb
// troops seized Zepa" is told of a town, where the one arrested would have a name in full.
func (r *Resolver) takenTown(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	if v < 0 || s.Tokens[m.Head].Deprel != "obj" && s.Tokens[m.Head].Deprel != "nsubj:pass" || !r.words.has(s.Tokens[v].Lemma, useReach) {
		return false
	}
	by := s.Child(v, "nsubj", "obl:agent")
	if by < 0 {
		return false
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: by})
	if k < 0 {
		return false
	}
	if e := r.d.Mentions[k].Entity; e >= 0 {
		return r.d.Entities[e].Sector == "MIL" || r.d.Entities[e].Sector == "REB"
	}
	post := r.spots[k].post
	return r.spots[k].organ != "" && r.spots[k].organ != "police" || post != nil && (post.Sector == "MIL" || post.Sector == "REB")
}

// lastWord links a word to a body that was named before by more words of which it is the
// last: "the Tigers" after "the Tamil Tigers".
func (r *Resolver) lastWord(i int, word string) bool {
	d := r.d
	word = singular(lower(word))
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.End-c.First < 2 || d.Entities[c.Entity].Kind != nuncio.KindOrganization {
			continue
		}
		if singular(lower(d.Sentences[c.Sent].Tokens[c.End-1].Form)) == word {
			d.Mentions[i].Entity, d.Mentions[i].Link, d.Mentions[i].Reason = c.Entity, k, "the last word of a name before"
			return true
		}
	}
	return false
}

// nearestByFamily finds the mention of a person whose family name the word is.
// A post before the word that contradicts a candidate's country rules him out; the
// dead come last.
func (r *Resolver) nearestByFamily(i int, folded string) int {
	d := r.d
	country := r.besideTitle(i)
	fits := func(k int) bool {
		c := &d.Mentions[k]
		if k == i || c.Kind != doc.Named || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson {
			return false
		}
		e := &d.Entities[c.Entity]
		if country != "" && e.Country != "" && country != e.Country {
			return false
		}
		return r.family(e, folded) || c.End-c.First > 1 && lastName(catalogue.Fold(d.Words(c.Range))) == lastName(folded)
	}
	late := -1
	for k := i - 1; k >= 0; k-- {
		if !fits(k) {
			continue
		}
		if !r.late(k) {
			return k
		}
		late = max(late, k)
	}
	if late >= 0 {
		return late
	}
	for k := i + 1; k < len(d.Mentions); k++ {
		if fits(k) {
			return k
		}
	}
	return -1
}

// givenBefore finds the person named in full before whose first name the word is, as Thais,
// Burmese and Ethiopians are called by: "Chamlong" after "Chamlong Srimuang"; -1 for none.
func (r *Resolver) givenBefore(i int, folded string) int {
	if r.spots[i].typ == doc.LOC || len(folded) < 4 {
		return -1
	}
	for k := i - 1; k >= 0; k-- {
		c := &r.d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.End-c.First < 2 || r.d.Entities[c.Entity].Kind != nuncio.KindPerson {
			continue
		}
		if first, _, _ := strings.Cut(catalogue.Fold(r.d.Words(c.Range)), " "); first == folded {
			return k
		}
	}
	return -1
}

// late reports whether a mention speaks of somebody dead, who is not meant by the
// family name alone where another bears it: "the late Hafez al-Assad".
func (r *Resolver) late(k int) bool {
	m, first := &r.d.Mentions[k], r.d.Mentions[k].First
	if t := r.spots[k].title; !t.IsZero() {
		first = min(first, t.First)
	}
	t := r.d.Sentences[m.Sent].Tokens
	for c := first - 1; c >= max(0, first-2); c-- {
		if t[c].Form == "late" {
			return true
		}
	}
	return first < m.First && t[first].Form == "late"
}

// lastName is the last word of a folded name without the article of Arabic names:
// "al-Dbeibah" is called "Dbeibah".
func lastName(folded string) string {
	folded = folded[strings.LastIndexByte(folded, ' ')+1:]
	if len(folded) > 5 && (strings.HasPrefix(folded, "al-") || strings.HasPrefix(folded, "el-")) {
		return folded[3:]
	}
	return folded
}

// family reports whether a folded word is the name by which a person is called
// on second mention: the catalogue's family name, else the last word, or the
// first of a three-part name in East Asian order.
func (r *Resolver) family(e *doc.Entity, folded string) bool {
	if c := r.cat.Entity(e.ID); c != nil {
		family := c.Family
		if family == "" {
			f := strings.Fields(c.Name)
			family = f[len(f)-1]
		}
		if catalogue.Fold(family) == folded {
			return true
		}
	}
	f := strings.Fields(catalogue.Fold(e.Name))
	if len(f) < 2 {
		return len(f) == 1 && f[0] == folded
	}
	return f[len(f)-1] == folded || f[0] == folded && (len(f) == 3 || len(f) == 2 && strings.Contains(e.Name, "-"))
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
