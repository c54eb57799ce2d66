package nn

// mulWide does pairs of panels twelve rows at a time and gives the column it came to.
func (kn Kernel) mulWide(r *Rounded, q *Quantized, c []float32, ldc int) int {
	if kn != AVX512 {
		return 0
	}
	t, pairs, j := len(r.scale), r.stride/2, 0
	for ; j+2*Panel <= q.N; j += 2 * Panel {
		b := q.panel(j, pairs)
		i := 0
		for ; i+12 <= t; i += 12 {
			quant12x32(pairs, &r.data[i*r.stride], r.stride*2, &b[0], &b[pairs*2*Panel], &r.scale[i], &q.Scale[j], &q.Bias[j], &c[i*ldc+j], ldc*4)
		}
		kn.mulColumn(i, r, q, j, c[j:], ldc)
		kn.mulColumn(i, r, q, j+Panel, c[j+Panel:], ldc)
	}
	return j
}

// mulColumn does the rows from i on of one panel.
func (kn Kernel) mulColumn(i int, r *Rounded, q *Quantized, j int, c []float32, ldc int) {
	if kn == Generic {
		mulRows(i, r, q, j, c, ldc)
		return
	}
	t, pairs := len(r.scale), r.stride/2
	b := q.panel(j, pairs)
	if blocks := (t - i) / 4; blocks > 0 {
		quant4x16(blocks, pairs/2, &r.data[i*r.stride], r.stride*2, &b[0], &r.cross[i], &r.scale[i], &q.Cross[j], &q.Scale[j], &q.Bias[j], &c[i*ldc], ldc*4)
		i += 4 * blocks
	}
	for ; i < t; i++ {
		quant1x16(pairs, &r.data[i*r.stride], &b[0], &r.scale[i], &q.Scale[j], &q.Bias[j], &c[i*ldc])
	}
}

func (kn Kernel) largest(x []float32) float32 {
	n := len(x) &^ 7
	if kn == Generic || n == 0 {
		return largestPlain(x, 0)
	}
	return largestPlain(x[n:], largest(n, &x[0]))
}

// round writes x·inv as whole numbers, and gives the sum of products of those two apart.
func (kn Kernel) round(out []int16, x []float32, inv float32) int32 {
	n := len(x) &^ 15
	if kn == Generic || n == 0 {
		return roundPlain(out, x, inv)
	}
	return round16(n, inv, &x[0], &out[0]) + roundPlain(out[n:], x[n:], inv)
}

// Strides are in bytes.

//go:noescape
func quant4x16(blocks, quads int, a *int16, rs int, b *int16, cross *int32, as *float32, cols *int32, ws, bias, c *float32, ldc int)

//go:noescape
func quant1x16(pairs int, a *int16, b *int16, as, ws, bias, c *float32)

//go:noescape
func quant12x32(pairs int, a *int16, rs int, b0, b1 *int16, as, ws, bias, c *float32, ldc int)

//go:noescape
func largest(n int, x *float32) float32

//go:noescape
func round16(n int, inv float32, x *float32, q *int16) int32
