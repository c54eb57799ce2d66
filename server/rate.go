package server

import (
	"net/http"
	"sync"
	"time"
)

// Rates: tokens come back at perSecond up to burst; what codes a text costs more,
// and so does a try at the token.
const (
	perSecond  = 50.0
	burst      = 300.0
	codingCost = 10.0
	loginCost  = 50.0
	maxClients = 10_000
)

// rates holds a bucket a client.
type rates struct {
	mu      sync.Mutex
	now     func() time.Time
	buckets map[string]*bucket
}

type bucket struct {
	left float64
	at   time.Time
}

func newRates(now func() time.Time) *rates { return &rates{now: now, buckets: map[string]*bucket{}} }

// allow takes cost from the client's bucket, if it holds as much.
func (r *rates) allow(client string, cost float64) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	now := r.now()
	b := r.buckets[client]
	if b == nil {
		if len(r.buckets) >= maxClients {
			r.sweep(now)
		}
		b = &bucket{left: burst, at: now}
		r.buckets[client] = b
	}
	b.left = min(burst, b.left+now.Sub(b.at).Seconds()*perSecond)
	b.at = now
	if b.left < cost {
		return false
	}
	b.left -= cost
	return true
}

// sweep forgets the clients whose buckets have filled again; all, should none have.
func (r *rates) sweep(now time.Time) {
	for k, b := range r.buckets {
		if b.left+now.Sub(b.at).Seconds()*perSecond >= burst {
			delete(r.buckets, k)
		}
	}
	if len(r.buckets) >= maxClients {
		clear(r.buckets)
	}
}

func cost(r *http.Request) float64 {
	switch {
	case r.Method == http.MethodPost && r.URL.Path == "/login":
		return loginCost
	case r.Method == http.MethodPost:
		return codingCost
	}
	return 1
}
