package catalogue

import "strings"

// Romanization: one person is Gaddafi, Qaddafi and Kadhafi in three papers of one
// day. A sound key is what such spellings have in common. It is coarser than
// spelling, so it is asked only when spelling fails, and family name and given
// name must both agree.

// sound appends the sound key of folded letters to dst.
func sound(dst, word []byte) []byte {
	start := len(dst)
	// "Yeltsin" and "Eltsin": Cyrillic initial e.
	if len(word) > 3 && word[0] == 'y' && word[1] == 'e' {
		word = word[1:]
	}
	put := func(c byte) {
		if n := len(dst); n == start || dst[n-1] != c {
			dst = append(dst, c)
		}
	}
	at := func(i int) byte {
		if i < len(word) {
			return word[i]
		}
		return 0
	}
	for i := 0; i < len(word); i++ {
		c, next := word[i], at(i+1)
		switch c {
		case 'a', 'e':
			switch {
			case c == 'e' && (next == 'u' || next == 'o'): // Korean eu, eo
			case c == 'e' && next == 'e':
				put('i')
				i++
			default:
				put('a')
			}
		case 'o', 'u':
			put('o')
		case 'i', 'y', 'j':
			if c == 'j' && !ends(word, i) {
				put('j')
			} else {
				put('i')
			}
		case 'g':
			if next == 'h' || next == 'u' && (at(i+2) == 'e' || at(i+2) == 'i') { // "Serguei"
				i++
			}
			put('k')
		case 'k':
			if next == 'h' {
				i++
			}
			put('k')
		case 'q':
			put('k')
		case 'c':
			switch {
			case next == 'h':
				i++
				put('c')
			case next == 'k':
				i++
				put('k')
			case next == 'e' || next == 'i' || next == 'y':
				put('s')
			default:
				put('k')
			}
		case 'd':
			switch next {
			case 'h':
				i++
				put('d')
			case 'j', 'z':
				if next == 'z' && at(i+2) == 'h' {
					i += 2
					put('j')
				} else if next == 'j' {
					i++
					put('j')
				} else {
					put('d')
				}
			default:
				put('d')
			}
		case 't':
			switch {
			case next == 'h':
				i++
				put('t')
			case next == 'c' && at(i+2) == 'h' || next == 's' && at(i+2) == 'c':
				// tch, tsch: the c that follows is enough
			case next == 's' || next == 'z':
				i++
				put('z')
			default:
				put('t')
			}
		case 'p':
			if next == 'h' {
				i++
				put('f')
			} else {
				put('p')
			}
		case 's':
			switch {
			case next == 'c' && at(i+2) == 'h':
				i += 2
			case next == 'h':
				i++
			}
			put('s')
		case 'z':
			if next == 'h' {
				i++
				put('j')
			} else {
				put('z')
			}
		case 'v', 'w':
			put('v')
		case 'x':
			put('k')
			put('s')
		case 'h':
			// "Hossein" keeps it, "Shah", "Allah", "Khamene'i" lose it.
			if i == 0 || vowel(next) {
				put('h')
			}
		default:
			put(c)
		}
	}
	return dst
}

// ends reports whether only i, j, y follow: "-skyj", "-skij".
func ends(word []byte, i int) bool {
	return i == len(word)-1
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// korean brings the Romanizations of Korean family names together; given names
// need no more than the rules below.
var koreanFamily = map[string]string{
	"lee": "ri", "yi": "ri", "rhee": "ri", "li": "ri", "ree": "ri", "ri": "ri", "rhie": "ri",
	"pak": "pak", "park": "pak", "bak": "pak", "pack": "pak",
	"kim": "kim", "gim": "kim", "ghim": "kim",
	"choe": "coi", "choi": "coi", "choy": "coi", "chey": "coi",
	"jong": "jon", "chung": "jon", "jung": "jon", "jeong": "jon", "chong": "jon", "cheong": "jon",
	"jang": "jan", "chang": "jan", "zhang": "jan",
	"jo": "jo", "cho": "jo", "joe": "jo",
	"kang": "kan", "gang": "kan", "yun": "yun", "yoon": "yun", "youn": "yun",
	"im": "im", "lim": "im", "rim": "im", "yim": "im", "rhim": "im",
	"han": "han", "hahn": "han", "sin": "sin", "shin": "sin", "seo": "so", "so": "so", "suh": "so",
	"kwon": "kwn", "gwon": "kwn", "kweon": "kwn", "hwang": "hwan", "an": "an", "ahn": "an",
	"song": "son", "ryu": "yu", "yu": "yu", "yoo": "yu", "ryoo": "yu", "you": "yu",
	"jon": "jen", "jeon": "jen", "chon": "jen", "chun": "jen", "jun": "jen",
	"hong": "hon", "ko": "ko", "go": "ko", "koh": "ko", "mun": "mun", "moon": "mun",
	"yang": "yan", "ryang": "yan", "son": "sn", "sohn": "sn", "pae": "pe", "bae": "pe", "pai": "pe",
	"paek": "pek", "baek": "pek", "paik": "pek", "baik": "pek", "ho": "ho", "heo": "ho", "huh": "ho", "hur": "ho",
	"nam": "nam", "sim": "sim", "shim": "sim", "ro": "ro", "roh": "ro", "noh": "ro", "no": "ro", "rho": "ro",
	"ha": "ha", "kwak": "kwk", "gwak": "kwk", "sung": "sng", "seong": "sng", "cha": "ca",
	"ju": "ju", "joo": "ju", "chu": "ju", "u": "u", "woo": "u", "wu": "u", "ku": "ku", "koo": "ku", "gu": "ku",
	"na": "na", "ra": "na", "min": "min", "yom": "yom", "yeom": "yom", "yeo": "yo", "yo": "yo",
	"tae": "te", "thae": "te", "hyon": "hn", "hyun": "hn", "o": "o", "oh": "o", "ok": "ok", "ri'": "ri",
	"ban": "pan", "pan": "pan", "won": "wn", "weon": "wn", "kil": "kil", "gil": "kil",
}

// koreanGiven appends the key of a Korean given name: p and b, t and d, ch and j
// fall together, and so do the ways of writing its vowels.
func koreanGiven(dst, word []byte) []byte {
	start := len(dst)
	put := func(c byte) {
		if n := len(dst); n == start || dst[n-1] != c {
			dst = append(dst, c)
		}
	}
	for i := 0; i < len(word); i++ {
		next := byte(0)
		if i+1 < len(word) {
			next = word[i+1]
		}
		switch c := word[i]; c {
		case 'e':
			switch next {
			case 'u', 'o': // eu, eo
			case 'e': // ee, as in Hee
				put('i')
				i++
			default:
				put('e')
			}
		case 'a':
			if next == 'e' || next == 'i' {
				put('e')
				i++
			} else {
				put('a')
			}
		case 'o', 'u', 'w':
			// "hui" and "hee"
			if c == 'u' && next == 'i' {
				continue
			}
			put('o')
		case 'i':
			put('i')
		case 'y': // il and yil, yong and young
			if next != 'i' {
				put('y')
			}
		case 'g', 'k':
			put('k')
		case 'b', 'p':
			put('p')
		case 'd', 't':
			put('t')
			if next == 'h' {
				i++
			}
		case 'j', 'c', 'z':
			put('c')
			if next == 'h' {
				i++
			}
		case 's':
			put('s')
			if next == 'h' {
				i++
			}
		case 'l', 'r':
			put('l')
		case 'h':
			if i == 0 || vowel(next) {
				put('h')
			}
		default:
			put(c)
		}
	}
	return dst
}
