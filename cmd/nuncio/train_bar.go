package main

import (
	"io"

	"github.com/schollz/progressbar/v3"
)

// bar shows how far a training is, on a terminal alone.
type bar struct {
	out io.Writer
	bar *progressbar.ProgressBar
}

func newBar(out io.Writer) *bar {
	if !isTerminal(out) {
		return &bar{}
	}
	return &bar{out: out}
}

func (b *bar) step(done, all int) {
	if b.out == nil {
		return
	}
	if b.bar == nil {
		b.bar = progressbar.NewOptions(all, progressbar.OptionSetWriter(b.out), progressbar.OptionSetDescription("training"),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(200e6))
	}
	_ = b.bar.Set(done)
}

// clear makes room for a line of text.
func (b *bar) clear() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}
