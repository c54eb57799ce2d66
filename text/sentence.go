package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cut groups g.tokens into g.sents.
func (g *Segmenter) cut(s string) {
	first := 0
	for i := 0; i < len(g.tokens); {
		end, ok := g.breakAfter(s, first, i)
		if !ok {
			i++
			continue
		}
		g.sentence(first, end)
		first, i = end, end
	}
	g.sentence(first, len(g.tokens))
}

func (g *Segmenter) sentence(first, end int) {
	if first >= end {
		return
	}
	t := g.tokens[first:end:end]
	g.sents = append(g.sents, Sentence{Start: t[0].Start, End: t[len(t)-1].End, Tokens: t})
}

func (g *Segmenter) form(s string, i int) string { return s[g.tokens[i].Start:g.tokens[i].End] }

// breakAfter reports whether the sentence from token first ends with token i and
// the closing marks after it; end is the first token of the next one.
func (g *Segmenter) breakAfter(s string, first, i int) (end int, ok bool) {
	end = i + 1
	if end == len(g.tokens) || g.gaps[end] == gapHard {
		return end, true
	}
	kind := g.terminal(s, i)
	if kind == notTerminal {
		return 0, false
	}
	quoted := false
	for end < len(g.tokens) && g.gaps[end] == gapNone && closes(g.form(s, end)) {
		f := g.form(s, end)
		quoted = quoted || f != ")" && f != "]"
		end++
	}
	if end < len(g.tokens) && g.tokens[end].Joined {
		return 0, false
	}
	end = g.notes(s, end)
	if end == len(g.tokens) || g.gaps[end] == gapHard {
		return end, true
	}
	return end, g.ends(s, first, i, end, kind, quoted)
}

// notes moves end past what belongs to the sentence before it though a space
// stands between: "[6]", ":)".
func (g *Segmenter) notes(s string, end int) int {
	n := len(g.tokens)
	for end < n && g.gaps[end] != gapHard {
		f := g.form(s, end)
		switch {
		case emoticon(f) == len(f) && f != "(:":
			end++
		case f == "[" && end+2 < n && g.form(s, end+2) == "]" && g.gaps[end+1] == gapNone && g.gaps[end+2] == gapNone && startsWithDigit(g.form(s, end+1)):
			end += 3
		default:
			return end
		}
	}
	return end
}

// terminal says how strongly token i ends a sentence by itself.
type terminal uint8

const (
	notTerminal terminal = iota
	stop                 // .
	mark                 // ? !
	dots                 // ... …
	abbreviated          // an abbreviation's stop
)

func (g *Segmenter) terminal(s string, i int) terminal {
	f := g.form(s, i)
	last := f[len(f)-1]
	switch {
	case f == ".":
		return stop
	case f == "…" || len(f) > 1 && strings.Trim(f, ".…") == "":
		return dots
	case (last == '?' || last == '!') && strings.Trim(f, "?!.") == "":
		return mark
	case f == "。" || f == "؟" || f == "۔" || f == "।":
		return mark
	case last == '.' && len(f) > 1:
		switch g.rules.abbrevs[f] {
		case abbrevTitle, abbrevInside, abbrevNumber:
			return notTerminal
		}
		return abbreviated
	}
	return notTerminal
}

// closes reports whether a token written onto a full stop belongs before the break.
func closes(f string) bool {
	switch f {
	case "\"", "”", "’", "'", "''", ")", "]", "»", "’’", "}":
		return true
	}
	return false
}

// ends decides whether a new sentence begins with token next.
func (g *Segmenter) ends(s string, first, i, next int, kind terminal, quoted bool) bool {
	w := g.form(s, next)
	r, _ := utf8.DecodeRuneInString(w)
	if g.gaps[next] == gapNone && kind != stop && kind != mark {
		return false
	}
	if i == first && (kind == stop || kind == dots) { // "..." or "." that opens
		return false
	}
	if i == first+1 && kind == stop && g.label(s, first) {
		return false
	}
	if w == "." || w == "..." { // ". . ."
		return false
	}
	lower := unicode.IsLower(r) && !(g.casual && !quoted && g.gaps[next] != gapNone)
	switch kind {
	case dots:
		return !unicode.IsLower(r) && (unicode.IsUpper(r) || opens(w))
	case mark:
		if lower {
			return false
		}
		if quoted && g.attribution(s, next) {
			return false
		}
	case stop:
		if lower || w == "," || w == ";" || w == ")" {
			return false
		}
	case abbreviated:
		return g.abbreviationEnds(s, i, next, r, w)
	}
	return unicode.IsUpper(r) || unicode.IsDigit(r) || opens(w) || unicode.IsLetter(r) || isSymbolStart(w)
}

func isSymbolStart(w string) bool {
	switch w {
	case ",", ";", ":", ")", "]", "-", "--", "—", "–", "/", "%":
		return false
	}
	return true
}

func opens(w string) bool {
	switch w {
	case "\"", "“", "‘", "'", "``", "(", "[", "«", "<", "*":
		return true
	}
	return false
}

// label reports whether the sentence so far is the number or letter of an item.
func (g *Segmenter) label(s string, first int) bool {
	f := g.form(s, first)
	if startsWithDigit(f) && len(f) <= 2 {
		return true
	}
	r, n := utf8.DecodeRuneInString(f)
	return n == len(f) && unicode.IsLetter(r)
}

// abbreviationEnds decides for a token that keeps its stop.
func (g *Segmenter) abbreviationEnds(s string, i, next int, r rune, w string) bool {
	f := g.form(s, i)
	kind := g.rules.abbrevs[f]
	if g.gaps[next] == gapNone || unicode.IsLower(r) || unicode.IsPunct(r) && !opens(w) {
		return false
	}
	switch kind {
	case abbrevDate:
		return !unicode.IsDigit(r) && g.startsSentence(s, next)
	}
	if n := utf8.RuneCountInString(f); n == 2 { // an initial
		return false
	}
	return g.startsSentence(s, next)
}

// startsSentence reports whether the capitalised token is a word that rarely
// stands so inside a sentence.
func (g *Segmenter) startsSentence(s string, i int) bool {
	w := g.form(s, i)
	if opens(w) {
		if i+1 < len(g.tokens) {
			return g.startsSentence(s, i+1)
		}
		return false
	}
	g.lower(w)
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) && g.rules.starters[string(g.fold)]
}

// attribution reports whether tokens from i name who said the quotation before
// them: "Vo Thi Lan asked."
func (g *Segmenter) attribution(s string, i int) bool {
	for k := 0; k < 6 && i+k < len(g.tokens) && g.gaps[i+k] != gapHard; k++ {
		w := g.form(s, i+k)
		if k > 0 && g.rules.speech[w] {
			return true
		}
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "the" && w != "of" && w != "-" {
			return false
		}
	}
	return false
}
