package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// homeBodies gives a body that every state has, called by one word as one state calls its
// own ("Congress"), to the state that the report is about, where nothing before it speaks of
// that other state.
func (r *Resolver) homeBodies() {
	if r.home == "" {
		return
	}
	d := r.d
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Kind != doc.Named || m.Entity < 0 || m.End-m.First != 1 {
			continue
		}
		e := &d.Entities[m.Entity]
		organ, ok := strings.CutPrefix(e.ID, "org/"+strings.ToLower(e.Country)+"-")
		if !ok || e.Kind != nuncio.KindOrganization || e.Country == r.home || r.spokenBefore(i, e.Country) {
			continue
		}
		if _, generic := r.cat.TitleOf(lower(d.Words(m.Range))); !generic && !strings.EqualFold(d.Words(m.Range), "congress") {
			continue
		}
		if o := r.cat.Organ(r.home, organ); o != nil {
			m.Entity, m.Reason = r.known(o), "organ of "+r.home+", the state that the report is about"
		}
	}
}

// spokenBefore reports whether the report speaks of a state before a mention, or in its
// sentence.
func (r *Resolver) spokenBefore(i int, state string) bool {
	d := r.d
	m := &d.Mentions[i]
	for k := range d.Mentions {
		c := &d.Mentions[k]
		if k == i || c.Entity < 0 || c.Sent > m.Sent || c.Entity == m.Entity {
			continue
		}
		if d.Entities[c.Entity].Country == state {
			return true
		}
	}
	return r.besideState(m, state)
}

// besideState reports whether a demonym of the state stands right before a name.
func (r *Resolver) besideState(m *doc.Mention, state string) bool {
	if m.First == 0 {
		return false
	}
	s := &r.d.Sentences[m.Sent]
	for _, h := range r.scan.Scan([]string{s.Tokens[m.First-1].Form}) {
		for _, x := range h.Matches {
			if x.Kind == catalogue.NameAdjective && x.Entity.ID == state {
				return true
			}
		}
	}
	return false
}
