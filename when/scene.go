package when

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// sceneReach is how many events back a scene may lie.
const sceneReach = 100

// fromScene takes the time of an earlier event of the same scene: one of the
// same sentence; one of the same paragraph that shares a party, or has the same
// predicate; or, wherever it stands, the last that shares two parties. What
// belongs to another tense is no part of the scene.
func (t *Tagger) fromScene(d *doc.Document, e Deed, scene []Placed, tense Tense) (nuncio.When, bool) {
	best, rank := -1, 0
	g := t.govern(d, e.At.Sent)
	said := g.isCue(e.At.Tok)
	perfect := Perfect(&d.Sentences[e.At.Sent], e.At.Tok)
	for k := max(0, len(scene)-sceneReach); k < len(scene); k++ {
		p := &scene[k]
		if !inside(d, p.At) {
			continue
		}
		if p.When.Basis != nuncio.WhenExpression && p.When.Basis != nuncio.WhenContext || p.When.IsZero() {
			continue
		}
		if d.Sentences[p.At.Sent].Part != d.Sentences[e.At.Sent].Part || p.At == e.At {
			continue
		}
		if (t.VerbTenseAt(&d.Sentences[p.At.Sent], p.At.Tok) == Future) != (tense == Future) {
			continue
		}
		r := kinship(d, e, p)
		if r > 0 && r < 3 && tense == Past && !pluperfect(&d.Sentences[e.At.Sent], e.At.Tok) && longOver(d, p) {
			continue // a new paragraph comes back to the news
		}
		if perfect {
			continue
		}
		if said && r < 4 && !(r == 3 && (t.spokeOn(d, e, p) || p.At.Sent == e.At.Sent-1 && shared(e, p) >= 2 && t.uses.has(d.Token(p.At).Lemma, converse))) {
			continue // what a source says it says to the report, not in the scene
		}
		if r > 0 && r >= rank {
			best, rank = k, r
		}
	}
	if best < 0 {
		return nuncio.When{}, false
	}
	w := scene[best].When
	w.Basis = nuncio.WhenContext
	if at := scene[best].At; LooksBack(g.s, e.At.Tok) && !pluperfect(&d.Sentences[at.Sent], at.Tok) && !g.toldOf(e.At.Tok) {
		w.Start = nuncio.Date{} // "the two had met twice" before the scene in which they sat
	}
	return w, true
}

// spokeOn reports whether an earlier event of the paragraph was a word of the same
// speaker, who goes on speaking: "warned on Monday that … He threatened".
func (t *Tagger) spokeOn(d *doc.Document, e Deed, p *Placed) bool {
	if len(e.Parties) == 0 || len(p.Parties) == 0 || e.Parties[0] != p.Parties[0] {
		return false
	}
	g := t.govern(d, p.At.Sent)
	return g.isCue(p.At.Tok)
}

// Perfect reports whether the verb at a token tells in the present perfect ("has
// accepted"): English never gives such a deed the day of a scene told before.
func Perfect(s *doc.Sentence, i int) bool {
	t := &s.Tokens[i]
	if t.XPOS == "VBN" && t.Deprel == "conj" && t.Head >= 0 && s.Child(i, "aux", "aux:pass", "nsubj") < 0 { // "has apologised to Oslo and assured it that"
		i = t.Head
	}
	return s.Tokens[i].XPOS == "VBN" && hasHave(s, i, "VBZ", "VBP")
}

// pluperfect reports whether the verb at a token looks back from a past scene
// ("had accepted").
func pluperfect(s *doc.Sentence, i int) bool {
	return s.Tokens[i].XPOS == "VBN" && hasHave(s, i, "VBD", "VBD")
}

// LooksBack reports whether a verb stands in the pluperfect, or has no tense of its own
// and hangs on one that does: "had accused the army of killing miners".
func LooksBack(s *doc.Sentence, i int) bool {
	if t := &s.Tokens[i]; t.XPOS == "VBG" && s.Child(i, "aux", "nsubj") < 0 {
		i = clauseAbove(s, i)
	}
	return i >= 0 && pluperfect(s, i)
}

func hasHave(s *doc.Sentence, i int, xpos, or string) bool {
	for c := range s.Children(i) {
		if t := &s.Tokens[c]; t.Deprel == "aux" && t.Lemma == "have" && (t.XPOS == xpos || t.XPOS == or) {
			return true
		}
	}
	return false
}

// shared counts the parties that two events have in common.
func shared(e Deed, p *Placed) int {
	n := 0
	for _, a := range e.Parties {
		for _, b := range p.Parties {
			if a == b {
				n++
			}
		}
	}
	return n
}

// kinship ranks how surely two events are of one scene; 0 when they are not.
func kinship(d *doc.Document, e Deed, p *Placed) int {
	shared := shared(e, p)
	same := d.Token(e.At).Lemma != "" && d.Token(e.At).Lemma == d.Token(p.At).Lemma
	if r := relative(&d.Sentences[p.At.Sent], p.At.Tok); r >= 0 {
		inside := e.At.Sent == p.At.Sent && d.Sentences[e.At.Sent].Dominates(r, e.At.Tok)
		if !inside && (shared < 2 || e.At.Sent != p.At.Sent+1 || longOver(d, p)) {
			return 0 // "France, which hosted talks last year, urged": told of France in passing
		}
	}
	switch {
	case e.At.Sent == p.At.Sent:
		return 4
	case sameParagraph(d, p.At.Sent, e.At.Sent) && p.At.Sent < e.At.Sent && (shared > 0 || same):
		return 3
	case shared >= 2 && p.At.Sent < e.At.Sent:
		return 2
	case shared >= 1 && same && p.At.Sent < e.At.Sent:
		return 1
	}
	return 0
}

// relative is the head of the relative clause or participle that a token stands
// in, or -1.
func relative(s *doc.Sentence, i int) int {
	for n := 0; i >= 0 && n <= len(s.Tokens); n++ {
		if doc.IsRel(s.Tokens[i].Deprel, "acl") {
			return i
		}
		i = s.Tokens[i].Head
	}
	return -1
}

// longOver reports whether a dated event had ended a month before publication.
func longOver(d *doc.Document, p *Placed) bool {
	pub := d.Report.Day()
	return !pub.IsZero() && !p.When.End.IsZero() && p.When.End.Before(addMonths(pub, -1))
}

// SameParagraph reports whether two sentences stand in one paragraph.
func SameParagraph(d *doc.Document, a, b int) bool { return sameParagraph(d, a, b) }

// sameParagraph reports whether no blank line, and no line that ends a sentence,
// stands between two sentences.
func sameParagraph(d *doc.Document, a, b int) bool {
	if a > b {
		a, b = b, a
	}
	if b-a > 6 || d.Sentences[a].Part != d.Sentences[b].Part {
		return false
	}
	text := d.Text(d.Sentences[a].Part)
	for i := a; i < b; i++ {
		gap := text[min(d.Sentences[i].End, len(text)):min(d.Sentences[i+1].Start, len(text))]
		if strings.Contains(gap, "\n") {
			return false
		}
	}
	return true
}

// Telling says whether a deed is news, remembered on its anniversary, or
// background: its time ended more than a year before publication, or it has
// lasted since long.
func (t *Tagger) Telling(d *doc.Document, at doc.Ref, w nuncio.When) Telling {
	if !inside(d, at) {
		return News
	}
	s := &d.Sentences[at.Sent]
	if hasTree(s) {
		for a, n := at.Tok, 0; a >= 0 && n <= len(s.Tokens); n++ {
			if a != at.Tok && t.uses.has(s.Tokens[a].Lemma, remember) {
				return Anniversary
			}
			if isClauseHead(s, a) && a != at.Tok {
				break
			}
			a = s.Tokens[a].Head
		}
		for c := range s.Children(at.Tok) { // "marked the anniversary of" is news of today
			if l := s.Tokens[c].Lemma; (l == "long" || l == "historically" || l == "traditionally") && s.Tokens[c].Deprel == "advmod" {
				return Background
			}
		}
	}
	pub := d.Report.Day()
	if pub.IsZero() {
		return News
	}
	yearBefore := addMonths(pub, -12)
	if !w.End.IsZero() && w.End.Before(yearBefore) {
		return Background
	}
	if !w.Start.IsZero() && w.Start.Before(yearBefore) && (w.End.IsZero() || !w.End.Before(pub)) && w.Basis == nuncio.WhenExpression {
		return Background
	}
	return News
}
