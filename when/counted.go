package when

import (
	"strconv"
	"strings"

	"nuncio"
	"nuncio/doc"
)

// measure is a distance in time from a deed: "ten days after", "on the eve of",
// "four years have passed since".
type measure struct {
	n     int // units; below zero before the deed
	unit  unit
	words doc.Range
	from  int // the deed counted from: the head of a clause or a noun
	at    int // the clause that lies so far from it, -1 for none
	noun  bool
	exact bool // "exactly a month after", "to the day"
}

// counted says when a deed took place that the sentence sets at a distance from
// another: "ten days after gunmen had stormed the palace", "a day after the vote".
func (t *Tagger) counted(g *govern, i int) (nuncio.When, bool) {
	if !hasTree(g.s) {
		return nuncio.When{}, false
	}
	for a := range g.s.Tokens {
		m, ok := g.measureAt(a)
		if !ok {
			continue
		}
		switch {
		case !m.noun && m.at >= 0 && (i == m.from || g.s.Tokens[i].Head == m.from && g.s.Tokens[i].Deprel == "xcomp" && g.uses.begun(&g.s.Tokens[m.from])): // the deed that is counted from: by the time of the other
			if g.own(i) >= 0 {
				return nuncio.When{}, false // it has a time of its own
			}
			m.n = -m.n
			if k := g.expression(m.at); k >= 0 && !g.s.Dominates(m.from, g.top(&g.d.Times[k])) {
				return m.when(g, g.d.Times[k].Interval), true
			}
			if subj := g.s.Child(m.at, "nsubj"); subj >= 0 && g.uses.has(g.s.Tokens[m.at].Lemma, happen) && len(t.deeds[g.s.Tokens[subj].Lemma]) > 0 {
				if k, from := t.anchor(g, subj); k >= 0 && from.sent < g.sent && !from.ahead(&from.d.Times[k]) {
					return m.when(g, from.d.Times[k].Interval), true
				}
			}
			if v, ok := g.undated(m.at); ok {
				return m.when(g, v), true
			}
			return nuncio.When{}, false
		case i == m.from && m.at >= 0 && g.own(i) < 0: // "marched exactly a month after the murder"
			if k, _ := t.anchor(g, i); k >= 0 {
				return nuncio.When{}, false
			}
			if k := g.own(m.at); k >= 0 && !g.s.Dominates(m.from, g.top(&g.d.Times[k])) && g.over(&g.d.Times[k]) {
				m.n = -m.n
				return m.when(g, g.d.Times[k].Interval), true
			}
		case m.at < 0 || !g.reaches(i, m.at) || g.dated(i, m.from):
		case m.noun:
			if k, from := t.anchor(g, m.from); k >= 0 {
				return m.when(g, from.d.Times[k].Interval), true
			}
			if w, ok := t.fromBefore(g, &m); ok {
				return w, true
			}
		default:
			if k := g.own(m.from); k >= 0 {
				return m.when(g, g.d.Times[k].Interval), true
			}
		}
	}
	if w, ok := g.sameDay(i); ok {
		return w, true
	}
	if w, ok := t.running(g, i); ok {
		return w, true
	}
	if w, ok := g.lasted(i); ok {
		return w, true
	}
	return g.passed(i)
}

// undated is the day of a clause without a time from which another deed is counted:
// what is told in the present is of publication ("the row comes two days after"); what
// only says that a deed told before was ("the swap came three days after") is of the day
// spoken of last, else of the day of the news that the report leads with.
func (g *govern) undated(at int) (nuncio.Interval, bool) {
	pub := g.d.Report.Day()
	switch t, _ := g.uses.ownTense(g.s, at); {
	case pub.IsZero():
	case t == Present || Perfect(g.s, at): // "have accused each other, hours before an envoy was due"
		return nuncio.Interval{Start: pub, End: pub, Granularity: nuncio.GranularityDay}, true
	case t == Past && g.uses.has(g.s.Tokens[at].Lemma, happen):
		for k := g.lo - 1; k >= 0; k-- {
			t := &g.d.Times[k]
			if g.d.Sentences[t.Sent].Part != g.s.Part || g.sent-t.Sent > 2 {
				break
			}
			if t.Interval.Granularity == nuncio.GranularityDay && !bounded(&g.d.Sentences[t.Sent], t.First) && !t.Interval.Start.After(pub) {
				return t.Interval, true
			}
		}
		return g.lead()
	}
	return nuncio.Interval{}, false
}

// fromBefore counts from a deed that a noun speaks of without a word by which it was told: the
// sentence before in the paragraph ("crossed the river on Sunday. A day before the attack"), or
// where that would not have been yet, or for what is news ("on the eve of the announcement"), the
// report's lead.
func (t *Tagger) fromBefore(g *govern, m *measure) (nuncio.When, bool) {
	lemma := g.s.Tokens[m.from].Lemma
	if g.sent == 0 || !g.uses.has(lemma, news) && (len(t.deeds[lemma]) == 0 || !g.definite(m.from)) {
		return nuncio.When{}, false
	}
	before, ok := nuncio.Interval{}, false
	if sameParagraph(g.d, g.sent-1, g.sent) {
		before, ok = g.in(g.sent - 1).mainDay()
	}
	if ok {
		if w := m.when(g, before); !w.Start.After(g.d.Report.Day()) {
			return w, true
		}
	}
	if ok || g.uses.has(lemma, news) {
		if v, lead := g.lead(); lead {
			return m.when(g, v), true
		}
	}
	return nuncio.When{}, false
}

// mainDay is the day of a sentence's main clause, where it has one that is not still to come.
func (g govern) mainDay() (nuncio.Interval, bool) {
	root := rootOf(g.s)
	if root < 0 || !hasTree(g.s) {
		return nuncio.Interval{}, false
	}
	k := g.own(root)
	if k < 0 || g.d.Times[k].Interval.Granularity != nuncio.GranularityDay || bounded(g.s, g.d.Times[k].First) || g.ahead(&g.d.Times[k]) {
		return nuncio.Interval{}, false
	}
	return g.d.Times[k].Interval, true
}

// lead is the day of the main clause of a report's first sentence.
func (g *govern) lead() (nuncio.Interval, bool) {
	sent := 0
	for sent < g.sent && g.d.Sentences[sent].Part == doc.Title {
		sent++
	}
	if sent >= g.sent {
		return nuncio.Interval{}, false
	}
	return g.in(sent).mainDay()
}

// sameDay reads "earlier in the day": the day last spoken of in the paragraph, else
// that of the report, on which is whatever is still to come "later in the day".
func (g *govern) sameDay(i int) (nuncio.When, bool) {
	s := g.s
	for a := 3; a < len(s.Tokens); a++ {
		if lower(&s.Tokens[a]) != "day" || lower(&s.Tokens[a-1]) != "the" || lower(&s.Tokens[a-2]) != "in" {
			continue
		}
		if w := lower(&s.Tokens[a-3]); w != "earlier" && w != "later" {
			continue
		}
		if at := clauseAbove(s, a); at < 0 || !g.reaches(i, at) {
			continue
		}
		day := g.dayOfStory(a)
		if pub := g.d.Report.Day(); !pub.IsZero() && day.End.Before(pub) && lower(&s.Tokens[a-3]) == "later" && g.uses.verbTense(s, clauseAbove(s, a)) == Future {
			day.Start, day.End = pub, pub // "is to arrive later in the day": it has not been yet
		}
		if !day.IsZero() {
			r := doc.Range{Sent: g.sent, First: a - 3, End: a + 1}
			return nuncio.When{Interval: day, Basis: nuncio.WhenExpression, Text: g.d.Words(r), Span: g.d.Span(r), In: partName(s)}, true
		}
	}
	return nuncio.When{}, false
}

// lasted reads "have camped there for two nights": so long, up to publication.
func (g *govern) lasted(i int) (nuncio.When, bool) {
	pub := g.d.Report.Day()
	if pub.IsZero() || !Perfect(g.s, i) && !(g.s.Child(i, "cop") >= 0 && hasHave(g.s, i, "VBZ", "VBP")) {
		return nuncio.When{}, false
	}
	for k := g.lo; k < g.hi; k++ {
		t := &g.d.Times[k]
		n, u, ok := isoLength(t.Value)
		if t.Type != "DURATION" || !t.Interval.IsZero() || !ok || n < 1 || g.before(t.First) != "for" || g.s.Tokens[g.top(t)].Head != i {
			continue
		}
		v := nuncio.Interval{Start: shift(pub, -n, u), End: pub, Granularity: newPoint(u, pub, "").granularity()}
		return nuncio.When{Interval: v, Basis: nuncio.WhenExpression, Text: g.d.Words(t.Range), Span: g.d.Span(t.Range), In: partName(g.s)}, true
	}
	return nuncio.When{}, false
}

// running reads "for a third day": that many days, up to the one on which the story stands.
func (t *Tagger) running(g *govern, i int) (nuncio.When, bool) {
	s := g.s
	for a := 2; a < len(s.Tokens); a++ {
		if l := s.Tokens[a].Lemma; l != "day" && l != "night" || g.caseOf(a) != "for" {
			continue
		}
		n, first := 0, a
		for c := range s.Children(a) {
			if c > a {
				continue
			}
			first = min(first, c)
			if e := t.lex.words[lower(&s.Tokens[c])]; e != nil {
				for k := range e.senses {
					if e.senses[k].class == cOrd {
						n = e.senses[k].val
					}
				}
			}
		}
		if n < 2 || n > 31 {
			continue
		}
		if at := clauseAbove(s, a); at < 0 || !g.reaches(i, at) || g.own(i) >= 0 {
			continue
		}
		day := g.dayOfStory(a)
		if day.Start.IsZero() {
			continue
		}
		day.Start = day.Start.AddDays(1 - n)
		r := doc.Range{Sent: g.sent, First: first, End: a + 1}
		return nuncio.When{Interval: day, Basis: nuncio.WhenExpression, Text: g.d.Words(r), Span: g.d.Span(r), In: partName(s)}, true
	}
	return nuncio.When{}, false
}

// dayOfStory is the day that the paragraph spoke of last before token a, else that of
// the report.
func (g *govern) dayOfStory(a int) nuncio.Interval {
	for k := g.hi - 1; k >= 0; k-- {
		t := &g.d.Times[k]
		from := &g.d.Sentences[t.Sent]
		if t.Sent == g.sent && t.First > a || t.Interval.Granularity != nuncio.GranularityDay || bounded(from, t.First) || relative(from, t.First) >= 0 {
			continue
		}
		if g.sent-t.Sent > 2 || !sameParagraph(g.d, t.Sent, g.sent) {
			break
		}
		return t.Interval
	}
	pub := g.d.Report.Day()
	if pub.IsZero() {
		return nuncio.Interval{}
	}
	return nuncio.Interval{Start: pub, End: pub, Granularity: nuncio.GranularityDay}
}

// dated reports whether token i has a time of its own that does not stand under
// token from.
func (g *govern) dated(i, from int) bool {
	k := g.own(i)
	return k >= 0 && !g.s.Dominates(from, g.top(&g.d.Times[k]))
}

// reaches reports whether what dates clause at dates token i too: i is that clause,
// follows it, or is a noun in it.
func (g *govern) reaches(i, at int) bool {
	for n := 0; i >= 0 && n <= len(g.s.Tokens); n++ {
		if i == at {
			return true
		}
		t := &g.s.Tokens[i]
		if isClauseHead(g.s, i) && !doc.IsRel(t.Deprel, "conj") && t.Deprel != "xcomp" && !doc.IsRel(t.Deprel, "advcl") {
			return false
		}
		i = t.Head
	}
	return false
}

// measureAt reads the measure whose preposition or conjunction is token a.
func (g *govern) measureAt(a int) (measure, bool) {
	s := g.s
	m := measure{at: -1}
	t := &s.Tokens[a]
	switch w := lower(t); {
	case w == "eve" && t.UPOS == "NOUN":
		m.from = s.Child(a, "nmod")
		if m.from < 0 || a+1 >= len(s.Tokens) || lower(&s.Tokens[a+1]) != "of" {
			return m, false
		}
		m.n, m.unit, m.noun = -1, day, true
		m.words = doc.Range{Sent: g.sent, First: a, End: m.from + 1}
		m.at = clauseAbove(s, a)
		return m, true
	case (w == "after" || w == "before" || w == "following") && t.Head > a && a > 0:
		first, end := 0, a
		if a > 3 && lower(&s.Tokens[a-1]) == "day" && lower(&s.Tokens[a-2]) == "the" && lower(&s.Tokens[a-3]) == "to" { // "two months to the day after"
			end, m.exact = a-3, true
		}
		if m.n, m.unit, first = g.length(end); first < 0 {
			return m, false
		}
		if w == "before" {
			m.n = -m.n
		}
		m.from = t.Head
		m.words = doc.Range{Sent: g.sent, First: first, End: m.from + 1}
		m.exact = m.exact || first > 0 && lower(&s.Tokens[first-1]) == "exactly"
	default:
		return m, false
	}
	switch {
	case t.Deprel == "mark" && isClauseHead(s, m.from):
		if h := s.Tokens[m.from].Head; doc.IsRel(s.Tokens[m.from].Deprel, "advcl") {
			m.at = h
		}
	case isNominal(&s.Tokens[m.from]):
		m.noun = true
		m.at = clauseAbove(s, m.from)
	default:
		return m, false
	}
	return m, m.at >= 0
}

// length reads the length that ends before token end: "ten days", "a week", "the
// day"; first is below zero when none stands there.
func (g *govern) length(end int) (n int, u unit, first int) {
	last := end - 1
	lemma := strings.ToLower(g.s.Tokens[last].Lemma)
	u, ok := unitNames[lemma]
	switch {
	case ok && (u == hour || u == minute) || lemma == "moment": // "a few hours after": of the same day
		first = last
		for first > 0 && last-first < 3 && (g.s.Tokens[first-1].UPOS == "NUM" || g.s.Tokens[first-1].UPOS == "DET" || g.s.Tokens[first-1].UPOS == "ADJ") {
			if x, err := strconv.Atoi(g.s.Tokens[first-1].Form); err == nil && x > 12 {
				return 0, noUnit, -1
			}
			first--
		}
		return 0, day, first
	case lemma == "shortly" || lemma == "soon" || lemma == "immediately" || lemma == "just" || lemma == "right":
		return 0, day, last
	case last > 0 && (lemma == "morning" || lemma == "evening" || lemma == "night") && lower(&g.s.Tokens[last-1]) == "the": // "the morning after the blast"
		return 1, day, last - 1
	case !ok || u < day:
		return 0, noUnit, -1
	}
	for k := g.lo; k < g.hi; k++ {
		if t := &g.d.Times[k]; t.End == end && t.Type == "DURATION" && len(t.Value) > 2 {
			digits := strings.TrimRight(strings.TrimPrefix(t.Value, "P"), "DWMYE")
			if x, err := strconv.Atoi(digits); err == nil && x < 10_000 {
				if strings.HasSuffix(t.Value, "W") && u == fortnight {
					u = week
				}
				return x, u, t.First
			}
			return 0, noUnit, -1
		}
	}
	if last > 0 {
		switch lower(&g.s.Tokens[last-1]) {
		case "a", "an", "the", "one":
			return 1, u, last - 1
		}
	}
	return 0, noUnit, -1
}

// passed reads "four years have passed since Oslo recognised Juba": so long before
// publication, for the deed in the clause of "since".
func (g *govern) passed(i int) (nuncio.When, bool) {
	s := g.s
	pub := g.d.Report.Day()
	mark := s.Child(i, "mark")
	if mark < 0 || lower(&s.Tokens[mark]) != "since" || s.Tokens[i].Head < 0 || pub.IsZero() {
		return nuncio.When{}, false
	}
	over := s.Tokens[i].Head
	end := -1
	switch {
	case g.uses.has(s.Tokens[over].Lemma, pass):
		if c := s.Child(over, "nsubj"); c >= 0 {
			end = c + 1
		}
	default:
		if s.Child(over, "cop") >= 0 { // "it is three years since"
			end = over + 1
		}
	}
	if end < 0 {
		return nuncio.When{}, false
	}
	n, u, first := g.length(end)
	if first < 0 {
		return nuncio.When{}, false
	}
	m := measure{n: -n, unit: u, words: doc.Range{Sent: g.sent, First: first, End: end}}
	w := m.when(g, nuncio.Interval{Start: pub, End: pub, Granularity: nuncio.GranularityDay})
	p := newPoint(u, trunc(w.Start, u), "")
	w.Interval = p.interval("")
	return w, true
}

// when is the time at that distance from an interval.
func (m *measure) when(g *govern, from nuncio.Interval) nuncio.When {
	w := nuncio.When{Basis: nuncio.WhenExpression, Text: g.d.Words(m.words), Span: g.d.Span(m.words), In: partName(g.s)}
	w.Interval = from
	move := func(d nuncio.Date) nuncio.Date {
		if d.IsZero() {
			return d
		}
		return shift(d, m.n, m.unit)
	}
	w.Start, w.End = move(from.Start), move(from.End)
	if m.unit >= month && !m.exact && from.Granularity == nuncio.GranularityDay { // "a month after": not to the day
		p := newPoint(min(m.unit, month), trunc(w.Start, min(m.unit, month)), "")
		w.Interval = p.interval("")
	}
	return w
}
