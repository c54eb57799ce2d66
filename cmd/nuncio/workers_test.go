package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// One worker and two write the same bytes, over the examples and over a day's
// work of a news agency where the data folder has it.
func TestWorkersAgree(t *testing.T) {
	inputs := []string{exampleDir}
	if name := agencyStories(t, 200); name != "" {
		inputs = append(inputs, name)
	}
	code := func(workers string) string {
		var out, err bytes.Buffer
		args := append([]string{"code", "--format", "json", "--workers", workers}, inputs...)
		if exit := run(t.Context(), args, streams{strings.NewReader(""), &out, &err}); exit > 1 { // 1: some stories are not in English
			t.Fatalf("exit status %d: %s", exit, err.String())
		}
		return out.String()
	}
	one, two := code("1"), code("2")
	if one == two {
		return
	}
	a, b := strings.Split(one, "\n"), strings.Split(two, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("record %d of one worker:\n%.2000s\nof two:\n%.2000s", i+1, a[i], b[i])
		}
	}
	t.Fatalf("one worker writes %d records, two %d", len(a), len(b))
}

// agencyStories writes so many stories of the data folder to a file; "" where
// there is none.
func agencyStories(t *testing.T, n int) string {
	root := os.Getenv("NUNCIO_SHARED")
	if root == "" {
		root = "../../../shared"
	}
	f, err := os.Open(filepath.Join(root, "data/news/kcna/kcna_2011.jsonl.gz"))
	if err != nil {
		t.Logf("examples only: %v", err)
		return ""
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for range n {
		if !lines.Scan() {
			break
		}
		out.Write(lines.Bytes())
		out.WriteByte('\n')
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "stories.jsonl")
	if err := os.WriteFile(name, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
