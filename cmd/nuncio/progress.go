package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows reports and words a second on a terminal, once the work has
// lasted more than a moment; elsewhere it shows nothing.
type progress struct {
	w       io.Writer
	on      bool
	started time.Time
	bar     *progressbar.ProgressBar
	reports int
	words   int
}

func newProgress(w io.Writer) *progress {
	return &progress{w: w, on: isTerminal(w), started: time.Now()}
}

func (p *progress) add(words int) {
	p.reports++
	p.words += words
	since := time.Since(p.started)
	if !p.on || since < time.Second {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(p.w), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(), progressbar.OptionSpinnerType(14), progressbar.OptionSetDescription("coding"))
	}
	p.bar.Describe(fmt.Sprintf("coding: %d reports, %.0f words/s", p.reports, float64(p.words)/since.Seconds()))
	_ = p.bar.Set(p.reports) // a bar that cannot be drawn is no reason to stop coding
}

func (p *progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) close() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
