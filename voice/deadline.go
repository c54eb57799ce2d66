package voice

import (
	"nuncio"
	"nuncio/doc"
)

// term reports whether a verb sets somebody a time for what its infinitive says: "gave Oslo
// until Friday to leave", "has 48 hours to answer", "set a deadline for the rebels to disarm".
// What is to be done by then is demanded.
func (a *ascent) term(h, i int) bool {
	s := a.s
	if s.Tokens[h].UPOS == "NOUN" { // the infinitive hung from the hours
		if up := s.Tokens[h].Head; up >= 0 && (a.t.words["time"][lower(s.Tokens[h].Lemma)] || a.t.words["term"][lower(s.Tokens[h].Lemma)]) {
			h = up
		}
	}
	if !a.t.words["setting-terms"][lower(s.Tokens[h].Lemma)] || s.Tokens[h].UPOS != "VERB" || !hasPrep(s, i, "to") || i < h {
		return false
	}
	for c := range s.Children(h) {
		t := &s.Tokens[c]
		if c < h || c > i || t.Deprel != "obj" && t.Deprel != "iobj" && !doc.IsRel(t.Deprel, "obl") {
			continue
		}
		l := lower(t.Lemma)
		if a.t.words["term"][l] || hasPrep(s, c, "until") || hasPrep(s, c, "till") {
			return true
		}
		if a.t.words["time"][l] && s.Child(c, "case") < 0 && s.Child(c, "det", "nummod") >= 0 {
			return true
		}
	}
	return false
}

// answer makes demanded what a sentence without verb gives as the answer to what somebody
// wants: "What do the rebels want? The resignation of Berg."
func (a *ascent) answer(root int) {
	if a.si == 0 || a.out.Status != nuncio.Asserted || a.s.Tokens[root].UPOS != "NOUN" || a.s.Child(root, "cop", "nsubj", "aux") >= 0 || anyFinite(a.s) {
		return
	}
	q := &a.d.Sentences[a.si-1]
	n := len(q.Tokens)
	if q.Part != a.s.Part || n < 3 || q.Tokens[n-1].Form != "?" {
		return
	}
	if r := q.Root(); r >= 0 && a.t.words["wanting"][lower(q.Tokens[r].Lemma)] {
		a.put(demanded, a.word(root), "what is wanted")
	}
}
