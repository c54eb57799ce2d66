package nlp

import "math"

// Decoder finds the best tree with one root over a matrix of arc scores.
type Decoder struct {
	heads      []int
	state      []int
	w          []float64 // scores between the nodes left, as contractions go on
	eh, ed     []int32   // the arc of the sentence behind each of them
	in, up     []int     // best source; the node that swallowed this one
	alive      []bool
	realH, rel []int32
	cycles     [][2]int // ranges of members
	members    []int
}

// Tree gives the head of each of n words, 0 for the root. score[i*stride+h] is
// for word i+1 under head h. The result always is a tree with one root.
func (d *Decoder) Tree(score []float32, n, stride int) []int {
	d.heads = grow(d.heads, n+1)
	heads := d.heads
	heads[0] = -1
	roots := 0
	for i := 1; i <= n; i++ {
		row := score[(i-1)*stride : (i-1)*stride+n+1]
		best := -1
		for h, s := range row {
			if h != i && (best < 0 || s > row[best]) {
				best = h
			}
		}
		heads[i] = best
		if best == 0 {
			roots++
		}
	}
	if roots == 1 && d.acyclic(heads) {
		return heads[1 : n+1]
	}
	d.edmonds(score, n, stride)
	return d.heads[1 : n+1]
}

func (d *Decoder) acyclic(heads []int) bool {
	d.state = grow(d.state, len(heads))
	clear(d.state)
	for i := 1; i < len(heads); i++ {
		at := i
		for at > 0 && d.state[at] == 0 {
			d.state[at] = i
			at = heads[at]
		}
		if at > 0 && d.state[at] == i {
			return false
		}
	}
	return true
}

// edmonds is the algorithm of Chu, Liu and Edmonds on a dense matrix. Arcs from
// the root pay a price that no other gain outweighs, so that just one is taken.
func (d *Decoder) edmonds(score []float32, n, stride int) {
	const price = 1e9
	size := 2 * (n + 1)
	d.w, d.eh, d.ed = grow(d.w, size*size), grow(d.eh, size*size), grow(d.ed, size*size)
	d.in, d.up, d.alive = grow(d.in, size), grow(d.up, size), grow(d.alive, size)
	d.realH, d.rel = grow(d.realH, size), grow(d.rel, size)
	d.cycles, d.members = d.cycles[:0], d.members[:0]
	for h := 0; h <= n; h++ {
		d.alive[h], d.up[h] = true, -1
		for i := 0; i <= n; i++ {
			at := h*size + i
			d.eh[at], d.ed[at] = int32(h), int32(i)
			switch {
			case i == 0 || i == h:
				d.w[at] = math.Inf(-1)
			case h == 0:
				d.w[at] = clean(score[(i-1)*stride]) - price
			default:
				d.w[at] = clean(score[(i-1)*stride+h])
			}
		}
	}
	nodes := n + 1
	for {
		for v := 1; v < nodes; v++ {
			if !d.alive[v] {
				continue
			}
			best := -1
			for u := 0; u < nodes; u++ {
				if d.alive[u] && u != v && (best < 0 || d.w[u*size+v] > d.w[best*size+v]) {
					best = u
				}
			}
			d.in[v] = best
			d.realH[v], d.rel[v] = d.eh[best*size+v], d.ed[best*size+v]
		}
		start := d.cycle(nodes)
		if start < 0 {
			break
		}
		nodes = d.contract(start, nodes, size)
	}
	for v := 1; v < nodes; v++ {
		if d.alive[v] && v <= n {
			d.heads[v] = int(d.realH[v])
		}
	}
	// Open the cycles again, the last made first.
	for k := len(d.cycles) - 1; k >= 0; k-- {
		c := n + 1 + k
		broken := int(d.rel[c])
		for d.up[broken] != c {
			broken = d.up[broken]
		}
		for _, m := range d.members[d.cycles[k][0]:d.cycles[k][1]] {
			if m == broken {
				d.realH[m], d.rel[m] = d.realH[c], d.rel[c]
			}
			if m <= n {
				d.heads[m] = int(d.realH[m])
			}
		}
	}
}

// cycle gives a node of some cycle of best arcs, or -1.
func (d *Decoder) cycle(nodes int) int {
	d.state = grow(d.state, nodes)
	clear(d.state)
	for i := 1; i < nodes; i++ {
		if !d.alive[i] {
			continue
		}
		at := i
		for at > 0 && d.state[at] == 0 {
			d.state[at] = i
			at = d.in[at]
		}
		if at > 0 && d.state[at] == i {
			return at
		}
	}
	return -1
}

// contract makes the cycle through start one node and gives the new count of nodes.
func (d *Decoder) contract(start, nodes, size int) int {
	c := nodes
	from := len(d.members)
	for at := start; ; {
		d.members = append(d.members, at)
		d.up[at] = c
		d.alive[at] = false
		if at = d.in[at]; at == start {
			break
		}
	}
	d.cycles = append(d.cycles, [2]int{from, len(d.members)})
	d.alive[c], d.up[c] = true, -1
	cyc := d.members[from:]
	for u := 0; u < nodes; u++ {
		if !d.alive[u] {
			continue
		}
		into, out := u*size+c, c*size+u
		d.w[into], d.w[out] = math.Inf(-1), math.Inf(-1)
		for i, v := range cyc {
			gain := d.w[u*size+v] - d.w[d.in[v]*size+v]
			if i == 0 || gain > d.w[into] {
				d.w[into], d.eh[into], d.ed[into] = gain, d.eh[u*size+v], d.ed[u*size+v]
			}
			if i == 0 || d.w[v*size+u] > d.w[out] {
				d.w[out], d.eh[out], d.ed[out] = d.w[v*size+u], d.eh[v*size+u], d.ed[v*size+u]
			}
		}
	}
	return nodes + 1
}

// clean keeps what is not a number from breaking the comparisons.
func clean(s float32) float64 {
	f := float64(s)
	if math.IsNaN(f) {
		return -1e6
	}
	return max(-1e6, min(1e6, f))
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}
