package eval

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// ChainText is a document with chains that annotators drew, and a running text
// made of its tokens.
type ChainText struct {
	ID     string
	Tokens []string
	Chains []Chain
	Text   string
	Spans  []nuncio.Span // of the tokens, bytes of Text
}

// ReadCoNLLCoref reads the three-column form of OntoGUM: number, token, and
// brackets that open and close chains.
func ReadCoNLLCoref(r io.Reader, id string) (ChainText, error) {
	t := ChainText{ID: id}
	type open struct {
		chain string
		first int
	}
	var stack []open
	index := map[string]int{}
	closeAt := func(chain string, end int) error {
		for k := len(stack) - 1; k >= 0; k-- {
			if stack[k].chain != chain {
				continue
			}
			n, ok := index[chain]
			if !ok {
				n = len(t.Chains)
				index[chain] = n
				t.Chains = append(t.Chains, nil)
			}
			t.Chains[n] = append(t.Chains[n], TokenSpan{stack[k].first, end})
			stack = append(stack[:k], stack[k+1:]...)
			return nil
		}
		return fmt.Errorf("%s: token %d closes chain %s, which is not open", id, end-1, chain)
	}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		v := strings.Split(strings.TrimRight(lines.Text(), "\r"), "\t")
		if len(v) < 3 {
			continue
		}
		at := len(t.Tokens)
		t.Tokens = append(t.Tokens, v[1])
		for s := v[2]; s != "" && s != "_"; {
			opens := s[0] == '('
			s = strings.TrimPrefix(s, "(")
			n := 0
			for n < len(s) && s[n] >= '0' && s[n] <= '9' {
				n++
			}
			if n == 0 {
				return t, fmt.Errorf("%s: token %d: brackets %q", id, at, v[2])
			}
			chain := s[:n]
			s = s[n:]
			if opens {
				stack = append(stack, open{chain, at})
			}
			if strings.HasPrefix(s, ")") {
				s = s[1:]
				if err := closeAt(chain, at+1); err != nil {
					return t, err
				}
			} else if !opens {
				return t, fmt.Errorf("%s: token %d: brackets %q", id, at, v[2])
			}
			s = strings.TrimPrefix(s, "|")
		}
	}
	t.join()
	return t, lines.Err()
}

// join writes the tokens as running text, without the spaces that print leaves out.
func (t *ChainText) join() {
	var b strings.Builder
	quoted, tight := false, true
	for _, w := range t.Tokens {
		before := !tight
		tight = false
		switch w {
		case ",", ".", ";", ":", "?", "!", ")", "]", "'s", "’s", "n't", "n’t", "'", "’", "'re", "'ve", "'ll", "'m", "'d", "”", "%":
			before = false
		case "(", "[", "“", "$":
			tight = true
		case `"`:
			if quoted {
				before = false
			} else {
				tight = true
			}
			quoted = !quoted
		}
		if before {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(w)
		t.Spans = append(t.Spans, nuncio.Span{Start: start, End: b.Len()})
	}
	t.Text = b.String()
}

// TokensAt is the run of tokens that a span of the text covers, whole or in part.
func (t *ChainText) TokensAt(sp nuncio.Span) TokenSpan {
	first, end := len(t.Spans), 0
	for i, s := range t.Spans {
		if s.Start < sp.End && sp.Start < s.End {
			first, end = min(first, i), i+1
		}
	}
	return TokenSpan{first, end}
}

// ChainsOf turns chains of a document that was read from t.Text into runs of t's tokens.
func (t *ChainText) ChainsOf(d *doc.Document, chains [][]doc.Range) []Chain {
	var out []Chain
	for _, c := range chains {
		var one Chain
		for _, m := range c {
			if s := t.TokensAt(d.Span(m)); s.First < s.End {
				one = append(one, s)
			}
		}
		out = append(out, one)
	}
	return out
}

// GAPItem is a pronoun with two names, of which it stands for one or neither.
type GAPItem struct {
	ID, Text  string
	Pronoun   nuncio.Span // bytes
	A, B      nuncio.Span
	IsA, IsB  bool
	Feminine  bool
	PronounIs string
}

// ReadGAP reads the tab-separated form of GAP.
func ReadGAP(r io.Reader) ([]GAPItem, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	var out []GAPItem
	for i := 0; lines.Scan(); i++ {
		if i == 0 {
			continue
		}
		v := strings.Split(strings.TrimRight(lines.Text(), "\r"), "\t")
		if len(v) < 10 {
			return nil, fmt.Errorf("GAP: row %d has %d columns", i+1, len(v))
		}
		at := byteSpans(v[1])
		span := func(word, offset string) (nuncio.Span, error) {
			n, err := strconv.Atoi(offset)
			if err != nil {
				return nuncio.Span{}, fmt.Errorf("GAP: row %d: %w", i+1, err)
			}
			s, ok := at(n, n+len([]rune(word)))
			if !ok || v[1][s.Start:s.End] != word {
				return s, fmt.Errorf("GAP: row %d: %q does not stand at %d", i+1, word, n)
			}
			return s, nil
		}
		g := GAPItem{ID: v[0], Text: v[1], PronounIs: strings.ToLower(v[2]), IsA: strings.EqualFold(v[6], "true"), IsB: strings.EqualFold(v[9], "true")}
		var err1, err2, err3 error
		g.Pronoun, err1 = span(v[2], v[3])
		g.A, err2 = span(v[4], v[5])
		g.B, err3 = span(v[7], v[8])
		for _, err := range [...]error{err1, err2, err3} {
			if err != nil {
				return nil, err
			}
		}
		g.Feminine = g.PronounIs == "she" || g.PronounIs == "her" || g.PronounIs == "hers"
		out = append(out, g)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("GAP: %w", err)
	}
	return out, nil
}

// GAPScore is F1 over the pairs of pronoun and name, together and by gender.
type GAPScore struct{ All, Masculine, Feminine PRF }

// Add scores one answer: whether the pronoun stands for A, and whether for B.
func (s *GAPScore) Add(g *GAPItem, isA, isB bool) {
	var p PRF
	for _, x := range [...][2]bool{{g.IsA, isA}, {g.IsB, isB}} {
		switch {
		case x[0] && x[1]:
			p.TP++
		case x[1]:
			p.FP++
		case x[0]:
			p.FN++
		}
	}
	s.All.Add(p)
	if g.Feminine {
		s.Feminine.Add(p)
	} else {
		s.Masculine.Add(p)
	}
}
