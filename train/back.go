package train

import "nuncio/nn"

// mulBack adds the gradients of mul: Xᵀ·dY to dw, and dY·Wᵀ to dx unless nil.
func (p *pass) mulBack(t int, x []float32, ldx int, w, dw *nn.Matrix, dy []float32, ldy int, dx []float32, lddx int) {
	p.pk.Pack(dy, t, w.Cols, ldy, 1)
	p.kn.Gemm(w.Rows, x, 1, ldx, &p.pk, dw.Data, w.Cols)
	if dx != nil {
		p.pk.Pack(w.Data, w.Cols, w.Rows, 1, w.Cols)
		p.kn.Gemm(t, dy, ldy, 1, &p.pk, dx, lddx)
	}
}

// waistBack does mulBack through the waist: in and w are the two matrices, mid
// what stood between them.
func (p *pass) waistBack(t int, x, mid []float32, in, din, w, dw *nn.Matrix, dy, dx []float32) {
	n, d := in.Cols, in.Rows
	p.dmid = zeros(p.dmid, t*n)
	p.mulBack(t, mid, n, w, dw, dy, w.Cols, p.dmid, n)
	p.mulBack(t, x, d, in, din, p.dmid, n, dx, d)
}

// bias sums gradient rows.
func bias(dst, dy []float32, t, n, ld int) {
	dst = dst[:n]
	for i := range t {
		for j, v := range dy[i*ld : i*ld+n] {
			dst[j] += v
		}
	}
}

// recurBack turns p.dx, the gradient of layer l's output, into that of its input.
func (p *pass) recurBack(l int) {
	net, d, t := p.net, p.net.D, p.t
	h := d / 2
	x := p.xs[l]
	p.du, p.dy = grow(p.du, t*3*d), grow(p.dy, t*d)
	v, dv := net.RecV[l].Data, p.grad.RecV[l].Data
	p.dc = grow(p.dc, h)
	zero := make([]float32, h)
	at := 0
	for _, n := range p.lens {
		for side := range 2 {
			vf, vr := v[2*side*h:(2*side+1)*h], v[(2*side+1)*h:(2*side+2)*h]
			dvf, dvr := dv[2*side*h:(2*side+1)*h], dv[(2*side+1)*h:(2*side+2)*h]
			clear(p.dc)
			dc := p.dc[:h]
			for k := n - 1; k >= 0; k-- {
				i, before := at+k, at+k-1
				if side == 1 {
					i, before = at+n-1-k, at+n-k
				}
				prev := zero
				if k > 0 {
					prev = p.c[l][before*d+side*h : before*d+side*h+h]
				}
				u := p.u[l][i*3*d+side*3*h : i*3*d+side*3*h+h]
				du := p.du[i*3*d+side*3*h : i*3*d+(side+1)*3*h]
				duf, dur := du[h:2*h], du[2*h:3*h]
				o := i*d + side*h
				c, sf, sr, xi := p.c[l][o:o+h], p.sf[l][o:o+h], p.sr[l][o:o+h], x[o:o+h]
				dout, dxi := p.dx[o:o+h], p.dy[o:o+h]
				for j := range h {
					g, cp := dout[j], prev[j]
					f, r := 0.5+0.5*sf[j], 0.5+0.5*sr[j]
					one := 1 - sr[j]*sr[j]
					gr := g * (c[j] - xi[j]) * 0.5 * one * sqrt32(one)
					dxi[j] = g * (1 - r)
					gc := dc[j] + g*r
					one = 1 - sf[j]*sf[j]
					gf := gc * (cp - u[j]) * 0.5 * one * sqrt32(one)
					du[j], duf[j], dur[j] = gc*(1-f), gf, gr
					dvf[j] += gf * cp
					dvr[j] += gr * cp
					dc[j] = gc*f + gf*vf[j] + gr*vr[j]
				}
			}
		}
		at += n
	}
	bias(p.grad.RecB[l].Data, p.du, t, 3*d, 3*d)
	p.dp = zeros(p.dp, t*d)
	if net.HeadIn != nil {
		p.waistBack(t, p.xd[l], p.mid[l], net.RecIn[l], p.grad.RecIn[l], net.Rec[l], p.grad.Rec[l], p.du, p.dp)
	} else {
		p.mulBack(t, p.xd[l], d, net.Rec[l], p.grad.Rec[l], p.du, 3*d, p.dp, d)
	}
	at = 0
	for s, n := range p.lens {
		m := p.rm[l][s*d : (s+1)*d]
		for i := at; i < at+n; i++ {
			dy, dp := p.dy[i*d:(i+1)*d], p.dp[i*d:(i+1)*d]
			for j := range dy {
				dy[j] += dp[j] * m[j]
			}
		}
		at += n
	}
	p.dx, p.dy = p.dy, p.dx
}

// How much the distance to the guide counts beside the losses of the tasks: that of
// the last layer, which the heads see, and that of each one before.
const (
	lastHint = 4
	hint     = 1
)

// follow adds to p.dx the gradient of the squared distance of layer l's output to the
// guide's, as a part of the guide's squares (Romero et al., "FitNets", 2015).
func (p *pass) follow(l int, scale float32) {
	mine, want := p.xs[l], p.guide.xs[l]
	var off, all float64
	for i, w := range want[:p.t*p.net.D] {
		d := float64(mine[i] - w)
		off += d * d
		all += float64(w) * float64(w)
	}
	if all == 0 {
		return
	}
	weight := float32(hint)
	if l == len(p.net.Rec) {
		weight = lastHint
	}
	k := scale * weight * 2 * float32(float64(p.t)/all)
	for i, w := range want[:p.t*p.net.D] {
		p.dx[i] += k * (mine[i] - w)
	}
	p.loss.Off += off / all * float64(p.t) / float64(len(p.net.Rec))
}

// backward runs the losses and adds all gradients. scale weighs the batch.
func (p *pass) backward(scale float32) {
	net, d, t := p.net, p.net.D, p.t
	width := net.HeadWidth()
	p.dhid = zeros(p.dhid, t*width)
	p.lossTags(scale, width)
	p.lossArcs(scale, width)
	p.lossRels(scale, width)
	p.lossNames(scale, width)
	mulInto(p.dhid, p.dhid, p.hidm)
	bias(p.grad.HeadB.Data, p.dhid, t, width, width)
	p.dx = zeros(p.dx, t*d)
	if net.HeadIn != nil {
		p.waistBack(t, p.h, p.hmid, net.HeadIn, p.grad.HeadIn, net.Head, p.grad.Head, p.dhid, p.dx)
	} else {
		p.mulBack(t, p.h, d, net.Head, p.grad.Head, p.dhid, width, p.dx, d)
	}
	mulInto(p.dx, p.dx, p.hm)
	for l := len(net.Rec) - 1; l >= 0; l-- {
		if p.guide != nil {
			p.follow(l+1, scale)
		}
		p.recurBack(l)
	}
	// Convolution: dx reaches x0 directly and through the three products.
	p.dp = zeros(p.dp, t*3*d)
	at := 0
	for _, n := range p.lens {
		for i := at; i < at+n; i++ {
			pre, dx := p.pre[i*d:(i+1)*d], p.dx[i*d:(i+1)*d]
			mid := p.dp[(3*i+1)*d : (3*i+2)*d]
			for j := range pre {
				if pre[j] > 0 {
					mid[j] = dx[j]
				}
			}
			if i > at {
				copy(p.dp[3*(i-1)*d:(3*i-2)*d], mid)
			}
			if i+1 < at+n {
				copy(p.dp[(3*i+5)*d:(3*i+6)*d], mid)
			}
			add(p.grad.ConvB.Data, mid)
		}
		at += n
	}
	p.mulBack(t, p.x0, d, net.Conv, p.grad.Conv, p.dp, 3*d, p.dx, d)
	p.du = zeros(p.du, t*2*d)
	for i := range t {
		a, b := p.wide[i*2*d:i*2*d+d], p.wide[i*2*d+d:(i+1)*2*d]
		for j := range d {
			g := p.dx[i*d+j] * p.x0m[i*d+j]
			if a[j] >= b[j] {
				p.du[i*2*d+j] = g
			} else {
				p.du[i*2*d+d+j] = g
			}
		}
	}
	in := net.In.Rows
	bias(p.grad.InB.Data, p.du, t, 2*d, 2*d)
	p.dp = zeros(p.dp, t*in)
	p.mulBack(t, p.f, in, net.In, p.grad.In, p.du, 2*d, p.dp, in)
	mulInto(p.dp, p.dp, p.fm)
	at = 0
	for _, e := range p.ex {
		for _, w := range e.words {
			g := p.dp[at*in : (at+1)*in]
			for k, tb := range net.Tables {
				r1, r2 := int(w.rows[2*k]), int(w.rows[2*k+1])
				p.emb[k].add(r1, g[:tb.Dim])
				if r1 != r2 || tb.Feature == "form" {
					p.emb[k].add(r2, g[:tb.Dim])
				}
				g = g[tb.Dim:]
			}
			at++
		}
	}
}
