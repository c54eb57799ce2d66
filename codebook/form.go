package codebook

import (
	"nuncio/doc"
)

// ClauseForm is what auxiliaries and negation say of a predicate.
type ClauseForm struct{ Negated, Future, Must, Modal, Past bool }

// form reads auxiliaries and negation of a predicate.
func (m *Matcher) form(tok int) ClauseForm {
	var f ClauseForm
	perfect := false
	for c := range m.s.Children(tok) {
		t := &m.s.Tokens[c]
		switch {
		case c > tok && m.s.NegatesTo(c): // "vowed never to go": the infinitive's
		case t.Deprel == "mark" && t.Lemma == "to" && (m.s.NegatesTo(c-1) || m.s.NegatesTo(c-2)):
			f.Negated = true
		case doc.IsRel(t.Deprel, "aux"):
			switch t.Lemma {
			case "will", "shall", "would", "wo", "'ll", "gonna":
				f.Future = true
			case "must", "should", "ought":
				f.Must = true
			case "may", "might", "could", "can":
				f.Modal = true
			case "have":
				perfect = true
			}
		case t.Deprel == "obj": // "make no concessions"
			for k := range m.s.Children(c) {
				f.Negated = f.Negated || m.s.Tokens[k].Deprel == "det" && m.s.Tokens[k].Lemma == "no" && !m.book.sets.hesitating[m.id(c)]
			}
		case doc.IsRel(t.Deprel, "nsubj"): // "none would be given", "no apology would be made"
			f.Negated = f.Negated || m.none(c)
		case t.Deprel == "cc:preconj" || t.Deprel == "cc" && c < tok: // "neither repeal the law nor apologise"
			f.Negated = f.Negated || t.Lemma == "neither" || t.Lemma == "nor"
		case t.Deprel == "advmod" || t.Deprel == "det" || t.Deprel == "neg":
			switch t.Lemma {
			case "not", "never", "n't", "no", "neither", "nor":
				f.Negated = f.Negated || !m.besides(c)
			case "longer", "long": // "no longer"
				f.Negated = f.Negated || c > 0 && m.s.Tokens[c-1].Lemma == "no"
			}
		}
	}
	if m.book.sets.hesitating[m.id(tok)] {
		f.Negated = !f.Negated // "will not hesitate to strike"
	}
	f.Must = f.Must && !perfect // "he must have known", "they should have left": nobody is told to
	t := &m.s.Tokens[tok]
	f.Past = t.Feat("Tense", "Past") && !f.Future
	// "is to visit", "plans to visit", "has to stop": the verb above says.
	if t.Deprel == "xcomp" && t.Head >= 0 {
		switch h := &m.s.Tokens[t.Head]; {
		case m.book.sets.plan[m.id(t.Head)], h.Lemma == "go":
			f.Future = true
		case h.Lemma == "have" || h.Lemma == "need":
			f.Must = true
		case m.book.Among("driven", h.Lemma) && m.s.Child(t.Head, "aux:pass") >= 0: // "will be constrained to act"
			above := m.form(t.Head)
			f.Future, f.Must = f.Future || above.Future, f.Must || above.Must
		case m.book.sets.aspect[m.id(t.Head)]:
			above := m.form(t.Head)
			f.Future, f.Must, f.Modal = f.Future || above.Future, f.Must || above.Must, f.Modal || above.Modal
			f.Negated = f.Negated || above.Negated
		}
	}
	if t.Deprel == "conj" && t.Head >= 0 && t.UPOS == "VERB" && t.Head < tok {
		above := m.form(t.Head)
		if !t.Feat("VerbForm", "Fin") {
			f.Future, f.Must, f.Modal = f.Future || above.Future, f.Must || above.Must, f.Modal || above.Modal
		}
	}
	return f
}

// none reports whether a subject is there only to be denied: "none", "no apology".
func (m *Matcher) none(subject int) bool {
	switch t := &m.s.Tokens[subject]; t.Lemma {
	case "none", "nobody", "nothing":
		return true
	}
	for k := range m.s.Children(subject) {
		if t := &m.s.Tokens[k]; t.Deprel == "det" && t.Lemma == "no" {
			return true
		}
	}
	return false
}

// besides reports whether a "not" at a token denies nothing: "not only".
func (m *Matcher) besides(tok int) bool {
	if tok+1 >= len(m.s.Tokens) {
		return false
	}
	switch m.s.Tokens[tok+1].Lemma {
	case "only", "just", "merely", "simply":
		return true
	}
	return false
}
