package nn

import "golang.org/x/sys/cpu"

func available() []Kernel {
	k := []Kernel{Generic}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		k = append(k, AVX2)
		if cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI {
			k = append(k, AVX512)
		}
	}
	return k
}

// Strides are in bytes.

//go:noescape
func kern6x16(k int, a *float32, rs, cs int, b, c *float32, ldc int)

//go:noescape
func kern1x16(k int, a *float32, cs int, b, c *float32)

//go:noescape
func kern12x32(k int, a *float32, rs, cs int, b0, b1, c *float32, ldc int)

// wide does as many pairs of panels as there are with the kernel for two, and
// gives the column it came to.
func (kn Kernel) wide(m int, a []float32, rs, cs int, b *Packed, c []float32, ldc int) int {
	if kn != AVX512 {
		return 0
	}
	k, j := b.K, 0
	for ; j+2*Panel <= b.N; j += 2 * Panel {
		bp := b.Data[j*k:]
		i := 0
		for ; i+12 <= m; i += 12 {
			kern12x32(k, &a[i*rs], rs*4, cs*4, &bp[0], &bp[Panel*k], &c[i*ldc+j], ldc*4)
		}
		kn.column(i, m, a, rs, cs, k, bp, c[j:], ldc)
		kn.column(i, m, a, rs, cs, k, bp[Panel*k:], c[j+Panel:], ldc)
	}
	return j
}

// column does rows i to m of one panel.
func (kn Kernel) column(i, m int, a []float32, rs, cs, k int, bp, c []float32, ldc int) {
	if kn == Generic {
		rows(i, m, a, rs, cs, k, bp, c, ldc)
		return
	}
	for ; i+6 <= m; i += 6 {
		kern6x16(k, &a[i*rs], rs*4, cs*4, &bp[0], &c[i*ldc], ldc*4)
	}
	for ; i < m; i++ {
		kern1x16(k, &a[i*rs], cs*4, &bp[0], &c[i*ldc])
	}
}
