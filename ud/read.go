package ud

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

const maxLine = 1 << 20

// Reader reads sentences from CoNLL-U.
type Reader struct {
	scan *bufio.Scanner
	line int
}

// NewReader reads from r.
func NewReader(r io.Reader) *Reader {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 64<<10), maxLine)
	return &Reader{scan: s}
}

// Next gives the next sentence, or io.EOF. An error names the line.
func (r *Reader) Next() (*Sentence, error) {
	s := &Sentence{}
	for r.scan.Scan() {
		r.line++
		line := strings.TrimSuffix(r.scan.Text(), "\r")
		switch {
		case strings.TrimSpace(line) == "":
			if len(s.Words) > 0 {
				return s, s.checkRanges()
			}
		case line[0] == '#' && len(s.Words) == 0:
			s.Comments = append(s.Comments, strings.TrimPrefix(line[1:], " "))
		default:
			if s.Line == 0 {
				s.Line = r.line
			}
			if err := s.add(line); err != nil {
				return nil, fmt.Errorf("line %d: %w", r.line, err)
			}
		}
	}
	if err := r.scan.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("line %d is longer than %d bytes", r.line+1, maxLine)
		}
		return nil, err
	}
	if len(s.Words) == 0 {
		return nil, io.EOF
	}
	return s, s.checkRanges()
}

// ReadAll reads sentences until the end.
func ReadAll(r io.Reader) ([]*Sentence, error) {
	var all []*Sentence
	for rd := NewReader(r); ; {
		s, err := rd.Next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		all = append(all, s)
	}
}

func (s *Sentence) add(line string) error {
	var col [10]string
	n := 0
	for n < 9 {
		f, rest, ok := strings.Cut(line, "\t")
		if !ok {
			break
		}
		col[n], line = f, rest
		n++
	}
	col[n] = line
	if n != 9 || strings.Contains(line, "\t") {
		return errors.New("a word has ten columns parted by tabs")
	}
	id, form := col[0], col[1]
	if form == "" {
		return errors.New("the word has no form")
	}
	if strings.Contains(id, ".") { // an empty node of the enhanced graph
		return nil
	}
	if a, b, ok := strings.Cut(id, "-"); ok {
		first, err1 := strconv.Atoi(a)
		last, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || first != len(s.Words)+1 || last < first {
			return fmt.Errorf("token range %q does not start at the next word", id)
		}
		if k := len(s.Tokens); k > 0 && s.Tokens[k-1].Last >= first {
			return fmt.Errorf("token range %q overlaps the one before", id)
		}
		s.Tokens = append(s.Tokens, Token{First: first, Last: last, Form: form, Misc: col[9]})
		return nil
	}
	if v, err := strconv.Atoi(id); err != nil || v != len(s.Words)+1 {
		return fmt.Errorf("word id %q where %d is due", id, len(s.Words)+1)
	}
	head := -1
	if col[6] != "_" {
		v, err := strconv.Atoi(col[6])
		if err != nil || v < 0 {
			return fmt.Errorf("head %q is no number", col[6])
		}
		head = v
	}
	s.Words = append(s.Words, Word{
		Form: form, Lemma: col[2], UPOS: col[3], XPOS: col[4], Feats: col[5],
		Head: head, Deprel: col[7], Deps: col[8], Misc: col[9],
	})
	return nil
}

func (s *Sentence) checkRanges() error {
	if k := len(s.Tokens); k > 0 && s.Tokens[k-1].Last > len(s.Words) {
		return fmt.Errorf("sentence at line %d: token range ends at word %d of %d", s.Line, s.Tokens[k-1].Last, len(s.Words))
	}
	return nil
}
