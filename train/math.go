package train

import (
	"math"

	"nuncio/nlp"
)

func distance(dep, head int) int { return nlp.DistanceAt(dep, head) }

func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func exp32(x float32) float32 {
	if x < -80 {
		return 0
	}
	return float32(math.Exp(float64(x)))
}

func grow(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/4)
	}
	return s[:n]
}

func zeros(s []float32, n int) []float32 {
	s = grow(s, n)
	clear(s)
	return s
}

// fillRows gives n rows, each a copy of row.
func fillRows(s, row []float32, n int) []float32 {
	s = grow(s, n*len(row))
	for i := range n {
		copy(s[i*len(row):], row)
	}
	return s
}

func add(dst, x []float32) {
	x = x[:len(dst)]
	for i := range dst {
		dst[i] += x[i]
	}
}

func mulInto(dst, x, m []float32) {
	x, m = x[:len(dst)], m[:len(dst)]
	for i := range dst {
		dst[i] = x[i] * m[i]
	}
}

// rng is SplitMix64: small, seeded, the same everywhere.
type rng uint64

func (r *rng) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

func (r *rng) float() float32 { return float32(r.next()>>40) / (1 << 24) }

func (r *rng) intn(n int) int { return int(r.next() % uint64(n)) }

func (r *rng) normal() float32 {
	u, v := float64(r.next()>>11)/(1<<53), float64(r.next()>>11)/(1<<53)
	return float32(math.Sqrt(-2*math.Log(u+1e-300)) * math.Cos(2*math.Pi*v))
}

// mask fills m with 0 at the rate given and with 1/(1−rate) elsewhere.
func (r *rng) mask(m []float32, rate float32) {
	if rate == 0 {
		for i := range m {
			m[i] = 1
		}
		return
	}
	keep := 1 / (1 - rate)
	cut := uint64(rate * (1 << 16))
	i := 0
	for ; i+4 <= len(m); i += 4 {
		z := r.next()
		for k := range 4 {
			v := keep
			if z&0xffff < cut {
				v = 0
			}
			m[i+k] = v
			z >>= 16
		}
	}
	for ; i < len(m); i++ {
		m[i] = keep
		if r.next()&0xffff < cut {
			m[i] = 0
		}
	}
}
