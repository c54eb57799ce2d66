package when

import (
	"strings"
	"time"

	"nuncio"
	"nuncio/doc"
)

// Deed is an event whose time is asked for. The document has its tree, its Times
// (by [Tagger.Tag]) and, where voice has run, its Attributions.
type Deed struct {
	At      doc.Ref       // the trigger: a verb, or a noun that stands for a deed
	Status  nuncio.Status // Planned and Demanded lie ahead whatever the tense
	Parties []int         // entities that take part, for [Placed] scenes; may be empty
}

// Placed is an event already given its time, in text order.
type Placed struct {
	At      doc.Ref
	Parties []int
	When    nuncio.When
}

// Telling says why an event is told.
type Telling string

// The tellings.
const (
	News        Telling = "news"
	Anniversary Telling = "anniversary" // remembered on its day: "the 70th anniversary of the armistice"
	Background  Telling = "background"  // long over or long so: "has been since the 1950s", "founded in 1948"
)

// ForEvent says when a deed took place, in this order:
//
//   - expression: a distance from another deed ("the day after the vote"); words that govern the trigger in the tree: its own dependents,
//     those of its arguments, of an adverbial clause ("when … in 2016"), then up
//     the clause chain, but never across a cue of attribution;
//   - report: the day on which the source spoke ("reported Sunday that …"), which
//     bounds what is told: it ends by then, or, for what is to come, starts then;
//   - context: the scene: an earlier event with words in the same sentence or
//     paragraph, or one that shares two parties, or "at the time"; or the sentence
//     after it, which names it again ("The signing took place on Saturday");
//   - tense: past and present end with publication, the future starts with it;
//   - none.
//
// The same serves the day of an act of speech: ask with the cue as At.
func (t *Tagger) ForEvent(d *doc.Document, e Deed, scene []Placed) nuncio.When {
	if !inside(d, e.At) {
		return nuncio.When{Basis: nuncio.WhenNone}
	}
	s := &d.Sentences[e.At.Sent]
	ahead := e.Status == nuncio.Planned || e.Status == nuncio.Demanded
	tense := t.VerbTenseAt(s, e.At.Tok)
	if ahead {
		tense = Future
	}
	g := t.govern(d, e.At.Sent)
	if w, ok := t.counted(&g, e.At.Tok); ok && !(tense != Future && w.Start.After(d.Report.Day())) {
		return w
	}
	occasion, met := nuncio.When{}, false
	if tense != Future {
		occasion, met = t.onOccasion(&g, e.At.Tok)
	}
	if k := g.expression(e.At.Tok); k >= 0 && !(met && !d.Times[k].Interval.End.IsZero() && d.Times[k].Interval.End.Before(occasion.Start)) { // "at the meeting he thanked him for the help of last year"
		if ahead && g.ofTheWord(k, e.At.Tok) {
			return g.heldSince(k)
		}
		return g.when(k, g.bound(k, e.At.Tok), tense, nuncio.WhenExpression)
	}
	if w, ok := g.since(e.At); ok {
		return w
	}
	if k := g.report(e.At.Tok); k >= 0 {
		w := g.heldSince(k)
		if tense != Future {
			w.Interval = nuncio.Interval{End: g.bare(k).End, Granularity: w.Granularity}
		}
		return w
	}
	if met {
		return occasion
	}
	if w, ok := t.underHead(d, e.At); ok && !ahead {
		return w
	}
	if w, ok := t.toldAgain(d, e); ok {
		return w
	}
	if w, ok := t.fromScene(d, e, scene, tense); ok {
		return w
	}
	pub := d.Report.Day()
	switch {
	case pub.IsZero():
	case tense == Future && !ahead && (e.Status == nuncio.Asserted || progressive(s, e.At.Tok)): // "is visiting": it has begun; "were the first to attack"
		return nuncio.When{Interval: nuncio.Interval{End: pub}, Basis: nuncio.WhenTense}
	case tense == Future:
		return nuncio.When{Interval: nuncio.Interval{Start: pub}, Basis: nuncio.WhenTense}
	case tense != NoTense:
		return nuncio.When{Interval: nuncio.Interval{End: pub}, Basis: nuncio.WhenTense}
	}
	return nuncio.When{Basis: nuncio.WhenNone}
}

// ofTheWord reports whether time k is that of a word given for what verb i is still to do, so
// that the deed lies anywhere after it: "vowed on Monday to expel the envoy". A plan told from
// behind ("was due on Monday to leave") has the time itself.
func (g *govern) ofTheWord(k, i int) bool {
	t := &g.d.Times[k]
	if !hasTree(g.s) || !g.over(t) || g.before(t.First) == "until" || g.s.Dominates(i, g.top(t)) {
		return false
	}
	for n := 0; n < 3 && g.s.Tokens[i].Deprel == "conj" && g.s.Tokens[i].Head >= 0; n++ {
		i = g.s.Tokens[i].Head
	}
	up := g.s.Tokens[i].Head
	if up < 0 || !doc.IsRel(g.s.Tokens[i].Deprel, "xcomp") && !doc.IsRel(g.s.Tokens[i].Deprel, "ccomp") || !isClauseHead(g.s, up) {
		return false
	}
	w := &g.s.Tokens[up]
	return !g.uses.planned(w) && !g.uses.begun(w) && !g.uses.has(w.Lemma, decide) && g.uses.verbTense(g.s, up) == Past && clauseAbove(g.s, g.top(t)) == up
}

// heldSince is the open stretch that begins with time k.
func (g *govern) heldSince(k int) nuncio.When {
	t := &g.d.Times[k]
	w := nuncio.When{Text: g.d.Words(t.Range), Span: g.d.Span(t.Range), Basis: nuncio.WhenReport, In: partName(g.s)}
	w.Interval = nuncio.Interval{Start: t.Interval.Start, Granularity: t.Interval.Granularity}
	return w
}

// inside reports whether a document has the token.
func inside(d *doc.Document, at doc.Ref) bool {
	return at.Sent >= 0 && at.Sent < len(d.Sentences) && at.Tok >= 0 && at.Tok < len(d.Sentences[at.Sent].Tokens)
}

// ForCue says when a source spoke: the expression that governs the cue, else
// the tense. It never borrows from what was said.
func (t *Tagger) ForCue(d *doc.Document, cue doc.Ref) nuncio.When {
	return t.ForEvent(d, Deed{At: cue}, nil)
}

func partName(s *doc.Sentence) string {
	if s.Part == doc.Title {
		return "title"
	}
	return ""
}

// VerbTenseAt is the tense of the clause that a trigger stands in; for a noun
// that of the verb above it.
func (t *Tagger) VerbTenseAt(s *doc.Sentence, i int) Tense {
	if !hasTree(s) {
		return t.uses.tenseByWords(s, doc.Range{First: i, End: i + 1})
	}
	if !isClauseHead(s, i) {
		if i = clauseAbove(s, i); i < 0 {
			return NoTense
		}
	}
	return t.uses.verbTense(s, i)
}

// when is a time as an event's time.
func (g *govern) when(k int, bound string, tense Tense, basis nuncio.WhenBasis) nuncio.When {
	t := &g.d.Times[k]
	if strings.HasSuffix(t.Reason, "from the date spoken of") && (strings.HasPrefix(t.Reason, "at-the-time")) {
		basis = nuncio.WhenContext
	}
	r := t.Range
	w := nuncio.When{Interval: t.Interval, Basis: basis}
	w.In = partName(g.s)
	pub := g.d.Report.Day()
	closing := func() nuncio.Date {
		if tense == Future {
			return nuncio.Date{}
		}
		return pub
	}
	if w.Granularity == nuncio.GranularityTime && bound != "since" && bound != "from" {
		bound = "" // "before dawn on Sunday" is that Sunday
	}
	switch bound {
	case "since":
		w.End = closing()
		w.End = later(w.End, t.Interval.Start)
	case "from":
		if o := g.partner(k, "to", "until", "till", "through", "-"); o >= 0 {
			w.End = g.d.Times[o].Interval.End
			r.End = g.d.Times[o].End
		}
	case "between":
		if o := g.partner(k, "and"); o >= 0 {
			w.End = g.d.Times[o].Interval.End
			r.End = g.d.Times[o].End
		}
	case "until", "till", "by", "through":
		w.Start = nuncio.Date{}
		if tense == Future {
			w.Start = earlier(pub, w.End)
		}
	case "before":
		w.Start, w.End = nuncio.Date{}, t.Interval.Start
		switch {
		case t.Mod == "END":
			w.End = t.Interval.End // "before the end of the year"
		case !w.End.IsZero():
			w.End = w.End.AddDays(-1)
		}
		if tense == Future && !pub.After(w.End) {
			w.Start = pub
		}
	case "after":
		w.Start, w.End = t.Interval.End, later(closing(), t.Interval.End)
	case "to", "and":
		for o := g.lo; o < g.hi; o++ {
			if p := &g.d.Times[o]; p.End == t.First-1 && p.First > 0 &&
				(g.before(p.First) == "from" || g.before(p.First) == "between") {
				w.Start = p.Interval.Start
				r.First = p.First
			}
		}
	}
	if o := g.partner(k, "and"); o >= 0 && r == t.Range && (w.Granularity == nuncio.GranularityMonth || w.Granularity == nuncio.GranularityYear) {
		if v := g.d.Times[o].Interval; v.Granularity == w.Granularity && v.Start == w.End.AddDays(1) { // "in May and June"
			w.End, r.End = v.End, g.d.Times[o].End
		}
	}
	if (w.Granularity == nuncio.GranularityDay || w.Granularity == nuncio.GranularityTime) && r == t.Range { // "on May 27 and 28", "June 3-5"
		if o := g.partner(k, "and", "-", "–", "to", "through"); o >= 0 {
			if v := g.d.Times[o].Interval; (v.Granularity == nuncio.GranularityDay || v.Granularity == nuncio.GranularityTime) && v.Start.After(w.Start) && gap(v.Start, w.Start) < 31*24*time.Hour {
				w.End, r.End = v.End, g.d.Times[o].End
			}
		}
	}
	if !w.Start.IsZero() && !w.End.IsZero() && w.End.Before(w.Start) {
		w.End = w.Start
	}
	if !pub.IsZero() && !w.Start.After(pub) && w.End.After(pub) && r == t.Range && !limits(bound) { // "this week": as much of it as has been, or is to come
		switch tense {
		case Past:
			w.End = pub
		case Future:
			if t.Type == "DATE" && strings.HasPrefix(strings.ToLower(g.s.Tokens[t.First].Form), "this") {
				w.Start = later(w.Start, pub)
			}
		}
	}
	w.Text, w.Span = g.d.Words(r), g.d.Span(r)
	return w
}

// limits reports whether a word before a time makes it an end or a beginning.
func limits(word string) bool {
	switch word {
	case "since", "from", "between", "until", "till", "by", "through", "before", "after", "to", "and":
		return true
	}
	return false
}

func later(d, than nuncio.Date) nuncio.Date {
	if !d.IsZero() && d.Before(than) {
		return than
	}
	return d
}

func earlier(d, than nuncio.Date) nuncio.Date {
	if !than.IsZero() && d.After(than) {
		return than
	}
	return d
}

// before is the lower-cased word before token i, a modifier skipped.
func (g *govern) before(i int) string {
	for i--; i >= 0; i-- {
		switch w := strings.ToLower(g.s.Tokens[i].Form); w {
		case "the", "about", "around", "early", "late", "mid", "-", "at", "least", "shortly", "just":
			if w == "-" {
				return w
			}
		default:
			return w
		}
	}
	return ""
}

// verbBetween reports whether a verb stands among tokens first to end: then what
// follows "and" is another clause.
func (g *govern) verbBetween(first, end int) bool {
	for i := first; i < end; i++ {
		if g.s.Tokens[i].UPOS == "VERB" {
			return true
		}
	}
	return false
}

// partner is the time that begins one word after time k, the word being one of words.
func (g *govern) partner(k int, words ...string) int {
	t := &g.d.Times[k]
	if t.End >= len(g.s.Tokens) {
		return -1
	}
	w := strings.ToLower(g.s.Tokens[t.End].Form)
	for _, want := range words {
		if w != want {
			continue
		}
		for o := k + 1; o < g.hi; o++ {
			if p := &g.d.Times[o]; p.First >= t.End+1 && p.First <= t.End+3 && !p.Interval.IsZero() && !g.verbBetween(t.End+1, p.First) {
				return o
			}
		}
	}
	return -1
}
