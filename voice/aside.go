package voice

import (
	"nuncio"
	"nuncio/doc"
)

// inGap reports whether a verb of saying stands in a relative clause that no pronoun
// opens ("a claim the army denied"): its object is the noun, and what stands before is not
// what it tells.
func (w *work) inGap(s *doc.Sentence, v int) bool {
	t := &s.Tokens[v]
	if !doc.IsRel(t.Deprel, "acl:relcl") || t.Head < 0 || t.Head > v || !w.takesUp(s, t.Head) {
		return false
	}
	for i := t.Head + 1; i < v; i++ {
		if x := s.Tokens[i].XPOS; x == "WDT" || x == "WP" || w.low(s.Tokens[i].Form) == "that" {
			return false
		}
	}
	return s.Child(v, "obj", "ccomp", "xcomp") < 0
}

// takesUp reports whether a noun takes up behind a comma what was just said: ", a claim".
func (w *work) takesUp(s *doc.Sentence, n int) bool {
	if s.Tokens[n].UPOS != "NOUN" || !w.t.words["taken-up"][w.low(s.Tokens[n].Lemma)] {
		return false
	}
	i := n - 1
	for i > 0 && s.Tokens[i].UPOS == "ADJ" {
		i--
	}
	return i > 0 && s.Tokens[i].UPOS == "DET" && s.Tokens[i-1].Form == ","
}

// takenUp cuts out of what somebody said the words by which the reporter takes it up: in
// "Peru said that Chile had shelled a town, a claim the army denied" that it was denied is
// not Peru's word.
func (w *work) takenUp(si int, first int) {
	s := &w.d.Sentences[si]
	for n := 2; n+2 < len(s.Tokens); n++ {
		if !w.takesUp(s, n) || s.Child(n, "acl:relcl") < 0 {
			continue
		}
		_, end := s.Subtree(n)
		from := n - 1
		for s.Tokens[from].Form != "," {
			from--
		}
		for i := first; i < len(w.cands); i++ {
			c := &w.cands[i]
			at := doc.Ref{Sent: si, Tok: n}
			if c.at.Tok > n || c.cue.End > n || !w.holds(c.content, at) || w.inQuote(at) >= 0 && w.inQuote(c.at) != w.inQuote(at) {
				continue
			}
			w.cutPhrase(i, si, from, end)
		}
	}
}

// thrownIn reads a verb of telling that a tree took for a participle of its own subject:
// "Two men were shot, [a doctor alleged], in front of the school".
func (w *work) thrownIn(si, v int) {
	s := &w.d.Sentences[si]
	t := &s.Tokens[v]
	n := t.Head
	if t.XPOS != "VBN" || t.Deprel != "acl" || n < 0 || n > v || s.Child(v, "obl:agent", "obj", "xcomp", "ccomp", "aux:pass") >= 0 {
		return
	}
	if f := w.verbCue(s, v); f == nil || f.frame(fClause) == nil || f.frame(fClause).class != Say {
		return
	}
	first, _ := s.Subtree(n)
	for first < n && s.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	if first < 3 || s.Tokens[first-1].Form != "," || !w.origin(si, n) || !w.hasFinite(s, 0, first) || v+1 >= len(s.Tokens) || s.Tokens[v+1].Form != "," && s.Tokens[v+1].Form != "." {
		return
	}
	for i := n + 1; i < v; i++ {
		if u := s.Tokens[i].UPOS; u == "PUNCT" || u == "VERB" || u == "AUX" {
			return
		}
	}
	c := candidate{at: doc.Ref{Sent: si, Tok: v}, class: Say, head: n, also: -1, inside: -1, speech: true, reason: "aside"}
	c.source = doc.Range{Sent: si, First: first, End: v}
	c.cue = doc.Range{Sent: si, First: v, End: v + 1}
	w.clearMask(s)
	for i := range w.mask {
		w.mask[i] = i < first || i > v
	}
	c.content = w.runs(si, nil)
	for i := range w.cands {
		if w.cands[i].at == c.at {
			w.cands[i].dead = true
		}
	}
	w.add(c)
}

// turnsDown reports whether somebody will not have what another says in a relative clause:
// "dismissed as baseless a report [which said] that". What it said is not on his word.
func (w *work) turnsDown(s *doc.Sentence, v int, c *candidate) bool {
	if !w.t.words["turning-down"][w.low(s.Tokens[v].Lemma)] || s.Child(v, "obj") < 0 {
		return false
	}
	for _, r := range c.content {
		for k := r.First; k < r.End && r.Sent == c.at.Sent; k++ {
			if t := &s.Tokens[k]; doc.IsRel(t.Deprel, "acl:relcl") && finite(t) && s.Child(k, "ccomp") > k {
				if cue := w.t.verbs[w.low(t.Lemma)]; cue != nil && cue.say {
					return true
				}
			}
		}
	}
	return false
}

// calledUntrue is the word that says that a claim is none: "the report that the town had
// fallen was [false]"; -1 for none. Trees hang it from the noun as often as over it.
func (t *tables) calledUntrue(s *doc.Sentence, n int) int {
	if h := s.Tokens[n].Head; s.Tokens[n].Deprel == "nsubj" && h > n && t.untrue(s, h) {
		return h
	}
	for h := n + 1; h < len(s.Tokens); h++ { // "turned out to be false", "proved wrong"
		if !t.words["proving"][lower(s.Tokens[h].Lemma)] || !finite(&s.Tokens[h]) || s.Tokens[n].Head != h && (s.Child(h, "nsubj") >= 0 || !s.Dominates(n, h)) {
			continue
		}
		if x := s.Child(h, "xcomp"); x > h && t.words["untrue"][lower(s.Tokens[x].Lemma)] {
			return x
		}
	}
	for c := range s.Children(n) {
		if d := s.Tokens[c].Deprel; c > n && (d == "acl" || d == "conj" || d == "parataxis") && t.untrue(s, c) {
			return c
		}
	}
	return -1
}

func (t *tables) untrue(s *doc.Sentence, k int) bool {
	c := s.Child(k, "cop")
	if c < 0 || !t.words["untrue"][lower(s.Tokens[k].Lemma)] {
		return false
	}
	for m := range s.Children(k) {
		if t.status[statusKey{"aux", lower(s.Tokens[m].Form), "-"}] == negated || s.Tokens[m].XPOS == "MD" {
			return false
		}
	}
	return true
}

// mute reports whether what shows or proves something has no words of its own: "the raid
// showed that", "this proves that". Whoever reports it draws the conclusion.
func (w *work) mute(a *doc.Attribution, c *candidate) bool {
	if a.Entity >= 0 || c.source.IsZero() {
		return false
	}
	source, head := c.source, c.head
	if _, h := antecedent(w.d, source); h >= 0 {
		head = h
	}
	t := w.d.Token(doc.Ref{Sent: source.Sent, Tok: head})
	switch t.UPOS {
	case "PRON", "DET":
		return w.low(t.Form) != "he" && w.low(t.Form) != "she" && w.low(t.Form) != "they" && w.low(t.Form) != "who" && w.low(t.Form) != "it"
	case "NOUN":
		return a.Kind == nuncio.LinkPerson && !w.origin(source.Sent, head) && !w.t.words["message"][w.low(t.Lemma)]
	}
	return false
}

// keepsSilent reports whether a verb of saying tells nobody's words, or its infinitive does:
// "declined to say whether".
func (t *tables) keepsSilent(s *doc.Sentence, v int) bool {
	x := s.Child(v, "xcomp")
	return t.unsaid(s, v) || x > v && t.negates(s, v) && t.unsaid(s, x)
}

// unsaid reports whether a verb of saying stands for words that are not said: "has not
// confirmed that", "refused to say whether", "nobody has reported that", "has yet to announce".
func (t *tables) unsaid(s *doc.Sentence, v int) bool {
	if !t.words["unsaid"][lower(s.Tokens[v].Lemma)] {
		return false
	}
	for c := range s.Children(v) {
		k := &s.Tokens[c]
		switch {
		case c > v:
		case doc.IsRel(k.Deprel, "nsubj") && t.nobody(s, c):
			return true
		case k.Deprel == "mark" && lower(k.Form) == "without":
			return true
		case (k.Deprel == "advmod" || k.UPOS == "PART" || doc.IsRel(k.Deprel, "aux")) && t.status[statusKey{"aux", lower(k.Form), "-"}] == negated:
			return true
		}
	}
	h := s.Tokens[v].Head
	return h >= 0 && h < v && s.Tokens[v].XPOS == "VB" && t.negates(s, h)
}

// nobody reports whether a noun stands for none: "no minister", "neither side", "nobody".
func (t *tables) nobody(s *doc.Sentence, n int) bool {
	for _, k := range [...]int{n, s.Child(n, "det"), s.Child(n, "cc:preconj")} {
		if k < 0 {
			continue
		}
		switch lower(s.Tokens[k].Form) {
		case "no", "neither", "nobody", "none", "nothing":
			return true
		}
	}
	return false
}

// negates reports whether the infinitive of a word is not done: "declined to", "was unable
// to", "has yet to", "a refusal to".
func (t *tables) negates(s *doc.Sentence, h int) bool {
	pos, lemma := governorPos(s, h), lower(s.Tokens[h].Lemma)
	if t.status[statusKey{pos, lemma, "inf"}] == negated {
		return true
	}
	if lemma != "have" && lemma != "be" {
		return false
	}
	for k := h + 1; k < len(s.Tokens) && k < h+4; k++ {
		if lower(s.Tokens[k].Form) == "yet" {
			return true
		}
	}
	return false
}
