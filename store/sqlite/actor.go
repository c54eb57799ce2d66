package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"nuncio"
	"nuncio/store"
)

// actorColumns are what scanActor reads.
const actorColumns = "SELECT a.id, a.name, a.kind, a.country, a.events FROM "

// Actors finds parties by id or by the beginnings of words of their name; the one
// whose id was given comes first.
func (s *Store) Actors(ctx context.Context, find string, n int) ([]store.ActorCount, error) {
	find = strings.TrimSpace(find)
	if find == "" {
		rows, err := s.read.QueryContext(ctx, actorColumns+"actor a WHERE a.events > 0 ORDER BY a.events DESC, a.id LIMIT ?", limit(n))
		if err != nil {
			return nil, err
		}
		return collect(rows, scanActor)
	}
	query, args := actorColumns+"actor a WHERE a.events > 0 AND a.id = ?1", []any{find, limit(n)}
	if match := nameQuery(find); match != "" {
		query += " UNION " + actorColumns + "actor_text t CROSS JOIN actor a ON a.n = t.rowid WHERE actor_text MATCH ?3 AND a.events > 0"
		args = append(args, match)
	}
	rows, err := s.read.QueryContext(ctx, "SELECT * FROM ("+query+") ORDER BY id = ?1 DESC, events DESC, id LIMIT ?2", args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, scanActor)
}

func scanActor(a *store.ActorCount, scan func(...any) error) error {
	return scan(&a.ID, &a.Name, (*string)(&a.Kind), &a.Country, &a.Events)
}

// Named reads one party by its id.
func (s *Store) Named(ctx context.Context, id string) (store.ActorCount, error) {
	var a store.ActorCount
	err := scanActor(&a, s.read.QueryRowContext(ctx, actorColumns+"actor a WHERE a.id = ?", id).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return a, fmt.Errorf("party %s: %w", id, store.ErrNotFound)
	}
	return a, err
}

// maxPartners and maxNames are how many of them an actor's page has.
const (
	maxPartners = 60
	maxNames    = 20
)

// Actor reads one party. The filter's class, quad, status and days narrow its
// months; its partners are those of all time unless it narrows anything.
func (s *Store) Actor(ctx context.Context, id string, f store.Filter) (*store.Actor, error) {
	var a store.Actor
	var n int64
	err := s.read.QueryRowContext(ctx, "SELECT n, id, name, kind, country, events FROM actor WHERE id = ?", id).
		Scan(&n, &a.ID, &a.Name, (*string)(&a.Kind), &a.Country, &a.Events)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("party %s: %w", id, store.ErrNotFound)
	}
	if err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, "SELECT name FROM (SELECT name FROM entity WHERE id = ? LIMIT 5000) GROUP BY name ORDER BY count(*) DESC, name LIMIT ?", id, maxNames)
	if err != nil {
		return nil, err
	}
	if a.Names, err = collect(rows, func(s *string, scan func(...any) error) error { return scan(s) }); err != nil {
		return nil, err
	}
	rows, err = s.read.QueryContext(ctx, `SELECT e.title, e.role_of, min(r.published), max(r.published) FROM entity e JOIN report r ON r.n = e.report
		WHERE e.id = ? AND e.title <> '' GROUP BY 1, 2 ORDER BY 3, 1`, id)
	if err != nil {
		return nil, err
	}
	if a.Roles, err = collect(rows, func(r *store.RoleSpell, scan func(...any) error) error {
		var first, last string
		err := scan(&r.Title, &r.Of, &first, &last)
		r.First, r.Last = day(first), day(last)
		return err
	}); err != nil {
		return nil, err
	}
	if a.Partners, err = s.partners(ctx, n, a.Country == a.ID, &f); err != nil {
		return nil, err
	}
	if a.Ties, err = s.ties(ctx, a.Partners, a.Country == a.ID, &f); err != nil {
		return nil, err
	}
	a.Months, err = s.actorMonths(ctx, id, n, f)
	return &a, err
}

// partners counts whom a party deals with. A state's partners are states and
// bodies; anybody else's are whoever the reports name.
func (s *Store) partners(ctx context.Context, n int64, state bool, f *store.Filter) ([]store.PartnerCount, error) {
	wide := 0
	if state {
		wide = 1
	}
	const each = `SELECT CASE lo WHEN ?1 THEN hi ELSE lo END AS other,
		sum(n * (way = 3 OR way = CASE lo WHEN ?1 THEN 1 ELSE 2 END)) AS acts, sum(n * (way = 3 OR way = CASE lo WHEN ?1 THEN 2 ELSE 1 END)) AS takes,
		sum(n * (quad IN (1, 2))) AS coop, sum(n * (quad IN (3, 4))) AS conf, sum(n) AS total FROM (%s) GROUP BY 1`
	inner := "SELECT lo, hi, quad, way, events AS n FROM pair_tally WHERE (lo = ?1 OR hi = ?1) AND wide >= ?2"
	args := []any{n, wide}
	if narrows(f) || f.Text+f.Outlet != "" {
		g := *f
		g.Party = nil
		q, err := s.events(ctx, &g)
		if err != nil || q.none {
			return nil, err
		}
		inner = "SELECT d.lo, d.hi, d.quad, d.way, 1 AS n FROM pair d WHERE (d.lo = ?1 OR d.hi = ?1) AND d.wide >= ?2 AND d.event IN (SELECT e.n FROM " + q.from + q.clause() + ")"
		args = append(args, q.args...)
	}
	rows, err := s.read.QueryContext(ctx, "SELECT a.id, a.name, a.country, x.acts, x.takes, x.coop, x.conf FROM ("+fmt.Sprintf(each, inner)+
		") x JOIN actor a ON a.n = x.other ORDER BY x.total DESC, a.id LIMIT ?", append(args, maxPartners)...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(p *store.PartnerCount, scan func(...any) error) error {
		return scan(&p.ID, &p.Name, &p.Country, &p.AsActor, &p.AsRecipient, &p.Cooperation, &p.Conflict)
	})
}

// maxTied is among how many partners ties are looked for.
const maxTied = 18

// ties counts what a party's partners have with each other, under the same filter.
func (s *Store) ties(ctx context.Context, partners []store.PartnerCount, state bool, f *store.Filter) ([]store.DyadCount, error) {
	partners = partners[:min(len(partners), maxTied)]
	if len(partners) < 2 {
		return nil, nil
	}
	wide := 0
	if state {
		wide = 1
	}
	ids := make([]any, len(partners))
	for i := range partners {
		ids[i] = partners[i].ID
	}
	some := "(SELECT n FROM actor WHERE id IN (?" + strings.Repeat(",?", len(ids)-1) + "))"
	args := append(append(append([]any{}, ids...), ids...), wide)
	inner := "SELECT lo, hi, quad, events AS n FROM pair_tally WHERE lo IN " + some + " AND hi IN " + some + " AND wide >= ?"
	if narrows(f) || f.Text+f.Outlet != "" {
		g := *f
		g.Party = nil
		q, err := s.events(ctx, &g)
		if err != nil || q.none {
			return nil, err
		}
		inner = "SELECT d.lo, d.hi, d.quad, 1 AS n FROM pair d WHERE d.lo IN " + some + " AND d.hi IN " + some + " AND d.wide >= ? AND d.event IN (SELECT e.n FROM " + q.from + q.clause() + ")"
		args = append(args, q.args...)
	}
	rows, err := s.read.QueryContext(ctx, "SELECT a.id, b.id, a.name, b.name, sum(x.n), sum(x.n * (x.quad IN (1, 2))), sum(x.n * (x.quad IN (3, 4))) FROM ("+inner+
		") x JOIN actor a ON a.n = x.lo JOIN actor b ON b.n = x.hi GROUP BY x.lo, x.hi ORDER BY 5 DESC, 1, 2", args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, func(d *store.DyadCount, scan func(...any) error) error {
		return scan(&d.A, &d.B, &d.AName, &d.BName, &d.Events, &d.Cooperation, &d.Conflict)
	})
}

func (s *Store) actorMonths(ctx context.Context, id string, n int64, f store.Filter) ([]store.MonthCount, error) {
	g := f
	g.Quad, g.Party, g.Since, g.Until = nil, nil, nuncio.Date{}, nuncio.Date{}
	if wholeMonths(&f) && !narrows(&g) && g.Text+g.Outlet+g.Report == "" {
		var q query
		q.and("actor = ?", n)
		in(&q, "quad", f.Quad)
		q.months(&f)
		rows, err := s.read.QueryContext(ctx, "SELECT month, quad, events FROM actor_tally"+q.clause()+" ORDER BY 1, 2", q.args...)
		if err != nil {
			return nil, err
		}
		return collect(rows, func(c *store.MonthCount, scan func(...any) error) error { return scan(&c.Month, &c.Quad, &c.Events) })
	}
	f.Party = []string{id}
	return s.Months(ctx, f)
}
