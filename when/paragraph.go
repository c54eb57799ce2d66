package when

import (
	"nuncio"
	"nuncio/doc"
)

// clockReach is how many sentences a paragraph's day goes on without being named again.
const clockReach = 2

// ParagraphDay is the day on which the story of a paragraph stands where a deed is told
// without a time of its own: that of the last main clause before it, of the same
// paragraph, that has one, and its sentence. "The president received him on Friday. She
// thanked him for the help." A deed told in the perfect or the pluperfect, one whose
// sentence speaks of another time and one that lies ahead is of no such day; nor does
// the day on which something was said date what was done.
func (t *Tagger) ParagraphDay(d *doc.Document, at doc.Ref) (nuncio.When, int, bool) {
	if !inside(d, at) {
		return nuncio.When{}, 0, false
	}
	s := &d.Sentences[at.Sent]
	if !hasTree(s) || t.VerbTenseAt(s, at.Tok) != Past || Perfect(s, at.Tok) || pluperfect(s, at.Tok) || relative(s, at.Tok) >= 0 {
		return nuncio.When{}, 0, false
	}
	g := t.govern(d, at.Sent)
	for k := g.lo; k < g.hi; k++ {
		if x := &d.Times[k]; usable(x) && x.Type != "DURATION" && !g.ahead(x) && relative(s, x.First) < 0 {
			return nuncio.When{}, 0, false
		}
	}
	for sent := at.Sent - 1; sent >= max(0, at.Sent-clockReach) && sameParagraph(d, sent, at.Sent); sent-- {
		g := t.govern(d, sent)
		if !hasTree(g.s) {
			break
		}
		root := g.story(rootOf(g.s))
		if g.lo == g.hi || root < 0 {
			continue
		}
		k := g.own(root)
		if k >= 0 && g.s.Tokens[root].Head >= 0 && g.s.Tokens[g.top(&g.d.Times[k])].Head != root {
			break // "the June declaration opened a new era, it said"
		}
		if k < 0 || g.isCue(root) || t.VerbTenseAt(g.s, root) != Past {
			break
		}
		x := &d.Times[k]
		if gr := x.Interval.Granularity; gr != nuncio.GranularityDay && gr != nuncio.GranularityTime || bounded(g.s, x.First) || g.ahead(x) || !g.recent(x) {
			break
		}
		return g.when(k, g.bound(k, root), Past, nuncio.WhenContext), sent, true
	}
	return nuncio.When{}, 0, false
}

// story is the main verb of what a sentence tells, where a source stands behind it: "The
// minister met him on Friday, the agency said".
func (g *govern) story(root int) int {
	if root < 0 || !g.isCue(root) {
		return root
	}
	if c := g.s.Child(root, "ccomp"); c >= 0 && c < root && g.s.Child(c, "mark") < 0 && g.s.Tokens[c].UPOS == "VERB" {
		return c
	}
	return root
}

// Root is the token that heads a sentence, 0 where no tree stands.
func Root(s *doc.Sentence) int { return max(0, rootOf(s)) }

func rootOf(s *doc.Sentence) int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// Aside reports whether a clause is set beside what was told before it: "on the
// sidelines", "at the opening", of nothing that it names itself.
func (t *Tagger) Aside(s *doc.Sentence, i int) bool {
	if !hasTree(s) {
		return false
	}
	for i >= 0 && !isClauseHead(s, i) {
		i = s.Tokens[i].Head
	}
	if i < 0 {
		return false
	}
	g := govern{s: s, uses: t.uses}
	for c := range s.Children(i) {
		if doc.IsRel(s.Tokens[c].Deprel, "obl") && c < i && g.margin(c) && g.definite(c) && s.Child(c, "nmod") < 0 {
			return true
		}
	}
	return false
}
