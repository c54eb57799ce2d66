package who

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// Quoted links "I", "we" and "you" inside quotations to the quotation's source and to
// whom he speaks: I is who speaks, we is the side that the speaker speaks for, you is
// whom he tells or writes it; and "he" and "they" to others. It runs after voice has
// found the attributions.
func (r *Resolver) Quoted(d *doc.Document) {
	r.d = d
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Kind != doc.Pronoun {
			continue
		}
		p, ok := pronounOf(strings.ToLower(d.Words(m.Range)))
		if !ok {
			continue
		}
		switch p.person {
		case '2':
			r.secondPerson(m, innermost(d, m, true))
			continue
		case '3':
			r.notSpeaker(i, p)
			if m.Entity < 0 && r.toName(m, p) {
				r.ours(m)
			}
			continue
		}
		a := innermost(d, m, true)
		if a < 0 {
			r.onBehalf(m)
		}
		if a >= 0 {
			r.firstPerson(m, p, a)
			if p.plural && m.Entity >= 0 {
				r.others(m)
				r.ours(m)
			}
		}
	}
}

// toName links "it" and "its" that stand before their name: "gunmen killed two of its soldiers, the
// Kenyan army said". It reports whether it did.
func (r *Resolver) toName(m *doc.Mention, p pronoun) bool {
	d := r.d
	if p.gender != 'n' || p.plural {
		return false
	}
	for a := range d.Attributions {
		at := &d.Attributions[a]
		if at.Entity < 0 || at.Source.IsZero() || at.Source.Sent != m.Sent || at.Source.First < m.End || at.Style != nuncio.StyleIndirect {
			continue
		}
		e := &d.Entities[at.Entity]
		if e.Kind == nuncio.KindPerson || e.Kind == nuncio.KindOutlet || e.Country == "" {
			continue
		}
		for _, c := range at.Content {
			if c.Contains(m.Range) {
				m.Entity, m.Reason = at.Entity, "pronoun before its name: "+e.Name+" says so"
				return true
			}
		}
	}
	return false
}

// ours gives an organ, force or people that the speaker calls his own the country of his
// state: "our army will answer", "they arrested our traders".
func (r *Resolver) ours(our *doc.Mention) {
	d := r.d
	t := &d.Sentences[our.Sent].Tokens[our.Head]
	if t.Deprel != "nmod:poss" || t.Head < 0 || d.Entities[our.Entity].Kind == nuncio.KindPerson {
		return
	}
	i := r.cover.Headed(doc.Ref{Sent: our.Sent, Tok: t.Head})
	if i < 0 || d.Mentions[i].Entity < 0 || !r.stateOwned(i) && r.words.has(lower(d.Sentences[our.Sent].Tokens[t.Head].Lemma), useOther) {
		return
	}
	k := r.partyOf(d.Mentions[i].Entity)
	if k < 0 || r.parties[k].first != i || d.Entities[r.parties[k].entity].Country != "" {
		return
	}
	p := &r.parties[k]
	p.country, p.inferred = d.Entities[our.Entity].Country, false
	d.Entities[p.entity].Country, d.Entities[p.entity].Inferred = p.country, false
	r.name(k)
}

// notSpeaker links a third person inside a quotation anew where it was taken for the one
// who speaks, or those of whom he is one: he would say "I" or "we".
func (r *Resolver) notSpeaker(i int, p pronoun) {
	d := r.d
	m := &d.Mentions[i]
	if p.self || p.gender == 'n' || m.Entity < 0 {
		return
	}
	a := innermost(d, m, false)
	if a < 0 || d.Attributions[a].Style != nuncio.StyleDirect {
		return
	}
	r.barred = r.speakers(&d.Attributions[a], r.barred[:0])
	if contains(r.barred, m.Entity) {
		m.Entity, m.Link, m.Members = -1, -1, nil
		r.pronounLink(i, p)
	}
	r.barred = r.barred[:0]
}

// speakers are who speaks, and those of whom the source says that it is one: "one of
// the officials".
func (r *Resolver) speakers(a *doc.Attribution, list []int) []int {
	d := r.d
	if a.Entity >= 0 {
		list = append(list, a.Entity)
	}
	if a.Mention >= 0 && d.Mentions[a.Mention].Entity >= 0 {
		list = append(list, d.Mentions[a.Mention].Entity)
	}
	if a.Source.IsZero() || d.Token(doc.Ref{Sent: a.Source.Sent, Tok: a.Source.First}).Lemma != "one" {
		return list
	}
	for t := a.Source.First; t < a.Source.End; t++ {
		if k := r.cover.Headed(doc.Ref{Sent: a.Source.Sent, Tok: t}); k >= 0 && d.Mentions[k].Entity >= 0 {
			list = append(list, d.Mentions[k].Entity)
		}
	}
	return list
}

// onBehalf links "I" and "we" on nobody's word to those for whom their sentence says
// that they speak: "On behalf of the people of Fiji, please accept our thanks".
func (r *Resolver) onBehalf(m *doc.Mention) {
	d := r.d
	s := &d.Sentences[m.Sent]
	for k := 1; k+2 < len(s.Tokens); k++ {
		if s.Tokens[k].Lemma != "behalf" || s.Tokens[k+1].Form != "of" || !strings.EqualFold(s.Tokens[k-1].Form, "on") {
			continue
		}
		c := s.Child(k, "nmod")
		if c < 0 {
			return
		}
		x := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: c})
		if x < 0 || d.Mentions[x].Entity < 0 || d.Mentions[x].Kind == doc.Pronoun {
			return
		}
		to := d.Mentions[x].Entity
		if state := r.stateEntity(d.Entities[to].Country); state >= 0 && d.Entities[to].Sector != "PTY" {
			to = state // its government and its people
		}
		m.Entity, m.Reason = to, "first person of one who speaks on behalf of "+d.Entities[to].Name
		return
	}
}

// secondPerson links "you" to the official, state or body to whom words are said or written.
func (r *Resolver) secondPerson(m *doc.Mention, a int) {
	if a < 0 || r.d.Attributions[a].To < 0 {
		return
	}
	to := r.d.Mentions[r.d.Attributions[a].To].Entity
	if to < 0 || r.d.Entities[to].Kind == nuncio.KindOutlet || r.d.Entities[to].Country == "" {
		return
	}
	m.Entity, m.Reason = to, "second person in words addressed to "+r.d.Entities[to].Name
}

// innermost is the attribution with the narrowest content around a mention, of those whose
// source is known or of all; -1 for none.
func innermost(d *doc.Document, m *doc.Mention, known bool) int {
	best := -1
	for a := range d.Attributions {
		at := &d.Attributions[a]
		if at.Style == nuncio.StyleIndirect || known && at.Entity < 0 && at.Mention < 0 {
			continue
		}
		for _, c := range at.Content {
			if c.Contains(m.Range) {
				best = a // inner ones come later
			}
		}
	}
	return best
}

// others links "they" anew where it was taken for the side of the "us" of its own verb:
// in "They attacked us", said by an officer, his troops attacked nobody.
func (r *Resolver) others(we *doc.Mention) {
	d := r.d
	tokens := d.Sentences[we.Sent].Tokens
	h := tokens[we.Head].Head
	if h >= 0 && tokens[we.Head].Deprel == "nmod:poss" && (tokens[h].Deprel == "obj" || doc.IsRel(tokens[h].Deprel, "obl")) && r.words.has(tokens[max(tokens[h].Head, 0)].Lemma, useHarm|useSeize|useStrike) {
		h = tokens[h].Head // "They are killing our people"
	}
	if h < 0 {
		return
	}
	for i := r.firstOf(we.Sent); i < len(d.Mentions) && d.Mentions[i].Sent == we.Sent; i++ {
		m := &d.Mentions[i]
		if m.Kind != doc.Pronoun || m == we || d.Sentences[m.Sent].Tokens[m.Head].Head != h || !r.sided(m.Entity, we.Entity) {
			continue
		}
		if p, ok := pronounOf(strings.ToLower(d.Words(m.Range))); !ok || p.person != '3' || !p.plural || p.self {
			continue
		}
		m.Entity, m.Link, m.Members = -1, -1, nil
		r.against = we.Entity
		if !r.pluralPronoun(i) {
			m.Reason = "those whom the speaker's side has to do with, not found"
		}
		r.against = -1
	}
}

// sided reports whether a party belongs to a state's own side, or is the very same.
func (r *Resolver) sided(party, side int) bool {
	if party < 0 || side < 0 {
		return false
	}
	e, s := &r.d.Entities[party], &r.d.Entities[side]
	if party == side {
		return true
	}
	official := e.Kind == nuncio.KindState || e.Sector == "GOV" || e.Sector == "MIL" || e.Sector == "COP"
	return s.Kind == nuncio.KindState && official && e.Country == s.Country && e.Country != ""
}

func (r *Resolver) firstPerson(m *doc.Mention, p pronoun, a int) {
	d := r.d
	at := &d.Attributions[a]
	speaker := at.Entity
	if at.Mention >= 0 && d.Mentions[at.Mention].Entity >= 0 {
		speaker = d.Mentions[at.Mention].Entity
	}
	if speaker < 0 {
		return
	}
	e := &d.Entities[speaker]
	if !p.plural {
		m.Entity, m.Reason = speaker, "first person inside the words of "+e.Name
		return
	}
	if both := r.pairIn(m); len(both) == 2 {
		m.Members, m.Reason = both, "first person plural beside the two states it speaks of"
		m.Entity = -1
		return
	}
	if speaksForState(e) {
		if state := r.stateEntity(e.Country); state >= 0 {
			m.Entity, m.Reason = state, "first person plural inside the words of "+e.Name+", who speaks for "+d.Entities[state].Name
			return
		}
	}
	m.Entity, m.Reason = speaker, "first person plural inside the words of "+e.Name
}

// speaksForState reports whether the we of a source is its state: a minister's is,
// a villager's is not.
func speaksForState(e *doc.Entity) bool {
	if e.Kind != nuncio.KindPerson && e.Kind != nuncio.KindGroup {
		return false
	}
	switch e.Sector {
	case "GOV", "MIL", "COP", "LEG", "SPY":
		return true
	}
	return false
}

// pairIn gives the two states named together earlier in the sentence of m
// ("although Chad and Niger are far apart, we …").
func (r *Resolver) pairIn(m *doc.Mention) []int {
	var states []int
	for k := range r.d.Mentions {
		c := &r.d.Mentions[k]
		if c.Sent != m.Sent || c.First >= m.First || c.Kind != doc.Named || c.Entity < 0 {
			continue
		}
		if r.d.Entities[c.Entity].Kind == nuncio.KindState && !contains(states, c.Entity) {
			states = append(states, c.Entity)
		}
	}
	if len(states) != 2 {
		return nil
	}
	s := &r.d.Sentences[m.Sent]
	coordinated := false
	for k := range r.d.Mentions {
		c := &r.d.Mentions[k]
		if c.Sent == m.Sent && c.Entity == states[1] && s.Tokens[c.Head].Deprel == "conj" {
			coordinated = true
		}
	}
	if !coordinated {
		return nil
	}
	return states
}
