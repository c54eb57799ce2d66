package who

import "nuncio/doc"

// Cover finds the mention at a token.
type Cover struct {
	base  []int
	heads []int32 // flat: mention whose head the token is, +1
	inner []int32 // flat: innermost mention that covers the token, +1
}

// Index reads d.Mentions; call it again when they have changed.
func (c *Cover) Index(d *doc.Document) {
	c.base = c.base[:0]
	n := 0
	for i := range d.Sentences {
		c.base = append(c.base, n)
		n += len(d.Sentences[i].Tokens)
	}
	c.heads, c.inner = cleared(c.heads, n), cleared(c.inner, n)
	for i := range d.Mentions {
		m := &d.Mentions[i]
		at := c.base[m.Sent]
		if h := &c.heads[at+m.Head]; *h == 0 || d.Mentions[*h-1].Kind != doc.Named {
			*h = int32(i) + 1
		}
		for t := m.First; t < m.End; t++ {
			in := &c.inner[at+t]
			if *in == 0 || m.End-m.First < d.Mentions[*in-1].End-d.Mentions[*in-1].First {
				*in = int32(i) + 1
			}
		}
	}
}

func cleared(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, n+n/2)
	}
	s = s[:n]
	clear(s)
	return s
}

// At is the mention that the token heads, or, failing that, the innermost one
// that covers it; -1 for none.
func (c *Cover) At(r doc.Ref) int {
	if r.Sent < 0 || r.Sent >= len(c.base) {
		return -1
	}
	i := c.base[r.Sent] + r.Tok
	if i >= len(c.heads) || r.Tok < 0 {
		return -1
	}
	if h := c.heads[i]; h > 0 {
		return int(h) - 1
	}
	return int(c.inner[i]) - 1
}

// Headed is the mention that the token heads, -1 for none.
func (c *Cover) Headed(r doc.Ref) int {
	if r.Sent < 0 || r.Sent >= len(c.base) || r.Tok < 0 || c.base[r.Sent]+r.Tok >= len(c.heads) {
		return -1
	}
	return int(c.heads[c.base[r.Sent]+r.Tok]) - 1
}
