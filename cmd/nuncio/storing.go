package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/data"
	"nuncio/occurrence"
	"nuncio/store/sqlite"
)

// storing are the flags that choose a store.
type storing struct {
	Data string `help:"Folder of the store; made on first use. By default a folder under the user's data home." placeholder:"DIR"`
}

// dir is the store's folder.
func (s *storing) dir() (string, error) {
	if s.Data != "" {
		return s.Data, nil
	}
	if base := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(base) {
		return filepath.Join(base, "nuncio"), nil
	}
	if base := os.Getenv("LocalAppData"); runtime.GOOS == "windows" && base != "" {
		return filepath.Join(base, "nuncio"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("no data home (%w): name a folder with --data", err)
	}
	return filepath.Join(home, ".local", "share", "nuncio"), nil
}

// open opens the store with the catalogue that says whose organ a party is.
func (s *storing) open(ctx context.Context, cat *catalogue.Catalogue) (*sqlite.Store, error) {
	dir, err := s.dir()
	if err != nil {
		return nil, err
	}
	merger, err := newMerger(cat)
	if err != nil {
		return nil, err
	}
	return sqlite.Open(ctx, dir, merger)
}

// openExisting refuses to make a store where there is none: who asks wants to see
// something.
func (s *storing) openExisting(ctx context.Context, cat *catalogue.Catalogue) (*sqlite.Store, error) {
	dir, err := s.dir()
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, sqlite.FileName)); err != nil {
		return nil, fmt.Errorf("no store in %s: fill one with nuncio ingest, or name another with --data", dir)
	}
	return s.open(ctx, cat)
}

func newMerger(cat *catalogue.Catalogue) (*occurrence.Merger, error) {
	rules, err := occurrence.LoadRules(data.FS)
	if err != nil {
		return nil, err
	}
	return occurrence.New(rules, kin(cat)), nil
}

// kin lets the catalogue answer who belongs to whom.
func kin(cat *catalogue.Catalogue) occurrence.Kin {
	return occurrence.Kin{
		Same:      cat.Same,
		Principal: cat.Principal,
		Outlet: func(name string, on nuncio.Date) string {
			for _, m := range cat.Lookup(name) {
				if m.Entity.Kind == nuncio.KindOutlet {
					return m.Entity.ID
				}
			}
			return ""
		},
	}
}
