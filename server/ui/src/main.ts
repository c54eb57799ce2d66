// Charts and map that can be zoomed, over the ones that the server drew. Each takes
// the figure as it is, with its links, and gives it more; without this file all
// that they say is on the page already.
import {months} from "./months"
import {timeline} from "./timeline"
import {network} from "./network"
import {worldMap} from "./map"

const kinds: Record<string, (figure: HTMLElement) => void> = {months, timeline, network, map: worldMap}

for (const figure of document.querySelectorAll<HTMLElement>("figure[data-chart]")) {
  kinds[figure.dataset.chart ?? ""]?.(figure)
}
