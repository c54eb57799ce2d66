package train

import (
	"math"

	"nuncio/nlp"
	"nuncio/nn"
)

// Rates of dropout.
type dropout struct {
	form, vector float32 // a word's whole form row, or vector
	feats        float32 // numbers of the features
	word         float32 // numbers of the word layer
	rec          float32 // columns of a sentence at a recurrent layer's door
	out, hidden  float32 // before and behind the hidden layers
}

// pass runs sentences forwards and backwards through one network. It keeps every
// number the way back needs. A pass serves one goroutine.
type pass struct {
	net  *nlp.Net
	grad *nlp.Net // dense gradients
	emb  []sparse // gradients of the tables
	vec  *nlp.Vectors
	kn   nn.Kernel
	drop dropout
	rng  rng

	ex   []*example
	lens []int
	t    int

	f, fm, wide, x0, x0m, conv, pre []float32
	xs                              [][]float32 // input of each layer, and the output of the last
	xd, u, c, sf, sr, rm            [][]float32 // of each layer
	mid                             [][]float32 // what the layers' waists hold
	hmid                            []float32   // and that of the heads
	h, hm, hid, hidm                []float32
	tags, arcs, heads, score, z     []float32
	rels, ner                       []float32

	dx, dy, du, dp, dhid, darcs, dz []float32
	dheads, dc, dmid                []float32
	pk                              nn.Packed

	guide *pass // a network whose layers this one is to follow, or nil

	loss Losses
}

// Losses are mean losses a word, by task. Off is how far the layers lie from those
// of the network that is followed, as a part of what these hold.
type Losses struct{ Tag, Arc, Rel, Name, Off, Words float64 }

func (l *Losses) add(o Losses) {
	l.Tag += o.Tag
	l.Arc += o.Arc
	l.Rel += o.Rel
	l.Name += o.Name
	l.Off += o.Off
	l.Words += o.Words
}

// mul adds X·W to Y; x has rows ldx apart.
func (p *pass) mul(t int, x []float32, ldx int, w *nn.Matrix, y []float32, ldy int) {
	p.pk.Pack(w.Data, w.Rows, w.Cols, w.Cols, 1)
	p.kn.Gemm(t, x, ldx, 1, &p.pk, y, ldy)
}

// forward runs the examples and leaves the scores; with train set, it drops out.
func (p *pass) forward(ex []*example, train bool) {
	p.ex, p.lens, p.t = ex, p.lens[:0], 0
	for _, e := range ex {
		p.lens = append(p.lens, len(e.words))
		p.t += len(e.words)
	}
	net, d, t := p.net, p.net.D, p.t
	drop := p.drop
	if !train || p.guide != nil { // who follows must see what the guide sees
		drop = dropout{}
	}
	if p.guide != nil && train {
		p.guide.forward(ex, false)
	}
	p.features(drop)
	in := net.In.Rows

	p.wide = fillRows(p.wide, net.InB.Data, t)
	p.mul(t, p.f, in, net.In, p.wide, 2*d)
	p.x0, p.x0m = grow(p.x0, t*d), grow(p.x0m, t*d)
	p.rng.mask(p.x0m, drop.word)
	for i := range t {
		a, b, x, m := p.wide[i*2*d:i*2*d+d], p.wide[i*2*d+d:(i+1)*2*d], p.x0[i*d:(i+1)*d], p.x0m[i*d:(i+1)*d]
		for j := range x {
			x[j] = max(a[j], b[j]) * m[j]
		}
	}
	p.conv = zeros(p.conv, t*3*d)
	p.mul(t, p.x0, d, net.Conv, p.conv, 3*d)
	p.pre = fillRows(p.pre, net.ConvB.Data, t)
	layers := len(net.Rec)
	for len(p.xs) <= layers {
		p.xs = append(p.xs, nil)
	}
	for len(p.u) < layers {
		p.xd, p.u, p.c, p.sf, p.sr, p.rm = append(p.xd, nil), append(p.u, nil), append(p.c, nil), append(p.sf, nil), append(p.sr, nil), append(p.rm, nil)
		p.mid = append(p.mid, nil)
	}
	p.xs[0] = grow(p.xs[0], t*d)
	at := 0
	for _, n := range p.lens {
		for i := at; i < at+n; i++ {
			y := p.pre[i*d : (i+1)*d]
			add(y, p.conv[(3*i+1)*d:(3*i+2)*d])
			if i > at {
				add(y, p.conv[3*(i-1)*d:(3*i-2)*d])
			}
			if i+1 < at+n {
				add(y, p.conv[(3*i+5)*d:(3*i+6)*d])
			}
			x, x0 := p.xs[0][i*d:(i+1)*d], p.x0[i*d:(i+1)*d]
			for j := range y {
				x[j] = x0[j] + max(0, y[j])
			}
		}
		at += n
	}
	for l := range layers {
		p.recur(l, drop.rec)
	}
	width := net.HeadWidth()
	p.h, p.hm = grow(p.h, t*d), grow(p.hm, t*d)
	p.rng.mask(p.hm, drop.out)
	mulInto(p.h, p.xs[layers], p.hm)
	p.hid = fillRows(p.hid, net.HeadB.Data, t)
	if net.HeadIn != nil {
		n := net.HeadIn.Cols
		p.hmid = zeros(p.hmid, t*n)
		p.mul(t, p.h, d, net.HeadIn, p.hmid, n)
		p.mul(t, p.hmid, n, net.Head, p.hid, width)
	} else {
		p.mul(t, p.h, d, net.Head, p.hid, width)
	}
	p.hidm = grow(p.hidm, t*width)
	p.rng.mask(p.hidm, drop.hidden)
	bent, name := net.Tag+2*net.Arc, width-net.Name
	for i := range t {
		row, m := p.hid[i*width:(i+1)*width], p.hidm[i*width:(i+1)*width]
		for j := range row {
			if (j < bent || j >= name) && row[j] <= 0 {
				row[j], m[j] = 0, 0
			}
			row[j] *= m[j]
		}
	}
}

func (p *pass) features(drop dropout) {
	net, in := p.net, p.net.In.Rows
	p.f, p.fm = grow(p.f, p.t*in), grow(p.fm, p.t*in)
	p.rng.mask(p.fm, drop.feats)
	at := 0
	for _, e := range p.ex {
		for i := range e.words {
			w := e.words[i]
			out, m := p.f[at*in:(at+1)*in], p.fm[at*in:(at+1)*in]
			o := 0
			for k, tb := range net.Tables {
				r1, r2 := int(w.rows[2*k]), int(w.rows[2*k+1])
				dst := out[o : o+tb.Dim]
				copy(dst, net.Emb[k].Row(r1))
				if r1 != r2 || tb.Feature == "form" {
					add(dst, net.Emb[k].Row(r2))
				}
				if tb.Feature == "form" && drop.form > 0 && p.rng.float() < drop.form {
					clear(m[o : o+tb.Dim])
				}
				o += tb.Dim
			}
			if net.Vectors > 0 {
				if w.vector < 0 || drop.vector > 0 && p.rng.float() < drop.vector {
					clear(out[o:])
				} else {
					p.vec.At(int(w.vector), out[o:])
				}
			}
			for j := range out {
				out[j] *= m[j]
			}
			at++
		}
	}
}

// recur runs layer l in both directions and keeps gates and states.
func (p *pass) recur(l int, rate float32) {
	net, d, t := p.net, p.net.D, p.t
	h := d / 2
	x := p.xs[l]
	p.rm[l] = grow(p.rm[l], len(p.lens)*d)
	p.rng.mask(p.rm[l], rate)
	p.xd[l] = grow(p.xd[l], t*d)
	at := 0
	for s, n := range p.lens {
		for i := at; i < at+n; i++ {
			mulInto(p.xd[l][i*d:(i+1)*d], x[i*d:(i+1)*d], p.rm[l][s*d:(s+1)*d])
		}
		at += n
	}
	p.u[l] = fillRows(p.u[l], net.RecB[l].Data, t)
	if net.HeadIn != nil {
		n := net.RecIn[l].Cols
		p.mid[l] = zeros(p.mid[l], t*n)
		p.mul(t, p.xd[l], d, net.RecIn[l], p.mid[l], n)
		p.mul(t, p.mid[l], n, net.Rec[l], p.u[l], 3*d)
	} else {
		p.mul(t, p.xd[l], d, net.Rec[l], p.u[l], 3*d)
	}
	p.c[l], p.sf[l], p.sr[l], p.xs[l+1] = grow(p.c[l], t*d), grow(p.sf[l], t*d), grow(p.sr[l], t*d), grow(p.xs[l+1], t*d)
	v := net.RecV[l].Data
	zero := make([]float32, h)
	at = 0
	for _, n := range p.lens {
		for side := range 2 {
			vf, vr := v[2*side*h:(2*side+1)*h], v[(2*side+1)*h:(2*side+2)*h]
			prev := zero
			for k := range n {
				i := at + k
				if side == 1 {
					i = at + n - 1 - k
				}
				u := p.u[l][i*3*d+side*3*h:]
				uf, ur := u[h:2*h], u[2*h:3*h]
				o := i*d + side*h
				c, sf, sr, xi, out := p.c[l][o:o+h], p.sf[l][o:o+h], p.sr[l][o:o+h], x[o:o+h], p.xs[l+1][o:o+h]
				for j := range h {
					cp := prev[j]
					a := uf[j] + vf[j]*cp
					b := ur[j] + vr[j]*cp
					a /= float32(math.Sqrt(float64(1 + a*a)))
					b /= float32(math.Sqrt(float64(1 + b*b)))
					sf[j], sr[j] = a, b
					cj := u[j] + (0.5+0.5*a)*(cp-u[j])
					c[j] = cj
					out[j] = xi[j] + (0.5+0.5*b)*(cj-xi[j])
				}
				prev = c
			}
		}
		at += n
	}
}

func newPass(net *nlp.Net, vec *nlp.Vectors, kn nn.Kernel, drop dropout) *pass {
	p := &pass{net: net, vec: vec, kn: kn, drop: drop, grad: denseOnly(net)}
	for _, t := range net.Tables {
		p.emb = append(p.emb, sparse{dim: t.Dim, at: map[int32]int32{}})
	}
	return p
}

// denseOnly gives a network of zeros of the same shape, without tables.
func denseOnly(net *nlp.Net) *nlp.Net {
	c := net.Config
	c.Tables = nil
	g := nlp.NewNet(c, net.Labels)
	g.In = nn.NewMatrix("in", net.In.Rows, net.In.Cols)
	return g
}
