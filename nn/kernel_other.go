//go:build !amd64

package nn

func available() []Kernel { return []Kernel{Generic} }

func kern6x16(k int, a *float32, rs, cs int, b, c *float32, ldc int)       {}
func kern1x16(k int, a *float32, cs int, b, c *float32)                    {}
func kern12x32(k int, a *float32, rs, cs int, b0, b1, c *float32, ldc int) {}
