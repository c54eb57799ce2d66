package server

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net"
	"net/http"
	"strings"
)

// Limits of what a request may carry.
const (
	maxBody   = 1 << 20 // bytes of a pasted report with what is around it
	maxTarget = 8 << 10 // bytes of the address with its query
)

// policy lets a page load what this server gives, and nothing else; no inline script.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard stands before every handler: headers, host, size, rate, origin and token.
func (s *Server) guard(next http.Handler) http.Handler {
	rates := newRates(s.Now)
	var cross http.CrossOriginProtection
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, http.StatusForbidden, "requests that change or compute something are taken from this site only")
	}))
	inner := cross.Handler(s.recovered(next))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "private, no-cache")
		switch {
		case !s.hostAllowed(r):
			s.refuse(w, r, http.StatusMisdirectedRequest, "this server answers to the name of this machine only")
			return
		case len(r.RequestURI) > maxTarget:
			s.refuse(w, r, http.StatusRequestURITooLong, "the address is longer than 8 KiB")
			return
		case r.ContentLength > maxBody:
			s.refuse(w, r, http.StatusRequestEntityTooLarge, "the body is larger than 1 MiB")
			return
		case !rates.allow(client(r), cost(r)):
			h.Set("Retry-After", "5")
			s.refuse(w, r, http.StatusTooManyRequests, "too many requests: wait a few seconds")
			return
		case s.Token != "" && !open(r.URL.Path) && !s.authorized(r):
			s.askToken(w, r)
			return
		}
		if r.Body != nil {
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		}
		inner.ServeHTTP(w, r)
	})
}

// hostAllowed holds the Host header against rebinding: a request that came in over
// loopback must name loopback. Beyond it the token guards.
func (s *Server) hostAllowed(r *http.Request) bool {
	if s.Token != "" {
		return true
	}
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	return loopback(strings.Trim(host, "[]"))
}

// open are the paths that anybody may see: how to sign in, and what that page needs.
func open(path string) bool { return path == "/login" || strings.HasPrefix(path, "/ui/") }

const cookieName = "nuncio"

func (s *Server) authorized(r *http.Request) bool {
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		return s.tokenIs(bearer)
	}
	c, err := r.Cookie(cookieName)
	return err == nil && subtle.ConstantTimeCompare([]byte(c.Value), []byte(s.session())) == 1
}

// tokenIs compares in constant time, whatever the lengths.
func (s *Server) tokenIs(given string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(s.Token))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// session is what a browser keeps in place of the token.
func (s *Server) session() string {
	m := hmac.New(sha256.New, []byte(s.Token))
	m.Write([]byte("nuncio explorer"))
	return hex.EncodeToString(m.Sum(nil))
}

func (s *Server) askToken(w http.ResponseWriter, r *http.Request) {
	if isAPI(r.URL.Path) {
		w.Header().Set("WWW-Authenticate", `Bearer realm="nuncio"`)
		s.refuse(w, r, http.StatusUnauthorized, "send the header Authorization: Bearer TOKEN")
		return
	}
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// recovered turns a panic into an answer that tells nothing of the inside.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if v == http.ErrAbortHandler {
				panic(v)
			}
			s.Log.Error("panic", "path", r.URL.Path, "value", v)
			s.refuse(w, r, http.StatusInternalServerError, "an error inside the server; its log says more")
		}()
		next.ServeHTTP(w, r)
	})
}

func isAPI(path string) bool { return path == "/v1" || strings.HasPrefix(path, "/v1/") }

// client is who asks, for rates.
func client(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
