package sqlite

import (
	"slices"

	"nuncio"
)

// key is a party as events are found by it: an entity, or a country.
type key struct {
	n    int64
	wide bool // a state, or a body without one
}

// isState reports whether a country code is a state's.
func isState(s string) bool {
	if len(s) != 3 || slices.Contains([]string{"IGO", "NGO", "MNC", "IMG", "ISM", "REG"}, s) {
		return false
	}
	for i := range 3 {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// keys lists the keys of parties without doubles: each with its country.
func (t *tx) keys(parties []nuncio.Party, kinds map[string]nuncio.EntityKind) ([]key, error) {
	var out []key
	add := func(k key) {
		if !slices.ContainsFunc(out, func(o key) bool { return o.n == k.n }) {
			out = append(out, k)
		}
	}
	for i := range parties {
		p := &parties[i]
		state := isState(p.Country)
		id := p.Entity
		if id == "" {
			id = "name/" + p.Name
		}
		if !state || id != p.Country {
			n, err := t.actor(id, p.Name, kinds[id], p.Country)
			if err != nil {
				return nil, err
			}
			add(key{n, !state || isState(id)})
		}
		if state {
			name := p.Country
			if id == p.Country {
				name = p.Name
			}
			n, err := t.actor(p.Country, name, nuncio.KindState, p.Country)
			if err != nil {
				return nil, err
			}
			add(key{n, true})
		}
	}
	return out, nil
}

// actor gives the row of a party, and its name once a report has one that is
// better than its code.
func (t *tx) actor(id, name string, kind nuncio.EntityKind, country string) (int64, error) {
	if t.actors == nil {
		t.actors = map[string]int64{}
	}
	known := id + "\x00" + name
	if n, ok := t.actors[known]; ok {
		return n, nil
	}
	var n int64
	var has string
	found, err := t.one([]any{&n, &has}, "SELECT n, name FROM actor WHERE id = ?", id)
	if err != nil {
		return 0, err
	}
	if !found {
		if n, err = t.insert("INSERT INTO actor (id, name, kind, country) VALUES (?,?,?,?)", id, name, string(kind), country); err != nil {
			return 0, err
		}
	} else if has == id && name != id {
		if err := t.exec("UPDATE actor SET name = ? WHERE n = ?", name, n); err != nil {
			return 0, err
		}
	}
	t.actors[known] = n
	return n, nil
}

// pairKey is two keys with the way in which one acts on the other.
type pairKey struct {
	lo, hi int64
	way    int
	wide   bool
}

// The ways of a pair.
const (
	wayLo   = 1 // lo acts on hi
	wayHi   = 2 // hi acts on lo
	wayBoth = wayLo | wayHi
)

// pairs lists the pairs of an act: each key of one side with each of the other, or
// each with each where the act has no direction.
func (t *tx) pairs(actor, recipient []nuncio.Party, reciprocal bool, kinds map[string]nuncio.EntityKind) ([]pairKey, error) {
	var out []pairKey
	add := func(a, b key, way int) {
		if a.n == b.n {
			return
		}
		if a.n > b.n {
			a, b = b, a
			if way != wayBoth {
				way ^= wayBoth
			}
		}
		if i := slices.IndexFunc(out, func(p pairKey) bool { return p.lo == a.n && p.hi == b.n }); i >= 0 {
			out[i].way |= way
			return
		}
		out = append(out, pairKey{a.n, b.n, way, a.wide && b.wide})
	}
	if !reciprocal {
		from, err := t.keys(actor, kinds)
		if err != nil {
			return nil, err
		}
		to, err := t.keys(recipient, kinds)
		if err != nil {
			return nil, err
		}
		for _, a := range from {
			for _, b := range to {
				add(a, b, wayLo)
			}
		}
		return out, nil
	}
	all := slices.Concat(actor, recipient)
	for i := range all {
		for k := i + 1; k < len(all); k++ {
			from, err := t.keys(all[i:i+1], kinds)
			if err != nil {
				return nil, err
			}
			to, err := t.keys(all[k:k+1], kinds)
			if err != nil {
				return nil, err
			}
			for _, a := range from {
				for _, b := range to {
					add(a, b, wayBoth)
				}
			}
		}
	}
	return out, nil
}
