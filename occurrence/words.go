package occurrence

import (
	"slices"
	"strings"
	"unicode"
)

// stemRunes is how much of a word is compared, so that "fired" is "fire".
const stemRunes = 5

// contentWords are the words of a sentence that mean something by themselves, cut to
// their beginnings, sorted, each once.
func contentWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		r := []rune(w)
		if len(r) < 3 || function[w] {
			continue
		}
		out = append(out, string(r[:min(len(r), stemRunes)]))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// function are the words that any sentence may have.
var function = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`the and for that with from his her its their our this these those was were are been has have had
		will would which who whom whose what when where while after before during into onto over under about against between
		not but than then also said says told saying according they them she him you all any some other more most such only
		both each per via out off how why there here very just own same being did does can could may might must shall should`) {
		m[w] = true
	}
	return m
}()

// likeness is the share of the shorter list that the other has too, and how many
// words that is.
func likeness(a, b []string) (share float64, common int) {
	i, k := 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			common++
			i++
			k++
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	if n := min(len(a), len(b)); n > 0 {
		share = float64(common) / float64(n)
	}
	return share, common
}
