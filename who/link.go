package who

import (
	"fmt"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// modifierReason marks a demonym or name that only describes another noun.
const modifierReason = "describes the noun after it"

// demonymReason marks a demonym without a noun: "the British".
const demonymReason = "the people of the state, for the state"

// newBodyReason marks organizations that only the report names.
const newBodyReason = "an organization that the catalogue does not hold"

// short reports whether a name must be explained by a longer one: a person's by
// a single word that the catalogue does not list as it stands, or an acronym.
func (r *Resolver) short(i int) bool {
	m, s := &r.d.Mentions[i], &r.spots[i]
	return m.End-m.First == 1 && len(s.readings) == 0 && s.typ != doc.LOC && s.typ != doc.NORP
}

// link finds the entity of a name.
func (r *Resolver) link(i int) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	if r.acronym(i) || r.initials(i) {
		return
	}
	name := strings.Join(strings.Fields(d.Words(m.Range)), " ")
	if reading, ok := r.choose(sp, i); ok {
		if id, every := r.cat.OrganOf(name); every && reading.Entity.Country == "NGO" && len(r.besideTitle(i)) == 3 {
			sp.organ = id // "the Turkish Red Crescent", not the federation of all of them
			return
		}
		r.linkReading(i, reading)
		return
	}
	switch sp.typ {
	case doc.PER:
		if sp.post == nil && (r.ofSite(m) || r.ofTown(m)) {
			r.newPlace(i, name)
			return
		}
		r.linkPerson(i, name)
	case doc.ORG:
		if id, ok := r.cat.OrganOf(name); ok {
			sp.organ = id
			return
		}
		if r.ofTown(m) {
			r.newPlace(i, name)
			return
		}
		if !r.wholeOf(i, name) && !r.begun(i, name) {
			r.bodyOrPlace(i, name)
		}
	case doc.LOC:
		if r.familyName(i) {
			sp.typ = doc.PER
			return // linked with the short names
		}
		r.newPlace(i, name)
	case doc.NORP:
		if r.creedBody(i) {
			return
		}
		m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{ID: "group/" + slug(name), Kind: nuncio.KindGroup, Name: name}, Plural: true})
		m.Reason = "a people or group that the catalogue does not hold"
		if rel := d.Sentences[m.Sent].Tokens[m.Head].Deprel; rel == "amod" || rel == "compound" {
			m.Reason = modifierReason // "a Western envoy"
		}
	default:
		m.Reason = "a name of no party"
	}
}

// familyName reports whether what the engine took for a place is how a person of the
// report is called again, where no preposition puts anything there: "called on Lund".
func (r *Resolver) familyName(i int) bool {
	m := &r.d.Mentions[i]
	if m.End-m.First != 1 || !r.families[r.d.Words(m.Range)] {
		return false
	}
	prep := lower(prepositionOf(&r.d.Sentences[m.Sent], m.Head))
	return prep == "on" || !r.words.has(prep, usePlace) // one calls, leans and waits on people
}

// creedBody links "the Islamists" to the one armed body or party that was named shortly before.
func (r *Resolver) creedBody(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	word := lower(s.Tokens[m.Head].Form)
	if m.End-m.First != 1 || m.First == 0 || lower(s.Tokens[m.First-1].Form) != "the" || !strings.HasSuffix(word, "ists") || !r.words.has(singular(word), useCreed) {
		return false
	}
	found := -1
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= 2; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || d.Sentences[c.Sent].Part != s.Part || d.Entities[c.Entity].Kind != nuncio.KindOrganization {
			continue
		}
		switch d.Entities[c.Entity].Sector {
		case "REB", "PTY", "OPP":
			if found >= 0 && d.Mentions[found].Entity != c.Entity {
				return false // which of them, nothing tells
			}
			found = k
		}
	}
	if found < 0 {
		return false
	}
	m.Entity, m.Link, m.Reason = d.Mentions[found].Entity, found, "the one body named before that the word may describe"
	return true
}

// classed reports whether a noun says that the word before or behind it names a place of its
// kind: "Surin province", "the village of Lund".
func (r *Resolver) classed(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	if m.End < len(s.Tokens) && r.words.has(s.Tokens[m.End].Lemma, useClass) {
		return true
	}
	return m.First > 1 && s.Tokens[m.First-1].Lemma == "of" && r.words.has(s.Tokens[m.First-2].Lemma, useClass)
}

// ofTown reports whether a name is that of where people live, as the noun before it tells: "the
// village of Lund".
func (r *Resolver) ofTown(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	return m.First > 1 && s.Tokens[m.First-1].Lemma == "of" && s.Tokens[m.First-2].XPOS == "NN" && r.words.has(lower(s.Tokens[m.First-2].Lemma), useTown)
}

// ofSite reports whether a name stands before a noun of something that stands somewhere, where
// a deed is put: "at the Brovo training ground", "shelled the Lund crossing".
func (r *Resolver) ofSite(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if t.Deprel != "compound" || t.Head < m.End || !r.words.has(s.Tokens[t.Head].Lemma, useLocal, useClass) {
		return false
	}
	site := &s.Tokens[t.Head]
	return r.words.has(lower(prepositionOf(s, t.Head)), usePlace) || site.Deprel == "obj" && site.Head >= 0 && r.words.has(s.Tokens[site.Head].Lemma, useReach)
}

// bodyOrPlace enters what the model took for a body: a place where a verb says that
// one goes there or harms it ("shelled Kharkiv").
func (r *Resolver) bodyOrPlace(i int, name string) {
	if r.isPlace(i) && r.words.sectorOfBody(name) == "" && strings.ToUpper(name) != name {
		r.newPlace(i, name)
		return
	}
	r.newBody(i, name)
}

// newPlace enters a place that the catalogue does not hold.
func (r *Resolver) newPlace(i int, name string) {
	m := &r.d.Mentions[i]
	m.Place = true
	country := ""
	if words := strings.Fields(name); len(words) > 1 { // "the Soviet Far East"
		for _, h := range r.scan.Scan(words[:1]) {
			for _, x := range h.Matches {
				if country == "" && x.Kind == catalogue.NameAdjective && x.Entity.Kind == nuncio.KindState && (x.Entity.Spell.Holds(r.on) || r.on.IsZero()) {
					country = x.Entity.ID
				}
			}
		}
	}
	id := "place/" + slug(name)
	if k := i - 1; country == "" && k >= 0 && r.d.Mentions[k].Sent == m.Sent && r.d.Mentions[k].End == m.First && r.d.Mentions[k].Reason == modifierReason && r.d.Mentions[k].Entity >= 0 { // "the Peruvian" [Amazon]
		if country = r.ifState(r.d.Entities[r.d.Mentions[k].Entity].Country); country != "" {
			id = "place/" + slug(country+" "+name)
		}
	}
	m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{ID: id, Kind: nuncio.KindPlace, Name: name, Country: country}, Gender: 'n'})
	m.Reason = "a place that the catalogue does not hold"
}

// acronym links "(KCNA)" to the body named just before it.
func (r *Resolver) acronym(i int) bool {
	if i == 0 {
		return false
	}
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if m.First == 0 || s.Tokens[m.First-1].Form != "(" {
		return false
	}
	for k := i - 1; k >= 0 && d.Mentions[k].Sent == m.Sent; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.End != m.First-1 || c.Entity < 0 {
			continue
		}
		m.Entity, m.Link, m.Reason = c.Entity, k, "acronym of the name before it"
		r.acronyms[d.Words(m.Range)] = c.Entity
		return true
	}
	return false
}

// initials links capitals to a body that the report names in full with these
// initials, before or after, ahead of any other body of those letters.
func (r *Resolver) initials(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	word := d.Words(m.Range)
	if m.End-m.First != 1 || len(word) < 2 || len(word) > 6 || word != strings.ToUpper(word) {
		return false
	}
	for k := range d.Mentions {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.End-c.First < len(word) {
			continue
		}
		if e := &d.Entities[c.Entity]; e.Kind != nuncio.KindPerson && e.Kind != nuncio.KindPlace && initialsOf(d, c) == word {
			m.Entity, m.Link, m.Reason = c.Entity, k, "initials of "+e.Name
			return true
		}
	}
	return false
}

// initialsOf are the first letters of a name's capitalised words.
func initialsOf(d *doc.Document, m *doc.Mention) string {
	var b strings.Builder
	for _, t := range d.Sentences[m.Sent].Tokens[m.First:m.End] {
		if c := t.Form[0]; 'A' <= c && c <= 'Z' {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// choose picks the reading of a name that fits its type and the report's day.
func (r *Resolver) choose(sp *spot, i int) (catalogue.Match, bool) {
	m := &r.d.Mentions[i]
	var best catalogue.Match
	found := false
	beside := ""
	if len(sp.readings) > 1 {
		beside = r.besideTitle(i)
	}
	rank := func(x catalogue.Match) int {
		n := r.rank(x)
		if x.Entity.Kind == nuncio.KindOrganization && beside != "" && x.Entity.Country != "" && x.Entity.Country != beside {
			n += 200 // "Seoul's Joint Chiefs of Staff"
		}
		return n
	}
	for _, x := range sp.readings {
		if x.Kind == catalogue.NameDescription || !x.Spell.Holds(r.on) && !r.on.IsZero() {
			continue
		}
		if sp.typ == doc.PER && x.Entity.Kind == nuncio.KindState && m.End-m.First == 1 && x.Kind != catalogue.NameSeat && r.manly(sp, x, m) {
			continue // "Jordan", the man
		}
		if x.Entity.Kind == nuncio.KindOrganization && m.End-m.First > 1 && ofState(x.Entity.Sector) && r.ifState(x.Entity.Country) != "" {
			if c := r.ownerBefore(m); c != "" && c != x.Entity.Country {
				continue // "Ukraine's Security Service" is not the British one
			}
		}
		if x.Entity.Kind == nuncio.KindPerson && (r.unsupported(x, i) || sp.typ == doc.LOC && r.classed(m)) {
			continue
		}
		if !found || rank(x) < rank(best) {
			best, found = x, true
		}
	}
	if found && best.Entity.Kind == nuncio.KindState && !r.backed(best.Entity.ID, i) {
		for _, x := range sp.readings { // "Congo": of two, the one that the report names otherwise too
			if x.Kind == best.Kind && x.Entity.Kind == nuncio.KindState && x.Entity != best.Entity && (x.Entity.Spell.Holds(r.on) || r.on.IsZero()) && r.backed(x.Entity.ID, i) {
				return x, true
			}
		}
	}
	return best, found
}

// ownerBefore is the state whose possessive stands right before a name; "" for none.
func (r *Resolver) ownerBefore(m *doc.Mention) string {
	t := r.d.Sentences[m.Sent].Tokens
	if m.First < 2 || t[m.First-1].XPOS != "POS" {
		return ""
	}
	k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: m.First - 2})
	if k < 0 {
		return ""
	}
	for _, x := range r.spots[k].readings {
		if x.Entity.Kind == nuncio.KindState && (x.Spell.Holds(r.on) || r.on.IsZero()) {
			return x.Entity.ID
		}
	}
	return ""
}

// backed reports whether another name of the report speaks of a state, or of one who
// belongs to it, and can speak of no other that mention i may name.
func (r *Resolver) backed(state string, i int) bool {
	if len(r.spots[i].readings) < 2 {
		return true
	}
	for k := range r.spots {
		sp := &r.spots[k]
		if k == i || len(sp.readings) != 1 {
			continue
		}
		if x := sp.readings[0].Entity; x.ID == state || x.Country == state {
			return true
		}
	}
	return false
}

// manly reports whether a word that the engine took for a person is one, though a
// state or its capital bears the name: a post stands before it, the report has a
// person of that family, or people are called so ("Sofia").
func (r *Resolver) manly(sp *spot, x catalogue.Match, m *doc.Mention) bool {
	word := r.d.Words(m.Range)
	switch {
	case sp.post != nil || r.families[word]:
		return true
	case x.Kind == catalogue.NameCapital:
		return r.words.given[word] != 0 && !r.named(x.Entity.ID, x.Kind)
	case (x.Kind == catalogue.NameAdjective || x.Kind == catalogue.NamePeople || x.Kind == catalogue.NamePerson) && r.beforeNoun(m):
		return false // "the Burkinabè minister"
	}
	return x.Kind != catalogue.NameProper
}

// beforeNoun reports whether a word between an article and a common noun tells of that noun.
func (r *Resolver) beforeNoun(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	h := s.Tokens[m.Head].Head
	return m.First > 0 && h == m.End && s.Tokens[h].UPOS == "NOUN" && s.Tokens[m.First-1].UPOS == "DET" && s.Tokens[m.First-1].Head == h
}

// named reports whether the report names a state otherwise than by names of one kind: by
// its own, its demonym, or the name of one of its bodies.
func (r *Resolver) named(state string, but catalogue.NameKind) bool {
	for k := range r.spots {
		for _, x := range r.spots[k].readings {
			if x.Kind != but && x.Entity.Kind != nuncio.KindPerson && (x.Entity.ID == state || x.Entity.Country == state) {
				return true
			}
		}
	}
	return false
}

// rank orders readings of one name: those in force before those of the past.
func (r *Resolver) rank(x catalogue.Match) int {
	n := int(x.Kind)
	if !x.Entity.Spell.Holds(r.on) {
		n += 100
	}
	if x.Entity.Kind == nuncio.KindPerson && len(r.cat.RolesOn(x.Entity, r.on)) == 0 {
		n += 40
	}
	return n
}

// peopleAlone reports whether a demonym stands for a people: "the Dutch asked", not "the
// Dutch minister asked".
func (r *Resolver) peopleAlone(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if m.First == 0 || lower(s.Tokens[m.First-1].Form) != "the" || s.Tokens[m.First-1].Head != m.Head || m.End < len(s.Tokens) && (s.Tokens[m.End].UPOS == "NOUN" || s.Tokens[m.End].UPOS == "PROPN" || s.Tokens[m.End].UPOS == "ADJ") {
		return false
	}
	return doc.IsRel(t.Deprel, "nsubj") || t.Deprel == "obj" || t.Deprel == "iobj" || doc.IsRel(t.Deprel, "obl")
}

func (r *Resolver) linkReading(i int, x catalogue.Match) {
	d := r.d
	m := &d.Mentions[i]
	m.Reason = fmt.Sprintf("catalogue: %s of %s", x.Kind, x.Entity.ID)
	switch {
	case x.Entity.Type == "bloc" && r.split(m, x.Entity):
	case x.Entity.Kind != nuncio.KindState:
		m.Entity = r.known(x.Entity)
		if x.Entity.Kind == nuncio.KindPerson {
			r.takeRole(i)
		}
	case (x.Kind == catalogue.NamePeople || x.Kind == catalogue.NamePerson || x.Kind == catalogue.NameAdjective) && r.compatriot(i, x):
	case x.Kind == catalogue.NamePeople || x.Kind == catalogue.NamePerson:
		if t := &d.Sentences[m.Sent].Tokens[m.First]; t.UPOS == "ADJ" || t.Deprel == "amod" || t.Deprel == "compound" {
			m.Entity, m.Reason = r.known(x.Entity), modifierReason
			return
		}
		if m.First > 0 && strings.EqualFold(d.Sentences[m.Sent].Tokens[m.First-1].Form, "ethnic") { // they live in another state
			m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{ID: "group/ethnic-" + slug(d.Words(m.Range)), Kind: nuncio.KindGroup, Name: "ethnic " + d.Words(m.Range), Sector: "CVL"}, Plural: true})
			return
		}
		m.Entity = r.people(x, d.Words(m.Range))
	case x.Kind == catalogue.NameAdjective:
		m.Entity, m.Reason = r.known(x.Entity), modifierReason
		if r.peopleAlone(m) {
			if st, ok := r.cat.State(x.Entity.ID); ok && strings.EqualFold(st.People, d.Words(m.Range)+"s") {
				m.Reason = "one of that nation, but who is not told" // "the Georgian", no Georgian being named
				m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{ID: "group/" + strings.ToLower(x.Entity.ID) + "-one", Kind: nuncio.KindPerson, Name: d.Words(m.Range), Country: x.Entity.ID, Sector: "CVL"}})
				return
			}
			m.Reason = demonymReason
		}
	case x.Kind == catalogue.NameCapital:
		m.Entity = r.known(x.Entity)
		if r.isPlace(i) {
			m.Place = true
			m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{
				ID: "place/" + slug(x.Entity.ID+" "+d.Words(m.Range)), Kind: nuncio.KindPlace, Name: d.Words(m.Range), Country: x.Entity.ID,
			}, Gender: 'n'})
			m.Reason = "the capital of " + x.Entity.Name + ", here as a place"
		} else {
			m.Reason = "the capital stands for the government of " + x.Entity.Name
		}
	case x.Kind == catalogue.NameSubdivision:
		m.Place = true
		m.Entity = r.entity(doc.Entity{Entity: nuncio.Entity{
			ID: "place/" + slug(x.Entity.ID+" "+d.Words(m.Range)), Kind: nuncio.KindPlace, Name: d.Words(m.Range), Country: x.Entity.ID,
		}, Gender: 'n'})
	default:
		m.Entity = r.known(x.Entity)
		m.Place = r.isPlace(i)
	}
}

// split makes a name for several states that have no body of their own ("the
// Baltic states") stand for each of those who belonged to it on the report's day.
func (r *Resolver) split(m *doc.Mention, bloc *catalogue.Entity) bool {
	states := r.cat.Members(bloc.ID, r.on)
	if len(states) < 2 {
		return false
	}
	m.Entity, m.Members = -1, nil
	for _, s := range states {
		m.Members = append(m.Members, r.known(s))
	}
	return true
}

// people is the entity of a nation's people, told apart from its state.
func (r *Resolver) people(x catalogue.Match, words string) int {
	return r.entity(doc.Entity{Entity: nuncio.Entity{
		ID: "group/" + strings.ToLower(x.Entity.ID) + "-people", Kind: nuncio.KindGroup, Name: words, Country: x.Entity.ID, Sector: "CVL",
	}, Plural: x.Kind == catalogue.NamePeople})
}

// moved reports whether a noun is what a verb of sending or stationing moves: where it
// comes to be does not tell whose it is.
func (r *Resolver) moved(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	return t.Deprel == "obj" && t.Head >= 0 && r.words.has(s.Tokens[t.Head].Lemma, useDeploy)
}

// early links a noun inside the phrase of mention m before its turn: "two
// officers of the movement" have the country of the movement.
func (r *Resolver) early(at doc.Ref, m *doc.Mention) {
	k := r.cover.Headed(at)
	if k < 0 {
		return
	}
	if c := &r.d.Mentions[k]; r.spots[k].organ != "" && c.Entity < 0 && c != m {
		r.refer(k)
	} else if c.Kind == doc.Nominal && c.Entity < 0 && c.Members == nil && c.Reason == "" && c != m && r.spots[k].post != nil {
		r.refer(k)
	}
}
