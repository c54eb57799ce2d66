package catalogue_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"nuncio"
	"nuncio/catalogue"
)

// TestTables holds the built-in tables to what `nuncio catalogue check` looks for.
func TestTables(t *testing.T) {
	c := load(t)
	for _, f := range c.Check(catalogue.CheckOptions{Since: nuncio.NewDate(1990, 1, 1), Until: nuncio.NewDate(2025, 12, 31), Slack: 3}) {
		t.Error(f)
	}
	n := c.Counts()
	for _, least := range []struct {
		what     string
		got, min int
	}{{"states", n.States, 200}, {"organizations", n.Organizations, 300}, {"armed groups", n.Groups, 200}, {"outlets", n.Outlets, 250}} {
		if least.got < least.min {
			t.Errorf("%d %s; at least %d are promised", least.got, least.what, least.min)
		}
	}
}

const smallStates = "id\tname\tadjective\tcapital\tcow\tfrom\tto\tsource\nAAA\tAland\tAlandic\tAtown\t1\t\t\tx\nBBB\tBland\tBlandic\tBtown\t2\t1990\t2000-06-01\tx\n"

const smallOffices = "office\tsector\tholders\tsource\nhead of state\tGOV\tone\tx\nhead of government\tGOV\tone\tx\nminister\tGOV\tmany\tx\noffice of state\tGOV\tmany\tx\n"

// small makes a catalogue of two states with the persons and roles given.
func small(t testing.TB, more map[string]string) (*catalogue.Catalogue, error) {
	t.Helper()
	fsys := fstest.MapFS{
		"states.tsv":  {Data: []byte(smallStates)},
		"offices.tsv": {Data: []byte(smallOffices)},
	}
	for name, text := range more {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return catalogue.Load(fsys)
}

const twoPersons = "id\tname\tborn\tdied\tsource\na-one\tOne A\t1940\t1999-05-01\tx\nb-two\tTwo B\t\t\tx\n"

func TestCheckFindsFaults(t *testing.T) {
	for _, tt := range []struct{ name, roles, want string }{
		{"overlap", "a-one\thead of state\tAAA\t1990-01-01\t1995-01-01\nb-two\thead of state\tAAA\t1994-06-01\t", "both on 1994-06-01"},
		{"hand-over on one day is none", "a-one\thead of state\tAAA\t1990-01-01\t1995-01-01\nb-two\thead of state\tAAA\t1995-01-01\t", ""},
		{"coarse ends may touch", "a-one\thead of state\tAAA\t1990\t1995\nb-two\thead of state\tAAA\t1995\t", ""},
		{"gap", "a-one\thead of state\tAAA\t1990-01-01\t1995-01-01\nb-two\thead of state\tAAA\t1996-01-01\t", "nobody from 1995-01-02 to 1995-12-31"},
		{"gap at the end", "a-one\thead of state\tAAA\t1990-01-01\t1998-01-01", "nobody from 1998-01-02 to 1998-12-31"},
		{"after death", "a-one\thead of state\tAAA\t1990-01-01\t1999-09-01", "but died 1999-05-01"},
		{"as a child", "a-one\tminister\tAAA\t1950-01-01\t1951-01-01", "but born 1940"},
		{"after the state's end", "b-two\tminister\tBBB\t2001-01-01\t2002-01-01", "but that ended 2000-06-01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := small(t, map[string]string{
				"persons/AAA.tsv": twoPersons,
				"roles/AAA.tsv":   "person\toffice\tof\tfrom\tto\tsource\n" + strings.ReplaceAll(tt.roles, "\n", "\tx\n") + "\tx\n",
			})
			if err != nil {
				t.Fatal(err)
			}
			found := c.Check(catalogue.CheckOptions{Since: nuncio.NewDate(1990, 1, 1), Until: nuncio.NewDate(1998, 12, 31)})
			var texts []string
			for _, f := range found {
				if strings.HasPrefix(f.About, "AAA head of government") || strings.HasPrefix(f.About, "BBB head") ||
					f.Kind == "gap" && !strings.HasPrefix(tt.name, "gap") {
					continue // these rows name no head of government, nor any of BBB
				}
				texts = append(texts, f.String())
			}
			all := strings.Join(texts, "\n")
			switch {
			case tt.want == "" && all != "":
				t.Errorf("found %s; want nothing", all)
			case !strings.Contains(all, tt.want):
				t.Errorf("found %q; want %q", all, tt.want)
			}
		})
	}
}
