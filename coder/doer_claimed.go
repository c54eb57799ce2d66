package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// claimReach is how many sentences back one who claims a deed looks for it.
const claimReach = 3

// claimed makes who claims a deed of violence its doer, where nobody else is named: the
// deed that the claim itself tells ("claimed responsibility for a raid in which two were
// shot"), else the last one told before, which is his on his own word; else the one that the
// noun claimed tells by itself.
func (w *Worker) claimed(m *codebook.Match, claim int) {
	c := w.deeds[claim]                                                                                                       // a copy: the list grows
	if m.CAMEO == "015" && len(c.event.Actor) > 0 && w.violent(w.doc.Token(c.at).Lemma) && w.doc.Token(c.at).UPOS == "NOUN" { // "said that it was behind the raid on the port"
		if d, ok := w.aimed(c.at.Sent, c.at.Tok, c.event.Actor, &c); ok {
			w.deeds = append(w.deeds, d)
		}
		return
	}
	if m.CAMEO != "015" || m.Content >= 0 || len(m.Trigger) < 2 || c.event.Status != nuncio.Asserted || len(c.event.Actor) == 0 {
		return
	}
	s := &w.doc.Sentences[c.at.Sent]
	last := -1
	for i := range w.deeds {
		d := &w.deeds[i]
		if c.at.Sent-d.at.Sent > claimReach || d.event.In != c.event.In || d.event.Status != nuncio.Asserted || d.event.Event != "ASSAULT" && d.event.Event != "COERCE" {
			continue
		}
		here := d.at.Sent == c.at.Sent && s.Dominates(c.at.Tok, d.at.Tok)
		if here && len(d.event.Actor) == 0 {
			d.event.Actor = c.event.Actor
			d.event.Recipient = without(d.event.Recipient, d.event.Actor)
		}
		if here {
			return
		}
		last = i
	}
	if last < 0 || len(w.deeds[last].event.Actor) > 0 || !w.claimsLast(s, m) {
		if n := w.deedUnder(c.at.Sent, m.Tok, "for"); n >= 0 {
			if d, ok := w.aimed(c.at.Sent, n, c.event.Actor, &c); ok {
				w.deeds = append(w.deeds, d)
			}
		}
		return
	}
	e := w.deeds[last].event
	e.Actor, e.Chain, e.Chains, e.Claim = c.event.Actor, c.event.Chain, c.event.Chains, c.event.Claim
	e.Evidence, e.In, e.Confidence = c.event.Evidence, c.event.In, min(e.Confidence, c.event.Confidence)
	out := deed{event: e, at: c.at}
	w.inside(&out, &c)
	w.deeds = append(w.deeds, out)
}

// claimsLast reports whether a claim does not say what it claims, or by a noun that speaks
// of what was told: "claimed responsibility for the blast".
func (w *Worker) claimsLast(s *doc.Sentence, m *codebook.Match) bool {
	for k := range s.Children(m.Trigger[1]) {
		t := &s.Tokens[k]
		if t.UPOS == "NOUN" && k > m.Trigger[1] && !w.definite(s, []int{m.Tok, k}) {
			return false
		}
	}
	return true
}
