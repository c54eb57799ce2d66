package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"nuncio"
	"nuncio/store"
)

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// record reads a stored record whole.
func (t *tx) record(n int64) (*nuncio.Record, error) { return record(t.ctx, t, n) }

func record(ctx context.Context, q querier, n int64) (*nuncio.Record, error) {
	var body, text string
	var latest bool
	if err := q.QueryRowContext(ctx, "SELECT record, text, latest FROM report WHERE n = ?", n).Scan(&body, &text, &latest); err != nil {
		return nil, err
	}
	var rec nuncio.Record
	if err := json.Unmarshal([]byte(body), &rec); err != nil {
		return nil, fmt.Errorf("stored record %d: %w", n, err)
	}
	rec.Report.Text = text
	if !latest {
		return &rec, nil
	}
	rows, err := q.QueryContext(ctx, "SELECT j.json FROM event e JOIN event_json j ON j.event = e.n WHERE e.report = ? ORDER BY e.pos", n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var b []byte
		var e nuncio.Event
		if err := rows.Scan(&b); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, &e); err != nil {
			return nil, err
		}
		rec.Events = append(rec.Events, e)
	}
	return &rec, rows.Err()
}

// Record reads the record of a report.
func (s *Store) Record(ctx context.Context, report string) (*nuncio.Record, error) {
	var n int64
	err := s.read.QueryRowContext(ctx, "SELECT n FROM report WHERE id = ?", report).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("report %s: %w", report, store.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	return record(ctx, s.read, n)
}

// Versions lists the versions of a report.
func (s *Store) Versions(ctx context.Context, report string) ([]store.Version, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT id, published, title, latest FROM report WHERE series = (SELECT series FROM report WHERE id = ?) ORDER BY latest, published, n", report)
	if err != nil {
		return nil, err
	}
	out, err := collect(rows, func(v *store.Version, scan func(...any) error) error {
		var published string
		err := scan(&v.Report, &published, &v.Title, &v.Latest)
		v.Published = day(published)
		return err
	})
	if err == nil && len(out) == 0 {
		return nil, fmt.Errorf("report %s: %w", report, store.ErrNotFound)
	}
	return out, err
}

// collect reads all rows and closes them.
func collect[T any](rows *sql.Rows, read func(*T, func(...any) error) error) ([]T, error) {
	defer rows.Close()
	out := []T{}
	for rows.Next() {
		var v T
		if err := read(&v, rows.Scan); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// Has tells which reports are in the store.
func (s *Store) Has(ctx context.Context, reports ...string) (map[string]bool, error) {
	out := make(map[string]bool, len(reports))
	for _, id := range reports {
		var n int64
		err := s.read.QueryRowContext(ctx, "SELECT n FROM report WHERE id = ?", id).Scan(&n)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, err
		}
		out[id] = err == nil
	}
	return out, nil
}

// Records runs through the latest records, in the order of their ids.
func (s *Store) Records(ctx context.Context) iter.Seq2[*nuncio.Record, error] {
	return func(yield func(*nuncio.Record, error) bool) {
		last := ""
		for {
			var n int64
			err := s.read.QueryRowContext(ctx, "SELECT n, id FROM report WHERE id > ? AND latest ORDER BY id LIMIT 1", last).Scan(&n, &last)
			if errors.Is(err, sql.ErrNoRows) {
				return
			}
			var rec *nuncio.Record
			if err == nil {
				rec, err = record(ctx, s.read, n)
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

// Recode replaces what was coded from a report.
func (s *Store) Recode(ctx context.Context, rec *nuncio.Record) (store.Diff, error) {
	var diff store.Diff
	err := s.change(ctx, func(t *tx) error {
		var n int64
		var latest bool
		found, err := t.one([]any{&n, &latest}, "SELECT n, latest FROM report WHERE id = ?", rec.Report.ID)
		if err != nil {
			return err
		}
		if !found || !latest {
			return fmt.Errorf("report %s: %w", rec.Report.ID, store.ErrNotFound)
		}
		old, err := t.record(n)
		if err != nil {
			return err
		}
		diff = store.Compare(old, rec)
		if err := t.replace(n, rec); err != nil {
			return err
		}
		if err := s.settle(t); err != nil {
			return err
		}
		return t.bump()
	})
	return diff, err
}

// replace puts the rows of a record in the place of those that its report has.
func (t *tx) replace(n int64, rec *nuncio.Record) error {
	if err := t.clear(n); err != nil {
		return err
	}
	for _, q := range []string{"DELETE FROM entity WHERE report = ?", "DELETE FROM attribution WHERE report = ?", "DELETE FROM relation WHERE report = ?",
		"DELETE FROM uncoded WHERE report = ?"} {
		if err := t.exec(q, n); err != nil {
			return err
		}
	}
	coder, err := t.coder(rec.Coder)
	if err != nil {
		return err
	}
	body, err := bodyJSON(rec, false)
	if err != nil {
		return err
	}
	if err := t.exec("UPDATE report SET coder = ?, record = ? WHERE n = ?", coder, body, n); err != nil {
		return err
	}
	return t.coded(n, rec)
}
