package server

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"time"

	"nuncio"
	"nuncio/intake"
	"nuncio/store"
)

// dist holds what `make ui` bundles; without it there is only a note how to make it.
//
//go:embed ui/parts ui/pages ui/style.css ui/app.js ui/icon.svg ui/world.tsv ui/dist
var ui embed.FS

// Config is what a server is made of.
type Config struct {
	Store  store.Reader
	Intake *intake.Reader
	// NewWorker makes a function that codes one report after another; each serves one
	// request at a time.
	NewWorker func() func(*nuncio.Report) nuncio.Record
	Workers   int    // how many reports are coded at once; 0 is one a core
	Version   string // of the program
	Token     string // asked for in every request when it is set
	Name      string // shown on pages: "example reports"; "" shows nothing
	Log       *slog.Logger
	Now       func() time.Time // the clock; nil is the real one
}

// Server is the API and the explorer over one store.
type Server struct {
	Config
	standing standing
	workers  chan func(*nuncio.Report) nuncio.Record
	pages    *pages
	handler  http.Handler
}

// New puts a server together.
func New(cfg Config) (*Server, error) {
	if cfg.Store == nil {
		return nil, errors.New("server: a store is needed")
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Workers <= 0 {
		cfg.Workers = runtime.GOMAXPROCS(0)
	}
	s := &Server{Config: cfg}
	if cfg.NewWorker != nil {
		s.workers = make(chan func(*nuncio.Report) nuncio.Record, cfg.Workers)
		for range cfg.Workers {
			s.workers <- cfg.NewWorker()
		}
	}
	mux := http.NewServeMux()
	api := s.routeAPI(mux)
	p, err := newPages(s, api.OpenAPI())
	if err != nil {
		return nil, fmt.Errorf("server: pages: %w", err)
	}
	s.pages = p
	p.route(mux)
	s.handler = s.guard(mux)
	return s, nil
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Times that a connection may take; an answer may be a long download.
const (
	headerTime   = 10 * time.Second
	readTime     = 30 * time.Second
	idleTime     = 2 * time.Minute
	shutdownTime = 10 * time.Second
	headerBytes  = 32 << 10
)

// Serve answers on a listener until the context ends, then lets what is under way
// finish.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler: s, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, IdleTimeout: idleTime, MaxHeaderBytes: headerBytes,
		ErrorLog: slog.NewLogLogger(s.Log.Handler(), slog.LevelDebug),
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := srv.Shutdown(end); err != nil {
		return fmt.Errorf("stop: requests were still under way after %v: %w", shutdownTime, err)
	}
	return nil
}
