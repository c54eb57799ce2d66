package who

import (
	"nuncio"
	"nuncio/doc"
)

// Settle looks again at parties to whom only the scene gives a country, now that
// places are resolved; call it when where has run. The document is the one
// resolved last.
func (r *Resolver) Settle() {
	for k := range r.parties {
		p := &r.parties[k]
		if !p.inferred {
			continue
		}
		e := &r.d.Entities[p.entity]
		country, reason := r.sceneState(p.first)
		r.d.Mentions[p.first].Reason = reason
		if country != e.Country {
			e.Country = country
			r.name(k)
		}
	}
	r.settlePlaces()
	r.settleBodies()
	r.settlePersons()
}

// settlePlaces gives places their states, and makes places of single names that were
// taken for persons of whom nothing is known: "rebels overran Goma".
func (r *Resolver) settlePlaces() {
	k := 0
	for i := range r.d.Places {
		p := &r.d.Places[i]
		for k > 0 && (k >= len(r.d.Mentions) || r.d.Mentions[k].Sent >= p.Sent) {
			k--
		}
		for ; k < len(r.d.Mentions) && r.d.Mentions[k].Sent <= p.Sent; k++ {
			m := &r.d.Mentions[k]
			if m.Kind != doc.Named || m.Range != p.Range || m.Entity < 0 || p.Country == "" || r.d.Sentences[p.Sent].Part != doc.Body {
				continue // a headline's capitals make places of firms
			}
			e := &r.d.Entities[m.Entity]
			switch {
			case e.Country != "":
			case e.Kind == nuncio.KindPlace:
				e.Country = r.ifState(p.Country)
			case e.Kind == nuncio.KindPerson && e.Role == nil && e.Sector == "" && m.Reason == unknownShort:
				e.Kind, e.Country = nuncio.KindPlace, r.ifState(p.Country)
				m.Place, m.Reason = true, "a place, as it stands here"
			}
		}
	}
}

// settleBodies gives a country to organs and forces that the catalogue does not
// hold and no word places: that of the place in the sentence, else the report's.
func (r *Resolver) settleBodies() {
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Kind != doc.Named || m.Entity < 0 || m.Reason != newBodyReason {
			continue
		}
		e := &r.d.Entities[m.Entity]
		if e.Country != "" {
			continue
		}
		switch e.Sector {
		case "MIL", "COP", "LEG", "JUD":
		default:
			continue
		}
		if e.Country = r.placeState(i); e.Country == "" {
			e.Country = r.home
		}
		e.Inferred = true
	}
}

// settlePersons gives a country to persons whom the text calls by an office or
// role, but whose country no word tells.
func (r *Resolver) settlePersons() {
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Kind != doc.Named || m.Entity < 0 {
			continue
		}
		e := &r.d.Entities[m.Entity]
		if e.Kind != nuncio.KindPerson || e.Country != "" || e.Role == nil || e.Role.Basis != "text" || e.Sector == "IGO" || e.Sector == "NGO" {
			continue
		}
		c := r.roleState(m.Entity)
		if c != "" && c == r.home && r.turnsTo(m.Entity, c) {
			c = r.homeBut(c) // who writes to a state's embassy is not of that state
		}
		if c != "" {
			e.Country, e.Role.Of, e.Inferred = c, c, true
		}
	}
}

// turnsTo reports whether a person tells, asks or sends something to a state's house abroad, as
// one of another state does.
func (r *Resolver) turnsTo(entity int, state string) bool {
	d := r.d
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Entity != entity {
			continue
		}
		s := &d.Sentences[m.Sent]
		t := &s.Tokens[m.Head]
		if t.Deprel != "nsubj" || t.Head < 0 {
			continue
		}
		p := s.Predicate(t.Head)
		if p == nil || p.Kind != doc.Verbal {
			continue
		}
		for _, a := range p.Args {
			if a.Role != doc.Obj && a.Role != doc.IObj && (a.Role != doc.Obl || a.Case != "to") {
				continue
			}
			k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: a.Tok})
			if k < 0 || d.Mentions[k].Entity < 0 || d.Mentions[k].Place {
				continue
			}
			if e := &d.Entities[d.Mentions[k].Entity]; e.Country == state && e.Kind == nuncio.KindOrganization && r.words.within(lower(e.Name), useLegation) {
				return true
			}
		}
	}
	return false
}

// roleState is the country of a person's role: that of the place in the words of
// the role ("leader of the region of Kivu"), of the place that the clause is set
// in, the one state of the sentence, else the one that the report is about.
func (r *Resolver) roleState(entity int) string {
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Entity != entity || r.spots[i].post == nil {
			continue
		}
		title := r.spots[i].title
		for k := range r.d.Places {
			p := &r.d.Places[k]
			if p.Sent == m.Sent && p.Country != "" && (p.First < m.End && m.First < p.End || !title.IsZero() && p.End == title.First) { // "Kivu Governor Berg"
				return p.Country
			}
		}
		if m.Kind == doc.Nominal && r.abroad(i) {
			return ""
		}
		if c := r.placeState(i); c != "" {
			return c
		}
		if c := r.onlyState(m.Sent); c != "" {
			return c
		}
	}
	return r.home
}

// subjectBefore is the state that did what the sentence before tells, where the one
// who speaks now explains it: "Eritrea denied the charge. Presidential adviser Yemane
// Gebremeskel said that Ethiopia had begun." "" for none.
func (r *Resolver) subjectBefore(m *doc.Mention) string {
	s := &r.d.Sentences[m.Sent]
	if m.Sent == 0 || s.Tokens[m.Head].Deprel != "nsubj" || s.Tokens[m.Head].Head < 0 || s.Child(s.Tokens[m.Head].Head, "ccomp", "parataxis") < 0 {
		return ""
	}
	before := &r.d.Sentences[m.Sent-1]
	if before.Part != s.Part {
		return ""
	}
	for t := range before.Tokens {
		if h := before.Tokens[t].Head; before.Tokens[t].Deprel != "nsubj" || h < 0 || before.Tokens[h].Head >= 0 {
			continue
		}
		if k := r.cover.Headed(doc.Ref{Sent: m.Sent - 1, Tok: t}); k >= 0 && r.d.Mentions[k].Entity >= 0 {
			if e := &r.d.Entities[r.d.Mentions[k].Entity]; e.Kind == nuncio.KindState {
				return e.Country
			}
		}
	}
	return ""
}

// onlyState is the one state that a sentence speaks of as a party, "" for none
// or several.
func (r *Resolver) onlyState(sent int) string {
	only := ""
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Sent != sent || m.Place || m.Entity < 0 || m.Kind != doc.Named || r.d.Entities[m.Entity].Kind != nuncio.KindState {
			continue
		}
		if c := r.d.Entities[m.Entity].Country; only != "" && c != only {
			return ""
		} else {
			only = c
		}
	}
	return only
}
