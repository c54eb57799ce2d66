package server

import (
	"context"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"nuncio"
	"nuncio/store"
)

// out is an answer with a body.
type out[T any] struct{ Body T }

// Paged are the parameters of a list.
type Paged struct {
	Limit  int    `query:"limit" minimum:"1" maximum:"1000" default:"50" doc:"At most so many rows."`
	Cursor string `query:"cursor" maxLength:"1000" doc:"The next of the page before."`
	Order  string `query:"order" enum:",earliest,strongest" doc:"By day, the latest first; earliest first; or the best corroborated first (occurrences)."`
}

func (p *Paged) page() store.Page {
	return store.Page{Limit: p.Limit, Cursor: p.Cursor, Order: store.Order(p.Order)}
}

type listInput struct {
	Query
	Paged
}

type countInput struct {
	Query
	Limit int `query:"limit" minimum:"1" maximum:"1000" default:"50" doc:"At most so many rows."`
}

// IDInput names one thing.
type IDInput struct {
	ID string `path:"id" maxLength:"200" doc:"As lists give it; a slash in it is written %2F."`
}

// routeAPI adds the API to the mux and gives it back for its description.
func (s *Server) routeAPI(mux *http.ServeMux) huma.API {
	cfg := huma.DefaultConfig("Nuncio", s.Version)
	cfg.Components.Schemas = schemas()
	cfg.OpenAPIPath, cfg.DocsPath, cfg.SchemasPath = "/v1/openapi", "", ""
	cfg.CreateHooks = nil // no links to schemas in bodies: an answer is what the record says
	cfg.RejectUnknownQueryParameters = true
	cfg.Info.Description = "Who did what to whom, through whom, when, where, and on whose word. Lists are paged by cursor and come in a fixed order. " +
		"Events count on their first day, else their last, else the report's. Spans count Unicode code points of report.text (of report.title where \"in\" says so)."
	tagged := http.NewServeMux()
	api := humago.New(tagged, cfg)
	lists(s, api)
	counts(s, api)
	single(s, api)
	s.routeCode(api)
	tagged.HandleFunc("/v1/", func(w http.ResponseWriter, r *http.Request) {
		s.refuse(w, r, http.StatusNotFound, "no such address; /v1/openapi.json lists them")
	})
	mux.Handle("/v1/", s.tagged(tagged))
	return api
}

// schemas names types by their package, since two packages may each have an
// Occurrence, and says how dates and spans are written.
func schemas() huma.Registry {
	r := huma.NewMapRegistry("#/components/schemas/", func(t reflect.Type, hint string) string {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		name := huma.DefaultSchemaNamer(t, hint)
		if pkg := t.PkgPath(); strings.HasPrefix(pkg, "nuncio/store") && !strings.HasPrefix(t.Name(), "List[") {
			return "Store" + name
		}
		return name
	})
	r.RegisterTypeAlias(reflect.TypeFor[nuncio.Date](), reflect.TypeFor[dateSchema]())
	r.RegisterTypeAlias(reflect.TypeFor[nuncio.Span](), reflect.TypeFor[spanSchema]())
	return r
}

type dateSchema string

// Schema of a date: a day, or null where it is not known.
func (dateSchema) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: "string", Format: "date", Nullable: true}
}

type spanSchema [2]int

// Schema of a span: [start, end).
func (spanSchema) Schema(huma.Registry) *huma.Schema {
	two := 2
	return &huma.Schema{Type: "array", Items: &huma.Schema{Type: "integer"}, MinItems: &two, MaxItems: &two,
		Description: "[start, end) in Unicode code points"}
}

func get(api huma.API, path, id, summary, tag string) huma.Operation {
	return huma.Operation{OperationID: id, Method: http.MethodGet, Path: path, Summary: summary, Tags: []string{tag},
		Errors: []int{http.StatusUnprocessableEntity, http.StatusNotFound, http.StatusTooManyRequests}}
}

// reply turns a store's answer into the API's.
func reply[T any](s *Server, v T, err error) (*out[T], error) {
	if err != nil {
		return nil, s.apiError(err)
	}
	return &out[T]{v}, nil
}

// single are the addresses that answer with one thing.
func single(s *Server, api huma.API) {
	huma.Register(api, get(api, "/v1/stats", "stats", "What the store holds", "Counts"), func(ctx context.Context, _ *struct{}) (*out[store.Stats], error) {
		v, err := s.stats(ctx)
		return reply(s, v, err)
	})
	huma.Register(api, get(api, "/v1/records/{id}", "record", "The record of a report", "Reports"), func(ctx context.Context, in *IDInput) (*out[*nuncio.Record], error) {
		v, err := s.Store.Record(ctx, in.ID)
		return reply(s, v, err)
	})
	huma.Register(api, get(api, "/v1/reports/{id}/versions", "versions", "The versions of a report, the earliest first", "Reports"), func(ctx context.Context, in *IDInput) (*out[[]store.Version], error) {
		v, err := s.Store.Versions(ctx, in.ID)
		return reply(s, v, err)
	})
	huma.Register(api, get(api, "/v1/occurrences/{id}", "occurrence", "An occurrence with all that tells of it", "Occurrences"), func(ctx context.Context, in *IDInput) (*out[*store.Occurrence], error) {
		v, err := s.Store.Occurrence(ctx, in.ID)
		return reply(s, v, err)
	})
	type actorInput struct {
		IDInput
		Query
	}
	huma.Register(api, get(api, "/v1/actors/{id}", "actor", "A party: its roles through time, its partners", "Actors"), func(ctx context.Context, in *actorInput) (*out[*store.Actor], error) {
		f, err := in.filter()
		if err != nil {
			return nil, s.apiError(err)
		}
		v, err := s.Store.Actor(ctx, in.ID, f)
		return reply(s, v, err)
	})
	type whyInput struct {
		A string `query:"a" required:"true" maxLength:"200" doc:"An event: report/event." example:"r…/e1"`
		B string `query:"b" required:"true" maxLength:"200" doc:"Another event."`
	}
	type why struct {
		A   string `json:"a"`
		B   string `json:"b"`
		Why string `json:"why"`
	}
	huma.Register(api, get(api, "/v1/why", "why", "Why two events were merged or kept apart", "Occurrences"), func(ctx context.Context, in *whyInput) (*out[why], error) {
		a, err := eventRef("a", in.A)
		if err != nil {
			return nil, s.apiError(err)
		}
		b, err := eventRef("b", in.B)
		if err != nil {
			return nil, s.apiError(err)
		}
		v, err := s.Store.Why(ctx, a, b)
		return reply(s, why{in.A, in.B, v}, err)
	})
}

func eventRef(name, s string) (nuncio.EventRef, error) {
	i := strings.LastIndexByte(s, '/')
	if i <= 0 || i == len(s)-1 {
		return nuncio.EventRef{}, badInput(name, "an event is named report/event")
	}
	return nuncio.EventRef{Report: s[:i], Event: s[i+1:]}, nil
}

// counts are the addresses that answer with a whole table.
func counts(s *Server, api huma.API) {
	count(s, api, "/v1/months", "months", "Events and occurrences by month and quad class", "Counts", func(ctx context.Context, f store.Filter, _ int) ([]store.MonthCount, error) {
		return s.Store.Months(ctx, f)
	})
	count(s, api, "/v1/dyads", "dyads", "Pairs of parties, the busiest first", "Counts", s.Store.Dyads)
	count(s, api, "/v1/places", "places", "Places where events happened, the busiest first", "Counts", s.Store.Places)
	type findInput struct {
		Find  string `query:"find" maxLength:"200" doc:"Words of a name, or an id."`
		Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"50" doc:"At most so many rows."`
	}
	huma.Register(api, get(api, "/v1/actors", "actors", "Parties by name or id, the busiest first", "Actors"), func(ctx context.Context, in *findInput) (*out[store.List[store.ActorCount]], error) {
		rows, err := s.Store.Actors(ctx, in.Find, in.Limit)
		return reply(s, store.List[store.ActorCount]{Rows: some(rows)}, err)
	})
}

func count[T any](s *Server, api huma.API, path, id, summary, tag string, ask func(context.Context, store.Filter, int) ([]T, error)) {
	huma.Register(api, get(api, path, id, summary, tag), func(ctx context.Context, in *countInput) (*out[store.List[T]], error) {
		f, err := in.filter()
		if err != nil {
			return nil, s.apiError(err)
		}
		rows, err := ask(ctx, f, in.Limit)
		return reply(s, store.List[T]{Rows: some(rows)}, err)
	})
}

// some is an empty list in place of none, so that JSON says [] and not null.
func some[T any](rows []T) []T {
	if rows == nil {
		return []T{}
	}
	return rows
}
