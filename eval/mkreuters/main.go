// Mkreuters writes the stories of Reuters-21578 as reports, one JSON object a line, for timing.
//
//	go run ./eval/mkreuters -n 1500 ../shared/data/news/reuters21578 > reuters.jsonl
//
// In: the folder with the collection's reut2-*.sgm.gz. Out: the first n stories that have a body, in the
// order of the files, with title, day and paragraphs; "Reuter" at the end of a body is left out.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

type report struct {
	Title     string `json:"title"`
	Published string `json:"published"`
	Publisher string `json:"publisher"`
	Text      string `json:"text"`
}

var (
	body      = regexp.MustCompile(`(?s)<BODY>(.*?)</BODY>`)
	title     = regexp.MustCompile(`(?s)<TITLE>(.*?)</TITLE>`)
	day       = regexp.MustCompile(`<DATE>\s*(\d+-[A-Z]{3}-\d{4})`)
	paragraph = regexp.MustCompile(`\n {4,}`)
	sign      = regexp.MustCompile(`(?i)\s*reuter\s*$`)
)

func main() {
	n := flag.Int("n", 0, "stories to write; 0: all")
	flag.Parse()
	if err := run(flag.Arg(0), *n); err != nil {
		fmt.Fprintln(os.Stderr, "mkreuters:", err)
		os.Exit(1)
	}
}

func run(dir string, n int) error {
	files, err := filepath.Glob(filepath.Join(dir, "reut2-*.sgm.gz"))
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no reut2-*.sgm.gz in %q: give the folder of Reuters-21578", dir)
	}
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	left := n
	for _, name := range files {
		text, err := read(name)
		if err != nil {
			return err
		}
		for _, story := range strings.Split(text, "<REUTERS ")[1:] {
			r, ok := parse(story)
			if !ok {
				continue
			}
			if err := enc.Encode(r); err != nil {
				return err
			}
			if left--; left == 0 {
				return out.Flush()
			}
		}
	}
	return out.Flush()
}

func read(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return strings.ToValidUTF8(string(b), "?"), nil
}

// parse reads one story; those without a body or a day are left out.
func parse(story string) (report, bool) {
	b, d := body.FindStringSubmatch(story), day.FindStringSubmatch(story)
	if b == nil || d == nil {
		return report{}, false
	}
	on, err := time.Parse("2-Jan-2006", d[1])
	if err != nil {
		return report{}, false
	}
	r := report{Published: on.Format(time.DateOnly), Publisher: "Reuters"}
	if t := title.FindStringSubmatch(story); t != nil {
		r.Title = plain(t[1])
	}
	var paragraphs []string
	for _, p := range paragraph.Split(sign.ReplaceAllString(strings.TrimSpace(strings.ReplaceAll(b[1], "&#3;", "")), ""), -1) {
		if p = plain(p); p != "" {
			paragraphs = append(paragraphs, p)
		}
	}
	r.Text = strings.Join(paragraphs, "\n\n")
	return r, true
}

// plain is the text of SGML in one line.
func plain(s string) string { return strings.Join(strings.Fields(html.UnescapeString(s)), " ") }
