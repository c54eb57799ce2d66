package who

import (
	"fmt"
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// party is a party of the report that only a noun names: "three fishermen",
// "Turkish officials".
type party struct {
	entity   int
	first    int // mention that entered it
	last     int // mention that spoke of it last
	count    int // of how many it is said to be, 0 when not told
	post     *catalogue.Title
	country  string // by words; "" when none gives one
	inferred bool   // the scene gives the country
}

// group links a noun that names a party of its own. A definite noun speaks of the
// party of that noun before; an indefinite one is a party that was not spoken of
// yet, unless only the title did.
func (r *Resolver) group(i int, country string, plural bool) {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	inferred := country == ""
	if inferred && r.owned(i) {
		country, inferred = r.ownerCountry(i), false
	} else if c := r.whoseCountry(i); inferred && c != "" {
		country, inferred = c, false
	}
	if _, state := r.cat.State(country); !state && sp.post.Sector == "" {
		country = "" // the members of a union are states, each for itself
	}
	if k := r.sameParty(i, country); k >= 0 {
		p := &r.parties[k]
		m.Entity, m.Link, m.Reason = p.entity, p.last, fmt.Sprintf("the %s spoken of before", sp.post.Phrase)
		p.last = i
		if country != "" && p.country == "" {
			p.country, p.inferred = country, false
			d.Entities[p.entity].Country, d.Entities[p.entity].Inferred = country, false
		}
		return
	}
	reason := "a party by its noun"
	if inferred {
		country, reason = r.sceneState(i)
		if c := r.sender(i); c != "" {
			country, reason = c, "a party by its noun; of who sent it"
		}
		if r.ofNoState(i) {
			country, reason = "", noCountry
		}
	}
	kind := nuncio.KindGroup
	if sp.post.Kind == "person" && !plural {
		kind = nuncio.KindPerson // "a Chadian official": one, though unnamed
	}
	if k := r.ownerOf(i); sp.post == &counterpartTitle && k >= 0 && d.Entities[k].Kind == nuncio.KindOrganization {
		kind = nuncio.KindOrganization // the counterpart of a body is one
	}
	name := strings.Join(strings.Fields(d.Words(m.Range)), " ")
	for _, article := range [...]string{"the ", "a ", "an ", "The ", "A ", "An ", "whose "} {
		name = strings.TrimPrefix(name, article)
	}
	m.Entity = len(d.Entities)
	d.Entities = append(d.Entities, doc.Entity{Entity: nuncio.Entity{Kind: kind, Name: name, Country: country, Sector: r.sectorOf(i)}, Plural: plural, Inferred: inferred})
	p := party{entity: m.Entity, first: i, last: i, post: sp.post, inferred: inferred, count: r.countBeside(&d.Sentences[m.Sent], m.Head)}
	if !inferred {
		p.country = country
	}
	r.parties = append(r.parties, p)
	r.name(len(r.parties) - 1)
	m.Reason = reason
}

// sender is the country of the body or state that was just told to have sent somebody, where "the
// delegation" or "the mission" is who was sent; "" for none.
func (r *Resolver) sender(i int) string {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if noun := s.Tokens[m.Head].Lemma; noun != "delegation" && noun != "mission" || !r.definite(s, m) || described(s, m) {
		return ""
	}
	for n := m.Sent - 1; n >= max(0, m.Sent-plainReach) && d.Sentences[n].Part == s.Part; n-- {
		o := &d.Sentences[n]
		for k := range o.Predicates {
			p := &o.Predicates[k]
			if lemma := o.Tokens[p.Tok].Lemma; p.Kind != doc.Verbal || lemma != "send" && lemma != "dispatch" {
				continue
			}
			if a, ok := p.Arg(doc.Subj); ok {
				if e := r.whoIs(n, a.Tok); e >= 0 && (d.Entities[e].Kind == nuncio.KindOrganization || d.Entities[e].Kind == nuncio.KindState) {
					return d.Entities[e].Country
				}
			}
		}
	}
	return ""
}

// ofNoState reports whether a noun speaks of many states at once, or of those who make up a body
// of them, wherever the scene lies: "the bloc", "the remaining members".
func (r *Resolver) ofNoState(i int) bool {
	switch r.spots[i].post.Phrase {
	case "bloc", "grouping", "agency", "member", "members":
		return true
	}
	return false
}

// sameParty finds the party that a noun speaks of again; -1 when it is new.
func (r *Resolver) sameParty(i int, country string) int {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	s := &d.Sentences[m.Sent]
	scene := ""
	if country == "" && r.stateOwned(i) {
		if c, reason := r.sceneState(i); reason != byReport {
			scene = c
		}
	}
	_, organ := r.cat.OrganOf(sp.post.Phrase)
	own := country != "" && r.owned(i)
	owner := -1
	if country == "" {
		owner = r.ownedBy(i)
	}
	again := r.definite(s, m) && !described(s, m) || sp.post.Sector == "COP" && bare(s, m)
	for k := len(r.parties) - 1; k >= 0; k-- {
		p := &r.parties[k]
		if own && p.country == "" && d.Entities[p.entity].Country != country || owner >= 0 && r.ownedBy(p.first) != owner {
			continue // "its diplomats" are not the diplomats of before
		}
		if sp.post.Phrase == "ministry" && !r.namedBy(&d.Entities[p.entity], m) {
			continue // "the interior ministry" after "the defence ministry"
		}
		if p.post.Phrase != sp.post.Phrase || country != "" && p.country != "" && country != p.country {
			continue
		}
		if c := d.Entities[p.entity].Country; scene != "" && c != "" && scene != c && (organ || m.Sent-d.Mentions[p.last].Sent > 2) {
			continue // "the government" of another state now
		}
		if organ && country == "" && !p.inferred && p.country != r.home && r.home != "" && !r.sameParagraph(d.Mentions[p.last].Sent, m.Sent) && d.Sentences[d.Mentions[p.last].Sent].Part == s.Part {
			continue // without more it is that of the report's own state
		}
		title := d.Sentences[d.Mentions[p.last].Sent].Part != s.Part
		if again && (country != "" || p.country == "" || !title || p.country == r.home) || title && (p.country == country || p.inferred) {
			return k
		}
	}
	return -1
}

// ownedBy is the party whose a noun is by a pronoun ("their leaders"), -1 for none.
func (r *Resolver) ownedBy(i int) int {
	if k := r.possessor(i); k >= 0 {
		return r.d.Mentions[k].Entity
	}
	return -1
}

// described reports whether a noun tells in full of whom it speaks: "the seven
// members of the council", "the man who fired".
func described(s *doc.Sentence, m *doc.Mention) bool {
	if s.Part == doc.Title {
		return false
	}
	for c := range s.Children(m.Head) {
		if rel := s.Tokens[c].Deprel; c > m.Head && (rel == "nmod" && !aside(lower(prepositionOf(s, c))) && !ofCharge(s, m.Head, c) || rel == "acl:relcl" && s.Tokens[m.Head+1].Form != ",") { // ", who fled," only adds
			return true
		}
	}
	return false
}

// aside reports whether a preposition tells of the deed and not of which one a noun means, wherever
// the tree hangs it: "warned the ally against revenge".
func aside(preposition string) bool {
	switch preposition {
	case "against", "over", "despite", "after", "before", "during", "until", "since", "ahead":
		return true
	}
	return false
}

// ofCharge reports whether what stands behind "of" at a noun is what one is accused or told of:
// "accused the guest of ingratitude" speaks of no guest of ingratitude.
func ofCharge(s *doc.Sentence, noun, of int) bool {
	t := &s.Tokens[noun]
	if t.Deprel != "obj" && t.Deprel != "iobj" || t.Head < 0 || lower(prepositionOf(s, of)) != "of" {
		return false
	}
	for c := range s.Children(t.Head) { // "accused the authorities of Goma of hiding rebels": the charge is behind the second
		if m := s.Child(c, "mark", "case"); c > of && m >= 0 && s.Tokens[m].Form == "of" {
			return false
		}
	}
	switch s.Tokens[t.Head].Lemma {
	case "accuse", "suspect", "convict", "acquit", "clear", "remind", "assure", "warn", "inform", "notify", "deprive", "strip", "rob":
		return true
	}
	return false
}

// restricted reports whether a relative clause tells which one a noun means; one behind
// a comma only adds ("the movement, which was banned in May,").
func restricted(s *doc.Sentence, m *doc.Mention) bool {
	c := s.Child(m.Head, "acl:relcl")
	return c >= 0 && (m.Head+1 >= len(s.Tokens) || s.Tokens[m.Head+1].Form != ",")
}

// bare reports whether a noun stands without any word of its own ("police said").
func bare(s *doc.Sentence, m *doc.Mention) bool {
	for c := range s.Children(m.Head) {
		if c < m.Head && s.Tokens[c].UPOS != "PUNCT" && s.Tokens[c].Deprel != "case" && s.Tokens[c].Deprel != "cc" {
			return false
		}
	}
	return true
}

// sectorOf is the sector of a noun's party: the post's, else that of the body it
// belongs to ("members of the Harbour Party").
func (r *Resolver) sectorOf(i int) string {
	m, sp := &r.d.Mentions[i], &r.spots[i]
	if sp.post.Sector == "GOV" {
		if own := r.bodySector(i); ofSociety(own) {
			return own // "officials of the rubber workers' union"
		}
	}
	if k := r.possessor(i); k >= 0 && manOf(lower(sp.post.Phrase)) == "man" || k >= 0 && sp.post.Phrase == "men" {
		if e := r.d.Mentions[k].Entity; e >= 0 { // "its men" are soldiers if it is an army
			switch x := &r.d.Entities[e]; x.Sector {
			case "MIL", "COP", "REB", "CRM":
				return x.Sector
			}
		}
	}
	rebels := sp.post.Sector == "MIL" // "a Taliban patrol"
	if sp.post.Sector != "" && !rebels {
		return sp.post.Sector
	}
	s := &r.d.Sentences[m.Sent]
	for c := range s.Children(m.Head) {
		rel := s.Tokens[c].Deprel
		if rel != "compound" && rel != "nmod" && rel != "nmod:poss" {
			continue
		}
		if k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: c}); k >= 0 && k != i && r.d.Mentions[k].Entity >= 0 {
			if e := &r.d.Entities[r.d.Mentions[k].Entity]; e.Kind != nuncio.KindState && e.Sector != "" && (!rebels || rel == "compound" && e.Sector == "REB" && e.Kind == nuncio.KindOrganization) {
				return e.Sector
			}
		}
	}
	if rebels {
		return sp.post.Sector
	}
	return "CVL"
}

// owned reports whether a pronoun says whose a noun is ("its soldiers").
func (r *Resolver) owned(i int) bool { return r.possessor(i) >= 0 }

// possessor is the mention of the pronoun that says whose a noun is, -1 for none.
func (r *Resolver) possessor(i int) int {
	m := &r.d.Mentions[i]
	c := r.d.Sentences[m.Sent].Child(m.Head, "nmod:poss")
	if c < 0 || r.d.Sentences[m.Sent].Tokens[c].UPOS != "PRON" {
		return -1
	}
	if k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: c}); k != i {
		return k
	}
	return -1
}

// ownerCountry is the country of the one whom a possessive pronoun at a noun
// stands for; "" when that is not known.
func (r *Resolver) ownerCountry(i int) string {
	d := r.d
	k := r.possessor(i)
	if k < 0 {
		return ""
	}
	if d.Mentions[k].Entity < 0 && d.Mentions[k].Members == nil {
		r.refer(k) // it stands inside the noun's phrase and has not had its turn
	}
	if e := d.Mentions[k].Entity; e >= 0 {
		if noun := lower(d.Token(doc.Ref{Sent: d.Mentions[i].Sent, Tok: d.Mentions[i].Head}).Lemma); r.words.has(noun, useOther) &&
			(d.Entities[e].Kind != nuncio.KindPerson || noun == "counterpart") || r.spots[i].post == &counterpartTitle {
			return ""
		}
		return d.Entities[e].Country
	}
	return ""
}

// whoseCountry is the country of the one of whom a relative clause tells whose a noun is:
// "the movement, whose fighters"; "" for none.
func (r *Resolver) whoseCountry(i int) string {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	c := s.Child(m.Head, "nmod:poss")
	if c < 0 || s.Tokens[c].Lemma != "whose" && s.Tokens[c].Form != "whose" {
		return ""
	}
	v := s.Tokens[m.Head].Head
	for n := 0; n < 4 && v >= 0 && s.Tokens[v].Deprel != "acl:relcl"; n++ {
		v = s.Tokens[v].Head
	}
	if v < 0 || s.Tokens[v].Head < 0 || s.Tokens[v].Deprel != "acl:relcl" {
		return ""
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: s.Tokens[v].Head})
	if k < 0 || r.d.Mentions[k].Entity < 0 {
		return ""
	}
	return r.d.Entities[r.d.Mentions[k].Entity].Country
}

// name gives a party its id: of its country and noun, and a number where the
// report speaks of several of that noun.
func (r *Resolver) name(k int) {
	p := &r.parties[k]
	e := &r.d.Entities[p.entity]
	if r.byID[e.ID] == p.entity {
		delete(r.byID, e.ID)
	}
	base := "group/" + slug(strings.TrimSpace(strings.ToLower(e.Country)+" "+p.post.Phrase))
	id := base
	for n := 2; ; n++ {
		if _, taken := r.byID[id]; !taken {
			break
		}
		id = fmt.Sprintf("%s-%d", base, n)
	}
	e.ID = id
	r.byID[id] = p.entity
}
