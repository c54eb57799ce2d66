package clause

import "nuncio/doc"

// Ranked reports whether infinitive i tells what somebody was the first, the last or the most
// eminent to do, and so did: "the first president to visit Athens", "the most senior official to
// see Havana".
func Ranked(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	return doc.IsRel(t.Deprel, "acl") && t.Head >= 0 && t.Head < i && infinitive(s, i) && ranks(s, t.Head)
}

// ranks reports whether a noun, or a word that stands for one, is a first, a last or a most.
func ranks(s *doc.Sentence, n int) bool {
	if first(&s.Tokens[n]) {
		return true
	}
	for c := range s.Children(n) {
		t := &s.Tokens[c]
		if c > n || t.Deprel != "amod" && t.Deprel != "nummod" {
			continue
		}
		if first(t) || t.XPOS == "JJS" {
			return true
		}
		if a := s.Child(c, "advmod"); a >= 0 && s.Tokens[a].XPOS == "RBS" {
			return true
		}
	}
	return false
}

func first(t *doc.Token) bool {
	return t.UPOS != "ADV" && (t.Lemma == "first" || t.Lemma == "last" || t.Lemma == "only" || t.Lemma == "latest" || t.Lemma == "second")
}

// rankedOne is who was the first, or what bears the rank where nobody is named beside it.
func (r *Reader) rankedOne(s *doc.Sentence, n int) (int, doc.Origin) {
	if c := r.called(s, n); c >= 0 {
		return c, doc.Control
	}
	t := &s.Tokens[n]
	if t.Deprel == "appos" && t.Head >= 0 {
		return t.Head, doc.Relative
	}
	if c := s.Child(n, "appos"); c >= 0 && s.Tokens[c].UPOS == "PROPN" {
		return c, doc.Relative
	}
	return n, doc.Relative
}

// firsts hangs from the word of rank the infinitive that a tree hangs from the verb before it:
// "became [the first president] to visit".
func (w *Words) firsts(s *doc.Sentence) bool {
	moved := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !doc.IsRel(t.Deprel, "advcl") && t.Deprel != "xcomp" || t.Head < 0 || !infinitive(s, i) || !w.has(s.Tokens[t.Head].Lemma, become) {
			continue
		}
		if n := s.Child(t.Head, "xcomp"); n >= 0 && n < i && n != i && ranks(s, n) {
			t.Head, t.Deprel = n, "acl"
			moved = true
		}
	}
	return moved
}
