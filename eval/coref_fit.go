package eval

import (
	"math"
	"math/rand/v2"

	"nuncio/who"
)

// FitLinks sets the weights of links so that the right options of the decisions
// become likely (log-linear, AdaGrad, L2). The order is drawn from a fixed seed.
func FitLinks(decisions []who.Decision, rounds int, l2 float64) *who.Weights {
	var w, seen who.Weights
	rng := rand.New(rand.NewPCG(1, 2))
	order := make([]int, len(decisions))
	for i := range order {
		order[i] = i
	}
	const rate = 0.1
	for range rounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			d := &decisions[i]
			p, q := likely(&w, d)
			for k, f := range d.Options {
				step := q[k] - p[k]
				if math.Abs(step) < 1e-4 {
					continue
				}
				for _, at := range f {
					x := &w[d.Class][at]
					g := step - l2*float64(*x)
					h := &seen[d.Class][at]
					*h += float32(g * g)
					*x += float32(rate * g / (1e-6 + math.Sqrt(float64(*h))))
				}
			}
		}
	}
	for c := range w {
		for f, x := range w[c] {
			w[c][f] = float32(math.Round(float64(x)*1000) / 1000)
		}
	}
	return &w
}

// likely gives the chances of all options, and of the right ones among themselves.
func likely(w *who.Weights, d *who.Decision) (all, right []float64) {
	all, right = make([]float64, len(d.Options)), make([]float64, len(d.Options))
	most := math.Inf(-1)
	for k, f := range d.Options {
		for _, at := range f {
			all[k] += float64(w[d.Class][at])
		}
		most = max(most, all[k])
	}
	var sumAll, sumRight float64
	for k := range all {
		all[k] = math.Exp(all[k] - most)
		sumAll += all[k]
		if d.Right[k] {
			right[k] = all[k]
			sumRight += all[k]
		}
	}
	for k := range all {
		all[k] /= sumAll
		if sumRight > 0 {
			right[k] /= sumRight
		}
	}
	return all, right
}
