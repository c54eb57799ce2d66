// Package nn is the arithmetic of the language engine: matrix products over
// packed weights, in single precision ([Kernel.Gemm]) and in whole numbers
// ([Kernel.Mul]), and the elementwise recurrence ([Kernel.Recur]).
//
// Every kernel gives the same bits. In single precision an output element is one
// accumulator to which products are added in the order of k by fused
// multiply-add, whatever the width of the machine's vectors and however many rows
// are multiplied at once; whole numbers add up exactly in any order. So neither
// the processor nor the make-up of a batch can change a result.
package nn

// Panel is the number of columns that a packed matrix keeps together.
const Panel = 16

// Packed is a K×N matrix in panels of [Panel] columns, rows of a panel in
// order, the last panel filled up with zeros.
type Packed struct {
	K, N int
	Data []float32
}

// Pack lays out the matrix whose element (i, j) is b[i*rs+j*cs]. The memory of p
// is used again where it suffices.
func (p *Packed) Pack(b []float32, k, n, rs, cs int) {
	panels := (n + Panel - 1) / Panel
	size := panels * k * Panel
	if cap(p.Data) < size {
		p.Data = make([]float32, size)
	}
	p.K, p.N, p.Data = k, n, p.Data[:size]
	for q := range panels {
		j0 := q * Panel
		w := min(Panel, n-j0)
		out := p.Data[q*k*Panel : (q+1)*k*Panel]
		if cs == 1 && w == Panel {
			for i := range k {
				copy(out[i*Panel:i*Panel+Panel], b[i*rs+j0:i*rs+j0+Panel])
			}
			continue
		}
		for i := range k {
			row := out[i*Panel : i*Panel+Panel]
			clear(row)
			at := i*rs + j0*cs
			for j := range w {
				row[j] = b[at]
				at += cs
			}
		}
	}
}

// Gemm adds A·B to C: A is m×b.K with element (i, k) at a[i*rs+k*cs], C is m×b.N
// with rows ldc apart.
func (kn Kernel) Gemm(m int, a []float32, rs, cs int, b *Packed, c []float32, ldc int) {
	k, n := b.K, b.N
	if m == 0 || n == 0 || k == 0 {
		return
	}
	// The checks that the kernels leave out.
	_ = a[(m-1)*rs+(k-1)*cs]
	_ = c[(m-1)*ldc+n-1]
	j := kn.wide(m, a, rs, cs, b, c, ldc)
	for ; j+Panel <= n; j += Panel {
		kn.column(0, m, a, rs, cs, k, b.Data[j*k:], c[j:], ldc)
	}
	if j == n {
		return
	}
	// The last, partial panel goes through a tile of its own.
	w := n - j
	bp := b.Data[j*k:]
	var tile [6 * Panel]float32
	for i := 0; i < m; i += 6 {
		rows := min(6, m-i)
		for r := range rows {
			copy(tile[r*Panel:r*Panel+w], c[(i+r)*ldc+j:])
		}
		kn.column(0, rows, a[i*rs:], rs, cs, k, bp, tile[:], Panel)
		for r := range rows {
			copy(c[(i+r)*ldc+j:(i+r)*ldc+n], tile[r*Panel:r*Panel+w])
		}
	}
}
