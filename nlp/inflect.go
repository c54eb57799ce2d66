package nlp

import (
	"math"
	"strings"
)

// A verb or a plural that no treebank held takes the lemma that the ending of
// other words gives it, which is a guess: "shelled" like "travelled" is "shel".
// A base that training met uninflected goes before; else the vocabulary of the word
// vectors, most frequent first, knows better where another base that the form could
// come from is a far more common word. Strong verbs are listed.

// fewTimes is how many times more common another base must be.
const fewTimes = 4

// base is the likeliest lemma of an inflected form, given the one that the
// endings say. Forms that are no verbs or plurals keep theirs, and so do words of the
// dictionary, unless their lemma is no word: the dictionary has seen machines' guesses,
// too ("freed" of "fre").
func (e *Engine) base(form, tag string) string {
	upos, xpos, _ := strings.Cut(tag, " ")
	low := strings.ToLower(plainForm(form))
	if upos == "VERB" && e.vec != nil {
		if v, ok := e.strong(low, xpos); ok {
			return v
		}
	}
	lemma := e.lemmas.Lemma(form, tag)
	if past := upos == "VERB" && (xpos == "VBD" || xpos == "VBN"); past && e.vec != nil && !strings.HasSuffix(low, "d") &&
		(e.verbs[low] || !e.verbs[lemma] && e.rank(low) < e.rank(lemma)) {
		return low // no strong verb: a base that was taken for a past, "that Mali recall its envoy"
	}
	if e.vec == nil || e.lemmas.listed(form, tag) && !math.IsInf(e.rank(lemma), 1) {
		return lemma
	}
	if upos == "VERB" && (xpos == "VB" || xpos == "VBP") {
		return low
	}
	known := e.verbs
	if upos == "NOUN" {
		known = e.nouns
	}
	if known[lemma] {
		return lemma
	}
	var buf [4]string
	best, rank, sure := lemma, math.Inf(1), false
	for _, o := range bases(low, xpos, buf[:0]) {
		if r := e.rank(o); known[o] && !sure || known[o] == sure && r < rank {
			best, rank, sure = o, r, known[o]
		}
	}
	if sure {
		return best
	}
	if rank < e.rank(lemma)/fewTimes {
		return best
	}
	return lemma
}

// strong is the verb of which a form is the past tense or participle, where it is one
// that does not take "-ed": listed, or listed without its prefix ("upheld" like "held").
func (e *Engine) strong(form, xpos string) (string, bool) {
	if e.rules == nil {
		return "", false
	}
	if v, ok := e.rules.Strong(form, xpos); ok {
		return v, true
	}
	for _, p := range verbPrefixes {
		rest, ok := strings.CutPrefix(form, p)
		if !ok {
			continue
		}
		if v, ok := e.rules.Strong(rest, xpos); ok && !math.IsInf(e.rank(p+v), 1) {
			return p + v, true
		}
	}
	return "", false
}

// verbPrefixes stand before strong verbs: uphold, withdraw, overthrow, undergo, foresee.
var verbPrefixes = [...]string{"up", "with", "over", "under", "out", "fore", "mis", "inter", "re", "un"}

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
			return append(out, stem+"y", stem+"ie")
		}
		stem, ok = strings.CutSuffix(form, "ed")
	case "VBG":
		stem, ok = strings.CutSuffix(form, "ing")
	case "VBZ", "NNS":
		if stem, ok = strings.CutSuffix(form, "ies"); ok {
			return append(out, stem+"y", stem+"ie")
		}
		if stem, ok = strings.CutSuffix(form, "men"); ok && xpos == "NNS" {
			return append(out, stem+"man")
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
