package nn

// mulWide does pairs of panels with a kernel for two; there is none.
func (kn Kernel) mulWide(r *Rounded, q *Quantized, c []float32, ldc int) int { return 0 }

// mulColumn does the rows from i on of one panel.
func (kn Kernel) mulColumn(i int, r *Rounded, q *Quantized, j int, c []float32, ldc int) {
	if kn == Generic {
		mulRows(i, r, q, j, c, ldc)
		return
	}
	t, pairs := len(r.scale), r.stride/2
	b := q.panel(j, pairs)
	for ; i+4 <= t; i += 4 {
		quant4x16(pairs, &r.data[i*r.stride], r.stride*2, &b[0], &r.scale[i], &q.Scale[j], &q.Bias[j], &c[i*ldc], ldc*4)
	}
	for ; i < t; i++ {
		quant1x16(pairs, &r.data[i*r.stride], &b[0], &r.scale[i], &q.Scale[j], &q.Bias[j], &c[i*ldc])
	}
}

func (kn Kernel) largest(x []float32) float32 { return largestPlain(x, 0) }

func (kn Kernel) round(out []int16, x []float32, inv float32) int32 { return roundPlain(out, x, inv) }

// Strides are in bytes.

//go:noescape
func quant4x16(pairs int, a *int16, rs int, b *int16, as, ws, bias, c *float32, ldc int)

//go:noescape
func quant1x16(pairs int, a *int16, b *int16, as, ws, bias, c *float32)
