package text

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Languages tells the language of a text by its script and its trigrams. It is
// not changed after loading and may be shared.
type Languages struct {
	names []string         // of the languages that have trigrams, sorted
	rows  map[uint64]int32 // packed trigram → first cell of its row in costs
	costs []uint16         // one row a trigram, one cell a language
	floor uint16           // the cost of a trigram that a language does not list
	group map[string]*unicode.RangeTable

	english int // its place among names
}

// The reach and the caution of the identifier. A wrong language costs a report, no
// answer costs little, so that the thresholds ask for a clear margin.
const (
	enoughLetters = 16   // fewer say nothing
	usedLetters   = 3000 // more add nothing
	clearMargin   = 3.0  // nats between the best and the next
	// To deny that a report is English takes more: names and figures from elsewhere fill many.
	againstEnglish = 6.0
	strange        = 8.1 // mean cost of a trigram in nats above which no language fits
)

// scripts that one language of news has for itself.
var ownScript = []struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Hangul, "ko"}, {unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Thai, "th"},
	{unicode.Armenian, "hy"}, {unicode.Georgian, "ka"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"},
	{unicode.Telugu, "te"}, {unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"}, {unicode.Kannada, "kn"},
	{unicode.Malayalam, "ml"}, {unicode.Khmer, "km"}, {unicode.Lao, "lo"}, {unicode.Myanmar, "my"},
	{unicode.Ethiopic, "am"}, {unicode.Sinhala, "si"}, {unicode.Tibetan, "bo"},
}

// LoadLanguages reads text/languages.tsv of a data file system.
func LoadLanguages(fsys fs.FS) (*Languages, error) {
	type row struct {
		lang int
		gram uint64
		cost uint16
	}
	l := &Languages{rows: map[uint64]int32{}, group: map[string]*unicode.RangeTable{}}
	var all []row
	err := eachRow(fsys, "text/languages.tsv", 3, func(f []string) error {
		i := slices.Index(l.names, f[0])
		if i < 0 {
			i = len(l.names)
			l.names = append(l.names, f[0])
		}
		cost, err := strconv.ParseUint(f[2], 10, 16)
		if err != nil {
			return err
		}
		g := []rune(strings.ReplaceAll(f[1], "_", " "))
		if len(g) != 3 {
			return fmt.Errorf("%q is no trigram", f[1])
		}
		all = append(all, row{i, pack(g[0], g[1], g[2]), uint16(cost)})
		l.floor = max(l.floor, uint16(cost))
		if l.group[f[0]] == nil {
			for _, r := range g {
				if t := script(r); t != nil {
					l.group[f[0]] = t
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if l.english = slices.Index(l.names, "en"); l.english < 0 {
		return nil, errors.New("text/languages.tsv has no English")
	}
	l.floor += 50
	for _, r := range all {
		at, ok := l.rows[r.gram]
		if !ok {
			at = int32(len(l.costs))
			l.rows[r.gram] = at
			for range l.names {
				l.costs = append(l.costs, l.floor)
			}
		}
		l.costs[int(at)+r.lang] = r.cost
	}
	return l, nil
}

func pack(a, b, c rune) uint64 { return uint64(a)<<42 | uint64(b)<<21 | uint64(c) }

// script is the table of a letter's script among those that languages share.
func script(r rune) *unicode.RangeTable {
	for _, t := range [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Devanagari} {
		if unicode.Is(t, r) {
			return t
		}
	}
	return nil
}

// Identify gives the ISO 639-1 code of the language of s and how sure that is, 0 to
// 1. A text too short or too mixed to tell gives "" and 0.
func (l *Languages) Identify(s string) (lang string, confidence float64) {
	if lang, share, letters := l.byScript(s); lang != "" {
		if letters < 6 {
			return "", 0
		}
		return lang, share
	}
	table, letters := l.sharedScript(s)
	if table == nil || letters < enoughLetters {
		return "", 0
	}
	totals := make([]float64, len(l.names))
	n := l.score(s, totals)
	best, next := -1, -1
	for i := range totals {
		if l.group[l.names[i]] != table {
			continue
		}
		switch {
		case best < 0 || totals[i] < totals[best]:
			best, next = i, best
		case next < 0 || totals[i] < totals[next]:
			next = i
		}
	}
	if best < 0 || n == 0 || totals[best]/float64(n) > strange {
		return "", 0
	}
	// Neighbouring trigrams share two letters: a third of the difference counts.
	margin := (totals[next] - totals[best]) / 3
	if margin < clearMargin || table == unicode.Latin && best != l.english && (totals[l.english]-totals[best])/3 < againstEnglish {
		return "", 0
	}
	return l.names[best], 1 / (1 + math.Exp(-margin/2))
}

// byScript tells languages that have a script for themselves; Han with kana is
// Japanese, without is Chinese.
func (l *Languages) byScript(s string) (lang string, share float64, letters int) {
	var counts [32]int
	all, han, kana := 0, 0, 0
	for _, r := range s {
		if r < 0x250 || !unicode.IsLetter(r) {
			if unicode.IsLetter(r) {
				all++
			}
			continue
		}
		all++
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.Is(unicode.Hiragana, r), unicode.Is(unicode.Katakana, r):
			kana++
		default:
			for i, o := range ownScript {
				if unicode.Is(o.table, r) {
					counts[i]++
					break
				}
			}
		}
		if all >= usedLetters {
			break
		}
	}
	if all == 0 {
		return "", 0, 0
	}
	// An ideograph says as much as three letters of a name quoted in Latin script.
	weight := func(n int) float64 { return float64(3*n) / float64(all+2*n) }
	best, n := "", 0
	for i, o := range ownScript {
		if counts[i] > n {
			best, n = o.lang, counts[i]
		}
	}
	east := han + kana
	if best == "ko" {
		n += han
	} else if east > n {
		best, n = "zh", east
		if kana*10 > east {
			best = "ja"
		}
	}
	if share := weight(n); share > 0.6 {
		return best, share, n
	}
	return "", 0, 0
}

// sharedScript is the script that most letters are of.
func (l *Languages) sharedScript(s string) (*unicode.RangeTable, int) {
	tables := [...]*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Devanagari}
	var counts [len(tables)]int
	all := 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		all++
		if r < 0x250 {
			counts[0]++
		} else {
			for i, t := range tables {
				if unicode.Is(t, r) {
					counts[i]++
					break
				}
			}
		}
		if all >= usedLetters {
			break
		}
	}
	for i, n := range counts {
		if n*3 > all*2 {
			return tables[i], n
		}
	}
	return nil, 0
}

// score adds the cost of every trigram to the languages' totals, in nats.
func (l *Languages) score(s string, totals []float64) (n int) {
	a, b := ' ', ' '
	letters := 0
	step := func(c rune) {
		if !(a == ' ' && b == ' ') && !(b == ' ' && c == ' ') {
			n++
			if at, ok := l.rows[pack(a, b, c)]; ok {
				for i, cost := range l.costs[at : int(at)+len(l.names)] {
					totals[i] += float64(cost) / 100
				}
			} else {
				for i := range totals {
					totals[i] += float64(l.floor) / 100
				}
			}
		}
		a, b = b, c
	}
	for i := 0; i < len(s) && letters < usedLetters; {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
			step(unicode.ToLower(r))
			letters++
		case b != ' ':
			step(' ')
			a = ' '
		}
	}
	if b != ' ' {
		step(' ')
	}
	return n
}
