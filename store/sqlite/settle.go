package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strconv"

	"nuncio"
	"nuncio/occurrence"
)

// settle computes again what was touched: of each touched block the events that
// hang together with a change by overlapping days.
func (s *Store) settle(t *tx) error {
	blocks, err := t.touched()
	if err != nil {
		return err
	}
	for _, b := range blocks {
		if err := t.settleBlock(b, s.merger); err != nil {
			return err
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return t.exec("DELETE FROM touched")
}

// window is a run of days, and the events within it.
type window struct {
	lo, hi int
	events []int64
}

// touchedBlock is a block with the windows in which something changed.
type touchedBlock struct {
	block   string
	windows []window
}

func (t *tx) touched() ([]touchedBlock, error) {
	rows, err := t.rows("SELECT block, lo, hi FROM touched ORDER BY block, lo, hi")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []touchedBlock
	for rows.Next() {
		var b string
		var w window
		if err := rows.Scan(&b, &w.lo, &w.hi); err != nil {
			return nil, err
		}
		if len(out) == 0 || out[len(out)-1].block != b {
			out = append(out, touchedBlock{block: b})
		}
		last := &out[len(out)-1]
		last.windows = append(last.windows, w)
	}
	return out, rows.Err()
}

// settleBlock merges the touched runs of a block, each for itself.
func (t *tx) settleBlock(b touchedBlock, merger *occurrence.Merger) error {
	runs, undated, err := t.runs(b.block)
	if err != nil {
		return err
	}
	for i := range runs {
		if !slices.ContainsFunc(b.windows, func(w window) bool { return w.lo <= runs[i].hi && runs[i].lo <= w.hi }) {
			continue
		}
		if err := t.settleRun(b.block, runs[i].events, merger); err != nil {
			return err
		}
	}
	if len(undated) > 0 {
		return t.settleRun(b.block, undated, merger)
	}
	return nil
}

// runs cuts a block into the runs of events that hang together by overlaps.
func (t *tx) runs(block string) (runs []window, undated []int64, err error) {
	rows, err := t.rows("SELECT lo, hi, n FROM event WHERE block = ? ORDER BY lo, hi, n", block)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var lo, hi sql.NullInt64
		var n int64
		if err := rows.Scan(&lo, &hi, &n); err != nil {
			return nil, nil, err
		}
		if !lo.Valid {
			undated = append(undated, n)
			continue
		}
		if k := len(runs) - 1; k >= 0 && int(lo.Int64) <= runs[k].hi {
			runs[k].hi = max(runs[k].hi, int(hi.Int64))
			runs[k].events = append(runs[k].events, n)
		} else {
			runs = append(runs, window{int(lo.Int64), int(hi.Int64), []int64{n}})
		}
	}
	return runs, undated, rows.Err()
}

func (t *tx) settleRun(block string, numbers []int64, merger *occurrence.Merger) error {
	where, arg := "e.n = ?", any(numbers[0])
	if len(numbers) > 1 {
		where, arg = "e.n IN (SELECT value FROM json_each(?))", list(numbers)
	}
	events, rows, err := loadEvents(t.ctx, t, where, arg)
	if err != nil {
		return err
	}
	row := make(map[nuncio.EventRef]int64, len(events))
	for i := range events {
		row[events[i].Ref()] = rows[i]
	}
	return t.merged(block, row, merger.Merge(events))
}

// list is numbers as json_each reads them.
func list(numbers []int64) string {
	b := []byte{'['}
	for i, n := range numbers {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, n, 10)
	}
	return string(append(b, ']'))
}

// eventQuery reads events with the voice of their reports: the earliest copy of the
// text, and the first agency that any copy names.
const eventQuery = `SELECT e.n, r.id, r.published, r.outlet, r.agency, v.id, v.published, v.outlet,
	coalesce((SELECT g.agency FROM report g WHERE g.voice = r.voice AND g.agency <> '' ORDER BY g.published = '', g.published, g.id LIMIT 1), ''), e.words, j.json
	FROM event e JOIN report r ON r.n = e.report JOIN report v ON v.id = r.voice JOIN event_json j ON j.event = e.n
	WHERE `

// loadEvents reads the events that a condition lets through, each with its row.
func loadEvents(ctx context.Context, q querier, where string, arg any) (out []occurrence.Event, numbers []int64, err error) {
	rows, err := q.QueryContext(ctx, eventQuery+where, arg)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var e occurrence.Event
		var n int64
		var published, first string
		var body []byte
		if err := rows.Scan(&n, &e.Report, &published, &e.Outlet, &e.Agency, &e.Voice.Report, &first, &e.Voice.Outlet, &e.Voice.Agency, &e.Words, &body); err != nil {
			return nil, nil, err
		}
		if err := json.Unmarshal(body, &e.Event); err != nil {
			return nil, nil, err
		}
		e.Published, e.Voice.Published = day(published), day(first)
		out, numbers = append(out, e), append(numbers, n)
	}
	return out, numbers, rows.Err()
}
