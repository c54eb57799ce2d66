package text

import (
	"encoding/binary"
	"math"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
)

const (
	signatureSize = 64 // cells of a signature
	shingleWords  = 4  // words of a shingle
	bandRows      = 4  // cells of a band
)

// Signature stands for the set of a text's shingles (runs of four words, case and
// punctuation aside): the share of cells in which two signatures agree estimates
// the share of shingles that the texts have in common. It is a one-permutation
// MinHash (Li, Owen and Zhang 2012) with empty cells filled from their neighbours
// (Shrivastava and Li 2014).
type Signature [signatureSize]uint32

// Bands is the number of keys of a signature.
const Bands = signatureSize / bandRows

// Sign makes the signature of s. The zero Signature is that of a text without words.
func Sign(s string) Signature {
	var cells [signatureSize]uint64 // 0: empty; else hash+1
	var window [shingleWords]uint64
	n := 0
	var buf [64]byte
	word := buf[:0]
	shingle := func() {
		h := mix(window[:])
		cell := h >> (64 - 6)
		if v := h<<6>>6 + 1; cells[cell] == 0 || v < cells[cell] {
			cells[cell] = v
		}
	}
	flush := func() {
		if len(word) == 0 {
			return
		}
		copy(window[:], window[1:])
		window[shingleWords-1] = xxh3.Hash(word)
		word = word[:0]
		if n++; n >= shingleWords {
			shingle()
		}
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r):
			if len(word) < cap(buf[:])-utf8.UTFMax {
				word = utf8.AppendRune(word, unicode.ToLower(r))
			}
		case r == '\'' || r == '’': // "ministers'" is "ministers"
		default:
			flush()
		}
	}
	flush()
	if n > 0 && n < shingleWords {
		shingle() // a text shorter than a shingle is one
	}
	return fill(&cells, n)
}

func mix(window []uint64) uint64 {
	var b [8 * shingleWords]byte
	for i, w := range window {
		binary.LittleEndian.PutUint64(b[8*i:], w)
	}
	return xxh3.Hash(b[:])
}

// fill copies into each empty cell the next full one, with the distance mixed in so
// that long empty stretches do not agree by chance.
func fill(cells *[signatureSize]uint64, words int) (sig Signature) {
	if words == 0 {
		return sig
	}
	for i := range cells {
		for d := range signatureSize {
			if v := cells[(i+d)%signatureSize]; v != 0 {
				sig[i] = uint32(bits.RotateLeft64(v*0x9e3779b97f4a7c15, d) >> 16)
				break
			}
		}
	}
	return sig
}

// Similarity estimates the share of shingles that two texts have in common, 0 to 1.
// Texts without words are like nothing.
func (a *Signature) Similarity(b *Signature) float64 {
	if *a == (Signature{}) || *b == (Signature{}) {
		return 0
	}
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	return float64(same) / signatureSize
}

// Keys are the hashes of the signature's bands: texts that share a key are worth
// comparing. With 16 bands of four cells a pair with 0.8 of its shingles in
// common shares one with probability [KeyChance](0.8) = 0.9998, a pair with 0.2 with 0.025.
func (a *Signature) Keys() (keys [Bands]uint64) {
	if *a == (Signature{}) {
		return keys
	}
	var b [4*bandRows + 1]byte
	for band := range keys {
		for row := range bandRows {
			binary.LittleEndian.PutUint32(b[4*row:], a[band*bandRows+row])
		}
		b[4*bandRows] = byte(band)
		keys[band] = xxh3.Hash(b[:])
	}
	return keys
}

// KeyChance is the probability that two texts of the given similarity share a key.
func KeyChance(similarity float64) float64 {
	return 1 - math.Pow(1-math.Pow(similarity, bandRows), Bands)
}
