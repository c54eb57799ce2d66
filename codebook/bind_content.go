package codebook

import (
	"nuncio/doc"
)

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
