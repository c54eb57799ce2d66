package server

import (
	"fmt"
	"math"
	"slices"
	"time"

	"nuncio"
	"nuncio/store"
)

// timeline is two parties' occurrences by day: material cooperation on the top lane,
// material conflict on the lowest. A dot's size says how many independent origins it
// has; its echoes stand behind it, faint.
type timeline struct {
	W, H  float64
	LaneH float64
	Lanes []lane
	Dots  []dot
	Ticks []tick
}

type lane struct {
	Y, Mid float64
	Quad   int
	Name   string
}

type dot struct {
	X, Y, R     float64
	Echoes      []float64 // offsets of the faint copies
	Quad        int
	Denied      bool
	Title, Href string
	Day         string
	Lane        int
	Trail       float64 // room that the echoes take beside it
	More        int     // echoes beyond those that are drawn
}

const laneH = 60.0

// maxTrail is how many echoes are drawn behind a dot.
const maxTrail = 8

var laneOrder = []int{2, 1, 0, 3, 4}

// drawTimeline places the occurrences; those without a day are left out and counted
// by the caller.
func drawTimeline(rows []store.OccurrenceRow) *timeline {
	t := &timeline{LaneH: laneH, W: chartW, H: laneH*float64(len(laneOrder)) + 26}
	for i, q := range laneOrder {
		t.Lanes = append(t.Lanes, lane{float64(i) * laneH, (float64(i) + 0.5) * laneH, q, quadName(q)})
	}
	first, last := nuncio.Date{}, nuncio.Date{}
	for _, o := range rows {
		if d := o.Day; !d.IsZero() {
			if first.IsZero() || d.Before(first) {
				first = d
			}
			if d.After(last) {
				last = d
			}
		}
	}
	if first.IsZero() {
		return t
	}
	const left, right = 150.0, 40.0
	days := last.Time().Sub(first.Time()).Hours() / 24
	x := func(d nuncio.Date) float64 {
		if days == 0 {
			return (left + t.W - right) / 2
		}
		return left + (t.W-left-right)*d.Time().Sub(first.Time()).Hours()/24/days
	}
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b store.OccurrenceRow) int { return a.Day.Time().Compare(b.Day.Time()) })
	taken := map[[2]int]float64{} // right edge of what stands in a lane's row
	for _, o := range sorted {
		if o.Day.IsZero() {
			continue
		}
		d := dot{X: x(o.Day), R: min(4.5+2.5*math.Sqrt(float64(o.Corroboration)), 20), Quad: o.Quad, Denied: len(o.DeniedBy) > 0,
			Href: occurrenceURL(o.ID), Title: occurrenceTitle(&o), Day: o.Day.String()}
		echoes := max(o.Reports-o.Corroboration, 0)
		for i := range min(echoes, maxTrail) {
			d.Echoes = append(d.Echoes, float64(i+1)*5)
		}
		d.Trail, d.More = float64(len(d.Echoes))*5, echoes-len(d.Echoes)
		n := slices.Index(laneOrder, o.Quad)
		d.Lane = n
		for row, shift := range []float64{0, -16, 16, -8, 8} {
			if taken[[2]int{n, row}] <= d.X-d.R || row == 4 {
				taken[[2]int{n, row}] = d.X + d.R + d.Trail
				d.Y = t.Lanes[n].Mid + shift
				break
			}
		}
		t.Dots = append(t.Dots, d)
	}
	t.Ticks = timeTicks(first, last, x, t.W)
	return t
}

func occurrenceTitle(o *store.OccurrenceRow) string {
	s := fmt.Sprintf("%s: %s, %s; %s; %s in %s", whenWords(o.When), o.Event, o.Status, deedWords(o), plural(o.Corroboration, "source", "sources"), plural(o.Reports, "report", "reports"))
	if len(o.DeniedBy) > 0 {
		s += ", denied"
	}
	return s
}

// deedWords are the parties of an occurrence.
func deedWords(o *store.OccurrenceRow) string {
	if len(o.Recipient) == 0 {
		return partyNames(o.Actor)
	}
	return partyNames(o.Actor) + " → " + partyNames(o.Recipient)
}

// timeTicks marks days, months or years, whichever gives a handful.
func timeTicks(first, last nuncio.Date, x func(nuncio.Date) float64, w float64) []tick {
	var out []tick
	add := func(d nuncio.Date, label string) {
		if !d.Before(first) && !d.After(last) {
			out = append(out, tick{X: x(d), Label: label, End: x(d) > w-50})
		}
	}
	months := (last.Year-first.Year)*12 + int(last.Month) - int(first.Month)
	switch {
	case months <= 1:
		days := int(last.Time().Sub(first.Time()).Hours() / 24)
		for i := 0; i <= days; i += max(1, (days+5)/6) {
			add(first.AddDays(i), dayWords(first.AddDays(i)))
		}
	case months <= 24:
		by := max(1, (months+6)/7)
		for i := 0; i <= months+1; i += by {
			d := nuncio.NewDate(first.Year, first.Month+1, 1)
			d = nuncio.NewDate(d.Year, d.Month+time.Month(i-1), 1)
			add(d, fmt.Sprintf("%s %d", d.Month.String()[:3], d.Year))
		}
	default:
		years := last.Year - first.Year
		by := max(1, (years+7)/8)
		for y := first.Year; y <= last.Year+1; y++ {
			if y%by == 0 {
				add(nuncio.NewDate(y, 1, 1), fmt.Sprint(y))
			}
		}
	}
	return out
}
