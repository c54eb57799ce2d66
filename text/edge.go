package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
