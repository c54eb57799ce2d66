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
			case "half":
				r.proto.n, r.proto.hasN = 1.5, true
				continue
			case "fromend":
				r.proto.fromEnd = true
				continue
			case "keep":
				r.proto.keep = true
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
