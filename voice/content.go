package voice

import "nuncio/doc"

// clauseContent is a complement clause with what is attached behind it.
func (w *work) clauseContent(si, v, comp int) []doc.Range {
	s := &w.d.Sentences[si]
	w.clearMask(s)
	w.fill(s, comp, v)
	if comp > v {
		w.behind(s, v, comp)
		if s.Tokens[comp].Deprel != "xcomp" {
			w.furtherClauses(s, v, comp)
		}
		w.notSaid(s, v, comp)
		w.setBeside(si, v)
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
	if first-1 > v {
		switch w.low(s.Tokens[first-1].Form) {
		case "how", "why", "when", "where", "whether", "what":
			w.mask[first-1] = true
			return
		}
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

// furtherClauses adds the clauses that go on with "that" behind the first, where a
// tree hangs them on the cue: "said that talks had failed, and that …".
func (w *work) furtherClauses(s *doc.Sentence, v, comp int) {
	for c := range s.Children(v) {
		if d := s.Tokens[c].Deprel; c <= comp || d != "conj" && d != "ccomp" {
			continue
		}
		i, _ := s.Subtree(c)
		for i < c && (s.Tokens[i].UPOS == "PUNCT" || s.Tokens[i].UPOS == "CCONJ") {
			i++
		}
		if i < c && w.low(s.Tokens[i].Form) == "that" {
			w.fill(s, c, -1)
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
			(t.XPOS == "VBG" || w.mayReport(s, c)):
			w.unfill(s, c)
			if k := s.Child(c, "cc"); k < 0 && c > 0 {
				w.mask[c-1] = w.mask[c-1] && s.Tokens[c-1].UPOS != "PUNCT"
			}
		case doc.IsRel(t.Deprel, "advcl") && t.XPOS == "VBG" && w.commaBefore(s, c) && s.Child(c, "nsubj") < 0:
			if cue := w.t.verbs[w.low(t.Lemma)]; cue != nil && cue.say && !w.sameQuote(s, v, c) {
				w.unfill(s, c)
			}
		case w.anotherSays(s, v, c):
			w.unfill(s, c)
		case w.low(t.Form) == "compared" && w.commaBefore(s, c):
			w.unfill(s, c)
		}
	}
}

// setBeside takes out of a content what the reporter sets beside it with a span of
// time behind a comma: "Iran said it would leave, hours after Israel bombed a plant".
func (w *work) setBeside(si, v int) {
	s := &w.d.Sentences[si]
	for c := v + 1; c < len(s.Tokens); c++ {
		d := s.Tokens[c].Deprel
		if !w.mask[c] || !doc.IsRel(d, "advcl") && !doc.IsRel(d, "obl") {
			continue
		}
		k := s.Child(c, "mark", "case")
		if k < 1 || w.low(s.Tokens[k].Form) != "after" && w.low(s.Tokens[k].Form) != "before" || !w.t.words["time"][w.low(s.Tokens[k-1].Lemma)] {
			continue
		}
		first, _ := s.Subtree(c)
		for first < k && s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		if first == 0 || k-first > 4 || s.Tokens[first-1].Form != "," || w.inQuote(doc.Ref{Sent: si, Tok: c}) != w.inQuote(doc.Ref{Sent: si, Tok: v}) {
			continue
		}
		w.unfill(s, c)
		w.mask[first-1] = false
	}
}

// mayReport reports whether a verb is a cue by its own words: one that only brings
// quotations ("opened", "began") needs one behind it.
func (w *work) mayReport(s *doc.Sentence, v int) bool {
	c := w.verbCue(s, v)
	if c == nil {
		return false
	}
	for i := range c.frames {
		if c.frames[i].kind != fQuote {
			return true
		}
	}
	for i := v + 1; i < len(s.Tokens) && i < v+3; i++ {
		if mark(s.Tokens[i].Form) != 0 || s.Tokens[i].Form == ":" {
			return true
		}
	}
	return false
}

// anotherSays reports a second report beside the first: "…, while Quito said that".
func (w *work) anotherSays(s *doc.Sentence, v, c int) bool {
	t := &s.Tokens[c]
	if t.Deprel != "conj" && !doc.IsRel(t.Deprel, "advcl") || t.UPOS != "VERB" || !w.commaBefore(s, c) {
		return false
	}
	if doc.IsRel(t.Deprel, "advcl") {
		switch m := s.Child(c, "mark"); {
		case m < 0:
			return false
		case w.low(s.Tokens[m].Form) != "while" && w.low(s.Tokens[m].Form) != "whereas" && w.low(s.Tokens[m].Form) != "though" && w.low(s.Tokens[m].Form) != "although":
			return false
		}
	}
	cue := w.t.verbs[w.low(t.Lemma)]
	return cue != nil && cue.say && s.Child(c, "ccomp") >= 0 && s.Child(c, "nsubj") >= 0 && !w.sameQuote(s, v, c)
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
	w.clearMask(s)
	w.fill(s, x, -1)
	if sub := w.subject(s, v); sub >= 0 {
		w.fill(s, sub, -1)
	}
	for c := range s.Children(x) { // "is thought to have fired, though Lima denies it"
		if m := s.Child(c, "mark"); c > x && doc.IsRel(s.Tokens[c].Deprel, "advcl") && m >= 0 && s.Child(c, "nsubj") >= 0 && w.t.words["conceding"][w.low(s.Tokens[m].Form)] {
			w.unfill(s, c)
		}
	}
	return w.runs(si, nil)
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

// endRemark ends a content that is a thing or an act before what the reporter remarks on
// it behind a comma: "criticized the plan, which passed in May", "left for Oslo, a port".
func (w *work) endRemark(c *candidate) {
	switch c.reason {
	case "clause", "parenthetical", "question", "asked", "":
		return
	}
	for _, r := range c.content {
		if r.Sent != c.at.Sent {
			continue
		}
		s := &w.d.Sentences[r.Sent]
		for i := max(r.First, c.at.Tok) + 1; i+1 < r.End; i++ {
			if s.Tokens[i].Form == "," && w.inQuote(doc.Ref{Sent: r.Sent, Tok: i}) < 0 && w.remark(s, i+1, r, c.class) {
				c.content = cutFrom(c.content, r.Sent, i)
				return
			}
		}
	}
}

// remark reports whether a relative clause, an apposition or, behind what is no speech, a
// participle opens at token i and goes on to the end of a range.
func (w *work) remark(s *doc.Sentence, i int, r doc.Range, class string) bool {
	for k := i; k < r.End; k++ {
		h := s.Tokens[k].Head
		if h < r.First || h >= i {
			continue
		}
		first, end := s.Subtree(k)
		if first < i-1 || end < r.End {
			return false
		}
		switch d := s.Tokens[k].Deprel; {
		case doc.IsRel(d, "acl:relcl"):
			x := s.Tokens[i].XPOS
			return x == "WDT" || x == "WP" || x == "WP$"
		case d == "appos":
			return s.Tokens[i].UPOS == "DET" && s.Tokens[k].UPOS == "NOUN"
		case doc.IsRel(d, "advcl"):
			return class != Say && class != Show && s.Tokens[k].XPOS == "VBG" && k == i
		}
		return false
	}
	return false
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
