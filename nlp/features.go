package nlp

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Features of a word's form that a table can embed.
const (
	featForm = iota
	featPre1
	featPre3
	featSuf2
	featSuf3
	featSuf4
	featShape
)

var featureNames = []string{"form", "pre1", "pre3", "suf2", "suf3", "suf4", "shape"}

// FeatureOf gives the number of a feature by its name, -1 when there is none.
func FeatureOf(name string) int { return slices.Index(featureNames, name) }

// Speller turns word forms into what the network looks at. It keeps buffers and
// serves one goroutine.
type Speller struct {
	lower []byte // lower-cased, quotes and dashes made plain
	norm  []byte // the same with every digit a 0
	shape []byte
	ends  []int // byte offset after each rune of norm
}

// Set takes a form.
func (s *Speller) Set(form string) {
	s.lower, s.norm, s.shape, s.ends = s.lower[:0], s.norm[:0], s.shape[:0], s.ends[:0]
	run, last := 0, byte(0)
	for i := 0; i < len(form); {
		r, n := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(form[i:])
			r = plain(r)
		}
		i += n
		var class byte
		switch {
		case 'a' <= r && r <= 'z':
			class = 'x'
		case 'A' <= r && r <= 'Z':
			class = 'X'
			r += 'a' - 'A'
		case '0' <= r && r <= '9':
			class = 'd'
		case r < utf8.RuneSelf:
			class = byte(r)
		case unicode.IsUpper(r):
			class = 'X'
			r = unicode.ToLower(r)
		case unicode.IsLetter(r):
			class = 'x'
		default:
			class = '?'
		}
		s.lower = utf8.AppendRune(s.lower, r)
		if class == 'd' {
			r = '0'
		}
		s.norm = utf8.AppendRune(s.norm, r)
		s.ends = append(s.ends, len(s.norm))
		if class != last {
			run, last = 0, class
		}
		if run++; run <= 4 {
			s.shape = append(s.shape, class)
		}
	}
}

// plain maps typographic quotes, dashes and spaces to their plain forms.
func plain(r rune) rune {
	switch r {
	case '‘', '’', 'ʼ', '‛', '′':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '\u00a0', '\u202f', '\u2009':
		return ' '
	}
	return r
}

// Lower is the plain lower-case form, valid until the next Set.
func (s *Speller) Lower() []byte { return s.lower }

// Rows gives the rows of a table for the form. A form has two rows, whose sum
// stands for it, so that two words seldom share both; other features have one,
// given twice.
func (s *Speller) Rows(feature, rows int) (int, int) {
	b, n := s.norm, len(s.ends)
	switch feature {
	case featForm:
		h := hash(b, 1)
		return int(uint32(h) % uint32(rows)), int(uint32(h>>32) % uint32(rows))
	case featPre1:
		b = b[:s.ends[min(1, n)-1]]
	case featPre3:
		b = b[:s.ends[min(3, n)-1]]
	case featSuf2:
		b = s.suffix(2)
	case featSuf3:
		b = s.suffix(3)
	case featSuf4:
		b = s.suffix(4)
	case featShape:
		b = s.shape
	}
	r := int(uint32(hash(b, uint64(feature)+1)) % uint32(rows))
	return r, r
}

func (s *Speller) suffix(n int) []byte {
	if len(s.ends) <= n {
		return s.norm
	}
	return s.norm[s.ends[len(s.ends)-n-1]:]
}

// hash is FNV-1a with a finisher; it is part of the model format.
func hash(b []byte, seed uint64) uint64 {
	h := uint64(14695981039346656037) ^ seed*0x9e3779b97f4a7c15
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
