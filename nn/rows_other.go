//go:build !amd64

package nn

func (kn Kernel) reluFast(x []float32) int                                { return 0 }
func (kn Kernel) windowFast(out, x, bias, mid, left, right []float32) int { return 0 }
func (kn Kernel) addReluFast(out, a, b []float32) int                     { return 0 }
func (kn Kernel) timesFast(out, a, b []float32) int                       { return 0 }
func (kn Kernel) argmaxFast(x []float32) (best, n int)                    { return 0, 0 }
