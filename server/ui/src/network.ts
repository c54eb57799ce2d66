// A party and its partners, pushed apart and pulled together by how much they deal
// with each other. The server drew them in a ring.
import {forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum} from "d3-force"
import {still} from "./view"
import {tips} from "./tip"

interface Node extends SimulationNodeDatum { id: string, el: SVGGElement, r: number, warm: number, ego: boolean }
interface Tie extends SimulationLinkDatum<Node> { el: SVGLineElement, share: number, own: boolean }

export function network(figure: HTMLElement) {
  const svg = figure.querySelector<SVGSVGElement>("svg")
  if (!svg) return
  const {width: w, height: h} = svg.viewBox.baseVal
  const nodes: Node[] = [...svg.querySelectorAll<SVGGElement>("[data-node]")].map(el => ({
    el, id: el.dataset.node!, r: Number(el.dataset.r), warm: Number(el.dataset.warm), ego: el.dataset.ego !== undefined,
    ...(el.dataset.ego === undefined ? {} : {fx: w / 2, fy: h / 2}), ...start(el),
  }))
  const byID = new Map(nodes.map(n => [n.id, n]))
  const ties: Tie[] = [...svg.querySelectorAll<SVGLineElement>("line[data-a]")].map(el => ({
    el, source: byID.get(el.dataset.a!)!, target: byID.get(el.dataset.b!)!, share: Number(el.dataset.share), own: byID.get(el.dataset.a!)!.ego,
  }))
  if (nodes.length < 4) return // a ring says as much

  const place = () => {
    for (const n of nodes) {
      n.x = Math.max(60, Math.min(w - 60, n.x!))
      n.y = Math.max(24, Math.min(h - 34, n.y!))
      n.el.setAttribute("transform", `translate(${n.x.toFixed(1)} ${n.y.toFixed(1)})`)
    }
    for (const t of ties) {
      const a = t.source as Node, b = t.target as Node
      for (const [k, v] of [["x1", a.x], ["y1", a.y], ["x2", b.x], ["y2", b.y]] as const) t.el.setAttribute(k, v!.toFixed(1))
    }
  }
  for (const n of nodes) { // labels stand below, wherever the node goes
    const t = n.el.querySelector("text")
    t?.setAttribute("x", "0")
    t?.setAttribute("y", String(n.r + 15))
    t?.setAttribute("text-anchor", "middle")
  }
  const sim = forceSimulation(nodes)
    .force("tie", forceLink(ties).distance(t => t.own ? 190 - 50 * t.share : 130).strength(t => t.own ? 0.25 : 0.06 + 0.2 * t.share))
    .force("apart", forceManyBody().strength(-900))
    .force("room", forceCollide<Node>(n => n.r + 30))
    .force("warm", forceY<Node>(n => h / 2 - n.warm * h * 0.34).strength(n => n.ego ? 0 : 0.12)) // friendliest on top
    .force("middle", forceX<Node>(w / 2).strength(0.035))
    .stop()
  for (let i = 0; i < 260; i++) sim.tick()
  place()
  if (!still()) sim.on("tick", place)
  drag(svg, nodes, () => { if (still()) { for (let i = 0; i < 60; i++) sim.alpha(0.3).tick(); place() } else sim.alpha(0.5).restart() })
  tips(svg)
}

function start(el: SVGGElement) {
  const m = el.getAttribute("transform")?.match(/translate\(([\d.-]+) ([\d.-]+)\)/)
  return m ? {x: Number(m[1]), y: Number(m[2])} : {}
}

/** A node can be pulled about; where it is let go it stays. A click still opens it. */
function drag(svg: SVGSVGElement, nodes: Node[], moved: () => void) {
  for (const n of nodes) {
    let from: [number, number] | null = null, far = false
    n.el.addEventListener("dragstart", e => e.preventDefault())
    n.el.addEventListener("pointerdown", e => { if (e.pointerType !== "touch" && !e.button) { from = [e.clientX, e.clientY]; far = false; n.el.setPointerCapture(e.pointerId) } })
    n.el.addEventListener("pointermove", e => {
      if (!from || !far && Math.hypot(e.clientX - from[0], e.clientY - from[1]) < 4) return
      far = true
      const p = new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM()!.inverse())
      n.fx = p.x
      n.fy = p.y
      moved()
    })
    n.el.addEventListener("pointerup", () => { from = null })
    n.el.addEventListener("click", e => { if (far) e.preventDefault() })
  }
}
