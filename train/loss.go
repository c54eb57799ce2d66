package train

import "math"

// softmax turns scores into the gradient of the cross entropy against gold and
// what it shares the target with, times scale, and gives the loss.
func softmax(x []float32, gold int, shared []share, scale float32) float64 {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var sum float64
	for i, v := range x {
		e := exp32(v - top)
		x[i] = e
		sum += float64(e)
	}
	inv := float32(1 / sum)
	log := func(k int) float64 { return math.Log(max(1e-30, float64(x[k])/sum)) }
	left, loss := float32(1), 0.0
	for _, s := range shared {
		left -= s.part
		loss -= float64(s.part) * log(int(s.label))
	}
	loss -= float64(left) * log(gold)
	for i := range x {
		x[i] *= inv * scale
	}
	x[gold] -= scale * left
	for _, s := range shared {
		x[s.label] -= scale * s.part
	}
	return loss
}

// scoreTags makes the scores of tags and features, which it gives the number of.
func (p *pass) scoreTags() int {
	n := p.net.Tags.Cols
	p.tags = fillRows(p.tags, p.net.TagsB.Data, p.t)
	p.mul(p.t, p.hid, p.net.HeadWidth(), p.net.Tags, p.tags, n)
	return n
}

func (p *pass) lossTags(scale float32, width int) {
	net, t := p.net, p.t
	nu, nx := len(net.UPOS), len(net.XPOS)
	n := p.scoreTags()
	at := 0
	for _, e := range p.ex {
		for i := range e.words {
			row := p.tags[at*n : (at+1)*n]
			at++
			g := &e.gold[i]
			if !e.hasTags || g.upos < 0 {
				clear(row)
				continue
			}
			w := scale * e.weight
			soft := e.shared(i)
			p.loss.Tag += softmax(row[:nu], int(g.upos), soft.upos, w)
			half(row[nu:nu+nx], int(g.xpos), soft.xpos, w, &p.loss.Tag)
			half(row[nu+nx:], int(g.feats), nil, w, &p.loss.Tag)
		}
	}
	bias(p.grad.TagsB.Data, p.tags, t, n, n)
	p.mulBack(t, p.hid, width, net.Tags, p.grad.Tags, p.tags, n, p.dhid, width)
}

// half is softmax where the label may be one the network does not know.
func half(row []float32, gold int, shared []share, scale float32, loss *float64) {
	if gold < 0 {
		clear(row)
		return
	}
	*loss += softmax(row, gold, shared, scale)
}

// bendArcs multiplies the dependents with the biaffine matrix.
func (p *pass) bendArcs() {
	net := p.net
	p.arcs = fillRows(p.arcs, net.BiB.Data, p.t)
	p.mul(p.t, p.hid[net.Tag:], net.HeadWidth(), net.Bi, p.arcs, net.Arc)
}

// scoreArcs makes the scores of the arcs of one sentence of n words, row by
// dependent, column 0 the root; a word is no head of itself.
func (p *pass) scoreArcs(at, n int) {
	net, a, width := p.net, p.net.Arc, p.net.HeadWidth()
	p.heads = grow(p.heads, (n+1)*a)
	copy(p.heads, net.Root.Data[:a])
	for j := range n {
		off := (at+j)*width + net.Tag + a
		copy(p.heads[(j+1)*a:(j+2)*a], p.hid[off:off+a])
	}
	p.score = grow(p.score, n*(n+1))
	for i := 1; i <= n; i++ {
		row := p.score[(i-1)*(n+1) : i*(n+1)]
		row[0] = 0
		for j := 1; j <= n; j++ {
			row[j] = net.Dist.Data[distance(i, j)]
		}
	}
	p.pk.Pack(p.heads, a, n+1, 1, a)
	p.kn.Gemm(n, p.arcs[at*a:], a, 1, &p.pk, p.score, n+1)
	for i := 1; i <= n; i++ {
		p.score[(i-1)*(n+1)+i] = -1e9
	}
}

func (p *pass) lossArcs(scale float32, width int) {
	net, t, a := p.net, p.t, p.net.Arc
	p.bendArcs()
	p.darcs = zeros(p.darcs, t*a)
	at := 0
	for _, e := range p.ex {
		n := len(e.words)
		if !e.hasTree {
			at += n
			continue
		}
		p.scoreArcs(at, n)
		for i := 1; i <= n; i++ {
			row := p.score[(i-1)*(n+1) : i*(n+1)]
			if e.gold[i-1].head < 0 {
				clear(row)
				continue
			}
			p.loss.Arc += softmax(row, int(e.gold[i-1].head), e.shared(i-1).head, scale*e.weight)
			for j := 1; j <= n; j++ {
				p.grad.Dist.Data[distance(i, j)] += row[j]
			}
		}
		// dG = dS·H, dH = dSᵀ·G
		p.pk.Pack(p.heads, n+1, a, a, 1)
		p.kn.Gemm(n, p.score, n+1, 1, &p.pk, p.darcs[at*a:], a)
		p.dheads = zeros(p.dheads, (n+1)*a)
		p.pk.Pack(p.arcs[at*a:], n, a, a, 1)
		p.kn.Gemm(n+1, p.score, 1, n+1, &p.pk, p.dheads, a)
		add(p.grad.Root.Data[:a], p.dheads[:a])
		for j := range n {
			off := (at+j)*width + net.Tag + a
			add(p.dhid[off:off+a], p.dheads[(j+1)*a:(j+2)*a])
		}
		at += n
	}
	bias(p.grad.BiB.Data, p.darcs, t, a, a)
	p.mulBack(t, p.hid[net.Tag:], width, net.Bi, p.grad.Bi, p.darcs, a, p.dhid[net.Tag:], width)
}

// headParts are the parts of the labeller that word h of a sentence lends as a
// head, out of numbers laid out like the hidden layer; 0 is the root.
func (p *pass) headParts(hid, root []float32, at, h int) (b, d []float32) {
	l := p.net.Label
	if h == 0 {
		return root[:l], root[l : 2*l]
	}
	row := hid[(at+h-1)*p.net.HeadWidth()+p.net.Tag+2*p.net.Arc:]
	return row[l : 2*l], row[3*l : 4*l]
}

// scoreRels makes the scores of relations to the heads of the gold.
func (p *pass) scoreRels() {
	net, t, l, nr := p.net, p.t, p.net.Label, len(p.net.Rels)
	off, width := net.Tag+2*net.Arc, net.HeadWidth()
	p.z = grow(p.z, t*2*l)
	at := 0
	for _, e := range p.ex {
		for i := range e.words {
			dep := p.hid[(at+i)*width+off:]
			hb, hd := p.headParts(p.hid, net.Root.Data[net.Arc:], at, max(0, int(e.gold[i].head)))
			z := p.z[(at+i)*2*l : (at+i+1)*2*l]
			for k := range l {
				z[k] = max(0, dep[k]+hb[k])
				z[l+k] = dep[2*l+k] * hd[k]
			}
		}
		at += len(e.words)
	}
	p.rels = fillRows(p.rels, net.RelB.Data, t)
	p.mul(t, p.z, 2*l, net.Rel, p.rels, nr)
}

func (p *pass) lossRels(scale float32, width int) {
	net, t, l, nr := p.net, p.t, p.net.Label, len(p.net.Rels)
	off := net.Tag + 2*net.Arc
	root, droot := net.Root.Data[net.Arc:], p.grad.Root.Data[net.Arc:]
	p.scoreRels()
	at := 0
	for _, e := range p.ex {
		for i := range e.words {
			row := p.rels[(at+i)*nr : (at+i+1)*nr]
			if g := &e.gold[i]; e.hasTree && g.rel >= 0 && g.head >= 0 {
				p.loss.Rel += softmax(row, int(g.rel), e.shared(i).rel, scale*e.weight)
			} else {
				clear(row)
			}
		}
		at += len(e.words)
	}
	bias(p.grad.RelB.Data, p.rels, t, nr, nr)
	p.dz = zeros(p.dz, t*2*l)
	p.mulBack(t, p.z, 2*l, net.Rel, p.grad.Rel, p.rels, nr, p.dz, 2*l)
	at = 0
	for _, e := range p.ex {
		for i := range e.words {
			h := max(0, int(e.gold[i].head))
			_, hd := p.headParts(p.hid, root, at, h)
			dep, ddep := p.hid[(at+i)*width+off:], p.dhid[(at+i)*width+off:]
			dhb, dhd := p.headParts(p.dhid, droot, at, h)
			z, dz := p.z[(at+i)*2*l:(at+i+1)*2*l], p.dz[(at+i)*2*l:(at+i+1)*2*l]
			for k := range l {
				if z[k] > 0 {
					ddep[k] += dz[k]
					dhb[k] += dz[k]
				}
				ddep[2*l+k] += dz[l+k] * hd[k]
				dhd[k] += dz[l+k] * dep[2*l+k]
			}
		}
		at += len(e.words)
	}
}

func (p *pass) lossNames(scale float32, width int) {
	net, t, k := p.net, p.t, len(p.net.Labels.Names)
	off := width - net.Name
	p.ner = fillRows(p.ner, net.NerB.Data, t)
	p.mul(t, p.hid[off:], width, net.Ner, p.ner, k)
	at := 0
	for _, e := range p.ex {
		for i := range e.words {
			row := p.ner[at*k : (at+1)*k]
			at++
			if !e.hasNames || e.gold[i].name < 0 {
				clear(row)
				continue
			}
			p.loss.Name += softmax(row, int(e.gold[i].name), nil, scale*e.nameWeight)
		}
	}
	bias(p.grad.NerB.Data, p.ner, t, k, k)
	p.mulBack(t, p.hid[off:], width, net.Ner, p.grad.Ner, p.ner, k, p.dhid[off:], width)
}
