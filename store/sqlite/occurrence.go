package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"nuncio"
	"nuncio/occurrence"
	"nuncio/store"
)

// maxApart is how many of the near occurrences that were kept apart are told.
const maxApart = 10

// Occurrence reads one with all that tells of it.
func (s *Store) Occurrence(ctx context.Context, id string) (*store.Occurrence, error) {
	var o store.Occurrence
	var block string
	row := s.read.QueryRowContext(ctx, "SELECT block, n, day, reports, json FROM occurrence WHERE id = ?", id)
	number, err := scanOccurrence(&o.OccurrenceRow, func(dest ...any) error { return row.Scan(append([]any{&block}, dest...)...) })
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("occurrence %s: %w", id, store.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	const members = eventColumns + "occurrence_event x JOIN event e ON e.n = x.event" + eventJoins
	const order = " ORDER BY r.published, r.id, e.pos"
	if o.Rows, err = s.eventRows(ctx, members+" WHERE x.occurrence = ?"+order, number); err != nil {
		return nil, err
	}
	if o.Denials, err = s.eventRows(ctx, members+" WHERE x.occurrence IN (SELECT from_occurrence FROM occurrence_denies WHERE to_occurrence = ?)"+order, number); err != nil {
		return nil, err
	}
	if o.Links, err = s.links(ctx, number); err != nil {
		return nil, err
	}
	o.Apart, err = s.apart(ctx, block, &o.Occurrence)
	return &o, err
}

// linksQuery is the view occurrence_link, narrowed before it is grouped.
const linksQuery = `SELECT 'denies', a.id, b.id, d.why FROM occurrence_denies d JOIN occurrence a ON a.n = d.from_occurrence JOIN occurrence b ON b.n = d.to_occurrence
		WHERE ?1 IN (d.from_occurrence, d.to_occurrence)
	UNION SELECT l.kind, a.id, b.id, min(l.why) FROM occurrence_event m JOIN event_link l ON l.from_event = m.event OR l.to_event = m.event
		JOIN occurrence_event x ON x.event = l.from_event JOIN occurrence_event y ON y.event = l.to_event
		JOIN occurrence a ON a.n = x.occurrence JOIN occurrence b ON b.n = y.occurrence
		WHERE m.occurrence = ?1 AND a.n <> b.n GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

func (s *Store) links(ctx context.Context, number int64) ([]nuncio.OccurrenceLink, error) {
	rows, err := s.read.QueryContext(ctx, linksQuery, number)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(l *nuncio.OccurrenceLink, scan func(...any) error) error {
		return scan((*string)(&l.Kind), &l.From, &l.To, &l.Why)
	})
}

// apart lists the occurrences of the same block that lie nearest in time, with
// what kept them apart.
func (s *Store) apart(ctx context.Context, block string, o *nuncio.Occurrence) ([]store.Apart, error) {
	counted := occurrence.Day(o.When, o.FirstReport).String()
	if counted == "" {
		return nil, nil
	}
	rows, err := s.read.QueryContext(ctx, `SELECT json FROM occurrence WHERE block = ? AND id <> ? AND day <> ''
		AND abs(julianday(day) - julianday(?)) < 30 ORDER BY abs(julianday(day) - julianday(?)), id LIMIT ?`, block, o.ID, counted, counted, maxApart)
	if err != nil {
		return nil, err
	}
	near, err := collect(rows, func(p *nuncio.Occurrence, scan func(...any) error) error {
		var b []byte
		if err := scan(&b); err != nil {
			return err
		}
		return json.Unmarshal(b, p)
	})
	if err != nil || len(near) == 0 {
		return nil, err
	}
	events, _, err := loadEvents(ctx, s.read, "e.block = ? ORDER BY r.id, e.pos", block)
	if err != nil {
		return nil, err
	}
	var out []store.Apart
	for _, p := range near {
		why, err := s.merger.Why(events, o.Events[0].EventRef, p.Events[0].EventRef)
		if err != nil {
			return nil, err
		}
		out = append(out, store.Apart{Occurrence: p.ID, Event: p.Event, Mode: p.Mode, Status: p.Status, When: p.When, Actor: p.Actor, Recipient: p.Recipient, Why: why})
	}
	return out, nil
}

// Why says why two events were merged or kept apart.
func (s *Store) Why(ctx context.Context, a, b nuncio.EventRef) (string, error) {
	var events []occurrence.Event
	seen := map[string]bool{}
	for _, ref := range []nuncio.EventRef{a, b} {
		var block string
		err := s.read.QueryRowContext(ctx, "SELECT e.block FROM report r JOIN event e ON e.report = r.n WHERE r.id = ? AND e.id = ?", ref.Report, ref.Event).Scan(&block)
		if errors.Is(err, sql.ErrNoRows) {
			return "", fmt.Errorf("event %s: %w", ref, store.ErrNotFound)
		}
		if err != nil {
			return "", err
		}
		if seen[block] {
			continue
		}
		seen[block] = true
		more, _, err := loadEvents(ctx, s.read, "e.block = ? ORDER BY r.id, e.pos", block)
		if err != nil {
			return "", err
		}
		events = append(events, more...)
	}
	return s.merger.Why(events, a, b)
}
