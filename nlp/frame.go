package nlp

import (
	"math"
	"strings"
)

// place is a set of places under a head, each for one dependent: a verb has one
// subject and one object, be it a thing or a clause.
type place uint8

const (
	subject place = 1 << iota
	object
	receiver
	complement

	lacking // taken by what itself has no subject: "let her go"
)

// placeOf gives the places that a relation takes.
func placeOf(rel string) place {
	base, sub, _ := strings.Cut(rel, ":")
	switch {
	case sub == "outer":
		return 0
	case base == "nsubj", base == "csubj":
		return subject
	case base == "obj":
		return object
	case base == "iobj":
		return receiver
	case base == "ccomp":
		return object | complement
	case base == "xcomp":
		return complement | lacking
	}
	return 0
}

// price is the most that scores may lose, in natural logarithms, so that a place
// has one dependent.
const price = 8

// move is a word under another head or relation, and what it costs.
type move struct {
	word, head, rel int
	cost            float32
}

// frame gives each place to one dependent in a sentence of n words from word at
// on. Heads and relations are chosen one by one, so the best tree can hold two
// subjects of a verb; then the word goes that loses least by going, to another
// head or another relation. Costs are differences within a row of scores: what a
// logarithm of probabilities adds is the same along the row, and no machine
// computes a difference otherwise than another.
func (w *Workspace) frame(at, n, width int, arcs []float32) {
	settled := 0 // heads below have no conflict, or one that nothing solves
	for range 2 * n {
		h, wanted := w.conflict(at, n, settled)
		if h < 0 {
			return
		}
		m := w.cheapest(at, n, width, h, wanted, arcs)
		if m.word < 0 {
			settled = h + 1
			continue
		}
		w.batch.Tree[at+m.word], w.batch.Rel[at+m.word] = m.head, m.rel
		settled = 0
	}
}

// conflict finds the first head, from a number on, with two dependents for one
// place or a subject under an open complement, and the places meant; -1 for none.
func (w *Workspace) conflict(at, n, from int) (int, place) {
	b, e := &w.batch, w.engine
	b.taken, b.twice = grow(b.taken, n+1), grow(b.twice, n+1)
	clear(b.taken)
	clear(b.twice)
	for i := at; i < at+n; i++ {
		h, p := b.Tree[i], e.places[b.Rel[i]]&^lacking
		b.twice[h] |= b.taken[h] & p
		b.taken[h] |= p
	}
	for h := from; h <= n; h++ {
		if h > 0 && e.places[b.Rel[at+h-1]]&lacking != 0 {
			b.twice[h] |= b.taken[h] & subject
		}
		if b.twice[h] != 0 {
			return h, b.twice[h]
		}
	}
	return -1, 0
}

// cheapest is the move that costs least of a word away from places under head h,
// or of h itself where it has no room for a subject; its word is -1 when all cost
// more than the price.
func (w *Workspace) cheapest(at, n, width, h int, wanted place, arcs []float32) move {
	b, e := &w.batch, w.engine
	b.moves = b.moves[:0]
	for i := range n {
		now, p := b.Tree[at+i], e.places[b.Rel[at+i]]
		if (now != h || p&wanted == 0) && (i+1 != h || p&lacking == 0 || wanted&subject == 0) {
			continue
		}
		row := arcs[i*(n+1) : (i+1)*(n+1)]
		for to := 1; to <= n; to++ {
			if cost := row[now] - row[to]; cost < price && !w.under(at, to, i+1) {
				b.moves = append(b.moves, move{i, to, 0, cost})
			}
		}
	}
	l, nr := e.net.Config.Label, len(e.net.Rels)
	b.z, b.moved = grow(b.z, len(b.moves)*2*l), grow(b.moved, len(b.moves)*nr)
	for k, m := range b.moves {
		w.pair(b.z[k*2*l:(k+1)*2*l], at, m.word, m.head, width)
	}
	w.mul(len(b.moves), b.z, 2*l, e.w.rel, b.moved)
	best := move{word: -1, cost: price}
	for k, m := range b.moves {
		row := b.moved[k*nr : (k+1)*nr]
		row[e.root] = float32(math.Inf(-1))
		top, taken := row[e.kernel.Argmax(row)], w.closed(at, n, m)
		for r, s := range row {
			if cost := m.cost + (top - s); cost < best.cost && e.places[r]&taken == 0 {
				best = move{m.word, m.head, r, cost}
			}
		}
	}
	return best
}

// closed gives the places that a move cannot take: those that other words under
// the head have, that of the subject under an open complement, and an open
// complement's for a word with a subject.
func (w *Workspace) closed(at, n int, m move) place {
	b, e := &w.batch, w.engine
	var p place
	for i := range n {
		switch q := e.places[b.Rel[at+i]] &^ lacking; b.Tree[at+i] {
		case m.head:
			if i != m.word {
				p |= q
			}
		case m.word + 1:
			if q&subject != 0 {
				p |= lacking
			}
		}
	}
	if e.places[b.Rel[at+m.head-1]]&lacking != 0 {
		p |= subject
	}
	return p
}

// under reports whether word h of a sentence, from 1, is word top or hangs from it.
func (w *Workspace) under(at, h, top int) bool {
	for h != top && h != 0 {
		h = w.batch.Tree[at+h-1]
	}
	return h == top
}
