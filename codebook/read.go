package codebook

import (
	"fmt"
	"strings"
)

// A rule file is YAML, kept to the part of it that reads without surprises:
// mappings and lists by indentation, [flow, lists], plain or quoted scalars,
// comments. That is read here directly (a general reader takes longer than the
// rest of start-up together); a test holds it against a full YAML reader.

// node is one value of a rule file with the line it stands on.
type node struct {
	line   int
	scalar string
	list   []node // of a list
	keys   []pair // of a mapping, in file order
	kind   nodeKind
}

type nodeKind uint8

const (
	scalarNode nodeKind = iota
	listNode
	mapNode
)

type pair struct {
	key   string
	line  int
	value node
}

// Error is a complaint about a codebook file.
type Error struct {
	File string
	Line int
	Msg  string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg) }

// get is the value of a key of a mapping, or nil.
func (n *node) get(key string) *node {
	for i := range n.keys {
		if n.keys[i].key == key {
			return &n.keys[i].value
		}
	}
	return nil
}

// strings are the scalars of a list, or the one scalar.
func (n *node) strings() []string {
	if n == nil {
		return nil
	}
	if n.kind == scalarNode {
		if n.scalar == "" {
			return nil
		}
		return []string{n.scalar}
	}
	var out []string
	for i := range n.list {
		out = append(out, n.list[i].scalar)
	}
	return out
}

// maxDepth bounds nesting: a codebook needs three levels.
const maxDepth = 8

type yamlLine struct {
	number, indent int
	text           string // without indent and comment
}

type yamlReader struct {
	file  string
	lines []yamlLine
	pos   int
}

// readYAML reads one file.
func readYAML(file, src string) (n node, err error) {
	r := &yamlReader{file: file}
	if err := r.split(src); err != nil {
		return n, err
	}
	if len(r.lines) == 0 {
		return node{kind: mapNode, line: 1}, nil
	}
	n, err = r.block(r.lines[0].indent, 0)
	if err != nil {
		return n, err
	}
	if r.pos < len(r.lines) {
		return n, r.fail("indentation does not fit the lines above")
	}
	return n, nil
}

func (r *yamlReader) fail(format string, args ...any) error {
	line := 0
	if len(r.lines) > 0 {
		line = r.lines[min(r.pos, len(r.lines)-1)].number
	}
	return &Error{r.file, line, fmt.Sprintf(format, args...)}
}

// split cuts the source into lines with content; a flow list that is open at
// the end of a line goes on in the next.
func (r *yamlReader) split(src string) error {
	number := 0
	for len(src) > 0 {
		line := src
		if i := strings.IndexByte(src, '\n'); i >= 0 {
			line, src = src[:i], src[i+1:]
		} else {
			src = ""
		}
		number++
		line = strings.TrimRight(line, " \r")
		text := strings.TrimLeft(line, " ")
		indent := len(line) - len(text)
		if text == "" || text[0] == '#' || (number == 1 && text == "---") {
			continue
		}
		if strings.IndexByte(text, '\t') >= 0 {
			return &Error{r.file, number, "a tab: use spaces"}
		}
		text = cutComment(text)
		if n := len(r.lines); n > 0 && openFlow(r.lines[n-1].text) {
			r.lines[n-1].text += " " + text
			continue
		}
		r.lines = append(r.lines, yamlLine{number, indent, text})
	}
	if n := len(r.lines); n > 0 && openFlow(r.lines[n-1].text) {
		return &Error{r.file, r.lines[n-1].number, "a list opened with [ is never closed"}
	}
	return nil
}

// openFlow reports whether the line's value is a flow list that is not closed yet.
func openFlow(text string) bool {
	v := text
	for strings.HasPrefix(v, "- ") {
		v = strings.TrimLeft(v[2:], " ")
	}
	if _, rest, ok := cutKey(v); ok {
		v = rest
	}
	return strings.HasPrefix(v, "[") && !strings.HasSuffix(v, "]")
}

// cutComment takes a trailing comment off, minding quotes.
func cutComment(s string) string {
	quoted := byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quoted != 0:
			if c == '\\' && quoted == '"' {
				i++
			} else if c == quoted {
				quoted = 0
			}
		case (c == '"' || c == '\'') && (i == 0 || s[i-1] == ' ' && valueStart(s[:i]) || s[i-1] == '['):
			quoted = c
		case c == '#' && i > 0 && s[i-1] == ' ':
			return strings.TrimRight(s[:i], " ")
		}
	}
	return s
}

// valueStart reports whether what precedes ends where a value may begin.
func valueStart(before string) bool {
	b := strings.TrimRight(before, " ")
	return b == "" || b[len(b)-1] == ':' || b[len(b)-1] == '-' || b[len(b)-1] == ',' || b[len(b)-1] == '['
}

// block reads the mapping or list whose lines stand at the indent.
func (r *yamlReader) block(indent, depth int) (node, error) {
	if depth > maxDepth {
		return node{}, r.fail("nested deeper than %d levels", maxDepth)
	}
	first := r.lines[r.pos]
	if first.text == "-" || strings.HasPrefix(first.text, "- ") {
		return r.listBlock(indent, depth)
	}
	return r.mapBlock(indent, depth)
}

func (r *yamlReader) listBlock(indent, depth int) (node, error) {
	out := node{kind: listNode, line: r.lines[r.pos].number}
	for r.pos < len(r.lines) {
		l := &r.lines[r.pos]
		if l.indent != indent || l.text != "-" && !strings.HasPrefix(l.text, "- ") {
			break
		}
		rest := strings.TrimLeft(l.text[1:], " ")
		if rest == "" {
			return out, r.fail("an empty list item")
		}
		if _, _, ok := cutKey(rest); ok {
			// "- key: value": a mapping that begins on the dash's line.
			l.indent += len(l.text) - len(rest)
			l.text = rest
			item, err := r.block(l.indent, depth+1)
			if err != nil {
				return out, err
			}
			out.list = append(out.list, item)
			continue
		}
		item, err := r.value(rest, l.number)
		if err != nil {
			return out, err
		}
		out.list = append(out.list, item)
		r.pos++
	}
	return out, nil
}

func (r *yamlReader) mapBlock(indent, depth int) (node, error) {
	out := node{kind: mapNode, line: r.lines[r.pos].number}
	for r.pos < len(r.lines) {
		l := r.lines[r.pos]
		if l.indent != indent || l.text == "-" || strings.HasPrefix(l.text, "- ") {
			break
		}
		key, rest, ok := cutKey(l.text)
		if !ok {
			return out, r.fail("expected \"key: value\", found %q", l.text)
		}
		if out.get(key) != nil {
			return out, r.fail("key %q stands twice", key)
		}
		p := pair{key: key, line: l.number}
		if rest != "" {
			v, err := r.value(rest, l.number)
			if err != nil {
				return out, err
			}
			p.value = v
			r.pos++
		} else {
			r.pos++
			p.value = node{line: l.number}
			if r.pos < len(r.lines) {
				next := r.lines[r.pos]
				isList := next.text == "-" || strings.HasPrefix(next.text, "- ")
				if next.indent > indent || next.indent == indent && isList {
					v, err := r.block(next.indent, depth+1)
					if err != nil {
						return out, err
					}
					p.value = v
				}
			}
		}
		out.keys = append(out.keys, p)
	}
	return out, nil
}

// cutKey splits "key: value". A key is a word of letters, digits, - and _.
func cutKey(s string) (key, rest string, ok bool) {
	i := 0
	for i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z' || s[i] >= '0' && s[i] <= '9' || s[i] == '-' || s[i] == '_') {
		i++
	}
	if i == 0 || i >= len(s) || s[i] != ':' || i+1 < len(s) && s[i+1] != ' ' {
		return "", "", false
	}
	return s[:i], strings.TrimLeft(s[i+1:], " "), true
}

// value reads a scalar or a flow list of scalars.
func (r *yamlReader) value(s string, line int) (node, error) {
	if s[0] != '[' {
		v, rest, err := r.scalar(s, false)
		if err == nil && rest != "" {
			err = r.fail("text after a quoted value: %q", rest)
		}
		return node{scalar: v, line: line}, err
	}
	out := node{kind: listNode, line: line}
	s = strings.TrimLeft(s[1:], " ")
	for {
		if strings.HasPrefix(s, "]") {
			if strings.TrimLeft(s[1:], " ") != "" {
				return out, r.fail("text after a list: %q", s[1:])
			}
			return out, nil
		}
		if s == "" {
			return out, r.fail("a list opened with [ is never closed")
		}
		v, rest, err := r.scalar(s, true)
		if err != nil {
			return out, err
		}
		out.list = append(out.list, node{scalar: v, line: line})
		rest = strings.TrimLeft(rest, " ")
		if strings.HasPrefix(rest, ",") {
			rest = strings.TrimLeft(rest[1:], " ")
		} else if !strings.HasPrefix(rest, "]") {
			return out, r.fail("expected , or ] in a list")
		}
		s = rest
	}
}

// scalar reads one value from the start of s and gives what follows it.
func (r *yamlReader) scalar(s string, flow bool) (value, rest string, err error) {
	switch s[0] {
	case '"':
		var b strings.Builder
		for i := 1; i < len(s); i++ {
			switch {
			case s[i] == '"':
				return b.String(), s[i+1:], nil
			case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\'):
				i++
				b.WriteByte(s[i])
			case s[i] == '\\':
				return "", "", r.fail("only \\\" and \\\\ are escapes here")
			default:
				b.WriteByte(s[i])
			}
		}
		return "", "", r.fail("a quote is never closed")
	case '\'':
		var b strings.Builder
		for i := 1; i < len(s); i++ {
			if s[i] != '\'' {
				b.WriteByte(s[i])
				continue
			}
			if i+1 < len(s) && s[i+1] == '\'' {
				b.WriteByte('\'')
				i++
				continue
			}
			return b.String(), s[i+1:], nil
		}
		return "", "", r.fail("a quote is never closed")
	case '|', '>', '&', '*', '!', '%', '@', '`', '{', '}', ']', ',', '?':
		return "", "", r.fail("a value cannot begin with %q here: put it in quotes", s[0])
	}
	if flow {
		i := strings.IndexAny(s, ",]")
		if i < 0 {
			i = len(s)
		}
		value, rest = strings.TrimRight(s[:i], " "), s[i:]
		if value == "" {
			return "", "", r.fail("an empty list item")
		}
		if strings.ContainsAny(value, "[{}") {
			return "", "", r.fail("%q holds a bracket: put it in quotes", value)
		}
	} else {
		value = s
	}
	if strings.Contains(value, ": ") || strings.HasSuffix(value, ":") || strings.Contains(value, " #") {
		return "", "", r.fail("%q holds a colon or #: put it in quotes", value)
	}
	if strings.HasPrefix(value, "- ") || value == "-" {
		return "", "", r.fail("a list inside a list item is not read")
	}
	return value, rest, nil
}
