package coder

import (
	"strings"
	"unicode"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// everyday is why an act is everyday life and no politics, or "".
func (w *Worker) everyday(sent int, m *codebook.Match, e *nuncio.Event) string {
	switch {
	case e.Event == "CONSULT" && e.Mode == "visit" && w.all(e.Actor, "travellers"):
		return "private: travellers who are nobody's envoys"
	case e.Event == "CONSULT" && e.Mode == "visit" && pressOnly(e.Actor):
		return "private: reporters on their way"
	case e.Event == "ASSAULT" && w.amongKin(sent, e):
		return "private: a crime among kin"
	case e.Event == "ASSAULT" && w.wrecked(sent, m):
		return "no act: what a mishap did"
	case e.Event == "CONSULT" && e.Mode != "visit" && (pressOnly(e.Recipient) || pressOnly(e.Actor)):
		return "private: a talk with the press"
	case w.madePossible(sent, m):
		return "no act of its own: what another act makes possible"
	case w.felony(sent, e):
		return "private: a common crime"
	case w.game(sent, e):
		return "private: a game"
	case w.stranger(sent, e):
		return "private: words of somebody of whom nothing is known"
	}
	return ""
}

// all reports whether each of several parties is called by a noun of a word class.
func (w *Worker) all(list []nuncio.Party, class string) bool {
	for i := range list {
		words := strings.FieldsFunc(strings.ToLower(list[i].Name), func(r rune) bool { return !unicode.IsLetter(r) })
		if len(words) == 0 || w.Catalogue.Entity(list[i].Entity) != nil || !w.Codebook.Among(class, strings.TrimSuffix(words[len(words)-1], "s")) {
			return false
		}
	}
	return len(list) > 0
}

// pressOnly reports whether all of several parties are of the press.
func pressOnly(list []nuncio.Party) bool {
	for i := range list {
		if list[i].Sector != "JRN" {
			return false
		}
	}
	return len(list) > 0
}

// madePossible reports whether a deed is told as what comes of another: "the set sends the
// data to the hospital, allowing doctors to read them".
func (w *Worker) madePossible(sent int, m *codebook.Match) bool {
	s := &w.doc.Sentences[sent]
	t := &s.Tokens[m.Tok]
	if m.Event != "CONCEDE" && m.Event != "AID" || t.XPOS != "VBG" || !doc.IsRel(t.Deprel, "advcl") || t.Head < 0 || t.Head > m.Tok || s.Child(m.Tok, "mark") >= 0 {
		return false
	}
	return w.Codebook.Among("enabling", t.Lemma)
}

// wrecked reports whether a deed is told as what comes of a wreck: "the jet crashed, killing
// twelve".
func (w *Worker) wrecked(sent int, m *codebook.Match) bool {
	s := &w.doc.Sentences[sent]
	t := &s.Tokens[m.Tok]
	return t.XPOS == "VBG" && doc.IsRel(t.Deprel, "advcl") && t.Head >= 0 && w.Codebook.Among("wrecking", s.Tokens[t.Head].Lemma) &&
		s.Child(t.Head, "nsubj:pass", "aux:pass") < 0
}

// felony reports whether police or courts have to do with a common crime: no foreigner is in it,
// nor anybody of state, arms, party, church or press.
func (w *Worker) felony(sent int, e *nuncio.Event) bool {
	switch e.Event {
	case "COERCE", "ACCUSE", "SANCTION":
	default:
		return false
	}
	country := ""
	for _, list := range [...][]nuncio.Party{e.Actor, e.Recipient} {
		for i := range list {
			p := &list[i]
			if !plain(p.Sector) || w.Catalogue.Entity(p.Entity) != nil && p.Sector == "" || p.Country != "" && country != "" && p.Country != country {
				return false
			}
			if p.Country != "" {
				country = p.Country
			}
		}
	}
	if len(e.Recipient) == 0 {
		return false
	}
	s := &w.doc.Sentences[sent]
	crime := false
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.UPOS != "PROPN" && w.Codebook.Among("felonies", strings.ToLower(t.Lemma)) {
			crime = true
			break
		}
	}
	if !crime {
		return false
	}
	return !w.politics(sent, country, country != "")
}

// plain reports whether a sector is that of anybody, or of those whose work crime is.
func plain(sector string) bool {
	switch sector {
	case "", "CVL", "CRM", "COP", "JUD", "BUS", "LAB", "EDU", "MED", "AGR":
		return true
	}
	return false
}

// amongKin reports whether somebody of whom neither office nor state is known hurts his own kin
// or neighbours: "killed his wife".
func (w *Worker) amongKin(sent int, e *nuncio.Event) bool {
	for i := range e.Actor {
		if p := &e.Actor[i]; !plain(p.Sector) || w.Catalogue.Entity(p.Entity) != nil {
			return false
		}
	}
	return len(e.Actor) > 0 && w.all(e.Recipient, "kinsfolk") && !w.politics(sent, e.Actor[0].Country, e.Actor[0].Country != "")
}

// stranger reports whether somebody of whom neither office nor state is known speaks for himself,
// to nobody who is known either, in a sentence in which no state nor anybody of politics stands.
func (w *Worker) stranger(sent int, e *nuncio.Event) bool {
	if !spoken(e.Event) && e.Event != "CONSULT" || len(e.Actor) == 0 {
		return false
	}
	for _, list := range [...][]nuncio.Party{e.Actor, e.Recipient} {
		for i := range list {
			p := &list[i]
			k := w.entity(p.Entity)
			if p.Sector != "" || p.Country != "" || k < 0 || w.doc.Entities[k].Kind != nuncio.KindPerson || w.Catalogue.Entity(p.Entity) != nil {
				return false
			}
		}
	}
	return !w.politics(sent, "", true)
}

// politics reports whether a sentence has a mention of anybody whose work is politics or, if
// states count, of another state than that of home.
func (w *Worker) politics(sent int, home string, states bool) bool {
	for i := range w.doc.Mentions {
		mn := &w.doc.Mentions[i]
		if mn.Sent != sent || mn.Entity < 0 {
			continue
		}
		who := &w.doc.Entities[mn.Entity]
		if who.Kind == nuncio.KindState && states && who.ID != home || who.Kind != nuncio.KindState && !plain(who.Sector) {
			return true
		}
	}
	return false
}
