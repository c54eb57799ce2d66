package intake

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"nuncio"
)

// keys are the names under which a line's fields are found, the first that is
// filled counts: our own, then those of NGEC and of common crawls.
var keys = struct{ text, date, title, outlet, url, language []string }{
	text:     []string{"text", "event_text", "body", "content", "story"},
	date:     []string{"date", "published", "pub_date", "publication_date", "date_published", "published_at", "publish_date"},
	title:    []string{"title", "headline"},
	outlet:   []string{"outlet", "source", "publisher", "source_name"},
	url:      []string{"url", "link"},
	language: []string{"language", "lang"},
}

// readJSONL reads one report a line; a bad line is named and passed over.
func (r *Reader) readJSONL(ctx context.Context, src *source, opt Options, y yield) {
	limit := opt.Limits.Report + opt.Limits.Line
	in := src.Reader
	if head, _ := in.Peek(64); wide(head) != 0 {
		in = bufio.NewReaderSize(utf16Reader(in, wide(head)), 64<<10)
	}
	for number := 1; ctx.Err() == nil; number++ {
		line, tooLong, err := readLine(in, limit)
		fail := func(reason string, cause error) bool {
			return y(nuncio.Report{}, &InputError{Name: src.name, Line: number, Reason: reason, Err: cause})
		}
		if number == 1 {
			line = trimMark(line)
		}
		switch {
		case tooLong:
			if !fail(fmt.Sprintf("longer than the limit of %d bytes for one line", limit), ErrLimit) {
				return
			}
		case len(bytes.TrimSpace(line)) > 0:
			rep, bad := r.jsonReport(line, opt)
			if bad != nil {
				if !y(nuncio.Report{}, &InputError{Name: src.name, Line: number, Reason: bad.Reason, Err: bad.Err}) {
					return
				}
			} else if !y(rep, nil) {
				return
			}
		}
		if err == io.EOF {
			return
		}
		if err != nil {
			var ie *InputError
			if errors.As(err, &ie) {
				y(nuncio.Report{}, ie)
				return
			}
			fail("cannot be read further", err)
			return
		}
	}
}

// readLine reads to the next line break and keeps at most limit bytes in memory.
func readLine(in *bufio.Reader, limit int) (line []byte, tooLong bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !tooLong {
			if line = append(line, part...); len(line) > limit+1 {
				line, tooLong = nil, true
			}
		}
		if err != bufio.ErrBufferFull {
			return line, tooLong, err
		}
	}
}

// jsonReport reads one line.
func (r *Reader) jsonReport(line []byte, opt Options) (nuncio.Report, *InputError) {
	s, warnings := decode(line, opt.Charset)
	var object map[string]json.RawMessage
	if err := json.Unmarshal([]byte(s), &object); err != nil {
		return nuncio.Report{}, &InputError{Reason: "broken JSON", Err: err}
	}
	rep := nuncio.Report{Warnings: warnings}
	var bad *InputError
	field := func(names []string) string {
		for _, name := range names {
			v, err := jsonString(object[name])
			if err != nil && bad == nil {
				bad = &InputError{Reason: fmt.Sprintf("field %q", name), Err: err}
			}
			if v != "" {
				return v
			}
		}
		return ""
	}
	rep.Text, rep.Title, rep.Outlet = field(keys.text), field(keys.title), field(keys.outlet)
	rep.URL, rep.Language = field(keys.url), field(keys.language)
	date := field(keys.date)
	switch {
	case bad != nil:
		return rep, bad
	case strings.TrimSpace(rep.Text) == "" && strings.TrimSpace(rep.Title) == "":
		return rep, &InputError{Reason: `no report: neither "text" nor "title" holds words`}
	case len(rep.Text) > opt.Limits.Report:
		return rep, &InputError{Reason: fmt.Sprintf("longer than the limit of %d bytes for one report", opt.Limits.Report), Err: ErrLimit}
	}
	if rep.Text != "" {
		if err := readable(rep.Text); err != nil {
			return rep, &InputError{Reason: err.Error()}
		}
	}
	if n := strings.Count(rep.Text, "\uFFFD"); n > 0 && len(warnings) == 0 {
		warn(&rep, "%d characters are U+FFFD: they were lost before or are no characters", n)
	}
	if date != "" {
		d, err := parseDate(date)
		setDate(&rep, d, err, nuncio.DateFromField)
	}
	r.finish(&rep, opt)
	return rep, nil
}

// jsonString is a string, or a number as it is written; null and absence are "".
func jsonString(raw json.RawMessage) (string, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return "", nil
	}
	var s string
	if raw[0] == '"' {
		err := json.Unmarshal(raw, &s)
		return s, err
	}
	var n json.Number
	if err := json.Unmarshal(raw, &n); err != nil {
		return "", fmt.Errorf("holds neither a string nor a number: %.40s", raw)
	}
	return n.String(), nil
}
