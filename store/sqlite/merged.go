package sqlite

import (
	"encoding/json"
	"maps"
	"slices"

	"nuncio"
	"nuncio/occurrence"
)

// had is an occurrence as it is stored.
type had struct {
	n    int64
	json string
	rows int // events that still hang on it
}

// merged writes what events, given with their rows, came to; occurrences that stayed
// as they were are not touched.
func (t *tx) merged(block string, row map[nuncio.EventRef]int64, res occurrence.Result) error {
	old, err := t.had(slices.Collect(maps.Values(row)))
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
		n, err := t.occurrence(block, o, bodies[i], old[o.ID].n, row, deniers)
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
	rows, err := t.rows(`SELECT o.id, o.n, o.json, (SELECT count(*) FROM occurrence_event WHERE occurrence = o.n) FROM occurrence o
		WHERE o.n IN (SELECT occurrence FROM occurrence_event WHERE event IN (SELECT value FROM json_each(?)))`, list(events))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[string]had{}
	for rows.Next() {
		var id string
		var h had
		if err := rows.Scan(&id, &h.n, &h.json, &h.rows); err != nil {
			return nil, err
		}
		out[id] = h
	}
	return out, rows.Err()
}

// occurrence inserts one with its members, origins and index rows. It keeps the
// row number that it had.
func (t *tx) occurrence(block string, o *nuncio.Occurrence, body string, was int64, row map[nuncio.EventRef]int64, deniers map[string]nuncio.Origin) (int64, error) {
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
		if err := t.exec("INSERT OR REPLACE INTO occurrence_event VALUES (?,?,?,?)", row[m.EventRef], n, m.CopyOf, m.Why); err != nil {
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
