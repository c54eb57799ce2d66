package codebook

import (
	"strings"

	"nuncio/doc"
)

// bind looks for the filler of element e of a pattern on predicate i.
func (m *Matcher) bind(p *pattern, e, i int) bool {
	el := &p.elems[e]
	if el.on >= 0 {
		if tok := m.try.bound[el.on].tok; tok >= 0 {
			if inner := m.index(tok); inner >= 0 && m.s.Predicates[inner].Kind == doc.Verbal {
				i = inner
			}
		}
	}
	pr := &m.s.Predicates[i]
	switch el.rel {
	case relSubj:
		if pr.Kind == doc.NominalPredicate && m.apposed(p, pr.Tok) {
			return m.accept(p, e, binding{tok: m.s.Tokens[pr.Tok].Head})
		}
		return m.bindRole(p, e, pr, doc.Subj)
	case relObj:
		if m.bindRole(p, e, pr, doc.Obj) {
			return true
		}
		if m.bindRole(p, e, pr, doc.IObj) {
			return true
		}
		if m.try.particle { // "handed over its weapons" read as "over its weapons"
			for _, a := range pr.Args {
				if a.Role == doc.Obl && !a.Conj && a.Case != "" && m.book.ids[a.Case] == m.try.word &&
					m.accept(p, e, binding{tok: a.Tok, role: doc.Obl, pred: pr, cas: a.Case}) {
					return true
				}
			}
		}
		if el.slot == noSlot { // "found him guilty", "took them hostage"
			for _, a := range pr.Args {
				if a.Role == doc.Comp && a.Case == "" && (p.ditransitive() || m.s.Tokens[a.Tok].UPOS != "VERB") && m.accept(p, e, binding{tok: a.Tok, role: doc.Comp}) {
					return true
				}
			}
		}
		// The tree may call a bare phrase oblique.
		return el.slot == noSlot && m.bindBare(p, e, pr)
	case relIObj:
		return m.bindRole(p, e, pr, doc.IObj) || m.bindCase(p, e, pr, "to") || m.bindRole(p, e, pr, doc.Obj) || m.bindFused(p, e) || m.bindDoer(p, e, pr)
	case relObl:
		return m.bindOblique(p, e, i)
	case relOwner:
		return m.bindOwner(p, e, i)
	case relComp:
		return m.bindContent(p, e, i)
	}
	return false
}

func (m *Matcher) bindRole(p *pattern, e int, pr *doc.Predicate, role doc.ArgRole) bool {
	for _, a := range pr.Args {
		if a.Role == role && !a.Conj && m.accept(p, e, binding{tok: a.Tok, role: role, pred: pr}) {
			return true
		}
	}
	return false
}

// bindFused takes the one given or told out of the object that the tree fused him
// with: "gave [Israel aid]".
func (m *Matcher) bindFused(p *pattern, e int) bool {
	for k := range p.elems {
		if p.elems[k].rel != relObj || p.elems[k].slot != noSlot || m.try.bound[k].tok < 0 {
			continue
		}
		for c := range m.s.Children(m.try.bound[k].tok) {
			if m.s.Tokens[c].Deprel == "compound" && m.kind(c)&Party != 0 && m.accept(p, e, binding{tok: c}) {
				return true
			}
		}
	}
	return false
}

// bindDoer takes the one who is let or made do something from the clause that
// says what: "let [peacekeepers leave]".
func (m *Matcher) bindDoer(p *pattern, e int, pr *doc.Predicate) bool {
	for _, a := range pr.Args {
		if a.Role != doc.Comp || a.Case != "" {
			continue
		}
		if inner := m.s.Predicate(a.Tok); inner != nil && m.bindRole(p, e, inner, doc.Subj) {
			return true
		}
	}
	return false
}

func (m *Matcher) bindBare(p *pattern, e int, pr *doc.Predicate) bool {
	for _, a := range pr.Args {
		if a.Role == doc.Obl && a.Case == "" && m.accept(p, e, binding{tok: a.Tok, role: doc.Obl, pred: pr}) {
			return true
		}
	}
	return false
}

func (m *Matcher) bindCase(p *pattern, e int, pr *doc.Predicate, prep string) bool {
	for _, a := range pr.Args {
		if a.Role == doc.Obl && !a.Conj && a.Case == prep && m.accept(p, e, binding{tok: a.Tok, role: doc.Obl, pred: pr, cas: prep}) {
			return true
		}
	}
	return false
}

func (m *Matcher) isPrep(preps []int32, cas string) bool {
	if cas == "" {
		return false
	}
	id, ok := m.book.ids[cas]
	if !ok {
		return false
	}
	for _, w := range preps {
		if w == id {
			return true
		}
	}
	return false
}

// bindObliques tries the prepositional arguments of one predicate.
func (m *Matcher) bindObliques(p *pattern, e int, pr *doc.Predicate) bool {
	el := &p.elems[e]
	for _, prep := range el.preps { // the likelier preposition stands first
		if el.parent >= 0 && prep == m.book.of {
			continue // "of" hangs from its noun, never from the verb
		}
		for _, a := range pr.Args {
			if a.Role == doc.Obl && !a.Conj && m.opens(a.Case, prep) &&
				m.accept(p, e, binding{tok: a.Tok, role: doc.Obl, pred: pr, cas: a.Case}) {
				return true
			}
		}
	}
	return false
}

// opens reports whether a phrase's case is the preposition; a particle before it
// may have been read into it ("walk out" + "of" as "out of").
func (m *Matcher) opens(cas string, prep int32) bool {
	if cas == "" {
		return false
	}
	if m.book.ids[cas] == prep {
		return true
	}
	if !m.try.particle {
		return false
	}
	if m.book.ids[cas] == m.try.word { // "out" and "of" as two prepositions of one noun
		return prep == m.book.of
	}
	if i := strings.IndexByte(cas, ' '); i > 0 {
		return m.book.ids[cas[:i]] == m.try.word && m.book.ids[cas[i+1:]] == prep
	}
	return false
}

// bindOblique looks at the predicate, at the noun the phrase may hang from, at
// a light verb above a noun, and at the noun behind "of".
func (m *Matcher) bindOblique(p *pattern, e, i int) bool {
	el := &p.elems[e]
	pr := &m.s.Predicates[i]
	if el.slot == noSlot && len(el.preps) == 1 && m.dative(el.preps) && m.bindClause(p, e, pr) {
		return true // an infinitive: "agree to settle"
	}
	if el.parent >= 0 {
		if n := m.try.bound[el.parent].tok; n >= 0 && m.bindNounOblique(p, e, n, 0) {
			return true
		}
	}
	if m.bindObliques(p, e, pr) {
		return true
	}
	if p.kind == verbPattern {
		// "sent Xi a letter" for "to Xi".
		if m.dative(el.preps) && m.bindRole(p, e, pr, doc.IObj) {
			return true
		}
		// A phrase that the tree hung from the object or from another phrase.
		for _, a := range pr.Args {
			if (a.Role == doc.Obj || a.Role == doc.Obl) && a.Origin == doc.Own && m.bindNounOblique(p, e, a.Tok, 1) {
				return true
			}
		}
		return el.slot != noSlot && el.slot != contentSlot && m.bindAnywhere(p, e, pr.Tok)
	}
	if m.bindNounOblique(p, e, m.head(pr), 0) {
		return true
	}
	if v := m.lightVerb(pr.Tok); v != nil {
		return m.bindObliques(p, e, v)
	}
	if v := m.happens(pr.Tok); v != nil {
		return m.bindObliques(p, e, v)
	}
	// "a third of its exports go to", "a ship with food from Oslo docked in"
	if v, role, _ := m.above(pr.Tok); v != nil && v.Kind == doc.Verbal && role == doc.Subj && el.slot == recipientSlot && m.book.sets.motion[m.id(v.Tok)] {
		return m.bindObliques(p, e, v)
	}
	return false
}

// bindAnywhere is the last resort against phrases hung from the wrong noun: the
// first party behind the verb and under it with the preposition ("conveyed the
// note signed by Berg, chairman of the union, to Hansen").
func (m *Matcher) bindAnywhere(p *pattern, e, verb int) bool {
	el := &p.elems[e]
	_, end := m.s.Subtree(verb)
	for c := verb + 1; c < end; c++ {
		t := &m.s.Tokens[c]
		if t.UPOS != "PROPN" || m.kind(c)&Party == 0 || !doc.IsRel(t.Deprel, "nmod") && !doc.IsRel(t.Deprel, "obl") {
			continue
		}
		for k := range m.s.Children(c) {
			if m.s.Tokens[k].Deprel == "case" && m.isPrep(el.preps, m.s.Tokens[k].Lemma) &&
				m.accept(p, e, binding{tok: c, role: doc.Obl, cas: m.s.Tokens[k].Lemma}) {
				return true
			}
		}
	}
	return false
}

func (m *Matcher) dative(preps []int32) bool {
	to := m.book.ids["to"]
	for _, w := range preps {
		if w == to {
			return true
		}
	}
	return false
}

// bindNounOblique looks for a phrase at a noun, and one noun further down
// ("a series of meetings with").
func (m *Matcher) bindNounOblique(p *pattern, e, n, depth int) bool {
	el := &p.elems[e]
	for c := range m.s.Children(n) {
		t := &m.s.Tokens[c]
		if !doc.IsRel(t.Deprel, "nmod") && !doc.IsRel(t.Deprel, "obl") || t.Deprel == "nmod:poss" {
			continue
		}
		for k := range m.s.Children(c) {
			if m.s.Tokens[k].Deprel == "case" && m.isPrep(el.preps, m.s.Tokens[k].Lemma) && (depth == 0 || m.s.Tokens[k].Lemma != "of" || el.parent < 0 && m.s.Tokens[n].Deprel == "obj") &&
				m.accept(p, e, binding{tok: c, role: doc.Obl, cas: m.s.Tokens[k].Lemma}) {
				return true
			}
		}
	}
	if depth >= 1 {
		return false
	}
	for c := range m.s.Children(n) {
		if d := m.s.Tokens[c].Deprel; (doc.IsRel(d, "nmod") || d == "conj") && d != "nmod:poss" && m.bindNounOblique(p, e, c, depth+1) {
			return true
		}
	}
	return false
}

// ownerRank orders the forms that a possessor may take.
func ownerRank(a *doc.Arg) int {
	switch {
	case a.Role == doc.Poss:
		return 0
	case a.Role == doc.Obl && a.Case == "by":
		return 1
	case a.Role == doc.Mod:
		return 2
	case a.Role == doc.Compound:
		return 3
	case a.Role == doc.Obl && a.Case == "from":
		return 4
	case a.Role == doc.Obl && a.Case == "of":
		return 5
	}
	return -1
}

// bindOwner looks for who owns a noun: "Iran's", "by Iran", "Iranian", "Iran
// (talks)", "of Iran"; a light verb's subject owns its noun.
func (m *Matcher) bindOwner(p *pattern, e, i int) bool {
	el := &p.elems[e]
	n := m.head(&m.s.Predicates[i])
	if el.parent >= 0 {
		n = m.try.bound[el.parent].tok
		if n < 0 {
			return false
		}
	}
	pr := m.s.Predicate(n)
	if pr == nil {
		return m.bindOwnerChild(p, e, n)
	}
	if own := &m.s.Predicates[i]; el.parent < 0 && own.Kind == doc.Copular && m.bindRole(p, e, own, doc.Subj) {
		return true
	}
	for rank := 0; rank <= 5; rank++ {
		if rank == 2 && el.parent < 0 {
			// Before demonyms: who makes the visit is the verb's subject.
			if v := m.lightVerb(n); v != nil && m.bindRole(p, e, v, doc.Subj) {
				return true
			}
		}
		for k := range pr.Args {
			a := &pr.Args[k]
			if a.Conj || ownerRank(a) != rank || rank >= 2 && rank <= 3 && !m.owns(a) || rank == 0 && el.slot == recipientSlot && m.itsOwn(a.Tok) {
				continue
			}
			if m.accept(p, e, binding{tok: a.Tok, role: a.Role, pred: pr, cas: a.Case}) {
				return true
			}
		}
	}
	if m.bindMaker(p, e, n) {
		return true
	}
	if el.parent < 0 {
		if v := m.hostVerb(n); v != nil {
			return m.bindRole(p, e, v, doc.Subj)
		}
	}
	return false
}

// bindMaker takes the owner of a noun from the participle behind it that names who
// made it: "a plan drafted by Oslo".
func (m *Matcher) bindMaker(p *pattern, e, n int) bool {
	for c := range m.s.Children(n) {
		if m.s.Tokens[c].Deprel != "acl" {
			continue
		}
		if inner := m.s.Predicate(c); inner != nil && inner.Passive && m.bindRole(p, e, inner, doc.Subj) {
			return true
		}
	}
	return false
}

// owns reports whether an adjective or compound before a noun may own it.
func (m *Matcher) owns(a *doc.Arg) bool {
	if a.Role == doc.Mod && !capital(m.s.Tokens[a.Tok].Form) {
		return false // "military action" is not the military's
	}
	return m.kind(a.Tok)&Party != 0
}

// itsOwn reports whether a possessor is a pronoun for the clause's own subject.
func (m *Matcher) itsOwn(tok int) bool {
	switch m.s.Tokens[tok].Lemma {
	case "its", "his", "her", "their", "our", "my", "it", "he", "she", "they", "we", "i", "I":
		return m.s.Tokens[tok].UPOS == "PRON"
	}
	return false
}

// bindOwnerChild is bindOwner for a noun that is no predicate.
func (m *Matcher) bindOwnerChild(p *pattern, e, n int) bool {
	for c := range m.s.Children(n) {
		switch d := m.s.Tokens[c].Deprel; {
		case d == "nmod:poss",
			(d == "compound" || d == "amod") && m.kind(c)&Party != 0,
			d == "nmod" && (m.caseIs(c, "by") || m.caseIs(c, "of") || m.caseIs(c, "from")):
			if m.accept(p, e, binding{tok: c}) {
				return true
			}
		}
	}
	return false
}

// above is the predicate whose object (or noun behind "of", or member of a
// coordination) the noun is, with the argument's role.
func (m *Matcher) above(n int) (*doc.Predicate, doc.ArgRole, string) {
	for range 3 {
		t := &m.s.Tokens[n]
		h := t.Head
		if h < 0 {
			return nil, 0, ""
		}
		if t.Deprel == "conj" || doc.IsRel(t.Deprel, "nmod") && m.book.sets.transparent[m.id(h)] {
			n = h
			continue
		}
		pr := m.s.Predicate(h)
		if pr == nil {
			return nil, 0, ""
		}
		for _, a := range pr.Args {
			if a.Tok == n {
				return pr, a.Role, a.Case
			}
		}
		return nil, 0, ""
	}
	return nil, 0, ""
}

// lightVerb is the verb that only carries the noun ("held talks"), or nil.
func (m *Matcher) lightVerb(n int) *doc.Predicate {
	pr, role, _ := m.above(n)
	if pr == nil || pr.Kind != doc.Verbal || role != doc.Obj {
		return nil
	}
	id := m.id(pr.Tok)
	if !m.book.sets.light[id] && !m.book.sets.plan[id] {
		return nil
	}
	return pr
}

// happens is the verb that only says that its subject, the noun, took place or
// how it went: "fighting erupted between", "the talks broke down with"; or nil.
func (m *Matcher) happens(n int) *doc.Predicate {
	pr, role, _ := m.above(n)
	if pr == nil || pr.Kind != doc.Verbal || role != doc.Subj || !m.book.sets.happen[m.id(pr.Tok)] {
		return nil
	}
	return pr
}

// hostVerb is the verb whose subject also does what a noun in its adverbial
// says: "said during a visit to", "arrived for talks with".
func (m *Matcher) hostVerb(n int) *doc.Predicate {
	pr, role, cas := m.above(n)
	if pr == nil || pr.Kind != doc.Verbal || role != doc.Obl {
		return nil
	}
	switch cas {
	case "during", "on", "after", "before", "ahead of", "at the end of", "in talks with":
		return pr
	case "for", "in", "to":
		if m.book.sets.motion[m.id(pr.Tok)] {
			return pr
		}
	}
	if (cas == "in" || cas == "at") && m.book.sets.channel[m.id(n)] {
		return pr // "said in a letter to"
	}
	return nil
}

// bindContent looks for the clause, or the noun, that a speech act is about.
func (m *Matcher) bindContent(p *pattern, e, i int) bool {
	el := &p.elems[e]
	pr := &m.s.Predicates[i]
	if m.bindClause(p, e, pr) {
		return true
	}
	if el.parent >= 0 {
		if n := m.try.bound[el.parent].tok; n >= 0 {
			if np := m.s.Predicate(n); np != nil && m.bindClause(p, e, np) {
				return true
			}
			if m.bindNounOblique(p, e, n, 0) {
				return true
			}
		}
	}
	if len(el.preps) > 0 && m.bindOblique(p, e, i) {
		return true
	}
	// A clause that hangs from the object: "warned Paris that", "urged the men to".
	for _, a := range pr.Args {
		if a.Role != doc.Obj && a.Role != doc.IObj && a.Role != doc.Obl {
			continue
		}
		if np := m.s.Predicate(a.Tok); np != nil && len(el.preps) > 0 && m.bindClause(p, e, np) {
			return true
		}
		if c := m.relative(a.Tok); c >= 0 && m.bareContent(el) && m.accept(p, e, binding{tok: c}) {
			return true
		}
	}
	if p.kind == verbPattern && m.bareContent(el) {
		// "Paris will help, the minister said": the clause is above.
		if t := &m.s.Tokens[pr.Tok]; (t.Deprel == "parataxis" || t.Deprel == "ccomp") && t.Head >= 0 && m.s.Predicate(t.Head) != nil && t.Deprel == "parataxis" {
			return m.accept(p, e, binding{tok: t.Head})
		}
		if len(el.preps) == 0 {
			return m.bindRole(p, e, pr, doc.Obj) && m.s.Predicate(m.try.bound[e].tok) != nil
		}
	}
	return false
}

// relative is a clause with "that" which the tree hung from the one who is told:
// "promised his guests [that work would begin]"; -1 for none.
func (m *Matcher) relative(tok int) int {
	for c := range m.s.Children(tok) {
		if m.s.Tokens[c].Deprel != "acl:relcl" {
			continue
		}
		for k := range m.s.Children(c) {
			if k == tok+1 && m.s.Tokens[k].Lemma == "that" {
				return c
			}
		}
	}
	return -1
}

// bareContent reports whether CONTENT may stand without a word before it.
func (m *Matcher) bareContent(el *elem) bool {
	return len(el.preps) == 0 || m.isPrep(el.preps, "that")
}

func (m *Matcher) bindClause(p *pattern, e int, pr *doc.Predicate) bool {
	el := &p.elems[e]
	for _, a := range pr.Args {
		if a.Conj || a.Role != doc.Comp && a.Role != doc.Adv {
			continue
		}
		switch {
		case len(el.preps) == 0 && a.Role == doc.Comp && el.slot != noSlot:
		case m.isPrep(el.preps, a.Case):
		case a.Case == "" && a.Role == doc.Comp && m.isPrep(el.preps, "that") && pr.Kind != doc.NominalPredicate:
		default:
			continue
		}
		if m.accept(p, e, binding{tok: a.Tok, role: a.Role}) {
			return true
		}
	}
	return false
}
