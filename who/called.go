package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// How persons are called on second mention by words that are no office of theirs on
// the day: "the former minister", "the Tanzanian", "the Russian official", "the veteran
// politician".

// formerly reports whether a noun of office speaks of one who holds it no longer.
func (r *Resolver) formerly(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	for k := max(0, m.First-2); k < m.Head; k++ {
		w := lower(s.Tokens[k].Form)
		if (k >= m.First || s.Tokens[k].Head == m.Head) && (r.words.has(w, usePast) || strings.HasPrefix(w, "ex-")) {
			return true
		}
	}
	return strings.HasPrefix(lower(s.Tokens[m.Head].Form), "ex-")
}

// once reports whether a noun says outright that somebody was it and is so no longer.
func (r *Resolver) once(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	for k := m.First; k < m.Head; k++ {
		if w := lower(s.Tokens[k].Form); r.words.has(w, useOnce) || strings.HasPrefix(w, "ex-") {
			return true
		}
	}
	return strings.HasPrefix(lower(s.Tokens[m.Head].Form), "ex-")
}

// formerHolder links "the former minister", "the ousted president" to the person
// spoken of before who held such an office once, by the catalogue, or of whom the
// report says so.
func (r *Resolver) formerHolder(i int, country string) bool {
	d := r.d
	m, sp := &d.Mentions[i], &r.spots[i]
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Kind != doc.Named || d.Entities[c.Entity].Kind != nuncio.KindPerson {
			continue
		}
		e := &d.Entities[c.Entity]
		if country != "" && e.Country != "" && e.Country != country && !r.servedFor(e.ID, country) {
			continue
		}
		if sp.post.Office == "" && r.leaderNoun(lower(d.Token(doc.Ref{Sent: m.Sent, Tok: m.Head}).Lemma)) && r.lostOffice(c.Entity, m.Sent) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "who lost his office, as was told before"
			return true
		}
		if office := sp.post.Office; office != "" && !r.holds(e.ID, office) && r.heldOnce(e.ID, office) || office == "" && r.ledOnce(i, e.ID) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "who held that office before, by the catalogue"
			return true
		}
		if e.Role != nil && e.Role.Basis == "text" && sp.post.Phrase != "" && strings.Contains(lower(e.Role.Title), lower(sp.post.Phrase)) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "who was called so before"
			return true
		}
	}
	return false
}

// telling links "the interim leader", "the ousted president" to the person of whom the
// same word was said before.
func (r *Resolver) telling(i int, country string) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	word := ""
	for k := m.First; k < m.Head; k++ {
		if w := lower(s.Tokens[k].Form); r.words.has(w, useTelling) {
			word = w
		}
	}
	if word == "" || described(s, m) || s.Child(m.Head, "appos") >= 0 {
		return false
	}
	for k := i - 1; k >= 0; k-- {
		c := &d.Mentions[k]
		if c.Entity < 0 || c.Kind == doc.Pronoun || d.Entities[c.Entity].Kind != nuncio.KindPerson || r.partyOf(c.Entity) >= 0 {
			continue
		}
		if e := &d.Entities[c.Entity]; country != "" && e.Country != "" && e.Country != country {
			continue
		}
		at := c.Range
		if t := r.spots[k].title; !t.IsZero() {
			at.First, at.End = min(at.First, t.First), max(at.End, t.End)
		}
		for t := at.First; t < at.End; t++ {
			if lower(d.Sentences[c.Sent].Tokens[t].Form) == word {
				m.Entity, m.Link, m.Reason = c.Entity, k, "of whom the same word was said before"
				return true
			}
		}
	}
	return false
}

func (r *Resolver) heldOnce(id, office string) bool {
	c := r.cat.Entity(id)
	if c == nil {
		return false
	}
	for _, role := range r.cat.Roles(c) {
		if role.Office(office) && (r.on.IsZero() || role.From.First().Before(r.on)) {
			return true
		}
	}
	return false
}

// ledOnce reports whether "the exiled leader" or "the ousted ruler" may be a person: who led
// a state once and does so no longer.
func (r *Resolver) ledOnce(i int, id string) bool {
	if !r.leaderNoun(lower(r.d.Token(doc.Ref{Sent: r.d.Mentions[i].Sent, Tok: r.d.Mentions[i].Head}).Lemma)) {
		return false
	}
	once := false
	for _, office := range [...]string{"head of state", "head of government"} {
		if r.holds(id, office) {
			return false
		}
		once = once || r.heldOnce(id, office)
	}
	return once
}

// leaderNoun reports whether a noun without an office speaks of one who leads a state.
func (r *Resolver) leaderNoun(noun string) bool {
	switch noun {
	case "leader", "ruler", "strongman", "dictator":
		return true
	}
	return false
}

// lostOffice reports whether the report tells, up to a sentence, that somebody fled, resigned or was
// overthrown, or would not go.
func (r *Resolver) lostOffice(entity, sent int) bool {
	for n := 0; n <= sent && n < len(r.d.Sentences); n++ {
		s := &r.d.Sentences[n]
		for k := range s.Predicates {
			p := &s.Predicates[k]
			if p.Kind != doc.Verbal {
				continue
			}
			role := doc.Subj
			switch lemma := s.Tokens[p.Tok].Lemma; {
			case r.words.has(lemma, useExile) || r.words.has(lemma, useFall):
			case r.words.has(lemma, useUnseat):
				role = doc.Obj
			default:
				continue
			}
			if a, ok := p.Arg(role); ok && r.whoIs(n, a.Tok) == entity {
				return true
			}
		}
	}
	return false
}

func (r *Resolver) servedFor(id, country string) bool {
	c := r.cat.Entity(id)
	if c == nil {
		return false
	}
	for _, role := range r.cat.Roles(c) {
		if role.Of == country {
			return true
		}
	}
	return c.Country == country
}

// pictured links a noun with a word that only pictures somebody ("the former bus
// driver", "the veteran politician", "the 52-year-old lawyer") to the person named last
// as one who acts or speaks.
func (r *Resolver) pictured(i int, country string) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if s.Part == doc.Title || !strings.EqualFold(s.Tokens[m.First].Form, "the") || described(s, m) || s.Child(m.Head, "appos") >= 0 {
		return false
	}
	picture := r.formerly(i)
	for k := m.First + 1; k < m.Head; k++ {
		w := lower(s.Tokens[k].Form)
		picture = picture || r.words.has(w, usePicture) || strings.HasSuffix(w, "-year-old") || w == "old" && k > m.First+1
	}
	if !picture {
		return false
	}
	led := r.formerly(i) && r.leaderNoun(lower(s.Tokens[m.Head].Lemma))
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= 2; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || c.Sent == m.Sent || d.Entities[c.Entity].Kind != nuncio.KindPerson || d.Sentences[c.Sent].Part != s.Part {
			continue
		}
		e := &d.Entities[c.Entity]
		if country != "" && e.Country != "" && e.Country != country && !r.servedFor(e.ID, country) || !subjectLike(&d.Sentences[c.Sent], c) {
			continue
		}
		if led && !r.lostOffice(c.Entity, m.Sent) && !r.heldOnce(e.ID, "head of state") && !r.heldOnce(e.ID, "head of government") {
			continue // no diplomat is "the ousted dictator"
		}
		m.Entity, m.Link, m.Reason = c.Entity, k, "the person last named who acts, pictured by the noun"
		return true
	}
	return false
}

// subjectLike reports whether a name is a subject or stands beside one.
func subjectLike(s *doc.Sentence, c *doc.Mention) bool {
	t := &s.Tokens[c.Head]
	if (t.Deprel == "appos" || t.Deprel == "flat" || t.Deprel == "nmod:desc") && t.Head >= 0 {
		t = &s.Tokens[t.Head]
	}
	return doc.IsRel(t.Deprel, "nsubj")
}

// objectLike reports whether a name is an object or stands beside one.
func objectLike(s *doc.Sentence, c *doc.Mention) bool {
	t := &s.Tokens[c.Head]
	if (t.Deprel == "appos" || t.Deprel == "flat" || t.Deprel == "nmod:desc") && t.Head >= 0 {
		t = &s.Tokens[t.Head]
	}
	return t.Deprel == "obj" || t.Deprel == "iobj"
}

// official links "the Russian official", "the visiting minister" to the servant of that
// state, or of another than the report's, who was named last.
func (r *Resolver) official(i int, country string) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	noun := lower(s.Tokens[m.Head].Lemma)
	visiting := false
	for k := m.First; k < m.Head; k++ {
		visiting = visiting || lower(s.Tokens[k].Form) == "visiting"
	}
	if s.Part == doc.Title || !r.words.has(noun, useVague) || country == "" && !visiting || described(s, m) || s.Child(m.Head, "nmod:poss") >= 0 {
		return false
	}
	if r.formerly(i) {
		return false
	}
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= reach; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson || d.Sentences[c.Sent].Part != s.Part {
			continue
		}
		e := &d.Entities[c.Entity]
		switch e.Sector {
		case "GOV", "MIL", "LEG", "SPY", "":
		default:
			continue
		}
		if visiting && country == "" && (e.Country == r.home || e.Country == "") || country != "" && e.Country != country || r.deepSubject(m, c.Entity) {
			continue
		}
		m.Entity, m.Link, m.Reason = c.Entity, k, "the servant of that state who was named last"
		return true
	}
	return false
}

// compatriot links "the Tanzanian", said of one, to the person of that state who was
// named last.
func (r *Resolver) compatriot(i int, x catalogue.Match) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	t := &s.Tokens[m.Head]
	if m.End-m.First != 1 || m.First == 0 || !strings.EqualFold(s.Tokens[m.First-1].Form, "the") || s.Part == doc.Title || strings.HasSuffix(t.Form, "s") {
		return false
	}
	if m.End < len(s.Tokens) && (s.Tokens[m.End].UPOS == "NOUN" || s.Tokens[m.End].UPOS == "PROPN" || s.Tokens[m.End].UPOS == "ADJ") || t.Deprel == "amod" || t.Deprel == "compound" {
		return false
	}
	for k := i - 1; k >= 0 && m.Sent-d.Mentions[k].Sent <= reach; k-- {
		c := &d.Mentions[k]
		if c.Kind != doc.Named || c.Entity < 0 || d.Entities[c.Entity].Kind != nuncio.KindPerson || d.Sentences[c.Sent].Part != s.Part {
			continue
		}
		if e := &d.Entities[c.Entity]; (e.Country == x.Entity.ID || r.native(e.ID, x.Entity.ID)) && !r.deepSubject(m, c.Entity) {
			m.Entity, m.Link, m.Reason = c.Entity, k, "the one of that state who was named last"
			return true
		}
	}
	return false
}

// native reports whether the catalogue knows a person who serves no state to come from one: "the
// South Korean", of a head of the United Nations.
func (r *Resolver) native(id, state string) bool {
	c := r.cat.Entity(id)
	return c != nil && c.Kind == nuncio.KindPerson && c.Country == state
}

// notGeneral reports whether a role with the word "general" is no soldier's:
// "secretary-general", "attorney general".
func (w *Words) notGeneral(role string) bool { return w.within(role, useCivil) }
