package nn

import "golang.org/x/sys/cpu"

func available() []Kernel {
	k := []Kernel{Generic}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		k = append(k, AVX2)
		if cpu.X86.HasAVX512F {
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
