package codebook

import (
	"nuncio/doc"
)

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
