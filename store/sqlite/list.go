package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"nuncio/store"
)

const eventColumns = `SELECT e.n, e.day, e.words, j.json, r.id, r.outlet, r.agency, r.published, r.title, r.voice, o.id, o.corroboration,
	(SELECT group_concat(origin, char(10)) FROM (SELECT origin FROM occurrence_origin WHERE occurrence = o.n ORDER BY origin)), o.json FROM `

const eventJoins = ` JOIN event_json j ON j.event = e.n JOIN report r ON r.n = e.report JOIN occurrence_event m ON m.event = e.n JOIN occurrence o ON o.n = m.occurrence`

// Events lists events.
func (s *Store) Events(ctx context.Context, f store.Filter, p store.Page) (store.List[store.EventRow], error) {
	var list store.List[store.EventRow]
	q, err := s.eventsBy(ctx, &f, true)
	if err != nil || q.none {
		return list, err
	}
	dir, less := " DESC", "<"
	if p.Order == store.Earliest {
		dir, less = "", ">"
	}
	if p.Cursor != "" {
		day, ns, err := after(p.Cursor, p.Order, 1)
		if err != nil {
			return list, err
		}
		q.and(fmt.Sprintf("(%s, %s) %s (?, ?)", q.day, q.row, less), day, ns[0])
	}
	n := limit(p.Limit)
	page := fmt.Sprintf("(SELECT %s AS pick FROM %s%s ORDER BY %s%s, %s%s LIMIT ?) x CROSS JOIN event e ON e.n = x.pick", q.row, q.from, q.clause(), q.day, dir, q.row, dir)
	list.Rows, err = s.eventRows(ctx, eventColumns+page+eventJoins+fmt.Sprintf(" ORDER BY e.day%s, e.n%s", dir, dir), append(q.args, n+1)...)
	if err != nil {
		return list, err
	}
	if len(list.Rows) > n {
		last := list.Rows[n-1]
		list.Rows = list.Rows[:n]
		number, err := s.eventNumber(ctx, last.Report, last.ID)
		if err != nil {
			return list, err
		}
		list.Next = cursor(p.Order, last.Day.String(), number)
	}
	return list, nil
}

func (s *Store) eventNumber(ctx context.Context, report, id string) (n int64, err error) {
	err = s.read.QueryRowContext(ctx, "SELECT e.n FROM report r JOIN event e ON e.report = r.n WHERE r.id = ? AND e.id = ?", report, id).Scan(&n)
	return n, err
}

// eventRows runs a query that begins with eventColumns.
func (s *Store) eventRows(ctx context.Context, query string, args ...any) ([]store.EventRow, error) {
	rows, err := s.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(e *store.EventRow, scan func(...any) error) error {
		var number int64
		var counted, published, voice, origins string
		var body, occ []byte
		if err := scan(&number, &counted, &e.Words, &body, &e.Report, &e.Outlet, &e.Agency, &published, &e.Title, &voice, &e.Occurrence, &e.Corroboration, &origins, &occ); err != nil {
			return err
		}
		e.Published, e.Day = day(published), day(counted)
		if voice != e.Report {
			e.CopyOf = voice
		}
		if err := json.Unmarshal(body, &e.Event); err != nil {
			return err
		}
		var members struct {
			Events []struct {
				Report, Event string
				Origins       []string
			}
		}
		if err := json.Unmarshal(occ, &members); err != nil {
			return err
		}
		for _, m := range members.Events {
			if m.Report == e.Report && m.Event == e.ID {
				e.Origins = m.Origins
			}
		}
		if e.Origins == nil {
			e.Origins = strings.Split(origins, "\n")
		}
		return nil
	})
}

// Occurrences lists occurrences.
func (s *Store) Occurrences(ctx context.Context, f store.Filter, p store.Page) (store.List[store.OccurrenceRow], error) {
	var list store.List[store.OccurrenceRow]
	q, err := s.occurrencesBy(ctx, &f, true)
	if err != nil || q.none {
		return list, err
	}
	order := fmt.Sprintf("%s DESC, %s DESC", q.day, q.row)
	less, keys, numbers := "<", fmt.Sprintf("(%s, %s)", q.day, q.row), 1
	switch p.Order {
	case store.Earliest:
		order, less = fmt.Sprintf("%s, %s", q.day, q.row), ">"
	case store.Strongest:
		order = fmt.Sprintf("o.corroboration DESC, o.reports DESC, %s DESC, %s DESC", q.day, q.row)
		keys, numbers = fmt.Sprintf("(%s, o.corroboration, o.reports, %s)", q.day, q.row), 3
	}
	if p.Cursor != "" {
		day, ns, err := after(p.Cursor, p.Order, numbers)
		if err != nil {
			return list, err
		}
		if p.Order == store.Strongest {
			q.and(fmt.Sprintf("(o.corroboration, o.reports, %s, %s) < (?, ?, ?, ?)", q.day, q.row), ns[0], ns[1], day, ns[2])
		} else {
			q.and(keys+" "+less+" (?, ?)", day, ns[0])
		}
	}
	n := limit(p.Limit)
	again := strings.NewReplacer(q.day, "o.day", q.row, "o.n").Replace(order)
	rows, err := s.read.QueryContext(ctx, fmt.Sprintf("SELECT o.n, o.day, o.reports, o.json FROM (SELECT %s AS pick FROM %s%s ORDER BY %s LIMIT ?) x CROSS JOIN occurrence o ON o.n = x.pick ORDER BY %s",
		q.row, q.from, q.clause(), order, again), append(q.args, n+1)...)
	if err != nil {
		return list, err
	}
	var ns []int64
	list.Rows, err = collect(rows, func(o *store.OccurrenceRow, scan func(...any) error) error {
		number, err := scanOccurrence(o, scan)
		ns = append(ns, number)
		return err
	})
	if err != nil {
		return list, err
	}
	if len(list.Rows) > n {
		list.Rows = list.Rows[:n]
		last := list.Rows[n-1]
		if p.Order == store.Strongest {
			list.Next = cursor(p.Order, last.Day.String(), last.Corroboration, last.Reports, ns[n-1])
		} else {
			list.Next = cursor(p.Order, last.Day.String(), ns[n-1])
		}
	}
	return list, nil
}

// scanOccurrence reads n, day, reports and json.
func scanOccurrence(o *store.OccurrenceRow, scan func(...any) error) (int64, error) {
	var number int64
	var counted string
	var body []byte
	if err := scan(&number, &counted, &o.Reports, &body); err != nil {
		return 0, err
	}
	o.Day = day(counted)
	return number, json.Unmarshal(body, &o.Occurrence)
}
