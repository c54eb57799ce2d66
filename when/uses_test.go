package when

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func TestWrongUses(t *testing.T) {
	for _, tt := range []struct{ name, content, want string }{
		{"a use that is none", "use\twords\nhappens\toccur\n", `uses.tsv:2: use "happens" is not known`},
		{"no tab", "use\twords\nhappen occur\n", "uses.tsv:2: no tab"},
		{"no table", "", "uses.tsv"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fsys := fstest.MapFS{}
			if tt.content != "" {
				fsys["uses.tsv"] = &fstest.MapFile{Data: []byte(tt.content)}
			}
			if _, _, err := readUses(fsys, "uses.tsv"); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// The head of uses.tsv says of every use what it is for.
func TestUsesAreExplained(t *testing.T) {
	b, err := fs.ReadFile(os.DirFS("../data/when"), "uses.tsv")
	if err != nil {
		t.Fatal(err)
	}
	head, table, _ := strings.Cut(string(b), "\nuse\t")
	for n, line := range strings.Split(strings.TrimSpace(table), "\n") {
		if u, _, _ := strings.Cut(line, "\t"); n > 0 && !strings.Contains(head, " "+u+": ") && !strings.Contains(head, " "+u+", ") {
			t.Errorf("%q is not explained", u)
		}
	}
}
