package train

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"nuncio/nlp"
	"nuncio/nn"
)

// narrowed gives a network with waists the like of one without: each product of
// layers and heads becomes two. What is lost is made small where it matters, for the
// rows that the wide network meets in the examples: their second moments weigh the
// matrix before its largest singular values are taken. A network that has other
// waists is made wide first; one that is to have none, or has these, stays as it is.
func narrowed(from *nlp.Net, waists []int, ex []*example, vec *nlp.Vectors) (*nlp.Net, error) {
	if len(waists) == 0 || slices.Equal(waists, from.Waists) {
		return from, nil
	}
	from = widened(from)
	c := from.Config
	c.Waists = waists
	if err := c.Check(); err != nil {
		return nil, err
	}
	to := nlp.NewNet(c, from.Labels)
	takeOver(to, from)
	moments := secondMoments(from, ex, vec)
	for l := range from.Rec {
		if err := split(from.Rec[l], moments[l], to.RecIn[l], to.Rec[l]); err != nil {
			return nil, err
		}
	}
	return to, split(from.Head, moments[len(from.Rec)], to.HeadIn, to.Head)
}

// widened gives a network without waists that computes the same.
func widened(from *nlp.Net) *nlp.Net {
	if len(from.Waists) == 0 {
		return from
	}
	c := from.Config
	c.Waists = nil
	to := nlp.NewNet(c, from.Labels)
	takeOver(to, from)
	for l := range from.Rec {
		product(to.Rec[l], from.RecIn[l], from.Rec[l])
	}
	product(to.Head, from.HeadIn, from.Head)
	return to
}

// product writes a·b to the matrix m.
func product(m, a, b *nn.Matrix) {
	clear(m.Data)
	for i := range a.Rows {
		row := m.Row(i)
		for k, x := range a.Row(i) {
			for j, y := range b.Row(k) {
				row[j] += x * y
			}
		}
	}
}

// momentWords is how many words the moments are taken over: some hundred for each
// number of a row.
const momentWords = 60000

// secondMoments are, for the input of each layer and of the heads, the means of the
// products of two of a row's numbers over words of the examples, taken evenly.
func secondMoments(net *nlp.Net, ex []*example, vec *nlp.Vectors) []*mat.SymDense {
	d := net.D
	sums := make([][]float64, len(net.Rec)+1)
	for l := range sums {
		sums[l] = make([]float64, d*d)
	}
	all := 0
	for _, e := range ex {
		all += len(e.words)
	}
	p := newPass(net, vec, nn.Best(), dropout{})
	step, due, words := max(1, float64(all)/momentWords), 0.0, 0
	for i, e := range ex {
		if float64(i) < due {
			continue
		}
		due += step
		p.forward([]*example{e}, false)
		words += p.t
		for l := range sums {
			for t := range p.t {
				row := p.xs[l][t*d : (t+1)*d]
				for i, x := range row {
					out := sums[l][i*d : (i+1)*d]
					for j, y := range row[:i+1] {
						out[j] += float64(x) * float64(y)
					}
				}
			}
		}
	}
	out := make([]*mat.SymDense, len(sums))
	for l, s := range sums {
		out[l] = mat.NewSymDense(d, nil)
		for i := range d {
			for j := range i + 1 {
				out[l].SetSym(i, j, s[i*d+j]/float64(max(1, words)))
			}
		}
	}
	return out
}

// split writes the two narrow factors of m whose product with rows of the given
// second moments is nearest to m's. Each singular value goes half to one and half to
// the other, so that both learn at one rate.
func split(m *nn.Matrix, moments *mat.SymDense, in, out *nn.Matrix) error {
	root, back, err := roots(moments)
	if err != nil {
		return fmt.Errorf("matrix %q: %w", m.Name, err)
	}
	a := mat.NewDense(m.Rows, m.Cols, nil)
	for i := range m.Rows {
		for j := range m.Cols {
			a.Set(i, j, float64(m.Data[i*m.Cols+j]))
		}
	}
	var weighed mat.Dense
	weighed.Mul(root, a)
	var svd mat.SVD
	if !svd.Factorize(&weighed, mat.SVDThin) {
		return fmt.Errorf("matrix %q has no singular values: it holds what is no number", m.Name)
	}
	var u, v, left mat.Dense
	svd.UTo(&u)
	svd.VTo(&v)
	left.Mul(back, &u)
	s := svd.Values(nil)
	for k := range in.Cols {
		half := math.Sqrt(s[k])
		for i := range in.Rows {
			in.Data[i*in.Cols+k] = float32(left.At(i, k) * half)
		}
		for j := range out.Cols {
			out.Data[k*out.Cols+j] = float32(v.At(j, k) * half)
		}
	}
	return nil
}

// roots gives the square root of a symmetric matrix without negative values, and
// the inverse of that root. Directions in which next to nothing lies count as a
// ten-thousandth of the mean.
func roots(m *mat.SymDense) (root, back *mat.Dense, err error) {
	n := m.SymmetricDim()
	var eig mat.EigenSym
	if !eig.Factorize(m, true) {
		return nil, nil, errors.New("the rows' moments hold what is no number")
	}
	values := eig.Values(nil)
	least := 1e-4 * mat.Trace(m) / float64(n)
	if least <= 0 {
		least = 1 // no rows at all: every direction counts the same
	}
	var q mat.Dense
	eig.VectorsTo(&q)
	scaled := func(power float64) *mat.Dense {
		var d, out mat.Dense
		d.CloneFrom(&q)
		for j, v := range values {
			s := math.Pow(max(v, least), power)
			for i := range n {
				d.Set(i, j, d.At(i, j)*s)
			}
		}
		out.Mul(&d, q.T())
		return &out
	}
	return scaled(0.5), scaled(-0.5), nil
}
