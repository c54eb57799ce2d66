package nlp

import "strings"

// cacheSize is the number of different words a workspace remembers. A slot
// takes 16 D bytes.
const cacheSize = 6000

// cache holds the first two layers' products for words already met: they hang on
// the form alone.
type cache struct {
	slot  map[string]int32
	x     []float32 // D a slot
	conv  []float32 // 3·D a slot
	fresh []string  // forms of this batch that have no products yet
	feats []float32
	wide  []float32
	spell Speller
}

// slots finds or makes the slot of each form. Slots are good until the next call
// that starts with room for fewer than len(forms) new ones.
func (w *Workspace) slots(out []int32, forms []string) []int32 {
	c := &w.cache
	if len(c.slot)+len(forms) > cacheSize {
		clear(c.slot)
		w.lemmas.reset()
	}
	out = out[:0]
	first := len(c.slot)
	c.fresh = c.fresh[:0]
	for _, f := range forms {
		s, ok := c.slot[f]
		if !ok {
			s = int32(len(c.slot))
			c.slot[strings.Clone(f)] = s
			c.fresh = append(c.fresh, f)
		}
		out = append(out, s)
	}
	w.fillSlots(first)
	return out
}

func (w *Workspace) fillSlots(first int) {
	e, c, n := w.engine, &w.cache, len(w.cache.fresh)
	if n == 0 {
		return
	}
	net, d, in := e.net, e.net.D, e.net.In.Rows
	c.x, c.conv = extend(c.x, (first+n)*d), extend(c.conv, (first+n)*3*d)
	c.feats, c.wide = grow(c.feats, n*in), grow(c.wide, n*2*d)
	for i, f := range c.fresh {
		w.features(c.feats[i*in:(i+1)*in], f)
	}
	fill(c.wide, net.InB.Data, n)
	e.kernel.Gemm(n, c.feats, in, 1, e.w.in, c.wide, 2*d)
	x, conv := c.x[first*d:(first+n)*d], c.conv[first*3*d:(first+n)*3*d]
	for i := range n {
		a := c.wide[i*2*d : (i+1)*2*d]
		for j := range d {
			x[i*d+j] = max(a[j], a[d+j])
		}
	}
	clear(conv)
	e.kernel.Gemm(n, x, d, 1, e.w.conv, conv, 3*d)
}

// features writes a form's embeddings side by side, the static vector last.
func (w *Workspace) features(out []float32, form string) {
	net, s := w.engine.net, &w.cache.spell
	s.Set(form)
	for i, t := range net.Tables {
		f := w.engine.feature[i]
		r1, r2 := s.Rows(f, t.Rows)
		copy(out[:t.Dim], net.Emb[i].Row(r1))
		if f == featForm {
			for j, v := range net.Emb[i].Row(r2) {
				out[j] += v
			}
		}
		out = out[t.Dim:]
	}
	if net.Vectors > 0 {
		w.engine.vec.Fill(s.Lower(), out)
	}
}

// embed adds to each word what a window of three words says.
func (w *Workspace) embed(out []float32, slots []int32, lens []int) {
	c, net, d := &w.cache, w.engine.net, w.engine.net.D
	bias := net.ConvB.Data[:d]
	at := 0
	for _, n := range lens {
		for i := at; i < at+n; i++ {
			s := int(slots[i])
			y, x, mid := out[i*d:(i+1)*d], c.x[s*d:(s+1)*d], c.conv[(3*s+1)*d:(3*s+2)*d]
			for j := range y {
				y[j] = bias[j] + mid[j]
			}
			if i > at {
				p := int(slots[i-1])
				for j, v := range c.conv[3*p*d : (3*p+1)*d] {
					y[j] += v
				}
			}
			if i+1 < at+n {
				p := int(slots[i+1])
				for j, v := range c.conv[(3*p+2)*d : (3*p+3)*d] {
					y[j] += v
				}
			}
			for j := range y {
				y[j] = x[j] + max(0, y[j])
			}
		}
		at += n
	}
}

// extend makes room for n numbers and keeps those there are.
func extend(s []float32, n int) []float32 {
	if cap(s) < n {
		t := make([]float32, n, n+n/2)
		copy(t, s)
		return t
	}
	return s[:n]
}
