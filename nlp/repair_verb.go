package nlp

import (
	"strings"

	"nuncio/doc"
)

// misnamed makes a verb of a noun that cannot be one: a subject ends right before it and
// agrees with it, it has no copula and nothing that a noun has.
func misnamed(t []doc.Token, v int) {
	if t[v].UPOS != "NOUN" || v == 0 || v+1 >= len(t) {
		return
	}
	subject := -1
	for k := range t {
		if t[k].Head != v {
			continue
		}
		switch {
		case t[k].Deprel == "nsubj" && k < v:
			subject = k
		case k < v && t[k].Deprel != "punct" && t[k].Deprel != "cc" && t[k].Deprel != "advmod" || t[k].Deprel == "cop":
			return
		}
	}
	if subject < 0 || !under(t, v-1, subject) || !agrees(t, subject, t[v].XPOS) {
		return
	}
	t[v].UPOS, t[v].Feats = "VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"
	if t[v].XPOS == "NNS" || t[v].XPOS == "VBZ" {
		t[v].XPOS, t[v].Feats = "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
	} else {
		t[v].XPOS = "VBP"
	}
	for k := v + 1; k < len(t); k++ {
		if t[k].Head == v && t[k].Deprel == "nmod" {
			t[k].Deprel = "obl"
		}
	}
}

// agrees reports whether a subject has the number of a word that is a verb by its tag, or
// would be one: "plans" with one, "plan" with several.
func agrees(t []doc.Token, subject int, xpos string) bool {
	several := t[subject].XPOS == "NNS" || t[subject].XPOS == "NNPS"
	for k := subject + 1; k < len(t) && !several; k++ {
		several = t[k].Head == subject && t[k].Deprel == "conj"
	}
	switch xpos {
	case "VBZ", "NNS":
		return !several
	case "VBP", "NN":
		return several
	}
	return false
}

// paired makes "both" the subject of the verb behind it, where that has none.
func paired(t []doc.Token, v int) {
	if v == 0 || t[v].UPOS != "VERB" || !tensed(t[v].XPOS) || t[v-1].Lemma != "both" || t[v-1].Head != v || doc.IsRel(t[v-1].Deprel, "nsubj") {
		return
	}
	for k := range t {
		if t[k].Head == v && (doc.IsRel(t[k].Deprel, "nsubj") || t[k].Deprel == "aux:pass") {
			return
		}
	}
	t[v-1].Deprel = "nsubj"
}

// gerund makes a noun of a gerund that is a subject and has nothing of a verb: "fighting
// flared", "looting was reported".
func gerund(t []doc.Token, v int) {
	if t[v].UPOS != "VERB" || t[v].XPOS != "VBG" || t[v].Deprel != "nsubj" && t[v].Deprel != "nsubj:pass" || t[v].Head < v {
		return
	}
	for k := range t {
		if t[k].Head != v {
			continue
		}
		switch t[k].Deprel {
		case "amod", "compound", "det", "nmod", "nmod:poss", "cc", "conj", "punct":
		case "obl":
			if k < v {
				return
			}
		default:
			return
		}
	}
	t[v].UPOS, t[v].XPOS, t[v].Feats, t[v].Lemma = "NOUN", "NN", "Number=Sing", strings.ToLower(t[v].Form)
	for k := range t {
		if t[k].Head == v && t[k].Deprel == "obl" {
			t[k].Deprel = "nmod"
		}
	}
}

// wanted makes a participle without an auxiliary describe the noun before it, and that noun
// the object of the verb before, which a tree took for a participle: "extradited to Peru a
// man [wanted] for graft".
func wanted(t []doc.Token, w int) {
	if t[w].Head >= 0 || t[w].XPOS != "VBN" && t[w].XPOS != "VBD" {
		return
	}
	v, n := -1, -1
	for c := range t {
		if t[c].Head != w {
			continue
		}
		switch {
		case c < w && t[c].Deprel == "advcl" && t[c].XPOS == "VBN":
			v = c
		case c < w && t[c].Deprel == "nsubj" && t[c].UPOS == "NOUN":
			n = c
		case doc.IsRel(t[c].Deprel, "aux"):
			return
		}
	}
	if v < 0 || n < v {
		return
	}
	subject := false
	for c := v; c < w; c++ {
		if t[c].UPOS == "PUNCT" {
			return
		}
	}
	for c := range t {
		if t[c].Head == v {
			subject = subject || t[c].Deprel == "nsubj" && c < v
			if t[c].Deprel == "obj" || t[c].Deprel == "mark" || doc.IsRel(t[c].Deprel, "aux") {
				return
			}
		}
	}
	if !subject {
		return
	}
	for c := range t {
		if t[c].Head == w && t[c].UPOS == "PUNCT" {
			t[c].Head = v
		}
	}
	t[v].Head, t[v].Deprel, t[v].XPOS, t[v].Feats = -1, "root", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
	t[w].Head, t[w].Deprel, t[w].XPOS, t[w].Feats = n, "acl", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"
	t[n].Head, t[n].Deprel = v, "obj"
}
