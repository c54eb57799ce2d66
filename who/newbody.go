package who

import (
	"strings"

	"nuncio"
	"nuncio/catalogue"
	"nuncio/doc"
)

// newBody enters an organization that the catalogue does not hold; its country
// is that of a state named in it or beside it.
func (r *Resolver) newBody(i int, name string) {
	d := r.d
	m := &d.Mentions[i]
	e := nuncio.Entity{ID: "org/" + slug(name), Kind: nuncio.KindOrganization, Name: name, Sector: r.words.sectorOfBody(name)}
	for _, h := range r.scan.Scan(strings.Fields(name)) {
		for _, x := range h.Matches {
			if x.Entity.Kind == nuncio.KindState {
				e.Country = x.Entity.ID
				break
			}
			if _, state := r.cat.State(x.Entity.Country); state && h.First == 0 && h.End > 1 && x.Entity.Kind == nuncio.KindOrganization && e.Country == "" { // "Myanmar Border Guard Police"
				e.Country = x.Entity.Country
				break
			}
			if h.First > 1 && h.End == len(strings.Fields(name)) && behindOf(strings.Fields(name), h.First) && x.Entity.Kind == nuncio.KindOrganization && x.Entity.Sector == "IGO" && (x.Spell.Holds(r.on) || r.on.IsZero()) { // "General Assembly of the United Nations"
				e.Country, e.Sector = x.Entity.Country, "IGO"
				break
			}
			if h.First == 0 && x.Entity.Kind == nuncio.KindOrganization && x.Entity.Sector == "IGO" && (e.Sector == "" || e.Sector == "GOV") { // "UN Verification Mission"
				e.Country, e.Sector = x.Entity.Country, "IGO"
				break
			}
		}
	}
	if e.Country == "" {
		e.Country = r.countryBeside(m)
	}
	m.Entity = r.entity(doc.Entity{Entity: e, Gender: 'n'})
	m.Reason = newBodyReason
}

// behindOf reports whether "of" or "of the" stands before a word of a name.
func behindOf(words []string, k int) bool {
	return lower(words[k-1]) == "of" || lower(words[k-1]) == "the" && lower(words[k-2]) == "of"
}

// sectorOfBody guesses a PLOVER sector from the noun in an organization's name.
func (w *Words) sectorOfBody(name string) string {
	for f := range strings.FieldsSeq(catalogue.Fold(name)) {
		if s, ok := w.sectors[f]; ok {
			return s
		}
	}
	return ""
}

// countryBeside is the state whose demonym, possessive or "of" stands at a noun.
func (r *Resolver) countryBeside(m *doc.Mention) string {
	s := &r.d.Sentences[m.Sent]
	country := func(t int) string {
		k := r.cover.At(doc.Ref{Sent: m.Sent, Tok: t})
		if k < 0 || t > 0 && strings.EqualFold(s.Tokens[t-1].Form, "ethnic") { // "ethnic Turks" are of another state
			return ""
		}
		return r.countryOf(k)
	}
	if m.First > 0 && !m.IsZero() {
		for t := m.First - 1; t >= max(0, m.First-3); t-- {
			if u := s.Tokens[t].UPOS; u != "ADJ" && u != "PROPN" && u != "PART" && u != "NOUN" {
				break
			}
			if c := country(t); c != "" {
				return c
			}
		}
	}
	for t := m.First; t < m.Head && !m.IsZero(); t++ { // "the Lithuanian chargé d'affaires", whatever the tree makes of it
		if s.Tokens[t].UPOS != "ADJ" && s.Tokens[t].UPOS != "PROPN" || t+1 < len(s.Tokens) && s.Tokens[t+1].UPOS == "PUNCT" {
			continue
		}
		if k := r.cover.Headed(doc.Ref{Sent: m.Sent, Tok: t}); k >= 0 && r.d.Mentions[k].Reason == modifierReason && r.d.Mentions[k].End-r.d.Mentions[k].First == 1 {
			if c := r.countryOf(k); c != "" && s.Tokens[t].Head >= m.First && s.Tokens[t].Head < m.End {
				return c
			}
		}
	}
	for c := range s.Children(m.Head) {
		rel := s.Tokens[c].Deprel
		if s.Tokens[c].UPOS == "PRON" || rel != "nmod:poss" && rel != "amod" && rel != "compound" && !strings.HasPrefix(rel, "nmod") {
			continue
		}
		r.early(doc.Ref{Sent: m.Sent, Tok: c}, m)
		if r.words.has(lower(prepositionOf(s, c)), usePlace) && r.moved(m) {
			continue // "landed soldiers in Chad"
		}
		if x := country(c); x != "" {
			return x
		}
		if rel == "compound" { // "the Chilean charge d'affaires"
			for b := range s.Children(c) {
				if x := country(b); x != "" && s.Tokens[b].Deprel == "amod" {
					return x
				}
			}
		}
		if n, ok := r.words.noun(s.Tokens[c].Lemma, false); ok && n.sort == sortPerson && strings.HasPrefix(rel, "nmod") && lower(prepositionOf(s, c)) == "of" { // "the wife of the Turkish president"
			for b := range s.Children(c) {
				if x := country(b); x != "" && (s.Tokens[b].Deprel == "amod" || s.Tokens[b].Deprel == "nmod:poss") {
					return x
				}
			}
		}
		if homed(&s.Tokens[c]) { // "Minsk-based activists"
			for b := range s.Children(c) {
				if x := country(b); x != "" && b < c {
					return x
				}
			}
		}
	}
	return ""
}

// homed reports whether a participle says, with a name before a hyphen, where its noun is at
// home: "Minsk-based", "Liberian-flagged". Who is "Iranian-backed" need be no Iranian.
func homed(t *doc.Token) bool {
	switch t.Form {
	case "based", "flagged", "flag", "registered", "owned", "operated", "born":
		return true
	}
	return t.Lemma == "base"
}
