package codebook

import (
	"sort"

	"nuncio"
	"nuncio/doc"
)

// Match is one act that a rule found.
type Match struct {
	Rule     *Rule
	Template int
	Label    // class, mode, code and contexts, refined by the deed inside

	Tok     int   // the predicate
	Trigger []int // all tokens that fired the rule, the predicate first

	Actor, Recipient, Via, Place []int // head tokens; further members of a coordination follow the first
	// Content is the head of the clause in the CONTENT slot, Deed the match inside
	// it, Parent the speech act that this match is the deed of; -1 for none.
	Content, Deed, Parent int

	Reciprocal bool
	Doerless   bool          // a passive that names nobody who did it: Actor is empty
	Status     nuncio.Status // by the rule or the speech act; "" when the clause alone says
	Clause     ClauseForm    // what the words around the predicate say
	Score      int
	Proposed   *Likeness // why, where no rule fired and one like it was taken; nil otherwise
}

// ClauseForm is what auxiliaries and negation say of a predicate.
type ClauseForm struct{ Negated, Future, Must, Modal, Past bool }

// Miss says why a predicate that has rules, or talks politics, gave nothing.
type Miss struct {
	Tok    int
	Reason string
}

// Matcher holds the memory that matching needs; one a worker. What it returns
// stays true until its next call.
type Matcher struct {
	book     *Codebook
	proposer *Proposer // nil: none

	d     *doc.Document
	s     *doc.Sentence
	sent  int
	ids   []int32 // lemma of each token, -1 when no rule knows it
	kinds []Kind  // of each token by names and mentions
	state []int8  // of each predicate: 0 open, 1 in progress, 2 done
	found []int32 // of each predicate: index of its match + 1
	taken []bool  // tokens that a verb's rule has used

	matches, rels []Match
	misses        []Miss
	tokens        []int // arena of the matches' lists
	try           attempt
	spare         []attempt // memory of attempts that are over
	moved         []int     // where drop has put each match
}

// attempt is one pattern tried on one predicate.
type attempt struct {
	bound    []binding
	trigger  []int
	reason   string
	far      int   // how much of the nearest pattern was there
	particle bool  // the trigger's particle was found
	doerless bool  // the verb names nobody who does it
	word     int32 // that particle
	mods     int   // modifiers of the trigger that the pattern names
}

type binding struct {
	tok  int
	mods int // modifiers that the pattern names
	role doc.ArgRole
	pred *doc.Predicate // whose argument it is, for its coordination; nil for none
	cas  string
}

// NewMatcher makes a matcher of the codebook.
func (b *Codebook) NewMatcher() *Matcher { return &Matcher{book: b} }

// Sentence finds the acts of one sentence, in the order of their predicates.
func (m *Matcher) Sentence(d *doc.Document, sent int) []Match {
	m.prepare(d, sent)
	for i := range m.s.Predicates {
		m.resolve(i)
	}
	m.link()
	m.drop()
	m.proposals()
	return m.matches
}

// Relations are the standing relations of the sentence last given to Sentence.
func (m *Matcher) Relations() []Match {
	m.rels = m.rels[:0]
	for i := range m.s.Predicates {
		if n := m.best(m.book.rels[m.id(m.head(&m.s.Predicates[i]))], i); n >= 0 {
			m.rels = append(m.rels, m.build(i, n))
		}
	}
	return m.rels
}

// Misses are the predicates of that sentence that talk politics and gave
// nothing, with the reason.
func (m *Matcher) Misses() []Miss { return m.misses }

func (m *Matcher) prepare(d *doc.Document, sent int) {
	m.d, m.s, m.sent = d, &d.Sentences[sent], sent
	n := len(m.s.Tokens)
	m.ids, m.kinds, m.taken = grow(m.ids, n), grow(m.kinds, n), grow(m.taken, n)
	for i := range m.s.Tokens {
		m.ids[i] = m.book.lemma(&m.s.Tokens[i])
	}
	first := sort.Search(len(d.Names), func(i int) bool { return d.Names[i].Sent >= sent })
	for i := first; i < len(d.Names) && d.Names[i].Sent == sent; i++ {
		nm := &d.Names[i]
		for t := max(nm.First, 0); t < min(nm.End, n); t++ {
			m.kinds[t] |= nameKind(nm.Type)
		}
	}
	first = sort.Search(len(d.Mentions), func(i int) bool { return d.Mentions[i].Sent >= sent })
	for i := first; i < len(d.Mentions) && d.Mentions[i].Sent == sent; i++ {
		if mn := &d.Mentions[i]; mn.Head >= 0 && mn.Head < n {
			switch {
			case mn.Place:
				m.kinds[mn.Head] |= Place
			case mn.Entity >= 0 && mn.Entity < len(d.Entities):
				m.kinds[mn.Head] |= entityKind(d.Entities[mn.Entity].Kind)
			case len(mn.Members) > 0:
				m.kinds[mn.Head] |= Party
			}
		}
	}
	np := len(m.s.Predicates)
	m.state, m.found = grow(m.state, np), grow(m.found, np)
	m.matches, m.misses, m.tokens = m.matches[:0], m.misses[:0], m.tokens[:0]
}

// grow gives a cleared slice of n, in the old memory where it is enough.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2+8)
	}
	s = s[:n]
	clear(s)
	return s
}

func (m *Matcher) id(tok int) int32 { return m.ids[tok] }

// kind is what is known of a token as a filler.
func (m *Matcher) kind(tok int) Kind {
	k := m.kinds[tok] | m.book.kindIDs[m.ids[tok]]
	t := &m.s.Tokens[tok]
	if t.UPOS == "ADJ" && k == 0 && tok > 0 && capital(t.Form) {
		k = State | Party // "Nordic", "Maltese": a demonym nobody marked
	}
	if t.UPOS == "PROPN" && k == 0 {
		k = Person | Org | State | Place | Party // a name nobody typed may be anything
	}
	return k
}

func capital(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// head is the word that tells what a predicate is: "allies" in "is one of the
// allies", else the predicate itself.
func (m *Matcher) head(pr *doc.Predicate) int {
	if pr.Kind == doc.Copular && m.book.sets.quantity[m.ids[pr.Tok]] {
		if c := m.ofChild(pr.Tok); c >= 0 {
			return c
		}
	}
	return pr.Tok
}

// resolve finds the best rule for predicate i, once.
func (m *Matcher) resolve(i int) int {
	if m.state[i] != 0 {
		return int(m.found[i]) - 1
	}
	m.state[i] = 1
	id := m.id(m.head(&m.s.Predicates[i]))
	m.try.reason = ""
	if id > 0 {
		n := m.best(m.book.events[id], i)
		if len(m.book.inner[id]) > 0 && (n < 0 || m.book.Rules[m.book.patterns[n].rule].Event == "") {
			n = m.innerBest(n, id, i)
		}
		if n >= 0 {
			match := m.build(i, n)
			m.matches = append(m.matches, match)
			m.found[i] = int32(len(m.matches))
		} else {
			m.miss(i, id)
		}
	}
	m.state[i] = 2
	return int(m.found[i]) - 1
}

// innerBest is the best pattern of those that only count inside a speech act, else
// n, the pattern that fits anywhere.
func (m *Matcher) innerBest(n int, id int32, i int) int {
	reason, far := m.try.reason, m.try.far
	if k := m.best(m.book.inner[id], i); k >= 0 {
		return k
	}
	m.try.reason, m.try.far = reason, far
	if n >= 0 {
		m.fit(&m.book.patterns[n], i)
	}
	return n
}

// miss notes why a verb that talks politics gave nothing. A common verb talks
// politics only with an object that does ("paid a visit").
func (m *Matcher) miss(i int, id int32) {
	pr := &m.s.Predicates[i]
	switch {
	case pr.Kind != doc.Verbal, m.try.reason == "" && !m.book.politics[id], m.book.sets.common[id] && m.try.far < 2:
	case m.try.reason == "":
		m.misses = append(m.misses, Miss{pr.Tok, "no rule for this verb"})
	default:
		m.misses = append(m.misses, Miss{pr.Tok, m.try.reason})
	}
}

// best is the pattern of the list, ordered by the most that each can score, that
// fits best; -1 for none. m.try holds its bindings, or the reason why none fits.
func (m *Matcher) best(list []int32, i int) int {
	reason, far := "", -1
	win, high := -1, int32(-1)
	for _, n := range list {
		p := &m.book.patterns[n]
		if p.most <= high {
			break
		}
		why, got := m.fit(p, i)
		if why != "" {
			if got > far && why != "-" {
				reason, far = why, got
			}
			continue
		}
		score := m.score(p, i)
		if score <= high {
			continue
		}
		if r := &m.book.Rules[p.rule]; r.Future || r.Negated {
			if f := m.form(m.s.Predicates[i].Tok); r.Future && !f.Future || r.Negated && !f.Negated {
				continue
			}
		}
		if test := &m.book.Rules[p.rule].Content; test.Any && !m.contentFits(test, i, p) {
			if far < 1 {
				reason, far = "speech verb only", 1
			}
			continue
		}
		win, high = int(n), score
	}
	m.try.reason, m.try.far = reason, far
	if win >= 0 {
		m.fit(&m.book.patterns[win], i)
	}
	return win
}

// score is the pattern's worth with the optional things it found.
func (m *Matcher) score(p *pattern, i int) int32 {
	score := p.score + int32(m.try.mods)*worthMod
	for e := range p.elems {
		if p.elems[e].slot == noSlot {
			score += int32(m.try.bound[e].mods) * worthMod
		}
		if p.elems[e].plural && m.conjoined(m.try.bound[e]) {
			score += worthMembers
		}
		if p.elems[e].optional && m.try.bound[e].tok >= 0 {
			score += worthOptional
		}
	}
	if p.kind == verbPattern && !p.object && m.hasObject(&m.s.Predicates[i]) {
		score -= worthUnasked
	}
	if m.try.doerless {
		score -= worthDoer
	}
	if m.try.particle {
		score += worthParticle
	} else if p.kind == verbPattern && m.s.Predicates[i].Particle != "" {
		score -= worthParticle // "call off" is not "call"
	}
	return score
}

// fit tries a pattern. It gives "" when all is there, else what is missing and
// how many of the pattern's words were found.
func (m *Matcher) fit(p *pattern, i int) (why string, got int) {
	pr := &m.s.Predicates[i]
	switch p.kind {
	case verbPattern:
		if pr.Kind != doc.Verbal {
			return "-", 0
		}
	case nounPattern:
		if pr.Kind == doc.Verbal {
			return "-", 0
		}
	case copularPattern:
		if pr.Kind == doc.NominalPredicate && !m.apposed(p, pr.Tok) {
			return "-", 0
		}
	}
	a := &m.try
	a.trigger = append(a.trigger[:0], pr.Tok)
	a.bound, a.doerless = a.bound[:0], false
	for range p.elems {
		a.bound = append(a.bound, binding{tok: -1})
	}
	if !m.trigger(p, pr) || p.bare && m.transitive(pr) {
		return "-", 0
	}
	// Words first: they are what tells rules apart.
	for e := range p.elems {
		if p.elems[e].slot != noSlot {
			continue
		}
		if m.bind(p, e, i) {
			got++
			a.trigger = append(a.trigger, a.bound[e].tok)
		} else if !p.elems[e].optional {
			if got > 0 {
				return "no rule for this wording", got
			}
			return "no rule for this object", 0
		}
	}
	for pass := 0; pass < 2; pass++ { // possessors last: they take what is left over
		for e := range p.elems {
			el := &p.elems[e]
			if el.slot == noSlot || (el.rel == relOwner) != (pass == 1) {
				continue
			}
			if !m.bind(p, e, i) && !el.optional {
				if m.doerless(p, el, pr) {
					a.doerless = true
					continue
				}
				if el.slot == anySlot && p.needs[recipientSlot] {
					return missing(recipientSlot), got + 1
				}
				return missing(el.slot), got + 1
			}
		}
	}
	if a.doerless && m.toNobody(p) {
		return "no actor", got
	}
	return "", got
}

// apposed reports whether a noun says beside another what a standing relation
// says with "be": "Croatia, a member of the alliance".
func (m *Matcher) apposed(p *pattern, tok int) bool {
	return m.book.Rules[p.rule].Rel != "" && m.s.Tokens[tok].Deprel == "appos" && m.s.Tokens[tok].Head >= 0
}

func missing(s slot) string {
	switch s {
	case actorSlot:
		return "no actor"
	case recipientSlot:
		return "no recipient"
	case contentSlot:
		return "no content"
	case viaSlot:
		return "no go-between"
	}
	return "no rule for this wording"
}

// trigger checks the words that must modify the trigger, and its particle.
func (m *Matcher) trigger(p *pattern, pr *doc.Predicate) bool {
	m.try.particle, m.try.mods = false, 0
	tok := m.head(pr)
	plain := false
	for k := range p.triggers {
		a := &p.triggers[k]
		if a.head != m.id(tok) || !m.mods(a.mods, tok) {
			continue
		}
		if a.particle == 0 {
			plain = true
			m.try.mods = max(m.try.mods, len(a.mods))
		} else if m.particle(a.particle, pr) {
			m.try.particle, m.try.word = true, a.particle
			return true
		}
	}
	return plain
}

// hasObject reports whether a verb has an object.
func (m *Matcher) hasObject(pr *doc.Predicate) bool {
	for _, a := range pr.Args {
		if a.Role == doc.Obj && a.Origin == doc.Own {
			return true
		}
	}
	return false
}

// transitive reports whether a verb has an object or a clause of its own.
func (m *Matcher) transitive(pr *doc.Predicate) bool {
	if pr.Passive {
		return false
	}
	for _, a := range pr.Args {
		if a.Role == doc.Obj || a.Role == doc.Comp {
			return true
		}
	}
	return false
}

func (m *Matcher) mods(mods []int32, tok int) bool {
next:
	for _, w := range mods {
		for c := range m.s.Children(tok) {
			if m.id(c) == w || m.book.ids[m.s.Tokens[c].Form] == w { // "armoured", whatever its lemma
				continue next
			}
		}
		return false
	}
	return true
}

// particle looks for the particle beside the verb, whatever the tree calls it.
func (m *Matcher) particle(w int32, pr *doc.Predicate) bool {
	for t := pr.Tok + 1; t < len(m.s.Tokens) && t <= pr.Tok+10; t++ {
		if m.book.ids[m.s.Tokens[t].Lemma] != w {
			continue
		}
		h := m.s.Tokens[t].Head
		if h == pr.Tok || t == pr.Tok+1 {
			m.try.trigger = append(m.try.trigger, t)
			return true
		}
	}
	return false
}

// used reports whether a token fills another place of the pattern already.
func (m *Matcher) used(tok int) bool {
	for _, b := range m.try.bound {
		if b.tok == tok {
			return true
		}
	}
	return false
}

// accept binds element e to a token if the token will do.
func (m *Matcher) accept(p *pattern, e int, b binding) bool {
	el := &p.elems[e]
	if el.slot == noSlot {
		if b.tok, b.mods = m.noun(b.tok, el.words); b.tok < 0 {
			return false
		}
	}
	if el.slot != noSlot && el.slot != contentSlot {
		b = m.behind(b)
		if el.slot == actorSlot && el.rel == relSubj && m.book.sets.document[m.ids[b.tok]] {
			b = m.author(b)
		}
	}
	if el.slot == anySlot && m.book.sets.times[m.ids[b.tok]] && (b.cas == "on" || b.cas == "in" || b.cas == "at") {
		return false // "pressed them on Monday" says not about what
	}
	if m.used(b.tok) || el.slot != noSlot && el.slot != contentSlot && el.slot != anySlot && m.nobody(b) {
		return false
	}
	if el.cons.any && !m.satisfies(&el.cons, b.tok) {
		return false
	}
	if el.plural && !m.several(b) {
		return false
	}
	m.try.bound[e] = b
	return true
}

// nobody reports whether a filler can be no party: a time, or the noun of a
// phrase that only joins ("in a bid to", "in response to").
func (m *Matcher) nobody(b binding) bool {
	id := m.ids[b.tok]
	return m.book.sets.times[id] || (b.cas == "in" || b.cas == "on") && m.book.sets.joining[id]
}

// behind is the filler that a word of quantity stands before: "one of the
// critics", "thousands of refugees".
func (m *Matcher) behind(b binding) binding {
	for n := 0; n < 3 && m.book.sets.quantity[m.id(b.tok)]; n++ {
		c := m.ofChild(b.tok)
		if c < 0 {
			return b
		}
		b = binding{tok: c}
	}
	return b
}

// author is who stands behind a paper that speaks: "the ministry's report
// accuses", "signed a decree granting".
func (m *Matcher) author(b binding) binding {
	pr := m.s.Predicate(b.tok)
	if pr == nil {
		return b
	}
	for rank := 0; rank <= 4; rank++ {
		for k := range pr.Args {
			a := &pr.Args[k]
			if ownerRank(a) == rank && (rank < 2 || m.owns(a)) && !a.Conj {
				return binding{tok: a.Tok, role: a.Role, pred: pr, cas: a.Case}
			}
		}
	}
	if v, role, _ := m.above(b.tok); v != nil && v.Kind == doc.Verbal && role == doc.Obj {
		for _, a := range v.Args {
			if a.Role == doc.Subj && !a.Conj {
				return binding{tok: a.Tok, role: doc.Subj, pred: v}
			}
		}
	}
	return b
}

// noun is the token among tok and what stands behind it ("a round of talks")
// that is one of the words, with the number of its modifiers named; -1 for none.
func (m *Matcher) noun(tok int, words []alt) (at, mods int) {
	for n := 0; n < 4 && tok >= 0; n++ {
		if k := m.word(tok, words); k >= 0 {
			return tok, k
		}
		if n == 0 { // members of a coordination: "a letter and gifts"
			for c := range m.s.Children(tok) {
				if m.s.Tokens[c].Deprel == "conj" {
					if k := m.word(c, words); k >= 0 {
						return c, k
					}
				}
			}
		}
		if !m.book.sets.transparent[m.id(tok)] && m.s.Tokens[tok].UPOS != "NUM" {
			return -1, 0
		}
		tok = m.ofChild(tok)
	}
	return -1, 0
}

// word is the number of modifiers of the fullest alternative that a token is, or -1.
func (m *Matcher) word(tok int, words []alt) int {
	best := -1
	id := m.ids[tok]
	if id < 0 { // "unjustified", whatever its lemma
		id = m.book.ids[m.s.Tokens[tok].Form]
	}
	if id <= 0 {
		return best
	}
	for i := range words {
		if w := &words[i]; w.head == id && (w.particle == 0 || m.beside(tok, w.particle)) && len(w.mods) > best && m.mods(w.mods, tok) {
			best = len(w.mods)
		}
	}
	return best
}

// beside reports whether a verb's particle stands with it: "step down", not "step up".
func (m *Matcher) beside(tok int, particle int32) bool {
	if tok+1 < len(m.s.Tokens) && m.book.ids[m.s.Tokens[tok+1].Lemma] == particle {
		return true
	}
	for c := range m.s.Children(tok) {
		if m.s.Tokens[c].Deprel == "compound:prt" && m.book.ids[m.s.Tokens[c].Lemma] == particle {
			return true
		}
	}
	return false
}

// ofChild is the noun behind "of" at a token, or -1.
func (m *Matcher) ofChild(tok int) int {
	for c := range m.s.Children(tok) {
		if doc.IsRel(m.s.Tokens[c].Deprel, "nmod") && m.caseIs(c, "of") {
			return c
		}
	}
	return -1
}

func (m *Matcher) caseIs(tok int, want string) bool {
	for c := range m.s.Children(tok) {
		if m.s.Tokens[c].Deprel == "case" && m.s.Tokens[c].Lemma == want {
			return true
		}
	}
	return false
}

func (m *Matcher) satisfies(c *constraint, tok int) bool {
	for _, w := range c.notWords {
		if w == m.id(tok) {
			return false
		}
	}
	k := m.kind(tok)
	if c.not != 0 && (m.kinds[tok]|m.book.kindIDs[m.ids[tok]])&c.not != 0 {
		return false
	}
	if c.want == 0 && len(c.classes) == 0 {
		return true
	}
	if k&c.want != 0 {
		return true
	}
	for _, w := range c.classes {
		if w == m.id(tok) {
			return true
		}
	}
	return false
}

// several reports whether a filler stands for more than one.
func (m *Matcher) several(b binding) bool {
	t := &m.s.Tokens[b.tok]
	return t.Feat("Number", "Plur") || t.UPOS == "NUM" || t.XPOS == "NNS" || t.XPOS == "NNPS" || m.conjoined(b)
}

// conjoined reports whether a filler is one of several side by side.
func (m *Matcher) conjoined(b binding) bool {
	if b.tok < 0 {
		return false
	}
	if b.pred != nil {
		n := 0
		for _, a := range b.pred.Args {
			if a.Role == b.role && (a.Role != doc.Obl || a.Case == b.cas) {
				n++
			}
		}
		if n > 1 {
			return true
		}
	}
	return m.s.Child(b.tok, "conj") >= 0
}
