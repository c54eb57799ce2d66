package server_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"nuncio"
	"nuncio/store"
)

func TestListsArePagedWithoutGapOrDouble(t *testing.T) {
	s := newSite(t, nil)
	for _, list := range []string{"/v1/events?since=2012-01-01&until=2016-12-31&", "/v1/occurrences?order=strongest&since=2012-01-01&until=2016-12-31&", "/v1/occurrences?between=KGZ,TJK&", "/v1/reports?"} {
		type row struct{ ID, Report string }
		whole := decode[store.List[row]](t, s.get(t, list+"limit=1000"))
		if len(whole.Rows) == 1000 {
			t.Fatalf("%s: as many rows as a page may have; narrow the list", list)
		}
		var walked []row
		for cursor := ""; ; {
			page := decode[store.List[row]](t, s.get(t, list+"limit=7&cursor="+url.QueryEscape(cursor)))
			walked = append(walked, page.Rows...)
			if cursor = page.Next; cursor == "" {
				break
			}
		}
		if len(whole.Rows) < 8 || !slices.Equal(whole.Rows, walked) {
			t.Errorf("%s: %d rows at once, %d by pages of 7, or in another order", list, len(whole.Rows), len(walked))
		}
	}
}

func TestFiltersNarrow(t *testing.T) {
	s := newSite(t, nil)
	party := func(e *store.EventRow, country string) bool {
		for _, side := range [][]nuncio.Party{e.Actor, e.Recipient, e.Via} {
			for _, p := range side {
				if p.Country == country || p.Entity == country {
					return true
				}
			}
		}
		return false
	}
	for query, holds := range map[string]func(*store.EventRow) bool{
		"party=KGZ":                         func(e *store.EventRow) bool { return party(e, "KGZ") },
		"between=KGZ,TJK":                   func(e *store.EventRow) bool { return party(e, "KGZ") && party(e, "TJK") },
		"class=CONSULT&class=AID":           func(e *store.EventRow) bool { return e.Event.Event == "CONSULT" || e.Event.Event == "AID" },
		"quad=4":                            func(e *store.EventRow) bool { return e.Quad == 4 },
		"status=planned":                    func(e *store.EventRow) bool { return e.Status == nuncio.Planned },
		"since=2016-06-01&until=2016-06-30": func(e *store.EventRow) bool { return strings.HasPrefix(e.Day.String(), "2016-06") },
		"corroboration=2":                   func(e *store.EventRow) bool { return e.Corroboration >= 2 },
		"origin=TJK":                        func(e *store.EventRow) bool { return e.Occurrence != "" },
		"chain=Kabar": func(e *store.EventRow) bool {
			return len(e.Chain) > 0 && strings.Contains(fmt.Sprint(e.Chain), "Kabar")
		},
		"text=frontier":         func(e *store.EventRow) bool { return e.Report != "" },
		"outlet=The+Pamir+Post": func(e *store.EventRow) bool { return e.Outlet == "The Pamir Post" },
	} {
		all := decode[store.List[store.EventRow]](t, s.get(t, "/v1/events?limit=1000"))
		rows := decode[store.List[store.EventRow]](t, s.get(t, "/v1/events?limit=1000&"+query)).Rows
		if len(rows) == 0 || len(rows) >= len(all.Rows) {
			t.Errorf("%s let %d of %d events through", query, len(rows), len(all.Rows))
		}
		for i := range rows {
			if !holds(&rows[i]) {
				t.Errorf("%s let %s/%s through", query, rows[i].Report, rows[i].ID)
			}
		}
	}
}

func TestDownloadsHoldTheSameRows(t *testing.T) {
	s := newSite(t, nil)
	for _, list := range []string{"events", "occurrences", "reports"} {
		want := len(decode[store.List[json.RawMessage]](t, s.get(t, "/v1/"+list+"?limit=1000&party=KGZ")).Rows)
		rows, err := csv.NewReader(strings.NewReader(s.get(t, "/v1/"+list+".csv?party=KGZ"))).ReadAll()
		if err != nil || len(rows) != want+1 {
			t.Errorf("%s.csv: %d rows with the header, want %d: %v", list, len(rows), want+1, err)
		}
		if n := strings.Count(s.get(t, "/v1/"+list+".jsonl?party=KGZ"), "\n"); n != want {
			t.Errorf("%s.jsonl: %d lines, want %d", list, n, want)
		}
	}
	recs, err := records()
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(s.get(t, "/v1/records.jsonl"), "\n"); n != len(recs) {
		t.Errorf("records.jsonl: %d lines, want %d", n, len(recs))
	}
}

func TestWrongQuestionsGetProblems(t *testing.T) {
	s := newSite(t, nil)
	long := strings.Repeat("x", 600)
	for _, c := range []struct {
		method, target, body string
		status               int
		says                 string
	}{
		{"GET", "/v1/events?colour=red", "", 422, "colour"},
		{"GET", "/v1/events?since=tomorrow", "", 422, "since"},
		{"GET", "/v1/events?since=2024-02-30", "", 422, "since"},
		{"GET", "/v1/events?since=2024-02-03&until=2024-02-02", "", 422, "until"},
		{"GET", "/v1/events?class=LOVE", "", 422, "class"},
		{"GET", "/v1/events?quad=7", "", 422, "quad"},
		{"GET", "/v1/events?between=KGZ", "", 422, "between"},
		{"GET", "/v1/events?directed=true", "", 422, "directed"},
		{"GET", "/v1/events?limit=0", "", 422, "limit"},
		{"GET", "/v1/events?limit=1001", "", 422, "limit"},
		{"GET", "/v1/events?text=" + long, "", 422, "text"},
		{"GET", "/v1/events?party=" + long, "", 422, "party"},
		{"GET", "/v1/events?cursor=garbage", "", 422, "cursor"},
		{"GET", "/v1/events.csv?class=LOVE", "", 422, "class"},
		{"GET", "/v1/why?a=x&b=y", "", 422, "report/event"},
		{"GET", "/v1/records/nothing", "", 404, "nothing"},
		{"GET", "/v1/occurrences/nothing", "", 404, "nothing"},
		{"GET", "/v1/actors/nothing", "", 404, "nothing"},
		{"GET", "/v1/nothing", "", 404, "openapi"},
		{"GET", "/v1/events?text=" + strings.Repeat("x", 9000), "", 414, "8 KiB"},
		{"POST", "/v1/code", "{", 400, ""},
		{"POST", "/v1/code", `{"text":""}`, 422, "text"},
		{"POST", "/v1/code", `{"text":"x","colour":"red"}`, 422, "colour"},
		{"POST", "/v1/code", `{"text":"France and Iran met.","date":"soon"}`, 422, "date"},
		{"POST", "/v1/code", `{"text":"` + strings.Repeat("x", 100_001) + `"}`, 422, "text"},
		{"POST", "/v1/code", `{"text":"` + strings.Repeat("x", 1<<20) + `"}`, 413, "1 MiB"},
		{"POST", "/v1/code", `{"text":"Der Minister hat am Dienstag in Berlin mit seinem Amtskollegen über die Lage an der Grenze gesprochen und einen neuen Vertrag unterzeichnet, wie die Regierung mitteilte."}`, 422, "English"},
	} {
		res := s.ask(t, c.method, c.target, c.body, "Content-Type", "application/json")
		body := read(t, res)
		if res.StatusCode != c.status || res.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(body, c.says) {
			t.Errorf("%s %.60s: %d %s %.200s; want %d and %q", c.method, c.target, res.StatusCode, res.Header.Get("Content-Type"), body, c.status, c.says)
		}
		if res.Header.Get("ETag") != "" {
			t.Errorf("%s %.60s: a problem has an ETag", c.method, c.target)
		}
	}
}

func TestETagStandsUntilTheStoreChanges(t *testing.T) {
	s := newSite(t, nil)
	for _, target := range []string{"/v1/dyads", "/"} {
		first := s.ask(t, "GET", target, "")
		tag := first.Header.Get("ETag")
		if tag == "" {
			t.Fatalf("%s has no ETag", target)
		}
		if res := s.ask(t, "GET", target, "", "If-None-Match", tag); res.StatusCode != http.StatusNotModified || read(t, res) != "" {
			t.Errorf("%s: %s, want 304 without body", target, res.Status)
		}
		recs, err := records()
		if err != nil {
			t.Fatal(err)
		}
		more := *recs[0]
		more.Report.ID, more.Report.URL, more.Report.Outlet = "rnew"+target[:1], "", target
		more.Report.Text += " " + target
		if _, err := s.store.Put(t.Context(), &more); err != nil {
			t.Fatal(err)
		}
		if res := s.ask(t, "GET", target, "", "If-None-Match", tag); target == "/v1/dyads" && res.StatusCode != http.StatusOK {
			t.Errorf("%s: %s after the store changed, want 200", target, res.Status)
		}
	}
}

func TestCodeStoresNothing(t *testing.T) {
	s := newSite(t, nil)
	before := s.get(t, "/v1/stats")
	res := s.ask(t, "POST", "/v1/code", `{"text":"Norway's foreign minister, Espen Barth Eide, met his Swedish counterpart in Oslo on Tuesday.","date":"2024-05-16","outlet":"The Fjord Post","title":"Ministers meet"}`,
		"Content-Type", "application/json")
	body := read(t, res)
	rec := decode[nuncio.Record](t, body)
	if res.StatusCode != 200 || rec.Report.Published.String() != "2024-05-16" || rec.Report.Outlet != "The Fjord Post" || rec.Report.Title != "Ministers meet" {
		t.Errorf("%s: %.300s", res.Status, body)
	}
	if !slices.ContainsFunc(rec.Events, func(e nuncio.Event) bool { return e.Event == "CONSULT" }) {
		t.Errorf("no CONSULT in %.500s", body)
	}
	if after := s.get(t, "/v1/stats"); after != before {
		t.Errorf("the store changed: %s, then %s", before, after)
	}
}

// TestAnswersFollowTheirDescription holds answers against the schemas that the
// OpenAPI document gives for them.
func TestAnswersFollowTheirDescription(t *testing.T) {
	s := newSite(t, nil)
	doc := s.get(t, "/v1/openapi.json")
	var api struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			Responses map[string]struct {
				Content map[string]struct{ Schema json.RawMessage }
			}
		}
	}
	if err := json.Unmarshal([]byte(doc), &api); err != nil || !strings.HasPrefix(api.OpenAPI, "3.1") {
		t.Fatalf("openapi %q: %v", api.OpenAPI, err)
	}
	parsed, err := jsonschema.UnmarshalJSON(strings.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("http://x/openapi.json", parsed); err != nil {
		t.Fatal(err)
	}
	views := s.views(t)
	id := func(view string) string { return views[view][strings.LastIndexByte(views[view], '/')+1:] }
	for path, target := range map[string]string{
		"/v1/stats": "", "/v1/events": "?limit=1000", "/v1/occurrences": "?limit=1000", "/v1/reports": "?limit=1000", "/v1/dyads": "", "/v1/months": "",
		"/v1/places": "", "/v1/actors": "", "/v1/actors/{id}": "/v1/actors/KGZ", "/v1/records/{id}": "/v1/records/" + id("report"),
		"/v1/occurrences/{id}": "/v1/occurrences/" + id("occurrence"), "/v1/reports/{id}/versions": "/v1/reports/" + id("report") + "/versions",
	} {
		if !strings.HasPrefix(target, "/") {
			target = path + target
		}
		if _, ok := api.Paths[path]["get"]; !ok {
			t.Errorf("%s is not described", path)
			continue
		}
		at := "http://x/openapi.json#/paths/" + strings.ReplaceAll(strings.ReplaceAll(path, "~", "~0"), "/", "~1") + "/get/responses/200/content/application~1json/schema"
		schema, err := c.Compile(at)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		answer, err := jsonschema.UnmarshalJSON(strings.NewReader(s.get(t, target)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(answer); err != nil {
			t.Errorf("%s does not follow its description: %.900s", target, err.Error())
		}
	}
}
