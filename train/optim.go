package train

import (
	"math"

	"nuncio/nlp"
	"nuncio/nn"
)

// adam is Adam (Kingma and Ba, 2015) over the dense parameters, and over the rows
// of the tables that a batch touched. Beside the parameters runs their moving
// average, which is what is kept in the end.
type adam struct {
	net         *nlp.Net
	dense       []*nn.Matrix
	m, v, ema   [][]float32
	tables      []tableState
	step        int
	b1, b2, eps float64
	decay       float64 // of the average, per step
}

type tableState struct {
	m, v, ema []float32
	last      []int32 // step at which the row's average stood
}

func newAdam(net *nlp.Net) *adam {
	a := &adam{net: net, dense: net.Dense(), b1: 0.9, b2: 0.98, eps: 1e-8, decay: 0.998}
	for _, p := range a.dense {
		a.m, a.v = append(a.m, make([]float32, len(p.Data))), append(a.v, make([]float32, len(p.Data)))
		a.ema = append(a.ema, append([]float32(nil), p.Data...))
	}
	for _, p := range net.Emb {
		a.tables = append(a.tables, tableState{
			make([]float32, len(p.Data)), make([]float32, len(p.Data)), append([]float32(nil), p.Data...), make([]int32, p.Rows),
		})
	}
	return a
}

// update takes one step with the gradients and clears them.
func (a *adam) update(grad *nlp.Net, emb []sparse, rate float64) {
	a.step++
	g := grad.Dense()
	var norm float64
	for _, m := range g {
		var s float32
		for _, v := range m.Data {
			s += v * v
		}
		norm += float64(s)
	}
	clip := float32(1)
	if n := math.Sqrt(norm); n > 2 {
		clip = float32(2 / n)
	}
	c1 := 1 - math.Pow(a.b1, float64(a.step))
	c2 := 1 - math.Pow(a.b2, float64(a.step))
	lr := float32(rate * math.Sqrt(c2) / c1)
	mean := float32(1 - min(a.decay, (1+float64(a.step))/(10+float64(a.step))))
	for i, p := range a.dense {
		adamRow(p.Data, g[i].Data, a.m[i], a.v[i], lr, clip, float32(a.eps))
		ema, d := a.ema[i], p.Data
		for j := range ema {
			ema[j] += mean * (d[j] - ema[j])
		}
		clear(g[i].Data)
	}
	for i := range emb {
		s, t, p := &emb[i], &a.tables[i], a.net.Emb[i]
		for k, r := range s.rows {
			o := int(r) * s.dim
			a.catchUp(i, int(r))
			adamRow(p.Data[o:o+s.dim], s.data[k*s.dim:(k+1)*s.dim], t.m[o:o+s.dim], t.v[o:o+s.dim], lr, 1, float32(a.eps))
		}
		s.reset()
	}
}

// catchUp moves a row's average over the steps in which the row stood still.
func (a *adam) catchUp(i, r int) {
	t, p := &a.tables[i], a.net.Emb[i]
	o := r * p.Cols
	a.lagging(t.ema[o:o+p.Cols], i, r)
	t.last[r] = int32(a.step)
}

// lagging moves ema, the average of a row, to where it would stand now.
func (a *adam) lagging(ema []float32, i, r int) {
	n := a.step - int(a.tables[i].last[r])
	k := float32(1 - math.Pow(min(a.decay, (1+float64(a.step))/(10+float64(a.step))), float64(n)))
	row := a.net.Emb[i].Row(r)
	for j := range ema {
		ema[j] += k * (row[j] - ema[j])
	}
}

func adamRow(p, g, m, v []float32, lr, clip, eps float32) {
	const b1, b2 = 0.9, 0.98
	g, m, v = g[:len(p)], m[:len(p)], v[:len(p)]
	for i := range p {
		x := g[i] * clip
		m[i] += (1 - b1) * (x - m[i])
		v[i] += (1 - b2) * (x*x - v[i])
		p[i] -= lr * m[i] / (sqrt32(v[i]) + eps)
	}
}

// averaged gives a network of the averages and changes nothing.
func (a *adam) averaged() *nlp.Net {
	n := nlp.NewNet(a.net.Config, a.net.Labels)
	for i, d := range n.Dense() {
		copy(d.Data, a.ema[i])
	}
	for i, e := range n.Emb {
		copy(e.Data, a.tables[i].ema)
		for r := range e.Rows {
			a.lagging(e.Row(r), i, r)
		}
	}
	return n
}

// sparse holds the gradients of some rows of a table.
type sparse struct {
	dim  int
	rows []int32
	at   map[int32]int32
	data []float32
}

func (s *sparse) add(row int, g []float32) {
	k, ok := s.at[int32(row)]
	if !ok {
		k = int32(len(s.rows))
		s.at[int32(row)] = k
		s.rows = append(s.rows, int32(row))
		n := len(s.data) + s.dim
		if cap(s.data) < n {
			t := make([]float32, len(s.data), 2*n)
			copy(t, s.data)
			s.data = t
		}
		s.data = s.data[:n]
		clear(s.data[n-s.dim:])
	}
	add(s.data[int(k)*s.dim:(int(k)+1)*s.dim], g)
}

// merge adds the rows of o.
func (s *sparse) merge(o *sparse) {
	for k, r := range o.rows {
		s.add(int(r), o.data[k*o.dim:(k+1)*o.dim])
	}
	o.reset()
}

func (s *sparse) reset() {
	s.rows, s.data = s.rows[:0], s.data[:0]
	clear(s.at)
}
