package train

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"nuncio/ud"
)

// Unknown stands for a name tag that is not known; nothing is learned there.
const Unknown = "?"

// ReadNames reads sentences with names marked: a line a word, its form and its
// BIO tag parted by a tab (further columns are passed over; so is a number in
// front), an empty line between sentences, comments after "# ".
func ReadNames(r io.Reader) ([]*Sentence, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	var out []*Sentence
	cur := &Sentence{Tree: &ud.Sentence{}}
	flush := func() {
		if len(cur.Names) > 0 {
			repair(cur.Names)
			out = append(out, cur)
		}
		cur = &Sentence{Tree: &ud.Sentence{}}
	}
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSuffix(sc.Text(), "\r")
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "# ") && (len(f) == 1 || !isTag(f[len(f)-1])) {
			continue
		}
		if len(f) >= 3 && isNumber(f[0]) && isTag(f[2]) {
			f = f[1:]
		}
		if len(f) < 2 || f[0] == "" || !isTag(f[1]) {
			return nil, fmt.Errorf("line %d: a form, a tab and a BIO tag are due", n)
		}
		cur.Tree.Words = append(cur.Tree.Words, ud.Word{Form: f[0], Head: -1})
		cur.Names = append(cur.Names, f[1])
	}
	flush()
	return out, sc.Err()
}

func isTag(s string) bool {
	return s == "O" || s == Unknown || s == "_" || len(s) > 2 && (s[:2] == "B-" || s[:2] == "I-")
}

func isNumber(s string) bool {
	for _, c := range s {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

// repair makes an I- tag that continues nothing a B-.
func repair(tags []string) {
	last := "O"
	for i, t := range tags {
		if t[0] == 'I' && (len(last) < 2 || last[2:] != t[2:]) {
			tags[i] = "B-" + t[2:]
		}
		last = tags[i]
	}
}

var gumTypes = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT"}

type mention struct {
	kind       string
	first, end int
}

// GUMNames reads the named entities out of GUM's Entity annotations, which mark
// every mention: those headed by a proper noun, cut down to the name. Adjectives
// of peoples, which GUM does not mark, are left unknown. It gives nil where the
// sentence has no words with entities; open mentions run over from sentence to
// sentence and must be handed on.
func GUMNames(s *ud.Sentence) []string {
	tags := make([]string, len(s.Words))
	for i, w := range s.Words {
		tags[i] = "O"
		r, _ := utf8.DecodeRuneInString(w.Form)
		if w.XPOS == "JJ" && unicode.IsUpper(r) && i > 0 {
			tags[i] = Unknown
		}
	}
	for _, m := range mentions(s) {
		kind, ok := gumTypes[m.kind]
		first, end := name(s, m)
		if !ok || first < 0 {
			continue
		}
		free := true
		for i := first; i < end; i++ {
			free = free && (tags[i] == "O" || tags[i] == Unknown)
		}
		if !free {
			continue
		}
		for i := first; i < end; i++ {
			tags[i] = "I-" + kind
		}
		tags[first] = "B-" + kind
	}
	return tags
}

// mentions lists the annotated spans, longer ones first where they start together.
func mentions(s *ud.Sentence) []mention {
	var out, open []mention
	for i, w := range s.Words {
		_, f, ok := strings.Cut(w.Misc, "Entity=")
		if !ok {
			continue
		}
		f, _, _ = strings.Cut(f, "|")
		for f != "" {
			if f[0] == '(' {
				end := strings.IndexAny(f[1:], "()") + 1
				if end <= 0 {
					end = len(f)
				}
				parts := strings.Split(f[1:end], "-")
				kind := ""
				if len(parts) > 1 {
					kind = parts[1]
				}
				open = append(open, mention{kind: parts[0] + "-" + kind, first: i})
				f = f[end:]
				if f != "" && f[0] == ')' {
					m := open[len(open)-1]
					open = open[:len(open)-1]
					out = append(out, mention{kind, m.first, i + 1})
					f = f[1:]
				}
				continue
			}
			var id string
			id, f, _ = strings.Cut(f, ")")
			for k := len(open) - 1; k >= 0; k-- {
				if o, kind, _ := strings.Cut(open[k].kind, "-"); o == id {
					out = append(out, mention{kind, open[k].first, i + 1})
					open = append(open[:k], open[k+1:]...)
					break
				}
			}
		}
	}
	for i := 1; i < len(out); i++ { // long before short
		for j := i; j > 0 && out[j].end-out[j].first > out[j-1].end-out[j-1].first; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

// name is the run of proper nouns round the mention's head, with "of" and the
// like inside; -1 when the head is no proper noun.
func name(s *ud.Sentence, m mention) (first, end int) {
	head := -1
	for i := m.first; i < m.end; i++ {
		if h := s.Words[i].Head - 1; h < m.first || h >= m.end {
			head = i
			break
		}
	}
	proper := func(i int) bool {
		return i >= m.first && i < m.end && strings.HasPrefix(s.Words[i].XPOS, "NNP")
	}
	if head < 0 || !proper(head) {
		return -1, -1
	}
	link := func(i int) bool {
		switch strings.ToLower(s.Words[i].Form) {
		case "of", "for", "and", "&", "-", "'s", "de", "la", "al", "bin", "van", "von":
			return true
		}
		return false
	}
	first, end = head, head+1
	for proper(first-1) || first-2 >= m.first && link(first-1) && proper(first-2) {
		first--
	}
	for {
		switch {
		case proper(end):
			end++
		case end+1 < m.end && link(end) && proper(end+1):
			end += 2
		case end+2 < m.end && s.Words[end].Form == "of" && s.Words[end+1].Form == "the" && proper(end+2):
			end += 3
		default:
			return first, end
		}
	}
}
