package coder

import (
	"strings"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// inDeed is who did a violence that a passive tells, by the deed in which it was done:
// "three policemen were killed in a rebel ambush", "wounded during the army's raid".
// A deed that is named after its place says nothing: "killed in the Kabul attack".
func (w *Worker) inDeed(at doc.Ref, m *codebook.Match, recipient []nuncio.Party) []nuncio.Party {
	p := w.doc.Sentences[at.Sent].Predicate(at.Tok)
	if m.Event != "ASSAULT" || p == nil {
		return nil
	}
	for _, a := range p.Args {
		if a.Role != doc.Obl || a.Conj || a.Case != "in" && a.Case != "during" && a.Case != "by" && a.Case != "from" {
			continue
		}
		if who := w.deedOf(at, a.Tok); len(who) > 0 && !w.sameSide(who, recipient) && !(ofState(&who[0]) && kinsmen(who, recipient)) {
			return who
		}
	}
	return nil
}

// deedOf is whose a violent deed is by the words at its noun: a state by its adjective, a
// force or group by its name, whoever stands behind "by".
func (w *Worker) deedOf(at doc.Ref, noun int) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	if !w.Codebook.Among("strike", s.Tokens[noun].Lemma) {
		return nil
	}
	p := s.Predicate(noun)
	if p == nil {
		return nil
	}
	for _, a := range p.Args {
		switch {
		case w.Codebook.Among("aircraft", s.Tokens[a.Tok].Lemma) || w.Codebook.Among("drone", s.Tokens[a.Tok].Lemma) || w.Codebook.Among("instrument", s.Tokens[a.Tok].Lemma):
			continue
		case a.Role == doc.Poss, a.Role == doc.Mod && s.Tokens[a.Tok].UPOS == "ADJ", a.Role == doc.Obl && a.Case == "by":
		case a.Role == doc.Compound && !w.ofPlace(at.Sent, a.Tok):
		default:
			continue
		}
		if who := w.slotParties(at.Sent, []int{a.Tok}, false, true); len(who) > 0 {
			return who
		}
	}
	return w.claimant(at, noun)
}

// claimant is who took upon himself the deed of a noun, or did it, by the participle behind
// it: "an attack claimed by the rebels".
func (w *Worker) claimant(at doc.Ref, noun int) []nuncio.Party {
	s := &w.doc.Sentences[at.Sent]
	for c := range s.Children(noun) {
		if !doc.IsRel(s.Tokens[c].Deprel, "acl") || !w.Codebook.Among("taking-on", s.Tokens[c].Lemma) {
			continue
		}
		if p := s.Predicate(c); p != nil && p.Passive {
			if a, ok := p.Arg(doc.Subj); ok {
				return w.slotParties(at.Sent, []int{a.Tok}, false, true)
			}
		}
	}
	return nil
}

// ofPlace reports whether a name before a noun tells where: a state, a place, or nobody known.
func (w *Worker) ofPlace(sent, tok int) bool {
	k := w.cover.At(doc.Ref{Sent: sent, Tok: tok})
	if k < 0 || w.doc.Mentions[k].Entity < 0 || w.doc.Mentions[k].Place {
		return true
	}
	switch w.doc.Entities[w.doc.Mentions[k].Entity].Kind {
	case nuncio.KindState:
		form := w.doc.Sentences[sent].Tokens[tok].Form
		return form != strings.ToUpper(form) // "U.S." is an adjective, too
	case nuncio.KindPerson:
		return true
	}
	return false
}

// deedBehind is the noun of the violent deed that a relative clause speaks of, where its
// subject is no party: what the deed was aimed at, from which a tree hung the clause ("the
// attack on a bus [that killed four]"), or "one" and "another" of several ("strikes, one of
// which"); -1 for none.
func (w *Worker) deedBehind(sent int, m *codebook.Match) int {
	if m.Event != "ASSAULT" || len(m.Actor) != 1 {
		return -1
	}
	t := w.doc.Sentences[sent].Tokens
	n := m.Actor[0]
	switch t[n].Lemma {
	case "one", "another":
		for k := n - 1; k >= 0; k-- {
			if t[k].UPOS == "NOUN" && w.Codebook.Among("strike", t[k].Lemma) {
				return k
			}
		}
		return -1
	}
	if t[n].UPOS != "NOUN" || t[n].Head < 0 || t[n].Head > n || !doc.IsRel(t[n].Deprel, "nmod") || m.Tok < n {
		return -1
	}
	if w.ofTarget(sent, n) {
		return t[n].Head
	}
	return -1
}

// ofTarget reports whether a noun is what the violent deed of the noun above it was aimed at.
func (w *Worker) ofTarget(sent, n int) bool {
	t := w.doc.Sentences[sent].Tokens
	switch w.prep(refOf(sent, n)) {
	case "on", "against", "at", "of":
		return t[n].Head >= 0 && w.Codebook.Among("strike", t[t[n].Head].Lemma)
	}
	return false
}

// thingKills reports whether a verb of violence stands in a relative clause of a thing, which
// did not do it: "the raid on a [church], which killed two".
func (w *Worker) thingKills(sent int, m *codebook.Match) bool {
	s := &w.doc.Sentences[sent]
	if !doc.IsRel(s.Tokens[m.Tok].Deprel, "acl:relcl") {
		return false
	}
	c := s.Child(m.Tok, "nsubj")
	return c >= 0 && (s.Tokens[c].Lemma == "which" || s.Tokens[c].Lemma == "that") && w.deedBehind(sent, m) >= 0
}

// deedReach is how many sentences back a deed may have been told of that "the raid" means.
const deedReach = 3

// deedTold is who did the deed that a definite noun takes up: "Ankara launched an operation.
// [The operation] killed nine".
func (w *Worker) deedTold(sent int, m *codebook.Match) []nuncio.Party {
	if m.Event != "ASSAULT" || len(m.Actor) != 1 {
		return nil
	}
	s := &w.doc.Sentences[sent]
	noun := &s.Tokens[m.Actor[0]]
	if noun.UPOS != "NOUN" || noun.Lemma != "operation" && !w.Codebook.Among("strike", noun.Lemma) || !w.definite(s, []int{m.Tok, m.Actor[0]}) {
		return nil
	}
	for i := len(w.deeds) - 1; i >= 0 && sent-w.deeds[i].at.Sent <= deedReach; i-- {
		d := &w.deeds[i]
		if d.at.Sent == sent || d.event.Event != "ASSAULT" || d.event.Status != nuncio.Asserted || len(d.event.Actor) == 0 || d.event.In != in(s.Part) {
			continue
		}
		for k := range w.doc.Sentences[d.at.Sent].Tokens {
			if w.doc.Sentences[d.at.Sent].Tokens[k].Lemma == noun.Lemma {
				return d.event.Actor
			}
		}
	}
	return nil
}
