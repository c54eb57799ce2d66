package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"path"

	"github.com/danielgtaylor/huma/v2"

	"nuncio/store"
)

// pages are the explorer.
type pages struct {
	s         *Server
	templates map[string]*template.Template
	world     *world
	assets    map[string]asset
	api       *huma.OpenAPI
	bundled   bool // charts.js and fonts are in this binary
}

type asset struct {
	body       []byte
	kind, etag string
}

// frame is what every page has around its own view.
type frame struct {
	Title   string
	Here    string // the part of the navigation that is marked
	Name    string // of what the store holds
	Search  string
	Counted *counted
	Chips   []chip // the filter of the view, part by part
	View    any
	Signed  bool // a token guards, so there is a way out
	Bundled bool
}

func newPages(s *Server, api *huma.OpenAPI) (*pages, error) {
	p := &pages{s: s, templates: map[string]*template.Template{}, assets: map[string]asset{}, api: api}
	base, err := template.New("").Funcs(funcs).ParseFS(ui, "ui/parts/*.html")
	if err != nil {
		return nil, err
	}
	views, err := fs.Glob(ui, "ui/pages/*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range views {
		t, err := base.Clone()
		if err != nil {
			return nil, err
		}
		if t, err = t.ParseFS(ui, name); err != nil {
			return nil, err
		}
		p.templates[path.Base(name)] = t
	}
	for _, name := range []string{"style.css", "app.js", "icon.svg"} {
		if err := p.addAsset("ui/" + name); err != nil {
			return nil, err
		}
	}
	bundle, err := fs.Glob(ui, "ui/dist/*")
	if err != nil {
		return nil, err
	}
	for _, name := range bundle {
		if path.Ext(name) == ".md" {
			continue
		}
		if err := p.addAsset(name); err != nil {
			return nil, err
		}
	}
	_, p.bundled = p.assets["charts.js"]
	outlines, err := fs.ReadFile(ui, "ui/world.tsv")
	if err != nil {
		return nil, err
	}
	p.world, err = readWorld(outlines)
	return p, err
}

// kinds of the files that pages load.
var kinds = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
	".json": "application/json", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
}

func (p *pages) addAsset(name string) error {
	kind, ok := kinds[path.Ext(name)]
	if !ok {
		return fmt.Errorf("%s is of no kind that a page loads", name)
	}
	b, err := fs.ReadFile(ui, name)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(b)
	p.assets[path.Base(name)] = asset{b, kind, `"` + hex.EncodeToString(sum[:8]) + `"`}
	return nil
}

// route adds every page to the mux.
func (p *pages) route(mux *http.ServeMux) {
	views := http.NewServeMux()
	for pattern, view := range map[string]func(*http.Request) (page, error){
		"GET /{$}":             p.overview,
		"GET /search":          p.search,
		"GET /dyad/{a}/{b}":    p.dyad,
		"GET /actor/{id...}":   p.actor,
		"GET /report/{id}":     p.report,
		"GET /occurrence/{id}": p.occurrence,
		"GET /map":             p.mapView,
		"GET /paste":           p.pasteForm,
		"POST /paste":          p.pasted,
		"GET /api":             p.apiView,
	} {
		views.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			v, err := view(r)
			if err != nil {
				status, reason := p.s.problem(err)
				p.failed(w, r, status, reason)
				return
			}
			p.send(w, r, http.StatusOK, v)
		})
	}
	views.HandleFunc("GET /dyad", func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		http.Redirect(w, r, dyadURL(q.Get("a"), q.Get("b")), http.StatusSeeOther)
	})
	views.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		p.failed(w, r, http.StatusNotFound, "there is no page of that name")
	})
	mux.Handle("/", p.s.tagged(views))
	mux.HandleFunc("GET /ui/{name}", p.asset)
	mux.HandleFunc("GET /login", p.loginForm)
	mux.HandleFunc("POST /login", p.login)
	mux.HandleFunc("POST /logout", p.logout)
}

// page is one view ready to be drawn.
type page struct {
	template string
	title    string
	here     string
	search   string
	counted  *counted
	chips    []chip
	view     any
	status   int // 0 is 200
}

func (p *pages) send(w http.ResponseWriter, r *http.Request, status int, v page) {
	if v.status != 0 {
		status = v.status
	}
	var b bytes.Buffer
	err := p.templates[v.template].ExecuteTemplate(&b, "page", frame{
		Title: v.title, Here: v.here, Name: p.s.Name, Search: v.search, Counted: v.counted, Chips: v.chips, View: v.view, Signed: p.s.Token != "" && p.s.authorized(r), Bundled: p.bundled,
	})
	if err != nil {
		p.s.Log.Error("page", "template", v.template, "error", err)
		http.Error(w, "an error inside the server; its log says more", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if _, err := w.Write(b.Bytes()); err != nil {
		p.s.Log.Debug("answer", "error", err)
	}
}

func (p *pages) failed(w http.ResponseWriter, r *http.Request, status int, reason string) {
	p.send(w, r, status, page{template: "failed.html", title: http.StatusText(status), view: struct {
		Status       int
		Name, Reason string
	}{status, http.StatusText(status), reason}})
}

func (p *pages) asset(w http.ResponseWriter, r *http.Request) {
	a, ok := p.assets[r.PathValue("name")]
	if !ok {
		p.failed(w, r, http.StatusNotFound, "there is no file of that name")
		return
	}
	w.Header().Set("Content-Type", a.kind)
	w.Header().Set("ETag", a.etag)
	if r.Header.Get("If-None-Match") == a.etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if _, err := w.Write(a.body); err != nil {
		p.s.Log.Debug("answer", "error", err)
	}
}

// Addresses of views.
func dyadURL(a, b string) string           { return "/dyad/" + url.PathEscape(a) + "/" + url.PathEscape(b) }
func actorURL(id string) string            { return "/actor/" + (&url.URL{Path: id}).EscapedPath() }
func reportURL(id string) string           { return "/report/" + url.PathEscape(id) }
func occurrenceURL(id string) string       { return "/occurrence/" + url.PathEscape(id) }
func searchURL(v url.Values) string        { return withQuery("/search", v) }
func eventURL(report, event string) string { return reportURL(report) + "#" + event }

func withQuery(path string, v url.Values) string {
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// filtered reads the address of a page.
func filtered(r *http.Request) (Query, store.Filter, error) {
	q, err := queryOf(r.URL.Query())
	if err != nil {
		return q, store.Filter{}, err
	}
	f, err := q.filter()
	return q, f, err
}

// nameOf is the name of a party by its id; the id where the store knows none.
func (p *pages) nameOf(r *http.Request, id string) (string, error) {
	if err := checkWord("id", id, maxWord); err != nil {
		return "", err
	}
	a, err := p.s.Store.Named(r.Context(), id)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return id, nil
	case err != nil:
		return "", fmt.Errorf("name of a party: %w", err)
	}
	return a.Name, nil
}
