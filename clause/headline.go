package clause

import "nuncio/doc"

// headline undoes what only titles leave out: the verb of "Japan [is] to send rice", the
// "and" of "Chad, Sudan sign truce", the "is" of "Mandela in Lagos".
func (w *Words) headline(s *doc.Sentence) {
	if s.Part != doc.Title {
		return
	}
	if trailer(s) {
		s.Link()
	}
	r := s.Root()
	if r < 0 {
		return
	}
	switch {
	case s.Tokens[r].UPOS == "VERB":
		pair(s, r)
		w.urgedTo(s)
	case !isNoun(s, r) || s.Child(r, "cop", "nsubj", "aux") >= 0:
	case w.toCome(s, r):
		pair(s, s.Root())
	default:
		whereabouts(s, r)
	}
}

// toCome makes the infinitive behind the noun that leads a title its verb, in the future:
// "EU to suspend aid". Nouns of plans have infinitives of their own.
func (w *Words) toCome(s *doc.Sentence, r int) bool {
	t := s.Tokens
	if t[r].UPOS != "PROPN" && (t[r].XPOS != "NNS" && !w.has(t[r].Lemma, title) || w.has(t[r].Lemma, plan)) {
		return false
	}
	for v := r + 2; v < len(t); v++ {
		if t[v].Head != r || t[v].Deprel != "acl" || t[v].UPOS != "VERB" {
			continue
		}
		m := s.Child(v, "mark")
		if m < r || t[m].XPOS != "TO" {
			continue
		}
		subject := "nsubj"
		if s.Child(v, "aux:pass") >= 0 {
			subject = "nsubj:pass"
		}
		rehang(t, r, v)
		t[v].Head, t[v].Deprel = -1, "root"
		t[r].Head, t[r].Deprel = v, subject
		t[m].Deprel, t[m].Lemma, t[m].UPOS, t[m].XPOS, t[m].Feats = "aux", "will", "AUX", "MD", "VerbForm=Fin"
		s.Link()
		pair(s, v)
		return true
	}
	return false
}

// pair joins two names before the verb of a title: what only described the first would
// have a comma behind it, too.
func pair(s *doc.Sentence, v int) {
	t := s.Tokens
	for k := 2; k < v; k++ {
		x := t[k].Head
		if t[k].Deprel != "appos" && t[k].Deprel != "flat" || t[k].UPOS != "PROPN" || x < 0 || x >= k || t[x].UPOS != "PROPN" || t[x].Head != v || !doc.IsRel(t[x].Deprel, "nsubj") {
			continue
		}
		first, end := s.Subtree(k)
		if first > 0 && t[first].Form == "," {
			first++
		}
		if first < 2 || t[first-1].Form != "," || first-2 != x && (t[first-2].Head != x || t[first-2].Deprel != "flat") || end > v || end < len(t) && t[end].UPOS == "PUNCT" {
			continue
		}
		t[k].Deprel = "conj"
	}
}

// whereabouts makes of "Mandela in Lagos for talks" what says where he is.
func whereabouts(s *doc.Sentence, r int) {
	t := s.Tokens
	if t[r].UPOS != "PROPN" {
		return
	}
	for p := r + 1; p < len(t); p++ {
		if t[p].Head != r || t[p].Deprel != "nmod" || t[p].UPOS != "PROPN" || caseOf(s, p) != "in" {
			continue
		}
		rehang(t, r, p)
		t[p].Head, t[p].Deprel = -1, "root"
		t[r].Head, t[r].Deprel = p, "nsubj"
		s.Link()
		return
	}
}

// rehang gives what hangs from one token behind another to that other, which becomes the
// verb or the root: phrases of a noun become the clause's.
func rehang(t []doc.Token, from, to int) {
	for k := to + 1; k < len(t); k++ {
		if t[k].Head != from {
			continue
		}
		t[k].Head = to
		if t[k].Deprel == "nmod" {
			t[k].Deprel = "obl"
		}
	}
}
