package nuncio_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// room is a row of ARCHITECTURE.md's first table.
type room struct {
	imports []string
	all     bool
}

// tableRows are the cells of the Markdown table that follows the heading.
func tableRows(t *testing.T, doc, heading string) [][]string {
	t.Helper()
	_, after, ok := strings.Cut(doc, "\n## "+heading+"\n")
	if !ok {
		t.Fatalf("ARCHITECTURE.md has no heading %q", heading)
	}
	var rows [][]string
	inTable := false
	for line := range strings.Lines(after) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			if inTable {
				break
			}
			continue
		}
		inTable = true
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.Trim(strings.TrimSpace(cells[i]), "`")
		}
		rows = append(rows, cells)
	}
	return rows[2:] // heading and rule
}

type listed struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Standard     bool
}

func goList(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports,Standard", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var pkgs []listed
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for dec.More() {
		var p listed
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
	return pkgs
}

// short turns an import path of ours into the name used in the table.
func short(importPath string) (string, bool) {
	if importPath == "nuncio" {
		return "nuncio", true
	}
	return strings.CutPrefix(importPath, "nuncio/")
}

func architecture(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestImportsFollowTheRooms(t *testing.T) {
	rooms := map[string]room{}
	for _, cells := range tableRows(t, architecture(t), "Rooms") {
		r := room{all: cells[2] == "all"}
		for name := range strings.SplitSeq(cells[2], ",") {
			r.imports = append(r.imports, strings.TrimSpace(name))
		}
		rooms[cells[0]] = r
	}
	for _, p := range goList(t) {
		name, ours := short(p.ImportPath)
		if !ours {
			continue
		}
		r, known := rooms[name]
		if !known {
			t.Errorf("package %s has no row in ARCHITECTURE.md", name)
			continue
		}
		for _, imp := range p.Imports {
			if dep, ours := short(imp); ours && !r.all && !slices.Contains(r.imports, dep) {
				t.Errorf("%s imports %s, which its row in ARCHITECTURE.md does not allow", name, dep)
			}
		}
	}
}

func TestModulesHaveAHome(t *testing.T) {
	type home struct{ module, in string }
	var homes []home
	for _, cells := range tableRows(t, architecture(t), "Third-party modules") {
		homes = append(homes, home{cells[0], cells[1]})
	}
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(mod)) {
		f := strings.Fields(strings.TrimPrefix(strings.TrimSpace(line), "require "))
		if len(f) < 2 || !strings.HasPrefix(f[1], "v") || strings.Contains(line, "// indirect") {
			continue
		}
		if !slices.ContainsFunc(homes, func(h home) bool { return h.module == f[0] }) {
			t.Errorf("go.mod requires %s, which ARCHITECTURE.md does not name with its reason", f[0])
		}
	}
	for _, p := range goList(t) {
		name, _ := short(p.ImportPath)
		for _, imp := range p.Imports {
			for _, h := range homes {
				if imp != h.module && !strings.HasPrefix(imp, h.module+"/") {
					continue
				}
				allowed := slices.ContainsFunc(strings.Split(h.in, ","), func(in string) bool {
					ok, _ := path.Match(strings.TrimSpace(in), name)
					return ok
				})
				if !allowed {
					t.Errorf("%s imports %s, whose home is %s", name, imp, h.in)
				}
			}
		}
	}
}
