// The map can be dragged and zoomed; coasts and borders get finer as one comes near.
import {geoEqualEarth, geoPath} from "d3-geo"
import {select} from "d3-selection"
import {zoom, zoomIdentity, type ZoomTransform} from "d3-zoom"
import {feature, mesh} from "topojson-client"
import type {GeometryCollection, Topology} from "topojson-specification"
import {buttons, note, seen} from "./view"
import {tips} from "./tip"

type World = Topology<{countries: GeometryCollection, land: GeometryCollection}>

/** From here on the outlines of 1:110 million look coarse. */
const near = 2.5

export function worldMap(figure: HTMLElement) {
  const svg = figure.querySelector<SVGSVGElement>("svg")
  const ground = svg?.querySelector<SVGGElement>("g.ground")
  if (!svg || !ground) return
  const whole = JSON.parse(figure.dataset.whole ?? "[0,0,960,440]") as [number, number, number, number]
  const [x0, y0, w, h] = whole
  const window0 = svg.viewBox.baseVal
  const region = {x: window0.x, y: window0.y, w: window0.width, h: window0.height}
  const dots = [...svg.querySelectorAll<SVGAElement>("a[data-x]")].map(el => ({el, x: Number(el.dataset.x), y: Number(el.dataset.y), r: Number(el.dataset.r)}))
  svg.setAttribute("viewBox", whole.join(" "))
  const size = Math.max(1, 620 / Math.max(svg.clientWidth, 300)) // dots keep their size on small screens
  for (const d of dots) d.el.querySelector("circle")?.setAttribute("r", (d.r * Math.min(size, 2)).toFixed(1))
  let fine = false

  function draw(t: ZoomTransform) {
    ground!.setAttribute("transform", `translate(${t.x.toFixed(2)} ${t.y.toFixed(2)}) scale(${t.k.toFixed(4)})`)
    for (const d of dots) d.el.setAttribute("transform", `translate(${t.applyX(d.x).toFixed(1)} ${t.applyY(d.y).toFixed(1)})`)
    if (t.k >= near && !fine) { fine = true; void finer(ground!) }
  }
  const behave = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, 40]).extent([[x0, y0], [x0 + w, y0 + h]]).translateExtent([[x0, y0], [x0 + w, y0 + h]])
    .filter(e => e.type === "wheel" ? e.ctrlKey || e.metaKey : !e.button && (e.type !== "touchstart" || e.touches.length > 1))
    .on("zoom", e => {
      draw(e.transform)
      if (e.sourceEvent || touched) note("view", e.transform.k < 1.01 ? null : [e.transform.k, e.transform.x, e.transform.y].map(v => v.toFixed(2)).join(","))
    })
  const s = select(svg)
  s.call(behave)
  let touched = false
  const go = (act: () => void) => () => { touched = true; act() }
  buttons(figure, [["−", "Farther", go(() => s.call(behave.scaleBy, 1 / 1.8))], ["+", "Nearer", go(() => s.call(behave.scaleBy, 1.8))],
    ["World", "Show the whole world", go(() => s.call(behave.transform, zoomIdentity))]])
  const named = seen("view")?.split(",").map(Number)
  if (named?.length === 3 && named.every(Number.isFinite)) {
    s.call(behave.transform, zoomIdentity.translate(named[1]!, named[2]!).scale(named[0]!))
  } else {
    const k = Math.min(w / region.w, h / region.h)
    s.call(behave.transform, k > 1.01 ? zoomIdentity.translate(x0 + w / 2 - k * (region.x + region.w / 2), y0 + h / 2 - k * (region.y + region.h / 2)).scale(k) : zoomIdentity)
  }
  tips(svg)
}

/** Puts the outlines of 1:50 million in place of the server's. */
async function finer(ground: SVGGElement) {
  const answer = await fetch("/ui/countries-50m.json")
  if (!answer.ok) return
  const world = await answer.json() as World
  const path = geoPath(geoEqualEarth().scale(960 / 2 / 2.70663).translate([480, 222]), null).digits(2)
  ground.querySelector(".land")?.setAttribute("d", path(feature(world, world.objects.land)) ?? "")
  ground.querySelector(".border")?.setAttribute("d", path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? "")
}
