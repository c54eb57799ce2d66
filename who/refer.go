package who

import (
	"fmt"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// refer links a nominal or pronoun.
func (r *Resolver) refer(i int) {
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
		default:
			r.pronounLink(i, p)
		}
	case sp.other:
		r.otherOfTwo(i)
	case sp.organ != "":
		r.ownOrgan(i)
	case sp.nth > 0:
		r.ordered(i)
	case sp.described:
		r.described(i)
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
	plural := sp.post.Plural || s.Tokens[m.Head].Feat("Number", "Plur") || s.Tokens[m.Head].XPOS == "NNS"
	if plural && r.listed(i) {
		return
	}
	if k := r.beside(i); k >= 0 {
		m.Entity, m.Link, m.Reason = d.Mentions[k].Entity, k, "stands beside the name"
		r.giveRole(i)
		return
	}
	if plural && r.ofSeveral(i) {
		return
	}
	country := r.countryBeside(m)
	definite := r.definite(s, m)
	if definite && (plural || sp.post.Kind != "person") && r.again(i, country, plural) {
		return
	}
	if definite && sp.post.Kind != "person" && sp.post.Kind != stateKind && s.Child(m.Head, "acl:relcl") < 0 && r.body(i, country) {
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
	if sp.post == &counterpartTitle && !plural && r.counterpart(i, country) {
		return
	}
	if sp.post.Kind == "person" && !plural {
		if definite && (r.bearer(i, country) || r.goBetween(i, country) || r.visitor(i)) {
			return
		}
		if sp.post.Office != "" && (definite || country != "") && r.holder(i, country) {
			return
		}
		if definite && (r.again(i, country, false) || r.sameParty(i, country) < 0 && r.epithet(i, country)) {
			return
		}
	}
	r.group(i, country, plural)
}

// coTitle is the person whom two titles joined by "and" stand before: "Deputy Prime
// Minister and Foreign Minister Anna Berg"; -1 for none.
func (r *Resolver) coTitle(i int) int {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if r.spots[i].post.Kind != "person" || s.Tokens[m.Head].UPOS != "PROPN" || s.Child(m.Head, "det") >= 0 {
		return -1
	}
	for k := i + 1; k < len(d.Mentions) && d.Mentions[k].Sent == m.Sent; k++ {
		c, title := &d.Mentions[k], r.spots[k].title
		if c.Kind == doc.Named && c.Entity >= 0 && !title.IsZero() && title.First == m.End+1 && s.Tokens[m.End].UPOS == "CCONJ" && s.Tokens[m.End].Lemma == "and" {
			return k
		}
	}
	return -1
}

// betweenCommas finds the person beside whom a noun stands between commas, on
// either side, whatever the tree makes of it: "Anna Berg, the union's mediator,"
// or "Norway's mediator, Anna Berg,".
func (r *Resolver) betweenCommas(i, first, end int) int {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	comma := func(t int) bool { return t >= 0 && t < len(s.Tokens) && s.Tokens[t].Form == "," }
	for k := range d.Mentions {
		c := &d.Mentions[k]
		if c.Sent != m.Sent || c.Kind != doc.Named || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson {
			continue
		}
		start := c.First
		if t := r.spots[k].title; !t.IsZero() {
			start = t.First
		}
		if c.End < len(s.Tokens) && comma(c.End) && c.End+1 == m.First && (comma(m.End) || comma(end)) {
			return k
		}
		if m.End+1 == start && comma(m.End) && (comma(c.End) || c.End == len(s.Tokens)-1) && m.First >= first {
			return k
		}
	}
	return -1
}

// giveRole gives the person whom a noun of office stands beside what the noun
// tells, where nothing surer is known. A counterpart has the office of the one
// whose counterpart he is.
func (r *Resolver) giveRole(i int) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	e := &d.Entities[m.Entity]
	if e.Kind != nuncio.KindPerson || sp.post.Kind != "person" {
		return
	}
	if e.Country == "" {
		if e.Country = r.countryBeside(m); e.Country == "" {
			e.Country = r.ownerCountry(i)
		}
	}
	if e.Role != nil && e.Role.Title != "" {
		return
	}
	title, sector := strings.ToLower(strings.Join(strings.Fields(d.Words(sp.title)), " ")), sp.post.Sector
	if sp.post.Phrase == "counterpart" {
		title, sector = "", "GOV"
		if k := r.ownerOf(i); k >= 0 && d.Entities[k].Role != nil {
			title, sector = d.Entities[k].Role.Title, d.Entities[k].Sector
		}
	}
	if e.Sector == "" {
		e.Sector = sector
	}
	if title != "" {
		e.Role = &nuncio.Role{Title: title, Of: e.Country, Basis: "text"}
	}
}

// body finds the organization or armed group named before that a noun speaks of:
// "the bloc", "the rebels", "the party".
func (r *Resolver) body(i int, country string) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	head := strings.ToLower(d.Sentences[m.Sent].Tokens[m.Head].Lemma)
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 {
			continue
		}
		e := &d.Entities[c.Entity]
		if e.Kind == nuncio.KindOutlet && r.words.outlets[head] && r.onlyThe(m) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "the outlet spoken of before"
			return true
		}
		if e.Kind != nuncio.KindOrganization && e.Kind != nuncio.KindGroup || strings.HasSuffix(e.ID, "-people") {
			continue
		}
		switch {
		case r.words.bodies[head] && e.Kind == nuncio.KindOrganization && sectorFits(e.Sector):
		case r.words.unions[head]:
			if known := r.cat.Entity(e.ID); known == nil || known.Type != "igo" {
				continue
			}
		case country == "" && r.wordOf(c, e, head): // "the Council" after "the Security Council"
		case e.Sector != sp.post.Sector || e.Sector == "" || country != "" && country != e.Country || !namedFor(e, head):
			continue
		}
		m.Entity, m.Link, m.Reason = c.Entity, k, "the body spoken of before"
		return true
	}
	return false
}

// wordOf reports whether a body is called by more words, of which a noun is the last.
func (r *Resolver) wordOf(c *doc.Mention, e *doc.Entity, noun string) bool {
	s := &r.d.Sentences[c.Sent]
	return e.Kind == nuncio.KindOrganization && c.End-c.First > 1 && (lower(s.Tokens[c.End-1].Form) == noun || lower(s.Tokens[c.Head].Form) == noun)
}

// onlyThe reports whether a noun in the singular has no word of its own but an
// article.
func (r *Resolver) onlyThe(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	return s.Tokens[m.Head].XPOS == "NN" && !described(s, m) && s.Child(m.Head, "nmod:poss", "compound", "amod", "appos") < 0
}

// namedFor reports whether a noun may stand for a body of its sector: armed bodies,
// parties, parliaments, courts and firms are each of one sort; of ministries and
// offices the name must have the noun ("the agency" is no ministry).
func namedFor(e *doc.Entity, noun string) bool {
	if e.Sector != "GOV" && e.Sector != "IGO" {
		return true
	}
	for f := range strings.FieldsSeq(catalogue.Fold(e.Name)) {
		if f == noun || singular(f) == noun {
			return true
		}
	}
	return false
}

// sectorFits reports whether "the group" or "the movement" may speak of a body of a
// sector: of one that people join, not of an organ.
func sectorFits(sector string) bool {
	switch sector {
	case "REB", "OPP", "PTY", "NGO", "CRM", "LAB", "CVL", "":
		return true
	}
	return false
}

// definite reports whether a noun phrase speaks of somebody already known.
func (r *Resolver) definite(s *doc.Sentence, m *doc.Mention) bool {
	if s.Part == doc.Title {
		return s.Child(m.Head, "nummod") < 0 // headlines leave articles out
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

// beside is the named person whom a noun of office is in apposition to, -1 for none.
func (r *Resolver) beside(i int) int {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	named := func(t int) int {
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: t})
		if k < 0 || k == i || d.Mentions[k].Kind != doc.Named || d.Mentions[k].Entity < 0 || d.Mentions[k].Place {
			return -1
		}
		if (d.Entities[d.Mentions[k].Entity].Kind == nuncio.KindPerson) != (r.spots[i].post.Kind == "person") {
			return -1
		}
		return k
	}
	t := &s.Tokens[m.Head]
	if t.Deprel == "appos" && t.Head >= 0 {
		if k := named(t.Head); k >= 0 {
			return k
		}
	}
	for c := range s.Children(m.Head) {
		if rel := s.Tokens[c].Deprel; rel == "appos" || rel == "flat" {
			if k := named(c); k >= 0 {
				return k
			}
		}
	}
	// "the head of Norway's ruling party Anna Berg": the name ends the noun's phrase
	// or follows at once, whatever the tree hangs it from.
	first, end := m.First, m.Head+1
	for end < len(s.Tokens) && s.Dominates(m.Head, end) {
		end++ // only what follows without a break: trees err across verbs
	}
	for k := i + 1; k < len(d.Mentions) && d.Mentions[k].Sent == m.Sent; k++ {
		c := &d.Mentions[k]
		from := c.First
		if t := r.spots[k].title; !t.IsZero() {
			from = t.First
		}
		if c.Kind != doc.Named || c.First <= m.Head || from > end {
			continue
		}
		if from == end || c.End == end && first <= from && s.Tokens[c.Head].Deprel != "conj" && s.Child(c.Head, "case") < 0 && s.Tokens[from-1].Form != "," {
			if x := named(c.Head); x == k {
				return k
			}
		}
	}
	if k := r.coTitle(i); k >= 0 {
		return k
	}
	if k := r.betweenCommas(i, first, end); k >= 0 && r.spots[i].post.Kind == "person" && s.Tokens[m.Head].XPOS != "NNS" {
		return k
	}
	// "Anna Berg is the foreign minister"
	if s.Child(m.Head, "cop") >= 0 {
		if subj := s.Child(m.Head, "nsubj"); subj >= 0 {
			return named(subj)
		}
	}
	return -1
}

// bearer finds a person of the report whose role is the one spoken of.
func (r *Resolver) bearer(i int, country string) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	head := strings.ToLower(d.Sentences[m.Sent].Tokens[m.Head].Lemma)
	kin := r.kinOf(sp.post.Phrase)
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Kind == doc.Pronoun {
			continue
		}
		e := &d.Entities[c.Entity]
		if p := r.partyOf(c.Entity); p >= 0 && strings.HasSuffix(r.parties[p].post.Phrase, sp.post.Phrase) {
			kin = 0 // "the officer" is rather "an officer" than a general
		}
		if e.Kind != nuncio.KindPerson || country != "" && e.Country != "" && e.Country != country {
			continue
		}
		if r.called(i, k, head, kin) {
			m.Entity, m.Link = c.Entity, k
			m.Reason = fmt.Sprintf("the %s spoken of before", sp.post.Phrase)
			return true
		}
	}
	return false
}

// called reports whether the person of mention k bears the office, or goes by the
// word, that mention i speaks of, or by one of its kin.
func (r *Resolver) called(i, k int, head string, kin uint64) bool {
	post := r.spots[i].post
	e := &r.d.Entities[r.d.Mentions[k].Entity]
	if other := r.spots[k].post; r.d.Mentions[k].Kind == doc.Nominal && other != nil && other.Phrase == post.Phrase && r.partyOf(r.d.Mentions[k].Entity) < 0 {
		return true // one of several offices, told before
	}
	if e.Role != nil {
		role := strings.ToLower(e.Role.Title)
		if strings.Contains(role, strings.ToLower(post.Phrase)) || post.Phrase == head && strings.HasSuffix(role, head) || r.holds(e.ID, post.Office) {
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
		country = r.home
	}
	if country == "" || r.on.IsZero() || !r.single(sp.post.Office) {
		return false
	}
	roles := r.cat.OfficeHolder(country, sp.post.Office, r.on)
	if len(roles) == 0 {
		return false
	}
	e := r.cat.Entity(roles[0].Person)
	if e == nil {
		return false
	}
	m.Entity = r.known(e)
	m.Reason = fmt.Sprintf("catalogue: %s of %s on the report's day", sp.post.Office, country)
	return true
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

// pluralPronoun links "they": to the plural party, collective or two persons
// named together that score best.
func (r *Resolver) pluralPronoun(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	a := r.phraseHeaded(doc.Ref{Sent: m.Sent, Tok: m.Head})
	best, bestScore := -1, 0.0
	var together []int
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if m.Sent-c.Sent > reach || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		with := r.namedWith(c)
		if with == nil {
			with = r.metBy(c)
		}
		if with == nil && len(c.Members) == 0 && (c.Entity < 0 || !d.Entities[c.Entity].Plural || c.Reason == modifierReason) {
			continue
		}
		if r.bound(m, c, pronoun{plural: true}) {
			continue
		}
		if score := r.salience(m, c) + learnt*r.linkScore(a, c); best < 0 || score > bestScore {
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
		if o < 0 || d.Mentions[o].Entity < 0 || d.Mentions[o].Place || !sameSort(&d.Entities[d.Mentions[o].Entity], &d.Entities[c.Entity]) {
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
// Lund. They …"; nil where c is none.
func (r *Resolver) metBy(c *doc.Mention) []int {
	d := r.d
	s := &d.Sentences[c.Sent]
	t := &s.Tokens[c.Head]
	if c.Entity < 0 || c.Place || c.Kind == doc.Pronoun || c.Reason == modifierReason || t.Head < 0 || !r.words.meeting[s.Tokens[t.Head].Lemma] ||
		t.Deprel != "obj" && (!doc.IsRel(t.Deprel, "obl") || lower(prepositionOf(s, c.Head)) != "with") {
		return nil
	}
	p := s.Predicate(t.Head)
	if p == nil || p.Passive {
		return nil
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return nil
	}
	k := r.cover.Headed(doc.Ref{Sent: c.Sent, Tok: a.Tok})
	if k < 0 || d.Mentions[k].Entity < 0 || d.Mentions[k].Entity == c.Entity || !sameSort(&d.Entities[d.Mentions[k].Entity], &d.Entities[c.Entity]) {
		return nil
	}
	return []int{d.Mentions[k].Entity, c.Entity}
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

// sameSort reports whether two parties may be spoken of as one they: persons with
// persons, states and bodies with each other.
func sameSort(a, b *doc.Entity) bool {
	return (a.Kind == nuncio.KindPerson) == (b.Kind == nuncio.KindPerson) && a.Kind != nuncio.KindOutlet && b.Kind != nuncio.KindOutlet
}
