package nlp

import "strings"

// cacheSize is the number of word forms a workspace remembers. One takes 16 D
// bytes: 6 kB.
const cacheSize = 6000

// cache holds what hangs on a word's form alone: the products of the first two
// layers, and lemmas. When it is full, forms met only once go first.
type cache struct {
	slot  map[string]int32
	words []word
	slabs [][]float32 // of slabWords words, D numbers of the first layer and 3·D of the second each
	hand  int         // where the search for a slot goes on
	now   uint32      // number of the batch

	fresh       []int32 // slots of this batch that have no products yet
	feats, wide []float32
	x, conv     []float32
	zero        []float32 // what stands beside the first word and the last
	spell       Speller
}

const slabWords = 128

type word struct {
	form   string
	batch  uint32 // the last that it stood in
	again  bool   // met again since the hand last passed
	lemmas []lemma
}

type lemma struct {
	tag  int
	text string
}

// slots finds or makes the slot of each form. Slots are good until the next call.
func (w *Workspace) slots(out []int32, forms []string) []int32 {
	c := &w.cache
	c.now++
	out, c.fresh = out[:0], c.fresh[:0]
	for _, f := range forms {
		s, ok := c.slot[f]
		if !ok {
			s = w.takeSlot()
			f = strings.Clone(f) // or the cache would hold on to the report
			c.slot[f] = s
			c.words[s].form, c.words[s].again = f, false
			c.fresh = append(c.fresh, s)
		} else if c.words[s].batch != c.now {
			c.words[s].again = true
		}
		c.words[s].batch = c.now
		out = append(out, s)
	}
	w.fillSlots()
	return out
}

// takeSlot gives a new slot, or one whose form has not come again for long. Words
// of this batch stay.
func (w *Workspace) takeSlot() int32 {
	c := &w.cache
	if len(c.words) >= cacheSize {
		for range 2 * len(c.words) {
			c.hand = (c.hand + 1) % len(c.words)
			v := &c.words[c.hand]
			switch {
			case v.batch == c.now:
			case v.again:
				v.again = false
			default:
				delete(c.slot, v.form)
				v.lemmas = v.lemmas[:0]
				return int32(c.hand)
			}
		}
	}
	if len(c.words) == len(c.slabs)*slabWords {
		c.slabs = append(c.slabs, make([]float32, slabWords*4*w.engine.net.D))
	}
	c.words = append(c.words, word{})
	return int32(len(c.words) - 1)
}

// products gives what the first two layers make of the word in a slot.
func (c *cache) products(slot int32, d int) (x, left, mid, right []float32) {
	at := int(slot) % slabWords * 4 * d
	p := c.slabs[slot/slabWords][at : at+4*d]
	return p[:d], p[d : 2*d], p[2*d : 3*d], p[3*d:]
}

func (w *Workspace) fillSlots() {
	e, c, n := w.engine, &w.cache, len(w.cache.fresh)
	if n == 0 {
		return
	}
	d, in := e.net.D, e.net.In.Rows
	c.x, c.conv = grow(c.x, n*d), grow(c.conv, n*3*d)
	c.feats, c.wide = grow(c.feats, n*in), grow(c.wide, n*2*d)
	for i, s := range c.fresh {
		w.features(c.feats[i*in:(i+1)*in], c.words[s].form)
	}
	w.mul(n, c.feats, in, e.w.in, c.wide)
	for i := range n {
		a := c.wide[i*2*d : (i+1)*2*d]
		for j := range d {
			c.x[i*d+j] = max(a[j], a[d+j])
		}
	}
	w.mul(n, c.x, d, e.w.conv, c.conv)
	for i, s := range c.fresh {
		x, left, mid, right := c.products(s, d)
		conv := c.conv[i*3*d:]
		copy(x, c.x[i*d:])
		copy(left, conv)
		copy(mid, conv[d:])
		copy(right, conv[2*d:])
	}
}

// lemma gives the lemma of the word in a slot with a tag.
func (w *Workspace) lemma(slot int32, tag int) string {
	v := &w.cache.words[slot]
	for i := range v.lemmas {
		if v.lemmas[i].tag == tag {
			return v.lemmas[i].text
		}
	}
	l := w.engine.base(v.form, w.engine.tags[tag])
	v.lemmas = append(v.lemmas, lemma{tag, l})
	return l
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

// embed adds to each word what a window of three words says: each lends the words
// beside it what its products hold for them.
func (w *Workspace) embed(out []float32, slots []int32, lens []int) {
	c, e, d := &w.cache, w.engine, w.engine.net.D
	if len(c.zero) < d {
		c.zero = make([]float32, d)
	}
	at := 0
	for _, n := range lens {
		for i := at; i < at+n; i++ {
			left, right := c.zero, c.zero
			if i > at {
				_, left, _, _ = c.products(slots[i-1], d)
			}
			if i+1 < at+n {
				_, _, _, right = c.products(slots[i+1], d)
			}
			x, _, mid, _ := c.products(slots[i], d)
			e.kernel.Window(out[i*d:(i+1)*d], x, e.net.ConvB.Data[:d], mid, left, right)
		}
		at += n
	}
}
