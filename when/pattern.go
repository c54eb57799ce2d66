package when

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
)

// ruleFile is data/when/rules.yaml.
type ruleFile struct {
	Words []ruleDecl `yaml:"words"` // rules over words
	Joins []ruleDecl `yaml:"joins"` // rules over finished expressions and the words between them
}

type ruleDecl struct {
	Rule     string   `yaml:"rule"`
	Match    []string `yaml:"match"`
	Is       string   `yaml:"is"`
	Examples []string `yaml:"examples"`
}

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

// rule says what a matched pattern means.
type rule struct {
	name  string
	op    op
	proto frame
	weak  bool
}

// grammar is the compiled rules, indexed by what their first place can be.
type grammar struct {
	byClass [nClasses][]*pattern
	byID    map[int32][]*pattern
	ids     []bool // ids[id]: some pattern starts with the word
	starts  mask
	count   int
}

func readRules(fsys fs.FS, name string) (*ruleFile, error) {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("time rules: %w", err)
	}
	var f ruleFile
	if err := yaml.UnmarshalWithOptions(b, &f, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &f, nil
}

// compile turns declared rules into a grammar.
func compile(l *lexicon, decls []ruleDecl) (*grammar, error) {
	g := &grammar{byID: make(map[int32][]*pattern)}
	for i := range decls {
		d := &decls[i]
		r, err := d.parseIs()
		if err != nil {
			return nil, fmt.Errorf("time rule %q: %w", d.Rule, err)
		}
		for _, m := range d.Match {
			p, err := parsePattern(l, m)
			if err != nil {
				return nil, fmt.Errorf("time rule %q: %q: %w", d.Rule, m, err)
			}
			p.rule = r
			p.order = g.count
			g.count++
			g.index(p)
		}
	}
	g.ids = make([]bool, l.next)
	for id := range g.byID {
		g.ids[id] = true
	}
	return g, nil
}

// index files the pattern under everything it can start with.
func (g *grammar) index(p *pattern) {
	seen := make(map[class]bool)
	for _, e := range p.elems {
		for _, c := range e.classes {
			if !seen[c] {
				seen[c] = true
				g.byClass[c] = append(g.byClass[c], p)
				g.starts.add(c)
			}
		}
		for _, id := range e.ids {
			g.byID[id] = append(g.byID[id], p)
		}
		if !e.opt {
			break
		}
	}
}

func (d *ruleDecl) parseIs() (*rule, error) {
	f := strings.Fields(d.Is)
	if len(f) == 0 {
		return nil, fmt.Errorf("no meaning (is:)")
	}
	o, ok := opNames[f[0]]
	if !ok {
		return nil, fmt.Errorf("%q is not an operation", f[0])
	}
	r := &rule{name: d.Rule, op: o, proto: newFrame()}
	r.proto.op = o
	for _, kv := range f[1:] {
		k, v, ok := strings.Cut(kv, "=")
		if !ok {
			switch k {
			case "weak":
				r.weak = true
				continue
			case "fromend":
				r.proto.fromEnd = true
				continue
			case "ahead":
				r.proto.ahead = true
				continue
			}
			return nil, fmt.Errorf("%q is not key=value", kv)
		}
		if err := r.set(k, v); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (r *rule) set(k, v string) error {
	p := &r.proto
	num := func(at *int) error {
		n, err := strconv.Atoi(v)
		if err != nil {
			return fmt.Errorf("%s=%s: %w", k, v, err)
		}
		*at = n
		return nil
	}
	switch k {
	case "dir":
		p.hasDir = true
		return num(&p.dir)
	case "n":
		var n int
		if err := num(&n); err != nil {
			return err
		}
		p.n, p.hasN = float64(n), true
	case "unit":
		u, err := parseUnit(v)
		p.unit = u
		return err
	case "gran":
		u, err := parseUnit(v)
		p.gran = u
		return err
	case "anchor":
		if v != "prev" {
			return fmt.Errorf("anchor=%s: only prev is known", v)
		}
		p.prev = true
	case "type":
		p.typ = v
	case "min":
		return num(&p.min)
	case "off":
		p.hasOff = true
		return num(&p.off)
	case "mod":
		p.mod = v
	case "ref":
		p.ref = v
	case "part":
		p.part = v
	case "quant":
		p.quant = v
	case "day":
		return num(&p.day)
	case "month":
		return num(&p.month)
	case "year":
		return num(&p.year)
	case "era":
		p.era = v
	default:
		return fmt.Errorf("%q is not a setting", k)
	}
	return nil
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
