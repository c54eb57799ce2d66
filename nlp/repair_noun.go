package nlp

import (
	"strings"

	"nuncio/doc"
)

// described makes a participle between a number and its noun describe the noun: "handed
// eleven [captured] militiamen over", where a verb of its own would have neither number
// nor article.
func described(t []doc.Token, v int) {
	n := v + 1
	if v < 2 || n >= len(t) || t[v].XPOS != "VBN" && t[v].XPOS != "VBD" || t[v].UPOS != "VERB" || t[v].Deprel != "xcomp" || t[n].UPOS != "NOUN" {
		return
	}
	d := v - 1
	if r := t[d].Deprel; r != "nummod" && r != "det" && r != "nmod:poss" || t[d].Head != v && t[d].Head != n {
		return
	}
	above := t[v].Head
	if above < 0 || above >= v || t[n].Deprel != "obj" || t[n].Head != v && t[n].Head != above {
		return
	}
	for k := range t {
		if t[k].Head == v && k != n {
			if k < v {
				t[k].Head = n
			} else {
				t[k].Head = above
			}
		}
	}
	t[n].Head = above
	t[v].Head, t[v].Deprel, t[v].XPOS, t[v].Feats = n, "amod", "VBN", "Tense=Past|VerbForm=Part"
}

// left gives "all" in "all but four of its diplomats" the phrase of whom it is said.
func left(t []doc.Token, k int) {
	if k+2 >= len(t) || t[k].Lemma != "all" || t[k+1].Lemma != "but" || t[k+2].Head != k || t[k+2].UPOS != "NUM" {
		return
	}
	for c := k + 3; c < len(t); c++ {
		if t[c].Head == k+2 && t[c].Deprel == "nmod" {
			t[c].Head = k
		}
	}
}

// whose hangs a clause that begins with "whose" behind a comma from the noun before it:
// "Aziz, whose talks with Singh had failed, renewed".
func whose(t []doc.Token, k int) {
	if k < 2 || t[k].XPOS != "WP$" || t[k].Deprel != "nmod:poss" || t[k-1].UPOS != "PUNCT" || t[k].Head < k {
		return
	}
	v := t[t[k].Head].Head
	if v < k || t[v].UPOS != "VERB" || t[v].Deprel != "advcl" && t[v].Deprel != "parataxis" && t[v].Deprel != "dep" {
		return
	}
	a := k - 2
	for n := 0; n < len(t) && t[a].Head >= 0 && t[a].Head < k && noun(&t[t[a].Head]); n++ {
		a = t[a].Head
	}
	if noun(&t[a]) && !under(t, a, v) {
		t[v].Head, t[v].Deprel = a, "acl:relcl"
	}
}

func noun(t *doc.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// besideSaying hangs a later verb from the verb of saying itself where it is done to who
// is its subject: nobody does it to himself by "her". "Told the envoy that she was
// unwelcome and gave her a day" is what the tellers gave.
func besideSaying(t []doc.Token, v int) {
	if t[v].Deprel != "conj" || t[v].Head < 0 || t[v].UPOS != "VERB" || !tensed(t[v].XPOS) {
		return
	}
	c := t[v].Head
	h := t[c].Head
	if t[c].Deprel != "ccomp" || h < 0 || h > c || t[h].UPOS != "VERB" {
		return
	}
	subject, object := -1, -1
	for k := range t {
		switch {
		case t[k].Head == c && doc.IsRel(t[k].Deprel, "nsubj") && t[k].XPOS == "PRP":
			subject = k
		case t[k].Head == v && doc.IsRel(t[k].Deprel, "nsubj"):
			return
		case t[k].Head == v && (t[k].Deprel == "obj" || t[k].Deprel == "iobj") && t[k].XPOS == "PRP":
			object = k
		}
	}
	if subject >= 0 && object >= 0 && t[subject].Lemma == t[object].Lemma {
		t[v].Head = h
	}
}

// givings are verbs that give somebody something.
var givings = map[string]bool{
	"give": true, "lend": true, "loan": true, "grant": true, "award": true, "pay": true, "send": true, "sell": true, "offer": true,
	"promise": true, "owe": true, "advance": true, "deny": true, "cost": true, "hand": true, "fine": true,
}

// gets makes a name before a number the one who gets what a verb of giving gives: "lent
// Uzbekistan 250 million dollars" lends no Uzbekistan dollars.
func gets(t []doc.Token, v int) {
	for k := v + 2; k < len(t); k++ {
		if o := t[k].Head; t[k].Deprel == "appos" && t[k].UPOS == "SYM" && o == k-1 && t[o].Head == v && t[o].Deprel == "obj" && t[v].UPOS == "VERB" && givings[t[v].Lemma] {
			t[k].Head, t[k].Deprel, t[o].Deprel = v, "obj", "iobj" // "lent the republic [$] 250 million"
			return
		}
	}
	n := v + 1
	if n+1 >= len(t) || t[v].UPOS != "VERB" || !givings[t[v].Lemma] || t[n].UPOS != "PROPN" || t[n].Deprel != "compound" || t[n+1].UPOS != "NUM" {
		return
	}
	if o := t[n].Head; o > n && t[o].Head == v && t[o].Deprel == "obj" {
		t[n].Head, t[n].Deprel = v, "iobj"
	}
}

// related makes the "that" which opens a relative clause, but was read as a conjunction,
// what the clause lacks: its object in "the boycott [that] his party began", or its subject.
func related(t []doc.Token, k int) {
	v := t[k].Head
	if t[k].XPOS != "WDT" || t[k].Deprel != "mark" || v < k || t[v].UPOS != "VERB" || t[v].Deprel != "acl:relcl" {
		return
	}
	rel := "nsubj"
	for c := range t {
		if t[c].Head != v {
			continue
		}
		switch r := t[c].Deprel; {
		case doc.IsRel(r, "nsubj"):
			rel = "obj"
		case r == "obj" || r == "ccomp" || r == "xcomp" || r == "aux:pass" || r == "expl":
			return
		}
	}
	t[k].UPOS, t[k].Deprel = "PRON", rel
}

// adjacent hangs an adjective right before a noun from it, where a tree joined it to the
// adjectives before without a conjunction: "the Greek and Turkish [foreign] ministers".
func adjacent(t []doc.Token, k int) {
	a := t[k].Head
	if t[k].Deprel != "conj" || t[k].UPOS != "ADJ" || a < 0 || a >= k || t[a].Deprel != "amod" || t[a].Head != k+1 || t[k-1].UPOS == "CCONJ" || t[k-1].UPOS == "PUNCT" {
		return
	}
	for c := range t {
		if t[c].Head == k {
			return
		}
	}
	t[k].Head, t[k].Deprel = k+1, "amod"
}

// acronym makes a name of a pronoun in capitals behind an article: "the [WHO]".
func acronym(t []doc.Token, k int) {
	if k == 0 || t[k].UPOS != "PRON" || len(t[k].Form) < 2 || strings.IndexFunc(t[k].Form, func(r rune) bool { return r < 'A' || r > 'Z' }) >= 0 || t[k-1].Form != "the" && t[k-1].Form != "The" {
		return
	}
	t[k].UPOS, t[k].XPOS, t[k].Lemma, t[k].Feats = "PROPN", "NNP", t[k].Form, "Number=Sing"
}

// exercise makes "Exercise" the head of the name that it begins: "Exercise Coral Soldier".
func exercise(t []doc.Token, k int) {
	h := t[k].Head
	if t[k].Form != "Exercise" || t[k].Deprel != "compound" || h <= k || t[h].UPOS != "PROPN" || t[h].Head < 0 || t[h].Head == k {
		return
	}
	for c := range t {
		if t[c].Head == h && c != k {
			t[c].Head = k
			if c > k && c < h {
				t[c].Deprel = "flat"
			}
		}
	}
	t[k].Head, t[k].Deprel = t[h].Head, t[h].Deprel
	t[h].Head, t[h].Deprel = k, "flat"
}

// bothOf hangs from the first of those side by side what they do together, where a tree hung
// it from the last: "Berg and Lund, [meeting] in Oslo, were told".
func bothOf(t []doc.Token, v int) {
	if t[v].Deprel != "acl" || t[v].XPOS != "VBG" || t[v].Lemma != "meet" && t[v].Lemma != "talk" && t[v].Lemma != "speak" {
		return
	}
	n := t[v].Head
	for k := 0; n >= 0 && k < len(t) && (t[n].Deprel == "nmod" || t[n].Deprel == "flat" || t[n].Deprel == "appos"); k++ {
		n = t[n].Head
	}
	if n < 0 || t[n].Deprel != "conj" || t[n].Head < 0 || !noun(&t[n]) {
		return
	}
	for c := range t {
		if t[c].Head == v && t[c].Deprel == "obj" {
			return
		}
		if t[c].Head == v && c < v && t[c].UPOS == "PUNCT" {
			t[v].Head = t[n].Head
		}
	}
}
