package voice

import "nuncio/doc"

// own reports whether a source is whoever writes the report, so that what he saw is
// the report's own word: "our correspondent", "this reporter". What others quote
// of their correspondents is theirs.
func (r *Reader) own(d *doc.Document, a *doc.Attribution) bool {
	if a.Parent >= 0 || a.Source.IsZero() || a.Source.End-a.Source.First < 2 {
		return false
	}
	s := &d.Sentences[a.Source.Sent]
	head := a.Source.First
	for steps := 0; steps < len(s.Tokens); steps++ { // the noun that holds the phrase
		up := s.Tokens[head].Head
		if up < a.Source.First || up >= a.Source.End {
			break
		}
		head = up
	}
	if !r.t.words["writer"][lower(s.Tokens[head].Lemma)] {
		return false
	}
	switch lower(s.Tokens[a.Source.First].Form) {
	case "our", "this":
		return true
	}
	return false
}
