package when

import (
	"strings"

	"nuncio"
	"nuncio/doc"
)

// bound is the word that makes of time k an end or a beginning of what token i
// tells: "since" before it, or before the clause that it stands in ("have fought
// since the border was drawn in 1962"). The clause of a relative "when" has the
// time itself: "has been in court since May, when Oslo sued". What comes behind
// "after" was over by the time of the clause above.
func (g *govern) bound(k, i int) string {
	t := &g.d.Times[k]
	if !hasTree(g.s) {
		return g.before(t.First)
	}
	for a, n := i, 0; a >= 0 && n <= len(g.s.Tokens); n++ {
		w := &g.s.Tokens[a]
		if doc.IsRel(w.Deprel, "acl") && w.Head >= t.First && w.Head < t.End {
			return ""
		}
		if c := g.s.Child(a, "advmod"); doc.IsRel(w.Deprel, "advcl") && c >= t.End && c <= t.End+1 && lower(&g.s.Tokens[c]) == "when" {
			return "" // hung on the clause above
		}
		if m := g.s.Child(a, "mark"); m >= 0 && doc.IsRel(w.Deprel, "advcl") && lower(&g.s.Tokens[m]) == "after" && !g.s.Dominates(a, t.First) {
			return "until" // "protested on Monday after ships had been rammed": no later than that
		}
		a = w.Head
	}
	for a, n := g.s.Tokens[g.top(t)].Head, 0; a >= 0 && !g.s.Dominates(a, i) && n <= len(g.s.Tokens); n++ {
		w := &g.s.Tokens[a]
		if doc.IsRel(w.Deprel, "acl") && w.Head >= 0 && g.s.Tokens[w.Head].Lemma == "time" && g.caseOf(w.Head) == "by" {
			return "until"
		}
		if m := g.s.Child(a, "mark"); m >= 0 && doc.IsRel(w.Deprel, "advcl") {
			switch f := lower(&g.s.Tokens[m]); f {
			case "since":
				return f
			case "before", "until", "till":
				return "until"
			}
		}
		a = w.Head
	}
	return g.before(t.First)
}

// sinceReach is how many sentences back the time may stand that "has since" counts from.
const sinceReach = 3

// since dates "has since withdrawn": from the time last spoken of until publication.
func (g *govern) since(at doc.Ref) (nuncio.When, bool) {
	pub := g.d.Report.Day()
	if !hasTree(g.s) || pub.IsZero() || !Perfect(g.s, at.Tok) {
		return nuncio.When{}, false
	}
	adverb := -1
	for c := range g.s.Children(at.Tok) {
		if t := &g.s.Tokens[c]; t.Deprel == "advmod" && t.Lemma == "since" {
			adverb = c
		}
	}
	if adverb < 0 {
		return nuncio.When{}, false
	}
	for k := g.hi - 1; k >= 0; k-- {
		t := &g.d.Times[k]
		if t.Sent == g.sent && t.First > adverb {
			continue
		}
		if g.sent-t.Sent > sinceReach || g.d.Sentences[t.Sent].Part != g.s.Part {
			break
		}
		if !usable(t) || t.Type == "DURATION" || t.Interval.Start.IsZero() || t.Interval.Start.After(pub) {
			continue
		}
		w := nuncio.When{Interval: t.Interval, Basis: nuncio.WhenContext, In: partName(g.s)}
		w.End = pub
		r := doc.Range{Sent: g.sent, First: adverb, End: adverb + 1}
		w.Text, w.Span = g.d.Words(r), g.d.Span(r)
		return w, true
	}
	return nuncio.When{}, false
}

// parted reports whether a later clause with a subject of its own tells in the
// perfect what a time inside the clause before it does not date: "was founded in
// 1962, and the two have fought over it".
func (g *govern) parted(a int, t *doc.Time) bool {
	return t.First > g.s.Tokens[a].Head && Perfect(g.s, a) && g.s.Child(a, "nsubj", "nsubj:pass") >= 0
}

// leads reports whether a time stands right before verb i and behind its subject,
// where trees often hang it on a clause that has just closed: "Mwangi, who has
// lived in Oslo since the coup, on Saturday thanked".
func (g *govern) leads(t *doc.Time, i int) bool {
	if t.End != i || t.First == 0 || !g.s.Tokens[i].Feat("VerbForm", "Fin") && g.s.Tokens[i].XPOS != "VBD" && g.s.Tokens[i].XPOS != "VBZ" {
		return false
	}
	k := t.First - 1
	if g.s.Tokens[k].UPOS == "ADP" {
		k--
	}
	if k < 0 {
		return false
	}
	return g.s.Tokens[k].Form == "," && k > g.s.Child(i, "nsubj") && g.s.Child(i, "nsubj") >= 0
}

// dates reports whether a clause about somebody's words still sets a time: "has
// fought on since the council listed it in July".
func (g *govern) dates(a int) bool {
	m := g.s.Child(a, "mark", "advmod")
	if m < 0 || !doc.IsRel(g.s.Tokens[a].Deprel, "advcl") {
		return false
	}
	switch lower(&g.s.Tokens[m]) {
	case "since", "before", "until", "till", "after", "when":
		return true
	}
	return false
}

// another reports whether a time belongs to a deed or thing that noun a names and the clause
// is only about: "expelled him over Monday's raid", "condemned Monday's raid", "rescinded the
// decree of May 3". What one takes part in has the day of taking part.
func (g *govern) another(a int, t *doc.Time, i int) bool {
	w := &g.s.Tokens[a]
	e := g.top(t)
	if !isNominal(w) || g.s.Tokens[e].Head != a {
		return false
	}
	own := g.s.Tokens[e].Deprel == "nmod:poss"
	if c := g.s.Child(a, "case"); c >= 0 {
		if !own {
			return false
		}
		switch lower(&g.s.Tokens[c]) {
		case "for", "over", "about", "despite", "against":
			return true
		}
		return false
	}
	if w.Deprel != "obj" || w.Head != i {
		return false
	}
	if own {
		return g.uses.has(g.s.Tokens[i].Lemma, judge)
	}
	return doc.IsRel(g.s.Tokens[e].Deprel, "nmod") && t.First > 0 && lower(&g.s.Tokens[t.First-1]) == "of" && !g.uses.has(w.Lemma, timeNoun) && !g.uses.has(g.s.Tokens[i].Lemma, partake)
}

// Until is the time to which a verb puts something off: "postponed it until May", "put off
// to Friday".
func (t *Tagger) Until(d *doc.Document, at doc.Ref) (nuncio.When, bool) {
	if !inside(d, at) {
		return nuncio.When{}, false
	}
	g := t.govern(d, at.Sent)
	for k := g.lo; k < g.hi; k++ {
		t := &d.Times[k]
		if !usable(t) || !hasTree(g.s) || !g.s.Dominates(at.Tok, t.First) || clauseAbove(g.s, g.top(t)) != at.Tok {
			continue
		}
		switch g.before(t.First) {
		case "until", "till", "til", "to", "for":
			return nuncio.When{Interval: toCome(t, d.Report.Day()), Basis: nuncio.WhenExpression, Text: d.Words(t.Range), Span: d.Span(t.Range), In: partName(g.s)}, true
		}
	}
	return nuncio.When{}, false
}

// toCome is the interval of a time that lies ahead, though a verb in the past made it the
// last such month or weekday.
func toCome(t *doc.Time, pub nuncio.Date) nuncio.Interval {
	v := t.Interval
	if pub.IsZero() || v.Start.IsZero() || !v.End.Before(pub) || !strings.HasSuffix(t.Reason, ", from publication") {
		return v
	}
	switch {
	case v.Granularity == nuncio.GranularityMonth:
		v.Start, v.End = shift(v.Start, 1, year), shift(v.End, 1, year)
	case strings.HasPrefix(t.Reason, "weekday"):
		v.Start, v.End = v.Start.AddDays(7), v.End.AddDays(7)
	}
	return v
}
