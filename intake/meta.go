package intake

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"nuncio"
)

// meta is what a page says of itself outside its article.
type meta struct {
	values    map[string]string // <meta> by name, property or itemprop, in small letters; the first counts
	canonical string
	title, h1 string
	lang      string
	times     []string // datetime of <time>, those marked as publication first
	ld        ldArticle
	lead      []string // short texts near the title, where a date may stand
}

// readMeta walks a document once.
func readMeta(doc *html.Node) *meta {
	m := &meta{values: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.TextNode {
			if s := strings.TrimSpace(n.Data); len(m.lead) < 200 && len(s) >= 8 && len(s) <= 80 && hasDigit(s) && n.Parent != nil && !skipped[n.Parent.Data] {
				m.lead = append(m.lead, s)
			}
			continue
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			m.lang = attr(n, "lang")
		case "meta":
			for _, key := range [...]string{"property", "name", "itemprop"} {
				k := strings.ToLower(attr(n, key))
				if v := attr(n, "content"); k != "" && v != "" && m.values[k] == "" {
					m.values[k] = v
				}
			}
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.canonical == "" {
				m.canonical = attr(n, "href")
			}
		case "title":
			if m.title == "" {
				m.title = textOf(n)
			}
		case "h1":
			if m.h1 == "" {
				m.h1 = textOf(n)
			}
		case "time":
			v := first(attr(n, "datetime"), textOf(n))
			if _, pub := hasAttr(n, "pubdate"); pub || attr(n, "itemprop") == "datePublished" {
				m.times = append([]string{v}, m.times...)
			} else {
				m.times = append(m.times, v)
			}
		case "script":
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				m.ld.read(n.FirstChild.Data)
			}
		}
		if attr(n, "itemprop") == "datePublished" && n.Data != "meta" && n.Data != "time" && m.values["datepublished"] == "" {
			m.values["datepublished"] = first(attr(n, "content"), attr(n, "datetime"), textOf(n))
		}
	}
	return m
}

func hasAttr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return oneLine(b.String())
}

// ldArticle is the article that a page's JSON-LD describes.
type ldArticle struct{ headline, date, publisher, url, body string }

// read takes what an object of type Article, NewsArticle … says; lists and graphs
// are searched. Broken JSON-LD is common and says nothing.
func (a *ldArticle) read(s string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(s)), &v) == nil {
		a.search(v, 0)
	}
}

func (a *ldArticle) search(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			a.search(x, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			text := func(key string) string { s, _ := v[key].(string); return s }
			set(&a.headline, html.UnescapeString(text("headline")))
			set(&a.date, first(text("datePublished"), text("dateCreated")))
			set(&a.body, html.UnescapeString(text("articleBody")))
			set(&a.url, text("url"))
			if p, ok := v["publisher"].(map[string]any); ok {
				name, _ := p["name"].(string)
				set(&a.publisher, html.UnescapeString(name))
			}
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage"} {
			a.search(v[key], depth+1)
		}
	}
}

func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "BlogPosting") || t == "Report"
	case []any:
		for _, x := range t {
			if isArticle(x) {
				return true
			}
		}
	}
	return false
}

// dateNames are the <meta> names of a day of publication, the surest first.
var dateNames = []string{
	"article:published_time", "og:article:published_time", "datepublished", "article.published", "parsely-pub-date", "sailthru.date",
	"pubdate", "publishdate", "publish-date", "publication_date", "publication-date", "dc.date.issued", "dcterms.issued", "dc.date",
	"dcterms.created", "dcterms.date", "citation_publication_date", "date", "originalpublicationdate", "cxenseparse:recs:publishtime",
}

var urlDate = regexp.MustCompile(`/((?:19|20)\d{2})[/-]?(\d{2})[/-]?(\d{2})(?:\D|$)|/((?:19|20)\d{2})/([a-z]{3})/(\d{1,2})(?:/|$)`)

// findDate looks for the day of publication where pages say it, in the order in
// which they are to be believed.
func (p *page) findDate(m *meta, address *url.URL) {
	try := func(written string, basis nuncio.DateBasis) bool {
		if p.basis != "" || strings.TrimSpace(written) == "" {
			return p.basis != ""
		}
		d, err := parseDate(written)
		if err != nil {
			p.warnings = append(p.warnings, string(basis)+": "+err.Error())
			return false
		}
		p.date, p.basis = d, basis
		return true
	}
	if try(m.ld.date, nuncio.DateFromJSONLD) {
		return
	}
	for _, name := range dateNames {
		if try(m.values[name], nuncio.DateFromMeta) {
			return
		}
	}
	for _, t := range m.times {
		if d, err := parseDate(t); err == nil { // a time element is often a clock only
			p.date, p.basis = d, nuncio.DateFromElement
			return
		}
	}
	if g := urlDate.FindStringSubmatch(address.Path); g != nil {
		written := g[1] + "-" + g[2] + "-" + g[3]
		if g[4] != "" {
			written = g[6] + " " + g[5] + " " + g[4]
		}
		if d, err := parseDate(written); err == nil { // digits in an address may be anything
			p.date, p.basis = d, nuncio.DateFromURL
		}
	}
}

var published = regexp.MustCompile(`(?i)^(?:(?:first )?published|posted|issued|date|updated)?(?: on| at)?[:,]? *(.*)$`)

// dateFromText takes the first short text of the page that is nothing but a date,
// unless the article's dateline gives one.
func (p *page) dateFromText(m *meta) {
	if p.basis != "" {
		return
	}
	for _, s := range m.lead {
		if g := published.FindStringSubmatch(s); g != nil {
			if d, err := parseDate(g[1]); err == nil {
				p.date, p.basis = d, nuncio.DateFromText
				return
			}
		}
	}
}
