package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// aimed is the violent deed of a noun that says whom it was aimed at ("the raid on a hotel in
// Goma"), done by who takes it upon himself or is blamed for it in the speech act above the
// noun, on the word of whoever speaks there.
func (w *Worker) aimed(sent, noun int, by []nuncio.Party, speech *deed) (deed, bool) {
	toks := w.targets(sent, noun)
	if len(toks) == 0 || len(by) == 0 {
		return deed{}, false
	}
	label, ok := w.Codebook.Root("ASSAULT")
	if w.hacking(sent, noun) {
		label, ok = w.Codebook.Mode("COERCE", "cyber")
	} else if l, has := w.Codebook.Mode("ASSAULT", w.Codebook.ModeOf(w.doc.Sentences[sent].Tokens[noun].Lemma)); has {
		label = l
	}
	if !ok {
		return deed{}, false
	}
	m := codebook.Match{Label: label, Tok: noun, Trigger: []int{noun}, Recipient: toks, Content: -1}
	a := draft{m: &m, at: refOf(sent, noun), s: &w.doc.Sentences[sent], actor: by}
	a.recipient = a.others(w.slotParties(sent, toks, true, true))
	a.event = nuncio.Event{
		Event: label.Event, Mode: label.Mode, Context: label.Context, CAMEO: label.CAMEO, Quad: w.Codebook.Quad(label.Event), Goldstein: w.Codebook.Goldstein(label.CAMEO),
		Actor: by, Recipient: a.recipient, Status: nuncio.Asserted, Rule: speech.event.Rule, Claim: speech.event.Claim, In: in(a.s.Part),
		Confidence: max(0, speech.event.Confidence-unnamedDoer),
	}
	a.event.Evidence = w.evidence(sent, m.Trigger)
	a.event.When = w.time(a.at, &a.event)
	if w.background(a.at, &a.event.When) {
		a.event.When = nuncio.When{Interval: nuncio.Interval{End: w.doc.Report.Day()}, Basis: nuncio.WhenTense}
	}
	w.setPlace(&a)
	w.struckLand(&a)
	out := deed{event: a.event, at: a.at, blame: speech.event.Event == "ACCUSE"}
	w.inside(&out, speech)
	return out, true
}

// targets are the nouns at whom a violent deed was aimed, or to whom it was done, by the
// phrases at its noun.
func (w *Worker) targets(sent, noun int) []int {
	s := &w.doc.Sentences[sent]
	out := w.targetsOf(sent, noun, noun)
	if h := s.Tokens[noun].Head; len(out) == 0 && h >= 0 && s.Tokens[h].UPOS == "VERB" { // hung from the verb of blame
		out = w.targetsOf(sent, noun, h)
	}
	return out
}

// targetsOf are the targets of a deed's noun among the phrases behind it that hang from a token.
func (w *Worker) targetsOf(sent, noun, top int) []int {
	s := &w.doc.Sentences[sent]
	var out []int
	for c := range s.Children(top) {
		if t := &s.Tokens[c]; c < noun || !doc.IsRel(t.Deprel, "nmod") && !doc.IsRel(t.Deprel, "obl") || t.UPOS != "NOUN" && t.UPOS != "PROPN" || w.Codebook.Among("times", t.Lemma) {
			continue
		}
		switch w.prep(refOf(sent, c)) {
		case "on", "against", "at", "outside":
		case "of":
			if top != noun || w.Codebook.Among("strike", s.Tokens[noun].Lemma) && w.Codebook.Among("strike", s.Tokens[c].Lemma) {
				continue // "a wave of attacks"
			}
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

// hacking reports whether a noun tells of an attack on machines.
func (w *Worker) hacking(sent, noun int) bool {
	s := &w.doc.Sentences[sent]
	if w.Codebook.Among("hacks", s.Tokens[noun].Lemma) {
		return true
	}
	for c := range s.Children(noun) {
		if w.Codebook.Among("hacks", s.Tokens[c].Lemma) {
			return true
		}
	}
	return false
}

// deedUnder is the noun of a violent deed behind one of some prepositions under a token that is
// told as one or several that were: "for the raid", "for a raid", "for a wave of raids"; -1 for
// none.
func (w *Worker) deedUnder(sent, top int, preps ...string) int {
	s := &w.doc.Sentences[sent]
	for k := top + 1; k < len(s.Tokens); k++ {
		if t := &s.Tokens[k]; t.UPOS == "NOUN" && w.violent(t.Lemma) && t.Lemma != "aggression" && s.Dominates(top, k) && s.Child(k, "det", "nummod", "nmod:poss", "nmod") >= 0 && w.behindOne(sent, k, preps) {
			return k
		}
	}
	return -1
}

// behindOne reports whether a noun, or the series that it is one of, stands behind one of some
// prepositions.
func (w *Worker) behindOne(sent, noun int, preps []string) bool {
	s := &w.doc.Sentences[sent]
	for n := 0; n < 3; n++ {
		p := w.prep(refOf(sent, noun))
		for _, want := range preps {
			if p == want {
				return true
			}
		}
		h := s.Tokens[noun].Head
		if p != "of" || h < 0 || !w.Codebook.Among("transparent", s.Tokens[h].Lemma) {
			return false
		}
		noun = h
	}
	return false
}
