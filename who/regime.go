package who

import (
	"nuncio"
	"nuncio/doc"
)

// Governments of which those outside speak: newly come to power, or called a regime.

// newcomers reports whether a noun speaks of a government that has come to power in the state that
// the report is about, which another recognises, helps or blames: "refused to recognise the
// interim government".
func (r *Resolver) newcomers(i int) bool {
	m := &r.d.Mentions[i]
	s := &r.d.Sentences[m.Sent]
	if doc.IsRel(s.Tokens[m.Head].Deprel, "nsubj") || s.Tokens[m.Head].Lemma != "government" && s.Tokens[m.Head].Lemma != "administration" && s.Tokens[m.Head].Lemma != "authorities" {
		return false
	}
	for k := m.First; k < m.Head; k++ {
		if w := lower(s.Tokens[k].Form); w == "new" || r.words.has(w, useTelling) {
			return true
		}
	}
	return false
}

// regimeAbroad reports whether a regime is spoken of by one who serves the state given: nobody in
// office calls his own so.
func (r *Resolver) regimeAbroad(i int, country string) bool {
	d := r.d
	m := &d.Mentions[i]
	s := &d.Sentences[m.Sent]
	if w := s.Tokens[m.Head].Lemma; w != "regime" && w != "junta" || doc.IsRel(s.Tokens[m.Head].Deprel, "nsubj") || !r.definite(s, m) {
		return false
	}
	for v, n := s.Tokens[m.Head].Head, 0; v >= 0 && n < len(s.Tokens); v, n = s.Tokens[v].Head, n+1 {
		p := s.Predicate(v)
		if p == nil || p.Kind != doc.Verbal {
			continue
		}
		if a, ok := p.Arg(doc.Subj); ok {
			if e := r.whoIs(m.Sent, a.Tok); e >= 0 && d.Entities[e].Country == country && (d.Entities[e].Kind == nuncio.KindState || d.Entities[e].Sector == "GOV") {
				return true
			}
		}
	}
	return false
}
