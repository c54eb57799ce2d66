package nlp

import (
	"math"
	"strings"
)

// A verb or a plural that no treebank held takes the lemma that the ending of
// other words gives it, which is a guess: "shelled" like "travelled" is "shel".
// The vocabulary of the word vectors, most frequent first, knows better where
// another base that the form could come from is a far more common word.

// fewTimes is how many times more common another base must be.
const fewTimes = 4

// base is the likeliest lemma of an inflected form, given the one that the
// endings say. Forms that are no verbs or plurals keep theirs, and so do words of the
// dictionary, unless their lemma is no word: the dictionary has seen machines' guesses,
// too ("freed" of "fre").
func (e *Engine) base(form, tag string) string {
	lemma := e.lemmas.Lemma(form, tag)
	if e.vec == nil || e.lemmas.listed(form, tag) && !math.IsInf(e.rank(lemma), 1) {
		return lemma
	}
	_, xpos, _ := strings.Cut(tag, " ")
	var buf [4]string
	best, rank := lemma, math.Inf(1)
	for _, o := range bases(strings.ToLower(plainForm(form)), xpos, buf[:0]) {
		if r := e.rank(o); r < rank {
			best, rank = o, r
		}
	}
	if rank < e.rank(lemma)/fewTimes {
		return best
	}
	return lemma
}

// rank is a word's place among the vectors' words, the most frequent 1.
func (e *Engine) rank(word string) float64 {
	if i, ok := e.vec.index[word]; ok {
		return float64(i + 1)
	}
	return math.Inf(1)
}

// bases appends what a form with a Penn tag may be an inflection of.
func bases(form, xpos string, out []string) []string {
	var stem string
	var ok bool
	switch xpos {
	case "VBD", "VBN":
		if stem, ok = strings.CutSuffix(form, "ied"); ok {
			return append(out, stem+"y")
		}
		stem, ok = strings.CutSuffix(form, "ed")
	case "VBG":
		stem, ok = strings.CutSuffix(form, "ing")
	case "VBZ", "NNS":
		if stem, ok = strings.CutSuffix(form, "ies"); ok {
			return append(out, stem+"y")
		}
		if stem, ok = strings.CutSuffix(form, "es"); ok {
			return append(out, stem, stem+"e")
		}
		if stem, ok = strings.CutSuffix(form, "s"); ok {
			return append(out, stem)
		}
		return out
	}
	n := len(stem)
	if !ok || n < 2 {
		return out
	}
	switch {
	case stem[n-1] == stem[n-2]: // "stopped", "shelled"
		return append(out, stem, stem[:n-1])
	case short(stem): // "hoped" is never "hop", which doubles its end
		return append(out, stem+"e")
	}
	return append(out, stem, stem+"e")
}

// short reports whether a stem is of one syllable and ends in one vowel and one
// consonant that is doubled before an ending.
func short(stem string) bool {
	n := len(stem)
	if n < 3 || vowel(stem[n-1]) || !vowel(stem[n-2]) || vowel(stem[n-3]) || strings.IndexByte("wxy", stem[n-1]) >= 0 {
		return false
	}
	return strings.IndexFunc(stem[:n-2], func(r rune) bool { return r < 0x80 && vowel(byte(r)) }) < 0
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
