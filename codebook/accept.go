package codebook

import (
	"slices"

	"nuncio/doc"
)

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
	if el.slot == anySlot && len(el.cons.classes) > 0 { // "weeks of protests"
		if n, _ := m.noun(b.tok, el.cons.classes); n >= 0 {
			b = binding{tok: n}
		}
	}
	named := b.tok
	if el.slot != noSlot && el.slot != contentSlot {
		b = m.behind(b)
		if el.slot == actorSlot && el.rel == relSubj && m.book.sets.document[m.ids[b.tok]] {
			b = m.author(b)
		}
	}
	if el.slot == anySlot && m.book.sets.times[m.ids[b.tok]] && (b.cas == "on" || b.cas == "in" || b.cas == "at") {
		return false // "pressed them on Monday" says not about what
	}
	if b.tok == m.try.told || m.used(b.tok) || el.slot != noSlot && el.slot != contentSlot && el.slot != anySlot && m.nobody(b) {
		return false
	}
	if el.cons.any && !m.satisfies(&el.cons, b.tok) && !(b.tok != named && m.counted(&el.cons, b.tok)) && !(b.tok != named && m.listed(&el.cons, named)) {
		return false
	}
	if el.plural && (!m.several(b) || m.withAnother(p, el)) {
		return false
	}
	if el.slot == actorSlot && m.book.sets.gunnery[m.ids[b.tok]] && m.book.Rules[p.rule].Event == "" && m.armed(b.tok) {
		return false
	}
	m.try.bound[e] = b
	return true
}

// armed reports whether fire is somebody's guns' and no blaze: "Israeli fire", "fire from an
// army post".
func (m *Matcher) armed(tok int) bool {
	for c := range m.s.Children(tok) {
		switch d := m.s.Tokens[c].Deprel; {
		case d == "amod" || d == "compound" || d == "nmod:poss":
			if m.kind(c)&(State|Armed|Police) != 0 && (capital(m.s.Tokens[c].Form) || m.kind(c)&(Armed|Police) != 0) {
				return true
			}
		case doc.IsRel(d, "nmod") && m.caseIs(c, "from"):
			return m.kind(c)&Party != 0
		}
	}
	return false
}

// nobody reports whether a filler can be no party: a time, or the noun of a
// phrase that only joins ("in a bid to", "in response to").
func (m *Matcher) nobody(b binding) bool {
	id := m.ids[b.tok]
	if m.s.Tokens[b.tok].UPOS == "NUM" { // "his decree of 1 April"
		for c := range m.s.Children(b.tok) {
			if m.book.sets.times[m.ids[c]] {
				return true
			}
		}
	}
	return m.book.sets.times[id] || (b.cas == "in" || b.cas == "on") && m.book.sets.joining[id]
}

// behind is the filler that a word of quantity stands before: "one of the
// critics", "thousands of refugees", "14 of them".
func (m *Matcher) behind(b binding) binding {
	for n := 0; n < 3 && (m.book.sets.quantity[m.id(b.tok)] || m.s.Tokens[b.tok].UPOS == "NUM"); n++ {
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
	if c := m.ofChild(b.tok); c >= 0 && m.book.sets.document[m.ids[c]] {
		b = binding{tok: c} // "a draft of the ministry's report"
	}
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
	for c := range m.s.Children(b.tok) { // "a draft tabled by Oslo demands"
		if inner := m.s.Predicate(c); m.s.Tokens[c].Deprel == "acl" && c > b.tok && inner != nil && inner.Passive && !m.book.Among("instrument", m.s.Tokens[b.tok].Lemma) {
			if a, ok := inner.Arg(doc.Subj); ok {
				return binding{tok: a.Tok, role: doc.Subj, pred: inner}
			}
		}
	}
	if v, role, _ := m.above(b.tok); v != nil && v.Kind == doc.Verbal && role == doc.Obj && m.book.sets.issuing[m.ids[v.Tok]] {
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
	if k&c.want != 0 || m.word(tok, c.classes) >= 0 {
		return true
	}
	if m.book.sets.company[m.id(tok)] { // "a brigade of Cuban [doctors]" is who they are
		if n := m.ofChild(tok); n >= 0 {
			return m.word(n, c.classes) >= 0
		}
	}
	return false
}

// counted reports whether a people of whom a number is told will do where no state does:
// "thousands of [Armenians] rallied" are a crowd.
func (m *Matcher) counted(c *constraint, tok int) bool {
	if c.not&State == 0 || c.not&^State&m.kind(tok) != 0 || m.s.Tokens[tok].XPOS != "NNPS" {
		return false
	}
	return m.kind(tok)&c.want&^State != 0
}

// listed reports whether a noun is one of the words that a place asks for, whoever stands
// behind it: "an Israeli [air strike] killed".
func (m *Matcher) listed(c *constraint, tok int) bool {
	id := m.id(tok)
	return id > 0 && m.word(tok, c.classes) >= 0 && !slices.Contains(c.notWords, id)
}

// several reports whether a filler stands for more than one side.
func (m *Matcher) several(b binding) bool {
	t := &m.s.Tokens[b.tok]
	if m.conjoined(b) {
		return true
	}
	if m.oneArmy(b.tok) {
		return false
	}
	return t.Feat("Number", "Plur") || t.Lemma == "both" || t.UPOS == "NUM" || t.XPOS == "NNS" || t.XPOS == "NNPS"
}

// withAnother reports whether the verb, or the noun that it governs, names the other side
// behind "with": "Peru and Chile signed a treaty with Cuba" tells nothing of what is between
// Peru and Chile.
func (m *Matcher) withAnother(p *pattern, el *elem) bool {
	if p.kind != verbPattern || el.rel != relSubj {
		return false
	}
	pr := &m.s.Predicates[m.try.pred]
	if m.facesWith(pr) {
		return true
	}
	for _, a := range pr.Args {
		if a.Role == doc.Obj {
			if n := m.s.Predicate(a.Tok); n != nil && m.facesWith(n) {
				return true
			}
		}
	}
	return false
}

// facesWith reports whether a party stands behind "with" at a predicate.
func (m *Matcher) facesWith(pr *doc.Predicate) bool {
	for _, a := range pr.Args {
		if a.Role == doc.Obl && a.Case == "with" && m.kind(a.Tok)&(State|Person|Org|Armed|Police) != 0 {
			return true
		}
	}
	return false
}

// oneArmy reports whether soldiers are said to be of one state: "Kazakh troops" are
// one side, "Chinese and Indian soldiers" and "two armies" are not.
func (m *Matcher) oneArmy(tok int) bool {
	if m.kind(tok)&Armed == 0 {
		return false
	}
	one := false
	for c := range m.s.Children(tok) {
		t := &m.s.Tokens[c]
		switch {
		case t.Deprel == "nummod" || t.Lemma == "both" || t.Lemma == "rival":
			return false
		case (t.Deprel == "amod" || t.Deprel == "compound" || t.Deprel == "nmod:poss") && capital(t.Form):
			if one || m.s.Child(c, "conj") >= 0 {
				return false
			}
			one = true
		}
	}
	return one
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
	return m.s.Child(b.tok, "conj") >= 0 || m.ofSeveral(b.tok)
}

// ofSeveral reports whether people are those of several names: "the leaders of Chad and Sudan",
// "Turkish and Syrian officials".
func (m *Matcher) ofSeveral(tok int) bool {
	if m.s.Tokens[tok].XPOS != "NNS" {
		return false
	}
	for c := range m.s.Children(tok) {
		t := &m.s.Tokens[c]
		if t.Deprel != "nmod" && t.Deprel != "amod" && t.Deprel != "compound" || !capital(t.Form) {
			continue
		}
		if k := m.s.Child(c, "conj"); k >= 0 && capital(m.s.Tokens[k].Form) {
			return true
		}
	}
	return false
}
