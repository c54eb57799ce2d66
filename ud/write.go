package ud

import (
	"bufio"
	"io"
	"strconv"
)

// Write writes one sentence with the empty line after it.
func Write(w io.Writer, s *Sentence) error {
	b, ok := w.(*bufio.Writer)
	if !ok {
		b = bufio.NewWriter(w)
	}
	for _, c := range s.Comments {
		b.WriteString("# ")
		b.WriteString(c)
		b.WriteByte('\n')
	}
	next := 0
	for i := range s.Words {
		if next < len(s.Tokens) && s.Tokens[next].First == i+1 {
			t := s.Tokens[next]
			next++
			row(b, strconv.Itoa(t.First)+"-"+strconv.Itoa(t.Last), t.Form, "_", "_", "_", "_", "_", "_", "_", t.Misc)
		}
		v := &s.Words[i]
		head := "_"
		if v.Head >= 0 {
			head = strconv.Itoa(v.Head)
		}
		row(b, strconv.Itoa(i+1), v.Form, v.Lemma, v.UPOS, v.XPOS, v.Feats, head, v.Deprel, v.Deps, v.Misc)
	}
	b.WriteByte('\n')
	if ok {
		return nil
	}
	return b.Flush()
}

func row(b *bufio.Writer, cols ...string) {
	for i, c := range cols {
		if i > 0 {
			b.WriteByte('\t')
		}
		if c == "" {
			c = "_"
		}
		b.WriteString(c)
	}
	b.WriteByte('\n')
}
