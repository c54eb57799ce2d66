package voice

import "nuncio/doc"

// sideBySide parts coordinated sources: each says it on his own.
func (w *work) sideBySide() {
	for i, n := 0, len(w.cands); i < n; i++ {
		c := w.cands[i]
		if c.dead || c.head < 0 || c.source.IsZero() || c.class != Say && c.class != Show && c.class != Relay {
			continue
		}
		if !w.origin(c.source.Sent, c.head) {
			continue
		}
		if !w.partByTree(i) {
			w.partByWords(i)
		}
	}
}

// partByTree parts a source at the conjuncts of its head.
func (w *work) partByTree(i int) bool {
	c := w.cands[i]
	s := &w.d.Sentences[c.source.Sent]
	end := c.source.End
	for k := range s.Children(c.head) {
		if s.Tokens[k].Deprel != "conj" || !w.origin(c.source.Sent, k) || !c.source.Has(doc.Ref{Sent: c.source.Sent, Tok: k}) {
			continue
		}
		first, last := s.Subtree(k)
		for first < k && (s.Tokens[first].UPOS == "CCONJ" || s.Tokens[first].UPOS == "PUNCT") {
			first++
		}
		if w.addBeside(i, k, doc.Range{Sent: c.source.Sent, First: first, End: min(last, c.source.End)}) {
			end = min(end, first)
		}
	}
	if end == c.source.End {
		return false
	}
	w.cands[i].source.End = w.beforeAnd(s, c.head, end)
	return true
}

// partByWords parts "Andina and Reuters" where the tree hung the names elsewhere: at
// a conjunction between two names or persons, with nothing else in the phrase.
func (w *work) partByWords(i int) {
	c := w.cands[i]
	s := &w.d.Sentences[c.source.Sent]
	and := -1
	for k := c.source.First; k < c.source.End; k++ {
		switch t := &s.Tokens[k]; {
		case t.UPOS == "CCONJ" && and < 0 && w.low(t.Form) == "and":
			and = k
		case nameWord(t) || t.UPOS == "NUM":
		default:
			return
		}
	}
	last := c.source.End - 1
	if and <= c.source.First || and >= last || !w.origin(c.source.Sent, and-1) || !w.origin(c.source.Sent, last) {
		return
	}
	if w.addBeside(i, last, doc.Range{Sent: c.source.Sent, First: and + 1, End: c.source.End}) {
		w.cands[i].source.End, w.cands[i].head = and, and-1
	}
}

// addBeside adds a candidate with another source for the same words.
func (w *work) addBeside(i, head int, source doc.Range) bool {
	if source.IsZero() {
		return false
	}
	o := w.cands[i]
	o.head, o.also, o.source = head, i, source
	o.content = append([]doc.Range(nil), o.content...)
	w.add(o)
	return true
}

// beforeAnd is where a first source ends, its conjunction and comma left out.
func (w *work) beforeAnd(s *doc.Sentence, head, end int) int {
	for end > head+1 && (s.Tokens[end-1].UPOS == "CCONJ" || s.Tokens[end-1].UPOS == "PUNCT") {
		end--
	}
	return end
}

// sameAgain gives who "said the same" the words of the one who spoke in the sentence before.
func (w *work) sameAgain(si int) {
	s := &w.d.Sentences[si]
	v := s.Root()
	if si == 0 || v < 0 || w.d.Sentences[si-1].Part != s.Part || !finite(&s.Tokens[v]) {
		return
	}
	obj, sub := s.Child(v, "obj"), s.Child(v, "nsubj")
	if c := w.t.verbs[w.low(s.Tokens[v].Lemma)]; obj < v || sub < 0 || w.low(s.Tokens[obj].Lemma) != "same" || c == nil || !c.say {
		return
	}
	for i := range w.cands {
		o := &w.cands[i]
		if o.at.Sent != si-1 || o.dead || o.class != Say || o.weak || o.source.IsZero() || len(o.content) == 0 || o.also >= 0 || w.inQuote(o.at) >= 0 {
			continue
		}
		c := candidate{at: doc.Ref{Sent: si, Tok: v}, class: Say, head: sub, also: i, inside: o.inside, reason: "the same"}
		c.source = w.nounPhrase(si, sub, v)
		c.cue = doc.Range{Sent: si, First: v, End: obj + 1}
		c.content = append([]doc.Range(nil), o.content...)
		for k := range w.cands {
			if w.cands[k].at == c.at {
				w.cands[k].dead = true
			}
		}
		w.add(c)
		return
	}
}
