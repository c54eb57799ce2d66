// A party and its partners, pushed apart and pulled together by how much they deal
// with each other. The server drew them in a ring.
import {forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum} from "d3-force"
import {still} from "./view"
import {tips} from "./tip"

interface Node extends SimulationNodeDatum { id: string, el: SVGGElement, r: number, half: number, warm: number, ego: boolean }
interface Tie extends SimulationLinkDatum<Node> { el: SVGLineElement, share: number, own: boolean }

export function network(figure: HTMLElement) {
  const svg = figure.querySelector<SVGSVGElement>("svg")
  if (!svg) return
  const {width: w, height: h} = svg.viewBox.baseVal
  const nodes: Node[] = [...svg.querySelectorAll<SVGGElement>("[data-node]")].map(el => ({
    el, id: el.dataset.node!, r: Number(el.dataset.r), half: halfWidth(el), warm: Number(el.dataset.warm), ego: el.dataset.ego !== undefined,
    ...(el.dataset.ego === undefined ? {} : {fx: w / 2, fy: h / 2}), ...start(el),
  }))
  const byID = new Map(nodes.map(n => [n.id, n]))
  const ties: Tie[] = [...svg.querySelectorAll<SVGLineElement>("line[data-a]")].map(el => ({
    el, source: byID.get(el.dataset.a!)!, target: byID.get(el.dataset.b!)!, share: Number(el.dataset.share), own: byID.get(el.dataset.a!)!.ego,
  }))
  if (nodes.length < 4) return // a ring says as much

  const place = () => {
    for (const n of nodes) {
      keepIn(n, w, h)
      n.el.setAttribute("transform", `translate(${n.x!.toFixed(1)} ${n.y!.toFixed(1)})`)
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
  const others = nodes.filter(n => !n.ego)
  const mild = others.reduce((sum, n) => sum + n.warm, 0) / others.length
  const sim = forceSimulation(nodes)
    .force("tie", forceLink(ties).distance(t => t.own ? 190 - 50 * t.share : 130).strength(t => t.own ? 0.25 : 0.06 + 0.2 * t.share))
    .force("apart", forceManyBody().strength(-900))
    .force("room", forceCollide<Node>(n => n.r + 30))
    .force("warm", forceY<Node>(n => h / 2 - (n.warm - mild) * h * 0.34).strength(n => n.ego ? 0 : 0.12)) // friendliest on top
    .force("middle", forceX<Node>(w / 2).strength(0.035))
    .force("labels", () => apart(nodes, w, h))
    .stop()
  for (let i = 0; i < 260; i++) sim.tick()
  for (let i = 0; i < 60; i++) apart(nodes, w, h)
  place()
  if (!still()) sim.on("tick", place)
  drag(svg, nodes, () => { if (still()) { for (let i = 0; i < 60; i++) sim.alpha(0.3).tick(); place() } else sim.alpha(0.5).restart() })
  tips(svg)
}

/** Half the room that a node takes with its label. */
function halfWidth(el: SVGGElement) {
  const text = el.querySelector("text")
  return Math.max(Number(el.dataset.r), (text?.getComputedTextLength() ?? 0) / 2) + 5
}

const below = 24 // what a label takes below its node

function keepIn(n: Node, w: number, h: number) {
  n.x = Math.max(n.half, Math.min(w - n.half, n.x!))
  n.y = Math.max(n.r + 4, Math.min(h - n.r - below, n.y!))
}

/** Pushes nodes off each other's labels, the shorter way, and keeps all in the frame. */
function apart(nodes: Node[], w: number, h: number) {
  for (const [i, a] of nodes.entries()) for (const b of nodes.slice(i + 1)) {
    const dx = b.x! - a.x!, dy = b.y! - a.y!
    const x = a.half + b.half - Math.abs(dx), y = (dy > 0 ? a.r + below + b.r : b.r + below + a.r) - Math.abs(dy)
    if (x <= 0 || y <= 0) continue
    const [move, side] = x < y ? [{x: x / 2, y: 0}, Math.sign(dx) || 1] : [{x: 0, y: y / 2}, Math.sign(dy) || 1]
    for (const [n, to] of [[a, -side], [b, side]] as const) if (n.fx == null) {
      n.x! += to * move.x
      n.y! += to * move.y
    }
  }
  for (const n of nodes) if (n.fx == null) keepIn(n, w, h)
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
