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
	parleyPair // who are at "the talks"
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
	case (lemma == "both" || lemma == "pair" || lemma == "duo") && (t.UPOS == "PRON" || t.UPOS == "CCONJ" || t.UPOS == "DET" || t.UPOS == "NOUN"):
		if doc.IsRel(t.Deprel, "nsubj") || t.Deprel == "obj" || t.Deprel == "iobj" || t.Deprel == "obl" {
			c := s.Child(i, "nmod")
			return anyPair, c < 0 || lower(prepositionOf(s, c)) != "of" // "asked both for help"
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
			case (w == "neither" || w == "either") && s.Tokens[i].XPOS == "NN":
				both = true
			case w == "both":
				both = s.Child(i, "conj") < 0 // not "both the army and the police"
			case w == "the" || w == "these" || w == "those":
				the = true
			case s.Tokens[c].Deprel == "amod", s.Tokens[c].Deprel == "compound":
				named = named || s.Tokens[c].UPOS == "PROPN" && (kind != statePair || r.words.described[w] == nil)
			case s.Tokens[c].Deprel == "nmod": // "both countries of the Gulf", but "invited both countries to Oslo"
				prep := lower(prepositionOf(s, c))
				named = named || s.Tokens[c].UPOS == "PROPN" && (prep == "of" || prep == "in" && kind != sidePair && kind != personPair || prep == "from")
			case s.Tokens[c].Deprel == "nmod:poss":
				named = true
			}
		}
		if (two && the || both) && !named {
			return kind, true
		}
		// "the countries", "the sides" after two have been named
		again := r.words.has(lemma, useAgain) || lemma == "party" && s.Child(i, "nmod", "acl:relcl", "amod", "compound") < 0
		if c := s.Child(i, "acl:relcl"); c >= 0 && i+1 < len(s.Tokens) && s.Tokens[i+1].Form != "," {
			again = false // "the countries that had bombed it" are told by what they did
		}
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

// spotCounted reports whether token i heads "the three", "the trio" or "the four
// governments", of what kind, and of how many.
func (r *Resolver) spotCounted(s *doc.Sentence, i int) (kind collective, count int) {
	t := &s.Tokens[i]
	word := lower(t.Form)
	if n := r.words.numbers[word]; n > 0 {
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
			count = r.words.numbers[lower(s.Tokens[c].Form)]
		case s.Tokens[c].Deprel == "amod", s.Tokens[c].Deprel == "compound", doc.IsRel(s.Tokens[c].Deprel, "nmod"):
			if kind == statePair && c < i && r.words.described[lower(s.Tokens[c].Form)] != nil {
				continue // "the three European countries"
			}
			return 0, 0 // "the four Minsk governments" are told by the name
		}
	}
	if !the {
		return 0, 0
	}
	return kind, count
}

// listOf links a collective that counts its members to the last list of so many
// parties of its kind that its words fit.
func (r *Resolver) listOf(i int, kind collective, count int) bool {
	d := r.d
	m := &d.Mentions[i]
	q := r.descriptionOf(m)
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			break
		}
		members := c.Members
		if len(members) != count {
			members = r.namedWith(c)
		}
		if len(q.fits) > 0 { // of those listed, the European ones
			members = slices.DeleteFunc(slices.Clone(members), func(e int) bool { return !q.of(d.Entities[e].Country) })
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

// namesBeside gives a collective the names that stand beside it: "the two neighbours, Kenya
// and Uganda, have".
func (r *Resolver) namesBeside(i int, kind collective) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	var members []int
	add := func(t int) {
		k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: t})
		if k >= 0 && d.Mentions[k].Kind == doc.Named && d.Mentions[k].Entity >= 0 && (kind != statePair || d.Entities[d.Mentions[k].Entity].Kind == nuncio.KindState) &&
			(kind != personPair || d.Entities[d.Mentions[k].Entity].Kind == nuncio.KindPerson) && !contains(members, d.Mentions[k].Entity) {
			members = append(members, d.Mentions[k].Entity)
		}
	}
	for c := range s.Children(m.Head) {
		if s.Tokens[c].Deprel != "appos" || c < m.Head {
			continue
		}
		add(c)
		for k := range s.Children(c) {
			if s.Tokens[k].Deprel == "conj" {
				add(k)
			}
		}
	}
	if n := r.spots[i].count; len(members) < 2 || len(members) != max(n, 2) {
		return false
	}
	m.Entity, m.Members, m.Reason = -1, members, "collective: the names beside it"
	return true
}

// pair links a collective mention to two parties of its kind spoken of before.
func (r *Resolver) pair(i int, kind collective) bool {
	if r.namesBeside(i, kind) {
		return true
	}
	if n := r.spots[i].count; n > 0 {
		if kind == statePair && r.withSubject(i, n) || r.listOf(i, kind, n) || r.counted(i, n, kind) || kind == statePair && r.soMany(i, n) {
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
	if (kind == anyPair || kind == personPair) && r.counted(i, 2, kind) || r.calledEachOther(i) {
		return true
	}
	if kind == parleyPair {
		return r.parley(i)
	}
	if kind == sidePair {
		return r.bodiesBefore(i) || r.samePair(i) || r.setAgainst(i) || r.civilSides(i) || r.pairOf(i, statePair, 6) || r.pairOf(i, orgPair, 6) || r.pairOf(i, personPair, 4) || r.noPair(i)
	}
	if kind == anyPair && r.told(i) && r.pairOf(i, statePair, 4) {
		return true
	}
	if kind == anyPair {
		// People first where two of them stand near, else states.
		return r.pairOf(i, personPair, 1) || r.pairOf(i, statePair, 4) || r.pairOf(i, personPair, 4) || r.pairOf(i, orgPair, 4) || r.noPair(i)
	}
	return r.pairOf(i, kind, 40) || r.officesOfTwo(i) || r.noPair(i)
}

// officesOfTwo makes "the two foreign ministers", none of whom is named, those of the two states
// spoken of before.
func (r *Resolver) officesOfTwo(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	post, ok := r.cat.TitleOf(lower(s.Tokens[m.Head].Lemma))
	for k := m.First; k < m.Head && s.Tokens[m.Head].UPOS == "NOUN"; k++ { // "foreign minister"
		if s.Tokens[k].Head != m.Head || s.Tokens[k].UPOS != "ADJ" && s.Tokens[k].UPOS != "NOUN" {
			continue
		}
		if p, long := r.cat.TitleOf(lower(s.Tokens[k].Form) + " " + lower(s.Tokens[m.Head].Lemma)); long {
			post, ok = p, true
			break
		}
	}
	if !ok || post.Kind != "person" || post.Office == "" || !r.single(post.Office) || !r.pairOf(i, statePair, 4) {
		return false
	}
	states := m.Members
	m.Members = nil
	for _, e := range states {
		m.Members = append(m.Members, r.officeOrGroup(&spot{post: post}, d.Entities[e].Country))
	}
	m.Reason = "collective: who holds the office in each of the two states spoken of before"
	return true
}

// soMany makes "the three countries" the states that the sentences just before speak of, where they
// are just so many: "Turkey lifted its veto on Finland and Sweden".
func (r *Resolver) soMany(i, n int) bool {
	d := r.d
	m := &d.Mentions[i]
	q := r.descriptionOf(m)
	var members []int
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= plainReach && d.Sentences[d.Mentions[k].Sent].Part == d.Sentences[m.Sent].Part; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.Place || d.Entities[c.Entity].Inferred {
			continue
		}
		x := r.asKind(c.Entity, statePair)
		if x < 0 || slices.Contains(members, x) || !q.of(d.Entities[x].Country) {
			continue
		}
		if r.opposite(m, x) || len(members) == n {
			return false
		}
		members = append(members, x)
	}
	if len(members) != n {
		return false
	}
	slices.Sort(members)
	m.Entity, m.Members, m.Reason = -1, members, "collective: as many as were spoken of just before"
	return true
}

// calledEachOther makes "the rivals" the two of whom one was called the other's rival before:
// "Lund fears his rival, Jan Berg. The rivals will meet."
func (r *Resolver) calledEachOther(i int) bool {
	d := r.d
	m := &d.Mentions[i]
	noun := singular(lower(d.Token(doc.Ref{Sent: m.Sent, Tok: m.Head}).Form))
	if !r.words.has(noun, useOther) {
		return false
	}
	for n := m.Sent - 1; n >= max(0, m.Sent-pairReach) && d.Sentences[n].Part == d.Sentences[m.Sent].Part; n-- {
		s := &d.Sentences[n]
		for t := range s.Tokens {
			owner := s.Child(t, "nmod:poss")
			if owner < 0 || s.Tokens[t].UPOS != "NOUN" || lower(s.Tokens[t].Lemma) != noun {
				continue
			}
			one, two := r.whoIs(n, owner), r.whoIs(n, t)
			if two < 0 {
				two = r.whoIs(n, s.Child(t, "appos", "flat"))
			}
			if two < 0 && (s.Tokens[t].Deprel == "appos" || s.Tokens[t].Deprel == "nmod:desc") {
				two = r.whoIs(n, s.Tokens[t].Head)
			}
			if one < 0 || two < 0 || one == two || r.opposite(m, one) || r.opposite(m, two) {
				continue
			}
			m.Entity, m.Members, m.Reason = -1, []int{one, two}, "collective: of whom one was called so of the other"
			return true
		}
	}
	return false
}

// whoIs is the entity of the mention that a token heads, or, for a pronoun, that it stands
// for; -1 for none.
func (r *Resolver) whoIs(sent, tok int) int {
	if tok < 0 {
		return -1
	}
	k := r.cover.Headed(doc.Ref{Sent: sent, Tok: tok})
	if k < 0 {
		return -1
	}
	if c := &r.d.Mentions[k]; c.Entity < 0 && c.Members == nil && c.Kind == doc.Pronoun && c.Reason == "" {
		r.refer(k)
	}
	return r.d.Mentions[k].Entity
}

func (r *Resolver) noPair(i int) bool {
	r.d.Mentions[i].Reason = "two are spoken of, but not two of that kind before"
	return false
}

// neighbouring is what two states get for "the neighbours" where they lie side by side.
const neighbouring = 2.5

// besideEachOther is what speaks for two states that were named together as who does
// something: "Chad and Niger agreed".
const besideEachOther = 1.2

// namedPair reports whether two parties alone were named together before mention i as the
// subject of a clause.
func (r *Resolver) namedPair(i, x, y int) bool {
	d := r.d
	for k := i - 1; k >= 0 && d.Mentions[i].Sent-d.Mentions[k].Sent <= pairReach; k-- {
		c := &d.Mentions[k]
		if c.Entity != x && c.Entity != y || d.Sentences[c.Sent].Tokens[c.Head].Deprel != "conj" {
			continue
		}
		s := &d.Sentences[c.Sent]
		if h := s.Tokens[c.Head].Head; h < 0 || !doc.IsRel(s.Tokens[h].Deprel, "nsubj") {
			continue
		}
		if two := r.namedWith(c); len(two) == 2 && contains(two, x) && contains(two, y) {
			return true
		}
	}
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
	q := r.descriptionOf(m)
	parties := slices.DeleteFunc(r.spokenOf(i, kind, back), func(s spoken) bool {
		return r.opposite(m, s.entity) || len(q.fits) > 0 && !q.of(d.Entities[s.entity].Country)
	})
	if kind == personPair {
		parties = r.onlyLeaders(m, parties)
	}
	if len(parties) < 2 {
		return false
	}
	noun := lower(d.Token(doc.Ref{Sent: m.Sent, Tok: m.Head}).Lemma)
	beside := kind == statePair && (noun == "neighbour" || noun == "neighbor")
	told, step := r.told(i), 0.7
	if told && r.spots[i].pair == sidePair {
		step = 0.25
	}
	best, bestScore := [2]int{-1, -1}, 0.0
	for a := range parties {
		for b := range parties[:a] {
			x, y := parties[a], parties[b]
			score := math.Log1p(float64(x.count)) + math.Log1p(float64(y.count)) - step*float64(m.Sent-min(x.sent, y.sent))
			score -= 0.15*float64(a+b) + x.listed + y.listed + x.aside + y.aside
			if r.joined(i, x.entity, y.entity) && !(told && r.spots[i].pair == sidePair) {
				score += 1.5
			}
			if kind == statePair && r.headlined(x.entity) && r.headlined(y.entity) {
				score += titled
				if told || r.spots[i].pair == sidePair {
					score += titled // sides are those of what it is all about
				}
			}
			if x.sent == m.Sent && y.sent == m.Sent && x.listed+y.listed == 0 { // "Berg met Lund, and the two navies …"
				score += 1.5
			}
			if kind == statePair && r.namedPair(i, x.entity, y.entity) {
				score += besideEachOther
				if r.spots[i].pair == sidePair {
					score += besideEachOther // "both sides" are rather they than who stands between them
				}
			}
			if beside && r.words.borders[d.Entities[x.entity].Country][d.Entities[y.entity].Country] {
				score += neighbouring
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

// told reports whether "both" or "both sides" are told something in a paragraph that begins
// with it, by one who is none of them: "The union urged both to calm down". They are those
// of what the report is about, not of the scene before.
func (r *Resolver) told(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	if r.spots[i].pair != sidePair && lower(s.Tokens[m.First].Form) != "both" {
		return false
	}
	return !doc.IsRel(s.Tokens[m.Head].Deprel, "nsubj") && m.Sent > 0 && !r.sameParagraph(m.Sent-1, m.Sent)
}
