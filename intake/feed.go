package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"nuncio"
)

// Fetch gets the page behind a feed's entry.
type Fetch func(ctx context.Context, address string) (io.ReadCloser, error)

// readFeed reads the entries of an RSS, Atom or JSON feed in their order; with
// Options.Fetch the pages that they link to are read, and an entry's own words
// serve where its page cannot be.
func (r *Reader) readFeed(ctx context.Context, src *source, opt Options, y yield) {
	limit := opt.Limits.Page
	fail := func(reason string, err error) bool {
		return y(nuncio.Report{}, &InputError{Name: src.name, Reason: reason, Err: err})
	}
	b, err := io.ReadAll(io.LimitReader(src, int64(limit)+1))
	switch {
	case err != nil:
		fail("cannot be read to its end", err)
		return
	case len(b) > limit:
		fail(fmt.Sprintf("longer than the limit of %d bytes for one feed", limit), ErrLimit)
		return
	}
	if deepMarkup(b) {
		fail(fmt.Sprintf("elements nest deeper than the limit of %d", maxDepth), ErrLimit)
		return
	}
	feed, err := parseFeed(b)
	if err != nil {
		fail("not a feed that can be read", err)
		return
	}
	if len(feed.Items) == 0 {
		fail("the feed has no entries", nil)
		return
	}
	for i, item := range feed.Items {
		rep, err := r.entry(ctx, feed, item, opt)
		if err != nil {
			if !fail(fmt.Sprintf("entry %d", i+1), err) {
				return
			}
			continue
		}
		if !y(rep, nil) {
			return
		}
	}
}

// parseFeed keeps a panic of the feed library from ending the program: it reads
// what strangers wrote.
func parseFeed(b []byte) (feed *gofeed.Feed, err error) {
	defer func() {
		if p := recover(); p != nil {
			feed, err = nil, fmt.Errorf("the feed cannot be parsed: %v", p)
		}
	}()
	return gofeed.NewParser().ParseString(string(trimMark(b)))
}

func (r *Reader) entry(ctx context.Context, feed *gofeed.Feed, item *gofeed.Item, opt Options) (nuncio.Report, error) {
	rep := nuncio.Report{
		Title: oneLine(fragment(item.Title)), Outlet: oneLine(feed.Title), URL: item.Link, Language: feed.Language,
		Text: fragment(first(item.Content, item.Description)),
	}
	if opt.Fetch != nil && item.Link != "" {
		if err := r.follow(ctx, &rep, opt); err != nil {
			warn(&rep, "the page %s was not read: %v", item.Link, err)
		}
	}
	if strings.TrimSpace(rep.Text) == "" && strings.TrimSpace(rep.Title) == "" {
		return rep, errors.New("neither title nor text")
	}
	if len(rep.Text) > opt.Limits.Report {
		return rep, fmt.Errorf("longer than the limit of %d bytes for one report: %w", opt.Limits.Report, ErrLimit)
	}
	if written := first(item.Published, item.Updated); written != "" {
		d, err := parseDate(written)
		setDate(&rep, d, err, nuncio.DateFromEntry)
	}
	r.finish(&rep, opt)
	return rep, nil
}

// follow puts the article of the page in place of the entry's summary.
func (r *Reader) follow(ctx context.Context, rep *nuncio.Report, opt Options) error {
	body, err := opt.Fetch(ctx, rep.URL)
	if err != nil {
		return err
	}
	defer body.Close()
	limit := opt.Limits.Page
	b, err := io.ReadAll(io.LimitReader(body, int64(limit)+1))
	if err != nil {
		return err
	}
	p, err := r.parsePage(b, rep.URL, limit, "")
	if err != nil {
		return err
	}
	rep.Text = p.text
	rep.Published, rep.Basis = p.date, p.basis // the entry's own date, where it has one, is put over it
	rep.Title = first(rep.Title, p.title)
	rep.Warnings = append(rep.Warnings, p.warnings...)
	return nil
}

// fragment is the plain text of a piece of HTML, or of text that is none.
func fragment(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return strings.TrimSpace(s)
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil || depth(doc) > maxDepth {
		return ""
	}
	return plainText(doc)
}

// deepMarkup reports markup whose elements nest beyond all sense, before a
// recursive parser meets it.
func deepMarkup(b []byte) bool {
	level := 0
	for i := 0; i+1 < len(b); i++ {
		if b[i] != '<' {
			continue
		}
		switch c := b[i+1]; {
		case c == '/':
			level--
		case bytes.HasPrefix(b[i:], []byte("<![CDATA[")): // its markup is text here
			end := bytes.Index(b[i:], []byte("]]>"))
			if end < 0 {
				return false
			}
			i += end
		case c == '!' || c == '?':
		default:
			end := i + 1
			for end < len(b) && b[end] != '>' {
				end++
			}
			if b[end-1] != '/' {
				level++
			}
			i = end
		}
		if level > maxDepth {
			return true
		}
	}
	return false
}
