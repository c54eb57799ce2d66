package voice

import "nuncio/doc"

// phrase adds a candidate when a prepositional cue or an adverb begins at token i.
func (w *work) phrase(si, i int) {
	s := &w.d.Sentences[si]
	if i == 0 && w.low(s.Tokens[0].Form) == "in" {
		w.rendered(si)
	}
	list := w.t.phrases[w.low(s.Tokens[i].Form)]
	for k := range list {
		p := &list[k]
		if !spells(s, i, p.words) {
			continue
		}
		switch p.kind {
		case "according":
			w.according(si, i, len(p.words))
		case "adverb":
			w.adverb(si, i)
		}
		return
	}
}

func spells(s *doc.Sentence, i int, words []string) bool {
	if i+len(words) > len(s.Tokens) {
		return false
	}
	for k, word := range words {
		if lower(s.Tokens[i+k].Form) != word {
			return false
		}
	}
	return true
}

// according reads "according to X": the source follows, the clause around it is
// the content.
func (w *work) according(si, i, n int) {
	s := &w.d.Sentences[si]
	head := s.Tokens[i].Head
	// The phrase hangs on its noun by case, or heads it ("according" as a participle).
	if head >= 0 && head < i+n {
		head = s.Tokens[head].Head
	}
	if head <= i || head < i+n {
		head = w.nounAfter(s, i, i+n)
	}
	if head < 0 {
		return
	}
	c := candidate{at: doc.Ref{Sent: si, Tok: i}, class: Say, head: head, also: -1, inside: -1, speech: true, reason: "according"}
	c.cue = doc.Range{Sent: si, First: i, End: i + n}
	c.source = w.nounPhrase(si, head, i)
	if c.source.First < i+n {
		c.source.First = i + n
	}
	for k := c.source.First + 1; k+1 < c.source.End; k++ { // "according to an adviser, and elections": what goes on is told
		if s.Tokens[k].Form == "," && k > head && s.Tokens[k+1].UPOS == "CCONJ" && !w.hasFinite(s, 0, len(s.Tokens)) {
			if n := w.nounAfter(s, i, k+2); n < 0 || !w.origin(si, n) {
				c.source.End = k
			}
		}
	}
	if c.source.IsZero() || w.t.words["norm"][w.low(s.Tokens[head].Lemma)] {
		return // "according to the law" says by what, not on whose word
	}
	top := s.Tokens[head].Head
	if top >= i && top < i+n {
		top = s.Tokens[top].Head
	}
	// A verb behind the phrase is another comment on the same words ("…, as reported by").
	for n := 0; top > i && i > 1 && n < len(s.Tokens); n++ {
		top = s.Tokens[top].Head
	}
	if top < 0 {
		top = s.Root()
	}
	w.clearMask(s)
	w.fill(s, w.clauseHead(s, top), -1)
	for k := c.cue.First; k < c.source.End; k++ {
		w.mask[k] = false
	}
	w.dropSubtreeEdge(s, head)
	w.dropRelative(s, c.source.End)
	if w.closesSentence(s, i, c.source.End) {
		w.outermost(&c, i)
		w.add(c)
		return
	}
	if r := w.relativeAround(s, i); r >= 0 {
		for k := 0; k < r; k++ {
			w.mask[k] = false
		}
	}
	c.content = w.runs(si, nil)
	if len(c.content) == 0 && i > 1 {
		w.clearMask(s)
		for k := 0; k < i; k++ {
			w.mask[k] = true
		}
		c.content = w.runs(si, nil)
	}
	w.add(c)
}

// relativeAround is the pronoun of the relative clause into which a phrase at i is thrown
// right behind it: "for talks which, according to the daily, broke up"; -1 for none.
func (w *work) relativeAround(s *doc.Sentence, i int) int {
	if i < 2 || s.Tokens[i-1].Form != "," {
		return -1
	}
	switch s.Tokens[i-2].XPOS {
	case "WDT", "WP", "WP$":
		return i - 2
	}
	return -1
}

// rendered reads "In the ministry's telling, …" at the start of a sentence.
func (w *work) rendered(si int) {
	s := &w.d.Sentences[si]
	for n := 2; n+1 < len(s.Tokens) && n < 8; n++ {
		p := s.Child(n, "nmod:poss")
		if !w.t.words["rendering"][w.low(s.Tokens[n].Form)] || p < 1 || p > n || s.Tokens[n+1].Form != "," || !w.hasFinite(s, n+2, len(s.Tokens)) {
			continue
		}
		c := candidate{at: doc.Ref{Sent: si, Tok: 0}, class: Say, head: p, also: -1, inside: -1, reason: "according"}
		c.cue, c.source = doc.Range{Sent: si, First: n, End: n + 1}, w.possessor(si, p, n)
		w.clearMask(s)
		w.tailAll(n + 2)
		c.content = w.runs(si, nil)
		w.add(c)
		return
	}
}

// closesSentence reports whether a phrase from i to end, behind a comma, is the last
// of its sentence.
func (w *work) closesSentence(s *doc.Sentence, i, end int) bool {
	return i > 2 && s.Tokens[i-1].Form == "," && w.onlyPunct(s, end)
}

// outermost gives a phrase that closes its sentence all that stands before it, and
// takes the phrase out of what others in the sentence say.
func (w *work) outermost(c *candidate, i int) {
	si := c.at.Sent
	c.content = w.before(si, i)
	for k := range w.cands {
		o := &w.cands[k]
		if o.at.Sent == si && !o.dead && o.at.Tok < i && w.inQuote(o.at) < 0 {
			o.content = w.retrim(cutFrom(o.content, si, i))
		}
	}
}

// retrim trims the last range of a content that was cut.
func (w *work) retrim(r []doc.Range) []doc.Range {
	if n := len(r); n > 0 {
		if r[n-1] = w.trim(r[n-1]); r[n-1].IsZero() {
			return r[:n-1]
		}
	}
	return r
}

// dropSubtreeEdge unmarks what is left of a source's own subtree.
func (w *work) dropSubtreeEdge(s *doc.Sentence, head int) {
	for c := range s.Children(head) {
		if s.Tokens[c].UPOS == "PUNCT" {
			w.mask[c] = false
		}
	}
}

// dropRelative unmarks what is said aside about a source: ", who asked not to be
// named," up to the comma that closes it.
func (w *work) dropRelative(s *doc.Sentence, i int) {
	if i+1 >= len(s.Tokens) || s.Tokens[i].Form != "," {
		return
	}
	if x := s.Tokens[i+1].XPOS; x != "WP" && x != "WDT" && x != "WP$" {
		return
	}
	w.mask[i] = false
	for k := i + 1; k < len(s.Tokens) && s.Tokens[k].Form != ","; k++ {
		w.mask[k] = false
	}
}

func (w *work) nounAfter(s *doc.Sentence, i, from int) int {
	for k := from; k < len(s.Tokens) && k < from+8; k++ {
		t := &s.Tokens[k]
		if t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" {
			for h := t.Head; h >= from && nominal(&s.Tokens[h]); h = s.Tokens[k].Head {
				k = h
			}
			return k
		}
		if t.UPOS == "PUNCT" || t.UPOS == "VERB" {
			return -1
		}
	}
	return -1
}

// clauseHead climbs from a token to the head of the clause it stands in; a noun
// takes the phrase to the clause that holds it.
func (w *work) clauseHead(s *doc.Sentence, i int) int {
	for n := 0; n < len(s.Tokens); n++ {
		t := &s.Tokens[i]
		if t.Head < 0 {
			return i
		}
		switch {
		case t.UPOS == "VERB" || s.Child(i, "nsubj", "cop") >= 0:
			// A verb in a coordination or a participle behind a comma: the whole.
			if d := t.Deprel; d == "conj" || d == "xcomp" || doc.IsRel(d, "acl") || d == "advcl" && t.XPOS == "VBG" {
				i = t.Head
				continue
			}
			return i
		}
		i = t.Head
	}
	return i
}

// adverb reads "reportedly": no source, the clause is the content.
func (w *work) adverb(si, i int) {
	s := &w.d.Sentences[si]
	t := &s.Tokens[i]
	if t.Head < 0 || t.UPOS != "ADV" {
		return
	}
	c := candidate{at: doc.Ref{Sent: si, Tok: i}, class: Say, head: -1, also: -1, inside: -1, reason: "adverb"}
	c.cue = doc.Range{Sent: si, First: i, End: i + 1}
	w.clearMask(s)
	w.fill(s, t.Head, i)
	c.content = w.runs(si, nil)
	w.add(c)
}
