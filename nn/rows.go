package nn

// What is done to rows of numbers between the products. The plain forms say what
// each does; a kernel does whole vectors and leaves the rest to them.

// Relu makes what is not above zero zero.
func (kn Kernel) Relu(x []float32) {
	x = x[kn.reluFast(x):]
	for i, v := range x {
		if !(v > 0) {
			x[i] = 0
		}
	}
}

// Window writes x + max(0, bias + mid + left + right).
func (kn Kernel) Window(out, x, bias, mid, left, right []float32) {
	n := len(out)
	x, bias, mid, left, right = x[:n], bias[:n], mid[:n], left[:n], right[:n]
	for i := kn.windowFast(out, x, bias, mid, left, right); i < n; i++ {
		y := bias[i] + mid[i] + left[i] + right[i]
		if !(y > 0) {
			y = 0
		}
		out[i] = x[i] + y
	}
}

// AddRelu writes max(0, a + b).
func (kn Kernel) AddRelu(out, a, b []float32) {
	n := len(out)
	a, b = a[:n], b[:n]
	for i := kn.addReluFast(out, a, b); i < n; i++ {
		y := a[i] + b[i]
		if !(y > 0) {
			y = 0
		}
		out[i] = y
	}
}

// Times writes a·b, element by element.
func (kn Kernel) Times(out, a, b []float32) {
	n := len(out)
	a, b = a[:n], b[:n]
	for i := kn.timesFast(out, a, b); i < n; i++ {
		out[i] = a[i] * b[i]
	}
}

// Argmax is the place of the greatest number, the first of several.
func (kn Kernel) Argmax(x []float32) int {
	best, i := kn.argmaxFast(x)
	for ; i < len(x); i++ {
		if x[i] > x[best] {
			best = i
		}
	}
	return best
}
