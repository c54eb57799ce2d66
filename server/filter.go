package server

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nuncio"
	"nuncio/store"
)

// Limits of a query.
const (
	maxWord    = 200 // runes of an id or name
	maxText    = 500 // runes of a full-text query
	maxChoices = 30  // values of one list
)

var (
	classes = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
		"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT"}
	statuses = []string{"asserted", "negated", "planned", "possible", "demanded"}
)

// Query is a filter as an address spells it, for the API and for pages alike.
type Query struct {
	Party         []string `query:"party,explode" maxItems:"30" doc:"Ids of states, persons, organizations …: one of them takes part. A state stands for everybody of that country. May be repeated." example:"PRK"`
	Between       string   `query:"between" maxLength:"401" doc:"Two ids, separated by a comma: one on each side of the event, whichever acts." example:"KGZ,TJK"`
	Directed      bool     `query:"directed" doc:"With between: the first acts and the second receives."`
	Class         []string `query:"class,explode" maxItems:"30" enum:"AGREE,CONSULT,SUPPORT,CONCEDE,COOPERATE,AID,RETREAT,REQUEST,ACCUSE,REJECT,THREATEN,PROTEST,SANCTION,MOBILIZE,COERCE,ASSAULT,STATEMENT" doc:"PLOVER class. May be repeated."`
	Quad          []int    `query:"quad,explode" maxItems:"5" doc:"1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 statements. May be repeated."`
	Status        []string `query:"status,explode" maxItems:"5" enum:"asserted,negated,planned,possible,demanded" doc:"How the first link of the chain holds it. May be repeated."`
	Chain         string   `query:"chain" maxLength:"200" doc:"Id or name of any link of the chain of attribution."`
	Origin        string   `query:"origin" maxLength:"200" doc:"Id of an origin of the occurrence, as occurrences list them." example:"KGZ"`
	Since         string   `query:"since" maxLength:"10" doc:"The event's day lies on it or after: YYYY-MM-DD." example:"2016-06-01"`
	Until         string   `query:"until" maxLength:"10" doc:"The event's day lies on it or before: YYYY-MM-DD."`
	Country       string   `query:"country" maxLength:"3" doc:"Where it happened: ISO 3166-1 alpha-3."`
	Place         string   `query:"place" maxLength:"200" doc:"Where it happened: the name of the place as /v1/places gives it."`
	Corroboration int      `query:"corroboration" minimum:"0" maximum:"1000" doc:"The least number of independent origins of its occurrence."`
	Text          string   `query:"text" maxLength:"500" doc:"Words that the report has; \"…\" for phrases, - before words that it must not have."`
	Report        string   `query:"report" maxLength:"200" doc:"Id of a report."`
	Outlet        string   `query:"outlet" maxLength:"200" doc:"Name of the report's outlet."`
	Occurrence    string   `query:"occurrence" maxLength:"200" doc:"Id of an occurrence."`
}

// queryOf reads a page's address. Empty values, as forms send them, count as absent.
func queryOf(v url.Values) (Query, error) {
	list := func(name string) []string {
		var out []string
		for _, s := range v[name] {
			if s = strings.TrimSpace(s); s != "" {
				out = append(out, s)
			}
		}
		return out
	}
	one := func(name string) string { return strings.TrimSpace(v.Get(name)) }
	q := Query{
		Party: list("party"), Between: one("between"), Class: list("class"), Status: list("status"), Chain: one("chain"),
		Origin: one("origin"), Since: one("since"), Until: one("until"), Country: one("country"), Place: one("place"),
		Text: one("text"), Report: one("report"), Outlet: one("outlet"), Occurrence: one("occurrence"),
		Directed: one("directed") == "true",
	}
	for _, s := range list("quad") {
		n, err := strconv.Atoi(s)
		if err != nil {
			return q, badInput("quad", "%q is not 0, 1, 2, 3 or 4", s)
		}
		q.Quad = append(q.Quad, n)
	}
	if s := one("corroboration"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			return q, badInput("corroboration", "%q is not a number", s)
		}
		q.Corroboration = n
	}
	return q, nil
}

// filter checks the query and makes it the store's.
func (q *Query) filter() (store.Filter, error) {
	f := store.Filter{
		Party: q.Party, Directed: q.Directed, Class: q.Class, Quad: q.Quad, Chain: q.Chain, Origin: q.Origin, Country: q.Country,
		Place: q.Place, Corroboration: q.Corroboration, Text: q.Text, Report: q.Report, Outlet: q.Outlet, Occurrence: q.Occurrence,
	}
	for _, w := range []struct {
		name, value string
		most        int
	}{{"chain", q.Chain, maxWord}, {"origin", q.Origin, maxWord}, {"country", q.Country, 3}, {"place", q.Place, maxWord}, {"text", q.Text, maxText},
		{"report", q.Report, maxWord}, {"outlet", q.Outlet, maxWord}, {"occurrence", q.Occurrence, maxWord}} {
		if err := checkWord(w.name, w.value, w.most); err != nil {
			return f, err
		}
	}
	if len(q.Party) > maxChoices || len(q.Class) > maxChoices {
		return f, badInput("query", "more than %d values in a list", maxChoices)
	}
	for _, p := range q.Party {
		if err := checkWord("party", p, maxWord); err != nil {
			return f, err
		}
	}
	for _, c := range q.Class {
		if !slices.Contains(classes, c) {
			return f, badInput("class", "%q is not one of %s", clip(c, 20), strings.Join(classes, ", "))
		}
	}
	for _, n := range q.Quad {
		if n < 0 || n > 4 {
			return f, badInput("quad", "%d is not 0, 1, 2, 3 or 4", n)
		}
	}
	for _, st := range q.Status {
		if !slices.Contains(statuses, st) {
			return f, badInput("status", "%q is not one of %s", clip(st, 20), strings.Join(statuses, ", "))
		}
		f.Status = append(f.Status, nuncio.Status(st))
	}
	if q.Corroboration < 0 || q.Corroboration > 1000 {
		return f, badInput("corroboration", "%d is not between 0 and 1000", q.Corroboration)
	}
	if q.Between != "" {
		a, b, ok := strings.Cut(q.Between, ",")
		if !ok || a == "" || b == "" || strings.Contains(b, ",") {
			return f, badInput("between", "two ids are needed, separated by one comma")
		}
		for _, p := range []string{a, b} {
			if err := checkWord("between", p, maxWord); err != nil {
				return f, err
			}
		}
		f.Between = [2]string{a, b}
	} else if q.Directed {
		return f, badInput("directed", "it needs between")
	}
	var err error
	if f.Since, err = day("since", q.Since); err != nil {
		return f, err
	}
	if f.Until, err = day("until", q.Until); err != nil {
		return f, err
	}
	if !f.Since.IsZero() && !f.Until.IsZero() && f.Until.Before(f.Since) {
		return f, badInput("until", "it lies before since")
	}
	return f, nil
}

func day(name, s string) (nuncio.Date, error) {
	if s == "" {
		return nuncio.Date{}, nil
	}
	d, err := nuncio.ParseDate(s)
	if err != nil {
		return d, badInput(name, "%q is not a day of the form YYYY-MM-DD", clip(s, 20))
	}
	return d, nil
}

func checkWord(name, s string, most int) error {
	switch {
	case utf8.RuneCountInString(s) > most:
		return badInput(name, "longer than %d characters", most)
	case !utf8.ValidString(s) || strings.ContainsRune(s, 0):
		return badInput(name, "not valid text")
	}
	return nil
}

func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return strings.TrimSpace(string(r[:n])) + "…"
}

// values spells the query as an address again, without what is empty.
func (q *Query) values() url.Values {
	v := url.Values{}
	set := func(name string, list ...string) {
		for _, s := range list {
			if s != "" {
				v.Add(name, s)
			}
		}
	}
	set("party", q.Party...)
	set("between", q.Between)
	if q.Directed {
		set("directed", "true")
	}
	set("class", q.Class...)
	for _, n := range q.Quad {
		set("quad", strconv.Itoa(n))
	}
	set("status", q.Status...)
	set("chain", q.Chain)
	set("origin", q.Origin)
	set("since", q.Since)
	set("until", q.Until)
	set("country", q.Country)
	set("place", q.Place)
	if q.Corroboration > 0 {
		set("corroboration", strconv.Itoa(q.Corroboration))
	}
	set("text", q.Text)
	set("report", q.Report)
	set("outlet", q.Outlet)
	set("occurrence", q.Occurrence)
	return v
}
