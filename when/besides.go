package when

import (
	"strings"

	"nuncio/clause"
	"nuncio/doc"
)

// opening reports whether a participle opens a sentence with what its subject was doing, or
// how he was met: "Speaking in Oslo on Friday, he accused", "Asked on Friday, he denied".
func (g *govern) opening(a int) bool {
	w := &g.s.Tokens[a]
	if a > w.Head || g.s.Child(a, "mark", "aux", "advmod") >= 0 {
		return false
	}
	return w.XPOS == "VBG" || a == 0 && strings.HasSuffix(w.Form, "ing") || w.XPOS == "VBN" && g.uses.has(w.Lemma, gather|ask)
}

// meanwhile reports whether a participle set off behind the subject of verb i tells what he
// was doing then: "the president, visiting Oslo on Friday, accused".
func (g *govern) meanwhile(a, i int) bool {
	w := &g.s.Tokens[a]
	if w.XPOS != "VBG" || a > i || a == 0 || g.s.Tokens[a-1].Form != "," || g.s.Child(a, "mark", "aux", "nsubj") >= 0 {
		return false
	}
	return w.Head == i || w.Head >= 0 && g.s.Tokens[w.Head].Head == i && g.s.Tokens[w.Head].Deprel == "nsubj"
}

// infinitive reports whether token a is a verb behind "to".
func (g *govern) infinitive(a int) bool {
	m := g.s.Child(a, "mark")
	return g.s.Tokens[a].XPOS == "VB" && m >= 0 && lower(&g.s.Tokens[m]) == "to"
}

// likewise reports whether a verb stands for another: "did so", "did the same".
func (g *govern) likewise(a int) bool {
	for c := range g.s.Children(a) {
		switch g.s.Tokens[c].Lemma {
		case "so", "likewise", "same":
			return true
		}
	}
	return false
}

// inWhich reports whether clause a tells what happened in, during or by the noun above it.
func (g *govern) inWhich(a int) bool {
	if g.s.Tokens[a].Deprel != "acl:relcl" {
		return false
	}
	for c := range g.s.Children(a) {
		k := &g.s.Tokens[c]
		if lower(k) != "which" || !doc.IsRel(k.Deprel, "obl") {
			continue
		}
		if p := g.s.Child(c, "case"); p >= 0 {
			switch lower(&g.s.Tokens[p]) {
			case "in", "during", "at", "by", "with", "through":
				return true
			}
		}
	}
	return false
}

// lasting reports whether noun a only says since when something has been that verb i is not
// about: "the government, in power since a coup in 1986, expelled".
func (g *govern) lasting(a, i int) bool {
	return isNominal(&g.s.Tokens[a]) && g.caseOf(a) == "since" && g.s.Tokens[a].Deprel == "nmod" && !Perfect(g.s, i)
}

// sinceBack is how many words before "since" what it measures may begin.
const sinceBack = 9

// firstSince reports whether a time only says since when there was nothing like it: "his first visit
// since August", "the most senior American to see Havana since 1959", "met for the first time since
// the war ended in 1991", "the first to see it in 60 years".
func (g *govern) firstSince(t *doc.Time, i int) bool {
	at := t.First - 1
	switch {
	case at >= 1 && lower(&g.s.Tokens[at]) == "since":
	case at >= 1 && lower(&g.s.Tokens[at]) == "in" && g.s.Tokens[t.End-1].XPOS == "NNS" && (clause.Ranked(g.s, i) || g.uses.verbTense(g.s, i) != Future):
	default:
		at = -1
		for a, n := g.s.Tokens[g.top(t)].Head, 0; a >= 0 && at < 0 && n < 4; a, n = g.s.Tokens[a].Head, n+1 {
			if m := g.s.Child(a, "mark"); m >= 0 && m < t.First && lower(&g.s.Tokens[m]) == "since" {
				at = m
			}
		}
	}
	for k := at - 1; k >= 0 && k >= at-sinceBack; k-- {
		w := &g.s.Tokens[k]
		switch {
		case w.Form == "," || w.Form == ";" || w.UPOS == "VERB" && finite(w) || w.XPOS == "MD":
			return false
		case w.Lemma == "first" || (w.XPOS == "JJS" || w.XPOS == "RBS") && !(k > 0 && lower(&g.s.Tokens[k-1]) == "at"): // not "at least 40"
			return true
		}
	}
	return false
}

// tried reports whether verb i goes on from the verb in the past on which infinitive at
// hangs.
func (g *govern) tried(at, i int) bool {
	a, v := &g.s.Tokens[at], &g.s.Tokens[i]
	if a.Deprel != "xcomp" || v.Deprel != "conj" || a.Head < 0 || v.Head != a.Head || !g.infinitive(at) || g.s.Child(i, "nsubj", "nsubj:pass") >= 0 {
		return false
	}
	return g.s.Tokens[a.Head].XPOS == "VBD"
}

// appointed reports whether words only say for when a thing had been set that the clause is
// about: "the visit, due on Monday, was put off", "talks set for Friday".
func (g *govern) appointed(a int) bool {
	w := &g.s.Tokens[a]
	return g.uses.planned(w) && (w.UPOS == "ADJ" || w.XPOS == "VBN") && w.Head >= 0 && (doc.IsRel(w.Deprel, "acl") || w.Deprel == "amod" || w.Deprel == "appos" || doc.IsRel(w.Deprel, "advcl")) &&
		g.s.Child(a, "nsubj", "nsubj:pass", "mark") < 0
}
