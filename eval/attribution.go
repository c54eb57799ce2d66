package eval

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nuncio"
)

// GoldAttribution is one attribution as an annotator marked it: byte spans of
// the text, a role left empty when the text hides it.
type GoldAttribution struct {
	Source, Cue, Content []nuncio.Span
}

// AttributionFile is one annotated text.
type AttributionFile struct {
	Name         string
	Text         string
	Attributions []GoldAttribution
}

// ReadAttributions reads a folder of brat files as PolNeAR has them
// (attributions/NAME_annotator.ann beside text/NAME.txt), in the order of their
// names.
func ReadAttributions(dir string) ([]AttributionFile, error) {
	anns, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, fmt.Errorf("attributions in %s: %w", dir, err)
	}
	if len(anns) == 0 {
		return nil, fmt.Errorf("attributions in %s: %w: want attributions/*.ann beside text/*.txt", dir, fs.ErrNotExist)
	}
	slices.Sort(anns)
	var out []AttributionFile
	for _, ann := range anns {
		stem := strings.TrimSuffix(filepath.Base(ann), ".ann")
		if i := strings.LastIndexByte(stem, '_'); i >= 0 {
			stem = stem[:i]
		}
		text, err := os.ReadFile(filepath.Join(dir, "text", stem+".txt"))
		if err != nil {
			return nil, fmt.Errorf("text of %s: %w", filepath.Base(ann), err)
		}
		marks, err := os.ReadFile(ann)
		if err != nil {
			return nil, fmt.Errorf("attributions: %w", err)
		}
		f := AttributionFile{Name: stem, Text: string(text)}
		f.Attributions = ParseBrat(string(marks), f.Text)
		out = append(out, f)
	}
	return out, nil
}

// ParseBrat reads the attributions of one brat stand-off file; its spans count
// code points and are turned into bytes of text. Lines that are not of the form
// are passed over, as are attributions without cue or content.
func ParseBrat(ann, text string) []GoldAttribution {
	at := byteOffsets(text)
	spans := map[string][]nuncio.Span{}
	var out []GoldAttribution
	sc := bufio.NewScanner(strings.NewReader(ann))
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		id, rest, ok := strings.Cut(sc.Text(), "\t")
		if !ok || id == "" {
			continue
		}
		body, _, _ := strings.Cut(rest, "\t")
		switch id[0] {
		case 'T':
			_, list, _ := strings.Cut(body, " ")
			spans[id] = parseSpans(list, at)
		case 'E':
			var g GoldAttribution
			for arg := range strings.FieldsSeq(body) {
				role, ref, _ := strings.Cut(arg, ":")
				switch strings.TrimRight(role, "0123456789") {
				case "Source":
					g.Source = append(g.Source, spans[ref]...)
				case "Cue":
					g.Cue = append(g.Cue, spans[ref]...)
				case "Content":
					g.Content = append(g.Content, spans[ref]...)
				}
			}
			if len(g.Cue) > 0 && len(g.Content) > 0 {
				out = append(out, g)
			}
		}
	}
	return out
}

func parseSpans(list string, at []int) []nuncio.Span {
	var out []nuncio.Span
	for piece := range strings.SplitSeq(list, ";") {
		a, b, _ := strings.Cut(piece, " ")
		from, err1 := strconv.Atoi(a)
		to, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || from < 0 || to <= from || to >= len(at) {
			continue
		}
		out = append(out, nuncio.Span{Start: at[from], End: at[to]})
	}
	return out
}

// byteOffsets maps each code point's number, and the end, to its byte.
func byteOffsets(text string) []int {
	at := make([]int, 0, utf8.RuneCountInString(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}
