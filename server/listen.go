package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
)

// DefaultAddr is where a server listens when nobody says otherwise.
const DefaultAddr = "127.0.0.1:8642"

// ErrExposed says that an address may be reached from other machines and no token guards it.
var ErrExposed = errors.New("listening beyond this machine needs a token: give --token or set NUNCIO_TOKEN, or listen on 127.0.0.1")

// Listen opens the address. A bare ":8642" or "8642" is loopback, port 0 picks a free
// one. Without a token it refuses whatever other machines may reach.
func Listen(ctx context.Context, addr, token string) (net.Listener, error) {
	if addr == "" {
		addr = DefaultAddr
	}
	if !strings.Contains(addr, ":") {
		addr = ":" + addr
	}
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("--addr %q is not of the form HOST:PORT: %w", addr, err)
	}
	if host == "" {
		host = "127.0.0.1"
	}
	if !loopback(host) {
		if token == "" {
			return nil, fmt.Errorf("%s: %w", addr, ErrExposed)
		}
		if len(token) < minToken {
			return nil, fmt.Errorf("%s: a token of at least %d characters is needed beyond this machine", addr, minToken)
		}
	}
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", net.JoinHostPort(host, port))
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	return l, nil
}

// minToken is the shortest token that guards an address that others reach.
const minToken = 16

// loopback reports whether a host of an address is this machine alone.
func loopback(host string) bool {
	if strings.EqualFold(strings.TrimSuffix(host, "."), "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}
