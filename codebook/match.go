package codebook

import (
	"nuncio/doc"
)

// resolve finds the best rule for predicate i, once.
func (m *Matcher) resolve(i int) int {
	if m.state[i] != 0 {
		return int(m.found[i]) - 1
	}
	m.state[i] = 1
	id := m.id(m.head(&m.s.Predicates[i]))
	m.try.reason = ""
	if id > 0 {
		n := m.best(m.book.events[id], i)
		if len(m.book.inner[id]) > 0 && (n < 0 || m.book.Rules[m.book.patterns[n].rule].Event == "") {
			n = m.innerBest(n, id, i)
		}
		if n >= 0 {
			match := m.build(i, n)
			m.matches = append(m.matches, match)
			m.found[i] = int32(len(m.matches))
		} else {
			m.miss(i, id)
		}
	}
	m.state[i] = 2
	return int(m.found[i]) - 1
}

// innerBest is the best pattern of those that only count inside a speech act, else
// n, the pattern that fits anywhere.
func (m *Matcher) innerBest(n int, id int32, i int) int {
	reason, far := m.try.reason, m.try.far
	if k := m.best(m.book.inner[id], i); k >= 0 {
		return k
	}
	m.try.reason, m.try.far = reason, far
	if n >= 0 {
		m.fit(&m.book.patterns[n], i)
	}
	return n
}

// miss notes why a verb that talks politics gave nothing. A common verb talks
// politics only with an object that does ("paid a visit").
func (m *Matcher) miss(i int, id int32) {
	pr := &m.s.Predicates[i]
	switch {
	case pr.Kind != doc.Verbal, m.try.reason == "" && !m.book.politics[id], m.book.sets.common[id] && m.try.far < 2:
	case m.try.reason == "":
		m.misses = append(m.misses, Miss{pr.Tok, "no rule for this verb"})
	default:
		m.misses = append(m.misses, Miss{pr.Tok, m.try.reason})
	}
}

// best is the pattern of the list, ordered by the most that each can score, that
// fits best; -1 for none. m.try holds its bindings, or the reason why none fits.
func (m *Matcher) best(list []int32, i int) int {
	reason, far := "", -1
	win, high := -1, int32(-1)
	for _, n := range list {
		p := &m.book.patterns[n]
		if p.most <= high {
			break
		}
		why, got := m.fit(p, i)
		if why != "" {
			if got > far && why != "-" {
				reason, far = why, got
			}
			continue
		}
		score := m.score(p, i)
		if score <= high {
			continue
		}
		if r := &m.book.Rules[p.rule]; r.Future || r.Negated {
			if f := m.form(m.s.Predicates[i].Tok); r.Future && !f.Future || r.Negated && !f.Negated {
				continue
			}
		}
		if test := &m.book.Rules[p.rule].Content; test.Any && !m.contentFits(test, i, p) {
			if far < 1 {
				reason, far = "speech verb only", 1
			}
			continue
		}
		win, high = int(n), score
	}
	m.try.reason, m.try.far = reason, far
	if win >= 0 {
		m.fit(&m.book.patterns[win], i)
	}
	return win
}
