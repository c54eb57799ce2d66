package coder

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// slotParties turns the head tokens of a slot into parties. Members of a
// collective stand for themselves. borrow allows a thing to stand for its owner
// ("condemned Turkey's decision": Turkey).
func (w *Worker) slotParties(sent int, toks []int, borrow, asPlace bool) []nuncio.Party {
	var out []nuncio.Party
	for _, t := range toks {
		m := w.cover.Headed(doc.Ref{Sent: sent, Tok: t})
		if m < 0 {
			m = w.cover.At(doc.Ref{Sent: sent, Tok: t})
		}
		if m >= 0 && !w.acts(m, asPlace) {
			m = -1
		}
		if k := w.headedBy(m, t); k >= 0 {
			m = k
		}
		if m < 0 {
			m = w.apposed(sent, t, asPlace)
		}
		if m < 0 && borrow {
			m = w.owner(sent, t, asPlace)
		}
		if m >= 0 {
			out = w.addMention(out, m)
		}
	}
	return out
}

// headedBy is the person whose title a body's name only begins, which the tree made the
// head: "African Union chairman Anna Berg promised"; -1 for none.
func (w *Worker) headedBy(m, tok int) int {
	if m < 0 || w.doc.Mentions[m].Kind != doc.Named || w.doc.Mentions[m].Entity < 0 || w.doc.Entities[w.doc.Mentions[m].Entity].Kind != nuncio.KindOrganization {
		return -1
	}
	b := &w.doc.Mentions[m]
	s := &w.doc.Sentences[b.Sent]
	for k := m + 1; k < len(w.doc.Mentions) && w.doc.Mentions[k].Sent == b.Sent; k++ {
		c := &w.doc.Mentions[k]
		if c.First > b.End+4 {
			return -1
		}
		if c.Kind != doc.Named || c.First <= b.End || c.Entity < 0 || w.doc.Entities[c.Entity].Kind != nuncio.KindPerson || !s.Dominates(tok, c.Head) {
			continue
		}
		for t := b.End; t < c.First; t++ {
			if u := s.Tokens[t].UPOS; u != "NOUN" && u != "PROPN" && s.Tokens[t].Form != "-" {
				return -1
			}
		}
		return k
	}
	return -1
}

// acts reports whether a mention can stand for a party; a place can only where
// the slot takes places.
func (w *Worker) acts(m int, asPlace bool) bool {
	mn := &w.doc.Mentions[m]
	if len(mn.Members) > 0 {
		return true
	}
	if mn.Entity < 0 {
		return false
	}
	if mn.Place {
		return asPlace && w.doc.Entities[mn.Entity].Country != ""
	}
	if e := &w.doc.Entities[mn.Entity]; e.Country == "" && e.Sector == "" && w.doc.Sentences[mn.Sent].Tokens[mn.Head].Deprel == "amod" {
		return false // "an African plan" is nobody's
	}
	return w.doc.Entities[mn.Entity].Kind != nuncio.KindPlace || asPlace && w.doc.Entities[mn.Entity].Country != ""
}

// apposed is the name that a noun without a party of its own stands beside:
// "the dissident Ana Rojas"; -1 for none.
func (w *Worker) apposed(sent, tok int, asPlace bool) int {
	s := &w.doc.Sentences[sent]
	for c := range s.Children(tok) {
		if rel := s.Tokens[c].Deprel; rel != "appos" && rel != "flat" && rel != "nmod:desc" {
			continue
		}
		if m := w.cover.Headed(doc.Ref{Sent: sent, Tok: c}); m >= 0 && w.doc.Mentions[m].Kind == doc.Named && w.acts(m, asPlace) {
			return m
		}
	}
	return -1
}

// owner is the party that a noun belongs to: by possessor, "of" or "by",
// compound or demonym, or, where a place will do, the one that it lies in; -1 for
// none.
func (w *Worker) owner(sent, tok int, asPlace bool) int {
	p := w.doc.Sentences[sent].Predicate(tok)
	t := &w.doc.Sentences[sent].Tokens[tok]
	if p == nil {
		return -1
	}
	if n := p.Args; w.Codebook.Among("others", t.Lemma) && (len(n) == 0 || !w.sideBySide(sent, n[0].Tok)) {
		return -1 // "Chad's ally" is not Chad
	}
	for _, a := range p.Args { // "Turkey's shelling of the town" is Turkey's
		if m := w.cover.At(doc.Ref{Sent: sent, Tok: a.Tok}); a.Role == doc.Poss && m >= 0 && w.acts(m, true) {
			return m
		}
	}
	border := w.Codebook.Among("border", t.Lemma)
	// "the Libreville Agreement" is not Libreville's.
	treaty := t.Form[0] >= 'A' && t.Form[0] <= 'Z' && w.Codebook.Among("treaties", strings.ToLower(t.Lemma))
	for _, lies := range [...]bool{false, true} { // "an American base in Wardak" is American
		for _, a := range p.Args {
			in := a.Role == doc.Obl && (asPlace && a.Case == "in" || border && a.Case == "with")
			of := !treaty && (a.Role == doc.Compound || a.Role == doc.Mod) || a.Role == doc.Obl && (a.Case == "of" || a.Case == "by" || a.Case == "from")
			if lies && !in || !lies && !of {
				continue
			}
			if m := w.cover.At(doc.Ref{Sent: sent, Tok: a.Tok}); m >= 0 && w.acts(m, true) {
				return m
			}
		}
	}
	if tokens := w.doc.Sentences[sent].Tokens; border && tok+2 < len(tokens) && tokens[tok+1].Lemma == "with" {
		// "massed troops on the border with Guyana": trees hang the neighbour from the verb.
		if m := w.cover.At(doc.Ref{Sent: sent, Tok: tok + 2}); m >= 0 && w.acts(m, true) {
			return m
		}
	}
	return -1
}

// sideBySide reports whether a comma or "and" follows a token: "U.S., allies hit Libya".
func (w *Worker) sideBySide(sent, tok int) bool {
	t := w.doc.Sentences[sent].Tokens
	return tok+1 < len(t) && (t[tok+1].Form == "," || t[tok+1].Form == "and")
}

func (w *Worker) addMention(out []nuncio.Party, m int) []nuncio.Party {
	mn := &w.doc.Mentions[m]
	if k := mn.Link; mn.Kind == doc.Nominal && k >= 0 && w.doc.Mentions[k].Kind == doc.Named && w.doc.Mentions[k].Sent == mn.Sent && w.doc.Mentions[k].Entity == mn.Entity {
		mn = &w.doc.Mentions[k] // "the aid group Harbour Relief": the words that name it
	}
	if len(mn.Members) > 0 {
		for _, e := range mn.Members {
			out = w.addParty(out, e, w.wordsFor(m, e))
		}
		return out
	}
	return w.addParty(out, mn.Entity, mn)
}

// wordsFor is the mention that tells a member of a collective best: the name that stands
// beside it ("the ministers, Anna Berg and Jan Hansen"), else the collective itself.
func (w *Worker) wordsFor(m, entity int) *doc.Mention {
	mn := &w.doc.Mentions[m]
	if mn.Kind != doc.Nominal {
		return mn
	}
	for k := m + 1; k < len(w.doc.Mentions) && w.doc.Mentions[k].Sent == mn.Sent; k++ {
		if c := &w.doc.Mentions[k]; c.Entity == entity && c.Kind == doc.Named {
			return c
		}
	}
	return mn
}

func (w *Worker) addParty(out []nuncio.Party, entity int, mn *doc.Mention) []nuncio.Party {
	e := &w.doc.Entities[entity]
	p := nuncio.Party{
		Entity: e.ID, Name: e.Name, Text: w.doc.Words(mn.Range), Span: w.doc.Span(mn.Range), Country: e.Country, Sector: e.Sector,
	}
	if e.Kind == nuncio.KindPlace && e.Country != "" {
		// One goes to a place; the party is the state that it lies in.
		if s, ok := w.Catalogue.State(e.Country); ok {
			p.Entity, p.Name, p.Sector = s.ID, s.Name, s.Sector
		}
	}
	p.Code = code(&p)
	for i := range out {
		if out[i].Entity == p.Entity {
			return out
		}
	}
	return append(out, p)
}

// code joins country and sector as CAMEO users expect; a state by itself is its
// country alone.
func code(p *nuncio.Party) string {
	if p.Entity == p.Country {
		return p.Country
	}
	return p.Country + p.Sector
}

// without leaves out of list whom other already names.
func without(list, other []nuncio.Party) []nuncio.Party {
	out := list[:0:0]
next:
	for _, p := range list {
		for _, q := range other {
			if p.Entity == q.Entity {
				continue next
			}
		}
		out = append(out, p)
	}
	return out
}

// notOwn leaves out the state for which an actor acts: what a minister says of
// his country is not done to it.
func notOwn(list, actor []nuncio.Party) []nuncio.Party {
	out := list[:0:0]
next:
	for _, p := range list {
		for _, a := range actor {
			if p.Entity == p.Country && a.Country == p.Country && a.Sector == "GOV" {
				continue next
			}
		}
		out = append(out, p)
	}
	return out
}

// titles fills in the office that each person held on the day of the event.
func (w *Worker) titles(list []nuncio.Party, on nuncio.Date) {
	if on.IsZero() {
		on = w.doc.Report.Published
	}
	for i := range list {
		list[i].Title = w.who.TitleOn(list[i].Entity, on)
	}
}

// acrossBorders corrects the country of recipients that no word gives one: what
// a government gives or promises goes to the other state that the report speaks
// of, not to its own.
func (w *Worker) acrossBorders(sent int, class string, actor, recipient []nuncio.Party) {
	given := class == "AID" || class == "AGREE" || class == "COOPERATE"
	for i := range recipient {
		p := &recipient[i]
		k := w.entity(p.Entity)
		if !given && (k < 0 || p.Sector != "GOV" || !w.posted(k)) {
			continue
		}
		if k < 0 || len(actor) == 0 || p.Country == "" || p.Country != actor[0].Country || !w.doc.Entities[k].Inferred {
			continue
		}
		if other := w.otherState(sent, p.Country); other != "" {
			p.Country = other
			p.Code = code(p)
		}
	}
}

// fromAbroad corrects the country of those who visit a state that no word makes their own:
// nobody visits his own.
func (w *Worker) fromAbroad(sent int, actor, there []nuncio.Party) {
	for i := range actor {
		p := &actor[i]
		k := w.entity(p.Entity)
		if k < 0 || !w.doc.Entities[k].Inferred || !ofState(p) || len(there) != 1 || there[0].Entity != there[0].Country || p.Country != there[0].Country {
			continue
		}
		if other := w.otherState(sent, p.Country); other != "" {
			p.Country = other
			p.Code = code(p)
		}
	}
}

// posted reports whether an entity is a diplomat at another state's court: whom a state
// summons, receives or expels is not its own.
func (w *Worker) posted(entity int) bool {
	e := &w.doc.Entities[entity]
	title := e.Name
	if e.Role != nil {
		title = e.Role.Title
	}
	return w.Codebook.Within("posted", strings.ToLower(title))
}

// otherState is the one other state of which the sentence names somebody, else the one
// that the report names most.
func (w *Worker) otherState(sent int, country string) string {
	best, most := "", 0
	several := false
	for k := range w.doc.Mentions {
		mn := &w.doc.Mentions[k]
		if mn.Sent != sent || mn.Kind != doc.Named || mn.Entity < 0 {
			continue
		}
		e := &w.doc.Entities[mn.Entity]
		if h := w.doc.Sentences[sent].Tokens[mn.Head].Head; h >= 0 { // "Russia's Interfax" only says whose the agency is
			if o := w.cover.At(doc.Ref{Sent: sent, Tok: h}); o >= 0 && w.doc.Mentions[o].Entity >= 0 && w.doc.Entities[w.doc.Mentions[o].Entity].Kind == nuncio.KindOutlet {
				continue
			}
		}
		if e.Country == country || e.Inferred || e.Kind != nuncio.KindState && (e.Kind != nuncio.KindPerson || e.Sector != "GOV") {
			continue
		}
		if _, state := w.Catalogue.State(e.Country); state {
			several = several || best != "" && best != e.Country
			best = e.Country
		}
	}
	if best != "" && !several {
		return best
	}
	best = ""
	for i := range w.doc.Entities {
		e := &w.doc.Entities[i]
		if e.Kind != nuncio.KindState || e.Country == country {
			continue
		}
		n := 0
		for k := range w.doc.Mentions {
			if w.doc.Mentions[k].Entity == i {
				n++
			}
		}
		if n > most {
			best, most = e.Country, n
		}
	}
	return best
}
