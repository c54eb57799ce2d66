package score

import (
	"math"
	"math/rand/v2"
)

// Row is one sentence to learn from.
type Row struct {
	Features []uint32 // sorted, each once
	Class    int
}

// FitOptions are what a fit depends on, besides its rows.
type FitOptions struct {
	Seed   uint64
	Epochs int
	Rate   float64
	L2     float64
	Least  int // rows that a feature must be in to get a weight
}

// Defaults are the options of the model that ships, chosen on a quarter of the
// rows that it is fitted on.
var Defaults = FitOptions{Seed: 1, Epochs: 8, Rate: 0.1, L2: 4e-3, Least: 2}

// Fit learns a model by stochastic descent with steps by AdaGrad, L2 and averaged
// weights. Rare features weigh more (inverse document frequency), as the weights
// that are written already have it in them. The same rows and options give the
// same model.
func Fit(rows []Row, opt FitOptions) *Model {
	inRows := make([]int, 1<<Bits)
	for i := range rows {
		for _, id := range rows[i].Features {
			inRows[id]++
		}
	}
	idf := make([]float64, 1<<Bits)
	for id, n := range inRows {
		if n >= opt.Least {
			idf[id] = math.Log(float64(len(rows)+1)/float64(n)) + 0.5
		}
	}
	const dim = Classes << Bits
	w, g, sum := make([]float64, dim), make([]float64, dim), make([]float64, dim)
	var bias, gb, sumBias [Classes]float64
	step := make([]int, 1<<Bits) // when a bucket was last brought up to date
	rng := rand.New(rand.NewPCG(opt.Seed, 2))
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	now := 0
	for range opt.Epochs {
		rng.Shuffle(len(order), func(i, k int) { order[i], order[k] = order[k], order[i] })
		for _, r := range order {
			row := &rows[r]
			n := norm(len(row.Features))
			z := bias
			for _, id := range row.Features {
				for c := range Classes {
					z[c] += w[int(id)*Classes+c] * idf[id] * n
				}
			}
			p := softmax(z)
			for c := range Classes {
				d := p[c]
				if c == row.Class {
					d--
				}
				sumBias[c] += bias[c]
				gb[c] += d * d
				bias[c] -= opt.Rate * d / (math.Sqrt(gb[c]) + 1)
				for _, id := range row.Features {
					if idf[id] == 0 {
						continue
					}
					k := int(id)*Classes + c
					sum[k] += w[k] * float64(now-step[id])
					d := d*idf[id]*n + opt.L2*w[k]*float64(len(rows))/float64(inRows[id])
					g[k] += d * d
					w[k] -= opt.Rate * d / (math.Sqrt(g[k]) + 1e-3)
				}
			}
			for _, id := range row.Features {
				step[id] = now
			}
			now++
		}
	}
	for id := range step {
		for c := range Classes {
			k := id*Classes + c
			sum[k] += w[k] * float64(now-step[id])
		}
	}
	return quantise(sum, sumBias, idf, float64(max(now, 1)))
}

// quantise rounds averaged weights to steps of a 127th of the largest.
func quantise(sum []float64, sumBias [Classes]float64, idf []float64, n float64) *Model {
	m := &Model{weights: make([]int8, len(sum))}
	top := 0.0
	for k := range sum {
		sum[k] *= idf[k/Classes] / n
		top = max(top, math.Abs(sum[k]))
	}
	for c := range m.bias {
		m.bias[c] = float32(sumBias[c] / n)
	}
	if top == 0 {
		return m
	}
	m.scale = float32(top / 127)
	for k := range sum {
		m.weights[k] = int8(math.Round(sum[k] / float64(m.scale)))
	}
	return m
}
