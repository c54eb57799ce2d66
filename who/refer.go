package who

import (
	"fmt"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// refer links a nominal or pronoun. What is being linked already is left alone: whose
// country depends on another's may ask for that one first, and it for this.
func (r *Resolver) refer(i int) {
	if r.spots[i].busy {
		return
	}
	r.spots[i].busy = true
	r.referTo(i)
	r.spots[i].busy = false
}

func (r *Resolver) referTo(i int) {
	m, sp := &r.d.Mentions[i], &r.spots[i]
	switch {
	case m.Entity >= 0 || len(m.Members) > 0:
		// It stands in another's phrase, which has asked for it already.
	case m.Kind == doc.Pronoun:
		word := strings.ToLower(r.d.Words(m.Range))
		p, ok := pronounOf(word)
		switch {
		case !ok:
			m.Reason = "a pronoun that stands for nobody"
		case p.person == '1':
			m.Reason = "first person outside a quotation with a source"
		case p.person == '2':
			m.Reason = "second person outside words that are addressed to somebody"
		default:
			r.pronounLink(i, p)
		}
	case sp.other:
		r.otherOfTwo(i)
	case sp.opposed:
		r.otherSide(i)
	case sp.organ != "":
		r.ownOrgan(i)
	case sp.nth > 0:
		r.ordered(i)
	case sp.described:
		r.described(i)
	case sp.here:
		r.here(i)
	case sp.gathering:
		r.gathered(i)
	case sp.isPair:
		r.pair(i, sp.pair)
	default:
		r.nominal(i)
	}
}

// nominal links a noun of office or of people: to the name it stands beside, to
// the holder of the office, to a party of the report that bears it, else it is a
// party of its own.
func (r *Resolver) nominal(i int) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	s := &d.Sentences[m.Sent]
	if r.peer(i) {
		sp.post = &counterpartTitle
	}
	plural := sp.post.Plural || !strings.HasSuffix(sp.post.Phrase, "affaires") && (s.Tokens[m.Head].Feat("Number", "Plur") || s.Tokens[m.Head].XPOS == "NNS")
	if plural && r.listed(i) || sp.post == &countedTitle && r.someOf(i) {
		return
	}
	if k := r.beside(i); k >= 0 {
		m.Entity, m.Link, m.Reason = d.Mentions[k].Entity, k, "stands beside the name"
		r.giveRole(i)
		return
	}
	if plural && (r.hosts(i) || r.ofSeveral(i) || r.ofBodies(i)) {
		return
	}
	country := r.countryBeside(m)
	if plural && r.words.has(lower(singular(lower(s.Tokens[m.Head].Form))), useOther) && (s.Child(m.Head, "nmod:poss") >= 0 || s.Child(m.Head, "nmod") > m.Head) && sp.post != &counterpartTitle && sp.post.Sector == "CVL" {
		country = "" // a state's neighbours are not its own
	}
	if sp.post != &counterpartTitle && r.stateOwned(i) && r.owned(i) {
		if c := r.ifState(r.ownerCountry(i)); c != "" {
			country = c // "its embassy in Oslo"
		}
	}
	if country == "" && !plural && r.stateOwned(i) && theOther(s, m) {
		if e := r.otherCountry(i); e >= 0 {
			country = d.Entities[e].Country // "the other army"
		}
	}
	if country == "" && !plural && sp.post.Phrase == "ministry" && r.definite(s, m) {
		country = r.ministersState(i)
	}
	if sp.post.Kind == bodyKind && r.byName(i) {
		return
	}
	definite := r.definite(s, m)
	if definite && r.ruling(i, country) {
		return
	}
	if definite && plural && sp.post.Kind == "person" && country == "" && r.sameForceNamed(i) {
		return
	}
	if definite && !plural && country == "" && r.enthroned(i) {
		return
	}
	if definite && (plural || sp.post.Kind != "person") && r.again(i, country, plural) {
		return
	}
	if definite && sp.post.Kind != "person" && sp.post.Kind != stateKind && !restricted(s, m) && r.bodyOf(i, country) {
		return
	}
	if sp.post.Kind == bodyKind && (r.heldBy(i, plural) || definite && r.worldBody(i)) {
		return
	}
	if sp.post.Kind == bodyKind {
		m.Reason = "no movement or group is spoken of before"
		return
	}
	if sp.post.Kind == stateKind {
		r.aState(i, plural)
		return
	}
	if sp.post.Kind == "organization" {
		r.organ(i, country)
		return
	}
	if sp.post == &counterpartTitle && !plural {
		owner := r.ownerOf(i)
		if country == "" && owner >= 0 {
			if country = r.facingState(i, d.Entities[owner].Country); country == "" {
				country = r.otherSpoken(i, d.Entities[owner].Country)
			}
		}
		if r.counterpart(i, country) {
			return
		}
		if owner >= 0 && country != "" && d.Entities[owner].Sector != "GOV" {
			r.group(i, country, false) // an officer's is another officer
			return
		}
	}
	if !plural && (r.predecessor(i) || definite && (r.mediator(i, country) || r.headOfBody(i, country))) {
		return
	}
	if !plural && r.words.has(lower(s.Tokens[m.Head].Lemma), useOther) && sp.post != &counterpartTitle && (s.Child(m.Head, "nmod:poss") >= 0 || definite && r.words.sided(s, m)) && r.otherState(i) {
		return
	}
	if sp.post.Kind == "person" && !plural {
		if definite && r.telling(i, country) {
			return
		}
		if definite && r.formerly(i) {
			if r.formerHolder(i, country) || r.pictured(i, country) || r.bearer(i, country) {
				return
			}
		} else if definite && (sp.post != &headTitle && sp.post != &counterpartTitle && r.bearer(i, country) || r.goBetween(i, country) || r.visitor(i) || r.fugitive(i) || r.official(i, country) || r.pictured(i, country)) {
			return
		}
		if sp.post.Office != "" && (definite || country != "") && !r.formerly(i) && r.holder(i, country) {
			return
		}
		if definite && (r.again(i, country, false) || r.sameParty(i, country) < 0 && r.epithet(i, country)) {
			return
		}
	}
	r.group(i, country, plural)
}

// enthroned links a title that one head of state bears alone to him who bears it: "the pope".
func (r *Resolver) enthroned(i int) bool {
	m, sp := &r.d.Mentions[i], &r.spots[i]
	state := r.words.thrones[sp.post.Phrase]
	if state == "" || r.d.Sentences[m.Sent].Child(m.Head, "amod", "compound", "nmod") >= 0 {
		return false
	}
	throne := *sp.post
	throne.Office, throne.Sector = "head of state", "GOV"
	sp.post = &throne
	if !r.holder(i, state) {
		r.group(i, state, false)
	}
	return true
}

// definite reports whether a noun phrase speaks of somebody already known.
func (r *Resolver) definite(s *doc.Sentence, m *doc.Mention) bool {
	if s.Part == doc.Title {
		return s.Child(m.Head, "nummod") < 0 // headlines leave articles out
	}
	if k := m.First - 1; k >= 0 && lower(s.Tokens[k].Form) == "the" && s.Tokens[k].Head >= m.First && s.Tokens[k].Head < m.Head {
		return true // "the" hung from the first word of "director general"
	}
	for c := range s.Children(m.Head) {
		switch strings.ToLower(s.Tokens[c].Form) {
		case "the", "this", "that", "his", "her", "its", "their":
			return true
		case "a", "an", "another", "some", "no", "any":
			return false
		}
		if s.Tokens[c].Deprel == "nmod:poss" {
			return true
		}
	}
	return false
}

// bearer finds a person of the report whose role is the one spoken of.
// One who holds the office comes before one who is only called by a word akin to it.
func (r *Resolver) bearer(i int, country string) bool {
	if r.ofSomebody(i) {
		return false
	}
	kin := r.roleKin(r.spots[i].post.Phrase)
	if r.spots[i].post.Sector == "OPP" || r.leaderOf(i) {
		kin = 0 // "the opposition leader" is no president, nor any leader
	}
	return r.spots[i].post.Office == "head of state" && kin != 0 && r.bearerOf(i, country, 0) || r.bearerOf(i, country, kin)
}

// leaderOf reports whether a noun before "leader" tells whom or what he leads: "the coup leader" is
// not whoever leads a state.
func (r *Resolver) leaderOf(i int) bool {
	m, post := &r.d.Mentions[i], r.spots[i].post
	s := &r.d.Sentences[m.Sent]
	if post.Phrase != "leader" && post.Phrase != "chief" && post.Phrase != "boss" {
		return false
	}
	c := s.Child(m.Head, "compound")
	return c >= 0 && c < m.Head && s.Tokens[c].UPOS == "NOUN" && s.Tokens[c].Form == lower(s.Tokens[c].Form)
}

// ofSomebody reports whether a noun is said to be that of somebody named who is no state:
// "Lund's spokesman" is no spokesman spoken of before.
func (r *Resolver) ofSomebody(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	c := s.Child(m.Head, "nmod:poss")
	if c < 0 || s.Tokens[c].UPOS != "PROPN" {
		return false
	}
	k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: c})
	if k < 0 || r.d.Mentions[k].Entity < 0 {
		return true
	}
	e := &r.d.Entities[r.d.Mentions[k].Entity]
	return e.Kind == nuncio.KindPerson
}

func (r *Resolver) bearerOf(i int, country string, kin uint64) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	head := strings.ToLower(d.Sentences[m.Sent].Tokens[m.Head].Lemma)
	fresh := m.Head > m.First && lower(d.Sentences[m.Sent].Tokens[m.Head-1].Form) == "new"
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Kind == doc.Pronoun || fresh && d.Entities[c.Entity].Kind == nuncio.KindPerson && r.lostOffice(c.Entity, m.Sent) {
			continue // "the new leader" is not the one who fled
		}
		e := &d.Entities[c.Entity]
		if p := r.partyOf(c.Entity); p >= 0 && strings.HasSuffix(r.parties[p].post.Phrase, sp.post.Phrase) {
			kin = 0 // "the officer" is rather "an officer" than a general
		}
		if e.Kind != nuncio.KindPerson || country != "" && e.Country != "" && e.Country != country || r.otherRank(sp.post.Phrase, e) {
			continue
		}
		if r.called(i, k, head, kin) {
			if x := r.bearingSubject(i, k, country, head); x >= 0 {
				k, c = x, &d.Mentions[x]
			}
			m.Entity, m.Link = c.Entity, k
			m.Reason = fmt.Sprintf("the %s spoken of before", sp.post.Phrase)
			return true
		}
	}
	return false
}

// bearingSubject is the subject of the sentence of mention k that bears the office as well,
// where k is none: of two ministers the one who acted is meant by "the minister"; -1 for none.
func (r *Resolver) bearingSubject(i, k int, country, head string) int {
	d := r.d
	sent := d.Mentions[k].Sent
	if sent == d.Mentions[i].Sent || subjectLike(&d.Sentences[sent], &d.Mentions[k]) || objectLike(&d.Sentences[sent], &d.Mentions[k]) {
		return -1 // who was told or asked may be the one who answers
	}
	for x := k - 1; x >= 0 && d.Mentions[x].Sent == sent; x-- {
		c := &d.Mentions[x]
		if c.Kind != doc.Named || c.Entity < 0 || c.Entity == d.Mentions[k].Entity || !subjectLike(&d.Sentences[sent], c) {
			continue
		}
		e := &d.Entities[c.Entity]
		if e.Kind == nuncio.KindPerson && (country == "" || e.Country == "" || e.Country == country) && !r.otherRank(r.spots[i].post.Phrase, e) && r.called(i, x, head, 0) && !r.deepSubject(&d.Mentions[i], c.Entity) {
			return x
		}
	}
	return -1
}

// otherRank reports whether a noun of rank or sex cannot speak of a person who holds
// the same office under another: a king is no president, a queen no man.
func (r *Resolver) otherRank(noun string, e *doc.Entity) bool {
	if n, ok := r.words.noun(noun, false); ok && n.gender != 0 && n.gender != 'n' && e.Gender != 0 && n.gender != e.Gender {
		return true
	}
	if e.Role == nil {
		return false
	}
	kin, role := r.kinOf(noun), r.roleKin(e.Role.Title)
	if noun == "president" && role != 0 && role&(r.words.kin["pope"]|r.words.kin["king"]) != 0 && kin&role == 0 {
		return true
	}
	return kin&r.words.kin["king"] != 0 && role != 0 && kin&role == 0
}

// called reports whether the person of mention k bears the office, or goes by the
// word, that mention i speaks of, or by one of its kin.
func (r *Resolver) called(i, k int, head string, kin uint64) bool {
	post := r.spots[i].post
	e := &r.d.Entities[r.d.Mentions[k].Entity]
	if other := r.spots[k].post; r.d.Mentions[k].Kind == doc.Nominal && other != nil && (other.Phrase == post.Phrase || strings.HasSuffix(other.Phrase, " "+post.Phrase)) && r.partyOf(r.d.Mentions[k].Entity) < 0 {
		return true // one of several offices, told before
	}
	if e.Role != nil {
		role := strings.ToLower(e.Role.Title)
		if head == "general" && r.words.notGeneral(role) {
			return false
		}
		if strings.Contains(strings.ReplaceAll(role, "-", " "), strings.ReplaceAll(strings.ToLower(post.Phrase), "-", " ")) || post.Phrase == head && strings.HasSuffix(role, head) || r.holds(e.ID, post.Office) {
			return true
		}
	}
	if post.Phrase == "minister" && e.Role != nil && e.Country != "USA" { // a Home Secretary is a minister, an American one is not called so
		if t, ok := r.cat.TitleOf(lower(e.Role.Title)); ok && strings.HasPrefix(t.Office, "minister") {
			return true
		}
	}
	return kin&r.callings(k, e) != 0
}

func (r *Resolver) holds(id, office string) bool {
	c := r.cat.Entity(id)
	if c == nil || office == "" {
		return false
	}
	for _, role := range r.cat.RolesOn(c, r.on) {
		if role.Office(office) {
			return true
		}
	}
	return false
}

// holder takes the holder of an office from the catalogue.
func (r *Resolver) holder(i int, country string) bool {
	m, sp := &r.d.Mentions[i], &r.spots[i]
	if country == "" {
		if country = r.home; country != "" && r.faced(i) == country { // "the president received the French ambassador"
			country = r.homeBut(country)
		}
	}
	if country == "" || r.on.IsZero() || !r.single(sp.post.Office) || r.headsPart(m, sp.post.Phrase == "president") {
		return false
	}
	roles := r.cat.OfficeHolder(country, sp.post.Office, r.on)
	if len(roles) == 0 {
		return false
	}
	if r.goes(m) { // news of a change comes on its day or soon after
		if before := r.cat.OfficeHolder(country, sp.post.Office, r.on.AddDays(-changeNews)); len(before) > 0 {
			roles = before
		}
	}
	role := r.soTitled(roles[0], country, sp.post.Phrase)
	e := r.cat.Entity(role.Person)
	if e == nil || r.kinOf(sp.post.Phrase) == r.words.kin["king"] && r.roleKin(role.Name())&r.words.kin["king"] == 0 {
		return false // no state without a crown has a king
	}
	m.Entity = r.known(e)
	m.Reason = fmt.Sprintf("catalogue: %s of %s on the report's day", sp.post.Office, country)
	return true
}

// changeNews is for how many days after an office changed hands news tells of who left it.
const changeNews = 7

// goes reports whether somebody is said to leave an office, or to be driven from it.
func (r *Resolver) goes(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if t.Head < 0 {
		return false
	}
	verb := s.Tokens[t.Head].Lemma
	return t.Deprel == "nsubj" && r.words.has(verb, useFall) || (t.Deprel == "obj" || t.Deprel == "nsubj:pass") && r.words.has(verb, useUnseat)
}

// headsPart reports whether a post is that of a region, or of a body where that counts, and no
// state's: "the president of Chechnya", "the president of the Egyptian Football Association".
func (r *Resolver) headsPart(m *doc.Mention, bodies bool) bool {
	s := &r.d.Sentences[m.Sent]
	for c := range s.Children(m.Head) {
		if p := s.Child(c, "case"); s.Tokens[c].Deprel != "nmod" || p < 0 || s.Tokens[p].Form != "of" {
			continue
		}
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: c})
		switch {
		case k < 0:
		case r.d.Mentions[k].Entity < 0:
			return bodies && r.spots[k].typ == doc.ORG
		default:
			kind := r.d.Entities[r.d.Mentions[k].Entity].Kind
			return kind == nuncio.KindPlace || bodies && kind == nuncio.KindOrganization
		}
	}
	return false
}

// soTitled is the role that goes by the very words, where the one that holds the office goes by
// others: the president of Iran is not its supreme leader.
func (r *Resolver) soTitled(role *catalogue.Role, country, words string) *catalogue.Role {
	if strings.Contains(role.Name(), words) {
		return role
	}
	for _, o := range r.cat.Offices() {
		if !o.One || role.Office(o.Name) {
			continue
		}
		if other := r.cat.OfficeHolder(country, o.Name, r.on); len(other) > 0 && other[0].Name() == words {
			return other[0]
		}
	}
	return role
}

// single reports whether a state has only one holder of an office, so that the
// office without a name means that person.
func (r *Resolver) single(office string) bool {
	for _, o := range r.cat.Offices() {
		if o.Name == office {
			return o.One
		}
	}
	return false
}

// organ links "the foreign ministry", "the government", "parliament" to that of
// a state.
func (r *Resolver) organ(i int, country string) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	if country == "" && r.owned(i) {
		country = r.ownerCountry(i)
	}
	if country == "" {
		country, _ = r.sceneState(i)
	}
	if sp.post.Phrase == "government" || sp.post.Phrase == "regime" {
		if e := r.stateEntity(country); e >= 0 {
			m.Entity, m.Reason = e, "the government of "+d.Entities[e].Name
			return
		}
	}
	if id, ok := r.cat.OrganOf(sp.post.Phrase); ok && country != "" {
		if o := r.cat.Organ(country, id); o != nil {
			m.Entity, m.Reason = r.known(o), "organ of "+country
			return
		}
	}
	r.group(i, country, false)
}

// ownOrgan links a body that every state has, named without its state, to that
// of the state last spoken of.
func (r *Resolver) ownOrgan(i int) {
	m := &r.d.Mentions[i]
	state := r.countryBeside(m)
	if state == "" {
		state, _ = r.sceneState(i)
	}
	if o := r.cat.Organ(state, r.spots[i].organ); o != nil {
		m.Entity, m.Reason = r.known(o), "organ of "+state+", the state spoken of"
		return
	}
	r.newBody(i, strings.Join(strings.Fields(r.d.Words(m.Range)), " "))
}
