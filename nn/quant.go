package nn

import "math"

// Quantized is a weight matrix in whole numbers for products with rows that are
// rounded to 14 bits: sums of such products are exact, so the order of adding
// cannot matter, and a vector holds twice as many of them as of singles. Weights
// have 8 bits and one scale a column, which costs no accuracy that we could
// measure; model files hold them so anyhow.
//
// Data holds panels of 16 columns; in a panel two weights that follow each other
// in k lie side by side, column after column.
type Quantized struct {
	K, N  int
	Data  []int16
	Scale []float32 // a column, filled up to whole panels
	Bias  []float32
	Cross []int32 // a column: minus the products of its weights two apart
}

// topNumber bounds the rounded rows. 2048 products of it with a weight of 127 stay
// within 32 bits.
const topNumber = 8191

// Quantize rounds a matrix. bias is added to every row of a product; it may be nil.
func Quantize(m *Matrix, bias []float32) *Quantized {
	panels := (m.Cols + Panel - 1) / Panel
	pairs := (m.Rows + 3) / 4 * 2
	q := &Quantized{
		K: m.Rows, N: m.Cols, Data: make([]int16, panels*pairs*2*Panel),
		Scale: make([]float32, panels*Panel), Bias: make([]float32, panels*Panel), Cross: make([]int32, panels*Panel),
	}
	copy(q.Bias, bias)
	for j := range m.Cols {
		var top float32
		for i := range m.Rows {
			v := m.Data[i*m.Cols+j]
			top = max(top, v, -v)
		}
		if top == 0 {
			continue
		}
		q.Scale[j] = top / 127
		base := j/Panel*pairs*2*Panel + j%Panel*2
		for i := range m.Rows {
			v := math.RoundToEven(float64(m.Data[i*m.Cols+j] / q.Scale[j]))
			q.Data[base+i/2*2*Panel+i%2] = int16(max(-127, min(127, v)))
		}
		for i := 0; i < 2*pairs; i += 4 {
			w := q.Data[base+i*Panel:]
			q.Cross[j] -= int32(w[0])*int32(w[2*Panel]) + int32(w[1])*int32(w[2*Panel+1])
		}
	}
	return q
}

// Rounded are rows of numbers rounded for products, each with its scale.
type Rounded struct {
	stride int // a multiple of 4
	data   []int16
	scale  []float32
	cross  []int32 // a row: the products of its numbers two apart
}

// Round takes t rows of k numbers that lie ld apart.
func (kn Kernel) Round(r *Rounded, t, k int, x []float32, ld int) {
	r.stride = (k + 3) &^ 3
	if n := t * r.stride; cap(r.data) < n {
		r.data = make([]int16, n, n+n/2)
	}
	r.data = r.data[:t*r.stride]
	if cap(r.scale) < t {
		r.scale, r.cross = make([]float32, t, t+t/2), make([]int32, t, t+t/2)
	}
	r.scale, r.cross = r.scale[:t], r.cross[:t]
	for i := range t {
		row, out := x[i*ld:i*ld+k], r.data[i*r.stride:(i+1)*r.stride]
		top := kn.largest(row)
		r.scale[i] = top / topNumber
		if !(top > 1e-30) || math.IsInf(float64(top), 0) { // nothing, or nothing that a number could stand for
			r.scale[i] = 0
			clear(out)
			r.cross[i] = 0
			continue
		}
		r.cross[i] = kn.round(out, row, topNumber/top)
	}
}

// Mul writes rows·weights + bias to c, whose rows are ldc apart.
func (kn Kernel) Mul(r *Rounded, q *Quantized, c []float32, ldc int) {
	t, n := len(r.scale), q.N
	if t == 0 || n == 0 {
		return
	}
	_ = c[(t-1)*ldc+n-1]
	_ = r.data[t*r.stride-1]
	pairs := r.stride / 2
	if pairs*2*((n+Panel-1)&^(Panel-1)) > len(q.Data) {
		panic("nn: rows longer than the matrix is high")
	}
	j := kn.mulWide(r, q, c, ldc)
	for ; j+Panel <= n; j += Panel {
		kn.mulColumn(0, r, q, j, c[j:], ldc)
	}
	if j == n {
		return
	}
	// The last, partial panel goes through a tile of its own.
	var tile [6 * Panel]float32
	part := *r
	for i := 0; i < t; i += 6 {
		rows := min(6, t-i)
		part.data, part.scale, part.cross = r.data[i*r.stride:(i+rows)*r.stride], r.scale[i:i+rows], r.cross[i:i+rows]
		kn.mulColumn(0, &part, q, j, tile[:], Panel)
		for k := range rows {
			copy(c[(i+k)*ldc+j:(i+k)*ldc+n], tile[k*Panel:])
		}
	}
}

// panel is the weights of the panel that starts at column j.
func (q *Quantized) panel(j, pairs int) []int16 { return q.Data[j*pairs*2:] }

// mulRows is the plain form of the kernels: rows from i on times one panel.
func mulRows(i int, r *Rounded, q *Quantized, j int, c []float32, ldc int) {
	pairs := r.stride / 2
	b := q.panel(j, pairs)[: pairs*2*Panel : pairs*2*Panel]
	for ; i < len(r.scale); i++ {
		var sum [Panel]int32
		a := r.data[i*r.stride : (i+1)*r.stride]
		for p := range pairs {
			x, y := int32(a[2*p]), int32(a[2*p+1])
			w := b[p*2*Panel : (p+1)*2*Panel]
			for k := range sum {
				sum[k] += x*int32(w[2*k]) + y*int32(w[2*k+1])
			}
		}
		out := c[i*ldc : i*ldc+Panel]
		for k, s := range sum {
			out[k] = float32(float32(float32(s)*r.scale[i])*q.Scale[j+k]) + q.Bias[j+k]
		}
	}
}

func largestPlain(x []float32, top float32) float32 {
	for _, v := range x {
		top = max(top, v, -v)
	}
	return top
}

// roundPlain fills out up with zeros and gives the sum of products of numbers two apart.
func roundPlain(out []int16, x []float32, inv float32) int32 {
	for i, v := range x {
		out[i] = int16(math.RoundToEven(float64(float32(v * inv))))
	}
	clear(out[len(x):])
	var cross int32
	for a := out; len(a) >= 4; a = a[4:] {
		cross += int32(a[0])*int32(a[2]) + int32(a[1])*int32(a[3])
	}
	return cross
}
