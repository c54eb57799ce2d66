package nlp

import "nuncio/doc"

// repair corrects what no tree of Universal Dependencies holds. A later member
// of a coordination begins at its conjunction, so what stands before the
// conjunction belongs to the first member: in "met in Oslo last week and
// agreed", "last week" is not when they agreed. Hanging it from the first member,
// which is an ancestor, keeps the tree a tree.
//
// A possessor stands before what it owns: "met Kenya's president" cannot give
// Kenya to a noun before the verb.
//
// A preposition before a title governs the name: "between Presidents Rama and
// Vučić".
//
// A verb is no subject: in "Rockets bought from Norway struck a town" a participle
// that got the rockets for its subject describes them, and they struck.
//
// Nor does a verb with a tense of its own go on an infinitive: in "flew to Accra
// to prepare the summit and met Akol", he met. It is hung from the nearest verb
// above with a tense.
//
// A word before a noun with a subject and a conjunction of its own is a verb: "demanded
// that Mali free the soldiers" is no demand of free soldiers.
//
// What stands behind the verb of saying that follows its words is not theirs: in
// "“…,” he said in Athens after meeting her", he met her.
//
// A verb beside a clause wants a subject: what only describes another noun and stands
// right before it is one: "severed ties, its president, Alan García, announced".
//
// The source that ends a sentence tells all of it: ", the paper reported" behind "said
// that he would go" hangs from the saying's own clause, not from the going.
//
// A possessor before a compound belongs to its last noun: "[Chile's]
// charge [d'affaires]".
//
// Behind a verb of naming a second noun says what the first is called: "called the
// decision a “betrayal”" has no apposition.
//
// A word with a subject right before it that agrees, and without a copula, is no noun:
// "Oslo and Riga stand by Kyiv".
//
// A gerund that is a subject and has no object is a noun: "fighting broke out".
//
// "Both" right before a verb that has no subject is its subject: "an island that both
// claim".
//
// A participle between a number and its noun describes the noun: "handed eleven captured
// militiamen over". A name between a verb of giving and a number gets what is given: "lent
// Uzbekistan two million". What begins with "whose" is told of the noun before it; a
// relative "that" is what its clause lacks. And
// nobody does to himself by "her" what a later verb tells: "said that she was unwelcome
// and gave her a day".
//
// What is said is what the saying is about, be it one word: in “No,” she said,
// "no" is no interjection of hers in her own clause.
func repair(s *doc.Sentence) {
	t := s.Tokens
	said(t)
	for v := range t {
		misnamed(t, v)
		gerund(t, v)
		paired(t, v)
		described(t, v)
		left(t, v)
		gets(t, v)
		whose(t, v)
		related(t, v)
		besideSaying(t, v)
		suffered(t, v)
		ofDeed(t, v)
		due(t, v)
		onDay(t, v)
		bothOf(t, v)
		wanted(t, v)
		exercise(t, v)
		acronym(t, v)
		adjacent(t, v)
		behind(t, v)
		if t[v].Deprel == "parataxis" && t[v].Head >= 0 && t[v].Head < v && t[v].UPOS == "VERB" && tensed(t[v].XPOS) {
			subjectBeside(t, v)
			outermost(t, v)
		}
	}
	for m := 1; m < len(t); m++ {
		// "hours after they left": the hours say how long after, not when the other deed was.
		n, v := m-1, t[m].Head
		if t[m].Deprel == "mark" && v > m && t[n].Deprel == "obl:unmarked" && t[n].UPOS == "NOUN" && t[v].Deprel == "advcl" && t[v].Head == t[n].Head && t[n].Head < n && counted(t, n) {
			t[n].Head = v
			if n > 0 && t[n-1].UPOS == "PUNCT" && t[n-1].Head == n {
				t[n-1].Head = v
			}
		}
	}
	for c := range t {
		if v := t[c].Head; t[c].Deprel == "ccomp" && v > c && t[v].UPOS == "VERB" {
			after(t, c, v)
		}
	}
	for c := range t {
		if h := t[c].Head; t[c].Deprel == "amod" && h > c && t[h].Head >= 0 && (t[h].Deprel == "obj" || t[h].Deprel == "ccomp") && clausal(t, c) {
			t[c].Head, t[c].Deprel, t[c].UPOS, t[c].XPOS, t[c].Feats = t[h].Head, "ccomp", "VERB", "VB", "VerbForm=Inf"
			t[h].Head, t[h].Deprel = c, "obj"
		}
	}
	for c := range t {
		if h := t[c].Head; h > c && t[c].Deprel == "nmod:poss" && t[h].Deprel == "compound" && t[h].Head > h {
			t[c].Head = t[h].Head
		}
	}
	for c := range t {
		if o := t[c].Head; (t[c].Deprel == "appos" || t[c].Deprel == "acl" && t[c].UPOS == "NOUN") && o >= 0 && o < c && t[o].Deprel == "obj" && t[o].Head >= 0 && t[o].Head < o && names[t[t[o].Head].Lemma] && joined(t, o, c) {
			t[c].Head, t[c].Deprel = t[o].Head, "xcomp"
		}
	}
	for v := range t {
		if t[v].Deprel != "conj" || !tensed(t[v].XPOS) || t[v].Head < 0 || t[t[v].Head].XPOS != "VB" {
			continue
		}
		h := t[v].Head
		for n := 0; n < len(t) && h >= 0 && !tensed(t[h].XPOS); n++ {
			h = t[h].Head
		}
		if h >= 0 && h < v && plainInfinitive(t, t[v].Head) {
			t[v].Head = h
		}
	}
	for v := range t {
		if n := ownSubject(t, v); n >= 0 && (t[v].Deprel == "nsubj" || t[v].Deprel == "nsubj:pass") && t[v].Head > v {
			t[n].Head, t[n].Deprel = t[v].Head, t[v].Deprel
			t[v].Head, t[v].Deprel, t[v].XPOS, t[v].Feats = n, "acl", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"
		}
		shared(t, v)
		particle(t, v)
		named(t, v)
	}
	for c := range t {
		if h := t[c].Head; t[c].Deprel == "case" && h >= 0 && t[h].Deprel == "nmod:desc" && t[h].Head > h {
			t[c].Head = t[h].Head
		}
		if t[c].Deprel == "nmod:poss" && t[c].Head >= 0 && t[c].Head < c {
			if owned := ownedBy(t, c); owned >= 0 {
				t[c].Head = owned
			}
		}
	}
	for c := range t {
		v := t[c].Head
		if v <= c || !doc.IsRel(t[c].Deprel, "obl") {
			continue
		}
		above := t[v].Head
		if above < 0 || above >= c {
			continue
		}
		for k := c + 1; k < v; k++ {
			if t[k].Head == v && (t[k].Deprel == "cc" && t[v].Deprel == "conj" || t[k].XPOS == "TO" && t[v].XPOS == "VB" && t[above].UPOS == "VERB") {
				t[c].Head = above
				break
			}
		}
	}
}

// clausal reports whether a word has a subject and "that" before it.
func clausal(t []doc.Token, v int) bool {
	subject, mark := false, false
	for k := range v {
		if t[k].Head == v {
			subject = subject || t[k].Deprel == "nsubj"
			mark = mark || t[k].Deprel == "mark"
		}
	}
	return subject && mark
}

// subjectBeside hangs from verb v, which has no subject, the apposition that ends
// right before it.
func subjectBeside(t []doc.Token, v int) {
	for k := range t {
		if t[k].Head == v && doc.IsRel(t[k].Deprel, "nsubj") {
			return
		}
	}
	for k := t[v].Head + 1; k < v; k++ {
		if t[k].Deprel != "appos" || t[k].Head < 0 || t[k].UPOS != "NOUN" && t[k].UPOS != "PROPN" || !under(t, k, t[v].Head) {
			continue
		}
		last := k
		for c := k + 1; c < v; c++ {
			if t[c].UPOS != "PUNCT" && under(t, c, k) {
				last = c
			}
		}
		if joinedBy(t, last, v) {
			t[k].Head, t[k].Deprel = v, "nsubj"
			return
		}
	}
}

// outermost hangs verb v, when it ends the sentence and has a subject and no
// complement, from the clause that holds the one it was hung from.
func outermost(t []doc.Token, v int) {
	subject := false
	for k := range t {
		if t[k].Head == v {
			subject = subject || t[k].Deprel == "nsubj" && k < v
			if t[k].Deprel == "obj" || t[k].Deprel == "ccomp" || t[k].Deprel == "xcomp" {
				return
			}
		}
		if k > v && t[k].UPOS != "PUNCT" && !under(t, k, v) {
			return
		}
	}
	for h := t[v].Head; subject && h >= 0 && t[h].Deprel == "ccomp" && t[h].Head >= 0 && t[h].Head < h; h = t[h].Head {
		t[v].Head = t[h].Head
	}
}

// joinedBy reports whether nothing but punctuation parts two words.
func joinedBy(t []doc.Token, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if t[k].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// after hangs from verb v the adverbial clauses and phrases behind it that hang from
// its complement c, which stands before it.
func after(t []doc.Token, c, v int) {
	for k := v + 1; k < len(t); k++ {
		if quoteMark(t[k].XPOS) {
			return
		}
		if t[k].Head >= 0 && t[k].Head < v && (doc.IsRel(t[k].Deprel, "advcl") || doc.IsRel(t[k].Deprel, "obl")) && under(t, t[k].Head, c) {
			t[k].Head = v
		}
	}
}

// names are verbs whose object is called something.
var names = map[string]bool{"call": true, "brand": true, "label": true, "dub": true, "term": true, "declare": true, "deem": true, "name": true, "pronounce": true, "consider": true}

// joined reports whether no punctuation but quotation marks stands between two words.
func joined(t []doc.Token, a, b int) bool {
	for k := a + 1; k < b; k++ {
		if t[k].UPOS == "PUNCT" && !quoteMark(t[k].XPOS) {
			return false
		}
	}
	return true
}

// said makes a quotation that opens a sentence the complement of the verb behind
// it, where the verb has a subject and the whole quotation hangs on it by
// something less.
func said(t []doc.Token) {
	if len(t) < 4 || !quoteMark(t[0].XPOS) {
		return
	}
	end := 1
	for end < len(t) && !quoteMark(t[end].XPOS) {
		end++
	}
	if end < 3 || end == len(t) || t[end-1].UPOS != "PUNCT" {
		return
	}
	top := -1
	for k := 1; k < end; k++ {
		if h := t[k].Head; h < 1 || h >= end {
			if t[k].UPOS == "PUNCT" {
				continue
			}
			if top >= 0 {
				return
			}
			top = k
		}
	}
	if top < 0 {
		return
	}
	switch t[top].Deprel {
	case "discourse", "vocative", "advmod", "obj", "obl", "obl:tmod", "obl:npmod", "xcomp", "dislocated", "dep":
	default:
		return
	}
	v := t[top].Head
	if v <= end || v > end+6 || t[v].UPOS != "VERB" {
		return
	}
	for k := end + 1; k < len(t); k++ {
		if t[k].Head == v && t[k].Deprel == "nsubj" {
			t[top].Deprel = "ccomp"
			return
		}
	}
}

func quoteMark(xpos string) bool { return xpos == "``" || xpos == "''" }

// ownedBy is the head of the noun phrase behind a possessor: it never stands
// before it. -1 when there is none.
func ownedBy(t []doc.Token, c int) int {
	for k := c + 1; k < len(t) && k <= c+6; k++ {
		if u := t[k].UPOS; u == "VERB" || u == "AUX" || u == "ADP" || u == "PUNCT" && t[k].Head != c {
			return -1
		}
		if t[k].UPOS != "NOUN" && t[k].UPOS != "PROPN" || under(t, k, c) {
			continue
		}
		for n := 0; n < len(t); n++ {
			h := t[k].Head
			if h <= k || t[h].UPOS != "NOUN" && t[h].UPOS != "PROPN" {
				break
			}
			k = h
		}
		return k
	}
	return -1
}

// ownSubject is the noun that stands right before a word that could be a past
// participle, without an auxiliary, and was read as its subject; -1 for none.
func ownSubject(t []doc.Token, v int) int {
	n := -1
	for k := range t {
		switch {
		case t[k].Head != v:
		case t[k].Deprel == "nsubj" || t[k].Deprel == "nsubj:pass":
			n = k
		case t[k].UPOS == "AUX" || t[k].Deprel == "mark" || t[k].Deprel == "obj":
			return -1
		}
	}
	if n >= 0 && n == v-1 && t[v].UPOS == "VERB" && (t[v].XPOS == "VBD" || t[v].XPOS == "VBN") && (t[n].UPOS == "NOUN" || t[n].UPOS == "PROPN") {
		return n
	}
	return -1
}

// shared gives the verb behind a bare participle, where it has no subject, the noun that
// was read as the participle's: in "engineers taken hostage were freed" the engineers
// were freed.
func shared(t []doc.Token, v int) {
	h := t[v].Head
	if t[v].UPOS != "VERB" || t[v].XPOS != "VBN" || t[v].Deprel != "advcl" || h < v || t[h].UPOS != "VERB" {
		return
	}
	n, rel := -1, "nsubj"
	for k := range t {
		switch t[k].Head {
		case v:
			switch {
			case doc.IsRel(t[k].Deprel, "nsubj"):
				n = k
			case t[k].UPOS == "AUX" || t[k].Deprel == "mark":
				return
			}
		case h:
			if doc.IsRel(t[k].Deprel, "nsubj") || doc.IsRel(t[k].Deprel, "csubj") {
				return
			}
			if t[k].Deprel == "aux:pass" {
				rel = "nsubj:pass"
			}
		}
	}
	if n < 0 || n != v-1 || t[n].UPOS != "NOUN" && t[n].UPOS != "PROPN" {
		return
	}
	t[n].Head, t[n].Deprel = h, rel
	t[v].Head, t[v].Deprel, t[v].Feats = n, "acl", "Tense=Past|VerbForm=Part|Voice=Pass"
}

// particle gives a verb the particle that stands behind its object and was read as a
// preposition before another: "handed the pilots [over] to officers".
func particle(t []doc.Token, v int) {
	if t[v].UPOS != "VERB" {
		return
	}
	object := -1
	for k := range t {
		switch {
		case t[k].Head == v && t[k].Deprel == "obj" && k > v:
			object = k
		case object >= 0 && k == object+1 && t[k].Head == v && t[k].Deprel == "advmod" && t[k].UPOS == "ADP" && t[k].Lemma == "over":
			t[k].Deprel, t[k].XPOS = "compound:prt", "RP" // "handed the pilots [over] to officers", read as an adverb
		case object < 0 || k+1 >= len(t) || t[k].Deprel != "case" || t[k+1].Deprel != "case" || t[k].Head != t[k+1].Head || t[k+1].Lemma != "to":
		case t[k].Lemma == "over" && k == object+1 && t[t[k].Head].Head == v:
			t[k].Head, t[k].Deprel, t[k].XPOS = v, "compound:prt", "RP"
		}
	}
}

// named makes an object of what a verb that calls something by a name would call
// nothing: "called home its students".
func named(t []doc.Token, v int) {
	if t[v].UPOS != "VERB" || !names[t[v].Lemma] || t[v].XPOS == "VBN" {
		return
	}
	called := -1
	for k := range t {
		if t[k].Head != v {
			continue
		}
		switch {
		case t[k].Deprel == "obj" || t[k].Deprel == "ccomp":
			return
		case t[k].Deprel == "xcomp" && t[k].UPOS == "NOUN":
			called = k
		}
	}
	if called < 0 {
		return
	}
	for k := range t {
		if t[k].Head == called && (t[k].Deprel == "case" || t[k].Deprel == "mark" || t[k].Deprel == "cop") {
			return
		}
	}
	t[called].Deprel = "obj"
}

// counted reports whether a noun is a plural that nothing but a number, or what is told
// of the number, describes: "hours", "almost two days"; not "last week".
func counted(t []doc.Token, n int) bool {
	for k := range t {
		if t[k].Head == n && t[k].Deprel != "nummod" && t[k].Deprel != "advmod" && t[k].Deprel != "punct" {
			return false
		}
	}
	return t[n].XPOS == "NNS"
}

// under reports whether k hangs below c.
func under(t []doc.Token, k, c int) bool {
	for n := 0; k >= 0 && n <= len(t); n++ {
		if k == c {
			return true
		}
		k = t[k].Head
	}
	return false
}

func tensed(xpos string) bool { return xpos == "VBD" || xpos == "VBZ" || xpos == "VBP" }

// plainInfinitive reports whether a verb has "to" and no auxiliary with a tense.
func plainInfinitive(t []doc.Token, h int) bool {
	to := false
	for c := max(0, h-4); c < h; c++ {
		if t[c].Head != h {
			continue
		}
		if t[c].XPOS == "TO" {
			to = true
		}
		if t[c].XPOS == "MD" || tensed(t[c].XPOS) && t[c].UPOS == "AUX" {
			return false
		}
	}
	return to
}
