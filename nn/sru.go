package nn

import "math"

// Recur runs one direction of a simple recurrent unit (Lei et al., "Simple
// Recurrent Units for Highly Parallelizable Recurrence", 2018) over n steps:
//
//	f = σ(uf + vf·c)   c' = u + f·(c − u)
//	r = σ(ur + vr·c)   h  = x + r·(c' − x)
//
// with the products u, uf, ur made beforehand for all steps at once. Row t of u
// holds u, uf and ur one after the other from column 0, width h each; x and out
// hold h columns. Steps are dir apart (+1 or −1 rows). c is the state, zero at
// the start. The gate σ(t) = ½ + ½·t/√(1+t²) takes only operations that IEEE 754
// rounds correctly, so every machine agrees on it.
func (kn Kernel) Recur(n, width int, u []float32, ustride int, x []float32, xstride int, v, c, out []float32, ostride, dir int) {
	at := 0
	if dir < 0 {
		at = n - 1
	}
	clear(c[:width])
	for range n {
		kn.step(width, u[at*ustride:], x[at*xstride:], v, c, out[at*ostride:])
		at += dir
	}
}

func stepGeneric(from, width int, u, x, v, c, out []float32) {
	uf, ur := u[width:2*width], u[2*width:3*width]
	vf, vr := v[:width], v[width:2*width]
	u, x, c, out = u[:width], x[:width], c[:width], out[:width]
	for i := from; i < width; i++ {
		ci := c[i]
		f := gate(uf[i] + float32(vf[i]*ci))
		r := gate(ur[i] + float32(vr[i]*ci))
		ci = u[i] + float32(f*(ci-u[i]))
		c[i] = ci
		out[i] = x[i] + float32(r*(ci-x[i]))
	}
}

func gate(t float32) float32 {
	s := t / float32(math.Sqrt(float64(1+float32(t*t))))
	return 0.5 + float32(0.5*s)
}
