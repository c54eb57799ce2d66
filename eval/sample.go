package eval

import (
	"bytes"
	"crypto/sha256"
	"slices"
	"strings"
)

// Sample draws n of what is added to it, by a digest of the seed and of what
// names a thing: who draws again with the same seed draws the same, and a thing
// that has gone or come since leaves the others where they were.
type Sample struct {
	Seed string
	N    int // 0 for all, in the order of the draw

	drawn []drawnRow
}

type drawnRow struct {
	key [sha256.Size]byte
	row string
}

// Add puts a row into the urn under its name.
func (s *Sample) Add(row string, name ...string) {
	key := sha256.Sum256([]byte(s.Seed + "\t" + strings.Join(name, "\t")))
	s.drawn = append(s.drawn, drawnRow{key, row})
	if s.N > 0 && len(s.drawn) >= 4*s.N+1024 { // the urn of a large set stays small
		s.sort()
	}
}

// Rows are the rows drawn, in the order of the draw.
func (s *Sample) Rows() []string {
	s.sort()
	out := make([]string, len(s.drawn))
	for i := range s.drawn {
		out[i] = s.drawn[i].row
	}
	return out
}

func (s *Sample) sort() {
	slices.SortStableFunc(s.drawn, func(a, b drawnRow) int { return bytes.Compare(a.key[:], b.key[:]) })
	if s.N > 0 && len(s.drawn) > s.N {
		s.drawn = s.drawn[:s.N]
	}
}
