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
	// The overview of everything, once somebody asked for it.
	months []store.MonthCount
	dyads  []store.DyadCount
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
		s.standing.months, s.standing.dyads = nil, nil
	}
	return stats, err
}

// overviewDyads is how many of the busiest dyads the overview shows.
const overviewDyads = 12

// busiest counts events by month and by dyad. What everything together comes to is
// kept while the store stands: each visit begins there.
func (s *Server) busiest(ctx context.Context, f store.Filter, filtered bool) ([]store.MonthCount, []store.DyadCount, error) {
	if !filtered {
		s.standing.mu.Lock()
		months, dyads := s.standing.months, s.standing.dyads
		s.standing.mu.Unlock()
		if months != nil {
			return months, dyads, nil
		}
	}
	months, err := s.Store.Months(ctx, f)
	if err != nil {
		return nil, nil, err
	}
	dyads, err := s.Store.Dyads(ctx, f, overviewDyads)
	if err != nil || filtered {
		return months, dyads, err
	}
	if _, ok := s.Store.(revised); !ok {
		return months, dyads, nil
	}
	now, err := s.revision(ctx)
	s.standing.mu.Lock()
	defer s.standing.mu.Unlock()
	if err == nil && s.standing.known && s.standing.stats.Revision == now {
		s.standing.months, s.standing.dyads = months, dyads
	}
	return months, dyads, err
}
