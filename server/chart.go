package server

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"nuncio"
	"nuncio/store"
)

// barChart is events through time: cooperation and statements above the line,
// conflict below.
type barChart struct {
	W, H, Axis float64
	Bars       []bar
	Ticks      []tick
	Grid       []gridLine
	Unit       string
	Undated    int
	Rows       []barRow // the same as a table
	// For the chart that can be zoomed: month, quad, events and occurrences as JSON, and
	// the filter's address without class and days.
	Data, Query string
}

type bar struct {
	X, Y, W, H  float64
	Quad        int
	Title, Href string
}

type tick struct {
	X     float64
	Label string
	End   bool // the last one, set flush right
}

type gridLine struct {
	Y     float64
	Label string
}

type barRow struct {
	Label string
	Quads [5]int
}

const (
	chartW   = 960.0
	chartH   = 230.0
	chartPad = 34.0 // left, for the scale
)

// step is how many months one bar covers.
type step int

const (
	stepMonth   step = 1
	stepQuarter step = 3
	stepYear    step = 12
	stepDecade  step = 120
)

func stepFor(months int) (step, string) {
	switch {
	case months <= 48:
		return stepMonth, "month"
	case months <= 160:
		return stepQuarter, "quarter"
	case months <= 160*12:
		return stepYear, "year"
	}
	return stepDecade, "decade"
}

func monthIndex(s string) (int, bool) {
	y, m, ok := strings.Cut(s, "-")
	if !ok {
		return 0, false
	}
	year, err1 := strconv.Atoi(y)
	month, err2 := strconv.Atoi(m)
	return year*12 + month - 1, err1 == nil && err2 == nil && month >= 1 && month <= 12
}

// drawMonths draws the counts; each bar leads to its rows under the same filter.
func drawMonths(counts []store.MonthCount, q *Query) *barChart {
	c := &barChart{W: chartW, H: chartH}
	first, last := math.MaxInt, math.MinInt
	for _, m := range counts {
		i, ok := monthIndex(m.Month)
		if !ok {
			c.Undated += m.Events
			continue
		}
		first, last = min(first, i), max(last, i)
	}
	if first > last {
		return c
	}
	by, unit := stepFor(last - first + 1)
	c.Unit = unit
	from, n := first/int(by), last/int(by)-first/int(by)+1
	rows := make([][5]int, n)
	for _, m := range counts {
		if i, ok := monthIndex(m.Month); ok && m.Quad >= 0 && m.Quad < 5 {
			rows[i/int(by)-from][m.Quad] += m.Events
		}
	}
	c.layout(rows, from, by, q)
	c.Data = monthsJSON(counts)
	narrow := *q
	narrow.Quad = nil
	c.Query = narrow.values().Encode()
	return c
}

// monthsJSON are the counts as short as they go: a large store has thousands.
func monthsJSON(counts []store.MonthCount) string {
	b := []byte{'['}
	for i, m := range counts {
		if i > 0 {
			b = append(b, ',')
		}
		b = fmt.Appendf(b, `[%q,%d,%d,%d]`, m.Month, m.Quad, m.Events, m.Occurrences)
	}
	return string(append(b, ']'))
}

func (c *barChart) layout(rows [][5]int, from int, by step, q *Query) {
	up, down := 0, 0
	for _, r := range rows {
		up, down = max(up, r[0]+r[1]+r[2]), max(down, r[3]+r[4])
	}
	const top, bottom = 8.0, 24.0
	scale := (c.H - top - bottom) / float64(max(up+down, 1))
	c.Axis = top + float64(up)*scale
	room := (c.W - chartPad) / float64(len(rows))
	width := min(room*0.8, 34)
	for i, r := range rows {
		start := nuncio.NewDate(0, 1+time.Month((from+i)*int(by)), 1)
		end := nuncio.NewDate(start.Year, start.Month+time.Month(int(by)), 0)
		label := stepLabel(start, by)
		if r != [5]int{} {
			c.Rows = append(c.Rows, barRow{label, r})
		}
		x := chartPad + float64(i)*room + (room-width)/2
		y := c.Axis
		for _, quad := range []int{0, 1, 2} {
			if h := float64(r[quad]) * scale; h > 0 {
				y -= h
				c.Bars = append(c.Bars, bar{x, y, width, h, quad, barTitle(label, quad, r[quad]), barHref(q, start, end, quad)})
			}
		}
		y = c.Axis
		for _, quad := range []int{3, 4} {
			if h := float64(r[quad]) * scale; h > 0 {
				c.Bars = append(c.Bars, bar{x, y, width, h, quad, barTitle(label, quad, r[quad]), barHref(q, start, end, quad)})
				y += h
			}
		}
	}
	c.ticks(len(rows), from, by, room)
	unit := niceStep(max(up, down))
	for v := unit; v <= up; v += unit {
		c.Grid = append(c.Grid, gridLine{c.Axis - float64(v)*scale, strconv.Itoa(v)})
	}
	for v := unit; v <= down; v += unit {
		c.Grid = append(c.Grid, gridLine{c.Axis + float64(v)*scale, strconv.Itoa(v)})
	}
}

func (c *barChart) ticks(n, from int, by step, room float64) {
	every := 1
	for room*float64(every) < 64 {
		every++
	}
	perYear := 12 / int(min(by, stepYear))
	if perYear > 1 && every > 1 { // whole years read best
		every = (every + perYear - 1) / perYear * perYear
	} else if by == stepYear && every > 2 {
		every = (every + 4) / 5 * 5
	}
	for i := range n {
		if (from+i)%every != 0 {
			continue
		}
		start := nuncio.NewDate(0, 1+time.Month((from+i)*int(by)), 1)
		label := stepLabel(start, by)
		if perYear > 1 && start.Month == 1 && every >= perYear {
			label = fmt.Sprint(start.Year)
		}
		x := chartPad + (float64(i)+0.5)*room
		c.Ticks = append(c.Ticks, tick{X: x, Label: label, End: x > c.W-30})
	}
}

func stepLabel(d nuncio.Date, by step) string {
	switch by {
	case stepMonth:
		return fmt.Sprintf("%s %d", d.Month.String()[:3], d.Year)
	case stepQuarter:
		return fmt.Sprintf("%d Q%d", d.Year, (int(d.Month)-1)/3+1)
	case stepDecade:
		return fmt.Sprintf("%ds", d.Year)
	}
	return fmt.Sprint(d.Year)
}

func barTitle(label string, quad, n int) string {
	return fmt.Sprintf("%s: %s of %s", label, plural(n, "event", "events"), quadName(quad))
}

func barHref(q *Query, start, end nuncio.Date, quad int) string {
	narrow := *q
	narrow.Quad = []int{quad}
	if s := start.String(); narrow.Since < s {
		narrow.Since = s
	}
	if s := end.String(); narrow.Until == "" || narrow.Until > s {
		narrow.Until = s
	}
	v := narrow.values()
	v.Set("show", "events")
	return searchURL(v)
}

// niceStep divides a scale into three or so round steps.
func niceStep(most int) int {
	for unit := 1; ; unit *= 10 {
		for _, m := range []int{1, 2, 5} {
			if most <= unit*m*4 {
				return unit * m
			}
		}
	}
}
