package who

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// Whence a party has its country when no word at its noun gives one. The grounds
// are tried in this order; no country is better than a wrong one:
//
//  1. what is called foreign, or is one of many states, has none;
//  2. organs and forces of a state: the state spoken of before in the sentence
//     ("Chile said the army …");
//  3. forces: the state of the force spoken of shortly before ("Israeli troops …
//     soldiers fired");
//  4. the place that the clause is set in ("gunmen abducted two clerks in Goma"),
//     but for officials;
//  5. organs and forces again: the state spoken of before in the paragraph;
//  6. the state that the report is about.
const (
	noCountry   = "a party by its noun; of no one country"
	byPlace     = "a party by its noun; its country is that of the place in the sentence"
	bySentence  = "a party by its noun; its country is the one spoken of before in the sentence"
	byAccuser   = "a party by its noun; who speaks of the police and means no other state's speaks of his own"
	byForce     = "a party by its noun; its country is that of the force spoken of before"
	byParagraph = "a party by its noun; its country is the one spoken of before in the paragraph"
	byDateline  = "a party by its noun; who tells what was done where the report comes from is of that country"
	byPlaces    = "a party by its noun; its country is that of the place in a sentence before"
	byReport    = "a party by its noun; its country is the one that the report is about"
)

// sceneState is the country of a noun's party by the scene, and why.
func (r *Resolver) sceneState(i int) (country, reason string) {
	if r.abroad(i) || r.posted(i) {
		return "", noCountry
	}
	if r.administration(i) {
		return "USA", bySentence
	}
	if c := r.loyalTo(i); c != "" {
		return c, bySentence
	}
	faced := r.faced(i)
	defer func() {
		if country != "" && country == faced { // "the government protested to Peru": not Peru's
			country, reason = r.homeBut(faced), byReport
		}
		if country != "" && r.regimeAbroad(i, country) { // "Latvia called on the bloc to punish the regime": not its own
			if country, reason = r.homeBut(country), byReport; r.home != "" && r.home != country && !r.regimeAbroad(i, r.home) {
				country = r.home
			}
		}
		if country != "" && country == r.apposedTo(i) { // "Peru, the junta's ally": not its own
			country, reason = r.homeBut(country), byReport
		}
		if country != "" && r.stateOwned(i) && r.addressed(i) && country == r.subjectState(i) { // "Peru blamed the government": not its own
			country, reason = r.homeBut(country), byReport
		}
		if country == "" {
			reason = noCountry
		}
	}()
	owned := r.stateOwned(i)
	if c := r.ownChamber(i); c != "" {
		return c, bySentence
	}
	if owned {
		if c := r.planner(i); c != "" {
			return c, bySentence
		}
		if r.deployed(i) { // "Egypt landed soldiers"
			if c := r.subjectState(i); c != "" {
				return c, bySentence
			}
		}
	}
	if owned && r.dateline != "" && r.tells(i) {
		return r.dateline, byDateline
	}
	if owned && r.home != "" && r.tells(i) && r.spokenIn(i, r.home) {
		return r.home, byReport
	}
	if owned {
		if c := r.spokenState(i, true); c != "" {
			return c, bySentence
		}
	}
	if owned && r.home != "" && r.newcomers(i) && r.home != r.subjectState(i) {
		return r.home, byReport
	}
	if owned {
		if c := r.ownForces(i); c != "" {
			return c, byAccuser
		}
	}
	if c := r.sameForce(i); c != "" {
		return c, byForce
	}
	if p := r.spots[i].post; p == nil || p != &headTitle && (p.Kind != "person" || p.Sector != "GOV") && !r.words.travels(p.Phrase) { // officials meet anywhere
		if c := r.placeState(i); c != "" && (p == nil || p.Sector != "GOV" || r.placedFirst(i)) {
			return c, byPlace
		}
	}
	if owned && r.spots[i].post != nil && r.spots[i].post.Sector == "GOV" {
		if c := r.spokenState(i, false); c != "" {
			return c, byParagraph
		}
	}
	if c := r.placeBefore(i); c != "" {
		return c, byPlaces
	}
	if owned {
		if c := r.spokenState(i, false); c != "" {
			return c, byParagraph
		}
	}
	if r.home == "" {
		return "", noCountry
	}
	return r.home, byReport
}

// loyalTo is the country of the one whose side a noun's people are said to be on: "soldiers
// loyal to Doe"; "" for none.
func (r *Resolver) loyalTo(i int) string {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	a := s.Child(m.Head, "amod", "acl")
	if a < m.Head {
		return ""
	}
	switch s.Tokens[a].Lemma {
	case "loyal", "faithful", "allied", "belong", "answer", "subordinate":
	default:
		return ""
	}
	for c := range s.Children(a) {
		if !doc.IsRel(s.Tokens[c].Deprel, "obl") || lower(prepositionOf(s, c)) != "to" {
			continue
		}
		if k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: c}); k >= 0 {
			return r.countryOf(k)
		}
	}
	return ""
}

// placedFirst reports whether the sentence of a mention says where it all was before it
// comes to it, or in its own phrase: "In Kampala, the government", "the ministry in
// Kampala". A government may have walked out of talks anywhere.
func (r *Resolver) placedFirst(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	placed := func(first, head int) bool {
		return first < m.First || s.Dominates(m.Head, head)
	}
	for k := range r.d.Places {
		if p := &r.d.Places[k]; p.Sent == m.Sent && placed(p.First, top(s, p.First, p.End)) {
			return true
		}
	}
	for k := range r.d.Mentions {
		if c := &r.d.Mentions[k]; c.Sent == m.Sent && c.Place && placed(c.First, c.Head) {
			return true
		}
	}
	return false
}

// spokenIn reports whether the sentence of a mention speaks of a state's organs or of the
// state as a party before it.
func (r *Resolver) spokenIn(i int, state string) bool {
	m := &r.d.Mentions[i]
	for k := i - 1; k >= 0 && r.d.Mentions[k].Sent == m.Sent; k-- {
		c := &r.d.Mentions[k]
		if c.Entity < 0 || c.Place || r.d.Entities[c.Entity].Country != state || r.d.Entities[c.Entity].Inferred {
			continue
		}
		if e := &r.d.Entities[c.Entity]; e.Kind == nuncio.KindState || e.Sector == "GOV" || e.Sector == "MIL" {
			return true
		}
	}
	return false
}

// ownForces is the country of one outside the government who accuses, asks or fights
// the state's own organs: "the union accused the police".
func (r *Resolver) ownForces(i int) string {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if t.Head < 0 || doc.IsRel(t.Deprel, "nsubj") {
		return ""
	}
	v := t.Head
	for n := 0; n < 3 && s.Tokens[v].UPOS == "NOUN" && s.Tokens[v].Head >= 0; n++ { // "broke off its talks with the government"
		v = s.Tokens[v].Head
	}
	p := s.Predicate(v)
	if p == nil || p.Kind != doc.Verbal {
		return ""
	}
	a, ok := p.Arg(doc.Subj)
	if !ok {
		return ""
	}
	k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
	if k < 0 {
		return ""
	}
	if d.Mentions[k].Entity < 0 && d.Mentions[k].Members == nil && k < i && d.Mentions[k].Reason == "" {
		r.refer(k)
	}
	if d.Mentions[k].Entity < 0 {
		return ""
	}
	e := &d.Entities[d.Mentions[k].Entity]
	if e.Inferred || e.Kind == nuncio.KindState || e.Kind == nuncio.KindOutlet {
		return ""
	}
	switch e.Sector {
	case "OPP", "PTY", "REB", "LAB":
		if _, ok := r.cat.State(e.Country); ok {
			return e.Country
		}
		if e.Country == "" {
			return r.home
		}
	}
	return ""
}

// faced is the state to which, or against which, the subject that mention i is does
// something, or from which it is barred; "" for none.
func (r *Resolver) faced(i int) string {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if !doc.IsRel(t.Deprel, "nsubj") || t.Head < 0 {
		return ""
	}
	p := s.Predicate(t.Head)
	barred := t.Deprel == "nsubj:pass"
	if p == nil || p.Kind != doc.Verbal || barred && !r.words.has(s.Tokens[t.Head].Lemma, useAddress) {
		return ""
	}
	for _, a := range p.Args {
		switch {
		case barred && (a.Role != doc.Obl || a.Case != "from"):
			continue
		case !barred && a.Role != doc.Obj && a.Role != doc.IObj && (a.Role != doc.Obl || a.Case != "to" && a.Case != "against" && a.Case != "on"):
			continue
		}
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: a.Tok})
		if k >= 0 && (a.Role == doc.Obj || a.Role == doc.IObj) {
			post := r.spots[k].post
			if post != nil && post.Office == "ambassador" || r.words.has(s.Tokens[a.Tok].Lemma, useAbroadOnly) { // whoever expels a Peruvian ambassador is not of Peru
				if c := r.ifState(r.countryBeside(&r.d.Mentions[k])); c != "" {
					return c
				}
			}
		}
		if k >= 0 && r.d.Mentions[k].Kind == doc.Named && r.d.Mentions[k].Entity >= 0 && (barred || !r.d.Mentions[k].Place) {
			if e := &r.d.Entities[r.d.Mentions[k].Entity]; e.Kind == nuncio.KindState {
				return e.Country
			}
		}
	}
	return ""
}

// homeBut is the state most spoken of besides one; "" for none.
func (r *Resolver) homeBut(state string) string {
	if r.home != state {
		return r.home
	}
	counts := map[string]int{}
	best, most := "", 0
	for i := range r.d.Mentions {
		e := r.d.Mentions[i].Entity
		if e < 0 || r.d.Entities[e].Country == state || r.d.Entities[e].Kind == nuncio.KindOutlet || r.d.Entities[e].Inferred {
			continue
		}
		c := r.d.Entities[e].Country
		if _, ok := r.cat.State(c); !ok {
			continue
		}
		if counts[c]++; counts[c] > most {
			best, most = c, counts[c]
		}
	}
	if c := r.datedFrom(); best == "" && c != state {
		return c
	}
	return best
}

// stateOwned reports whether a noun names what belongs to a state: its organs
// and forces, not the people in it.
func (r *Resolver) stateOwned(i int) bool {
	post := r.spots[i].post
	if post == nil {
		return r.spots[i].organ != ""
	}
	switch post.Sector {
	case "GOV", "MIL", "COP", "LEG", "JUD", "SPY":
		return true
	}
	return false
}

// spokenState is the state last spoken of before a mention, as a party, as the
// state of an official, or as that of an organ: in its sentence, or else in the
// sentences before it in the paragraph.
func (r *Resolver) spokenState(i int, here bool) string {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		switch {
		case here && c.Sent != m.Sent:
			return ""
		case !here && c.Sent == m.Sent:
			continue
		case !here && !r.sameParagraph(c.Sent, m.Sent):
			return ""
		}
		if c.Entity < 0 || c.Place || c.Kind == doc.Pronoun || r.acts(k, i) && (d.Entities[c.Entity].Kind == nuncio.KindPerson || r.addressed(i)) && !r.deployed(i) {
			continue
		}
		e := &d.Entities[c.Entity]
		if _, state := r.cat.State(e.Country); !state || here && (r.contrasted(k, i) || r.isTold(k)) {
			continue
		}
		switch {
		case e.Country == "" || e.Inferred && !here:
		case (c.Reason == modifierReason || r.d.Sentences[c.Sent].Tokens[c.Head].Deprel == "nmod:poss") && r.ofActor(k, i) && !r.deployed(i):
		case c.Reason == modifierReason && !r.ofOrgan(k):
		case e.Kind == nuncio.KindState && r.ofMedia(k): // "told Venezuela's Telesur"
		case strings.HasSuffix(e.Name, " Embassy"): // which stands abroad
		case e.Kind == nuncio.KindState,
			e.Kind == nuncio.KindPerson && e.Sector == "GOV",
			e.Kind == nuncio.KindOrganization && e.Sector == "GOV":
			return e.Country
		}
	}
	return ""
}

// sameForce is the country of the last army or police spoken of, a few sentences
// back at most, whose country words gave, for a noun of the same sector. A
// foreign force must be of its paragraph.
func (r *Resolver) sameForce(i int) string {
	d := r.d
	post := r.spots[i].post
	if post == nil || post.Sector != "MIL" && post.Sector != "COP" {
		return ""
	}
	m := &d.Mentions[i]
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= reach; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		if c.Entity < 0 || c.Kind == doc.Pronoun {
			continue
		}
		if e := &d.Entities[c.Entity]; e.Sector == post.Sector && e.Country != "" && !e.Inferred && e.Kind != nuncio.KindPerson && !r.foreignForce(c, m) {
			return e.Country
		}
	}
	return ""
}

// acts reports whether mention k is the subject of the clause in which mention i
// is something else: "the king received the envoy" says of no envoy of the king's, "the
// king came for talks with the government" of no government of his.
func (r *Resolver) acts(k, i int) bool {
	a, b := &r.d.Mentions[k], &r.d.Mentions[i]
	if a.Sent != b.Sent {
		return false
	}
	t := r.d.Sentences[a.Sent].Tokens
	subj := a.Head
	if t[subj].Deprel == "appos" && t[subj].Head >= 0 {
		subj = t[subj].Head // "Lund, the Chadian minister, urged the army"
	}
	if t[subj].Head < 0 || !doc.IsRel(t[subj].Deprel, "nsubj") {
		return false
	}
	for v, n := b.Head, 0; v >= 0 && n < len(t); n++ {
		h := t[v].Head
		if h >= 0 && h == t[subj].Head {
			return v != subj
		}
		switch rel := t[v].Deprel; {
		case rel == "obj", rel == "iobj", rel == "xcomp", doc.IsRel(rel, "obl"), doc.IsRel(rel, "nmod") && rel != "nmod:poss":
		default:
			return false
		}
		v = h
	}
	return false
}

// ofOrgan reports whether a demonym tells whose an organ, force or official is:
// "Kyrgyz police", not "a Belgian writer".
func (r *Resolver) ofOrgan(k int) bool {
	m := &r.d.Mentions[k]
	h := r.d.Sentences[m.Sent].Tokens[m.Head].Head
	if h < 0 {
		return false
	}
	x := r.cover.At(doc.Ref{Sent: m.Sent, Tok: h})
	return x >= 0 && x != k && (r.stateOwned(x) || r.d.Mentions[x].Entity >= 0 && r.d.Entities[r.d.Mentions[x].Entity].Sector == "GOV")
}

// sameParagraph reports whether no line ends between two sentences of one part.
func (r *Resolver) sameParagraph(a, b int) bool {
	d := r.d
	if d.Sentences[a].Part != d.Sentences[b].Part {
		return false
	}
	for i := a + 1; i <= b; i++ {
		if paragraphBetween(d, i) {
			return false
		}
	}
	return true
}
