package voice

import "nuncio"

// calledOff makes a plan negated that is told, and then struck out, behind "but" or
// in the next sentence: "was due to meet him on Friday, but the visit was cancelled".
func (a *ascent) calledOff(i int) {
	if a.out.Status != nuncio.Planned {
		return
	}
	but := false
	for k := i + 1; k < len(a.s.Tokens); k++ {
		f := lower(a.s.Tokens[k].Form)
		but = but || f == "but" || f == ";" || f == "until" || f == "before"
		if but && a.strikes(k) {
			a.out.Status, a.out.Words, a.out.Reason = nuncio.Negated, a.word(k), "called off"
			return
		}
	}
	if a.si+1 >= len(a.d.Sentences) || a.d.Sentences[a.si+1].Part != a.s.Part {
		return
	}
	next := ascent{t: a.t, d: a.d, si: a.si + 1, s: &a.d.Sentences[a.si+1]}
	for k := range next.s.Tokens {
		if next.s.Tokens[k].Head < 0 && passive(next.s, k) && next.strikes(k) {
			a.out.Status, a.out.Words, a.out.Reason = nuncio.Negated, next.word(k), "called off"
		}
	}
}

// strikes reports whether a verb calls off something that had been planned: "the
// trip fell through", "scrapped the talks".
func (a *ascent) strikes(k int) bool {
	if a.s.Tokens[k].UPOS != "VERB" || a.lookup("v", k, "+but") != negated || a.s.Child(k, "nsubj", "nsubj:pass", "obj") < 0 {
		return false
	}
	what := a.s.Child(k, "obj")
	if what < 0 {
		what = a.s.Child(k, "nsubj:pass", "nsubj")
	}
	t := &a.s.Tokens[what]
	if t.UPOS == "PRON" {
		return t.Feat("Number", "Sing") && lower(t.Form) != "he" && lower(t.Form) != "she"
	}
	return a.t.status[statusKey{"n", lower(t.Lemma), "+but"}] == negated
}
