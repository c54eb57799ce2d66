package codebook

import (
	"slices"

	"nuncio"
	"nuncio/doc"
)

// deedOf is the act that a content clause tells, or -1: that of its predicate,
// of the noun that its light verb carries, or of what it begins or tries to do.
func (m *Matcher) deedOf(tok, depth int) int {
	if depth > 4 {
		return -1
	}
	i := m.index(tok)
	if i < 0 {
		return -1
	}
	if m.state[i] == 1 {
		return -1
	}
	if n := m.resolve(i); n >= 0 {
		if m.matches[n].Event == "" {
			return -1
		}
		return n
	}
	pr := &m.s.Predicates[i]
	id := m.id(tok)
	for _, a := range pr.Args {
		switch a.Role {
		case doc.Obj:
			if m.book.sets.light[id] || m.book.sets.aspect[id] || m.book.sets.plan[id] {
				n := a.Tok
				for k := 0; k < 3 && m.book.sets.transparent[m.id(n)]; k++ {
					if c := m.ofChild(n); c >= 0 {
						n = c
					}
				}
				if k := m.deedOf(n, depth+1); k >= 0 {
					return k
				}
			}
		case doc.Comp:
			if m.book.sets.aspect[id] || pr.Kind == doc.Copular {
				if k := m.deedOf(a.Tok, depth+1); k >= 0 {
					return k
				}
			}
		}
	}
	return -1
}

// index is the number of the predicate that a token heads, or -1.
func (m *Matcher) index(tok int) int {
	lo, hi := 0, len(m.s.Predicates)
	for lo < hi {
		mid := (lo + hi) / 2
		if m.s.Predicates[mid].Tok < tok {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(m.s.Predicates) && m.s.Predicates[lo].Tok == tok {
		return lo
	}
	return -1
}

// link joins speech acts to the deeds inside them.
func (m *Matcher) link() {
	m.linkWished()
	for k := range m.matches {
		sp := &m.matches[k]
		m.blameDoer(sp)
		if sp.Content < 0 {
			continue
		}
		deed := m.deedOf(sp.Content, 0)
		if deed == k {
			deed = -1
		}
		sp = &m.matches[k]
		if deed >= 0 {
			d := &m.matches[deed]
			sp.Deed = deed
			if d.Parent < 0 {
				d.Parent = k
				if d.Status == "" {
					d.Status = deedStatus(sp)
				}
			}
			m.book.refine(&sp.Label, &d.Label)
			if sp.Event == "THREATEN" && d.Event == "THREATEN" && sp.Mode == "" {
				sp.Label = d.Label // a warning that somebody plans to attack is that threat
			}
			if sp.Event == "REJECT" && d.Event == "THREATEN" && d.Rule.Negated {
				sp.Label = d.Label // "said it would not stand idly by" refuses nothing
			}
			m.severally(sp, d)
		}
		if len(sp.Recipient) == 0 && !sp.Reciprocal {
			m.contentRecipient(sp)
		}
	}
}

// blameDoer makes whoever did what a noun tells the one that is blamed for it, and not
// somebody else whom the noun's phrase names: "deplored the expulsion of three Norwegian
// envoys [by Russia]".
func (m *Matcher) blameDoer(sp *Match) {
	if sp.Event != "ACCUSE" || m.s.Tokens[sp.Tok].UPOS == "NOUN" {
		return
	}
	if len(sp.Recipient) > 0 && m.book.sets.claim[m.id(sp.Recipient[0])] && m.s.Tokens[sp.Recipient[0]].Deprel != "obj" { // "furious over reports that spies had tapped"
		if c := m.s.Child(sp.Recipient[0], "acl", "ccomp"); c > sp.Recipient[0] {
			if pr := m.s.Predicate(c); pr != nil {
				if a, ok := pr.Arg(doc.Subj); ok && m.s.Tokens[a.Tok].UPOS != "PRON" && m.kind(a.Tok)&Party != 0 {
					sp.Recipient = m.members(binding{tok: a.Tok, role: doc.Subj, pred: pr})
					return
				}
			}
		}
	}
	for n := range m.matches {
		d := &m.matches[n]
		if d.Tok <= sp.Tok || !deedIsDone(d.Event) || d.Doerless || len(d.Actor) == 0 || m.kind(d.Actor[0])&Party == 0 || m.s.Tokens[d.Tok].UPOS != "NOUN" {
			continue
		}
		over := len(sp.Recipient) == 0 && m.under(d.Tok, sp.Tok) && (m.caseIs(d.Tok, "over") || m.caseIs(d.Tok, "at") || m.caseIs(d.Tok, "about") || m.caseIs(d.Tok, "against"))
		if over || slices.Contains(sp.Trigger[1:], d.Tok) || len(sp.Recipient) > 0 && m.under(sp.Recipient[0], d.Tok) && m.dealtWith(sp.Tok, d.Tok) {
			sp.Recipient = d.Actor
			return
		}
	}
}

// dealtWith reports whether a noun is the object of a verb, or stands behind it with a
// preposition.
func (m *Matcher) dealtWith(verb, noun int) bool {
	p := m.s.Predicate(verb)
	if p == nil {
		return false
	}
	for k := range p.Args {
		if a := &p.Args[k]; a.Tok == noun && (a.Role == doc.Obj || a.Role == doc.Obl) {
			return true
		}
	}
	return false
}

// mutual reports whether a verb is done to "each other".
func (m *Matcher) mutual(pr *doc.Predicate) bool {
	if pr.Kind != doc.Verbal {
		return false
	}
	for _, a := range pr.Args {
		if (a.Role == doc.Obj || a.Role == doc.IObj || a.Role == doc.Obl) && m.s.Tokens[a.Tok].Feat("PronType", "Rcp") {
			return true
		}
	}
	return false
}

// severally makes several who promise something to a third no two sides of a pact:
// "Oslo and Lima agreed to send doctors to Haiti".
func (m *Matcher) severally(sp, d *Match) {
	if sp.Event != "AGREE" || !sp.Reciprocal || d.Reciprocal || len(d.Recipient) == 0 || len(sp.Actor) < 2 || m.kind(d.Recipient[0])&Party == 0 {
		return
	}
	if pr := m.s.Predicate(sp.Tok); pr != nil && m.mutual(pr) {
		return // "promised each other"
	}
	sp.Reciprocal, sp.Recipient = false, d.Recipient
}

// deedStatus is how a speaker holds the deed in his content.
func deedStatus(sp *Match) nuncio.Status {
	if sp.Rule.Deed != "" {
		return sp.Rule.Deed
	}
	switch sp.Event {
	case "REQUEST":
		return nuncio.Demanded
	case "AGREE", "THREATEN":
		return nuncio.Planned
	case "REJECT":
		return nuncio.Negated
	case "ACCUSE":
		return nuncio.Asserted
	}
	return ""
}

// contentRecipient takes a speech act's recipient from its content: whom the
// speaker's own deed concerns, or who is to do another's.
func (m *Matcher) contentRecipient(sp *Match) {
	speaker := -1
	if len(sp.Actor) > 0 {
		speaker = sp.Actor[0]
	}
	own := m.own(sp.Content, speaker) && !(sp.Event == "REQUEST" && m.agentless(sp.Content)) // "demanded that they be freed": not of them
	if sp.Deed >= 0 {
		d := &m.matches[sp.Deed]
		if d.Wished && len(d.Actor) > 0 && !slices.Equal(d.Actor, sp.Actor) {
			own = false // "opposed the deployment of [their troops]"
		}
		if own {
			sp.Recipient = d.Recipient
			return
		}
		if len(d.Actor) > 0 {
			sp.Recipient = d.Actor
		}
		return
	}
	pr := m.s.Predicate(sp.Content)
	if pr == nil {
		return
	}
	roles := []doc.ArgRole{doc.Subj, doc.Obj}
	switch {
	case own:
		roles = []doc.ArgRole{doc.Obj, doc.IObj}
	case sp.Event == "REQUEST":
		roles = roles[:1] // "demanded that she be freed": not of her
	}
	for _, role := range roles {
		if a, ok := pr.Arg(role); ok && m.kind(a.Tok)&Party != 0 {
			sp.Recipient = m.members(binding{tok: a.Tok, role: role, pred: pr})
			return
		}
	}
}

func swapped(n, j int) int {
	switch n {
	case j:
		return j - 1
	case j - 1:
		return j
	}
	return n
}
