package voice

import (
	"nuncio"
	"nuncio/doc"
)

// noun adds a candidate when a noun brings somebody's words: "the claim that …",
// "Oslo's refusal to …".
func (w *work) noun(si, n int) {
	s := &w.d.Sentences[si]
	t := &s.Tokens[n]
	c := w.t.nouns[w.low(t.Lemma)]
	if c == nil {
		return
	}
	if h := t.Head; h >= 0 && doc.IsRel(t.Deprel, "obl") && !hasPrep(s, n, "on") && w.t.words["message"][w.low(t.Lemma)] {
		if v := w.t.verbs[w.low(s.Tokens[h].Lemma)]; v != nil && v.say {
			return // "said in a statement that": the verb's words
		}
	}
	cand := candidate{at: doc.Ref{Sent: si, Tok: n}, head: -1, also: -1, inside: -1}
	prep, inf := -1, false
	for i := range c.frames {
		f := &c.frames[i]
		if x, p := w.nounContent(s, n, f); x >= 0 {
			cand.content = w.dropLeading(w.subtree(si, x), p)
			cand.class, cand.reason, prep, inf = f.class, "noun", p, f.kind == fInf
			break
		}
	}
	if len(cand.content) == 0 {
		return
	}
	w.endSubject(s, n, &cand)
	w.endRemark(&cand)
	v, own := w.lightVerb(s, n), s.Child(n, "nmod:poss")
	switch by, of := oblWith(s, n, "by"), oblWith(s, n, "of"); {
	case own >= 0 && (v < 0 || s.Tokens[own].UPOS != "PRON"):
		cand.head = own
		cand.source = w.possessor(si, own, n)
	case by >= 0:
		cand.head = by
		cand.source = w.nounPhrase(si, by, n)
	case of >= 0 && s.Tokens[of].UPOS == "PROPN" && !w.holds(cand.content, doc.Ref{Sent: si, Tok: of}):
		cand.head = of // "the claim of the Foreign Ministry that"
		cand.source = w.nounPhrase(si, of, n)
	default:
		w.nounSource(&cand, v)
	}
	if cand.source.IsZero() && (prep >= 0 && cand.class != Say || inf && cand.cue.IsZero()) {
		return // "support for the plan", "a decision to leave": nobody's in particular
	}
	if cand.cue.IsZero() || cand.cue.First > n {
		cand.cue = doc.Range{Sent: si, First: n, End: n + 1}
	}
	if cand.cue.End <= n {
		cand.cue.End = n + 1
	}
	for i := cand.cue.First - 1; i >= 0 && cand.cue.First > 0; i-- {
		t := &s.Tokens[i]
		if t.Head != n && !(t.Head >= 0 && t.Head < n && s.Tokens[t.Head].Head == n && t.Head > i) || t.Deprel != "amod" && t.Deprel != "compound" && t.Deprel != "det" && t.Deprel != "advmod" && t.Deprel != "nummod" {
			break
		}
		cand.cue.First = i
	}
	if prep == cand.cue.End {
		cand.cue.End++
	}
	if v >= 0 && cand.cue.First <= v && w.t.words["own-cue"][w.low(s.Tokens[v].Lemma)] {
		cand.cue.End = v + 1 // "announced plans to": the verb is the cue, the noun told
		cand.content[0].First = min(cand.content[0].First, v+1)
	}
	if w.t.calledUntrue(s, n) >= 0 {
		cand.reason = "turned down"
	}
	w.add(cand)
}

// nounSource finds whose words a noun tells where neither a genitive nor "by" says it: the
// issuer before it, the subject of the verb that brings it, or what it is the predicate of.
func (w *work) nounSource(c *candidate, light int) {
	si, n := c.at.Sent, c.at.Tok
	s := &w.d.Sentences[si]
	if o := w.issuerBefore(s, si, n); o >= 0 {
		c.head = o
		c.source = w.nounPhrase(si, o, n)
		c.source.End = min(c.source.End, n)
		return
	}
	if light >= 0 {
		c.head = w.sourceHead(s, light)
		if c.head >= 0 {
			c.source = w.nounPhrase(si, c.head, light)
		}
		c.cue = w.verbGroup(si, light, -1, c.source)
		return
	}
	if k := s.Child(n, "case"); k >= 0 && k < n && c.class == Think && c.content[0].First == n+1 && doc.IsRel(s.Tokens[n].Deprel, "obl") && w.t.words["held-in"][w.low(s.Tokens[k].Form)] {
		if c.head = w.sourceHead(s, s.Tokens[n].Head); c.head >= 0 {
			c.source = w.nounPhrase(si, c.head, s.Tokens[n].Head)
		}
		c.cue = doc.Range{Sent: si, First: k, End: n + 1} // "left in the hope that"
		return
	}
	be := s.Child(n, "cop")
	if h := s.Tokens[n].Head; be < 0 && h >= 0 && h < n && s.Child(h, "expl") >= 0 && w.low(s.Tokens[h].Lemma) == "be" {
		c.cue = w.verbGroup(si, h, -1, doc.Range{}) // "there is concern that"
		return
	}
	if be < 0 || be > n {
		return
	}
	if sub := s.Child(n, "nsubj"); sub >= 0 && sub < be && c.class == Judge {
		c.head = sub
		c.source = w.nounPhrase(si, sub, n)
	}
	c.cue = doc.Range{Sent: si, First: be, End: n + 1}
	for i := be - 1; i >= 0 && s.Tokens[i].Head == n && (doc.IsRel(s.Tokens[i].Deprel, "aux") || s.Tokens[i].UPOS == "PART" || s.Tokens[i].UPOS == "ADV"); i-- {
		c.cue.First = i
	}
}

// issuerBefore is the outlet, body or state whose words a noun names: "a Kyodo report that",
// "the Chadian claim that"; -1 for none.
func (w *work) issuerBefore(s *doc.Sentence, si, n int) int {
	for c := range s.Children(n) {
		if d := s.Tokens[c].Deprel; c > n || d != "compound" && d != "amod" && d != "nmod" {
			continue
		}
		if s.Tokens[c].UPOS == "PROPN" && w.outlet(si, c) {
			return c
		}
		for i := range w.d.Mentions {
			m := &w.d.Mentions[i]
			if m.Sent != si || m.Head != c || m.Kind != doc.Named || m.Entity < 0 || m.Place {
				continue
			}
			switch w.d.Entities[m.Entity].Kind {
			case nuncio.KindState, nuncio.KindOrganization, nuncio.KindOutlet:
				return c
			}
		}
	}
	return -1
}

// nounContent is the clause or phrase that holds what the noun says.
func (w *work) nounContent(s *doc.Sentence, n int, f *frame) (x, prep int) {
	for c := range s.Children(n) {
		t := &s.Tokens[c]
		if c < n {
			continue
		}
		m := s.Child(c, "mark")
		if m < 0 && n+1 < len(s.Tokens) && s.Tokens[n+1].Head == c && s.Tokens[n+1].UPOS == "SCONJ" {
			m = n + 1
		}
		switch f.kind {
		case fClause:
			if (t.Deprel == "acl" || t.Deprel == "ccomp" || t.Deprel == "dep" || t.Deprel == "acl:relcl" && s.Child(c, "nsubj", "nsubj:pass") >= 0) && m >= 0 && w.low(s.Tokens[m].Form) == "that" {
				return c, -1
			}
		case fInf:
			if (t.Deprel == "acl" || t.Deprel == "xcomp") && m >= 0 && w.low(s.Tokens[m].Form) == "to" {
				return c, -1
			}
		case fPrep:
			if (doc.IsRel(t.Deprel, "nmod") || doc.IsRel(t.Deprel, "acl") || doc.IsRel(t.Deprel, "obl")) && hasPrep(s, c, f.prep) && !w.occasion(s, c) {
				return c, s.Child(c, "case", "mark")
			}
		}
	}
	if h := s.Tokens[n].Head; h >= 0 && h < n && s.Tokens[n].Deprel == "obj" && f.kind == fClause {
		// "dismissed fears that …": the clause may hang on the verb
		for c := range s.Children(h) {
			if m := s.Child(c, "mark"); c > n && m == n+1 && w.low(s.Tokens[m].Form) == "that" && (s.Tokens[c].Deprel == "ccomp" || s.Tokens[c].Deprel == "advcl") {
				return c, -1
			}
		}
	}
	// parsers hang "renewed his call for X" on the verb as often as on the noun
	if h := s.Tokens[n].Head; f.kind == fPrep && h >= 0 && s.Tokens[n].Deprel == "obj" {
		if c := oblWith(s, h, f.prep); c > n && !w.occasion(s, c) {
			if k := s.Child(c, "case", "mark"); k == n+1 {
				return c, k
			}
		}
	}
	return -1, -1
}

// occasion reports whether a phrase tells when or where words fell, not what they were
// about: "made the remark on Monday", "on the sidelines of a summit".
func (w *work) occasion(s *doc.Sentence, i int) bool {
	l := w.low(s.Tokens[i].Lemma)
	return w.t.words["occasion"][l] || w.t.words["time"][l] || w.t.words["platform"][l] || w.t.words["outlet"][l]
}

// possessor is a genitive without its 's.
func (w *work) possessor(si, p, n int) doc.Range {
	s := &w.d.Sentences[si]
	r := w.nounPhrase(si, p, n)
	for r.End > p+1 && (s.Tokens[r.End-1].XPOS == "POS" || s.Tokens[r.End-1].Deprel == "case") {
		r.End--
	}
	return r
}

// lightVerb is the verb that brings a noun of speech to its speaker: "made the
// claim that", "issued a threat to".
func (w *work) lightVerb(s *doc.Sentence, n int) int {
	t := &s.Tokens[n]
	if t.Head < 0 || t.Deprel != "obj" && !(doc.IsRel(t.Deprel, "obl") && t.Head < n && hasPrep(s, n, "as")) {
		return -1
	}
	if !w.t.words["light"][w.low(s.Tokens[t.Head].Lemma)] {
		return -1
	}
	return t.Head
}

// equative reads "his point was that …": a noun of speech or thought as subject
// of "be" with a clause.
func (w *work) equative(si, v int) {
	s := &w.d.Sentences[si]
	if w.low(s.Tokens[v].Lemma) != "be" {
		return
	}
	n, comp := s.Child(v, "nsubj"), s.Child(v, "ccomp", "xcomp", "advcl")
	if n < 0 || comp <= v || n > v {
		return
	}
	e := w.t.nouns[w.low(s.Tokens[n].Lemma)]
	if e == nil {
		return
	}
	f := e.frame(fClause)
	if f == nil {
		f = e.frame(fInf)
	}
	if f == nil {
		return
	}
	c := candidate{at: doc.Ref{Sent: si, Tok: n}, class: f.class, head: -1, also: -1, inside: -1, reason: "equative"}
	first, _ := s.Subtree(n)
	if p := s.Child(n, "nmod:poss"); p >= 0 {
		c.head, c.source = p, w.possessor(si, p, n)
		first = c.source.End
		for first < n && (s.Tokens[first].XPOS == "POS" || s.Tokens[first].Deprel == "case") {
			first++
		}
	}
	if v-first > 8 {
		first = n
	}
	c.cue = doc.Range{Sent: si, First: first, End: v + 1}
	c.content = w.clauseContent(si, v, comp)
	if len(c.content) > 0 {
		w.add(c)
	}
}

// endSubject cuts the main verb off the clause of a noun that opens its sentence,
// where the tree drew it in: "rumours that the king had died were false".
func (w *work) endSubject(s *doc.Sentence, n int, c *candidate) {
	if s.Tokens[n].Head >= 0 || len(c.content) == 0 {
		return
	}
	seen := false
	for i := c.content[0].First; i < c.content[0].End; i++ {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" && t.UPOS != "AUX" || !finite(t) {
			continue
		}
		if !seen {
			seen = true
			continue
		}
		own := i // the verb, or what it is the copula or auxiliary of
		if t.UPOS == "AUX" && t.Head >= 0 {
			own = t.Head
		}
		if s.Child(own, "nsubj", "nsubj:pass", "expl") >= 0 || s.Child(own, "cc", "mark") >= 0 {
			continue
		}
		if u := s.Tokens[i-1].UPOS; u == "CCONJ" || u == "SCONJ" || u == "PRON" || u == "PUNCT" {
			continue
		}
		c.content = cutFrom(c.content, c.at.Sent, i)
		return
	}
}
