package codebook

import (
	"nuncio"
	"nuncio/doc"
	"sort"
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
	Ordered    bool          // an order whose clause does not say who is to carry it out: Actor is empty, Doerless holds
	Wished     bool          // a noun's deed that somebody asks for, promises or refuses
	Unacted    bool          // the template has no slot for who acts: whoever says it, or somebody not named
	Status     nuncio.Status // by the rule or the speech act; "" when the clause alone says
	Clause     ClauseForm    // what the words around the predicate say
	Score      int
	Proposed   *Likeness // why, where no rule fired and one like it was taken; nil otherwise
}

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
	pred     int // index of the predicate
	bound    []binding
	trigger  []int
	reason   string
	told     int   // the noun behind a word of quantity that tells what the predicate is, which fills no place; -1 for none
	far      int   // how much of the nearest pattern was there
	particle bool  // the trigger's particle was found
	doerless bool  // the verb names nobody who does it
	word     int32 // that particle
	mods     int   // modifiers of the trigger that the pattern names
}

type binding struct {
	tok   int
	mods  int // modifiers that the pattern names
	role  doc.ArgRole
	pred  *doc.Predicate // whose argument it is, for its coordination; nil for none
	cas   string
	stray bool // found at another phrase than the pattern asks for
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
	for i := 2; i < n; i++ {
		if id, ok := m.book.joined(m.s, i); ok {
			m.ids[i] = id
		}
	}
	for i := range m.s.Tokens { // "its Ambassador", in papers that write titles so
		if t := &m.s.Tokens[i]; (t.Deprel == "det" || t.Deprel == "nmod:poss") && t.Head > i && m.ids[t.Head] < 0 {
			m.ids[t.Head] = m.book.title(&m.s.Tokens[t.Head])
		}
	}
	first := sort.Search(len(d.Names), func(i int) bool { return d.Names[i].Sent >= sent })
	for i := first; i < len(d.Names) && d.Names[i].Sent == sent; i++ {
		nm := &d.Names[i]
		for t := max(nm.First, 0); t < min(nm.End, n); t++ {
			m.kinds[t] |= nameKind(nm.Type)
		}
	}
	if m.s.Part == doc.Title { // headlines write nouns like names: "Envoys Visit Mausoleum"
		for i := range m.s.Tokens {
			if m.ids[i] < 0 && m.kinds[i] == 0 {
				m.ids[i] = m.book.title(&m.s.Tokens[i])
			}
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
	m.places()
	np := len(m.s.Predicates)
	m.state, m.found = grow(m.state, np), grow(m.found, np)
	m.matches, m.misses, m.tokens = m.matches[:0], m.misses[:0], m.tokens[:0]
}

// places marks the names of places that tell where somebody is: "was in [Oslo]".
func (m *Matcher) places() {
	for i := range m.s.Predicates {
		p := &m.s.Predicates[i]
		if p.Kind == doc.Copular && m.ids[p.Tok] < 0 && m.kinds[p.Tok]&(Place|State) != 0 {
			m.ids[p.Tok] = m.book.ids[namedPlace]
		}
	}
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
