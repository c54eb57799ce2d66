package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"nuncio"
)

// page is what is read from one HTML page.
type page struct {
	title, outlet, url, language, text string
	date                               nuncio.Date
	basis                              nuncio.DateBasis
	warnings                           []string
}

// article finds the article of a page: the node that holds it without
// boilerplate. It may change the document.
type article func(doc *html.Node, address *url.URL) (*html.Node, articleMeta, error)

type articleMeta struct{ title, site, language string }

// maxDepth is how deep elements may nest; pages of news stay under fifty.
const maxDepth = 500

// readHTML reads the article of one page.
func (r *Reader) readHTML(src *source, opt Options, y yield) {
	fail := func(err error) {
		var ie *InputError
		if !errors.As(err, &ie) {
			ie = &InputError{Name: src.name, Reason: err.Error()}
			if errors.Is(err, ErrLimit) {
				ie.Reason, ie.Err = strings.TrimSuffix(err.Error(), ": "+ErrLimit.Error()), ErrLimit
			}
		}
		y(nuncio.Report{}, ie)
	}
	limit := opt.Limits.Page
	b, err := io.ReadAll(io.LimitReader(src, int64(limit)+1))
	if err != nil {
		fail(err)
		return
	}
	p, err := r.parsePage(b, "", limit, opt.Charset)
	if err != nil {
		fail(err)
		return
	}
	rep := p.report()
	r.finish(&rep, opt)
	y(rep, nil)
}

func (p *page) report() nuncio.Report {
	return nuncio.Report{
		Title: p.title, Outlet: p.outlet, URL: p.url, Language: p.language, Text: p.text,
		Published: p.date, Basis: p.basis, Warnings: p.warnings,
	}
}

// parsePage reads an article and what the page says of it. address is where the
// page came from, "" when not known.
func (r *Reader) parsePage(b []byte, address string, limit int, declared string) (*page, error) {
	if len(b) > limit {
		return nil, fmt.Errorf("longer than the limit of %d bytes for one page: %w", limit, ErrLimit)
	}
	s, warnings := decodePage(b, declared)
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		if strings.Contains(err.Error(), "exceeds") {
			return nil, fmt.Errorf("elements nest deeper than the limit of %d: %w", maxDepth, ErrLimit)
		}
		return nil, fmt.Errorf("not HTML: %w", err)
	}
	if depth(doc) > maxDepth {
		return nil, fmt.Errorf("elements nest deeper than the limit of %d: %w", maxDepth, ErrLimit)
	}
	m := readMeta(doc)
	p := &page{warnings: warnings, url: first(m.canonical, m.values["og:url"], m.ld.url, address)}
	base, err := url.Parse(p.url)
	if err != nil || p.url == "" {
		base = &url.URL{Scheme: "https", Host: "localhost"}
	}
	p.findDate(m, base)
	node, am, err := r.article(doc, base)
	if err != nil {
		return nil, fmt.Errorf("no article found in the page: %w", err)
	}
	if node != nil {
		p.text = plainText(node)
	}
	if p.text == "" {
		p.text = strings.TrimSpace(m.ld.body)
	}
	if strings.TrimSpace(p.text) == "" {
		return nil, errors.New("no article found in the page")
	}
	p.title = oneLine(first(m.ld.headline, m.values["og:title"], m.h1, am.title, m.title))
	p.outlet = oneLine(first(m.values["og:site_name"], m.ld.publisher, am.site, m.values["application-name"]))
	p.language = first(m.lang, am.language)
	p.dateFromText(m)
	return p, nil
}

func first(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// decodePage decodes by byte order mark, outside declaration or the page's own.
func decodePage(b []byte, declared string) (string, []string) {
	if declared == "" && wide(b) == 0 {
		if _, name, certain := charset.DetermineEncoding(b[:min(len(b), 1024)], ""); certain {
			declared = name
		}
	}
	return decode(b, declared)
}

// depth is the deepest nesting under n, found without recursion.
func depth(n *html.Node) int {
	deepest, level := 0, 0
	for at := n; at != nil; {
		if at.FirstChild != nil {
			at = at.FirstChild
			level++
			deepest = max(deepest, level)
			continue
		}
		for at != n && at.NextSibling == nil {
			at = at.Parent
			level--
		}
		if at == n {
			break
		}
		at = at.NextSibling
	}
	return deepest
}

// blocks are the elements that begin a paragraph of their own.
var blocks = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"li": true, "ul": true, "ol": true, "blockquote": true, "pre": true, "table": true, "tr": true, "td": true, "th": true, "dd": true, "dt": true,
	"header": true, "footer": true, "main": true, "hr": true, "address": true,
}

// skipped are the elements whose text is none of the article's.
var skipped = map[string]bool{
	"script": true, "style": true, "noscript": true, "figcaption": true, "figure": true, "svg": true, "button": true, "form": true,
	"iframe": true, "template": true, "time": true, "nav": true, "aside": true,
}

// plainText writes an article's paragraphs, a blank line between two.
func plainText(n *html.Node) string {
	var b bytes.Buffer
	space, broken := false, true // white space owed; at the start of a paragraph
	paragraph := func() {
		if !broken {
			b.WriteString("\n\n")
		}
		broken, space = true, false
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			for i, word := range strings.FieldsFunc(n.Data, isBlank) {
				if !broken && (i > 0 || space || isBlank(firstRune(n.Data))) {
					b.WriteByte(' ')
				}
				b.WriteString(word)
				broken, space = false, false
			}
			if n.Data != "" && isBlank(lastRune(n.Data)) && !broken {
				space = true
			}
			return
		case n.Type == html.ElementNode && skipped[n.Data]:
			return
		case n.Type == html.ElementNode && n.Data == "br":
			if !broken {
				b.WriteByte('\n')
				space = false
				if bytes.HasSuffix(b.Bytes(), []byte("\n\n")) {
					broken = true
				}
			}
			return
		}
		block := n.Type == html.ElementNode && blocks[n.Data]
		if block {
			paragraph()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			paragraph()
		}
	}
	walk(n)
	return strings.TrimSpace(b.String())
}
