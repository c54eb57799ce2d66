package sqlite

import (
	"context"
	"slices"
	"strings"
	"unicode"
)

// asked cuts what people type into the words and "phrases" that they want and the
// -words that they refuse, each quoted for FTS5. Nothing typed is an error.
func asked(text string) (want, refuse []string) {
	add := func(piece string, minus bool) {
		if !slices.ContainsFunc([]rune(piece), isWord) {
			return
		}
		quoted := `"` + strings.ReplaceAll(piece, `"`, `""`) + `"`
		if minus {
			refuse = append(refuse, quoted)
		} else {
			want = append(want, quoted)
		}
	}
	for rest := strings.ReplaceAll(text, "\x00", " "); rest != ""; { // a zero byte would end the query
		rest = strings.TrimLeft(rest, " \t\r\n")
		minus := strings.HasPrefix(rest, "-")
		rest = strings.TrimPrefix(rest, "-")
		var piece string
		if quoted, ok := strings.CutPrefix(rest, `"`); ok {
			piece, rest, _ = strings.Cut(quoted, `"`)
		} else if i := strings.IndexAny(rest, " \t\r\n\""); i >= 0 {
			piece, rest = rest[:i], rest[i:]
		} else {
			piece, rest = rest, ""
		}
		add(piece, minus)
	}
	return want, refuse
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// ftsQuery asks for reports: all words must be there and no refused one.
func ftsQuery(text string) string {
	want, refuse := asked(text)
	if len(want) == 0 {
		return ""
	}
	q := strings.Join(want, " AND ")
	if len(refuse) > 0 {
		q = "(" + q + ") NOT (" + strings.Join(refuse, " OR ") + ")"
	}
	return q
}

// nameQuery asks for parties whose name or id has words that begin as those typed.
func nameQuery(text string) string {
	want, _ := asked(text)
	if len(want) == 0 {
		return ""
	}
	return strings.Join(want, "* AND ") + "*"
}

// fewReports is up to how many reports with the words a list of events is led by
// them. Beyond, it runs along its own order until the page is full, which is soon.
const (
	fewReports     = 3000
	fewOccurrences = 1000 // the same for a list of occurrences, which lie further away
)

// atMost reports whether no more than n reports have the words.
func (s *Store) atMost(ctx context.Context, match string, n int) (bool, error) {
	var have int
	err := s.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1 FROM report_text WHERE report_text MATCH ? LIMIT ?)", match, n+1).Scan(&have)
	return have <= n, err
}
