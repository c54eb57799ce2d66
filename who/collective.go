package who

import (
	"math"
	"slices"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// collective kinds: what the members of "both …", "the two …" are.
type collective uint8

const (
	anyPair collective = iota
	statePair
	personPair
	orgPair
	sidePair
)

// spotCollective reports whether token i heads "the two", "both countries",
// "the two leaders", "both", and of what.
func (r *Resolver) spotCollective(s *doc.Sentence, i int) (collective, bool) {
	t := &s.Tokens[i]
	lemma := strings.ToLower(t.Lemma)
	if _, ok := r.words.pairs[lemma]; !ok && t.UPOS == "NOUN" {
		lemma = singular(lower(t.Form)) // lemmas are guessed
	}
	switch {
	case t.UPOS == "NUM" && lemma == "two", t.UPOS == "NUM" && t.Form == "two":
		// "the two" with no noun
		if i > 0 && strings.EqualFold(s.Tokens[i-1].Form, "the") && s.Tokens[i-1].Head == i && !strings.HasPrefix(t.Deprel, "nummod") {
			return anyPair, true
		}
	case (lemma == "both" || lemma == "pair" || lemma == "duo") && (t.UPOS == "PRON" || t.UPOS == "DET" || t.UPOS == "NOUN"):
		if doc.IsRel(t.Deprel, "nsubj") || t.Deprel == "obj" || t.Deprel == "obl" {
			return anyPair, s.Child(i, "nmod") < 0
		}
	case t.UPOS == "NOUN":
		kind, ok := r.words.pairs[lemma]
		if !ok {
			return 0, false
		}
		plural := t.XPOS == "NNS" || t.Feat("Number", "Plur") || !strings.EqualFold(t.Form, t.Lemma)
		two, both, the, named := false, false, false, false
		for c := range s.Children(i) {
			w := strings.ToLower(s.Tokens[c].Form)
			switch {
			case w == "two":
				two = true
			case w == "each" && lemma != "other" && s.Tokens[i].XPOS == "NN":
				both = doc.IsRel(t.Deprel, "nsubj") // "each side"
			case w == "both":
				both = s.Child(i, "conj") < 0 // not "both the army and the police"
			case w == "the" || w == "these" || w == "those":
				the = true
			case s.Tokens[c].Deprel == "amod", s.Tokens[c].Deprel == "compound":
				named = named || s.Tokens[c].UPOS == "PROPN"
			case s.Tokens[c].Deprel == "nmod": // "both countries of the Gulf", but "invited both countries to Oslo"
				prep := lower(prepositionOf(s, c))
				named = named || s.Tokens[c].UPOS == "PROPN" && (prep == "of" || prep == "in" || prep == "from")
			case s.Tokens[c].Deprel == "nmod:poss":
				named = true
			}
		}
		if (two && the || both) && !named {
			return kind, true
		}
		// "the countries", "the sides" after two have been named
		again := lemma == "country" || lemma == "nation" || lemma == "neighbour" || lemma == "neighbor" || lemma == "side" || lemma == "party" && s.Child(i, "nmod", "acl:relcl") < 0
		return kind, the && plural && !named && again && s.Child(i, "nummod") < 0
	}
	return 0, false
}

// singular is a guess at the singular of a plural in small letters.
func singular(form string) string {
	switch {
	case strings.HasSuffix(form, "ies") && len(form) > 4:
		return form[:len(form)-3] + "y"
	case strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ss"):
		return form[:len(form)-1]
	}
	return form
}

// numbers are those by which a collective counts its members.
var numbers = map[string]int{"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "trio": 3, "quartet": 4}

// spotCounted reports whether token i heads "the three", "the trio" or "the four
// governments", of what kind, and of how many.
func (r *Resolver) spotCounted(s *doc.Sentence, i int) (kind collective, count int) {
	t := &s.Tokens[i]
	word := lower(t.Form)
	if n := numbers[word]; n > 0 {
		if i > 0 && lower(s.Tokens[i-1].Form) == "the" && s.Tokens[i-1].Head == i && !strings.HasPrefix(t.Deprel, "nummod") && s.Child(i, "nmod") < 0 && s.Child(i, "amod", "compound") < 0 {
			return anyPair, n
		}
		return 0, 0
	}
	if t.UPOS != "NOUN" {
		return 0, 0
	}
	kind, ok := r.words.pairs[strings.ToLower(t.Lemma)]
	if !ok {
		if kind, ok = r.words.pairs[singular(word)]; !ok {
			return 0, 0
		}
	}
	the := false
	for c := range s.Children(i) {
		switch {
		case lower(s.Tokens[c].Form) == "the":
			the = true
		case s.Tokens[c].Deprel == "nummod":
			count = numbers[lower(s.Tokens[c].Form)]
		case s.Tokens[c].Deprel == "amod", s.Tokens[c].Deprel == "compound", doc.IsRel(s.Tokens[c].Deprel, "nmod"):
			return 0, 0 // "the four Gulf governments" are told by the name
		}
	}
	if !the {
		return 0, 0
	}
	return kind, count
}

// listOf links a collective that counts its members to the last list of so many
// parties of its kind.
func (r *Resolver) listOf(i int, kind collective, count int) bool {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		members := c.Members
		if len(members) != count {
			members = r.namedWith(c)
		}
		if len(members) != count {
			continue
		}
		if of, ok := r.allOfKind(members, kind); ok {
			m.Entity, m.Members, m.Link, m.Reason = -1, of, k, "collective: those listed together before"
			return true
		}
	}
	return false
}

// allOfKind gives the parties of a kind that entities stand for.
func (r *Resolver) allOfKind(members []int, kind collective) ([]int, bool) {
	if kind == anyPair || kind == sidePair {
		return slices.Clone(members), true
	}
	var of []int
	for _, e := range members {
		x := r.asKind(e, kind)
		if x < 0 || slices.Contains(of, x) {
			return nil, false
		}
		of = append(of, x)
	}
	return of, true
}

// otherOfTwo links "the other" to the two who are the subject of its clause:
// "each side accused the other" says it of both.
func (r *Resolver) otherOfTwo(i int) {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if v := clauseHead(s, m.Head); v >= 0 {
		if subj := s.Child(v, "nsubj"); subj >= 0 {
			if k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: subj}); k >= 0 && len(d.Mentions[k].Members) == 2 {
				m.Members, m.Link, m.Reason = d.Mentions[k].Members, k, "each of the two is the other's other"
				return
			}
		}
	}
	m.Reason = "the other, but not of two"
}

// pair links a collective mention to two parties of its kind spoken of before.
func (r *Resolver) pair(i int, kind collective) bool {
	if n := r.spots[i].count; n > 0 {
		if r.listOf(i, kind, n) || r.counted(i, n, kind) {
			return true
		}
		m := &r.d.Mentions[i]
		if s := &r.d.Sentences[m.Sent]; kind == statePair && s.Tokens[m.Head].UPOS == "NOUN" { // "the four governments", nobody knows which
			r.spots[i].post = &countryTitle
			r.group(i, "", true)
			return true
		}
		m.Reason = "several are spoken of, but not so many in a list before"
		return false
	}
	if (kind == anyPair || kind == personPair) && r.counted(i, 2, kind) {
		return true
	}
	if kind == sidePair {
		return r.pairOf(i, statePair, 6) || r.pairOf(i, orgPair, 6) || r.pairOf(i, personPair, 4) || r.noPair(i)
	}
	if kind == anyPair {
		// People first where two of them stand near, else states.
		return r.pairOf(i, personPair, 1) || r.pairOf(i, statePair, 4) || r.pairOf(i, personPair, 4) || r.pairOf(i, orgPair, 4) || r.noPair(i)
	}
	return r.pairOf(i, kind, 40) || r.noPair(i)
}

func (r *Resolver) noPair(i int) bool {
	r.d.Mentions[i].Reason = "two are spoken of, but not two of that kind before"
	return false
}

// maxPairs bounds the parties among which a pair is sought.
const maxPairs = 8

// spoken is a party that a collective may count among its members.
type spoken struct {
	entity int
	sent   int     // where it was last spoken of
	count  int     // how often the report speaks of it or of those who act for it
	listed float64 // set against it where it is but one of three or more in a row
	aside  float64 // set against it where it only says on whose word something stands
}

// pairOf picks, among the parties of a kind last spoken of within so many
// sentences, the two that are nearest and most spoken of. Two that a collective
// has joined before are preferred, and so are two of one clause.
func (r *Resolver) pairOf(i int, kind collective, back int) bool {
	d := r.d
	m := &d.Mentions[i]
	parties := slices.DeleteFunc(r.spokenOf(i, kind, back), func(s spoken) bool { return r.opposite(m, s.entity) })
	if kind == personPair {
		parties = r.onlyLeaders(m, parties)
	}
	if len(parties) < 2 {
		return false
	}
	best, bestScore := [2]int{-1, -1}, 0.0
	for a := range parties {
		for b := range parties[:a] {
			x, y := parties[a], parties[b]
			score := math.Log1p(float64(x.count)) + math.Log1p(float64(y.count)) - 0.7*float64(m.Sent-min(x.sent, y.sent))
			score -= 0.15*float64(a+b) + x.listed + y.listed + x.aside + y.aside
			if r.joined(i, x.entity, y.entity) {
				score += 1.5
			}
			if kind == statePair && r.headlined(x.entity) && r.headlined(y.entity) {
				score += titled
			}
			if x.sent == m.Sent && y.sent == m.Sent && x.listed+y.listed == 0 { // "Berg met Lund, and the two navies …"
				score += 1.5
			}
			if best[0] < 0 || score > bestScore {
				best, bestScore = [2]int{x.entity, y.entity}, score
			}
		}
	}
	members := best[:]
	slices.Sort(members)
	m.Entity, m.Members = -1, slices.Clone(members)
	m.Reason = "collective: the two spoken of before, " + d.Entities[members[0]].Name + " and " + d.Entities[members[1]].Name
	return true
}

// onlyLeaders keeps those who lead where "leaders" are spoken of and two or more do: "the
// two leaders" are the president and the rebels' leader, not his spokesman.
func (r *Resolver) onlyLeaders(m *doc.Mention, parties []spoken) []spoken {
	switch strings.ToLower(r.d.Sentences[m.Sent].Tokens[m.Head].Lemma) {
	case "leader", "president", "king", "monarch":
	default:
		return parties
	}
	var lead []spoken
	for _, p := range parties {
		if e := &r.d.Entities[p.entity]; r.holds(e.ID, "head of state") || r.holds(e.ID, "head of government") || r.holds(e.ID, "group leader") || r.holds(e.ID, "party leader") || e.Role != nil && leads(strings.ToLower(e.Role.Title)) {
			lead = append(lead, p)
		}
	}
	if len(lead) < 2 {
		return parties
	}
	return lead
}

// leads reports whether a post is that of a leader.
func leads(role string) bool {
	for _, w := range [...]string{"leader", "president", "prime minister", "premier", "chancellor", "king", "emir", "sultan", "chairman", "secretary-general", "secretary general"} {
		if strings.Contains(role, w) {
			return !strings.HasPrefix(role, "vice") && !strings.HasPrefix(role, "deputy") && !strings.Contains(role, "spokes") && !strings.Contains(role, "adviser")
		}
	}
	return false
}

// titled is what it counts for two states that the title speaks of both.
const titled = 0.8

// headlined reports whether the title speaks of a state or of somebody who acts for it.
func (r *Resolver) headlined(entity int) bool {
	country := r.d.Entities[entity].Country
	for k := range r.d.Mentions {
		c := &r.d.Mentions[k]
		if r.d.Sentences[c.Sent].Part != doc.Title {
			return false
		}
		if c.Kind == doc.Named && c.Entity >= 0 && r.d.Entities[c.Entity].Country == country {
			return true
		}
	}
	return false
}

// opposite reports whether an entity, or one who acts for it, is the subject of
// the clause in which m is something else: "Annan urged both sides" does not
// count him among them.
func (r *Resolver) opposite(m *doc.Mention, entity int) bool {
	d := r.d
	s := &d.Sentences[m.Sent]
	switch strings.ToLower(prepositionOf(s, m.Head)) {
	case "between", "of", "among":
		return false // "hailed the ties between the two nations": one is his own
	}
	if s.Tokens[m.Head].Deprel == "nmod:poss" {
		return false
	}
	for v, n := s.Tokens[m.Head].Head, 0; v >= 0 && n < len(s.Tokens); v, n = s.Tokens[v].Head, n+1 {
		p := s.Predicate(v)
		if p == nil || p.Kind != doc.Verbal {
			continue
		}
		for _, a := range p.Args {
			if a.Role != doc.Subj || a.Tok == m.Head {
				continue
			}
			k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: a.Tok})
			if k < 0 || d.Mentions[k].Entity < 0 {
				continue
			}
			subj := &d.Entities[d.Mentions[k].Entity]
			if d.Mentions[k].Entity == entity || d.Entities[entity].Kind == nuncio.KindState && subj.Country == d.Entities[entity].Country && subj.Country != "" {
				return true
			}
		}
		return false
	}
	return false
}

// spokenOf lists the parties of a kind before mention i, the last one first.
func (r *Resolver) spokenOf(i int, kind collective, back int) []spoken {
	d := r.d
	m := &d.Mentions[i]
	var list []spoken
	add := func(e, sent int, listed, aside bool) {
		e = r.asKind(e, kind)
		if e < 0 || slices.ContainsFunc(list, func(s spoken) bool { return s.entity == e }) || len(list) == maxPairs {
			return
		}
		s := spoken{entity: e, sent: sent, count: r.countOf(e, i)}
		if listed {
			s.listed = 1.5
		}
		if aside {
			s.aside = 1
		}
		list = append(list, s)
	}
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part || m.Sent-c.Sent > back {
			break
		}
		for _, e := range c.Members {
			add(e, c.Sent, false, false)
		}
		if c.Entity >= 0 && !(r.reporter(k) && (kind != statePair || r.ofMedia(k) || c.Reason == modifierReason && r.ofThing(k))) {
			add(c.Entity, c.Sent, inList(&d.Sentences[c.Sent], c.Head), speaksAside(&d.Sentences[c.Sent], c.Head))
		}
	}
	return list
}

// inList reports whether a token is one of three or more that are coordinated.
func inList(s *doc.Sentence, i int) bool {
	first := i
	if s.Tokens[i].Deprel == "conj" && s.Tokens[i].Head >= 0 {
		first = s.Tokens[i].Head
	}
	n := 1
	for c := range s.Children(first) {
		if s.Tokens[c].Deprel == "conj" {
			n++
		}
	}
	return n >= 3
}

// speaksAside reports whether a token is the subject of a saying that stands beside
// what is said: "…, her spokesman Steffen Seibert said".
func speaksAside(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	if t.Deprel != "nsubj" || t.Head < 0 {
		return false
	}
	v := t.Head
	return s.Tokens[v].Deprel == "parataxis" || s.Child(v, "ccomp") >= 0 && s.Child(v, "ccomp") < i
}

// asKind is the entity as a member of a pair of the kind: for states, the state
// of a people or, failing that, -1.
func (r *Resolver) asKind(e int, kind collective) int {
	x := &r.d.Entities[e]
	switch kind {
	case statePair:
		if x.Kind == nuncio.KindState || x.Kind == nuncio.KindGroup && strings.HasSuffix(x.ID, "-people") {
			return r.stateEntity(x.Country)
		}
		if x.Kind == nuncio.KindPerson && x.Sector == "GOV" {
			return r.stateEntity(x.Country)
		}
	case personPair:
		if x.Kind == nuncio.KindPerson && r.partyOf(e) < 0 { // one whom only a noun names is seldom one of two
			return e
		}
	case orgPair:
		if x.Kind == nuncio.KindOrganization || x.Kind == nuncio.KindGroup {
			return e
		}
	}
	return -1
}

// countOf is how often the report has spoken of an entity before mention i, or of
// one of its country where it is a state.
func (r *Resolver) countOf(e, i int) int {
	x := &r.d.Entities[e]
	n := 0
	for k := range r.d.Mentions[:i] {
		c := &r.d.Mentions[k]
		if c.Entity == e || c.Entity >= 0 && x.Kind == nuncio.KindState && r.d.Entities[c.Entity].Country == x.Country && r.d.Entities[c.Entity].Kind != nuncio.KindOutlet {
			n++
		}
	}
	return n
}

// joined reports whether a collective before mention i stood for just these two.
func (r *Resolver) joined(i, x, y int) bool {
	for k := i - 1; k >= 0; k-- {
		m := r.d.Mentions[k].Members
		if len(m) == 2 && (m[0] == x && m[1] == y || m[0] == y && m[1] == x) {
			return true
		}
		if len(m) == 2 && r.d.Entities[x].Kind == nuncio.KindState && r.d.Entities[y].Kind == nuncio.KindState { // their leaders were
			a, b := r.d.Entities[m[0]].Country, r.d.Entities[m[1]].Country
			if p, q := r.d.Entities[x].Country, r.d.Entities[y].Country; a == p && b == q || a == q && b == p {
				return true
			}
		}
	}
	return false
}

// ofMedia reports whether a demonym only says whose paper or agency it is.
func (r *Resolver) ofMedia(k int) bool {
	m := &r.d.Mentions[k]
	h := r.d.Sentences[m.Sent].Tokens[m.Head].Head
	if h < 0 {
		return false
	}
	x := r.cover.At(doc.Ref{Sent: m.Sent, Tok: h})
	if x < 0 || r.d.Mentions[x].Entity < 0 {
		return x >= 0 && r.spots[x].post != nil && r.spots[x].post.Sector == "JRN"
	}
	e := &r.d.Entities[r.d.Mentions[x].Entity]
	return e.Kind == nuncio.KindOutlet || e.Sector == "JRN"
}

// ofThing reports whether a demonym only says whose firm, writer or thing it is, which is
// no party of the state's: "an American oil company".
func (r *Resolver) ofThing(k int) bool {
	m := &r.d.Mentions[k]
	h := r.d.Sentences[m.Sent].Tokens[m.Head].Head
	if h < 0 {
		return false
	}
	x := r.cover.At(doc.Ref{Sent: m.Sent, Tok: h})
	if x >= 0 && x != k && r.spots[x].post != nil && !r.stateOwned(x) {
		return true
	}
	noun := &r.d.Sentences[m.Sent].Tokens[h]
	return noun.UPOS == "NOUN" && (noun.Lemma == "company" || noun.Lemma == "firm" || noun.Lemma == "newspaper" || noun.Lemma == "ship" || noun.Lemma == "bank" || noun.Lemma == "citizen" || noun.Lemma == "national")
}

// reporter reports whether a mention only tells on whose word something
// stands: an outlet, or the state that an outlet belongs to.
func (r *Resolver) reporter(k int) bool {
	m := &r.d.Mentions[k]
	return r.d.Entities[m.Entity].Kind == nuncio.KindOutlet || m.Reason == modifierReason
}
