package codebook

import (
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
		if pr.Kind == doc.NominalPredicate && p.kind == copularPattern {
			n := m.besideName(p, pr.Tok)
			return n >= 0 && m.accept(p, e, binding{tok: n})
		}
		return m.bindRole(p, e, pr, doc.Subj) || m.bindDoerOfNoun(p, e, pr)
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
			if m.bindPart(p, e, pr) || m.bindNoun(p, e, pr) { // "sealed off the port", which a tree calls oblique
				return true
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
		if el.patient {
			return m.bindPatient(p, e, pr.Tok)
		}
		return m.bindOblique(p, e, i)
	case relOwner:
		return m.bindOwner(p, e, i)
	case relComp:
		return m.bindContent(p, e, i)
	case relSelf:
		for c := range m.s.Children(pr.Tok) {
			if m.s.Tokens[c].Deprel == "case" && m.isPrep(el.preps, m.s.Tokens[c].Lemma) {
				m.try.bound[e] = binding{tok: pr.Tok}
				return true
			}
		}
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

// bindPart takes what the tree hangs on the second word of two that are one verb:
// "let [go thirteen fishermen]", "set [free the hostages]".
func (m *Matcher) bindPart(p *pattern, e int, pr *doc.Predicate) bool {
	for _, a := range pr.Args {
		if a.Role != doc.Comp || m.ids[a.Tok] != m.try.word {
			continue
		}
		for c := range m.s.Children(a.Tok) {
			if m.s.Tokens[c].Deprel == "obj" && m.accept(p, e, binding{tok: c}) {
				return true
			}
		}
	}
	return false
}

// bindFused takes the one given or told out of the object that the tree fused him
// with: "gave [Israel aid]", not "sent [fighter jets]".
func (m *Matcher) bindFused(p *pattern, e int) bool {
	for k := range p.elems {
		if p.elems[k].rel != relObj || p.elems[k].slot != noSlot || m.try.bound[k].tok < 0 {
			continue
		}
		for c := range m.s.Children(m.try.bound[k].tok) {
			if t := &m.s.Tokens[c]; t.Deprel == "compound" && (t.XPOS != "NN" || c > 0 && m.s.Tokens[c-1].Lemma == "the" || m.s.Child(c, "amod") >= 0) && m.kind(c)&Party != 0 && m.accept(p, e, binding{tok: c}) {
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
