package coder

import (
	"slices"
	"strings"
	"unicode"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// private reports whether an act is the business of firms among themselves, or
// with their own customers and owners: a bid for shares, a loan, a suit over a
// contract. What is done by force to somebody, who is let go, and what crowds do, is
// told of whomever it concerns.
func (w *Worker) private(e *nuncio.Event) bool {
	if spoken(e.Event) && w.all(e.Actor, "pundits") {
		return true // "analysts said"
	}
	if e.Event == "PROTEST" || len(e.Recipient) > 0 && (e.Event == "ASSAULT" || e.Mode == "release") {
		return false
	}
	if e.Event == "ASSAULT" && slices.ContainsFunc(e.Actor, func(p nuncio.Party) bool { return strings.HasPrefix(p.Entity, "group/") && p.Country != "" }) {
		return false // "Chinese vessels rammed two of its boats"
	}
	firms, suit := 0, e.CAMEO == "115"
	for _, list := range [...][]nuncio.Party{e.Actor, e.Recipient, e.Via} {
		for i := range list {
			switch p := &list[i]; {
			case w.firm(p), (suit || e.Mode == "resign") && p.Sector == "" && p.Country == "":
				firms++
			case p.Sector == "CVL", p.Sector == "" && p.Country == "", suit && p.Sector == "LAB":
			case suit && p.Sector == "JUD" && len(list) == 1: // the court that it is brought to
			default:
				return false
			}
		}
	}
	return firms > 0
}

// firm reports whether a party is a company, or an organization of which nothing is
// known, neither its country nor what it is; in a report of companies a country makes it no body of
// politics ("US Sprint"). Those of the catalogue have a part in politics; so
// has what belongs to the state.
func (w *Worker) firm(p *nuncio.Party) bool {
	i := w.entity(p.Entity)
	if i < 0 || w.Catalogue.Entity(p.Entity) != nil {
		return false
	}
	if p.Sector != "BUS" && !w.officer(p) && (p.Sector != "" || p.Country != "" && !w.business() || w.doc.Entities[i].Kind != nuncio.KindOrganization) {
		return false
	}
	for word := range strings.FieldsFuncSeq(p.Name+" "+p.Text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if w.Codebook.Among("owned", word) || p.Sector == "" && w.Codebook.Among("societies", word) {
			return false // "the state company", not "Federal Express"
		}
	}
	return true
}

// officer reports whether a party is one who speaks or acts for a company, of whom nothing
// else is known: "a Lamborghini spokesman", "officials of Boeing". Letters may be those of an
// office of state ("an SEC official").
func (w *Worker) officer(p *nuncio.Party) bool {
	if p.Sector != "GOV" || p.Country != "" || !w.business() {
		return false
	}
	words := strings.Fields(p.Name)
	if len(words) < 2 {
		return false
	}
	post, house := false, false
	for i, word := range words {
		switch one := strings.TrimSuffix(strings.ToLower(word), "s"); {
		case w.Codebook.Among("offices", one):
			post = true
			continue
		case w.Codebook.Among("organs", one):
			return false
		}
		if w.Codebook.Among("societies", word) || w.Codebook.Among("owned", word) {
			return false
		}
		if capital := unicode.IsUpper(rune(word[0])); capital && strings.ToUpper(word) != word && (i > 0 || !post) {
			house = true
		}
	}
	return post && house
}

// business reports whether a report speaks of a company.
func (w *Worker) business() bool {
	for i := range w.doc.Entities {
		if e := &w.doc.Entities[i]; e.Kind == nuncio.KindOrganization && e.Sector == "BUS" {
			return true
		}
	}
	return false
}

// named reports whether a verb is a word of a name: one written large within a
// sentence, as in "the Committee for Supporting Reunification".
func named(s *doc.Sentence, m *codebook.Match) bool {
	if s.Part != doc.Body || m.Tok == 0 {
		return false
	}
	t, before := &s.Tokens[m.Tok], &s.Tokens[m.Tok-1]
	if t.UPOS != "VERB" || !unicode.IsUpper(rune(t.Form[0])) || strings.ToUpper(t.Form) == t.Form {
		return false
	}
	if before.UPOS == "PART" && m.Tok > 1 { // "the Committee to Protect Journalists"
		return s.Tokens[m.Tok-2].UPOS == "PROPN"
	}
	return strings.HasSuffix(t.Form, "ing") && (before.UPOS == "ADP" || before.UPOS == "SCONJ" || before.UPOS == "PROPN" || before.UPOS == "DET")
}

// remit reports whether a deed told by a noun only says what somebody's post is for:
// "the head of operations in the north", "the director of relief".
func (w *Worker) remit(s *doc.Sentence, m *codebook.Match) bool {
	t := &s.Tokens[m.Tok]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" || !doc.IsRel(t.Deprel, "nmod") || t.Head < 0 || !w.Codebook.Among("posts", s.Tokens[t.Head].Lemma) {
		return false
	}
	c := s.Child(m.Tok, "case")
	return c >= 0 && (s.Tokens[c].Lemma == "of" || s.Tokens[c].Lemma == "for")
}
