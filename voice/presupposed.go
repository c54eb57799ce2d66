package voice

import (
	"nuncio"
	"nuncio/doc"
)

// presupposed reports whether a token stands in a clause that tells what has been, inside
// what somebody only wants, promises or is to do: "urged Lima to free the men whom it
// [seized] in May", "vowed to hit back after the town [was shelled]", or of the one on whom
// somebody lays a deed. Who asks, vows or blames tells no facts of them; whoever reports it
// does.
func presupposed(d *doc.Document, a *doc.Attribution, at doc.Ref) bool {
	if a.Cue.Sent != at.Sent || a.Style != nuncio.StyleIndirect || len(a.Content) == 0 {
		return false
	}
	s := &d.Sentences[at.Sent]
	switch a.Reason {
	case "infinitive", "object and infinitive", "object and on":
	case "noun":
		if c := a.Content[0]; c.Sent != at.Sent || s.Tokens[c.First].XPOS != "TO" {
			return false
		}
	default:
		return false
	}
	for i, n := at.Tok, 0; i >= 0 && n <= len(s.Tokens); i, n = s.Tokens[i].Head, n+1 {
		t := &s.Tokens[i]
		if t.Head < 0 || !holdsTok(a, doc.Ref{Sent: at.Sent, Tok: t.Head}) {
			return false
		}
		if (doc.IsRel(t.Deprel, "acl:relcl") || doc.IsRel(t.Deprel, "advcl")) && hasBeen(s, i) {
			return true
		}
	}
	return false
}

func holdsTok(a *doc.Attribution, at doc.Ref) bool {
	for _, r := range a.Content {
		if r.Has(at) {
			return true
		}
	}
	return false
}

// hasBeen reports whether a verb stands in a past tense or the perfect.
func hasBeen(s *doc.Sentence, v int) bool {
	past := s.Tokens[v].XPOS == "VBD"
	for c := range s.Children(v) {
		t := &s.Tokens[c]
		if !doc.IsRel(t.Deprel, "aux") && t.Deprel != "cop" {
			continue
		}
		if t.XPOS == "MD" {
			return false
		}
		past = past || t.XPOS == "VBD" || t.Lemma == "have" && t.XPOS != "VB"
	}
	return past
}
