package coder

import (
	"nuncio"
	"nuncio/codebook"
	"nuncio/doc"
)

// gapped adds the deeds of those who are said to have done the same by a clause that
// leaves its verb out: "France recalled its envoy and Spain its consul", "Chad expelled
// four diplomats and Niger three".
func (w *Worker) gapped(sent int, m *codebook.Match, i int) {
	s := &w.doc.Sentences[sent]
	first := w.deeds[i].event
	if len(first.Actor) == 0 || first.Reciprocal || s.Tokens[m.Tok].UPOS != "VERB" {
		return
	}
	p := s.Predicate(m.Tok)
	if p == nil || p.Passive {
		return
	}
	if _, ok := p.Arg(doc.Obj); !ok {
		return
	}
	for n := m.Tok + 2; n+2 < len(s.Tokens); n++ {
		if f := s.Tokens[n].Form; f != "and" && f != "while" && f != "," && f != ";" {
			continue
		}
		k := w.begins(sent, n+1)
		if k < 0 || !w.acts(k, false) {
			continue
		}
		name := &w.doc.Mentions[k]
		end, ok := leftOver(s, name.End)
		a, b := w.entity(first.Actor[0].Entity), name.Entity
		if !ok || a < 0 || w.doc.Entities[a].Kind != w.doc.Entities[b].Kind || first.Actor[0].Country == w.doc.Entities[b].Country {
			continue
		}
		e := first
		e.Actor = w.addParty(nil, b, name)
		e.Recipient = nil
		for _, r := range first.Recipient {
			if r.Span.Start < s.Tokens[n].Start {
				e.Recipient = append(e.Recipient, r)
			}
		}
		if len(e.Recipient) < len(first.Recipient) && len(e.Recipient) == 0 {
			e.Recipient = w.needy(doc.Ref{Sent: sent, Tok: m.Tok}, e.Actor)
		}
		w.deeds[i].event.Recipient = e.Recipient
		for t := range w.doc.Times {
			if x := &w.doc.Times[t]; x.Sent == sent && x.First >= name.End && x.End <= end && !x.Interval.Start.IsZero() {
				e.When.Interval, e.When.Basis = x.Interval, nuncio.WhenExpression
				e.When.Text, e.When.Span = w.doc.Words(x.Range), w.doc.Span(x.Range)
			}
		}
		w.deeds = append(w.deeds, deed{event: e, at: w.deeds[i].at})
	}
}

// begins is the name that begins at a token, -1 for none.
func (w *Worker) begins(sent, tok int) int {
	for k := range w.doc.Mentions {
		if m := &w.doc.Mentions[k]; m.Sent == sent && m.First == tok && m.Kind == doc.Named && m.Entity >= 0 {
			return k
		}
	}
	return -1
}

// leftOver reports whether, behind the subject of a clause without a verb, there stands
// what it did the same to, and where that ends: "its consul a day later".
func leftOver(s *doc.Sentence, from int) (end int, ok bool) {
	if from >= len(s.Tokens) {
		return 0, false
	}
	t := &s.Tokens[from]
	switch {
	case t.UPOS == "PRON" && t.Deprel == "nmod:poss" || t.Form == "its" || t.Form == "their" || t.Form == "his" || t.Form == "her":
	case t.UPOS == "NUM" && (from+1 == len(s.Tokens) || s.Tokens[from+1].UPOS == "PUNCT"):
	default:
		return 0, false
	}
	for end = from; end < len(s.Tokens) && s.Tokens[end].UPOS != "PUNCT"; end++ {
		if u := s.Tokens[end].UPOS; u == "VERB" || u == "AUX" || u == "SCONJ" || u == "CCONJ" {
			return 0, false
		}
	}
	return end, true
}
