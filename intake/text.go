package intake

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"nuncio"
)

// readText reads one report from plain text.
func (r *Reader) readText(src *source, opt Options, y yield) {
	fail := func(reason string, err error) {
		y(nuncio.Report{}, &InputError{Name: src.name, Reason: reason, Err: err})
	}
	b, err := io.ReadAll(io.LimitReader(src, int64(opt.Limits.Report)*2+4))
	if err != nil {
		var ie *InputError
		if errors.As(err, &ie) {
			y(nuncio.Report{}, ie)
			return
		}
		fail("cannot be read to its end", err)
		return
	}
	if len(b) > opt.Limits.Report && (wide(b) == 0 || len(b) > opt.Limits.Report*2) {
		fail(fmt.Sprintf("longer than the limit of %d bytes for one report", opt.Limits.Report), ErrLimit)
		return
	}
	if n := longestLine(b); n > opt.Limits.Line {
		fail(fmt.Sprintf("a line of %d bytes is longer than the limit of %d for one line", n, opt.Limits.Line), ErrLimit)
		return
	}
	s, warnings := decode(b, declaredCharset(b, opt.Charset))
	if err := readable(s); err != nil {
		fail(err.Error(), nil)
		return
	}
	rep := nuncio.Report{Warnings: warnings}
	rep.Text = header(s, &rep)
	if strings.TrimSpace(rep.Text) == "" && rep.Title == "" {
		fail("has a header but no text", nil)
		return
	}
	r.finish(&rep, opt)
	y(rep, nil)
}

func longestLine(b []byte) int {
	longest, start := 0, 0
	for i, c := range b {
		if c == '\n' {
			longest = max(longest, i-start)
			start = i + 1
		}
	}
	return max(longest, len(b)-start)
}
