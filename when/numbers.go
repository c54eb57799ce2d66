package when

// figures classifies a run of figures.
func (a *atom) figures(f string) {
	a.digits = int8(min(len(f), 100))
	var n, frac, scale float64 = 0, 0, 1
	dot, comma := false, false
	for i := 0; i < len(f); i++ {
		switch c := f[i]; {
		case c == ':':
			a.clock(f)
			return
		case c == ',':
			comma = true
		case c == '.':
			dot = true
		case dot:
			scale /= 10
			frac += float64(c-'0') * scale
		default:
			n = n*10 + float64(c-'0')
		}
	}
	a.num = n + frac
	a.mask.add(cNum)
	if dot {
		return
	}
	if comma {
		return
	}
	a.mask.add(cInt)
	a.intClasses(len(f))
}

func (a *atom) intClasses(digits int) {
	n := a.num
	if n >= 1 && n <= 31 && digits <= 2 {
		a.mask.add(cDay)
	}
	if n <= 24 && digits <= 2 {
		a.mask.add(cHour)
	}
	if digits == 2 {
		a.mask.add(cYY)
	}
	if digits == 4 && n >= 1000 && n < 2200 {
		a.mask.add(cYear)
	}
}

func (a *atom) clock(f string) {
	v := [3]int{-1, -1, -1}
	k := 0
	for i := 0; i < len(f); i++ {
		if f[i] == ':' || f[i] == '.' || f[i] == ',' {
			k++
			if k == 3 {
				break
			}
			continue
		}
		v[k] = max(v[k], 0)*10 + int(f[i]-'0')
		if v[k] > 59 {
			return
		}
	}
	if v[0] > 24 {
		return
	}
	a.hh, a.mm, a.ss = int8(v[0]), int8(v[1]), int8(v[2])
	a.mask.add(cClock)
}

// numbers folds numbers written in words, ordinals and fractions into one atom.
func (w *work) numbers() {
	out := w.atoms[:0]
	n := len(w.atoms)
	for i := 0; i < n; {
		a := w.atoms[i]
		switch {
		case a.is(litA) && i+1 < n && w.atoms[i+1].mask.has(cN) && w.atoms[i+1].sense(cN).val >= 100:
			w.atoms[i+1].first, w.atoms[i+1].start = a.first, a.start
			i++
			continue
		case a.mask.has(cN):
			v, k, isYear := w.spoken(i)
			a.join(&w.atoms[k-1])
			a.num, a.digits = v, 0
			a.mask = mask{}
			a.mask.add(cNum)
			if v >= 0 && v <= 24 {
				a.mask.add(cHour)
			}
			if isYear {
				a.mask.add(cYear)
			}
			if v >= 1 && v <= 31 {
				a.digits = 1
			}
			i = k
			if i+1 < n && w.atoms[i].is(litDash) && w.atoms[i+1].mask.has(cOrd) && v >= 20 && v < 100 {
				a.num += float64(w.atoms[i+1].sense(cOrd).val)
				a.join(&w.atoms[i+1])
				a.ordinal()
				i += 2
			} else if i < n && w.atoms[i].mask.has(cOrd) && v >= 20 && v < 100 && int(v)%10 == 0 {
				a.num += float64(w.atoms[i].sense(cOrd).val)
				a.join(&w.atoms[i])
				a.ordinal()
				i++
			}
			if v2, k2 := w.half(i); k2 > i {
				a.num += v2
				a.join(&w.atoms[k2-1])
				i = k2
			}
		case a.mask.has(cOrd):
			a.num = float64(a.sense(cOrd).val)
			a.mask.add(cDay)
			a.mask.add(cDayo)
			i++
		case a.mask.has(cInt) && i+1 < n && w.atoms[i+1].glued && w.atoms[i+1].isAny(litSt, litNd, litRd, litTh):
			a.join(&w.atoms[i+1])
			a.ordinal()
			i += 2
		case a.mask.has(cNum):
			i++
			if i+2 < n && w.atoms[i].is(litSlash) && w.atoms[i].glued && w.atoms[i+1].glued && a.num == 1 &&
				w.atoms[i+1].num > 1 && w.atoms[i+1].num < 10 && w.unitAt(i+2) {
				a.num /= w.atoms[i+1].num // "1/2 hour"
				a.join(&w.atoms[i+1])
				a.mask = mask{}
				a.mask.add(cNum)
				i += 2
			} else if i+2 < n && w.atoms[i].mask.has(cInt) && w.atoms[i+1].is(litSlash) && w.atoms[i+2].mask.has(cInt) && w.atoms[i+2].num > w.atoms[i].num && w.atoms[i+2].num < 10 {
				a.num += w.atoms[i].num / w.atoms[i+2].num // "5 1/2 hours"
				a.join(&w.atoms[i+2])
				i += 3
			} else if i < n && w.atoms[i].mask.has(cN) && w.atoms[i].sense(cN).val >= 100 {
				a.num *= float64(w.atoms[i].sense(cN).val) // "3 million"
				a.join(&w.atoms[i])
				a.mask = mask{}
				a.mask.add(cNum)
				i++
			} else if v2, k2 := w.half(i); k2 > i {
				a.num += v2
				a.join(&w.atoms[k2-1])
				a.mask = mask{}
				a.mask.add(cNum)
				i = k2
			}
		default:
			i++
		}
		out = append(out, a)
	}
	w.atoms = out
}

// half reads "and a half" at i.
func (w *work) half(i int) (v float64, end int) {
	if i+2 < len(w.atoms) && w.atoms[i].is(litAnd) && w.atoms[i+1].isAny(litA, litOne) && w.atoms[i+2].mask.has(cHalf) {
		return 0.5, i + 3
	}
	if i+1 < len(w.atoms) && w.atoms[i].is(litAnd) && w.atoms[i+1].mask.has(cHalf) {
		return 0.5, i + 2
	}
	return 0, i
}

func (w *work) unitAt(i int) bool {
	m := &w.atoms[i].mask
	return m.has(cUnit) || m.has(cUnits) || w.atoms[i].isAny(litAn, litA, litOf)
}

// ordinal turns a number into a day-like ordinal.
func (a *atom) ordinal() {
	a.mask = mask{}
	a.e, a.id = nil, 0
	a.mask.add(cOrd)
	if a.num >= 1 && a.num <= 31 {
		a.mask.add(cDay)
		a.mask.add(cDayo)
	}
}

// spoken reads a number in words from atom i on: its value, the atom after it,
// and whether it reads like a year ("nineteen ninety-six", "two thousand four").
func (w *work) spoken(i int) (v float64, end int, isYear bool) {
	n := len(w.atoms)
	val := func(j int) int {
		if j < n && w.atoms[j].mask.has(cN) {
			return w.atoms[j].sense(cN).val
		}
		return -1
	}
	small := func(j int) (int, int) { // below 100
		a := val(j)
		if a < 0 || a >= 100 {
			return -1, j
		}
		if a >= 20 {
			if b := val(j + 1); b > 0 && b < 10 {
				return a + b, j + 2
			}
			if j+1 < n && w.atoms[j+1].is(litDash) {
				if b := val(j + 2); b > 0 && b < 10 {
					return a + b, j + 3
				}
			}
		}
		return a, j + 1
	}
	total := 0
	cur, j := small(i)
	if cur < 0 {
		cur, j = val(i), i+1 // "hundred" by itself
		if cur >= 100 {
			return float64(cur), j, false
		}
	}
	if cur >= 11 && cur <= 20 { // nineteen ninety-six
		if b, k := small(j); b >= 10 {
			return float64(cur*100 + b), k, true
		}
	}
	for j < n {
		m := val(j)
		if m < 100 {
			break
		}
		if m == 100 {
			cur *= 100
		} else {
			total += max(cur, 1) * m
			cur = 0
		}
		j++
		k := j
		if k < n && w.atoms[k].is(litAnd) && val(k+1) > 0 && val(k+1) < 100 {
			k++
		}
		if b, e := small(k); b >= 0 {
			cur += b
			j = e
		}
	}
	total += cur
	return float64(total), j, total >= 1900 && total < 2100
}
