package voice

import (
	"strings"

	"nuncio/doc"
)

// verb adds a candidate when token v is a cue with content in its own sentence,
// or one that may take a quotation.
func (w *work) verb(si, v int) {
	s := &w.d.Sentences[si]
	t := &s.Tokens[v]
	if t.UPOS == "AUX" && (doc.IsRel(t.Deprel, "aux") || t.Deprel == "cop") {
		return
	}
	c := w.verbCue(s, v)
	if c == nil {
		if c = w.anyWithThat(s, v); c == nil {
			return
		}
	}
	cand := candidate{at: doc.Ref{Sent: si, Tok: v}, head: -1, also: -1, inside: -1, speech: c.say}
	prepTok := -1
	if w.inGap(s, v) {
		return
	}
	cand.class, cand.content, prepTok, cand.weak, cand.reason = w.verbContent(si, v, c)
	if f := c.frame(fClause); cand.class == Say && (cand.reason == "object" || cand.reason == "passive object") && (f == nil || f.class != Say) {
		cand.class = Judge // "conveyed greetings", "discussed the raid": nobody's word for a fact
	}
	if len(cand.content) == 0 && !c.say {
		return
	}
	w.endRemark(&cand)
	issuing := -1
	if w.wasAsked(s, v) {
		if len(cand.content) > 0 {
			cand.reason, cand.weak = "asked", false
		}
	} else if issuing = w.issues(s, v); issuing >= 0 {
		w.source(&cand)
		if h := w.sourceHead(s, issuing); h >= 0 {
			cand.head, cand.source = h, w.nounPhrase(si, h, issuing)
		}
	} else if speaker := w.goesOn(si, v); speaker >= 0 {
		w.sameSpeaker(&cand, speaker)
	} else if cand.reason != "seeming" {
		w.source(&cand)
	}
	if cand.source.IsZero() && cand.speech && w.canSpeak(s, v) {
		w.surfaceSource(&cand)
		if w.holds(cand.content, doc.Ref{Sent: si, Tok: cand.head}) {
			cand.content = nil // the object was the speaker
		}
	}
	cand.cue = w.verbGroup(si, v, prepTok, cand.source)
	if grown := w.whole(cand.source, cand.head, cand.cue); grown != cand.source {
		cand.source = grown
		cand.cue = w.verbGroup(si, v, prepTok, cand.source)
	}
	if issuing >= 0 {
		cand.cue.First = w.verbGroup(si, issuing, -1, cand.source).First
	}
	if w.faint(s, v, &cand) {
		return
	}
	if f := c.frame(fClause); f != nil && (f.class == Say || f.class == Think) {
		w.aside(&cand)
		w.answers(&cand)
		w.final(&cand)
		w.lastClause(&cand)
		w.endRelative(&cand)
	}
	w.freeSource(&cand)
	if f := c.frame(fClause); f != nil && len(cand.content) == 0 && f.class == Say {
		w.surfaceContent(&cand)
		w.endRelative(&cand)
	}
	if cand.class == Say && cand.reason != "clause" && w.turnsDown(s, v, &cand) {
		cand.reason = "turned down"
	}
	if cand.class == Say && len(cand.content) > 0 && w.t.keepsSilent(s, v) {
		cand.reason = "unsaid"
	}
	if cand.source.IsZero() && !w.mayLackSource(s, v, &cand) {
		return
	}
	w.add(cand)
}

// issues is the verb that issues the message whose words participle v brings: "released a
// statement condemning", "sent a letter to the council urging"; -1 for none.
func (w *work) issues(s *doc.Sentence, v int) int {
	t := &s.Tokens[v]
	if t.XPOS != "VBG" || t.Head < 0 || t.Head >= v || !doc.IsRel(t.Deprel, "acl") && !doc.IsRel(t.Deprel, "advcl") && t.Deprel != "xcomp" || s.Child(v, "mark", "aux", "nsubj") >= 0 {
		return -1
	}
	m, r := t.Head, s.Tokens[t.Head].Head
	if s.Tokens[m].UPOS == "VERB" {
		m, r = s.Child(m, "obj"), m
	}
	if m < 0 || m >= v || r < 0 || r >= m || s.Tokens[m].Deprel != "obj" || !w.t.words["issued"][w.low(s.Tokens[m].Lemma)] || !w.t.words["issuing"][w.low(s.Tokens[r].Lemma)] {
		return -1
	}
	for i := m; i < v; i++ {
		if s.Tokens[i].UPOS == "PUNCT" {
			return -1
		}
	}
	return r
}

// faint reports an attitude that is hardly told as one: the aim of another act ("came to
// support him"), what readers are told of themselves ("if you like tea"), what nobody is named for.
func (w *work) faint(s *doc.Sentence, v int, c *candidate) bool {
	if c.class == Intend || !c.weak && (c.class != Think || c.reason != "clause") {
		return false
	}
	t, first := &s.Tokens[v], c.cue.First
	if s.Tokens[first].UPOS == "PART" && w.low(s.Tokens[first].Form) == "to" {
		return true
	}
	if !c.weak || c.class != Judge && c.class != Think {
		return false
	}
	if t.Deprel == "xcomp" && first > t.Head {
		return true
	}
	if c.source.IsZero() {
		return c.reason != "passive object" || t.Deprel != "root"
	}
	if c.source.End-c.source.First == 1 && c.class == Think {
		switch w.low(s.Tokens[c.source.First].Form) {
		case "you":
			return true
		case "i", "we":
			return w.inQuote(c.at) < 0
		}
	}
	return c.class == Judge && doc.IsRel(t.Deprel, "acl") && !doc.IsRel(t.Deprel, "acl:relcl") && !w.t.words["issued"][w.low(s.Tokens[max(t.Head, 0)].Lemma)]
}

// verbCue looks the verb up, with its particle first. A guessed lemma may have
// an e too many ("blaste") or too few ("rebuk").
func (w *work) verbCue(s *doc.Sentence, v int) *verbCue {
	lemma := w.low(s.Tokens[v].Lemma)
	if n := len(lemma) - 1; n > 1 && w.t.verbs[lemma] == nil {
		if lemma[n] == 'e' && w.t.verbs[lemma[:n]] != nil {
			lemma = lemma[:n]
		} else if c := w.t.cut[lemma]; c != "" {
			lemma = c
		}
	}
	if c := s.Child(v, "compound:prt"); c >= 0 {
		particle := lemma + "_" + w.low(s.Tokens[c].Form)
		if x := w.t.verbs[particle]; x != nil {
			return x
		}
		if x := w.t.deeds[particle]; x != nil {
			return x
		}
	}
	if c := s.Child(v, "xcomp", "obj"); c == v+1 {
		if x := w.t.verbs[lemma+"_"+w.low(s.Tokens[c].Form)]; x != nil {
			return x
		}
	}
	if x := w.t.verbs[lemma]; x != nil {
		return x
	}
	return w.t.deeds[lemma]
}

// anyWithThat takes a verb that no table knows for a cue when somebody is its
// subject and a that-clause its complement.
func (w *work) anyWithThat(s *doc.Sentence, v int) *verbCue {
	comp := s.Child(v, "ccomp")
	if comp < v || s.Tokens[v].UPOS != "VERB" || w.t.words["not-cue"][w.low(s.Tokens[v].Lemma)] {
		return nil
	}
	if m := s.Child(comp, "mark"); m < 0 || w.low(s.Tokens[m].Form) != "that" {
		return nil
	}
	return &w.t.unknown
}

// mayLackSource holds for passives ("is said to", "asked whether") and for
// participles and infinitives whose subject the text leaves open.
func (w *work) mayLackSource(s *doc.Sentence, v int, c *candidate) bool {
	if passive(s, v) || c.reason == "asked" || c.reason == "passive" || c.reason == "passive object" || c.reason == "seeming" {
		return true
	}
	if c.class == Say && c.speech && c.reason == "clause" && s.Child(v, "nsubj") < 0 {
		return true
	}
	if len(c.content) == 0 || c.weak || finite(&s.Tokens[v]) || c.class == Intend {
		return false
	}
	return c.reason == "clause" || c.reason == "object and predicate" || c.reason == "object and infinitive"
}

func passive(s *doc.Sentence, v int) bool {
	if p := s.Predicate(v); p != nil {
		return p.Passive
	}
	return s.Child(v, "nsubj:pass", "csubj:pass", "aux:pass") >= 0
}

// verbContent reads the content off the tree: the class of the frame that fits,
// the ranges, and the preposition that the cue takes with it (-1 for none).
func (w *work) verbContent(si, v int, c *verbCue) (class string, content []doc.Range, prepTok int, weak bool, reason string) {
	s := &w.d.Sentences[si]
	prepTok = -1
	pass := passive(s, v)
	obj := s.Child(v, "obj")
	comp := s.Child(v, "ccomp")
	if comp >= 0 && comp < v {
		for c := range s.Children(v) {
			if c > v && s.Tokens[c].Deprel == "ccomp" && s.Tokens[comp].UPOS == "VERB" {
				comp = c // "Asked whether …, he said the road was open"
				break
			}
		}
	}
	if comp < 0 {
		comp = s.Child(v, "csubj")
	}
	if comp < 0 {
		comp = w.clauseAtMedium(s, v)
	}
	xcomp := s.Child(v, "xcomp")

	if f := c.frame(fClause); f != nil && comp >= 0 && !w.isIng(s, comp) {
		reason = "clause"
		if f.class == Think && w.open(s, comp) {
			reason = "question" // "is considering whether": nobody's word
		}
		if pass && w.reminds(s, v) {
			reason = "reminder"
		}
		return f.class, w.clauseContent(si, v, comp), -1, false, reason
	}
	if f := c.frame(fClause); f != nil && f.class == Think && comp < 0 && xcomp >= 0 && w.open(s, xcomp) {
		return f.class, w.clauseContent(si, v, xcomp), -1, false, "question" // "whether to leave"
	}
	if f := c.frame(fClause); f != nil && w.parenthetical(s, v) && obj < 0 && xcomp < 0 && !(f.class == Think && w.spokenTo(s, v)) {
		return f.class, w.around(si, v), -1, false, "parenthetical"
	}
	if pass && xcomp >= 0 {
		if f := c.frame(fPassiveInf); f != nil {
			return f.class, w.subjectAnd(si, v, xcomp), -1, false, "passive"
		}
		if w.isIng(s, xcomp) || s.Child(xcomp, "mark") < 0 {
			// "was quoted as saying", "is called X": the inner verb has the content
			if f := c.frame(fObjPred); f != nil {
				return f.class, w.subjectAnd(si, v, xcomp), -1, false, "passive"
			}
		}
		if f := c.frame(fObjInf); f != nil && f.prep == "" {
			return f.class, w.subjectAnd(si, v, xcomp), -1, false, "passive"
		}
	}
	if f := c.frame(fSeemInf); f != nil && xcomp >= 0 && !pass && obj < 0 {
		return f.class, w.subjectAnd(si, v, xcomp), -1, false, "seeming"
	}
	if xcomp >= 0 && obj < 0 && s.Child(xcomp, "mark") >= 0 && !pass {
		if f := c.frame(fInf); f != nil {
			return f.class, w.clauseContent(si, v, xcomp), -1, false, "infinitive"
		}
	}
	if f := w.objInfFrame(c, s, v); f != nil && !pass {
		if r, p := w.objInf(si, v, f); len(r) > 0 {
			return f.class, r, p, false, "object and infinitive"
		}
	}
	if f := c.frame(fObjPred); f != nil && obj < 0 && xcomp >= 0 && !pass {
		if i := s.Child(v, "iobj"); i >= 0 && s.Child(xcomp, "mark") < 0 {
			return f.class, w.two(si, i, xcomp), -1, false, "object and predicate"
		}
	}
	if f := c.frame(fObjPred); f != nil && obj >= 0 {
		if x := predicate(s, v, obj, xcomp); x >= 0 && !w.t.words["time"][w.low(s.Tokens[x].Lemma)] {
			return f.class, w.two(si, obj, x), -1, false, "object and predicate"
		}
	}
	if f, o := w.objPrep(c, s, v); f != nil {
		if pass {
			if sub := s.Child(v, "nsubj:pass", "nsubj"); sub >= 0 {
				mark := s.Child(o, "case", "mark") // the cue's: "is accused of"
				return f.class, w.dropLeading(w.two(si, sub, o), mark), mark, false, "passive"
			}
		} else if obj >= 0 {
			return f.class, w.two(si, obj, o), -1, false, "object and " + f.prep
		}
	} else if f := w.objWithin(c, s, obj); f != nil && !pass {
		return f.class, w.subtree(si, obj), -1, false, "object and " + f.prep
	}
	if f := c.frame(fIng); f != nil {
		for _, x := range [...]int{xcomp, comp, s.Child(v, "advcl")} {
			if x > v && w.isIng(s, x) && obj < 0 {
				return f.class, w.subtree(si, x), -1, false, "gerund"
			}
		}
	}
	if f, o, mark := w.prepContent(c, s, v); f != nil {
		r := w.subtree(si, o)
		return f.class, w.dropLeading(r, mark), mark, true, "preposition " + f.prep
	}
	if f := c.frame(fNoun); f != nil && !w.otherParticle(s, v) {
		if pass {
			if sub := s.Child(v, "nsubj:pass"); sub >= 0 && f.set != "words" && w.fits(si, f, sub) {
				return f.class, w.subtree(si, sub), -1, true, "passive object"
			}
		} else if obj >= 0 && w.fits(si, f, obj) && !(c.addressee && w.isPerson(s, obj)) {
			return f.class, w.objectContent(si, v, obj), -1, true, "object"
		}
	}
	if f := c.frame(fClause); f != nil && xcomp > v && obj < 0 && !pass && f.class == Say {
		// "announced to …": an infinitive where the table has clauses only
		if s.Child(xcomp, "mark") < 0 {
			return f.class, w.subtree(si, xcomp), -1, true, "complement"
		}
	}
	class = Say
	if f := c.frame(fClause); f != nil {
		class = f.class
	}
	return class, nil, -1, true, ""
}

// reminds reports words by which whoever writes puts his readers in mind of something: "it
// will be recalled that", "it should be noted that". They are nobody else's.
func (w *work) reminds(s *doc.Sentence, v int) bool {
	it := s.Child(v, "nsubj:pass", "nsubj", "expl")
	if it < 0 || w.low(s.Tokens[it].Form) != "it" || s.Child(v, "obl:agent") >= 0 || oblWith(s, v, "by") >= 0 {
		return false
	}
	for c := range s.Children(v) {
		if s.Tokens[c].XPOS == "MD" {
			return true
		}
	}
	return false
}

// spokenTo reports "you know", which speakers throw in and nobody thinks.
func (w *work) spokenTo(s *doc.Sentence, v int) bool {
	sub := s.Child(v, "nsubj")
	return sub >= 0 && w.low(s.Tokens[sub].Form) == "you"
}

// open reports whether a clause asks: "whether it leaves", "whether to leave".
func (w *work) open(s *doc.Sentence, clause int) bool {
	m := s.Child(clause, "mark")
	return m >= 0 && (w.low(s.Tokens[m].Form) == "whether" || w.low(s.Tokens[m].Form) == "if")
}

// otherParticle reports a particle that makes another verb of the one in the table:
// "called off the talks" calls them nothing.
func (w *work) otherParticle(s *doc.Sentence, v int) bool {
	c := s.Child(v, "compound:prt")
	if c < 0 {
		return false
	}
	particle := w.low(s.Tokens[v].Lemma) + "_" + w.low(s.Tokens[c].Form)
	return w.t.verbs[particle] == nil && w.t.deeds[particle] == nil
}

func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}
