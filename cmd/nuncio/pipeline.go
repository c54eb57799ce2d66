package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"

	"nuncio"
	"nuncio/coder"
	"nuncio/data"
	"nuncio/doc"
	"nuncio/intake"
)

// inputs are the flags and arguments of every verb that reads reports.
type inputs struct {
	coding
	Files   []string `arg:"" name:"file" help:"Files, folders, or - for standard input."`
	Date    string   `help:"Date of the reports (YYYY-MM-DD), before any that they give themselves." placeholder:"YYYY-MM-DD"`
	Outlet  string   `help:"Outlet of reports that name none." placeholder:"NAME"`
	Kind    string   `enum:",text,jsonl,html,feed,warc,petrarch" default:"" help:"Read every input as this kind: text, jsonl, html, feed, warc or petrarch; by default the content decides." placeholder:"KIND"`
	Workers int      `default:"0" help:"How many reports are coded side by side; 0 is one a core. It never changes the output." placeholder:"N"`
}

// result is one coded report on its way out.
type result struct {
	record nuncio.Record
	layers coder.Layers
	parsed *doc.Document
	failed error
	words  int

	sentences int
	stages    map[string]time.Duration
}

// job is a report in line; done is closed when its result stands.
type job struct {
	report nuncio.Report
	result result
	refuse error
	done   chan struct{}
}

// each codes every report of the inputs and hands the results to use in the
// order of the input, whatever the number of workers. Inputs that are refused
// are named on standard error and counted; the others go on.
func (in *inputs) each(ctx context.Context, std streams, use func(*result) error) error {
	c, err := in.coder()
	if err != nil {
		return err
	}
	return in.eachWith(ctx, std, func() func(*nuncio.Report) result {
		w := c.NewWorker()
		return func(rep *nuncio.Report) result {
			rec := w.Code(rep)
			return result{record: rec, words: w.Words()}
		}
	}, use)
}

// eachWith is each with the work of a worker given.
func (in *inputs) eachWith(ctx context.Context, std streams, newWork func() func(*nuncio.Report) result, use func(*result) error) error {
	opt, err := in.options()
	if err != nil {
		return err
	}
	reader, err := intake.New(data.FS)
	if err != nil {
		return fmt.Errorf("intake: %w", err)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := in.workers()
	queue := make(chan *job, 4*workers)   // to the workers
	ordered := make(chan *job, 8*workers) // to the writer, in the order of the input
	names, missing := intake.Expand(in.Files)
	go func() {
		defer close(ordered)
		defer close(queue)
		in.read(ctx, source{reader, std.in, opt}, names, missing, queue, ordered)
	}()
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			work := newWork()
			for j := range queue {
				j.result = work(&j.report)
				close(j.done)
			}
		})
	}
	bar := newProgress(std.err, sizeOf(names))
	defer bar.close()
	refused, coded := 0, 0
	var failed error
	for j := range ordered {
		if failed != nil {
			continue // let the reader finish, so that nobody waits for ever
		}
		if j.refuse != nil {
			refused++
			bar.clear()
			fmt.Fprintln(std.err, "nuncio: refused:", j.refuse)
			continue
		}
		select {
		case <-j.done:
		case <-ctx.Done():
			failed = ctx.Err()
			continue
		}
		coded++
		bar.add(len(j.report.Text), j.result.words)
		if err := use(&j.result); err != nil {
			failed = err
			cancel()
		}
	}
	wg.Wait()
	bar.clear()
	switch {
	case failed != nil:
		return failed
	case ctx.Err() != nil:
		return ctx.Err()
	case refused > 0:
		fmt.Fprintf(std.err, "nuncio: %d coded, %d refused\n", coded, refused)
		return errPartial
	}
	return nil
}

// source is where reports are read from.
type source struct {
	reader *intake.Reader
	stdin  io.Reader
	opt    intake.Options
}

// read sends every report of the inputs to both channels; missing joins the
// arguments that lead nowhere.
func (in *inputs) read(ctx context.Context, src source, names []string, missing error, queue, ordered chan<- *job) {
	send := func(j *job) bool {
		if j.refuse == nil {
			select {
			case queue <- j:
			case <-ctx.Done():
				return false
			}
		}
		select {
		case ordered <- j:
			return true
		case <-ctx.Done():
			return false
		}
	}
	for _, err := range unjoin(missing) {
		if !send(&job{refuse: err}) {
			return
		}
	}
	for _, name := range names {
		for rep, err := range src.open(ctx, name) {
			j := &job{report: rep, refuse: err, done: make(chan struct{})}
			if err == nil && rep.Language != "" && rep.Language != "en" {
				j.refuse = fmt.Errorf("%s: %s: the text is in %q, and only English is coded", name, label(&rep), rep.Language)
			}
			if !send(j) {
				return
			}
		}
	}
}

// open reads the reports of one input; an input that cannot be opened yields
// one error.
func (src source) open(ctx context.Context, name string) iter.Seq2[nuncio.Report, error] {
	return func(yield func(nuncio.Report, error) bool) {
		in := src.stdin
		if name == "-" {
			name = "standard input"
		} else {
			f, err := os.Open(name)
			if err != nil {
				yield(nuncio.Report{}, err)
				return
			}
			defer f.Close()
			in = f
		}
		src.reader.Read(ctx, name, in, src.opt)(yield)
	}
}

// unjoin lists the errors that errors.Join put together.
func unjoin(err error) []error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return joined.Unwrap()
	}
	if err != nil {
		return []error{err}
	}
	return nil
}

// label names a report for messages.
func label(rep *nuncio.Report) string {
	if rep.Title != "" {
		return fmt.Sprintf("%s (%q)", rep.ID, rep.Title)
	}
	text := strings.Join(strings.Fields(rep.Text), " ")
	if r := []rune(text); len(r) > 40 {
		text = string(r[:40]) + "…"
	}
	return fmt.Sprintf("%s (%q)", rep.ID, text)
}

// workers is how many reports are coded side by side.
func (in *inputs) workers() int {
	if in.Workers > 0 {
		return in.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (in *inputs) options() (intake.Options, error) {
	opt := intake.Options{Outlet: in.Outlet, Format: intake.Format(in.Kind), Today: nuncio.DateOf(time.Now())}
	if in.Date != "" {
		d, err := nuncio.ParseDate(in.Date)
		if err != nil {
			return opt, usageError{fmt.Errorf("--date: %w", err)}
		}
		opt.Date = d
	}
	return opt, nil
}
