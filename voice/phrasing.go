package voice

import "nuncio/doc"

// whole grows a source to the phrase that a reader sees: titles before a name,
// appositions between commas, what a tree cut off between the source and its
// verb. first and end are the cue's.
func (w *work) whole(r doc.Range, head int, cue doc.Range) doc.Range {
	if r.IsZero() || r.Sent != cue.Sent {
		return r
	}
	s := &w.d.Sentences[r.Sent]
	if t := &s.Tokens[head]; t.UPOS == "PRON" && r.End-r.First == 1 {
		return r
	}
	if r.End <= cue.First {
		return w.growLeft(s, w.growTo(s, r, cue.First), cue.First)
	}
	if cue.End <= r.First {
		return w.growRight(s, r)
	}
	return r
}

// growTo takes in what stands between a source and the cue behind it: loose words
// without a verb of their own, or an apposition between commas.
func (w *work) growTo(s *doc.Sentence, r doc.Range, cue int) doc.Range {
	if r.End >= cue || cue-r.End > 40 {
		return r
	}
	gap := s.Tokens[r.End:cue]
	if gap[0].UPOS != "PUNCT" {
		for i := range gap {
			t := &gap[i]
			if t.UPOS == "PUNCT" || t.UPOS == "CCONJ" || t.UPOS == "SCONJ" || t.UPOS == "ADV" || w.low(t.Form) == "to" && t.UPOS == "PART" || finite(t) || len(gap) > 8 || w.timeAt(r.Sent, r.End+i) {
				return r
			}
		}
		r.End = cue
		return r
	}
	if gap[0].Form != "," || gap[len(gap)-1].Form != "," || len(gap) < 3 || !apposes(&gap[1]) {
		return r
	}
	for i := range gap[1 : len(gap)-1] {
		if t := &gap[1+i]; finite(t) && !relativeBefore(gap, 1+i) || mark(t.Form) != 0 || t.Form == ";" {
			return r
		}
	}
	r.End = cue
	return r
}

// relativeBefore reports whether a relative pronoun opens a clause before i.
func relativeBefore(t []doc.Token, i int) bool {
	for k := i - 1; k > 1; k-- {
		switch lower(t[k].Form) {
		case "who", "that", "which":
			return true
		}
	}
	return false
}

// apposes reports whether a word can begin an apposition.
func apposes(t *doc.Token) bool {
	switch t.UPOS {
	case "DET":
		return true
	case "NOUN", "PROPN", "ADJ":
		return t.XPOS != "VBG"
	case "PRON":
		return t.XPOS == "PRP$"
	}
	return false
}

// timeAt reports whether a time expression begins at a token.
func (w *work) timeAt(si, i int) bool {
	for k := range w.d.Times {
		if t := &w.d.Times[k]; t.Sent == si && t.First == i {
			return true
		}
	}
	t := &w.d.Sentences[si].Tokens[i]
	if t.UPOS == "ADP" && i+2 < len(w.d.Sentences[si].Tokens) {
		u := w.d.Sentences[si].Tokens
		return w.t.words["time"][w.low(u[i+1].Form)] || w.t.words["time"][w.low(u[i+2].Form)]
	}
	return t.Deprel == "obl:tmod" || t.Deprel == "obl:unmarked"
}

// growLeft takes in the name before an apposition ("Mwangi, a lawyer, said") and
// titles that the tree hung elsewhere.
func (w *work) growLeft(s *doc.Sentence, r doc.Range, cue int) doc.Range {
	first := r.First
	if first > 1 && s.Tokens[first-1].UPOS == "CCONJ" && r.End <= cue {
		if i := w.stretch(s, r.End-1); i >= 0 && i < first-1 {
			r.First = i // "two diplomats and a soldier said"
			return r
		}
	}
	if first >= 2 && s.Tokens[first-1].Form == "," && s.Tokens[first-2].UPOS == "PROPN" && s.Tokens[first].UPOS == "DET" && r.End-first > 1 {
		k := first - 2
		for k > 0 && (nameWord(&s.Tokens[k-1]) || s.Tokens[k-1].XPOS == "HYPH") {
			k--
		}
		if k == 0 || s.Tokens[k-1].UPOS == "PUNCT" || s.Tokens[k-1].UPOS == "SCONJ" || s.Tokens[k-1].UPOS == "CCONJ" {
			r.First = k
			if r.End < len(s.Tokens) && r.End == cue-1 && s.Tokens[r.End].Form == "," {
				r.End++
			}
			return r
		}
	}
	k := first
	for k > 0 && nameWord(&s.Tokens[k-1]) && first-k < 6 {
		k--
	}
	if k < first && (k == 0 || s.Tokens[k-1].UPOS == "PUNCT") {
		r.First = k
	}
	return r
}

// nameWord reports whether a word can stand within a name with its title.
func nameWord(t *doc.Token) bool {
	switch t.UPOS {
	case "PROPN", "NOUN", "ADJ", "DET":
		return true
	}
	return false
}

// growRight takes in an apposition behind an inverted source: "said Mwangi, a
// lawyer in Kisumu."
func (w *work) growRight(s *doc.Sentence, r doc.Range) doc.Range {
	if r.End < len(s.Tokens) && nameWord(&s.Tokens[r.End]) && s.Tokens[r.End].UPOS == "PROPN" {
		for r.End < len(s.Tokens) && s.Tokens[r.End].UPOS == "PROPN" {
			r.End++
		}
	}
	if r.End+2 >= len(s.Tokens) || s.Tokens[r.End].Form != "," || !apposes(&s.Tokens[r.End+1]) {
		return r
	}
	for i := r.End + 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		switch {
		case mark(t.Form) != 0 || t.Form == ";" || t.Form == ":":
			return r
		case finite(t) && !relativeBefore(s.Tokens[r.End:i], i-r.End):
			return r
		case t.Form == "," && (i+1 >= len(s.Tokens) || !apposes(&s.Tokens[i+1])), t.Form == "." || t.Form == "!" || t.Form == "?":
			r.End = i
			return r
		}
	}
	return r
}
