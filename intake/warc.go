package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"nuncio"
)

// readWARC reads every HTML response of a web archive (ISO 28500), plain or with one
// gzip member a record. A damaged record is named by its place, and reading goes
// on with the next one that can be found.
func (r *Reader) readWARC(ctx context.Context, src *source, opt Options, y yield) {
	in := &archive{in: src.Reader, packed: src.packed}
	lost := false // after a damaged record, until a whole one is found
	for ctx.Err() == nil {
		at := in.offset
		rec, err := in.next(opt.Limits.Page)
		if err == io.EOF {
			return
		}
		if err != nil {
			ie := &InputError{Name: src.name, Offset: at, Reason: "damaged record", Err: err}
			var stop *InputError
			if errors.As(err, &stop) {
				y(nuncio.Report{}, stop)
				return
			}
			if !lost && !y(nuncio.Report{}, ie) || !in.resume() {
				return
			}
			lost = true
			continue
		}
		lost = false
		rep, skip, err := r.response(rec, opt)
		switch {
		case skip:
		case err != nil:
			ie := &InputError{Name: src.name, Offset: at, Reason: rec.header.Get("WARC-Target-URI"), Err: err}
			if !y(nuncio.Report{}, ie) {
				return
			}
		case !y(rep, nil):
			return
		}
	}
}

// record is one record of an archive.
type record struct {
	header textproto.MIMEHeader
	body   []byte
	cut    bool // the body was longer than the limit
}

// archive walks the records of a WARC file.
type archive struct {
	in     *bufio.Reader
	packed bool  // each record is a gzip member
	offset int64 // of the next record, in the bytes of the file
}

// next reads a record; of a body it keeps at most limit bytes.
func (a *archive) next(limit int) (*record, error) {
	if !a.packed {
		rec, n, err := readRecord(a.in, limit)
		a.offset += n
		return rec, err
	}
	if _, err := a.in.Peek(1); err != nil {
		return nil, err
	}
	c := &tally{r: a.in}
	z, err := gzip.NewReader(c)
	if err != nil {
		return nil, fmt.Errorf("gzip: %w", err)
	}
	z.Multistream(false)
	rec, _, err := readRecord(bufio.NewReader(z), limit)
	if err == nil || err == io.EOF {
		_, drain := io.Copy(io.Discard, z)
		if drain != nil {
			err = fmt.Errorf("gzip: %w", drain)
		} else if err == io.EOF {
			err = errors.New("an empty member")
		}
	}
	a.offset += c.n
	return rec, err
}

// tally counts bytes and reads one by one where gzip asks for that.
type tally struct {
	r *bufio.Reader
	n int64
}

func (t *tally) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	t.n += int64(n)
	return n, err
}

func (t *tally) ReadByte() (byte, error) {
	b, err := t.r.ReadByte()
	if err == nil {
		t.n++
	}
	return b, err
}

// resume moves to what looks like the next record.
func (a *archive) resume() bool {
	mark := []byte("WARC/1.")
	if a.packed {
		mark = []byte{0x1f, 0x8b, 8}
	}
	for {
		b, err := a.in.Peek(len(mark))
		if err != nil {
			return false
		}
		if bytes.Equal(b, mark) {
			return true
		}
		_, _ = a.in.Discard(1)
		a.offset++
	}
}

// readRecord reads version, header and body; n is the number of bytes taken.
func readRecord(in *bufio.Reader, limit int) (rec *record, n int64, err error) {
	var version string
	for version == "" { // blank lines stand between records
		line, err := in.ReadSlice('\n')
		n += int64(len(line))
		if version = strings.TrimSpace(string(line)); version == "" && err != nil && err != bufio.ErrBufferFull {
			return nil, n, err
		}
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, n, fmt.Errorf("%q where WARC/1.x is wanted", clip(version))
	}
	head, err := readHead(in, 64<<10)
	n += int64(len(head))
	if err != nil {
		return nil, n, err
	}
	header, err := textproto.NewReader(bufio.NewReader(strings.NewReader(head))).ReadMIMEHeader()
	if err != nil {
		return nil, n, fmt.Errorf("header: %w", err)
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, n, fmt.Errorf("content length %q", header.Get("Content-Length"))
	}
	rec = &record{header: header, cut: length > int64(limit)}
	var body bytes.Buffer
	keep := int64(0)
	if rec.wanted() {
		if keep = length; rec.cut {
			keep = min(length, 8<<10) // enough to see what it is
		}
	}
	got, err := io.CopyN(&body, in, keep)
	if err == nil {
		var rest int64
		rest, err = io.CopyN(io.Discard, in, length-keep)
		got += rest
	}
	rec.body = body.Bytes()
	n += got
	if err == io.EOF {
		err = fmt.Errorf("ends after %d of %d bytes: %w", got, length, io.ErrUnexpectedEOF)
	}
	return rec, n, err
}

// readHead reads lines to the blank one.
func readHead(in *bufio.Reader, limit int) (string, error) {
	var b strings.Builder
	lineStart := 0
	for b.Len() < limit {
		c, err := in.ReadByte()
		if err != nil {
			return b.String(), fmt.Errorf("header: %w", io.ErrUnexpectedEOF)
		}
		b.WriteByte(c)
		if c == '\n' {
			if strings.TrimSpace(b.String()[lineStart:]) == "" {
				return b.String(), nil
			}
			lineStart = b.Len()
		}
	}
	return b.String(), fmt.Errorf("header longer than the limit of %d bytes: %w", limit, ErrLimit)
}

func (rec *record) wanted() bool {
	t := rec.header.Get("WARC-Type")
	return t == "response" || t == "resource"
}

// response reads the page of a record; skip says that it holds none.
func (r *Reader) response(rec *record, opt Options) (rep nuncio.Report, skip bool, err error) {
	if !rec.wanted() {
		return rep, true, nil
	}
	tooLong := fmt.Errorf("longer than the limit of %d bytes for one page: %w", opt.Limits.Page, ErrLimit)
	body, contentType := rec.body, rec.header.Get("Content-Type")
	if strings.HasPrefix(contentType, "application/http") {
		resp, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(rec.body)), nil)
		if err != nil {
			return rep, false, fmt.Errorf("no HTTP response: %w", err)
		}
		defer resp.Body.Close()
		contentType = resp.Header.Get("Content-Type")
		if resp.StatusCode != http.StatusOK || !isHTML(contentType) {
			return rep, true, nil
		}
		if rec.cut {
			return rep, false, tooLong
		}
		var in io.Reader = resp.Body
		if strings.EqualFold(resp.Header.Get("Content-Encoding"), "gzip") {
			if in, err = gzip.NewReader(in); err != nil {
				return rep, false, err
			}
		}
		if body, err = io.ReadAll(io.LimitReader(in, int64(opt.Limits.Page)+1)); err != nil {
			return rep, false, err
		}
	} else if !isHTML(contentType) {
		return rep, true, nil
	} else if rec.cut {
		return rep, false, tooLong
	}
	_, params, _ := mime.ParseMediaType(contentType)
	p, err := r.parsePage(body, rec.header.Get("WARC-Target-URI"), opt.Limits.Page, params["charset"])
	if err != nil {
		return rep, false, err
	}
	rep = p.report()
	if rep.Published.IsZero() {
		if d, err := parseDate(rec.header.Get("WARC-Date")); err == nil {
			rep.Published, rep.Basis = d, nuncio.DateFromWARC
			warn(&rep, "the page gives no date: the day of its capture was taken")
		}
	}
	r.finish(&rep, opt)
	return rep, false, nil
}

func isHTML(contentType string) bool {
	t, _, _ := mime.ParseMediaType(contentType)
	return t == "text/html" || t == "application/xhtml+xml"
}
