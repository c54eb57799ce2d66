package eval

import "slices"

// draws is the number of samples behind an interval.
const draws = 1000

// Interval gives the middle 95 % of a measure's F1 over samples of sentences
// drawn with replacement, always the same for the same sentences.
func (s *UDScore) Interval(measure int) (low, high float64) {
	return bootstrap(len(s.units), func(i int) PRF { return s.units[i].all[measure] })
}

// RelationInterval is Interval for one relation.
func (s *UDScore) RelationInterval(rel string) (low, high float64) {
	return bootstrap(len(s.units), func(i int) PRF { return s.units[i].rels[rel] })
}

// bootstrap draws n of the units again and again and sorts the F1 they come to
// (Efron's percentile interval).
func bootstrap(n int, unit func(int) PRF) (low, high float64) {
	if n == 0 {
		return 0, 0
	}
	parts := make([]PRF, n)
	for i := range parts {
		parts[i] = unit(i)
	}
	f := make([]float64, draws)
	seed := uint64(1)
	for d := range f {
		var sum PRF
		for range n {
			seed += 0x9e3779b97f4a7c15
			z := seed
			z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
			z = (z ^ z>>27) * 0x94d049bb133111eb
			sum.Add(parts[(z^z>>31)%uint64(n)])
		}
		f[d] = sum.F1()
	}
	slices.Sort(f)
	return f[draws*25/1000], f[draws*975/1000]
}
