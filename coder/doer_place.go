package coder

import (
	"nuncio"
	"nuncio/doc"
)

// jailer is the state in whose prison a foreigner is held, or in which he was arrested, where
// nobody is named who did it: "three Chadians are held in a Libyan jail", "a Chadian was arrested
// in Tripoli".
func (w *Worker) jailer(a *draft) []nuncio.Party {
	if a.m.Event != "COERCE" || a.m.Mode != "arrest" || a.s.Tokens[a.m.Tok].UPOS != "VERB" || len(a.recipient) == 0 {
		return nil
	}
	for i := range a.recipient {
		if a.recipient[i].Country == "" {
			return nil
		}
	}
	p := a.s.Predicate(a.m.Tok)
	if p == nil {
		return nil
	}
	var there []nuncio.Party
	if place := w.saidWhere(a); place != nil {
		there = append(there, *place)
	}
	for _, x := range p.Args {
		if x.Role != doc.Obl || x.Case != "in" && x.Case != "at" {
			continue
		}
		if who := w.slotParties(a.at.Sent, []int{x.Tok}, w.Codebook.Among("prisons", a.s.Tokens[x.Tok].Lemma), true); len(who) == 1 {
			there = append(there, who[0])
		}
	}
	for k := range there {
		who := there[k : k+1]
		if who[0].Country == "" || w.kinOf(who, a.recipient) || w.kinOf(a.recipient, who) {
			continue
		}
		if state, ok := w.Catalogue.State(who[0].Country); ok {
			out := nuncio.Party{Entity: state.ID, Name: state.Name, Text: who[0].Text, Span: who[0].Span, Country: state.ID, Sector: state.Sector}
			out.Code = code(&out)
			return []nuncio.Party{out}
		}
	}
	return nil
}

// onlyPlace is a place of a sentence, all of whose places lie in one state.
func (w *Worker) onlyPlace(sent int) *nuncio.Where {
	var out *nuncio.Where
	for i := range w.doc.Places {
		p := &w.doc.Places[i]
		if p.Sent != sent || p.Country == "" {
			continue
		}
		if out != nil && out.Country != p.Country {
			return nil
		}
		out = &p.Where
	}
	return out
}

// expeller is the state out of which foreigners are sent, where nobody is named who sends them:
// "were told to leave Norway", "was expelled from Chad".
func (w *Worker) expeller(a *draft) []nuncio.Party {
	m := a.m
	p := a.s.Predicate(m.Tok)
	if p == nil || m.Mode != "expel" && m.Mode != "deport" || len(a.recipient) == 0 {
		return nil
	}
	if len(m.Recipient) == 1 && w.prep(refOf(a.at.Sent, m.Recipient[0])) == "from" { // "the envoys were expelled from Chad"
		if sent := w.slotParties(a.at.Sent, w.objects(a.at), false, false); len(sent) > 0 && p.Passive && !w.kinOf(sent, a.recipient) {
			who := a.recipient
			a.recipient = sent
			return who
		}
		return nil
	}
	var out []int
	for _, x := range p.Args {
		switch {
		case x.Role == doc.Obl && x.Case == "from":
			out = append(out, x.Tok)
		case x.Role == doc.Comp:
			if w.Codebook.Among("leaving", a.s.Tokens[x.Tok].Lemma) {
				out = append(out, w.objects(refOf(a.at.Sent, x.Tok))...)
			}
		}
	}
	for _, t := range out {
		who := w.slotParties(a.at.Sent, []int{t}, false, true)
		if len(who) == 1 && who[0].Country != "" && who[0].Entity == who[0].Country && !w.kinOf(a.recipient, who) {
			return who
		}
	}
	return nil
}

// saidWhere is the state in which the words of a deed's own sentence say that it was done.
func (w *Worker) saidWhere(a *draft) *nuncio.Party {
	if w.where == nil {
		return nil
	}
	place := w.where.ForEvent(&w.doc, a.at)
	if place == nil {
		place = w.onlyPlace(a.at.Sent)
	}
	if place == nil || place.Span.Start < a.s.Tokens[0].Start || place.Span.End > a.s.Tokens[len(a.s.Tokens)-1].End {
		return nil
	}
	return &nuncio.Party{Text: place.Text, Span: place.Span, Country: place.Country}
}
