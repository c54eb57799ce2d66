package nlp

import (
	"math"

	"nuncio/nn"
)

// weights are the network's matrices laid out for the kernels, in whole numbers.
// The first two layers run once a word form, the others once a word.
type weights struct {
	in, conv                  *nn.Quantized
	head, tags, arc, rel, ner *nn.Quantized
	rec                       []*nn.Quantized
	recIn                     []*nn.Quantized // none without waists
	headIn                    *nn.Quantized
}

func (n *Net) weights() weights {
	q := func(m, bias *nn.Matrix) *nn.Quantized { return nn.Quantize(m, bias.Data) }
	w := weights{
		in: q(n.In, n.InB), conv: nn.Quantize(n.Conv, nil), head: q(n.Head, n.HeadB), tags: q(n.Tags, n.TagsB),
		arc: q(n.Bi, n.BiB), rel: q(n.Rel, n.RelB), ner: q(n.Ner, n.NerB),
	}
	for i := range n.Rec {
		w.rec = append(w.rec, q(n.Rec[i], n.RecB[i]))
	}
	if n.HeadIn != nil {
		for _, m := range n.RecIn {
			w.recIn = append(w.recIn, nn.Quantize(m, nil))
		}
		w.headIn = nn.Quantize(n.HeadIn, nil)
	}
	return w
}

// batch holds the numbers of some sentences on their way through the network.
type batch struct {
	x, y, u, state  []float32
	hidden, waist   []float32
	tags, arcs, ner []float32
	heads           []float32 // the words of one sentence as heads, the root first
	score           []float32
	z, rels         []float32
	packed          nn.Packed
	rounded         nn.Rounded

	// Results, one a word.
	UPOS, XPOS, Feats, Rel, Ner []int
	Tree                        []int // head within the sentence from 1, 0 for the root
	from                        []int16
	path                        []float32

	// For the places under heads.
	taken, twice []place
	moves        []move
	moved        []float32
}

// run fills the results for words whose slots in the cache are given, sentence
// after sentence of the given lengths.
func (w *Workspace) run(slots []int32, lens []int) {
	e, b := w.engine, &w.batch
	net, d, t := e.net, e.net.D, len(slots)
	b.x, b.y = grow(b.x, t*d), grow(b.y, t*d)
	w.embed(b.x, slots, lens)

	h := d / 2
	b.u, b.state = grow(b.u, t*3*d), grow(b.state, h)
	for l := range net.Rec {
		if net.HeadIn != nil {
			w.mulWaist(t, e.w.recIn[l], e.w.rec[l], b.u)
		} else {
			w.mul(t, b.x, d, e.w.rec[l], b.u)
		}
		v := net.RecV[l].Data
		at := 0
		for _, n := range lens {
			u, x, y := b.u[at*3*d:], b.x[at*d:], b.y[at*d:]
			e.kernel.Recur(n, h, u, 3*d, x, d, v[:d], b.state, y, d, 1)
			e.kernel.Recur(n, h, u[3*h:], 3*d, x[h:], d, v[d:], b.state, y[h:], d, -1)
			at += n
		}
		b.x, b.y = b.y, b.x
	}

	width := net.HeadWidth()
	b.hidden = grow(b.hidden, t*width)
	if net.HeadIn != nil {
		w.mulWaist(t, e.w.headIn, e.w.head, b.hidden)
	} else {
		w.mul(t, b.x, d, e.w.head, b.hidden)
	}
	bent, name := net.Tag+2*net.Arc, width-net.Name
	for i := range t {
		row := b.hidden[i*width : (i+1)*width]
		e.kernel.Relu(row[:bent])
		e.kernel.Relu(row[name:])
	}
	w.tag(t, width)
	w.parse(lens, width)
	w.label(lens, width)
	w.names(lens, width, name)
}

// mul writes the product of t rows that lie ld apart with weights, bias added.
func (w *Workspace) mul(t int, x []float32, ld int, q *nn.Quantized, out []float32) {
	w.engine.kernel.Round(&w.batch.rounded, t, q.K, x, ld)
	w.engine.kernel.Mul(&w.batch.rounded, q, out, q.N)
}

// mulWaist is mul of the encoder's rows in two steps, through a narrow one.
func (w *Workspace) mulWaist(t int, in, q *nn.Quantized, out []float32) {
	b := &w.batch
	b.waist = grow(b.waist, t*in.N)
	w.mul(t, b.x, in.K, in, b.waist)
	w.mul(t, b.waist, in.N, q, out)
}

func (w *Workspace) tag(t, width int) {
	e, b, net := w.engine, &w.batch, w.engine.net
	nu, nx, nf := len(net.UPOS), len(net.XPOS), len(net.Labels.Feats)
	n := nu + nx + nf
	b.tags = grow(b.tags, t*n)
	w.mul(t, b.hidden, width, e.w.tags, b.tags)
	b.UPOS, b.XPOS, b.Feats = grow(b.UPOS, t), grow(b.XPOS, t), grow(b.Feats, t)
	for i := range t {
		row := b.tags[i*n : (i+1)*n]
		b.UPOS[i] = argmax(row[:nu])
		b.XPOS[i] = e.kernel.Argmax(row[nu : nu+nx])
		if e.unknown >= 0 { // texts labelled without features taught a label for that
			row[nu+nx+e.unknown] = float32(math.Inf(-1))
		}
		b.Feats[i] = e.kernel.Argmax(row[nu+nx:])
	}
}

func (w *Workspace) parse(lens []int, width int) {
	e, b, net := w.engine, &w.batch, w.engine.net
	a, t := net.Arc, len(b.UPOS)
	b.arcs, b.Tree = grow(b.arcs, t*a), grow(b.Tree, t)
	w.mul(t, b.hidden[net.Tag:], width, e.w.arc, b.arcs)
	cells := 0
	for _, n := range lens {
		cells += n * (n + 1)
	}
	b.score = grow(b.score, cells)
	at := 0
	cells = 0
	for _, n := range lens {
		b.heads = grow(b.heads, (n+1)*a)
		copy(b.heads, net.Root.Data[:a])
		for j := range n {
			off := (at+j)*width + net.Tag + a
			copy(b.heads[(j+1)*a:(j+2)*a], b.hidden[off:off+a])
		}
		b.packed.Pack(b.heads, a, n+1, 1, a)
		score := b.score[cells : cells+n*(n+1)]
		cells += n * (n + 1)
		for i := 1; i <= n; i++ {
			row := score[(i-1)*(n+1) : i*(n+1)]
			row[0] = 0
			for j := 1; j <= n; j++ {
				row[j] = net.Dist.Data[DistanceAt(i, j)]
			}
		}
		e.kernel.Gemm(n, b.arcs[at*a:], a, 1, &b.packed, score, n+1)
		copy(b.Tree[at:at+n], w.decoder.Tree(score, n, n+1))
		at += n
	}
}

func (w *Workspace) label(lens []int, width int) {
	e, b, net := w.engine, &w.batch, w.engine.net
	l, t, nr := net.Config.Label, len(b.UPOS), len(net.Rels)
	b.z, b.rels, b.Rel = grow(b.z, t*2*l), grow(b.rels, t*nr), grow(b.Rel, t)
	at := 0
	for _, n := range lens {
		for i := range n {
			w.pair(b.z[(at+i)*2*l:(at+i+1)*2*l], at, i, b.Tree[at+i], width)
		}
		at += n
	}
	w.mul(t, b.z, 2*l, e.w.rel, b.rels)
	for i := range t {
		row := b.rels[i*nr : (i+1)*nr]
		if b.Tree[i] == 0 {
			b.Rel[i] = e.root
			continue
		}
		row[e.root] = float32(math.Inf(-1))
		b.Rel[i] = e.kernel.Argmax(row)
	}
	at = 0
	cells := 0
	for _, n := range lens {
		w.frame(at, n, width, b.score[cells:cells+n*(n+1)])
		at += n
		cells += n * (n + 1)
	}
}

// pair makes what the labeller sees of a word of the sentence from word at on,
// and of a head: 0 is the root.
func (w *Workspace) pair(z []float32, at, word, head, width int) {
	net, k := w.engine.net, w.engine.kernel
	l, off := net.Config.Label, net.Tag+2*net.Arc
	dep := w.batch.hidden[(at+word)*width+off:]
	root := net.Root.Data[net.Arc:]
	hb, hd := root[:l], root[l:2*l]
	if head > 0 {
		row := w.batch.hidden[(at+head-1)*width+off:]
		hb, hd = row[l:2*l], row[3*l:4*l]
	}
	k.AddRelu(z[:l], dep, hb)
	k.Times(z[l:], dep[2*l:], hd)
}

// names takes the best path of name tags: inside a name of a type only after the
// same type.
func (w *Workspace) names(lens []int, width, off int) {
	e, b, net := w.engine, &w.batch, w.engine.net
	t, k := len(b.UPOS), len(net.Labels.Names)
	b.ner, b.Ner = grow(b.ner, t*k), grow(b.Ner, t)
	w.mul(t, b.hidden[off:], width, e.w.ner, b.ner)
	at := 0
	for _, n := range lens {
		b.path, b.from = grow(b.path, 2*k), grow(b.from, n*k)
		prev, next := b.path[:k], b.path[k:2*k]
		for i := range n {
			row := b.ner[(at+i)*k : (at+i+1)*k]
			best := 0
			if i > 0 {
				best = argmax(prev)
			}
			for y := range k {
				p := best
				inside := y > 0 && y%2 == 0
				if inside { // from its own B or I alone
					p = y - 1
					if i > 0 && prev[y] > prev[y-1] {
						p = y
					}
				}
				s := row[y]
				switch {
				case i > 0:
					s += prev[p]
				case inside:
					s = float32(math.Inf(-1))
				}
				next[y], b.from[i*k+y] = s, int16(p)
			}
			prev, next = next, prev
		}
		y := argmax(prev)
		for i := n - 1; i >= 0; i-- {
			b.Ner[at+i] = y
			y = int(b.from[i*k+y])
		}
		at += n
	}
}

func argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}
