package server

import (
	"context"
	"sync"

	"nuncio/store"
)

// revised is a store that can say quickly whether it has changed.
type revised interface {
	Revision(ctx context.Context) (int64, error)
}

// standing keeps the store's figures while its revision stands, since every page
// shows them and counting takes long in a large store.
type standing struct {
	mu    sync.Mutex
	known bool
	stats store.Stats
}

// revision is the store's, by which answers are tagged.
func (s *Server) revision(ctx context.Context) (int64, error) {
	if r, ok := s.Store.(revised); ok {
		return r.Revision(ctx)
	}
	stats, err := s.Store.Stats(ctx)
	return stats.Revision, err
}

// stats are the store's figures.
func (s *Server) stats(ctx context.Context) (store.Stats, error) {
	r, ok := s.Store.(revised)
	if !ok {
		return s.Store.Stats(ctx)
	}
	now, err := r.Revision(ctx)
	if err != nil {
		return store.Stats{}, err
	}
	s.standing.mu.Lock()
	defer s.standing.mu.Unlock()
	if s.standing.known && s.standing.stats.Revision == now {
		return s.standing.stats, nil
	}
	stats, err := s.Store.Stats(ctx)
	if err == nil {
		s.standing.stats, s.standing.known = stats, true
	}
	return stats, err
}
