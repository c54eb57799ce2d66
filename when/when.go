// Package when finds the time expressions of a report, reads them against the
// day of publication, the tense and each other, and gives every event its time.
//
// In comes an analysed [doc.Document]; [Tagger.Tag] fills Document.Times with
// TIMEX3 type, value and mod (TimeML 1.2.1), the interval of local days that is
// meant, and the reason; [Tagger.ForEvent] says when a deed took place and on
// what basis. Tags and trees are used where they stand; over bare tokens the
// tagger works by words alone.
//
// What words mean is data: words.tsv (the lexicon), rules.yaml (the patterns,
// with examples that run as tests), days.tsv (named days), deeds.tsv (nouns of
// deeds and the words that tell the same), telling.tsv (verbs of saying) and uses.tsv (words by
// which deeds get their time). The Go code holds the calendar and the anchoring only. A Tagger is safe for use by many
// goroutines. Without a date of publication relative expressions are found and
// left unresolved: their value has X for what is not known, their interval is open.
package when

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"nuncio"
	"nuncio/doc"
)

// Tagger reads time expressions.
type Tagger struct {
	lex     *lexicon
	words   *grammar
	joins   *grammar
	days    []namedDay
	deeds   map[string][]string // noun of a deed → words that tell the same
	telling map[string]string   // verb that tells of an act of speech → its kind
	uses    uses
	papers  []string // titles of papers that act by their own words
	pool    sync.Pool
}

// work is the memory of one analysis.
type work struct {
	tagger *Tagger
	pieces []piece
	lower  []byte
	atoms  []atom
	caps   []capture
	best   []capture
	frames []frame
	exprs  []expr
	sent   *doc.Sentence
	casual bool // no capitals in the sentence
}

// expr is an expression found in a sentence.
type expr struct {
	frame int32
	rule  *rule
	weak  bool // only a part for joining rules
}

// New reads the tables of data/when from the root of fsys.
func New(fsys fs.FS) (*Tagger, error) {
	l := newLexicon()
	if err := l.readWords(fsys, "words.tsv"); err != nil {
		return nil, err
	}
	days, err := readDays(l, fsys, "days.tsv")
	if err != nil {
		return nil, err
	}
	rf, err := readRules(fsys, "rules.yaml")
	if err != nil {
		return nil, err
	}
	deeds, err := readDeeds(fsys, "deeds.tsv")
	if err != nil {
		return nil, err
	}
	telling, err := readTelling(fsys, "telling.tsv")
	if err != nil {
		return nil, err
	}
	words, papers, err := readUses(fsys, "uses.tsv")
	if err != nil {
		return nil, err
	}
	t := &Tagger{uses: words, papers: papers, lex: l, days: days, deeds: deeds, telling: telling}
	if t.words, err = compile(l, rf.Words); err != nil {
		return nil, fmt.Errorf("rules.yaml: %w", err)
	}
	if t.joins, err = compile(l, rf.Joins); err != nil {
		return nil, fmt.Errorf("rules.yaml: %w", err)
	}
	t.pool.New = func() any { return &work{tagger: t} }
	return t, nil
}

// Tag fills d.Times, in text order.
func (t *Tagger) Tag(d *doc.Document) { t.TagToward(d, NoTense) }

// TagToward is Tag for texts that show no tense, such as an agenda or a bare
// expression: fallback holds where no verb tells whether "Monday" has been or is
// to come.
func (t *Tagger) TagToward(d *doc.Document, fallback Tense) {
	w := t.pool.Get().(*work)
	defer t.pool.Put(w)
	d.Times = d.Times[:0]
	a := anchors{fallback: fallback}
	if d.Report != nil {
		a.pub = d.Report.Day()
	}
	a.narrative = w.isNarrative(d, a.pub)
	part := doc.Body
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i == 0 || s.Part != part {
			part = s.Part
			a.hasPrev, a.hasDay, a.hasTold = false, false, false
			a.quarter = nuncio.Date{}
		}
		a.title = part == doc.Title
		w.sentence(d, i, &a)
	}
}

// isNarrative reports whether the text tells history: most of its dates with a
// year lie well before publication. Then a bare month goes on from the last date
// and not back from publication.
func (w *work) isNarrative(d *doc.Document, pub nuncio.Date) bool {
	old, near := 0, 0
	for i := range d.Sentences {
		for k := range d.Sentences[i].Tokens {
			f := d.Sentences[i].Tokens[k].Form
			if len(f) != 4 || f[0] < '1' || f[0] > '2' || !isDigit(f[1]) || !isDigit(f[2]) || !isDigit(f[3]) {
				continue
			}
			y := int(f[0]-'0')*1000 + int(f[1]-'0')*100 + int(f[2]-'0')*10 + int(f[3]-'0')
			switch {
			case y < 1000 || y > 2100:
			case !pub.IsZero() && y < pub.Year-1 || pub.IsZero():
				old++
			default:
				near++
			}
		}
	}
	return old >= 8 && old > 4*near
}

// sentence finds and resolves the expressions of one sentence.
func (w *work) sentence(d *doc.Document, n int, a *anchors) {
	s := &d.Sentences[n]
	if !w.lex(w.tagger.lex, s) {
		return
	}
	w.sent = s
	w.frames, w.exprs = w.frames[:0], w.exprs[:0]
	if !w.find() {
		return
	}
	w.join()
	w.ranges()
	daySent := -1 // the sentence of the last day spoken of, where it is this one
	a.daySent, a.asideDay = -1, false
	for i := range w.atoms {
		at := &w.atoms[i]
		if at.expr < 0 || w.exprs[at.expr].weak {
			continue
		}
		e := &w.exprs[at.expr]
		r := doc.Range{Sent: n, First: at.first, End: at.end}
		if k := len(d.Times); k > 0 && d.Times[k-1].Sent == n && d.Times[k-1].End > r.First {
			r.First = d.Times[k-1].End
			if r.IsZero() {
				continue
			}
		}
		f := &w.frames[e.frame]
		a.tense, a.loose, a.limit = NoTense, false, false
		if f.needsTense(w) {
			a.tense, a.loose = w.tagger.uses.tenseOf(s, r)
			a.limit = isLimit(s, r.First)
			a.strict = a.tense == NoTense && a.fallback != NoTense
			if a.tense == NoTense {
				a.tense = a.fallback
			}
		}
		a.chained = i >= 2 && w.atoms[i-1].mask.has(cList) && w.atoms[i-2].expr >= 0
		before, beforeDay, hadDay := a.prev, a.prevDay, a.hasDay
		if w.tellingOn(f, a, n, r) || w.backFrom(f, a, r) {
			a.prev, a.prevDay = a.told, a.told
		}
		if tm, ok := w.timex(f, e, a); ok {
			if hadDay && n == daySent && a.prevDay != beforeDay && w.reported(r) && !bounded(s, d.Times[len(d.Times)-1].First) {
				a.prev, a.prevDay = before, beforeDay // "on Tuesday, it reported on Wednesday": the story goes on from Tuesday
			}
			if a.hasDay && a.prevDay != beforeDay || !hadDay && a.hasDay {
				daySent = n
				a.daySent, a.asideDay = n, w.named(r)
			}
			tm.Range = r
			w.soFar(&tm, a.pub)
			w.stretched(&tm, a)
			w.stand(a, &tm, n)
			d.Times = append(d.Times, tm)
			w.inOrder(d, a)
		}
	}
}

// soFar narrows "earlier this month" to what of it has been, and "later this month"
// to what is to come.
func (w *work) soFar(t *doc.Time, pub nuncio.Date) {
	v := &t.Interval
	if t.Mod != "START" && t.Mod != "END" || pub.IsZero() || v.Start.IsZero() {
		return
	}
	var g unit
	switch v.Granularity {
	case nuncio.GranularityWeek:
		g = week
	case nuncio.GranularityMonth:
		g = month
	case nuncio.GranularityYear:
		g = year
	default:
		return
	}
	first := trunc(v.Start, g)
	if trunc(pub, g) != first {
		return
	}
	switch lower(&w.sent.Tokens[t.First]) {
	case "earlier":
		v.Start, v.End = first, pub
	case "later":
		v.Start, v.End = pub, lastOf(first, g)
	}
}

// stretched gives the days to times whose value in TIMEX3 does not hold them:
// "overnight" is of two days; "the past week" ends with publication; "within hours" is the day spoken of; "within 48 hours"
// runs, for what is to come, from the day spoken of in the sentence, else from publication.
func (w *work) stretched(t *doc.Time, a *anchors) {
	v := &t.Interval
	if n := t.End - t.First; n == 3 && lower(&w.sent.Tokens[t.First]) == "the" && !a.pub.IsZero() { // "the past week", "the coming month"
		if u, ok := unitNames[lower(&w.sent.Tokens[t.First+2])]; ok && u >= week && u <= year && u != weekend && u != quarter {
			switch lower(&w.sent.Tokens[t.First+1]) {
			case "past":
				v.Start, v.End = shift(a.pub, -1, u), a.pub
			case "coming":
				v.Start, v.End = a.pub, shift(a.pub, 1, u)
			}
		}
		return
	}
	switch {
	case t.End == t.First+1 && lower(&w.sent.Tokens[t.First]) == "overnight" && v.Start == a.pub && !a.pub.IsZero():
		if a.tense == Future {
			v.End = a.pub.AddDays(1)
		} else {
			v.Start = a.pub.AddDays(-1)
		}
	case t.Type != "DURATION" || !v.IsZero() || t.First == 0 || lower(&w.sent.Tokens[t.First-1]) != "within":
	case t.Value == "PTXH" || t.Value == "PTXM":
		if a.hasDay {
			*v = a.prevDay.interval("")
		}
	default:
		n, u, ok := isoLength(t.Value)
		tense, _ := w.tagger.uses.tenseOf(w.sent, t.Range)
		if !ok || tense != Future || a.pub.IsZero() {
			return
		}
		v.Start, v.Granularity = a.pub, nuncio.GranularityDay
		if a.hasDay && a.daySent == t.Sent && a.prevDay.start.Before(a.pub) && a.prevDay.start.After(a.pub.AddDays(-4)) {
			v.Start = a.prevDay.start
		}
		v.End = shift(v.Start, n, u)
	}
}

// isoLength reads a plain ISO 8601 length as so many days, weeks, months or years.
func isoLength(value string) (int, unit, bool) {
	digits, hours := strings.CutPrefix(strings.TrimPrefix(value, "P"), "T")
	if digits == "" {
		return 0, noUnit, false
	}
	n, err := strconv.Atoi(digits[:len(digits)-1])
	if err != nil || n < 0 || n > 10_000 {
		return 0, noUnit, false
	}
	switch c := digits[len(digits)-1]; {
	case hours && c == 'H':
		return (n + 12) / 24, day, true
	case hours:
		return 0, noUnit, false
	case c == 'D':
		return n, day, true
	case c == 'W':
		return n, week, true
	case c == 'M':
		return n, month, true
	case c == 'Y':
		return n, year, true
	}
	return 0, noUnit, false
}

// inOrder moves the first of "from Monday to Wednesday" a week back where each weekday
// by itself would be the last one and the stretch would run backwards.
func (w *work) inOrder(d *doc.Document, a *anchors) {
	n := len(d.Times)
	if !a.chained || n < 2 || d.Times[n-2].Sent != d.Times[n-1].Sent {
		return
	}
	p, q := &d.Times[n-2], &d.Times[n-1]
	if q.First != p.End+1 || p.First == 0 || !p.Interval.Start.After(q.Interval.Start) || p.Interval.Start.After(q.Interval.Start.AddDays(6)) {
		return
	}
	if f := lower(&w.sent.Tokens[p.First-1]); f != "from" && f != "between" || !strings.HasPrefix(p.Reason, "weekday,") {
		return
	}
	p.Interval.Start, p.Interval.End = p.Interval.Start.AddDays(-7), p.Interval.End.AddDays(-7)
	p.Value = p.Interval.Start.String()
}

// reported reports whether a time hangs from a verb of saying that stands behind
// what is said.
func (w *work) reported(r doc.Range) bool {
	s := w.sent
	if !hasTree(s) {
		return false
	}
	for i := r.First; i < r.End; i++ {
		h := s.Tokens[i].Head
		if h < 0 || h >= r.First && h < r.End {
			continue
		}
		for n := 0; n < 2 && isNominal(&s.Tokens[h]) && s.Tokens[h].Head >= 0 && (doc.IsRel(s.Tokens[h].Deprel, "obl") || s.Tokens[h].Deprel == "nmod"); n++ {
			h = s.Tokens[h].Head // "reported in its Wednesday edition"
		}
		if w.tagger.telling[s.Tokens[h].Lemma] == "carry" {
			c := s.Child(h, "ccomp", "parataxis")
			return c >= 0 && c < h || s.Tokens[h].Deprel == "parataxis"
		}
		return false
	}
	return false
}

// bounded reports whether the time at token first only begins or ends a stretch.
func bounded(s *doc.Sentence, first int) bool {
	return first > 0 && (lower(&s.Tokens[first-1]) == "since" || lower(&s.Tokens[first-1]) == "from") || isLimit(s, first)
}

// find runs the rules over words and folds what they match.
func (w *work) find() bool {
	g := w.tagger.words
	found := false
	out := 0
	for i := 0; i < len(w.atoms); {
		p, end := w.longest(g, i)
		if p == nil || end <= i {
			w.atoms[out] = w.atoms[i]
			out++
			i++
			continue
		}
		if p.rule.op == opNone {
			for ; i < end; i++ {
				w.atoms[out] = w.atoms[i]
				out++
			}
			continue
		}
		f := p.rule.proto
		for _, c := range w.best {
			if c.class < nClasses || c.slot != slotAuto {
				f.fill(&w.atoms[c.atom], c)
			}
		}
		f.inexact = f.inexact || f.plural && !f.hasN && (f.op == opDur || f.op == opShift)
		w.atoms[out] = w.newExpr(f, p.rule, w.atoms[i], w.atoms[end-1])
		found = true
		out++
		i = end
	}
	w.atoms = w.atoms[:out]
	return found
}

func (w *work) newExpr(f frame, r *rule, first, last atom) atom {
	w.frames = append(w.frames, f)
	w.exprs = append(w.exprs, expr{frame: int32(len(w.frames) - 1), rule: r, weak: r.weak})
	a := atom{first: first.first, end: last.end, start: first.start, stop: last.stop, glued: first.glued, cap: first.cap,
		expr: int32(len(w.exprs) - 1), mask: f.classes()}
	if first.mask.has(cFirst) {
		a.mask.add(cFirst)
	}
	return a
}
