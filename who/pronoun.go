package who

import (
	"fmt"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// pronoun says what a pronoun can stand for.
type pronoun struct {
	person byte // '1', '3'
	plural bool
	gender byte // 'm', 'f', 'n' (a thing, state or body), 0 any
	self   bool // reflexive
}

func pronounOf(lower string) (pronoun, bool) {
	switch lower {
	case "he", "him", "his":
		return pronoun{'3', false, 'm', false}, true
	case "himself":
		return pronoun{'3', false, 'm', true}, true
	case "she", "her", "hers":
		return pronoun{'3', false, 'f', false}, true
	case "herself":
		return pronoun{'3', false, 'f', true}, true
	case "it", "its":
		return pronoun{'3', false, 'n', false}, true
	case "itself":
		return pronoun{'3', false, 'n', true}, true
	case "they", "them", "their", "theirs":
		return pronoun{'3', true, 0, false}, true
	case "themselves":
		return pronoun{'3', true, 0, true}, true
	case "i", "me", "my", "mine", "myself":
		return pronoun{'1', false, 0, false}, true
	case "we", "us", "our", "ours", "ourselves":
		return pronoun{'1', true, 0, false}, true
	case "you", "your", "yours":
		return pronoun{'2', false, 0, false}, true
	}
	return pronoun{}, false
}

// reach is how many sentences back a pronoun may look.
const reach = 3

// pronounLink finds what the third-person pronoun of mention i stands for: the
// compatible mention before it that scores best by nearness, by being a
// subject, by parallel position and by how often its entity was spoken of. The
// weights follow the ranking of Lappin & Leass (1994), simplified.
func (r *Resolver) pronounLink(i int, p pronoun) {
	d := r.d
	m := &d.Mentions[i]
	if p.plural && r.pluralPronoun(i) {
		return
	}
	a := r.phraseHeaded(doc.Ref{Sent: m.Sent, Tok: m.Head})
	host := ""
	if r.addressed(i) { // "denied that Tokyo had invited him": no man of Tokyo's
		host = r.subjectState(i)
	}
	best, bestScore := -1, 0.0
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if d.Sentences[c.Sent].Part != d.Sentences[m.Sent].Part || m.Sent-c.Sent > reach {
			break
		}
		if host != "" && c.Entity >= 0 && d.Entities[c.Entity].Country == host {
			continue
		}
		if r.spots[k].gathering && len(c.Members) > 0 && p.gender == 'n' && !r.bound(m, c, p) {
			// "the summit called on Chad to …; it also …": it is those who meet
		} else if c.Entity < 0 || c.Place && !r.countryOfIts(m, c) || contains(r.barred, c.Entity) || p.plural && c.Reason == modifierReason || !r.agrees(p, c) || r.bound(m, c, p) || r.boundElsewhere(m, c, p) || r.stateless(m, c) || r.none(c) || r.trespasses(m, c) || r.claims(m, c) {
			continue
		}
		if score := r.salience(m, c) + learnt*r.linkScore(a, c); best < 0 || score > bestScore {
			best, bestScore = k, score
		}
	}
	if best < 0 {
		m.Reason = "pronoun without a party before it that agrees"
		return
	}
	if p.gender == 'n' && !p.self && r.thing(m, bestScore) {
		m.Reason = "pronoun of a thing that is no party"
		return
	}
	m.Entity, m.Members, m.Link = d.Mentions[best].Entity, d.Mentions[best].Members, best
	m.Reason = fmt.Sprintf("pronoun: %q is the most salient party before it that agrees", d.Words(d.Mentions[best].Range))
}

// claims reports whether c is who says what the pronoun m denies: "Chad accused Mali of arming
// them, a charge [it] denies".
func (r *Resolver) claims(m, c *doc.Mention) bool {
	if m.Sent != c.Sent {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	v := s.Tokens[m.Head].Head
	if v < 0 || s.Tokens[m.Head].Deprel != "nsubj" || s.Tokens[v].Deprel != "acl:relcl" && !sentential(s, v) || !r.words.has(s.Tokens[v].Lemma, useDeny) || !doc.IsRel(s.Tokens[c.Head].Deprel, "nsubj") {
		return false
	}
	says := -1 // the outermost verb above that has a subject
	for up, n := s.Tokens[v].Head, 0; up >= 0 && n < 8; up, n = s.Tokens[up].Head, n+1 {
		if s.Child(up, "nsubj") >= 0 {
			says = up
		}
	}
	return says >= 0 && says == s.Tokens[c.Head].Head && s.Child(says, "ccomp", "obj", "xcomp") >= 0
}

// sentential reports whether a clause is one of "which" that takes up the clause before.
func sentential(s *doc.Sentence, v int) bool {
	x := s.Child(v, "obj")
	return s.Tokens[v].Deprel == "parataxis" && x >= 0 && s.Tokens[x].Form == "which"
}

// none reports whether a mention says that there is nobody: "no messenger".
func (r *Resolver) none(c *doc.Mention) bool {
	return c.Kind == doc.Nominal && strings.EqualFold(r.d.Sentences[c.Sent].Tokens[c.First].Form, "no")
}

// controls reports whether c, no subject by the tree, does what the verb says of which the
// object is m's: "persuaded the rebel to recall his men"; or what a relative clause tells
// of it: "the kingdom, which buys oil from its neighbour".
func (r *Resolver) controls(m, c *doc.Mention) bool {
	if m.Sent != c.Sent {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	if s.Tokens[m.Head].Deprel != "nmod:poss" {
		return false
	}
	noun := s.Tokens[m.Head].Head
	for n := 0; n < 3 && noun >= 0 && s.Tokens[noun].Deprel == "nmod:poss"; n++ { // "in its neighbour's capital"
		noun = s.Tokens[noun].Head
	}
	if noun < 0 || s.Tokens[noun].Head < 0 {
		return false
	}
	obj := s.Tokens[noun].Deprel == "obj" || doc.IsRel(s.Tokens[noun].Deprel, "obl") && lower(s.Tokens[m.Head].Form) == "its"
	verb := s.Tokens[noun].Head
	for n := 0; n < 3 && (s.Tokens[verb].UPOS == "NOUN" || s.Tokens[verb].UPOS == "ADJ") && s.Tokens[verb].Head >= 0 && doc.IsRel(s.Tokens[noun].Deprel, "nmod"); n++ {
		noun, verb = verb, s.Tokens[verb].Head // "buys most of its oil"
	}
	relative := s.Tokens[verb].Deprel == "acl:relcl" && s.Tokens[verb].Head == c.Head
	if whose := s.Child(noun, "nmod:poss"); s.Tokens[verb].Deprel == "acl:relcl" && whose >= 0 && s.Tokens[whose].XPOS == "WP$" && (c.End == whose || c.End == whose-1 && s.Tokens[c.End].UPOS == "PUNCT") {
		return true // "Oslo, whose row with its neighbour drags on", hung from whatever noun
	}
	if !relative && (!obj || doc.IsRel(s.Tokens[c.Head].Deprel, "nsubj")) {
		return false
	}
	p := s.Predicate(verb)
	if p == nil || p.Kind != doc.Verbal {
		return false
	}
	return subjectIs(p, c)
}

// noteTo reports whether c is to whom something is sent or said, and m whom a participle
// behind it addresses: "sent a note to the ministry, urging it to".
func (r *Resolver) noteTo(m, c *doc.Mention) bool {
	if m.Sent != c.Sent || c.Head > m.Head {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	part := s.Tokens[m.Head].Head
	if s.Tokens[m.Head].Deprel != "obj" || part < 0 || s.Tokens[part].XPOS != "VBG" || !doc.IsRel(s.Tokens[part].Deprel, "advcl") || !r.words.has(s.Tokens[part].Lemma, useAddress) {
		return false
	}
	t := &s.Tokens[c.Head]
	return t.Head == s.Tokens[part].Head && (t.Deprel == "iobj" || doc.IsRel(t.Deprel, "obl") && lower(prepositionOf(s, c.Head)) == "to")
}

// stateless reports whether m is whose a government, an army or a country is, and c one
// who has none: an officer of an international body.
func (r *Resolver) stateless(m, c *doc.Mention) bool {
	t := &r.d.Sentences[m.Sent].Tokens[m.Head]
	if t.Deprel != "nmod:poss" || t.Head < 0 {
		return false
	}
	e := &r.d.Entities[c.Entity]
	if e.Kind != nuncio.KindPerson {
		return false
	}
	if _, state := r.cat.State(e.Country); state && e.Sector != "IGO" && e.Sector != "NGO" {
		return false
	}
	noun := lower(r.d.Sentences[m.Sent].Tokens[t.Head].Lemma)
	return r.words.has(noun, useOwn) && (e.Sector == "IGO" || e.Sector == "NGO" || noun == "government" && e.Country == "")
}

// thing reports whether "it", as the object of a verb, stands for a thing that is no
// party and scores better than the best party: "hailed the accord … denounced it".
func (r *Resolver) thing(m *doc.Mention, score float64) bool {
	d := r.d
	verb := d.Sentences[m.Sent].Tokens[m.Head].Head
	if deprelOf(d, m) != "obj" || verb < 0 || d.Sentences[m.Sent].Child(verb, "xcomp", "ccomp") >= 0 {
		return false // "asked it to leave": one who can be asked
	}
	for sent := m.Sent; sent >= 0 && sent >= m.Sent-1; sent-- {
		s := &d.Sentences[sent]
		if s.Part != d.Sentences[m.Sent].Part {
			break
		}
		for i := range s.Tokens {
			t := &s.Tokens[i]
			if sent == m.Sent && i >= m.First {
				break
			}
			if t.UPOS != "NOUN" || t.XPOS != "NN" || t.Deprel != "obj" && !doc.IsRel(t.Deprel, "nsubj") {
				continue
			}
			if k := r.cover.At(doc.Ref{Sent: sent, Tok: i}); k >= 0 && d.Mentions[k].Head == i {
				continue
			}
			c := doc.Mention{Range: doc.Range{Sent: sent, First: i, End: i + 1}, Head: i, Kind: doc.Nominal}
			if r.salience(m, &c) > score {
				return true
			}
		}
	}
	return false
}

// learnt is how much the weights of links count beside salience.
const learnt = 0.3

// salience scores a candidate antecedent; higher is better.
func (r *Resolver) salience(m, c *doc.Mention) float64 {
	d := r.d
	score := -1.1 * float64(m.Sent-c.Sent)
	rel := deprelOf(d, c)
	switch {
	case strings.HasPrefix(rel, "nsubj"), c.Entity >= 0 && d.Entities[c.Entity].Plural && r.agent(c):
		score += 1.0
	case rel == "obj", rel == "iobj":
		score += 0.4
	case rel == "nmod:poss":
		score += 0.2
	}
	switch p := lower(prepositionOf(&d.Sentences[m.Sent], m.Head)); {
	case sameRole(rel, deprelOf(d, m)):
		score += 0.3
	case (p == "with" || p == "against") && m.Sent == c.Sent && lower(prepositionOf(&d.Sentences[c.Sent], c.Head)) == p:
		score += 0.7 // "refused talks with Chad; Niger made peace with it"
	}
	switch c.Kind {
	case doc.Named:
		score += 0.4
	case doc.Pronoun:
		score += 0.3
	}
	if r.tellsOf(m, c) {
		score += 0.4
	}
	if m.Sent != c.Sent && r.leads(m) && r.leads(c) {
		score += leading
	}
	if r.controls(m, c) {
		score += 1.3
	}
	if r.caught(m, c) {
		score += 4
	}
	if r.addressee(m, c) {
		score += 2
	}
	if r.harms(m, c) {
		score--
	}
	if c.Place {
		score += 0.7 // where one goes, let in for "its people" alone
	}
	if r.noteTo(m, c) {
		score += 1.5
	}
	if c.Reason == modifierReason && r.ofBody(c) {
		score -= 0.7 // "Renamo, the Mozambican movement": it is the movement
	}
	if m.Sent == c.Sent {
		score -= 0.01 * float64(m.First-c.First)
	} else {
		score -= 0.005 * float64(len(d.Sentences[c.Sent].Tokens)-c.First)
	}
	return score
}

// leading is what speaks for the subject of a main clause where the pronoun is one too:
// "The ministers noted that rebels had seized the port. They condemned it."
const leading = 0.5

// leads reports whether a mention is the subject of its sentence's main clause, or of one
// coordinated with it.
func (r *Resolver) leads(m *doc.Mention) bool {
	s := &r.d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if t.Head < 0 || !doc.IsRel(t.Deprel, "nsubj") {
		return false
	}
	v := t.Head
	for n := 0; n < 4 && s.Tokens[v].Deprel == "conj" && s.Tokens[v].Head >= 0; n++ {
		v = s.Tokens[v].Head
	}
	return s.Tokens[v].Head < 0
}

// agent reports whether a mention is who does what a passive tells: "set by six states".
func (r *Resolver) agent(c *doc.Mention) bool {
	s := &r.d.Sentences[c.Sent]
	t := &s.Tokens[c.Head]
	if t.Head < 0 || !doc.IsRel(t.Deprel, "obl") || lower(prepositionOf(s, c.Head)) != "by" {
		return false
	}
	p := s.Predicate(t.Head)
	if p == nil || p.Kind != doc.Verbal {
		return false
	}
	a, ok := p.Arg(doc.Subj)
	return ok && a.Tok == c.Head
}

// ofBody reports whether a demonym describes a body that has an entity of its own.
func (r *Resolver) ofBody(c *doc.Mention) bool {
	h := r.d.Sentences[c.Sent].Tokens[c.Head].Head
	if h < 0 {
		return false
	}
	x := r.cover.Headed(doc.Ref{Sent: c.Sent, Tok: h})
	if x < 0 || r.d.Mentions[x].Entity < 0 {
		return false
	}
	e := &r.d.Entities[r.d.Mentions[x].Entity]
	return e.Kind == nuncio.KindOrganization || e.Kind == nuncio.KindGroup
}

func sameRole(a, b string) bool {
	subj := func(s string) bool { return strings.HasPrefix(s, "nsubj") }
	return subj(a) && subj(b) || a == b && a == "obj"
}

func deprelOf(d *doc.Document, m *doc.Mention) string {
	return d.Sentences[m.Sent].Tokens[m.Head].Deprel
}

// agrees reports whether a pronoun may stand for a mention's entity.
func (r *Resolver) agrees(p pronoun, c *doc.Mention) bool {
	e := &r.d.Entities[c.Entity]
	if len(c.Members) > 0 || e.Plural {
		return p.plural
	}
	switch e.Kind {
	case nuncio.KindPerson:
		if p.plural || p.gender == 'n' {
			return false
		}
		return e.Gender == 0 || p.gender == 0 || e.Gender == p.gender
	case nuncio.KindGroup:
		if k := r.partyOf(c.Entity); k >= 0 && r.parties[k].post.Sector == "COP" && r.parties[k].post.Phrase == "police" {
			return p.plural // police is plural
		}
		return p.plural || p.gender == 'n' && !e.Plural
	case nuncio.KindState:
		return p.gender == 'n' || p.plural
	case nuncio.KindOrganization, nuncio.KindOutlet:
		return p.gender == 'n' || p.plural
	}
	return false
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
