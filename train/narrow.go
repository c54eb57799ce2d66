package train

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"nuncio/nlp"
	"nuncio/nn"
)

// narrowed gives a network with a waist the like of one without: each product of
// layers and heads becomes two, by the largest singular values of its matrix. A
// network that has the waist already, or is to have none, stays as it is.
func narrowed(from *nlp.Net, waist int) (*nlp.Net, error) {
	if waist == 0 || from.Waist > 0 {
		return from, nil
	}
	c := from.Config
	c.Waist = waist
	if err := c.Check(); err != nil {
		return nil, err
	}
	to := nlp.NewNet(c, from.Labels)
	takeOver(to, from)
	for l := range from.Rec {
		if err := split(from.Rec[l], to.RecIn[l], to.Rec[l]); err != nil {
			return nil, err
		}
	}
	return to, split(from.Head, to.HeadIn, to.Head)
}

// split writes the two narrow factors whose product is nearest to m. Each singular
// value goes half to one and half to the other, so that both learn at one rate.
func split(m, in, out *nn.Matrix) error {
	a := mat.NewDense(m.Rows, m.Cols, nil)
	for i := range m.Rows {
		for j := range m.Cols {
			a.Set(i, j, float64(m.Data[i*m.Cols+j]))
		}
	}
	var svd mat.SVD
	if !svd.Factorize(a, mat.SVDThin) {
		return fmt.Errorf("matrix %q has no singular values: it holds what is no number", m.Name)
	}
	var u, v mat.Dense
	svd.UTo(&u)
	svd.VTo(&v)
	s := svd.Values(nil)
	for k := range in.Cols {
		root := math.Sqrt(s[k])
		for i := range in.Rows {
			in.Data[i*in.Cols+k] = float32(u.At(i, k) * root)
		}
		for j := range out.Cols {
			out.Data[k*out.Cols+j] = float32(v.At(j, k) * root)
		}
	}
	return nil
}
