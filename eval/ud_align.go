package eval

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"nuncio/ud"
)

// layOut puts the words of a file on the line of its characters.
func layOut(sents []*ud.Sentence) *udFile {
	f := &udFile{sents: sents}
	var b strings.Builder
	put := func(form string) (int, int) {
		start := b.Len()
		for _, r := range form {
			if !unicode.IsSpace(r) {
				b.WriteRune(r)
			}
		}
		return start, b.Len()
	}
	for n, s := range sents {
		first, from := len(f.words), b.Len()
		next := 0
		for i := 0; i < len(s.Words); {
			if next < len(s.Tokens) && s.Tokens[next].First == i+1 {
				start, end := put(s.Tokens[next].Form)
				f.tokens = append(f.tokens, [2]int{start, end})
				for ; i < s.Tokens[next].Last; i++ {
					f.words = append(f.words, udWord{Word: &s.Words[i], sent: n, start: start, end: end, multi: true})
				}
				next++
				continue
			}
			start, end := put(s.Words[i].Form)
			f.tokens = append(f.tokens, [2]int{start, end})
			f.words = append(f.words, udWord{Word: &s.Words[i], sent: n, start: start, end: end})
			i++
		}
		for i := first; i < len(f.words); i++ {
			w := &f.words[i]
			if w.head = first + w.Head - 1; w.Head <= 0 || w.Head > len(s.Words) {
				w.head = -1
				continue
			}
			if slices.Contains(functionalRels, ud.Universal(w.Deprel)) {
				h := &f.words[w.head]
				h.functional = append(h.functional, i)
			}
		}
		f.sentences = append(f.sentences, [2]int{from, b.Len()})
	}
	f.chars = b.String()
	return f
}

func sameText(gold, got string) error {
	if gold == got {
		return nil
	}
	i := 0
	for i < len(gold) && i < len(got) && gold[i] == got[i] {
		i++
	}
	return fmt.Errorf("the texts differ from character %d on: %q against %q", i, head(gold, i), head(got, i))
}

func head(s string, from int) string {
	s = s[from:]
	for i := range s {
		if i > 30 {
			return s[:i]
		}
	}
	return s
}

// countSpans counts equal spans of two sorted lists.
func countSpans(gold, got [][2]int, measure int, unit func(int) *udUnit) {
	i, j := 0, 0
	for i < len(gold) || j < len(got) {
		switch {
		case i < len(gold) && j < len(got) && gold[i] == got[j]:
			unit(gold[i][0]).all[measure].TP++
			i++
			j++
		case j >= len(got) || i < len(gold) && gold[i][0] <= got[j][0]:
			unit(gold[i][0]).all[measure].FN++
			i++
		default:
			unit(got[j][0]).all[measure].FP++
			j++
		}
	}
}

// align pairs the words of two files: those over the same characters, and within
// multiword tokens those of a longest common run of forms.
func align(g, s *udFile) (toGold, toGot []int) {
	toGold, toGot = make([]int, len(s.words)), make([]int, len(g.words))
	for i := range toGold {
		toGold[i] = -1
	}
	for i := range toGot {
		toGot[i] = -1
	}
	pair := func(i, j int) { toGot[i], toGold[j] = j, i }
	for i, j := 0, 0; i < len(g.words) && j < len(s.words); {
		a, b := &g.words[i], &s.words[j]
		if a.multi || b.multi {
			i0, j0 := i, j
			i, j = multiSpan(g.words, s.words, i, j)
			if i > i0 && j > j0 {
				common2(g.words[i0:i], s.words[j0:j], func(x, y int) { pair(i0+x, j0+y) })
			}
			continue
		}
		switch {
		case a.start == b.start && a.end == b.end:
			pair(i, j)
			i++
			j++
		case a.start <= b.start:
			i++
		default:
			j++
		}
	}
	return toGold, toGot
}

// multiSpan moves past all words that overlap a run of multiword tokens.
func multiSpan(g, s []udWord, i, j int) (int, int) {
	end := 0
	if g[i].multi {
		end = g[i].end
		if !s[j].multi && s[j].start < g[i].start {
			return i, j + 1
		}
	} else {
		end = s[j].end
		if g[i].start < s[j].start {
			return i + 1, j
		}
	}
	for i < len(g) && g[i].start < end || j < len(s) && s[j].start < end {
		if i < len(g) && (j >= len(s) || g[i].start <= s[j].start) {
			if g[i].multi && g[i].end > end {
				end = g[i].end
			}
			i++
		} else {
			if s[j].multi && s[j].end > end {
				end = s[j].end
			}
			j++
		}
	}
	return i, j
}

// common2 pairs a longest common subsequence of forms, case passed over.
func common2(g, s []udWord, pair func(i, j int)) {
	n, m := len(g), len(s)
	same := func(i, j int) bool { return strings.EqualFold(g[i].Form, s[j].Form) }
	l := make([]int, (n+1)*(m+1))
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			at := i*(m+1) + j
			if same(i, j) {
				l[at] = 1 + l[(i+1)*(m+1)+j+1]
			} else {
				l[at] = max(l[(i+1)*(m+1)+j], l[at+1])
			}
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			pair(i, j)
			i++
			j++
		case l[(i+1)*(m+1)+j] >= l[i*(m+1)+j+1]:
			i++
		default:
			j++
		}
	}
}
