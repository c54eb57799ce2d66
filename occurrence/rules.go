package occurrence

import (
	"bufio"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Version names the rules by which events are merged. It changes when they do, so
// that stores know that theirs are old.
const Version = "1"

// Rules are what the tables say about acts that may be one. They never change
// after loading.
type Rules struct {
	modes map[string][][]string // class → groups of modes
}

// LoadRules reads occurrence/modes.tsv.
func LoadRules(fsys fs.FS) (*Rules, error) {
	const file = "occurrence/modes.tsv"
	f, err := fsys.Open(file)
	if err != nil {
		return nil, fmt.Errorf("modes: %w", err)
	}
	defer f.Close()
	r := &Rules{modes: map[string][][]string{}}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) < 2 || len(strings.Fields(cells[1])) < 2 {
			return nil, fmt.Errorf("%s:%d: want class, tab, two modes or more", file, n)
		}
		r.modes[cells[0]] = append(r.modes[cells[0]], strings.Fields(cells[1]))
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return r, nil
}

// sameMode reports whether two modes of a class may describe one act.
func (r *Rules) sameMode(class, a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	return slices.ContainsFunc(r.modes[class], func(group []string) bool {
		return slices.Contains(group, a) && slices.Contains(group, b)
	})
}
