package catalogue

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// A LineError is a fault in a table, with the place to mend it.
type LineError struct {
	File string
	Line int
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }

func (e *LineError) Unwrap() error { return e.Err }

// table reads a tab-separated table row by row. Cells point into the file's text.
type table struct {
	file  string
	rest  string
	line  int
	cols  []int // position of each wanted column in the file, -1 when absent
	cells []string
	row   []string
}

// openTable reads the header. Columns that end in "*" must be there; a column
// that is not wanted is an error, so that a misspelt one is not lost in silence.
func openTable(file, text string, want ...string) (*table, error) {
	t := &table{file: file, rest: strings.TrimPrefix(text, "\ufeff"), cols: make([]int, len(want)), row: make([]string, len(want))}
	if !utf8.ValidString(text) {
		return nil, &LineError{file, 1, errors.New("not UTF-8 text")}
	}
	if !t.scan() {
		return nil, &LineError{file, t.line, errors.New("no header line with the names of the columns")}
	}
	head := slices.Clone(t.cells)
	for i, w := range want {
		name, must := strings.CutSuffix(w, "*")
		t.cols[i] = slices.Index(head, name)
		if must && t.cols[i] < 0 {
			return nil, t.errorf("no column %q", name)
		}
	}
	for _, h := range head {
		if !slices.Contains(want, h) && !slices.Contains(want, h+"*") {
			return nil, t.errorf("unknown column %q; known are %s", h, strings.ReplaceAll(strings.Join(want, " "), "*", ""))
		}
	}
	return t, nil
}

// scan splits the next line that holds anything into cells.
func (t *table) scan() bool {
	for t.rest != "" {
		var line string
		line, t.rest, _ = strings.Cut(t.rest, "\n")
		t.line++
		line = strings.TrimSuffix(line, "\r")
		if line == "" || line[0] == '#' || strings.TrimSpace(line) == "" {
			continue
		}
		t.cells = t.cells[:0]
		for more := true; more; {
			var c string
			c, line, more = strings.Cut(line, "\t")
			t.cells = append(t.cells, strings.TrimSpace(c))
		}
		return true
	}
	return false
}

// next is the next row in the order of the wanted columns, nil at the end. The
// slice is good until the next call.
func (t *table) next() []string {
	if !t.scan() {
		return nil
	}
	for i, c := range t.cols {
		if c >= 0 && c < len(t.cells) {
			t.row[i] = t.cells[c]
		} else {
			t.row[i] = ""
		}
	}
	return t.row
}

func (t *table) errorf(format string, args ...any) error {
	return &LineError{t.file, t.line, fmt.Errorf(format, args...)}
}

// spell reads the two ends of a spell.
func (t *table) spell(from, to string) (s Spell, err error) {
	if s.From, err = ParseDate(from); err != nil {
		return s, &LineError{t.file, t.line, err}
	}
	if s.To, err = ParseDate(to); err != nil {
		return s, &LineError{t.file, t.line, err}
	}
	if s.From.known() && s.To.known() && s.To.Last().Before(s.From.First()) {
		return s, t.errorf("ends (%s) before it begins (%s)", to, from)
	}
	return s, nil
}

// list splits a cell of several values.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	if strings.IndexByte(cell, '|') < 0 {
		return []string{cell}
	}
	out := strings.Split(cell, "|")
	for i := range out {
		out[i] = strings.TrimSpace(out[i])
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

// files are the tables of one topic: topic.tsv, then topic/*.tsv by name.
func files(fsys fs.FS, topic string) ([]string, error) {
	var out []string
	if _, err := fs.Stat(fsys, topic+".tsv"); err == nil {
		out = append(out, topic+".tsv")
	}
	more, err := fs.Glob(fsys, path.Join(topic, "*.tsv"))
	if err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	slices.Sort(more)
	return append(out, more...), nil
}
