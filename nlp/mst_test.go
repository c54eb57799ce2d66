package nlp

import (
	"math"
	"math/rand/v2"
	"testing"
)

// treeScore is the sum of a tree's arcs, −Inf for what is no tree with one root.
func treeScore(score []float32, n int, heads []int) float64 {
	roots, sum := 0, 0.0
	for i, h := range heads {
		if h == 0 {
			roots++
		}
		sum += float64(score[i*(n+1)+h])
		at := i + 1
		for steps := 0; at != 0; steps++ {
			if steps > n {
				return math.Inf(-1)
			}
			at = heads[at-1]
		}
	}
	if roots != 1 {
		return math.Inf(-1)
	}
	return sum
}

// The tree is the best of all trees with one root, counted out.
func TestTreeIsBest(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 9))
	var d Decoder
	for range 400 {
		n := 1 + rng.IntN(5)
		score := make([]float32, n*(n+1))
		for i := range score {
			score[i] = float32(rng.NormFloat64() * 3)
		}
		best := math.Inf(-1)
		heads := make([]int, n)
		all := 1
		for range n {
			all *= n + 1
		}
		for k := range all {
			for i := range heads {
				heads[i] = k % (n + 1)
				k /= n + 1
			}
			best = max(best, treeScore(score, n, heads))
		}
		if got := treeScore(score, n, d.Tree(score, n, n+1)); math.Abs(got-best) > 1e-3 {
			t.Fatalf("n=%d: tree of %g, best %g", n, got, best)
		}
	}
}

func FuzzTree(f *testing.F) {
	f.Add(uint64(3), 20)
	f.Add(uint64(4), 200)
	var d Decoder
	f.Fuzz(func(t *testing.T, seed uint64, n int) {
		if n < 1 || n > 150 {
			return
		}
		rng := rand.New(rand.NewPCG(seed, 1))
		score := make([]float32, n*(n+1))
		for i := range score {
			switch rng.IntN(12) {
			case 0:
				score[i] = float32(math.NaN())
			case 1:
				score[i] = float32(math.Inf(1 - 2*rng.IntN(2)))
			case 2:
				score[i] = 0
			default:
				score[i] = float32(rng.NormFloat64())
			}
		}
		heads := d.Tree(score, n, n+1)
		plain := make([]float32, len(score))
		if math.IsInf(treeScore(plain, n, heads), -1) {
			t.Fatalf("no tree with one root: %v", heads)
		}
	})
}
