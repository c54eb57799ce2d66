// A time axis that can be zoomed and dragged, shared by the charts that have one.
import {axisBottom} from "d3-axis"
import {scaleUtc, type ScaleTime} from "d3-scale"
import {select, type Selection} from "d3-selection"
import {zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform} from "d3-zoom"
import {buttons, note, seen} from "./view"

export type Scale = ScaleTime<number, number>
export const day = (s: string) => new Date(s + "T00:00:00Z")
export const iso = (d: Date) => d.toISOString().slice(0, 10)

export interface Axis {
  scale: Scale // as it is looked at
  whole: () => boolean
  resize: (left: number, right: number) => void
  show: (from: Date, to: Date) => void
}

/**
 * Lets the pointer and buttons zoom in time. redraw is called with each change. Only
 * Ctrl and the wheel zooms: the wheel alone scrolls the page.
 */
export function timeAxis(figure: HTMLElement, svg: SVGSVGElement, extent: [Date, Date], least: number, redraw: () => void): Axis {
  const base = scaleUtc().domain(extent)
  let now: ZoomTransform = zoomIdentity
  const axis: Axis = {
    scale: base.copy(),
    whole: () => now.k < 1.001,
    resize(left, right) {
      base.range([left, right])
      behave.extent([[left, 0], [right, 1]]).translateExtent([[left, 0], [right, 1]])
      axis.scale = now.rescaleX(base)
    },
    show(from, to) {
      const [left, right] = base.range() as [number, number]
      const a = base(from), b = base(to)
      const k = Math.min((right - left) / Math.max(b - a, 1e-6), most)
      select(svg).call(behave.transform, zoomIdentity.translate((left + right) / 2 - k * (a + b) / 2, 0).scale(k))
    },
  }
  const span = +extent[1] - +extent[0]
  const most = Math.max(1, span / least)
  const behave: ZoomBehavior<SVGSVGElement, unknown> = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, most])
    .filter(e => e.type === "wheel" ? e.ctrlKey || e.metaKey : e.type === "dblclick" ? true : !e.button && (e.type !== "touchstart" || e.touches.length > 1 || now.k > 1))
    .on("zoom", e => {
      now = e.transform
      axis.scale = now.rescaleX(base)
      redraw()
      if (e.sourceEvent || touched) note("time", axis.whole() ? null : axis.scale.domain().map(iso).join(".."))
    })
  select(svg).call(behave)
  let touched = false
  const by = (k: number) => () => { touched = true; select(svg).call(behave.scaleBy, k) }
  if (most > 1.5) {
    buttons(figure, [["−", "Show a longer time", by(1 / 1.8)], ["+", "Show a shorter time", by(1.8)],
      ["All", "Show all of the time", () => { touched = true; select(svg).call(behave.transform, zoomIdentity) }]])
  }
  return axis
}

/** Says under a chart how much lies outside of what is looked at. */
export function outside(figure: HTMLElement, n: number, one: string, many: string) {
  let el = figure.querySelector<HTMLElement>(".outside")
  if (!el) {
    el = document.createElement("span")
    el.className = "outside"
    figure.querySelector("figcaption")?.append(el)
  }
  el.textContent = n ? `${n.toLocaleString("en")} ${n === 1 ? one + " lies" : many + " lie"} outside of the time shown.` : ""
}

/** The part of time that the address names. */
export function namedTime(): [Date, Date] | null {
  const m = seen("time")?.match(/^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/)
  return m ? [day(m[1]!), day(m[2]!)] : null
}

export function drawAxis(g: Selection<SVGGElement, any, null, undefined>, scale: Scale, y: number, height: number) {
  const [left, right] = scale.range() as [number, number]
  g.attr("transform", `translate(0 ${y})`)
    .call(axisBottom(scale).ticks(Math.max(2, (right - left) / 95)).tickSize(-height).tickPadding(8))
    .attr("font-size", null).attr("font-family", null)
}

/** Draws anew when the figure's width changes. */
export function onWidth(figure: HTMLElement, draw: (width: number) => void) {
  let had = 0
  new ResizeObserver(entries => {
    const w = Math.floor(entries[0]!.contentRect.width)
    if (w > 0 && w !== had) draw(had = w)
  }).observe(figure)
}
