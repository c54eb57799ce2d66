package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

// sniffed is how much of an input is looked at to tell its kind.
const sniffed = 8 << 10

// open unpacks an input and tells its kind.
func open(name string, in io.Reader, opt Options) (*source, error) {
	c := &counter{r: in, name: name, limit: opt.Limits.Input}
	src := &source{name: name, Reader: bufio.NewReaderSize(c, 64<<10)}
	head, err := src.Peek(sniffed)
	if err != nil && err != io.EOF && len(head) == 0 {
		return nil, &InputError{Name: name, Reason: "cannot be read", Err: err}
	}
	inner := name
	packed := bytes.HasPrefix(head, []byte{0x1f, 0x8b})
	if packed && (opt.Format == FormatWARC || opt.Format == "" && packedWARC(head)) {
		src.format, src.packed = FormatWARC, true
		return src, nil
	}
	if packed {
		z, err := gzip.NewReader(src.Reader)
		if err != nil {
			return nil, &InputError{Name: name, Reason: "damaged gzip", Err: err}
		}
		c = &counter{r: z, name: name, limit: opt.Limits.Input}
		src = &source{name: name, Reader: bufio.NewReaderSize(c, 64<<10)}
		if head, err = src.Peek(sniffed); err != nil && err != io.EOF && len(head) == 0 {
			return nil, &InputError{Name: name, Reason: "damaged gzip", Err: err}
		}
		inner = strings.TrimSuffix(name, ".gz")
	}
	if src.format = opt.Format; src.format == "" {
		if src.format, err = sniff(head, inner); err != nil {
			return nil, &InputError{Name: name, Reason: err.Error()}
		}
	}
	return src, nil
}

// packedWARC reports whether the first gzip member unpacks to a WARC record.
func packedWARC(head []byte) bool {
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err != nil {
		return false
	}
	var first [5]byte
	_, err = io.ReadFull(z, first[:])
	return err == nil && string(first[:]) == "WARC/"
}

// signatures of files that hold no text, by their first bytes.
var signatures = []struct{ magic, what string }{
	{"%PDF-", "a PDF document: convert it to text first"},
	{"PK\x03\x04", "a ZIP archive or office document: unpack or convert it first"},
	{"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"GIF8", "an image"},
	{"\x7fELF", "a program"}, {"MZ\x90", "a program"},
	{"SQLite format 3\x00", "a database"},
	{"PAR1", "a Parquet file"},
	{"BZh", "a bzip2 archive: unpack it first"}, {"\xfd7zXZ", "an xz archive: unpack it first"},
	{"\x28\xb5\x2f\xfd", "a zstd archive: unpack it first"},
	{"{\\rtf", "an RTF document: convert it to text first"},
	{"\xd0\xcf\x11\xe0", "an office document: convert it to text first"},
}

// sniff tells a kind of input by its first bytes, then by its name.
func sniff(head []byte, name string) (Format, error) {
	if len(bytes.TrimSpace(head)) == 0 {
		return "", errEmpty
	}
	if bytes.HasPrefix(head, []byte("WARC/")) { // its records may hold anything
		return FormatWARC, nil
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return "", fmt.Errorf("%s, not a report", s.what)
		}
	}
	if wide(head) == 0 && binary(head) {
		return "", errBinary
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if w := wide(head); w != 0 {
		start = bytes.TrimLeft(bytes.ReplaceAll(head[min(2, len(head)):], []byte{0}, nil), " \t\r\n")
	}
	switch {
	case len(start) > 0 && start[0] == '<' && bytes.Contains(start, []byte("<Sentence")):
		return FormatXML, nil
	case looksLikeFeed(start):
		return FormatFeed, nil
	case looksLikeJSON(start):
		return FormatJSONL, nil
	case looksLikeHTML(start):
		return FormatHTML, nil
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".jsonl", ".ndjson", ".json":
		return FormatJSONL, nil
	case ".html", ".htm", ".xhtml":
		return FormatHTML, nil
	case ".warc":
		return FormatWARC, nil
	case ".rss", ".atom":
		return FormatFeed, nil
	}
	return FormatText, nil
}

// looksLikeJSON reports whether an object begins: a brace, then a quoted key or the end.
func looksLikeJSON(b []byte) bool {
	if len(b) == 0 || b[0] != '{' {
		return false
	}
	rest := bytes.TrimLeft(b[1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '"' || rest[0] == '}')
}

// looksLikeFeed reports the outer element of RSS or Atom, or the version of a JSON feed.
func looksLikeFeed(b []byte) bool {
	if len(b) == 0 || b[0] != '<' && b[0] != '{' {
		return false
	}
	if b[0] == '{' {
		return bytes.Contains(b[:min(len(b), 1024)], []byte(`://jsonfeed.org/version`))
	}
	for _, tag := range [...]string{"<rss", "<feed", "<rdf:RDF"} {
		if i := bytes.Index(b, []byte(tag)); i >= 0 && !bytes.Contains(bytes.ToLower(b[:i]), []byte("<html")) {
			return true
		}
	}
	return false
}

// looksLikeHTML reports markup that begins with, or soon holds, the outer elements of a page.
func looksLikeHTML(b []byte) bool {
	if len(b) == 0 || b[0] != '<' {
		return false
	}
	b = bytes.ToLower(b)
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.Contains(b, []byte(tag)) {
			return true
		}
	}
	return false
}

// wide tells UTF-16 by its mark or by the zero bytes of its Latin letters:
// 'l' for little endian, 'b' for big, 0 for neither.
func wide(b []byte) byte {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return 'l'
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return 'b'
	}
	n := min(len(b)&^1, 512)
	if n < 8 {
		return 0
	}
	even, odd := 0, 0
	for i := 0; i < n; i += 2 {
		if b[i] == 0 {
			even++
		}
		if b[i+1] == 0 {
			odd++
		}
	}
	switch {
	case odd > n*2/5 && even == 0:
		return 'l'
	case even > n*2/5 && odd == 0:
		return 'b'
	}
	return 0
}

// binary reports bytes that no text has: zeros, or many control characters.
func binary(b []byte) bool {
	controls, zeros := 0, 0
	for _, c := range b {
		switch {
		case c == 0:
			zeros++
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b, c == 0x7f:
			controls++
		}
	}
	if zeros > 2 || controls*20 > len(b)+40 {
		return true
	}
	if utf8.Valid(b) {
		return false
	}
	// Random bytes: hardly any run of letters among many high bytes.
	letters, high := 0, 0
	for _, c := range b {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == ' ' {
			letters++
		} else if c >= 0x80 {
			high++
		}
	}
	return controls > 4 && letters < high
}
