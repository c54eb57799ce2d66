// What part of a chart is looked at stands behind the # of the address, so that a
// view can be shared as it is seen.

export function seen(name: string): string | null {
  return new URLSearchParams(location.hash.slice(1)).get(name)
}

let late = 0

/** Notes a view once it rests; null forgets it. */
export function note(name: string, value: string | null) {
  clearTimeout(late)
  late = window.setTimeout(() => {
    const all = new URLSearchParams(location.hash.slice(1))
    if (value === null) all.delete(name)
    else all.set(name, value)
    const hash = String(all)
    history.replaceState(history.state, "", location.pathname + location.search + (hash ? "#" + hash : ""))
  }, 250)
}

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches

/** Buttons of a chart, at the end of its caption. */
export function buttons(figure: HTMLElement, list: [text: string, label: string, act: () => void][]) {
  const bar = document.createElement("div")
  bar.className = "tools"
  bar.setAttribute("role", "group")
  bar.setAttribute("aria-label", "Zoom")
  for (const [text, label, act] of list) {
    const b = document.createElement("button")
    b.type = "button"
    b.textContent = text
    b.setAttribute("aria-label", label)
    b.title = label
    b.addEventListener("click", act)
    bar.append(b)
  }
  figure.prepend(bar)
  return bar
}
