package nn

func (kn Kernel) step(width int, u, x, v, c, out []float32) {
	done := 0
	if kn != Generic && width >= 8 {
		done = width &^ 7
		_, _, _, _, _ = u[3*width-1], x[width-1], v[2*width-1], c[width-1], out[width-1]
		stepAVX2(done, width, &u[0], &x[0], &v[0], &c[0], &out[0])
	}
	if done < width {
		stepGeneric(done, width, u, x, v, c, out)
	}
}

//go:noescape
func stepAVX2(n, width int, u, x, v, c, out *float32)
