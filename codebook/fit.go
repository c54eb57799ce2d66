package codebook

import (
	"nuncio/doc"
)

// score is the pattern's worth with the optional things it found.
func (m *Matcher) score(p *pattern, i int) int32 {
	score := p.score + int32(m.try.mods)*worthMod
	for e := range p.elems {
		if p.elems[e].slot == noSlot {
			score += int32(m.try.bound[e].mods) * worthMod
		}
		if p.elems[e].plural && m.conjoined(m.try.bound[e]) {
			score += worthMembers
		}
		if p.elems[e].optional && m.try.bound[e].tok >= 0 {
			score += worthOptional
		}
		if p.elems[e].slot == recipientSlot && !p.elems[e].optional && m.doubtful(p, e) {
			score -= worthStray
		}
	}
	if p.kind == verbPattern && !p.object && m.hasObject(&m.s.Predicates[i]) {
		score -= worthUnasked
	}
	if m.try.doerless {
		score -= worthDoer
	}
	if m.try.particle {
		score += worthParticle
	} else if p.kind == verbPattern && m.s.Predicates[i].Particle != "" {
		score -= worthParticle // "call off" is not "call"
	}
	return score
}

// doubtful reports whether a recipient was found at another phrase than the pattern's own, or
// is a thing at a noun that somebody owns: "accepted Peru's invitation despite pressure [from
// Chile]", "turned down an American offer [of safe passage]".
func (m *Matcher) doubtful(p *pattern, e int) bool {
	b := m.try.bound[e]
	if b.tok < 0 || b.stray {
		return b.tok >= 0
	}
	if m.kind(b.tok)&Party != 0 || b.role != doc.Obl {
		return false
	}
	n := m.s.Tokens[b.tok].Head
	if n < 0 {
		return false
	}
	pr := m.s.Predicate(n)
	if pr == nil || pr.Kind != doc.NominalPredicate {
		return false
	}
	owned := b.cas == "of" || b.cas == "for" || b.cas == "in" || b.cas == "to" // not in "blamed Peru's crisis on the drought"
	for k := range pr.Args {
		if a := &pr.Args[k]; owned && (ownerRank(a) == 0 && m.kind(a.Tok)&Party != 0 && !m.itsOwn(a.Tok) || (ownerRank(a) == 2 || ownerRank(a) == 3) && m.owns(a)) {
			return true
		}
	}
	v := m.maker(n)
	if v == nil {
		return false
	}
	a, _ := v.Arg(doc.Subj)
	return m.kind(a.Tok)&Party != 0
}

// fit tries a pattern. It gives "" when all is there, else what is missing and
// how many of the pattern's words were found.
func (m *Matcher) fit(p *pattern, i int) (why string, got int) {
	pr := &m.s.Predicates[i]
	switch p.kind {
	case verbPattern:
		if pr.Kind != doc.Verbal {
			return "-", 0
		}
		if p.nobody && !pr.Passive && m.book.Rules[p.rule].Event != "" {
			if _, ok := pr.Arg(doc.Subj); ok {
				return "-", 0
			}
		}
	case nounPattern:
		if pr.Kind == doc.Verbal || p.nominal && (pr.Kind == doc.Copular || !m.fact(pr.Tok)) {
			return "-", 0
		}
	case copularPattern:
		if pr.Kind == doc.NominalPredicate && m.besideName(p, pr.Tok) < 0 {
			return "-", 0
		}
	}
	a := &m.try
	a.pred = i
	a.trigger = append(a.trigger[:0], pr.Tok)
	a.bound, a.doerless, a.told = a.bound[:0], false, m.head(pr)
	if a.told == pr.Tok {
		a.told = -1
	}
	for range p.elems {
		a.bound = append(a.bound, binding{tok: -1})
	}
	if len(p.preps) > 0 && !m.cased(p.preps, pr.Tok) {
		return "-", 0
	}
	if !m.trigger(p, pr) || p.bare && m.transitive(pr) {
		return "-", 0
	}
	// Words first: they are what tells rules apart.
	for e := range p.elems {
		if p.elems[e].slot != noSlot {
			continue
		}
		if m.bind(p, e, i) {
			got++
			a.trigger = append(a.trigger, a.bound[e].tok)
		} else if !p.elems[e].optional {
			if got > 0 {
				return "no rule for this wording", got
			}
			return "no rule for this object", 0
		}
	}
	for pass := 0; pass < 2; pass++ { // possessors last: they take what is left over
		for e := range p.elems {
			el := &p.elems[e]
			if el.slot == noSlot || (el.rel == relOwner) != (pass == 1) {
				continue
			}
			if !m.bind(p, e, i) && !el.optional {
				if m.doerless(p, el, pr) || m.nameless(p, el, pr.Tok) {
					a.doerless = true
					continue
				}
				if el.slot == anySlot && p.needs[recipientSlot] {
					return missing(recipientSlot), got + 1
				}
				return missing(el.slot), got + 1
			}
		}
	}
	if a.doerless && m.toNobody(p) {
		return "no actor", got
	}
	return "", got
}

// besideName is whom a noun names without a verb, where a standing relation says it with
// "be": "Croatia, a member of the alliance", "its ally Croatia", "alliance member
// Croatia"; -1 for nobody.
func (m *Matcher) besideName(p *pattern, tok int) int {
	t := &m.s.Tokens[tok]
	if m.book.Rules[p.rule].Rel == "" || m.ended(tok) {
		return -1
	}
	if t.Head >= 0 {
		switch t.Deprel {
		case "appos":
			return t.Head
		case "compound", "nmod:desc", "amod":
			if t.Head > tok && m.s.Tokens[t.Head].UPOS == "PROPN" {
				return t.Head
			}
		}
	}
	for c := range m.s.Children(tok) {
		if n := &m.s.Tokens[c]; n.UPOS == "PROPN" && c > tok && (n.Deprel == "appos" || n.Deprel == "flat") {
			return c
		}
	}
	return -1
}

// ended reports whether a word before a noun says that it is so no longer: "its former ally".
func (m *Matcher) ended(tok int) bool {
	for c := range m.s.Children(tok) {
		if c < tok && m.book.sets.bygone[m.ids[c]] {
			return true
		}
	}
	return false
}

// cased reports whether a noun stands behind one of several prepositions.
func (m *Matcher) cased(preps []int32, tok int) bool {
	for c := range m.s.Children(tok) {
		if t := &m.s.Tokens[c]; t.Deprel == "case" && m.isPrep(preps, t.Lemma) {
			return true
		}
	}
	return false
}

func missing(s slot) string {
	switch s {
	case actorSlot:
		return "no actor"
	case recipientSlot:
		return "no recipient"
	case contentSlot:
		return "no content"
	case viaSlot:
		return "no go-between"
	}
	return "no rule for this wording"
}

// trigger checks the words that must modify the trigger, and its particle.
func (m *Matcher) trigger(p *pattern, pr *doc.Predicate) bool {
	m.try.particle, m.try.mods = false, 0
	tok := m.head(pr)
	plain := false
	for k := range p.triggers {
		a := &p.triggers[k]
		if a.head != m.id(tok) || !m.mods(a.mods, tok) {
			continue
		}
		if a.particle == 0 {
			plain = true
			m.try.mods = max(m.try.mods, len(a.mods))
		} else if m.particle(a.particle, pr) {
			m.try.particle, m.try.word = true, a.particle
			return true
		}
	}
	return plain
}

// hasObject reports whether a verb has an object.
func (m *Matcher) hasObject(pr *doc.Predicate) bool {
	for _, a := range pr.Args {
		if a.Role == doc.Obj && (a.Origin == doc.Own || a.Origin == doc.Relative) {
			return true
		}
	}
	return false
}

// transitive reports whether a verb has an object or a clause of its own.
func (m *Matcher) transitive(pr *doc.Predicate) bool {
	if pr.Passive {
		return false
	}
	for _, a := range pr.Args {
		if a.Role == doc.Obj || a.Role == doc.Comp {
			return true
		}
	}
	return false
}

func (m *Matcher) mods(mods []int32, tok int) bool {
next:
	for _, w := range mods {
		for c := range m.s.Children(tok) {
			if m.id(c) == w || m.book.ids[m.s.Tokens[c].Form] == w { // "armoured", whatever its lemma
				continue next
			}
		}
		return false
	}
	return true
}

// particle looks for the particle beside the verb, whatever the tree calls it.
func (m *Matcher) particle(w int32, pr *doc.Predicate) bool {
	for t := pr.Tok + 1; t < len(m.s.Tokens) && t <= pr.Tok+10; t++ {
		if m.book.ids[m.s.Tokens[t].Lemma] != w {
			continue
		}
		h := m.s.Tokens[t].Head
		if h == pr.Tok || t == pr.Tok+1 {
			m.try.trigger = append(m.try.trigger, t)
			return true
		}
	}
	return false
}
