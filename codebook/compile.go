package codebook

import (
	"fmt"
	"slices"
	"strings"
)

type tmplToken struct {
	slot  slot
	poss  bool
	cons  constraint
	word  string // the single plain word, if it is one
	words []string
	open  bool // [
	close bool // ]
}

var prepositions = setOf(`to with on upon against for of from in into onto over at by via through about between among amongst as per versus throughout beside besides amid till until since via
	toward towards under behind near around within inside outside across along past alongside after before during despite without off out
	beyond regarding concerning that how whether if`, "out of", "in support of", "on behalf of", "in favour of", "in honour of", "ahead of")

func setOf(words string, more ...string) map[string]bool {
	out := map[string]bool{}
	for _, w := range more {
		out[w] = true
	}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

type compiler struct {
	words  map[string][]string // $classes
	intern func(string) int32
	kinds  map[string]Kind
}

func (c *compiler) alts(words []string) []alt {
	var out []alt
	for _, w := range words {
		f := strings.Fields(w)
		if len(f) == 0 {
			continue
		}
		last, particle, _ := strings.Cut(f[len(f)-1], "_")
		a := alt{head: c.intern(last)}
		if particle != "" {
			a.particle = c.intern(particle)
		}
		for _, m := range f[:len(f)-1] {
			a.mods = append(a.mods, c.intern(m))
		}
		out = append(out, a)
	}
	return out
}

// expand turns "a|b c|$class" into words.
func (c *compiler) expand(s string) ([]string, error) {
	var out []string
	for _, w := range strings.Split(s, "|") {
		w = strings.TrimSpace(w)
		switch {
		case w == "":
			return nil, fmt.Errorf("an empty alternative in %q", s)
		case strings.ContainsAny(w, "()[]"):
			return nil, fmt.Errorf("brackets inside alternatives in %q", s)
		case w[0] == '$':
			set, ok := c.words[w[1:]]
			if !ok {
				return nil, fmt.Errorf("no word class %s", w)
			}
			out = append(out, set...)
		default:
			if w != strings.ToLower(w) {
				return nil, fmt.Errorf("%q is neither a slot nor in small letters", w)
			}
			out = append(out, w)
		}
	}
	return out, nil
}

func (c *compiler) constraint(s string) (constraint, error) {
	var out constraint
	for _, k := range strings.Split(s, ",") {
		not := strings.HasPrefix(k, "!")
		k = strings.TrimPrefix(k, "!")
		if strings.HasPrefix(k, "$") {
			set, ok := c.words[k[1:]]
			if !ok {
				return out, fmt.Errorf("no word class %s", k)
			}
			if not {
				for _, w := range set {
					f := strings.Fields(w)
					out.notWords = append(out.notWords, c.intern(f[len(f)-1]))
				}
			} else {
				out.classes = append(out.classes, c.alts(set)...)
			}
			out.any = true
			continue
		}
		kind, ok := c.kinds[k]
		if !ok {
			return out, fmt.Errorf("no kind of filler @%s", k)
		}
		if not {
			out.not |= kind
		} else {
			out.want |= kind
		}
		out.any = true
	}
	slices.Sort(out.notWords)
	return out, nil
}

func (c *compiler) scan(text string) ([]tmplToken, error) {
	var out []tmplToken
	for len(text) > 0 {
		switch text[0] {
		case ' ':
			text = text[1:]
			continue
		case '[':
			out = append(out, tmplToken{open: true})
			text = text[1:]
			continue
		case ']':
			out = append(out, tmplToken{close: true})
			text = text[1:]
			continue
		case '(':
			end := strings.IndexByte(text, ')')
			if end < 0 {
				return nil, fmt.Errorf("a ( is never closed")
			}
			inner := text[1:end]
			text = text[end+1:]
			words, err := c.expand(inner)
			if err != nil {
				return nil, err
			}
			if strings.HasPrefix(text, "_") {
				n := 1
				for n < len(text) && text[n] != ' ' {
					n++
				}
				for i := range words {
					words[i] += text[:n]
				}
				text = text[n:]
			}
			out = append(out, tmplToken{words: words})
			continue
		}
		n := strings.IndexAny(text, " []()")
		if n < 0 {
			n = len(text)
		}
		if n == 0 {
			return nil, fmt.Errorf("a ) without (")
		}
		w := text[:n]
		text = text[n:]
		t, err := c.word(w)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

func (c *compiler) word(w string) (tmplToken, error) {
	var t tmplToken
	name := w
	if strings.HasSuffix(name, "'s") {
		t.poss = true
		name = strings.TrimSuffix(name, "'s")
	}
	cons := ""
	if i := strings.IndexByte(name, '@'); i >= 0 {
		name, cons = name[:i], name[i+1:]
	}
	if s, ok := slotNames[name]; ok {
		t.slot = s
		if cons != "" {
			var err error
			if t.cons, err = c.constraint(cons); err != nil {
				return t, err
			}
		}
		return t, nil
	}
	if t.poss || cons != "" {
		return t, fmt.Errorf("%q: only slots take 's or @", w)
	}
	if w == nobody {
		t.word, t.words = nobody, []string{nobody}
		return t, nil
	}
	words, err := c.expand(w)
	if err != nil {
		return t, err
	}
	t.words = words
	if len(words) == 1 {
		t.word = words[0]
	}
	return t, nil
}

func (t *tmplToken) isPrep() bool {
	return t.slot == noSlot && len(t.words) > 0 && prepositions[t.words[0]]
}

func (t *tmplToken) isWords() bool {
	return t.slot == noSlot && !t.open && !t.close && len(t.words) > 0
}

// compile reads one template.
func (c *compiler) compile(text string) (pattern, error) {
	toks, err := c.scan(text)
	if err != nil {
		return pattern{}, err
	}
	for i := range toks {
		n := 0
		for _, w := range toks[i].words {
			if prepositions[w] {
				n++
			}
		}
		if n > 0 && n < len(toks[i].words) {
			return pattern{}, fmt.Errorf("a group mixes prepositions with other words")
		}
	}
	p := parser{c: c, toks: toks}
	if err := p.parse(); err != nil {
		return pattern{}, err
	}
	p.finish()
	return p.out, nil
}
