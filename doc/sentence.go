package doc

import (
	"iter"
	"strings"

	"nuncio"
)

// Token is one syntactic word of Universal Dependencies.
type Token struct {
	Form   string // as in the text (or the word of a contraction: "do", "n't")
	Lemma  string
	UPOS   string // interned: NOUN, PROPN, VERB, AUX, …
	XPOS   string // interned: the treebank's own tag (Penn for English)
	Feats  string // interned: UD features, "_" when none
	Head   int    // index of the head in the sentence, -1 for the root
	Deprel string // interned: relation with subtype ("nsubj:pass")

	Start, End int  // bytes in the part's text
	Joined     bool // goes on with the surface word before: "n't" of "don't"

	firstChild, nextSibling int32 // set by Link; index+1, 0 for none
}

// Sentence is a run of tokens with its tree.
type Sentence struct {
	Part   Part
	Number int // within its part, from 0
	Start  int // bytes in the part's text
	End    int
	Tokens []Token

	Predicates []Predicate // by clause, in token order
}

// Span is the byte span of the sentence in its part's text.
func (s *Sentence) Span() nuncio.Span { return nuncio.Span{Start: s.Start, End: s.End} }

// Link makes Children work; call it once the heads stand.
func (s *Sentence) Link() {
	t := s.Tokens
	for i := range t {
		t[i].firstChild, t[i].nextSibling = 0, 0
	}
	for i := len(t) - 1; i >= 0; i-- {
		if h := t[i].Head; h >= 0 && h < len(t) {
			t[i].nextSibling = t[h].firstChild
			t[h].firstChild = int32(i) + 1
		}
	}
}

// Children yields the dependents of token i from left to right, without allocating.
func (s *Sentence) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := s.Tokens[i].firstChild; c != 0; c = s.Tokens[c-1].nextSibling {
			if !yield(int(c) - 1) {
				return
			}
		}
	}
}

// Child is the first dependent of i with one of the relations, or -1. A relation
// given without subtype matches its subtypes too ("nsubj" matches "nsubj:pass").
func (s *Sentence) Child(i int, rels ...string) int {
	for c := range s.Children(i) {
		for _, rel := range rels {
			if IsRel(s.Tokens[c].Deprel, rel) {
				return c
			}
		}
	}
	return -1
}

// IsRel reports whether a relation is want or a subtype of it.
func IsRel(deprel, want string) bool {
	return len(deprel) >= len(want) && deprel[:len(want)] == want &&
		(len(deprel) == len(want) || deprel[len(want)] == ':')
}

// Root is the index of the root, or -1 in an empty sentence.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// Dominates reports whether a is d or an ancestor of d.
func (s *Sentence) Dominates(a, d int) bool {
	for n := 0; d >= 0 && n <= len(s.Tokens); n++ {
		if a == d {
			return true
		}
		d = s.Tokens[d].Head
	}
	return false
}

// Subtree is the leftmost and one past the rightmost token under i.
func (s *Sentence) Subtree(i int) (first, end int) {
	first, end = i, i+1
	for c := range s.Children(i) {
		f, e := s.Subtree(c)
		first, end = min(first, f), max(end, e)
	}
	return first, end
}

// Feat reports whether a token's features hold name=value.
func (t *Token) Feat(name, value string) bool {
	f := t.Feats
	for len(f) > 0 {
		end := 0
		for end < len(f) && f[end] != '|' {
			end++
		}
		if len(name)+1+len(value) == end && f[:len(name)] == name && f[len(name)] == '=' && f[len(name)+1:end] == value {
			return true
		}
		if end == len(f) {
			return false
		}
		f = f[end+1:]
	}
	return false
}

// NegatesTo reports whether a token is the "not" or "never" before the "to" of an
// infinitive, which belongs to it wherever a tree hangs it: "vowed never to go", "never
// again to go".
func (s *Sentence) NegatesTo(i int) bool {
	if i < 0 || i+1 >= len(s.Tokens) {
		return false
	}
	if f := s.Tokens[i].Form; !strings.EqualFold(f, "not") && !strings.EqualFold(f, "never") {
		return false
	}
	if i+2 < len(s.Tokens) && strings.EqualFold(s.Tokens[i+1].Form, "again") {
		i++
	}
	return strings.EqualFold(s.Tokens[i+1].Form, "to")
}
