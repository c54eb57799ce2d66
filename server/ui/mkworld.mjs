// Writes land outlines and borders from world-atlas (Natural Earth 1:110m, public domain).
import {readFileSync, writeFileSync} from "node:fs"
import {feature, mesh} from "topojson-client"
const topo = JSON.parse(readFileSync(process.argv[2] + "/world-atlas/countries-110m.json"))
const fmt = ([x, y]) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
const line = pts => { const out = []; for (const p of pts) { const s = fmt(p); if (out.at(-1) !== s) out.push(s) } return out.join(" ") }
const rows = []
const land = feature(topo, topo.objects.land)
const polys = land.features ? land.features.flatMap(f => f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates) : []
for (const poly of polys) for (const ring of poly) {
  if (Math.max(...ring.map(p => p[1])) < -58) continue
  rows.push("land\t" + line(ring))
}
for (const arc of mesh(topo, topo.objects.countries, (a, b) => a !== b).coordinates) rows.push("border\t" + line(arc))
writeFileSync("world.tsv", rows.join("\n") + "\n")
