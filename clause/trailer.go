package clause

import "nuncio/doc"

// trailer sets apart who closes a headline and vouches for it: "Oslo to expel envoy:
// [sources]", "Lima shelled port - [minister]". Trees make it a part of the last phrase.
func trailer(s *doc.Sentence) bool {
	n := len(s.Tokens)
	if s.Part != doc.Title || n < 5 {
		return false
	}
	k := n - 1
	for k > 1 && n-k <= 4 {
		if f := s.Tokens[k].Form; f == ":" || f == "-" || f == "–" || f == "—" || f == "--" {
			break
		}
		if u := s.Tokens[k].UPOS; u != "NOUN" && u != "PROPN" && u != "ADJ" && u != "DET" {
			return false
		}
		k--
	}
	if k < 3 || k == n-1 || n-k > 4 || s.Tokens[k].UPOS != "PUNCT" {
		return false
	}
	root := s.Root()
	head := -1
	for i := k + 1; i < n; i++ {
		if h := s.Tokens[i].Head; h <= k {
			if head >= 0 || !isNoun(s, i) {
				return false
			}
			head = i
		}
	}
	if head < 0 || root < 0 || root > k || s.Tokens[head].Head == root && s.Tokens[head].Deprel == "parataxis" {
		return false
	}
	for i := k - 1; i >= 0; i-- { // "expel envoy - minister", read as a sort of minister
		if s.Tokens[i].Head == head {
			if i == k-1 {
				s.Tokens[i].Head, s.Tokens[i].Deprel = s.Tokens[head].Head, s.Tokens[head].Deprel
			} else {
				s.Tokens[i].Head = k - 1
			}
		}
	}
	if root == head {
		return false
	}
	s.Tokens[head].Head, s.Tokens[head].Deprel = root, "parataxis"
	s.Tokens[k].Head, s.Tokens[k].Deprel = head, "punct"
	return true
}

// urgedTo makes a passive of a headline's verb of urging that has nobody behind it: "Lima
// urged to free pilots" does not urge.
func (w *Words) urgedTo(s *doc.Sentence) {
	v := s.Root()
	if s.Part != doc.Title || v < 1 || s.Tokens[v].UPOS != "VERB" || s.Tokens[v].XPOS != "VBD" && s.Tokens[v].XPOS != "VBN" || !w.has(s.Tokens[v].Lemma, headless) ||
		s.Child(v, "obj", "iobj", "aux", "aux:pass") >= 0 {
		return
	}
	n, x := s.Child(v, "nsubj"), s.Child(v, "xcomp", "advcl")
	if n < 0 || n > v || x < v || markOf(s, x) != "to" {
		return
	}
	for c := range s.Children(v) {
		if c > v && c < x && doc.IsRel(s.Tokens[c].Deprel, "obl") {
			return // "called on Lima to pay"
		}
	}
	s.Tokens[n].Deprel = "nsubj:pass"
	s.Tokens[v].XPOS, s.Tokens[v].Feats = "VBN", "Tense=Past|VerbForm=Part"
}
