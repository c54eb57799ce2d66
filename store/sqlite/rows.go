package sqlite

import (
	"encoding/json"
	"slices"
	"strings"

	"nuncio"
	"nuncio/occurrence"
)

// coded inserts the rows of a record under its report.
func (t *tx) coded(n int64, rec *nuncio.Record) error {
	for i := range rec.Entities {
		if err := t.entity(n, &rec.Entities[i]); err != nil {
			return err
		}
	}
	for i := range rec.Attributions {
		a := &rec.Attributions[i]
		var source, sourceEntity, cue string
		if a.Source != nil {
			source, sourceEntity = a.Source.Text, a.Source.Entity
		}
		if a.Cue != nil {
			cue = a.Cue.Text
		}
		if err := t.exec("INSERT INTO attribution VALUES (?,?,?,?,?,?,?,?,?)", n, a.ID, source, sourceEntity, cue, string(a.Style),
			a.Content.Span.Start, a.Content.Span.End, a.Within); err != nil {
			return err
		}
	}
	for i := range rec.Relations {
		r := &rec.Relations[i]
		var between [2]string
		copy(between[:], r.Between)
		source := ""
		if len(r.Chain) > 0 {
			source = r.Chain[0].Name
		}
		if err := t.exec("INSERT INTO relation VALUES (?,?,?,?,?,?,?,?)", n, r.ID, r.Relation, between[0], between[1], r.Value, string(r.Status), source); err != nil {
			return err
		}
	}
	for i, u := range rec.Uncoded {
		if err := t.exec("INSERT INTO uncoded VALUES (?,?,?,?,?)", n, i, u.Sentence, u.Word, u.Reason); err != nil {
			return err
		}
	}
	return t.events(n, rec)
}

func (t *tx) entity(n int64, e *nuncio.Entity) error {
	var role nuncio.Role
	if e.Role != nil {
		role = *e.Role
	}
	return t.exec("INSERT OR IGNORE INTO entity VALUES (?,?,?,?,?,?,?,?,?)", n, e.ID, string(e.Kind), e.Name, e.Country, e.Sector, role.Title, role.Of,
		len(e.Mentions)+len(e.TitleMentions))
}

// events inserts the events of a record, with its parties, chains and index rows.
func (t *tx) events(n int64, rec *nuncio.Record) error {
	kinds := map[string]nuncio.EntityKind{}
	for _, e := range rec.Entities {
		kinds[e.ID] = e.Kind
	}
	ready := occurrence.Of(rec)
	rows := map[string]int64{}
	for i := range ready {
		row, err := t.event(n, i, rec, &ready[i], kinds)
		if err != nil {
			return err
		}
		rows[ready[i].ID] = row
	}
	for _, l := range occurrence.Links(rec) {
		if err := t.exec("INSERT OR IGNORE INTO event_link VALUES (?,?,?,?)", rows[l.From], rows[l.To], string(l.Kind), l.Why); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) event(report int64, pos int, rec *nuncio.Record, ready *occurrence.Event, kinds map[string]nuncio.EntityKind) (int64, error) {
	e := &ready.Event
	place, err := t.place(e.Where)
	if err != nil {
		return 0, err
	}
	condition := ""
	if e.Condition != nil {
		condition = e.Condition.Text
	}
	block := t.merger.Block(ready)
	counted := occurrence.Day(e.When.Interval, rec.Report.Published).String()
	lo, hi, dated := occurrence.Window(ready)
	window := []any{lo, hi}
	if !dated {
		lo, hi, window = 1, 0, []any{nil, nil}
	}
	n, err := t.insert(`INSERT INTO event (report, id, pos, event, mode, context, cameo, quad, goldstein, reciprocal, day, start, end, granularity, when_basis,
		place, status, condition, claim, in_title, sentence, words, trigger, rule, confidence, block, lo, hi) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		report, e.ID, pos, e.Event, e.Mode, strings.Join(e.Context, " "), e.CAMEO, e.Quad, e.Goldstein, e.Reciprocal, counted,
		null(e.When.Start), null(e.When.End), string(e.When.Granularity), string(e.When.Basis), place, string(e.Status), condition, e.Claim,
		e.In == "title", e.Evidence.Sentence, rec.Report.Cut(e.In, e.Evidence.Span), e.Evidence.Trigger.Text, e.Rule, e.Confidence, block, window[0], window[1])
	if err != nil {
		return 0, err
	}
	if err := t.exec("INSERT OR IGNORE INTO touched VALUES (?,?,?)", block, lo, hi); err != nil {
		return 0, err
	}
	body, err := json.Marshal(e)
	if err != nil {
		return 0, err
	}
	if err := t.exec("INSERT INTO event_json VALUES (?, ?)", n, string(body)); err != nil {
		return 0, err
	}
	for _, list := range []struct {
		role    string
		parties []nuncio.Party
	}{{"actor", e.Actor}, {"recipient", e.Recipient}, {"via", e.Via}} {
		for i := range list.parties {
			p := &list.parties[i]
			if err := t.exec("INSERT INTO party VALUES (?,?,?,?,?,?,?,?,?)", n, list.role, i, p.Entity, p.Name, p.Country, p.Sector, p.Code, p.Title); err != nil {
				return 0, err
			}
		}
	}
	for path, chain := range append([][]nuncio.Link{e.Chain}, e.Chains...) {
		for i, l := range chain {
			if err := t.exec("INSERT INTO link VALUES (?,?,?,?,?,?,?,?)", n, path, i, l.Name, l.Entity, string(l.Kind), l.Country, l.Authority); err != nil {
				return 0, err
			}
		}
	}
	return n, t.index(n, e, counted, kinds)
}

// index inserts the rows by which an event is found and counted by its parties.
func (t *tx) index(n int64, e *nuncio.Event, counted string, kinds map[string]nuncio.EntityKind) error {
	all, err := t.keys(slices.Concat(e.Actor, e.Recipient, e.Via), kinds)
	if err != nil {
		return err
	}
	for _, k := range all {
		if err := t.exec("INSERT OR IGNORE INTO involved VALUES (?,?,?,?)", k.n, counted, n, e.Quad); err != nil {
			return err
		}
	}
	pairs, err := t.pairs(e.Actor, e.Recipient, e.Reciprocal, kinds)
	if err != nil {
		return err
	}
	for _, p := range pairs {
		if err := t.exec("INSERT INTO pair VALUES (?,?,?,?,?,?,?)", p.lo, p.hi, counted, n, e.Quad, p.way, p.wide); err != nil {
			return err
		}
	}
	return nil
}

// place gives the row of a place; nil where an event has none.
func (t *tx) place(w *nuncio.Where) (any, error) {
	if w == nil {
		return nil, nil
	}
	var n int64
	found, err := t.one([]any{&n}, "SELECT n FROM place WHERE name = ? AND country = ? AND geonames = ? AND precision = ?", w.Name, w.Country, w.GeoNames, string(w.Precision))
	if found || err != nil {
		return n, err
	}
	return t.insert("INSERT INTO place (name, country, lat, lon, precision, geonames) VALUES (?,?,?,?,?,?)", w.Name, w.Country, w.Lat, w.Lon, string(w.Precision), w.GeoNames)
}

// null is a day, or NULL when it is not known.
func null(d nuncio.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}
