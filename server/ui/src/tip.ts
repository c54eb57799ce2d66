// One small sheet that says what the thing under the pointer, or in focus, is. It
// takes its words from the thing's aria-label: what stands before the first colon is
// its heading.

const sheet = document.createElement("div")
sheet.className = "tip"
sheet.hidden = true
sheet.setAttribute("aria-hidden", "true") // a screen reader has the label already

function show(el: Element) {
  const label = el.getAttribute("aria-label") ?? ""
  const cut = label.indexOf(": ")
  const head = document.createElement("b")
  head.textContent = cut < 0 ? label : label.slice(0, cut)
  sheet.replaceChildren(head, ...(cut < 0 ? [] : label.slice(cut + 2).split("; ").map(line => {
    const p = document.createElement("span")
    p.textContent = line
    return p
  })))
  sheet.hidden = false
  const at = el.getBoundingClientRect()
  const {width, height} = sheet.getBoundingClientRect()
  const x = Math.max(8, Math.min(innerWidth - width - 8, at.x + at.width / 2 - width / 2))
  const y = at.y - height - 8 < 8 ? at.bottom + 8 : at.y - height - 8
  sheet.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
}

/** Shows the labels of all links within. */
export function tips(root: Element) {
  if (!sheet.isConnected) document.body.append(sheet)
  for (const t of root.querySelectorAll("title")) t.remove() // or the browser would show its own
  const on = (e: Event) => {
    const el = e.target instanceof Element ? e.target.closest("a[aria-label]") : null
    if (el) show(el)
    else sheet.hidden = true
  }
  const off = () => { sheet.hidden = true }
  root.addEventListener("pointerover", on)
  root.addEventListener("pointerleave", off)
  root.addEventListener("focusin", on)
  root.addEventListener("focusout", off)
  addEventListener("scroll", () => { // what is in focus may have been scrolled to
    const el = document.activeElement
    if (el?.matches("a[aria-label]") && root.contains(el)) show(el)
    else off()
  }, {passive: true})
}
