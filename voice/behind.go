package voice

import "nuncio/doc"

// relativeOnly reports whether the first finite verb behind an object stands in a
// relative clause: then the object is no clause that a tree took apart.
func (w *work) relativeOnly(s *doc.Sentence, obj, from int) bool {
	for i := max(obj, from); i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" && t.UPOS != "AUX" || !finite(t) && t.XPOS != "MD" {
			continue
		}
		for n := 0; n < len(s.Tokens); n++ {
			if doc.IsRel(t.Deprel, "acl") {
				return true
			}
			if t.Head < 0 || t.Deprel != "aux" && t.Deprel != "cop" && t.Deprel != "aux:pass" && t.Deprel != "conj" {
				return false
			}
			t = &s.Tokens[t.Head]
		}
	}
	return false
}

// thatBehind is the "that" of a clause some phrases behind a cue: "said in a statement
// carried by the agency that he …"; -1 when there is none.
func (w *work) thatBehind(s *doc.Sentence, i int) int {
	if k := w.thatBehindAside(s, i); k >= 0 {
		return k
	}
	if i >= len(s.Tokens) || s.Tokens[i].UPOS != "ADP" {
		return -1
	}
	for k := i + 2; k+2 < len(s.Tokens) && k < i+16; k++ {
		t := &s.Tokens[k]
		if t.UPOS == "PUNCT" || finite(t) {
			return -1
		}
		if w.low(t.Form) == "that" && (nominal(&s.Tokens[k+1]) || s.Tokens[k+1].UPOS == "DET") && t.UPOS != "DET" && w.hasFinite(s, k+1, len(s.Tokens)) {
			if c := t.Head; c >= 0 && s.Tokens[c].Deprel == "acl" && s.Tokens[c].Head == k-1 && w.t.nouns[w.low(s.Tokens[k-1].Lemma)] != nil && !w.t.words["message"][w.low(s.Tokens[k-1].Lemma)] {
				return -1 // "declined to comment on the claim that": the claim's words
			}
			return k
		}
	}
	return -1
}

// thatBehindAside is the "that" behind a phrase set between commas: "had reported a day
// earlier, on the basis of a memo, that", "told the agency, on condition that he not be named,
// that"; -1 when there is none.
func (w *work) thatBehindAside(s *doc.Sentence, i int) int {
	comma := i
	for comma < len(s.Tokens) && comma < i+6 && s.Tokens[comma].Form != "," {
		if finite(&s.Tokens[comma]) || mark(s.Tokens[comma].Form) != 0 || w.low(s.Tokens[comma].Form) == "that" {
			return -1
		}
		comma++
	}
	if comma+3 >= len(s.Tokens) || s.Tokens[comma].Form != "," || s.Tokens[comma+1].UPOS != "ADP" && s.Tokens[comma+1].XPOS != "VBG" {
		return -1
	}
	for k := comma + 3; k+2 < len(s.Tokens) && k < comma+20; k++ {
		if mark(s.Tokens[k].Form) != 0 {
			return -1
		}
		if s.Tokens[k].Form == "," {
			if w.low(s.Tokens[k+1].Form) == "that" && w.hasFinite(s, k+2, len(s.Tokens)) {
				return k + 1
			}
			return -1
		}
	}
	return -1
}
