package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"nuncio"
	"nuncio/intake"
)

// maxPaste bounds a report that is coded on request, in characters; codingWait is how
// long one waits for its turn.
const (
	maxPaste   = 100_000
	codingWait = 10 * time.Second
)

var errBusy = errors.New("all coders are at work: try again in a few seconds")

// paste is a report that is coded and not stored.
type paste struct {
	Text   string `json:"text" minLength:"1" maxLength:"100000" doc:"The report."`
	Date   string `json:"date,omitempty" maxLength:"10" doc:"Day of publication: YYYY-MM-DD. Without it the text is looked at."`
	Title  string `json:"title,omitempty" maxLength:"1000" doc:"Its headline."`
	Outlet string `json:"outlet,omitempty" maxLength:"200" doc:"Who printed it."`
	URL    string `json:"url,omitempty" maxLength:"2000" doc:"Where it stands."`
}

func (s *Server) routeCode(api huma.API) {
	huma.Register(api, huma.Operation{
		OperationID: "code", Method: http.MethodPost, Path: "/v1/code", Summary: "Code a report without storing it", Tags: []string{"Coding"},
		MaxBodyBytes: maxBody, Errors: []int{http.StatusUnprocessableEntity, http.StatusTooManyRequests, http.StatusServiceUnavailable},
	}, func(ctx context.Context, in *struct{ Body paste }) (*out[*nuncio.Record], error) {
		rec, err := s.code(ctx, &in.Body)
		return reply(s, rec, err)
	})
}

// code reads a pasted report as intake would from a file, and codes it.
func (s *Server) code(ctx context.Context, p *paste) (*nuncio.Record, error) {
	if s.workers == nil {
		return nil, errBusy
	}
	rep, err := s.report(ctx, p)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, codingWait)
	defer cancel()
	select {
	case work := <-s.workers:
		defer func() { s.workers <- work }()
		rec := work(rep)
		return &rec, nil
	case <-ctx.Done():
		return nil, errBusy
	}
}

func (s *Server) report(ctx context.Context, p *paste) (*nuncio.Report, error) {
	switch {
	case strings.TrimSpace(p.Text) == "":
		return nil, badInput("text", "nothing to code")
	case utf8.RuneCountInString(p.Text) > maxPaste:
		return nil, badInput("text", "longer than %d characters", maxPaste)
	}
	date, err := day("date", p.Date)
	if err != nil {
		return nil, err
	}
	opt := intake.Options{Format: intake.FormatText, Date: date, Outlet: p.Outlet, Today: nuncio.DateOf(s.Now())}
	body := []byte(p.Text)
	if p.Title != "" || p.URL != "" { // what a plain text does not carry goes in as fields
		opt.Format = intake.FormatJSONL
		if body, err = json.Marshal(map[string]string{"text": p.Text, "title": p.Title, "url": p.URL}); err != nil {
			return nil, err
		}
	}
	for rep, err := range s.Intake.Read(ctx, "report", bytes.NewReader(body), opt) {
		if err != nil {
			return nil, badInput("text", "%v", err)
		}
		if rep.Language != "" && rep.Language != "en" {
			return nil, badInput("text", "it is in %q, and only English is coded", rep.Language)
		}
		return &rep, nil
	}
	return nil, badInput("text", "nothing to code")
}
