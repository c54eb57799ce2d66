package clause

import "nuncio/doc"

// after hangs from the verb of asking or agreeing what had happened before it, which the
// tree hung from what is asked for: "asked the envoy to leave [after Oslo had recalled] its
// own", "ordered the army to march [after accusing] Lima". What was done is no part of what
// is to be done.
func (w *Words) after(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		t := &s.Tokens[v]
		h := t.Head
		if !doc.IsRel(t.Deprel, "advcl") || h < 0 || h > v || markOf(s, v) != "after" || !infinitive(s, h) {
			continue
		}
		switch {
		case t.XPOS == "VBG":
			if !w.has(t.Lemma, speech) || s.Child(v, "nsubj", "aux") >= 0 {
				continue
			}
		case t.XPOS != "VBD" && !pluperfect(s, v):
			continue
		default:
			if n := s.Child(v, "nsubj", "nsubj:pass"); n < 0 || !isNoun(s, n) {
				continue // "told them to come back after they had eaten"
			}
		}
		for up := s.Tokens[h].Head; up >= 0; up = s.Tokens[up].Head {
			if x := s.Tokens[up].XPOS; s.Tokens[up].UPOS == "VERB" && (x == "VBD" || x == "VBN" && s.Child(up, "aux", "aux:pass") >= 0) {
				t.Head = up
				moved = true
				break
			} else if s.Tokens[up].UPOS == "VERB" && !infinitive(s, up) {
				break
			}
		}
	}
	return moved
}

// infinitive reports whether a verb is one with "to".
func infinitive(s *doc.Sentence, v int) bool {
	if s.Tokens[v].XPOS != "VB" {
		return false
	}
	m := s.Child(v, "mark")
	return m >= 0 && s.Tokens[m].XPOS == "TO"
}

// pluperfect reports whether a verb stands with "had".
func pluperfect(s *doc.Sentence, v int) bool {
	for c := range s.Children(v) {
		if t := &s.Tokens[c]; t.Deprel == "aux" && t.Lemma == "have" && t.XPOS == "VBD" {
			return true
		}
	}
	return false
}

// gaps makes a relative clause of the words behind a noun that takes up what was said,
// which no pronoun opens: "…, a claim [the army denied]". Trees make it a second sentence,
// with the noun for its subject.
func (w *Words) gaps(s *doc.Sentence) bool {
	for n := 2; n+2 < len(s.Tokens); n++ {
		if s.Tokens[n].UPOS != "NOUN" || !w.has(s.Tokens[n].Lemma, tale) || !opensAside(s, n) {
			continue
		}
		x, v := clauseBehind(s, n)
		if v < 0 || s.Child(v, "ccomp", "xcomp", "aux:pass") >= 0 || s.Child(v, "obj") >= 0 && s.Child(v, "obj") != n || doc.IsRel(s.Tokens[v].Deprel, "acl") {
			continue
		}
		up := s.Tokens[v].Head
		if up < 0 { // the clause before was taken for what is said
			if up = s.Child(v, "ccomp", "parataxis", "advcl"); up < 0 || up > n {
				continue
			}
			s.Tokens[up].Head, s.Tokens[up].Deprel = -1, "root"
			for c := range s.Tokens {
				if s.Tokens[c].Head == v && (c < n && c != up && s.Tokens[c].Deprel != "nsubj" || s.Tokens[c].Deprel == "punct" && c > v) {
					s.Tokens[c].Head = up
				}
			}
		}
		if s.Tokens[n].Head == v || s.Dominates(v, n) {
			s.Tokens[n].Head, s.Tokens[n].Deprel = up, "appos"
		}
		s.Tokens[v].Head, s.Tokens[v].Deprel = n, "acl:relcl"
		for c := range s.Tokens {
			if c > n && c < x && (s.Tokens[c].Head < n || s.Tokens[c].Head == n) {
				s.Tokens[c].Head = x
			}
		}
		s.Tokens[x].Head, s.Tokens[x].Deprel = v, "nsubj"
		past(s, v)
		return true
	}
	return false
}

// taken makes of "which" the clause before the comma, where a tree took it for the last noun of what
// somebody says: "says that Lima arms the rebels, [which] it denies".
func (w *Words) taken(s *doc.Sentence) bool {
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		x := s.Child(v, "obj")
		if t.Deprel != "acl:relcl" || !w.has(t.Lemma, deny) || x < 2 || s.Tokens[x].Lemma != "which" || s.Tokens[x-1].Form != "," {
			continue
		}
		for up, n := t.Head, 0; up >= 0 && n < 8; up, n = s.Tokens[up].Head, n+1 {
			if h := s.Tokens[up].Head; s.Tokens[up].Deprel == "ccomp" && h >= 0 && h < up {
				t.Head, t.Deprel = h, "parataxis"
				s.Tokens[x].Lemma = "this"
				return true
			}
		}
	}
	return false
}

// opensAside reports whether a noun opens a stretch of its own behind a comma: ", a claim".
func opensAside(s *doc.Sentence, n int) bool {
	i := n - 1
	for i > 0 && s.Tokens[i].UPOS == "ADJ" {
		i--
	}
	return i > 0 && s.Tokens[i].UPOS == "DET" && s.Tokens[i-1].Form == ","
}

// clauseBehind is the subject and the verb of a clause that stands right behind a noun
// without a pronoun; -1 for none.
func clauseBehind(s *doc.Sentence, n int) (subject, verb int) {
	switch t := &s.Tokens[n+1]; t.UPOS {
	case "DET", "PROPN", "NOUN", "ADJ":
	case "PRON":
		if t.XPOS != "PRP" {
			return -1, -1
		}
	default:
		return -1, -1
	}
	verb = -1
	for i := n + 2; i < len(s.Tokens) && verb < 0; i++ {
		switch t := &s.Tokens[i]; {
		case t.UPOS == "PUNCT", t.UPOS == "SCONJ", t.UPOS == "CCONJ", t.UPOS == "PART" && t.XPOS == "TO":
			return -1, -1
		case t.UPOS == "AUX" && t.Deprel == "aux":
			verb = t.Head
		case t.UPOS == "VERB":
			verb = i
		}
	}
	if verb < n+2 || s.Tokens[verb].UPOS != "VERB" || s.Tokens[verb].XPOS == "VBG" || s.Tokens[verb].XPOS == "VB" {
		return -1, -1
	}
	for i := n + 1; i < verb; i++ {
		if h := s.Tokens[i].Head; (isNoun(s, i) || s.Tokens[i].UPOS == "PRON") && (h <= n || h >= verb) {
			return i, verb
		}
	}
	return -1, -1
}

// claims hangs from the noun for what was said the clause that tells it, where the tree hung
// it from whose it is: "a demand by the [regime] of Chad that he leave".
func (w *Words) claims(s *doc.Sentence) bool {
	moved := false
	for v := range s.Tokens {
		t := &s.Tokens[v]
		n := t.Head
		if n < 0 || n > v || !doc.IsRel(t.Deprel, "acl") || markOf(s, v) != "that" || s.Child(v, "nsubj", "nsubj:pass", "expl") < 0 {
			continue
		}
		for k := 0; k < 3 && n >= 0 && s.Tokens[n].Deprel == "nmod"; k++ {
			switch caseOf(s, n) {
			case "by", "of", "from":
			default:
				k = 3
				continue
			}
			if n = s.Tokens[n].Head; n >= 0 && w.has(s.Tokens[n].Lemma, charge|plan|tale) {
				t.Head, t.Deprel = n, "acl"
				moved = true
				break
			}
		}
	}
	return moved
}

// provisos makes the conjunction that it is of a participle of granting: "will sign,
// [provided] Oslo pays".
func provisos(s *doc.Sentence) bool {
	for v := 1; v+1 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.Form != "provided" && t.Form != "assuming" && t.Form != "providing" && t.Form != "supposing" || t.UPOS != "VERB" || t.Head < 0 || s.Tokens[v-1].Form != "," ||
			s.Child(v, "nsubj", "aux", "aux:pass", "obj") >= 0 {
			continue
		}
		c := s.Child(v, "ccomp")
		if c < v || s.Child(c, "nsubj", "nsubj:pass", "expl") < v {
			continue
		}
		up := t.Head
		if inner := s.Child(up, "ccomp"); inner >= 0 && inner < up && up < v { // "is ready, he said, provided": of what he said
			up = inner
		}
		s.Tokens[c].Head, s.Tokens[c].Deprel = up, "advcl"
		for k := range s.Tokens {
			if k != c && s.Tokens[k].Head == v {
				s.Tokens[k].Head = c
			}
		}
		t.Head, t.Deprel, t.UPOS, t.XPOS = c, "mark", "SCONJ", "IN"
		return true
	}
	return false
}
