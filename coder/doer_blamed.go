package coder

import (
	"slices"

	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// How many sentences before the blame the deed may have been told: any violence, or that of
// a sort that the noun names.
const blameReach, blameFar = 6, 12

// blamedFor adds the deed for which somebody is blamed, where only a noun takes it up: "Chad
// blamed Niger for the attack", "accused Oslo of staging the kidnapping". It is the last deed
// of that sort told before, done by whoever is blamed, on the word of whoever blames.
func (w *Worker) blamedFor(sent int, m *codebook.Match, i int) {
	d := w.deeds[i] // a copy: the list grows
	if m.Event != "ACCUSE" || d.event.Status != nuncio.Asserted || len(d.event.Actor) == 0 || len(d.event.Recipient) == 0 {
		return
	}
	if w.doneByBlamed(m, &d) {
		return
	}
	if n := w.deedUnder(sent, m.Tok, "for", "of", "over", "behind", "in"); n >= 0 {
		if out, ok := w.aimed(sent, n, d.event.Recipient, &d); ok {
			w.deeds = append(w.deeds, out)
			return
		}
	}
	noun := w.deedNoun(sent, m.Tok, "for", "of", "over", "behind", "with", "in")
	if noun < 0 {
		return
	}
	old := w.takenUp(sent, noun)
	if old == nil || w.sameSide(old.Recipient, d.event.Recipient) {
		return
	}
	for k := len(w.deeds) - 1; k >= 0 && w.deeds[k].at.Sent == sent; k-- {
		if e := &w.deeds[k].event; k != i && w.Codebook.Quad(e.Event) == 4 && len(e.Actor) > 0 && w.oneSide(e.Actor, d.event.Recipient) {
			if e.Event == old.Event && len(e.Recipient) == 0 { // "of carrying out the attack": its verb has told it
				e.Recipient = old.Recipient
			}
			return
		}
	}
	e := *old
	e.Actor, e.Via, e.Reciprocal = d.event.Recipient, nil, false
	if e.When.Basis == nuncio.WhenExpression {
		e.When.Basis, e.When.Text, e.When.Span = nuncio.WhenContext, "", nuncio.Span{}
	}
	e.Where = owned(e.Where)
	e.Chain, e.Chains, e.Claim = nil, nil, d.event.Claim
	e.Evidence, e.In, e.Confidence = w.evidence(sent, []int{noun}), d.event.In, min(e.Confidence, max(0, d.event.Confidence-unnamedDoer))
	out := deed{event: e, at: refOf(sent, noun), blame: true}
	w.inside(&out, &d)
	w.deeds = append(w.deeds, out)
}

// doneByBlamed makes whoever is blamed the doer of the deed that the words of the blame, or what
// it is said of, tell by a noun that names nobody: "Chad blamed the raid on a clinic on Niger",
// "a raid on a clinic was the work of Niger". It reports whether there is a deed of his there.
func (w *Worker) doneByBlamed(m *codebook.Match, blame *deed) bool {
	s := &w.doc.Sentences[blame.at.Sent]
	for k := len(w.deeds) - 1; k >= 0 && w.deeds[k].at.Sent == blame.at.Sent; k-- {
		d := &w.deeds[k]
		if spoken(d.event.Event) || d.event.Status != nuncio.Asserted || d.at == blame.at || !s.Dominates(m.Tok, d.at.Tok) || !w.ofNoun(d.at) || s.Tokens[d.at.Tok].Deprel == "obj" && !w.Codebook.Among("blaming", s.Tokens[s.Tokens[d.at.Tok].Head].Lemma) {
			continue
		}
		if len(d.event.Actor) > 0 {
			return w.oneSide(d.event.Actor, blame.event.Recipient)
		}
		if w.sameSide(d.event.Recipient, blame.event.Recipient) {
			continue
		}
		d.event.Actor, d.blame = blame.event.Recipient, true
		d.event.Chain, d.event.Chains = nil, nil
		w.inside(d, blame)
		return true
	}
	return false
}

// ofNoun reports whether a violent deed is told by a noun, or by the relative clause at one:
// "a [raid] that [killed] two".
func (w *Worker) ofNoun(at doc.Ref) bool {
	s := &w.doc.Sentences[at.Sent]
	t := &s.Tokens[at.Tok]
	if doc.IsRel(t.Deprel, "acl:relcl") && t.Head >= 0 && t.UPOS == "VERB" {
		t = &s.Tokens[t.Head]
		if t.Head >= 0 && w.ofTarget(at.Sent, s.Tokens[at.Tok].Head) {
			t = &s.Tokens[t.Head]
		}
	}
	return t.UPOS == "NOUN" && (w.violent(t.Lemma) || w.Codebook.Among("hacks", t.Lemma) || w.hacking(at.Sent, at.Tok))
}

// deedNoun is the noun under a verb of blame that takes up a violent deed told before:
// definite, behind one of some prepositions or the object of a gerund, and without whom it
// was done to; -1 for none.
func (w *Worker) deedNoun(sent, verb int, preps ...string) int {
	s := &w.doc.Sentences[sent]
	for k := verb + 1; k < len(s.Tokens); k++ {
		t := &s.Tokens[k]
		if t.UPOS != "NOUN" || !w.violent(t.Lemma) || !s.Dominates(verb, k) {
			continue
		}
		det := s.Child(k, "det")
		if det < 0 || s.Tokens[det].Lemma != "the" && s.Tokens[det].Lemma != "this" && s.Tokens[det].Lemma != "that" {
			continue
		}
		done := false
		for c := range s.Children(k) {
			if p := w.prep(refOf(sent, c)); doc.IsRel(s.Tokens[c].Deprel, "nmod") && (p == "of" || p == "on" || p == "against" || p == "by") {
				done = true
			}
		}
		if done {
			continue
		}
		if slices.Contains(preps, w.prep(refOf(sent, k))) {
			return k
		}
		if h := t.Head; h > verb && t.Deprel == "obj" && s.Tokens[h].XPOS == "VBG" && s.Child(h, "nsubj") < 0 {
			return k
		}
	}
	return -1
}

// violent reports whether a noun is one for an attack, an abduction or the like.
func (w *Worker) violent(lemma string) bool {
	return w.Codebook.Among("strike", lemma) || w.Codebook.Among("slaying", lemma) || w.Codebook.ModeOf(lemma) == "abduct"
}

// takenUp is the last deed told before a noun that takes it up: of the sort that the noun
// names, or any violence; nil for none.
func (w *Worker) takenUp(sent, noun int) *nuncio.Event {
	s := &w.doc.Sentences[sent]
	mode := w.Codebook.ModeOf(s.Tokens[noun].Lemma)
	for i := len(w.deeds) - 1; i >= 0 && sent-w.deeds[i].at.Sent <= blameFar; i-- {
		e := &w.deeds[i].event
		if mode == "" && sent-w.deeds[i].at.Sent > blameReach {
			return nil
		}
		if e.In == in(s.Part) && e.Event == "ASSAULT" && e.Status == nuncio.Asserted && w.deeds[i].at.Sent < sent && len(e.Recipient) > 0 && (mode == "" || mode == e.Mode) && e.Mode != "crowd-control" {
			return e
		}
	}
	return nil
}

// blamedDoer gives a deed that a noun tells, with nobody named who did it, to the state that
// somebody blames for it or complains to about it: "protested to Rabat over the arrest of four
// Spanish fishermen".
func (w *Worker) blamedDoer(first int) {
	for i := first; i < len(w.deeds); i++ {
		d := &w.deeds[i]
		if q := w.Codebook.Quad(d.event.Event); q != 4 || len(d.event.Actor) > 0 || len(d.event.Recipient) == 0 || w.doc.Token(d.at).UPOS != "NOUN" {
			continue
		}
		s := &w.doc.Sentences[d.at.Sent]
		for k := first; k < len(w.deeds); k++ {
			a := &w.deeds[k].event
			if a.Event != "ACCUSE" || len(a.Recipient) != 1 || a.Status == nuncio.Negated || w.sameSide(a.Recipient, d.event.Recipient) || !s.Dominates(w.deeds[k].at.Tok, d.at.Tok) {
				continue
			}
			if _, state := w.Catalogue.State(a.Recipient[0].Country); !state {
				continue // complained to a body of many states
			}
			switch w.prep(d.at) {
			case "over", "for", "about", "at", "of", "after":
				d.event.Actor = a.Recipient
			}
		}
	}
}
