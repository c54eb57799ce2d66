package where

import (
	"unicode"
	"unicode/utf8"
)

// plainLetters gives ASCII letters for the Latin letters with marks that place
// names bear. A letter that is missing here stays and must match exactly.
var plainLetters = func() map[rune]string {
	m := map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i", 'ħ': "h",
		'ŋ': "n", 'ŧ': "t", 'ə': "a", 'ơ': "o", 'ư': "u", 'ɓ': "b", 'ɗ': "d",
	}
	for base, marked := range map[string]string{
		"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặȧ", "b": "ḇ", "c": "çćĉċč", "d": "ďḍḑḏ", "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģǧ",
		"h": "ĥḥḫẖḩ", "i": "ìíîïĩīĭįǐỉị", "j": "ĵ", "k": "ķḳḵ", "l": "ĺļľŀḷ", "n": "ñńņňŉṇṉ", "o": "òóôõöōŏőǒọỏốồổỗộớờởỡợ",
		"r": "ŕŗřṛ", "s": "śŝşšșṣ", "t": "ţťțṭṯ", "u": "ùúûüũūŭůűųǔụủứừửữự", "w": "ŵẁẃẅ", "y": "ýÿŷỳỵỷỹ", "z": "źżžẓẕ",
	} {
		for _, r := range marked {
			m[r] = base
		}
	}
	return m
}()

// spelledOut are the short words of names that are written both ways.
func spelledOut(word []byte) string {
	switch string(word) {
	case "st":
		return "saint"
	case "ft":
		return "fort"
	case "mt":
		return "mount"
	}
	return ""
}

// appendFold appends the form in which names are compared: small letters without
// marks, words parted by one space, hyphens as spaces, apostrophes and full stops
// gone, a possessive dropped, a leading "the" dropped, "St" as "Saint".
func appendFold(dst []byte, name string) []byte {
	base, word := len(dst), len(dst)
	flush := func() {
		if len(dst) == word {
			return
		}
		if word == base && string(dst[word:]) == "the" {
			dst = dst[:base]
			return
		}
		if long := spelledOut(dst[word:]); long != "" {
			dst = append(dst[:word], long...)
		}
		dst = append(dst, ' ')
		word = len(dst)
	}
	for i := 0; i < len(name); {
		c := name[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
				dst = append(dst, c)
			case 'A' <= c && c <= 'Z':
				dst = append(dst, c|0x20)
			case c == '\'' || c == '`':
				if possessive(name, i) && len(dst) > word {
					i++
				}
			case c == '.':
				// "St.Louis" is two words, "U.S." is one.
				if len(dst)-word >= 2 {
					flush()
				}
			default:
				flush()
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(name[i:])
		i += n
		switch {
		case r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == 'ʾ' || r == 'ʿ' || r == '´' || r == '′':
			if possessive(name, i) && len(dst) > word {
				i++
			}
		case r >= 0x300 && r <= 0x36F:
		case unicode.IsLetter(r):
			low := unicode.ToLower(r)
			if p, ok := plainLetters[low]; ok {
				dst = append(dst, p...)
			} else {
				dst = utf8.AppendRune(dst, low)
			}
		default:
			flush()
		}
	}
	flush()
	if len(dst) > base {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// possessive reports whether the "s" at i ends a word after an apostrophe.
func possessive(name string, i int) bool {
	return i < len(name) && name[i] == 's' && (i+1 == len(name) || name[i+1] == ' ')
}

// fold is appendFold for building and tests.
func fold(name string) string { return string(appendFold(nil, name)) }
