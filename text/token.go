package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is one syntactic word: s[Start:End] is its form.
type Token struct {
	Start, End int
	// Joined marks the second and later words of one surface token: "n't" in
	// "don't", "'s" in "Lima's". Words joined so make a multi-word token of CoNLL-U.
	Joined bool
}

// chunk cuts s[a:b], a run without white space, into tokens.
func (g *Segmenter) chunk(s string, a, b int) {
	for a < b {
		n := g.opening(s, a, b)
		if n == 0 {
			break
		}
		g.add(a, a+n)
		a += n
	}
	if a >= b {
		return
	}
	if n := fixed(s[a:b]); n > 0 {
		g.add(a, a+n)
		if a+n < b {
			g.chunk(s, a+n, b)
		}
		return
	}
	// Peel the right edge; the peeled pieces are added after the core.
	core := b
	tail := g.tail[:0]
	for core > a {
		n := g.closing(s, a, core, core == b)
		if n == 0 {
			break
		}
		core -= n
		tail = append(tail, Token{Start: core, End: core + n})
	}
	g.tail = tail
	if a < core {
		g.core(s, a, core)
	}
	for i := len(tail) - 1; i >= 0; i-- {
		if t := tail[i]; g.possessive(s, a, t) {
			t.Joined = true
			g.tokens = append(g.tokens, t)
		} else {
			g.add(t.Start, t.End)
		}
	}
}

func (g *Segmenter) add(start, end int) {
	g.tokens = append(g.tokens, Token{Start: start, End: end})
}

// core cuts s[a:b], which has no punctuation at its edges.
func (g *Segmenter) core(s string, a, b int) {
	w := s[a:b]
	if fixed(w) == len(w) {
		g.add(a, b)
		return
	}
	at := a // start of the piece not added yet
	for i := a; i < b; {
		r, n := utf8.DecodeRuneInString(s[i:b])
		if isWord(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		k := g.inner(s, a, at, i, b, r)
		if k == 0 {
			i += n
			continue
		}
		if stop := g.stopBefore(s, at, i, r); stop > 0 {
			g.word(s, at, i-stop)
			g.add(i-stop, i)
		} else {
			g.word(s, at, i)
		}
		g.add(i, i+k)
		i += k
		at = i
	}
	g.word(s, at, b)
}

// stopBefore is the length of the stop that ends s[at:i] where a quotation mark or
// bracket follows and the writer forgot the space: `agreed."The`.
func (g *Segmenter) stopBefore(s string, at, i int, r rune) int {
	if i-at < 2 || r != '"' && r != '”' && r != ')' && r != '(' && r != '[' && r != '“' {
		return 0
	}
	if c := s[i-1]; c == ',' || c == '.' && !g.keepsStop(s[at:i]) {
		return 1
	}
	return 0
}

// inner is the length of the punctuation token at s[i:] inside the core s[a:b],
// 0 where the core goes on.
func (g *Segmenter) inner(s string, a, at, i, b int, r rune) int {
	before, _ := utf8.DecodeLastRuneInString(s[a:i])
	_, n := utf8.DecodeRuneInString(s[i:b])
	after, _ := utf8.DecodeRuneInString(s[i+n : b])
	switch {
	case unicode.IsDigit(r):
		return 0
	case r == '—', r == '…', r == '"', r == '“', r == '”', r == ';', r == '|', r == '=', r == '<', r == '>', r == '«', r == '»', r == '×', r == '°', r == '→':
		return run(s[i:b], r)
	case r == '–':
		return n
	case r == '-':
		if k := run(s[i:b], '-'); k > 1 {
			return k
		}
		if g.keepsHyphen(s, a, at, i, b) {
			return 0
		}
		return 1
	case r == '/':
		if unicode.IsDigit(before) && unicode.IsDigit(after) || slashed(s[a:b]) {
			return 0
		}
		return run(s[i:b], r)
	case r == '.':
		if k := run(s[i:b], '.'); k > 1 {
			return k
		}
		if stopInside(s[at:i], s[i+1:b]) {
			return 1
		}
		return 0
	case r == '!', r == '?':
		return runFunc(s[i:b], func(q rune) bool { return q == '!' || q == '?' })
	case r == ',':
		if unicode.IsDigit(before) && unicode.IsDigit(after) {
			return 0
		}
		return 1
	case r == ':':
		if unicode.IsDigit(before) && unicode.IsDigit(after) {
			return 0
		}
		return 1
	case r == '(' || r == '[':
		if insideWord(s[at:b], i-at) {
			return 0
		}
		return 1
	case r == ')' || r == ']':
		if open := strings.LastIndexByte(s[at:i], matching(byte(r))); open > 0 {
			return 0
		}
		return 1
	case r == '&':
		if shortCaps(s[at:b]) {
			return 0
		}
		return 1
	case r == '%':
		return n
	case unicode.Is(unicode.Sc, r):
		return run(s[i:b], r)
	case r == '+' || r == '*' || r == '~' || r == '^':
		if unicode.IsDigit(before) && unicode.IsDigit(after) {
			return run(s[i:b], r)
		}
		return 0
	case r == '\'' || r == '’' || r == '‘':
		if k := run(s[i:b], r); k > n {
			return k
		}
		return 0
	}
	return 0
}

// keepsHyphen reports whether the hyphen at s[i] stays inside its word.
func (g *Segmenter) keepsHyphen(s string, a, at, i, b int) bool {
	left, right := s[at:i], s[i+1:b]
	if end := strings.IndexByte(right, '-'); end >= 0 {
		right = right[:end]
	}
	if left == "" {
		return false
	}
	if g.lower(left); g.rules.prefixes[string(g.fold)] {
		return true
	}
	if right == "" {
		return false
	}
	if g.lower(right); g.rules.suffixes[string(g.fold)] {
		return true
	}
	return hyphenNumber(s[a:b])
}

// lower leaves the lower case of w in g.fold.
func (g *Segmenter) lower(w string) {
	g.fold = g.fold[:0]
	for _, r := range w {
		g.fold = utf8.AppendRune(g.fold, unicode.ToLower(r))
	}
}

// word adds s[a:b], a word without punctuation to cut at, as one token or as the
// words of a contraction.
func (g *Segmenter) word(s string, a, b int) {
	if a >= b {
		return
	}
	w := s[a:b]
	if unit := g.unit(w); unit > 0 {
		g.add(a, a+unit)
		g.add(a+unit, b)
		return
	}
	if len(w) <= 8 && len(w) >= 2 {
		if g.lower(w); len(g.rules.contractions[string(g.fold)]) > 0 {
			at := a
			for _, cut := range g.rules.contractions[string(g.fold)] {
				g.tokens = append(g.tokens, Token{at, a + cut, at > a})
				at = a + cut
			}
			g.tokens = append(g.tokens, Token{at, b, true})
			return
		}
	}
	if cut := clitic(w); cut > 0 {
		g.word(s, a, a+cut)
		g.tokens = append(g.tokens, Token{a + cut, b, true})
		return
	}
	g.add(a, b)
}

// unit is the length of the number that w begins with, when a unit follows it.
func (g *Segmenter) unit(w string) int {
	if !startsWithDigit(w) && w[0] != '.' {
		return 0
	}
	n := 0
	for n < len(w) && (w[n] >= '0' && w[n] <= '9' || w[n] == '.' || w[n] == ',' || w[n] == ':') {
		n++
	}
	if n == len(w) || !g.rules.units[w[n:]] {
		return 0
	}
	return n
}
