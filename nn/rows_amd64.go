package nn

// Each does as many whole vectors as there are and gives how far it came.

func (kn Kernel) reluFast(x []float32) int {
	n := len(x) &^ 7
	if kn == Generic || n == 0 {
		return 0
	}
	relu8(n, &x[0])
	return n
}

func (kn Kernel) windowFast(out, x, bias, mid, left, right []float32) int {
	n := len(out) &^ 7
	if kn == Generic || n == 0 {
		return 0
	}
	window8(n, &out[0], &x[0], &bias[0], &mid[0], &left[0], &right[0])
	return n
}

func (kn Kernel) addReluFast(out, a, b []float32) int {
	n := len(out) &^ 7
	if kn == Generic || n == 0 {
		return 0
	}
	addRelu8(n, &out[0], &a[0], &b[0])
	return n
}

func (kn Kernel) timesFast(out, a, b []float32) int {
	n := len(out) &^ 7
	if kn == Generic || n == 0 {
		return 0
	}
	times8(n, &out[0], &a[0], &b[0])
	return n
}

func (kn Kernel) argmaxFast(x []float32) (best, n int) {
	n = len(x) &^ 7
	if kn == Generic || n < 32 {
		return 0, 0
	}
	if best = argmax8(n, &x[0]); best < 0 { // something that is no number
		return 0, 0
	}
	return best, n
}

//go:noescape
func relu8(n int, x *float32)

//go:noescape
func window8(n int, out, x, bias, mid, left, right *float32)

//go:noescape
func addRelu8(n int, out, a, b *float32)

//go:noescape
func times8(n int, out, a, b *float32)

//go:noescape
func argmax8(n int, x *float32) int
