package catalogue

import (
	"unicode"
	"unicode/utf8"
)

// Names are compared word by word in a folded form: lower case, accents off,
// hyphens as word breaks, apostrophes and full stops gone, a possessive "'s"
// dropped, "&" as "and". What stands in the tables and what stands in a text go
// through the same folder, so it matters only that it is the same for both.

// plain gives the ASCII letters for those Latin letters with marks that names in
// the news bear. A letter missing here stays as it is and must match exactly.
var plain = func() map[rune]string {
	m := map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i", 'ħ': "h",
		'ŋ': "n", 'ĳ': "ij", 'ŧ': "t", 'ĸ': "k", 'ə': "a", 'ɔ': "o", 'ɛ': "e", 'ơ': "o", 'ư': "u",
	}
	for base, marked := range map[string]string{
		"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặȧ",
		"c": "çćĉċč", "d": "ďḍ", "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģǧ", "h": "ĥḥḫ", "i": "ìíîïĩīĭįǐỉị",
		"j": "ĵ", "k": "ķḳ", "l": "ĺļľŀ", "n": "ñńņňŉṇ", "o": "òóôõöōŏőǒọỏốồổỗộớờởỡợ", "r": "ŕŗř",
		"s": "śŝşšșṣ", "t": "ţťțṭ", "u": "ùúûüũūŭůűųǔụủứừửữự", "w": "ŵẁẃẅ", "y": "ýÿŷỳỵỷỹ", "z": "źżžẓ",
	} {
		for _, r := range marked {
			m[r] = base
		}
	}
	return m
}()

// subword is a folded piece of a word.
type subword struct {
	hash   uint64
	letter bool // holds a letter or digit; otherwise it is punctuation, which breaks names
	upper  bool // begins with a capital as written
	caps   bool // holds no small letter as written
	inner  bool // holds a capital after its first letter as written
	start  int  // folded bytes in folder.buf
	end    int
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func hashBytes(b []byte) uint64 {
	h := uint64(fnvOffset)
	for _, c := range b {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}

// chain joins the hash of a phrase with that of its next word.
func chain(h, word uint64) uint64 {
	h = (h ^ word) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// folder turns words into subwords and keeps its memory.
type folder struct {
	buf  []byte
	subs []subword
}

func (f *folder) reset() { f.buf, f.subs = f.buf[:0], f.subs[:0] }

// add folds one piece of text and appends its subwords.
func (f *folder) add(s string) {
	start := len(f.buf)
	upper, caps, first, letters, inner := false, true, true, false, false
	flush := func(end int) {
		if len(f.buf) > start {
			f.subs = append(f.subs, subword{hashBytes(f.buf[start:]), letters, upper, caps, inner, start, len(f.buf)})
		}
		start, upper, caps, first, letters, inner = len(f.buf), false, true, true, false, false
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
				f.buf = append(f.buf, c)
				caps = caps && c <= '9'
				first, letters = false, true
			case 'A' <= c && c <= 'Z':
				f.buf = append(f.buf, c|0x20)
				upper, inner = upper || first, inner || !first
				first, letters = false, true
			case c == '\'' || c == '`':
				if possessive(s, i) {
					flush(i)
					i++
				}
			case c == '.':
				// "D.Barrow" and "N.Korea" are two words, "U.S." is one.
				if len(f.buf)-start == 1 && i+1 < len(s) && isLetter(s[i]) && isLetter(s[i+1]) {
					flush(i)
				}
			case c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '\r' || c == '/':
				flush(i)
			case c == '&':
				flush(i)
				f.buf = append(f.buf, "and"...)
				letters = true
				flush(i)
			default:
				flush(i)
				f.buf = append(f.buf, c)
				flush(i)
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == 'ʾ' || r == 'ʿ' || r == '´' || r == '′':
			if possessive(s, i) {
				flush(i)
				i++
			}
		case r >= 0x300 && r <= 0x36F: // combining marks
		case r >= 0x2010 && r <= 0x2015 || unicode.IsSpace(r):
			flush(i)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			low := unicode.ToLower(r)
			if r != low {
				upper = upper || first
			} else if unicode.IsLower(r) {
				caps = false
			}
			first, letters = false, true
			if p, ok := plain[low]; ok {
				f.buf = append(f.buf, p...)
			} else {
				f.buf = utf8.AppendRune(f.buf, low)
			}
		default:
			flush(i)
			f.buf = utf8.AppendRune(f.buf, r)
			flush(i)
		}
	}
	flush(len(s))
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf }

// possessive reports whether the apostrophe that ends before s[i] begins a
// possessive "'s" at the end of a word.
func possessive(s string, i int) bool {
	return i < len(s) && (s[i] == 's' || s[i] == 'S') &&
		(i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '-' || s[i+1] == ',')
}

// phrase is the hash of a run of subwords.
func phrase(subs []subword) uint64 {
	h := uint64(fnvOffset)
	for i := range subs {
		h = chain(h, subs[i].hash)
	}
	return h
}

// Fold is the form in which names are compared: "Côte-d’Ivoire's" gives
// "cote divoire".
func Fold(name string) string {
	var f folder
	f.add(name)
	return f.String()
}

func (f *folder) String() string {
	var out []byte
	for i, s := range f.subs {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(out, f.buf[s.start:s.end]...)
	}
	return string(out)
}
