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

// due makes "due" what is said of the subject before "in" or "at", where a tree took both
// words for a preposition: "is [due] in Lima on Friday".
func due(t []doc.Token, k int) {
	h := t[k].Head
	if t[k].Form != "due" || t[k].Deprel != "case" || h <= k || k == 0 || k+1 >= len(t) || t[k+1].Form != "in" && t[k+1].Form != "at" {
		return
	}
	be := k - 1
	for be > 0 && t[be].UPOS == "ADV" {
		be--
	}
	if t[be].Lemma != "be" || t[be].Deprel != "cop" || t[be].Head != h && t[be].Head != k {
		return
	}
	for c := range t {
		if t[c].Head != h || c == k {
			continue
		}
		if c < k || c > h && !doc.IsRel(t[c].Deprel, "nmod") && t[c].Deprel != "amod" && t[c].Deprel != "appos" && t[c].Deprel != "flat" {
			t[c].Head = k
		}
	}
	t[be].Head = k
	t[k].Head, t[k].Deprel, t[k].UPOS, t[k].XPOS = t[h].Head, t[h].Deprel, "ADJ", "JJ"
	t[h].Head, t[h].Deprel = k, "obl"
}

// behind makes an object of a noun without a preposition that a tree took for a phrase,
// because one stands before it: "received in audience on Friday [the president]".
func behind(t []doc.Token, k int) {
	v := t[k].Head
	if t[k].Deprel != "obl" || !noun(&t[k]) || v < 0 || v >= k || t[v].UPOS != "VERB" || t[v].XPOS == "VBN" {
		return
	}
	phrase, first := false, k
	for c := k - 1; c > v && under(t, c, k); c-- {
		first = c
	}
	for c := range t {
		switch {
		case t[c].Head == k && (t[c].Deprel == "case" || t[c].Deprel == "mark"):
			return
		case t[c].Head != v || c == k:
		case t[c].Deprel == "obj" || t[c].Deprel == "iobj" || doc.IsRel(t[c].Deprel, "ccomp") || t[c].Deprel == "xcomp" || t[c].Deprel == "aux:pass":
			return
		case c > v && c < k && doc.IsRel(t[c].Deprel, "obl"):
			phrase = true
		}
	}
	if u := t[first].UPOS; phrase && (first < k || !noun(&t[k-1])) && u != "PUNCT" && u != "ADP" && t[first-1].UPOS != "PUNCT" {
		t[k].Deprel = "obj"
	}
}

// onDay hangs from the verb a place that a tree hung from the day before it: "met on Tuesday
// [in Durban]".
func onDay(t []doc.Token, k int) {
	d := t[k].Head
	if t[k].Deprel != "nmod" || t[k].UPOS != "PROPN" || d < 0 || d >= k || t[d].UPOS != "PROPN" || !strings.HasSuffix(t[d].Form, "day") || t[d].Deprel != "obl" || t[d].Head < 0 || t[t[d].Head].UPOS != "VERB" {
		return
	}
	for c := d + 1; c < k; c++ {
		if t[c].Head == k && t[c].Deprel == "case" && (t[c].Form == "in" || t[c].Form == "at" || t[c].Form == "near") {
			t[k].Head, t[k].Deprel = t[d].Head, "obl"
		}
	}
}
