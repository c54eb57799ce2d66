package intake

import (
	"bufio"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"nuncio"
)

// petrarchSentence is an element of PETRARCH's and UniversalPetrarch's input:
//
//	<Sentence date="20080801" id="1" source="AFP" sentence="true"><Text>…</Text></Sentence>
type petrarchSentence struct {
	Date   string `xml:"date,attr"`
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Text   string `xml:"Text"`
}

// readPETRARCH reads one report an element; a broken element is named by its place
// and passed over.
func (r *Reader) readPETRARCH(ctx context.Context, src *source, opt Options, y yield) {
	in := &elements{in: src.Reader}
	for found := false; ctx.Err() == nil; found = true {
		raw, at, err := in.next("<Sentence", "</Sentence>", opt.Limits.Report+opt.Limits.Line)
		fail := func(reason string, err error) bool {
			return y(nuncio.Report{}, &InputError{Name: src.name, Offset: at, Reason: reason, Err: err})
		}
		switch {
		case err == io.EOF:
			if !found {
				fail("no element <Sentence>: not PETRARCH's XML", nil)
			}
			return
		case errors.Is(err, ErrLimit):
			if !fail("an element is too long", err) {
				return
			}
			continue
		case err != nil:
			fail("cannot be read further", err)
			return
		}
		rep, err := r.petrarchReport(raw, opt)
		if err != nil {
			if !fail("broken element", err) {
				return
			}
		} else if !y(rep, nil) {
			return
		}
	}
}

func (r *Reader) petrarchReport(raw []byte, opt Options) (nuncio.Report, error) {
	s, warnings := decode(raw, opt.Charset)
	var e petrarchSentence
	d := xml.NewDecoder(strings.NewReader(s))
	d.Strict = false // "AT&T" stands unescaped in files that people use
	d.Entity = xml.HTMLEntity
	if err := d.Decode(&e); err != nil {
		return nuncio.Report{}, err
	}
	rep := nuncio.Report{Outlet: e.Source, Text: strings.TrimSpace(e.Text), Warnings: warnings}
	if err := readable(rep.Text); err != nil {
		return rep, err
	}
	if e.Date != "" {
		date, err := parseDate(e.Date)
		setDate(&rep, date, err, nuncio.DateFromXML)
	}
	r.finish(&rep, opt)
	return rep, nil
}

// elements cuts a stream at an element's tags without parsing what lies between,
// so that one broken element does not cost those after it.
type elements struct {
	in     *bufio.Reader
	offset int64
}

// next gives the bytes of the next element and where it began.
func (e *elements) next(open, shut string, limit int) (raw []byte, at int64, err error) {
	for {
		if err := e.skipTo(open); err != nil {
			return nil, e.offset, err
		}
		// "<Sentences>" begins like "<Sentence".
		if b, _ := e.in.Peek(len(open) + 1); len(b) > len(open) && strings.IndexByte(" \t\r\n>", b[len(open)]) >= 0 {
			break
		}
		e.discard(1)
	}
	at = e.offset
	for {
		part, err := e.in.ReadSlice('>')
		e.offset += int64(len(part))
		if len(raw) <= limit {
			raw = append(raw, part...)
		}
		switch {
		case err != nil && err != bufio.ErrBufferFull:
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return nil, at, err
		case bytes.HasSuffix(part, []byte(shut)) || bytes.HasSuffix(raw, []byte(shut)):
			return raw, at, nil
		case len(raw) > limit:
			return nil, at, fmt.Errorf("longer than the limit of %d bytes: %w", limit, ErrLimit)
		}
	}
}

func (e *elements) discard(n int) {
	n, _ = e.in.Discard(n)
	e.offset += int64(n)
}

func (e *elements) skipTo(mark string) error {
	for {
		b, err := e.in.Peek(max(len(mark), e.in.Buffered()))
		if i := bytes.Index(b, []byte(mark)); i >= 0 {
			e.discard(i)
			return nil
		}
		if err != nil {
			return err
		}
		if n := len(b) - len(mark) + 1; n > 0 {
			e.discard(n)
		}
	}
}
