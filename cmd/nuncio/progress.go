package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows reports, words a second and the time left on a terminal, once
// the work has lasted more than a moment; elsewhere it shows nothing.
type progress struct {
	w       io.Writer
	on      bool
	total   int64 // bytes of all inputs, -1 when not known
	started time.Time
	bar     *progressbar.ProgressBar
	reports int
	words   int
	bytes   int64
}

func newProgress(w io.Writer, total int64) *progress {
	return &progress{w: w, on: isTerminal(w), total: total, started: time.Now()}
}

// add counts one report of so many bytes and words.
func (p *progress) add(bytes, words int) {
	p.reports++
	p.words += words
	p.bytes += int64(bytes)
	since := time.Since(p.started)
	if !p.on || since < time.Second {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions64(p.total, progressbar.OptionSetWriter(p.w), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(), progressbar.OptionSpinnerType(14), progressbar.OptionSetPredictTime(p.total > 0))
	}
	p.bar.Describe(fmt.Sprintf("%d reports, %.0f words/s", p.reports, float64(p.words)/since.Seconds()))
	at := p.bytes
	if p.total > 0 {
		at = min(at, p.total-1) // the markup of the inputs was counted too: never full before the end
	}
	_ = p.bar.Set64(at) // a bar that cannot be drawn is no reason to stop coding
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

// sizeOf is the number of bytes of all inputs, -1 when one of them has no size.
func sizeOf(names []string) int64 {
	total := int64(0)
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil {
			continue // refused later, by name
		}
		if !info.Mode().IsRegular() {
			return -1
		}
		total += info.Size()
	}
	if total == 0 {
		return -1
	}
	return total
}
