package who_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"nuncio/data"
	"nuncio/who"
)

func TestWrongWords(t *testing.T) {
	for _, tt := range []struct{ name, row, want string }{
		{"a use that is none", "veteran\tportrait\t", `words.tsv:2: use "portrait" is not known`},
		{"a number without its count", "trio\tnumber\t", `words.tsv:2: "" is no number`},
		{"a column too few", "veteran\tpicture", "words.tsv:2: 2 columns instead of 3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			bad := fstest.MapFS{"words.tsv": {Data: []byte("word\tuse\tvalue\n" + tt.row + "\n")}}
			if _, err := who.Load(bad); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// The head of words.tsv says of every use what it is for.
func TestUsesAreExplained(t *testing.T) {
	b, err := fs.ReadFile(data.FS, "who/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	head, used := "", map[string]bool{}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			head += strings.ReplaceAll(strings.TrimPrefix(line, "#"), "\n", "")
		} else if f := strings.Split(line, "\t"); f[1] != "use" {
			used[f[1]] = true
		}
	}
	for use := range used {
		if !strings.Contains(head, " "+use+": ") {
			t.Errorf("use %q is not explained", use)
		}
	}
}
