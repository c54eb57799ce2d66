package when

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
)

// sense is one reading of a word.
type sense struct {
	class class
	val   int
	str   string
	cap   bool
}

// entry is a word that the rules or the word list know.
type entry struct {
	id      int32
	mask    mask
	senses  []sense
	phrases []phrase // longer entries that begin with this word, longest first
}

// phrase is an entry of several words; rest are the ids of the words after the first.
type phrase struct {
	rest  []int32
	entry *entry
}

// lexicon maps lower-cased words to entries. It is built once and then only read.
type lexicon struct {
	words map[string]*entry
	next  int32
}

func newLexicon() *lexicon {
	l := &lexicon{words: make(map[string]*entry), next: 1}
	for _, w := range literals {
		l.word(w)
	}
	return l
}

// word is the entry of a single lower-cased word, made if need be.
func (l *lexicon) word(w string) *entry {
	e := l.words[w]
	if e == nil {
		e = &entry{id: l.next}
		l.next++
		l.words[w] = e
	}
	return e
}

// add files a word or phrase under a class.
func (l *lexicon) add(text string, s sense) {
	var e *entry
	var buf [16]piece
	ps := pieces(text, buf[:0])
	if len(ps) == 0 {
		return
	}
	first := l.word(strings.ToLower(text[ps[0].start:ps[0].end]))
	if len(ps) == 1 {
		e = first
	} else {
		rest := make([]int32, 0, len(ps)-1)
		for _, p := range ps[1:] {
			rest = append(rest, l.word(strings.ToLower(text[p.start:p.end])).id)
		}
		for _, p := range first.phrases {
			if equalIDs(p.rest, rest) {
				e = p.entry
			}
		}
		if e == nil {
			e = &entry{id: l.next}
			l.next++
			at := 0
			for at < len(first.phrases) && len(first.phrases[at].rest) >= len(rest) {
				at++
			}
			first.phrases = append(first.phrases, phrase{})
			copy(first.phrases[at+1:], first.phrases[at:])
			first.phrases[at] = phrase{rest, e}
		}
	}
	e.mask.add(s.class)
	e.senses = append(e.senses, s)
}

func equalIDs(a, b []int32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// readWords reads data/when/words.tsv.
func (l *lexicon) readWords(fsys fs.FS, name string) error {
	f, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("time words: %w", err)
	}
	defer f.Close()
	return l.parseWords(f, name)
}

func (l *lexicon) parseWords(r io.Reader, name string) error {
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) < 3 {
			return fmt.Errorf("%s:%d: want class, value and words between tabs", name, n)
		}
		c, ok := classNames[col[0]]
		if !ok {
			return fmt.Errorf("%s:%d: %q is not a class of time words", name, n, col[0])
		}
		s := sense{class: c, str: col[1], cap: len(col) > 3 && strings.Contains(col[3], "cap")}
		num, rest, _ := strings.Cut(col[1], " ")
		if v, err := strconv.ParseFloat(num, 64); err == nil {
			s.val = int(v)
			s.str = rest
		} else if u, err := parseUnit(col[1]); err == nil && (c == cUnit || c == cUnits || c == cShort) {
			s.val = int(u)
		}
		if col[2] == `","` {
			l.add(",", s)
			continue
		}
		for w := range strings.SplitSeq(col[2], ",") {
			if w = strings.TrimSpace(w); w != "" {
				l.add(w, s)
			}
		}
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
