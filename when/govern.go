package when

import (
	"sort"

	"nuncio"
	"nuncio/doc"
)

// govern finds the expressions that govern a token of one sentence.
type govern struct {
	d      *doc.Document
	s      *doc.Sentence
	sent   int
	uses   uses
	lo, hi int // the sentence's times within d.Times
}

func (t *Tagger) govern(d *doc.Document, sent int) govern {
	g := govern{uses: t.uses, d: d}
	return g.in(sent)
}

// in is the same for another sentence.
func (g *govern) in(sent int) govern {
	d := g.d
	lo := sort.Search(len(d.Times), func(k int) bool { return d.Times[k].Sent >= sent })
	hi := lo
	for hi < len(d.Times) && d.Times[hi].Sent == sent {
		hi++
	}
	return govern{uses: g.uses, d: d, s: &d.Sentences[sent], sent: sent, lo: lo, hi: hi}
}

// bare is the interval of a time, with the bound that "since", "until", "from …
// to" put on it.
func (g *govern) bare(k int) nuncio.Interval { return g.d.Times[k].Interval }

// usable reports whether a time can date an event.
func usable(t *doc.Time) bool {
	return t.Type != "SET" && !t.Interval.IsZero()
}

// top is the token of an expression that hangs on something outside it.
func (g *govern) top(t *doc.Time) int {
	for i := t.First; i < t.End; i++ {
		if h := g.s.Tokens[i].Head; h < t.First || h >= t.End {
			return i
		}
	}
	return t.First
}

const far = 1 << 20

// expression is the index of the time that governs token i, or -1.
func (g *govern) expression(i int) int { return g.nearest(i, true) }

// own is the same of i's own words, without those of the clauses above it.
func (g *govern) own(i int) int { return g.nearest(i, false) }

func (g *govern) nearest(i int, climb bool) int {
	best, cost := -1, far
	before, costBefore := -1, far
	over := g.past(i)
	perfect := hasTree(g.s) && (Perfect(g.s, i) || g.underPerfect(i))
	for k := g.lo; k < g.hi; k++ {
		t := &g.d.Times[k]
		if !usable(t) || over && (g.ahead(t) || g.runs(t)) {
			continue
		}
		if perfect && g.settled(t) && g.s.Tokens[g.top(t)].Head != i && g.bound(k, i) != "since" {
			continue // "has apologised for the visit last month": English gives such a deed no day gone by
		}
		c := far
		if hasTree(g.s) {
			c = g.cost(g.top(t), i, t, climb)
		} else {
			c = g.distance(t, i)
		}
		if c < cost {
			best, cost = k, c
		}
		if c < far && t.End <= i && hasTree(g.s) && g.s.Dominates(i, g.top(t)) && (before < 0 || c < costBefore) {
			before, costBefore = k, c
		}
	}
	if best >= 0 && best+1 < g.hi && hasTree(g.s) && g.betweenTimes(i, best) {
		return best + 1
	}
	if best >= 0 && hasTree(g.s) && g.overnight(best) {
		if k := g.dayOf(best); k >= 0 {
			return k
		}
	}
	if best >= 0 && before >= 0 && best != before && g.d.Times[best].First > i && g.clauseBetween(i, g.d.Times[best].First) {
		return before // "on Tuesday accused soldiers of firing on a boat the day before"
	}
	return best
}

// betweenTimes reports whether noun i, deep in the object of a verb, stands between a time of the
// verb's and a day at the end of the clause, which is then the noun's rather: "announced on Monday
// the expulsion of envoys over the shelling of a town on March 4".
func (g *govern) betweenTimes(i, k int) bool {
	w, t, next := &g.s.Tokens[i], &g.d.Times[k], &g.d.Times[k+1]
	if w.UPOS != "NOUN" || w.Deprel != "nmod" || t.End > i || next.First < i || !usable(next) || next.Interval.Granularity != nuncio.GranularityDay || next.Interval.Start == t.Interval.Start {
		return false
	}
	at := g.s.Tokens[g.top(t)].Head
	return at >= 0 && at < i && g.s.Tokens[g.top(next)].Head == at && at == clauseAbove(g.s, i) && g.uses.verbTense(g.s, at) == Past && g.over(next)
}

// overnight reports whether a time is the bare word, which counts from publication.
func (g *govern) overnight(k int) bool {
	t := &g.d.Times[k]
	return t.End == t.First+1 && lower(&g.s.Tokens[t.First]) == "overnight"
}

// dayOf is the day that stands with "overnight", -1 for none: "overnight on Sunday",
// "overnight from Saturday to Sunday".
func (g *govern) dayOf(k int) int {
	at := g.s.Tokens[g.top(&g.d.Times[k])].Head
	if k+1 < g.hi {
		if t := &g.d.Times[k+1]; usable(t) && t.First <= g.d.Times[k].End+2 && t.Interval.Granularity == nuncio.GranularityDay && g.s.Tokens[g.top(t)].Head == at {
			return k + 1
		}
	}
	return -1
}

// clauseBetween reports whether a clause that hangs from verb i begins before token end,
// so that a time behind it is rather that clause's.
func (g *govern) clauseBetween(i, end int) bool {
	if !hasTree(g.s) || g.s.Tokens[i].UPOS != "VERB" {
		return false
	}
	for j := i + 1; j < end; j++ {
		if t := &g.s.Tokens[j]; t.UPOS == "VERB" && t.Deprel != "conj" && t.Deprel != "amod" && t.Deprel != "compound" && g.s.Dominates(i, j) {
			return true
		}
	}
	return false
}

// runs reports whether a time is a length that is still running at publication: "demanded
// that he leave within a week" tells when he is to leave.
func (g *govern) runs(t *doc.Time) bool {
	pub := g.d.Report.Day()
	return !pub.IsZero() && t.Type == "DURATION" && t.Interval.End.After(pub)
}

// settled reports whether a time had ended before publication.
func (g *govern) settled(t *doc.Time) bool {
	pub := g.d.Report.Day()
	return !pub.IsZero() && t.Type != "DURATION" && !t.Interval.End.IsZero() && t.Interval.End.Before(pub)
}

// past reports whether token i is a verb that tells what has been.
func (g *govern) past(i int) bool {
	t := &g.s.Tokens[i]
	if !hasTree(g.s) || g.uses.planned(t) || t.XPOS != "VBD" && t.XPOS != "VBN" {
		return false
	}
	return g.uses.verbTense(g.s, i) == Past && g.s.Child(i, "nsubj") >= 0
}

// ahead reports whether a time begins after publication: it dates what was
// promised or proposed, not the promise.
func (g *govern) ahead(t *doc.Time) bool {
	pub := g.d.Report.Day()
	return !pub.IsZero() && t.Interval.Start.After(pub)
}

// distance serves where no tree stands: the nearest expression of the stretch
// between commas.
func (g *govern) distance(t *doc.Time, i int) int {
	a, b := t.End, i
	n := b - a
	if i < t.First {
		a, b = i, t.First
		n = b - a - 1 // what follows the verb is nearer
	}
	for k := a; k < b; k++ {
		switch f := g.s.Tokens[k].Form; {
		case f == "," || f == ";" || f == "“" || f == "”" || f == "\"" || f == "that":
			return far
		}
	}
	return max(n, 0)
}

// cost tells how far the expression that hangs at token e is from governing token i.
func (g *govern) cost(e, i int, t *doc.Time, climb bool) int {
	at := g.s.Tokens[e].Head
	if at < 0 {
		return far
	}
	if g.leads(t, i) || g.relativeWhen(t, i) {
		return 0
	}
	at = g.across(at, t)
	if c := g.s.Child(e, "case"); c >= 0 && lower(&g.s.Tokens[c]) == "due" && at == i { // "the visit, due on Monday, was put off"
		return far
	}
	if g.firstSince(t, i) {
		return far
	}
	if g.sincePerfect(t, i) {
		return 5
	}
	if g.setFor(t, i) {
		return 1
	}
	if g.tried(at, i) && g.over(t) && t.End <= i { // "tried to cross on Saturday and were held back"
		return 20
	}
	if g.recent(t) && g.commemorated(i) { // "the anniversary of its founding on Sunday"
		return far
	}
	// Down from the trigger to the expression: its own dependent, or that of an
	// argument or adverbial clause.
	depth, named := 0, -1
	for a := at; a >= 0 && depth < 12; depth++ {
		if a == i {
			return 10 * depth
		}
		w := &g.s.Tokens[a]
		if a != i && (g.another(a, t, i) || g.attributive(a, t) || g.lasting(a, i)) {
			return far
		}
		if g.uses.has(w.Lemma, remember) && !g.recent(t) { // "the anniversary of the 1953 armistice"
			return far
		}
		if a != i && g.appointed(a) {
			return far
		}
		switch {
		case w.Deprel == "acl" && w.XPOS == "VBN" && g.occasion(w.Head) && !Perfect(g.s, i): // "thanked him at a reception given on Monday"
			depth += 2
			a = w.Head
		case doc.IsRel(w.Deprel, "acl") && (g.tells(a, t, i) || w.Lemma == "worth"): // "signed deals worth a billion dollars on Monday"
			a = w.Head
		case doc.IsRel(w.Deprel, "acl") && w.Head >= 0 && (g.s.Tokens[w.Head].Lemma == "time" && g.caseOf(w.Head) == "by" || w.XPOS == "VBG" && g.uses.has(g.s.Tokens[w.Head].Lemma, timeNoun)):
			a = w.Head // "by the time he landed on Tuesday", "for the third day running on Thursday"
		case (w.Deprel == "acl" || w.Deprel == "advcl") && g.meanwhile(a, i) && g.recent(t):
			depth += 2
			a = i
			continue
		case g.infinitive(a) && (w.Deprel == "acl" || w.Deprel == "advcl") && g.over(t) && t.First > i && g.past(i): // "handed the application to join to Oslo on Monday"
			depth += 2
			named = w.Head // the noun of what was handed over may be one of speech
			a = w.Head
		case doc.IsRel(w.Deprel, "xcomp") && w.Head >= 0 && a == at && g.uses.begun(&g.s.Tokens[w.Head]) && g.s.Tokens[w.Head].UPOS == "VERB": // "will cease to recognise him on May 3"
			a = w.Head
		case w.Lemma == "do" && doc.IsRel(w.Deprel, "conj") && g.s.Child(a, "obj") < 0 && g.likewise(a): // "promised to come and did so yesterday"
			a = -2
		case doc.IsRel(w.Deprel, "ccomp"), doc.IsRel(w.Deprel, "parataxis"), doc.IsRel(w.Deprel, "acl"),
			doc.IsRel(w.Deprel, "csubj"), doc.IsRel(w.Deprel, "appos"), g.isCue(a) && a != i && a != named && !g.dates(a):
			a = -2
		case doc.IsRel(w.Deprel, "xcomp"):
			if isClauseHead(g.s, a) && g.uses.verbTense(g.s, a) == Future && !g.over(t) { // "urged it to withdraw by May": the withdrawal is dated
				a = -2
				break
			}
			if t.First < i {
				depth += 2
			}
			a = w.Head
		case doc.IsRel(w.Deprel, "advcl"):
			if !g.temporal(a) && !(t.End <= a && g.s.Child(a, "mark") < 0) && !g.opening(a) { // "filed a suit on Monday arguing that"
				a = -2
				break
			}
			depth += 2
			a = w.Head
		case doc.IsRel(w.Deprel, "conj"):
			if isClauseHead(g.s, a) { // a later clause of the same sentence
				if g.s.Child(a, "nsubj") >= 0 || t.First < i {
					a = -2
					break
				}
				depth += 4
			}
			a = w.Head
		default:
			a = w.Head
		}
		if a < 0 {
			break
		}
	}
	if !climb {
		return far
	}
	// Up from the trigger to where the expression hangs.
	up := 0
	for a := i; a >= 0 && up < 12; up++ {
		if a == at {
			return 5 + 10*up
		}
		if g.boundary(a) && !(t.First > a && g.heldAgainst(a)) { // "accused Oslo of shelling the town on Monday" may be either's
			return far
		}
		w := &g.s.Tokens[a]
		if doc.IsRel(w.Deprel, "acl") && w.Head == at && w.XPOS == "VBN" && t.End <= at+1 { // "the Feb. 23 accord signed by"
			return 12 + 10*up
		}
		if g.inWhich(a) { // "the attack of last Saturday, in which ten died"
			if w.Head == at {
				return 12 + 10*up
			}
			a = w.Head
			continue
		}
		if doc.IsRel(w.Deprel, "acl") && !(g.infinitive(a) && w.Head >= 0 && g.s.Child(w.Head, "cop") >= 0) || doc.IsRel(w.Deprel, "csubj") || doc.IsRel(w.Deprel, "parataxis") || g.uses.has(w.Lemma, remember) {
			return far
		}
		if doc.IsRel(w.Deprel, "conj") && isClauseHead(g.s, a) && (t.First > a || g.parted(a, t)) {
			return far
		}
		if w.Deprel == "conj" && w.Head > t.End && isClauseHead(g.s, a) && g.s.Tokens[at].Deprel == "advcl" && g.s.Tokens[at].Head == w.Head { // "meeting in Oslo on Friday, they expelled Chad and invited"
			if c := g.cost(e, w.Head, t, false); c < far {
				return c + 10*(up+1)
			}
		}
		a = w.Head
		if a >= 0 && a != at && isClauseHead(g.s, a) && g.top(t) != e {
			return far
		}
		// An expression inside an argument of the verb above dates that verb too.
		if a >= 0 && isClauseHead(g.s, a) && g.under(at, a) && !g.crosses(at, a) && a != i && isNominal(&g.s.Tokens[i]) {
			return 15 + 10*up
		}
	}
	return far
}

// setFor reports whether a time is the one that noun i is set for by a participle behind it,
// wherever the tree hangs that: "a meeting between the president and the king planned for Friday".
func (g *govern) setFor(t *doc.Time, i int) bool {
	p := t.First - 2
	if p <= i || g.s.Tokens[i].UPOS != "NOUN" || lower(&g.s.Tokens[t.First-1]) != "for" || !g.uses.planned(&g.s.Tokens[p]) || g.s.Child(p, "aux", "aux:pass") >= 0 {
		return false
	}
	for k := i + 1; k < p; k++ {
		if w := &g.s.Tokens[k]; w.UPOS == "VERB" || w.UPOS == "AUX" {
			return false
		}
	}
	return true
}

// caseOf is the preposition of a noun in small letters, "" for none.
func (g *govern) caseOf(i int) string {
	if c := g.s.Child(i, "case"); c >= 0 {
		return lower(&g.s.Tokens[c])
	}
	return ""
}

// relativeWhen reports whether a time stands right before the "when" of verb i's clause:
// "on the night of May 2, 1989, when, with a grenade in hand, he seized the dictator".
// Trees often hang such a clause elsewhere, so that the order of words decides.
func (g *govern) relativeWhen(t *doc.Time, i int) bool {
	c := t.End
	if c < len(g.s.Tokens) && g.s.Tokens[c].Form == "," {
		c++
	}
	if c >= i || lower(&g.s.Tokens[c]) != "when" || t.Interval.Granularity != nuncio.GranularityDay && t.Interval.Granularity != nuncio.GranularityTime {
		return false
	}
	for k := c + 1; k < i; k++ {
		if finite(&g.s.Tokens[k]) {
			return false
		}
	}
	return finite(&g.s.Tokens[i]) || g.s.Child(i, "aux", "aux:pass") > c
}

// finite reports whether a token is a verb that can head a clause by itself.
func finite(t *doc.Token) bool {
	return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "MD"
}

// tells reports whether participle or clause a tells of the deed that noun i names, so
// that its time is the deed's: "a meeting of commanders, held on Monday", "the raid, which
// killed ten on Monday".
func (g *govern) tells(a int, t *doc.Time, i int) bool {
	w := &g.s.Tokens[a]
	if !isNominal(&g.s.Tokens[i]) || g.ahead(t) || !g.s.Dominates(i, a) {
		return false
	}
	if w.Deprel == "acl" {
		return w.XPOS == "VBN" && (w.Head == i || g.uses.has(w.Lemma, happen) || w.Lemma == "sign")
	}
	if w.Head != i || g.uses.verbTense(g.s, a) != Past {
		return false
	}
	for c := range g.s.Children(a) {
		if k := &g.s.Tokens[c]; doc.IsRel(k.Deprel, "nsubj") {
			f := lower(k)
			return f == "which" || f == "that"
		}
	}
	return false
}

// report is the time that governs the cue in whose content token i stands, or -1.
func (g *govern) report(i int) int {
	for k := range g.d.Attributions { // as voice found it; the innermost comes last
		a := &g.d.Attributions[len(g.d.Attributions)-1-k]
		if a.Cue.IsZero() || a.Cue.Sent != g.sent {
			continue
		}
		for _, c := range a.Content {
			if c.Has(doc.Ref{Sent: g.sent, Tok: i}) && !a.Cue.Has(doc.Ref{Sent: g.sent, Tok: i}) {
				if t := g.own(g.headOf(a.Cue)); t >= 0 && !within(a.Content, g.d.Times[t].Range) {
					return t
				}
			}
		}
	}
	if !hasTree(g.s) {
		return -1
	}
	for a, n := i, 0; a >= 0 && n <= len(g.s.Tokens); n++ {
		w := &g.s.Tokens[a]
		if w.Head >= 0 && g.isCue(w.Head) && (doc.IsRel(w.Deprel, "ccomp") || doc.IsRel(w.Deprel, "parataxis")) {
			if t := g.own(w.Head); t >= 0 {
				return t
			}
		}
		for c := range g.s.Children(a) {
			if doc.IsRel(g.s.Tokens[c].Deprel, "parataxis") && g.isCue(c) {
				if t := g.own(c); t >= 0 {
					return t
				}
			}
		}
		a = w.Head
	}
	return -1
}

func within(content []doc.Range, r doc.Range) bool {
	for _, c := range content {
		if c.Contains(r) {
			return true
		}
	}
	return false
}

func (g *govern) headOf(r doc.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := g.s.Tokens[i].Head; h < r.First || h >= r.End {
			return i
		}
	}
	return r.First
}

// underPerfect reports whether an infinitive tells what somebody is by now known to have
// done: "has become the first to visit Oslo". A day gone by dates it as little as the
// perfect above it.
func (g *govern) underPerfect(i int) bool {
	if t := &g.s.Tokens[i]; t.Deprel == "conj" && t.Head >= 0 {
		i = t.Head
	}
	if !g.infinitive(i) {
		return false
	}
	for n := 0; n < 4; n++ {
		if i = g.s.Tokens[i].Head; i < 0 || finite(&g.s.Tokens[i]) {
			return false
		}
		if Perfect(g.s, i) {
			return true
		}
	}
	return false
}

// sincePerfect reports whether "since" and a time behind a perfect say how long it has been
// so, whatever noun the tree hangs them from: "have turned back lorries bound for Oslo since
// Sunday".
func (g *govern) sincePerfect(t *doc.Time, i int) bool {
	if g.before(t.First) != "since" || t.First < i || !Perfect(g.s, i) || !g.s.Dominates(i, t.First) {
		return false
	}
	for k := i + 1; k < t.First; k++ {
		if finite(&g.s.Tokens[k]) || g.s.Tokens[k].Form == "," {
			return false
		}
	}
	return true
}
