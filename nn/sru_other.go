//go:build !amd64

package nn

func (kn Kernel) step(width int, u, x, v, c, out []float32) {
	stepGeneric(0, width, u, x, v, c, out)
}
