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
// with examples that run as tests) and days.tsv (named days). The Go code holds
// the calendar and the anchoring only. A Tagger is safe for use by many
// goroutines. Without a date of publication relative expressions are found and
// left unresolved: their value has X for what is not known, their interval is open.
package when

import (
	"fmt"
	"io/fs"
	"sync"

	"nuncio"
	"nuncio/doc"
)

// Tagger reads time expressions.
type Tagger struct {
	lex   *lexicon
	words *grammar
	joins *grammar
	days  []namedDay
	pool  sync.Pool
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

// New reads words.tsv, rules.yaml and days.tsv from the root of fsys.
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
	t := &Tagger{lex: l, days: days}
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
		a.pub = d.Report.Published
	}
	a.narrative = w.isNarrative(d, a.pub)
	part := doc.Body
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i == 0 || s.Part != part {
			part = s.Part
			a.hasPrev, a.hasDay = false, false
			a.quarter = nuncio.Date{}
		}
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
			a.tense, a.loose = tenseOf(s, r)
			a.limit = isLimit(s, r.First)
			a.strict = a.tense == NoTense && a.fallback != NoTense
			if a.tense == NoTense {
				a.tense = a.fallback
			}
		}
		a.chained = i >= 2 && w.atoms[i-1].mask.has(cList) && w.atoms[i-2].expr >= 0
		if tm, ok := w.timex(f, e, a); ok {
			tm.Range = r
			d.Times = append(d.Times, tm)
		}
	}
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

// join runs the joining rules until none fits.
func (w *work) join() {
	g := w.tagger.joins
	for range 5 {
		changed := false
		for i := 0; i < len(w.atoms); i++ {
			p, end := w.longest(g, i)
			if p == nil || end <= i {
				continue
			}
			f, ok := w.combine(p.rule)
			if !ok {
				continue
			}
			w.atoms[i] = w.newExpr(f, p.rule, w.atoms[i], w.atoms[end-1])
			w.atoms = append(w.atoms[:i+1], w.atoms[end:]...)
			changed = true
		}
		if !changed {
			return
		}
	}
}

// ranges completes dates that share a month or year with their neighbour: "in
// June and July 1998", "from 13 to 15 July", "July 13-15, 2003".
func (w *work) ranges() {
	for i := 2; i < len(w.atoms); i++ { // July 13-15
		a, sep, b := &w.atoms[i-2], &w.atoms[i-1], &w.atoms[i]
		if a.expr < 0 || b.expr >= 0 || !sep.mask.has(cList) || !b.mask.has(cDay) || i+1 < len(w.atoms) && w.unitAt(i+1) {
			continue
		}
		f := w.frames[w.exprs[a.expr].frame]
		if f.op != opDate || f.month == unset || f.day == unset || f.outer >= 0 || b.num <= float64(f.day) {
			continue
		}
		f.day, f.wday, f.mod, f.part = int(b.num), unset, "", ""
		end := *b
		if i+2 < len(w.atoms) && w.atoms[i+1].num == 0 && w.atoms[i+2].expr >= 0 && w.atoms[i+1].mask.has(cComma) {
			if y := w.frames[w.exprs[w.atoms[i+2].expr].frame]; y.op == opDate && y.year != unset && y.month == unset {
				f.year = y.year
				w.frames[w.exprs[a.expr].frame].year = y.year
				end = w.atoms[i+2]
				w.atoms = append(w.atoms[:i+1], w.atoms[i+3:]...)
			}
		}
		w.atoms[i] = w.newExpr(f, w.exprs[a.expr].rule, w.atoms[i], end)
	}
	for i := len(w.atoms) - 1; i >= 2; i-- {
		b, sep, a := &w.atoms[i], &w.atoms[i-1], &w.atoms[i-2]
		if a.expr < 0 || b.expr < 0 || !sep.mask.has(cList) {
			continue
		}
		f, g := &w.frames[w.exprs[a.expr].frame], &w.frames[w.exprs[b.expr].frame]
		if f.op != opDate || g.op != opDate || f.outer >= 0 || f.hasDir {
			continue
		}
		switch {
		case a.mask.has(xDaynum) && f.month == unset && g.month != unset && g.day != unset && f.day < g.day:
			f.month, f.year = g.month, g.year
			w.exprs[a.expr].weak = false
		case a.mask.has(xTime) && g.hour != unset:
			if f.ampm == unset && g.ampm != unset && (f.hour < g.hour || g.hour == 12) {
				f.ampm = g.ampm
			}
			if g.zoned && !f.zoned {
				f.zoned, f.zone = true, g.zone
			}
			if f.isTimeOfDay() && !g.isTimeOfDay() {
				f.absorb(g)
			}
		case a.mask.meets(yearless) && g.month != unset && g.year != unset:
			f.year = g.year
			if f.month != unset && f.month > g.month {
				f.year--
			}
		}
	}
}

var yearless = func() (m mask) {
	m.add(xMonth)
	m.add(xMD)
	return m
}()

// combine makes one frame of the captured expressions and words.
func (w *work) combine(r *rule) (frame, bool) {
	var ix [4]int32
	n := 0
	for _, c := range w.best {
		if e := w.atoms[c.atom].expr; e >= 0 && n < len(ix) {
			ix[n] = w.exprs[e].frame
			n++
		}
	}
	if n == 0 {
		return frame{}, false
	}
	f := w.frames[ix[0]]
	words := r.proto
	for _, c := range w.best {
		if w.atoms[c.atom].expr < 0 && (c.class < nClasses || c.slot != slotAuto) {
			words.fill(&w.atoms[c.atom], c)
		}
	}
	if r.proto.typ != "" {
		f.typ = r.proto.typ
	}
	switch r.op {
	case opMerge:
		for k := 1; k < n; k++ {
			g := w.frames[ix[k]]
			if f.isTimeOfDay() && !g.isTimeOfDay() {
				f, g = g, f
			}
			f.absorb(&g)
		}
		f.absorb(&words)
	case opWithin:
		f.outer = ix[n-1]
		f.wrap(&words)
		if n == 1 {
			return f, false
		}
	case opInside:
		f = w.frames[ix[n-1]]
		f.outer = ix[0]
	case opFrom:
		o := ix[n-1]
		if n == 1 { // the rule names the length: "the day before Easter"
			f = words
		}
		f.op, f.outer, f.dir, f.hasDir = opFrom, o, words.dir, true
	case opWrap:
		f.wrap(&words)
	case opWider:
	case opEach:
		f.quant, f.freq = words.quant, words.freq
		if f.op != opSet {
			f.set = f.setValue()
			f.op = opSet
		}
	case opSum:
		g := w.frames[ix[n-1]]
		if f.inexact || g.inexact || n == 1 || g.unit >= f.smallest() || !f.addPart(lengthPart{g.n, g.unit}) {
			return f, false
		}
		for _, p := range g.plus {
			if p.unit != noUnit && !f.addPart(p) {
				return f, false
			}
		}
		if g.op == opShift { // "a year and two months ago"
			f.op, f.dir, f.hasDir, f.prev = opShift, g.dir, true, g.prev
		}
	default: // a frame of the rule's own over what was found
		o := ix[0]
		f = words
		f.outer = o
	}
	return f, true
}

// wrap puts modifiers around an expression.
func (f *frame) wrap(g *frame) {
	if g.mod != "" {
		f.mod = g.mod
	}
	if g.hasDir {
		f.dir, f.hasDir = g.dir, true
	}
	if g.prev {
		f.prev = true
	}
	if g.part != "" {
		f.part = g.part
	}
	if g.era != "" {
		f.era = g.era
	}
	if g.quant != "" {
		f.quant = g.quant
	}
	if g.nth != unset {
		f.nth = g.nth
	}
	if g.ampm != unset {
		f.ampm = g.ampm
	}
	if g.zoned {
		f.zoned, f.zone = true, g.zone
	}
	if g.hasOff {
		f.off, f.hasOff = g.off, true
	}
}

// classes is what the expression is for the joining rules.
func (f *frame) classes() mask {
	var m mask
	switch f.op {
	case opDur, opSum:
		if !f.hasDir && !f.inexact { // "the past two years" is not counted from a date
			m.add(xDur)
		}
	case opSet:
		m.add(xSet)
	case opRef:
		m.add(xRef)
	case opSame:
		m.add(xDate)
		m.add(xRel)
		f.unitClasses(&m)
	case opShift, opFrom:
		if f.op == opShift {
			m.add(xShift)
		}
		m.add(xDate)
		m.add(xRel)
		if f.unit <= day {
			m.add(xDay)
		}
	case opUnit:
		m.add(xDate)
		m.add(xRel)
		m.add(xUnit)
		f.unitClasses(&m)
		if f.season != "" {
			m.add(xSeason)
		}
	case opDate:
		f.dateClasses(&m)
	}
	return m
}

func (f *frame) dateClasses(m *mask) {
	noYear := f.year == unset && f.yy == unset && f.outer < 0
	clock := f.hour != unset || f.noon != unset
	if f.isTimeOfDay() {
		if clock {
			m.add(xTime)
		} else {
			m.add(xPart)
		}
		return
	}
	switch {
	case f.hol != unset:
		m.add(xHol)
		m.add(xDay)
	case f.hasOff:
		m.add(xOff)
		m.add(xDay)
		m.add(xRel)

	case f.decade != unset, f.yearsTens != unset, f.century != unset:
		m.add(xDecade)
	case f.season != "":
		if noYear {
			m.add(xSeason)
		}
	case f.month != unset && f.day != unset:
		m.add(xDay)
		if noYear {
			m.add(xMD)
		} else {
			m.add(xFull)
		}
	case f.month != unset:
		if noYear {
			m.add(xMonth)
		}
	case f.wday != unset:
		m.add(xDay)
		if f.outer < 0 {
			m.add(xWday)
		}
		if f.hasDir && f.dir < 0 {
			m.add(xLast)
		}
		if f.day != unset {
			m.add(xDaynum)
		}
	case f.day != unset:
		if f.outer < 0 {
			m.add(xDaynum)
			return
		}
		m.add(xDay)
	case f.year != unset || f.yy != unset:
		m.add(xYear)
	}
	m.add(xDate)
	if f.part != "" {
		m.add(xPart)
	}
	if clock {
		m.drop(xDay)
		m.drop(xWday)
		m.drop(xMD)
	}
}

func (f *frame) unitClasses(m *mask) {
	switch f.unit {
	case day:
		m.add(xDay)
	case week:
		m.add(xWeek)
	case weekend:
		m.add(xWeekend)
	case month:
		m.add(xMonth)
	case quarter, half:
		m.add(xQuarter)
	case year:
		m.add(xYear)
	}
}
