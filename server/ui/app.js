// What pages gain by script: words and rows light each other up, keys move about,
// the theme can be chosen, a pasted text fits into an address. Without it all pages work.

/** Rows and words that belong together carry the same key in data-k. */
function lightUp() {
  const byKey = new Map()
  for (const el of document.querySelectorAll("[data-k]")) {
    for (const key of el.dataset.k.split(" ")) {
      if (!byKey.has(key)) byKey.set(key, [])
      byKey.get(key).push(el)
    }
  }
  if (byKey.size === 0) return
  let lit = []
  const clear = () => { for (const el of lit) el.classList.remove("lit"); lit = [] }
  const light = target => {
    const el = target instanceof Element ? target.closest("[data-k]") : null
    clear()
    if (!el || !el.dataset.k) return
    // The first kind of key that there is counts: events before attributions before names.
    const keys = el.dataset.k.split(" ")
    const kind = keys[0][0]
    lit = keys.filter(k => k[0] === kind).flatMap(k => byKey.get(k))
    for (const e of lit) e.classList.add("lit")
  }
  document.addEventListener("pointerover", e => light(e.target))
  document.addEventListener("focusin", e => light(e.target))
  document.addEventListener("focusout", clear)
}

/** j and k go through rows, o, m and p to pages, / to the search field. */
function keys() {
  const go = { o: "/", m: "/map", p: "/paste" }
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey) return
    const at = document.activeElement
    if (at?.matches("input, textarea, select")) {
      if (e.key === "Escape") at.blur()
      return
    }
    if (e.key === "/") {
      e.preventDefault()
      document.getElementById("find").focus()
    } else if (e.key === "j" || e.key === "k") {
      const rows = [...document.querySelectorAll(".row")]
      const here = rows.indexOf(at?.closest(".row"))
      const next = rows[here < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, here + (e.key === "j" ? 1 : -1)))]
      next?.focus()
    } else if (e.key === "Enter" && at?.matches(".row")) {
      at.querySelector("a.open, a")?.click()
    } else if (go[e.key]) {
      location.href = go[e.key]
    }
  })
}

/** The theme of the system, or the one that was chosen. */
function theme() {
  const root = document.documentElement
  const chosen = localStorage.getItem("theme")
  if (chosen) root.dataset.theme = chosen
  const button = document.querySelector("button.theme")
  button.hidden = false
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches
    root.dataset.theme = dark ? "light" : "dark"
    localStorage.setItem("theme", root.dataset.theme)
  })
}

/** A pasted text travels behind the # of the address, which is never sent. */
function share() {
  const form = document.querySelector("form.paste[action='/paste']")
  if (!form) return
  const fields = ["text", "date", "title", "outlet"]
  const link = form.querySelector(".share")
  const update = () => {
    const v = new URLSearchParams()
    for (const name of fields) if (form.elements[name].value) v.set(name, form.elements[name].value)
    link.href = "/paste#" + v
    link.hidden = !form.elements.text.value
  }
  const fill = () => {
    const given = new URLSearchParams(location.hash.slice(1))
    for (const name of fields) if (given.has(name)) form.elements[name].value = given.get(name)
    update()
  }
  addEventListener("hashchange", fill)
  form.addEventListener("input", update)
  fill()
}

/** Where a chart is wider than the screen, its latest end is what one sees first. */
function latest() {
  for (const el of document.querySelectorAll(".scroll")) el.scrollLeft = el.scrollWidth
}

/** More of a list comes onto the same page; the address stays that of its beginning. */
function more() {
  document.addEventListener("click", async e => {
    const link = e.target instanceof Element ? e.target.closest("a[rel=next]") : null
    const list = document.querySelector("main ul.cards, main ul.reports")
    if (!link || !list || e.ctrlKey || e.metaKey || e.shiftKey) return
    e.preventDefault()
    if (link.getAttribute("aria-busy") === "true") return
    link.setAttribute("aria-busy", "true")
    try {
      const answer = await fetch(link.href)
      if (!answer.ok) throw new Error(answer.statusText)
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const rows = [...page.querySelectorAll("main ul.cards > li, main ul.reports > li")]
      list.append(...rows)
      const next = page.querySelector("a[rel=next]")
      if (next) {
        link.href = next.getAttribute("href")
        link.removeAttribute("aria-busy")
      } else {
        link.closest(".next").remove()
      }
      rows[0]?.focus({preventScroll: true})
    } catch {
      location.href = link.href
    }
  })
}

/** A thin line tells that a page which takes its time is on its way. */
function busy() {
  const on = () => document.documentElement.classList.add("busy")
  document.addEventListener("submit", on)
  document.addEventListener("click", e => {
    const a = e.target instanceof Element ? e.target.closest("a[href]") : null
    if (!a || e.defaultPrevented || e.ctrlKey || e.metaKey || e.shiftKey || a.rel === "next") return
    const to = new URL(a.href?.baseVal ?? a.href, location.href)
    if (to.origin === location.origin && to.pathname + to.search !== location.pathname + location.search && !to.pathname.startsWith("/v1/")) on()
  })
  addEventListener("pageshow", () => document.documentElement.classList.remove("busy"))
}

lightUp()
latest()
more()
busy()
keys()
theme()
share()
