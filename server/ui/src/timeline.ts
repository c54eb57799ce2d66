// Two parties' occurrences by day in lanes of quad class. The server drew the dots;
// here they find their places anew for the part of time that is looked at.
import {select} from "d3-selection"
import {day, drawAxis, namedTime, onWidth, outside, timeAxis} from "./time"
import {tips} from "./tip"

interface Dot { el: SVGAElement, at: Date, lane: number, r: number, wide: number }

export function timeline(figure: HTMLElement) {
  const svg = figure.querySelector<SVGSVGElement>("svg")
  const dots: Dot[] = [...figure.querySelectorAll<SVGAElement>("a[data-day]")].map(el => ({
    el, at: day(el.dataset.day!), lane: Number(el.dataset.lane), r: Number(el.dataset.r), wide: Number(el.dataset.trail),
  }))
  if (!svg || dots.length === 0) return
  dots.sort((a, b) => +a.at - +b.at)
  svg.closest(".scroll")?.replaceWith(svg)
  const lanes = [...svg.querySelectorAll<SVGRectElement>("rect.lane")]
  const names = [...svg.querySelectorAll<SVGTextElement>("text.name")]
  for (const t of svg.querySelectorAll("text.tick")) t.remove()
  const tall = Number(lanes[0]!.getAttribute("height"))
  const bottom = lanes.length * tall
  const first = dots[0]!.at, last = dots[dots.length - 1]!.at
  const pad = Math.max(2 * 864e5, (+last - +first) * 0.03)
  const axis = timeAxis(figure, svg, [new Date(+first - pad), new Date(+last + pad)], 5 * 864e5, () => draw())
  const g = select(svg).insert<SVGGElement>("g", "a").attr("class", "ticks time")
  let width = 0, left = 0

  /** Each dot stands at its day, and as near the middle of its lane as others let it. */
  function draw() {
    if (!width) return
    drawAxis(g, axis.scale, bottom, bottom)
    const placed: {x0: number, x1: number, y: number, r: number}[][] = lanes.map(() => [])
    let away = 0
    for (const d of dots) {
      const x = axis.scale(d.at), out = x < left - 1 || x > width + 1
      d.el.classList.toggle("out", out)
      if (out) { away++; continue }
      const row = placed[d.lane]!, mid = (d.lane + 0.5) * tall, free = tall / 2 - d.r - 2
      let y = 0
      search: for (let k = 0; k <= 16; k++) {
        y = (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 4
        if (Math.abs(y) > free) { y = ((k * 7) % (2 * free + 1)) - free; break }
        for (const o of row) if (o.x1 > x - d.r && o.x0 < x + d.r + d.wide && Math.abs(o.y - y) < o.r + d.r) continue search
        break
      }
      row.push({x0: x - d.r, x1: x + d.r + d.wide, y, r: d.r})
      d.el.setAttribute("transform", `translate(${x.toFixed(1)} ${(mid + y).toFixed(1)})`)
    }
    outside(figure, away, "occurrence", "occurrences")
  }

  tips(svg)
  onWidth(figure, w => {
    const begun = width > 0
    width = w
    left = w < 600 ? 8 : 170
    for (const [i, t] of names.entries()) t.setAttribute("y", String(w < 600 ? i * tall + 14 : (i + 0.5) * tall + 4))
    svg.setAttribute("viewBox", `0 0 ${w} ${bottom + 26}`)
    svg.setAttribute("width", String(w))
    svg.setAttribute("height", String(bottom + 26))
    for (const r of lanes) r.setAttribute("width", String(w))
    axis.resize(left, w - 12)
    const t = begun ? null : namedTime() ?? busy(dots)
    if (t) axis.show(...t)
    draw()
  })
}

/** The shortest time that holds nearly all, when it is much shorter than the whole. */
function busy(dots: Dot[]): [Date, Date] | null {
  const n = Math.ceil(dots.length * 0.85), whole = +dots[dots.length - 1]!.at - +dots[0]!.at
  let best: [number, number] | null = null
  for (let i = 0; i + n <= dots.length; i++) {
    const a = +dots[i]!.at, b = +dots[i + n - 1]!.at
    if (!best || b - a < best[1] - best[0]) best = [a, b]
  }
  if (!best || dots.length < 5 || best[1] - best[0] > 0.3 * whole) return null
  const pad = Math.max(3 * 864e5, (best[1] - best[0]) * 0.15)
  return [new Date(best[0] - pad), new Date(best[1] + pad)]
}
