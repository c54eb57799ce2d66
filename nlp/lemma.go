package nlp

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lemmas turn a form and its tag into the dictionary form: by a dictionary of
// the treebank's words, else by the rule that its longest known ending takes.
type Lemmas struct {
	Words map[string]string `json:"words"` // tag, tab, form → lemma
	Rules []Rule            `json:"rules"`
	Ends  map[string]int    `json:"ends"` // tag, tab, ending → index into Rules

	// Words that are verbs and nouns as they stand, sorted; models before format 2 have none.
	Verbs []string `json:"verbs,omitempty"`
	Nouns []string `json:"nouns,omitempty"`
}

// Rule makes a lemma of a form: Cut bytes go from its end, Add comes in place.
type Rule struct {
	Lower bool   `json:"lower,omitempty"`
	Cut   int    `json:"cut,omitempty"`
	Add   string `json:"add,omitempty"`
}

const longestEnd = 6

// NewLemmas learns from forms, their tags and lemmas in parallel.
func NewLemmas(forms, tags, lemmas []string) *Lemmas {
	l := &Lemmas{Words: map[string]string{}, Ends: map[string]int{}}
	count := map[string]map[string]int{}
	for i := range forms {
		key := tags[i] + "\t" + plainForm(forms[i])
		if count[key] == nil {
			count[key] = map[string]int{}
		}
		count[key][lemmas[i]]++
	}
	ruleAt := map[Rule]int{}
	ends := map[string]map[int]int{}
	for _, key := range sortedKeys(count) {
		tag, form, _ := strings.Cut(key, "\t")
		lemma := most(count[key])
		l.Words[key] = lemma
		r := ruleFor(form, lemma)
		at, ok := ruleAt[r]
		if !ok {
			at = len(l.Rules)
			ruleAt[r] = at
			l.Rules = append(l.Rules, r)
		}
		word := form
		if r.Lower {
			word = strings.ToLower(form)
		}
		for n := 0; n <= longestEnd && n <= len(word); n++ {
			if n == 0 || utf8.RuneStart(word[len(word)-n]) {
				k := tag + "\t" + word[len(word)-n:]
				if ends[k] == nil {
					ends[k] = map[int]int{}
				}
				ends[k][at]++
			}
		}
	}
	l.chooseEnds(ends)
	// What the rules get right the dictionary need not hold.
	for _, key := range sortedKeys(l.Words) {
		tag, form, _ := strings.Cut(key, "\t")
		if l.byRule(form, tag) == l.Words[key] {
			delete(l.Words, key)
		}
	}
	return l
}

// chooseEnds keeps the endings that say something their shorter ending does not.
func (l *Lemmas) chooseEnds(ends map[string]map[int]int) {
	keys := sortedKeys(ends)
	sort.SliceStable(keys, func(i, j int) bool { return len(keys[i]) < len(keys[j]) })
	for _, k := range keys {
		best, n, all := 0, -1, 0
		for at := range l.Rules {
			if c := ends[k][at]; c > n && c > 0 {
				best, n = at, c
			}
			all += ends[k][at]
		}
		tag, end, _ := strings.Cut(k, "\t")
		if end == "" {
			l.Ends[k] = best
			continue
		}
		if all < 2 || n*2 < all {
			continue
		}
		if shorter, ok := l.end(tag, end[1:]); !ok || shorter != best {
			l.Ends[k] = best
		}
	}
}

// end is the rule of the longest known ending.
func (l *Lemmas) end(tag, word string) (int, bool) {
	var buf [96]byte
	for n := min(longestEnd, len(word)); n >= 0; n-- {
		k := append(append(append(buf[:0], tag...), '\t'), word[len(word)-n:]...)
		if at, ok := l.Ends[string(k)]; ok {
			return at, true
		}
	}
	return 0, false
}

// Lemma gives the dictionary form of a word with a tag.
func (l *Lemmas) Lemma(form, tag string) string {
	p := plainForm(form)
	if v, ok := l.word(p, tag); ok {
		return v
	}
	return l.byRule(p, tag)
}

// listed reports whether the dictionary holds the form itself.
func (l *Lemmas) listed(form, tag string) bool {
	_, ok := l.word(plainForm(form), tag)
	return ok
}

// word looks a plain form up as it is written, and in small letters where it is no name.
func (l *Lemmas) word(p, tag string) (string, bool) {
	if v, ok := l.Words[tag+"\t"+p]; ok {
		return v, true
	}
	if low := strings.ToLower(p); low != p && !strings.HasPrefix(tag, "PROPN") {
		if v, ok := l.Words[tag+"\t"+low]; ok {
			return v, true
		}
	}
	return "", false
}

func (l *Lemmas) byRule(form, tag string) string {
	low := strings.ToLower(form)
	word := low
	if strings.HasPrefix(tag, "PROPN") {
		word = form
	}
	at, ok := l.end(tag, word)
	if !ok {
		return word
	}
	r := l.Rules[at]
	if r.Lower {
		word = low
	} else if len(low) == len(form) {
		word = form
		if !strings.HasPrefix(tag, "PROPN") && shouted(form) {
			word = low
		}
	}
	if r.Cut > len(word) || (r.Cut == len(word) && r.Add == "") {
		return word
	}
	return word[:len(word)-r.Cut] + r.Add
}

// shouted reports whether a word of more than three letters is all capitals.
func shouted(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 3
}

// ruleFor is the shortest change of ending that makes the lemma.
func ruleFor(form, lemma string) Rule {
	try := func(w string) (Rule, int) {
		n := 0
		for n < len(w) && n < len(lemma) && w[n] == lemma[n] {
			n++
		}
		for n > 0 && (n < len(w) && !utf8.RuneStart(w[n]) || n < len(lemma) && !utf8.RuneStart(lemma[n])) {
			n--
		}
		return Rule{Cut: len(w) - n, Add: lemma[n:]}, n
	}
	asIs, same := try(form)
	low := strings.ToLower(form)
	lower, sameLow := try(low)
	lower.Lower = true
	if low != form && sameLow > same || low == form {
		return lower
	}
	return asIs
}

// plainForm makes typographic quotes and dashes plain.
func plainForm(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(plain, s)
		}
	}
	return s
}

func most(count map[string]int) string {
	best, n := "", -1
	for _, k := range sortedKeys(count) {
		if count[k] > n {
			best, n = k, count[k]
		}
	}
	return best
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
