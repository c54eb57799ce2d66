//go:build !amd64 && !arm64

package nn

func (kn Kernel) mulWide(r *Rounded, q *Quantized, c []float32, ldc int) int { return 0 }

// mulColumn does the rows from i on of one panel.
func (kn Kernel) mulColumn(i int, r *Rounded, q *Quantized, j int, c []float32, ldc int) {
	mulRows(i, r, q, j, c, ldc)
}

func (kn Kernel) largest(x []float32) float32 { return largestPlain(x, 0) }

func (kn Kernel) round(out []int16, x []float32, inv float32) int32 { return roundPlain(out, x, inv) }
