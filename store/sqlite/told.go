package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"nuncio/store"
)

// Told reads what tells of several occurrences with three queries, however many
// they are.
func (s *Store) Told(ctx context.Context, rows []store.OccurrenceRow) ([]store.Occurrence, error) {
	out := make([]store.Occurrence, len(rows))
	at := make(map[string][]int, len(rows))
	ids := make([]string, len(rows))
	for i, row := range rows {
		out[i].OccurrenceRow, ids[i] = row, row.ID
		at[row.ID] = append(at[row.ID], i)
	}
	told, err := s.members(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("what tells of occurrences: %w", err)
	}
	for _, e := range told {
		for _, i := range at[e.Occurrence] {
			out[i].Rows = append(out[i].Rows, e)
		}
	}
	denied, deniers, err := s.deniers(ctx, ids)
	if err != nil || len(deniers) == 0 {
		return out, err
	}
	if told, err = s.members(ctx, deniers); err != nil {
		return nil, fmt.Errorf("what denies occurrences: %w", err)
	}
	for _, e := range told {
		for _, id := range denied[e.Occurrence] {
			for _, i := range at[id] {
				out[i].Denials = append(out[i].Denials, e)
			}
		}
	}
	return out, nil
}

// members lists the events of occurrences, those of the earliest reports first.
func (s *Store) members(ctx context.Context, ids []string) ([]store.EventRow, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	return s.eventRows(ctx, eventColumns+`occurrence w JOIN occurrence_event x ON x.occurrence = w.n JOIN event e ON e.n = x.event`+eventJoins+
		` WHERE w.id IN (SELECT value FROM json_each(?)) ORDER BY r.published, r.id, e.pos`, string(list))
}

// deniers gives for each occurrence that denies some of the given ones which, and
// lists them.
func (s *Store) deniers(ctx context.Context, ids []string) (denied map[string][]string, deniers []string, err error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT a.id, b.id FROM occurrence b JOIN occurrence_denies d ON d.to_occurrence = b.n JOIN occurrence a ON a.n = d.from_occurrence
		WHERE b.id IN (SELECT value FROM json_each(?)) GROUP BY a.id, b.id ORDER BY a.id, b.id`, string(list))
	if err != nil {
		return nil, nil, err
	}
	pairs, err := collect(rows, func(p *[2]string, scan func(...any) error) error { return scan(&p[0], &p[1]) })
	denied = make(map[string][]string)
	for _, p := range pairs {
		if denied[p[0]] == nil {
			deniers = append(deniers, p[0])
		}
		denied[p[0]] = append(denied[p[0]], p[1])
	}
	return denied, deniers, err
}
