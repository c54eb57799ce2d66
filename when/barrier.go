package when

import (
	"strings"
	"time"

	"nuncio/doc"
)

// attributive reports whether a time only says which thing noun a means, of which the
// clause speaks in passing: "in breach of the agreement of 1980", "under the 1994 accord",
// "apologised for last week's raid". What a deed was done at, or to, dates it: "at Monday's
// summit", "won the 2013 election".
func (g *govern) attributive(a int, t *doc.Time) bool {
	w := &g.s.Tokens[a]
	e := g.top(t)
	if !isNominal(w) || g.s.Tokens[e].Head != a || g.uses.has(w.Lemma, timeNoun) {
		return false
	}
	if t.End > a && (t.First == 0 || lower(&g.s.Tokens[t.First-1]) != "of") || t.End <= a && t.First > 0 && g.s.Tokens[e].Deprel == "obl" {
		return false
	}
	for n := 0; n < 4; n++ {
		w = &g.s.Tokens[a]
		c := g.s.Child(a, "case")
		switch {
		case doc.IsRel(w.Deprel, "obl"):
			return c >= 0 && g.uses.has(lower(&g.s.Tokens[c]), about)
		case w.Deprel != "nmod" || w.Head < 0:
			return false
		case c >= 0 && lower(&g.s.Tokens[c]) != "of":
			return g.uses.has(lower(&g.s.Tokens[c]), about)
		case n == 0 && !g.margin(w.Head):
			return true
		}
		a = w.Head
	}
	return false
}

// margin reports whether noun i is a part or side of the noun below it: "on the sidelines
// of Monday's summit".
func (g *govern) margin(i int) bool {
	return g.uses.has(g.s.Tokens[i].Lemma, margin)
}

// occasion reports whether a noun is where or how a deed was done: "at a
// reception", "in a statement".
func (g *govern) occasion(i int) bool {
	if c := g.s.Child(i, "case"); c >= 0 && g.s.Tokens[i].Deprel == "nmod" && g.s.Tokens[i].Head >= 0 && g.s.Tokens[g.s.Tokens[i].Head].Deprel == "obj" {
		return lower(&g.s.Tokens[c]) == "at" // "expressed thanks at a reception", hung from the thanks
	}
	for n := 0; n < 2 && g.s.Tokens[i].Deprel == "nmod" && g.s.Tokens[i].Head >= 0; n++ { // "at the last round of the talks, held in May"
		i = g.s.Tokens[i].Head
	}
	c := g.s.Child(i, "case")
	if c < 0 || !doc.IsRel(g.s.Tokens[i].Deprel, "obl") {
		return false
	}
	switch lower(&g.s.Tokens[c]) {
	case "at", "in", "during":
		return true
	}
	return false
}

// over reports whether a time had ended, or begun, by publication.
func (g *govern) over(t *doc.Time) bool {
	pub := g.d.Report.Day()
	return !pub.IsZero() && !t.Interval.Start.IsZero() && !t.Interval.Start.After(pub) && g.before(t.First) != "by" && !g.runs(t)
}

// recent reports whether a time lies near publication: so near that a text that
// remembers something means the day of remembering by it.
func (g *govern) recent(t *doc.Time) bool {
	pub := g.d.Report.Day()
	return !pub.IsZero() && !t.Interval.Start.IsZero() && gap(t.Interval.Start, pub) < 60*24*time.Hour
}

// commemorated reports whether token i stands under a word of remembrance.
func (g *govern) commemorated(i int) bool {
	for n := 0; i >= 0 && n <= len(g.s.Tokens); n++ {
		i = g.s.Tokens[i].Head
		if i < 0 || isClauseHead(g.s, i) {
			return false
		}
		if g.uses.has(g.s.Tokens[i].Lemma, remember) {
			return true
		}
	}
	return false
}

// across mends a frequent misreading: in "the talks last month, a paper reported
// Friday" the first time belongs left of the comma, not to the cue behind it.
func (g *govern) across(at int, t *doc.Time) int {
	if at < t.End || !g.isCue(at) {
		return at
	}
	comma := false
	for i := t.End; i < at; i++ {
		f := g.s.Tokens[i].Form
		comma = comma || f == ","
		if !comma && i > t.End+1 {
			return at
		}
	}
	subj := g.s.Child(at, "nsubj")
	if !comma || subj < t.End || t.First == 0 {
		return at
	}
	for i := t.First - 1; i >= 0; i-- {
		if isClauseHead(g.s, i) && i != at {
			return i
		}
	}
	return at
}

func isNominal(t *doc.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// under reports whether token x hangs below a.
func (g *govern) under(x, a int) bool { return g.s.Dominates(a, x) }

// crosses reports whether a clause boundary lies between x and a above it.
func (g *govern) crosses(x, a int) bool {
	for n := 0; x >= 0 && x != a && n <= len(g.s.Tokens); n++ {
		if isClauseHead(g.s, x) || g.uses.has(g.s.Tokens[x].Lemma, remember) {
			return true
		}
		x = g.s.Tokens[x].Head
	}
	return false
}

// boundary reports whether the way up from token a leaves the content of an
// attribution: what is said has not the day of the saying.
func (g *govern) boundary(a int) bool {
	w := &g.s.Tokens[a]
	if g.heldAgainst(a) {
		return true
	}
	if !doc.IsRel(w.Deprel, "ccomp") && !doc.IsRel(w.Deprel, "parataxis") && !doc.IsRel(w.Deprel, "csubj") {
		return false
	}
	return w.Head >= 0 && (g.isCue(w.Head) || doc.IsRel(w.Deprel, "ccomp"))
}

// heldAgainst reports whether gerund a tells what somebody is blamed or thanked for, which was
// before: "on Monday accused Oslo of arming rebels".
func (g *govern) heldAgainst(a int) bool {
	w := &g.s.Tokens[a]
	m := g.s.Child(a, "mark")
	if w.XPOS != "VBG" || w.Head < 0 || w.Head > a || m < 0 || !g.uses.has(g.s.Tokens[w.Head].Lemma, blame) {
		return false
	}
	switch lower(&g.s.Tokens[m]) {
	case "of", "for", "with":
		return true
	}
	return false
}

// isCue reports whether a token introduces somebody's words.
func (g *govern) isCue(a int) bool {
	for k := range g.d.Attributions {
		if g.d.Attributions[k].Cue.Has(doc.Ref{Sent: g.sent, Tok: a}) {
			return true
		}
	}
	return g.uses.has(g.s.Tokens[a].Lemma, cue) && (g.s.Child(a, "ccomp", "parataxis") >= 0 || doc.IsRel(g.s.Tokens[a].Deprel, "parataxis"))
}

// temporal reports whether an adverbial clause sets the time of the one above it.
func (g *govern) temporal(a int) bool {
	m := g.s.Child(a, "mark", "advmod")
	if m < 0 {
		return false
	}
	switch strings.ToLower(g.s.Tokens[m].Form) {
	case "when", "as", "while", "during", "after", "once", "whenever", "since", "before", "until", "till":
		return true
	}
	return false
}
