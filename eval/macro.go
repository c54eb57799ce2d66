package eval

import (
	"math/rand/v2"
	"slices"
)

// sortedNames are the distinct names in order.
func sortedNames(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}

func classPRF(gold, got []string, class string) PRF {
	var p PRF
	for i := range gold {
		switch {
		case gold[i] == class && got[i] == class:
			p.TP++
		case gold[i] == class:
			p.FN++
		case got[i] == class:
			p.FP++
		}
	}
	return p
}

// macroF1 is the mean F1 of the gold classes.
func macroF1(gold, got []string) float64 {
	classes := sortedNames(gold)
	sum := 0.0
	for _, c := range classes {
		p := classPRF(gold, got, c)
		sum += p.F1()
	}
	if len(classes) == 0 {
		return 0
	}
	return sum / float64(len(classes))
}

// resample gives the 2.5 and 97.5 percentiles of a measure over 1,000 draws with
// replacement, from a fixed seed.
func resample(n int, measure func(pick func() int) float64) (low, high float64) {
	if n == 0 {
		return 0, 0
	}
	rng := rand.New(rand.NewPCG(1, 2))
	const draws = 1000
	out := make([]float64, draws)
	for i := range out {
		out[i] = measure(func() int { return rng.IntN(n) })
	}
	slices.Sort(out)
	return out[draws*25/1000], out[draws*975/1000-1]
}
