// Events, or occurrences, through time by quad class: cooperation and statements
// above the line, conflict below. Bars cover months, quarters, years or decades,
// as wide as the part of time that is looked at allows.
import {extent, quantile} from "d3-array"
import {axisLeft} from "d3-axis"
import {scaleLinear} from "d3-scale"
import {create, select} from "d3-selection"
import {drawAxis, namedTime, onWidth, outside, timeAxis} from "./time"
import {tips} from "./tip"

type Row = [month: string, quad: number, events: number, occurrences: number]

const names = ["statement", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
const above = [0, 1, 2], below = [3, 4]
const height = 250, left = 34, bottom = 26, top = 8

const at = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const date = (month: number) => { const d = new Date(Date.UTC(2000, 0, 1)); d.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1); return d }
const lastDay = (month: number) => new Date(+date(month) - 864e5).toISOString().slice(0, 10)
const short = new Intl.DateTimeFormat("en", {month: "short", year: "numeric", timeZone: "UTC"})

function label(from: number, step: number) {
  const d = date(from)
  if (step === 1) return short.format(d)
  if (step === 3) return `${d.getUTCFullYear()} Q${Math.floor(d.getUTCMonth() / 3) + 1}`
  return step === 12 ? `${d.getUTCFullYear()}` : `${d.getUTCFullYear()}s`
}

interface Bar { from: number, step: number, quad: number, n: number, y0: number, y1: number }

export function months(figure: HTMLElement) {
  const old = figure.querySelector("svg")
  const rows = (JSON.parse(figure.dataset.rows ?? "[]") as Row[]).filter(r => /^\d{4}-\d\d$/.test(r[0]))
  if (!old || rows.length === 0) return
  let [first, last] = extent(rows, r => at(r[0])) as [number, number]
  if (last - first > 48) { // whole years, so that no bar is cut
    first = Math.floor(first / 12) * 12
    last = Math.floor(last / 12) * 12 + 11
  }
  const svg = create("svg:svg").attr("role", "group").attr("aria-label", old.getAttribute("aria-label"))
  const node = svg.node() as unknown as SVGSVGElement
  old.closest(".scroll")?.replaceWith(node)
  const scaleY = svg.append("g").attr("class", "ticks"), scaleX = svg.append("g").attr("class", "ticks time")
  const bars = svg.append("g"), line = svg.append("line").attr("class", "axis")
  const unit = figure.querySelector<HTMLElement>(".unit")
  let column: 2 | 3 = 2
  let width = 0
  const axis = timeAxis(figure, node, [date(first), date(last + 1)], 6 * 30 * 864e5, () => draw())

  function href(b: Bar) {
    const q = new URLSearchParams(figure.dataset.query)
    const since = date(b.from).toISOString().slice(0, 10), until = lastDay(b.from + b.step)
    if ((q.get("since") ?? "") < since) q.set("since", since)
    if (!q.get("until") || q.get("until")! > until) q.set("until", until)
    q.set("quad", String(b.quad))
    q.set("show", column === 2 ? "events" : "occurrences")
    return "/search?" + q
  }

  function layout(): [Bar[], number, number, number] {
    const [a, b] = axis.scale.domain() as [Date, Date]
    const shown = (+b - +a) / (30.44 * 864e5), room = Math.max(24, width / 11)
    const step = [1, 3, 12, 120].find(s => shown / s <= room) ?? 120
    const sums = new Map<number, number[]>()
    for (const r of rows) {
      const from = Math.floor(at(r[0]) / step) * step
      if (+date(from + step) <= +a || +date(from) >= +b) continue
      if (!sums.has(from)) sums.set(from, [0, 0, 0, 0, 0])
      sums.get(from)![r[1]]! += r[column]
    }
    const out: Bar[] = []
    let up = 0, down = 0
    for (const [from, n] of [...sums].sort((x, y) => x[0] - y[0])) {
      let y = 0
      for (const quad of above) if (n[quad]) out.push({from, step, quad, n: n[quad]!, y0: y, y1: y += n[quad]!})
      up = Math.max(up, y)
      y = 0
      for (const quad of below) if (n[quad]) out.push({from, step, quad, n: n[quad]!, y0: y - n[quad]!, y1: y}), y -= n[quad]!
      down = Math.max(down, -y)
    }
    return [out, up, down, step]
  }

  function draw() {
    if (!width) return
    const [list, up, down, step] = layout()
    const y = scaleLinear([-down, up], [height - bottom, top])
    const what = column === 2 ? ["event", "events"] : ["occurrence", "occurrences"]
    drawAxis(scaleX, axis.scale, height - bottom + 2, 0)
    scaleY.attr("transform", `translate(${left - 4} 0)`).attr("font-size", null).attr("font-family", null)
      .call(axisLeft(y).ticks(5).tickSize(-(width - left)).tickFormat(v => Math.abs(+v) % 1 ? "" : Math.abs(+v).toLocaleString("en")))
      .attr("font-size", null).attr("font-family", null)
    line.attr("x1", left).attr("x2", width).attr("y1", y(0)).attr("y2", y(0))
    bars.selectAll<SVGAElement, Bar>("a").data(list, b => `${b.from} ${b.step} ${b.quad}`)
      .join(enter => { const a = enter.append("a"); a.append("rect").attr("class", b => "q" + b.quad); return a })
      .attr("href", href)
      .attr("aria-label", b => `${label(b.from, b.step)}: ${b.n.toLocaleString("en")} ${what[b.n === 1 ? 0 : 1]} of ${names[b.quad]}`)
      .each(function (b) {
        const x0 = Math.max(left, axis.scale(date(b.from))), x1 = Math.min(width, axis.scale(date(b.from + b.step)))
        const full = x1 - x0, w = Math.max(1, Math.min(full * 0.82, 34))
        select(this).select("rect").attr("x", x0 + (full - w) / 2).attr("width", w)
          .attr("y", y(b.y1)).attr("height", Math.max(0, y(b.y0) - y(b.y1)))
      })
      .order()
    const [a, b] = axis.scale.domain() as [Date, Date]
    let out = 0
    for (const r of rows) if (+date(at(r[0]) + 1) <= +a || +date(at(r[0])) >= +b) out += r[column]
    outside(figure, out, what[0]!, what[1]!)
    if (unit) unit.textContent = `${what[1]![0]!.toUpperCase() + what[1]!.slice(1)} by ${({1: "month", 3: "quarter", 12: "year"} as Record<number, string>)[step] ?? "decade"}`
  }

  figure.prepend(...choice([["Events", 2], ["Occurrences", 3]], c => { column = c as 2 | 3; draw() }))
  tips(node)
  onWidth(figure, w => {
    const begun = width > 0
    svg.attr("viewBox", `0 0 ${width = w} ${height}`).attr("width", w).attr("height", height)
    axis.resize(left, w)
    const t = begun ? null : namedTime() ?? busy(rows)
    if (t) axis.show(...t)
    draw()
  })
}

/** Where nearly everything lies, when that is much less than the whole. */
function busy(rows: Row[]): [Date, Date] | null {
  const each = rows.flatMap(r => Array<number>(Math.min(r[2], 50)).fill(at(r[0]))).sort((a, b) => a - b)
  const low = quantile(each, 0.03)!, end = each[each.length - 1]!
  return end - each[0]! > 1.5 * (end - low) && end - low > 12 ? [date(Math.floor(low / 12) * 12), date(Math.floor(end / 12) * 12 + 12)] : null
}

/** Two ways to count, one of them chosen. */
function choice(list: [string, number][], pick: (v: number) => void) {
  const bar = document.createElement("div")
  bar.className = "choice"
  bar.setAttribute("role", "group")
  bar.setAttribute("aria-label", "What is counted")
  for (const [text, v] of list) {
    const b = document.createElement("button")
    b.type = "button"
    b.textContent = text
    b.setAttribute("aria-pressed", String(v === list[0]![1]))
    b.addEventListener("click", () => {
      for (const o of bar.children) o.setAttribute("aria-pressed", String(o === b))
      pick(v)
    })
    bar.append(b)
  }
  return [bar]
}
