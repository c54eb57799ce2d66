package voice

import (
	"slices"

	"nuncio/doc"
)

// attachQuotes gives every quotation that reads like speech to the cue whose
// words it is, and grows contents that hold part of a quotation to its whole.
func (w *work) attachQuotes() {
	// n: candidates that attaching adds have their quotation already.
	for n, i := len(w.cands), 0; i < n; i++ {
		w.growContent(i)
	}
	for q := range w.quotes {
		x := &w.quotes[q]
		if x.owner >= 0 || x.words == 0 {
			continue
		}
		if c := w.splitBefore(q); c >= 0 {
			w.claim(c, q)
			continue
		}
		if x.after >= 0 && w.quotes[x.after].owner >= 0 {
			w.claim(w.quotes[x.after].owner, q)
			continue
		}
		if c := w.cueBeside(q); c >= 0 {
			w.claim(c, q)
		}
	}
}

// splitBefore is the owner of the quotation before, in the same sentence, whose tag
// stands between the two behind a comma: “We are ready,” he told reporters, “and we wait.”
func (w *work) splitBefore(q int) int {
	if q == 0 {
		return -1
	}
	x, p := &w.quotes[q], &w.quotes[q-1]
	if p.owner < 0 || p.last.Sent != x.first.Sent || x.first.Tok < 2 || w.d.Sentences[x.first.Sent].Tokens[x.first.Tok-1].Form != "," {
		return -1
	}
	if at := w.cands[p.owner].at; at.Sent != x.first.Sent || at.Tok < p.last.Tok || at.Tok > x.first.Tok {
		return -1
	}
	return p.owner
}

// growContent lets a candidate whose content touches quotations own them.
func (w *work) growContent(i int) {
	c := &w.cands[i]
	for _, r := range slices.Clone(c.content) {
		for t := r.First; t < r.End; t++ {
			q := w.inQuote(doc.Ref{Sent: r.Sent, Tok: t})
			if q < 0 {
				continue
			}
			x := &w.quotes[q]
			if w.inside(x, c.at) {
				// The cue itself is quoted: its content stays within.
				continue
			}
			t = r.End
			if x.last.Sent == r.Sent {
				t = min(t, x.last.Tok)
			}
			if x.owner >= 0 && w.cands[x.owner].at.Sent == c.at.Sent && !w.outer(c, &w.cands[x.owner]) {
				continue
			}
			if c.class != Say && !x.full {
				continue
			}
			x.owner = i
			c.content = w.merge(c, x)
			c.quotes++
		}
	}
}

// outer reports whether a holds b's cue in its content.
func (w *work) outer(a, b *candidate) bool { return w.holds(a.content, b.at) }

func (w *work) inside(q *quote, at doc.Ref) bool {
	return !before(at, q.first) && !before(q.last, at)
}

func before(a, b doc.Ref) bool { return a.Sent < b.Sent || a.Sent == b.Sent && a.Tok < b.Tok }

// claim makes quotation q content of candidate c.
func (w *work) claim(c, q int) {
	x := &w.cands[c]
	w.quotes[q].owner = c
	w.leadIn(x, &w.quotes[q])
	x.content = w.merge(x, &w.quotes[q])
	x.quotes++
}

// leadIn adds the words between a cue and a quotation that goes on from them: "said
// that the deal was “dead”".
func (w *work) leadIn(c *candidate, q *quote) {
	si := c.at.Sent
	s := &w.d.Sentences[si]
	from, to := c.cue.End, q.first.Tok
	if q.first.Sent != si || from >= to || c.source.Sent == si && c.source.First >= from {
		return
	}
	switch s.Tokens[to-1].Form {
	case ",", ":", "—", "--":
		return
	}
	for i := from; i < to; i++ {
		t := &s.Tokens[i]
		if mark(t.Form) != 0 || t.Form == ";" || t.XPOS == "VBG" && w.t.verbs[w.low(t.Lemma)] != nil {
			return
		}
	}
	switch f := w.low(s.Tokens[from].Form); f {
	case "that", "why", "how", "what", "whether", "if":
	default:
		if to-from < 3 || !w.hasFinite(s, from, to) {
			return
		}
	}
	w.clearMask(s)
	for _, r := range c.content {
		if r.Sent == si {
			for i := r.First; i < r.End; i++ {
				w.mask[i] = true
			}
		}
	}
	for i := from; i < to; i++ {
		w.mask[i] = true
	}
	kept := c.content[:0:0]
	for _, r := range c.content {
		if r.Sent != si {
			kept = append(kept, r)
		}
	}
	c.content = w.sorted(w.runs(si, kept))
}

// merge adds a quotation to a candidate's content, one range a sentence; what
// the candidate's own cue and source cover stays out.
func (w *work) merge(c *candidate, q *quote) []doc.Range {
	for si := q.first.Sent; si <= q.last.Sent; si++ {
		s := &w.d.Sentences[si]
		r := doc.Range{Sent: si, First: 0, End: len(s.Tokens)}
		if si == q.first.Sent {
			r.First = q.first.Tok
		}
		if si == q.last.Sent {
			r.End = min(r.End, q.last.Tok+1)
		}
		w.clearMask(s)
		kept := c.content[:0:0]
		for _, o := range c.content {
			if o.Sent != si {
				kept = append(kept, o)
				continue
			}
			for k := o.First; k < o.End; k++ {
				w.mask[k] = true
			}
		}
		for k := r.First; k < r.End; k++ {
			at := doc.Ref{Sent: si, Tok: k}
			w.mask[k] = !c.cue.Has(at) && !c.source.Has(at)
		}
		if si == q.last.Sent && si == c.at.Sent && c.at.Tok < q.first.Tok && q.closed && !w.stopBefore(q.last) {
			w.tailFrom(s, r.End) // the sentence of the speaker goes on behind a borrowed word
		}
		c.content = w.sorted(w.runsKeeping(si, kept, r))
	}
	return c.content
}

// runsKeeping is runs, but what a quotation covers keeps its punctuation.
func (w *work) runsKeeping(si int, out []doc.Range, q doc.Range) []doc.Range {
	covered := append([]bool(nil), w.mask...)
	n := len(out)
	out = w.runs(si, out)
	for i := n; i < len(out); i++ {
		for out[i].End < q.End && out[i].End >= q.First && covered[out[i].End] {
			out[i].End++
		}
		for out[i].First > q.First && out[i].First <= q.End && covered[out[i].First-1] {
			out[i].First--
		}
	}
	return out
}

func (w *work) sorted(r []doc.Range) []doc.Range {
	for i := 1; i < len(r); i++ {
		for j := i; j > 0 && (r[j].Sent < r[j-1].Sent || r[j].Sent == r[j-1].Sent && r[j].First < r[j-1].First); j-- {
			r[j], r[j-1] = r[j-1], r[j]
		}
	}
	return r
}

// cueBeside is the candidate next to a quotation in its first or last sentence,
// or a verb of manner made one ("…," she smiled); -1 when none is near.
func (w *work) cueBeside(q int) int {
	x := &w.quotes[q]
	best, bestDist := -1, 9
	for i := range w.cands {
		c := &w.cands[i]
		if !c.speech || c.dead || c.class == Relay || w.inside(x, c.at) || c.at.Sent != x.first.Sent && c.at.Sent != x.last.Sent && !w.tagBehind(c, x) {
			continue
		}
		if !c.weak && len(c.content) > 0 && c.quotes == 0 && !x.full {
			continue
		}
		d := w.distance(c, x)
		if d < bestDist || d == bestDist && best >= 0 && w.cands[best].weak && !c.weak {
			best, bestDist = i, d
		}
	}
	if best >= 0 && (x.full || bestDist == 0 && before(w.cands[best].at, x.first)) {
		return best
	}
	if c := w.colonBefore(q); c >= 0 {
		return c
	}
	if !x.full {
		return -1
	}
	return w.mannerVerb(q)
}

// distance counts the words between a candidate's cue and source and a quotation.
func (w *work) distance(c *candidate, q *quote) int {
	first, end := c.cue.First, c.cue.End
	if !c.source.IsZero() && c.source.Sent == c.at.Sent {
		first, end = min(first, c.source.First), max(end, c.source.End)
	}
	n := 0
	count := func(from, to int) {
		s := &w.d.Sentences[c.at.Sent]
		for i := from; i < to && i < len(s.Tokens); i++ {
			if s.Tokens[i].UPOS != "PUNCT" {
				n++
			}
		}
	}
	if c.at.Sent == q.last.Sent && q.last.Tok < first {
		count(q.last.Tok+1, first)
		return n
	}
	if c.at.Sent == q.first.Sent && end <= q.first.Tok {
		count(end, q.first.Tok)
		return n
	}
	if w.tagBehind(c, q) {
		count(0, first)
		return n
	}
	return 99
}

// tagBehind reports whether a candidate without content opens the sentence behind
// a quotation that ended its own with a stop: "Why now?" Park said. Behind a full stop
// nobody's tag follows, least of all a verb further down in what another says.
func (w *work) tagBehind(c *candidate, q *quote) bool {
	si := q.last.Sent
	if c.at.Sent != si+1 || w.para[si] != w.para[si+1] || len(c.content) > 0 || c.at.Tok >= 12 || w.d.Sentences[c.at.Sent].Tokens[c.at.Tok].Head >= 0 && q.last.Tok > 0 && w.d.Sentences[si].Tokens[q.last.Tok-1].Form == "." {
		return false
	}
	return q.last.Tok == len(w.d.Sentences[si].Tokens)-1 && w.stopBefore(q.last)
}

// colonBefore makes a candidate of a name with a colon before a quotation: "one
// answer from the ambassador: “No.”"
func (w *work) colonBefore(q int) int {
	at := w.quotes[q].first
	s := &w.d.Sentences[at.Sent]
	if at.Tok < 2 || s.Tokens[at.Tok-1].Form != ":" || w.quotes[q].words < 3 {
		return -1
	}
	n := at.Tok - 2
	if s.Tokens[n].UPOS != "PROPN" {
		return -1
	}
	h := n
	for up := s.Tokens[h].Head; up >= 0 && up < at.Tok && s.Tokens[up].UPOS == "PROPN"; up = s.Tokens[h].Head {
		h = up
	}
	c := candidate{at: doc.Ref{Sent: at.Sent, Tok: at.Tok - 1}, class: Say, head: h, also: -1, inside: -1, speech: true, reason: "colon"}
	c.cue = doc.Range{Sent: at.Sent, First: at.Tok - 1, End: at.Tok}
	c.source = w.nounPhrase(at.Sent, h, at.Tok-1)
	c.source.End = min(c.source.End, at.Tok-1)
	if c.source.IsZero() {
		return -1
	}
	return w.add(c)
}

// mannerVerb makes a candidate of a verb that is no cue by itself but stands
// with its subject right behind a quotation that a comma leaves open.
func (w *work) mannerVerb(q int) int {
	x := &w.quotes[q]
	if !w.stopBefore(x.last) || !x.closed {
		return -1
	}
	si := x.last.Sent
	s := &w.d.Sentences[si]
	for i := x.last.Tok + 1; i < len(s.Tokens) && i < x.last.Tok+8; i++ {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" {
			continue
		}
		sub := s.Child(i, "nsubj")
		if sub <= x.last.Tok || s.Tokens[sub].XPOS == "WDT" || s.Tokens[sub].XPOS == "WP" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" {
			return -1
		}
		c := candidate{at: doc.Ref{Sent: si, Tok: i}, class: Say, head: sub, also: -1, inside: -1, speech: true, reason: "manner of speaking"}
		c.source = w.nounPhrase(si, sub, i)
		c.cue = w.verbGroup(si, i, -1, c.source)
		if w.distance(&c, x) > 2 {
			return -1
		}
		return w.add(c)
	}
	return -1
}
