package coder

import (
	"nuncio/codebook"
	"nuncio/doc"
)

// general reports whether a deed is told of anybody whom a description fits, in
// the present: "people who take hostages", "any country that trades arms". Nobody
// has done it.
func (w *Worker) general(sent int, m *codebook.Match) bool {
	s := &w.doc.Sentences[sent]
	v := m.Tok
	for t := &s.Tokens[v]; t.Deprel == "conj" && t.Head >= 0 && s.Tokens[t.Head].UPOS == "VERB"; t = &s.Tokens[v] {
		v = t.Head
	}
	t := &s.Tokens[v]
	if !doc.IsRel(t.Deprel, "acl:relcl") || t.Head < 0 || t.XPOS != "VBP" && t.XPOS != "VBZ" {
		return false
	}
	relative := false
	for c := range s.Children(v) {
		switch c := &s.Tokens[c]; {
		case doc.IsRel(c.Deprel, "aux"):
			return false // "who are holding", "who have taken"
		case c.Deprel == "nsubj":
			relative = c.Lemma == "who" || c.Lemma == "that" || c.Lemma == "which"
		}
	}
	return relative && w.anybody(s, t.Head)
}

// anybody reports whether a noun means nobody in particular.
func (w *Worker) anybody(s *doc.Sentence, n int) bool {
	t := &s.Tokens[n]
	switch t.Lemma {
	case "anyone", "anybody", "whoever", "everyone", "everybody", "those", "that":
		return t.UPOS == "PRON" || t.UPOS == "DET"
	}
	if t.UPOS != "NOUN" {
		return false
	}
	for c := range s.Children(n) {
		switch c := &s.Tokens[c]; {
		case c.Deprel == "det":
			switch c.Lemma {
			case "any", "every", "each", "no", "all":
				return true
			}
			return false
		case c.Deprel == "amod" && c.Lemma == "other" || c.Deprel == "case" || c.Deprel == "punct" || c.Deprel == "acl:relcl" || c.Deprel == "cc" || c.Deprel == "conj":
		default:
			return false // "Chilean", "three", "the army's"
		}
	}
	return t.XPOS == "NNS" && w.Codebook.Among("anybody", t.Lemma)
}
