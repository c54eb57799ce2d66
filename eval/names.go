package eval

import (
	"slices"

	"nuncio/doc"
)

// NamesScore is what names came to against gold spans, by type. A name is right
// when its span and type are.
type NamesScore struct {
	Types  map[string]PRF
	Errors []NameError
}

// NameError is a name missed, or one found that is none.
type NameError struct {
	Sentence int
	Text     string
	Gold     string // type, "" where there is none
	Got      string
}

// All sums the types.
func (s *NamesScore) All() PRF {
	var all PRF
	for _, p := range s.Types {
		all.Add(p)
	}
	return all
}

// ScoreNames compares spans within the same tokens. Types other than the listed
// ones count on neither side.
func ScoreNames(gold, got []doc.Name, types []string, words func(doc.Range) string) *NamesScore {
	s := &NamesScore{Types: map[string]PRF{}}
	for _, t := range types {
		s.Types[t] = PRF{}
	}
	keep := func(list []doc.Name) map[doc.Range]string {
		m := map[doc.Range]string{}
		for _, n := range list {
			if slices.Contains(types, n.Type) {
				m[n.Range] = n.Type
			}
		}
		return m
	}
	g, p := keep(gold), keep(got)
	var at []doc.Range
	for r := range g {
		at = append(at, r)
	}
	for r := range p {
		if g[r] == "" {
			at = append(at, r)
		}
	}
	slices.SortFunc(at, func(a, b doc.Range) int {
		for _, d := range []int{a.Sent - b.Sent, a.First - b.First, a.End - b.End} {
			if d != 0 {
				return d
			}
		}
		return 0
	})
	for _, r := range at {
		want, have := g[r], p[r]
		if want == have {
			s.add(want, PRF{TP: 1})
			continue
		}
		if want != "" {
			s.add(want, PRF{FN: 1})
		}
		if have != "" {
			s.add(have, PRF{FP: 1})
		}
		s.Errors = append(s.Errors, NameError{r.Sent, words(r), want, have})
	}
	return s
}

func (s *NamesScore) add(t string, p PRF) {
	sum := s.Types[t]
	sum.Add(p)
	s.Types[t] = sum
}
