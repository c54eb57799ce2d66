package when

import (
	"unicode"
	"unicode/utf8"

	"nuncio/doc"
)

// piece is a part of a token that the rules see as one word: letters, figures
// or a single sign. Tokenizers differ on "mid-March", "7pm" and "1998-2000";
// pieces do not.
type piece struct{ start, end int }

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// pieces cuts a string into pieces and appends them to out.
func pieces(s string, out []piece) []piece {
	for i := 0; i < len(s); {
		c := s[i]
		j := i + 1
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
			continue
		case isLetter(c):
			if n := dash(s[i:]); n > 0 {
				j = i + n
				if s[i:j] == "’" && genitive(s, j) {
					j++
				}
				break
			}
			j = letters(s, i)
		case c == '\'' && genitive(s, j):
			j++
		case isDigit(c):
			dots := 0
			for j < len(s) && (isDigit(s[j]) || j+1 < len(s) && isDigit(s[j+1]) && (s[j] == ',' || s[j] == ':' || s[j] == '.')) {
				if s[j] == '.' {
					dots++
				}
				j++
			}
			if dots > 1 || i >= 2 && s[i-1] == '.' && isDigit(s[i-2]) { // 10.31.1974: each figure by itself
				j = i
				for j < len(s) && isDigit(s[j]) {
					j++
				}
			}
		}
		out = append(out, piece{i, j})
		i = j
	}
	return out
}

// genitive reports whether an s that ends a word stands at j.
func genitive(s string, j int) bool {
	return j < len(s) && (s[j] == 's' || s[j] == 'S') && (j+1 == len(s) || !isLetter(s[j+1]) && !isDigit(s[j+1]))
}

// dash is the length of a typographic dash or quotation mark at the start of s, 0 if none.
func dash(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r < 0x80 || unicode.IsLetter(r) || unicode.IsMark(r) {
		return 0
	}
	return n
}

// letters is the end of the word that starts at i: letters, with inner dots of
// abbreviations ("a.m.") and apostrophes that are not a genitive ("o'clock").
func letters(s string, i int) int {
	j := i
	for j < len(s) {
		c := s[j]
		switch {
		case isLetter(c):
			if c >= 0x80 {
				n := dash(s[j:])
				if n > 0 {
					return j
				}
				_, n = utf8.DecodeRuneInString(s[j:])
				j += n
				continue
			}
			j++
		case c == '.' && j+1 < len(s) && isLetter(s[j+1]) && s[j+1] < 0x80:
			j++
		case c == '.' && j-i >= 2 && s[j-2] == '.': // the last dot of "a.m."
			return j + 1
		case c == '\'' && j+2 < len(s) && isLetter(s[j+1]) && isLetter(s[j+2]) && s[j+1] < 0x80:
			j++
		default:
			return j
		}
	}
	return j
}

// atom is a piece or a run of pieces read as one: a number, a phrase, or, for
// the joining rules, a whole expression.
type atom struct {
	first, end int // tokens
	start      int // bytes within the sentence's part
	stop       int
	e          *entry
	id         int32
	mask       mask
	num        float64
	hh, mm, ss int8
	digits     int8
	cap        bool
	glued      bool  // no space before it
	expr       int32 // index of a finished expression, -1 for a word
}

// sense is the atom's reading as c, if it has one.
func (a *atom) sense(c class) *sense {
	if a.e == nil {
		return nil
	}
	for i := range a.e.senses {
		if a.e.senses[i].class == c {
			return &a.e.senses[i]
		}
	}
	return nil
}

// lex fills w.atoms from the tokens of a sentence.
func (w *work) lex(l *lexicon, s *doc.Sentence) bool {
	w.atoms = w.atoms[:0]
	w.casual = noCapitals(s)
	seen := false
	last := -1
	for t := range s.Tokens {
		tok := &s.Tokens[t]
		w.pieces = pieces(tok.Form, w.pieces[:0])
		for k, p := range w.pieces {
			f := tok.Form[p.start:p.end]
			start := tok.Start + p.start
			stop := tok.Start + p.end
			if k == len(w.pieces)-1 || stop > tok.End {
				stop = tok.End
			}
			a := atom{first: t, end: t + 1, start: start, stop: stop, expr: -1, glued: last == start || k > 0}
			last = stop
			if tok.UPOS == "NOUN" || tok.UPOS == "PROPN" {
				a.mask.add(cNoun)
			}
			if isDigit(f[0]) {
				a.figures(f)
				seen = true
			} else {
				seen = w.word(l, f, &a) || seen
			}
			w.atoms = append(w.atoms, a)
		}
	}
	if !seen {
		return false
	}
	w.phrases()
	w.numbers()
	if len(w.atoms) > 0 {
		w.atoms[0].mask.add(cFirst)
	}
	return true
}

// noCapitals reports whether a sentence is written in small letters throughout:
// then "march" and "christmas" need no capital.
func noCapitals(s *doc.Sentence) bool {
	for t := range s.Tokens {
		if f := s.Tokens[t].Form; len(f) > 0 && f[0] >= 'A' && f[0] <= 'Z' {
			return false
		}
	}
	return true
}

// word looks a word up by its lower-cased form.
func (w *work) word(l *lexicon, f string, a *atom) (known bool) {
	a.cap = f[0] >= 'A' && f[0] <= 'Z'
	if len(f) > 40 {
		return false
	}
	buf := w.lower[:0]
	for i := 0; i < len(f); i++ {
		c := f[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	w.lower = buf
	e := l.words[string(buf)]
	if len(buf) == 1 && (buf[0] == 'a' || buf[0] == 'p') && a.glued && len(w.atoms) > 0 {
		if last := &w.atoms[len(w.atoms)-1]; last.mask.has(cHour) || last.mask.has(cClock) { // 7p
			e = l.words[string(append(buf, 'm'))]
		}
	}
	if e == nil && len(f) == 3 && f[0] >= 0x80 { // typographic dashes and apostrophes
		switch f {
		case "–", "—", "‑", "‐":
			e = l.words["-"]
		case "’", "‘":
			e = l.words["'"]
		}
	} else if e == nil && f == "’s" {
		e = l.words["'s"]
	}
	if e == nil {
		return false
	}
	a.e, a.id = e, e.id
	a.mask[0] |= e.mask[0]
	a.mask[1] |= e.mask[1]
	if !a.cap && !w.casual {
		for i := range e.senses {
			if e.senses[i].cap {
				a.mask.drop(e.senses[i].class)
			}
		}
	}
	return !e.mask.empty() || len(e.phrases) > 0
}

// abbreviated are the classes whose words take a dot.
var abbreviated = func() (m mask) {
	for _, c := range [...]class{cMabb, cWabb} {
		m.add(c)
	}
	return m
}()

// lengths are the classes of words that a count stands before.
var lengths = func() (m mask) {
	for _, c := range [...]class{cUnit, cUnits} {
		m.add(c)
	}
	return m
}()

// phrases folds entries of several words into one atom.
func (w *work) phrases() {
	out := w.atoms[:0]
	n := len(w.atoms)
	for i := 0; i < n; i++ {
		a := w.atoms[i]
		counted := len(out) > 0 && out[len(out)-1].mask.meets(lengths) && (a.mask.has(cEarlier) || a.mask.has(cLater))
		if a.e != nil && !counted { // "four days earlier in Juba" is not "earlier in May"
		next:
			for p := range a.e.phrases {
				ph := &a.e.phrases[p]
				if i+len(ph.rest) >= n {
					continue
				}
				for k, id := range ph.rest {
					if w.atoms[i+1+k].id != id {
						continue next
					}
				}
				last := &w.atoms[i+len(ph.rest)]
				if ph.entry.mask.has(cHol) && !a.cap && !last.cap && !w.casual {
					// the name of a day has a capital, except in a line of its own
					continue
				}
				a.end, a.stop = last.end, last.stop
				a.e, a.id, a.mask = ph.entry, ph.entry.id, ph.entry.mask
				i += len(ph.rest)
				break
			}
			if a.mask.meets(abbreviated) && i+2 < n && w.atoms[i+1].is(litDot) && w.atoms[i+1].glued {
				a.end, a.stop = w.atoms[i+1].end, w.atoms[i+1].stop
				i++
			} else if a.mask.has(cMabb) && !(i+1 < n && w.atoms[i+1].figure()) && !(i > 0 && w.atoms[i-1].figure()) {
				a.mask.drop(cMonth) // "Jan" is a name too
			}
		}
		out = append(out, a)
	}
	w.atoms = out
}

// figure reports whether the atom is written in figures, or a sign between figures.
func (a *atom) figure() bool {
	return a.mask.has(cNum) || a.mask.has(cYear) || a.is(litDash) || a.is(litSlash) || a.is(litDot) || a.is(litTh) || a.is(litSt) || a.is(litNd) || a.is(litRd)
}

func (a *atom) join(b *atom) {
	a.end, a.stop = b.end, b.stop
	a.e, a.id = nil, 0
}

func (a *atom) is(id int32) bool { return a.id == id }

func (a *atom) isAny(ids ...int32) bool {
	for _, id := range ids {
		if a.id == id {
			return true
		}
	}
	return false
}

// The words that the lexer itself asks for have the first ids in every lexicon.
const (
	litDash int32 = iota + 1
	litSlash
	litAnd
	litA
	litOne
	litAn
	litOf
	litSt
	litNd
	litRd
	litTh
	litApos
	litDot
)

var literals = [...]string{"-", "/", "and", "a", "one", "an", "of", "st", "nd", "rd", "th", "'", "."}
