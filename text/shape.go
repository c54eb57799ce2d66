package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The shapes of words: what can be told of a chunk without any list.

func isWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func startsWithDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// isSpace reports white space in the wide sense: also the invisible marks that
// separate nothing a reader sees.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060' || r < ' '
}

// run is the length of the run of r that w begins with.
func run(w string, r rune) int { return runFunc(w, func(q rune) bool { return q == r }) }

func runFunc(w string, is func(rune) bool) int {
	for i, q := range w {
		if !is(q) {
			return i
		}
	}
	return len(w)
}

// runBack is the length of the run at the end of w.
func runBack(w string, is func(rune) bool) int {
	n := 0
	for n < len(w) {
		r, k := utf8.DecodeLastRuneInString(w[:len(w)-n])
		if !is(r) {
			break
		}
		n += k
	}
	return n
}

// matching is the bracket that opens what r closes.
func matching(r byte) byte {
	if r == ')' {
		return '('
	}
	return '['
}

// insideWord reports whether the bracket at w[open] belongs to a word: "State(s)".
func insideWord(w string, open int) bool {
	if open <= 0 {
		return false
	}
	rest := w[open:]
	end := strings.IndexAny(rest, ")]")
	return end == 2 && unicode.IsLower(rune(rest[1]))
}

// dotted reports whether w is letters each with its stop: "U.S.", "a.m.", "Ph.D.".
func dotted(w string) bool {
	if strings.Count(w, ".") < 2 {
		return false
	}
	letters := 0
	for i, r := range w {
		switch {
		case r == '.':
			if letters == 0 || letters > 2 {
				return false
			}
			letters = 0
		case unicode.IsLetter(r):
			letters++
			if letters == 2 && unicode.IsUpper(r) || letters > 1 && i > 3 {
				return false
			}
		default:
			return false
		}
	}
	return letters == 0
}

// slashed reports the few words written with a slash that are one token: "w/o", "L/C", "s/he".
func slashed(w string) bool {
	i := strings.IndexByte(w, '/')
	return i == 1 && (len(w) == 3 && (unicode.IsUpper(rune(w[0])) && unicode.IsUpper(rune(w[2])) || w == "w/o" || w == "l/c" || w == "b/c") || w == "s/he")
}

// hyphenNumber reports a telephone number, a date or a file number written with
// hyphens; a range such as 1998-2000 is not one.
func hyphenNumber(w string) bool {
	groups, digits, first, last := 1, 0, 0, 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c == '-':
			if groups == 1 {
				first = digits
			}
			groups++
			digits = 0
		case c >= '0' && c <= '9':
			digits++
		default:
			return false
		}
	}
	last = digits
	return groups >= 3 || groups == 2 && first == 3 && last == 4
}

// stopInside reports whether a full stop between two pieces ends a sentence
// that was written without a space after it: "said.The".
func stopInside(left, right string) bool {
	l, _ := utf8.DecodeLastRuneInString(left)
	r, n := utf8.DecodeRuneInString(right)
	if !unicode.IsLower(l) || !unicode.IsUpper(r) || utf8.RuneCountInString(left) < 2 {
		return false
	}
	r2, _ := utf8.DecodeRuneInString(right[n:])
	return (unicode.IsLower(r2) || n == len(right) && (r == 'I' || r == 'A')) && !strings.Contains(right, ".") &&
		!strings.Contains(left, "@")
}

// shortCaps reports "AT&T", "R&D", "p&l": what "&" joins into one word.
func shortCaps(w string) bool {
	return len(w) <= 6 && !strings.ContainsAny(w, "-/'")
}

// fixed is the length of a web address, mail address or file name at the start of
// w, less the punctuation of the sentence after it; 0 when w is nothing such.
func fixed(w string) int {
	n := len(w)
	for n > 0 && strings.IndexByte(".,;:!?)]}>'\"", w[n-1]) >= 0 {
		n--
	}
	for n > 0 && n < len(w) && (strings.HasSuffix(w[:n], "”") || strings.HasSuffix(w[:n], "’")) {
		n -= len("”")
	}
	w = w[:n]
	if strings.HasPrefix(w, "http://") || strings.HasPrefix(w, "https://") || strings.HasPrefix(w, "ftp://") ||
		hasFoldPrefix(w, "www.") || hasFoldPrefix(w, "mailto:") || hasFoldPrefix(w, "doi:") {
		return n
	}
	if at := strings.LastIndexByte(w, '@'); at > 0 && at+1 < n && !strings.ContainsAny(w, "\"<>()/[],;|") {
		return n
	}
	if isDomain(w) {
		return n
	}
	return 0
}

func hasFoldPrefix(w, prefix string) bool {
	return len(w) > len(prefix) && strings.EqualFold(w[:len(prefix)], prefix)
}

// isDomain reports "state.gov" and "kcna.kp/en/news": a name with a known top-level
// domain, perhaps with a path.
func isDomain(w string) bool {
	host, _, _ := strings.Cut(w, "/")
	dot := strings.LastIndexByte(host, '.')
	if dot < 2 {
		return false
	}
	for i := 0; i < dot; i++ {
		if c := host[i]; !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.') {
			return false
		}
	}
	switch top := strings.ToLower(host[dot+1:]); top {
	case "com", "org", "net", "gov", "edu", "mil", "int", "info", "uk", "ru", "cn", "kp", "kr", "jp", "de", "fr", "eu", "ir", "tv", "us", "au", "ca", "in", "it":
		return top != "in" && top != "it" && top != "us" || strings.Count(host, ".") > 1 || len(host) < len(w)
	}
	return false
}

// extension is the length of a bare file extension: ".doc", ".gov".
func extension(w string) int {
	switch strings.ToLower(w) {
	case ".doc", ".com", ".gov", ".org", ".net", ".xls", ".pdf", ".mil", ".edu":
		return len(w)
	}
	return 0
}

// currencyPrefix is the length of a currency that begins with letters: "US$".
func currencyPrefix(w string) int {
	for _, p := range [...]string{"US$", "U$", "AU$", "A$", "C$", "CA$", "HK$", "NT$", "S$", "NZ$", "R$", "Z$"} {
		if strings.HasPrefix(w, p) {
			return len(p)
		}
	}
	return 0
}

// emoticon is the length of an emoticon that w begins with, or 0.
func emoticon(w string) int {
	if len(w) < 2 || len(w) > 4 {
		return 0
	}
	switch w {
	case ":)", ":(", ";)", ":-)", ":-(", ";-)", ":D", ":P", ":-D", ":-P", ":/", "=)", "=(", "(:", "^_^", ">:(", ":'(", ":p", "<3":
		return len(w)
	}
	return 0
}

func emoticonAtEnd(w string) int {
	for _, e := range [...]string{":-)", ";-)", ":-(", ":)", ";)", ":(", "=)"} {
		if len(w) > len(e) && strings.HasSuffix(w, e) {
			return len(e)
		}
	}
	return 0
}

// apostrophe is the length of an apostrophe at the start of w, or 0.
func apostrophe(w string) int {
	switch {
	case strings.HasPrefix(w, "'"), strings.HasPrefix(w, "`"):
		return 1
	case strings.HasPrefix(w, "’"), strings.HasPrefix(w, "‘"):
		return len("’")
	}
	return 0
}

// leadingClitic is the length of a chunk such as "'s", "’em", "'90s" that keeps
// the apostrophe it begins with.
func leadingClitic(w string) int {
	n := apostrophe(w)
	rest := w[n:]
	end := runFunc(rest, isWord)
	switch strings.ToLower(rest[:end]) {
	case "s", "re", "ve", "ll", "d", "m", "em", "cause", "cuz", "til", "till", "tis", "twas", "n", "bout", "round", "neath":
		if n == 1 && w[0] == '`' && rest[:end] != "s" {
			return 0
		}
		return n + end
	}
	return 0
}

// clitic is the offset at which a clitic of w begins, or 0.
func clitic(w string) int {
	// n't
	for _, nt := range [...]string{"n't", "n’t", "N'T", "N’T", "n`t", "n‘t"} {
		if len(w) > len(nt) && strings.HasSuffix(w, nt) {
			return len(w) - len(nt)
		}
	}
	at := strings.LastIndexAny(w, "'’`‘")
	if at <= 0 {
		return 0
	}
	n := apostrophe(w[at:])
	rest := w[at+n:]
	switch rest {
	case "s", "S", "re", "RE", "ve", "VE", "ll", "LL", "d", "D", "m", "M":
		return at
	}
	return 0
}

// isPossessive reports whether the peeled token t is the apostrophe of a plural: "ministers'".
func isPossessive(s string, start int, t Token) bool {
	if n := apostrophe(s[t.Start:t.End]); n != t.End-t.Start || t.Start == start || s[t.Start] == '`' {
		return false
	}
	c := s[t.Start-1]
	return c == 's' || c == 'S' || c == 'z' || c == 'x'
}

// keepsApostrophe reports whether a word keeps the apostrophe at its end: "ol'", "doin'".
func keepsApostrophe(w string) bool {
	switch strings.ToLower(w) {
	case "ol", "o", "an", "th", "d", "y", "lil", "mo", "po":
		return true
	}
	return len(w) > 4 && strings.HasSuffix(w, "in") && strings.ContainsAny(w[:1], "abcdefghijklmnopqrstuvwxyz") && w != "within" && w != "again"
}
