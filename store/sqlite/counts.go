package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"nuncio"
	"nuncio/store"
)

// wholeMonths reports whether the bounds of a filter fall between months, so that
// counts by month can answer it.
func wholeMonths(f *store.Filter) bool {
	return (f.Since.IsZero() || f.Since.Day == 1) && (f.Until.IsZero() || f.Until.AddDays(1).Day == 1)
}

// onlyKinds reports whether a filter asks for nothing but class, quad, status and
// whole months.
func onlyKinds(f *store.Filter) bool {
	g := *f
	g.Class, g.Quad, g.Status, g.Since, g.Until = nil, nil, nil, nuncio.Date{}, nuncio.Date{}
	return wholeMonths(f) && !narrows(&g) && g.Text+g.Report+g.Outlet == ""
}

// months adds the bounds of a filter on a column of months.
func (q *query) months(f *store.Filter) {
	if !f.Since.IsZero() {
		q.and("month >= ?", f.Since.String()[:7])
	}
	if !f.Until.IsZero() {
		q.and("month BETWEEN '0' AND ?", f.Until.String()[:7])
	}
}

// Count counts the rows of a list, as far as most.
func (s *Store) Count(ctx context.Context, of store.Kind, f store.Filter, most int) (int, error) {
	if of == store.OfReports {
		q, _, err := s.reports(ctx, &f)
		return s.rows(ctx, "r.n", &q, most, err)
	}
	// With nothing else to run along, the reports that have the words lead, so that
	// counting stops when most is reached.
	match := ftsQuery(f.Text)
	led := match != "" && len(f.Party) == 0 && f.Between == [2]string{} && f.Origin == ""
	if led {
		f.Text = ""
	}
	const texts = "report_text CROSS JOIN event e ON e.report = report_text.rowid"
	row, from := "e.n", texts
	q, err := s.events(ctx, &f)
	if of == store.OfOccurrences {
		row, from = "o.n", texts+" CROSS JOIN occurrence_event m ON m.event = e.n CROSS JOIN occurrence o ON o.n = m.occurrence"
		q, err = s.occurrences(ctx, &f)
	}
	if led {
		q.from = from
		q.and("report_text MATCH ?", match)
	}
	return s.rows(ctx, row, &q, most, err)
}

// rows counts what a query gives, as far as most.
func (s *Store) rows(ctx context.Context, row string, q *query, most int, err error) (int, error) {
	if err != nil || q.none {
		return 0, err
	}
	var n int
	err = s.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT DISTINCT "+row+" FROM "+q.from+q.clause()+" LIMIT ?)", append(q.args, most)...).Scan(&n)
	return n, err
}

// kinds adds what a filter asks of the columns of a tally.
func (q *query) kinds(f *store.Filter) {
	in(q, "event", f.Class)
	in(q, "quad", f.Quad)
	in(q, "status", statuses(f.Status))
}

// Months counts events and occurrences by month and quad.
func (s *Store) Months(ctx context.Context, f store.Filter) ([]store.MonthCount, error) {
	type cell struct {
		month string
		quad  int
	}
	counts := map[cell]*store.MonthCount{}
	add := func(occurrences bool, query string, args ...any) error {
		rows, err := s.read.QueryContext(ctx, query, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var c cell
			var n int
			if err := rows.Scan(&c.month, &c.quad, &n); err != nil {
				return err
			}
			if counts[c] == nil {
				counts[c] = &store.MonthCount{Month: c.month, Quad: c.quad}
			}
			if occurrences {
				counts[c].Occurrences += n
			} else {
				counts[c].Events += n
			}
		}
		return rows.Err()
	}
	if onlyKinds(&f) {
		var q query
		q.kinds(&f)
		q.months(&f)
		const counted = "SELECT month, quad, sum(%s) FROM %s%s GROUP BY 1, 2"
		if err := add(false, fmt.Sprintf(counted, "events", "tally", q.clause()), q.args...); err != nil {
			return nil, err
		}
		if err := add(true, fmt.Sprintf(counted, "occurrences", "occurrence_tally", q.clause()), q.args...); err != nil {
			return nil, err
		}
	} else {
		e, err := s.events(ctx, &f)
		if err != nil || e.none {
			return nil, err
		}
		if err := add(false, fmt.Sprintf("SELECT substr(%s, 1, 7), %s, count(*) FROM %s%s GROUP BY 1, 2", e.day, e.quadColumn("e"), e.from, e.clause()), e.args...); err != nil {
			return nil, err
		}
		o, err := s.occurrences(ctx, &f)
		if err != nil {
			return nil, err
		}
		if err := add(true, fmt.Sprintf("SELECT substr(%s, 1, 7), o.quad, count(*) FROM %s%s GROUP BY 1, 2", o.day, o.from, o.clause()), o.args...); err != nil {
			return nil, err
		}
	}
	out := make([]store.MonthCount, 0, len(counts))
	for _, c := range counts {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b store.MonthCount) int {
		if a.Month != b.Month {
			return strings.Compare(a.Month, b.Month)
		}
		return a.Quad - b.Quad
	})
	return out, nil
}

// quadColumn is where the quad class is read: in the leading index where it has it.
func (q *query) quadColumn(alias string) string {
	if strings.HasPrefix(q.day, "p.") {
		return "p.quad"
	}
	return alias + ".quad"
}

// Dyads counts the events of pairs of states, or of bodies without one.
func (s *Store) Dyads(ctx context.Context, f store.Filter, n int) ([]store.DyadCount, error) {
	const summed = "SELECT lo, hi, sum(events) AS n, sum(events * (quad IN (1, 2))) AS coop, sum(events * (quad IN (3, 4))) AS conf FROM %s%s GROUP BY 1, 2"
	plain := f
	plain.Quad = nil
	var inner string
	var q query
	switch {
	case onlyKinds(&plain) && len(f.Class)+len(f.Status) == 0 && f.Since.IsZero() && f.Until.IsZero():
		q.and("wide = 1")
		in(&q, "quad", f.Quad)
		inner = fmt.Sprintf(summed, "pair_tally", q.clause())
	case onlyKinds(&plain) && len(f.Class)+len(f.Status) == 0:
		in(&q, "quad", f.Quad)
		q.months(&f)
		inner = fmt.Sprintf(summed, "pair_month", q.clause())
	case onlyKinds(&plain) && f.Since.IsZero() && f.Until.IsZero():
		q.kinds(&f)
		inner = fmt.Sprintf(summed, "pair_kind_tally", q.clause())
	default:
		var err error
		if q, err = s.events(ctx, &f); err != nil || q.none {
			return nil, err
		}
		q.and("d.wide = 1")
		inner = "SELECT d.lo, d.hi, count(*) AS n, sum(d.quad IN (1, 2)) AS coop, sum(d.quad IN (3, 4)) AS conf FROM " +
			q.from + " JOIN pair d ON d.event = e.n" + q.clause() + " GROUP BY 1, 2"
	}
	top := "SELECT * FROM (" + inner + ") ORDER BY n DESC, lo, hi LIMIT ?"
	rows, err := s.read.QueryContext(ctx, "SELECT a.id, b.id, a.name, b.name, x.n, x.coop, x.conf FROM ("+top+
		") x JOIN actor a ON a.n = x.lo JOIN actor b ON b.n = x.hi ORDER BY x.n DESC, a.id, b.id", append(q.args, limit(n))...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(d *store.DyadCount, scan func(...any) error) error {
		return scan(&d.A, &d.B, &d.AName, &d.BName, &d.Events, &d.Cooperation, &d.Conflict)
	})
}

// Places counts events by place.
func (s *Store) Places(ctx context.Context, f store.Filter, n int) ([]store.PlaceCount, error) {
	var q query
	inner := "SELECT place, quad, events FROM place_tally"
	switch {
	case f.Text+f.Report+f.Outlet == "" && !narrows(&f):
	case onlyKinds(&f) && f.Since.IsZero() && f.Until.IsZero():
		q.kinds(&f)
		inner = "SELECT place, quad, events FROM place_kind_tally" + q.clause()
	default:
		var err error
		if q, err = s.events(ctx, &f); err != nil || q.none {
			return nil, err
		}
		q.and("e.place IS NOT NULL")
		inner = "SELECT e.place AS place, e.quad AS quad, count(*) AS events FROM " + q.from + q.clause() + " GROUP BY 1, 2"
	}
	rows, err := s.read.QueryContext(ctx, `SELECT p.name, p.country, p.lat, p.lon, p.precision, sum(events) AS n, sum(events*(quad=0)), sum(events*(quad=1)),
		sum(events*(quad=2)), sum(events*(quad=3)), sum(events*(quad=4)) FROM (`+inner+") x JOIN place p ON p.n = x.place GROUP BY x.place ORDER BY n DESC, p.name, p.n LIMIT ?",
		append(q.args, limit(n))...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(c *store.PlaceCount, scan func(...any) error) error {
		return scan(&c.Name, &c.Country, &c.Lat, &c.Lon, (*string)(&c.Precision), &c.Events, &c.Quads[0], &c.Quads[1], &c.Quads[2], &c.Quads[3], &c.Quads[4])
	})
}

// Stats says what the store holds.
func (s *Store) Stats(ctx context.Context) (store.Stats, error) {
	var st store.Stats
	var first, last string
	err := s.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM report WHERE latest), (SELECT count(*) FROM report WHERE latest AND voice <> id),
		(SELECT coalesce(sum(events), 0) FROM tally), (SELECT coalesce(sum(occurrences), 0) FROM occurrence_tally),
		coalesce((SELECT min(day) FROM event WHERE day > ''), ''), coalesce((SELECT max(day) FROM event), ''),
		coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'revision'), 0)`).
		Scan(&st.Reports, &st.Copies, &st.Events, &st.Occurrences, &first, &last, &st.Revision)
	if err != nil {
		return st, err
	}
	st.First, st.Last = day(first), day(last)
	rows, err := s.read.QueryContext(ctx, `SELECT c.version, c.model, c.codebook, c.weights, c.catalogue, count(*) FROM report r JOIN coder c ON c.n = r.coder
		WHERE r.latest GROUP BY c.n ORDER BY c.n`)
	if err != nil {
		return st, err
	}
	st.Coders, err = collect(rows, func(c *store.Coding, scan func(...any) error) error {
		return scan(&c.Version, &c.Model, &c.Codebook, &c.Weights, &c.Catalogue, &c.Reports)
	})
	return st, err
}
