package codebook

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"

	"nuncio/data"
)

// plain turns a node into what a full YAML reader gives.
func plain(n *node) any {
	switch n.kind {
	case listNode:
		out := []any{}
		for i := range n.list {
			out = append(out, plain(&n.list[i]))
		}
		return out
	case mapNode:
		out := map[string]any{}
		for i := range n.keys {
			out[n.keys[i].key] = plain(&n.keys[i].value)
		}
		return out
	}
	return n.scalar
}

// texts makes every scalar a string, as the rule reader has them.
func texts(v any) any {
	switch v := v.(type) {
	case []any:
		out := []any{}
		for _, x := range v {
			out = append(out, texts(x))
		}
		return out
	case map[string]any:
		out := map[string]any{}
		for k, x := range v {
			out[k] = texts(x)
		}
		return out
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}

func TestReadsAsAFullYAMLReaderDoes(t *testing.T) {
	names, err := fs.Glob(data.FS, "codebook/*.yaml")
	if err != nil || len(names) < 15 {
		t.Fatalf("%d rule files, %v", len(names), err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(data.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		n, err := readYAML(name, string(src))
		if err != nil {
			t.Fatal(err)
		}
		var full any
		if err := yaml.Unmarshal(src, &full); err != nil {
			t.Fatalf("%s is no YAML: %v", name, err)
		}
		if diff := cmp.Diff(texts(full), plain(&n)); diff != "" {
			t.Errorf("%s reads otherwise (-full +ours):\n%s", name, diff)
		}
	}
}

func TestReadRefusesWithLine(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"tab", "class: X\n\trules: y", "f:2: a tab"},
		{"open list", "a: [b, c\n", "f:1: a list opened"},
		{"colon", "a:\n- b: c: d", "f:2: \"c: d\" holds a colon"},
		{"block scalar", "a: |\n  b", "f:1: a value cannot begin with"},
		{"twice", "a: b\na: c", "f:2: key \"a\" stands twice"},
		{"odd indent", "a:\n    - b\n  - c", "f:3: "},
		{"open quote", "a: \"b", "f:1: a quote is never closed"},
		{"too deep", "a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h:\n        i:\n         j: k", "nested deeper"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := readYAML("f", tt.src)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

func TestTemplatesThatAreRefused(t *testing.T) {
	c := compiler{words: map[string][]string{"deal": {"deal"}}, intern: (&Codebook{ids: map[string]int32{}}).temporary(), kinds: kindNames()}
	tests := []struct{ template, want string }{
		{"", "empty"},
		{"ACTOR", "no verb"},
		{"ACTOR sign $pact", "no word class"},
		{"ACTOR sign (deal", "never closed"},
		{"ACTOR sign deal with", "nothing follows a preposition"},
		{"ACTOR visit RECIPIENT@planet", "no kind"},
		{"ACTOR Visit RECIPIENT", "small letters"},
		{"ACTOR talk (with|loud) RECIPIENT", "mixes prepositions"},
		{"ACTOR sign deal [with RECIPIENT", "never closed"},
		{"CONTENT please ACTOR", "CONTENT cannot be the subject"},
	}
	for _, tt := range tests {
		if _, err := c.compile(tt.template); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: got %v, want %q", tt.template, err, tt.want)
		}
	}
	for _, good := range []string{"ACTOR sign $deal with RECIPIENT", "ACTOR's deal with RECIPIENT", "NOBODY send ACTOR to RECIPIENT", "ACTOR agree to end deal with RECIPIENT"} {
		if _, err := c.compile(good); err != nil {
			t.Errorf("%q: %v", good, err)
		}
	}
}

func FuzzRuleFile(f *testing.F) {
	names, _ := fs.Glob(data.FS, "codebook/*.yaml")
	for _, name := range names {
		src, _ := fs.ReadFile(data.FS, name)
		f.Add(string(src[:min(len(src), 1500)]))
	}
	f.Add("class: X\nrules:\n- id: a\n  match: [\"ACTOR (a|b_off) to CONTENT\"]\n  yes: 'x | a > b'\n")
	classes := "event\tquad\tcameo\tmodes\nX\t1\t040\t\n"
	codes := "code\tgoldstein\tevent\tmode\tcontext\tname\n040\t1.0\tX\t\t\tx\n"
	f.Fuzz(func(t *testing.T, src string) {
		b, err := Load(mapFS{"classes.tsv": classes, "cameo.tsv": codes, "x.yaml": src})
		if err == nil {
			b.Lint()
		}
	})
}

func FuzzImport(f *testing.F) {
	f.Add("--- VISIT [042] ---\nVISIT\nTOUR_OF [040]\n- * + [042] # x\n- % * [040:040]\n&SET\n+A_B\n- * &SET TO + [---]\n")
	sub, _ := fs.Sub(data.FS, "codebook")
	book, err := Load(sub)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 5000 {
			return
		}
		for _, file := range book.Import(src).Files {
			if _, err := readYAML(file.Name, file.Text); err != nil {
				t.Fatalf("wrote what it cannot read: %v\n%s", err, file.Text)
			}
		}
	})
}

func TestBeAmongVerbsIsATemplateOfItsOwn(t *testing.T) {
	for text, want := range map[string]string{
		"RECIPIENT (be|come|remain) under attack": "RECIPIENT be under attack + RECIPIENT (come|remain) under attack",
		"ACTOR be (ready|willing) to CONTENT":     "ACTOR be (ready|willing) to CONTENT",
		"ACTOR (go|walk_out) on strike":           "ACTOR (go|walk_out) on strike",
	} {
		if got := strings.Join(withBe(text), " + "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
