// Package ud reads, writes and checks treebanks in CoNLL-U, the format of
// Universal Dependencies (https://universaldependencies.org/format.html).
//
// [Reader] turns bytes into [Sentence] values one at a time; [Write] turns them
// back. Words are the syntactic words; multiword tokens are kept as ranges over
// them, empty nodes are dropped. Heads count from 1, 0 is the root, as in the
// file. The package knows nothing of parsing.
package ud

import (
	"fmt"
	"strings"
)

// Word is one line of a sentence.
type Word struct {
	Form   string
	Lemma  string
	UPOS   string
	XPOS   string
	Feats  string // "_" when none
	Head   int    // 1-based, 0 for the root, -1 when the column holds "_"
	Deprel string
	Deps   string
	Misc   string
}

// Token is a multiword token: words First to Last (1-based, both included) are
// written as Form.
type Token struct {
	First, Last int
	Form        string
	Misc        string
}

// Sentence is one tree with its comments.
type Sentence struct {
	Comments []string // without the leading "# "
	Words    []Word
	Tokens   []Token // multiword tokens in order
	Line     int     // line of the first word, for messages
}

// Meta is the value of a comment "key = value", or "".
func (s *Sentence) Meta(key string) string {
	for _, c := range s.Comments {
		if k, v, ok := strings.Cut(c, "="); ok && strings.TrimSpace(k) == key {
			return strings.TrimSpace(v)
		}
	}
	return ""
}

// SpaceAfter reports whether MISC allows a space after the word or token.
func SpaceAfter(misc string) bool {
	for misc != "" {
		var f string
		f, misc, _ = strings.Cut(misc, "|")
		if f == "SpaceAfter=No" {
			return false
		}
	}
	return true
}

// Surface is the sentence's text as its words, multiword tokens and SpaceAfter
// give it, without a space at the end.
func (s *Sentence) Surface() string {
	var b strings.Builder
	next := 0
	for i := 0; i < len(s.Words); i++ {
		form, misc := s.Words[i].Form, s.Words[i].Misc
		if next < len(s.Tokens) && s.Tokens[next].First == i+1 {
			form, misc = s.Tokens[next].Form, s.Tokens[next].Misc
			i = s.Tokens[next].Last - 1
			next++
		}
		b.WriteString(form)
		if SpaceAfter(misc) && i+1 < len(s.Words) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// Check says what keeps the heads from being one tree with a single root.
func (s *Sentence) Check() error {
	roots := 0
	for i, w := range s.Words {
		switch {
		case w.Head == 0:
			roots++
		case w.Head < 0 || w.Head > len(s.Words):
			return fmt.Errorf("word %d has no head within the sentence (%d)", i+1, w.Head)
		case w.Head == i+1:
			return fmt.Errorf("word %d is its own head", i+1)
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots where one is needed", roots)
	}
	// seen[i] is the start of the walk that first came by word i; a walk that
	// meets itself has found a cycle.
	seen := make([]int, len(s.Words)+1)
	for i := range s.Words {
		for at := i + 1; at != 0 && seen[at] != i+1; at = s.Words[at-1].Head {
			if seen[at] != 0 {
				break
			}
			seen[at] = i + 1
			if h := s.Words[at-1].Head; h != 0 && seen[h] == i+1 {
				return fmt.Errorf("words %d and %d stand in a cycle", at, h)
			}
		}
	}
	return nil
}

// Universal is a relation without its subtype: "nsubj" for "nsubj:pass".
func Universal(deprel string) string {
	u, _, _ := strings.Cut(deprel, ":")
	return u
}
