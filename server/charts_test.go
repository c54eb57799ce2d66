package server_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"nuncio/store"
)

// bundled reports whether make ui was run before this binary was built.
func (s *site) bundled(t *testing.T) bool {
	t.Helper()
	res := s.ask(t, "GET", "/ui/charts.js", "")
	res.Body.Close()
	return res.StatusCode == http.StatusOK
}

func TestPagesLoadTheBundleOrSayHowToBuildIt(t *testing.T) {
	s := newSite(t, nil)
	page := s.get(t, "/")
	if with := strings.Contains(page, `src="/ui/charts.js"`); with != s.bundled(t) {
		t.Errorf("charts.js is there: %v, and the page asks for it: %v", s.bundled(t), with)
	}
	if says := strings.Contains(page, "make ui"); says == s.bundled(t) {
		t.Errorf("charts.js is there: %v, and the page says how to build it: %v", s.bundled(t), says)
	}
	for _, drawn := range []string{"<rect", "data-chart=\"months\""} { // whatever script does
		if !strings.Contains(page, drawn) {
			t.Errorf("the server draws no %s", drawn)
		}
	}
}

func TestFilteredOverviewCountsWhatTheFilterLetsThrough(t *testing.T) {
	s := newSite(t, nil)
	months := decode[store.List[store.MonthCount]](t, s.get(t, "/v1/months?quad=4&limit=1000"))
	events := 0
	for _, m := range months.Rows {
		events += m.Events
	}
	page := s.get(t, "/?quad=4")
	if want := fmt.Sprintf("<dd>%d</dd>", events); events == 0 || !strings.Contains(page, want) {
		t.Errorf("%d events of material conflict, and the page does not say %s", events, want)
	}
	if !strings.Contains(page, `aria-label="without material conflict"`) {
		t.Error("the filter cannot be taken away")
	}
}

func TestDyadListsTheMostSourcesFirst(t *testing.T) {
	s := newSite(t, nil)
	first := func(target string) string {
		_, after, _ := strings.Cut(s.get(t, target), `class="open" href="`)
		href, _, _ := strings.Cut(after, `"`)
		return href
	}
	strongest := decode[store.List[store.OccurrenceRow]](t, s.get(t, "/v1/occurrences?between=KGZ,TJK&order=strongest&limit=1")).Rows[0]
	if got := first("/dyad/KGZ/TJK?order=strongest"); got != "/occurrence/"+strongest.ID {
		t.Errorf("%s comes first, not %s", got, strongest.ID)
	}
	if first("/dyad/KGZ/TJK") == first("/dyad/KGZ/TJK?order=strongest") {
		t.Error("both orders begin alike, so nothing is proved")
	}
}

// until waits for a condition of the page.
func (b *browser) until(t *testing.T, what, js string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		var ok bool
		if err := chromedp.Run(b.ctx, chromedp.Evaluate("Boolean("+js+")", &ok)); err == nil && ok {
			return
		}
	}
	t.Fatalf("%s: never; %q", what, b.faults())
}

func (b *browser) number(t *testing.T, js string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(b.eval(t, js), 64)
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

func (b *browser) press(t *testing.T, selector, text string) {
	t.Helper()
	b.run(t, chromedp.Evaluate(fmt.Sprintf(`[...document.querySelectorAll(%q)].find(e => e.textContent === %q).click()`, selector, text), nil))
}

func TestBrowserZoomsCharts(t *testing.T) {
	s := newSite(t, nil)
	if !s.bundled(t) {
		t.Skip("the charts are not bundled: make ui builds them")
	}
	b := startBrowser(t, s.serve(t))
	b.screen(t, 1280, 900, false)
	open := func(path, ready string) {
		t.Helper()
		b.run(t, chromedp.Navigate("about:blank"), chromedp.Navigate(b.base+path), chromedp.WaitReady(ready))
	}

	open("/", "figure[data-chart=months] .tools")
	b.until(t, "bars", `document.querySelectorAll("figure a rect").length > 5`)
	all := b.eval(t, `document.querySelector(".unit").textContent`)
	for range 4 {
		b.press(t, ".tools button", "+")
	}
	b.until(t, "the address names the time", `location.hash.includes("time=")`)
	near, address := b.eval(t, `document.querySelector(".unit").textContent`), b.eval(t, "location.href")
	if all == near || !strings.Contains(near, "month") {
		t.Errorf("zooming turns %q into %q", all, near)
	}
	if out := b.eval(t, `document.querySelector(".outside").textContent`); !strings.Contains(out, "outside") {
		t.Errorf("what lies outside is not told: %q", out)
	}
	b.press(t, ".choice button", "Occurrences")
	if unit := b.eval(t, `document.querySelector(".unit").textContent`); !strings.HasPrefix(unit, "Occurrences") {
		t.Errorf("the choice of occurrences gives %q", unit)
	}
	b.run(t, chromedp.Evaluate(`document.querySelector("figure[data-chart=months] a").focus()`, nil))
	if tip := b.eval(t, `document.querySelector(".tip").hidden + document.querySelector(".tip").textContent`); !strings.HasPrefix(tip, "false") || !strings.Contains(tip, "occurrence") {
		t.Errorf("a bar in focus says %q", tip)
	}
	open(strings.TrimPrefix(address, b.base), "figure[data-chart=months] .tools")
	b.until(t, "a shared view is the same", fmt.Sprintf(`document.querySelector(".unit").textContent === %q`, near))

	open("/dyad/KGZ/TJK", "figure[data-chart=timeline] .tools")
	b.press(t, ".tools button", "All")
	b.until(t, "all dots are shown", `document.querySelectorAll("figure a.out").length === 0 && document.querySelector(".outside").textContent === ""`)
	if n := b.number(t, `document.querySelectorAll("figure a circle.echo").length`); n < 3 {
		t.Errorf("%v faint copies", n)
	}
	b.shot(t, "timeline-zoomed")

	open("/actor/KGZ", "figure[data-chart=network] svg")
	b.until(t, "lines end where partners are", `(() => {
		const at = Object.fromEntries([...document.querySelectorAll("[data-node]")].map(n => [n.dataset.node, n.getAttribute("transform").match(/[\d.-]+/g).map(Number)]))
		return [...document.querySelectorAll("line[data-a]")].every(l => Math.hypot(at[l.dataset.b][0] - l.x2.baseVal.value, at[l.dataset.b][1] - l.y2.baseVal.value) < 0.2)
	})()`)
	if n := b.number(t, `document.querySelectorAll("line.tie").length`); n < 1 {
		t.Error("partners have no ties with each other")
	}

	open("/map", "figure[data-chart=map] .tools")
	coarse := b.number(t, `document.querySelector(".land").getAttribute("d").length`)
	for range 4 {
		b.press(t, ".tools button", "+")
	}
	b.until(t, "coasts get finer", fmt.Sprintf(`document.querySelector(".land").getAttribute("d").length > 2 * %v`, coarse))
	b.until(t, "the address names the view", `location.hash.includes("view=")`)
	b.shot(t, "map-zoomed")

	open("/search?show=events", "main ul.cards")
	rows := b.number(t, `document.querySelectorAll("main ul.cards > li").length`)
	b.run(t, chromedp.Evaluate(`document.querySelector("a[rel=next]").click()`, nil))
	b.until(t, "more rows come onto the page", fmt.Sprintf(`document.querySelectorAll("main ul.cards > li").length > %v && document.activeElement.matches("li.row")`, rows))
	for _, f := range b.faults() {
		if f != "request to about:blank" {
			t.Error(f)
		}
	}
}
