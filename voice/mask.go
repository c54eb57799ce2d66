package voice

import "nuncio/doc"

// clearMask readies the mask for a sentence.
func (w *work) clearMask(s *doc.Sentence) {
	if cap(w.mask) < len(s.Tokens) {
		w.mask = make([]bool, len(s.Tokens)*2)
	}
	w.mask = w.mask[:len(s.Tokens)]
	clear(w.mask)
}

// fill marks the subtree of i, leaving out the subtree of skip (-1 for none).
func (w *work) fill(s *doc.Sentence, i, skip int) {
	if i == skip || w.mask[i] {
		return
	}
	w.mask[i] = true
	for c := range s.Children(i) {
		w.fill(s, c, skip)
	}
}

// unfill takes the subtree of i out of the mask.
func (w *work) unfill(s *doc.Sentence, i int) {
	if !w.mask[i] {
		return
	}
	w.mask[i] = false
	for c := range s.Children(i) {
		w.unfill(s, c)
	}
}

// runs reads the mask as content: contiguous runs, without the punctuation at
// their edges that belongs to the sentence around them.
func (w *work) runs(si int, out []doc.Range) []doc.Range {
	s := &w.d.Sentences[si]
	w.bridge(s)
	for i := 0; i < len(w.mask); i++ {
		if !w.mask[i] {
			continue
		}
		j := i
		for j < len(w.mask) && w.mask[j] {
			j++
		}
		if r := w.trim(doc.Range{Sent: si, First: i, End: j}); !r.IsZero() {
			out = append(out, r)
		}
		i = j
	}
	return out
}

// bridge closes gaps that hold punctuation only.
func (w *work) bridge(s *doc.Sentence) {
	last := -1
	for i := range w.mask {
		if !w.mask[i] {
			continue
		}
		if last >= 0 && i-last > 1 {
			only := true
			for k := last + 1; k < i; k++ {
				only = only && (s.Tokens[k].UPOS == "PUNCT" || s.Tokens[k].UPOS == "CCONJ" && i-last == 2)
			}
			if only {
				for k := last + 1; k < i; k++ {
					w.mask[k] = true
				}
			}
		}
		last = i
	}
}

// trim takes commas, dashes and full stops off both ends; quotation marks stay
// when their partner is inside.
func (w *work) trim(r doc.Range) doc.Range {
	t := w.d.Sentences[r.Sent].Tokens
	for r.First < r.End {
		at := doc.Ref{Sent: r.Sent, Tok: r.First}
		if t[r.First].UPOS != "PUNCT" || w.opensHere(at) || bracket(t[r.First].Form) > 0 {
			break
		}
		r.First++
	}
	for r.First < r.End {
		at := doc.Ref{Sent: r.Sent, Tok: r.End - 1}
		form := t[r.End-1].Form
		if t[r.End-1].UPOS != "PUNCT" || w.opensHere(at) || form == "?" || form == "!" || form == "%" || bracket(form) < 0 {
			break
		}
		if q := w.inQuote(at); q >= 0 && w.quotes[q].last == at && w.quotes[q].closed && (w.quotes[q].first.Sent < r.Sent || w.quotes[q].first.Tok >= r.First) {
			break
		}
		r.End--
	}
	return r
}

func (w *work) opensHere(at doc.Ref) bool {
	q := w.inQuote(at)
	return q >= 0 && w.quotes[q].first == at
}

func bracket(form string) int {
	switch form {
	case "(", "[", "-LRB-":
		return 1
	case ")", "]", "-RRB-":
		return -1
	}
	return 0
}
