package clause

import "nuncio/doc"

// reduced mends the sentence that leads parsers astray by a participle before its
// verb: "Shells [fired] from the ridge landed in the valley". The tree gives the
// noun to the participle and leaves the verb without subject; what was fired is
// what landed.
func reduced(s *doc.Sentence) {
	moved := false
	for p := range s.Tokens {
		t := &s.Tokens[p]
		if t.UPOS != "VERB" || t.XPOS != "VBN" && t.XPOS != "VBD" || s.Child(p, "aux", "aux:pass", "obj", "mark", "cc") >= 0 {
			continue
		}
		if n := p - 1; t.XPOS == "VBN" && n >= 0 && t.Deprel == "advcl" && t.Head > p && s.Tokens[n].Head == t.Head && s.Tokens[n].Deprel == "nsubj" && isNoun(s, n) {
			t.Head, t.Deprel, moved = n, "acl", true // right behind the noun it can only be said of it
			t.Feats = "Tense=Past|VerbForm=Part|Voice=Pass"
			continue
		}
		n := s.Child(p, "nsubj", "nsubj:pass")
		if n < 0 || n >= p || !isNoun(s, n) {
			continue
		}
		if v := bereft(s, p); v >= 0 && !parted(s, p, v) {
			reduce(s, n, p, v)
			moved = true
		} else if v := setOff(s, n, p); v >= 0 {
			reduce(s, n, p, v)
			moved = true
		}
	}
	if moved {
		s.Link()
	}
}

// reduce makes noun n the subject of verb v and participle p what is said of it.
func reduce(s *doc.Sentence, n, p, v int) {
	t := s.Tokens
	if t[v].Head == p {
		t[v].Head, t[v].Deprel = t[p].Head, t[p].Deprel
	}
	for c := range t {
		switch {
		case c == n || c == v:
		case t[c].Head == p && (c < n || c > v): // what lies around both is the verb's
			t[c].Head = v
		case t[c].Head == v && p < c && c < v && doc.IsRel(t[c].Deprel, "obl"): // what lies between, the participle's
			t[c].Head = p
		}
	}
	t[n].Head, t[n].Deprel = v, "nsubj"
	t[p].Head, t[p].Deprel = n, "acl"
	t[p].XPOS, t[p].Feats = "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"
}

// bereft is the finite verb behind p that has no subject and should have one: it
// hangs from the word that p hangs from, or without a link from p; -1 for none.
func bereft(s *doc.Sentence, p int) int {
	for v := p + 1; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" || t.Head < 0 && s.Tokens[p].Head != v {
			continue
		}
		below := t.Head == p && (doc.IsRel(t.Deprel, "advcl") || t.Deprel == "ccomp" || t.Deprel == "parataxis")
		beside := s.Tokens[p].XPOS == "VBN" && s.Tokens[p].Head >= 0 && (t.Head == s.Tokens[p].Head || s.Tokens[p].Head == v)
		if !below && !beside {
			continue
		}
		if t.Deprel == "conj" || doc.IsRel(t.Deprel, "acl") || s.Child(v, "nsubj", "nsubj:pass", "csubj", "expl", "mark", "aux") >= 0 {
			return -1
		}
		return v
	}
	return -1
}

// setOff is the verb behind what two commas set off and the tree gave the subject to: "Doe,
// [holed up in his mansion], turned down the offer"; -1 for none.
func setOff(s *doc.Sentence, n, p int) int {
	t := &s.Tokens[p]
	v := t.Head
	if !doc.IsRel(t.Deprel, "advcl") || v < p || s.Tokens[v].UPOS != "VERB" || !finite(s, v) || s.Child(v, "nsubj", "nsubj:pass", "csubj", "expl") >= 0 {
		return -1
	}
	_, end := s.Subtree(n)
	first, last := left(s, p), -1
	if s.Tokens[p-1].Form != "," && !(s.Tokens[p-1].UPOS == "ADV" && s.Tokens[p-2].Form == ",") || end > p || first > n {
		return -1
	}
	for c := p + 1; c < v; c++ {
		switch s.Tokens[c].UPOS {
		case "SCONJ", "VERB":
			return -1
		}
		if s.Tokens[c].Form == "," {
			last = c
		}
	}
	if last < 0 {
		return -1
	}
	return v
}

// parted reports whether a comma or a link between two verbs makes two clauses.
func parted(s *doc.Sentence, p, v int) bool {
	for c := p + 1; c < v; c++ {
		switch t := &s.Tokens[c]; {
		case t.UPOS == "CCONJ", t.UPOS == "SCONJ", t.Form == ",", t.Form == ";", t.Form == ":", t.UPOS == "VERB", t.UPOS == "PRON":
			return true
		}
	}
	return false
}
