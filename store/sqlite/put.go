package sqlite

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"nuncio"
	"nuncio/occurrence"
	"nuncio/store"
)

// Put stores records in one transaction.
func (s *Store) Put(ctx context.Context, recs ...*nuncio.Record) ([]store.Put, error) {
	out := make([]store.Put, len(recs))
	err := s.change(ctx, func(t *tx) error {
		changed := false
		for i, rec := range recs {
			p, err := t.put(rec)
			if err != nil {
				return fmt.Errorf("store report %s: %w", rec.Report.ID, err)
			}
			out[i] = p
			changed = changed || p.Outcome != store.Known
		}
		if !changed {
			return nil
		}
		if err := s.settle(t); err != nil {
			return fmt.Errorf("merge occurrences: %w", err)
		}
		return t.bump()
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// bump counts a change, so that readers know that kept answers are stale.
func (t *tx) bump() error {
	return t.exec("INSERT INTO meta VALUES ('revision', '1') ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1")
}

func (t *tx) put(rec *nuncio.Record) (store.Put, error) {
	r := &rec.Report
	p := store.Put{Report: r.ID, Outcome: store.New}
	var n int64
	found, err := t.one([]any{&n}, "SELECT n FROM report WHERE id = ?", r.ID)
	if err != nil {
		return p, err
	}
	if found {
		p.Outcome = store.Known
		return p, nil
	}
	sig := occurrence.Sign(r.Text)
	prior, err := t.prior(r, &sig)
	if err != nil {
		return p, err
	}
	series := r.ID
	if prior != nil {
		series = prior.series
		if prior.published != "" && (r.Published.IsZero() || r.Published.String() < prior.published) {
			p.Outcome = store.Earlier
		} else {
			p.Outcome, p.Replaces = store.Corrected, prior.id
			if err := t.supersede(prior.n); err != nil {
				return p, err
			}
		}
	}
	if n, err = t.report(rec, series, p.Outcome != store.Earlier, &sig); err != nil || p.Outcome == store.Earlier {
		return p, err
	}
	if err := t.coded(n, rec); err != nil {
		return p, err
	}
	voice, err := t.copies(n, r.ID, &sig)
	if voice != r.ID {
		p.CopyOf = voice
	}
	return p, err
}

// report inserts the row of a report. The events of the latest version are rows
// of their own; an earlier one keeps them in its JSON.
func (t *tx) report(rec *nuncio.Record, series string, latest bool, sig *occurrence.Signature) (int64, error) {
	coder, err := t.coder(rec.Coder)
	if err != nil {
		return 0, err
	}
	r := &rec.Report
	body, err := bodyJSON(rec, !latest)
	if err != nil {
		return 0, err
	}
	return t.insert(`INSERT INTO report (id, series, latest, outlet, agency, published, basis, title, url, language, text, coder, record, signature, voice)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		r.ID, series, latest, r.Outlet, r.Agency, r.Published.String(), string(r.Basis), r.Title, r.URL, r.Language, r.Text, coder, body, signatureBytes(sig), r.ID)
}

// bodyJSON is a record without its text, and without its events unless they are to stay.
func bodyJSON(rec *nuncio.Record, events bool) (string, error) {
	body := *rec
	body.Report.Text = ""
	if !events {
		body.Events = nil
	}
	b, err := json.Marshal(&body)
	return string(b), err
}

func (t *tx) coder(c nuncio.Coder) (int64, error) {
	const find = "SELECT n FROM coder WHERE version = ? AND model = ? AND codebook = ? AND weights = ? AND catalogue = ?"
	var n int64
	args := []any{c.Version, c.Model, c.Codebook, c.Weights, c.Catalogue}
	if found, err := t.one([]any{&n}, find, args...); found || err != nil {
		return n, err
	}
	return t.insert("INSERT INTO coder (version, model, codebook, weights, catalogue) VALUES (?,?,?,?,?)", args...)
}

// version is the latest version of a report that another corrects.
type version struct {
	n                     int64
	id, series, published string
}

// correctionShare is how much of its text a report must keep to be a correction.
const correctionShare = 0.3

// prior finds the latest version of a report: of those with the same URL, or where
// that is missing with the same outlet, day and title, one with much the same
// text; under the same URL the same title will do. A URL alone does not tell,
// since a day's page may hold many reports.
func (t *tx) prior(r *nuncio.Report, sig *occurrence.Signature) (*version, error) {
	query := "SELECT n, id, series, published, title, signature FROM report WHERE url = ? AND latest ORDER BY n"
	args := []any{r.URL}
	if r.URL == "" {
		if r.Outlet == "" || r.Title == "" || r.Published.IsZero() {
			return nil, nil
		}
		query = "SELECT n, id, series, published, title, signature FROM report WHERE outlet = ? AND published = ? AND title = ? AND url = '' AND latest ORDER BY n"
		args = []any{r.Outlet, r.Published.String(), r.Title}
	}
	rows, err := t.rows(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var v version
		var title string
		var b []byte
		if err := rows.Scan(&v.n, &v.id, &v.series, &v.published, &title, &b); err != nil {
			return nil, err
		}
		other := signatureOf(b)
		if r.URL != "" && r.Title != "" && title == r.Title || sig.Similarity(&other) >= correctionShare {
			return &v, nil
		}
	}
	return nil, rows.Err()
}

// supersede turns the latest version of a report into an earlier one: its rows
// go, its record stays.
func (t *tx) supersede(n int64) error {
	rec, err := t.record(n)
	if err != nil {
		return err
	}
	body, err := bodyJSON(rec, true)
	if err != nil {
		return err
	}
	if err := t.clear(n); err != nil {
		return err
	}
	for _, q := range []string{"DELETE FROM entity WHERE report = ?", "DELETE FROM attribution WHERE report = ?", "DELETE FROM relation WHERE report = ?",
		"DELETE FROM uncoded WHERE report = ?"} {
		if err := t.exec(q, n); err != nil {
			return err
		}
	}
	if err := t.exec("UPDATE report SET latest = 0, record = ? WHERE n = ?", body, n); err != nil {
		return err
	}
	return t.leave(n)
}

// clear takes away a report's events, with the occurrences that they are in, and
// marks what must be computed again.
func (t *tx) clear(n int64) error {
	if err := t.touch(n); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM occurrence WHERE n IN (SELECT m.occurrence FROM event e JOIN occurrence_event m ON m.event = e.n WHERE e.report = ?)", n); err != nil {
		return err
	}
	return t.exec("DELETE FROM event WHERE report = ?", n)
}

// touch marks the surroundings of a report's events, to be computed again.
func (t *tx) touch(n int64) error {
	return t.exec("INSERT OR IGNORE INTO touched SELECT block, coalesce(lo, 1), coalesce(hi, 0) FROM event WHERE report = ?", n)
}

func signatureBytes(sig *occurrence.Signature) []byte {
	b := make([]byte, 0, 4*len(sig))
	for _, v := range sig {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

func signatureOf(b []byte) (sig occurrence.Signature) {
	for i := range sig {
		if len(b) >= 4*(i+1) {
			sig[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
	}
	return sig
}
