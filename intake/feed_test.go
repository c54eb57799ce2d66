package intake

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"nuncio"
)

const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Times</title><language>en-gb</language>
<item><title>Ministers talk fish &amp; ports</title><link>https://example.org/a</link><pubDate>Thu, 14 Mar 2024 23:00:00 -0500</pubDate>
<description>&lt;p&gt;` + story + `&lt;/p&gt;&lt;p&gt;They will meet again.&lt;/p&gt;</description></item>
<item><title>Second</title><pubDate>soon</pubDate><content:encoded><![CDATA[<p>` + story + `</p>]]></content:encoded></item>
<item><guid>empty</guid></item>
</channel></rss>`

const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Times</title>
<entry><title>Ministers talk fish</title><link href="https://example.org/a"/><published>2024-03-14T10:00:00Z</published><updated>2024-03-20T10:00:00Z</updated><summary>` + story + `</summary></entry></feed>`

const jsonFeed = `{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Times",
"items": [{"id": "1", "url": "https://example.org/a", "title": "Ministers talk fish", "content_text": "` + story + `", "date_published": "2024-03-14T10:00:00Z"}]}`

func TestFeeds(t *testing.T) {
	reps, errs := readAll(t, "feed", rss, Options{})
	if len(reps) != 2 || len(errs) != 1 || !strings.Contains(errs[0], "entry 3") {
		t.Fatalf("%d reports, errors %q", len(reps), errs)
	}
	a, b := reps[0], reps[1]
	if a.Title != "Ministers talk fish & ports" || a.Text != story+"\n\nThey will meet again." || a.Published != date("2024-03-14") || a.Basis != nuncio.DateFromEntry || a.Outlet != "Harbour Times" {
		t.Errorf("%+v", a)
	}
	if b.Text != story || !b.Published.IsZero() || !strings.Contains(strings.Join(b.Warnings, ";"), `"soon"`) {
		t.Errorf("%+v", b)
	}
	for name, in := range map[string]string{"atom": atom, "json feed": jsonFeed} {
		got := one(t, in, Options{})
		if got.Title != "Ministers talk fish" || got.Text != story || got.Published != date("2024-03-14") || got.URL != "https://example.org/a" || got.Outlet != "Harbour Times" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestFeedFollowsLinksWhenAsked(t *testing.T) {
	fetch := func(_ context.Context, address string) (io.ReadCloser, error) {
		if address != "https://example.org/a" {
			return nil, errors.New("no such page")
		}
		return io.NopCloser(strings.NewReader(pageWith("", ""))), nil
	}
	got := one(t, atom, Options{Fetch: fetch})
	if !strings.Contains(got.Text, "price of licences") || got.Published != date("2024-03-14") || got.Basis != nuncio.DateFromEntry {
		t.Errorf("%+v", got)
	}
	got = one(t, strings.Replace(atom, "org/a", "org/b", 1), Options{Fetch: fetch})
	if got.Text != story || !strings.Contains(strings.Join(got.Warnings, ";"), "no such page") {
		t.Errorf("%+v", got)
	}
}

func TestFeedWithManyLineBreaksIsNotDeep(t *testing.T) {
	in := strings.Replace(rss, "<![CDATA[", "<![CDATA["+strings.Repeat("a<br>", 800), 1)
	if reps, errs := readAll(t, "feed", in, Options{}); len(reps) != 2 || len(errs) != 1 {
		t.Errorf("%d reports, errors %q", len(reps), errs)
	}
}

func TestHostileFeeds(t *testing.T) {
	for name, in := range map[string]string{
		"nested": `<rss version="2.0"><channel>` + strings.Repeat("<a>", 100000),
		"cut":    rss[:len(rss)/3],
		"bomb":   `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`,
		"empty":  `<rss version="2.0"><channel></channel></rss>`,
	} {
		reps, errs := readAll(t, name, in, Options{})
		if len(reps) > 1 || len(reps) == 0 && len(errs) == 0 {
			t.Errorf("%s: %d reports, errors %q", name, len(reps), errs)
		}
	}
}

func FuzzFeed(f *testing.F) {
	for _, s := range []string{rss, atom, jsonFeed, "<rss>", "<feed><entry>"} {
		f.Add([]byte(s))
	}
	r := testReader(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		for rep, err := range r.Read(context.Background(), "fuzz", bytes.NewReader(b), Options{Format: FormatFeed, Limits: Limits{Page: 1 << 18}}) {
			if err == nil && rep.Text == "" && rep.Title == "" {
				t.Fatal("a report without words")
			}
		}
	})
}
