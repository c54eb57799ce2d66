package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/clause"
	"nuncio/codebook"
	"nuncio/coder"
	"nuncio/data"
	"nuncio/examples"
	"nuncio/intake"
	"nuncio/nlp"
	"nuncio/occurrence"
	"nuncio/server"
	"nuncio/store/sqlite"
	"nuncio/text"
	"nuncio/voice"
	"nuncio/when"
	"nuncio/where"
	"nuncio/who"
)

// hostile is a report whose every field would break out of a page that does not escape.
var hostile = nuncio.Report{
	ID: "rhostile", Outlet: `The "Daily" <b onclick=alert(1)>`, Title: `France <script>alert("title")</script> condemns Iran`,
	URL: `javascript:alert(1)`, Published: nuncio.Date{Year: 2024, Month: 3, Day: 14}, Basis: nuncio.DateFromHeader, Language: "en",
	Text: "France on Tuesday condemned Iran <script>alert('text')</script>, Reuters reported. <img src=x onerror=alert(2)> The French foreign minister visited Germany.",
}

// knowledge is what the tests code with; it is loaded once.
var knowledge = sync.OnceValues(func() (coder.Parts, error) {
	sub := func(dir string) fs.FS {
		f, err := fs.Sub(data.FS, dir)
		if err != nil {
			panic(err)
		}
		return f
	}
	var p coder.Parts
	rules, err := text.LoadRules(data.FS)
	if err != nil {
		return p, err
	}
	p.Version = "test"
	if p.Engine, err = nlp.Load(data.Model, rules); err != nil {
		return p, err
	}
	if p.Catalogue, err = catalogue.Load(sub("catalogue")); err != nil {
		return p, err
	}
	if p.Clause, err = clause.Load(sub("clause")); err != nil {
		return p, err
	}
	if p.When, err = when.New(sub("when")); err != nil {
		return p, err
	}
	if p.Voice, err = voice.New(data.FS); err != nil {
		return p, err
	}
	if p.Codebook, err = codebook.Load(sub("codebook")); err != nil {
		return p, err
	}
	if p.Who, err = who.Load(sub("who")); err != nil {
		return p, err
	}
	p.Where, err = where.Load(data.Gazetteer, sub("where"))
	return p, err
})

// records are the example reports and the hostile one, coded once.
var records = sync.OnceValues(func() ([]*nuncio.Record, error) {
	parts, err := knowledge()
	if err != nil {
		return nil, err
	}
	reader, err := intake.New(data.FS)
	if err != nil {
		return nil, err
	}
	w := coder.New(parts).NewWorker()
	var out []*nuncio.Record
	err = fs.WalkDir(examples.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(examples.FS, name)
		if err != nil {
			return err
		}
		for rep, err := range reader.Read(context.Background(), name, bytes.NewReader(b), intake.Options{}) {
			if err != nil {
				return err
			}
			rec := w.Code(&rep)
			out = append(out, &rec)
		}
		return nil
	})
	evil := hostile
	rec := w.Code(&evil)
	return append(out, &rec), err
})

// site is a server over a store of the example reports.
type site struct {
	*server.Server
	store *sqlite.Store
	dir   string
	clock *clock
}

// clock stands until a test moves it; each look moves it a little, so that rates do
// not hold back a test that asks for many pages.
type clock struct {
	mu  sync.Mutex
	now time.Time
	run time.Duration
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(c.run)
	return c.now
}

func newSite(t testing.TB, change func(*server.Config)) *site {
	t.Helper()
	recs, err := records()
	if err != nil {
		t.Fatal(err)
	}
	return newSiteOf(t, recs, change)
}

func newSiteOf(t testing.TB, recs []*nuncio.Record, change func(*server.Config)) *site {
	t.Helper()
	parts, err := knowledge()
	if err != nil {
		t.Fatal(err)
	}
	rules, err := occurrence.LoadRules(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	kin := occurrence.NoKin()
	kin.Same, kin.Principal = parts.Catalogue.Same, parts.Catalogue.Principal
	kin.Outlet = func(name string, _ nuncio.Date) string {
		for _, m := range parts.Catalogue.Lookup(name) {
			if m.Entity.Kind == nuncio.KindOutlet {
				return m.Entity.ID
			}
		}
		return ""
	}
	s := &site{dir: t.TempDir(), clock: &clock{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), run: time.Second}}
	if s.store, err = sqlite.Open(t.Context(), s.dir, occurrence.New(rules, kin)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.store.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := s.store.Put(t.Context(), recs...); err != nil {
		t.Fatal(err)
	}
	reader, err := intake.New(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	c := coder.New(parts)
	cfg := server.Config{Store: s.store, Intake: reader, Version: "test", Workers: 1, Now: s.clock.Now,
		NewWorker: func() func(*nuncio.Report) nuncio.Record { return c.NewWorker().Code }}
	if change != nil {
		change(&cfg)
	}
	if s.Server, err = server.New(cfg); err != nil {
		t.Fatal(err)
	}
	return s
}

// ask sends one request as from this machine.
func (s *site) ask(t testing.TB, method, target, body string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1:8642"+target, strings.NewReader(body))
	r.RemoteAddr = "127.0.0.1:5000"
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func (s *site) get(t testing.TB, target string) string {
	t.Helper()
	res := s.ask(t, "GET", target, "")
	body := read(t, res)
	if res.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: %s\n%.300s", target, res.Status, body)
	}
	return body
}

func read(t testing.TB, res *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func decode[T any](t testing.TB, body string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(body), &v); err != nil {
		t.Fatalf("%v in %.200s", err, body)
	}
	return v
}

// views are an address of every page of the explorer.
func (s *site) views(t testing.TB) map[string]string {
	t.Helper()
	type row struct {
		ID string `json:"id"`
	}
	type rows struct{ Rows []row }
	strongest := decode[rows](t, s.get(t, "/v1/occurrences?order=strongest&limit=1&between=KGZ,TJK"))
	report := decode[rows](t, s.get(t, "/v1/reports?text=Baku&limit=1"))
	if len(strongest.Rows) == 0 || len(report.Rows) == 0 {
		t.Fatal("the examples gave no occurrence or report")
	}
	return map[string]string{
		"overview": "/", "filtered": "/?quad=4&since=2015-01-01", "search": "/search?text=border", "events": "/search?show=events&class=CONSULT",
		"dyad": "/dyad/KGZ/TJK", "year": "/dyad/KGZ/TJK?since=2016-01-01&until=2016-12-31", "actor": "/actor/KGZ", "report": "/report/" + report.Rows[0].ID, "hostile": "/report/rhostile",
		"occurrence": "/occurrence/" + strongest.Rows[0].ID, "map": "/map", "region": "/map?region=africa", "paste": "/paste", "api": "/api",
	}
}
