package storetest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"nuncio"
)

// Multiply makes up any number of records from real ones, for measuring stores at
// a size that nobody has coded yet. Each is one of the real ones with other states
// (drawn so that a few are in most events, as in the news), moved to another day
// of thirty years, in another outlet, and with a third of its words replaced by
// others of the same length, so that it is no copy and every span still lies on a
// word. One in ten is a copy of the one before, in another outlet a day later. The
// same seed makes the same records.
func Multiply(real []*nuncio.Record, seed uint64) iter.Seq[*nuncio.Record] {
	return func(yield func(*nuncio.Record) bool) {
		m := newMultiplier(real, seed)
		var last *nuncio.Record
		for i := 0; ; i++ {
			var rec *nuncio.Record
			if last != nil && m.rand.IntN(10) == 0 {
				rec, last = m.copy(last, i), nil
			} else {
				rec = m.change(real[m.rand.IntN(len(real))], i)
				last = rec
			}
			if !yield(rec) {
				return
			}
		}
	}
}

type multiplier struct {
	rand    *rand.Rand
	zipf    *rand.Zipf
	states  []nuncio.Party
	outlets []string
	words   map[int][]string // by length in runes
}

func newMultiplier(real []*nuncio.Record, seed uint64) *multiplier {
	m := &multiplier{rand: rand.New(rand.NewPCG(seed, 1)), words: map[int][]string{}}
	seen := map[string]bool{}
	add := func(p nuncio.Party) {
		if len(p.Entity) == 3 && p.Entity == p.Country && !seen[p.Entity] {
			seen[p.Entity] = true
			m.states = append(m.states, nuncio.Party{Entity: p.Entity, Name: p.Name, Country: p.Country, Sector: "GOV", Code: p.Entity})
		}
	}
	for _, rec := range real {
		for _, e := range rec.Entities {
			add(nuncio.Party{Entity: e.ID, Name: e.Name, Country: e.Country})
		}
		for _, w := range strings.Fields(rec.Report.Text) {
			if strings.IndexFunc(w, func(r rune) bool { return !unicode.IsLower(r) }) < 0 {
				n := len([]rune(w))
				m.words[n] = append(m.words[n], w)
			}
		}
	}
	for len(m.states) < 190 { // as many as there are
		n := len(m.states)
		id := fmt.Sprintf("X%c%c", 'A'+n/26, 'A'+n%26)
		m.states = append(m.states, nuncio.Party{Entity: id, Name: "State " + id, Country: id, Sector: "GOV", Code: id})
	}
	for i := range 400 {
		m.outlets = append(m.outlets, fmt.Sprintf("Outlet %d", i))
	}
	m.zipf = rand.NewZipf(m.rand, 1.2, 4, uint64(len(m.states)-1))
	return m
}

func (m *multiplier) copy(of *nuncio.Record, i int) *nuncio.Record {
	c := *of
	c.Report.ID = fmt.Sprintf("rz%08d", i)
	c.Report.Outlet = m.outlets[m.rand.IntN(len(m.outlets))]
	if !c.Report.Published.IsZero() {
		c.Report.Published = c.Report.Published.AddDays(1)
	}
	return &c
}

func (m *multiplier) change(of *nuncio.Record, i int) *nuncio.Record {
	c := *of
	c.Report.ID = fmt.Sprintf("rz%08d", i)
	c.Report.Outlet = m.outlets[m.rand.IntN(len(m.outlets))]
	c.Report.URL = ""
	c.Report.Text = m.reword(of.Report.Text)
	days := 0
	if !of.Report.Published.IsZero() {
		c.Report.Published = nuncio.NewDate(1995, 1, 1+m.rand.IntN(30*365))
		days = int(c.Report.Published.Time().Sub(of.Report.Published.Time()).Hours() / 24)
	}
	to := map[string]nuncio.Party{}
	swap := func(ps []nuncio.Party) []nuncio.Party {
		ps = slices.Clone(ps)
		for k := range ps {
			p := &ps[k]
			if len(p.Country) != 3 || p.Country == "IGO" || p.Country == "NGO" {
				continue
			}
			s, ok := to[p.Country]
			if !ok {
				s = m.states[m.zipf.Uint64()]
				to[p.Country] = s
			}
			if p.Entity == p.Country {
				p.Entity, p.Name = s.Entity, s.Name
			} else {
				p.Entity += "-" + strings.ToLower(s.Entity)
			}
			p.Code = strings.Replace(p.Code, p.Country, s.Country, 1)
			p.Country = s.Country
		}
		return ps
	}
	c.Events = slices.Clone(of.Events)
	for k := range c.Events {
		e := &c.Events[k]
		e.Actor, e.Recipient, e.Via = swap(e.Actor), swap(e.Recipient), swap(e.Via)
		for _, d := range []*nuncio.Date{&e.When.Start, &e.When.End} {
			if !d.IsZero() {
				*d = d.AddDays(days)
			}
		}
	}
	c.Entities = slices.Clone(of.Entities)
	for k := range c.Entities {
		e := &c.Entities[k]
		if s, ok := to[e.Country]; ok {
			if e.ID == e.Country {
				e.ID, e.Name = s.Entity, s.Name
			} else {
				e.ID += "-" + strings.ToLower(s.Entity)
			}
			e.Country = s.Country
		}
	}
	return &c
}

// reword puts other words of the same length in the place of a third of them.
func (m *multiplier) reword(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		w := text[start:end]
		start = -1
		if alike := m.words[len([]rune(w))]; len(alike) > 0 && m.rand.IntN(3) == 0 {
			w = alike[m.rand.IntN(len(alike))]
		}
		b.WriteString(w)
	}
	for i, r := range text {
		if unicode.IsLower(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
		b.WriteRune(r)
	}
	flush(len(text))
	return b.String()
}
