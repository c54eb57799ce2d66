package occurrence

import "slices"

// weeks finds clusters by the time of their founder.
type weeks map[int][]*cluster

// coarseWeek is the bucket of founders longer than a week and a day.
const coarseWeek = -1 << 31

func (w weeks) add(c *cluster, founder window) {
	k := coarseWeek
	if founder.days() <= newsDays+1 {
		k = floorDiv(founder.start, 7)
	}
	w[k] = append(w[k], c)
}

// around lists the clusters whose founder may overlap the window, in a fixed order.
func (w weeks) around(win window) []*cluster {
	from, to := floorDiv(win.start-newsDays-1, 7), floorDiv(win.end, 7)
	var out []*cluster
	if to-from < len(w) {
		for k := from; k <= to; k++ {
			out = append(out, w[k]...)
		}
	} else {
		keys := make([]int, 0, len(w))
		for k := range w {
			if k >= from && k <= to {
				keys = append(keys, k)
			}
		}
		slices.Sort(keys)
		for _, k := range keys {
			out = append(out, w[k]...)
		}
	}
	return append(out, w[coarseWeek]...)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
