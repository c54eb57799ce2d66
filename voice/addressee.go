package voice

import "nuncio/doc"

// addressee is the mention of the one to whom words are said or written: "told the
// envoy", "said to the envoy", "wrote in a letter to the envoy"; for a letter in full,
// the one who received it or to whom it was sent. It is -1 where nobody is named.
func (w *work) addressee(c *candidate) int {
	if c.class != Say || c.source.IsZero() || len(c.content) == 0 {
		return -1
	}
	if si, noun := w.paperBefore(c); noun >= 0 {
		return w.receiverAt(si, noun)
	}
	s := &w.d.Sentences[c.at.Sent]
	for k := range s.Children(c.at.Tok) {
		t := &s.Tokens[k]
		switch {
		case w.holds(c.content, doc.Ref{Sent: c.at.Sent, Tok: k}):
		case t.Deprel == "iobj", t.Deprel == "obj", doc.IsRel(t.Deprel, "obl") && hasPrep(s, k, "to"):
			if m := w.headMention(c.at.Sent, k); m >= 0 {
				return m
			}
		case doc.IsRel(t.Deprel, "obl") && w.t.words["paper"][w.low(t.Lemma)]:
			if m := w.toBehind(c.at.Sent, k); m >= 0 {
				return m
			}
		}
	}
	return -1
}

// receiverAt is the mention of the one to whom a paper goes where it is told of:
// "received a letter from", "sent a letter to", "sent the king a letter"; -1 for none.
func (w *work) receiverAt(si, noun int) int {
	s := &w.d.Sentences[si]
	if m := w.toBehind(si, noun); m >= 0 {
		return m
	}
	v := s.Tokens[noun].Head
	if v < 0 || s.Tokens[noun].Deprel != "obj" {
		return -1
	}
	if w.t.words["receiving"][w.low(s.Tokens[v].Lemma)] {
		if p := s.Predicate(v); p != nil {
			if a, ok := p.Arg(doc.Subj); ok {
				return w.headMention(si, a.Tok)
			}
		}
		return -1
	}
	if k := s.Child(v, "iobj"); k >= 0 {
		return w.headMention(si, k)
	}
	if k := oblWith(s, v, "to"); k >= 0 {
		return w.headMention(si, k)
	}
	return -1
}

// toBehind is the mention behind a noun's "to": "a letter to the king"; -1 for none.
func (w *work) toBehind(si, noun int) int {
	s := &w.d.Sentences[si]
	for k := range s.Children(noun) {
		if k > noun && doc.IsRel(s.Tokens[k].Deprel, "nmod") && hasPrep(s, k, "to") {
			return w.headMention(si, k)
		}
	}
	return -1
}
