package voice

import (
	"nuncio"
	"nuncio/doc"
)

// almost reads what comes before a preposition and says how far a deed went: "stopped
// short of signing", "far from signing", "came close to signing", "is close to signing".
func (a *ascent) almost(i, k int) (effect, doc.Range, string) {
	if k == 0 || a.s.Tokens[i].Head == k-1 && a.s.Tokens[k-1].UPOS == "ADJ" { // the adjective governs it
		return none, doc.Range{}, ""
	}
	words := doc.Range{Sent: a.si, First: k - 1, End: k + 1}
	switch lower(a.s.Tokens[k-1].Form) + " " + lower(a.s.Tokens[k].Form) {
	case "short of", "far from":
		return negated, words, "short of"
	case "close to", "near to":
		if h := a.s.Tokens[i].Head; h >= 0 && lower(a.s.Tokens[h].Lemma) == "come" {
			return negated, words, "short of"
		}
		if a.s.Tokens[i].XPOS == "VBG" {
			return possible, words, "close to"
		}
	}
	return none, doc.Range{}, ""
}

// counterfactual reads the condition of what would have been: "had the army fired,
// the envoy would have left", "if it had fired".
func (a *ascent) counterfactual(i int) {
	t := &a.s.Tokens[i]
	if a.hadIt(i) {
		a.put(negated, a.word(0), "counterfactual")
		return
	}
	if !doc.IsRel(t.Deprel, "advcl") || t.Head < 0 {
		return
	}
	first, _ := a.s.Subtree(i)
	bare := a.inverted(i, first)
	if !bare && a.marker(i) != "if" {
		return
	}
	had, would, have := false, false, false
	for c := range a.s.Children(i) {
		if a.t.status[statusKey{"aux", lower(a.s.Tokens[c].Form), "-"}] == negated {
			return // "if it had not fired": it did
		}
		had = had || doc.IsRel(a.s.Tokens[c].Deprel, "aux") && lower(a.s.Tokens[c].Form) == "had"
	}
	for c := range a.s.Children(t.Head) {
		if k := &a.s.Tokens[c]; doc.IsRel(k.Deprel, "aux") {
			would = would || lower(k.Lemma) == "would" || lower(k.Form) == "could" || lower(k.Form) == "might"
			have = have || lower(k.Form) == "have"
		}
	}
	switch {
	case had && would && have:
		if a.out.Status == nuncio.Asserted || a.out.Status == nuncio.Possible {
			a.out.Status, a.out.Words, a.out.Reason = nuncio.Negated, doc.Range{Sent: a.si, First: first, End: first + 1}, "counterfactual"
		}
	case bare:
		a.put(possible, doc.Range{Sent: a.si, First: first, End: first + 1}, "condition")
	}
}

// hadIt reads "Had the army fired, the envoy would have left" by its words, at the
// start of a sentence: trees take its verb in many ways.
func (a *ascent) hadIt(i int) bool {
	t := a.s.Tokens
	if t[i].XPOS != "VBN" || lower(t[0].Form) != "had" || t[0].UPOS != "AUX" && t[0].UPOS != "VERB" {
		return false
	}
	comma := i
	for comma < len(t) && t[comma].Form != "," {
		if t[comma].UPOS == "PART" || lower(t[comma].Form) == "not" {
			return false
		}
		comma++
	}
	for k := 1; k < i; k++ {
		if t[k].Form == "," || a.t.status[statusKey{"aux", lower(t[k].Form), "-"}] == negated {
			return false
		}
	}
	for k := comma; k+1 < len(t); k++ {
		switch lower(t[k].Form) {
		case "would", "could", "might":
			for m := k + 1; m < len(t) && m <= k+3; m++ {
				if lower(t[m].Form) == "have" {
					return true
				}
			}
		}
	}
	return false
}

// awaited makes planned what is to come first: "will go home once the army leaves",
// "would sign as soon as they had met".
func (a *ascent) awaited(i int) {
	t := &a.s.Tokens[i]
	if !doc.IsRel(t.Deprel, "advcl") || t.Head < 0 {
		return
	}
	m := a.s.Child(i, "mark", "advmod")
	if m < 0 {
		return
	}
	perfect := a.s.Child(i, "aux")
	present := t.XPOS == "VBZ" || t.XPOS == "VBP" || perfect >= 0 && a.s.Tokens[perfect].Feat("Tense", "Pres")
	had := perfect >= 0 && lower(a.s.Tokens[perfect].Form) == "had"
	past := had || t.XPOS == "VBD"
	switch f := lower(a.s.Tokens[m].Form); f {
	case "until", "till":
		if present || past && a.s.Tokens[t.Head].XPOS == "VB" && hasPrep(a.s, t.Head, "to") {
			a.put(planned, a.word(m), "awaited") // "refused to leave until it pays"
			return
		}
	case "once", "when", "after", "before":
	case "as":
		if (m+1 >= len(a.s.Tokens) || lower(a.s.Tokens[m+1].Form) != "soon") && a.s.Child(i, "advmod") < 0 {
			return
		}
	default:
		return
	}
	if Claim(a.d, doc.Ref{Sent: a.si, Tok: i}) != Claim(a.d, doc.Ref{Sent: a.si, Tok: t.Head}) {
		return // the reporter tells what was, beside what another says will be
	}
	will, would := false, false
	for c := range a.s.Children(t.Head) {
		if k := &a.s.Tokens[c]; doc.IsRel(k.Deprel, "aux") {
			will = will || lower(k.Lemma) == "will" || lower(k.Form) == "shall"
			would = would || lower(k.Form) == "would"
		}
	}
	if h := &a.s.Tokens[t.Head]; present && h.XPOS == "VB" && h.Head >= 0 && hasPrep(a.s, t.Head, "to") {
		// "are prepared to stop once the war ends", "plans to leave when it is over"
		will = will || a.lookup(governorPos(a.s, h.Head), h.Head, "inf") == planned
	}
	if will && present || would && past {
		a.put(planned, a.word(m), "awaited")
	}
}
