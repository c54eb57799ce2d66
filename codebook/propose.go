package codebook

import (
	"fmt"
	"math"
	"strings"

	"nuncio/doc"
)

// Meaning gives a plain lower-case word a place in a space where words that are
// used alike lie close together, such as the language model's static vectors.
type Meaning interface {
	Fill(lower []byte, out []float32) bool
}

// Proposer finds a class for a predicate between two parties that no rule fits:
// that of the rules whose verb and object mean most nearly the same. It is never
// written to once it stands, and may be shared.
type Proposer struct {
	book    *Codebook
	meaning Meaning
	dim     int
	senses  []sense
	places  map[string][]float32 // of the words of rules, of length one
	rules   []Rule               // by rule: what a proposal after it is called
	least   float64
}

// sense is what one pattern says of one verb: whom or what it takes.
type sense struct {
	rule  int32
	verb  string
	words []string // objects; nil where the recipient is the object
	preps []int32  // before a recipient that is no object
}

// Likeness is why a class was proposed.
type Likeness struct {
	Verb, Word string // of the rule; Word is "" where the recipient is the object
	Cosine     float64
	Lead       float64 // before the best of another class
}

func (l *Likeness) String() string {
	if l.Word == "" {
		return fmt.Sprintf("like “%s” %.2f, lead %.2f", l.Verb, l.Cosine, l.Lead)
	}
	return fmt.Sprintf("like “%s %s” %.2f, lead %.2f", l.Verb, l.Word, l.Cosine, l.Lead)
}

// LeastLikeness is the least likeness of a proposal, LeastLead how far it must be
// ahead of the nearest rule of another class. docs/scorer.md tells how they were chosen.
const (
	LeastLikeness = 0.85
	LeastLead     = 0.10
)

// NewProposer makes a proposer of the codebook's rules; dim is the width of a
// word's place.
func (b *Codebook) NewProposer(meaning Meaning, dim int) *Proposer {
	p := &Proposer{book: b, meaning: meaning, dim: dim, places: map[string][]float32{}, rules: make([]Rule, len(b.Rules)), least: LeastLikeness}
	names := make([]string, len(b.ids))
	for w, id := range b.ids {
		names[id] = w
	}
	for i := range b.Rules {
		r := &b.Rules[i]
		p.rules[i] = Rule{ID: "proposed/" + r.ID, Event: r.Event, CAMEO: b.classCode(r.Event), File: r.File, Line: r.Line}
	}
	for n := range b.patterns {
		pat := &b.patterns[n]
		r := &b.Rules[pat.rule]
		if pat.kind != verbPattern || r.Event == "" || r.Rel != "" || r.Content.Any || r.Event == "STATEMENT" || r.Status != "" {
			continue
		}
		s, ok := pat.sense(names)
		if !ok {
			continue
		}
		for _, t := range pat.triggers {
			if t.particle == 0 && p.place(names[t.head]) != nil {
				s.verb = names[t.head]
				p.senses = append(p.senses, s)
			}
		}
	}
	return p
}

// sense is what a pattern asks for beside its verb, where it is of the plain sort:
// a recipient, or an object with a recipient behind it.
func (p *pattern) sense(names []string) (s sense, ok bool) {
	s.rule = p.rule
	recipient := false
	for i := range p.elems {
		e := &p.elems[i]
		switch {
		case e.slot == contentSlot || e.on >= 0 || e.slot == viaSlot:
			return s, false
		case e.slot == recipientSlot:
			recipient = true
			if e.rel == relObl {
				s.preps = e.preps
			}
		case e.slot == noSlot && e.rel == relObj:
			for _, w := range e.words {
				s.words = append(s.words, names[w.head])
			}
		case e.slot == noSlot && !e.optional:
			return s, false
		}
	}
	return s, recipient
}

func (b *Codebook) classCode(event string) string {
	for i := range b.Classes {
		if b.Classes[i].Event == event {
			return b.Classes[i].Root
		}
	}
	return ""
}

// place is the place of a word of the rules, nil where it has none.
func (p *Proposer) place(word string) []float32 {
	if v, ok := p.places[word]; ok {
		return v
	}
	v := p.find(word)
	p.places[word] = v
	return v
}

func (p *Proposer) find(word string) []float32 {
	v := make([]float32, p.dim)
	if !p.meaning.Fill([]byte(strings.ToLower(word)), v) {
		return nil
	}
	sum := 0.0
	for _, f := range v {
		sum += float64(f) * float64(f)
	}
	if sum == 0 {
		return nil
	}
	n := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= n
	}
	return v
}

func cosine(a, b []float32) float64 {
	if a == nil || b == nil {
		return 0
	}
	sum := float32(0)
	for i := range a {
		sum += a[i] * b[i]
	}
	return float64(sum)
}

// candidate is a predicate without a rule and the parties it stands between.
type candidate struct {
	verb, word string // word: the object, where it is no party
	prep       int32  // before the recipient, 0 where it is the object or owns it
	without    string // a verb of the rules that is not to be looked at
}

// nearest is the rule that a candidate is likest, and why; -1 for none.
func (p *Proposer) nearest(c *candidate) (rule int32, why Likeness) {
	verb, word := p.find(c.verb), p.find(c.word)
	if verb == nil || c.word != "" && word == nil {
		return -1, why
	}
	best := map[string]float64{} // by class
	rule = -1
	verbs := map[string]float64{}
	words := map[string]float64{}
	for i := range p.senses {
		s := &p.senses[i]
		if s.verb == c.without || (s.words == nil) != (c.word == "") {
			continue
		}
		v, ok := verbs[s.verb]
		if !ok {
			v = cosine(verb, p.places[s.verb])
			verbs[s.verb] = v
		}
		like, near := v, ""
		if c.word != "" {
			top := -1.0
			for _, w := range s.words {
				x, ok := words[w]
				if !ok {
					x = cosine(word, p.find(w))
					words[w] = x
				}
				if x > top {
					top, near = x, w
				}
			}
			like = (v + top) / 2
		}
		if !s.takes(c.prep) {
			like -= 0.1
		}
		event := p.rules[s.rule].Event
		if like > best[event] {
			best[event] = like
			if like > why.Cosine {
				rule, why = s.rule, Likeness{Verb: s.verb, Word: near, Cosine: like}
			}
		}
	}
	if rule < 0 {
		return -1, why
	}
	second := 0.0
	for event, like := range best {
		if event != p.rules[rule].Event {
			second = max(second, like)
		}
	}
	why.Lead = why.Cosine - second
	return rule, why
}

func (s *sense) takes(prep int32) bool {
	if prep == 0 {
		return s.preps == nil || s.words != nil
	}
	for _, w := range s.preps {
		if w == prep {
			return true
		}
	}
	return false
}

// Propose lets the matcher add what p thinks of predicates without a rule; nil
// lets it add nothing.
func (m *Matcher) Propose(p *Proposer) { m.proposer = p }

// proposals adds a match for each verb between two parties that no rule fits and
// that is like one that a rule fits.
func (m *Matcher) proposals() {
	if m.proposer == nil {
		return
	}
	for i := range m.s.Predicates {
		pr := &m.s.Predicates[i]
		if m.found[i] != 0 || pr.Kind != doc.Verbal || m.taken[pr.Tok] || pr.Particle != "" {
			continue
		}
		c, actor, recipient, ok := m.candidate(pr)
		if !ok {
			continue
		}
		rule, why := m.proposer.nearest(&c)
		if rule < 0 || why.Cosine < m.proposer.least || why.Lead < LeastLead {
			continue
		}
		r := &m.proposer.rules[rule]
		m.matches = append(m.matches, Match{
			Rule: r, Label: r.Label(), Tok: pr.Tok, Trigger: m.keep([]int{pr.Tok}), Actor: m.members(actor), Recipient: m.members(recipient),
			Content: -1, Deed: -1, Parent: -1, Clause: m.form(pr.Tok), Proposed: &why,
		})
	}
}

// candidate reads the parties of a predicate: its subject, and its object, the
// owner of its object, or the first party behind a preposition.
func (m *Matcher) candidate(pr *doc.Predicate) (c candidate, actor, recipient binding, ok bool) {
	id := m.ids[pr.Tok]
	sets := &m.book.sets
	if sets.common[id] || sets.light[id] || sets.aspect[id] || sets.plan[id] || sets.happen[id] || sets.motion[id] {
		return c, actor, recipient, false
	}
	c.verb = m.s.Tokens[pr.Tok].Lemma
	actor.tok, recipient.tok = -1, -1
	for _, a := range pr.Args {
		if a.Conj {
			continue
		}
		b := binding{tok: a.Tok, role: a.Role, pred: pr, cas: a.Case}
		party := m.kind(a.Tok)&Party != 0 && !sets.times[m.ids[a.Tok]]
		switch {
		case a.Role == doc.Subj && actor.tok < 0:
			if !party {
				return c, actor, recipient, false
			}
			actor = b
		case a.Role == doc.Comp:
			return c, actor, recipient, false // what it says of others is not its own deed
		case a.Role == doc.Obj && party && recipient.tok < 0:
			recipient, c.prep = b, 0
		case a.Role == doc.Obj:
			c.word = m.s.Tokens[a.Tok].Lemma
			if o := m.ownerOf(a.Tok); o >= 0 && recipient.tok < 0 {
				recipient = binding{tok: o}
			}
		case a.Role == doc.Obl && party && recipient.tok < 0:
			switch a.Case {
			case "with", "against", "to", "on", "from", "at", "for", "upon":
				recipient, c.prep = b, m.book.ids[a.Case]
			}
		}
	}
	return c, actor, recipient, actor.tok >= 0 && recipient.tok >= 0
}

// ownerOf is the party that owns an object, or that a phrase of it names.
func (m *Matcher) ownerOf(n int) int {
	for c := range m.s.Children(n) {
		d := m.s.Tokens[c].Deprel
		if (d == "nmod:poss" || d == "nmod") && m.kind(c)&Party != 0 && !m.itsOwn(c) {
			return c
		}
	}
	return -1
}
