package codebook

import (
	"nuncio"
	"nuncio/doc"
)

// build makes a match of pattern n, whose bindings m.try holds, on predicate i.
func (m *Matcher) build(i, n int) Match {
	p := &m.book.patterns[n]
	r := &m.book.Rules[p.rule]
	pr := &m.s.Predicates[i]
	out := Match{
		Rule: r, Template: int(p.template), Label: r.Label(), Tok: pr.Tok, Content: -1, Deed: -1, Parent: -1,
		Reciprocal: r.Reciprocal, Doerless: m.try.doerless, Status: r.Status, Score: int(p.score), Clause: m.form(pr.Tok),
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

// contentFits judges the clause in the CONTENT slot of the attempt.
func (m *Matcher) contentFits(test *ContentTest, i int, p *pattern) bool {
	content, subj := -1, -1
	for e := range p.elems {
		switch p.elems[e].slot {
		case contentSlot:
			content = m.try.bound[e].tok
		case actorSlot:
			subj = m.try.bound[e].tok
		}
	}
	if content < 0 {
		return false
	}
	f := m.form(content)
	if test.Future && !f.Future || test.Must && !f.Must || test.Negated && !f.Negated || test.Plain && f.Negated || test.Past && !f.Past {
		return false
	}
	if test.Own || test.Other {
		own := m.own(content, subj)
		if test.Own && !own || test.Other && own {
			return false
		}
	}
	if len(test.Deeds) == 0 && !test.None && !test.Peaceful {
		return true
	}
	saved := m.save()
	deed := m.deedOf(content, 0)
	m.restore(saved)
	if test.None {
		return deed < 0
	}
	if test.Peaceful {
		return deed < 0 || !has(hostile, m.matches[deed].Event)
	}
	if deed < 0 {
		return false
	}
	l := &m.matches[deed].Label
	return has(test.Deeds, l.Event) && (len(test.DeedModes) == 0 || has(test.DeedModes, l.Mode))
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

// actsFor reports whether one speaks for the state at another token, by what is
// known of both: a minister for his country.
func (m *Matcher) actsFor(speaker, state int) bool {
	who, what := -1, -1
	for i := range m.d.Mentions {
		mn := &m.d.Mentions[i]
		if mn.Sent != m.sent || mn.Entity < 0 {
			continue
		}
		switch mn.Head {
		case speaker:
			who = mn.Entity
		case state:
			what = mn.Entity
		}
	}
	if who < 0 || what < 0 {
		return false
	}
	e := &m.d.Entities[who]
	return e.Sector == "GOV" && e.Country != "" && m.d.Entities[what].ID == e.Country
}

// own reports whether the clause at content has the speaker for its subject.
func (m *Matcher) own(content, speaker int) bool {
	pr := m.s.Predicate(content)
	if pr == nil {
		return false
	}
	for _, role := range [...]doc.ArgRole{doc.Subj, doc.Obj} {
		a, ok := pr.Arg(role)
		if !ok {
			continue
		}
		if a.Origin == doc.Control || a.Tok == speaker {
			return true
		}
		t := &m.s.Tokens[a.Tok]
		if t.UPOS == "PRON" {
			switch t.Lemma {
			case "he", "she", "it", "they", "we", "I", "i":
				return true
			}
			return false
		}
		if c := m.s.Child(a.Tok, "nmod:poss"); c >= 0 && m.s.Tokens[c].UPOS == "PRON" {
			return true // "its forces", "his government"
		}
		if speaker >= 0 && t.Lemma == m.s.Tokens[speaker].Lemma {
			return true
		}
		if speaker >= 0 && m.actsFor(speaker, a.Tok) {
			return true
		}
		// "Turkey's president says Turkey will", "the minister said the government would"
		if speaker >= 0 {
			for c := range m.s.Children(speaker) {
				if m.s.Tokens[c].Lemma == t.Lemma {
					return true
				}
			}
			if m.book.sets.selves[m.ids[a.Tok]] && m.s.Child(a.Tok, "nmod:poss", "amod", "nmod") < 0 && m.s.Tokens[a.Tok].UPOS == "NOUN" {
				return true
			}
		}
		return false
	}
	return true // no subject of its own
}

// form reads auxiliaries and negation of a predicate.
func (m *Matcher) form(tok int) ClauseForm {
	var f ClauseForm
	for c := range m.s.Children(tok) {
		t := &m.s.Tokens[c]
		switch {
		case doc.IsRel(t.Deprel, "aux"):
			switch t.Lemma {
			case "will", "shall", "would", "wo", "'ll", "gonna":
				f.Future = true
			case "must", "should", "ought":
				f.Must = true
			case "may", "might", "could", "can":
				f.Modal = true
			}
		case t.Deprel == "advmod" || t.Deprel == "det" || t.Deprel == "neg":
			switch t.Lemma {
			case "not", "never", "n't", "no", "neither", "nor":
				f.Negated = true
			}
		}
	}
	t := &m.s.Tokens[tok]
	f.Past = t.Feat("Tense", "Past") && !f.Future
	// "is to visit", "plans to visit", "has to stop": the verb above says.
	if t.Deprel == "xcomp" && t.Head >= 0 {
		switch h := &m.s.Tokens[t.Head]; {
		case m.book.sets.plan[m.id(t.Head)], h.Lemma == "go":
			f.Future = true
		case h.Lemma == "have" || h.Lemma == "need":
			f.Must = true
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
	for k := range m.matches {
		sp := &m.matches[k]
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
			m.severally(sp, d)
		}
		if len(sp.Recipient) == 0 && !sp.Reciprocal {
			m.contentRecipient(sp)
		}
	}
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
	own := m.own(sp.Content, speaker)
	if sp.Deed >= 0 {
		d := &m.matches[sp.Deed]
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
	roles := [...]doc.ArgRole{doc.Subj, doc.Obj}
	if own {
		roles = [...]doc.ArgRole{doc.Obj, doc.IObj}
	}
	for _, role := range roles {
		if a, ok := pr.Arg(role); ok && m.kind(a.Tok)&Party != 0 {
			sp.Recipient = m.members(binding{tok: a.Tok, role: role, pred: pr})
			return
		}
	}
}

// drop takes out idioms and nouns that a verb's rule has used, and puts the rest
// in the order of the sentence.
func (m *Matcher) drop() {
	for k := range m.matches {
		for _, t := range m.matches[k].Trigger[1:] {
			if t >= 0 && t < len(m.taken) {
				m.taken[t] = !m.told(k, t)
			}
		}
	}
	moved := m.moved[:0]
	out := 0
	for k := range m.matches {
		mt := &m.matches[k]
		idle := mt.Event == "" || m.taken[mt.Tok] || mt.Rule.Inside && mt.Parent < 0 && !m.form(mt.Tok).Must
		if idle {
			moved = append(moved, -1)
			if mt.Event == "" || mt.Rule.Inside && mt.Parent < 0 && !m.taken[mt.Tok] {
				m.misses = append(m.misses, Miss{mt.Tok, "idiom"})
			}
			continue
		}
		moved = append(moved, out)
		m.matches[out] = *mt
		out++
	}
	m.matches, m.moved = m.matches[:out], moved
	at := func(n int) int {
		if n < 0 || n >= len(moved) {
			return -1
		}
		return moved[n]
	}
	for k := range m.matches {
		m.matches[k].Deed, m.matches[k].Parent = at(m.matches[k].Deed), at(m.matches[k].Parent)
	}
	m.order()
}

// told reports whether the verb at a token, which is one of the words of match
// k, tells a deed besides: what is asked for, promised or refused in an
// infinitive ("urged Juba to [negotiate] with the rebels"), or what marchers
// demand. The deed then stands inside the speech act.
func (m *Matcher) told(k, tok int) bool {
	i := m.index(tok)
	if i < 0 || m.found[i] == 0 {
		return false
	}
	speech, deed := &m.matches[k], &m.matches[m.found[i]-1]
	if speech.Event == "CONCEDE" && deed.Event == "RETREAT" {
		return deed.Tok != speech.Tok // "accepted the resignation of": he resigned
	}
	if m.s.Predicates[i].Kind != doc.Verbal {
		return false
	}
	if deed.Tok == speech.Tok || deed.Event == "" || m.s.Tokens[speech.Tok].UPOS != "VERB" {
		return false
	}
	switch speech.Event {
	case "REQUEST", "AGREE", "THREATEN", "REJECT":
		if deed.Event == speech.Event {
			return false
		}
	case "PROTEST":
		return deed.Event == "REQUEST"
	default:
		return false
	}
	if deed.Parent < 0 {
		deed.Parent = k
		if deed.Status == "" {
			deed.Status = deedStatus(speech)
		}
	}
	if speech.Deed < 0 {
		speech.Deed = int(m.found[i]) - 1
	}
	return true
}

// order sorts matches by predicate; references between them follow.
func (m *Matcher) order() {
	ms := m.matches
	for i := 1; i < len(ms); i++ {
		for j := i; j > 0 && ms[j].Tok < ms[j-1].Tok; j-- {
			ms[j], ms[j-1] = ms[j-1], ms[j]
			for k := range ms {
				ms[k].Deed, ms[k].Parent = swapped(ms[k].Deed, j), swapped(ms[k].Parent, j)
			}
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
