package voice

import (
	"nuncio"
	"nuncio/doc"
)

// continueQuotes gives quotations that fill their sentences, and have no cue of
// their own, to the speaker before them.
func (w *work) continueQuotes() {
	for q := range w.quotes {
		x := &w.quotes[q]
		if x.owner >= 0 || !x.full || !w.fillsSentences(x) {
			continue
		}
		if c := w.speakerBefore(q); c >= 0 {
			w.claim(c, q)
		}
	}
}

// speakerBefore is the candidate that a quotation without cue goes on from: the
// last speaker of its paragraph, or of the paragraph before when that one ends
// in his words or in a colon.
func (w *work) speakerBefore(q int) int {
	x := &w.quotes[q]
	best := -1
	for i := range w.cands {
		c := &w.cands[i]
		if c.dead || c.class != Say || c.source.IsZero() || !before(c.at, x.first) || w.para[c.at.Sent] < w.para[x.first.Sent]-1 {
			continue
		}
		if w.d.Sentences[c.at.Sent].Part != w.d.Sentences[x.first.Sent].Part || w.inQuote(c.at) >= 0 {
			continue
		}
		if !c.speech && c.quotes == 0 || len(c.content) == 0 && !w.endsInColon(c.at.Sent) {
			continue
		}
		if best < 0 || w.lastWord(i).Sent > w.lastWord(best).Sent || w.lastWord(i).Sent == w.lastWord(best).Sent && !w.outer(&w.cands[best], c) {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	last := w.lastWord(best)
	if x.first.Sent-last.Sent > 1 {
		return -1
	}
	if w.para[last.Sent] != w.para[x.first.Sent] && w.cands[best].quotes == 0 && !w.endsInColon(last.Sent) && !w.cands[best].speech {
		return -1
	}
	return best
}

func (w *work) endsInColon(si int) bool {
	t := w.d.Sentences[si].Tokens
	return len(t) > 0 && t[len(t)-1].Form == ":"
}

// lastWord is the last place where a candidate's cue or content stands.
func (w *work) lastWord(i int) doc.Ref {
	c := &w.cands[i]
	at := c.at
	for _, r := range c.content {
		if end := (doc.Ref{Sent: r.Sent, Tok: r.End - 1}); before(at, end) {
			at = end
		}
	}
	return at
}

// speakerLine reads "Name: words" at the start of a paragraph, as transcripts and
// headlines have it.
func (w *work) speakerLine(si int) {
	s := &w.d.Sentences[si]
	if si > 0 && w.para[si] == w.para[si-1] {
		return
	}
	if x := w.turnOf(si); x != nil {
		w.speak(x)
		return
	}
	for i := 1; i < len(s.Tokens)-1 && i <= 5; i++ {
		t := &s.Tokens[i]
		if t.Form != ":" {
			if t.UPOS == "PUNCT" {
				return
			}
			continue
		}
		names := 0
		for k := 0; k < i; k++ {
			if s.Tokens[k].XPOS == "POS" && s.Part == doc.Title {
				continue // "Chad's Berg: …"
			}
			if u := s.Tokens[k].UPOS; u != "PROPN" && u != "NOUN" || u == "NOUN" && w.d.Sentences[si].Part != doc.Title && s.Tokens[k].Form != upper(s.Tokens[k].Form) {
				return
			}
			names++
		}
		c := candidate{at: doc.Ref{Sent: si, Tok: i}, class: Say, head: i - 1, also: -1, inside: -1, speech: true, reason: "speaker's line"}
		c.cue = doc.Range{Sent: si, First: i, End: i + 1}
		c.source = doc.Range{Sent: si, First: 0, End: i}
		w.clearMask(s)
		for k := i + 1; k < len(s.Tokens); k++ {
			w.mask[k] = true
		}
		c.content = w.runs(si, nil)
		if w.d.Sentences[si].Part == doc.Body && (i == 1 && len(s.Tokens[0].Form) == 1 || !w.hasFinite(s, i+1, len(s.Tokens))) {
			return // "Q:", "A:", a line of a table
		}
		if names > 0 && len(c.content) > 0 && !w.topic(si, i) && !(i == 1 && w.t.words["label"][w.low(s.Tokens[0].Lemma)]) {
			w.add(c)
		}
		return
	}
}

// trailer reads who vouches for a headline at its end: "Oslo to expel envoy: sources".
func (w *work) trailer(si int) {
	s := &w.d.Sentences[si]
	n := len(s.Tokens)
	if s.Part != doc.Title || n < 5 {
		return
	}
	k := n - 1
	for k > 2 && n-k <= 4 && s.Tokens[k].UPOS != "PUNCT" {
		k--
	}
	switch f := s.Tokens[k].Form; {
	case k == n-1 || k < 3 || f != ":" && f != "-" && f != "–" && f != "—" && f != "--":
		return
	}
	head := -1
	for i := k + 1; i < n; i++ {
		if h := s.Tokens[i].Head; h <= k {
			head = i
		}
	}
	if head < 0 || !w.origin(si, head) || s.Tokens[head].UPOS == "PROPN" && !w.speaks(si, head) || !w.hasFinite(s, 0, k) && !w.hasClause(s, 0) {
		return
	}
	for i := range w.cands {
		if c := &w.cands[i]; c.at.Sent == si && !c.dead && (c.at.Tok > k || c.reason == "speaker's line") {
			return
		}
	}
	c := candidate{at: doc.Ref{Sent: si, Tok: k}, class: Say, head: head, also: -1, inside: -1, speech: true, reason: "speaker's line"}
	c.cue, c.source = doc.Range{Sent: si, First: k, End: k + 1}, doc.Range{Sent: si, First: k + 1, End: n}
	w.clearMask(s)
	for i := 0; i < k; i++ {
		w.mask[i] = true
	}
	c.content = w.runs(si, nil)
	w.add(c)
}

// speaks reports whether a name is of somebody, of a body or of an outlet, and no place.
func (w *work) speaks(si, head int) bool {
	for i := range w.d.Mentions {
		if m := &w.d.Mentions[i]; m.Sent == si && m.Head == head && m.Entity >= 0 && !m.Place {
			k := w.d.Entities[m.Entity].Kind
			return k == nuncio.KindPerson || k == nuncio.KindOrganization || k == nuncio.KindOutlet
		}
	}
	return w.outlet(si, head)
}

// topic reports whether a state before the colon of a headline says only where the news is
// from: "Chad: Police beat protesters", where "Chad: Peru shelled our port" is its word. The
// words of a state are about others. In a text a state or town heads an item of a column.
func (w *work) topic(si, colon int) bool {
	if w.d.Sentences[si].Part != doc.Title {
		return w.item(si, colon)
	}
	label, abroad := -1, false
	for i := range w.d.Mentions {
		m := &w.d.Mentions[i]
		if m.Sent != si || m.Entity < 0 {
			continue
		}
		switch e := &w.d.Entities[m.Entity]; {
		case m.End <= colon && e.Kind == nuncio.KindState:
			label = m.Entity
		case m.First < colon || e.Country == "" || e.Inferred:
		case label >= 0 && e.Country == w.d.Entities[label].Country:
			return true
		case len(e.Country) == 3 && (e.Kind == nuncio.KindState || e.Sector != ""):
			abroad = abroad || e.Kind != nuncio.KindOrganization
		}
	}
	return label >= 0 && !abroad
}

// item reports whether the label of a paragraph is a state's or place's name, and what
// follows no quotation.
func (w *work) item(si, colon int) bool {
	s := &w.d.Sentences[si]
	if mark(s.Tokens[colon+1].Form) != 0 {
		return false
	}
	for i := range w.d.Mentions {
		if m := &w.d.Mentions[i]; m.Sent == si && m.First == 0 && m.End == colon && m.Entity >= 0 {
			return m.Place || w.d.Entities[m.Entity].Kind == nuncio.KindState
		}
	}
	return false
}

func upper(s string) string {
	b := []byte(s)
	for i := range b {
		if b[i] >= 'a' && b[i] <= 'z' {
			b[i] -= 32
		}
	}
	return string(b)
}
