package sqlite

import (
	"context"
	"slices"

	"nuncio"
	"nuncio/store"
)

// reports makes the query of reports r; match is what it asks of their text.
func (s *Store) reports(ctx context.Context, f *store.Filter) (q query, match string, err error) {
	q = query{from: "report r", day: "r.published", row: "r.n"}
	q.and("r.latest")
	if f.Outlet != "" {
		q.and("r.outlet = ?", f.Outlet)
	}
	if f.Report != "" {
		q.and("r.id = ?", f.Report)
	}
	if match = ftsQuery(f.Text); match != "" {
		q.and("r.n IN (SELECT rowid FROM report_text WHERE report_text MATCH ?)", match)
	}
	inner := *f
	inner.Text, inner.Outlet, inner.Report = "", "", ""
	if !narrows(&inner) {
		return q, match, nil
	}
	e, err := s.events(ctx, &inner)
	q.none = e.none
	q.and("r.n IN (SELECT e.report FROM "+e.from+e.clause()+")", e.args...)
	return q, match, err
}

// Reports lists reports, the latest first.
func (s *Store) Reports(ctx context.Context, f store.Filter, p store.Page) (store.List[store.ReportRow], error) {
	var list store.List[store.ReportRow]
	q, match, err := s.reports(ctx, &f)
	if err != nil || q.none {
		return list, err
	}
	if p.Cursor != "" {
		day, ns, err := after(p.Cursor, "", 1)
		if err != nil {
			return list, err
		}
		q.and("(r.published, r.n) < (?, ?)", day, ns[0])
	}
	n := limit(p.Limit)
	// The page is found first and filled then, here and below: what is sorted are numbers.
	const order = " ORDER BY r.published DESC, r.n DESC"
	rows, err := s.read.QueryContext(ctx, `SELECT r.n, r.id, r.outlet, r.agency, r.published, r.title, r.url, r.voice, substr(r.text, 1, 240),
		(SELECT count(*) FROM event WHERE report = r.n) FROM (SELECT r.n AS pick FROM `+q.from+q.clause()+order+" LIMIT ?) x CROSS JOIN report r ON r.n = x.pick"+order, append(q.args, n+1)...)
	if err != nil {
		return list, err
	}
	var numbers []int64
	list.Rows, err = collect(rows, func(r *store.ReportRow, scan func(...any) error) error {
		var number int64
		var published, voice string
		err := scan(&number, &r.ID, &r.Outlet, &r.Agency, &published, &r.Title, &r.URL, &voice, &r.Snippet, &r.Events)
		r.Published = day(published)
		if voice != r.ID {
			r.CopyOf = voice
		}
		numbers = append(numbers, number)
		return err
	})
	if err != nil {
		return list, err
	}
	if len(list.Rows) > n {
		list.Rows = list.Rows[:n]
		list.Next = cursor("", list.Rows[n-1].Published.String(), numbers[n-1])
	}
	if match == "" {
		return list, nil
	}
	for i := range list.Rows {
		var marked string
		if err := s.read.QueryRowContext(ctx, "SELECT snippet(report_text, 1, char(2), char(3), '…', 30) FROM report_text WHERE report_text MATCH ? AND rowid = ?",
			match, numbers[i]).Scan(&marked); err != nil {
			return list, err
		}
		list.Rows[i].Snippet, list.Rows[i].Found = unmark(marked)
	}
	return list, nil
}

// unmark takes the marks off the words that a search found and says where they stand,
// in code points.
func unmark(marked string) (string, []nuncio.Span) {
	var plain []rune
	var found []nuncio.Span
	for _, r := range marked {
		switch r {
		case 2:
			found = append(found, nuncio.Span{Start: len(plain), End: -1})
		case 3:
			if n := len(found); n > 0 && found[n-1].End < 0 {
				found[n-1].End = len(plain)
			}
		default:
			plain = append(plain, r)
		}
	}
	found = slices.DeleteFunc(found, func(s nuncio.Span) bool { return s.End <= s.Start })
	return string(plain), found
}
