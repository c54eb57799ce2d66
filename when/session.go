package when

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// sessionReach is how many sentences of a paper may pass before it says when those who
// issue it met.
const sessionReach = 3

// SessionDay is the day on which a paper that acts by its own words does so: of a
// communiqué or declaration the day on which those who issue it met ("the ministers met
// in Lomé on 3 May. They condemned …"), else that of the paper itself ("the Ministry
// rejects"). It holds for a deed told in the present or simple past by the paper
// itself; ok is false in reports of any other kind.
func (t *Tagger) SessionDay(d *doc.Document, at doc.Ref) (nuncio.When, bool) {
	if !inside(d, at) || d.Sentences[at.Sent].Part == doc.Title || !t.paper(d) {
		return nuncio.When{}, false
	}
	s := &d.Sentences[at.Sent]
	if !hasTree(s) || Perfect(s, at.Tok) || pluperfect(s, at.Tok) || relative(s, at.Tok) >= 0 {
		return nuncio.When{}, false
	}
	if g := t.govern(d, at.Sent); g.toldOf(at.Tok) {
		return nuncio.When{}, false
	}
	tense := t.VerbTenseAt(s, at.Tok)
	if w, ok := t.sat(d); ok && (tense == Past || tense == Present) {
		return w, true
	}
	pub := d.Report.Day()
	if tense != Present || pub.IsZero() {
		return nuncio.When{}, false
	}
	day := nuncio.Interval{Start: pub, End: pub, Granularity: nuncio.GranularityDay}
	return nuncio.When{Interval: day, Basis: nuncio.WhenContext}, true
}

// toldOf reports whether token i stands in what somebody is told to have said.
func (g *govern) toldOf(i int) bool {
	for n := 0; i >= 0 && n <= len(g.s.Tokens); n++ {
		if g.boundary(i) {
			return true
		}
		i = g.s.Tokens[i].Head
	}
	return false
}

// paper reports whether a report is a paper that acts by its own words, by its title or
// its closing line ("Done at Lomé, 3 May 2011").
func (t *Tagger) paper(d *doc.Document) bool {
	title := strings.ToLower(d.Report.Title)
	for _, w := range t.papers {
		if i := strings.Index(title, w); i >= 0 && !strings.ContainsAny(title[:i], ",:;") && len(strings.Fields(title[:i])) <= 3 {
			return true
		}
	}
	text := strings.TrimSpace(d.Report.Text)
	last := text[strings.LastIndexByte(text, '\n')+1:]
	return len(last) < 120 && (strings.HasPrefix(last, "Done at ") || strings.HasPrefix(last, "Done in ") || strings.HasPrefix(last, "Adopted at ") || strings.HasPrefix(last, "Adopted in "))
}

// sat is the day on which those who issue a paper met, by its first sentences.
func (t *Tagger) sat(d *doc.Document) (nuncio.When, bool) {
	seen := 0
	for sent := range d.Sentences {
		if d.Sentences[sent].Part == doc.Title {
			continue
		}
		if seen++; seen > sessionReach {
			break
		}
		g := t.govern(d, sent)
		root := -1
		if hasTree(g.s) {
			root = rootOf(g.s)
		}
		if root < 0 || !t.uses.has(g.s.Tokens[root].Lemma, gather) {
			continue
		}
		k := g.own(root)
		if k < 0 {
			continue
		}
		if x := &d.Times[k]; x.Interval.Granularity != nuncio.GranularityDay || g.ahead(x) || !g.recent(x) {
			continue
		}
		w := g.when(k, g.bound(k, root), Past, nuncio.WhenContext)
		w.Start = w.End // a paper is issued at the end
		return w, !w.End.IsZero()
	}
	return nuncio.When{}, false
}
