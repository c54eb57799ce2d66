package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"nuncio/store"
)

// refuse answers with a reason: problem+json under /v1, a page elsewhere.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, reason string) {
	w.Header().Del("ETag")
	if !isAPI(r.URL.Path) {
		s.pages.failed(w, r, status, reason)
		return
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	problem := huma.ErrorModel{Title: http.StatusText(status), Status: status, Detail: reason}
	if err := json.NewEncoder(w).Encode(problem); err != nil {
		s.Log.Debug("answer", "error", err)
	}
}

// problem is what an error is called outside: a status, and a reason that names
// nothing of the machine. What is not the client's fault goes to the log.
func (s *Server) problem(err error) (status int, reason string) {
	var bad *inputError
	switch {
	case errors.As(err, &bad):
		return http.StatusUnprocessableEntity, bad.Error()
	case errors.Is(err, store.ErrNotFound):
		return http.StatusNotFound, "the store holds nothing of that name"
	case errors.Is(err, store.ErrCursor):
		return http.StatusUnprocessableEntity, "cursor: it was not made for this list"
	case errors.Is(err, errBusy):
		return http.StatusServiceUnavailable, errBusy.Error()
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return http.StatusServiceUnavailable, "the request was given up before it was answered"
	}
	s.Log.Error("answer", "error", err)
	return http.StatusInternalServerError, "an error inside the server; its log says more"
}

// apiError is the problem as huma sends it.
func (s *Server) apiError(err error) error {
	status, reason := s.problem(err)
	return huma.NewError(status, reason)
}

// inputError is a fault of what the client sent.
type inputError struct{ field, reason string }

func (e *inputError) Error() string { return e.field + ": " + e.reason }

func badInput(field, format string, args ...any) error {
	return &inputError{field, fmt.Sprintf(format, args...)}
}

// tagged gives every answer that hangs on the store alone an ETag of the store's
// revision, and answers 304 to who has it already.
func (s *Server) tagged(next http.Handler) http.Handler {
	boot := s.Now().UnixNano()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		revision, err := s.revision(r.Context())
		if err != nil {
			status, reason := s.problem(err)
			s.refuse(w, r, status, reason)
			return
		}
		tag := fmt.Sprintf(`W/"%x-%x"`, boot, revision)
		for have := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
			if strings.TrimSpace(have) == tag {
				w.Header().Set("ETag", tag)
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		w.Header().Set("ETag", tag)
		next.ServeHTTP(&unlessFailed{ResponseWriter: w}, r)
	})
}

// unlessFailed drops the ETag of an answer that failed.
type unlessFailed struct{ http.ResponseWriter }

func (w *unlessFailed) WriteHeader(status int) {
	if status >= 400 {
		w.Header().Del("ETag")
	}
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the writer below.
func (w *unlessFailed) Unwrap() http.ResponseWriter { return w.ResponseWriter }
