package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is a run of tokens: s[Start:End] from its first to its last byte.
type Sentence struct {
	Start, End int
	Tokens     []Token
}

// gap says what stands between a token and the one before it.
type gap uint8

const (
	gapNone  gap = iota // written together
	gapSpace            // white space
	gapLine             // the end of a line that was wrapped
	gapHard             // a blank line, or a line that ends what it says
)

// Segmenter cuts texts with one set of rules and reuses its memory; it is for
// one goroutine at a time.
type Segmenter struct {
	rules  *Rules
	tokens []Token
	gaps   []gap // before each token
	tail   []Token
	fold   []byte
	sents  []Sentence

	text        string
	casual      bool   // paragraphs begin with small letters: so may sentences
	following   string // what follows the chunk in hand, from its first visible byte
	singleQuote bool   // a single quotation mark stands open in the paragraph
}

// NewSegmenter gives a workspace for one worker.
func NewSegmenter(r *Rules) *Segmenter { return &Segmenter{rules: r} }

// Segment cuts the whole of s. The result is valid until the next call.
func (g *Segmenter) Segment(s string) []Sentence { return g.SegmentSpan(s, 0, len(s)) }

// SegmentSpan cuts s[start:end]; offsets count in s. No sentence reaches beyond
// the span, so that a dateline can be left out. The result is valid until the
// next call.
func (g *Segmenter) SegmentSpan(s string, start, end int) []Sentence {
	g.tokens, g.gaps, g.sents = g.tokens[:0], g.gaps[:0], g.sents[:0]
	s = s[:end]
	g.text = s
	b := block{}
	before := gapHard
	for at := start; at < end; {
		space := spaceAt(s[at:])
		if space > 0 {
			before = max(before, b.gap(s, at, at+space))
			at += space
			if before == gapHard {
				g.singleQuote = false
			}
			continue
		}
		next := at + wordAt(s[at:])
		g.following = strings.TrimLeft(s[next:min(end, next+32)], " \t\n\r\u00a0")
		first := len(g.tokens)
		for part := at; part < next; {
			end := partEnd(s, part, next)
			g.chunk(s, part, end)
			part = end
		}
		for len(g.gaps) < len(g.tokens) {
			g.gaps = append(g.gaps, gapNone)
		}
		if first < len(g.tokens) {
			g.gaps[first] = before
			before = gapNone
		}
		at = next
	}
	g.casual = g.isCasual(s)
	g.cut(s)
	return g.sents
}

// longestChunk bounds what is looked at as one word: the rules look back and forth
// in it, and an endless line must not cost its square.
const longestChunk = 1024

// partEnd is the end of the piece of the chunk s[a:b] that is cut at once.
func partEnd(s string, a, b int) int {
	if b-a <= longestChunk {
		return b
	}
	end := a + longestChunk
	for end > a+longestChunk-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return end
}

// isCasual reports whether a good part of the paragraphs begin with a small letter,
// as in mail and chat; in news a small letter after a full stop betrays an abbreviation.
func (g *Segmenter) isCasual(s string) bool {
	all, small := 0, 0
	for i := range g.tokens {
		if g.gaps[i] != gapHard && i > 0 {
			continue
		}
		all++
		if r, _ := utf8.DecodeRuneInString(g.form(s, i)); unicode.IsLower(r) {
			small++
		}
	}
	return small*4 >= all && small > 0
}

// spaceAt is the length of the white space that s begins with.
func spaceAt(s string) int {
	for i, r := range s {
		if !isSpace(r) {
			return i
		}
	}
	return len(s)
}

// wordAt is the length of the visible run that s begins with.
func wordAt(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c <= ' ' {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if isSpace(r) {
			return i
		}
		i += n
	}
	return len(s)
}

// block is a run of lines without a blank one between; its widest line tells how
// it was wrapped.
type block struct {
	end   int // of the block that was measured
	width int // runes would be truer than bytes, but only the comparison counts
	lines int
}

// The widths between which a paragraph may have been wrapped by hand or machine.
const (
	minWrap = 40
	maxWrap = 110
)

// gap judges the white space s[a:b].
func (p *block) gap(s string, a, b int) gap {
	space := s[a:b]
	newline := strings.IndexAny(space, "\n\r\u2028\u2029\v\f")
	if newline < 0 {
		return gapSpace
	}
	rest := space[newline+1:]
	if space[newline] == '\r' {
		rest = strings.TrimPrefix(rest, "\n")
	}
	if strings.ContainsAny(rest, "\n\r\u2028\u2029\v\f") || b == len(s) || a == 0 {
		return gapHard
	}
	if strings.ContainsAny(space, "\u2028\u2029\v\f") {
		return gapHard
	}
	if b >= p.end {
		p.measure(s, a)
	}
	lineStart := strings.LastIndexAny(s[:a], "\n\r") + 1
	line := strings.TrimLeft(s[lineStart:a], " \t")
	first := s[b : b+wordAt(s[b:])]
	indent := len(rest)
	if bullet(first) {
		return gapHard
	}
	if indent >= 2 && indent > len(s[lineStart:a])-len(line) {
		return gapHard // a new paragraph marked by its indentation
	}
	r, _ := utf8.DecodeRuneInString(first)
	if p.width <= maxWrap && p.width >= minWrap && a-lineStart+1+len(first) > p.width-p.width/20 && p.lines > 1 {
		return gapLine
	}
	if unicode.IsLower(r) {
		return gapLine
	}
	return gapHard
}

// measure finds the block that the line ending at a belongs to.
func (p *block) measure(s string, a int) {
	start := strings.LastIndexAny(s[:a], "\n\r") + 1
	p.width, p.lines = 0, 0
	for at := start; at < len(s); {
		n := strings.IndexByte(s[at:], '\n')
		if n < 0 {
			n = len(s) - at
		}
		line := strings.TrimRight(s[at:at+n], " \t\r")
		if line == "" && at > start {
			break
		}
		p.lines++
		p.width = max(p.width, len(line))
		at += n + 1
		p.end = min(at, len(s))
	}
}

// bullet reports whether a line that begins with the chunk w is an item of a list.
func bullet(w string) bool {
	switch w {
	case "-", "*", "•", "·", "–", "—", "--", "o", "■", "▪", "►", "+":
		return true
	}
	n := 0
	for n < len(w) && w[n] >= '0' && w[n] <= '9' {
		n++
	}
	if n > 0 && n <= 2 && n+1 == len(w) && (w[n] == '.' || w[n] == ')') {
		return true
	}
	return len(w) == 3 && w[0] == '(' && w[2] == ')'
}
