package server_test

import (
	"context"
	"fmt"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"nuncio/server"
)

// shots is where screenshots are kept; git ignores it.
const shots = "../build/explorer"

// browser is Chromium on one tab, with all that it complained of or asked elsewhere.
type browser struct {
	ctx  context.Context
	base string
	mu   sync.Mutex
	bad  []string
}

// startBrowser opens Chromium, or skips with the reason.
func startBrowser(t *testing.T, base string) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("Chromium is not installed: make browser installs Debian's and runs this test")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.UserDataDir(profile(t)),
		chromedp.Flag("hide-scrollbars", true), chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"))
	alloc, cancelAlloc := chromedp.NewExecAllocator(t.Context(), opts...)
	tab, cancelTab := chromedp.NewContext(alloc)
	ctx, cancel := context.WithTimeout(tab, 12*time.Minute) // slow machines too
	t.Cleanup(func() { cancel(); cancelTab(); cancelAlloc() })
	b := &browser{ctx: ctx, base: base}
	chromedp.ListenTarget(ctx, b.hear)
	if err := chromedp.Run(ctx, network.Enable(), log.Enable()); err != nil {
		t.Skipf("Chromium does not start here: %v", err)
	}
	return b
}

// profile is a folder for Chromium's own files. Its last writers may outlive the
// browser by a moment, so that removing it is tried for a while and is no test.
func profile(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "nuncio-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for range 50 {
			if os.RemoveAll(dir) == nil {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
	})
	return dir
}

// hear notes what no page may cause: an error, or a request to elsewhere.
func (b *browser) hear(ev any) {
	note := ""
	switch ev := ev.(type) {
	case *runtime.EventExceptionThrown:
		note = "exception: " + ev.ExceptionDetails.Error()
	case *runtime.EventConsoleAPICalled:
		if ev.Type == runtime.APITypeError || ev.Type == runtime.APITypeWarning {
			note = fmt.Sprintf("console %s: %s", ev.Type, ev.Args[0].Value)
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.LevelError || ev.Entry.Level == log.LevelWarning {
			note = "log: " + ev.Entry.Text + " " + ev.Entry.URL
		}
	case *network.EventRequestWillBeSent:
		if u := ev.Request.URL; !strings.HasPrefix(u, b.base+"/") && !strings.HasPrefix(u, "data:") {
			note = "request to " + u
		}
	}
	if note != "" {
		b.mu.Lock()
		b.bad = append(b.bad, note)
		b.mu.Unlock()
	}
}

func (b *browser) run(t *testing.T, actions ...chromedp.Action) {
	t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		var where string
		_ = chromedp.Run(b.ctx, chromedp.Evaluate("location.href + ' ' + document.title", &where)) // only to say more
		t.Fatalf("%v at %s; %q", err, where, b.faults())
	}
}

func (b *browser) eval(t *testing.T, js string) string {
	t.Helper()
	var s string
	b.run(t, chromedp.Evaluate("String("+js+")", &s))
	return s
}

// faults are what was heard since the last look.
func (b *browser) faults() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	bad := b.bad
	b.bad = nil
	return bad
}

func (b *browser) screen(t *testing.T, width, height int64, dark bool) {
	t.Helper()
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	b.run(t, emulation.SetFocusEmulationEnabled(true), emulation.SetDeviceMetricsOverride(width, height, 1, width < 600),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}))
}

func (b *browser) shot(t *testing.T, name string) {
	t.Helper()
	var png []byte
	b.run(t, chromedp.CaptureScreenshot(&png))
	if err := os.MkdirAll(shots, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(shots, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}

// serve lets the site listen for the time of a test.
func (s *site) serve(t *testing.T) string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	l, err := server.Listen(ctx, "127.0.0.1:0", "")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-served; err != nil {
			t.Logf("stop: %v", err)
		}
	})
	return "http://" + l.Addr().(*net.TCPAddr).String()
}

func TestBrowserOpensEveryPage(t *testing.T) {
	s := newSite(t, func(c *server.Config) { c.Name = "Invented example reports" })
	views := s.views(t)
	b := startBrowser(t, s.serve(t))
	axe, err := os.ReadFile("../build/node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Log("axe-core is not installed (make browser does): accessibility is not measured")
	}
	for _, screen := range []struct {
		name          string
		width, height int64
		dark          bool
	}{{"1280", 1280, 900, false}, {"400", 400, 800, false}, {"dark", 1280, 900, true}} {
		b.screen(t, screen.width, screen.height, screen.dark)
		for _, name := range slices.Sorted(maps.Keys(views)) {
			b.run(t, chromedp.Navigate(b.base+views[name]), chromedp.WaitReady("main"))
			if wide := b.eval(t, "document.documentElement.scrollWidth - innerWidth"); wide != "0" && !strings.HasPrefix(wide, "-") {
				t.Errorf("%s at %s: %s pixels wider than the screen", name, screen.name, wide)
			}
			b.shot(t, name+"-"+screen.name)
			for _, f := range b.faults() {
				t.Errorf("%s at %s: %s", name, screen.name, f)
			}
			if axe != nil && screen.name != "400" {
				b.accessible(t, string(axe), name+" "+screen.name)
			}
		}
	}
}

// accessible runs axe-core on the page; what it calls serious or critical fails.
func (b *browser) accessible(t *testing.T, axe, name string) {
	t.Helper()
	var found []string
	js := `axe.run(document).then(r => r.violations.filter(v => ["serious", "critical"].includes(v.impact)).map(v => v.id + ": " + v.nodes.length + " × " + v.nodes[0].html.slice(0, 160) + " | " + v.nodes[0].failureSummary.slice(0, 200)))`
	b.run(t, chromedp.Evaluate(axe+";0", nil), chromedp.Evaluate(js, &found, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	for _, f := range found {
		t.Errorf("%s: axe: %s", name, f)
	}
}

func TestBrowserByKeyboard(t *testing.T) {
	recs, err := records()
	if err != nil {
		t.Fatal(err)
	}
	s := newSiteOf(t, recs[:len(recs)-1], func(c *server.Config) { c.Name = "Invented example reports" }) // without the hostile one
	views := s.views(t)
	b := startBrowser(t, s.serve(t))
	b.screen(t, 1280, 1000, false)
	b.run(t, chromedp.Navigate(b.base+"/"), chromedp.WaitReady("main"))
	b.shot(t, "demo") // the picture in docs/explorer.md
	focus := func() string { return b.eval(t, `document.activeElement.id || document.activeElement.className`) }
	arrive := func(path string) {
		t.Helper()
		js := fmt.Sprintf("location.pathname.startsWith(%q) && document.readyState === 'complete'", path)
		for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			var there bool // asking fails while one page gives way to the next
			if err := chromedp.Run(b.ctx, chromedp.Evaluate(js, &there)); err == nil && there {
				return
			}
		}
		t.Fatalf("%s is not reached", path)
	}
	b.run(t, chromedp.Navigate(b.base+"/"), chromedp.WaitReady("main"), chromedp.KeyEvent(kb.Tab))
	if f := focus(); f != "skip" {
		t.Errorf("the first stop of Tab is %q, not the skip link", f)
	}
	b.run(t, chromedp.KeyEvent("/"))
	if f := focus(); f != "find" {
		t.Errorf("/ leads to %q", f)
	}
	b.run(t, chromedp.KeyEvent("Baku"), chromedp.KeyEvent(kb.Enter))
	arrive("/search")
	b.run(t, chromedp.KeyEvent("j"))
	if f := focus(); !strings.Contains(f, "row") {
		t.Errorf("j leads to %q", f)
	}
	b.run(t, chromedp.KeyEvent(kb.Enter))
	arrive("/report/")
	// Tab reaches an event word, which lights its row; Enter goes to the row, and the
	// link there back to the words.
	reached := false
	for range 80 {
		b.run(t, chromedp.KeyEvent(kb.Tab))
		if reached = b.eval(t, `document.activeElement.matches(".text a.g")`) == "true"; reached {
			break
		}
	}
	if !reached {
		t.Fatal("Tab never reaches an event word")
	}
	if n := b.eval(t, `document.querySelectorAll(".rows .event.lit").length`); n == "0" {
		t.Error("an event word in focus lights no row")
	}
	b.run(t, chromedp.KeyEvent(kb.Enter))
	if n := b.eval(t, `document.querySelectorAll("li.event:target").length`); n != "1" {
		t.Error("Enter on an event word does not lead to its row")
	}
	b.run(t, chromedp.Evaluate(`document.querySelector("li.event:target").focus()`, nil))
	if n := b.eval(t, `document.querySelectorAll(".text .g.lit").length`); n == "0" {
		t.Error("a row in focus lights no words")
	}
	b.shot(t, "lit")
	b.run(t, chromedp.KeyEvent("m"))
	arrive("/map")
	b.run(t, chromedp.Navigate(b.base+views["paste"]), chromedp.WaitReady("textarea"),
		chromedp.SendKeys("textarea", "Norway's foreign minister met his Swedish counterpart in Oslo on Tuesday, NTB reported."),
		chromedp.SendKeys("input[name=outlet]", "The Fjord Post"))
	address := b.eval(t, `document.querySelector(".share").href`)
	b.run(t, chromedp.Click("form.paste button"), chromedp.WaitReady("li.event"))
	b.shot(t, "pasted")
	b.run(t, chromedp.Navigate("about:blank"), chromedp.Navigate(address), chromedp.WaitReady("textarea"))
	if got := b.eval(t, `document.querySelector("textarea").value`); !strings.HasPrefix(got, "Norway's foreign minister") {
		t.Errorf("the shared address brings %q", got)
	}
	for _, f := range b.faults() {
		if f != "request to about:blank" {
			t.Error(f)
		}
	}
}
