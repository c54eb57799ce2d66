package clause

import (
	"strings"

	"nuncio/doc"
)

// inKind puts what a sum is given in where the sum stood: of "pledged $500 million in
// military aid for Kenya" it is the aid that was pledged. The tree hangs it, and with
// it the one who gets it, from the verb as if the pledge were made in it.
func (w *Words) inKind(s *doc.Sentence) bool {
	changed := false
	for n := range s.Tokens {
		if t := &s.Tokens[n]; t.UPOS != "NOUN" || !w.has(t.Lemma, ware) || s.Child(n, "det", "nmod:poss") >= 0 {
			continue
		}
		in := s.Child(n, "case")
		if in < 2 || s.Tokens[in].Lemma != "in" {
			continue
		}
		sum := w.sum(s, in-1)
		if sum < 0 || s.Tokens[sum].Head < 0 || s.Tokens[n].Head < 0 || s.Tokens[n].Head > sum {
			continue
		}
		for c := range s.Tokens {
			if t := &s.Tokens[c]; t.Head == sum && t.Deprel == "case" {
				t.Head = n
			}
		}
		s.Tokens[in].Head, s.Tokens[in].Deprel = sum, "dep" // no preposition of anything now
		s.Tokens[n].Head, s.Tokens[n].Deprel = s.Tokens[sum].Head, s.Tokens[sum].Deprel
		s.Tokens[sum].Head, s.Tokens[sum].Deprel = n, "nmod:unmarked"
		changed = true
	}
	return changed
}

// sum is the head of the sum of money that ends at token k; -1 for none.
func (w *Words) sum(s *doc.Sentence, k int) int {
	for {
		t := &s.Tokens[k]
		if strings.ContainsAny(t.Form, "$€£¥") || w.has(t.Lemma, currency) && s.Child(k, "nummod") >= 0 {
			return k
		}
		if h := t.Head; t.UPOS != "NUM" && t.UPOS != "NOUN" || h < 0 || h >= k+2 || h < k-4 {
			return -1
		}
		k = t.Head
	}
}
