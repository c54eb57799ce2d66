package coder

import (
	"slices"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
	"nuncio/voice"
)

// denialReach is how many sentences back a denial looks for what it denies.
const denialReach = 4

// denyClaim is the rule for who denies what another said.
const denyClaim = "reject/deny-claim"

// denied adds what a denial denies without saying it: "Minsk denied the charge",
// "the army denies it". It is the last deed told, on another's word, of the one
// who denies; his word is that it was not so.
func (w *Worker) denied(sent int, m *codebook.Match, denial int) {
	d := w.deeds[denial] // a copy: the list grows
	if len(d.event.Actor) == 0 || d.event.Status != nuncio.Asserted || !w.denies(sent, m) {
		return
	}
	i := w.alleged(&d)
	if i < 0 {
		if n := w.deedUnder(sent, m.Tok, "for", "in", "with", "behind"); n >= 0 {
			if out, ok := w.aimed(sent, n, d.event.Actor, &d); ok { // "denied any part in the raid on the port"
				out.event.Status, out.event.StatusText = nuncio.Negated, w.phrase(doc.Range{Sent: sent, First: m.Tok, End: m.Tok + 1})
				w.deeds = append(w.deeds, out)
			}
		}
		return
	}
	if d.event.Event == "REJECT" && len(d.event.Recipient) == 0 {
		w.deeds[denial].event.Recipient = w.charging(&w.deeds[i].event, &d)
	}
	e := w.deeds[i].event
	e.Status, e.StatusText, e.Condition = nuncio.Negated, w.phrase(doc.Range{Sent: sent, First: m.Tok, End: m.Tok + 1}), nil
	e.Chain, e.Chains, e.Claim = d.event.Chain, d.event.Chains, d.event.Claim
	e.Evidence, e.In, e.Confidence = d.event.Evidence, d.event.In, min(e.Confidence, d.event.Confidence)
	out := deed{event: e, at: d.at}
	w.inside(&out, &d)
	w.deeds = append(w.deeds, out)
}

// charging is who said what is denied, where it is somebody of another state: his claim it
// is that is rejected.
func (w *Worker) charging(e *nuncio.Event, denial *deed) []nuncio.Party {
	l := e.Chain[0]
	i := w.entity(l.Entity)
	if i < 0 || l.Country == "" || l.Kind == nuncio.LinkUnnamed || w.doc.Entities[i].Kind == nuncio.KindOutlet {
		return nil
	}
	if mn := w.mentionIn(denial.at.Sent, i); mn != nil {
		return notOwn(without(w.addParty(nil, i, mn), denial.event.Actor), denial.event.Actor)
	}
	return nil
}

// denies reports whether a match is a denial that does not say what it denies,
// or says it in words that gave no deed.
func (w *Worker) denies(sent int, m *codebook.Match) bool {
	if m.Deed >= 0 || w.ofOthers(sent, m) {
		return false
	}
	blames := m.Event == "ACCUSE" // "called the report a lie"
	if !blames && m.Event != "REJECT" && m.Event != "STATEMENT" {
		return false
	}
	if m.Rule.ID == denyClaim && w.Codebook.Among("untruth", w.doc.Sentences[sent].Tokens[m.Tok].Lemma) {
		return true // "the report was a lie, the army said"
	}
	switch w.Voice.Denies(w.doc.Sentences[sent].Tokens[m.Tok].Lemma) {
	case voice.DeniesAny:
		return !blames
	case voice.DeniesClaim:
		return w.claimDenied(sent, m.Tok)
	}
	return false
}

// ofOthers reports whether what is denied is said of somebody else: "the army denied
// that the president was in the country".
func (w *Worker) ofOthers(sent int, m *codebook.Match) bool {
	if m.Content < 0 {
		return false
	}
	who := w.doerOf(sent, m.Content)
	return len(who) > 0 && !w.sameSide(who, w.slotParties(sent, m.Actor, true, false))
}

// claimDenied reports whether a verb's object is a word for a claim, or stands for one.
func (w *Worker) claimDenied(sent, verb int) bool {
	s := &w.doc.Sentences[sent]
	p := s.Predicate(verb)
	if p == nil {
		return false
	}
	for _, a := range p.Args {
		t := &s.Tokens[a.Tok]
		if (a.Role == doc.Obj || a.Role == doc.Subj || a.Role == doc.Obl && (a.Case == "as" || a.Case == "")) && (w.Codebook.Among("claim", t.Lemma) || t.UPOS == "PRON" && a.Role == doc.Obj) {
			return true
		}
	}
	return false
}

// alleged is the last deed before a denial that somebody else says the denier, or
// one of his country, did: a hostile one if there is any, and of several that one
// sentence tells ("of shelling the town, killing three") the first. -1 for none.
func (w *Worker) alleged(denial *deed) int {
	best := -1
	for i := len(w.deeds) - 1; i >= 0; i-- {
		e := &w.deeds[i].event
		if e.In != denial.event.In || denial.at.Sent-w.deeds[i].at.Sent > denialReach {
			break
		}
		if w.deeds[i].at == denial.at || len(e.Chain) == 0 || e.Status != nuncio.Asserted && (e.Status != nuncio.Possible || e.Chain[0].Kind != nuncio.LinkUnnamed) {
			continue
		}
		if len(e.Chain) == 0 || len(e.Actor) == 0 || e.Event == "STATEMENT" || e.Rule == denyClaim {
			continue
		}
		if !w.oneSide(e.Actor, denial.event.Actor) || w.onOwnWord(e.Chain, denial.event.Actor) {
			continue
		}
		switch {
		case best < 0, e.Quad >= 3 && w.deeds[best].event.Quad < 3:
			best = i
		case e.Quad >= 3 && w.deeds[i].at.Sent == w.deeds[best].at.Sent && slices.Equal(e.Chain, w.deeds[best].event.Chain):
			best = i
		}
	}
	return best
}

// oneSide reports whether some party of one list is, or stands for, one of the other.
func (w *Worker) oneSide(a, b []nuncio.Party) bool {
	for i := range a {
		for k := range b {
			if a[i].Entity == b[k].Entity || a[i].Country != "" && a[i].Country == b[k].Country || w.Catalogue.Same(a[i].Entity, b[k].Entity, w.doc.Report.Published) {
				return true
			}
		}
	}
	return false
}

// onOwnWord reports whether a chain begins with the denier, or with what he speaks
// for.
func (w *Worker) onOwnWord(chain []nuncio.Link, by []nuncio.Party) bool {
	for i := range by {
		if l := &chain[0]; l.Entity != "" && (l.Entity == by[i].Entity || w.Catalogue.Same(l.Entity, by[i].Entity, w.doc.Report.Published)) {
			return true
		}
	}
	return false
}
