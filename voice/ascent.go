package voice

import (
	"nuncio"
	"nuncio/clause"
	"nuncio/doc"
)

// up steps from a predicate to what governs it, with the effect that the
// governor has; false where the clause stands for itself.
func (a *ascent) up(i int) (int, bool) {
	s := a.s
	t := &s.Tokens[i]
	h := t.Head
	if a.from >= 0 && t.UPOS == "NOUN" {
		if k := a.t.calledUntrue(s, i); k >= 0 {
			a.put(negated, a.word(k), "called untrue")
			return 0, false
		}
	}
	if h < 0 {
		a.headline(i)
		return 0, false
	}
	if t.Deprel == "conj" {
		return a.conjunct(i, h)
	}
	if a.order(i) {
		a.put(demanded, a.word(i), "imperative")
		return 0, false
	}
	if n, prep := a.nounBefore(i, h); n >= 0 {
		if e := a.lookup("n", n, prep); e != none {
			a.put(e, a.governor(n, i), "governed by "+lower(s.Tokens[n].Lemma))
			a.over(n, i)
			return n, true
		}
	}
	if a.s.Tokens[h].UPOS == "VERB" && (t.Deprel == "xcomp" || doc.IsRel(t.Deprel, "advcl")) && a.marker(i) == "to" && (a.t.calledTo(a.s, h, i) || a.t.rallied(a.s, h, i)) {
		a.own(h)
		return h, true // who telephones to congratulate, or marches to demand, does both
	}
	if clause.Ranked(s, i) {
		return a.ranked(h)
	}
	if a.term(h, i) {
		a.put(demanded, a.word(h), "a time set for it")
		return 0, false
	}
	slot := a.slot(i)
	if t.Deprel == "acl" && slot == "inf" && s.Tokens[h].Head < 0 && !anyFinite(s) {
		a.put(planned, a.word(s.Child(i, "mark")), "headline infinitive")
		return 0, false
	}
	if slot == "" {
		a.purpose(i)
		return 0, false
	}
	pos := governorPos(s, h)
	if a.unsaid(h, i, slot) {
		a.put(possible, a.governor(h, i), "unsaid")
		return 0, false
	}
	e := none
	switch {
	case slot == "clause" && a.marker(i) == "that" && !a.tells(i):
		e = a.lookup(pos, h, "that")
	case slot == "inf" && pos == "v" && a.s.Child(h, "obj", "iobj") >= 0:
		e = a.lookup(pos, h, "obj-inf")
	}
	if e == none && !(slot == "subj" && pos == "v" && s.Child(h, "xcomp") >= 0) { // "will not go unpunished" has been
		e = a.lookup(pos, h, slot)
	}
	if slot == "inf" && a.yet(h, i) {
		e = negated
	}
	if e == none && slot == "clause" && pos == "n" {
		if n := a.holder(h); n >= 0 { // "a demand by the junta that he leave"
			h, e = n, a.lookup("n", n, slot)
		}
	}
	if e == none {
		switch {
		case slot == "inf" && t.Deprel != "csubj":
			e = through
		case slot == "ing" && t.Deprel == "xcomp":
			e = through
		case slot == "+by" && t.XPOS == "VBG" && h < i && !a.denies(h):
			e = through // "refused to help by sending", "may punish them by closing"
		default:
			return 0, false
		}
	}
	switch e {
	case asserted, none:
		return 0, false
	case willing:
		a.willing(h, i)
		return h, true
	case through:
		if pos == "n" && slot == "clause" && a.issued(h) {
			return 0, false // "rejected Oslo's claim that": as Oslo claims it
		}
		a.from = i
		a.own(h)
		return h, true
	}
	if e == negated && a.open {
		a.out.Status, a.out.Words, a.out.Reason = nuncio.Possible, a.governor(h, i), "negated denial" // "refused to rule out"
		return h, true
	}
	a.put(e, a.governor(h, i), "governed by "+lower(s.Tokens[h].Lemma))
	a.over(h, i)
	a.open = a.open || e == negated && a.out.Status == nuncio.Negated
	if pos == "n" {
		if k := a.t.calledUntrue(s, h); k >= 0 {
			a.put(negated, a.word(k), "called untrue")
			return 0, false
		}
	}
	if a.isCue(h) && (slot == "clause" || slot == "inf" && e == demanded) {
		return 0, false // what lies above is another's way of telling the speech act
	}
	return h, true
}

// unsaid reports whether the governor leaves open whether it is so: "has not confirmed that",
// "declined to say whether". What it does not say how or when is so all the same.
func (a *ascent) unsaid(h, i int, slot string) bool {
	switch slot {
	case "np":
		if lower(a.s.Tokens[h].Lemma) != "confirm" {
			return false
		}
	case "clause", "inf":
		if m := a.marker(i); m != "that" && m != "whether" && m != "if" {
			return false
		}
	default:
		return false
	}
	if up := a.s.Tokens[h].Head; up >= 0 && slot == "clause" && doc.IsRel(a.s.Tokens[h].Deprel, "obl") { // "would say on the record that"
		h = up
	}
	return a.t.unsaid(a.s, h)
}

// ranked goes on from what somebody was the first to do to what says that he was: "is the first
// to visit", "may become the first to visit".
func (a *ascent) ranked(n int) (int, bool) {
	s := a.s
	if s.Child(n, "cop") >= 0 {
		a.own(n)
		return n, s.Tokens[n].Deprel != "root"
	}
	if h := s.Tokens[n].Head; h >= 0 && s.Tokens[n].Deprel == "xcomp" {
		a.own(h)
		return h, s.Tokens[h].Deprel != "root"
	}
	return 0, false
}

// denies reports whether a verb has a "not" of its own, which may leave by what means as it is:
// "did not break the treaty by sending troops".
func (a *ascent) denies(h int) bool {
	for c := range a.s.Children(h) {
		if t := &a.s.Tokens[c]; t.Deprel == "advmod" && a.t.status[statusKey{"aux", lower(t.Form), "-"}] == negated {
			return true
		}
	}
	return false
}

// tells reports whether a clause says what is, not what is to be: "that Mali had broken the
// truce", "that the bridge is open", beside "that Mali reopen the bridge".
func (a *ascent) tells(i int) bool {
	s := a.s
	for c := range s.Children(i) {
		if t := &s.Tokens[c]; (t.Deprel == "cop" || doc.IsRel(t.Deprel, "aux")) && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.Lemma == "can" || t.Lemma == "could" || t.Lemma == "may" || t.Lemma == "might") {
			return true
		}
	}
	t := &s.Tokens[i]
	// A base in the form of a past is what the tagger makes of a bare subjunctive.
	return t.XPOS == "VBZ" || t.XPOS == "VBD" && lower(t.Form) != t.Lemma
}

// issued reports whether a noun of speech says itself whose words it names: "Oslo's claim",
// "the Chadian allegation".
func (a *ascent) issued(n int) bool {
	at := doc.Ref{Sent: a.si, Tok: n}
	for i := range a.d.Attributions {
		x := &a.d.Attributions[i]
		if x.Reason == "noun" && x.Class == Say && x.Cue.Has(at) && !x.Source.IsZero() && x.Source.Sent == a.si && a.s.Dominates(n, x.Source.First) {
			return true
		}
	}
	return false
}

// holder is the noun above one that only says whose it is: "the demand of the junta
// that", which trees hang on the junta; -1 for none.
func (a *ascent) holder(n int) int {
	t := &a.s.Tokens[n]
	if t.Deprel != "nmod" || t.Head < 0 || a.s.Tokens[t.Head].UPOS != "NOUN" {
		return -1
	}
	if c := a.s.Child(n, "case"); c >= 0 {
		switch lower(a.s.Tokens[c].Form) {
		case "by", "of", "from":
			return t.Head
		}
	}
	return -1
}

// nounBefore is the noun that a phrase or infinitive stands right behind, where the
// tree hangs it on the verb as parsers often do: "announced plans for X", "denied
// plans to go", "calls for Quito to go".
func (a *ascent) nounBefore(i, h int) (n int, slot string) {
	s := a.s
	switch d := s.Tokens[i].Deprel; {
	case doc.IsRel(d, "obl"), doc.IsRel(d, "advcl"), d == "xcomp":
	default:
		return -1, ""
	}
	k := s.Child(i, "case", "mark")
	if k < 1 || k > i {
		return -1, ""
	}
	f := lower(s.Tokens[k].Form)
	if f != "to" || s.Tokens[k].Deprel == "case" {
		if s.Tokens[k-1].UPOS == "NOUN" && s.Tokens[k-1].Head == h && s.Tokens[k-1].Deprel == "obj" {
			return k - 1, "+" + f
		}
		return -1, ""
	}
	if s.Tokens[k-1].UPOS == "NOUN" && s.Tokens[k-1].Head == h {
		return k - 1, "inf"
	}
	for m := k - 1; m > 0 && m > k-6; m-- {
		if lower(s.Tokens[m].Form) == "for" {
			if s.Tokens[m-1].UPOS == "NOUN" {
				return m - 1, "+for"
			}
			break
		}
		if !nominal(&s.Tokens[m]) {
			break
		}
	}
	return -1, ""
}

func anyFinite(s *doc.Sentence) bool {
	for i := range s.Tokens {
		if t := &s.Tokens[i]; (t.UPOS == "VERB" || t.UPOS == "AUX") && finite(t) {
			return true
		}
	}
	return false
}

// marker is the subordinator of a clause.
func (a *ascent) marker(i int) string {
	if m := a.s.Child(i, "mark"); m >= 0 {
		return lower(a.s.Tokens[m].Form)
	}
	return ""
}

// yet reports "has yet to", "is yet to".
func (a *ascent) yet(h, i int) bool {
	if l := lower(a.s.Tokens[h].Lemma); l != "have" && l != "be" {
		return false
	}
	for k := min(h, i) + 1; k < max(h, i); k++ {
		if lower(a.s.Tokens[k].Form) == "yet" {
			return true
		}
	}
	return false
}

// willing reads a verb or noun of hesitation: what nobody hesitates to do he does, or will do.
func (a *ascent) willing(h, i int) {
	inner := ascent{t: a.t, d: a.d, si: a.si, s: a.s, said: a.said, from: i, out: StatusReading{Status: nuncio.Asserted}}
	inner.own(h)
	verb := h
	if a.s.Tokens[h].UPOS == "NOUN" && a.s.Tokens[h].Head >= 0 { // "would have no hesitation in"
		verb = a.s.Tokens[h].Head
		inner.own(verb)
	}
	if inner.out.Status != nuncio.Negated {
		a.put(negated, a.governor(h, i), "governed by "+lower(a.s.Tokens[h].Lemma))
		return
	}
	for c := range a.s.Children(verb) {
		if k := &a.s.Tokens[c]; doc.IsRel(k.Deprel, "aux") && k.XPOS == "MD" {
			a.put(planned, inner.out.Words, "will not hesitate")
		}
	}
}

// over applies the governor's own negation and doubt to what it did.
func (a *ascent) over(h, from int) {
	before := a.out
	inner := ascent{t: a.t, d: a.d, si: a.si, s: a.s, said: a.said, from: from, out: StatusReading{Status: nuncio.Asserted}}
	inner.own(h)
	if cc := a.s.Child(h, "cc"); cc >= 0 && cc < h && lower(a.s.Tokens[cc].Form) == "nor" && a.s.Tokens[h].Deprel == "conj" && inner.out.Status == nuncio.Asserted {
		inner.put(negated, a.word(cc), "negation") // "neither confirmed nor denied"
	}
	if a.out.Condition.IsZero() {
		a.out.Condition = inner.out.Condition
	}
	switch inner.out.Status {
	case nuncio.Negated:
		if before.Status == nuncio.Negated {
			// "did not deny", "has not ruled out": open, not affirmed
			a.out.Status, a.out.Words, a.out.Reason = nuncio.Possible, union(inner.out.Words, before.Words), "negated denial"
			return
		}
		a.put(negated, union(inner.out.Words, before.Words), "negation")
	case nuncio.Possible:
		if before.Status != nuncio.Demanded {
			a.put(possible, inner.out.Words, inner.out.Reason)
		}
	}
}

func union(a, b doc.Range) doc.Range {
	if a.IsZero() || a.Sent != b.Sent {
		return b
	}
	if b.IsZero() {
		return a
	}
	return doc.Range{Sent: a.Sent, First: min(a.First, b.First), End: max(a.End, b.End)}
}

// conjunct goes on from the first member of a coordination: later members share
// its auxiliaries unless they are finite themselves or stand against it ("but").
func (a *ascent) conjunct(i, h int) (int, bool) {
	cc := a.s.Child(i, "cc")
	but := cc >= 0 && lower(a.s.Tokens[cc].Form) == "but"
	if !but && !finite(&a.s.Tokens[i]) && a.s.Child(i, "nsubj", "aux") < 0 && !a.apart(i, h) {
		a.own(h)
	}
	return h, true
}

// apart reports whether an infinitive has a "to" of its own, behind one that only the first is
// negated by: "agreed not to shoot and to meet again".
func (a *ascent) apart(i, h int) bool {
	own, first := a.s.Child(i, "mark"), a.s.Child(h, "mark")
	return own >= 0 && first > 0 && lower(a.s.Tokens[own].Form) == "to" && lower(a.s.Tokens[first].Form) == "to" && lower(a.s.Tokens[first-1].Form) == "not"
}

// purpose makes an infinitive that says what for ("flew in to sign") planned.
func (a *ascent) purpose(i int) {
	t := &a.s.Tokens[i]
	if !doc.IsRel(t.Deprel, "advcl") || t.XPOS != "VB" && !t.Feat("VerbForm", "Inf") {
		return
	}
	if m := a.s.Child(i, "mark"); m >= 0 && lower(a.s.Tokens[m].Form) == "to" {
		a.put(planned, a.word(m), "purpose")
	}
}

// order reports a bare verb that opens a quotation, where a tree hangs it on the verb
// of saying: “Let Iran withdraw,” he said.
func (a *ascent) order(i int) bool {
	t := &a.s.Tokens[i]
	return i > 0 && mark(a.s.Tokens[i-1].Form) != 0 && (t.Deprel == "ccomp" || doc.IsRel(t.Deprel, "parataxis")) && (t.XPOS == "VB" || t.Feat("Mood", "Imp")) &&
		a.s.Child(i, "aux", "mark", "nsubj", "nsubj:pass", "expl") < 0
}

// headline reads the infinitive of headlines ("Macron to visit Seoul") as
// planned, and a bare verb without subject in running text as an order.
func (a *ascent) headline(i int) {
	t := &a.s.Tokens[i]
	if t.XPOS != "VB" && !t.Feat("VerbForm", "Inf") && !t.Feat("Mood", "Imp") || a.s.Child(i, "aux") >= 0 {
		return
	}
	if m := a.s.Child(i, "mark"); m >= 0 && lower(a.s.Tokens[m].Form) == "to" {
		a.put(planned, a.word(m), "headline infinitive")
		return
	}
	if a.s.Child(i, "nsubj", "nsubj:pass", "expl") < 0 && a.s.Part == doc.Body && (i == 0 || a.s.Tokens[i-1].UPOS == "PUNCT") {
		a.put(demanded, a.word(i), "imperative")
	}
}
