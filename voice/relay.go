package voice

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// relays adds, for each candidate found so far, who passed its words on: the
// outlet they were told to, the carrier of the statement, the paper that quotes;
// and for a report that cites, who it cites.
func (w *work) relays(si int) {
	first := len(w.cands)
	for i := range w.cands {
		if w.cands[i].at.Sent == si {
			first = i
			break
		}
	}
	for i, n := first, len(w.cands); i < n; i++ {
		if c := &w.cands[i]; c.reason != "citing" && (c.class == Say && len(c.content) > 0 || c.speech) {
			w.toldTo(i)
			w.carriedBy(i)
			w.spokeTo(i)
		}
	}
	w.asReportedBy(si)
}

// toldTo: "told Reuters that", "said in an interview with Jeune Afrique".
func (w *work) toldTo(i int) {
	c := w.cands[i]
	s := &w.d.Sentences[c.at.Sent]
	for k := range s.Children(c.at.Tok) {
		t := &s.Tokens[k]
		switch {
		case t.Deprel == "obj" || t.Deprel == "iobj" || doc.IsRel(t.Deprel, "obl") && hasPrep(s, k, "to"):
			if (w.outlet(c.at.Sent, k) || w.perhapsPaper(c.at.Sent, k)) && !w.holds(c.content, doc.Ref{Sent: c.at.Sent, Tok: k}) {
				w.addRelay(i, c.at.Sent, k, c.cue)
				return
			}
			if p := s.Child(k, "nmod:poss"); p >= 0 && t.UPOS == "NOUN" && w.t.words["desk"][w.low(t.Lemma)] && w.outlet(c.at.Sent, p) {
				w.addRelay(i, c.at.Sent, p, c.cue) // "told the BBC's Persian service"
				return
			}
		case doc.IsRel(t.Deprel, "obl") && w.t.words["message"][w.low(t.Lemma)]:
			for m := range s.Children(k) {
				if doc.IsRel(s.Tokens[m].Deprel, "nmod") && m > k && (hasPrep(s, m, "with") || hasPrep(s, m, "to") || hasPrep(s, m, "on")) && w.outlet(c.at.Sent, m) {
					w.addRelay(i, c.at.Sent, m, doc.Range{Sent: c.at.Sent, First: k, End: k + 1})
					return
				}
			}
		}
	}
}

// spokeTo: "an officer, speaking to Reuters on condition of anonymity, said", "a rebel who
// spoke to the BBC said".
func (w *work) spokeTo(i int) {
	c := w.cands[i]
	s := &w.d.Sentences[c.at.Sent]
	look := func(from int) bool {
		for k := range s.Children(from) {
			t := &s.Tokens[k]
			if t.XPOS != "VBG" && t.Deprel != "acl:relcl" || !doc.IsRel(t.Deprel, "acl") && !doc.IsRel(t.Deprel, "advcl") || !w.t.words["speaking"][w.low(t.Lemma)] {
				continue
			}
			for m := range s.Children(k) {
				if doc.IsRel(s.Tokens[m].Deprel, "obl") && (hasPrep(s, m, "to") || hasPrep(s, m, "with")) && w.outlet(c.at.Sent, m) {
					w.addRelay(i, c.at.Sent, m, doc.Range{Sent: c.at.Sent, First: k, End: k + 1})
					return true
				}
			}
		}
		return false
	}
	if w.cands[i].inside < 0 && !look(c.at.Tok) && c.head >= 0 && c.source.Sent == c.at.Sent {
		if look(c.head) {
			return
		}
		for n := range s.Children(c.head) { // "a spokesman for the rebels, who spoke to"
			if s.Tokens[n].Deprel == "nmod" && n > c.head && look(n) {
				return
			}
		}
	}
}

// carriedBy: "in a statement carried by the IRNA", "in comments published by Le Monde".
func (w *work) carriedBy(i int) {
	c := w.cands[i]
	s := &w.d.Sentences[c.at.Sent]
	// The medium hangs on the cue, on the source ("a statement carried by KCNA said") or is the source.
	look := func(k int) bool {
		for a := range s.Children(k) {
			t := &s.Tokens[a]
			if !doc.IsRel(t.Deprel, "acl") {
				continue
			}
			if t.XPOS == "VBN" && w.t.words["obtaining"][w.low(t.Lemma)] {
				if by := obtainer(s, a); by >= 0 && w.outlet(c.at.Sent, by) {
					w.addRelay(i, c.at.Sent, by, doc.Range{Sent: c.at.Sent, First: a, End: a + 1})
					return true
				}
			}
			if !w.t.words["passing"][w.low(t.Lemma)] {
				continue
			}
			by := s.Child(a, "obl:agent")
			if by < 0 {
				by = oblWith(s, a, "by")
			}
			if by < 0 {
				by = oblWith(s, a, "on")
				if by >= 0 && (w.ownPage(s, by) || w.t.words["time"][w.low(s.Tokens[by].Lemma)] || s.Tokens[by].UPOS == "NUM") {
					return true // "published on Tuesday"
				}
			}
			if by >= 0 && a != c.at.Tok {
				w.addRelay(i, c.at.Sent, by, doc.Range{Sent: c.at.Sent, First: a, End: a + 1})
				return true
			}
		}
		return false
	}
	for k := range s.Children(c.at.Tok) {
		if t := &s.Tokens[k]; doc.IsRel(t.Deprel, "obl") && w.t.words["message"][w.low(t.Lemma)] {
			if look(k) || w.copyWith(i, k) {
				return
			}
		}
	}
	if c.head >= 0 && c.source.Sent == c.at.Sent && w.t.words["message"][w.low(s.Tokens[c.head].Lemma)] && w.copyWith(i, c.head) {
		return
	}
	if c.head < 0 || c.source.Sent != c.at.Sent || look(c.head) {
		return
	}
	for k := range s.Children(c.head) { // "a report by the panel seen by the agency"
		if doc.IsRel(s.Tokens[k].Deprel, "nmod") && k > c.head && w.t.words["message"][w.low(s.Tokens[c.head].Lemma)] && look(k) {
			return
		}
	}
	w.quotedBy(i, c.at.Sent, c.source.End)
}

// copyWith reads ", a copy of which was seen by Reuters" and ", excerpts of which the daily
// published" behind a paper, wherever trees hang it: who has it passed its words on.
func (w *work) copyWith(i, paper int) bool {
	si := w.cands[i].at.Sent
	s := &w.d.Sentences[si]
	of := -1
	for k := paper + 1; k < len(s.Tokens) && k < paper+10 && of < 0; k++ {
		if s.Tokens[k].XPOS == "WDT" && (s.Tokens[k-1].Form == "," || w.low(s.Tokens[k-1].Form) == "of") {
			of = k
		}
	}
	for v := of + 1; of > 0 && v+2 < len(s.Tokens) && v < of+5; v++ {
		t := &s.Tokens[v]
		if t.XPOS != "VBN" || !w.t.words["obtaining"][w.low(t.Lemma)] && !w.t.words["passing"][w.low(t.Lemma)] || w.low(s.Tokens[v+1].Form) != "by" {
			continue
		}
		by := w.nounAfter(s, v, v+2)
		if by < 0 || !w.outlet(si, by) {
			return false
		}
		w.addRelay(i, si, by, doc.Range{Sent: si, First: v, End: v + 1})
		if c := &w.cands[i]; c.source.Sent == si && c.source.First <= paper && c.source.End > paper {
			for k := paper + 1; k < c.source.End; k++ {
				if s.Tokens[k].Form == "," {
					c.source.End = k
				}
			}
		}
		return true
	}
	return false
}

// quotedBy is the outlet right behind a source that quotes it, hung elsewhere: "according to
// a minister [quoted by] SUNA".
func (w *work) quotedBy(i, si, a int) {
	s := &w.d.Sentences[si]
	if a >= len(s.Tokens) || a == w.cands[i].at.Tok || s.Tokens[a].XPOS != "VBN" || !w.t.words["passing"][w.low(s.Tokens[a].Lemma)] {
		return
	}
	by := s.Child(a, "obl:agent")
	if by < 0 || !w.outlet(si, by) {
		return
	}
	for k := range w.cands {
		if w.cands[k].at == (doc.Ref{Sent: si, Tok: a}) {
			w.cands[k].dead = true
		}
	}
	w.addRelay(i, si, by, doc.Range{Sent: si, First: a, End: a + 1})
}

// obtainer is who has seen a document: "a letter seen by the daily", "a memo leaked to
// the channel"; -1 for nobody.
func obtainer(s *doc.Sentence, v int) int {
	if by := s.Child(v, "obl:agent"); by >= 0 {
		return by
	}
	if by := oblWith(s, v, "by"); by >= 0 {
		return by
	}
	return oblWith(s, v, "to")
}

// ownPage reports whether words stand on the speaker's own page or on a platform
// where everybody writes: that passes nothing on.
func (w *work) ownPage(s *doc.Sentence, n int) bool {
	if w.t.words["platform"][w.low(s.Tokens[n].Lemma)] || w.t.words["platform"][w.low(s.Tokens[n].Form)] {
		return true
	}
	p := s.Child(n, "nmod:poss")
	return p >= 0 && s.Tokens[p].UPOS == "PRON"
}

// outlet reports whether a noun names a news outlet, by entity, catalogue or word.
func (w *work) outlet(si, k int) bool {
	at := doc.Ref{Sent: si, Tok: k}
	t := w.d.Token(at)
	if t.UPOS == "PRON" {
		return false
	}
	if w.outletWord(si, k) {
		return true
	}
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Sent == si && m.Head == k && m.Entity >= 0 && m.Entity < len(w.d.Entities) {
			return w.d.Entities[m.Entity].Kind == nuncio.KindOutlet
		}
	}
	e := w.lookup(w.nounPhrase(si, k, -1))
	return e != nil && e.Kind == "outlet"
}

// perhapsPaper reports whether a name that nobody knows, with an article, is one to whom
// something was told: "told the Standard". Those of bodies say what they are.
func (w *work) perhapsPaper(si, k int) bool {
	s := &w.d.Sentences[si]
	d := s.Child(k, "det")
	if d < 0 || s.Tokens[k].UPOS != "PROPN" || w.low(s.Tokens[d].Form) != "the" {
		return false
	}
	for i := range w.d.Mentions {
		if m := &w.d.Mentions[i]; m.Sent == si && m.Head == k && m.Entity >= 0 && m.Entity < len(w.d.Entities) {
			e := &w.d.Entities[m.Entity]
			if e.Kind == nuncio.KindState || e.Kind == nuncio.KindPerson || e.Country != "" && !e.Inferred || e.Sector != "" || w.known(e.ID) != nil {
				return false
			}
		}
	}
	source := w.nounPhrase(si, k, -1)
	return source.End-source.First <= 4 && w.lookup(source) == nil && w.kindByWords(source, doc.Ref{Sent: si, Tok: k}) == "" && s.Tokens[k].XPOS == "NNP"
}

// outletWord reports whether a noun is called a newspaper or the like: by itself
// ("the daily"), before its name ("the newspaper Zerkalo") or behind it ("Zerkalo,
// a daily").
func (w *work) outletWord(si, k int) bool {
	s := &w.d.Sentences[si]
	if w.t.words["outlet"][w.low(s.Tokens[k].Lemma)] {
		d := s.Child(k, "det")
		return d < 0 || w.low(s.Tokens[d].Form) != "this" // "told this newspaper": the report's own
	}
	if s.Tokens[k].UPOS != "PROPN" {
		return false
	}
	if w.calledPaper(si, k) {
		return true
	}
	for i := k - 1; i >= 0 && i > k-5 && (s.Tokens[i].UPOS == "ADJ" || s.Tokens[i].UPOS == "VERB" || s.Tokens[i].UPOS == "NOUN" || s.Tokens[i].UPOS == "PROPN" || s.Tokens[i].Form == "-"); i-- {
		if w.t.words["outlet-owner"][w.low(s.Tokens[i].Form)] {
			return true // "the state-owned Herald"
		}
	}
	for c := range s.Children(k) {
		switch d := s.Tokens[c].Deprel; {
		case d == "appos", d == "compound" && c < k, doc.IsRel(d, "nmod") && c < k && s.Child(c, "case") < 0:
			if s.Tokens[c].UPOS == "NOUN" && w.t.words["outlet"][w.low(s.Tokens[c].Lemma)] {
				return true
			}
		}
	}
	return false
}

// calledPaper reports whether a name of two words or more ends as those of papers do: "the
// Vientiane Times", "Fresh News".
func (w *work) calledPaper(si, k int) bool {
	s := &w.d.Sentences[si]
	if f := s.Tokens[k].Form; strings.Count(f, ".") == 1 && strings.IndexByte(f, '.') > 1 && len(f)-strings.IndexByte(f, '.') <= 4 && f[len(f)-1] >= 'a' && f[len(f)-1] <= 'z' {
		return true // "Gazeta.uz"
	}
	last := k
	for last+1 < len(s.Tokens) && s.Tokens[last+1].UPOS == "PROPN" && s.Tokens[last+1].Head <= k {
		last++
	}
	return w.t.words["paper-name"][w.low(s.Tokens[last].Form)] && (last > k || k > 0 && s.Tokens[k-1].UPOS == "PROPN" && s.Tokens[k-1].Head == k)
}

// addRelay adds the one who passed candidate i on, and puts i inside him.
func (w *work) addRelay(i, si, head int, cue doc.Range) {
	c := candidate{at: doc.Ref{Sent: si, Tok: cue.First}, class: Relay, head: head, also: -1, inside: -1, cue: cue, reason: "passed on"}
	c.source = w.bare(w.nounPhrase(si, head, -1), head)
	if cue != w.cands[i].cue && cue.End <= c.source.First && c.source.First-cue.End <= 2 {
		w.cutPhrase(i, si, cue.First, c.source.End) // "quoted by Reuters" is no part of what is told
	}
	in := w.cands[i].inside
	c.inside = in
	w.cands[i].inside = w.add(c)
}

// asReportedBy: "…, as quoted by Tanjug": whatever stands before it in the
// sentence was passed on; where no other cue is, it is the word of that source.
func (w *work) asReportedBy(si int) {
	s := &w.d.Sentences[si]
	for i := 0; i+3 < len(s.Tokens); i++ {
		if w.low(s.Tokens[i].Form) != "as" {
			continue
		}
		v := i + 1
		for v < len(s.Tokens) && s.Tokens[v].UPOS == "ADV" {
			v++
		}
		if v+2 >= len(s.Tokens) || !w.t.words["passing"][w.low(s.Tokens[v].Lemma)] || s.Tokens[v].XPOS == "VBG" {
			continue
		}
		by := v + 1
		for by < len(s.Tokens) && by < v+4 && w.low(s.Tokens[by].Form) != "by" {
			by++
		}
		if by+1 >= len(s.Tokens) || w.low(s.Tokens[by].Form) != "by" {
			continue
		}
		h := w.nounAfter(s, by, by+1)
		if h < 0 {
			continue
		}
		w.asBy(si, i, v, by, h)
	}
}

func (w *work) asBy(si, as, v, by, head int) {
	s := &w.d.Sentences[si]
	c := candidate{at: doc.Ref{Sent: si, Tok: v}, class: Say, head: head, also: -1, inside: -1, speech: true, reason: "as reported by"}
	c.cue = doc.Range{Sent: si, First: as, End: by + 1}
	c.source = w.nounPhrase(si, head, v)
	if c.source.First <= by {
		c.source.First = by + 1
	}
	if c.source.IsZero() {
		return
	}
	// The verb's own candidate, and sources that swallowed this phrase.
	inner := -1
	for i := range w.cands {
		o := &w.cands[i]
		if o.at.Sent != si || o.dead {
			continue
		}
		if o.at.Tok == v {
			o.dead = true
			continue
		}
		if o.source.Sent == si && o.source.First < as && o.source.End > as {
			o.source.End = as
			if o.source.End > o.source.First && s.Tokens[o.source.End-1].Form == "," {
				o.source.End--
			}
		}
		o.content = cutFrom(o.content, si, as)
		// What was passed on is what the nearest speaker said.
		if o.at.Tok < as && (o.class == Say || o.class == Show) && (len(o.content) > 0 || o.speech) && w.inQuote(o.at) < 0 && o.reason != "object" {
			inner = i
		}
	}
	if inner >= 0 {
		c.class = Relay
		w.cands[inner].inside = w.add(c)
		return
	}
	w.clearMask(s)
	if as > 1 {
		for k := 0; k < as; k++ {
			w.mask[k] = true
		}
	} else {
		for k := c.source.End; k < len(s.Tokens); k++ {
			w.mask[k] = true
		}
	}
	c.content = w.runs(si, nil)
	w.add(c)
}

// cutFrom takes what stands from a token on out of a content.
func cutFrom(r []doc.Range, si, from int) []doc.Range {
	out := r[:0]
	for _, x := range r {
		if x.Sent == si && x.End > from {
			x.End = from
		}
		if !x.IsZero() {
			out = append(out, x)
		}
	}
	return out
}

// passOn gives everyone who passed words on the content of what he passed on,
// with its cue and source.
func (w *work) passOn() {
	for i := range w.cands {
		c := &w.cands[i]
		if c.dead || c.inside < 0 {
			continue
		}
		for in, n := c.inside, 0; in >= 0 && n < len(w.cands); in, n = w.cands[in].inside, n+1 {
			o := &w.cands[in]
			if len(c.content) == 0 {
				o.dead = true
				continue
			}
			for _, r := range c.content {
				o.content = w.cover(o.content, r)
			}
		}
	}
}

// cover adds a range to a content unless it is there already.
func (w *work) cover(content []doc.Range, r doc.Range) []doc.Range {
	for i, x := range content {
		if x.Contains(r) {
			return content
		}
		if x.Sent == r.Sent && x.First <= r.End && r.First <= x.End {
			content[i] = doc.Range{Sent: r.Sent, First: min(x.First, r.First), End: max(x.End, r.End)}
			return content
		}
	}
	return w.sorted(append(content, r))
}

// bare cuts a clause off a name.
func (w *work) bare(r doc.Range, head int) doc.Range {
	t := w.d.Sentences[r.Sent].Tokens
	for i := head + 1; i < r.End; i++ {
		switch w.low(t[i].Form) {
		case "that", "who", "which", ",", "as":
			r.End = i
		}
	}
	return r
}
