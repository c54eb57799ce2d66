package server_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"nuncio"
	"nuncio/server"
	"nuncio/store"
)

func TestListenRefusesWhatOthersReach(t *testing.T) {
	for _, c := range []struct {
		addr, token string
		exposed, ok bool
	}{
		{"127.0.0.1:0", "", false, true},
		{":0", "", false, true},
		{"0", "", false, true},
		{"localhost:0", "", false, true},
		{"0.0.0.0:0", "", true, false},
		{"[::]:0", "", true, false},
		{"192.0.2.1:0", "", true, false},
		{"example.org:0", "", true, false},
		{"0.0.0.0:0", "short", false, false},
		{"0.0.0.0:0", "a token that is long enough", false, true},
	} {
		l, err := server.Listen(t.Context(), c.addr, c.token)
		if (err == nil) != c.ok || errors.Is(err, server.ErrExposed) != c.exposed {
			t.Errorf("Listen(%q, %q): %v", c.addr, c.token, err)
		}
		if l != nil {
			host, _, _ := net.SplitHostPort(l.Addr().String())
			if c.token == "" && !net.ParseIP(host).IsLoopback() {
				t.Errorf("Listen(%q) listens on %s", c.addr, l.Addr())
			}
			l.Close()
		}
	}
}

func TestTokenGuards(t *testing.T) {
	const token = "correct horse battery"
	s := newSite(t, func(c *server.Config) { c.Token = token })
	for _, given := range []string{"", "Bearer wrong", "Bearer " + token + "x", "Basic " + token, "Bearer "} {
		if res := s.ask(t, "GET", "/v1/stats", "", "Authorization", given); res.StatusCode != 401 {
			t.Errorf("Authorization %q: %s", given, res.Status)
		}
	}
	if res := s.ask(t, "GET", "/v1/stats", "", "Authorization", "Bearer "+token); res.StatusCode != 200 {
		t.Errorf("with the token: %s", res.Status)
	}
	if res := s.ask(t, "GET", "/", ""); res.StatusCode != 303 || res.Header.Get("Location") != "/login" {
		t.Errorf("a page without token: %s %s", res.Status, res.Header.Get("Location"))
	}
	form := []string{"Content-Type", "application/x-www-form-urlencoded"}
	if res := s.ask(t, "POST", "/login", "token=wrong", form...); res.StatusCode != 401 || len(res.Cookies()) != 0 {
		t.Errorf("a wrong token signs in: %s", res.Status)
	}
	res := s.ask(t, "POST", "/login", "token="+strings.ReplaceAll(token, " ", "+"), form...)
	if len(res.Cookies()) != 1 {
		t.Fatalf("sign in: %s, %d cookies", res.Status, len(res.Cookies()))
	}
	c := res.Cookies()[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || strings.Contains(c.Value, "horse") {
		t.Errorf("cookie %v", c)
	}
	if res := s.ask(t, "GET", "/", "", "Cookie", c.Name+"="+c.Value); res.StatusCode != 200 {
		t.Errorf("signed in: %s", res.Status)
	}
}

func TestOtherHostsAndSitesAreRefused(t *testing.T) {
	s := newSite(t, nil)
	for host, want := range map[string]int{"127.0.0.1:8642": 200, "localhost:8642": 200, "[::1]:8642": 200, "evil.example": 421, "127.0.0.1.evil.example:8642": 421, "": 421} {
		r := httptest.NewRequest("GET", "/v1/stats", nil)
		r.Host = host
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("Host %q: %d, want %d", host, w.Code, want)
		}
	}
	for _, header := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://evil.example"}} {
		res := s.ask(t, "POST", "/v1/code", `{"text":"x"}`, append(header, "Content-Type", "application/json")...)
		if res.StatusCode != 403 {
			t.Errorf("%v: %s", header, res.Status)
		}
	}
}

func TestRates(t *testing.T) {
	s := newSite(t, nil)
	s.clock.run = 0
	refused := 0
	for range 400 {
		if s.ask(t, "GET", "/ui/icon.svg", "").StatusCode == 429 {
			refused++
		}
	}
	if refused == 0 || refused > 200 {
		t.Errorf("%d of 400 requests at once refused", refused)
	}
	s.clock.run = time.Second
	if res := s.ask(t, "GET", "/ui/icon.svg", ""); res.StatusCode != 200 {
		t.Errorf("a second later: %s", res.Status)
	}
}

// inline finds script or style that stands in the page itself.
var inline = regexp.MustCompile(`(?i)<script(?:[^>]*)>[^<]|<script>|<style|\son[a-z]+\s*=|\sstyle\s*=|javascript:`)

func TestPagesEscapeAndKeepToThemselves(t *testing.T) {
	s := newSite(t, nil)
	if !strings.Contains(s.get(t, "/search?text=condemns"), "&lt;script&gt;") {
		t.Error("the hostile report is not found, so nothing is proved")
	}
	views := s.views(t)
	views["hostile search"] = "/search?text=" + "%3Cscript%3Ealert(1)%3C/script%3E"
	views["hostile name"] = "/dyad/%3Cscript%3E/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"
	views["found"] = "/search?text=condemns&show=events"
	views["of the outlet"] = "/?outlet=" + "The+%22Daily%22+%3Cb+onclick=alert(1)%3E"
	for name, target := range views {
		res := s.ask(t, "GET", target, "")
		body := read(t, res)
		if res.StatusCode != 200 {
			t.Errorf("%s: %s\n%.300s", name, res.Status, body)
		}
		tags := regexp.MustCompile(`<[^>]*>`).FindAllString(body, -1)
		for _, tag := range tags {
			attributes := regexp.MustCompile(`"[^"]*"`).ReplaceAllString(tag, `""`)
			if inline.MatchString(attributes) && !strings.HasPrefix(tag, `<script type="module" src="/ui/`) {
				t.Errorf("%s: inline script or style: %s", name, tag)
			}
		}
		for _, bad := range []string{"<script>", "<img", "<b onclick", `href="javascript:`} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: %s is not escaped", name, bad)
			}
		}
		if out := regexp.MustCompile(`(?:src|href|action)="(?:https?:)?//[^"]*"`).FindString(body); out != "" {
			t.Errorf("%s: leads outside: %s", name, out)
		}
		if csp := res.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "script-src 'self';") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", name, csp)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: no nosniff", name)
		}
	}
}

func TestPasteShowsTheRecordEscaped(t *testing.T) {
	s := newSite(t, nil)
	form := "date=2024-03-14&text=" + strings.ReplaceAll("France on Tuesday condemned Iran <script>alert(1)</script> over the arrests.", " ", "+")
	res := s.ask(t, "POST", "/paste", form, "Content-Type", "application/x-www-form-urlencoded")
	body := read(t, res)
	if res.StatusCode != 200 || !strings.Contains(body, `id="e1"`) || strings.Contains(body, "<script>") {
		t.Errorf("%s: %.2000s", res.Status, body)
	}
	res = s.ask(t, "POST", "/paste", "text=", "Content-Type", "application/x-www-form-urlencoded")
	if res.StatusCode != 422 || !strings.Contains(read(t, res), "nothing to code") {
		t.Errorf("an empty text: %s", res.Status)
	}
}

// broken is a store that fails with what must not be told.
type broken struct {
	store.Reader
	dir string
}

func (b broken) Dyads(context.Context, store.Filter, int) ([]store.DyadCount, error) {
	return nil, errors.New("open " + b.dir + "/nuncio.db: disk I/O error")
}

func (b broken) Places(context.Context, store.Filter, int) ([]store.PlaceCount, error) {
	panic("in " + b.dir)
}

func TestNoAnswerNamesTheDisk(t *testing.T) {
	s := newSite(t, func(c *server.Config) { c.Store = broken{c.Store, "/srv/secret"} })
	for _, target := range []string{"/v1/dyads", "/v1/places", "/", "/map", "/v1/stats", "/v1/openapi.json", "/ui/../server.go", "/ui/page.html", "/ui/%2e%2e%2fserver.go"} {
		res := s.ask(t, "GET", target, "")
		body := read(t, res)
		if strings.Contains(body, "secret") || strings.Contains(body, s.dir) || strings.Contains(body, "goroutine") {
			t.Errorf("%s tells: %.300s", target, body)
		}
	}
	if res := s.ask(t, "GET", "/v1/dyads", ""); res.StatusCode != 500 || res.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("a failing store: %s %s", res.Status, res.Header.Get("Content-Type"))
	}
}

func TestShutdownLetsRequestsFinish(t *testing.T) {
	begun, proceed := make(chan struct{}), make(chan struct{})
	s := newSite(t, func(c *server.Config) {
		c.NewWorker = func() func(*nuncio.Report) nuncio.Record {
			return func(rep *nuncio.Report) nuncio.Record {
				close(begun)
				<-proceed
				return nuncio.Record{Schema: nuncio.SchemaVersion, Report: *rep}
			}
		}
	})
	ctx, stop := context.WithCancel(t.Context())
	l, err := server.Listen(ctx, "127.0.0.1:0", "")
	if err != nil {
		t.Fatal(err)
	}
	served, answered := make(chan error, 1), make(chan string, 1)
	go func() { served <- s.Serve(ctx, l) }()
	go func() {
		res, err := http.Post("http://"+l.Addr().String()+"/v1/code", "application/json", strings.NewReader(`{"text":"France and Iran met on Tuesday in Paris."}`))
		if err != nil {
			answered <- err.Error()
			return
		}
		defer res.Body.Close()
		b, _ := io.ReadAll(res.Body)
		answered <- res.Status + string(b)
	}()
	<-begun
	stop()
	time.Sleep(20 * time.Millisecond)
	close(proceed)
	if got := <-answered; !strings.HasPrefix(got, "200") {
		t.Errorf("the request under way got %s", got)
	}
	if err := <-served; err != nil {
		t.Errorf("Serve: %v", err)
	}
}
