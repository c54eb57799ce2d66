package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

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
	events := make([]occurrence.Event, 0, len(numbers))
	for _, n := range numbers {
		more, err := loadEvents(t.ctx, t, "e.n = ?", n)
		if err != nil {
			return err
		}
		events = append(events, more...)
	}
	return t.merged(block, numbers, merger.Merge(events))
}

// eventQuery reads events with the voice of their reports: the earliest copy of the
// text, and the first agency that any copy names.
const eventQuery = `SELECT r.id, r.published, r.outlet, r.agency, v.id, v.published, v.outlet,
	coalesce((SELECT g.agency FROM report g WHERE g.voice = r.voice AND g.agency <> '' ORDER BY g.published = '', g.published, g.id LIMIT 1), ''), e.words, j.json
	FROM event e JOIN report r ON r.n = e.report JOIN report v ON v.id = r.voice JOIN event_json j ON j.event = e.n
	WHERE `

func loadEvents(ctx context.Context, q querier, where string, arg any) ([]occurrence.Event, error) {
	rows, err := q.QueryContext(ctx, eventQuery+where, arg)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []occurrence.Event
	for rows.Next() {
		var e occurrence.Event
		var published, first string
		var body []byte
		if err := rows.Scan(&e.Report, &published, &e.Outlet, &e.Agency, &e.Voice.Report, &first, &e.Voice.Outlet, &e.Voice.Agency, &e.Words, &body); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(body, &e.Event); err != nil {
			return nil, err
		}
		e.Published, e.Voice.Published = day(published), day(first)
		out = append(out, e)
	}
	return out, rows.Err()
}

// had is an occurrence as it is stored.
type had struct {
	n    int64
	json string
	rows int // events that still hang on it
}

// merged writes what events came to; occurrences that stayed as they were are not
// touched.
func (t *tx) merged(block string, events []int64, res occurrence.Result) error {
	old, err := t.had(events)
	if err != nil {
		return err
	}
	deniers := map[string]nuncio.Origin{}
	for i := range res.Occurrences {
		for _, or := range res.Occurrences[i].Origins {
			if or.Denies {
				deniers[or.ID] = or
			}
		}
	}
	numbers := map[string]int64{}
	var fresh, kept []int
	bodies := make([]string, len(res.Occurrences))
	for i := range res.Occurrences {
		o := &res.Occurrences[i]
		b, err := json.Marshal(o)
		if err != nil {
			return err
		}
		bodies[i] = string(b)
		if h, ok := old[o.ID]; ok && h.json == bodies[i] && h.rows == len(o.Events) {
			numbers[o.ID] = h.n
			delete(old, o.ID)
			if o.Status == nuncio.Negated {
				kept = append(kept, i) // what it denies may have changed
			}
			continue
		}
		fresh = append(fresh, i)
	}
	for _, id := range sortedKeys(old) {
		if err := t.exec("DELETE FROM occurrence WHERE n = ?", old[id].n); err != nil {
			return err
		}
	}
	for _, i := range fresh {
		o := &res.Occurrences[i]
		n, err := t.occurrence(block, o, bodies[i], old[o.ID].n, deniers)
		if err != nil {
			return err
		}
		numbers[o.ID] = n
	}
	for _, i := range kept {
		n := numbers[res.Occurrences[i].ID]
		if err := t.exec("DELETE FROM occurrence_denies WHERE from_occurrence = ?", n); err != nil {
			return err
		}
		if err := t.exec("UPDATE occurrence SET denies = 0 WHERE n = ?", n); err != nil {
			return err
		}
	}
	for _, l := range res.Links {
		if err := t.exec("INSERT INTO occurrence_denies VALUES (?,?,?)", numbers[l.From], numbers[l.To], l.Why); err != nil {
			return err
		}
		if err := t.exec("UPDATE occurrence SET denies = 1 WHERE n = ?", numbers[l.From]); err != nil {
			return err
		}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// had lists the occurrences that events were in.
func (t *tx) had(events []int64) (map[string]had, error) {
	out := map[string]had{}
	seen := map[int64]bool{}
	for _, event := range events {
		var n int64
		found, err := t.one([]any{&n}, "SELECT occurrence FROM occurrence_event WHERE event = ?", event)
		if err != nil {
			return nil, err
		}
		if !found || seen[n] {
			continue
		}
		seen[n] = true
		h, id := had{n: n}, ""
		if _, err := t.one([]any{&id, &h.json, &h.rows}, "SELECT id, json, (SELECT count(*) FROM occurrence_event WHERE occurrence = o.n) FROM occurrence o WHERE n = ?", n); err != nil {
			return nil, err
		}
		out[id] = h
	}
	return out, nil
}

// occurrence inserts one with its members, origins and index rows. It keeps the
// row number that it had.
func (t *tx) occurrence(block string, o *nuncio.Occurrence, body string, was int64, deniers map[string]nuncio.Origin) (int64, error) {
	counted := occurrence.Day(o.When, o.FirstReport).String()
	var reports []string
	for _, m := range o.Events {
		reports = append(reports, m.Report)
	}
	slices.Sort(reports)
	var place, country string
	if o.Where != nil {
		place, country = o.Where.Name, o.Where.Country
	}
	var number any
	if was != 0 {
		number = was
	}
	n, err := t.insert(`INSERT INTO occurrence VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,?,?,?,?,?)`, number, o.ID, block, o.Event, o.Mode, o.Quad, string(o.Status),
		counted, null(o.When.Start), null(o.When.End), string(o.When.Granularity), place, country, o.Corroboration, len(o.DeniedBy),
		len(o.Events), len(slices.Compact(reports)), o.FirstReport.String(), o.LastReport.String(), body)
	if err != nil {
		return 0, err
	}
	for _, m := range o.Events {
		if err := t.exec("INSERT OR REPLACE INTO occurrence_event SELECT e.n, ?, ?, ? FROM report r JOIN event e ON e.report = r.n AND e.id = ? WHERE r.id = ?",
			n, m.CopyOf, m.Why, m.Event, m.Report); err != nil {
			return 0, err
		}
	}
	for _, or := range o.Origins {
		if err := t.origin(n, counted, or); err != nil {
			return 0, err
		}
	}
	for _, id := range o.DeniedBy {
		if err := t.origin(n, counted, deniers[id]); err != nil {
			return 0, err
		}
	}
	return n, t.indexOccurrence(n, o, counted)
}

func (t *tx) origin(n int64, counted string, o nuncio.Origin) error {
	return t.exec("INSERT OR IGNORE INTO occurrence_origin VALUES (?,?,?,?,?,?,?,?,?)", n, o.ID, counted, o.Denies, o.Name, string(o.Kind), o.Country, o.Interested, len(o.Events))
}

func (t *tx) indexOccurrence(n int64, o *nuncio.Occurrence, counted string) error {
	all, err := t.keys(slices.Concat(o.Actor, o.Recipient), nil)
	if err != nil {
		return err
	}
	for _, k := range all {
		if err := t.exec("INSERT OR IGNORE INTO occurrence_involved VALUES (?,?,?)", k.n, counted, n); err != nil {
			return err
		}
	}
	pairs, err := t.pairs(o.Actor, o.Recipient, o.Reciprocal, nil)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		if err := t.exec("INSERT INTO occurrence_pair VALUES (?,?,?,?,?,?)", p.lo, p.hi, counted, n, o.Quad, p.way); err != nil {
			return err
		}
	}
	return nil
}
