package voice

import (
	"slices"

	"nuncio/doc"
)

// cited reads the second source that a report names for its own words: "citing
// officials", "quoted the envoy as saying".
func (w *work) cited(si int) {
	s := &w.d.Sentences[si]
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if t.UPOS == "NOUN" && w.t.words["citing-phrase"][w.low(t.Lemma)] {
			w.referring(si, v)
			continue
		}
		if t.UPOS != "VERB" || v > 0 && w.low(s.Tokens[v-1].Form) == "without" {
			continue // "without citing a source"
		}
		if from := w.hadItFrom(s, v); from >= 0 && w.citesToo(si, v, from) {
			continue
		}
		if !w.t.words["citing"][w.low(t.Lemma)] {
			continue
		}
		if x := w.asSaying(s, v); x >= 0 {
			w.quotedAsSaying(si, v, x)
			continue
		}
		obj := s.Child(v, "obj")
		if obj > v && w.citesToo(si, v, obj) {
			continue
		}
		if t.XPOS != "VBG" || obj < 0 || s.Child(v, "aux") >= 0 || s.Child(v, "nsubj") >= 0 && (v == 0 || s.Tokens[v-1].Form != ",") || w.low(t.Lemma) != "quote" && !w.origin(si, obj) {
			continue
		}
		w.citing(si, v, obj)
	}
}

// referring reads "with reference to officials" behind a report, which cites them.
func (w *work) referring(si, n int) {
	s := &w.d.Sentences[si]
	if !hasPrep(s, n, "with") || n+2 >= len(s.Tokens) || w.low(s.Tokens[n+1].Form) != "to" {
		return
	}
	for k := n + 2; k < len(s.Tokens) && k < n+16; k++ {
		if h := s.Tokens[k].Head; (h == n || h == s.Tokens[n].Head) && nominal(&s.Tokens[k]) && (hasPrep(s, k, "to") || s.Tokens[k].Deprel == "nmod") && w.origin(si, k) {
			w.citing(si, n, k)
			return
		}
	}
}

// origin reports whether a noun can have said something: a name, or a word for
// people, offices and documents.
func (w *work) origin(si, i int) bool {
	t := &w.d.Sentences[si].Tokens[i]
	return t.UPOS == "PROPN" || t.UPOS == "NOUN" && (w.t.words["origin"][w.low(t.Lemma)] || w.t.words["person"][w.low(t.Lemma)] || w.t.office(w.low(t.Lemma)))
}

// citing puts the cited inside the one who cites.
func (w *work) citing(si, v, obj int) {
	s := &w.d.Sentences[si]
	c := candidate{at: doc.Ref{Sent: si, Tok: v}, class: Say, head: obj, also: -1, inside: -1, reason: "citing"}
	c.cue = doc.Range{Sent: si, First: v, End: v + 1}
	c.source = w.nounPhrase(si, obj, v)
	w.nameBehind(&c)
	outer := -1
	for i := range w.cands {
		o := &w.cands[i]
		if o.dead || o.at.Sent != si || o.at.Tok == v || len(o.content) == 0 && !o.speech || o.class != Say && o.class != Show {
			continue
		}
		lost := o.source.IsZero() && o.at.Tok > v && v > 1 && s.Tokens[v-1].Form == ","
		if o.at.Tok == s.Tokens[v].Head || outer < 0 && (lost || !w.holds(o.content, c.at)) {
			outer = i
		}
	}
	for i := range w.cands {
		if o := &w.cands[i]; o.at == c.at {
			o.dead = true
		}
	}
	if outer >= 0 && v > 1 && w.cands[outer].source.IsZero() && w.cands[outer].at.Tok > v && s.Tokens[v-1].Form == "," {
		w.citerBefore(&w.cands[outer], v-1)
	}
	if outer >= 0 && len(w.cands[outer].content) > 0 {
		w.cutPhrase(outer, si, min(v, c.source.First), c.source.End)
		c.content = append([]doc.Range(nil), w.cands[outer].content...)
		c.inside = outer
		w.add(c)
		return
	}
	if outer >= 0 {
		// "Xinhua said, quoting X, that …": the clause stands behind the cited
		for k := c.source.End; k < len(s.Tokens) && k < c.source.End+3; k++ {
			if w.low(s.Tokens[k].Form) == "that" {
				w.clearMask(s)
				w.tailAll(k)
				c.content = w.runs(si, nil)
				w.cands[outer].content = slices.Clone(c.content)
				c.inside = outer
				w.add(c)
				return
			}
		}
	}
	head := s.Tokens[v].Head
	if head < 0 {
		return
	}
	w.clearMask(s)
	w.fill(s, w.clauseHead(s, head), v)
	for k := c.cue.First; k < c.source.End; k++ {
		w.mask[k] = false
	}
	c.content = w.runs(si, nil)
	w.add(c)
}

// citerBefore gives a candidate without source the name before its ", citing X,": in
// "The denial came a day after the Herald, citing X, said that" trees lose it.
func (w *work) citerBefore(o *candidate, comma int) {
	si := o.at.Sent
	r, h := w.phraseBefore(&w.d.Sentences[si], si, comma)
	if h < 0 {
		return
	}
	o.source, o.head = r, h
	kept := o.content[:0]
	for _, x := range o.content {
		if x.Sent == si && x.First < comma {
			if x.End <= o.at.Tok {
				continue
			}
			x.First = o.at.Tok + 1
		}
		kept = append(kept, x)
	}
	o.content = kept
}

// cutPhrase takes a citing phrase out of the content that it is about.
func (w *work) cutPhrase(i, si, first, end int) {
	var out []doc.Range
	for _, r := range w.cands[i].content {
		if r.Sent != si || r.End <= first || r.First >= end {
			out = append(out, r)
			continue
		}
		for _, part := range [...]doc.Range{{Sent: si, First: r.First, End: first}, {Sent: si, First: end, End: r.End}} {
			if part = w.trim(part); part.First < part.End {
				out = append(out, part)
			}
		}
	}
	w.cands[i].content = out
}

// asSaying is the "saying" of "quoted X as saying", -1 when it is not there.
func (w *work) asSaying(s *doc.Sentence, v int) int {
	for k := v + 1; k < len(s.Tokens) && k < v+20; k++ {
		if s.Tokens[k].XPOS == "VBG" && w.low(s.Tokens[k-1].Form) == "as" {
			if c := w.t.verbs[w.low(s.Tokens[k].Lemma)]; c != nil && (c.say || len(c.frames) > 0 && (c.frames[0].class == Say || c.frames[0].class == Judge)) {
				return k
			}
		}
	}
	return -1
}

// quotedAsSaying: the speaker is the object of the quoting verb (the subject of
// its passive), the quoting one passed his words on.
func (w *work) quotedAsSaying(si, v, x int) {
	s := &w.d.Sentences[si]
	inner := -1
	for i := range w.cands {
		o := &w.cands[i]
		if o.at.Sent == si && o.at.Tok == v {
			o.dead = true
		}
		if o.at.Sent == si && o.at.Tok == x {
			inner = i
		}
	}
	pass := passive(s, v)
	speaker, carrier := s.Child(v, "obj", "iobj"), s.Child(v, "nsubj")
	if carrier < 0 && s.Tokens[v].Deprel == "conj" {
		carrier = w.sourceHead(s, v) // "The agency quoted the army …, but also cited witnesses as saying"
	}
	if pass {
		speaker, carrier = s.Child(v, "nsubj:pass", "nsubj"), s.Child(v, "obl:agent")
		if carrier < 0 {
			carrier = oblWith(s, v, "by")
		}
		if carrier < 0 {
			carrier = oblWith(s, x, "by")
		}
	}
	if speaker < 0 {
		return
	}
	if inner < 0 {
		inner = w.add(candidate{at: doc.Ref{Sent: si, Tok: x}, class: Say, also: -1, inside: -1, speech: true, weak: true, reason: "quoted as saying"})
	}
	c := &w.cands[inner]
	c.dead, c.class = false, Say
	c.head = speaker
	c.source = w.nounPhrase(si, speaker, v)
	for i := speaker + 1; i < c.source.End; i++ {
		if w.low(s.Tokens[i].Form) == "as" {
			c.source.End = i
		}
	}
	c.cue = w.verbGroup(si, v, -1, c.source)
	if w.plainUntil(s, c.cue.End, x) {
		c.cue.End = x + 1
	} else {
		c.cue = doc.Range{Sent: si, First: x, End: x + 1}
	}
	switch {
	case s.Child(x, "obj") >= 0: // "quoted the envoy as denying this", "as accusing Lima of lying"
	case v > 1 && !w.hasFinite(s, x+1, len(s.Tokens)) && !w.quoteIn(s, x+1) && w.hasFinite(s, 0, min(v, c.source.First)):
		first := min(v, c.source.First)
		if carrier >= 0 && carrier < v {
			first = min(first, w.nounPhrase(si, carrier, v).First)
		}
		c.content = w.before(si, first)
	case len(c.content) == 0:
		w.surfaceContentAfter(c, x)
	}
	if carrier >= 0 && carrier != speaker {
		w.addRelay(inner, si, carrier, doc.Range{Sent: si, First: v, End: v + 1})
		if in := w.cands[inner].inside; s.Tokens[x].Lemma != "say" && in >= 0 { // what he does by his words is told by the carrier
			_, end := s.Subtree(x)
			w.cands[in].content = []doc.Range{w.trim(doc.Range{Sent: si, First: x, End: end})}
		}
	}
}

// quoteIn reports a quotation mark or a "that" from a token on.
func (w *work) quoteIn(s *doc.Sentence, from int) bool {
	for i := from; i < len(s.Tokens); i++ {
		if mark(s.Tokens[i].Form) != 0 || w.low(s.Tokens[i].Form) == "that" {
			return true
		}
	}
	return false
}

// before is what stands in a sentence before a token, from the last semicolon on.
func (w *work) before(si, end int) []doc.Range {
	s := &w.d.Sentences[si]
	w.clearMask(s)
	for k := end - 1; k >= 0 && s.Tokens[k].Form != ";"; k-- {
		w.mask[k] = true
	}
	return w.runs(si, nil)
}

// plainUntil reports whether only "as" stands from i to x.
func (w *work) plainUntil(s *doc.Sentence, i, x int) bool {
	for ; i < x; i++ {
		if w.low(s.Tokens[i].Form) != "as" {
			return false
		}
	}
	return true
}

// surfaceContentAfter takes the rest of the sentence as content.
func (w *work) surfaceContentAfter(c *candidate, x int) {
	s := &w.d.Sentences[c.at.Sent]
	w.clearMask(s)
	for i := x + 1; i < len(s.Tokens); i++ {
		w.mask[i] = !c.source.Has(doc.Ref{Sent: c.at.Sent, Tok: i})
	}
	c.content = w.runs(c.at.Sent, nil)
}

// tailAll marks everything from a token on.
func (w *work) tailAll(from int) {
	for i := from; i < len(w.mask); i++ {
		w.mask[i] = true
	}
}
