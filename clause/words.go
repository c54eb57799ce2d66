package clause

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"strings"
)

// Words is what reading must know of single words, from the tables of data/clause; it
// is shared and never written to.
type Words struct {
	uses    map[string]use
	phrases map[phrase]string
}

// phrase is a preposition with its noun and the preposition behind it.
type phrase struct{ preposition, noun, of string }

// use is what a word is used for, one bit each; the head of words.tsv says what they mean.
type use uint64

const (
	give use = 1 << iota
	receiver
	write
	promise
	reach
	ask
	steer
	blame
	commit
	answer
	speech
	capture
	captive
	become
	deny
	charge
	plan
	title
	open
	day
	month
	season
	measure
	tale
	partOfDay
	relate
	source
	headless
	ware
	state
	currency
	naming
	keep
)

var useNames = map[string]use{
	"give": give, "receiver": receiver, "write": write, "promise": promise, "reach": reach, "ask": ask, "steer": steer, "blame": blame, "commit": commit, "answer": answer,
	"speech": speech, "capture": capture, "captive": captive, "become": become, "deny": deny, "charge": charge, "plan": plan, "title": title, "open": open,
	"day": day, "month": month, "season": season, "measure": measure, "tale": tale, "part": partOfDay, "relate": relate, "source": source, "headless": headless,
	"ware": ware, "state": state, "currency": currency, "naming": naming, "keep": keep,
}

// has reports whether a word has one of the uses.
func (w *Words) has(lemma string, u use) bool { return w.uses[lemma]&u != 0 }

// Load reads the tables of data/clause.
func Load(fsys fs.FS) (*Words, error) {
	w := &Words{uses: map[string]use{}, phrases: map[phrase]string{}}
	err := table(fsys, "words.tsv", 2, func(v []string) error {
		u, ok := useNames[v[1]]
		if !ok {
			return fmt.Errorf("use %q is not known", v[1])
		}
		w.uses[v[0]] |= u
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = table(fsys, "phrases.tsv", 4, func(v []string) error {
		w.phrases[phrase{v[0], v[1], v[2]}] = v[3]
		return nil
	})
	if err != nil {
		return nil, err
	}
	return w, nil
}

// table reads a table with tabs: lines of # are notes, the first other line names the
// columns. Errors name file and line.
func table(fsys fs.FS, name string, columns int, row func(v []string) error) error {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(b))
	head := false
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		v := strings.Split(line, "\t")
		if len(v) != columns {
			return fmt.Errorf("%s:%d: %d columns instead of %d", name, n, len(v), columns)
		}
		if !head {
			head = true
			continue
		}
		if err := row(v); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return lines.Err()
}
