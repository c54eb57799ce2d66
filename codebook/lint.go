package codebook

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// Finding is a weakness of a codebook that loads all the same.
type Finding struct {
	File string
	Line int
	Kind string // "shadowed", "conflict", "unused", "no example", "unknown context", "words"
	Text string
}

func (f Finding) String() string { return fmt.Sprintf("%s:%d: %s: %s", f.File, f.Line, f.Kind, f.Text) }

// contexts are those of PLOVER 0.8.
var contexts = setOf(`military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal
	reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping
	health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs
	trafficking humanitarian`)

// Lint finds templates that another always beats (shadowed), templates of two
// classes that ask for the same (conflict), rules that can never fire, word classes
// and modes that nothing uses, rules without an example that must code, and contexts that PLOVER does not know.
func (b *Codebook) Lint() []Finding {
	var out []Finding
	add := func(r *Rule, line int, kind, format string, args ...any) {
		out = append(out, Finding{r.File, line, kind, fmt.Sprintf(format, args...)})
	}
	for i := range b.Rules {
		r := &b.Rules[i]
		if len(r.Yes) == 0 && r.Event+r.Rel != "" {
			add(r, r.Line, "no example", "%s has no sentence that it must code", r.ID)
		}
		for _, c := range r.Context {
			if !contexts[c] {
				add(r, r.Line, "unknown context", "%s: %q", r.ID, c)
			}
		}
		if code := b.codes[r.CAMEO]; r.CAMEO != "" && code.Label.Event != "" && code.Label.Event != r.Event {
			add(r, r.Line, "conflict", "%s is %s, but CAMEO %s is %s by the crosswalk", r.ID, r.Event, r.CAMEO, code.Label.Event)
		}
	}
	out = append(out, b.rivals()...)
	out = append(out, b.unusedWords()...)
	out = append(out, b.unusedModes()...)
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].File != out[j].File {
			return out[i].File < out[j].File
		}
		return out[i].Line < out[j].Line
	})
	return out
}

// rivals compares the templates that share a trigger and ask for the same
// beside it. A rule all of whose templates come second to another's is unused.
func (b *Codebook) rivals() []Finding {
	var out []Finding
	asked, beaten := make([]int, len(b.Rules)), make([]int, len(b.Rules)) // triggers of each rule
	type rival struct{ pattern, trigger int32 }
	byShape := map[string][]rival{}
	var order []string
	for n := range b.patterns {
		p := &b.patterns[n]
		if b.Rules[p.rule].Rel != "" || p.nominal {
			continue
		}
		shape := b.shape(p)
		for _, t := range p.triggers {
			key := fmt.Sprintf("%d.%d.%v %s", t.head, t.particle, t.mods, shape)
			if byShape[key] == nil {
				order = append(order, key)
			}
			byShape[key] = append(byShape[key], rival{int32(n), t.head})
			asked[p.rule]++
		}
	}
	seen := map[string]bool{}
	for _, key := range order {
		list := byShape[key]
		for _, r := range list[1:] {
			p, q := &b.patterns[list[0].pattern], &b.patterns[r.pattern]
			if p == q {
				continue
			}
			first, second := &b.Rules[p.rule], &b.Rules[q.rule]
			if first != second {
				beaten[q.rule]++
			}
			kind := "shadowed"
			if first.Event != second.Event {
				kind = "conflict"
			}
			text := fmt.Sprintf("%q of %s asks for the same as %q of %s (%s:%d), which comes first", b.lemmaOf(r.trigger),
				second.ID, b.lemmaOf(r.trigger), first.ID, first.File, first.Templates[p.template].Line)
			f := Finding{second.File, second.Templates[q.template].Line, kind, text}
			if !seen[f.String()] {
				seen[f.String()] = true
				out = append(out, f)
			}
		}
	}
	for i := range b.Rules {
		if r := &b.Rules[i]; asked[i] > 0 && asked[i] == beaten[i] {
			out = append(out, Finding{r.File, r.Line, "unused", r.ID + " can never fire: others, which come first, ask for all that it asks for"})
		}
	}
	return out
}

// unusedModes are the modes of a class that no rule and no row of content.tsv gives.
func (b *Codebook) unusedModes() []Finding {
	given := map[string]bool{}
	for i := range b.Rules {
		given[b.Rules[i].Event+" "+b.Rules[i].Mode] = true
	}
	speech := map[string]string{}
	for i := range b.Classes {
		if root := b.Classes[i].Root; len(root) >= 2 {
			speech[root[:2]] = b.Classes[i].Event
		}
	}
	speech["10"] = "REQUEST"
	for _, r := range b.content {
		given[speech[r.speech]+" "+r.outMode] = true
	}
	var out []Finding
	for i := range b.Classes {
		c := &b.Classes[i]
		for _, m := range c.Modes {
			if !given[c.Event+" "+m] {
				out = append(out, Finding{"classes.tsv", c.Line, "unused", fmt.Sprintf("no rule gives %s the mode %s", c.Event, m)})
			}
		}
	}
	return out
}

// shape is what a pattern asks for beside its trigger, as text.
func (b *Codebook) shape(p *pattern) string {
	var s strings.Builder
	r := &b.Rules[p.rule]
	fmt.Fprintf(&s, "%d/%v/%v %v", p.kind, r.Content, r.Future, r.Negated)
	for i := range p.elems {
		e := &p.elems[i]
		words := make([]string, 0, len(e.words))
		for _, w := range e.words {
			words = append(words, fmt.Sprint(w.head, w.mods))
		}
		slices.Sort(words)
		preps := slices.Clone(e.preps)
		slices.Sort(preps)
		fmt.Fprintf(&s, "|%d %d %v %v %d %v %v %d", e.rel, e.slot, preps, words, e.parent, e.optional, e.plural, e.on)
		fmt.Fprintf(&s, " %d %d %v %v", e.cons.want, e.cons.not, e.cons.classes, e.cons.notWords)
	}
	return s.String()
}

func (b *Codebook) lemmaOf(id int32) string {
	for w, n := range b.ids {
		if n == id {
			return w
		}
	}
	return ""
}

// walking are the word classes that the matcher itself speaks of.
var walking = setOf("light transparent quantity document issuing times joining common selves motion happen aspect plan loosing mishap instrument outrage paper channel stative company landmarks witness tidings reaching bygone letters treaties posts owned societies pundits felonies travellers enabling phone conferring deferring ordering asking offering commentary political irregular echo echoing charging while gunnery stays behest wishing declining")

func (b *Codebook) unusedWords() []Finding {
	used := map[string]bool{}
	mark := func(text string) {
		for _, part := range strings.Split(text, "$")[1:] {
			n := 0
			for n < len(part) && (part[n] >= 'a' && part[n] <= 'z' || part[n] == '-') {
				n++
			}
			used[part[:n]] = true
		}
	}
	for i := range b.Rules {
		for _, t := range b.Rules[i].Templates {
			mark(t.Text)
		}
	}
	var out []Finding
	for name, at := range b.wordLines {
		if !used[name] && !walking[name] {
			out = append(out, Finding{at.File, at.Line, "unused", "no template speaks of $" + name})
		}
	}
	return out
}
