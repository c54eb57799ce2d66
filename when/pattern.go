package when

import (
	"fmt"
	"strconv"
	"strings"
)

// elem is one place of a pattern.
type elem struct {
	mask    mask
	classes []class // in the order written: the first that fits is the reading
	ids     []int32
	values  []int // beside classes; 0 for any value
	slot    slot
	opt     bool
	glued   bool
	not     bool
}

// pattern is a rule's sequence of places, with what must stand left and right of it.
type pattern struct {
	rule  *rule
	left  []elem
	elems []elem
	right []elem
	order int  // declared earlier wins among equals
	atEnd bool // nothing may follow
	atTop bool // nothing may precede
}

// parsePattern reads the pattern language:
//
//	in|since      one of these words
//	MONTH|WABB    a word of one of these classes
//	UNITS=year    a word of the class with that value
//	month:INT     the class, read into the named slot
//	,?            may be missing
//	~MONTH        no space before it
//	[on] … [of]   must stand before or after, and is not part of the expression
//	[!of]         must not stand there; [^] and [$] are the ends of the sentence
func parsePattern(l *lexicon, s string) (*pattern, error) {
	p := &pattern{}
	for _, f := range strings.Fields(s) {
		ctx := len(f) > 2 && f[0] == '[' && f[len(f)-1] == ']'
		if ctx {
			f = f[1 : len(f)-1]
			switch {
			case f == "^":
				p.atTop = true
				continue
			case f == "$":
				p.atEnd = true
				continue
			}
		}
		e, err := parseElem(l, f)
		if err != nil {
			return nil, err
		}
		switch {
		case ctx && len(p.elems) == 0:
			p.left = append(p.left, e)
		case ctx:
			p.right = append(p.right, e)
		case len(p.right) > 0:
			return nil, fmt.Errorf("%q stands after the right context", f)
		default:
			p.elems = append(p.elems, e)
		}
	}
	if len(p.elems) == 0 {
		return nil, fmt.Errorf("nothing to match")
	}
	return p, nil
}

func parseElem(l *lexicon, f string) (elem, error) {
	var e elem
	if len(f) > 1 && f[0] == '!' {
		e.not, f = true, f[1:]
	}
	if len(f) > 1 && f[0] == '~' {
		e.glued, f = true, f[1:]
	}
	if len(f) > 1 && f[len(f)-1] == '?' {
		e.opt, f = true, f[:len(f)-1]
	}
	if k, rest, ok := strings.Cut(f, ":"); ok && rest != "" && k != "" {
		s, ok := slotNames[k]
		if !ok {
			return e, fmt.Errorf("%q is not a slot", k)
		}
		e.slot, f = s, rest
	}
	for alt := range strings.SplitSeq(f, "|") {
		name, val, has := strings.Cut(alt, "=")
		c, ok := classNames[name]
		switch {
		case ok:
			only := 0
			if has {
				if u, err := parseUnit(val); err == nil {
					only = int(u)
				} else if only, err = strconv.Atoi(val); err != nil {
					return e, fmt.Errorf("%q is not a value", alt)
				}
			}
			e.classes = append(e.classes, c)
			e.values = append(e.values, only)
			e.mask.add(c)
		case alt == strings.ToUpper(alt) && alt != strings.ToLower(alt):
			return e, fmt.Errorf("%q is not a class", alt)
		default:
			e.ids = append(e.ids, l.word(alt).id)
		}
	}
	return e, nil
}

// fits reports whether an atom can stand in the place, and as which class
// (nClasses for a literal word).
func (e *elem) fits(a *atom) (class, bool) {
	if e.glued && !a.glued {
		return 0, false
	}
	if a.mask.meets(e.mask) {
		for k, c := range e.classes {
			if a.mask.has(c) && (e.values[k] == 0 || a.value(c) == e.values[k]) {
				return c, true
			}
		}
	}
	if a.id != 0 {
		for _, id := range e.ids {
			if id == a.id {
				return nClasses, true
			}
		}
	}
	return 0, false
}

// value is the atom's number as a class.
func (a *atom) value(c class) int {
	if s := a.sense(c); s != nil {
		return s.val
	}
	return int(a.num)
}

// capture is an atom that stands in a place of the pattern.
type capture struct {
	class class
	slot  slot
	atom  int
}

// match tries the pattern at atom i and gives the atom after it, or -1. The
// captures are left in w.caps.
func (w *work) match(p *pattern, i int) int {
	if p.atTop && i != 0 {
		return -1
	}
	n := len(p.left)
	for k := range p.left {
		e := &p.left[k]
		j := i - n + k
		ok := false
		if j >= 0 {
			_, ok = e.fits(&w.atoms[j])
		}
		if ok == e.not {
			return -1
		}
	}
	w.caps = w.caps[:0]
	return w.step(p, 0, i)
}

func (w *work) step(p *pattern, k, i int) int {
	if k == len(p.elems) {
		if p.atEnd && i != len(w.atoms) && !(i == len(w.atoms)-1 && w.atoms[i].is(litDot)) {
			return -1
		}
		for r := range p.right {
			e := &p.right[r]
			ok := false
			if j := i + r; j < len(w.atoms) {
				_, ok = e.fits(&w.atoms[j])
			}
			if ok == e.not {
				return -1
			}
		}
		return i
	}
	e := &p.elems[k]
	if i < len(w.atoms) {
		if c, ok := e.fits(&w.atoms[i]); ok {
			n := len(w.caps)
			w.caps = append(w.caps, capture{c, e.slot, i})
			if end := w.step(p, k+1, i+1); end >= 0 {
				return end
			}
			w.caps = w.caps[:n]
		}
	}
	if e.opt {
		return w.step(p, k+1, i)
	}
	return -1
}

// longest is the longest match at i over all patterns that can start there; of
// equals the one declared first wins. Its captures are left in w.best.
func (w *work) longest(g *grammar, i int) (*pattern, int) {
	var found *pattern
	end := -1
	a := &w.atoms[i]
	try := func(list []*pattern) {
		for _, p := range list {
			if e := w.match(p, i); e > end || e >= 0 && e == end && p.order < found.order {
				found, end = p, e
				w.best = append(w.best[:0], w.caps...)
			}
		}
	}
	if a.id > 0 && int(a.id) < len(g.ids) && g.ids[a.id] {
		try(g.byID[a.id])
	}
	if a.mask.meets(g.starts) {
		for half, bits := range a.mask {
			for b := 0; bits != 0; b, bits = b+1, bits>>1 {
				if bits&1 != 0 {
					try(g.byClass[half*64+b])
				}
			}
		}
	}
	return found, end
}
