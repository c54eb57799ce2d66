package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path"
	"sync"

	"nuncio"
	"nuncio/coder"
	"nuncio/data"
	"nuncio/examples"
	"nuncio/intake"
	"nuncio/server"
	"nuncio/store/sqlite"
)

// serveCmd answers over HTTP: the API under /v1, the explorer at /.
type serveCmd struct {
	coding
	storing
	Addr    string `default:"127.0.0.1:8642" help:"Address to listen on. A bare :PORT is this machine only, port 0 picks a free one." placeholder:"HOST:PORT"`
	Token   string `env:"NUNCIO_TOKEN" help:"Ask every request for this token; needed to listen beyond this machine. Better given as $$NUNCIO_TOKEN than on the command line." placeholder:"TOKEN"`
	Demo    bool   `help:"Fill a temporary store with the bundled example reports and show that."`
	Workers int    `default:"0" help:"How many pasted reports are coded at once; 0 is one a core." placeholder:"N"`
}

// Help is shown by nuncio serve --help.
func (serveCmd) Help() string {
	return `Shows a store that nuncio ingest filled. The program stops on Ctrl-C, after it has answered what was asked.

Examples:
  nuncio serve --demo
  nuncio serve --data ./store --addr 127.0.0.1:0
  NUNCIO_TOKEN=… nuncio serve --addr 0.0.0.0:8642

Beyond this machine nothing is encrypted: put a proxy that speaks TLS before it.
Exit status: 0 when it was told to stop, 1 when it could not start or failed.`
}

func (c *serveCmd) Run(ctx context.Context, std streams) error {
	l, err := server.Listen(ctx, c.Addr, c.Token) // first, so that a wrong address is told at once
	if err != nil {
		return err
	}
	defer l.Close()
	parts, err := c.parts()
	if err != nil {
		return err
	}
	reader, err := intake.New(data.FS)
	if err != nil {
		return fmt.Errorf("intake: %w", err)
	}
	cfg := server.Config{
		Intake: reader, Workers: c.Workers, Version: version, Token: c.Token,
		Log: slog.New(slog.NewTextHandler(std.err, &slog.HandlerOptions{Level: slog.LevelWarn})),
	}
	code := coder.New(parts)
	cfg.NewWorker = func() func(*nuncio.Report) nuncio.Record { return code.NewWorker().Code }
	var st *sqlite.Store
	if c.Demo {
		dir, err := os.MkdirTemp("", "nuncio-demo-")
		if err != nil {
			return fmt.Errorf("demo: %w", err)
		}
		defer os.RemoveAll(dir)
		c.Data = dir
		if st, err = c.open(ctx, parts.Catalogue); err != nil {
			return err
		}
		defer st.Close()
		cfg.Name = "Invented example reports"
		if err := demo(ctx, st, code, reader); err != nil {
			return fmt.Errorf("demo: %w", err)
		}
	} else {
		if st, err = c.openExisting(ctx, parts.Catalogue); err != nil {
			return err
		}
		defer st.Close()
	}
	cfg.Store = st
	srv, err := server.New(cfg)
	if err != nil {
		return err
	}
	fmt.Fprintf(std.err, "nuncio: open http://%s/\n", l.Addr())
	return srv.Serve(ctx, l)
}

// demo codes the example reports side by side and stores them all at once.
func demo(ctx context.Context, st *sqlite.Store, code *coder.Coder, reader *intake.Reader) error {
	reports, err := exampleReports(ctx, reader)
	if err != nil {
		return err
	}
	recs := make([]*nuncio.Record, len(reports))
	next := make(chan int, len(reports))
	for i := range reports {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			w := code.NewWorker()
			for i := range next {
				if ctx.Err() != nil {
					return
				}
				rec := w.Code(&reports[i])
				recs[i] = &rec
			}
		})
	}
	wg.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	_, err = st.Put(ctx, recs...)
	return err
}

// exampleReports reads the bundled reports.
func exampleReports(ctx context.Context, reader *intake.Reader) ([]nuncio.Report, error) {
	var out []nuncio.Report
	err := fs.WalkDir(examples.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".txt" {
			return err
		}
		b, err := fs.ReadFile(examples.FS, name)
		if err != nil {
			return err
		}
		for rep, err := range reader.Read(ctx, name, bytes.NewReader(b), intake.Options{}) {
			if err != nil {
				return err
			}
			out = append(out, rep)
		}
		return nil
	})
	return out, err
}
