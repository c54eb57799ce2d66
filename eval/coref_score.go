package eval

// A Chain is a set of mentions that speak of the same thing, as token spans of
// a document.
type Chain []TokenSpan

// TokenSpan is a half-open run of a document's tokens.
type TokenSpan struct{ First, End int }

// CorefScore holds the three measures of the CoNLL 2012 task, each as sums over
// documents.
type CorefScore struct {
	Mentions PRF
	MUC      Ratio2
	BCubed   Ratio2
	CEAF     Ratio2 // CEAF-e, by entities
}

// Ratio2 is a precision and a recall with numerators and denominators of their own.
type Ratio2 struct{ PNum, PDen, RNum, RDen float64 }

// Precision is 0 where nothing was found.
func (r Ratio2) Precision() float64 { return part(r.PNum, r.PDen) }

// Recall is 0 where there is nothing.
func (r Ratio2) Recall() float64 { return part(r.RNum, r.RDen) }

// F1 is the harmonic mean of precision and recall.
func (r Ratio2) F1() float64 {
	p, q := r.Precision(), r.Recall()
	return part(2*p*q, p+q)
}

func part(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// CoNLL is the mean of the F1 of the three.
func (s *CorefScore) CoNLL() float64 { return (s.MUC.F1() + s.BCubed.F1() + s.CEAF.F1()) / 3 }

// Add scores the chains of one document; chains of one mention do not count.
func (s *CorefScore) Add(gold, got []Chain) {
	gold, got = plural(gold), plural(got)
	goldOf, gotOf := chainsByMention(gold), chainsByMention(got)
	for m := range gotOf {
		if _, ok := goldOf[m]; ok {
			s.Mentions.TP++
		} else {
			s.Mentions.FP++
		}
	}
	s.Mentions.FN += len(goldOf) - (len(gotOf) - countMissing(gotOf, goldOf))
	n, d := muc(gold, gotOf)
	s.MUC.RNum, s.MUC.RDen = s.MUC.RNum+n, s.MUC.RDen+d
	n, d = muc(got, goldOf)
	s.MUC.PNum, s.MUC.PDen = s.MUC.PNum+n, s.MUC.PDen+d
	n, d = bcubed(gold, gotOf)
	s.BCubed.RNum, s.BCubed.RDen = s.BCubed.RNum+n, s.BCubed.RDen+d
	n, d = bcubed(got, goldOf)
	s.BCubed.PNum, s.BCubed.PDen = s.BCubed.PNum+n, s.BCubed.PDen+d
	best := ceafE(gold, got, gotOf)
	s.CEAF.RNum, s.CEAF.RDen = s.CEAF.RNum+best, s.CEAF.RDen+float64(len(gold))
	s.CEAF.PNum, s.CEAF.PDen = s.CEAF.PNum+best, s.CEAF.PDen+float64(len(got))
}

func countMissing(of, in map[TokenSpan]int) int {
	n := 0
	for m := range of {
		if _, ok := in[m]; !ok {
			n++
		}
	}
	return n
}

// plural leaves out chains of one mention, and a mention's second chain.
func plural(chains []Chain) []Chain {
	seen := map[TokenSpan]bool{}
	var out []Chain
	for _, c := range chains {
		var keep Chain
		for _, m := range c {
			if !seen[m] {
				seen[m] = true
				keep = append(keep, m)
			}
		}
		if len(keep) > 1 {
			out = append(out, keep)
		}
	}
	return out
}

func chainsByMention(chains []Chain) map[TokenSpan]int {
	of := map[TokenSpan]int{}
	for i, c := range chains {
		for _, m := range c {
			of[m] = i
		}
	}
	return of
}

// muc counts the links that survive when each chain is cut by the other side.
func muc(chains []Chain, other map[TokenSpan]int) (num, den float64) {
	for _, c := range chains {
		parts, alone := map[int]bool{}, 0
		for _, m := range c {
			if k, ok := other[m]; ok {
				parts[k] = true
			} else {
				alone++
			}
		}
		num += float64(len(c) - len(parts) - alone)
		den += float64(len(c) - 1)
	}
	return num, den
}

// bcubed sums over mentions the share of their chain that the other side keeps together.
func bcubed(chains []Chain, other map[TokenSpan]int) (num, den float64) {
	for _, c := range chains {
		in := map[int]int{}
		for _, m := range c {
			if k, ok := other[m]; ok {
				in[k]++
			}
		}
		squares := 0
		for _, n := range in {
			squares += n * n
		}
		num += float64(squares) / float64(len(c))
		den += float64(len(c))
	}
	return num, den
}

// ceafE is the best one-to-one matching of chains by 2|A∩B| / (|A|+|B|).
func ceafE(gold, got []Chain, gotOf map[TokenSpan]int) float64 {
	if len(gold) == 0 || len(got) == 0 {
		return 0
	}
	sim := make([][]float64, len(gold))
	for i, g := range gold {
		sim[i] = make([]float64, len(got))
		common := map[int]int{}
		for _, m := range g {
			if k, ok := gotOf[m]; ok {
				common[k]++
			}
		}
		for k, n := range common {
			sim[i][k] = 2 * float64(n) / float64(len(g)+len(got[k]))
		}
	}
	return matching(sim)
}

// matching is the greatest sum of a one-to-one assignment of rows to columns, by
// the Hungarian method with potentials.
func matching(gain [][]float64) float64 {
	n, m := len(gain), len(gain[0])
	at := func(i, j int) float64 { return -gain[i][j] }
	if n > m { // rows must not be more than columns
		at = func(i, j int) float64 { return -gain[j][i] }
		n, m = m, n
	}
	const inf = 1e18
	u, v := make([]float64, n+1), make([]float64, m+1)
	row, way := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		j0 := 0
		least := make([]float64, m+1)
		for j := range least {
			least[j] = inf
		}
		used := make([]bool, m+1)
		for {
			used[j0] = true
			i0, delta, j1 := row[j0], inf, 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := at(i0-1, j-1) - u[i0] - v[j]; c < least[j] {
					least[j], way[j] = c, j0
				}
				if least[j] < delta {
					delta, j1 = least[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[row[j]] += delta
					v[j] -= delta
				} else {
					least[j] -= delta
				}
			}
			j0 = j1
			if row[j0] == 0 {
				break
			}
		}
		for j0 != 0 {
			row[j0] = row[way[j0]]
			j0 = way[j0]
		}
	}
	sum := 0.0
	for j := 1; j <= m; j++ {
		if row[j] > 0 {
			sum -= at(row[j]-1, j-1)
		}
	}
	return sum
}
