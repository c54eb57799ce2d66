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

// possessive reports whether the mark t, peeled from a chunk that begins at a, is
// the apostrophe of a plural ("ministers'") and not the end of a quotation.
func (g *Segmenter) possessive(s string, a int, t Token) bool {
	if apostrophe(s[t.Start:t.End]) != t.End-t.Start {
		return false
	}
	if g.singleQuote {
		g.singleQuote = false
		return false
	}
	return isPossessive(s, a, t) && g.tokens[len(g.tokens)-1].End == t.Start
}

func (g *Segmenter) add(start, end int) {
	g.tokens = append(g.tokens, Token{Start: start, End: end})
}

// opening is the length of the punctuation token that s[a:b] begins with, or 0.
func (g *Segmenter) opening(s string, a, b int) int {
	w := s[a:b]
	r, n := utf8.DecodeRuneInString(w)
	if isWord(r) {
		if c := currencyPrefix(w); c > 0 {
			return c
		}
		return 0
	}
	if e := emoticon(w); e == len(w) {
		return e
	}
	next, _ := utf8.DecodeRuneInString(w[n:])
	switch r {
	case '\'', '’', '‘', '`':
		if n == len(w) {
			return n
		}
		if c := leadingClitic(w); c > 0 {
			return c
		}
		if next == r && (r == '\'' || r == '`' || r == '’' || r == '‘') {
			return 2 * n
		}
		if unicode.IsDigit(next) && n+2 < len(w) { // '98, ’90s
			return 0
		}
		g.singleQuote = true
		return n
	case '.':
		if unicode.IsDigit(next) { // .45
			return 0
		}
		if e := extension(w); e > 0 {
			return e
		}
		return run(w, r)
	case '-', '+':
		k := run(w, r)
		if k == 1 && r == '+' && unicode.IsDigit(next) {
			return 0
		}
		return k
	case '#', '@':
		k := run(w, r)
		if k < len(w) && k == n && unicode.IsLetter(next) && len(w) > n+1 {
			return 0
		}
		return k
	case '!', '?':
		return runFunc(w, func(r rune) bool { return r == '!' || r == '?' })
	case '<', '>', '*', '=', '~', '_', ',', '|', '^':
		return run(w, r)
	case '&':
		if semi := strings.IndexByte(w, ';'); semi > 1 && semi < 8 { // an entity left over
			return semi + 1
		}
		return n
	case '\ufeff', '\u00ad':
		return 0
	case utf8.RuneError:
		return 0
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) {
		return 0
	}
	if unicode.Is(unicode.Sc, r) || r == '…' || r == '—' || r == '–' || r == '·' || r == '•' {
		return run(w, r)
	}
	return n
}

// closing is the length of the punctuation token that s[a:b] ends with, or 0.
// last says that nothing has been peeled from the chunk yet.
func (g *Segmenter) closing(s string, a, b int, last bool) int {
	w := s[a:b]
	r, n := utf8.DecodeLastRuneInString(w)
	if isWord(r) {
		return 0
	}
	if emoji := emoticonAtEnd(w); emoji > 0 {
		return emoji
	}
	switch r {
	case '.':
		k := runBack(w, func(q rune) bool { return q == '.' || q == '!' || q == '?' })
		if k == 2 && len(w) > 2 && w[len(w)-2] == '.' && g.keepsStop(w[:len(w)-1]) {
			return 1 // "Inc.."
		}
		if k > 1 {
			return k
		}
		if g.keepsStop(w) {
			return 0
		}
		return 1
	case '!', '?':
		return runBack(w, func(r rune) bool { return r == '!' || r == '?' || r == '.' })
	case '\'', '’':
		if k := runBack(w, func(q rune) bool { return q == r }); k == 2*n {
			return k
		}
		if keepsApostrophe(w[:len(w)-n]) {
			return 0
		}
		return n
	case ')', ']':
		if open := strings.LastIndexByte(w, matching(byte(r))); open > 0 && insideWord(w, open) {
			return 0
		}
		return 1
	case '-', '–', '—', '*', '=', '~', '<', '>', '_', ',', '…', '|', '+':
		k := runBack(w, func(q rune) bool { return q == r })
		if r == '+' && k == 1 && len(w) <= 3 {
			return 0 // A+, C++
		}
		if r == '-' && k == 1 && len(w) > 3 {
			if g.lower(w[:len(w)-1]); g.rules.prefixes[string(g.fold)] {
				return 0 // pre- and post-war
			}
		}
		return k
	case '/':
		if w == "w/" {
			return 0
		}
		return runBack(w, func(q rune) bool { return q == r })
	case '#':
		return 0
	case utf8.RuneError, '\u00ad', '\ufeff':
		return 0
	}
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) {
		return 0
	}
	return n
}

// keepsStop reports whether the single full stop at the end of w belongs to it.
func (g *Segmenter) keepsStop(w string) bool {
	// "U.S." and "Ph.D."; "J."; "Inc."; also after what stays before it: "ex-Gov."
	stem := w
	if i := strings.LastIndexAny(stem, "-–—/(\"“‘"); i >= 0 {
		_, n := utf8.DecodeRuneInString(stem[i:])
		stem = stem[i+n:]
	}
	switch g.rules.abbrevs[stem] {
	case notAbbrev:
	case abbrevNumber:
		return startsWithDigit(g.following)
	case abbrevDate:
		return true
	default:
		return true
	}
	if dotted(stem) {
		return true
	}
	if r, n := utf8.DecodeRuneInString(stem); n+1 == len(stem) && unicode.IsUpper(r) {
		if len(g.tokens) > 0 && g.initial(g.tokens[len(g.tokens)-1]) {
			return true // "U. S."
		}
		// An initial, unless the sentence plainly ends here: "vitamin C." "plan B."
		f, _ := utf8.DecodeRuneInString(g.following)
		return stem != "I." && (unicode.IsUpper(f) || f == ',')
	}
	return false
}

// initial reports whether t is a letter with its stop.
func (g *Segmenter) initial(t Token) bool {
	return t.End-t.Start == 2 && g.text[t.End-1] == '.' && unicode.IsUpper(rune(g.text[t.Start]))
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
