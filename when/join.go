package when

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
		f.op, f.outer, f.dir, f.hasDir, f.keep = opFrom, o, words.dir, true, words.keep
	case opWrap:
		f.wrap(&words)
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
