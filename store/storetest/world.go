package storetest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"nuncio"
)

// AllStatuses lets denials through, which lists leave out otherwise.
var AllStatuses = []nuncio.Status{nuncio.Asserted, nuncio.Negated, nuncio.Planned, nuncio.Possible, nuncio.Demanded}

// World is a small set of invented records: a visit told by four reports, two of
// them copies and one on an agency's word; its denial; a telephone call; a plan;
// an attack elsewhere. Each call makes it anew.
func World() []*nuncio.Record {
	visit := "Foreign Minister Ngozi Adebayo of Nigeria visited Accra on Tuesday and spoke with her Ghanaian hosts about fishing rights in the Gulf of Guinea."
	long := visit + " The two sides went over licences, patrols and the price of fuel for the fleets. A second round is to follow in Lagos before the rains, when the boats come home, officials on both sides said after the talks."
	return []*nuncio.Record{
		record("r0", "The Lagos Ledger", "", "2015-03-11", "Minister in Accra", visit, event("CONSULT", "visit", "NGA", "GHA", "2015-03-10", nuncio.Asserted)),
		record("r1", "Accra Evening News", "Ghana Wire", "2015-03-11", "Talks on fish", long, event("CONSULT", "visit", "NGA", "GHA", "2015-03-10", nuncio.Asserted)),
		record("r2", "Kumasi Post", "", "2015-03-12", "Fish talks held", long+" (kp)", event("CONSULT", "visit", "NGA", "GHA", "2015-03-10", nuncio.Asserted)),
		record("r3", "The Benin Bee", "", "2015-03-12", "Visit, says agency", "An agency tells of a visit.",
			event("CONSULT", "visit", "NGA", "GHA", "2015-03-10", nuncio.Asserted, nuncio.Link{Name: "Ghana Wire", Entity: "outlet/ghana-wire", Kind: nuncio.LinkAgency})),
		record("r4", "Port Paper", "", "2015-03-13", "No visit", "A spokesman says that there was no visit.",
			event("CONSULT", "visit", "NGA", "GHA", "2015-03-10", nuncio.Negated, nuncio.Link{Name: "Foreign Ministry", Kind: nuncio.LinkGovernment, Country: "NGA"})),
		record("r5", "The Lagos Ledger", "", "2015-04-02", "A call", "The presidents spoke by telephone.", event("CONSULT", "phone", "GHA", "NGA", "2015-04-01", nuncio.Asserted)),
		record("r6", "The Lagos Ledger", "", "2015-04-03", "A plan", "A protocol is to be signed in May.", event("AGREE", "", "NGA", "GHA", "2015-05-01..2015-05-31", nuncio.Planned)),
		record("r7", "Lake News", "", "2016-01-05", "Shots at the border", "Gunmen from Chad attacked a Cameroonian post.", placed(event("ASSAULT", "firearms", "TCD", "CMR", "2016-01-04", nuncio.Asserted))),
		record("r8", "Lake News", "", "", "Undated", "Cameroon condemned Chad.", event("ACCUSE", "disapprove", "CMR", "TCD", "", nuncio.Asserted)),
		record("r9", "Lake News", "", "2016-02-01", "Nothing", "It rained."),
	}
}

func record(id, outlet, agency, published, title, text string, events ...nuncio.Event) *nuncio.Record {
	rec := &nuncio.Record{
		Schema: nuncio.SchemaVersion,
		Coder:  nuncio.Coder{Version: "0", Model: "m", Codebook: "plover-0", Weights: "w", Catalogue: "c"},
		Report: nuncio.Report{ID: id, Outlet: outlet, Agency: agency, Title: title, Text: text, Language: "en"},
		Events: events,
	}
	if published != "" {
		rec.Report.Published = date(published)
		rec.Report.Basis = nuncio.DateFromHeader
	}
	seen := map[string]bool{}
	for i := range rec.Events {
		e := &rec.Events[i]
		e.ID = fmt.Sprintf("e%d", i+1)
		e.Evidence = nuncio.Evidence{Span: nuncio.Span{End: len(text)}, Trigger: nuncio.Phrase{Text: "word", Span: nuncio.Span{Start: 1, End: 2 + i}}}
		for _, p := range append(e.Actor, e.Recipient...) {
			if !seen[p.Entity] {
				seen[p.Entity] = true
				rec.Entities = append(rec.Entities, nuncio.Entity{ID: p.Entity, Kind: nuncio.KindState, Name: p.Name, Country: p.Country, Sector: "GOV",
					Mentions: []nuncio.Span{{Start: 0, End: 2}}})
			}
		}
	}
	if len(events) > 0 {
		rec.Attributions = []nuncio.Attribution{{ID: "a1", Cue: &nuncio.Phrase{Text: "said", Span: nuncio.Span{Start: 3, End: 7}}, Content: nuncio.Content{Span: nuncio.Span{Start: 0, End: 3}}, Style: nuncio.StyleIndirect}}
		rec.Relations = []nuncio.Relation{{ID: "s1", Relation: "dispute", Between: []string{"NGA", "GHA"}, Status: nuncio.Asserted, Chain: []nuncio.Link{}}}
	} else {
		rec.Uncoded = []nuncio.Uncoded{{Sentence: 0, Word: "rain", Reason: "no political verb"}}
	}
	return rec
}

var names = map[string]string{"NGA": "Nigeria", "GHA": "Ghana", "TCD": "Chad", "CMR": "Cameroon"}

func event(class, mode, actor, recipient, when string, status nuncio.Status, chain ...nuncio.Link) nuncio.Event {
	quad := map[string]int{"CONSULT": 1, "AGREE": 1, "ACCUSE": 3, "ASSAULT": 4}[class]
	party := func(id string) []nuncio.Party {
		return []nuncio.Party{{Entity: id, Name: names[id], Country: id, Sector: "GOV", Code: id}}
	}
	e := nuncio.Event{Event: class, Mode: mode, Quad: quad, CAMEO: "040", Actor: party(actor), Recipient: party(recipient), Status: status,
		Chain: chain, Rule: "test", Confidence: 0.5}
	if chain == nil {
		e.Chain = []nuncio.Link{}
	}
	start, end, ok := strings.Cut(when, "..")
	if !ok {
		end = start
	}
	if when != "" {
		e.When = nuncio.When{Interval: nuncio.Interval{Start: date(start), End: date(end), Granularity: nuncio.GranularityDay}, Basis: nuncio.WhenExpression}
	}
	return e
}

func placed(e nuncio.Event) nuncio.Event {
	lat, lon := 12.08, 15.03
	e.Where = &nuncio.Where{Name: "Kousseri", Country: "CMR", Lat: &lat, Lon: &lon, Precision: nuncio.PrecisionCity, GeoNames: 2229152}
	return e
}

func date(s string) nuncio.Date {
	d, err := nuncio.ParseDate(s)
	if err != nil {
		panic(err) // the dates above are constants
	}
	return d
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
