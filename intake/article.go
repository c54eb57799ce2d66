package intake

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// readable articles are found by a port of Mozilla's Readability; this file is all
// that knows of it.
func readabilityArticle(doc *html.Node, address *url.URL) (*html.Node, articleMeta, error) {
	a, err := readability.FromDocument(doc, address)
	if err != nil {
		return nil, articleMeta{}, err
	}
	return a.Node, articleMeta{title: a.Title(), site: a.SiteName(), language: a.Language()}, nil
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\u00a0'
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// attr is an attribute's value, "" when absent.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
