package train

import (
	"bytes"
	"fmt"
	"html"
	"slices"
)

// Curve draws the scores of the epochs as an SVG: one line a score whose name is
// listed, hundredths upwards, epochs to the right.
func Curve(title string, reports []EpochReport, scores ...string) []byte {
	const w, h, left, top, right, bottom = 720, 400, 50, 36, 190, 40
	colours := []string{"#1b6ca8", "#c0392b", "#2e8b57", "#8e44ad", "#d68910", "#34495e", "#16a085", "#7f8c8d"}
	low, high := 100.0, 0.0
	for _, r := range reports {
		for _, s := range scores {
			if v, ok := r.Scores[s]; ok {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	if low > high {
		low, high = 0, 100
	}
	low, high = float64(int(low/5)*5), float64(int(high/5)*5+5)
	x := func(epoch int) float64 {
		return left + float64(epoch-1)/float64(max(1, len(reports)-1))*(w-left-right)
	}
	y := func(v float64) float64 { return top + (high-v)/(high-low)*(h-top-bottom) }
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">`+"\n", w, h)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="white"/><text x="%d" y="20" font-size="14">%s</text>`+"\n", w, h, left, html.EscapeString(title))
	for v := low; v <= high; v += 5 {
		fmt.Fprintf(&b, `<path d="M%d %.1fH%d" stroke="#ddd"/><text x="%d" y="%.1f" text-anchor="end">%.0f</text>`+"\n", left, y(v), w-right, left-6, y(v)+4, v)
	}
	for i := range reports {
		if len(reports) > 20 && (i+1)%5 != 0 {
			continue
		}
		fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle">%d</text>`+"\n", x(i+1), h-bottom+16, i+1)
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle">epoch</text>`+"\n", (left+w-right)/2, h-6)
	var used []float64
	for k, s := range scores {
		colour := colours[k%len(colours)]
		line, last := "", 0.0
		for i, r := range reports {
			if v, ok := r.Scores[s]; ok {
				step := "L"
				if line == "" {
					step = "M"
				}
				line += fmt.Sprintf("%s%.1f %.1f", step, x(i+1), y(v))
				last = v
			}
		}
		if line == "" {
			continue
		}
		at := y(last) + 4
		for slices.ContainsFunc(used, func(u float64) bool { return at-u < 13 && u-at < 13 }) {
			at += 13
		}
		used = append(used, at)
		fmt.Fprintf(&b, `<path d="%s" fill="none" stroke="%s" stroke-width="2"/><text x="%d" y="%.1f" fill="%s">%s %.2f</text>`+"\n", line, colour, w-right+8, at, colour, html.EscapeString(s), last)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}
