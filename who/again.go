package who

import (
	"fmt"
	"strconv"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// kinReach is how many sentences back a definite noun looks for a party that was
// spoken of in other words.
const kinReach = 4

// again links a definite noun to the party of kindred words last spoken of: "the
// attackers" after "gunmen", "the guerrillas" after a group's name, "the men" after
// "six observers". It leaves to others what was spoken of in the same words.
func (r *Resolver) again(i int, country string, plural bool) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	s := &d.Sentences[m.Sent]
	if s.Part == doc.Title || sp.post == nil || !r.definite(s, m) || described(s, m) || s.Child(m.Head, "appos") >= 0 {
		return false
	}
	own, count := s.Child(m.Head, "nmod:poss") >= 0, r.countBeside(s, m.Head)
	kin := r.kinOf(sp.post.Phrase)
	if kin&(r.words.taken|r.words.taker) != 0 && r.seized(i, kin, own) {
		return true
	}
	if kin == 0 || own || s.Child(m.Head, "amod", "compound") >= 0 && kin&r.words.anyone != 0 {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if m.Sent-c.Sent > kinReach || d.Sentences[c.Sent].Part != s.Part {
			return false
		}
		if c.Entity < 0 || c.Kind == doc.Pronoun || c.Place || c.Reason == modifierReason || country != "" && d.Entities[c.Entity].Country != "" && country != d.Entities[c.Entity].Country {
			continue
		}
		if kin&r.words.kin["rebel"] != 0 && ofGovernment(&d.Sentences[c.Sent], c) {
			continue
		}
		if r.bound(m, c, pronoun{plural: plural}) || !r.kindred(k, kin, sp.post.Phrase, plural) {
			continue
		}
		p := r.partyOf(c.Entity)
		if count > 0 && (p < 0 || r.parties[p].count != count) {
			continue
		}
		if p >= 0 {
			if r.parties[p].post.Phrase == sp.post.Phrase {
				return false
			}
			r.parties[p].last = i
		}
		m.Entity, m.Link, m.Reason = c.Entity, k, fmt.Sprintf("those spoken of before: %q", d.Words(c.Range))
		return true
	}
	return false
}

// ofGovernment reports whether armed men are said to be the government's: no rebels.
func ofGovernment(s *doc.Sentence, c *doc.Mention) bool {
	for k := c.First; k < c.End; k++ {
		switch lower(s.Tokens[k].Form) {
		case "government", "pro-government", "loyalist", "state-backed", "government-backed":
			return true
		}
	}
	return false
}

// kindred reports whether the party of mention k may be spoken of by a noun of
// these kin.
func (r *Resolver) kindred(k int, kin uint64, phrase string, plural bool) bool {
	c := &r.d.Mentions[k]
	e := &r.d.Entities[c.Entity]
	if c.Kind == doc.Named {
		if e.Kind != nuncio.KindOrganization && e.Kind != nuncio.KindGroup || !plural {
			return false
		}
		switch e.Sector {
		case "REB":
			return kin&r.words.kin["rebel"] != 0
		case "COP":
			return kin&r.words.kin["policeman"] != 0
		case "MIL":
			return kin&r.words.kin["soldier"] != 0
		}
		return false
	}
	p := r.partyOf(c.Entity)
	if p < 0 {
		return false
	}
	post := r.parties[p].post
	if kin&r.words.anyone != 0 {
		return plural && e.Plural && post.Kind == "person" && (post.Sector != "JRN" || r.kinOf(post.Phrase) == 0) && post.Phrase != "members"
	}
	if body := post.Kind == "group" || r.isBody(phrase); e.Plural != plural && e.Kind == nuncio.KindPerson != !plural && !body {
		return false // "the junta" may be "the rulers"
	}
	other := r.kinOf(post.Phrase)
	return other&kin != 0 || strings.HasSuffix(post.Phrase, " "+phrase)
}

// isBody reports whether a noun in the singular speaks of several people as one.
func (r *Resolver) isBody(phrase string) bool {
	n, ok := r.words.noun(lower(phrase), false)
	return ok && n.sort == sortGroup
}

// kinOf are the kin of a noun of one or more words, in the singular or plural: of the
// whole, else of its last word.
func (r *Resolver) kinOf(phrase string) uint64 {
	phrase = lower(phrase)
	for range 2 {
		for _, w := range [...]string{phrase, singular(phrase), manOf(phrase)} {
			if kin, ok := r.words.kin[w]; ok {
				return kin
			}
		}
		at := strings.LastIndexByte(phrase, ' ')
		if at < 0 {
			break
		}
		phrase = phrase[at+1:]
	}
	return 0
}

// manOf is "gunman" of "gunmen".
func manOf(phrase string) string {
	if stem, ok := strings.CutSuffix(phrase, "men"); ok {
		return stem + "man"
	}
	return phrase
}

// partyOf is the party without a name that an entity is, -1 for none.
func (r *Resolver) partyOf(entity int) int {
	for k := len(r.parties) - 1; k >= 0; k-- {
		if r.parties[k].entity == entity {
			return k
		}
	}
	return -1
}

// seized links "the captives" and "their captors" to those whom a verb of seizing
// before told of. What is said to be somebody's is so by a pronoun for the others.
func (r *Resolver) seized(i int, kin uint64, own bool) bool {
	d := r.d
	m := &d.Mentions[i]
	role := doc.Obj
	if kin&r.words.taker != 0 {
		role = doc.Subj
	}
	for n := m.Sent; n >= 0 && m.Sent-n <= kinReach && d.Sentences[n].Part == d.Sentences[m.Sent].Part; n-- {
		s := &d.Sentences[n]
		for k := len(s.Predicates) - 1; k >= 0; k-- {
			p := &s.Predicates[k]
			if p.Kind != doc.Verbal || n == m.Sent && p.Tok >= m.First || !r.words.has(s.Tokens[p.Tok].Lemma, useSeize) {
				continue
			}
			a, ok := p.Arg(role)
			if !ok {
				continue
			}
			c := r.cover.At(doc.Ref{Sent: n, Tok: r.ofWhom(s, a.Tok)})
			if c < 0 || c == i || !r.livingObject(n, p) {
				continue
			}
			if d.Mentions[c].Entity < 0 && c < i && d.Mentions[c].Reason == "" {
				r.refer(c)
			}
			if e := d.Mentions[c].Entity; e >= 0 && !d.Mentions[c].Place && (r.livings(e) || role == doc.Subj && d.Entities[e].Kind == nuncio.KindState) {
				m.Entity, m.Link, m.Reason = e, c, fmt.Sprintf("those spoken of with %q before", s.Tokens[p.Tok].Form)
				return true
			}
		}
	}
	return false
}

// ofWhom is those of whom a number or portion is taken: "detained nine of them"; else
// the token itself.
func (r *Resolver) ofWhom(s *doc.Sentence, i int) int {
	if s.Tokens[i].UPOS == "NUM" || r.words.has(s.Tokens[i].Lemma, usePortion) {
		if c := s.Child(i, "nmod"); c > i {
			return c
		}
	}
	return i
}

// livingObject reports whether what a verb is done to is made of people.
func (r *Resolver) livingObject(sent int, p *doc.Predicate) bool {
	a, ok := p.Arg(doc.Obj)
	if !ok {
		return false
	}
	c := r.cover.At(doc.Ref{Sent: sent, Tok: r.ofWhom(&r.d.Sentences[sent], a.Tok)})
	if c < 0 || r.d.Mentions[c].Place {
		return false
	}
	if e := r.d.Mentions[c].Entity; e >= 0 {
		return r.livings(e)
	}
	post := r.spots[c].post
	return post != nil && post.Kind == "person" || r.d.Mentions[c].Kind == doc.Pronoun
}

// livings reports whether an entity is made of people: one can seize it, and it can seize.
func (r *Resolver) livings(entity int) bool {
	switch e := &r.d.Entities[entity]; e.Kind {
	case nuncio.KindPerson:
		return true
	case nuncio.KindGroup:
		p := r.partyOf(entity)
		return p < 0 || r.parties[p].post.Kind == "person" || r.stateOwned(r.parties[p].first)
	case nuncio.KindOrganization:
		return e.Sector == "REB" || e.Sector == "MIL" || e.Sector == "COP" || e.Sector == "CRM"
	}
	return false
}

// countedReach is how many sentences back "the six" may look for six observers.
const countedReach = 3

// counted links "the six", "the pair" and "the two men" to a party that was said to
// be of so many, unless people of a name stand nearer.
func (r *Resolver) counted(i, n int, kind collective) bool {
	d := r.d
	m := &d.Mentions[i]
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if m.Sent-c.Sent > countedReach || d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part {
			return false
		}
		if post := r.spots[k].post; c.Entity < 0 && c.Kind == doc.Nominal && post != nil && c.Reason == "" && r.countBeside(&d.Sentences[c.Sent], c.Head) == n {
			r.refer(k) // it has not had its turn
		}
		if c.Entity < 0 || c.Kind == doc.Pronoun {
			continue
		}
		if c.Kind == doc.Named && n == 2 && d.Entities[c.Entity].Kind == nuncio.KindPerson {
			return false
		}
		p := r.partyOf(c.Entity)
		if p < 0 || r.parties[p].count != n || r.parties[p].post.Kind != "person" && kind == personPair || r.bound(m, c, pronoun{plural: true}) {
			continue
		}
		m.Entity, m.Link, m.Reason = c.Entity, k, fmt.Sprintf("so many were spoken of before: %q", d.Words(c.Range))
		r.parties[p].last = i
		return true
	}
	return false
}

// countBeside is the number that a noun is counted by, 0 for none.
func (r *Resolver) countBeside(s *doc.Sentence, head int) int {
	c := s.Child(head, "nummod")
	if h := s.Tokens[head].Head; c < 0 && h >= 0 && s.Tokens[h].UPOS == "NUM" && s.Tokens[head].Deprel == "nmod" {
		c = h // "two of its members"
	}
	if c < 0 {
		return 0
	}
	word := lower(s.Tokens[c].Form)
	if word == "two" {
		return 2
	}
	if n := r.words.numbers[word]; n > 0 {
		return n
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		return 0
	}
	return n
}
