package nn

func available() []Kernel { return []Kernel{Generic, NEON} }

// Strides are in bytes.

//go:noescape
func kern4x16(k int, a *float32, rs, cs int, b, c *float32, ldc int)

//go:noescape
func kern1x16(k int, a *float32, cs int, b, c *float32)

// wide does as many pairs of panels as a kernel for two takes; there is none.
func (kn Kernel) wide(m int, a []float32, rs, cs int, b *Packed, c []float32, ldc int) int { return 0 }

// column does rows i to m of one panel.
func (kn Kernel) column(i, m int, a []float32, rs, cs, k int, bp, c []float32, ldc int) {
	if kn == Generic {
		rows(i, m, a, rs, cs, k, bp, c, ldc)
		return
	}
	for ; i+4 <= m; i += 4 {
		kern4x16(k, &a[i*rs], rs*4, cs*4, &bp[0], &c[i*ldc], ldc*4)
	}
	for ; i < m; i++ {
		kern1x16(k, &a[i*rs], cs*4, &bp[0], &c[i*ldc])
	}
}
