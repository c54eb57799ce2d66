package intake

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"nuncio"
)

const paragraphs = `<p>The foreign minister of Ghana arrived in Lomé on Monday for two days of talks on <b>fishing rights</b>, his office said. He will meet the Togolese president and visit the port, which both countries use for trade with the interior.</p>
<p>The two sides are expected to sign a protocol on shared patrols, the first of its kind in the Gulf of Guinea, and to name a commission of six that will report each spring on how it is kept by both navies.</p>
<figure><img src="a.jpg"><figcaption>The port of Lomé</figcaption></figure>
<p>An earlier round in Accra ended without agreement after a dispute over the price of licences, which Togo called too high and Ghana called fair, given what others on the coast have asked for since last year.</p>`

func pageWith(head, before string) string {
	return `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Ministers talk fish | Harbour Times</title>` + head +
		`</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav><main><article><h1>Ministers talk fish</h1>` + before +
		paragraphs + `</article></main><aside><p><a href="/x">Read more: ten ways to cook a fish that you did not know</a></p></aside><footer>Copyright Harbour Times</footer><script>var x = "not text";</script></body></html>`
}

func TestHTMLPage(t *testing.T) {
	for _, tc := range []struct {
		name, head, before string
		published          string
		basis              nuncio.DateBasis
	}{
		{"json-ld", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"headline":"Ministers talk fish","datePublished":"2024-03-14T22:00:00-05:00","publisher":{"name":"Harbour Times"}}]}</script><meta property="article:published_time" content="2024-03-15T03:00:00Z">`, "", "2024-03-14", nuncio.DateFromJSONLD},
		{"meta", `<meta property="article:published_time" content="2024-03-15T03:00:00Z"><script type="application/ld+json">{broken</script>`, `<time datetime="2024-01-01">x</time>`, "2024-03-15", nuncio.DateFromMeta},
		{"time element", ``, `<time datetime="2024-03-16T08:00">16 March</time>`, "2024-03-16", nuncio.DateFromElement},
		{"address", `<link rel="canonical" href="https://example.org/world/2024/03/17/fish">`, "", "2024-03-17", nuncio.DateFromURL},
		{"text", ``, `<div class="date">Published: 18 March 2024</div>`, "2024-03-18", nuncio.DateFromText},
		{"none", ``, ``, "", ""},
		{"impossible", `<meta name="date" content="2024-02-31">`, ``, "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := one(t, pageWith(tc.head+`<meta property="og:site_name" content="Harbour Times">`, tc.before), Options{})
			if got.Published.String() != tc.published || got.Basis != tc.basis {
				t.Errorf("published %q by %q, warnings %q", got.Published, got.Basis, got.Warnings)
			}
			if got.Title != "Ministers talk fish" || got.Outlet != "Harbour Times" || got.Language != "en" {
				t.Errorf("title %q, outlet %q, language %q", got.Title, got.Outlet, got.Language)
			}
			if !strings.Contains(got.Text, "talks on fishing rights, his office said") || strings.Count(got.Text, "\n\n") < 2 {
				t.Errorf("text %q", got.Text)
			}
			for _, noise := range []string{"Copyright", "Read more", "not text", "World", "The port of Lomé"} {
				if strings.Contains(got.Text, noise) {
					t.Errorf("%q is in the text", noise)
				}
			}
		})
	}
}

func TestHTMLCharsetOfThePage(t *testing.T) {
	in := strings.ReplaceAll(strings.Replace(pageWith("", ""), "utf-8", "iso-8859-1", 1), "é", "\xe9")
	if got := one(t, in, Options{}); !strings.Contains(got.Text, "Lomé") {
		t.Errorf("%q", got.Text)
	}
}

func TestHostileHTML(t *testing.T) {
	for _, tc := range []struct {
		name, in, reason string
		limit            bool
	}{
		{"a hundred thousand nested tags", "<html><body>" + strings.Repeat("<div>", 100000) + "x", "nest deeper than the limit", true},
		{"nested formatting", "<html><body>" + strings.Repeat("<b><i>", 50000) + "x", "", true},
		{"nothing in it", "<html><body></body></html>", "no article", false},
		{"long page", "<html><body>" + strings.Repeat("<p>word</p>", 2000), "limit of 4000 bytes for one page", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			opt := Options{}
			if tc.name == "long page" {
				opt.Limits.Page = 4000
			}
			for rep, err := range testReader(t).Read(context.Background(), "in", strings.NewReader(tc.in), opt) {
				if err == nil {
					if tc.reason != "" {
						t.Fatalf("a report: %.60q", rep.Text)
					}
					continue
				}
				if !strings.Contains(err.Error(), tc.reason) || errors.Is(err, ErrLimit) != tc.limit {
					t.Error(err)
				}
			}
		})
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(pageWith("", "")))
	f.Add([]byte(pageWith(`<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2024-03-14"}]</script>`, "<time>x</time>")))
	f.Add([]byte("<html><meta charset=x><p>a<br>b<table><tr><td>c"))
	r := testReader(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		for rep, err := range r.Read(context.Background(), "fuzz", bytes.NewReader(b), Options{Format: FormatHTML, Limits: Limits{Page: 1 << 18}}) {
			if err == nil && strings.TrimSpace(rep.Text) == "" {
				t.Fatal("a report without words")
			}
		}
	})
}
