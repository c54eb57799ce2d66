package voice

import "nuncio/doc"

// Trees go wrong most often around inverted and thrown-in verbs of saying, which
// are the daily bread of news. The readings here stand on the order of words and
// are asked only where the tree gave nothing.

// finite reports whether a verb can have a subject of its own beside it.
func finite(t *doc.Token) bool {
	switch t.XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return t.Feat("VerbForm", "Fin")
}

// canSpeak reports whether a verb may have a subject beside it: a finite one, or
// one that a relative clause before it made the tagger take for a participle.
func (w *work) canSpeak(s *doc.Sentence, v int) bool {
	t := &s.Tokens[v]
	if finite(t) && !passive(s, v) {
		return true
	}
	return (t.XPOS == "VBN" || t.XPOS == "VBD") && s.Child(v, "aux", "aux:pass") < 0 && w.whoBefore(s, v) > 0
}

// surfaceSource finds a source beside a finite verb of saying: behind it when a
// quotation or comma stands before it (", said Park"), else before it.
func (w *work) surfaceSource(c *candidate) {
	si, v := c.at.Sent, c.at.Tok
	s := &w.d.Sentences[si]
	if !w.canSpeak(s, v) {
		return
	}
	if cue := w.verbCue(s, v); v > 0 && !(cue != nil && cue.addressee) && s.Tokens[v-1].UPOS == "PUNCT" && (s.Tokens[v-1].Form == "," || mark(s.Tokens[v-1].Form) != 0) {
		if h := w.nounAfter(s, v, v+1); h >= 0 && w.reaches(s, v+1, h) && !w.actsItself(s, h) {
			c.head, c.source = h, w.nounPhrase(si, h, v)
			if c.source.First <= v {
				c.source = doc.Range{Sent: si, First: v + 1, End: max(v+2, h+1)}
			}
			return
		}
	}
	left := v - 1
	for left >= 0 && (left > 0 && w.floating(s, left) || s.Tokens[left].UPOS == "ADV" || s.Tokens[left].UPOS == "AUX" || s.Tokens[left].UPOS == "PART") {
		left--
	}
	if k := w.whoBefore(s, v); k > 0 && s.Child(v, "mark") < 0 {
		if r, h := w.phraseBefore(s, si, k); h >= 0 {
			c.head, c.source = h, doc.Range{Sent: si, First: r.First, End: v}
			return
		}
	}
	if left > 2 && s.Tokens[left].Form == "," {
		if !w.behindAside(c, left) {
			w.surfaceAppositive(c, left)
		}
		return
	}
	if left < 0 || !nominal(&s.Tokens[left]) || s.Tokens[left].UPOS == "ADJ" || s.Tokens[left].UPOS == "DET" {
		return
	}
	if first := w.stretch(s, left); first >= 0 {
		h := left
		for n := 0; n < 6; n++ {
			if up := s.Tokens[h].Head; up >= first && up <= left {
				h = up
			}
		}
		c.head, c.source = h, doc.Range{Sent: si, First: first, End: left + 1}
		return
	}
	h := left
	for n := 0; n < 3; n++ {
		up := s.Tokens[h].Head
		if up < 0 || up >= v || !nominal(&s.Tokens[up]) || !w.plain(s, up, v) {
			break
		}
		h = up
	}
	c.head, c.source = h, w.nounPhrase(si, h, v)
	if c.source.End > v {
		c.source.End = v
	}
	if c.source.End <= left {
		c.source = doc.Range{Sent: si, First: h, End: left + 1}
	}
}

// behindAside reads "…, a diplomat at the seat of the union, who asked not to be named,
// said" off the words: the phrase before the relative clause that ends at the comma.
func (w *work) behindAside(c *candidate, comma int) bool {
	si := c.at.Sent
	s := &w.d.Sentences[si]
	for k := comma - 1; k > 2 && k > comma-20; k-- {
		t := &s.Tokens[k]
		if mark(t.Form) != 0 || t.Form == ";" || t.Form == "," {
			return false
		}
		if w.low(t.Form) != "who" {
			continue
		}
		first := -1
		if s.Tokens[k-1].Form == "," {
			first = w.stretch(s, k-2)
		}
		if first < 0 {
			return false
		}
		r, h := w.phraseBefore(s, si, k-1)
		if h < 0 {
			return false
		}
		c.head, c.source = h, doc.Range{Sent: si, First: max(first, r.First), End: k - 1}
		return true
	}
	return false
}

// stretch is the start of the words without verb that lead from a comma to last,
// -1 when they are not a noun phrase to the eye: ", diplomats in Asia and officials
// in Lagos [said]".
func (w *work) stretch(s *doc.Sentence, last int) int {
	i := last
	for i > 0 && last-i < 20 {
		switch t := &s.Tokens[i-1]; t.UPOS {
		case "NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "NUM", "PART":
			i--
			continue
		case "PRON":
			if t.XPOS == "PRP$" {
				i--
				continue
			}
		}
		break
	}
	if i == 0 || i == last || s.Tokens[i-1].Form != "," && mark(s.Tokens[i-1].Form) == 0 {
		return -1
	}
	switch s.Tokens[i].UPOS {
	case "ADP", "CCONJ", "PART":
		return -1
	}
	return i
}

// whoBefore is the "who" of a relative clause that ends right before v ("a diplomat
// who asked not to be named said"), -1 when there is none.
func (w *work) whoBefore(s *doc.Sentence, v int) int {
	for i := v - 2; i > 0 && i > v-25; i-- {
		t := &s.Tokens[i]
		if w.low(t.Form) == "who" {
			if nominal(&s.Tokens[i-1]) && w.hasFinite(s, i+1, v) {
				return i
			}
			return -1
		}
		if mark(t.Form) != 0 || t.Form == ";" || t.Form == "," {
			return -1
		}
	}
	return -1
}

// phraseBefore is the noun phrase that ends before token k.
func (w *work) phraseBefore(s *doc.Sentence, si, k int) (doc.Range, int) {
	i := k
	for i > 0 && (nominal(&s.Tokens[i-1]) || s.Tokens[i-1].UPOS == "ADP" || s.Tokens[i-1].UPOS == "PART" || s.Tokens[i-1].Form == "-") {
		i--
	}
	for i < k && (s.Tokens[i].UPOS == "ADP" || s.Tokens[i].UPOS == "PART") {
		i++
	}
	if i >= k {
		return doc.Range{}, -1
	}
	h := k - 1
	for j := i; j < k; j++ { // the head: before its first preposition
		if s.Tokens[j].UPOS == "ADP" && j > i {
			h = j - 1
			break
		}
	}
	return doc.Range{Sent: si, First: i, End: k}, h
}

// actsItself reports whether a finite verb follows a noun before any punctuation:
// then it is the subject of what was said ("…, said sanctions would stay").
func (w *work) actsItself(s *doc.Sentence, h int) bool {
	for i := h + 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		switch {
		case t.UPOS == "PUNCT", t.XPOS == "WP", t.XPOS == "WDT", w.low(t.Form) == "that":
			return false
		case (t.UPOS == "VERB" || t.UPOS == "AUX") && (finite(t) || t.XPOS == "MD"):
			return true
		}
	}
	return false
}

// surfaceAppositive reads "Mwangi, a lawyer in Kisumu, said" off the words: a
// phrase at the start of its stretch without a finite verb of its own.
func (w *work) surfaceAppositive(c *candidate, comma int) {
	si, v := c.at.Sent, c.at.Tok
	s := &w.d.Sentences[si]
	start := 0
	for i := comma - 1; i >= 0; i-- {
		if f := s.Tokens[i].Form; mark(f) != 0 || f == ";" || f == ":" || f == "—" || w.low(f) == "that" && s.Tokens[i].UPOS == "SCONJ" {
			start = i + 1
			break
		}
	}
	for start < comma && (s.Tokens[start].UPOS == "CCONJ" || s.Tokens[start].UPOS == "ADV" || s.Tokens[start].UPOS == "PUNCT") {
		start++
	}
	if start >= comma || !apposes(&s.Tokens[start]) && s.Tokens[start].UPOS != "PRON" && s.Tokens[start].UPOS != "NUM" {
		return
	}
	h := -1
	for i := start; i < comma; i++ {
		t := &s.Tokens[i]
		if finite(t) && !relativeBefore(s.Tokens[start:comma], i-start) {
			return
		}
		if h < 0 && t.Form == "," {
			h = i - 1
		}
	}
	if h < start || !nominal(&s.Tokens[h]) {
		return
	}
	for k := 0; k < 4; k++ { // the head of the name, not its last word
		up := s.Tokens[h].Head
		if up < start || up >= comma || !nominal(&s.Tokens[up]) {
			break
		}
		h = up
	}
	c.head, c.source = h, doc.Range{Sent: si, First: start, End: min(comma+1, v)}
	for i := start; i+1 < comma; i++ {
		if s.Tokens[i].Form == "," {
			if s.Tokens[i+1].XPOS == "VBG" {
				c.source.End = i // "The Gleaner, citing officials, reported"
			}
			break
		}
	}
}

// reaches reports whether nothing but words of a noun phrase stands from i to h.
func (w *work) reaches(s *doc.Sentence, i, h int) bool {
	for ; i < h; i++ {
		switch s.Tokens[i].UPOS {
		case "PUNCT", "VERB", "ADP", "SCONJ", "CCONJ":
			return false
		}
	}
	return true
}

// plain reports whether no punctuation or verb stands between up and v.
func (w *work) plain(s *doc.Sentence, up, v int) bool {
	for i := up; i < v; i++ {
		if u := s.Tokens[i].UPOS; u == "PUNCT" || u == "VERB" {
			return false
		}
	}
	return true
}

// surfaceContent gives a verb of saying without content what stands before it
// (", Park said." at the end) or behind it ("Park said the talks had failed").
func (w *work) surfaceContent(c *candidate) {
	si := c.at.Sent
	s := &w.d.Sentences[si]
	if c.source.IsZero() || c.source.Sent != si {
		return
	}
	first, end := min(c.cue.First, c.source.First), max(c.cue.End, c.source.End)
	if !finite(&s.Tokens[c.at.Tok]) {
		if k := w.thatBehindAside(s, end); k >= 0 && len(c.content) == 0 && s.Child(c.at.Tok, "aux") >= 0 { // "had reported"
			w.clearMask(s)
			w.tailAll(k)
			c.content, c.reason = w.runs(si, nil), "what stands behind"
		}
		return
	}
	if w.twoSubjects(s, c.at.Tok) {
		return
	}
	if len(c.content) > 0 { // asked again: only what stands behind is in question
	} else if first > 1 && s.Tokens[first-1].Form == "," || first > 0 && mark(s.Tokens[first-1].Form) != 0 {
		if c.source.First >= c.cue.End || w.onlyPunct(s, end) || s.Tokens[end].Form == "," || !w.hasFinite(s, end, len(s.Tokens)) && !w.hasClause(s, end) {
			from := first - 1
			for from > 0 && s.Tokens[from-1].Form != ";" {
				from--
			}
			if w.hasFinite(s, from, first) {
				w.clearMask(s)
				for i := from; i < first; i++ {
					w.mask[i] = true
				}
				c.content, c.reason = w.runs(si, nil), "what stands before"
				return
			}
		}
	}
	if k := w.thatBehind(s, end); c.source.End <= c.cue.First && len(c.content) == 0 && k >= 0 {
		w.clearMask(s)
		w.tailAll(k)
		c.content, c.reason = w.runs(si, nil), "what stands behind"
		return
	}
	if o := s.Child(c.at.Tok, "obj"); o >= 0 && w.relativeOnly(s, o, end) {
		return // "concluded talks in which they agreed"
	} else if o >= 0 && w.adverbialOnly(s, c.at.Tok, end) {
		return // "recalled its envoy after the army took power"
	} else if o >= 0 && w.onlyTold(s, c.at.Tok, end) {
		return // "recalled its envoy, the agency reported"
	}
	if c.source.End <= c.cue.First && end < len(s.Tokens) && s.Tokens[end].UPOS != "PUNCT" && s.Tokens[end].UPOS != "ADP" && !(s.Part == doc.Title && w.t.words["beside"][w.low(s.Tokens[end].Form)]) && w.hasFinite(s, end, len(s.Tokens)) {
		for i := end + 1; i < len(s.Tokens) && i < end+12; i++ {
			if w.low(s.Tokens[i].Form) == "that" && s.Tokens[i].UPOS == "SCONJ" {
				end = i // "told the paper on Friday that"
				break
			}
		}
		w.clearMask(s)
		for i := end; i < len(s.Tokens); i++ {
			if s.Tokens[i].Form == "," && i+1 < len(s.Tokens) && s.Tokens[i+1].XPOS == "VBG" && w.t.verbs[w.low(s.Tokens[i+1].Lemma)] != nil {
				break // another report begins: "…, saying that"
			}
			w.mask[i] = true
		}
		if !w.hasFinite(s, end, w.lastMarked()+1) {
			return
		}
		c.content, c.reason = w.runs(si, nil), "what stands behind"
	}
}

// adverbialOnly reports whether every finite verb from i on stands in an adverbial
// clause of verb v that a conjunction opens.
func (w *work) adverbialOnly(s *doc.Sentence, v, i int) bool {
	for ; i < len(s.Tokens); i++ {
		if !finite(&s.Tokens[i]) {
			continue
		}
		under := false
		for c := range s.Children(v) {
			if doc.IsRel(s.Tokens[c].Deprel, "advcl") && s.Child(c, "mark") >= 0 && (c == i || s.Dominates(c, i)) {
				under = true
			}
		}
		if !under {
			return false
		}
	}
	return true
}

// onlyTold reports whether the one finite verb from i on is that of saying over verb v: who
// closes the sentence told all of it.
func (w *work) onlyTold(s *doc.Sentence, v, i int) bool {
	told := false
	for ; i < len(s.Tokens); i++ {
		if t := &s.Tokens[i]; finite(t) && (t.UPOS == "VERB" || t.UPOS == "AUX") {
			if told || s.Tokens[v].Head != i || s.Tokens[v].Deprel != "ccomp" {
				return false
			}
			told = true
		}
	}
	return told
}

// hasClause reports whether a complement begins somewhere behind i.
func (w *work) hasClause(s *doc.Sentence, i int) bool {
	for ; i < len(s.Tokens); i++ {
		switch w.low(s.Tokens[i].Form) {
		case "that", "to", "whether", "how", ":":
			if s.Tokens[i].UPOS != "ADP" {
				return true
			}
		}
	}
	return false
}

func (w *work) lastMarked() int {
	for i := len(w.mask) - 1; i >= 0; i-- {
		if w.mask[i] {
			return i
		}
	}
	return -1
}

func (w *work) onlyPunct(s *doc.Sentence, from int) bool {
	for i := from; i < len(s.Tokens); i++ {
		if s.Tokens[i].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

func (w *work) hasFinite(s *doc.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		t := &s.Tokens[i]
		if (t.UPOS == "VERB" || t.UPOS == "AUX") && (finite(t) || t.XPOS == "MD") {
			return true
		}
	}
	return false
}
