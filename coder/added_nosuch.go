package coder

import (
	"nuncio"
	"nuncio/doc"
)

// noSuch adds what somebody denies without a verb for it: "there had been no such request",
// "insisted that they did not". It is the last deed told, on another's word, of the one whose
// words these are; his word is that it was not so.
func (w *Worker) noSuch(sent int) {
	s := &w.doc.Sentences[sent]
	for k := range w.doc.Attributions {
		a := &w.doc.Attributions[k]
		if len(a.Content) == 0 || a.Content[0].Sent != sent || a.Class != "say" || a.Source.IsZero() {
			continue
		}
		at := w.bareDenial(s, a)
		if at < 0 {
			continue
		}
		who := w.speakerOf(a, sent)
		if len(who) == 0 {
			continue
		}
		denial := deed{event: nuncio.Event{Event: "REJECT", Actor: who, Status: nuncio.Asserted, In: in(s.Part)}, at: refOf(sent, at)}
		i := w.alleged(&denial)
		if i < 0 || !w.isSuch(s.Tokens[at].Lemma, &w.deeds[i].event) {
			continue
		}
		e := w.deeds[i].event
		e.Status, e.StatusText, e.Condition = nuncio.Negated, w.phrase(doc.Range{Sent: sent, First: at, End: at + 1}), nil
		e.Evidence, e.Confidence = w.evidence(sent, []int{at}), max(0, e.Confidence-unnamedDoer)
		e.Chain, e.Chains, e.Claim = w.chain(denial.at)
		if len(e.Chain) == 0 {
			continue
		}
		w.deeds = append(w.deeds, deed{event: e, at: denial.at})
	}
}

// isSuch reports whether a noun may name a deed; "not" stands for any.
func (w *Worker) isSuch(lemma string, e *nuncio.Event) bool {
	switch {
	case lemma == "not" || lemma == "n't" || w.Codebook.Among("anything", lemma) || w.Codebook.Among("claim", lemma):
		return true
	case w.Codebook.Among("requests", lemma):
		return e.Event == "REQUEST"
	case w.Codebook.Among("accords", lemma):
		return e.Event == "AGREE" || e.Event == "SUPPORT"
	case w.Codebook.Among("talks", lemma) || w.Codebook.Among("visit", lemma):
		return e.Event == "CONSULT"
	case w.Codebook.ModeOf(lemma) != "":
		return e.Mode == w.Codebook.ModeOf(lemma)
	}
	return w.violent(lemma) && e.Event == "ASSAULT"
}

// bareDenial is the word of a content by which it only denies: the noun of "no such order", or
// the "not" of "they had not"; -1 for none.
func (w *Worker) bareDenial(s *doc.Sentence, a *doc.Attribution) int {
	c := a.Content[0]
	words, not, pron := 0, -1, false
	for i := c.First; i < c.End && i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if i > c.First && t.Lemma == "such" && s.Tokens[i-1].Lemma == "no" {
			for n := i + 1; n < c.End; n++ {
				if s.Tokens[n].UPOS == "NOUN" && s.Tokens[n].Head >= 0 && (n+1 == c.End || s.Tokens[n+1].UPOS != "NOUN") {
					return n
				}
			}
		}
		switch {
		case t.UPOS == "PUNCT" || t.UPOS == "SCONJ":
		case t.UPOS == "PRON" && t.XPOS == "PRP":
			pron = true
			words++
		case t.UPOS == "AUX" || t.UPOS == "VERB" && (t.Lemma == "do" || t.Lemma == "have" || t.Lemma == "be"):
			words++
		case t.Lemma == "not" || t.Lemma == "n't":
			not = i
			words++
		default:
			words += 9
		}
	}
	if pron && not >= 0 && words <= 4 && len(a.Content) == 1 {
		return not
	}
	return -1
}
