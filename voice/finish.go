package voice

import (
	"slices"

	"nuncio"
	"nuncio/doc"
)

// finish drops what got no content, nests what is left and writes it out, outer
// before inner and otherwise in text order.
func (w *work) finish() {
	w.passOn()
	for i := range w.cands {
		c := &w.cands[i]
		if len(c.content) == 0 || c.cue.IsZero() && c.source.IsZero() {
			c.dead = true
		}
	}
	w.dropDoubles()
	w.sideBySide()
	w.nest()
	w.write()
}

// dropDoubles keeps one of two candidates for the same cue words.
func (w *work) dropDoubles() {
	for i := range w.cands {
		a := &w.cands[i]
		for j := i + 1; j < len(w.cands) && !a.dead; j++ {
			b := &w.cands[j]
			if b.at.Sent != a.at.Sent {
				break
			}
			if b.dead || a.class == Relay || b.class == Relay {
				continue
			}
			if a.cue.Has(b.at) && b.cue.Has(b.at) && a.also < 0 && b.also < 0 {
				// "made the claim": the noun's reading stands, unless the verb's has a clause.
				if a.weak {
					a.dead = true
				} else {
					b.dead = true
				}
			} else if b.cue.Has(a.at) {
				if b.weak {
					b.dead = true
				} else {
					a.dead = true
				}
			}
		}
	}
}

// nest finds for each candidate the smallest content that its cue stands in.
func (w *work) nest() {
	n := len(w.cands)
	if cap(w.parent) < n {
		w.parent = make([]int, n*2)
	}
	w.parent = w.parent[:n]
	for i := range w.cands {
		w.parent[i] = -1
		if w.cands[i].dead {
			continue
		}
		if in := w.cands[i].inside; in >= 0 && !w.cands[in].dead {
			w.parent[i] = in
			continue
		}
		best := 0
		for j := range w.cands {
			if j == i || w.cands[j].dead || w.cands[j].also >= 0 || !w.holds(w.cands[j].content, w.cands[i].at) {
				continue
			}
			if size := w.size(j); w.parent[i] < 0 || size < best || size == best && w.insideOf(j, w.parent[i]) {
				w.parent[i], best = j, size
			}
		}
	}
	// Two that hold each other's cue: the later one gives way.
	for i := range w.cands {
		for p, steps := w.parent[i], 0; p >= 0; p, steps = w.parent[p], steps+1 {
			if p == i || steps > n {
				w.parent[i] = -1
				break
			}
		}
	}
}

// insideOf reports whether a candidate was passed on by another.
func (w *work) insideOf(i, outer int) bool {
	for in, n := w.cands[i].inside, 0; in >= 0 && n < len(w.cands); in, n = w.cands[in].inside, n+1 {
		if in == outer {
			return true
		}
	}
	return false
}

func (w *work) size(i int) int {
	n := 0
	for _, r := range w.cands[i].content {
		n += r.End - r.First
	}
	return n
}

// write orders the candidates by depth-first walk, siblings in text order.
func (w *work) write() {
	w.order = w.order[:0]
	for i := range w.cands {
		if !w.cands[i].dead {
			w.order = append(w.order, i)
		}
	}
	slices.SortStableFunc(w.order, func(a, b int) int {
		x, y := w.start(a), w.start(b)
		if x != y {
			if before(x, y) {
				return -1
			}
			return 1
		}
		return w.depth(a) - w.depth(b)
	})
	index := make(map[int]int, len(w.order))
	var emit func(i int)
	emit = func(i int) {
		index[i] = len(w.d.Attributions)
		w.d.Attributions = append(w.d.Attributions, w.attribution(i))
		for _, j := range w.order {
			if w.parent[j] == i {
				emit(j)
			}
		}
	}
	for _, i := range w.order {
		if w.parent[i] < 0 {
			emit(i)
		}
	}
	for _, i := range w.order {
		a := &w.d.Attributions[index[i]]
		if p := w.parent[i]; p >= 0 {
			a.Parent = index[p]
		}
		if o := w.cands[i].also; o >= 0 {
			if k, ok := index[o]; ok {
				a.Also = k
			}
		}
	}
}

func (w *work) depth(i int) int {
	n := 0
	for p := w.parent[i]; p >= 0 && n < len(w.cands); p = w.parent[p] {
		n++
	}
	return n
}

// start is where an attribution's words begin.
func (w *work) start(i int) doc.Ref {
	c := &w.cands[i]
	at := c.at
	for _, r := range c.content {
		if b := (doc.Ref{Sent: r.Sent, Tok: r.First}); before(b, at) {
			at = b
		}
	}
	return at
}

func (w *work) attribution(i int) doc.Attribution {
	c := &w.cands[i]
	a := doc.Attribution{
		Source: c.source, Cue: c.cue, Content: c.content, Style: w.style(c), Class: c.class,
		Mention: -1, Entity: -1, Parent: -1, Also: -1, To: w.addressee(c), Reason: c.reason,
	}
	w.identify(&a, c)
	if c.class == Show && w.mute(&a, c) {
		a.Reason = "evidence"
	}
	a.When = w.when(c)
	return a
}

// when is the time at which it was said: an expression that hangs on the cue,
// stands right behind it or between it and its source, or belongs to the source.
func (w *work) when(c *candidate) nuncio.When {
	best := -1
	for i := range w.d.Times {
		t := &w.d.Times[i]
		if t.Sent != c.at.Sent || t.Type != "DATE" && t.Type != "TIME" || w.holds(c.content, doc.Ref{Sent: t.Sent, Tok: t.First}) {
			continue
		}
		if w.timeOf(t.Range, c) {
			best = i
			break
		}
	}
	if best < 0 {
		return nuncio.When{}
	}
	t := &w.d.Times[best]
	x := nuncio.When{Interval: t.Interval, Text: w.d.Words(t.Range), Span: w.d.Span(t.Range), Basis: nuncio.WhenExpression}
	if w.d.Sentences[t.Sent].Part == doc.Title {
		x.In = "title"
	}
	return x
}

// timeOf reports whether a time expression tells when a candidate's words fell.
func (w *work) timeOf(t doc.Range, c *candidate) bool {
	s := &w.d.Sentences[t.Sent]
	for i := t.First; i < t.End && i < len(s.Tokens); i++ {
		if h := s.Tokens[i].Head; h == c.at.Tok && !t.Has(doc.Ref{Sent: t.Sent, Tok: h}) {
			return true
		}
	}
	if !c.source.IsZero() && c.source.Contains(t) {
		return true // "a statement on Monday said"
	}
	from, to := c.cue.End, t.First // "said on Monday", "told reporters Monday"
	if t.End <= c.cue.First && c.source.Sent == t.Sent && c.source.End <= t.First {
		from, to = c.source.End, t.First // "Lavrov on Monday said"
	}
	if to < from || to-from > 3 {
		return false
	}
	for i := from; i < to; i++ {
		if u := s.Tokens[i].UPOS; u == "PUNCT" || u == "VERB" || u == "SCONJ" {
			return false
		}
	}
	return true
}

// style is direct when quotations fill the content, mixed when they fill part of it.
func (w *work) style(c *candidate) nuncio.Style {
	if c.verbatim {
		return nuncio.StyleDirect
	}
	in, out := 0, 0
	for _, r := range c.content {
		for k := r.First; k < r.End; k++ {
			at := doc.Ref{Sent: r.Sent, Tok: k}
			if w.d.Token(at).UPOS == "PUNCT" {
				continue
			}
			if q := w.inQuote(at); q >= 0 && !w.inside(&w.quotes[q], c.at) {
				in++
			} else {
				out++
			}
		}
	}
	switch {
	case in == 0:
		return nuncio.StyleIndirect
	case out == 0:
		return nuncio.StyleDirect
	}
	return nuncio.StyleMixed
}
