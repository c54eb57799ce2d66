package when

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// use is what a word is used for where deeds get their time, one bit each; the head of
// uses.tsv says what they mean.
type use uint32

const (
	about use = 1 << iota
	judge
	partake
	remember
	margin
	timeNoun
	cue
	blame
	happen
	news
	pass
	converse
	gather
	ask
	paper
	plan
	propose
	occasion
	begin
	medium
	unchanging
	decide
	futureForm
	pastForm
	toFuture
)

var useNames = map[string]use{
	"about": about, "judge": judge, "partake": partake, "remember": remember, "margin": margin, "time": timeNoun, "cue": cue, "blame": blame, "happen": happen, "news": news, "pass": pass,
	"converse": converse, "gather": gather, "ask": ask, "paper": paper, "plan": plan, "propose": propose, "occasion": occasion, "begin": begin, "medium": medium,
	"unchanging": unchanging, "decide": decide, "future-form": futureForm, "past-form": pastForm, "to-future": toFuture,
}

// uses says of words what they are used for.
type uses map[string]use

// has reports whether a word has one of the uses.
func (u uses) has(word string, what use) bool { return u[word]&what != 0 }

// readUses reads the uses of words, and the titles of papers that act by their own words.
func readUses(fsys fs.FS, name string) (uses, []string, error) {
	u := uses{}
	var papers []string
	err := pairs(fsys, name, func(kind, words string) error {
		what, ok := useNames[kind]
		if !ok {
			return fmt.Errorf("use %q is not known", kind)
		}
		for w := range strings.FieldsSeq(words) {
			w = strings.ReplaceAll(w, "_", " ")
			u[w] |= what
			if what == paper {
				papers = append(papers, w)
			}
		}
		return nil
	})
	return u, papers, err
}

// pairs reads a table of two columns: lines of # are notes, the first other line names the
// columns. Errors name file and line.
func pairs(fsys fs.FS, name string, row func(key, words string) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	head := false
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, words, ok := strings.Cut(line, "\t")
		if !ok {
			return fmt.Errorf("%s:%d: no tab", name, n)
		}
		if !head {
			head = true
			continue
		}
		if err := row(key, words); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return lines.Err()
}
