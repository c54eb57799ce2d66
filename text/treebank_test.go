package text

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nuncio/data"
)

// gold is a treebank document as raw text with the spans that its annotators gave.
type gold struct {
	text   string
	tokens [][2]int // surface tokens (a multi-word token is one)
	words  [][2]int
	sents  [][2]int
}

func shared(t testing.TB, rel string) string {
	root := os.Getenv("NUNCIO_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "shared")
	}
	path := filepath.Join(root, rel)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the shared data is not here: %v", err)
	}
	return path
}

// readTreebank rebuilds each document's raw text: sentences of a paragraph follow
// after a space, paragraphs after a blank line.
func readTreebank(t testing.TB, path string) []gold {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var docs []gold
	var b strings.Builder
	var doc gold
	flush := func() {
		if len(doc.sents) > 0 {
			doc.text = b.String()
			docs = append(docs, doc)
		}
		doc = gold{}
		b.Reset()
	}
	space, mwtEnd, sentStart, sentEnd, par := false, 0, -1, 0, false
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		l := lines.Text()
		switch {
		case strings.HasPrefix(l, "# newdoc"):
			flush()
			space, par = false, false
		case strings.HasPrefix(l, "# newpar id"), l == "# newpar":
			par = true
		case l == "":
			doc.sents = append(doc.sents, [2]int{sentStart, sentEnd})
			sentStart = -1
		case l[0] == '#':
		default:
			c := strings.Split(l, "\t")
			if strings.Contains(c[0], ".") {
				continue
			}
			if sentStart < 0 {
				if b.Len() > 0 {
					if par {
						b.WriteString("\n\n")
					} else if space {
						b.WriteString(" ")
					}
				}
				par, space, sentStart = false, false, b.Len()
			}
			lo, hi, mwt := strings.Cut(c[0], "-")
			id, _ := strconv.Atoi(lo)
			if !mwt && id <= mwtEnd {
				at := doc.words[len(doc.words)-1]
				n := len(doc.words)
				// words of a multi-word token follow one another
				prev := at[1]
				if doc.words[n-1][0] < 0 {
					prev = -doc.words[n-1][0] - 1
					doc.words = doc.words[:n-1]
				}
				doc.words = append(doc.words, [2]int{prev, prev + len(c[1])})
				continue
			}
			if space {
				b.WriteString(" ")
			}
			start := b.Len()
			b.WriteString(c[1])
			doc.tokens = append(doc.tokens, [2]int{start, b.Len()})
			if mwt {
				mwtEnd, _ = strconv.Atoi(hi)
				doc.words = append(doc.words, [2]int{-start - 1, -start - 1})
			} else {
				mwtEnd = 0
				doc.words = append(doc.words, [2]int{start, b.Len()})
			}
			sentEnd = b.Len()
			space = !strings.Contains(c[9], "SpaceAfter=No")
		}
		if l == "" {
			mwtEnd = 0
		}
	}
	flush()
	return docs
}

type f1 struct{ gold, found, right int }

func (f f1) value() float64 { return 200 * float64(f.right) / float64(f.gold+f.found) }

func (f *f1) count(gold, found [][2]int) {
	in := make(map[[2]int]bool, len(gold))
	for _, g := range gold {
		in[g] = true
	}
	f.gold += len(gold)
	f.found += len(found)
	for _, x := range found {
		if in[x] {
			f.right++
		}
	}
}

func spans(sents []Sentence) (tokens, words, ends [][2]int) {
	for _, s := range sents {
		ends = append(ends, [2]int{s.Start, s.End})
		for _, t := range s.Tokens {
			words = append(words, [2]int{t.Start, t.End})
			if t.Joined {
				tokens[len(tokens)-1][1] = t.End
			} else {
				tokens = append(tokens, [2]int{t.Start, t.End})
			}
		}
	}
	return
}

func testRules(t testing.TB) *Rules {
	r, err := LoadRules(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTreebanks(t *testing.T) {
	for _, tc := range []struct {
		name                    string
		tokens, words, sentence float64
	}{
		{"ud/ewt/dev.conllu", 99.4, 99.0, 84},
		{"ud/gum/dev.conllu", 99.7, 99.7, 95},
	} {
		t.Run(strings.Split(tc.name, "/")[1], func(t *testing.T) {
			docs := readTreebank(t, shared(t, "data/"+tc.name))
			g := NewSegmenter(testRules(t))
			var tok, word, sent f1
			out := os.Getenv("TEXT_ERRORS")
			for _, d := range docs {
				tokens, words, sents := spans(g.Segment(d.text))
				tok.count(d.tokens, tokens)
				word.count(d.words, words)
				sent.count(d.sents, sents)
				if out == "tokens" {
					differences(d.text, d.words, words)
				} else if out == "sentences" {
					differences(d.text, d.sents, sents)
				}
			}
			t.Logf("tokens %.2f words %.2f sentences %.2f (%d documents)", tok.value(), word.value(), sent.value(), len(docs))
			if tok.value() < tc.tokens || word.value() < tc.words || sent.value() < tc.sentence {
				t.Errorf("below the floor of %v / %v / %v", tc.tokens, tc.words, tc.sentence)
			}
		})
	}
}

// differences prints the regions in which two segmentations differ.
func differences(s string, want, got [][2]int) {
	i, j := 0, 0
	show := func(v [][2]int) string {
		var p []string
		for _, x := range v {
			w := s[x[0]:x[1]]
			if len(w) > 90 {
				w = w[:30] + " ... " + w[len(w)-50:]
			}
			p = append(p, w)
		}
		return strings.Join(p, " ¦ ")
	}
	for i < len(want) && j < len(got) {
		if want[i] == got[j] {
			i, j = i+1, j+1
			continue
		}
		a, b := i, j
		for i < len(want) && j < len(got) && (want[i][1] != got[j][1]) {
			if want[i][1] < got[j][1] {
				i++
			} else {
				j++
			}
		}
		if i < len(want) && j < len(got) {
			i, j = i+1, j+1
		}
		ctx := s[max(0, want[a][0]-25):want[a][0]]
		fmt.Printf("GOLD %s\n  US %s   [...%q]\n", show(want[a:i]), show(got[b:j]), ctx)
	}
}
