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
	cand.class, cand.content, prepTok, cand.weak, cand.reason = w.verbContent(si, v, c)
	if f := c.frame(fClause); cand.class == Say && (cand.reason == "object" || cand.reason == "passive object") && (f == nil || f.class != Say) {
		cand.class = Judge // "conveyed greetings", "discussed the raid": nobody's word for a fact
	}
	if len(cand.content) == 0 && !c.say {
		return
	}
	w.source(&cand)
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
	if f := c.frame(fClause); f != nil && (f.class == Say || f.class == Think) {
		w.aside(&cand)
		w.answers(&cand)
		w.final(&cand)
		w.endRelative(&cand)
	}
	w.freeSource(&cand)
	if f := c.frame(fClause); f != nil && len(cand.content) == 0 && f.class == Say {
		w.surfaceContent(&cand)
	}
	if cand.source.IsZero() && !w.mayLackSource(s, v, &cand) {
		return
	}
	w.add(cand)
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
		if x := w.t.verbs[lemma+"_"+w.low(s.Tokens[c].Form)]; x != nil {
			return x
		}
	}
	if c := s.Child(v, "xcomp", "obj"); c == v+1 {
		if x := w.t.verbs[lemma+"_"+w.low(s.Tokens[c].Form)]; x != nil {
			return x
		}
	}
	return w.t.verbs[lemma]
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
	if passive(s, v) || c.reason == "passive" || c.reason == "passive object" || c.reason == "seeming" {
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
		return f.class, w.clauseContent(si, v, comp), -1, false, "clause"
	}
	if f := c.frame(fClause); f != nil && w.parenthetical(s, v) && obj < 0 && xcomp < 0 {
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
		if x := predicate(s, v, obj, xcomp); x >= 0 {
			return f.class, w.two(si, obj, x), -1, false, "object and predicate"
		}
	}
	if f, o := w.objPrep(c, s, v); f != nil {
		if pass {
			if sub := s.Child(v, "nsubj:pass", "nsubj"); sub >= 0 {
				return f.class, w.two(si, sub, o), -1, false, "passive"
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
	if f := c.frame(fNoun); f != nil {
		if pass {
			if sub := s.Child(v, "nsubj:pass"); sub >= 0 && !f.words {
				return f.class, w.subtree(si, sub), -1, true, "passive object"
			}
		} else if obj >= 0 && (!f.words || w.wordsAsObject(si, obj)) && !(c.addressee && w.isPerson(s, obj)) {
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

// predicate is what an object is called: a complement without "to", a second object.
func predicate(s *doc.Sentence, v, obj, xcomp int) int {
	if xcomp >= 0 && s.Child(xcomp, "mark") < 0 {
		return xcomp
	}
	if i := s.Child(v, "iobj"); i >= 0 {
		return i
	}
	for c := range s.Children(v) {
		if c != obj && c > v && s.Tokens[c].Deprel == "obj" {
			return c
		}
	}
	return -1
}

// clauseAtMedium is the that-clause of "said in a statement that", where a tree
// hangs it on the statement.
func (w *work) clauseAtMedium(s *doc.Sentence, v int) int {
	for n := range s.Children(v) {
		if n < v || !doc.IsRel(s.Tokens[n].Deprel, "obl") || !w.t.words["message"][w.low(s.Tokens[n].Lemma)] && s.Tokens[n].UPOS != "PROPN" {
			continue
		}
		for c := range s.Children(n) {
			if m := s.Child(c, "mark"); m >= 0 && w.low(s.Tokens[m].Form) == "that" && (doc.IsRel(s.Tokens[c].Deprel, "acl") || s.Tokens[c].Deprel == "ccomp") {
				return c
			}
		}
	}
	return -1
}

// parenthetical reports whether v stands inside the clause that it reports:
// "The talks failed, Seoul said."
func (w *work) parenthetical(s *doc.Sentence, v int) bool {
	t := &s.Tokens[v]
	if t.Head < 0 {
		return false
	}
	switch {
	case doc.IsRel(t.Deprel, "parataxis"), t.Deprel == "dep", t.Deprel == "discourse":
	case t.Deprel == "ccomp" && v > t.Head && s.Child(v, "mark") < 0, t.Deprel == "conj" && v > t.Head && s.Child(v, "cc") < 0:
		// a parser's other ways to hang a comment behind a comma
		if !w.commaBefore(s, v) {
			return false
		}
	case t.Deprel == "advcl" && v > 0:
		if m := s.Child(v, "mark"); m < 0 || w.low(s.Tokens[m].Form) != "as" {
			return false
		}
	default:
		return false
	}
	return s.Child(v, "nsubj", "expl", "nsubj:pass") >= 0 && !w.twoSubjects(s, v) || t.Deprel == "advcl"
}

// twoSubjects reports a relative clause without pronoun that a tree took for a main
// one: "an allegation Baku denies".
func (w *work) twoSubjects(s *doc.Sentence, v int) bool {
	last := -1
	for c := range s.Children(v) {
		if doc.IsRel(s.Tokens[c].Deprel, "nsubj") && c < v && !w.floating(s, c) {
			if last >= 0 && w.t.nouns[w.low(s.Tokens[last].Lemma)] != nil && last == c-1 {
				return true
			}
			last = c
		}
	}
	return false
}

// commaBefore reports whether the subtree of v follows a comma or a closing mark.
func (w *work) commaBefore(s *doc.Sentence, v int) bool {
	first, _ := s.Subtree(v)
	for first > 0 && first < len(s.Tokens) && s.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	if first == 0 {
		return false
	}
	f := s.Tokens[first-1].Form
	return f == "," || mark(f) != 0
}

// clauseContent is a complement clause with what is attached behind it.
func (w *work) clauseContent(si, v, comp int) []doc.Range {
	s := &w.d.Sentences[si]
	w.clearMask(s)
	w.fill(s, comp, v)
	if comp > v {
		w.behind(s, v, comp)
		w.notSaid(s, v, comp)
	}
	if m := s.Child(comp, "mark"); m >= 0 && m < v && comp > v {
		w.mask[m] = false // a mark before the verb is not the content's
	}
	if comp > v && s.Tokens[comp].Deprel != "xcomp" {
		w.fillGap(s, v, comp)
		w.fillTail(s)
	}
	return w.runs(si, nil)
}

// fillGap adds what stands between the verb and its content when it must belong
// to the content: a subject that the tree gave to the verb, an adjunct before a
// comma ("said after the raid, talks would end").
func (w *work) fillGap(s *doc.Sentence, v, comp int) {
	first := v + 1
	for first < comp && !w.mask[first] {
		first++
	}
	from := v + 1
	for from < first && (s.Tokens[from].Deprel == "compound:prt" || s.Tokens[from].UPOS == "PUNCT" || s.Tokens[from].UPOS == "ADV") {
		from++
	}
	if from >= first || first-from > 25 {
		return
	}
	for i := from; i < first; i++ {
		if w.mask[i] || mark(s.Tokens[i].Form) != 0 || s.Tokens[i].UPOS == "VERB" && finite(&s.Tokens[i]) {
			return
		}
	}
	hasSubject := s.Child(comp, "nsubj", "nsubj:pass", "expl", "csubj") >= 0
	lost := !hasSubject && (finite(&s.Tokens[comp]) || s.Child(comp, "aux", "cop", "aux:pass") >= 0) && s.Child(comp, "mark") < 0
	comma := s.Tokens[first-1].Form == "," && s.Child(comp, "mark") < 0 && s.Tokens[from].UPOS == "ADP" && !w.t.words["message"][w.low(s.Tokens[first-2].Lemma)] && !w.t.words["time"][w.low(s.Tokens[first-2].Form)]
	if !lost && !comma {
		return
	}
	if lost {
		if c := s.Child(v, "iobj"); c >= 0 && c < first {
			return
		}
	}
	for i := from; i < first; i++ {
		w.mask[i] = true
	}
}

// fillTail adds words that follow the content without punctuation or conjunction:
// a tree that hangs them elsewhere is wrong.
func (w *work) fillTail(s *doc.Sentence) {
	last := w.lastMarked()
	if last < 0 || s.Tokens[last].UPOS == "PUNCT" {
		return
	}
	w.tailFrom(s, last+1)
}

// tailFrom marks the words from a place on, up to the next punctuation or conjunction.
func (w *work) tailFrom(s *doc.Sentence, from int) {
	for i := from; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS == "PUNCT" || t.UPOS == "CCONJ" || w.low(t.Form) == "as" || w.low(t.Form) == "according" || i == from && (t.UPOS == "SCONJ" || t.UPOS == "ADV") {
			return
		}
		w.mask[i] = true
	}
}

// behind adds what is attached to the cue behind its content and mostly belongs
// to it: reasons and conditions, prepositional phrases.
func (w *work) behind(s *doc.Sentence, v, comp int) {
	for c := range s.Children(v) {
		if c <= comp || w.startsCue(s, c) {
			continue
		}
		switch d := s.Tokens[c].Deprel; {
		case doc.IsRel(d, "obl"):
			w.fill(s, c, -1)
		case doc.IsRel(d, "advcl"):
			if m := s.Child(c, "mark"); m >= 0 && w.t.words["reason"][w.low(s.Tokens[m].Form)] {
				w.fill(s, c, -1)
			}
		}
	}
}

// notSaid takes out of a content the cues that a tree drew into it: a second verb
// of the speaker ("said …, and called …"), a participle that goes on to report
// ("…, adding that"), and comparisons beside the point.
func (w *work) notSaid(s *doc.Sentence, v, comp int) {
	for c := range s.Children(comp) {
		t := &s.Tokens[c]
		if c < comp || !w.mask[c] {
			continue
		}
		switch {
		case t.Deprel == "conj" && t.UPOS == "VERB" && t.XPOS == s.Tokens[v].XPOS && t.XPOS != s.Tokens[comp].XPOS && s.Child(c, "nsubj", "nsubj:pass", "aux") < 0 &&
			(t.XPOS == "VBG" || w.t.verbs[w.low(t.Lemma)] != nil):
			w.unfill(s, c)
			if k := s.Child(c, "cc"); k < 0 && c > 0 {
				w.mask[c-1] = w.mask[c-1] && s.Tokens[c-1].UPOS != "PUNCT"
			}
		case doc.IsRel(t.Deprel, "advcl") && t.XPOS == "VBG" && w.commaBefore(s, c) && s.Child(c, "nsubj") < 0:
			if cue := w.t.verbs[w.low(t.Lemma)]; cue != nil && cue.say && !w.sameQuote(s, v, c) {
				w.unfill(s, c)
			}
		case w.low(t.Form) == "compared" && w.commaBefore(s, c):
			w.unfill(s, c)
		}
	}
}

// sameQuote reports whether c stands in a quotation that v does not.
func (w *work) sameQuote(s *doc.Sentence, v, c int) bool {
	for si := range w.d.Sentences {
		if &w.d.Sentences[si] == s {
			q := w.inQuote(doc.Ref{Sent: si, Tok: c})
			return q >= 0 && q != w.inQuote(doc.Ref{Sent: si, Tok: v})
		}
	}
	return false
}

// startsCue reports whether an adverbial clause reports in its turn ("…, adding that").
func (w *work) startsCue(s *doc.Sentence, c int) bool {
	t := &s.Tokens[c]
	if doc.IsRel(t.Deprel, "obl") {
		k := s.Child(c, "case")
		return k < 0 || w.low(s.Tokens[k].Form) == "according"
	}
	if t.XPOS == "VBG" || t.Feat("VerbForm", "Ger") || t.Feat("VerbForm", "Part") {
		return w.t.verbs[w.low(t.Lemma)] != nil
	}
	m := s.Child(c, "mark")
	return m >= 0 && w.low(s.Tokens[m].Form) == "as"
}

// around is the clause that v is thrown into, without v's own words.
func (w *work) around(si, v int) []doc.Range {
	s := &w.d.Sentences[si]
	head := s.Tokens[v].Head
	w.clearMask(s)
	w.fill(s, head, v)
	if s.Child(head, "mark") >= 0 && s.Tokens[head].Deprel == "advcl" {
		return w.runs(si, nil)
	}
	return w.runs(si, nil)
}

func (w *work) subtree(si, i int) []doc.Range {
	s := &w.d.Sentences[si]
	w.clearMask(s)
	w.fill(s, i, -1)
	return w.runs(si, nil)
}

// objectContent is an object with the phrases behind it that a parser may hang on
// the verb as well ("the need for …", "the tax as a reason").
func (w *work) objectContent(si, v, obj int) []doc.Range {
	s := &w.d.Sentences[si]
	w.clearMask(s)
	w.fill(s, obj, -1)
	for c := range s.Children(v) {
		if c <= obj {
			continue
		}
		d := s.Tokens[c].Deprel
		if d == "xcomp" || d == "ccomp" && w.t.nouns[w.low(s.Tokens[obj].Lemma)] != nil || doc.IsRel(d, "obl") && w.nounPreposition(s, c) || doc.IsRel(d, "advcl") && w.nounPreposition(s, c) && s.Tokens[c].XPOS == "VBG" {
			w.fill(s, c, -1)
		}
	}
	switch w.low(s.Tokens[obj].Form) {
	case "how", "why", "what", "whether", "where", "when":
		w.fillTail(s)
	}
	return w.runs(si, nil)
}

func (w *work) nounPreposition(s *doc.Sentence, c int) bool {
	k := s.Child(c, "case", "mark")
	return k >= 0 && w.t.words["noun-preposition"][w.low(s.Tokens[k].Form)]
}

func (w *work) two(si, a, b int) []doc.Range {
	s := &w.d.Sentences[si]
	w.clearMask(s)
	w.fill(s, a, -1)
	w.fill(s, b, -1)
	return w.runs(si, nil)
}

func (w *work) subjectAnd(si, v, x int) []doc.Range {
	s := &w.d.Sentences[si]
	if sub := s.Child(v, "nsubj:pass", "nsubj"); sub >= 0 {
		return w.two(si, sub, x)
	}
	return w.subtree(si, x)
}

func (w *work) isIng(s *doc.Sentence, i int) bool {
	return s.Tokens[i].XPOS == "VBG" && s.Child(i, "nsubj", "aux", "mark") < 0
}

func (w *work) objInfFrame(c *verbCue, s *doc.Sentence, v int) *frame {
	for i := range c.frames {
		f := &c.frames[i]
		if f.kind == fObjInf && f.prep != "" && oblWith(s, v, f.prep) >= 0 {
			return f
		}
	}
	return c.prepFrame(fObjInf, "")
}

// objInf is "X to do" behind urge, tell, call on.
func (w *work) objInf(si, v int, f *frame) ([]doc.Range, int) {
	s := &w.d.Sentences[si]
	if o := s.Child(v, "obj", "iobj"); o > v && f.prep == "" {
		// "asked [the woman to raise her voice]"
		if x := s.Child(o, "acl"); x >= 0 && s.Child(x, "mark") >= 0 && w.low(s.Tokens[s.Child(x, "mark")].Form) == "to" && w.isPerson(s, o) {
			return w.subtree(si, o), -1
		}
	}
	x := s.Child(v, "xcomp", "advcl", "ccomp")
	if x < 0 || s.Child(x, "mark") < 0 || w.low(s.Tokens[s.Child(x, "mark")].Form) != "to" {
		return nil, -1
	}
	if f.prep != "" {
		o := oblWith(s, v, f.prep)
		k := s.Child(o, "case")
		return w.dropLeading(w.two(si, o, x), k), k
	}
	o := s.Child(v, "obj", "iobj")
	if o < 0 {
		if sub := s.Child(x, "nsubj"); sub < 0 {
			return w.subtree(si, x), -1
		}
		return w.subtree(si, x), -1
	}
	return w.two(si, o, x), -1
}

// objPrep finds the second half of "accused X of …".
func (w *work) objPrep(c *verbCue, s *doc.Sentence, v int) (*frame, int) {
	for i := range c.frames {
		f := &c.frames[i]
		if f.kind != fObjPrep {
			continue
		}
		if o := oblWith(s, v, f.prep); o >= 0 {
			return f, o
		}
	}
	return nil, -1
}

// objWithin is the same where the phrase hangs on the object: "accused [X of …]".
func (w *work) objWithin(c *verbCue, s *doc.Sentence, obj int) *frame {
	if obj < 0 {
		return nil
	}
	for i := range c.frames {
		if f := &c.frames[i]; f.kind == fObjPrep && f.prep != "for" && f.prep != "on" {
			if k := oblWith(s, obj, f.prep); k >= 0 && s.Tokens[k].UPOS == "VERB" {
				return f
			}
		}
	}
	return nil
}

// prepContent finds "of …" behind "warned".
func (w *work) prepContent(c *verbCue, s *doc.Sentence, v int) (f *frame, o, mark int) {
	for i := range c.frames {
		f := &c.frames[i]
		if f.kind != fPrep {
			continue
		}
		if o := oblWith(s, v, f.prep); o >= 0 {
			mark := s.Child(o, "case", "mark")
			return f, o, mark
		}
	}
	return nil, -1, -1
}

// oblWith is the dependent of v (or of its object, where parsers hang it as
// often) that stands with the preposition.
func oblWith(s *doc.Sentence, v int, prep string) int {
	for c := range s.Children(v) {
		if c > v && hasPrep(s, c, prep) {
			switch d := s.Tokens[c].Deprel; {
			case doc.IsRel(d, "obl"), doc.IsRel(d, "advcl"), d == "nmod", d == "xcomp", d == "ccomp", d == "acl":
				return c
			}
		}
	}
	return -1
}

func hasPrep(s *doc.Sentence, c int, prep string) bool {
	for k := range s.Children(c) {
		if d := s.Tokens[k].Deprel; d != "case" && d != "mark" {
			continue
		}
		form := lower(s.Tokens[k].Form)
		if form == prep {
			return true
		}
		if strings.HasPrefix(prep, form) && len(prep) > len(form) && prep[len(form)] == ' ' {
			return true
		}
	}
	return false
}

// dropLeading takes the preposition, which is the cue's, off the content.
func (w *work) dropLeading(r []doc.Range, tok int) []doc.Range {
	for i := range r {
		if r[i].First == tok {
			r[i].First++
			if r[i].IsZero() {
				return append(r[:i], r[i+1:]...)
			}
		}
	}
	return r
}

// wordsAsObject reports whether "said X" gives words: a quotation or a word for words.
func (w *work) wordsAsObject(si, obj int) bool {
	return w.inQuote(doc.Ref{Sent: si, Tok: obj}) >= 0 || w.t.words["words"][w.low(w.d.Sentences[si].Tokens[obj].Lemma)]
}

// isPerson is a guess for objects of verbs of telling: names and personal nouns
// are spoken to, not said.
func (w *work) isPerson(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	return t.UPOS == "PROPN" || t.UPOS == "PRON" || w.t.words["person"][w.low(t.Lemma)]
}

func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}

// endRelative cuts the main verb off what somebody said in a relative clause:
// "Okello, who said the road was open, drove on".
func (w *work) endRelative(c *candidate) {
	s := &w.d.Sentences[c.at.Sent]
	if c.head < 1 || s.Tokens[c.head].XPOS != "WP" && s.Tokens[c.head].XPOS != "WDT" || c.head > c.at.Tok || s.Tokens[c.head-1].Form != "," {
		return
	}
	for i := c.cue.End + 1; i+1 < len(s.Tokens); i++ {
		at := doc.Ref{Sent: c.at.Sent, Tok: i}
		if s.Tokens[i].Form == "," && w.holds(c.content, at) && w.inQuote(at) < 0 && (s.Tokens[i+1].UPOS == "VERB" || s.Tokens[i+1].UPOS == "AUX") && finite(&s.Tokens[i+1]) {
			c.content = cutFrom(c.content, c.at.Sent, i)
			return
		}
	}
}

// freeSource takes the words of a source, found by their order, out of what the
// tree gave to a cue before it ("who asked not to be named said").
func (w *work) freeSource(c *candidate) {
	if c.source.IsZero() {
		return
	}
	for i := range w.cands {
		o := &w.cands[i]
		if o.at.Sent == c.source.Sent && c.source.Has(o.at) && w.holds(o.content, c.at) {
			o.content = cutFrom(o.content, c.at.Sent, c.source.End)
		}
	}
}
