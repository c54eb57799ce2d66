package server

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"nuncio"
	"nuncio/store"
)

// lists are the addresses that answer with pages of rows, or with all of them as a file.
func lists(s *Server, api huma.API) {
	list(s, api, "/v1/reports", "reports", "Reports, the latest first", s.Store.Reports, reportHeader, reportCells)
	list(s, api, "/v1/events", "events", "Events, the latest first", s.Store.Events, eventHeader, eventCells)
	list(s, api, "/v1/occurrences", "occurrences", "Occurrences, the latest first or the strongest", s.Store.Occurrences, occurrenceHeader, occurrenceCells)
	huma.Register(api, file("/v1/records.jsonl", "records-jsonl", "All records, one a line, in the order of their ids"), func(ctx context.Context, _ *struct{}) (*huma.StreamResponse, error) {
		return stream("application/jsonl", "records.jsonl", func(w io.Writer) error {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			for rec, err := range s.Store.Records(ctx) {
				if err != nil {
					return err
				}
				if err := enc.Encode(rec); err != nil {
					return err
				}
			}
			return nil
		}), nil
	})
}

func file(path, id, summary string) huma.Operation {
	op := get(nil, path, id, summary, "Downloads")
	kind := "application/jsonl"
	if strings.HasSuffix(path, ".csv") {
		kind = "text/csv"
	}
	op.Responses = map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{kind: {}}}}
	return op
}

type asker[T any] func(context.Context, store.Filter, store.Page) (store.List[T], error)

func list[T any](s *Server, api huma.API, path, id, summary string, ask asker[T], header []string, cells func(*T) []string) {
	huma.Register(api, get(api, path, id, summary, strings.ToUpper(id[:1])+id[1:]), func(ctx context.Context, in *listInput) (*out[store.List[T]], error) {
		f, err := in.filter()
		if err != nil {
			return nil, s.apiError(err)
		}
		l, err := ask(ctx, f, in.page())
		l.Rows = some(l.Rows)
		return reply(s, l, err)
	})
	type fileInput struct {
		Query
		Order string `query:"order" enum:",earliest,strongest" doc:"As in the list."`
	}
	// all runs through every page; the first is asked for before the answer begins, so
	// that what is wrong with the query can still be said.
	all := func(ctx context.Context, in *fileInput, kind, name string, begin func(io.Writer) (func(*T) error, func() error)) (*huma.StreamResponse, error) {
		f, err := in.filter()
		if err != nil {
			return nil, s.apiError(err)
		}
		p := store.Page{Limit: store.MaxPage, Order: store.Order(in.Order)}
		l, err := ask(ctx, f, p)
		if err != nil {
			return nil, s.apiError(err)
		}
		return stream(kind, name, func(w io.Writer) error {
			row, end := begin(w)
			for {
				for i := range l.Rows {
					if err := row(&l.Rows[i]); err != nil {
						return err
					}
				}
				if err := end(); err != nil {
					return err
				}
				if l.Next == "" {
					return nil
				}
				p.Cursor = l.Next
				if l, err = ask(ctx, f, p); err != nil {
					return err
				}
			}
		}), nil
	}
	huma.Register(api, file(path+".csv", id+"-csv", "All "+id+" as CSV"), func(ctx context.Context, in *fileInput) (*huma.StreamResponse, error) {
		return all(ctx, in, "text/csv; charset=utf-8", id+".csv", func(w io.Writer) (func(*T) error, func() error) {
			c := csv.NewWriter(w)
			headErr := c.Write(header)
			return func(v *T) error { return c.Write(cells(v)) }, func() error {
				c.Flush()
				if headErr != nil {
					return headErr
				}
				return c.Error()
			}
		})
	})
	huma.Register(api, file(path+".jsonl", id+"-jsonl", "All "+id+" as JSON Lines"), func(ctx context.Context, in *fileInput) (*huma.StreamResponse, error) {
		return all(ctx, in, "application/jsonl", id+".jsonl", func(w io.Writer) (func(*T) error, func() error) {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			return func(v *T) error { return enc.Encode(v) }, func() error { return nil }
		})
	})
}

// stream sends a file of unknown length. What fails on the way cuts the connection,
// so that a piece is never taken for the whole.
func stream(kind, name string, write func(io.Writer) error) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		ctx.SetHeader("Content-Type", kind)
		ctx.SetHeader("Content-Disposition", `attachment; filename="`+name+`"`)
		if err := write(ctx.BodyWriter()); err != nil {
			panic(http.ErrAbortHandler)
		}
	}}
}

var (
	reportHeader = []string{"id", "published", "outlet", "agency", "title", "url", "copy_of", "events"}
	eventHeader  = []string{"report", "id", "day", "date_start", "date_end", "granularity", "actor", "actor_name", "recipient", "recipient_name", "via",
		"event", "mode", "cameo", "quad", "goldstein", "status", "chain", "origins", "corroboration", "occurrence", "place", "place_country", "lat", "lon",
		"confidence", "rule", "words", "outlet", "agency", "published", "title", "copy_of"}
	occurrenceHeader = []string{"id", "day", "date_start", "date_end", "granularity", "actor", "actor_name", "recipient", "recipient_name", "event", "mode",
		"quad", "status", "corroboration", "origins", "asserted_by", "denied_by", "place", "place_country", "events", "reports", "first_report", "last_report"}
)

func reportCells(r *store.ReportRow) []string {
	return []string{r.ID, r.Published.String(), plain(r.Outlet), plain(r.Agency), plain(r.Title), plain(r.URL), r.CopyOf, strconv.Itoa(r.Events)}
}

func eventCells(e *store.EventRow) []string {
	name, country, lat, lon := whereCells(e.Where)
	links := make([]string, len(e.Chain))
	for i, l := range e.Chain {
		links[i] = l.Name
	}
	return []string{e.Report, e.ID, e.Day.String(), e.When.Start.String(), e.When.End.String(), string(e.When.Granularity),
		ids(e.Actor), names(e.Actor), ids(e.Recipient), names(e.Recipient), names(e.Via), e.Event.Event, e.Mode, e.CAMEO, strconv.Itoa(e.Quad),
		strconv.FormatFloat(e.Goldstein, 'f', -1, 64), string(e.Status), plain(strings.Join(links, " > ")), plain(strings.Join(e.Origins, ";")), strconv.Itoa(e.Corroboration),
		e.Occurrence, plain(name), country, lat, lon, strconv.FormatFloat(e.Confidence, 'f', -1, 64), e.Rule, plain(e.Words), plain(e.Outlet), plain(e.Agency),
		e.Published.String(), plain(e.Title), e.CopyOf}
}

func occurrenceCells(o *store.OccurrenceRow) []string {
	name, country, _, _ := whereCells(o.Where)
	origins := make([]string, 0, len(o.Origins))
	for _, g := range o.Origins {
		origins = append(origins, g.ID)
	}
	return []string{o.ID, o.Day.String(), o.When.Start.String(), o.When.End.String(), string(o.When.Granularity), ids(o.Actor), names(o.Actor),
		ids(o.Recipient), names(o.Recipient), o.Event, o.Mode, strconv.Itoa(o.Quad), string(o.Status), strconv.Itoa(o.Corroboration), plain(strings.Join(origins, ";")),
		plain(strings.Join(o.AssertedBy, ";")), plain(strings.Join(o.DeniedBy, ";")), plain(name), country, strconv.Itoa(len(o.Events)), strconv.Itoa(o.Reports),
		o.FirstReport.String(), o.LastReport.String()}
}

func whereCells(w *nuncio.Where) (name, country, lat, lon string) {
	if w == nil {
		return "", "", "", ""
	}
	if w.Lat != nil && w.Lon != nil {
		lat, lon = strconv.FormatFloat(*w.Lat, 'f', -1, 64), strconv.FormatFloat(*w.Lon, 'f', -1, 64)
	}
	return w.Name, w.Country, lat, lon
}

func ids(ps []nuncio.Party) string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Entity
	}
	return plain(strings.Join(out, ";"))
}

func names(ps []nuncio.Party) string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Name
	}
	return plain(strings.Join(out, "; "))
}

// plain keeps spreadsheets from taking text for a formula: an apostrophe goes before
// =, +, -, @ and tabs at the beginning of a text cell. JSON Lines has it as it is.
func plain(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
