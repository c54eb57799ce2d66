package codebook

import (
	"nuncio/doc"
)

// build makes a match of pattern n, whose bindings m.try holds, on predicate i.
func (m *Matcher) build(i, n int) Match {
	p := &m.book.patterns[n]
	r := &m.book.Rules[p.rule]
	pr := &m.s.Predicates[i]
	out := Match{
		Rule: r, Template: int(p.template), Label: r.Label(), Tok: pr.Tok, Content: -1, Deed: -1, Parent: -1,
		Reciprocal: r.Reciprocal, Doerless: m.try.doerless, Ordered: m.try.doerless && m.orders(pr.Tok), Wished: p.nominal && m.wished(pr.Tok) >= 0, Unacted: p.unacted(), Status: r.Status, Score: int(p.score), Clause: m.form(pr.Tok),
	}
	out.Trigger = m.keep(m.try.trigger)
	for e := range p.elems {
		b := m.try.bound[e]
		if b.tok < 0 {
			continue
		}
		switch p.elems[e].slot {
		case actorSlot:
			out.Actor = m.members(b)
		case recipientSlot:
			out.Recipient = m.members(b)
		case viaSlot:
			out.Via = m.members(b)
		case placeSlot:
			out.Place = m.members(b)
		case contentSlot:
			out.Content = b.tok
		}
	}
	for e := range p.elems {
		out.Reciprocal = out.Reciprocal || p.elems[e].plural
	}
	if m.mutual(pr) && len(out.Actor) > 0 {
		out.Reciprocal, out.Recipient = true, nil
	}
	if out.Reciprocal && len(out.Recipient) == 0 && len(out.Actor) > 1 {
		out.Recipient = out.Actor[1:]
	}
	return out
}

func (m *Matcher) keep(toks []int) []int {
	first := len(m.tokens)
	m.tokens = append(m.tokens, toks...)
	return m.tokens[first:len(m.tokens):len(m.tokens)]
}

// members are a filler and those coordinated with it.
func (m *Matcher) members(b binding) []int {
	first := len(m.tokens)
	m.tokens = append(m.tokens, b.tok)
	if b.pred != nil {
		on := false
		for _, a := range b.pred.Args {
			switch {
			case a.Role != b.role || a.Role == doc.Obl && a.Case != b.cas:
			case a.Tok == b.tok:
				on = true
			case on && a.Conj:
				m.tokens = append(m.tokens, a.Tok)
			default:
				on = false
			}
		}
	} else {
		for c := range m.s.Children(b.tok) {
			if m.s.Tokens[c].Deprel == "conj" && m.s.Tokens[c].UPOS != "VERB" {
				m.tokens = append(m.tokens, c)
			}
		}
	}
	return m.tokens[first:len(m.tokens):len(m.tokens)]
}

// save and restore keep the bindings of an attempt while others are made.
func (m *Matcher) save() attempt {
	s := m.try
	m.try = attempt{}
	if n := len(m.spare); n > 0 {
		m.try, m.spare = m.spare[n-1], m.spare[:n-1]
	}
	return s
}

func (m *Matcher) restore(s attempt) {
	m.spare = append(m.spare, m.try)
	m.try = s
}
