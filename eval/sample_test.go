package eval

import (
	"fmt"
	"slices"
	"testing"
)

func TestSampleIsDrawnAgain(t *testing.T) {
	draw := func(seed string, n, without int) []string {
		s := Sample{Seed: seed, N: n}
		for i := range 5000 {
			if i != without {
				s.Add(fmt.Sprint(i), "report", fmt.Sprint(i))
			}
		}
		return s.Rows()
	}
	first := draw("spring", 20, -1)
	if len(first) != 20 || !slices.Equal(first, draw("spring", 20, -1)) {
		t.Errorf("drawn again: %v", first)
	}
	if slices.Equal(first, draw("autumn", 20, -1)) {
		t.Error("another seed draws the same")
	}
	var gone int
	fmt.Sscan(first[3], &gone)
	if got := draw("spring", 20, gone); !slices.Equal(got[:19], slices.Delete(slices.Clone(first), 3, 4)) {
		t.Errorf("without the fourth: %v, had %v", got, first)
	}
	if all := draw("spring", 0, -1); len(all) != 5000 || !slices.Equal(all[:20], first) {
		t.Error("0 is not all, in the order of the draw")
	}
}
