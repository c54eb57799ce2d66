package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"nuncio"
	"nuncio/store"
)

// query is a SELECT in the making: the table that leads, joins to the rows that
// the list is of, and conditions.
type query struct {
	from  string
	where []string
	args  []any
	day   string // the columns that the list is ordered by
	row   string
	none  bool // nothing can match
}

func (q *query) and(cond string, args ...any) {
	q.where = append(q.where, cond)
	q.args = append(q.args, args...)
}

func (q *query) clause() string {
	if len(q.where) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(q.where, " AND ")
}

func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?,", n), ",") }

func anys[T any](vs []T) []any {
	out := make([]any, len(vs))
	for i := range vs {
		out[i] = vs[i]
	}
	return out
}

// in adds column IN (values).
func in[T any](q *query, column string, values []T) {
	if len(values) > 0 {
		q.and(column+" IN ("+marks(len(values))+")", anys(values)...)
	}
}

func statuses(ss []nuncio.Status) []string {
	out := make([]string, len(ss))
	for i, s := range ss {
		out[i] = string(s)
	}
	return out
}

// actorRow is the row of a party; 0 when no event names it.
func (s *Store) actorRow(ctx context.Context, id string) (int64, error) {
	var n int64
	err := s.read.QueryRowContext(ctx, "SELECT n FROM actor WHERE id = ?", id).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, err
}

// lead chooses the table that a list runs along: pairs, then one party, then an
// origin, then days.
// The tables of events and of occurrences have the same form.
func (s *Store) lead(ctx context.Context, f *store.Filter, table, alias string) (query, error) {
	pairs, involved, column := "pair", "involved", "event"
	if table == "occurrence" {
		pairs, involved, column = "occurrence_pair", "occurrence_involved", "occurrence"
	}
	q := query{from: table + " " + alias, day: alias + ".day", row: alias + ".n"}
	if f.Between != [2]string{} {
		a, err := s.actorRow(ctx, f.Between[0])
		if err != nil {
			return q, err
		}
		b, err := s.actorRow(ctx, f.Between[1])
		if err != nil {
			return q, err
		}
		if a == 0 || b == 0 || a == b {
			q.none = true
			return q, nil
		}
		way := wayLo
		if a > b {
			a, b, way = b, a, wayHi
		}
		q = query{from: fmt.Sprintf("%s p CROSS JOIN %s %s ON %s.n = p.%s", pairs, table, alias, alias, column), day: "p.day", row: "p." + column}
		q.and("p.lo = ? AND p.hi = ?", a, b)
		if f.Directed {
			q.and("p.way & ? <> 0", way)
		}
	}
	if len(f.Party) == 0 {
		if table == "occurrence" && f.Origin != "" && f.Between == [2]string{} {
			q = query{from: "occurrence_origin p CROSS JOIN occurrence o ON o.n = p.occurrence", day: "p.day", row: "p.occurrence"}
			q.and("p.origin = ?", f.Origin)
		}
		return q, nil
	}
	var rows []int64
	for _, id := range f.Party {
		n, err := s.actorRow(ctx, id)
		if err != nil {
			return q, err
		}
		if n != 0 {
			rows = append(rows, n)
		}
	}
	switch {
	case len(rows) == 0:
		q.none = true
	case len(rows) == 1 && f.Between == [2]string{}:
		q = query{from: fmt.Sprintf("%s p CROSS JOIN %s %s ON %s.n = p.%s", involved, table, alias, alias, column), day: "p.day", row: "p." + column}
		q.and("p.actor = ?", rows[0])
	default:
		q.and(fmt.Sprintf("EXISTS (SELECT 1 FROM %s v WHERE v.actor IN (%s) AND v.%s = %s.n AND v.day = %s.day)", involved, marks(len(rows)), column, alias, alias), anys(rows)...)
	}
	return q, nil
}

func (q *query) days(f *store.Filter) {
	if !f.Since.IsZero() {
		q.and(q.day+" >= ?", f.Since.String())
	}
	if !f.Until.IsZero() {
		q.and(q.day+" BETWEEN '0' AND ?", f.Until.String())
	}
}

// events makes the query of events e, to count them or to join them.
func (s *Store) events(ctx context.Context, f *store.Filter) (query, error) {
	return s.eventsBy(ctx, f, false)
}

// eventsBy makes the query of events e. Of a page only the first rows are read.
func (s *Store) eventsBy(ctx context.Context, f *store.Filter, page bool) (query, error) {
	q, err := s.lead(ctx, f, "event", "e")
	if err != nil {
		return q, err
	}
	if f.Occurrence != "" {
		q.and("e.n IN (SELECT m.event FROM occurrence_event m JOIN occurrence o ON o.n = m.occurrence WHERE o.id = ?)", f.Occurrence)
	}
	if f.Report != "" {
		q.and("e.report = (SELECT n FROM report WHERE id = ?)", f.Report)
	}
	q.days(f)
	in(&q, "e.event", f.Class)
	in(&q, "e.quad", f.Quad)
	in(&q, "e.status", statuses(f.Status))
	if f.Chain != "" {
		q.and("e.n IN (SELECT event FROM link WHERE entity = ? UNION ALL SELECT event FROM link WHERE name = ?)", f.Chain, f.Chain)
	}
	if f.Origin != "" {
		q.and("EXISTS (SELECT 1 FROM occurrence_event m JOIN occurrence_origin g ON g.occurrence = m.occurrence WHERE m.event = e.n AND g.origin = ?)", f.Origin)
	}
	if f.Corroboration > 1 {
		q.and("EXISTS (SELECT 1 FROM occurrence_event m JOIN occurrence o ON o.n = m.occurrence WHERE m.event = e.n AND o.corroboration >= ?)", f.Corroboration)
	}
	if f.Country != "" {
		q.and("e.place IN (SELECT n FROM place WHERE country = ?)", f.Country)
	}
	if f.Place != "" {
		q.and("e.place IN (SELECT n FROM place WHERE name = ?)", f.Place)
	}
	if f.Outlet != "" {
		q.and("e.report IN (SELECT n FROM report WHERE outlet = ?)", f.Outlet)
	}
	if match := ftsQuery(f.Text); match != "" {
		led := !page
		if page {
			if led, err = s.atMost(ctx, match, fewReports); err != nil {
				return q, err
			}
		}
		column := "e.report"
		if !led {
			column = "+e.report" // keeps the planner from starting with the reports
		}
		q.and(column+" IN (SELECT rowid FROM report_text WHERE report_text MATCH ?)", match)
	}
	return q, nil
}

// occurrences makes the query of occurrences o, to count them.
func (s *Store) occurrences(ctx context.Context, f *store.Filter) (query, error) {
	return s.occurrencesBy(ctx, f, false)
}

// occurrencesBy makes the query of occurrences o. Of a page only the first rows are read.
func (s *Store) occurrencesBy(ctx context.Context, f *store.Filter, page bool) (query, error) {
	q, err := s.lead(ctx, f, "occurrence", "o")
	if err != nil {
		return q, err
	}
	member := func(cond string, args ...any) {
		q.and("EXISTS (SELECT 1 FROM occurrence_event m JOIN event e ON e.n = m.event WHERE m.occurrence = o.n AND "+cond+")", args...)
	}
	if f.Occurrence != "" {
		q.and("o.id = ?", f.Occurrence)
	}
	if f.Report != "" {
		q.and("o.n IN (SELECT m.occurrence FROM report r JOIN event e ON e.report = r.n JOIN occurrence_event m ON m.event = e.n WHERE r.id = ?)", f.Report)
	}
	q.days(f)
	in(&q, "o.event", f.Class)
	in(&q, "o.quad", f.Quad)
	in(&q, "o.status", statuses(f.Status))
	if len(f.Status) == 0 && f.Occurrence == "" {
		q.and("o.denies = 0") // a denial is shown with what it denies
	}
	if f.Chain != "" {
		member("e.n IN (SELECT event FROM link WHERE entity = ? UNION ALL SELECT event FROM link WHERE name = ?)", f.Chain, f.Chain)
	}
	if f.Origin != "" && !strings.HasPrefix(q.from, "occurrence_origin") {
		q.and("EXISTS (SELECT 1 FROM occurrence_origin g WHERE g.occurrence = o.n AND g.origin = ?)", f.Origin)
	}
	if f.Corroboration > 1 {
		q.and("o.corroboration >= ?", f.Corroboration)
	}
	if f.Country != "" {
		q.and("o.place_country = ?", f.Country)
	}
	if f.Place != "" {
		q.and("o.place = ?", f.Place)
	}
	if f.Outlet != "" {
		member("e.report IN (SELECT n FROM report WHERE outlet = ?)", f.Outlet)
	}
	if match := ftsQuery(f.Text); match != "" {
		led := !page
		if page {
			if led, err = s.atMost(ctx, match, fewOccurrences); err != nil {
				return q, err
			}
		}
		if led {
			q.and("o.n IN (SELECT m.occurrence FROM event e JOIN occurrence_event m ON m.event = e.n WHERE e.report IN (SELECT rowid FROM report_text WHERE report_text MATCH ?))", match)
		} else {
			member("e.report IN (SELECT rowid FROM report_text WHERE report_text MATCH ?)", match)
		}
	}
	return q, nil
}

// narrows reports whether a filter asks anything of events.
func narrows(f *store.Filter) bool {
	return len(f.Party)+len(f.Class)+len(f.Quad)+len(f.Status) > 0 || f.Between != [2]string{} || f.Chain+f.Origin+f.Country+f.Place+f.Occurrence != "" ||
		!f.Since.IsZero() || !f.Until.IsZero() || f.Corroboration > 1
}
