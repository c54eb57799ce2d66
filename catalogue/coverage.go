package catalogue

import (
	"slices"
	"time"

	"nuncio"
)

// promise says that an office is filled in the tables without a gap: row of
// coverage.tsv.
type promise struct {
	of     []string // ids; nil: every state
	office string
	from   nuncio.Date
	slack  int
	file   string
	line   int
}

// promise reads a row of coverage.tsv.
func (l *loader) promise(t *table, v []string) error {
	p := promise{office: v[1], file: t.file, line: t.line}
	if _, ok := l.officeOf[p.office]; !ok {
		return t.errorf("office %q is not in offices.tsv", p.office)
	}
	if v[0] != "*" {
		for _, id := range list(v[0]) {
			of, ok := l.resolve(id)
			if !ok {
				return t.errorf("%q is neither a state nor an organization", id)
			}
			p.of = append(p.of, of)
		}
	}
	spell, err := t.spell(v[2], "")
	if err != nil {
		return err
	}
	p.from = spell.From.First()
	for _, c := range v[3] {
		if c < '0' || c > '9' || p.slack > 1000 {
			return t.errorf("slack %q is no number of days", v[3])
		}
		p.slack = 10*p.slack + int(c-'0')
	}
	l.promises = append(l.promises, p)
	return nil
}

// bodies of a promise, in the order of its row.
func (c *Catalogue) promised(p *promise) []string {
	if p.of != nil {
		return p.of
	}
	var out []string
	for i := range c.states {
		if s := &c.states[i]; s.Type == "state" && !slices.Contains(s.Without, p.office) {
			out = append(out, s.ID)
		}
	}
	return out
}

// span is the time for which a body is to have a holder.
func (c *Catalogue) span(p *promise, of string, until nuncio.Date) (nuncio.Date, nuncio.Date) {
	since, e := p.from, c.Entity(of)
	if f := e.Spell.From.First(); e.Spell.From.known() && f.After(since) {
		since = f
	}
	if t := e.Spell.To.Last(); e.Spell.To.known() && t.Before(until) {
		until = t
	}
	return since, until
}

// unfilled finds the gaps in the offices that coverage.tsv promises.
func (c *Catalogue) unfilled(o CheckOptions) []Finding {
	var out []Finding
	for i := range c.promises {
		p := &c.promises[i]
		for _, of := range c.promised(p) {
			since, until := c.span(p, of, o.Until)
			out = append(out, c.gapsOf(of, p.office, since, until, max(p.slack, o.Slack))...)
		}
	}
	return out
}

// Covered says for how many of the days that a row of coverage.tsv promises the
// tables name a holder.
type Covered struct {
	Office     string
	Since      nuncio.Date
	Bodies     int
	Days, Held int
	Spells     int // that touch the time
	Verified   int // of them
	Short      []Shortfall
}

// Shortfall is a body whose office is not filled on every day, with what the
// tables say of known vacancies left out.
type Shortfall struct {
	Of         string
	Days, Held int
}

// Coverage reckons each row of coverage.tsv up to a day.
func (c *Catalogue) Coverage(until nuncio.Date) []Covered {
	var out []Covered
	for i := range c.promises {
		p := &c.promises[i]
		sum := Covered{Office: p.office, Since: p.from}
		for _, of := range c.promised(p) {
			since, last := c.span(p, of, until)
			if last.Before(since) {
				continue
			}
			sum.Bodies++
			days := int(last.Time().Sub(since.Time())/(24*time.Hour)) + 1
			held := make([]bool, days)
			for _, k := range c.byOf[of] {
				r := &c.roles[k]
				if !r.Office(p.office) || r.To.known() && r.To.Last().Before(since) || r.From.First().After(last) {
					continue
				}
				sum.Spells++
				if r.Basis == "verified" {
					sum.Verified++
				}
				mark(held, since, r.Spell)
			}
			for _, v := range c.vacant {
				if v.state == of && v.office == p.office {
					mark(held, since, v.spell)
				}
			}
			n := 0
			for _, h := range held {
				if h {
					n++
				}
			}
			sum.Days += days
			sum.Held += n
			if n < days {
				sum.Short = append(sum.Short, Shortfall{of, days, n})
			}
		}
		out = append(out, sum)
	}
	return out
}

// mark ticks off the days of a spell, days being counted from since.
func mark(held []bool, since nuncio.Date, s Spell) {
	first, end := 0, len(held)
	if s.From.known() {
		first = max(0, int(s.From.First().Time().Sub(since.Time())/(24*time.Hour)))
	}
	if s.To.known() {
		end = min(end, int(s.To.Last().Time().Sub(since.Time())/(24*time.Hour))+1)
	} else if s.To.Unknown {
		end = min(end, first+1)
	}
	for d := first; d < end; d++ {
		held[d] = true
	}
}
