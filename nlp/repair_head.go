package nlp

import (
	"strings"

	"nuncio/doc"
)

// suffered makes a participle of a past tense behind "with" and a noun, where nothing has
// a tense: "the bloodiest day, with 52 villagers [killed]".
func suffered(t []doc.Token, v int) {
	if t[v].XPOS != "VBD" || t[v].Deprel != "advcl" {
		return
	}
	subject, with := -1, false
	for k := range t {
		if t[k].Head != v {
			continue
		}
		switch {
		case t[k].Deprel == "nsubj" && k < v:
			subject = k
		case t[k].Deprel == "mark" && strings.EqualFold(t[k].Form, "with"):
			with = true
		case t[k].Deprel == "obj" || t[k].Deprel == "ccomp" || doc.IsRel(t[k].Deprel, "aux"):
			return
		}
	}
	if with && subject >= 0 {
		t[v].XPOS, t[v].Feats, t[subject].Deprel = "VBN", "Tense=Past|VerbForm=Part|Voice=Pass", "nsubj:pass"
	}
}

// ofDeed hangs from a noun what a tree hung behind its "of" from the time between: "the
// test this week [of a missile]", "the arrest on Monday of two men".
func ofDeed(t []doc.Token, c int) {
	w := t[c].Head
	if !doc.IsRel(t[c].Deprel, "nmod") || w < 1 || w >= c || t[w].Head < 0 || t[w].Head >= w || t[t[w].Head].UPOS != "NOUN" {
		return
	}
	if t[w].Deprel != "nmod:unmarked" && !(doc.IsRel(t[w].Deprel, "nmod") && t[w].UPOS == "PROPN" && strings.HasSuffix(t[w].Form, "day")) {
		return
	}
	for k := w + 1; k < c; k++ {
		if t[k].Head == c && t[k].Deprel == "case" {
			if t[k].Form == "of" {
				t[c].Head = t[w].Head
			}
			return
		}
	}
}
