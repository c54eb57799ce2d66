package nn

import "math"

// rows does rows i to m of one panel.
func rows(i, m int, a []float32, rs, cs, k int, bp, c []float32, ldc int) {
	for ; i < m; i++ {
		row(k, a[i*rs:], cs, bp, c[i*ldc:i*ldc+Panel])
	}
}

// row is the plain form of the kernels: one row of A times one panel.
func row(k int, a []float32, cs int, b, c []float32) {
	c = c[:Panel:Panel]
	for i := range k {
		x := float64(a[i*cs])
		v := b[i*Panel : i*Panel+Panel : i*Panel+Panel]
		for j := range c {
			c[j] = fma(x, v[j], c[j])
		}
	}
}

// fma is the fused a·b+c of single precision, rounded once, on machines that
// have it only for doubles or not at all. The product of two singles is exact in
// double; the sum is then rounded twice, which differs from rounding once only
// where the double lies midway between two singles, or below their normal range.
func fma(a float64, b, c float32) float32 {
	p := a * float64(b)
	s := p + float64(c)
	bits := math.Float64bits(s)
	if bits&(1<<29-1) != 1<<28 && (bits>>52)&0x7ff >= 1023-126 {
		return float32(s)
	}
	return fmaSlow(p, float64(c))
}

// fmaSlow rounds p+c to odd in double first, so that the second rounding sees on
// which side of the middle the sum lay (Boldo and Melquiond, "Emulation of a FMA
// and correctly rounded sums", 2008).
func fmaSlow(p, c float64) float32 {
	s := p + c
	if s == 0 || math.IsInf(s, 0) || math.IsNaN(s) {
		return float32(s)
	}
	// The error of the sum (Knuth's two-sum).
	t := s - p
	e := (p - (s - t)) + (c - t)
	if bits := math.Float64bits(s); e != 0 && bits&1 == 0 {
		if (e > 0) == (s > 0) {
			bits++
		} else {
			bits--
		}
		s = math.Float64frombits(bits)
	}
	return float32(s)
}
