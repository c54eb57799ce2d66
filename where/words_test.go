package where

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func TestWrongWords(t *testing.T) {
	good := fstest.MapFS{
		"uses.tsv":    {Data: []byte("# A note.\nuse\twords\nmove\tgo sail\nlocal\tport\n")},
		"classes.tsv": {Data: []byte("stands\twords\tkinds\nafter\tprovince\tadmin1\nafter-text\tcity\ttown seat\nbefore\tPort d'\t\n")},
	}
	var w words
	if err := w.load(good); err != nil {
		t.Fatalf("good tables: %v", err)
	}
	if !w.has("sail", move) || w.has("sail", local) || len(w.classes["city"].kinds) != 2 {
		t.Errorf("read as %+v", w)
	}
	for _, tt := range []struct{ name, file, content, want string }{
		{"a use that is none", "uses.tsv", "use\twords\nmoves\tgo\n", `uses.tsv:2: use "moves" is not known`},
		{"a kind that is none", "classes.tsv", "stands\twords\tkinds\nafter\tshire\tcounty\n", `classes.tsv:2: no kind of place is called "county"`},
		{"a stand that is none", "classes.tsv", "stands\twords\tkinds\nbehind\tshire\tadmin2\n", `classes.tsv:2: "behind" says of no words how they stand`},
		{"nothing", "classes.tsv", "stands\twords\tkinds\nside\t\t\n", "classes.tsv:2: no words"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			bad := fstest.MapFS{"uses.tsv": good["uses.tsv"], "classes.tsv": good["classes.tsv"]}
			bad[tt.file] = &fstest.MapFile{Data: []byte(tt.content)}
			var w words
			if err := w.load(bad); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

// The heads of the tables say of every use what it is for.
func TestWordsAreExplained(t *testing.T) {
	for _, file := range []string{"uses.tsv", "classes.tsv"} {
		b, err := fs.ReadFile(os.DirFS("../data/where"), file)
		if err != nil {
			t.Fatal(err)
		}
		head, table, _ := strings.Cut(string(b), ".\n"+map[string]string{"uses.tsv": "use\t", "classes.tsv": "stands\t"}[file])
		for n, line := range strings.Split(strings.TrimSpace(table), "\n") {
			if u, _, _ := strings.Cut(line, "\t"); n > 0 && !strings.Contains(head, " "+u+": ") && !strings.Contains(head, " "+u+", ") {
				t.Errorf("%s: %q is not explained", file, u)
			}
		}
	}
}

func TestWithoutClass(t *testing.T) {
	c, err := LoadClasses(os.DirFS("../data/where"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Helmand Province": "Helmand", "Provincia de Huelva": "Huelva", "Quezon City": "", "Wilaya d'Oran": "Oran", "Lagos": "", "Region Gotland": "Gotland",
	} {
		if got := c.Without(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
